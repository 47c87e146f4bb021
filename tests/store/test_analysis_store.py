"""An analysis comes back equal, or not at all; what reviewers did is never touched by it."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import (
    Analysis,
    ArticleLink,
    Attribution,
    Claim,
    Comparison,
    DateValue,
    Entity,
    Quantity,
    Quote,
    RuleInfo,
    Value,
    claim_id,
)
from factcheck.review.drafts import draft
from factcheck.store import Store, encoding
from factcheck.store.columns import column, pack, shape, unpack, values_of
from factcheck.store.encoding import decode_claims, encode_claims
from tests.factories import empty, make_article, story

if TYPE_CHECKING:
    from pathlib import Path

RULES = (
    RuleInfo("toll", "Toll", "quantity", 2.0, "red", "core"),
    RuleInfo("date", "Dates", "date", 1.0, "blue", "core", "test"),
)


def rich() -> Analysis:
    """The story, and everything that a claim can carry."""
    analysis = story()
    article = replace(analysis.articles[0], url="https://example.org", owner="Harbour House", redact=True)
    claim = analysis.claims[0]
    start = claim.start
    words = article.text[start : start + 11]
    shared = Entity(start, start + 11, words, "Aurora", "organisation")
    full = replace(
        claim,
        values=(
            Quantity(start, start + 11, words, 40, None, 40.0, "below", "person", "hurt", "at least"),
            DateValue(start, start + 11, words, None, None, "weekday", 1, "03-03"),
            shared,
            Quote(start, start + 11, words, "words", None),
            Attribution(start, start + 11, "not as printed", "said", "Coastguard", 0, 9, vague=True),
        ),
        context=(shared,),
        rules=("toll", "date"),
        kinds=("quantity", "date"),
        predicates=("hurt", "run aground"),
        modality="denied",
        cut=True,
        caption=True,
    )
    return replace(
        analysis,
        articles=(article, *analysis.articles[1:]),
        claims=(full, *analysis.claims[1:]),
        comparison=replace(analysis.comparison, links=(ArticleLink("a3", "a2", "copies", "one sentence"),)),
        rules=RULES,
        rules_sha256="e" * 64,
        packs=("core", "own.yaml"),
        problems=("error: x.yaml:3:1: a rule was set aside",),
    )


@pytest.mark.parametrize("analysis", [story(), rich(), empty(), Analysis((), (), Comparison())])
def test_an_analysis_comes_back_equal(store: Store, path: Path, analysis: Analysis) -> None:
    store.save_analysis("k", analysis)
    assert store.load_analysis("k") == analysis
    with Store.open(path) as other:
        assert other.load_analysis("k") == analysis
        assert other.analysis_key() == "k"


def test_numbers_keep_their_type(store: Store) -> None:
    analysis = rich()
    store.save_analysis("k", analysis)
    loaded = store.load_analysis("k")
    assert loaded is not None
    assert repr(loaded.claims[0]) == repr(analysis.claims[0])
    assert hash(loaded.claims[0]) == hash(analysis.claims[0])
    assert type(loaded.claims[0]) is Claim


def test_what_is_loaded_is_frozen(store: Store) -> None:
    store.save_analysis("k", rich())
    loaded = store.load_analysis("k")
    assert loaded is not None
    with pytest.raises(AttributeError):
        loaded.claims[0].score = 1.0  # type: ignore[misc]


def test_another_key_is_another_analysis(store: Store) -> None:
    assert store.analysis_key() is None
    assert store.load_analysis("k") is None
    store.save_analysis("k", story())
    assert store.load_analysis("other") is None


def test_a_new_analysis_replaces_the_old_one_and_no_event(store: Store) -> None:
    store.append([draft("ada", "note", "b", "c1")])
    before = store.events()
    store.save_analysis("k", rich())
    store.save_analysis("l", empty())
    assert store.load_analysis("l") == empty()
    assert store.load_analysis("k") is None
    assert store.events() == before


def test_a_save_that_fails_leaves_the_old_analysis(store: Store) -> None:
    store.save_analysis("k", story())
    stranger = replace(story().claims[0], article="a9")
    with pytest.raises(KeyError):
        store.save_analysis("l", replace(story(), claims=(stranger,)))
    assert store.load_analysis("k") == story()


def test_claims_keep_their_order_also_where_articles_mix(store: Store) -> None:
    analysis = replace(story(), claims=tuple(reversed(story().claims)))
    store.save_analysis("k", analysis)
    assert store.load_analysis("k") == analysis


def test_an_analysis_of_another_version_is_made_again(store: Store, path: Path) -> None:
    store.save_analysis("k", story())
    other = sqlite3.connect(path)
    with other:
        other.execute("UPDATE analysis SET shape = 'older'")
    other.close()
    assert store.analysis_key() is None
    assert store.load_analysis("k") is None


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE claim_detail SET body = '{'",
        "UPDATE claim_detail SET body = '[]'",
        "UPDATE claim_detail SET body = replace(body, '\"n\":', '\"n\":1')",
        "DELETE FROM claim WHERE number = 1",
        "UPDATE article SET furniture = '[[1]]'",
        "UPDATE comparison SET body = '{\"n\":3}' WHERE part = 'groups'",
        "DELETE FROM comparison",
    ],
)
def test_a_spoilt_analysis_is_made_again(store: Store, path: Path, spoil: str) -> None:
    store.save_analysis("k", story())
    other = sqlite3.connect(path)
    with other:
        other.execute(spoil)
    other.close()
    assert store.load_analysis("k") is None


def test_a_field_more_is_another_shape() -> None:
    assert shape(Quantity) != shape(Quote)
    assert (
        shape(Quantity, DateValue, Entity, Quote, Attribution, Claim, *encoding.COMPARED, RuleInfo)
        == encoding.SHAPE
    )


# --- properties ----------------------------------------------------------------------------

plain = (
    st.none() | st.booleans() | st.integers(-5, 5) | st.sampled_from([0.0, 1.0, 2.5]) | st.sampled_from("ab")
)
cells = plain | st.tuples(plain, plain) | st.tuples(st.tuples(plain), plain) | st.just(())


@given(st.lists(cells, max_size=30))
def test_a_column_keeps_values_and_their_types(values: list[object]) -> None:
    through = json.loads(json.dumps(column(values)))
    assert repr(values_of(through, len(values))) == repr(values)


spans = st.tuples(st.integers(0, 40), st.integers(0, 12)).map(lambda span: (span[0], span[0] + span[1]))
TEXT = "Some “62” hurt — the ward’s 👩🏽‍⚕️ said, at 7 a.m.; nobody else did so."


@st.composite
def a_value(drawn: st.DrawFn) -> Value:
    start, end = drawn(spans)
    text = drawn(st.sampled_from([TEXT[start:end], "other words"]))
    number = drawn(st.none() | st.floats(allow_nan=False))
    values: list[Value] = [
        Quantity(start, end, text, number, None, number, "about", None, "hurt", None),
        DateValue(start, end, text, "2025-01-01", "2025-01-02"),
        Entity(start, end, text, "Kelm", "place"),
        Quote(start, end, text, text),
        Attribution(start, end, text, "said", "ward", start, end),
    ]
    return drawn(st.sampled_from(values))


@given(
    st.lists(st.tuples(spans, st.lists(a_value(), max_size=4), st.lists(a_value(), max_size=2)), max_size=12)
)
def test_claims_go_through_the_encoding(
    drawn: list[tuple[tuple[int, int], list[Value], list[Value]]],
) -> None:
    article = make_article("a1", TEXT, "Kelm Post")
    claims = [
        Claim(
            id=claim_id(article.text_sha256, start, end),
            article="a1",
            start=start,
            end=end,
            text=TEXT[start:end],
            sentence=(0, len(TEXT)),
            rules=("toll",),
            score=0.5,
            values=tuple(values),
            context=tuple(near),
            attribution=next((each for each in values if isinstance(each, Attribution)), None),
        )
        for (start, end), values, near in drawn
    ]
    given = {
        name: [getattr(claim, name) for claim in claims]
        for name in ("id", "article", "start", "end", "score", "rules")
    }
    assert decode_claims(encode_claims(claims, TEXT), TEXT, given) == claims


def test_a_table_that_is_short_of_a_column_is_refused() -> None:
    table = pack([Entity(0, 1, "a", "b"), Entity(1, 2, "b", "c")])
    with pytest.raises(ValueError, match="1 of 2"):
        unpack(Entity, table, {"text": ["a"]})

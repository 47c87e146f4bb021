"""Terms of the lexicon: whole words, case where a term has capitals, longest match, folded signs."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import LexiconEntry
from factcheck.values import ValueReader
from factcheck.values.lexicon import TermIndex
from factcheck.values.tokens import Line, fold, tokenise

INDEX = TermIndex(
    (
        LexiconEntry("alias", "United States", ("US", "America", "the States"), "place"),
        LexiconEntry("alias", "Rescue Service", ("Norland's rescue service", "rescue"), "organisation"),
        LexiconEntry("alias", "Norland", ("Norlandic",), "place"),
    )
)


def found(text: str) -> list[tuple[str, str]]:
    line = Line(text, 0, len(text))
    return [(text[hit.start : hit.end], hit.entry.name) for hit in INDEX.find(line)]


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("The US told us.", [("US", "United States")]),
        ("it told us", []),
        ("USA and AmericaX", []),
        ("US-led", [("US", "United States")]),
        ("Norland's rescue service came", [("Norland's rescue service", "Rescue Service")]),
        ("Norland’s rescue service came", [("Norland’s rescue service", "Rescue Service")]),
        ("Norland\u00a0's", [("Norland", "Norland")]),
        ("a Rescue boat", [("Rescue", "Rescue Service")]),
        ("(Norlandic)", [("Norlandic", "Norland")]),
        ("norlandic", []),
        ("x𝄞 Norland", [("Norland", "Norland")]),
        ("The states and the States", [("the States", "United States")]),
    ],
)
def test_terms_are_found_as_whole_words(text: str, hits: list[tuple[str, str]]) -> None:
    assert found(text) == hits


def test_class_of_a_shared_term_is_named_twice() -> None:
    index = TermIndex(
        (LexiconEntry("predicate", "die", ("losses",)), LexiconEntry("predicate", "hurt", ("losses",)))
    )
    text = "heavy losses"
    assert [hit.entry.name for hit in index.find(Line(text, 0, len(text)))] == ["die", "hurt"]


def test_units_are_met_in_both_numbers() -> None:
    index = TermIndex((LexiconEntry("unit", "ship", ("vessel", "boats")),), inflect=True)
    text = "two vessels and a boat"
    assert [text[hit.start : hit.end] for hit in index.find(Line(text, 0, len(text)))] == ["vessels", "boat"]


def test_reader_names_predicates_with_absolute_offsets() -> None:
    reader = ValueReader((LexiconEntry("predicate", "die", ("died", "passed away")),))
    text = "Nobody died. He passed away."
    assert reader.predicates(text, 13, len(text)) == ((16, 27, "die"),)


def test_reader_knows_the_canonical_name() -> None:
    reader = ValueReader((LexiconEntry("alias", "Norland", ("Norlandic", "North Land"), "place"),))
    assert reader.canonical("Norlandic") == "Norland"
    assert reader.canonical("Norland") == "Norland"
    assert reader.canonical("Elsewhere") == "Elsewhere"


@given(st.text(st.characters(codec="utf-8"), max_size=80))
def test_folding_and_tokens_keep_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)
    tokens = tokenise(text)
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert "".join(token.text for token in tokens) == "".join(text.split())


@given(st.text(alphabet="Norland's US’rescue ic.", max_size=60))
def test_terms_never_overlap(text: str) -> None:
    line = Line(text, 0, len(text))
    ends = [(hit.start, hit.end) for hit in INDEX.find(line)]
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(ends))

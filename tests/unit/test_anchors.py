"""Anchors find a span again, or say that it is not certain; they never answer with a look-alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.review.anchors import CONTEXT, find, make_anchor
from tests.factories import make_article

if TYPE_CHECKING:
    from factcheck.model import Anchor, Article

TEXT = (
    "The barge sank at the north lock on Monday night.\n"
    "Police said that seven crates were missing from the hold.\n"
    "Nobody on the quay had seen who opened the gate.\n"
)
QUOTE = "seven crates were missing"


def article(text: str, id_: str = "a1") -> Article:
    return make_article(id_, text, "Lock Gazette")


def anchored(text: str = TEXT, quote: str = QUOTE, nth: int = 0) -> Anchor:
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    return make_anchor(article(text), start, start + len(quote))


def test_an_anchor_holds_quote_context_place_and_hash() -> None:
    anchor = anchored()
    start = TEXT.index(QUOTE)
    assert anchor.exact == QUOTE == TEXT[anchor.start : anchor.end]
    assert anchor.prefix == TEXT[start - CONTEXT : start]
    assert anchor.suffix == TEXT[anchor.end : anchor.end + CONTEXT]
    assert anchor.text_sha256 == article(TEXT).text_sha256


def test_at_the_edges_of_the_text_the_context_is_shorter() -> None:
    whole = make_anchor(article(TEXT), 0, len(TEXT))
    assert (whole.prefix, whole.suffix) == ("", "")
    assert find(whole, [article(TEXT)]) is not None


@pytest.mark.parametrize(("start", "end"), [(5, 5), (9, 4), (-1, 4), (0, len(TEXT) + 1)])
def test_there_is_no_anchor_of_nothing(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no span"):
        make_anchor(article(TEXT), start, end)


def test_the_same_text_holds_it_in_place_among_others() -> None:
    found = find(anchored(), [article(TEXT.upper(), "a1"), article(TEXT, "a2")])
    assert found is not None
    assert (found.article, found.how, found.start) == ("a2", "in place", TEXT.index(QUOTE))


def test_a_paragraph_above_moves_it() -> None:
    new = "Update: the harbour is open again.\n" + TEXT
    found = find(anchored(), [article(new)])
    assert found is not None
    assert found.how == "elsewhere"
    assert new[found.start : found.end] == QUOTE


def test_a_change_far_behind_leaves_it_in_place() -> None:
    new = TEXT.replace("opened the gate", "had opened that gate")
    found = find(anchored(), [article(new)])
    assert found is not None
    assert (found.how, found.start) == ("in place", TEXT.index(QUOTE))


def test_a_changed_word_of_the_quote_or_beside_it_is_not_certain() -> None:
    assert find(anchored(), [article(TEXT.replace("seven crates", "nine crates"))]) is None
    assert find(anchored(), [article(TEXT.replace("Police said", "Police denied"))]) is None


def test_what_is_gone_is_gone() -> None:
    assert find(anchored(), [article("Nothing is left.")]) is None
    assert find(anchored(), []) is None


# Two teams with nearly the same sentence: when one's is deleted, the other's is not it.
TEAMS = (
    "Team North reported losses of twelve percent in the first week, more than planned.\n"
    "Team South reported losses of twelve percent in the first week, more than planned.\n"
)


def test_a_look_alike_is_never_taken_for_the_one_that_was_deleted() -> None:
    north = anchored(TEAMS, "losses of twelve percent", 0)
    only_south = TEAMS.splitlines(keepends=True)[1]
    assert find(north, [article(only_south)]) is None
    south = anchored(TEAMS, "losses of twelve percent", 1)
    moved = "Corrected at noon.\n" + TEAMS
    found = find(south, [article(moved)])
    assert found is not None
    assert found.start == moved.rindex("losses of twelve percent")


def test_two_equal_places_are_no_place_even_where_one_is_the_old_one() -> None:
    line = "And again the crane on the third quay fell into the water of the dock, they said.\n"
    text = line * 4
    middle = make_anchor(article(text), len(line) + 10, len(line) + 30)
    assert find(middle, [article(text)]) is not None
    assert find(middle, [article(text[len(line) :] + "The end.")]) is None


words = st.text(alphabet="ab .\n", min_size=1, max_size=60)


@given(words, words, words, words)
def test_a_found_span_is_always_the_quote_in_its_context(one: str, two: str, three: str, new: str) -> None:
    text = one + two + three
    anchor = make_anchor(article(text), len(one), len(one) + len(two))
    for changed in (new + text, text + new, one + new + two + three, new):
        found = find(anchor, [article(changed)])
        if found is not None:
            assert changed[found.start : found.end] == two
            assert changed[: found.start].endswith(anchor.prefix)
            assert changed[found.end :].startswith(anchor.suffix)
    same = find(anchor, [article(text)])
    assert same is not None
    assert same.start == len(one)

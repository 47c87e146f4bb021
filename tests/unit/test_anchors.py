"""Anchors find a span again, or say that it is not certain; they never answer with a look-alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.review.anchoring.alignment import Alignment
from factcheck.review.anchoring.anchors import CONTEXT, find, holds, make_anchor
from factcheck.review.anchoring.readings import reading_of, reading_of_text
from tests.factories import make_article

if TYPE_CHECKING:
    from factcheck.model import Anchor, Article
    from factcheck.review.anchoring.anchors import Found

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


def found(new: str, text: str = TEXT, quote: str = QUOTE, nth: int = 0) -> tuple[str, Found | None]:
    """The words of the newer reading at the place found, and the place."""
    anchor = anchored(text, quote, nth)
    texts = Alignment(reading_of_text(text), reading_of(article(new)))
    span = texts.old.read(anchor.start, anchor.end)
    assert span is not None
    place = find(texts, *span)
    return texts.new.text[place.start : place.end] if place else "", place


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
    assert holds(whole, TEXT)


@pytest.mark.parametrize(("start", "end"), [(5, 5), (9, 4), (-1, 4), (0, len(TEXT) + 1)])
def test_there_is_no_anchor_of_nothing(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no span"):
        make_anchor(article(TEXT), start, end)


def test_it_holds_where_its_words_stand_at_its_place() -> None:
    assert holds(anchored(), TEXT)
    assert not holds(anchored(), " " + TEXT)
    assert not holds(anchored(), "")


def test_a_paragraph_above_moves_it() -> None:
    words, place = found("Update: the harbour is open again.\n" + TEXT)
    assert words == QUOTE
    assert place is not None
    assert not place.stale


def test_a_change_far_behind_does_not_touch_it() -> None:
    words, place = found(TEXT.replace("opened the gate", "had opened that gate"))
    assert words == QUOTE
    assert place is not None
    assert not place.stale


@pytest.mark.parametrize(
    ("old", "new"), [("seven crates", "nine crates"), ("Police said", "Police denied"), ("Police", "Divers")]
)
def test_a_changed_word_of_the_quote_or_beside_it_is_not_certain(old: str, new: str) -> None:
    assert found(TEXT.replace(old, new))[1] is None


def test_a_name_or_figure_that_went_from_its_sentence_is_not_certain() -> None:
    long = (
        "Ole Lind, the warden, told the radio, in a long talk that evening, that seven crates were missing."
    )
    text = TEXT.replace("Police said that seven crates were missing from the hold.", long)
    assert found(text.replace("Ole Lind", "Per Lind"), text)[1] is None
    words, place = found(text.replace("told the radio", "told a radio"), text)
    assert words == QUOTE
    assert place is not None
    assert place.stale


@pytest.mark.parametrize("new", ["Nothing is left.", "", "\n\n"])
def test_what_is_gone_is_gone(new: str) -> None:
    assert found(new)[1] is None


# Two teams with nearly the same sentence: when one's is deleted, the other's is not it.
TEAMS = (
    "Team North reported losses of twelve percent in the first week, more than planned.\n"
    "Team South reported losses of twelve percent in the first week, more than planned.\n"
)


def test_a_look_alike_is_never_taken_for_the_one_that_was_deleted() -> None:
    quote = "losses of twelve percent"
    assert found(TEAMS.splitlines(keepends=True)[1], TEAMS, quote)[1] is None
    moved = "Corrected at noon.\n" + TEAMS
    words, place = found(moved, TEAMS, quote, nth=1)
    assert words == quote
    assert place is not None
    assert place.start == moved.rindex(quote)


def test_two_sentences_that_changed_places_are_both_uncertain() -> None:
    one, two, three = TEXT.splitlines(keepends=True)
    assert found(one + three + two)[1] is None
    assert found(one + three + two, quote="seen who opened")[1] is None


ONE, TWO, THREE = TEXT.splitlines(keepends=True)
LAST = "Divers will search the basin again when the water clears.\n"


def test_two_sentences_that_seem_to_have_passed_one_are_uncertain() -> None:
    # They may as well have been copied behind it, and deleted where they stood.
    old, new = ONE + TWO + THREE + LAST, ONE + LAST + TWO + THREE
    assert found(new, old)[1] is None
    assert found(new, old, "seen who opened")[1] is None


def test_a_sentence_between_copies_of_its_neighbours_may_be_copied_with_them() -> None:
    assert found(ONE + THREE + ONE + TWO + THREE + LAST, ONE + TWO + THREE + LAST)[1] is None
    assert found(ONE + TWO + THREE + LAST + LAST, ONE + TWO + THREE + LAST)[0] == QUOTE


def test_what_stands_behind_may_be_what_stood_before_in_other_words() -> None:
    other = "When the gate came open is known to none of the people who work there.\n"
    assert found(ONE + other + TWO + LAST, ONE + TWO + THREE + LAST)[1] is None
    assert found(ONE + TWO + other + LAST, ONE + TWO + THREE + LAST)[0] == QUOTE


def test_in_a_changed_sentence_the_quote_must_stand_once_between_these_words() -> None:
    said = (
        "as told to the court by the owners seven crates were missing from the hold of their barge that day"
    )
    first, second = (
        f"In a short letter {said}, as they wrote before.\n",
        f"Nobody believes it, but {said} again on Monday.\n",
    )
    changed = first.replace("before", "earlier")
    assert found(LAST + changed + ONE + second, LAST + first + ONE + second)[1] is None
    assert found(LAST + changed + ONE, LAST + first + ONE)[0] == QUOTE


def test_one_of_equal_places_is_no_place() -> None:
    line = "And again the crane on the third quay fell into the water of the dock, they said.\n"
    assert found(3 * line + "The end.", 4 * line, "the third quay", nth=1)[1] is None

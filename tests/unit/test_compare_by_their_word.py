"""Whose word a claim is where nobody "says" it, and figures that an article puts right itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.extract.modality import modality_of
from tests.unit.test_compare_who_says_it import article, read

if TYPE_CHECKING:
    from factcheck.model import Suggestion


def suggested(words: str, *texts: str) -> Suggestion:
    """What is proposed for the first claim with these words; each text is an article."""
    claims, found = read(*(article(n, f"Paper {n}", text) for n, text in enumerate(texts, 1)))
    claim = next((c for c in claims if words in c.text), None)
    assert claim is not None, [c.text for c in claims]
    return next(s for s in found.suggestions if s.claim == claim.id)


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("The Water Board fined the Korvel mill 3 million euros in May.", "Water Board"),
        ("The Product Bureau gave the maker 90 days to repair 62,000 heaters.", "Product Bureau"),
        ("The United Works Union has called a strike for Friday.", "United Works Union"),
        ("The United Works Union does not believe the figure of 1,800 jobs.", "United Works Union"),
        ("The Health Ministry did not expect 400 new cases.", "Health Ministry"),
        ("The Korvel Group raised its forecast for the profit to 40 million euros.", "Korvel Group"),
    ],
)
def test_what_a_body_does_by_its_word_has_that_source(sentence: str, who: str) -> None:
    claims, found = read(article(1, "Harbour Post", sentence))
    assert {s.origin for s in found.suggestions} == {who}, [c.text for c in claims]


@pytest.mark.parametrize(
    "sentence",
    [
        "Police shot dead two protesters in Korvel on Monday.",
        "Orders at the Korvel Group fell by 18 percent.",
        "The Korvel Group was ordered to pay 3 million euros.",
        "The company called the police an hour after two men had died.",
    ],
)
def test_what_is_merely_done_has_no_source_in_who_did_it(sentence: str) -> None:
    _, found = read(article(1, "Harbour Post", sentence))
    assert found.suggestions
    assert {s.origin for s in found.suggestions} == {None}


def test_whoever_is_cited_outranks_who_did_it() -> None:
    text = "The Water Board fined the Korvel mill 3 million euros in May, the mayor's office said."
    assert suggested("3 million", text).origin != "Water Board"


def test_who_did_it_by_its_word_stays_part_of_what_is_told() -> None:
    told = "The Water Board fined the Korvel mill 3 million euros in May."
    other = "The Water Board fined the Korvel mill 7 million euros in May, the Bulletin reported."
    one = suggested("3 million", told, other)
    assert one.verdict == "conflicting"
    assert "7 million" in one.why


def test_an_unnamed_source_in_a_service_is_not_the_service() -> None:
    text = "One soldier was captured near Korvel, a South Korean intelligence source said."
    assert suggested("captured", text).origin == "NIS source"
    own = "One soldier was captured near Korvel, the National Intelligence Service said."
    both = suggested("captured", own, text)
    assert (both.kind, both.agrees_origins) == ("one origin", 1)
    assert "unnamed source in it" in both.why


MISTAKE = (
    "Correction: We wrote on Monday that the fire in Korvel killed 48 people; that was wrong. "
    "The correct figure is 41."
)


def test_the_correct_figure_is_of_what_the_wrong_one_was() -> None:
    agency = "The fire in Korvel killed 41 people, police said."
    right = suggested("correct figure", agency, MISTAKE)
    assert right.verdict == "supported"
    assert "41" in right.why
    assert "withdrawn" in suggested("killed 48", agency, MISTAKE).why


def test_the_correct_figure_stands_against_another() -> None:
    other = "The fire in Korvel killed 52 people, police said."
    right = suggested("correct figure", other, MISTAKE)
    assert right.verdict == "conflicting"
    assert "52" in right.why
    assert "48" not in right.why


@pytest.mark.parametrize(
    ("claim", "before", "modality"),
    [
        ("The union expects thousands of people at the gates", "", "forecast"),
        ("Holm expects the first arrests within days", "", "forecast"),
        ("The institute has forecast growth of 4 percent", "", "forecast"),
        ("The minister promised that every home would have light again", "", "forecast"),
        ("It expects costs of 210 million euros", "", "asserted"),
        ("The board has fined the bank for telling customers that a loan would cost nothing", "", "asserted"),
        ("This lake is to Korvel what the sea is to others", "", "asserted"),
        ("The port is to reopen on Friday", "", "forecast"),
        ("This was a disaster that could have been prevented", "", "asserted"),
        ("The fire could have been caused by a battery", "", "possible"),
        ("the dam has cracked", "The ministry does not believe that ", "denied"),
    ],
)
def test_what_is_to_come(claim: str, before: str, modality: str) -> None:
    assert modality_of(claim, before) == modality

"""A source that takes its own figure back: both sides of the dispute say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.pipeline import analyse
from tests.unit.test_compare_generalises import article, rules

if TYPE_CHECKING:
    from factcheck.model import Analysis

FIRST = (
    "The nurses' union said on Monday that 48 patients had been infected at the Brod clinic.",
    "The health office said on Monday that 31 patients had been infected at the Brod clinic.",
)


def reasons(*texts: str, days: tuple[str, ...]) -> tuple[Analysis, dict[str, str]]:
    """The analysis of dated articles, and the reason for each claim by its words."""
    found = analyse(
        [article(n, text, day) for n, (text, day) in enumerate(zip(texts, days, strict=True), 1)], rules()
    )
    words = {claim.id: claim.text for claim in found.claims}
    return found, {words[s.claim]: s.why for s in found.comparison.suggestions}


def reason(told: dict[str, str], words: str) -> str:
    (why,) = (why for text, why in told.items() if words in text)
    return why


@pytest.mark.parametrize(
    "later",
    [
        "The nurses' union, which had spoken of 48 infected patients, said that its count had included"
        " visitors who were never tested.",
        "The nurses' union, which had counted 48 infected patients, said that its figure was too high.",
        "The nurses' union, which first counted 48 infected patients, said that it had counted some"
        " wards twice and that all of them had been tested.",
        "The nurses' union first counted 48 infected patients. It said that some of the patients had"
        " been counted twice.",
    ],
)
def test_both_sides_say_that_a_figure_was_taken_back(later: str) -> None:
    found, told = reasons(*FIRST, later, days=("2026-05-04", "2026-05-04", "2026-05-06"))
    assert "sources disagree" in reason(told, "31 patients")
    for side in ("31 patients", "48 patients had been"):
        assert "48 since taken back by nurses' union (C)" in reason(told, side)
    by = next(s for s in found.comparison.suggestions if "takes back" in s.why)
    assert "48" in by.why
    taken = {c.id for c in found.claims if c.article == "a3"}
    assert all(taken & set(s.evidence) for s in found.comparison.suggestions if "since taken back" in s.why)


@pytest.mark.parametrize(
    "later",
    [
        # Another's figure is called wrong.
        "The nurses' union, which had counted 48 infected patients, said that the official figure was"
        " too low.",
        # What is wrong is the other source's own.
        "The health office, which had counted 31 infected patients, said that the union's claim was wrong.",
        # The new figure is the right one.
        "The nurses' union put the infected patients at 48; its first count had not included one ward.",
        # What was wrong to do is no figure.
        "The nurses' union, which had counted 48 infected patients, said it was wrong to close the clinic.",
    ],
)
def test_what_is_not_taken_back_stands(later: str) -> None:
    _, told = reasons(*FIRST, later, days=("2026-05-04", "2026-05-04", "2026-05-06"))
    assert not [why for why in told.values() if "taken back" in why or "takes back" in why]


def test_a_figure_given_again_later_is_not_taken_back() -> None:
    again = (
        "The nurses' union, which had spoken of 48 infected patients, said that its count had included"
        " visitors who were never tested.",
        "The nurses' union said on Thursday that 48 patients had been infected at the Brod clinic.",
    )
    _, told = reasons(*again, days=("2026-05-04", "2026-05-07"))
    assert "taken back" not in reason(told, "48 patients had been")

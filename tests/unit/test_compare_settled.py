"""What was not known at first and has been told since: a sequence, told from both ends, and no conflict."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.compare import wording
from factcheck.compare.facts.settled import Question, question_of
from factcheck.pipeline import analyse
from tests.unit.test_compare_generalises import article, kinds, rules, whys

if TYPE_CHECKING:
    from factcheck.model import Analysis

UNKNOWN = "The cause of the blackout in Brod is not yet known, the grid operator said."
AGAIN = "The exact cause of the blackout remains unclear."
TOLD = "A fallen tree caused the blackout, the energy ministry said."


def days_apart(*texts: str) -> Analysis:
    days = ("2026-05-06", "2026-05-07", "2026-05-11")
    return analyse([article(n, text, days[n - 1]) for n, text in enumerate(texts, 1)], rules())


def test_an_answer_of_a_later_day_is_told_from_both_ends() -> None:
    found = days_apart(UNKNOWN, AGAIN, TOLD)
    for words in ("not yet known", "remains unclear"):
        assert kinds(found, words, "fallen tree") == {"differs on polarity"}
        (why,) = whys(found, words)
        assert f"; {wording.SINCE}: " in why
        assert why.endswith("then a fallen tree caused the blackout (energy ministry)")
    (why,) = whys(found, "fallen tree")
    assert why.startswith("single source: energy ministry; ")
    assert "the cause of the blackout in Brod is not yet known" in why


def test_of_one_day_nobody_knows_which_came_first() -> None:
    found = analyse([article(1, UNKNOWN, "2026-05-06"), article(2, TOLD, "2026-05-06")], rules())
    assert kinds(found, "not yet known", "fallen tree") == {"differs on polarity"}
    assert wording.SINCE not in "".join(whys(found, "fallen tree"))


@pytest.mark.parametrize(
    "other",
    [
        "The army caused the delay, the energy ministry said.",
        "Engineers investigated what had caused the blackout, the energy ministry said.",
        "A fallen tree may have caused the blackout, the energy ministry said.",
    ],
)
def test_what_answers_something_else_or_nothing_is_no_answer(other: str) -> None:
    found = days_apart(UNKNOWN, other)
    whole = "".join(s.why for s in found.comparison.suggestions)
    assert wording.SINCE not in whole


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("It is not clear who ordered the raid", Question("order", "raid")),
        ("The owner of the barge is unknown", Question("owner", "barg")),
        ("The owner of the barge is in Brod", None),
        ("The weather tomorrow is uncertain", None),
    ],
)
def test_what_is_asked(text: str, question: Question | None) -> None:
    assert question_of(text) == question

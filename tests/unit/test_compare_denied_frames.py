"""What somebody only denies, doubts or has not found is never told as what he says."""

from __future__ import annotations

import pytest

from factcheck.wording.printed import claimant_words
from tests.unit.test_compare_careful import _analysed, relations_told

TOLD = "A signal failure caused the derailment, the prosecutor said."


@pytest.mark.parametrize(
    "denial",
    [
        "Investigators do not believe that a signal failed.",
        "The rail agency does not think a signal failed.",
        "The rail agency sees no evidence that a signal failed.",
        "The rail agency has no reason to believe that a signal failed.",
        "It is not the case that a signal failed, the rail agency said.",
        "Nobody claims that a signal failed.",
    ],
)
def test_a_denied_frame_contradicts_who_tells_it(denial: str) -> None:
    assert "conflicts on polarity" in relations_told(denial, TOLD)


@pytest.mark.parametrize(
    "left_open",
    [
        "The rail agency never said that a signal failed.",
        "The rail agency does not rule out that a signal failed.",
        "It is not clear that a signal failed, the rail agency said.",
    ],
)
def test_what_is_left_open_contradicts_nobody(left_open: str) -> None:
    told = relations_told(left_open, TOLD)
    assert not any(one.startswith(("conflicts", "agrees")) for one in told)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("The hospital does not believe that the nurse stole the drugs.", "denied by the hospital"),
        ("The museum has found no proof that the painting was sold.", "denied by the museum"),
        ("Experts do not think that the painting was sold.", "nobody named (denied by “Experts”)"),
        ("There is no evidence that the painting was sold.", "nobody named (denied)"),
        ("The museum believes that the painting was not sold.", "The museum"),
        ("The museum believes that the painting was sold.", "The museum"),
    ],
)
def test_who_denies_is_not_printed_as_who_says_it(text: str, printed: str) -> None:
    (claim,) = [c for c in _analysed(text, "Rain fell.").claims if c.article == "a1"]
    assert claimant_words(claim) == printed


def test_who_denies_takes_no_source_over_from_the_words_denied() -> None:
    told = _analysed(
        "Detectives have no reason to believe that the painting was sold abroad.",
        "The painting was sold abroad, a dealer said.",
    )
    denial = next(c.id for c in told.claims if c.modality == "denied")
    assert next(s.origin for s in told.comparison.suggestions if s.claim == denial) is None

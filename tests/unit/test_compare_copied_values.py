"""Two articles may have a copied sentence in common and each tell another thing of the fact by itself."""

from __future__ import annotations

from tests.unit.test_compare_generalises import read

COPIED = "Turnover at the ferry operator Norvik Lines rose by a third in the first quarter"
NAMED = f"{COPIED} to 96 million crowns, the operator said on Monday."
PRINTED_AGAIN = f"{COPIED}, the operator said on Monday."
RIGHT = (
    "Correction: Monday's report gave the turnover for the first quarter as 69 million crowns."
    " The correct figure is 96 million crowns."
)
WITHOUT_A_NAME = "Norvik Lines had a turnover of 96 million crowns in the first quarter."


def why(right: str, *texts: str) -> str:
    found = read(*texts)
    (claim,) = (c.id for c in found.claims if right in c.text)
    return next(s.why for s in found.comparison.suggestions if s.claim == claim)


def test_a_value_that_is_in_no_copied_sentence_is_not_copied() -> None:
    told = why("The correct figure", NAMED, WITHOUT_A_NAME, f"{PRINTED_AGAIN}\n\n{RIGHT}")
    assert told.startswith("also in A B, the only origin named is Norvik Lines: the same figure")


def test_a_value_in_copied_words_is_of_one_voice_and_keeps_its_source() -> None:
    told = why("The correct figure", NAMED, WITHOUT_A_NAME, f"{NAMED}\n\n{RIGHT}")
    assert told.startswith("also in B (A counted as one with it), the only origin named is Norvik Lines")

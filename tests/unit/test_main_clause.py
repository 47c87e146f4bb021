"""What is set in, or given as a reason or a time, makes no claim denied or merely possible."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract.main_clause import main_clause
from factcheck.extract.modality import modality_of


@pytest.mark.parametrize(
    ("claim", "modality"),
    [
        # a "not" in front of the main clause, behind it, or inside it
        ("Because the pumps had never been serviced, the cellars flooded within an hour", "asserted"),
        ("The concert ended early because the organ could not be tuned", "asserted"),
        ("The train derailed after the driver failed to brake", "asserted"),
        ("Although nobody had paid for it, the statue was unveiled, as the mayor did not object", "asserted"),
        # the main clause denies
        ("The court did not sit because the judge was ill", "denied"),
        ("When the vote was called, the party had not decided", "denied"),
        ("As many as 40 shops have not reopened", "denied"),
        ("Since Monday the ferry has not sailed", "denied"),
        # nothing but the clause is claimed
        ("because the lower floors had not been searched", "denied"),
        # hedges
        ("The chapel, thought to be the oldest in the valley, burnt down", "asserted"),
        ("Two men were held, believed to be brothers", "asserted"),
        ("The bull, which may have been poisoned, was buried on the farm", "asserted"),
        ("The bull, a champion, may have been poisoned", "possible"),
        ("The chapel is believed to be the oldest in the valley", "possible"),
        ("The chapel was closed and could collapse", "possible"),
        # a figure in the aside is what is compared
        ("The chapel, believed to be 900 years old, is of oak", "asserted"),
        ("The mill, which may have cost 450 families their homes, is for sale", "possible"),
    ],
)
def test_modality_is_the_main_clauses(claim: str, modality: str) -> None:
    assert modality_of(claim) == modality


@given(st.text(st.sampled_from("aw ,;because not as if the was who"), max_size=200))
def test_no_place_is_moved(text: str) -> None:
    bare = main_clause(text)
    assert len(bare) == len(text)
    assert all(new in (old, " ") for new, old in zip(bare, text, strict=True))

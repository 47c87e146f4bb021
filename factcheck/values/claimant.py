"""Who a claimant was found to be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from factcheck.model import Quote

if TYPE_CHECKING:
    from factcheck.model import Attribution, Claim
    from factcheck.values.memory import Sort

UNNAMED = "unnamed"
"""The origin of what nobody is named for."""


class Origin(NamedTuple):
    name: str
    sort: Sort
    vague: bool = False
    media: bool = False
    """A medium that passes on what others say."""
    side: str | None = None
    """The state or place that it speaks for."""
    by: str | None = None
    """The person who speaks for the body."""


def given(claim: Claim, by: Attribution | None) -> Claim:
    """The claim with this claimant, who also speaks the quotations in it; None where nobody is named."""
    speaker = by.origin if by is not None else None
    values = tuple(replace(v, speaker=speaker) if isinstance(v, Quote) else v for v in claim.values)
    return replace(claim, attribution=by, values=values)

"""Who a claimant was found to be."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
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

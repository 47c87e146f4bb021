"""Comparing claims: one fact or not, what the difference is, who copies whom, what to propose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.lazily import from_homes

if TYPE_CHECKING:
    from factcheck.compare.comparing import compare as compare
    from factcheck.compare.facts.said import Said as Said
    from factcheck.compare.silence import Silence as Silence
    from factcheck.compare.silence import silent as silent

_HOMES = {
    "Said": "facts.said",
    "Silence": "silence",
    "compare": "comparing",
    "silent": "silence",
}
__all__ = ["Said", "Silence", "compare", "silent"]
__getattr__ = from_homes(__name__, _HOMES)

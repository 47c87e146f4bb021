"""Claims: what the rules hit in a sentence, widened to the clause that can be read alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.lazily import from_homes

if TYPE_CHECKING:
    from factcheck.extract.extracting import Reading as Reading
    from factcheck.extract.extracting import claims_in as claims_in
    from factcheck.extract.extracting import extract as extract
    from factcheck.extract.extracting import read as read

_HOMES = {
    "Reading": "extracting",
    "claims_in": "extracting",
    "extract": "extracting",
    "read": "extracting",
}
__all__ = ["Reading", "claims_in", "extract", "read"]
__getattr__ = from_homes(__name__, _HOMES)

"""Values: the typed, normalised parts of a sentence, found by our own grammars and the lexicon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.lazily import from_homes

if TYPE_CHECKING:
    from factcheck.values.reader import ValueReader as ValueReader

_HOMES = {
    "ValueReader": "reader",
}
__all__ = ["ValueReader"]
__getattr__ = from_homes(__name__, _HOMES)

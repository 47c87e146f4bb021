"""What the program remembers: SQLite, one small module per kind of record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.lazily import from_homes

if TYPE_CHECKING:
    from factcheck.store.store import Store as Store

_HOMES = {
    "Store": "store",
}
__all__ = ["Store"]
__getattr__ = from_homes(__name__, _HOMES)

"""What the program remembers: SQLite, one small module per kind of record."""

from factcheck.store.store import Store

__all__ = ["Store"]

"""From files to articles: decoding, cleaning, furniture, metadata. Offsets begin where this ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.lazily import from_homes

if TYPE_CHECKING:
    from factcheck.ingest.files import LARGEST as LARGEST
    from factcheck.ingest.files import SUFFIXES as SUFFIXES
    from factcheck.ingest.files import read_file as read_file
    from factcheck.ingest.files import read_paths as read_paths
    from factcheck.ingest.metadata import ArticleMeta as ArticleMeta
    from factcheck.ingest.metadata import iso_date as iso_date
    from factcheck.ingest.read import read_bytes as read_bytes

_HOMES = {
    "LARGEST": "files",
    "SUFFIXES": "files",
    "ArticleMeta": "metadata",
    "iso_date": "metadata",
    "read_bytes": "read",
    "read_file": "files",
    "read_paths": "files",
}
__all__ = ["LARGEST", "SUFFIXES", "ArticleMeta", "iso_date", "read_bytes", "read_file", "read_paths"]
__getattr__ = from_homes(__name__, _HOMES)

"""From files to articles: decoding, cleaning, furniture, metadata. Offsets begin where this ends."""

from factcheck.ingest.clean import clean
from factcheck.ingest.files import LARGEST, SUFFIXES, read_file, read_paths
from factcheck.ingest.metadata import ArticleMeta, iso_date
from factcheck.ingest.read import read_bytes

__all__ = ["LARGEST", "SUFFIXES", "ArticleMeta", "clean", "iso_date", "read_bytes", "read_file", "read_paths"]

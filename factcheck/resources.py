"""Where the shipped rule packs and sample sessions are, installed from a wheel or editable."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
PACKS = ("core", "conflict", "crime", "disaster", "economy", "health", "politics", "science")
"""The shipped rule packs that are used where nobody names any: all that are written for English."""


def shipped(name: str) -> Path:
    """The folder of shipped data called ``name`` ("rules" or "sample_sessions").

    A wheel carries it inside the package (``_data``); a checkout has it beside the package.
    """
    installed = PACKAGE / "_data" / name
    return installed if installed.is_dir() else PACKAGE.parent / name

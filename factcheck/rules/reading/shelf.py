"""The shipped packs, where a file names a rule or a vocabulary that is in none of the files read."""

from __future__ import annotations

import re
from functools import cache

from factcheck.resources import shipped


@cache
def _texts() -> dict[str, str]:
    folder = shipped("rules")
    return {path.stem: path.read_text("utf-8") for path in sorted(folder.glob("*.yaml"))}


def in_shipped_pack(key: str, name: str) -> str:
    """How to mend a name that a shipped pack has; empty where none has it.

    ``key`` is what stands before it in a pack: ``- id`` for a rule, empty for a vocabulary.
    """
    said = rf"{re.escape(key)}: {re.escape(name)}" if key else rf"{re.escape(name)}:"
    line = re.compile(rf"^  {said}(?:\s|$)", re.MULTILINE)
    pack = next((pack for pack, text in _texts().items() if line.search(text)), None)
    return f"it stands in the shipped pack {pack}: name that pack too" if pack else ""

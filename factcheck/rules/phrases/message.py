"""What a rule tells the reviewer of its claims: ``{how_many} boats are said to be lost``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SLOT = re.compile(r"\{([^{}]{0,60})\}")
MISSING = "…"
"""What stands for a slot that the match does not hold."""


def named(message: str) -> Iterator[tuple[int, str]]:
    """The slots that a message names, each with its offset."""
    return ((found.start(), found[1].strip()) for found in _SLOT.finditer(message))


def filled(message: str, text: str, slots: Iterable[tuple[str, int, int]]) -> str:
    """The message with the words of the slots, which are (name, start, end) in the text."""
    words: dict[str, str] = {}
    for name, start, end in slots:
        words.setdefault(name, " ".join(text[start:end].split()))
    return _SLOT.sub(lambda found: words.get(found[1].strip(), MISSING), message)

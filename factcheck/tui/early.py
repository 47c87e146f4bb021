"""Keys pressed before the text stood: whoever has seen no claim has judged none."""

from __future__ import annotations

from math import inf
from time import monotonic
from typing import TYPE_CHECKING

from factcheck.wording.words import count

if TYPE_CHECKING:
    from textual import events


class Early:
    """Drops what was typed at a screen that was still empty, and counts it."""

    def __init__(self) -> None:
        self._stood_at = inf
        self._dropped = 0

    def stands(self) -> str:
        """The first claim is on the screen from now on; what to say of the keys that came before."""
        self._stood_at = monotonic()
        if not self._dropped:
            return ""
        was = "was" if self._dropped == 1 else "were"
        return f"{count(self._dropped, 'key')} pressed before the text was there {was} not taken"

    def drops(self, event: events.Key | events.Paste) -> bool:
        """Whether this was typed too early; a driver's thread may hand it over later."""
        if event.time >= self._stood_at:
            return False
        self._dropped += 1
        return True

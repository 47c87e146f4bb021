"""The footer: key hints in as much room as there is."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.tui.actions import HINTS, Hint
from factcheck.tui.layout.line import Line, Piece, cells

if TYPE_CHECKING:
    from factcheck.tui.keys import Keymap


@lru_cache(maxsize=16)
def hints(context: str, keymap: Keymap, width: int, height: int) -> tuple[Line, ...]:
    """At most ``height`` lines of hints for a screen; the last hint of a line is the last to give way."""
    name = f"{context} narrow" if width < 116 and f"{context} narrow" in HINTS else context
    if height == 1 and f"{context} low" in HINTS:  # one line has of each what is needed most
        name = f"{context} low"
    rows = [row for row in HINTS[name] if row]
    return tuple(_row(row, keymap, width) for row in rows[-height:])


def _row(row: tuple[Hint, ...], keymap: Keymap, width: int) -> Line:
    entries = [(hint.joined.join(filter(None, map(keymap.first, hint.actions))), hint.label) for hint in row]
    entries = [(keys, label) for keys, label in entries if keys]
    while len(entries) > 1 and sum(cells(keys) + cells(label) + 3 for keys, label in entries) - 1 > width:
        del entries[-2]
    pieces: list[Piece] = [(" ", "text")]
    for number, (keys, label) in enumerate(entries, start=1):
        pieces += [(keys, "key"), (f" {label}", "dim"), ("  " if number < len(entries) else "", "text")]
    return tuple(pieces)

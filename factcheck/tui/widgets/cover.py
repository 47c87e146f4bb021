"""What lies over a screen in a window that is too small for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.tui.layout.plan import MIN_HEIGHT, MIN_WIDTH
from factcheck.tui.layout.wrap import wrap_words
from factcheck.tui.widgets.lines import Lines

if TYPE_CHECKING:
    from textual.geometry import Size


class Cover(Lines):
    """Over everything else, so that nothing is clicked that stands there in part."""

    DEFAULT_CSS = """
    Cover { layer: cover; width: 100%; height: 100%; background: $background; }
    """

    def tell(self, size: Size, key: str, answer: str) -> None:
        """Say what the window lacks, which key leaves, and what was answered to it."""
        needed = f"({size.width}x{size.height}): factcheck needs {MIN_WIDTH}x{MIN_HEIGHT}"
        said = f"This window is too small {needed}. {key} leaves; no other key acts."
        rows = ((row, tone) for words, tone in ((said, "text"), (answer, "answer"))
                for row in wrap_words(words, max(size.width, 1)))  # fmt: skip
        self.show([(row,) for row in rows])

"""How a screen of a given size is shared out. Heights depend on the size alone, so nothing jumps about."""

from __future__ import annotations

from factcheck.records import dataclass

MIN_WIDTH, MIN_HEIGHT = 60, 16
TWO_PANES, THREE_PANES = 100, 180


@dataclass(frozen=True, slots=True)
class Plan:
    """Rows and columns of the parts of the review screen, in cells."""

    width: int
    height: int
    panes: int
    top: int
    """Header and article tabs."""
    voices: int
    """Rows of the who-says-what table, without its title."""
    columns: bool
    """Whether the table has a line of column titles."""
    card: int
    """Lines of the card, its rule included."""
    hints: int
    gaps: bool
    """An empty row between paragraphs."""

    @property
    def too_small(self) -> bool:
        return too_small(self.width, self.height)

    @property
    def table(self) -> int:
        return self.voices + 1 + self.columns if self.voices else 0

    @property
    def answer(self) -> int:
        """The answer line, with a rule above it where there is room."""
        return 2 if self.columns else 1

    @property
    def pane_height(self) -> int:
        used = self.top + 1 + self.table + self.card + self.answer + self.hints
        return max(self.height - used, 1)

    @property
    def pane_widths(self) -> tuple[int, ...]:
        """The width of each pane; between two panes stands one column of its own."""
        room = self.width - (self.panes - 1)
        each, rest = divmod(room, self.panes)
        return tuple(each + (index < rest) for index in range(self.panes))


def too_small(width: int, height: int) -> bool:
    """Whether a window is too small for any screen."""
    return width < MIN_WIDTH or height < MIN_HEIGHT


def plan(width: int, height: int, articles: int, *, reading: bool = False) -> Plan:
    """Share out a screen. ``reading`` gives the height of table and card to the text."""
    panes = max(1, min(1 if width < TWO_PANES else 2 if width < THREE_PANES else 3, articles))
    # Beside a second text nothing would bring the table back.
    reading = reading and panes == 1
    tall = height >= 34
    rows = max(3, min(16, 6 + (height - 24) * 5 // 16))
    return Plan(
        width=width,
        height=height,
        panes=panes,
        top=2,
        voices=0 if reading else rows,
        columns=tall and not reading,
        card=0 if reading else 5 if tall else 4 if height >= 24 else 3,
        hints=2 if height >= 20 else 1,
        gaps=height >= 30,
    )

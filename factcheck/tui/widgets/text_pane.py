"""One article to read: a line-API view of a galley with its highlights, selection and clicks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from factcheck.tui.layout.galley import Rows
from factcheck.tui.layout.line import clusters, is_odd
from factcheck.tui.layout.paint import GUTTER, numbers_in, paint, state_of
from factcheck.tui.widgets.lines import tones_of

if TYPE_CHECKING:
    from textual import events

    from factcheck.tui.layout.galley import Galley, Row
    from factcheck.tui.layout.paint import Brush, Shown

CACHED_ROWS = 512
LONGEST_SIGN = 32
"""Code points that are looked at for one sign: a family of emoji, a letter under a heap of accents."""


class TextPane(ScrollView, can_focus=False, inherit_bindings=False):
    """Shows a galley wrapped to its width. Content offsets are (offset in the article, 0)."""

    ALLOW_SELECT = True
    DEFAULT_CSS = """
    TextPane { overflow-x: hidden; overflow-y: scroll; scrollbar-size: 0 0; height: 100%; }
    """

    class ClaimPressed(Message):
        """A claim was clicked."""

        def __init__(self, claim: str) -> None:
            super().__init__()
            self.claim = claim

    class Moved(Message):
        """Other paragraphs have come into sight."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._galley: Galley | None = None
        self._brush: Brush | None = None
        self._rows = Rows()
        self._rewrapped = False
        self._gaps = True
        self._wrapped: tuple[str, int, bool, bool] | None = None
        self._painted: dict[int, tuple[tuple[object, ...], Strip]] = {}
        self._target: int | None = None
        self._room = Size(0, 0)
        self._clicked: tuple[str, int] | None = None
        """Article and offset of the first of several clicks."""

    # --- showing --------------------------------------------------------------------------

    def show(self, galley: Galley, brush: Brush, target: int | None, room: Size, *, gaps: bool) -> None:
        """Show an article in so many cells, with the offset ``target`` in sight where one is given."""
        another = self._galley is None or self._galley.article.id != galley.article.id
        # The same article with other claims in it is set anew, and stays where it was.
        reset = self._galley is not galley
        before = self.scroll_offset
        anchor = None if another or not len(self._rows) else self._top_offset()
        self._galley, self._brush, self._gaps = galley, brush, gaps
        if self.is_attached and self.text_selection is not None:
            # Of one article: at the same offsets of another stand other words.
            if another:
                self.screen.clear_selection()
            else:
                self._brush = replace(brush, selection=self.selected_range())
        self._room = room
        self._wrap(room.width, anew=reset)
        if another and target is None:
            anchor = galley.first_readable
        if anchor is not None and self._rewrapped:
            self.scroll_to(y=self._row_at(anchor), animate=False, immediate=True)
        if target is not None and (another or target != self._target or anchor is None):
            self._bring_into_sight(target)
        self._target = target
        if self._rewrapped or not self.is_mounted:
            self._painted.clear()
            self.refresh()
        else:
            self._refresh_changed(moved=self.scroll_offset != before)

    def _refresh_changed(self, *, moved: bool) -> None:
        """Paint again only the rows in sight that look different now."""
        assert self._galley is not None
        assert self._brush is not None
        top = self.scroll_offset.y
        for row in [row for row in self._painted if not top <= row < top + self._room.height]:
            del self._painted[row]
        for row, (state, _) in list(self._painted.items()):
            if state_of(self._galley, self._rows[row], self._brush) != state:
                del self._painted[row]
                if not moved:
                    self.refresh(Region(0, row - top, self.size.width, 1))

    def _wrap(self, width: int, *, anew: bool) -> None:
        assert self._galley is not None
        folded = self._brush is not None and self._brush.folded
        wanted = (self._galley.article.id, width, self._gaps, folded)
        self._rewrapped = anew or wanted != self._wrapped
        if self._rewrapped:
            self._rows = self._galley.rows(text_width(width), gaps=self._gaps, folded=folded)
            self._wrapped = wanted
            # Set without its watchers: there is no scrollbar, so a new length needs no new layout.
            self.set_reactive(ScrollView.virtual_size, Size(width, len(self._rows)))

    def _row_at(self, offset: int) -> int:
        assert self._galley is not None
        return self._rows.at(self._galley.position(offset))

    def _top_offset(self) -> int:
        assert self._galley is not None
        row = self._rows[min(self.scroll_offset.y, len(self._rows) - 1)]
        return self._galley.offset(row.start)

    def _bring_into_sight(self, target: int) -> None:
        """Leave the text where it is while the target stands well inside; else put it a third down."""
        assert self._galley is not None
        height = self._room.height
        row, top = self._row_at(target), self.scroll_offset.y
        margin = min(2, height // 4)
        if top + margin <= row < top + height - margin - 1 and not self._rewrapped:
            return
        # What stands above the first paragraph to read is no context worth a row.
        top = max(row - height // 3, min(self._row_at(self._galley.first_readable), row))
        self.scroll_to(y=top, animate=False, immediate=True, force=True)

    @property
    def paragraphs(self) -> str:
        """The paragraphs in sight: ``p4-p6``."""
        if self._galley is None:
            return ""
        top = self.scroll_offset.y
        return numbers_in(self._galley, self._rows.among(top, top + self._room.height))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.post_message(self.Moved())

    def page(self, share: float) -> None:
        """Scroll by a share of the height, keeping a line or two of what was read."""
        lines = int(self.size.height * share)
        keep = (lines > 0) - (lines < 0) if abs(share) == 1 else 0
        self.scroll_to(y=self.scroll_offset.y + lines - keep, animate=False)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._painted.clear()

    # --- painting -------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        row = y + self.scroll_offset.y
        if self._galley is None or self._brush is None or row >= len(self._rows):
            return Strip.blank(self.size.width, tones_of(self).style("text"))
        painted = self._painted.get(row)
        if painted is None:
            pieces = paint(self._galley, self._rows[row], self._brush)
            painted = state_of(self._galley, self._rows[row], self._brush), self._strip(pieces)
            if len(self._painted) >= CACHED_ROWS:
                self._painted.clear()
            self._painted[row] = painted
        return painted[1]

    def _strip(self, pieces: list[Shown]) -> Strip:
        tones = tones_of(self)
        segments: list[Segment] = []
        for text, tone, offset in pieces:
            style = tones.style(tone)
            if offset is None:
                segments.append(Segment(text, style))
                continue
            # Where signs are not one cell each, Textual miscounts the characters in front of the pointer.
            parts = [sign for sign, _ in clusters(text)] if is_odd(text) else [text]
            for part in parts:
                segments.append(Segment(part, style + Style.from_meta({"offset": (offset, 0)})))
                offset += len(part)
        return Strip(segments).adjust_cell_length(self.size.width, tones.style("text"))

    # --- pointing and selecting -----------------------------------------------------------

    def offset_at(self, x: int, y: int) -> int | None:
        """The offset of the article under a cell of the pane; None beside the text."""
        index = y + self.scroll_offset.y
        if self._galley is None or not 0 <= index < len(self._rows) or x < GUTTER:
            return None
        position = self._position(self._rows[index], x)
        return None if position is None else self._galley.offset(position)

    def nearest(self, x: int, y: int) -> int:
        """The offset of the sign of the article nearest to a cell: words are drawn over up to there."""
        if self._galley is None or not len(self._rows):
            return 0
        index = self.scroll_offset.y + max(0, min(y, self.size.height - 1))
        below = index >= len(self._rows)
        row = self._rows[min(index, len(self._rows) - 1)]
        if row.start == row.end:
            # Between two paragraphs stands the end of the line, and no sign of either.
            return max(self._galley.offset(row.start) - 1, 0)
        position = None if below else self._position(row, max(x, GUTTER))
        at = row.end - 1 if position is None else position
        # A closing sign shows the offset behind its claim.
        closes = any(not inset.opens for inset in self._galley.insets_in(at, at + 1))
        return self._galley.offset(at) - closes

    def _position(self, row: Row, x: int) -> int | None:
        """The position in the galley of what stands in a column of a row; None behind its end."""
        assert self._galley is not None
        used, position = GUTTER, row.start
        for sign, size in clusters(self._galley.text[row.start : row.end]):
            used += size
            if x < used:
                return position
            position += len(sign)
        return None

    def on_click(self, event: events.Click) -> None:
        # Textual would select the whole article on the second click.
        event.prevent_default()
        if event.chain > 1:
            self._select_around(words=event.chain == 2)
            return
        self._clicked = None
        selected = self.selected_range()
        if selected is not None and selected[1] - selected[0] > 1:
            return
        offset = self.offset_at(event.x, event.y)
        if self._galley is None or offset is None:
            return
        self._clicked = self._galley.article.id, offset
        # An opening sign shows the claim's first offset, a closing one the offset just after it.
        spans = self._galley.claims.at(offset) or self._galley.claims.at(offset - 1)
        if spans:
            self.post_message(self.ClaimPressed(spans[-1].id))

    def _select_around(self, *, words: bool) -> None:
        """Select the word that was clicked first, or its paragraph, in the pane that shows it by now."""
        if self._clicked is None:
            return
        article, offset = self._clicked
        for pane in self.screen.query(TextPane):
            if pane.display and pane._galley is not None and pane._galley.article.id == article:
                start, end = (pane._galley.word_at if words else pane._galley.paragraph_at)(offset)
                self.screen.selections = {pane: Selection(Offset(start, 0), Offset(end, 0))}
                return

    def selected_range(self) -> tuple[int, int] | None:
        """The selected range of the article."""
        selection = self.text_selection
        if selection is None or self._galley is None:
            return None
        return _range(selection, self._galley.article.text)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        if self._galley is None:
            return None
        start, end = _range(selection, self._galley.article.text)
        return self._galley.article.text[start:end].strip("\n"), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        if self._brush is not None and self._galley is not None:
            text = self._galley.article.text
            self._brush = replace(self._brush, selection=_range(selection, text) if selection else None)
        self._painted.clear()
        self.refresh()


def text_width(width: int) -> int:
    """The cells of a row of text in a pane of so many."""
    return width - GUTTER - 1


def _range(selection: Selection, text: str) -> tuple[int, int]:
    """What is selected of a text: its last sign whole, with all that joins it."""
    start: Offset | None = selection.start
    end: Offset | None = selection.end
    stop = min(end.x, len(text)) if end else len(text)
    if stop:
        sign, _ = next(clusters(text[stop - 1 : stop + LONGEST_SIGN]))
        stop += len(sign) - 1
    return (start.x if start else 0), stop

"""The review screen: two articles side by side, who says what, what is suggested, the answer line."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.geometry import Offset, Size

from factcheck.tui.layout.header import header, pane_title, tabs
from factcheck.tui.layout.hints import hints
from factcheck.tui.layout.line import Line, cells, cut
from factcheck.tui.layout.lower import foot, lower, room_for_rows, row_in_full, says_all, told
from factcheck.tui.layout.plan import Plan, plan
from factcheck.tui.layout.texts import Texts
from factcheck.tui.layout.voices import column_titles, columns, in_sight, table, title
from factcheck.tui.screens.base import ActionScreen, Command
from factcheck.tui.screens.review_commands import review_commands
from factcheck.tui.vocabulary import Vocabulary
from factcheck.tui.widgets.lines import Lines
from factcheck.tui.widgets.text_pane import TextPane, text_width
from factcheck.wording.words import flat

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult
    from textual.timer import Timer
    from textual.widget import Widget

    from factcheck.review.desk import Desk
    from factcheck.review.facts import Facts
    from factcheck.review.sight import View
    from factcheck.tui.widgets.prompt import Prompt

MOST_PANES = 3
PAUSE = 0.25
"""Seconds without a move after which silent articles are looked into."""


class ReviewScreen(ActionScreen):
    """The first screen; its style sheet, review.tcss, is loaded by the app."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.pane = 0
        """The pane that pages."""
        self.reading = False
        """The text alone, full height."""
        self.folded = False
        """Furniture takes a line wherever it stands."""
        self.plan: Plan = plan(80, 24, len(desk.articles))
        self.searched: dict[str, None] = {}
        """What was searched for, the latest last."""
        self.whole = False
        """The card says all that it has to say, over the rows of the table, until the next key."""
        self.asked_to_leave = False
        """The key before this one asked to leave, and something was half done."""
        self.views: tuple[View, ...] = ()
        self.texts = Texts(desk)
        self._top_row = self._top_hit = 0
        self._listed: object = ()
        self._pause: Timer | None = None
        self.vocabulary = Vocabulary(self)
        self.top = Lines(id="top")
        self.panes = [TextPane(id=f"pane-{index}") for index in range(min(MOST_PANES, len(desk.articles)))]
        self.voices = Lines(id="voices")
        self.card = Lines(id="card")
        self.answer = Lines(id="answer")
        self.footer = Lines(id="hints")

    def compose(self) -> ComposeResult:
        self._share_out(self.app.size)
        yield self.top
        yield Horizontal(*self.panes, id="panes")
        yield self.voices
        yield self.card
        yield self.answer
        yield self.footer

    def on_mount(self) -> None:
        self.redraw()

    def commands(self) -> Mapping[str, Command]:
        return review_commands(self)

    def perform(self, action: str, key: str = "") -> None:
        # Any other key between the two takes the question back.
        self.asked_to_leave = self.asked_to_leave and action == "app.back"
        whole, self.whole = self.whole, action == "card.whole" and not self.whole
        super().perform(action, key)
        if whole or self.whole:
            self.redraw()

    @property
    def too_small(self) -> bool:
        return self.plan.too_small or super().too_small

    # --- sizes ----------------------------------------------------------------------------

    def resized(self, size: Size) -> None:
        if self.unseen or size != Size(self.plan.width, self.plan.height):
            self.relayout(size)

    def relayout(self, size: Size | None = None) -> None:
        """Share the screen out again and draw everything."""
        self._share_out(size or self.size)
        self.redraw()

    def _share_out_anew(self) -> None:
        """With the size all was drawn for: a new one draws all anew, and its event may be still to come."""
        self._share_out(Size(self.plan.width, self.plan.height))

    def _share_out(self, size: Size) -> None:
        shared = self.plan = plan(size.width, size.height, len(self.desk.articles), reading=self.reading)
        self.pane = min(self.pane, shared.panes - 1)
        small = shared.too_small
        self.top.styles.height = shared.top + 1
        for lines, height in (
            (self.voices, shared.table),
            (self.card, shared.card),
            # An input line takes the place of the answer, and the rule above it stays.
            (self.answer, shared.answer - (self.prompt is not None)),
            (self.footer, shared.hints),
        ):
            lines.styles.height = height
            lines.display = bool(height) and not small
        for index, pane in enumerate(self.panes):
            pane.display = index < shared.panes and not small
            if pane.display:
                # The line between two panes belongs to the right one.
                pane.styles.width = shared.pane_widths[index] + (index > 0)

    # --- drawing --------------------------------------------------------------------------

    def draw(self) -> None:
        shared = self.plan
        views = self.views = self.desk.views(shared.panes)
        for index, view in enumerate(views):
            self._draw_pane(index, view)
        self.draw_top()
        self._draw_lower()
        self._draw_footer()

    def _draw_footer(self) -> None:
        shared, keymap, prompt = self.plan, self.checker.keymap, self.prompt
        if prompt is None:
            hit = self.desk.hit_shown
            found = "search" if hit and self.desk.claims_at(hit) else "search no claim"
            self.footer.show(hints(found if hit else "review", keymap, shared.width, shared.hints))
            return
        if self._answer and not shared.card:
            # No other line is free where the text stands alone.
            self.footer.show(told(self._answer, shared.width, shared.hints))
            return
        keys = hints("note" if prompt.label.startswith("note") else "prompt", keymap, shared.width, 1)
        self.footer.show([*keys, ((cut(f" {prompt.how}", shared.width), "dim"),)][: shared.hints])

    def _draw_pane(self, index: int, view: View) -> None:
        desk, shared = self.desk, self.plan
        target = view.hit.start if view.hit else None
        if view.claim is not None and target is None:
            target = desk.facts.claims[view.claim].start
        room = Size(shared.pane_widths[index], shared.pane_height)
        galley, brush = self.texts.galley(view.article), self.texts.brush(view, folded=self.folded)
        self.panes[index].show(galley, brush, target, room, gaps=shared.gaps)

    def draw_top(self) -> None:
        """Header, tabs and titles; nothing before the screen has been drawn once."""
        if self.plan.too_small or not self.views:
            return
        desk, shared = self.desk, self.plan
        name = self.checker.ports.title
        reload = self.checker.ports.reload
        broken = "a rule is broken" if reload is not None and reload.broken else ""
        head = header(desk, name, shared.width, self.checker.work.line or broken)
        self.top.show([head, tabs(desk, self.views, shared.width), self._titles()])

    def _titles(self) -> Line:
        """What each pane shows."""
        desk, shared = self.desk, self.plan
        titles: list[tuple[str, str]] = []
        several = shared.panes > 1
        for index, (view, width) in enumerate(zip(self.views, shared.pane_widths, strict=True)):
            if index:
                titles.append(("┬", "rule"))
            focused = several and index == self.pane
            sight = self.panes[index].paragraphs
            pinned = desk.pinned == (index, view.article)
            titles += pane_title(desk, view, sight, width, focused=focused, pinned=pinned)
        return tuple(titles)

    def _draw_lower(self) -> None:
        """Table, card and answer; what is said of a line that is open stands above it."""
        shared, said = self.plan, self._answer
        parts = lower(self.desk, self._table_lines(), "" if self.prompt else said, shared, whole=self.whole)
        if self.prompt is not None and said and shared.card:
            rows = told(said, shared.width, shared.card)
            parts = parts[0], [*parts[1][: -len(rows)], *rows], parts[2]
        for widget, lines in zip((self.voices, self.card, self.answer), parts, strict=True):
            widget.show(lines)

    def told_whole(self) -> str:
        """What to say of the card that says all it has to say: what was compared, or that this is all."""
        if self.reading:
            return "Tab brings the card back"
        if not self.whole:
            return ""
        if self.desk.followed:
            return f"compared again: {self.desk.followed}"
        return "that is all there is" if says_all(self.desk, self._table_lines(), self.plan) else ""

    def _table_lines(self) -> list[Line]:
        desk, shared = self.desk, self.plan
        if not shared.voices:
            return []
        if self.searching:
            from factcheck.tui.layout.found import found

            if self._listed is not desk.hits:
                # What was found before is scrolled no longer: the new hits are listed from the first.
                self._listed, self._top_hit = desk.hits, 0
            lines, self._top_hit = found(desk, shared.width, self._top_hit, shared.table - 1)
            return lines
        shape = columns(shared.width, desk.voices)
        lines = table(desk, shared.width, self._missed(), shape)
        room = room_for_rows(desk, len(lines), shared)
        rows, self._top_row = in_sight(lines, desk.row, self._top_row, room)
        head = [title(desk, shared.width, self._top_row, room)]
        if shared.columns:
            head.append(column_titles(shape))
        return [*head, *rows]

    @property
    def has_open(self) -> bool:
        return super().has_open or bool(self.desk.hits or self.desk.query)

    @property
    def searching(self) -> bool:
        """Whether hits stand in place of the table: while one types, and as long as one is in sight."""
        desk = self.desk
        typing = self.prompt is not None and not desk.hits and bool(desk.query.strip())
        return typing or any(view.hit is not None for view in self.views)

    def _missed(self) -> str:
        """What silent articles say instead; looked into once the reviewer pauses."""
        fact, rows = self.desk.fact, self.desk.voices
        if fact is None or not rows or rows[-1].claim is not None:
            return ""
        silences = self.checker.silences
        if silences.known(fact) is None and self.is_mounted:
            if self._pause is not None:
                self._pause.stop()
            self._pause = self.set_timer(PAUSE, self._look_into_silence)
        return silences.words_for_all(fact, rows[-1].where)

    async def _look_into_silence(self) -> None:
        self._pause = None
        fact = self.desk.fact
        if fact is not None:
            await to_thread(self.checker.silences.look_into, fact)
            self._draw_lower()

    def set_ahead(self, facts: Facts) -> None:
        """Set the articles that are in sight with claims that are to come; in another thread."""
        shared = self.plan
        sizes = [
            (view.article, text_width(w)) for view, w in zip(self.views, shared.pane_widths, strict=False)
        ]
        self.texts.set_ahead(facts, sizes, gaps=shared.gaps)

    # --- answers and typing ---------------------------------------------------------------

    def say(self, answer: str) -> None:
        before, self._answer = self._answer, flat(answer)
        if before == self._answer:
            return
        if self.unseen:
            self.redraw()
            return
        full = row_in_full(self.desk)
        if self.prompt is not None:
            self._draw_lower()
            self._draw_footer()
        elif max(cells(before or full), cells(self._answer or full)) < self.plan.width:
            line = foot(self.desk, self._answer, self.plan.width, 1)
            self.answer.show([*self.answer.lines[: self.plan.answer - 1], *line])
        else:
            # It takes rows of the card or gives them back.
            self._draw_lower()

    def opened(self, prompt: Prompt) -> None:
        """The input line stands in place of the answer."""
        self.say("")
        self._share_out_anew()
        self.mount(prompt, before=self.footer)
        self._draw_footer()

    def closed(self) -> None:
        self._share_out_anew()
        if self._answer:
            # What was said of the line goes with it.
            self._answer = ""
            self._draw_lower()
        self._draw_footer()

    # --- pointing -------------------------------------------------------------------------

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """The pane in which words are drawn over answers for the whole screen, blank cells included.

        Textual takes all that is left of an article where the pointer comes upon anything but a letter.
        """
        widget, offset = super().get_widget_and_offset_at(x, y)
        begun = self._select_state if self._selecting else None
        pane = begun.start.content_widget if begun and begun.start.content_widget else widget
        if isinstance(pane, TextPane):
            region = pane.content_region
            return pane, Offset(pane.nearest(x - region.x, y - region.y), 0)
        return widget, offset

    def on_text_pane_claim_pressed(self, message: TextPane.ClaimPressed) -> None:
        self.act(lambda: self.desk.goto(message.claim))("")

    def on_text_pane_moved(self) -> None:
        if not self.plan.too_small:
            self.top.show([*self.top.lines[:2], self._titles()])

    def pressed(self, message: Lines.Pressed) -> None:
        if message.control is not self.voices:
            return
        if self.searching:
            number = self._top_hit + message.line - 1
            if message.line and number < len(self.desk.hits):
                self.act(lambda: self.desk.show_hit(number))("")
            return
        line = message.line - 1 - self.plan.columns
        row = line + self._top_row if line > 0 else line
        if not 0 <= row < len(self.desk.voices):
            return
        self.act(lambda: self.desk.choose(row))("")
        if message.chain == 2:
            self.act(self.desk.enter)("")

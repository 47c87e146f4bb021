"""The report screen: format, which claims, where to; look at it first, write it, open it, sign it off."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from factcheck.problems import BadInput, Problem
from factcheck.review.refusal import Refusal
from factcheck.tui.layout.hints import hints
from factcheck.tui.layout.line import BLANK, Line, cut, fit, rule
from factcheck.tui.layout.preview import Preview
from factcheck.tui.layout.wrap import wrap_words
from factcheck.tui.ports import FORMATS
from factcheck.tui.screens.base import ActionScreen, Command
from factcheck.tui.signing import SignOff
from factcheck.tui.widgets.lines import Lines
from factcheck.wording.words import flat
from factcheck.wording.words import reached as told

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.app import ComposeResult

    from factcheck.review.desk import Desk
    from factcheck.tui.ports import Task

FIRST = 9
"""The line on which the first format stands."""
SHOWS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("all claims", ()),
    ("what was judged", ("supported", "conflicting", "unsourced")),
    ("conflicting alone", ("conflicting",)),
    ("supported alone", ("supported",)),
    ("unsourced alone", ("unsourced",)),
    ("what is open", ("open", "left-open", "unresolved")),
)
"""What ``f`` goes round: words, and the states of the claims that are in the report."""
MAKING = "making the report"
AT_ONCE = 200_000
"""Code points that are wrapped while one waits: 20 ms."""
T = TypeVar("T")


class ReportScreen(ActionScreen):
    CSS_PATH = "plain.tcss"
    context = "report"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.chosen = 0
        self.sign_off = SignOff(self)
        self._shows = 0
        self._place: Path | None = None
        self._written: Path | None = None
        self._preview: Preview | None = None
        self._made: tuple[int, int] | None = None
        """The moment of the desk that it tells."""
        self._fitting = 0
        """The width that it was brought to last, or is being."""
        self._top = 0
        self.body = Lines(id="plain")

    def compose(self) -> ComposeResult:
        yield self.body

    def on_mount(self) -> None:
        self.redraw()

    def commands(self) -> Mapping[str, Command]:
        return {
            "claim.next": lambda _: self._choose(self.chosen + 1, 1),
            "claim.previous": lambda _: self._choose(self.chosen - 1, -1),
            "article.show": self._write_numbered,
            "mention.enter": lambda _: self.write(),
            "page.down": lambda _: self._page(1),
            "page.up": lambda _: self._page(-1),
            "queue.filter": lambda _: self._show_other(),
            "note.write": lambda _: self._ask_place(),
            "queue.order": lambda _: self._open(),
            "report.sign": lambda _: self.sign_off.sign(),
            "screen.report": lambda _: self._leave(),
            "app.close": lambda _: self._leave(),
            "app.back": lambda _: self._leave(),
        }

    def _choose(self, index: int, scroll: int) -> None:
        if self._preview is not None:
            self._top += scroll
        else:
            self.chosen = max(0, min(index, len(FORMATS) - 1))
        self.redraw()

    def _leave(self) -> None:
        """Out of the line to type into, the preview, then the screen."""
        if self.prompt is not None:
            self.prompt.leave()
        elif self._preview is not None:
            self._preview = None
            self.redraw()
        else:
            self.checker.back()

    # --- what goes in, and where it goes ----------------------------------------------------

    @property
    def has_open(self) -> bool:
        return super().has_open or self._preview is not None

    @property
    def only(self) -> tuple[str, ...]:
        return SHOWS[self._shows][1]

    def _show_other(self) -> None:
        """Other claims in it; while it is looked at, once they are seen."""
        shows = (self._shows + 1) % len(SHOWS)
        if self._preview is not None:
            self._make_preview(shows)
        else:
            self._shows = shows
            self.redraw()

    def _ask_place(self) -> None:
        def done(text: str) -> None:
            self.settle(lambda: self._take_place(text.strip()))

        self.ask("folder or file", str(self._place or ""), done, lambda _: self.end_asking())

    def _take_place(self, typed: str) -> str:
        place = Path(os.path.expanduser(typed)) if typed else None
        if place is not None and not (place.is_dir() or place.parent.is_dir()):
            return Refusal(f"there is no folder {flat(str(place.parent))}")
        self._place = place
        return ""

    def _page(self, by: int) -> None:
        """Look at the report before it is written; once there, page in it."""
        if self._preview is None:
            self._make_preview(self._shows)
        else:
            self._top += by * max(self.app.size.height - 3, 1)
            self.redraw()

    def _make_preview(self, shows: int) -> None:
        report, width = self.checker.ports.report, self.app.size.width
        if report is None:
            self.say("no report can be shown here: use factcheck export")
            return

        def show(preview: Preview) -> None:
            self._preview, self._shows, self._top, self._answer = preview, shows, 0, ""
            self.redraw()

        def begin() -> Task[Preview]:
            make, self._made = report("md", SHOWS[shows][1]), self.desk.moment
            return lambda tell: Preview(make(tell), width)

        self.behind(MAKING, begin, show)

    def behind(
        self,
        stage: str,
        begin: Callable[[], Task[T]],
        then: Callable[[T], None],
        refused: Callable[[BadInput], None] | None = None,
    ) -> None:
        """Begin a work and have it done behind the screen; the bar takes the place of the last answer.

        What is refused is said, or goes to ``refused``.
        """
        self.say("")
        refused = refused or (lambda why: self.say(str(why)))
        try:
            task = begin()
        except BadInput as why:
            refused(why)
        else:
            self.checker.work.behind(stage, task, then, refused=refused)

    def _open(self) -> None:
        """Show the report that was written last in what this machine opens it with."""
        if self._written is None:
            self.say("nothing is written yet: Enter writes")
            return
        from factcheck.tui.editor import open_page

        shown = open_page(self.app, self._written.resolve().as_uri())
        self.say(f"opened: {self._written}" if shown else f"nothing here opens it: {self._written}")

    def _write_numbered(self, key: str) -> None:
        """Write the format of this number at once."""
        if not 1 <= int(key) <= len(FORMATS):
            self.say(f"there are {len(FORMATS)} formats: 1 to {len(FORMATS)}")
            return
        self.chosen = int(key) - 1
        self.write()

    def write(self) -> None:
        """Make the chosen format, then write it and say where the file is.

        It is given up as long as it is made: no file is left half written, or written and not told of.
        """
        report, write = self.checker.ports.report, self.checker.ports.write
        if report is None or write is None:
            self.say("no reports can be written from here: use factcheck export")
            return
        form, place, only = FORMATS[self.chosen][0], self._place, self.only

        def put(text: str) -> None:
            self.checker.work.behind(
                "writing it", lambda _: _written(write, text, form, place), done, sure=True
            )

        def done(path: Path) -> None:
            self._written = path
            self.say(f"written at {datetime.now().astimezone():%H:%M:%S}: {path}")

        self.behind(MAKING, lambda: report(form, only), put)

    # --- own ------------------------------------------------------------------------------

    def perform(self, action: str, key: str = "") -> None:
        # Any other key between the two takes the question back.
        if action != "report.sign":
            self.sign_off.asked = None
        super().perform(action, key)

    def say(self, answer: str) -> None:
        self._answer = answer
        self.redraw()

    def draw(self) -> None:
        if self._preview is not None:
            self._draw_preview(self._preview)
            return
        width, height = self.app.size
        progress = self.desk.progress()
        far = self.sign_off.far
        yours = (progress.judged, progress.open, progress.left)
        everybody = (far.judged, far.open, far.left)
        together = f" All reviewers: {told(*everybody)}" if everybody != yours else ""
        press = f" Write it as: 1 to {len(FORMATS)} writes at once; or choose, Enter writes"
        lines: list[Line] = [
            rule((("report", "title"),), width),
            ((cut(f" You: {told(*yours)}", width),
              "unsourced" if progress.left else "text"),),
            ((cut(together, width), "text"),),
            ((cut(f" {flat(self.sign_off.standing)}", width), "text+bold"),),
            ((cut(f" In it: {SHOWS[self._shows][0]}; f changes that", width), "text"),),
            ((cut(f" To: {self._place or 'the folder of the session'}; i changes that", width), "text"),),
            BLANK,
            ((cut(press, width), "dim"),),
            BLANK,
        ]  # fmt: skip
        for index, (name, what) in enumerate(FORMATS):
            tone = "text+chosen" if index == self.chosen else "text"
            mark = ">" if index == self.chosen else " "
            lines.append(((fit(f" {mark} {index + 1}  {name.upper():<5} {what}", min(width, 76)), tone),))
        lines.append(BLANK)
        lines += [((f" {row}", "answer"),) for row in wrap_words(flat(self._answer), width - 2)]
        keys = hints("prompt" if self.prompt else self.context, self.checker.keymap, width, 2)
        lines += [BLANK] * (height - len(lines) - len(keys) - (self.prompt is not None))
        self.body.show([*lines, *keys])

    def _draw_preview(self, preview: Preview) -> None:
        width, height = self.app.size
        if width not in (preview.width, self._fitting) and not self.checker.work.awaited:
            self._fit(preview.text, width)
            return
        room = max(height - 2, 1)
        self._top = max(0, min(self._top, len(preview.rows) - room))
        where = self._answer or f"line {self._top + 1} of {len(preview.rows)}"
        keys = self.checker.keymap
        again = f"out of date, {keys.first('app.close')} {keys.first('page.down')} make it anew"
        words = "as it would read" if self._made == self.desk.moment else again
        title = rule(((f"{words}: {SHOWS[self._shows][0]}", "title"),), width, ((where, "dim"),))
        shown: list[Line] = [((f" {row}", "text"),) for row in preview.rows[self._top : self._top + room]]
        below = hints("preview", keys, width, 1)
        self.body.show([title, *shown, *([BLANK] * (room - len(shown))), *below])

    def _fit(self, text: str, width: int) -> None:
        """In rows of another width: at once where that is quick; given up once it is not tried again."""
        self._fitting = width

        def show(preview: Preview) -> None:
            self._preview = preview
            self.redraw()

        if len(text) < AT_ONCE:
            show(Preview(text, width))
        else:
            self.behind("fitting it to the window", lambda: lambda _: Preview(text, width), show)

    def pressed(self, message: Lines.Pressed) -> None:
        if self.checker.work.awaited or self._preview is not None:
            return
        if 0 <= message.line - FIRST < len(FORMATS):
            self._choose(message.line - FIRST, 0)
            if message.chain == 2:
                self.write()


def _written(
    write: Callable[[str, str, Path | None], Path], text: str, form: str, place: Path | None
) -> Path:
    try:
        return write(text, form, place)
    except OSError as refused:
        what, why = "not written", refused.strerror or str(refused)
        raise BadInput(Problem(str(refused.filename), what, why, "check the folder")) from refused

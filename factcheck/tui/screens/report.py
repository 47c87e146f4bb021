"""The report screen: format, which claims, where to; look at it first, write it, open it, sign it off."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.problems import BadInput
from factcheck.review.rounds.adjudicating import differences
from factcheck.review.rounds.signatures import reached
from factcheck.tui.layout.hints import hints
from factcheck.tui.layout.line import BLANK, Line, cut, fit, rule
from factcheck.tui.layout.wrap import wrap_words
from factcheck.tui.ports import FORMATS
from factcheck.tui.screens.base import ActionScreen, Command
from factcheck.tui.widgets.lines import Lines
from factcheck.wording.words import count, flat
from factcheck.wording.words import reached as told

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual import events
    from textual.app import ComposeResult

    from factcheck.review.desk import Desk

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


class ReportScreen(ActionScreen):
    CSS_PATH = "plain.tcss"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.chosen = 0
        self._standing: tuple[int, str] = (-1, "")
        self._asked = False
        self._shows = 0
        self._place: Path | None = None
        self._written: Path | None = None
        self._preview: str | None = None
        self._top = 0
        self.body = Lines(id="plain")

    def compose(self) -> ComposeResult:
        yield self.body

    def on_mount(self) -> None:
        self.redraw()

    def on_resize(self, event: events.Resize) -> None:
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
            "report.sign": lambda _: self.sign(),
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
    def only(self) -> tuple[str, ...]:
        return SHOWS[self._shows][1]

    def _show_other(self) -> None:
        self._shows = (self._shows + 1) % len(SHOWS)
        if self._preview is not None:
            self._make_preview()
        self.redraw()

    def _ask_place(self) -> None:
        def done(text: str) -> None:
            self.end_asking()
            self._place = Path(text.strip()).expanduser() if text.strip() else None
            self.say("")

        self.ask("folder or file", str(self._place or ""), done, lambda _: self.end_asking())

    def _page(self, by: int) -> None:
        """Look at the report before it is written; once there, page in it."""
        if self._preview is None:
            self._make_preview()
        else:
            self._top += by * max(self.app.size.height - 3, 1)
        self.redraw()

    def _make_preview(self) -> None:
        preview = self.checker.ports.preview
        if preview is None:
            self._answer = "no report can be shown here: use factcheck export"
            return
        try:
            text = preview(self.only)
        except BadInput as refused:
            self._answer = str(refused)
            return
        self._preview, self._top, self._answer = text, 0, ""

    def _open(self) -> None:
        """Show the report that was written last in what this machine opens it with."""
        if self._written is None:
            self.say("nothing is written yet: Enter writes")
            return
        import webbrowser

        shown = webbrowser.open(self._written.resolve().as_uri())
        self.say(f"opened: {self._written}" if shown else f"nothing here opens it: {self._written}")

    def _write_numbered(self, key: str) -> None:
        """Write the format of this number at once."""
        if not 1 <= int(key) <= len(FORMATS):
            self.say(f"there are {len(FORMATS)} formats: 1 to {len(FORMATS)}")
            return
        self.chosen = int(key) - 1
        self.write()

    def write(self) -> None:
        """Write the chosen format through the port and say where the file is."""
        export = self.checker.ports.export
        if export is None:
            self.say("no reports can be written from here: use factcheck export")
            return
        try:
            path = export(FORMATS[self.chosen][0], self._place, self.only)
        except BadInput as refused:
            self.say(str(refused))
        except OSError as refused:
            self.say(f"error: {refused.filename}: not written; {refused.strerror}; check the folder")
        else:
            self._written = path
            self.say(f"written at {datetime.now().astimezone():%H:%M:%S}: {path}")

    # --- sign-off -------------------------------------------------------------------------

    @property
    def standing(self) -> str:
        """DRAFT, or who signed; asked for once after each act, since the whole report is made for it."""
        acts = len(self.desk.state.history)
        if self._standing[0] != acts:
            ask = self.checker.ports.standing
            try:
                said = ask() if ask else ""
            except BadInput as refused:
                said = str(refused)
            self._standing = acts, said
        return self._standing[1]

    def perform(self, action: str, key: str = "") -> None:
        # Any other key between the two takes the question back.
        self._asked = self._asked and action == "report.sign"
        super().perform(action, key)

    def sign(self) -> None:
        """Sign the report off: asked twice, and for a name where nobody has chosen one."""
        ports = self.checker.ports
        if ports.sign is None:
            self.say("no report can be signed off from here: use factcheck sign")
        elif not self.desk.has_judged:
            self.say(
                "not signed: you have judged nothing here; "
                "factcheck sign SESSION --reviewer NAME signs what others judged"
            )
        elif not self._asked:
            self._asked = True
            key = self.checker.keymap.first("report.sign")
            far = reached(self.desk.state, self.desk.facts.claims)
            numbers = told(far.judged, far.open, far.left)
            if far.left:
                numbers += f"; {count(far.left, 'claim')} judged by nobody"
            if waiting := differences(self.desk).left:
                numbers += f"; on {count(waiting, 'claim')} reviewers differ and nobody has adjudicated (D)"
            self.say(f"{numbers}: {key} again signs it as it is")
        elif ports.sign_as is not None and ports.nameless():
            self._asked = False
            self._ask_name(ports.sign_as)
        else:
            self._sign(ports.sign)

    def _ask_name(self, sign_as: Callable[[str], str]) -> None:
        def done(text: str) -> None:
            self.end_asking()
            name = flat(text).lstrip("~")
            if name:
                self._sign(lambda: sign_as(name))
            else:
                self.say("not signed: a report is signed with a name")

        self.say("sign as whom? The report gives this name for all your verdicts, and never your login name")
        self.ask("your name", "", done, lambda _: self.end_asking())

    def _sign(self, sign: Callable[[], str]) -> None:
        self._asked = False
        try:
            answer = sign()
        except BadInput as refused:
            answer = str(refused)
        # The signature is in the log, where this desk has not looked yet.
        self._standing = (-1, "")
        self.say(answer)

    def say(self, answer: str) -> None:
        self._answer = answer
        self.redraw()

    def redraw(self) -> None:
        if self._preview is not None:
            self._draw_preview(self._preview)
            return
        width, height = self.app.size
        progress = self.desk.progress()
        yours = (progress.judged, progress.open, progress.left)
        far = reached(self.desk.state, self.desk.facts.claims)
        everybody = (far.judged, far.open, far.left)
        together = f" All reviewers: {told(*everybody)}" if everybody != yours else ""
        press = f" Write it as: 1 to {len(FORMATS)} writes at once; or choose, Enter writes"
        lines: list[Line] = [
            rule((("report", "title"),), width),
            ((cut(f" You: {told(*yours)}", width),
              "unsourced" if progress.left else "text"),),
            ((cut(together, width), "text"),),
            ((cut(f" {flat(self.standing)}", width), "text+bold"),),
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
        keys = hints("prompt" if self.prompt else "report", self.checker.keymap, width, 2)
        lines += [BLANK] * (height - len(lines) - len(keys) - (self.prompt is not None))
        self.body.show([*lines, *keys])

    def _draw_preview(self, text: str) -> None:
        width, height = self.app.size
        wrapped = (wrap_words(flat(line), max(width - 2, 10)) or [""] for line in text.splitlines())
        rows: list[Line] = [((f" {row}", "text"),) for part in wrapped for row in part]
        room = max(height - 2, 1)
        self._top = max(0, min(self._top, len(rows) - room))
        where: Line = ((f"line {self._top + 1} of {len(rows)}", "dim"),)
        title = rule(((f"as it would read: {SHOWS[self._shows][0]}", "title"),), width, where)
        shown = rows[self._top : self._top + room]
        keys = hints("preview", self.checker.keymap, width, 1)
        self.body.show([title, *shown, *([BLANK] * (room - len(shown))), *keys])

    def on_lines_pressed(self, message: Lines.Pressed) -> None:
        if 0 <= message.line - FIRST < len(FORMATS):
            self._choose(message.line - FIRST, 0)
            if message.chain == 2:
                self.write()

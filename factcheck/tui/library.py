"""The library: recent sessions with how far they are, samples, and a new session from files.

It runs before any session is open and returns what was chosen; making and opening are not its business.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from factcheck.review.remarks import shown as shown_name
from factcheck.tui.beginning import Beginning
from factcheck.tui.theme import THEMES
from factcheck.wording.words import flat, reached

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Protocol

    from textual import events

    class Far(Protocol):
        """Who left a session last, and how many claims they had judged, left open, and not judged yet."""

        @property
        def reviewer(self) -> str: ...
        @property
        def judged(self) -> int: ...
        @property
        def open(self) -> int: ...
        @property
        def left(self) -> int: ...

    class Recent(Protocol):
        """A session that was opened before."""

        @property
        def path(self) -> str: ...
        @property
        def title(self) -> str: ...
        @property
        def opened(self) -> str: ...
        @property
        def far(self) -> Far | None: ...

    class Found(Protocol):
        """An article of a session to be made, with what its file says of itself."""

        @property
        def path(self) -> str: ...
        @property
        def title(self) -> str: ...
        @property
        def source(self) -> str: ...
        @property
        def published(self) -> str | None: ...

    class Shelf(Protocol):
        """What the library shows, and what it asks of the file system."""

        @property
        def reviewer(self) -> str:
            """The name that the person at this machine has chosen; empty before."""
            ...

        @property
        def recent(self) -> Sequence[Recent]: ...
        @property
        def samples(self) -> Sequence[tuple[str, str]]:
            """Name and title."""
            ...

        def find(self, text: str) -> tuple[Sequence[Found], str]:
            """The articles that a path, a folder or a pattern means, and a line of what is wrong."""
            ...

        def complete(self, text: str) -> str | None:
            """The path that begins so, where there is one only."""
            ...

        def date_of(self, text: str) -> str | None:
            """A date as session.yaml holds it; None where this is none."""
            ...

        def propose(self, paths: Sequence[str]) -> str:
            """The folder where a session of these files would stand."""
            ...


@dataclass(frozen=True, slots=True)
class Chosen:
    """A session to open by its path, a sample by its name, or a session to make of these files."""

    what: Literal["open", "sample", "new"]
    name: str
    paths: tuple[str, ...] = ()
    said: dict[str, dict[str, str]] = field(default_factory=dict)
    """What the reviewer said of articles: path -> source, published."""
    reviewer: str = ""
    """The name that was given; empty for none."""


HELP = "j k choose   Enter opens   n new session   ? help   q leaves"
HELP_TYPING = "Enter takes it   Esc back to the list"
HELP_LATER = "Enter takes it   Esc or Up back to the question before"
HELP_HELP = "q back"
KEYS = """j k, Up Down   choose a session or a sample
Enter          open it; a sample opens as a copy of your own
n              a new session: its articles, who published each and when, your name, its folder
Esc, Up        in a new session: back to the question before
q, Esc         leave; everything in a session is saved at once
?              this help; in a session ? lists all its keys
"""


class _Paths(Suggester):
    """Offers how a path goes on."""

    def __init__(self, shelf: Shelf) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._shelf = shelf

    async def get_suggestion(self, value: str) -> str | None:
        return self._shelf.complete(value)


class Library(App[Chosen]):
    """Returns what was chosen, or None."""

    BINDINGS = [  # noqa: RUF012
        Binding("j", "down", show=False),
        Binding("k", "up", show=False),
        Binding("n", "new", show=False),
        Binding("q", "quit", show=False),
        Binding("question_mark,f1", "help", show=False),
        Binding("escape", "step_back", show=False),
    ]
    CSS = """
    #head { padding: 1 2 0 2; color: $accent; text-style: bold; }
    #list { border: none; padding: 0 1; height: 1fr; background: $background; }
    #asked { padding: 1 2; display: none; }
    #line { display: none; margin: 0 2; border: none; background: $panel; height: 1; }
    #said { padding: 1 2 0 2; height: auto; color: $warning; }
    #help { dock: bottom; padding: 0 2; color: $secondary; }
    """

    def __init__(self, shelf: Shelf, theme: str = "dark") -> None:
        super().__init__()
        for each in THEMES.values():
            self.register_theme(each)
        self.theme = THEMES[theme].name
        self._shelf = shelf
        self._new = Beginning(shelf)
        self._helping = False

    def compose(self) -> ComposeResult:
        yield Static(Content("factcheck   sessions"), id="head")
        yield OptionList(*self._options(), id="list")
        yield Static(Content(""), id="asked")
        line = Input(id="line", compact=True, suggester=_Paths(self._shelf), select_on_focus=False)
        yield line
        yield Static(Content(""), id="said")
        yield Static(Content(HELP), id="help")

    def _options(self) -> list[Option | None]:
        shelf = self._shelf
        rows: list[Option | None] = [
            Option(Content(_recent(each)), id=f"open{index}") for index, each in enumerate(shelf.recent)
        ]
        rows += [None] if rows else []
        rows += [Option(Content("New session from article files   n"), id="new"), None]
        rows += [
            Option(Content(f"Sample: {flat(title)}   {name}"), id=f"sample{index}")
            for index, (name, title) in enumerate(shelf.samples)
        ]
        return rows

    # --- choosing -------------------------------------------------------------------------

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        chosen = event.option_id or ""
        if chosen == "new":
            self.action_new()
        elif chosen.startswith("open"):
            self.exit(Chosen("open", self._shelf.recent[int(chosen[4:])].path))
        else:
            self.exit(Chosen("sample", self._shelf.samples[int(chosen[6:])][0]))

    def action_down(self) -> None:
        self.query_one(OptionList).action_cursor_down()

    def action_up(self) -> None:
        self.query_one(OptionList).action_cursor_up()

    # --- a new session, question by question ------------------------------------------------

    @property
    def asking(self) -> Input:
        return self.query_one("#line", Input)

    def action_new(self) -> None:
        self._new = Beginning(self._shelf)
        self._ask()

    def action_step_back(self) -> None:
        """Esc: to the question before, from the first to the list, and from there out."""
        if self._helping or (self.asking.display and not self._new.back()):
            self._show_list()
        elif self.asking.display:
            self._tell("")
            self._ask()
        else:
            self.exit(None)

    async def action_quit(self) -> None:
        if self._helping:
            self._show_list()
        else:
            self.exit(None)

    def action_help(self) -> None:
        """The keys of this screen, and back."""
        if self._helping:
            self._show_list()
        elif not self.asking.display:
            self._helping = True
            self.query_one("#list").display = False
            asked = self.query_one("#asked", Static)
            asked.update(Content(KEYS))
            asked.display = True
            self.query_one("#help", Static).update(Content(HELP_HELP))

    def _show_list(self) -> None:
        self._helping = False
        for name, shown in (("#list", True), ("#asked", False), ("#line", False)):
            self.query_one(name).display = shown
        self._tell("")
        self.query_one("#help", Static).update(Content(HELP))
        self.query_one(OptionList).focus()

    def _ask(self) -> None:
        question = self._new.asked
        self.query_one("#list").display = False
        help_ = HELP_TYPING if question.key == "paths" else HELP_LATER
        self.query_one("#help", Static).update(Content(help_))
        asked = self.query_one("#asked", Static)
        asked.display = True
        asked.update(Content(self._new.words))
        self.asking.display = True
        self.asking.value = question.answer
        self.asking.cursor_position = len(question.answer)
        self.asking.focus()

    def _tell(self, line: str) -> None:
        self.query_one("#said", Static).update(Content(flat(line)))

    async def on_key(self, event: events.Key) -> None:
        if not self.asking.display or event.key not in ("tab", "up"):
            return
        event.stop()
        event.prevent_default()
        if event.key == "up":
            if self._new.asked.key != "paths":
                self.action_step_back()
        elif whole := self._shelf.complete(self.asking.value):
            self.asking.value = whole
            self.asking.cursor_position = len(whole)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        new, asked = self._new, self._new.asked
        said = new.take(event.value.strip())
        if new.complete:
            folder, reviewer = new.answer_to("folder"), new.answer_to("reviewer")
            self.exit(Chosen("new", folder, tuple(new.found), new.said(), reviewer))
            return
        if new.asked is not asked or asked.key == "paths":
            self._ask()
        # What will not do is mended where it stands.
        self._tell(said)


def _recent(each: Recent) -> str:
    done = ""
    if (far := each.far) is not None:
        done = f"\n  {shown_name(far.reviewer)}: {reached(far.judged, far.open, far.left)}"
    return f"{flat(each.title)}   {each.opened[:10]}{done}\n  {flat(each.path)}"


def choose(shelf: Shelf, theme: str) -> Chosen | None:
    """Ask what to open; None when the reviewer leaves instead."""
    return Library(shelf, theme).run()

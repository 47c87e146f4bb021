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
from factcheck.tui.theme import THEMES
from factcheck.wording.words import count, flat, reached, short

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Protocol

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


LISTED = 8
"""Files that are named while more are added: the line to type into must stay in sight."""
HELP = "j k choose   Enter opens   n new session   q leaves"
HELP_TYPING = "Enter takes it   Esc back to the list"
ASK_PATHS = (
    "New session: a file, a folder or a pattern (notes/*.txt); Tab completes, Enter adds, Enter alone goes on"
)
ASK_NAME = "The folder of the new session"


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
        self._found: dict[str, Found] = {}
        self._open: list[tuple[Found, str]] = []
        """Questions that are left: of an article, its source or its date."""
        self._said: dict[str, dict[str, str]] = {}
        self._name = ""

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
        self._found, self._open, self._said, self._name = {}, [], {}, ""
        self._ask(ASK_PATHS)

    def action_step_back(self) -> None:
        """Esc: back to the list, and from there out."""
        if self.asking.display:
            self._show_list()
        else:
            self.exit(None)

    def _show_list(self) -> None:
        for name, shown in (("#list", True), ("#asked", False), ("#line", False)):
            self.query_one(name).display = shown
        self._tell("")
        self.query_one("#help", Static).update(Content(HELP))
        self.query_one(OptionList).focus()

    def _ask(self, question: str, value: str = "") -> None:
        self.query_one("#list").display = False
        self.query_one("#help", Static).update(Content(HELP_TYPING))
        asked = self.query_one("#asked", Static)
        asked.display = True
        found = [] if self._open or self._name else list(self._found.values())
        listed = "\n".join(f"  {short(each.path, 60)}" for each in found[-LISTED:])
        if len(found) > LISTED:
            listed = f"  {count(len(found) - LISTED, 'other')}, and\n{listed}"
        asked.update(Content(f"{question}:\n{listed}" if listed else f"{question}:"))
        self.asking.display = True
        self.asking.value = value
        self.asking.cursor_position = len(value)
        self.asking.focus()

    def _tell(self, line: str) -> None:
        self.query_one("#said", Static).update(Content(flat(line)))

    async def on_key(self, event: object) -> None:
        from textual.events import Key

        if isinstance(event, Key) and event.key == "tab" and self.asking.display:
            event.stop()
            event.prevent_default()
            whole = self._shelf.complete(self.asking.value)
            if whole:
                self.asking.value = whole
                self.asking.cursor_position = len(whole)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        text = event.value.strip()
        self._tell("")
        if self._name:
            self._finish(text)
        elif self._open:
            self._answer(text)
        elif text:
            self._add(text)
        elif self._found:
            self._open = [
                (each, key)
                for each in self._found.values()
                for key, known in (("source", each.source), ("published", each.published))
                if not known
            ]
            self._next()
        else:
            self._tell("no article yet: name a file or a folder")

    def _add(self, text: str) -> None:
        found, wrong = self._shelf.find(text)
        self._found.update((each.path, each) for each in found)
        self._ask(ASK_PATHS, "" if found else text)
        self._tell(wrong or f"{count(len(self._found), 'article')} so far")

    def _answer(self, text: str) -> None:
        article, key = self._open[0]
        if text and key == "published":
            date = self._shelf.date_of(text)
            if date is None:
                self._tell(f"“{text[:40]}” is no date: write 2025-03-05, or nothing where it is not known")
                return
            text = date
        if text:
            self._said.setdefault(article.path, {})[key] = text
        del self._open[0]
        self._next()

    def _next(self) -> None:
        """The next question; the last one is where the session shall stand."""
        if not self._open:
            self._name = self._shelf.propose(list(self._found))
            self._ask(ASK_NAME, self._name)
            return
        article, key = self._open[0]
        what = "Who published it" if key == "source" else "The day it was published (2025-03-05)"
        known = self._said.get(article.path, {}).get("source") or article.source
        of = f"{flat(article.path)}, “{flat(article.title)}”{', ' + flat(known) if known else ''}"
        self._ask(f"{of}\n{what}; Enter alone where it is not known")

    def _finish(self, text: str) -> None:
        if not text:
            self._tell("the session needs a folder: name one")
            return
        self.exit(Chosen("new", text, tuple(self._found), self._said))


def _recent(each: Recent) -> str:
    done = ""
    if (far := each.far) is not None:
        done = f"\n  {shown_name(far.reviewer)}: {reached(far.judged, far.open, far.left)}"
    return f"{flat(each.title)}   {each.opened[:10]}{done}\n  {flat(each.path)}"


def choose(shelf: Shelf, theme: str) -> Chosen | None:
    """Ask what to open; None when the reviewer leaves instead."""
    return Library(shelf, theme).run()

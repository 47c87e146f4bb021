"""What the app asks of whoever starts it. Everything is optional but the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from factcheck.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from factcheck.compare.facts.meanings import Meanings
    from factcheck.model import Claim
    from factcheck.pipeline import Progress
    from factcheck.problems import Problem
    from factcheck.reloading import Compared, Fresh
    from factcheck.review.rulebook import FileRow
    from factcheck.review.standing import Comparer

FORMATS: tuple[tuple[str, str], ...] = (
    ("html", "a page to send or print, complete in one file"),
    ("md", "Markdown, for a text editor or a wiki"),
    ("csv", "a table, one claim a row"),
    ("json", "everything, to be imported again"),
)


T_co = TypeVar("T_co", covariant=True)


class Task(Protocol[T_co]):
    """Work that was begun in the app's own thread and goes on in another; it may take long.

    ``tell`` hears how far it is, and raises where it is not wanted any more. Raises BadInput.
    """

    def __call__(self, tell: Progress, /) -> T_co: ...


class Offered(Protocol):
    """A word that would have brought two claims together: in words, and as it may be typed."""

    @property
    def shown(self) -> str: ...

    @property
    def typed(self) -> str: ...


class Reload(Protocol):
    """Rule files that are edited while the app runs."""

    @property
    def broken(self) -> Sequence[str]:
        """What is wrong with them now, a line each."""
        ...

    def prime(self) -> None:
        """Read them as they are now; it may take a second."""
        ...

    def warm(self) -> None:
        """Make ready for an edit; it may take many seconds."""
        ...

    def changed(self) -> bool:
        """Whether one was saved."""
        ...

    @property
    def settling(self) -> bool:
        """Whether one is another than when it was read last, and may not be whole yet."""
        ...

    def find(self) -> Fresh:
        """Read them again, and find their claims; in another thread. Raises BadInput."""
        ...

    def show(self, fresh: Fresh) -> str:
        """Go on with those claims; returns what to answer."""
        ...

    def compare(self, fresh: Fresh, tell: Progress) -> Compared:
        """Compare them; it may take seconds, in another thread, while they are found anew in a third.

        ``tell`` hears how far it is; what it raises ends it.
        """
        ...

    def take(self, compared: Compared) -> str:
        """Go on with the comparison; what it means for own verdicts, or nothing."""
        ...


class Rules(Protocol):
    """The rules of the session: listed, switched, edited, made."""

    @property
    def ready(self) -> bool:
        """Whether they have been read."""
        ...

    def prepare(self) -> None:
        """Read them: it takes a second or two, in another thread."""
        ...

    def book(self) -> Sequence[FileRow]: ...

    def switch(self, rule: str, *, on: bool) -> str:
        """Switch a rule for this session; returns what to answer. Raises BadInput."""
        ...

    def use(self, name: str, *, used: bool) -> str:
        """Use a shipped pack or not; returns what to answer. Raises BadInput."""
        ...

    def is_own(self, path: str) -> bool:
        """Whether a file may be edited."""
        ...

    def text(self, path: str) -> str:
        """Raises BadInput."""
        ...

    def check(self, path: str, text: str) -> Sequence[Problem]:
        """What would be wrong with the file if this were its text; it may take a second."""
        ...

    def save(self, path: str, text: str) -> None:
        """Raises BadInput."""
        ...

    def propose(self, claim: Claim) -> str:
        """A pattern that finds a claim and what is said like it; empty where there is none.

        It may take a second or two, in another thread.
        """
        ...

    def make(self, pattern: str, claim: Claim) -> str:
        """Make a rule of a pattern; returns what to answer. It may take seconds, in another thread.

        Raises BadInput.
        """
        ...

    def log_made(self) -> None:
        """Put what ``make`` made in the log, in the app's own thread: z takes it back."""
        ...


@dataclass(frozen=True, slots=True)
class Ports:
    """``notices`` are shown once at the start; ``on_quit`` gets the id of the claim that was in hand."""

    title: str = "session"
    report: Callable[[str, Sequence[str]], Task[str]] | None = None
    """Makes the report in one of FORMATS; the second names states of claims, none means all."""
    write: Callable[[str, str, Path | None], Path] | None = None
    """Writes the text of a report of this format, whole or not at all, in any thread; without a path where
    reports of this session go, and the path may be a folder. Returns where it is now. Raises BadInput."""
    notices: tuple[str, ...] = ()
    shown: Callable[[], None] | None = None
    """Called once, when the first screen stands."""
    on_quit: Callable[[str | None], None] | None = None
    keep_drafts: Callable[[Mapping[str, str]], None] | None = None
    """Takes the half-written notes by claim, while they are written. Raises BadInput."""
    keymap: Mapping[str, str] | None = None
    theme: str = "dark"
    """One of the names in ``theme.THEMES``."""
    keep_theme: Callable[[str], None] | None = None
    """Takes the name of a theme that was chosen in the app. Raises BadInput."""
    sign: Callable[[str], Task[Callable[[], str]]] | None = None
    """Makes the sign-off, under a name where one is given; what it returns puts it in the log, in the app's
    own thread, and returns what to answer. Each raises BadInput."""
    nameless: Callable[[], bool] = lambda: False
    """Whether this reviewer has chosen no name yet."""
    standing: Callable[[], str | Task[str]] | None = None
    """DRAFT, signed by whom, or stale: one line, or what finds it out."""
    compare: Comparer | None = None
    """Compares claims marked by hand and facts joined by people; it may take a second."""
    offers: Callable[[str, str], Sequence[Offered] | None] | None = None
    """Words that the comparison lacked to bring two claims together; None where it had brought them
    together by itself. It may take a second or two."""
    learn: Callable[[str], str] | None = None
    """Takes words as typed ("axed = cut") into the session's vocabulary and returns what to answer."""
    reload: Reload | None = None
    rules: Rules | None = None
    meanings: Meanings | None = None
    """Ranks by meaning, too, what comes near a fact in articles that are silent on it."""

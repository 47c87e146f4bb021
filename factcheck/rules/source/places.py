"""Where something stands in a rule file, and how an error about it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from factcheck.problems import Problem, printable

if TYPE_CHECKING:
    from collections.abc import Iterable

WIDTH = 100
"""Code points of a source line that an excerpt shows at most."""
_MOST_LISTED = 24


class Place(NamedTuple):
    """A place in a file as the user named it; ``line`` and ``col`` count from 1."""

    path: str
    line: int = 1
    col: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.col}"


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one rule file, kept for the excerpts of its errors."""

    path: str
    lines: tuple[str, ...] = ()

    def place(self, line: int, col: int) -> Place:
        return Place(self.path, line, col)

    def problem(self, place: Place, what: str, why: str = "", mend: str = "") -> Problem:
        line = self.lines[place.line - 1] if 0 < place.line <= len(self.lines) else ""
        return Problem(
            self.path, what, why, mend, line=place.line, col=place.col, excerpt=excerpt(line, place.col)
        )


def shown(text: str, most: int = 60) -> str:
    """A piece of a user's file in quotation marks, short and safe to print."""
    short = text if len(text) <= most else text[: most - 1] + "…"
    return f"'{printable(short)}'"


def excerpt(line: str, col: int) -> str:
    """The line, cut to a window about ``col`` where it is long, and a caret under that column."""
    at = max(0, min(col - 1, len(line)))
    begin = 0 if len(line) <= WIDTH else max(0, min(at - WIDTH // 2, len(line) - WIDTH))
    window = printable(line[begin : begin + WIDTH].replace("\t", " "))
    head = "…" if begin else ""
    tail = "…" if begin + WIDTH < len(line) else ""
    return f"{head}{window}{tail}\n{' ' * (len(head) + at - begin)}^"


def nearest(word: str, known: Iterable[str]) -> str:
    """A sentence that names the nearest known word, or all of them where none is near."""
    from rapidfuzz import fuzz, process

    names = sorted(known)
    close = process.extractOne(word[:60], names, scorer=fuzz.ratio, score_cutoff=60)
    if close:
        return f"did you mean '{close[0]}'?"
    if not names:
        return ""
    listed = names if len(names) <= _MOST_LISTED else [*names[:_MOST_LISTED], "…"]
    return "one of: " + ", ".join(listed)

"""How bad input is worded: one line that says where, what, why and how to mend it."""

from __future__ import annotations

import unicodedata
from typing import Literal

from factcheck.records import dataclass

Severity = Literal["error", "warning"]
_UNPRINTABLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def printable(text: str) -> str:
    """The text with control, format and surrogate characters replaced one for one: safe for a terminal."""
    if text.isprintable():
        return text
    return "".join("�" if unicodedata.category(sign) in _UNPRINTABLE else sign for sign in text)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one input. ``line`` and ``col`` count from 1; None where there is no place."""

    path: str
    what: str
    why: str = ""
    mend: str = ""
    line: int | None = None
    col: int | None = None
    excerpt: str = ""
    """The source line and a caret under the place; printed by ``rules check``, never in one-line messages."""
    severity: Severity = "error"
    """A warning costs nothing: what it speaks of works, though perhaps not as its author thinks."""

    @property
    def place(self) -> str:
        parts = [printable(self.path)]
        if self.line is not None:
            parts.append(str(self.line))
            if self.col is not None:
                parts.append(str(self.col))
        return ":".join(parts)

    def __str__(self) -> str:
        said = "; ".join(part for part in (self.what, self.why, self.mend) if part)
        return f"{self.severity}: {self.place}: {printable(said)}"


class BadInput(Exception):
    """Input that a user can mend; the program prints its problems and leaves with status 2."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems

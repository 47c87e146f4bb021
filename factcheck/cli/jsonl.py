"""Lines of JSON: a line in, a line out, in order, one at a time; bad lines are named and passed over."""

from __future__ import annotations

import json
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from factcheck.problems import BadInput, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

LONGEST = 1_000_000
"""Bytes of a line; a longer one is refused and passed over without being held."""
DIGITS = 400
"""Digits of a whole number that JSON may bring; more stay a text, since Python refuses them."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a row: a text, or with ``numbers`` a number, too; ``longest`` in code points."""

    name: str
    required: bool = True
    numbers: bool = False
    longest: int | None = None

    def fault(self, row: Row) -> tuple[str, str] | None:
        """What is wrong with this field of a row, and why."""
        if self.name not in row and self.required:
            return f'has no "{self.name}"', ""
        value = row.get(self.name)
        if value is None and not self.required:
            return None
        if isinstance(value, str):
            if self.longest is not None and len(value) > self.longest:
                return f'"{self.name}" is too long', f"more than {self.longest:,} characters"
            return None
        if self.numbers and isinstance(value, int | float) and not isinstance(value, bool):
            endless = isinstance(value, float) and not -float("inf") < value < float("inf")
            return (f'"{self.name}" is no number', "it has no end") if endless else None
        return f'"{self.name}" is no text{" or number" if self.numbers else ""}', ""


ID = Field("id", numbers=True)


@dataclass(frozen=True, slots=True)
class Shape:
    """What a line must hold, and how to write one."""

    fields: Sequence[Field]
    example: str

    def read(self, line: bytes, number: int, path: str) -> Row | Problem:
        """The fields of the object on a line, or what is wrong with it and where."""

        def wrong(what: str, why: str = "", col: int = 1) -> Problem:
            return Problem(path, what, why, f"write {self.example}", number, col)

        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8")
            row = json.loads(text, parse_int=lambda digits: int(digits) if len(digits) <= DIGITS else digits)
        except UnicodeDecodeError as error:
            return wrong("is no UTF-8", error.reason, error.start + 1)
        except json.JSONDecodeError as error:
            return wrong("is no JSON", error.msg, error.colno)
        except RecursionError:
            return wrong("is no JSON to be read", "it is nested too deep")
        if not isinstance(row, dict):
            return wrong("is no object")
        for field in self.fields:
            fault = field.fault(row)
            if fault:
                return wrong(*fault, col=max(0, text.find(f'"{field.name}"')) + 1)
        return {field.name: _whole(row[field.name]) for field in self.fields if field.name in row}


def answer_lines(path: str, output: str | None, shape: Shape, answer: Callable[[Row], Row]) -> int:
    """Answer every line of ``path`` (``-``: standard input) that has the shape; how many had not.

    Those each get a line on standard error, a blank line nothing. Answers go to ``output``, or to
    standard output. Raises BadInput where one of the two cannot be opened.
    """
    from factcheck.report.json_ import dumps

    bad = 0
    with ExitStack() as stack:
        source = _source(path, stack)
        target = _target(output, path, stack)
        shown = "standard input" if path == "-" else path
        for number, line in _lines_of(source):
            if line is not None and not line.strip():
                continue
            row = _too_long(number, shown) if line is None else shape.read(line, number, shown)
            if isinstance(row, Problem):
                click.echo(str(row), err=True)
                bad += 1
            else:
                target.write(dumps(answer(row)).encode("utf-8", "backslashreplace") + b"\n")
        target.flush()
    return bad


def _too_long(number: int, path: str) -> Problem:
    return Problem(path, "the line is too long", f"more than {LONGEST:,} bytes", "shorten it", number, 1)


def _whole(value: Any) -> Any:
    """A text whose halves of a character, which JSON can write, are replaced."""
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value


def _lines_of(source: IO[bytes]) -> Iterator[tuple[int, bytes | None]]:
    """Each line with its number; None for one that is too long."""
    number = 0
    while line := source.readline(LONGEST + 1):
        number += 1
        if len(line) <= LONGEST:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = source.readline(LONGEST)
        yield number, None


def _source(path: str, stack: ExitStack) -> IO[bytes]:
    if path == "-":
        if sys.stdin is None:
            raise BadInput(Problem("standard input", "is closed", "", "name a file"))
        return sys.stdin.buffer
    try:
        return stack.enter_context(Path(path).open("rb"))
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise BadInput(Problem(path, "cannot be read", why, "name a file of JSON lines, or -")) from error


def _target(output: str | None, path: str, stack: ExitStack) -> IO[bytes]:
    if output is None or output == "-":
        if sys.stdout is None:
            raise BadInput(Problem("standard output", "is closed", "", "name a file with -o"))
        return sys.stdout.buffer
    try:
        if Path(output).exists() and path != "-" and Path(output).samefile(path):
            raise BadInput(Problem(output, "is the file that is read", "", "choose another -o FILE"))
        return stack.enter_context(Path(output).open("wb"))
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise BadInput(Problem(output, "cannot be written", why, "choose another -o FILE")) from error

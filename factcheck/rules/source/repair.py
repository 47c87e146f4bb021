"""Reads a file whose YAML is broken in places: the rule around an error is set aside, the rest is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.rules.source.events import UnreadableError, read

if TYPE_CHECKING:
    from factcheck.problems import Problem
    from factcheck.rules.source.events import Node
    from factcheck.rules.source.places import Source

MAX_REPAIRS = 10
LONGEST_KEPT, MOST_KEPT = 200_000, 16
"""Signs of a file whose nodes are kept, and how many files are: the shipped packs are half as many."""

_last: dict[str, tuple[str, tuple[Node | None, tuple[Problem, ...]]]] = {}
"""By path: the text that was read last, and what it gave."""


def read_repairing(text: str, source: Source) -> tuple[Node | None, tuple[Problem, ...]]:
    """The document and what was wrong with it. An error within one rule costs only that rule.

    Nodes are never changed: those of a file that stands as it stood are given again.
    """
    known = _last.get(source.path)
    if known is not None and known[0] == text:
        return known[1]
    found = _read(text, source)
    if len(text) <= LONGEST_KEPT:
        while len(_last) >= MOST_KEPT:
            _last.pop(next(iter(list(_last))), None)
        _last[source.path] = text, found
    return found


def _read(text: str, source: Source) -> tuple[Node | None, tuple[Problem, ...]]:
    lines = text.splitlines()
    problems: list[Problem] = []
    while True:
        try:
            return read("\n".join(lines), source), tuple(dict.fromkeys(problems))
        except UnreadableError as error:
            # An error behind the last rule is met once more when that rule has been set aside.
            problems.append(error.problem)
            block = _block(lines, error.lines)
            if block is None or len(problems) > MAX_REPAIRS:
                return None, tuple(dict.fromkeys(problems))
            for i in block:
                lines[i] = ""


def _block(lines: list[str], broken: tuple[int, ...]) -> range | None:
    """The lines of the rule that holds the first broken line: from its ``- `` to the next at that depth."""
    top = next((i for i, line in enumerate(lines) if line.startswith("rules:")), None)
    if top is None or not broken:
        return None
    at = min(min(broken), len(lines) - 1)
    first = next((i for i in range(top + 1, len(lines)) if lines[i].lstrip().startswith("- ")), None)
    if first is None or at < first:
        return None
    indent = lines[first][: len(lines[first]) - len(lines[first].lstrip())] + "- "
    start = next((i for i in range(at, top, -1) if lines[i].startswith(indent)), None)
    if start is None:
        return None
    end = next(
        (i for i in range(start + 1, len(lines)) if lines[i].startswith(indent) or _top(lines[i])), None
    )
    return range(start, len(lines) if end is None else end)


def _top(line: str) -> bool:
    return bool(line) and not line[0].isspace() and not line.startswith(("#", "-"))

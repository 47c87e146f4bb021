"""What ``rules check`` found, for programs: JSON for editors, workflow commands for GitHub."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factcheck.problems import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.problems import Problem


def as_json(problems: Sequence[Problem]) -> str:
    """A list of objects; ``line`` and ``col`` count from 1, null where there is no place."""
    found = [
        {
            "path": problem.path,
            "line": problem.line,
            "col": problem.col,
            "severity": problem.severity,
            "what": problem.what,
            "why": problem.why,
            "mend": problem.mend,
        }
        for problem in problems
    ]
    return json.dumps(found, indent=2) + "\n"


def as_github(problems: Sequence[Problem]) -> str:
    """A workflow command a problem; the escapes are those that GitHub's own toolkit writes."""
    return "".join(_command(problem) + "\n" for problem in problems)


def _command(problem: Problem) -> str:
    places = [f"file={_property(problem.path)}"]
    if problem.line is not None:
        places.append(f"line={problem.line}")
    if problem.col is not None:
        places.append(f"col={problem.col}")
    said = "; ".join(part for part in (problem.what, problem.why, problem.mend) if part)
    return f"::{problem.severity} {','.join(places)}::{_data(said)}"


def _data(text: str) -> str:
    return printable(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {"json": as_json, "github": as_github}

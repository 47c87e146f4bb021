"""What a person set for all their sessions, in ``settings.yaml`` of their configuration folder.

    reviewer: Anna Kovac

A file that is not there says nothing; what is wrong with one is said, and the program goes on without.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from factcheck.problems import BadInput, Problem
from factcheck.session.files import read_original, tidy_name
from factcheck.session.yamlread import Table, Text, read

FILE = "settings.yaml"
ENVIRONMENT = "FACTCHECK_CONFIG_DIR"
KEYS = ("reviewer",)


@dataclass(frozen=True, slots=True)
class Settings:
    """A settings.yaml that was read. ``problems`` are the places that were passed over."""

    reviewer: str | None = None
    problems: tuple[Problem, ...] = ()


def settings_path() -> Path:
    set_by_hand = os.environ.get(ENVIRONMENT)
    if set_by_hand:
        return Path(set_by_hand) / FILE
    from platformdirs import user_config_path

    return user_config_path("factcheck", appauthor=False) / FILE


def read_settings() -> Settings:
    """The settings of whoever runs the program; never raises."""
    path = settings_path()
    if not os.path.lexists(path):
        return Settings()
    try:
        node = read(read_original(path), str(path))
    except BadInput as bad:
        return Settings(problems=bad.problems)
    if node is None:
        return Settings()
    if not isinstance(node, Table):
        what = "is no table of keys"
        return Settings(
            problems=(Problem(str(path), what, "", "write `reviewer: NAME`", node.line, node.col),)
        )
    return _settings(node, str(path))


def _settings(node: Table, path: str) -> Settings:
    problems: list[Problem] = []
    said: dict[str, str] = {}
    for key, value in node.pairs:
        if key.text not in KEYS:
            close = get_close_matches(key.text[:60], KEYS, n=1)
            mend = f"did you mean {close[0]!r}?" if close else "one of: " + ", ".join(KEYS)
            problems.append(Problem(path, f"no key is called {key.text[:60]!r}", "", mend, key.line, key.col))
        elif not isinstance(value, Text):
            what = "a word or a line is expected here, not a list or a table"
            problems.append(Problem(path, what, line=value.line, col=value.col))
        elif key.text in said:
            problems.append(
                Problem(
                    path, f"{key.text!r} stands twice", "the first one counts", "delete one of the two",
                    key.line, key.col,
                )
            )  # fmt: skip
        else:
            said[key.text] = value.text
    return Settings(tidy_name(said.get("reviewer")) or None, tuple(problems))

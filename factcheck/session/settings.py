"""What a person set for all their sessions, in ``settings.yaml`` of their configuration folder.

    reviewer: Anna Kovac
    theme: high-contrast         # dark, light, high-contrast, colour-blind
    keys:
      verdict.supported: F5      # an action's id, as `?` lists them, and its keys
      queue.filter: f, Ctrl+F

A file that is not there says nothing; what is wrong with one is said, and the program goes on without.
"""

from __future__ import annotations

import os
from dataclasses import field
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.problems import BadInput, Problem
from factcheck.records import dataclass
from factcheck.session.files import read_original, tidy_name
from factcheck.session.nodes import Listing, Table, Text
from factcheck.session.yamlread import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factcheck.session.nodes import Node

FILE = "settings.yaml"
ENVIRONMENT = "FACTCHECK_CONFIG_DIR"
KEYS = ("reviewer", "theme", "keys")
THEMES = ("dark", "light", "high-contrast", "colour-blind")


@dataclass(frozen=True, slots=True)
class Settings:
    """A settings.yaml that was read. ``problems`` are the places that were passed over."""

    reviewer: str | None = None
    theme: str | None = None
    """One of THEMES."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Action ids and their keys, separated by commas; the app says which of them mean nothing."""
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


def keep_theme(theme: str) -> None:
    """Write the theme into settings.yaml, the rest as it stands; BadInput where it cannot be written."""
    from factcheck.session.edit import change_text, put
    from factcheck.session.files import make_folder, write_atomic

    path = settings_path()
    text = read_original(path).decode("utf-8-sig") if os.path.lexists(path) else "{}\n"
    make_folder(path.parent)
    write_atomic(path, change_text(text, str(path), lambda document: put(document, "theme", theme)).encode())


def _settings(node: Table, path: str) -> Settings:
    problems: list[Problem] = []
    said = dict(_once(node, path, problems, KEYS))
    words = {key: _word(value, path, problems) for key, value in said.items() if key != "keys"}
    return Settings(
        tidy_name(words.get("reviewer")) or None,
        _theme(said.get("theme"), words.get("theme"), path, problems),
        _keys(said.get("keys"), path, problems),
        tuple(problems),
    )


def _once(
    table: Table, path: str, problems: list[Problem], known: tuple[str, ...] | None
) -> Iterator[tuple[str, Node]]:
    """The known keys of a table (None: all), each the first time that it stands there."""
    seen: set[str] = set()
    for key, value in table.pairs:
        if known is not None and key.text not in known:
            close = get_close_matches(key.text[:60], known, n=1)
            mend = f"did you mean {close[0]!r}?" if close else "one of: " + ", ".join(known)
            problems.append(Problem(path, f"no key is called {key.text[:60]!r}", "", mend, key.line, key.col))
        elif key.text in seen:
            what = f"{key.text[:60]!r} stands twice"
            problems.append(
                Problem(path, what, "the first one counts", "delete one of the two", key.line, key.col)
            )
        else:
            seen.add(key.text)
            yield key.text, value


def _word(value: Node, path: str, problems: list[Problem]) -> str | None:
    if isinstance(value, Text):
        return value.text
    what = "a word or a line is expected here, not a list or a table"
    problems.append(Problem(path, what, line=value.line, col=value.col))
    return None


def _theme(node: Node | None, said: str | None, path: str, problems: list[Problem]) -> str | None:
    if node is None or said is None or said in THEMES:
        return said
    mend = f"one of: {', '.join(THEMES)}"
    problems.append(Problem(path, f"no theme is called {said[:60]!r}", "", mend, node.line, node.col))
    return None


def _keys(node: Node | None, path: str, problems: list[Problem]) -> dict[str, str]:
    """The keys of each action, as a line with commas or as a list."""
    if node is None:
        return {}
    if not isinstance(node, Table):
        mend = "write `verdict.supported: F5` in lines below"
        problems.append(Problem(path, "keys are a table", "", mend, node.line, node.col))
        return {}
    found = {}
    for action, value in _once(node, path, problems, None):
        items = value.items if isinstance(value, Listing) else [value]
        words = [_word(item, path, problems) for item in items]
        found[action] = ",".join(filter(None, words))
    return found

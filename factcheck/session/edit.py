"""Changing session.yaml as a person would: comments, order and layout of the rest stay.

Imported where something is edited only: ruamel.yaml is slow to load, and reading does without it.
"""

from __future__ import annotations

import re
from io import StringIO
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import CommentMark, YAMLError
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.tokens import CommentToken

from factcheck.problems import BadInput, Problem
from factcheck.session.configread import read_config
from factcheck.session.files import write_atomic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

HEADER = "# A session is a folder; this file is for people, and the program keeps what you write here.\n"
_DASH = re.compile(r"^( {0,8})- ", re.MULTILINE)
"""How far a file indents its lists."""
_BEHIND_KEY, _BEHIND_ITEM = 2, 0
"""Where ruamel.yaml keeps the comment behind a key or an item, together with the lines beneath it."""


def edit(path: Path, change: Callable[[CommentedMap], None]) -> None:
    """Apply ``change`` to the file's mapping and replace the file, unless nothing came of it."""
    try:
        before = path.read_bytes()
    except OSError as error:
        raise BadInput(Problem(str(path), "cannot be read", error.strerror or str(error))) from error
    read_config(before, str(path))  # limits and shape first: ruamel.yaml is written for friendly files
    text = before.decode("utf-8-sig")
    after = change_text(text, str(path), change)
    if after != text:
        write_atomic(path, after.encode())


def change_text(text: str, path: str, change: Callable[[CommentedMap], None]) -> str:
    """The text of a YAML file after a change to its mapping; ``path`` only names it in errors."""
    yaml = _yaml(text)
    try:
        document = yaml.load(text)
        change(document)
    except YAMLError as error:
        why = str(error).strip().splitlines()[0]
        raise BadInput(Problem(path, "cannot be edited", why, "mend it by hand")) from error
    return _dump(yaml, document)


def write_new(path: Path, values: Mapping[str, Any]) -> None:
    """A new session.yaml with these keys, in this order; tuples become lists on one line."""
    yaml = _yaml("")
    document = yaml.load(f"{HEADER}title:\n")
    for key, value in values.items():
        document[key] = flow(value) if isinstance(value, tuple) else value
    write_atomic(path, _dump(yaml, document).encode())


def flow(items: Iterable[str]) -> CommentedSeq:
    """A list on one line: ``[core, conflict]``."""
    sequence = CommentedSeq(items)
    sequence.fa.set_flow_style()
    return sequence


def put(table: CommentedMap, key: str, value: Any) -> None:
    """Set a key in its place, or as the last one."""
    if key in table or not table:
        table[key] = value
        return
    before = next(reversed(table))
    table[key] = value
    _hand_on(table, before, table, key)


def append(items: CommentedSeq, entry: CommentedMap) -> None:
    """Add a table as the last item of a list, above the comment lines that stand beneath the list."""
    items.append(entry)
    if len(items) == 1:
        return
    before = items[-2]
    if isinstance(before, CommentedMap) and before:
        _hand_on(before, next(reversed(before)), entry, next(reversed(entry)))
    else:
        _hand_on(items, len(items) - 2, entry, next(reversed(entry)))


def _hand_on(old: Any, old_key: Any, new: Any, new_key: Any) -> None:
    """The lines beneath the last entry belong to what follows: they go beneath the new last entry."""
    slots = old.ca.items.get(old_key)
    slot = _BEHIND_ITEM if isinstance(old, CommentedSeq) else _BEHIND_KEY
    token = slots[slot] if slots and len(slots) > slot else None
    if token is None or "\n" not in token.value:
        return
    own, _, beneath = token.value.partition("\n")
    if not beneath:
        return
    if own.strip():
        token.value = own + "\n"
    else:
        slots[slot] = None
    new.ca.items[new_key] = [None, None, CommentToken("\n" + beneath, CommentMark(0), None), None]


def _dump(yaml: YAML, document: Any) -> str:
    stream = StringIO()
    yaml.dump(document, stream)
    return stream.getvalue()


class _Untyped(VersionedResolver):
    """Types nothing: ``2024-12-28``, ``no`` and ``1_000`` are the words that a person wrote."""

    @property
    def versioned_resolver(self) -> dict[Any, Any]:
        return {}


def _yaml(text: str) -> YAML:
    yaml = YAML()
    yaml.Resolver = _Untyped
    yaml.preserve_quotes = True
    yaml.width = 4096
    dash = _DASH.search(text)
    offset = len(dash[1]) if dash else 2
    yaml.indent(mapping=2, sequence=offset + 2, offset=offset)
    return yaml

"""Changing session.yaml as a person would: comments, order and layout of the rest stay."""

from __future__ import annotations

import re
from io import StringIO
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.resolver import VersionedResolver

from factcheck.problems import BadInput, Problem
from factcheck.session.config import read_config
from factcheck.session.files import write_atomic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from ruamel.yaml import YAML

HEADER = """# A session is a folder; this file is for people, and the program keeps what you write here.
"""

_DASH = re.compile(r"^( {0,8})- ", re.MULTILINE)
"""How far a file indents its lists."""


def edit(path: Path, change: Callable[[Any], None]) -> None:
    """Apply ``change`` to the file's mapping and replace the file, unless nothing came of it."""
    before = path.read_bytes()
    read_config(before, str(path))  # limits and shape first: ruamel.yaml is written for friendly files
    text = before.decode("utf-8-sig")
    yaml = _yaml(text)
    document = yaml.load(text)
    change(document)
    after = _dump(yaml, document).encode()
    if after != before:
        read_config(after, str(path))
        write_atomic(path, after)


def write_new(path: Path, values: Mapping[str, Any]) -> None:
    """A new session.yaml with these keys, in this order."""
    yaml = _yaml("")
    document = yaml.load(HEADER + "title:\n")
    for key, value in values.items():
        document[key] = flow(value) if isinstance(value, tuple) else value
    write_atomic(path, _dump(yaml, document).encode())


def flow(items: Iterable[str]) -> Any:
    """A list on one line: ``[core, conflict]``."""
    sequence = CommentedSeq(items)
    sequence.fa.set_flow_style()
    return sequence


def table(values: Mapping[str, Any]) -> Any:
    return CommentedMap(values)


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

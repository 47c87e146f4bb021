"""YAML files as they were read last: opening a session again loads no reader of YAML.

That reader takes a tenth of the time in which the first text is to stand. What is kept is what stands in a
file, by a hash of its bytes; what it means is read anew each time. A convenience: losing it costs nothing.
"""

from __future__ import annotations

import json
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from factcheck.problems import BadInput
from factcheck.session.files import make_folder, write_atomic
from factcheck.session.nodes import Listing, Table, Text
from factcheck.session.recent import state_folder

if TYPE_CHECKING:
    from factcheck.session.nodes import Node

MOST = 30
LARGEST = 20_000
"""Bytes of a file that is kept."""


def known(data: bytes) -> Node | None:
    """What these bytes were read as, where that is known; a file that somebody spoilt knows nothing."""
    try:
        packed = _kept().get(_digest(data))
        return None if packed is None else _unpacked(packed)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def keep(data: bytes, node: Node) -> None:
    """Know it the next time. A state folder that cannot be written is left alone."""
    if len(data) > LARGEST:
        return
    kept = {_digest(data): _packed(node), **_kept()}
    with suppress(BadInput):
        make_folder(state_folder())
        write_atomic(state_folder() / "yaml.json", json.dumps(dict(list(kept.items())[:MOST])).encode())


def _kept() -> dict[str, Any]:
    try:
        kept = json.loads((state_folder() / "yaml.json").read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def _packed(node: Node) -> list[Any]:
    if isinstance(node, Text):
        return [node.line, node.col, node.text]
    if isinstance(node, Listing):
        return [node.line, node.col, list(map(_packed, node.items))]
    return [node.line, node.col, {"pairs": [[_packed(key), _packed(value)] for key, value in node.pairs]}]


def _unpacked(packed: list[Any]) -> Node:
    line, col, what = packed
    if isinstance(what, str):
        return _text(packed)
    if isinstance(what, list):
        return Listing(int(line), int(col), list(map(_unpacked, what)))
    return Table(int(line), int(col), [(_text(key), _unpacked(value)) for key, value in what["pairs"]])


def _text(packed: list[Any]) -> Text:
    line, col, text = packed
    return Text(int(line), int(col), str(text))

"""session.yaml as placed nodes: every scalar a string, every node with its line and column.

Read from YAML's event stream, with limits, before anything is composed: a hostile file costs little.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.problems import BadInput, Problem, printable
from factcheck.session import readback
from factcheck.session.nodes import Listing, Node, Table, Text

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 1_000_000
MAX_DEPTH = 6
MAX_NODES = 50_000


def read(data: bytes, name: str) -> Node | None:
    """The one document in ``data``, None where there is none. Raises BadInput with the place."""
    if len(data) > MAX_BYTES:
        raise BadInput(Problem(name, "too large to be a session.yaml", f"it has {len(data):,} bytes"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadInput(Problem(name, "is not UTF-8", "", "save it as UTF-8", line=line)) from error
    return readback.known(data) or _parsed(text, name)


def remember(path: Path) -> None:
    """Know a file that can be read without reading it as YAML, the next time."""
    try:
        data = path.read_bytes()
        if readback.known(data) is None and (node := read(data, str(path))) is not None:
            readback.keep(data, node)
    except (OSError, BadInput):  # whoever opens it says what is wrong with it
        return


def _parsed(text: str, name: str) -> Node | None:
    import yaml

    builder = _Builder(name)
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CLoader", yaml.Loader)):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _refused(name, mark, "is no valid YAML", printable(error.problem or "")) from error
    except yaml.YAMLError as error:
        raise BadInput(Problem(name, "is no valid YAML", printable(str(error).splitlines()[0]))) from error
    return builder.root


def _refused(name: str, mark: Any, what: str, why: str = "", mend: str = "") -> BadInput:
    place = {"line": mark.line + 1, "col": mark.column + 1} if mark is not None else {}
    return BadInput(Problem(name, what, why, mend, **place))


class _Builder:
    """Takes events one by one and hangs the nodes together, without recursion."""

    def __init__(self, name: str) -> None:
        self.root: Node | None = None
        self._name = name
        self._open: list[Listing | Table] = []
        self._keys: list[Text | None] = []
        self._count = 0

    def take(self, event: Any) -> None:
        import yaml

        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            raise self._refuse(event, "anchors and aliases are not used here", "write the value out")
        if isinstance(event, yaml.ScalarEvent):
            self._hang(Text(*_place(event), event.value), event)
        elif isinstance(event, yaml.CollectionStartEvent):
            node = (Table if isinstance(event, yaml.MappingStartEvent) else Listing)(*_place(event))
            self._hang(node, event)
            self._open.append(node)
            self._keys.append(None)
            if len(self._open) > MAX_DEPTH:
                raise self._refuse(event, "nested too deeply", "look for a bracket that is not closed")
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
            self._keys.pop()

    def _hang(self, node: Node, event: Any) -> None:
        self._count += 1
        if self._count > MAX_NODES:
            raise self._refuse(event, f"more than {MAX_NODES:,} values")
        if event.tag not in (None, "!"):
            raise self._refuse(event, "tags are not used here", "delete the tag")
        if not self._open:
            if self.root is not None:
                raise self._refuse(event, "a second document begins here", "delete the line ---")
            self.root = node
            return
        parent = self._open[-1]
        if isinstance(parent, Listing):
            parent.items.append(node)
        elif (key := self._keys[-1]) is not None:
            parent.pairs.append((key, node))
            self._keys[-1] = None
        elif isinstance(node, Text):
            self._keys[-1] = node
        else:
            raise self._refuse(event, "a list or table stands where a key is expected")

    def _refuse(self, event: Any, what: str, mend: str = "") -> BadInput:
        return _refused(self._name, event.start_mark, what, "", mend)


def _place(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1

"""YAML as placed nodes, read from the event stream with limits before anything is composed.

Nothing is typed here: every scalar is a string (``no``, ``on`` and ``12:30`` stay words), and every
node knows where it stands. Depth, number of values and the unfolding of aliases are bounded, so a
hostile file costs a bounded amount of time and memory.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import yaml

from factcheck.problems import printable
from factcheck.rules.source.faults import fault_near
from factcheck.rules.source.places import Place, Source, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.problems import Problem

MAX_BYTES = 4_000_000
MAX_DEPTH = 12
MAX_NODES = 200_000
MAX_SCALAR = 20_000


class Scalar(NamedTuple):
    """One value as it was written, unquoted. ``style`` is the quotation sign, ``|``, ``>`` or empty."""

    place: Place
    text: str
    style: str = ""


@dataclass(slots=True)
class Listing:
    place: Place
    items: list[Node] = field(default_factory=list)
    flow: bool = False


@dataclass(slots=True)
class Table:
    """A mapping. Doubled keys are all kept, in their order: whoever reads it must object."""

    place: Place
    pairs: list[tuple[Scalar, Node]] = field(default_factory=list)
    flow: bool = False


Node = Scalar | Listing | Table


class UnreadableError(Exception):
    """The file cannot be read as YAML of our kind; carries the one problem that ended the reading.

    ``lines`` are the lines (from 0) that the reader was busy with, for a repair.
    """

    def __init__(self, problem: Problem, lines: tuple[int, ...] = ()) -> None:
        super().__init__(str(problem))
        self.problem = problem
        self.lines = lines


def read(text: str, source: Source) -> Node | None:
    """The one document of a file, or None where there is none. Raises UnreadableError."""
    builder = _Builder(source)
    loader: Any = None
    try:
        loader = getattr(yaml, "CLoader", yaml.Loader)(text)
        builder.take_all(loader.get_event)
    except yaml.MarkedYAMLError as error:
        raise _marked(error, source) from None
    except yaml.YAMLError as error:
        raise UnreadableError(_unmarked(error, text, source)) from None
    finally:
        if loader is not None:
            loader.dispose()
    return builder.root


def _marked(error: yaml.MarkedYAMLError, source: Source) -> UnreadableError:
    marks = [m for m in (error.problem_mark, error.context_mark) if m is not None]
    if "quoted scalar" in str(error.context):
        marks.reverse()  # it was not closed: where it begins is where to look
    lines = tuple(m.line for m in marks)
    known = fault_near(source.lines, lines)
    if known is not None:
        place = source.place(known.line, known.col)
        return UnreadableError(
            source.problem(place, known.what, known.why, known.mend), (known.line - 1, *lines)
        )
    if "simple key" in str(error.context) and error.context_mark is not None:
        place = source.place(error.context_mark.line + 1, error.context_mark.column + 1)
        what, why = "this line is no 'key: value'", "nothing past this place can be read"
        mend = "begin it with '- ' if it is an item of the list above it"
        return UnreadableError(source.problem(place, what, why, mend), (place.line - 1, *lines))
    said = ", ".join(printable(str(s)) for s in (error.context, error.problem) if s)
    place = source.place(marks[0].line + 1, marks[0].column + 1) if marks else source.place(1, 1)
    why, mend = "nothing past this place can be read", "look for a sign that should be quoted"
    return UnreadableError(source.problem(place, f"this is no valid YAML: {said}", why, mend), lines)


def _unmarked(error: yaml.YAMLError, text: str, source: Source) -> Problem:
    """Errors of the reader below YAML (a control character) say an index, not a line."""
    bad = next((i for i, c in enumerate(text) if not _allowed(c)), 0)
    line = text.count("\n", 0, bad) + 1
    col = bad - (text.rfind("\n", 0, bad) + 1) + 1
    if text and not _allowed(text[bad]):
        what = f"the character U+{ord(text[bad]):04X} cannot stand in YAML"
        return source.problem(source.place(line, col), what, "it is a control character", "delete it")
    said = printable(str(error).splitlines()[0])
    return source.problem(source.place(1, 1), f"this is no valid YAML: {said}")


def _allowed(char: str) -> bool:
    code = ord(char)
    return (
        char in "\t\n\r\x85"
        or 0x20 <= code <= 0x7E
        or 0xA0 <= code <= 0xD7FF
        or (0xE000 <= code <= 0xFFFD and code != 0xFEFF)
        or code >= 0x10000
    )


class _Builder:
    """Takes events one by one and hangs the nodes together; never recursive."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.root: Node | None = None
        self.open: list[Listing | Table] = []
        self.keys: list[Scalar | None] = []
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.began: list[tuple[str | None, int]] = []
        self.count = 0
        self.documents = 0

    def take_all(self, get_event: Callable[[], Any]) -> None:
        """Take events to the end of the file."""
        takers = {
            yaml.ScalarEvent: self._scalar,
            yaml.AliasEvent: self._alias,
            yaml.MappingStartEvent: self._begin,
            yaml.SequenceStartEvent: self._begin,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.DocumentStartEvent: self._document,
        }
        while (kind := type(event := get_event())) is not yaml.StreamEndEvent:
            if (take := takers.get(kind)) is not None:
                take(event)

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self._refuse(event, "a second YAML document begins here", "a rule file is one document",
                         "delete the line ---")  # fmt: skip

    def _place(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(self.source.path, mark.line + 1, mark.column + 1)

    def _refuse(self, event: Any, what: str, why: str, mend: str = "") -> None:
        raise UnreadableError(
            self.source.problem(self._place(event), what, why, mend), (event.start_mark.line,)
        )  # fmt: skip

    def _count(self, event: Any, more: int = 1) -> None:
        self.count += more
        if self.count > MAX_NODES:
            self._refuse(event, f"the file has more than {MAX_NODES:,} values",
                         "so large a file, or aliases that unfold, would fill the memory",
                         "move long word lists to a list file")  # fmt: skip

    def _tag(self, event: Any) -> None:
        if event.tag not in (None, "!"):
            self._refuse(event, f"the tag {shown(str(event.tag))} is not used in rule files",
                         "values are typed by their key", "delete the tag")  # fmt: skip

    def _scalar(self, event: Any) -> None:
        # The busiest place of reading: the checks stand in line.
        text = event.value
        self.count += 1
        if event.tag is not None or self.count > MAX_NODES or len(text) > MAX_SCALAR:
            self._check(event, text)
        mark = event.start_mark
        node = Scalar(Place(self.source.path, mark.line + 1, mark.column + 1), text, event.style or "")
        if event.anchor is not None:
            self.anchors[event.anchor] = (node, 1)
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        if type(parent) is Listing:
            parent.items.append(node)
        elif (key := self.keys[-1]) is None:
            self.keys[-1] = node
        else:
            cast("Table", parent).pairs.append((key, node))
            self.keys[-1] = None

    def _check(self, event: Any, text: str) -> None:
        self._tag(event)
        self._count(event, 0)
        if len(text) > MAX_SCALAR:
            self._refuse(
                event,
                f"this value is {len(text):,} characters long",
                f"at most {MAX_SCALAR:,} are read",
                "split it, or move words to a list file",
            )

    def _alias(self, event: Any) -> None:
        known = self.anchors.get(event.anchor)
        if known is None:
            self._refuse(event, f"the alias {shown('*' + str(event.anchor))} stands for nothing",
                         "an anchor must be complete before its alias")  # fmt: skip
            return
        node, size = known
        self._count(event, size)
        self._hang(node, event)

    def _begin(self, event: Any) -> None:
        self.count += 1
        if event.tag is not None or self.count > MAX_NODES:
            self._check(event, "")
        if len(self.open) >= MAX_DEPTH:
            self._refuse(event, "the values are nested too deeply",
                         f"a rule file never needs more than {MAX_DEPTH} levels",
                         "look for a bracket that is not closed")  # fmt: skip
        kind = Table if isinstance(event, yaml.MappingStartEvent) else Listing
        node = kind(self._place(event), flow=bool(event.flow_style))
        self._hang(node, event)
        self.open.append(node)
        self.keys.append(None)
        self.began.append((event.anchor, self.count))

    def _end(self, event: Any) -> None:
        node = self.open.pop()
        self.keys.pop()
        anchor, before = self.began.pop()
        if anchor is not None:
            self.anchors[anchor] = (node, self.count - before + 1)

    def _hang(self, node: Node, event: Any) -> None:
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        if isinstance(parent, Listing):
            parent.items.append(node)
            return
        key = self.keys[-1]
        if key is not None:
            parent.pairs.append((key, node))
            self.keys[-1] = None
        elif isinstance(node, Scalar):
            self.keys[-1] = node
        else:
            self._refuse(event, "a list or table stands where a key is expected", "keys are words",
                         "quote the pattern: put it in single quotes")  # fmt: skip

"""Reads placed nodes by the tables of ``schema``: every value is typed here, every error has its place."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from factcheck.rules.phrases.phrase import is_name
from factcheck.rules.reading.schema import NOT_YET, RULE_EDITS
from factcheck.rules.source.events import Listing, Scalar, Table
from factcheck.rules.source.places import nearest, shown

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from factcheck.problems import Problem
    from factcheck.rules.reading.schema import Key
    from factcheck.rules.source.events import Node
    from factcheck.rules.source.places import Place, Source


MAX_PROBLEMS = 100


class Reader:
    """Reads one file's nodes and keeps the problems it meets, in their order.

    ``others`` are sources, by path, from which nodes may stand among those of the file.
    """

    def __init__(self, source: Source, others: Mapping[str, Source] | None = None) -> None:
        self.source = source
        self.others = others or {}
        self.problems: list[Problem] = []

    def complain(self, place: Place, what: str, why: str = "", mend: str = "") -> None:
        source = self.source_of(place)
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append(source.problem(place, what, why, mend))
        elif len(self.problems) == MAX_PROBLEMS:
            self.problems.append(
                source.problem(place, "there are more problems after this one", "they are not listed")
            )

    def source_of(self, place: Place) -> Source:
        return self.source if place.path == self.source.path else self.others.get(place.path, self.source)

    def table(
        self, node: Node, keys: Mapping[str, Key], what: str, *, given: Collection[str] = ()
    ) -> dict[str, tuple[Scalar, Node]] | None:
        """The known pairs of a table, or None where it is none.

        ``what`` names it ("rule"); keys in ``given`` may be missing.
        """
        if not isinstance(node, Table):
            self.complain(node.place, f"{_a(what)} is written as a table of keys and values",
                          "something else stands here", f"known keys are {', '.join(keys)}")  # fmt: skip
            return None
        found: dict[str, tuple[Scalar, Node]] = {}
        for key, value in node.pairs:
            if " " in key.text:
                self.complain(key.place, f"{shown(key.text)} is taken for a key",
                              "a colon and a blank after it make a table of the line",
                              "put the whole sentence in single quotes")  # fmt: skip
                return None
            if key.text not in keys:
                self._unknown(key, keys, what)
            elif key.text in found:
                self._doubled(key, found[key.text][0])
            else:
                found[key.text] = (key, value)
        for name, known in keys.items():
            if known.required and name not in found and name not in given:
                self.complain(
                    node.place,
                    f"the key '{name}' is missing",
                    f"every {what} needs it: {known.doc}",
                    f"add '{name}:'",
                )
        return found

    def _unknown(self, key: Scalar, keys: Mapping[str, Key], what: str) -> None:
        if len(self.problems) > MAX_PROBLEMS:
            return
        if key.text in NOT_YET:
            why = (
                "switching is done in session.yaml" if key.text == "enabled" else "this version cannot do it"
            )
            self.complain(key.place, f"the key {shown(key.text)} is not supported", why,
                          f"supported in {_a(what)}: {', '.join(keys)}")  # fmt: skip
            return
        if key.text in RULE_EDITS and what == "rule":
            self.complain(key.place, f"'{key.text}' needs 'extends'", "it changes what another rule says",
                          f"add 'extends:' with that rule's id, or write '{key.text[:-1]}:'")  # fmt: skip
            return
        self.complain(key.place, f"unknown key {shown(key.text)} in {_a(what)}",
                      "it would be ignored, and the rule would not do what you expect",
                      nearest(key.text, keys))  # fmt: skip

    def _doubled(self, key: Scalar, first: Scalar) -> None:
        self.complain(key.place, f"the key {shown(key.text)} stands twice",
                      f"it stands already in line {first.place.line}, and only one can hold",
                      "delete one of them")  # fmt: skip

    def named(self, node: Node, what: str) -> list[tuple[Scalar, Node]]:
        """The pairs of a table whose keys are names that the user chose, each once."""
        if not isinstance(node, Table):
            if not (isinstance(node, Scalar) and not node.text and not node.style):
                self.complain(node.place, f"{what} are written as a table", "something else stands here",
                              "write 'name: ...' in lines below")  # fmt: skip
            return []
        found: dict[str, tuple[Scalar, Node]] = {}
        for key, value in node.pairs:
            if node.flow and _is_nothing(value):
                self.complain(key.place, f"{shown(key.text)} has no value",
                              "between { and } a comma ends a value, and what follows it is the next key",
                              "put a value that holds a comma in single quotes")  # fmt: skip
            elif not is_name(key.text):
                self.complain(key.place, f"{shown(key.text)} is no name",
                              "names are small letters, digits and _, and begin with a letter",
                              "choose another name")  # fmt: skip
            elif key.text in found:
                self._doubled(key, found[key.text][0])
            else:
                found[key.text] = (key, value)
        return list(found.values())

    def items(self, node: Node, what: str) -> list[Node]:
        if isinstance(node, Listing):
            return node.items
        if not _is_nothing(node):
            short = (
                isinstance(node, Scalar) and len(node.text) < 40 and not set(node.text) & set("[]{},:#'\"")
            )
            self.complain(node.place, f"{what} are written as a list", "something else stands here",
                          f"write [{node.text}]" if short and isinstance(node, Scalar)
                          else "begin each line with '- '")  # fmt: skip
        return []

    def sentences(self, node: Node, what: str) -> list[Node]:
        """A list of sentences. One that was cut at its own comma is told of."""
        items = self.items(node, what)
        if isinstance(node, Listing) and node.flow and len(items) > 1 and _ends(items[-1]):
            cut = next((item for item in items if not _ends(item)), None)
            if cut is not None:
                self._parted(items[items.index(cut) + 1])
        return items

    def _parted(self, item: Node) -> None:
        said = shown(item.text) if isinstance(item, Scalar) else "a list or table"
        self.complain(item.place, f"{said} counts as one of its own",
                      "between [ and ] a comma ends an item",
                      "put what holds a comma in single quotes, or write an item a line")  # fmt: skip

    def text(self, node: Node, what: str) -> str | None:
        """A value of words that is not empty."""
        if not isinstance(node, Scalar):
            self.complain(node.place, f"{what} must be text", "a list or table stands here",
                          "put it in single quotes")  # fmt: skip
            return None
        if not node.text.strip():
            self.complain(
                node.place, f"{what} is empty", "nothing stands after the colon", "write it or delete it"
            )
            return None
        return node.text

    def words(self, node: Node, what: str) -> list[Scalar]:
        """A list of texts."""
        found: list[Scalar] = []
        for item in self.items(node, what):
            if self.text(item, f"each of {what}") is not None and isinstance(item, Scalar):
                if isinstance(node, Listing) and node.flow and found and _is_rest_of_number(found[-1], item):
                    self._parted(item)
                found.append(item)
        return found

    def choice(self, node: Node, name: str, key: Key) -> str | None:
        said = self.text(node, f"'{name}'")
        if said is None or said in key.choices:
            return said
        self.complain(
            node.place,
            f"{name} cannot be {shown(said)}",
            f"supported: {', '.join(key.choices)}",
            nearest(said, key.choices) if len(key.choices) > 1 else f"write {key.choices[0]}",
        )
        return None

    def weight(self, node: Node) -> float | None:
        said = self.text(node, "'weight'")
        if said is None:
            return None
        try:
            number = float(said) if said.isascii() and "_" not in said else math.nan
        except ValueError:
            number = math.nan
        if 0 <= number <= 1:
            return number
        self.complain(
            node.place, f"weight cannot be {shown(said)}", "it is a number from 0 to 1", "write 0.5"
        )
        return None

    def count(self, node: Node) -> int | None:
        said = self.text(node, "'count'")
        if said is None:
            return None
        if said.isascii() and said.isdigit() and len(said) <= 4:
            return int(said)
        self.complain(node.place, f"count cannot be {shown(said)}", "it is a whole number", "write 1")
        return None


def _a(what: str) -> str:
    return f"{'an' if what[0] in 'aeiou' else 'a'} {what}"


def _is_nothing(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.text and not node.style


def _ends(node: Node) -> bool:
    """Whether it is a whole sentence, as far as its last sign and its quotation marks tell."""
    return not isinstance(node, Scalar) or bool(node.style) or node.text.endswith(tuple(".!?…\"'”’"))


def _is_rest_of_number(before: Scalar, item: Scalar) -> bool:
    """Whether the comma between two unquoted items parts thousands: 1,200."""
    beside = item.place == before.place._replace(col=before.place.col + len(before.text) + 1)
    return beside and not item.style and before.text[-1:].isdigit() and item.text[:3].isdigit()


def offset_place(source: Source, node: Scalar, at: int) -> Place:
    """The place in the file of an offset into a scalar, as far as its style lets it be known."""
    line, col = node.place.line, node.place.col
    if node.style in ("|", ">") or not 0 < line <= len(source.lines):
        return node.place
    raw = source.lines[line - 1]
    here = col - 1 + bool(node.style)
    for _ in range(at):
        step = 1
        if node.style == "'" and raw.startswith("''", here):
            step = 2
        elif node.style == '"' and raw.startswith("\\", here):
            step = {"x": 4, "u": 6, "U": 10}.get(raw[here + 1 : here + 2], 2)
        here += step
    return source.place(line, min(here, len(raw)) + 1)

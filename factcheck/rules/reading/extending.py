"""Rules that build on others: which rule means which, and what is left once every change is made.

A rule with ``extends`` and an id of its own is a new rule, which begins as the other one. Without an id
it changes the other rule itself, in the order of the files. Keys with ``+`` add to what that rule says,
keys with ``-`` take away from it, a plain key replaces it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.rules.reading.schema import ADDS, RULE, RULE_EDITS, TAKES
from factcheck.rules.reading.sharing import MAX_CHAIN
from factcheck.rules.reading.shelf import in_shipped_pack
from factcheck.rules.source.events import Listing, Scalar, Table
from factcheck.rules.source.places import nearest, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.rules.reading.fields import Reader
    from factcheck.rules.source.events import Node
    from factcheck.rules.source.places import Place, Source

Pairs = dict[str, tuple[Scalar, "Node"]]


@dataclass(slots=True)
class Home:
    """What a file says for all its rules."""

    source: Source
    pack: str
    lang: str
    defaults: Pairs = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """One rule as a file says it. ``extends`` None: it stands alone."""

    home: Home
    node: Node
    id: Scalar | None
    extends: Scalar | None

    @property
    def in_place(self) -> bool:
        return self.extends is not None and (self.id is None or self.id.text == self.extends.text)


def entry_of(home: Home, node: Node) -> Entry:
    named = {key.text: value for key, value in reversed(node.pairs)} if isinstance(node, Table) else {}
    said = [value if isinstance(value, Scalar) else None for value in map(named.get, ("id", "extends"))]
    return Entry(home, node, *said)


class Chains:
    """Finds the layers of every rule. ``complain`` is told what is wrong, with the place in its file."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.owners: dict[str, Entry] = {}
        self.doubles: list[Entry] = []
        self.edits: dict[str, list[Entry]] = {}
        self.nameless: list[Entry] = []
        for entry in entries:
            if entry.in_place:
                assert entry.extends is not None
                self.edits.setdefault(entry.extends.text, []).append(entry)
            elif entry.id is None:
                self.nameless.append(entry)
            elif self.owners.setdefault(entry.id.text, entry) is not entry:
                self.doubles.append(entry)

    def layers(self, entry: Entry, reader: Reader) -> tuple[Entry, ...] | None:
        """From the rule that stands alone to ``entry`` and its changes, or None with a complaint."""
        chain = [entry]
        while (extends := chain[-1].extends) is not None:
            parent = self.owners.get(extends.text)
            if parent is None or any(one is parent for one in chain) or len(chain) >= MAX_CHAIN:
                self._complain(reader, extends, chain, parent)
                return None
            chain.append(parent)
        found: list[Entry] = []
        for one in reversed(chain):
            found.append(one)
            found.extend(self.edits.get(one.id.text, ()) if one.id is not None else ())
        return tuple(found)

    def _complain(self, reader: Reader, name: Scalar, chain: list[Entry], parent: Entry | None) -> None:
        if parent is None:
            self.unknown(reader, name)
        elif any(one is parent for one in chain):
            way = [one.id.text for one in (*chain, parent) if one.id is not None]
            reader.complain(name.place, f"{shown(name.text)} builds on itself",
                            f"the way is {' - '.join(way)}"[:300], "let one of them stand alone")  # fmt: skip
        else:
            reader.complain(name.place, f"more than {MAX_CHAIN} rules build on each other",
                            "nobody could tell what they find", "write the rule out")  # fmt: skip

    def unknown(self, reader: Reader, name: Scalar) -> None:
        mend = in_shipped_pack("- id", name.text) or nearest(name.text, self.owners) or "name its file too"
        reader.complain(name.place, f"no rule is called {shown(name.text)}", "there is nothing to build on",
                        mend)  # fmt: skip


def merged(layers: Sequence[Entry], reader: Reader) -> Pairs | None:
    """The pairs of a rule once every layer is laid on the one before it; complaints go to ``reader``."""
    root = layers[0]
    own = reader.table(root.node, RULE, "rule", given=root.home.defaults)
    if own is None:
        return None
    pairs: Pairs = {**root.home.defaults, **own}
    for layer in layers[1:]:
        own = reader.table(layer.node, {**RULE, **RULE_EDITS}, "rule", given=RULE) or {}
        if not layer.in_place:
            pairs = {**layer.home.defaults, **pairs}
        for name, pair in own.items():
            if name in RULE:
                pairs[name] = pair
        for name, pair in own.items():
            if name in RULE_EDITS and name.endswith(TAKES):
                _take(pairs, name.removesuffix(TAKES), pair, reader)
        for name, pair in own.items():
            if name in RULE_EDITS and name.endswith(ADDS):
                _add(pairs, name.removesuffix(ADDS), pair, reader)
    return pairs


def _add(pairs: Pairs, name: str, pair: tuple[Scalar, Node], reader: Reader) -> None:
    key, value = pair
    if name not in pairs:
        pairs[name] = pair
        return
    base = pairs[name][1]
    if isinstance(base, Listing):
        if isinstance(value, Listing):
            pairs[name] = (key, Listing(value.place, [*base.items, *value.items]))
        else:
            reader.items(value, f"'{key.text}'")
    elif isinstance(base, Table):
        if isinstance(value, Table):
            pairs[name] = (key, _joined(base, value))
        else:
            reader.complain(value.place, f"'{key.text}' is written as a table", "something else stands here",
                            f"write it as '{name}' is written")  # fmt: skip


def _joined(base: Table, more: Table) -> Table:
    """Both tables in one: lists of one key in a row, else what is said last."""
    known = {key.text: value for key, value in base.pairs}
    said = {key.text for key, _ in more.pairs}
    pairs = [pair for pair in base.pairs if pair[0].text not in said]
    for key, value in more.pairs:
        before = known.pop(key.text, None)
        if isinstance(before, Listing) and isinstance(value, Listing):
            value = Listing(value.place, [*before.items, *value.items])
        pairs.append((key, value))
    return Table(more.place, pairs)


def _take(pairs: Pairs, name: str, pair: tuple[Scalar, Node], reader: Reader) -> None:
    key, value = pair
    for item in reader.items(value, f"'{key.text}'"):
        said = _said(item)
        base = pairs[name][1] if name in pairs else None
        left, known = _without(base, said, name)
        if left is None:
            _nothing(reader, item.place, name, said, known)
        else:
            pairs[name] = (pairs[name][0], left)


def _nothing(reader: Reader, place: Place, name: str, said: str, known: list[str]) -> None:
    near = nearest(said, known) if known else ""
    reader.complain(place, f"{shown(said)} is none of its {name}", "there is nothing to take away",
                    near[:300] or "delete it")  # fmt: skip


def _without(base: Node | None, said: str, name: str) -> tuple[Node | None, list[str]]:
    """The list or table without what is named, None where it is not there; and what could be named."""
    if name == "examples" and isinstance(base, Table):
        known: list[str] = []
        for at, (key, value) in enumerate(base.pairs):
            left, texts = _without(value, said, "")
            known += texts
            if left is not None:
                return Table(base.place, [*base.pairs[:at], (key, left), *base.pairs[at + 1 :]]), known
        return None, known
    if isinstance(base, Table):
        pairs = [pair for pair in base.pairs if pair[0].text != said]
        fewer = Table(base.place, pairs) if len(pairs) < len(base.pairs) else None
        return fewer, [key.text for key, _ in base.pairs]
    if isinstance(base, Listing):
        items = [item for item in base.items if _said(item) != said]
        left = Listing(base.place, items) if len(items) < len(base.items) else None
        return left, [_said(item) for item in base.items]
    return None, []


def _said(item: Node) -> str:
    """What an item is known by: its text, or the text that is the chief value of its table."""
    if isinstance(item, Scalar):
        return " ".join(item.text.split())
    if isinstance(item, Table):
        chief = ("text", "regex", "phrase", "rule")
        return next((_said(value) for key, value in item.pairs if key.text in chief), "")
    return ""

"""What a rule requires beside its match: a phrase, a regular expression, or a match of another rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from factcheck.rules.reading.schema import REQUIREMENT, WITHIN
from factcheck.rules.reading.sharing import MAX_CHAIN
from factcheck.rules.reading.shelf import in_shipped_pack
from factcheck.rules.ruleset import Requirement
from factcheck.rules.source.events import Scalar, Table
from factcheck.rules.source.places import nearest, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from factcheck.rules.reading.fields import Reader
    from factcheck.rules.reading.patterns import PatternReader
    from factcheck.rules.ruleset import Rule, Scope, Within
    from factcheck.rules.source.events import Node
    from factcheck.rules.source.places import Place

_CHIEF = ("phrase", "regex", "rule")


def read_requirement(node: Node, scope: Scope, patterns: PatternReader) -> Requirement | None:
    """One item of ``requires``; rules that it names are looked up by ``broken``."""
    wide: Within = scope if scope in ("paragraph", "document") else "sentence"
    if isinstance(node, Scalar):
        return _phrase(node, wide, patterns)
    reader = patterns.reader
    pairs = reader.table(node, REQUIREMENT, "requirement")
    if pairs is None:
        return None
    named = [name for name in _CHIEF if name in pairs]
    if len(named) != 1:
        said = "says nothing to look for" if not named else f"says {' and '.join(named)}"
        reader.complain(node.place, f"this requirement {said}", "it needs just one of them",
                        f"write one of {', '.join(_CHIEF)}")  # fmt: skip
        return None
    if "within" in pairs:
        within = reader.choice(pairs["within"][1], "within", REQUIREMENT["within"])
        if within is not None and WITHIN.index(within) < WITHIN.index(wide):
            reader.complain(pairs["within"][1].place, f"a rule of scope {wide} looks at more than a {within}",
                            f"its match may stand in two {within}s", f"write within: {wide}")  # fmt: skip
        wide = cast("Within", within or wide)
    key, value = pairs[named[0]]
    if reader.text(value, f"'{named[0]}'") is None or not isinstance(value, Scalar):
        return None
    if named[0] == "rule":
        return Requirement(value.text, value.place, wide, rule=value.text)
    if named[0] == "phrase":
        return _phrase(value, wide, patterns)
    made = patterns.read(Table(node.place, [(key, value)]))
    return None if made is None else Requirement(value.text, value.place, wide, made)


def _phrase(node: Scalar, within: Within, patterns: PatternReader) -> Requirement | None:
    made = patterns.read(node)
    if made is None:
        return None
    if made.slots:
        patterns.reader.complain(node.place, f"the slot {shown(made.slots[0])} stands in a requirement",
                                 "only a match has slots: it would always be empty",
                                 "write {vocabulary} without :slot")  # fmt: skip
    return Requirement(node.text, node.place, within, made)


class Demands:
    """Looks up the rules that rules require. What names none, or leads back to itself, is complained of."""

    def __init__(self, rules: Mapping[str, Rule], reader_at: Callable[[Place], Reader]) -> None:
        self._rules = rules
        self._reader_at = reader_at
        self._depth: dict[str, int | None] = {}
        """How many rules stand in a row from this one on; None for one that is broken."""

    def good(self, rule: str, trail: tuple[str, ...] = ()) -> bool:
        """Whether a rule that is there requires nothing that is not there."""
        if rule not in self._depth:
            depths = [self._below(one, (*trail, rule)) for one in self._rules[rule].requires if one.rule]
            known = [depth for depth in depths if depth is not None]
            self._depth[rule] = 1 + max(known, default=0) if len(known) == len(depths) else None
        return self._depth[rule] is not None

    def _below(self, one: Requirement, trail: tuple[str, ...]) -> int | None:
        """How deep the rule is that is required, or None with a complaint."""
        name = one.rule or ""
        reader = self._reader_at(one.place)
        if name in trail:
            reader.complain(one.place, f"{shown(name)} requires itself",
                            f"the way is {' - '.join((*trail, name))}"[:300],
                            "name a phrase of the other rule instead")  # fmt: skip
        elif name not in self._rules or (len(trail) <= MAX_CHAIN and not self.good(name, trail)):
            mend = "mend that one first"
            if name not in self._rules:
                mend = in_shipped_pack("- id", name) or nearest(name, self._rules) or "name its file too"
            reader.complain(one.place, f"no good rule is called {shown(name)}", "the rule could never match",
                            mend)  # fmt: skip
        elif len(trail) > MAX_CHAIN or (self._depth[name] or 0) >= MAX_CHAIN:
            reader.complain(one.place, f"more than {MAX_CHAIN} rules require each other in a row",
                            "nobody could tell what is found", "name phrases instead")  # fmt: skip
        else:
            return self._depth[name]
        return None

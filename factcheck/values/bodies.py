"""The bodies that a session names, and which of them "the brigade" or "the general staff" means."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.values.companies import company_name, may_be_company, trade, trades
from factcheck.values.cues import BODIES
from factcheck.values.namewords import INSTITUTIONS
from factcheck.values.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HEADS = (BODIES | INSTITUTIONS | words("chamber jury prosecution")) - words(
    "agencies ministries governments services companies groups organisations organizations newspapers"
    " media outlets nations countries television tv radio allies forces force command security monitor"
    " press news times post guards chiefs front network league union's standard cabinet"
)
"""Nouns of bodies of which a story can know just one."""
GENERIC = words("international local regional national federal central independent joint main state own")
"""Adjectives that tell no body from another."""


@dataclass(slots=True)
class Bodies:
    """Names of bodies under the nouns that can stand for them, in the order they were met."""

    _by_head: dict[str, dict[str, frozenset[str]]] = field(default_factory=dict)
    _by_stem: dict[str, set[str]] = field(default_factory=dict)
    _nouns: dict[str, set[str]] = field(default_factory=dict)
    """What the text calls a name: "the logistics company X"."""

    def add(self, name: str, noun: str = "") -> None:
        """Enter a name; ``noun`` is what the text calls it: "the logistics company X"."""
        parts = frozenset(name.lower().split()) | frozenset(noun.lower().split())
        heads = _heads(noun) or ([noun.split()[-1]] if noun and trade(noun.split()[-1]) else [])
        if name.count(" ") > 1:
            self._by_stem.setdefault(name.rsplit(" ", 1)[0], set()).add(name)
        if noun:
            self._nouns.setdefault(name, set()).update(noun.split()[-1:])
        for head in (*_heads(name), *heads):
            row = self._by_head.setdefault(head, {})
            known = row.pop(name, frozenset())
            row[name] = known | parts
        for head in trades(name):
            self._by_head.setdefault(head, {})[name] = parts | {head}

    def is_company(self, name: str, *, sure: bool) -> bool:
        """Whether its name or the text says that it is a company; not ``sure``: whether nothing denies it."""
        nouns = self._nouns.get(name, set())
        said = any(trade(noun) and noun != "group" for noun in nouns) or company_name(name)
        return said if sure else said or (not nouns and may_be_company(name) and name != name.lower())

    def named(self, stem: str) -> str | None:
        """The one name that is these words and one more: "Civil Protection" for "Civil Protection Agency"."""
        found = self._by_stem.get(stem, set())
        return next(iter(found)) if len(found) == 1 else None

    def last(self, wanted: Sequence[str]) -> str | None:
        """The name met last that these words can mean."""
        return next(iter(reversed(list(self._meant(wanted)))), None)

    def only(self, wanted: Sequence[str]) -> str | None:
        """The one name that these words can mean; a proper name before a description."""
        found = list(self._meant(wanted))
        proper = [name for name in found if name != name.lower()]
        if len(proper) == 1:
            return proper[0]
        return found[0] if len(found) == 1 else None

    def _meant(self, wanted: Sequence[str]) -> Iterator[str]:
        if not wanted:
            return
        low = [word.lower() for word in wanted]
        telling = frozenset(low) - GENERIC
        for name, parts in self._by_head.get(low[-1], {}).items():
            if (telling <= parts and parts != frozenset(low) and name != name.lower()) or frozenset(
                low
            ) < parts:
                yield name


def _heads(name: str) -> list[str]:
    """The noun of a name: its last word, and the one before "of"."""
    parts = name.lower().split()
    found = [parts[-1]] if parts else []
    found.extend(one for one, after in pairwise(parts) if after in ("of", "for"))
    return [head for head in found if head in HEADS]

"""The bodies that a session names, and which of them "the brigade" or "the general staff" means."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.values.cues import BODIES
from factcheck.values.namewords import INSTITUTIONS
from factcheck.values.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

HEADS = (BODIES | INSTITUTIONS | words("chamber jury prosecution")) - words(
    "agencies ministries governments services companies groups organisations organizations newspapers"
    " media outlets nations countries television tv radio allies forces force command security monitor"
    " press news times post guards chiefs front network league board union's standard cabinet"
)
"""Nouns of bodies of which a story can know just one."""
GENERIC = words("international local regional national federal central independent joint main state own")
"""Adjectives that tell no body from another."""


@dataclass(slots=True)
class Bodies:
    """Names of bodies under the nouns that can stand for them, in the order they were met."""

    _by_head: dict[str, dict[str, frozenset[str]]] = field(default_factory=dict)

    def add(self, name: str, noun: str = "") -> None:
        """Enter a name; ``noun`` is what the text calls it: "the logistics company X"."""
        parts = frozenset(name.lower().split()) | frozenset(noun.lower().split())
        for head in (*_heads(name), *_heads(noun)):
            row = self._by_head.setdefault(head, {})
            known = row.pop(name, frozenset())
            row[name] = known | parts

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


def _heads(name: str) -> Iterable[str]:
    """The noun of a name: its last word, and the one before "of"."""
    parts = name.lower().split()
    found = [parts[-1]] if parts else []
    found.extend(one for one, after in pairwise(parts) if after in ("of", "for"))
    return [head for head in found if head in HEADS]

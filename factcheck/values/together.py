"""Origins that are one voice or part of one another: "police and fire service", "Kyiv" and "Ukraine sources".

A composite counts for those of its members that nobody else is, and who speaks for a nation or a body at
large ("Ukraine officials", "police sources") is that nation or body.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_BETWEEN = re.compile(r",? and (?:the )?|, (?:the )?")
_AT_LARGE = re.compile(r"\s+(?:officials?|sources?|authorities|government|leaders|representatives)\Z")
_WORD = re.compile(r"\w+")
_ROOT = 5
"""Letters that a nation and its adjective share ("Ruritania", "Ruritanian")."""


def members(origin: str) -> tuple[str, ...]:
    """Those who say a thing together; an origin with no "and" in its name is its own only member."""
    return tuple(filter(None, _BETWEEN.split(origin))) if " and " in origin else (origin,)


def distinct(named: Sequence[str | None]) -> tuple[str, ...]:
    """The voices among some origins, the most frequent first, ties in the order of the text.

    A composite of which a member speaks elsewhere too counts for its members, each once.
    """
    counts: dict[str, int] = {}
    for origin in named:
        if origin is not None:
            counts[origin] = counts.get(origin, 0) + 1
    return tuple(counts) if len(counts) < 2 else _distinct(tuple(counts.items()))


def together(origin: str, others: Sequence[str | None]) -> int:
    """How many voices a composite is beside ``others``: its members if one speaks there, else one."""
    return 1 if origin in distinct([origin, *others]) else len(members(origin))


@lru_cache(maxsize=20_000)
def _distinct(counted: tuple[tuple[str, int], ...]) -> tuple[str, ...]:
    """The voices among origins that each stand so many times; many facts of a story have the same ones."""
    counts = dict(counted)
    parts = {origin: members(origin) for origin in counts}
    voice = _voices(part for told in parts.values() for part in told)
    speaks_in: defaultdict[str, set[str]] = defaultdict(set)
    for origin, told in parts.items():
        for part in told:
            speaks_in[voice[part]].add(origin)
    found: dict[str, int] = {}
    for origin, told in parts.items():
        apart = len(told) > 1 and not any(len(speaks_in[voice[part]]) > 1 for part in told)
        for name in [origin] if apart else dict.fromkeys(voice[part] for part in told):
            found[name] = found.get(name, 0) + counts[origin]
    return tuple(sorted(found, key=lambda origin: -found[origin]))


def _voices(names: Iterable[str]) -> Mapping[str, str]:
    """Each name with the one that stands for its voice: "Ukraine" for "Ukrainian officials"."""
    alike: defaultdict[frozenset[str], dict[str, bool]] = defaultdict(dict)
    for name in names:
        bare = _AT_LARGE.sub("", name)
        alike[frozenset(word[:_ROOT].casefold() for word in _WORD.findall(bare))][name] = bare != name
    found = {}
    for row in alike.values():
        plain = next((name for name, at_large in row.items() if not at_large), next(iter(row)))
        found.update({name: plain if any(row.values()) else name for name in row})
    return found

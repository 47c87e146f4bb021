"""Who says it first: the origin of each claim, inherited where the article names it only once.

A claim's own attribution decides. Where it has none (or only a vague one) it inherits, in this order:

1. from its twin in a copied sentence of another article: the same words have the same origin, even
   where the copy dropped the name;
2. from an attributed claim of its own article in the same group: an article that has named its
   source once restates the fact without naming it again. With two different origins in the article
   the nearer one before it is meant; a claim with another figure is no restatement, and one that stands
   before the name has to tell the same figure or nearly the same words.

What an article has from an outlet whose own article is in the session has the origin that is given there.

An article that names both a body at large ("Ruritanian officials") and one of its bodies by name for the
same fact means the named one: the lexicon's aliases say which name is a body of which nation.

A vague attribution ("reports", "officials") names nobody, so it inherits through a copy only: an
article that says "officials" instead of a name has chosen not to say who.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.compare.aspects.figure_pairs import best_comparison
from factcheck.compare.facts.similarity import ratio, words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from factcheck.compare.reading.profiles import Profile
    from factcheck.compare.voices.outlets import Outlets
    from factcheck.model import LexiconEntry

ALIKE = 0.6
"""How alike in its stems a claim must be to one behind it that names a source, to have that source too."""


def origins(
    profiles: Sequence[Profile],
    groups: Sequence[Sequence[int]],
    twins: Mapping[int, Sequence[int]],
    bodies: Bodies,
    outlets: Outlets,
    unsaid: Collection[int] = (),
    tied: Callable[[int, int], bool] = lambda _i, _j: False,
) -> tuple[str | None, ...]:
    """The origin of every claim by index; None where nobody is named. ``twins`` are copied claims.

    Those of ``unsaid`` inherit none: a person has said that nobody is named. Nor does a claim inherit from
    one with which only a person has ``tied`` it: that two tell one fact does not say whose words they are.
    """
    found = fuller([bodies.canonical(profile.origin) for profile in profiles])
    for index in range(len(found)):
        if found[index] is None and index not in unsaid:
            named = (
                found[twin] for twin in twins.get(index, ()) if _said_alike(profiles[twin], profiles[index])
            )
            found[index] = next((origin for origin in named if origin), None)
    for group in groups:
        _settle(profiles, group, found, bodies)
        named_in: defaultdict[int, list[int]] = defaultdict(list)
        for index in group:
            if profiles[index].origin is not None:
                named_in[profiles[index].article].append(index)
        for index in group:
            open_ = found[index] is None and index not in unsaid
            if open_ and profiles[index].claim.attribution is None:
                there = [n for n in named_in[profiles[index].article] if not tied(index, n)]
                found[index] = _named_here(profiles, there, index, found)
        _from_outlets(profiles, group, found, outlets)
    return tuple(found)


def _said_alike(twin: Profile, own: Profile) -> bool:
    """Whether who says the one says the other: not where one of them only takes the words to deny them."""
    return not twin.typed and twin.denied == own.denied


def _from_outlets(
    profiles: Sequence[Profile], group: Sequence[int], found: list[str | None], outlets: Outlets
) -> None:
    """Put in an outlet's place the origin that its own article gives for the fact, else its full name."""
    own = {index: found[index] for index in group}
    for index in group:
        cited = own[index]
        articles = outlets.articles(cited) if cited else frozenset[int]()
        if cited and articles:
            there = [n for n in group if profiles[n].article in articles and own[n] not in (None, cited)]
            there.sort(key=lambda n: _apart(profiles[index], profiles[n]))
            found[index] = own[there[0]] if there else outlets.name(articles, cited)


def _settle(
    profiles: Sequence[Profile], group: Sequence[int], found: list[str | None], bodies: Bodies
) -> None:
    """Put the named body in the place of the body at large, article by article."""
    beside: defaultdict[int, list[int]] = defaultdict(list)
    for index in group:
        beside[profiles[index].article].append(index)
    for index in group:
        own = found[index]
        if own is None or not bodies.at_large(own):
            continue
        here = (found[n] for n in beside[profiles[index].article])
        inside = (name.removesuffix(" source") for name in here if name)
        named = (name for name in inside if name != own and bodies.belongs(name, own))
        found[index] = next(named, own)


def _named_here(
    profiles: Sequence[Profile], there: Sequence[int], index: int, found: Sequence[str | None]
) -> str | None:
    """``there`` are the claims of its fact for which its article names somebody."""
    own = profiles[index]
    named = [other for other in there if _restates(own, profiles[other])]
    if not named:
        return None

    def distance(other: int) -> tuple[bool, int]:
        start = profiles[other].claim.start
        return start > own.claim.start, abs(start - own.claim.start)

    return found[min(named, key=distance)]


def _restates(own: Profile, named: Profile) -> bool:
    """Whether a claim without a name tells again what the other gives a name for."""
    if _apart(own, named) or own.denied != named.denied:
        return False
    if named.claim.start < own.claim.start:
        return True
    return _same_figure(own, named) or ratio(own.stems, named.stems) >= ALIKE


def _apart(a: Profile, b: Profile) -> bool:
    met = best_comparison(a.figures, b.figures)
    return met is not None and met[2].kind == "conflicts"


def _same_figure(a: Profile, b: Profile) -> bool:
    return any(x.interval == y.interval for x in a.figures for y in b.figures if x.interval.headline > 1)


def fuller(named: Sequence[str | None]) -> list[str | None]:
    """Each short name as the fuller one that ends with it: "police" as "regional police", "Ott" as "Jan Ott".

    Where two fuller names end with it ("ministry") it stays as it is.
    """
    known = {name: tuple(word for word, _, _ in words(name)) for name in dict.fromkeys(named) if name}
    endings: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for name, spoken in known.items():
        if not _JOINED.search(name) and "of" not in spoken:
            for cut in range(1, len(spoken)):
                endings[spoken[cut:]].append(name)

    def full(name: str) -> str:
        longer = endings[known[name]]
        longest = max(longer, key=lambda other: len(known[other]), default=name)
        apart = [other for other in longer if known[longest][-len(known[other]) :] != known[other]]
        return name if apart else longest

    return [full(name) if name else name for name in named]


_AT_LARGE = re.compile(
    r"\b(?:officials?|authorit(?:y|ies)|sources?|government|leaders?|representatives?|intelligence|services?"
    r"|agenc(?:y|ies)|military|army|police)\b",
    re.I,
)
_OFFICIAL, _SOURCE = frozenset({"offic"}), frozenset({"sourc"})
"""Roots: an official speaks for a body and is the body; who is not named stays one of its sources."""
_JOINED = re.compile(r"\band\b|,", re.I)
_JOINING = frozenset({"a", "an", "the", "of", "for", "in", "at", "by", "to", "from", "with", "and", "s"})


class Bodies:
    """Which origins are a body at large, and which named bodies may be meant by it."""

    def __init__(self, lexicon: Sequence[LexiconEntry]) -> None:
        self._terms: dict[str, list[frozenset[str]]] = {}
        self._places = {e.name for e in lexicon if e.role == "alias" and e.kind == "place"}
        for entry in lexicon:
            if entry.role == "alias" and entry.name not in self._places:
                known = self._terms.setdefault(entry.name, [])
                known.extend(_roots(term) for term in (entry.name, *entry.terms))

        self._names = {term: name for name, terms in self._terms.items() for term in terms}

    def canonical(self, origin: str | None) -> str | None:
        """The name whose alias has the same words in another order ("a source of the Ort police")."""
        if origin is None or origin in self._terms:
            return origin
        roots = _roots(origin)
        body = self._names.get(roots) or self._names.get(roots - _OFFICIAL)
        inside = None if body else self._names.get(roots - _OFFICIAL - _SOURCE)
        return f"{inside} source" if inside else body or origin

    def at_large(self, origin: str) -> bool:
        """A nation or town, or its "officials", "authorities", "intelligence source": no name of its own."""
        if origin in self._places:
            return True
        if origin in self._terms or origin.removesuffix(" source") in self._terms:
            return False
        return bool(_AT_LARGE.search(origin)) and not _JOINED.search(origin)

    def belongs(self, name: str, body: str) -> bool:
        """Whether one of the aliases of ``name`` is a body of the nation that ``body`` is of."""
        nation = _roots(_AT_LARGE.sub(" ", body))
        return bool(nation) and any(nation <= term for term in self._terms.get(name, ()))


def _roots(term: str) -> frozenset[str]:
    """Words cut to what a nation and its adjective share ("Ruritania", "Ruritanian").

    Only what joins words is left out: without the "US" of "US central bank" every central bank were that one.
    """
    return frozenset(word[:5] for word, _, _ in words(term) if word not in _JOINING)

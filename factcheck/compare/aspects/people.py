"""Whose people a figure counts: "four Ruritanian soldiers" are no figure of Zembla's losses.

Names are laid side by side by what a nation and its adjective share, so that "Zembla" is whose the
"Zemblans" are, with or without an alias in the lexicon.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from factcheck.compare.facts.similarity import fold, words
from factcheck.model import Entity

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.compare.aspects.figures import Figure
    from factcheck.compare.reading.profiles import Profile
    from factcheck.model import Claim, Quantity

_ENDING = re.compile(r"(?:ians?|eans?|ans?|ese|ish|i|is|ia|a|e|s|y)\Z")
LEAST_ROOT = 4
SIDE, SIDE_SHARE = 2, 0.2
"""How many figures, and what share of the other side's, make a people a side of the story."""
_NEXT = re.compile(r"\s+(?:(?:of\s+(?:the\s+)?)?[a-z-]+\s+)?\Z")
"""What may stand between a number and the name of those counted: one adjective."""
_POSSESSIVE_BEHIND = re.compile(r"\s+of\s+(?:its|their|his|her|our)\b", re.I)
_POSSESSIVE_BEFORE = re.compile(r"\b(?:its|their|his|her|our)\s+\Z", re.I)
_TALLY = re.compile(r"\b(?:number|toll|losses|casualties|deaths?|strength|count)\b", re.I)
_TALLIED = re.compile(r"\b(?:at|to|from|than)\s+(?:[\w-]+\s+){0,2}\Z", re.I)
_OWN = re.compile(
    r"\b(?:sent|deployed|moved|massed|amassed|stationed|withdrawn|withdrew|pulled|mobilised|mobilized"
    r"|dispatched|lost|suffered|gathered|assembled|concentrated|committed|redeployed|has|have|had|posted)"
    r"\s+(?:back\s+|out\s+)?(?:(?:about|around|some|nearly|over|almost|up\s+to|at\s+least|more\s+than)\s+)*\Z",
    re.I,
)
"""Verbs that one does with one's own people, right before the number."""
_PREPOSITION = re.compile(r"\b(?:to|by|in|on|at|from|with|against|near|for|of|between)\s+(?:the\s+)?\Z", re.I)
_AGAINST = re.compile(r"\b(?:with|against|by|from|fighting|alongside)\s+(?:the\s+)?\Z", re.I)
_SPEAKS = re.compile(
    r"(?:['’]s)?\s+(?:[\w-]+\s+){0,2}?(?:officials?|officers?|spokes\w+|ministers?|ministry|lawmakers?|sources?"
    r"|intelligence|diplomats?|president|government|agency|service)\b",
    re.I,
)
_IT = re.compile(r"\b(?:it|they|we)\b", re.I)


@lru_cache(maxsize=20_000)
def root(name: str) -> str:
    """What "Zembla", "Zemblan" and "Zemblans" share; a name of several words keeps them all."""
    found = []
    for word, _, _ in words(name):
        base = fold(word)
        cut = _ENDING.sub("", base)
        found.append(cut if len(cut) >= LEAST_ROOT else base)
    return " ".join(found)


def nations(claims: Sequence[Claim]) -> Callable[[str | None], str | None]:
    """Gives the nation or town that an origin's name speaks of, among the places the claims name."""
    values = (v for c in claims for v in (*c.values, *c.context) if isinstance(v, Entity))
    known = {root(v.name): v.name for v in values if v.kind == "place"}

    @cache
    def nation(origin: str | None) -> str | None:
        if origin is None:
            return None
        spoken = f" {root(origin)} "
        found = [name for base, name in known.items() if base and f" {base} " in spoken]
        return min(found, key=lambda name: spoken.index(f" {root(name)} ")) if found else None

    return nation


def rivals(profiles: Sequence[Profile]) -> tuple[Profile, ...]:
    """The profiles with their figures marked where the session counts the same of two peoples."""
    peoples: defaultdict[tuple[str | None, str], Counter[str]] = defaultdict(Counter)
    for profile in profiles:
        for figure in profile.figures:
            for counted in figure.of or {""}:
                peoples[figure.interval.dimension, counted].update({root(name) for name in figure.actors})
    several = {key for key, told in peoples.items() if _two_sides(told)}

    def of_two(figure: Figure) -> bool:
        return any((figure.interval.dimension, counted) in several for counted in figure.of or {""})

    return tuple(
        replace(p, figures=tuple(replace(f, rivals=True) if of_two(f) else f for f in p.figures))
        if several and any(map(of_two, p.figures))
        else p
        for p in profiles
    )


def _two_sides(told: Counter[str]) -> bool:
    """Two peoples of some weight: a name that was misread once makes no second side."""
    counts = [count for _, count in told.most_common(2)]
    return len(counts) > 1 and counts[1] >= max(SIDE, SIDE_SHARE * counts[0])


def same_people(a: frozenset[str], b: frozenset[str]) -> bool:
    """Some name in common, by its root."""
    return not a.isdisjoint(b) or not roots(a).isdisjoint(roots(b))


@lru_cache(maxsize=20_000)
def roots(names: frozenset[str]) -> frozenset[str]:
    """The roots of names."""
    return frozenset([root(name) for name in names])


def whose(
    text: str, claim: Claim, quantity: Quantity, entities: Sequence[Entity], nation: str | None
) -> frozenset[str]:
    """The names of those whose people a quantity counts; empty where the text does not say.

    In this order: what was read with the number, names right behind it ("3,000 *Ruritanian*
    soldiers"), a possessive or a verb that one does with one's own ("*Zembla* has massed 6,000"). A
    pronoun stands for the nation of the speaker, ``nation``, where the claim names nobody before it.
    """
    if quantity.whose and not _only_beside(text, claim, quantity):
        return frozenset({quantity.whose})
    named = _behind(text, quantity, entities)
    if named:
        return named
    before = text[claim.start : quantity.start]
    ahead = [e for e in entities if e.end <= quantity.start]
    tally = _TALLY.search(before)
    if tally and _TALLIED.search(before):
        at = claim.start + tally.start()
        near = [e.name for e in ahead if e.start > at or not text[e.end : at].strip(" '’s")]
        return frozenset(near[-1:])
    own = _OWN.search(before)
    owned = _POSSESSIVE_BEHIND.match(text, quantity.end) or _POSSESSIVE_BEFORE.search(before)
    if not (owned or own):
        return frozenset()
    for entity in ahead:
        if entity.kind != "person" and not _PREPOSITION.search(text[claim.start : entity.start]):
            return frozenset({entity.name})
    return frozenset({nation}) if nation and (owned or _IT.search(before)) else frozenset()


def _only_beside(text: str, claim: Claim, quantity: Quantity) -> bool:
    """Whether all mentions of the owner before the number are of an adversary or of one who speaks."""
    spoken = [
        v
        for v in (*claim.values, *claim.context)
        if isinstance(v, Entity) and v.name == quantity.whose and v.end <= quantity.start
    ]
    return bool(spoken) and all(
        _AGAINST.search(text[claim.sentence[0] : e.start]) or _SPEAKS.match(text, e.end) for e in spoken
    )


def _behind(text: str, quantity: Quantity, entities: Sequence[Entity]) -> frozenset[str]:
    near = set()
    for entity in entities:
        inside = quantity.start <= entity.start and entity.end <= quantity.end
        if inside or (quantity.end < entity.start and _NEXT.match(text[quantity.end : entity.start])):
            near.add(entity.name)
    return frozenset(near)


def same_person(a: str, b: str) -> bool:
    """One name, or one that ends the other: "Ott" is whom "Deputy Jan Ott" names."""
    shorter, longer = _parts(a), _parts(b)
    if len(shorter) > len(longer):
        shorter, longer = longer, shorter
    return bool(shorter) and longer[-len(shorter) :] == shorter


@lru_cache(maxsize=20_000)
def _parts(name: str) -> tuple[str, ...]:
    return tuple(root(name).split())


def persons(profiles: Sequence[Profile]) -> frozenset[str]:
    """The names that the session's claims give to persons."""
    return frozenset(
        value.name
        for profile in profiles
        for value in (*profile.claim.values, *profile.claim.context)
        if isinstance(value, Entity) and value.kind == "person"
    )

"""One made-up story told at any length: a flood, its towns, and what is said of each of them.

Every sentence comes from a template of ours with the place, the number, the hedge, the claimant and
the words drawn at random. Most of what is told is told of one of many places; the places that are
spoken of most are told by most articles, so that facts are heavy-tailed. A part of every article
repeats sentences of the agency word for word.
"""

from __future__ import annotations

import random
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from factcheck.model import Article

if TYPE_CHECKING:
    from collections.abc import Sequence

COPIED = 0.25
"""Share of an article's sentences that stand in the agency's report too."""
CHANGED = 0.15
"""How often a number is told otherwise than by most."""

_WORDS = """
Alder Bren Carn Dor Esk Fal Gar Hal Iver Jor Kel Lund Mar Nor Osk Pell Quar Rav Sund Tor Ulv Vel Wend Yar
by dale ford gate ham holm ness port rick stad ton wick
Monday Tuesday Wednesday Thursday Friday
"""
_FIRST, _LAST, _DAYS = (line.split() for line in _WORDS.strip().splitlines())
_PHRASES = """
Anna Brandt|Tomas Reiner|Petra Malk|Jonas Weil|Elena Varga|Ivo Kessel|Marta Lindqvist|Oskar Thorne
the whole street|the old mill|our cattle|the harbour wall|the school|the lower town|the chapel
ten minutes|an hour|half a day|one night|the time of a prayer|two hours|a few seconds
"""
_PEOPLE, _THINGS, _TIMES = (line.split("|") for line in _PHRASES.strip().splitlines())


class Fact(NamedTuple):
    """What can be told of a place: ways to tell it, and the number that most tell."""

    ways: tuple[str, ...]
    low: int
    high: int
    """The range that the true number of a place is drawn from."""


_FACTS = (
    Fact(
        (
            "{n} people died in the flood in {place}",
            "the flood killed {n} people in {place}",
            "{n} residents of {place} were killed when the river burst its banks",
            "the death toll in {place} stood at {n}",
        ),
        2,
        90,
    ),
    Fact(
        (
            "{n} people were injured in {place}",
            "{n} residents were hurt in {place} by falling masonry",
            "doctors in {place} treated {n} injured people",
            "the flood left {n} injured in {place}",
        ),
        5,
        400,
    ),
    Fact(
        (
            "{n} people were evacuated from {place}",
            "rescuers brought {n} people out of {place} by boat",
            "{n} residents had to leave their homes in {place}",
            "the evacuation of {place} moved {n} people",
        ),
        50,
        9000,
    ),
    Fact(
        (
            "{n} houses were destroyed in {place}",
            "the water destroyed {n} homes in {place}",
            "{n} buildings in {place} collapsed",
            "in {place} the flood damaged {n} houses",
        ),
        3,
        800,
    ),
    Fact(
        (
            "{n} soldiers were deployed to {place}",
            "the army sent {n} soldiers to {place}",
            "{n} troops arrived in {place} to help with sandbags",
        ),
        20,
        1500,
    ),
    Fact(
        (
            "the repair of the bridge at {place} will cost {n} million crowns",
            "damage in {place} was estimated at {n} million crowns",
            "the government promised {n} million crowns to {place}",
        ),
        2,
        300,
    ),
    Fact(
        (
            "{n} households in {place} were without electricity",
            "power was cut to {n} homes in {place}",
            "a failed substation left {n} customers in {place} in the dark",
        ),
        100,
        20000,
    ),
    Fact(
        (
            "{n} people were still missing in {place}",
            "rescue teams searched for {n} missing people in {place}",
        ),
        2,
        40,
    ),
    Fact(
        (
            "the river rose by {n} centimetres at {place} within an hour",
            "the gauge at {place} showed {n} centimetres",
        ),
        40,
        900,
    ),
    Fact(("{n} schools were closed in {place}", "{place} closed {n} of its schools"), 2, 30),
    Fact(
        (
            "the dam above {place} broke on {day}",
            "the flood wave reached {place} on {day}",
            "the bridge at {place} collapsed on {day}",
        ),
        1,
        5,
    ),
    Fact(
        (
            "rail traffic through {place} was suspended on {day}",
            "trains were cancelled on {day} after the line at {place} was washed out",
        ),
        1,
        5,
    ),
)
_SAID = (
    "{what}, {who} said.",
    "{who} said that {what}.",
    "{What}, according to {who}.",
    "{what}.",
    "{What}.",
    "On {today}, {who} told reporters that {what}.",
    "{who} confirmed on {today} that {what}.",
    "{what}, {who} said in a statement on {today}, and warned that more rain was expected.",
    "Officials said {what} as the rain went on.",
    "{what}, witnesses reported.",
)
_WHO = (
    "the regional police",
    "the interior ministry",
    "the fire brigade",
    "the mayor of {place}",
    "{person}",
    "the water authority",
    "the Red Cross in {place}",
    "the governor's office",
    "the civil protection agency",
)
_HEDGE = ("", "", "", "", "at least ", "about ", "nearly ", "more than ", "some ", "up to ")
_QUOTED = (
    '"We lost {thing} in {time}," {person} said in {place}.',
    '{person}, who lives in {place}, said: "{thing_up} went under in {time}."',
    '"Nobody warned us about {thing}," {person} told reporters in {place}.',
    '"It took {time} until help came to {thing}," said {person} of {place}.',
)
_FILL = (
    "The smell of mud lay over the market square.",
    "Nobody knows when the school will open again.",
    "Volunteers handed out soup and blankets.",
    "It is a week that the valley will not forget.",
)


class _World:
    """The places of the valley, and of each the true number for every fact."""

    def __init__(self, rng: random.Random, places: int) -> None:
        names = [a + b for a in _FIRST for b in _LAST]
        rng.shuffle(names)
        self.places = names[:places]
        self.shares = [1 / (n + 3) for n in range(places)]
        self.truth = {
            (place, n): _round(rng.randint(fact.low, fact.high))
            for place in self.places
            for n, fact in enumerate(_FACTS)
        }


def _round(number: int) -> int:
    return number if number < 100 else number // 10 * 10 if number < 2000 else number // 100 * 100


def texts(articles: int, words: int, *, places: int = 120, seed: int = 11) -> list[str]:
    """``articles`` texts of about ``words`` words each, dense in claims."""
    rng = random.Random(seed)
    world = _World(rng, places)
    agency = [_sentence(rng, world) for _ in range(max(40, words // 12))]
    return [_text(rng, world, agency, words) for _ in range(articles)]


def articles(count: int, words: int, *, places: int = 120, seed: int = 11) -> tuple[Article, ...]:
    """The texts as articles of one week, with outlets of their own."""
    return tuple(_article(n, text) for n, text in enumerate(texts(count, words, places=places, seed=seed)))


def _article(index: int, text: str) -> Article:
    digest = sha256(text.encode()).hexdigest()
    published = f"2025-03-{3 + index % 5:02}"
    return Article(
        f"a{index + 1}",
        f"{index}.txt",
        f"Flood {index}",
        f"Paper {index}",
        text,
        digest,
        digest,
        published=published,
    )


def _text(rng: random.Random, world: _World, agency: Sequence[str], words: int) -> str:
    paragraphs: list[str] = []
    told = 0
    while told < words:
        row = [
            rng.choice(agency) if rng.random() < COPIED else _sentence(rng, world)
            for _ in range(rng.randint(2, 4))
        ]
        told += sum(len(sentence.split()) for sentence in row)
        paragraphs.append(" ".join(row))
    return "\n\n".join(paragraphs) + "\n"


def _sentence(rng: random.Random, world: _World) -> str:
    drawn = rng.random()
    if drawn < 0.06:
        return rng.choice(_FILL)
    place = rng.choices(world.places, world.shares)[0]
    person = rng.choice(_PEOPLE)
    if drawn < 0.14:
        thing = rng.choice(_THINGS)
        return rng.choice(_QUOTED).format(
            thing=thing, thing_up=_capital(thing), time=rng.choice(_TIMES), person=person, place=place
        )
    what = _told(rng, world, place)
    if drawn > 0.80:
        what = f"{what} and {_told(rng, world, place)}"
    who = rng.choice(_WHO).format(place=place, person=person)
    line = rng.choice(_SAID).format(what=what, What=_capital(what), who=who, today=rng.choice(_DAYS))
    return _capital(line)


def _told(rng: random.Random, world: _World, place: str) -> str:
    n = rng.randrange(len(_FACTS))
    fact = _FACTS[n]
    number = world.truth[place, n]
    if rng.random() < CHANGED:
        number = _round(max(fact.low, min(fact.high, round(number * rng.choice((0.5, 0.8, 1.3, 2))))))
    way = rng.choice(fact.ways)
    hedged = "" if "{day}" in way else rng.choice(_HEDGE)
    return way.format(n=f"{hedged}{number:,}", place=place, day=_DAYS[(number - 1) % 5])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

"""Made-up claims of many stories, with the fact that each tells: what linking at scale is measured on.

A topic has four names and three places that its facts share. A fact has a class, a unit, a number and
words of its own; how often it is told is heavy-tailed. A telling drops or replaces 35 words in 100,
takes any synonym, changes the number 15 times in 100, and 25 times in 100 repeats an earlier telling
word for word. The tellings of all stories come mixed.
"""

from __future__ import annotations

import random
from array import array
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from factcheck.model import Claim, Entity, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

COPIED, LOST, CHANGED = 0.25, 0.35, 0.15
LARGEST = 1_200
PER_ARTICLE = 12
CLASSES, UNITS = 12, 10
FACTS = (60, 220)
"""How many facts a topic has, at least and at most."""
_SYLLABLES = """
    ba cor del fin gor hal ist jun kel lor mar nev ost per qua ros sel tam und ver wil yor zan
    bri cla dro fle gra
"""
SYLLABLES = _SYLLABLES.split()


class Fact(NamedTuple):
    told: str
    """Its class."""
    unit: str
    names: tuple[str, ...]
    words: tuple[str, ...]
    number: int


def claims(count: int, seed: int = 5) -> Iterator[tuple[Claim, int]]:
    """``count`` claims and the number of the fact that each tells; the same for the same seed."""
    rng = random.Random(seed)
    facts, order = _world(rng, count)
    told: dict[int, tuple[Claim, ...]] = {}
    common = [_word(rng) for _ in range(4_000)]
    for n, fact in enumerate(order):
        before = told.get(fact, ())
        if before and rng.random() < COPIED:
            known = before[rng.randrange(len(before))]
            yield replace(known, id=f"{n:016x}", article=_article(n)), fact
            continue
        claim = _telling(rng, facts[fact], common, n)
        told[fact] = (*before[-2:], claim)
        yield claim, fact


def _world(rng: random.Random, count: int) -> tuple[list[Fact], Sequence[int]]:
    """Facts enough for ``count`` tellings, and the fact of each telling, mixed."""
    facts: list[Fact] = []
    order = array("l")
    while len(order) < count:
        names = [_word(rng).capitalize() for _ in range(7)]
        spoken = [_word(rng) for _ in range(120)]
        for _ in range(rng.randint(*FACTS)):
            who = rng.sample(names[:4], rng.randint(1, 2)) + rng.sample(names[4:], 1)
            words = (*rng.sample(spoken, 5), *(_word(rng) for _ in range(6)))
            told, unit = f"class{rng.randrange(CLASSES)}", f"unit{rng.randrange(UNITS)}"
            fact = Fact(told, unit, tuple(who), words, _number(rng))
            size = min(LARGEST, int(rng.paretovariate(0.9)))
            order.extend([len(facts)] * size)
            facts.append(fact)
            if len(order) >= count:
                break
    order = order[:count]
    rng.shuffle(order)
    return facts, order


def _number(rng: random.Random) -> int:
    return int(10 ** rng.uniform(0.5, 5))


def _word(rng: random.Random) -> str:
    return "".join(rng.choices(SYLLABLES, k=rng.randint(2, 4)))


def _article(n: int) -> str:
    return f"a{n // PER_ARTICLE}"


def _telling(rng: random.Random, fact: Fact, common: Sequence[str], n: int) -> Claim:
    number = (
        fact.number if rng.random() >= CHANGED else max(1, int(fact.number * rng.choice((0.5, 0.7, 1.5, 2))))
    )
    words = []
    for word in fact.words:
        drawn = rng.random()
        if drawn >= LOST:
            words.append(word)
        elif drawn >= LOST / 2:
            words.append(rng.choice(common))
    shown = f"{number:,}"
    head = f"{' and '.join(fact.names[:-1])} {fact.told}{rng.choice('abcd')} "
    text = f"{head}{shown} {fact.unit}{rng.choice('xyz')} in {fact.names[-1]} {' '.join(words)}"
    value = Quantity(
        len(head), len(head) + len(shown), shown, number, number, number, unit=fact.unit, of=fact.told
    )
    names = tuple(Entity(0, len(name), name, name) for name in fact.names)
    return Claim(
        f"{n:016x}", _article(n), 0, len(text), text, (0, len(text)), ("made-up",), 0.5, (value, *names),
        predicates=(fact.told,),
    )  # fmt: skip

"""A bare figure answers the one before it: "The organisers spoke of 8,000. The police counted 2,500."

The second sentence names nothing that is counted, and no word of it is shared with another article. Its
figure counts what the figure before it counts; who gives it is, as a rule, another. So it is with "the
correct figure is 84 million" behind the figure that an article takes back.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.compare.aspects.corrections import own_frame
from factcheck.compare.aspects.people import same_people
from factcheck.compare.aspects.quantities import MEASURES
from factcheck.compare.facts.gates import told_together
from factcheck.compare.facts.similarity import stem, unit_vector, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.compare.aspects.figures import Figure
    from factcheck.compare.aspects.quantities import Interval
    from factcheck.compare.reading.profiles import Profile

_HEDGES = (
    r"(?:(?:about|around|some|nearly|almost|over|only|just|up|to|more|less|fewer|than|at|least|most|close|closer"
    r"|roughly|approximately|not)\s+){0,4}"
)
_TOTAL = r"(?:number|figure|share|total|toll|count|tally|sum|amount|proportion|turnout|crowd)"
_SPEAKS = (
    r"(?:spoke|speaks?|talked|talks?|counted|counts?|estimated|estimates?|reckoned|reckons?|insist(?:s|ed)?"
    r"|claimed|claims?|gave|gives?|cited|cites?|reported|reports?|put|puts|mentioned|said|says?|stuck|sticks?"
    r"|ha[sd]\s+not\s+budged)"
)
_BARE = re.compile(
    rf"(?:\A(?P<teller>(?:[\w'’.-]+[,]?\s+){{1,7}}?){_SPEAKS}\s+"
    rf"(?:(?:of|to|on|from|with|at|it|them|that|this|there\s+were|there\s+had\s+been)\s+)*"
    rf"(?:(?:the|its|their|a|his|her)\s+(?:\w+\s+)?{_TOTAL}\s+(?:(?:at|of|as|was|is|to)\s+)?)?"
    rf"|\b(?:the|a|its|their)\s+(?:(?:real|true|actual|correct|exact|right|overall|final)\s+)?{_TOTAL}\s+"
    rf"(?:was|is|were|had\s+been|stood|stands|came|lay|should\s+(?:have\s+been|be))\s+(?:to\s+|at\s+)?"
    rf"|\A\W*(?:it|that|they)\s+(?:(?:was|is|were|are|(?:will|would|could|may|should)\s+(?:probably\s+)?be|ha[sd]\s+been)"
    rf"|(?:came|amount(?:s|ed)?)\s+to)\s+){_HEDGES}\Z",
    re.I,
)
"""What stands before a figure that counts what the last one counted."""
_OF_UNITS = re.compile(
    r"\b(?:number|total|count|tally)\s+of\s+(?:the\s+)?(?:[\w-]+\s+)?(?:units|devices|items|products|pieces|copies|people|those|ones)"
    rf"(?:\s+\w+ed)?\s+(?:at|to|was|is|were|of|as)\s+{_HEDGES}\Z",
    re.I,
)
"""The same with a word for anything: "put the number of affected units at 85,000"."""
_CLOSES = re.compile(
    r"[\W]*(?:(?:in|at|on|by|for|so|far|all|the|this|that|last|now|then|instead|morning|afternoon|evening|night"
    r"|noon|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\W*){0,5}\Z",
    re.I,
)
_UNIT = re.compile(r"\A\s*(?:per\s+cent|[\w%$€£°]+)")
BACK = 2
"""How many sentences before the answer the figure stands that it answers."""
SCALE = 30
"""How many times larger one of the two may be."""


def answers(profiles: Sequence[Profile]) -> tuple[tuple[Profile, ...], dict[int, int]]:
    """The profiles with bare figures told what they count, and for each such profile the one it answers."""
    held: defaultdict[tuple[int, int], list[Profile]] = defaultdict(list)
    for profile in profiles:
        if profile.sentence >= 0:
            held[profile.article, profile.sentence].append(profile)
    found = list(profiles)
    answered: dict[int, int] = {}
    given: dict[tuple[int, Interval], Profile] = {}
    if any(p.withdrawn for p in profiles):
        given = {(p.article, f.interval): p for p in reversed(profiles) for f in p.figures}
    for profile in profiles:
        bare = _bare(profile)
        if bare is None or profile.sentence < 0:
            continue
        wrong = _taken_back(profile, bare, held)
        if wrong is not None:
            found[profile.index] = put_right = _put_right(profile, bare, wrong)
            stands = given.get((profile.article, bare.interval))
            if stands is not None and stands.start < profile.start and stands.main & put_right.main:
                answered[profile.index] = stands.index
            continue
        for index, figure in _before(profile, bare, held):
            root = answered.get(index, index)
            meant = found[root]
            told = next((f for f in meant.figures if f.start == figure.start), figure)
            found[profile.index] = _counting(profile, bare, told, meant)
            answered[profile.index] = root
            break
    return tuple(found), answered


def _bare(profile: Profile) -> Figure | None:
    """The one figure of a clause that tells nothing but the figure."""
    own = [f for f in profile.figures if not f.sum]
    if len(own) != 1:
        return None
    figure = own[0]
    before = profile.text[: figure.start - profile.start]
    if _OF_UNITS.search(before):
        loose = replace(figure.interval, dimension=None, unit=None)
        return replace(figure, interval=loose, noun=None)
    if figure.noun is not None:
        return None
    behind = profile.text[figure.end - profile.start :]
    if figure.interval.dimension in MEASURES:
        behind = _UNIT.sub("", behind)
    return figure if _BARE.search(before) and _CLOSES.fullmatch(behind) else None


def _before(
    profile: Profile, bare: Figure, held: Mapping[tuple[int, int], Sequence[Profile]]
) -> list[tuple[int, Figure]]:
    """Figures of the same article that it may answer, the nearest first: index of the profile, figure."""
    found = []
    for back in range(BACK + 1):
        for other in reversed(held.get((profile.article, profile.sentence - back), ())):
            if told_together(other, profile) or other.start >= profile.start:
                continue
            met = [f for f in other.figures if not f.sum and _may_answer(bare, f)]
            if len(met) == 1 or (met and len({f.interval.dimension for f in met}) == len(met)):
                found.append((other.index, met[0]))
    return found


def _taken_back(
    profile: Profile, bare: Figure, held: Mapping[tuple[int, int], Sequence[Profile]]
) -> Profile | None:
    """The claim right before it whose figure its article takes back: "we gave it as 48. It is 84"."""
    for back in range(BACK + 1):
        here = held.get((profile.article, profile.sentence - back), ())
        before = [p for p in here if p.start < profile.start and not told_together(p, profile)]
        for other in reversed(before):
            if not other.withdrawn:
                return None
            if any(_may_answer(bare, figure) for figure in other.wrong):
                return other
    return None


def _put_right(profile: Profile, bare: Figure, wrong: Profile) -> Profile:
    """The correct figure is told of all that the wrong one was told of, and is nobody's mistake."""
    meant = next(figure for figure in wrong.figures or wrong.wrong if _may_answer(bare, figure))
    told = _counting(profile, bare, meant, wrong)
    slots = {name: weight for name, weight in wrong.slots.items() if not name.startswith("n:")}
    frame = {stem(word) for word, _, _ in words(own_frame(wrong.text))}
    own = {base for base in wrong.own - frame if not any(map(str.isdigit, base))}
    return replace(
        told,
        corrects=wrong.text,
        stems=wrong.stems,
        own=frozenset(own),
        vector=unit_vector({base: weight for base, weight in wrong.vector.items() if base in own}),
        slots=unit_vector({**slots, **profile.slots}),
        predicates=wrong.predicates,
        counted=wrong.counted,
        dates=wrong.dates,
        when=wrong.when,
        names=wrong.names,
        around=wrong.around,
        done=wrong.done,
    )


def _may_answer(bare: Figure, figure: Figure) -> bool:
    of, other = bare.interval.dimension, figure.interval.dimension
    if (of in MEASURES or other in MEASURES) and of != other:
        return False
    if bare.actors and figure.actors and not same_people(bare.actors, figure.actors):
        return False
    low, high = sorted((abs(bare.interval.headline), abs(figure.interval.headline)))
    return high <= SCALE * low and (of is None or other is None or of == other)


def _counting(profile: Profile, bare: Figure, told: Figure, meant: Profile) -> Profile:
    counted = replace(
        bare,
        of=told.of,
        told=told.told,
        noun=told.noun,
        actors=bare.actors or told.actors,
        harm=told.harm,
        rivals=told.rivals,
        interval=replace(bare.interval, dimension=told.interval.dimension, unit=told.interval.unit)
        if bare.interval.dimension is None
        else bare.interval,
    )
    return replace(
        profile,
        figures=tuple(counted if f.start == bare.start and not f.sum else f for f in profile.figures),
        main=meant.main,
        origin=profile.origin or _teller(profile, bare),
    )


def _teller(profile: Profile, bare: Figure) -> str | None:
    """ "The *police* counted 2,500": who gives the figure, where the claim names nobody else."""
    met = _BARE.search(profile.text[: bare.start - profile.start])
    words = (met["teller"] or "").replace(",", " ").split() if met else []
    if words and words[0].casefold() in ("the", "its", "their", "a", "an"):
        words = words[1:]
    if not words or words[0].casefold() in ("it", "he", "she", "they", "we", "i", "this", "that"):
        return None
    return " ".join(words)

"""What is found between two claims holds for those that tell the same as one of them.

Not every claim of a fact can be laid beside every other: it stands in the group of another count, shares
too few words with this one, or is passed over beside a nearer figure of its sentence. But who gives the
figure that somebody disputes is disputed, too. So of three claims, of which the first tells the value of
the second and the second contradicts the third, the first contradicts the third; the same goes for who
brings whom up to date, and for one value told three times. What was compared directly is kept, but for an old
figure that is printed once more with its day: whoever had brought it up to date has done so still.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.compare import wording
from factcheck.compare.aspects.people import same_person
from factcheck.compare.facts.contrary import against, denier, worded_as_denial

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factcheck.compare.relating.found import Found
    from factcheck.compare.relating.ground import Ground

NUMBER = re.compile(r"\d(?:[\d.,]*\d)?")
_JOINTS = ("and", "against", "beside", "then")
_CARRIED = ("conflicts", "updates", "agrees")


def carried(found: Sequence[Found], ground: Ground) -> list[Found]:
    """``found`` with the relations that follow from them, between claims of which none is found yet.

    Among them are those between two claims of one article, which is no contradiction of the article's own
    where it only reports two voices: they are for the sides of a dispute alone.
    """
    found = _on_one_side(_with_day(found, ground), ground)
    known = {_pair(f.i, f.j) for f in found}
    agreed = [f for f in found if f.relation.kind in ("agrees", "copies")]
    more = list(_follow(agreed, agreed, known, ground))
    more += _follow(found, [*agreed, *more], known, ground)
    return [*found, *more]


def _with_day(found: Sequence[Found], ground: Ground) -> list[Found]:
    """An older figure with its day ("on Thursday"), printed after a newer one: no conflict, but an update."""
    newer: dict[tuple[int, int], Found] = {}
    for f in found:
        if f.newer is not None:
            newer[f.j if f.newer == f.i else f.i, f.newer] = f
    told = _repeated(found, ground) if newer else {}
    rows = []
    for f in found:
        if (f.relation.kind, f.relation.on) == ("conflicts", "quantity") and _one_voice(f.i, f.j, ground):
            for own, other in ((f.i, f.j), (f.j, f.i)):
                before = next((newer[j, other] for j in told.get(own, ()) if (j, other) in newer), None)
                if before is not None and _dated_before(own, other, ground):
                    j = before.j if before.newer == before.i else before.i
                    f = _said_of(own, j, before, _value(f, own), ground, weak=f.weak or before.weak)
                    break
        rows.append(f)
    return rows


def _on_one_side(found: Sequence[Found], ground: Ground) -> list[Found]:
    """A figure of one voice stands on one side: "about 1,000" fits "several hundred" as little as "1,000".

    Nor does it bring up to date what the same figure, printed elsewhere, contradicts; and who names nobody
    speaks with those who give the same figure.
    """
    against: defaultdict[int, dict[int, Found]] = defaultdict(dict)
    for f in found:
        if (f.relation.kind, f.relation.on) == ("conflicts", "quantity"):
            against[f.i][f.j] = against[f.j][f.i] = f
    if not against:
        return list(found)
    told = _repeated(found, ground)
    fitting = _fitting(found)
    rows = []
    for f in found:
        fits = (f.relation.kind, f.relation.on) == ("agrees", "quantity") and not f.equal
        if fits or (f.relation.kind == "updates" and not _one_voice(f.i, f.j, ground)):
            for own, other in ((f.i, f.j), (f.j, f.i)):
                unnamed = not fits and ground.origins[own] is None
                alike = [*told.get(own, ()), *(fitting.get(own, ()) if unnamed else ())]
                said = next((n for n in alike if n in against[other]), None)
                if said is not None:
                    f = _said_of(own, said, against[other][said], _value(f, own), ground, weak=f.weak)
                    break
        rows.append(f)
    return rows


def _fitting(found: Iterable[Found]) -> Mapping[int, Sequence[int]]:
    """For each claim those whose figure agrees with its own, whoever says it."""
    told: defaultdict[int, list[int]] = defaultdict(list)
    for f in found:
        if (f.relation.kind, f.relation.on) == ("agrees", "quantity"):
            told[f.i].append(f.j)
            told[f.j].append(f.i)
    return told


def _repeated(found: Iterable[Found], ground: Ground) -> Mapping[int, Sequence[int]]:
    """For each claim those that give its figure, of the same voice."""
    told: defaultdict[int, list[int]] = defaultdict(list)
    for f in found:
        equal = f.equal or (f.relation.on == "quantity" and _one_value(*f.values))
        if f.relation.kind in ("agrees", "copies") and equal and _one_voice(f.i, f.j, ground):
            told[f.i].append(f.j)
            told[f.j].append(f.i)
    return told


def _dated_before(own: int, other: int, ground: Ground) -> bool:
    """Whether a claim names a day before the day on which the article of another was printed."""
    published = ground.articles[ground.profiles[other].article].published
    days = [d.latest for d in ground.profiles[own].dates]
    return bool(published and days) and all(day is not None and day < str(published)[:10] for day in days)


def _follow(
    found: Iterable[Found], agreed: Iterable[Found], known: set[tuple[int, int]], ground: Ground
) -> Iterator[Found]:
    """What ``found`` says of one claim, said of who tells the same; the pairs are entered in ``known``."""
    alike: defaultdict[int, list[Found]] = defaultdict(list)
    for same in agreed:
        if same.equal or same.relation.on == "polarity":
            alike[same.i].append(same)
            alike[same.j].append(same)
    for f in found:
        if f.relation.kind not in _CARRIED or (f.relation.kind == "agrees" and not f.equal):
            continue
        if _article(f.i, ground) == _article(f.j, ground) and ground.origins[f.i] == ground.origins[f.j]:
            continue  # what looks like a contradiction of an article with itself may be two things
        for told, other in ((f.i, f.j), (f.j, f.i)):
            for same in alike.get(told, ()):
                own = same.j if same.i == told else same.i
                if own == other or _pair(own, other) in known or not _tells(same, told, f, other, ground):
                    continue
                if _article(own, ground) == _article(other, ground) and not _two_voices(
                    own, f, other, ground
                ):
                    continue
                known.add(_pair(own, other))
                value = _value(same, own) if same.relation.on == f.relation.on else _value(f, told)
                yield _said_of(own, told, f, value, ground, weak=f.weak or same.weak)


def _tells(same: Found, told: int, f: Found, other: int, ground: Ground) -> bool:
    """Whether who agrees with ``told`` tells the value that ``f`` is about."""
    own = same.j if same.i == told else same.i
    if f.relation.on == "polarity":
        return same.relation.on == "polarity" and _one_deed(own, told, other, ground)
    if f.relation.kind == "updates" and not _one_voice(own, told, ground):
        return False
    value = _value(f, told)
    if same.relation.kind == "copies":
        return prints(ground.profiles[own].claim.text, value)
    return same.relation.on == f.relation.on and _one_value(_value(same, told), value)


def _two_voices(own: int, f: Found, other: int, ground: Ground) -> bool:
    """Whether two claims of one article are the two voices of a dispute that it reports."""
    first, second = ground.origins[own], ground.origins[other]
    named = first is not None and second is not None
    return named and f.relation.kind == "conflicts" and not _one_voice(own, other, ground)


def _one_deed(own: int, told: int, other: int, ground: Ground) -> bool:
    """A claim that tells two things may agree on the one and be denied on the other."""
    a, b = ground.profiles[own], ground.profiles[other]
    alike = a.denied == ground.profiles[told].denied
    return alike and against(a, b) and bool(a.main & b.main)


def _said_of(own: int, told: int, f: Found, value: str, ground: Ground, *, weak: bool) -> Found:
    """``f`` with ``own``, which gives ``value``, in the place of ``told``."""
    i, j = (own, f.j) if f.i == told else (f.i, own)
    values = (value, f.values[1]) if f.i == told else (f.values[0], value)
    newer = own if f.newer == told else f.newer
    a, b = ground.profiles[i].claim, ground.profiles[j].claim
    origins = ground.origins[i], ground.origins[j]
    why = _worded(i, j, f, values, ground)
    relation = replace(
        f.relation,
        a=a.id,
        b=b.id,
        why=wording.perhaps(why) if weak else why,
        same_origin=origins[0] is not None and origins[0] == origins[1],
    )
    return replace(f, i=i, j=j, relation=relation, values=values, newer=newer, weak=weak)


def _worded(i: int, j: int, f: Found, values: tuple[str, str], ground: Ground) -> str:
    """The reason of ``f`` with other values and other voices."""
    if f.relation.on == "polarity":
        denied, asserted = (i, j) if denier(ground.profiles[i], ground.profiles[j]).index == i else (j, i)
        return wording.denial(
            *ground.said(denied),
            *ground.said(asserted),
            negated=worded_as_denial(ground.profiles[denied]),
        )
    for joint in _JOINTS:
        for m, n in ((0, 1), (1, 0)):
            ends, new = (f.i, f.j), (i, j)
            said = ground.pair(ends[m], ends[n], f.values[m], f.values[n], joint)
            if f.relation.why.endswith(said):
                told = ground.pair(new[m], new[n], values[m], values[n], joint)
                return f.relation.why.removesuffix(said) + told
    return f.relation.why


def _value(f: Found, index: int) -> str:
    return f.values[0] if f.i == index else f.values[1]


def prints(text: str, value: str) -> bool:
    """Whether a clause prints a value: its numbers, or where it has none its words."""
    numbers = NUMBER.findall(value)
    return {*numbers} <= {*NUMBER.findall(text)} if numbers else value.casefold() in text.casefold()


def _one_value(first: str, second: str) -> bool:
    numbers = NUMBER.findall(first)
    return numbers == NUMBER.findall(second) if numbers else first.casefold() == second.casefold()


def _one_voice(i: int, j: int, ground: Ground) -> bool:
    first, second = ground.origins[i], ground.origins[j]
    return first is not None and second is not None and same_person(first, second)


def _article(index: int, ground: Ground) -> int:
    return ground.profiles[index].article


def _pair(i: int, j: int) -> tuple[int, int]:
    return (i, j) if i < j else (j, i)

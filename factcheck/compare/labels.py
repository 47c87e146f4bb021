"""A short name for a fact, in the words of the texts themselves."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from factcheck.compare.aspects.quantities import MEASURES
from factcheck.compare.wording import short
from factcheck.model import Entity
from factcheck.values.cues import BE, HAVE, MODALS, PLAIN_VERBS
from factcheck.values.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.compare.aspects.figures import Figure
    from factcheck.compare.reading.profiles import Profile

LONGEST = 48
LEAST_WORDS = 2
FEW_LETTERS = 6
"""How far into a clause (in code points) a number may stand that still opens it."""
_LEADING = re.compile(
    r"^(?:(?:the|a|an|that|this|its|their|his|her|it|they|and|or|but|of|to|have|has|had|been|was|were|is"
    r"|are|others?|also|more|only)\b(?![-'’])|[^\w“‘\"'£$€])\s*",
    re.I,
)
_ADRIFT = re.compile(r"^(?:by|at|with|in|on)\s+")
"""A clause cut off before its preposition; one that opens the sentence has a capital and keeps its place."""
_SETTING = re.compile(r"^(?:In|On|At|By|After|Since|During|Until|Before|Outside)\s[^,]{1,40},\s+")
_VERBS = PLAIN_VERBS | MODALS | BE | HAVE | words("cost costs shed put set licensed owned owns did")
"""Verbs with which a clause can begin whose subject stands before it."""
_OBJECT = re.compile(
    r"^(killed|wounded|injured|hurt|captured|arrested|rescued|evacuated)\s+"
    r"((?:[\w’'-]+\s+){0,2}[\w’'-]+s|people)$",
    re.I,
)
"""Killed soldiers: soldiers killed."""
_DID = re.compile(r"^(?:\w+ed|sent)\s+(?:the|an?|its|their|his|her|[\d£$€…])\b", re.I)
_LEFT = re.compile(r"^left\s+(?=.+\s(?:dead|injured|wounded|homeless|missing)$)", re.I)
_TRAILING = re.compile(
    r"(?:\s+(?:the|a|an|that|and|or|of|to|by|at|in|on|for|with|from|have|has|had|been|was|were|is|are|its|their"
    r"|his|her|as|about|around|some|than|more|least|nearly|over|after|when|while|late|early)|[\s,;:.–—-]+)$",
    re.I,
)
_SAID = re.compile(r",\s+(?:[\w’'-]+\s+){0,6}(?:said|says|told|added|reported)\b.*$|,?\s+according\s+to\b.*$")
_PASSIVE = re.compile(
    r"(?<!\bwho )(?<!\bwhich )(?<!\bthat )\b"
    r"(?:(?:have|has|had)\s+(?:either\s+)?been|was|were|are|is)(?:\s+(?:either|being))*\s+"
    r"(?=[\w-]+(?:ed|en|un|ilt|ost|ound|old|eft|own)\b)"
)
_INTO = re.compile(
    r"\s+(?:at|to|by|of|was|is|(?:to\s+)?reach(?:ed)?|stood\s+at|put\s+at|closer\s+to)\s*(?:about|around|some|nearly)?\s*$",
    re.I,
)
_TALLY = re.compile(r"(?:number|(?:death\s+)?toll)\b", re.I)
_OF = re.compile(r"\s+of\s+(?:the|its|their|them|those|these|whom)\b", re.I)
_MOVED = re.compile(
    r"\s+(?:(?:has|have|had|could|may|might|would|will)\s+)?(?:risen|rose|rise|climbed|climb|grown|fallen|fell|fall|increased|reach(?:ed)?)\s*$",
    re.I,
)
_PUT = re.compile(
    r"^.*?\b(?:put|puts|estimated|estimates|raised|revised|set|expects?)\s+(?=(?:the|its|[A-Z]|\w+\s+losses))"
)


def label(members: Sequence[Profile]) -> str:
    """The label of a group: its shortest clause that reads by itself, with no figure in it.

    A figure's fact is its clause without the number ("Workers rescued from the roof"), a
    quotation's the quotation, an event's the shortest clause that tells it.
    """
    quoted = [p for p in members if p.quotes]
    if quoted and 2 * len(quoted) > len(members):
        return _quoted(quoted)
    telling = [p for p in members if not p.claim.cut] or list(members)
    counted = [p for p in telling if p.figures]
    if 2 * len(counted) >= len(telling):
        usual = Counter(f.of for p in counted for f in _told(p)[:1]).most_common(1)[0][0]
        agreed = _agreed(counted)
        named = [
            (p, f, name)
            for p in counted
            for f in _told(p)[:1]
            if f.of == usual and (name := _subject(p, _tidy(p.text if agreed else _without(p, f))))
        ]
        named = [each for each in named if len(each[2].split()) >= LEAST_WORDS]
        if named:
            return min(named, key=_plainness)[2]
    best = min(
        telling, key=lambda p: (_verb_first(_tidy(p.text)), not 3 <= len(p.stems.split()) <= 7, len(p.text))
    )
    return _subject(best, _tidy(best.text))


def _agreed(counted: Sequence[Profile]) -> bool:
    """All tell one and the same number, so that it may stand in the label."""
    told = [f.interval for p in counted for f in _told(p)[:1]]
    same = {(i.low, i.high, i.unit) for i in told}
    return len(told) == len(counted) and len(same) == 1 and all(i.low == i.high for i in told)


def _verb_first(name: str) -> bool:
    """ "Would shed some of its workforce": whose subject stands outside the claim."""
    return name.partition(" ")[0].casefold() in _VERBS or bool(_DID.match(name))


def _subject(profile: Profile, name: str) -> str:
    """A label that begins with a verb, behind the name that stands right before its claim."""
    if not _verb_first(name) or profile.start != profile.claim.start:
        return name
    by = profile.claim.attribution
    before = [v for v in profile.claim.context if isinstance(v, Entity) and v.end <= profile.claim.start]
    before = [v for v in before if by is None or not by.start <= v.start < by.end]
    if not before:
        return name
    return short(f"{before[-1].text} {name[:1].lower()}{name[1:]}", LONGEST)


def _quoted(members: Sequence[Profile]) -> str:
    said = sorted({q.said.words.strip(" .,;") for p in members for q in p.quotes}, key=lambda s: (len(s), s))
    if len(said) > 1 and len(said[0]) + len(said[1]) <= LONGEST:
        return f"“{said[0]}” / “{said[1]}”"
    return f"“{short(said[0], LONGEST - 2)}”"


def _told(profile: Profile) -> list[Figure]:
    """The figures of a clause, those that count what it tells first."""
    own = [f for f in profile.figures if not f.sum]
    return sorted(own, key=lambda f: (not f.of & profile.main, f.start))


def _plainness(named: tuple[Profile, Figure, str]) -> tuple[bool, bool, bool, bool, bool, int]:
    """The best label first: it says what is counted, is not too short, is whole, opens its clause."""
    profile, figure, name = named
    first = figure.start - profile.start <= FEW_LETTERS
    brief = len(name.split()) <= LEAST_WORDS
    tallied = bool(_TALLY.match(name))
    return (
        not tallied and figure.noun is None,
        not tallied and brief,
        _verb_first(name),
        name.endswith("…"),
        not first,
        len(name),
    )


def _without(profile: Profile, figure: Figure) -> str:
    """The clause with the number left out, and with it what only leads up to the number."""
    before, behind = profile.text[: figure.start - profile.start], profile.text[figure.end - profile.start :]
    before = _PUT.sub("", before)
    dimension = figure.interval.dimension
    measured = dimension in MEASURES or (figure.noun is None and dimension not in (None, "person"))
    if _INTO.search(before) and not measured:
        lead = _MOVED.sub("", _INTO.sub("", before))
        if len(_tidy(lead).split()) >= LEAST_WORDS:
            return lead
    # A measure without its number is a bare unit ("put out hours later"), and so is "of them".
    instead = "… " if measured else "some " if figure.part and _OF.match(behind) else ""
    if not instead:
        behind = _OF.sub("", behind, count=1) if _OF.match(behind) else behind
    return f"{before.rstrip()} {instead}{behind.lstrip()}"


def _tidy(text: str) -> str:
    flat = _SETTING.sub("", _SAID.sub("", " ".join(text.split())))
    flat = _LEFT.sub("", _PASSIVE.sub("", _ADRIFT.sub("", flat)))
    previous = ""
    while flat != previous:
        previous = flat
        flat = _LEADING.sub("", flat, count=1)
    flat = _OBJECT.sub(r"\2 \1", " ".join(_LEFT.sub("", flat).split()))
    flat = short(flat, LONGEST)
    if not flat.endswith("…"):
        while flat != (cut := _TRAILING.sub("", flat)):
            flat = cut
    flat = flat or short(text, LONGEST)
    return flat[:1].upper() + flat[1:]

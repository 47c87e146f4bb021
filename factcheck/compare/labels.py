"""A short name for a fact, in the words of the texts themselves: who did what, with the figure told."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from factcheck.compare.aspects.quantities import MEASURES
from factcheck.compare.aspects.stance import says_unknown
from factcheck.compare.facts.contrary import worded_as_denial
from factcheck.compare.facts.similarity import STOPWORDS, stem, words
from factcheck.compare.phrasing import LONGEST, tells, titled, verb_first
from factcheck.compare.subjects import PRONOUN, SUBJECT, antecedent, doing
from factcheck.compare.wording import plain, short
from factcheck.model import Entity
from factcheck.wording.words import BY_HAND

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from factcheck.compare.aspects.figures import Figure
    from factcheck.compare.reading.profiles import Profile

MOST = 24
"""Clauses that are made titles: a hot fact has thousands."""
LEAST_WORDS = 2
LEAST_QUOTED = 3
"""A quotation of fewer words is a term of somebody's and names no fact ("Storm" troops)."""
STRAY = 60
"""How many code points longer a title may be that has only words of other mentions, too."""
_INTO = re.compile(
    r"\s+(?:at|to|by|of|was|is|(?:to\s+)?reach(?:ed)?|stood\s+at|put\s+at|closer\s+to)\s*(?:about|around|some|nearly)?\s*$",
    re.I,
)
_TALLY = re.compile(r"(?:number|(?:death\s+)?toll)\b", re.I)
_OF = re.compile(r"\s+of\s+(?:the|its|their|them|those|these|whom)\b", re.I)
_MOVED = re.compile(
    r"\s+(?:(?:has|have|had|could|may|might|would|will)\s+)?(?:risen|rose|rise|climbed|climb|grown|fallen|fell|fall|increased|pass(?:ed)?|reach(?:ed)?)\s*$",
    re.I,
)
_PUT = re.compile(
    r"^.*?\b(?:put|puts|estimated|estimates|raised|revised|set|expects?)\s+(?=(?:the|its|[A-Z]|\w+\s+losses))"
)
_SAYS = re.compile(
    r"(?P<who>[^“\"]{2,90}?),?\s+(?:said|says|added|announced)\s+(?:on\s+\w+\s+)?(?:that\s+)?(?P<what>[^,].+)",
    re.S,
)
_STANDS_FOR = re.compile(r"\b(?:it|him|her|them|this|these)\b", re.I)
"""A title has nothing before it that these could stand for."""
_YEAR_OF = re.compile(r"\b(?:in|since|of|from|until)\s+((?:1[5-9]|20)\d\d),\s+when\s[^.;,]*\Z", re.I)
"""The worst since 1974, when ...: what follows is of that year, which no title of its own would say."""
_WHERE = re.compile(r"\bwhere\s")
"""Behind it stands a clause with a subject of its own."""
_ELSEWHERE = re.compile(r"\b(?:which|who|while|because|after|when)\b")
_VAGUELY = re.compile(r"\s+of\s+(?!the\b|its\b|their\b)")


def label(
    members: Sequence[Profile], texts: Sequence[str], disputed: Collection[tuple[int, int]] = ()
) -> str:
    """The label of a group: of its clauses made titles the one that tells most plainly what all tell.

    A number on which they agree stands in it; a number of people on which they do not is left out
    ("Workers rescued from the roof"), a measure is told as the texts tell it ("18 or 80 seconds").
    A quotation's label is the quotation. ``texts`` are those of the articles, by their index;
    ``disputed`` are the pairs of claims (lower index first) whose figures contradict each other: no others
    stand side by side.
    """
    quoted = [p for p in members if p.quotes]
    if quoted and 2 * len(quoted) > len(members) and (named := _quoted(quoted)):
        return named
    distinct = {p.text: p for p in reversed(members) if not p.claim.cut} or {p.text: p for p in members}
    telling = list(reversed(distinct.values()))[:MOST]
    figures = _what_counts(telling) if _counting(members[:MOST]) else {}
    agreed = _agreed(list(figures.values()))
    titles = []
    for p in telling:
        figure = figures.get(p.index)
        against = [f for n, f in figures.items() if (min(n, p.index), max(n, p.index)) in disputed]
        text = p.text if figure is None or agreed else _disputed(p, figure, against)
        name = titled(_with_subject(p, text, texts[p.article]))
        plainness = _plainness(p, figure, name, telling, apart=not agreed, counted=bool(figures))
        titles.append((plainness, _in_its_year(p, name, texts[p.article])))
    return min(titles)[1]


def _in_its_year(profile: Profile, name: str, text: str) -> str:
    """The title with the year that the claim is of, where only the words before the claim say so."""
    found = _YEAR_OF.search(text, profile.claim.sentence[0], profile.start)
    if found is None or found[1] in name or name.endswith("…") or len(name) + len(" in 1974") > LONGEST:
        return name
    return f"{name} in {found[1]}"


def _counting(members: Sequence[Profile]) -> bool:
    """Whether half of the mentions count something, each copy for itself."""
    return 2 * sum(bool(_told(p)) for p in members) >= len(members)


def _what_counts(telling: Sequence[Profile]) -> dict[int, Figure]:
    """By clause, its figure of what most clauses count; empty where few count anything."""
    counted = [f for p in telling for f in _told(p)[:1]]
    if 2 * len(counted) < len(telling) or not counted:
        return {}

    def counts(f: Figure) -> tuple[frozenset[str], str | None]:
        return f.of, f.interval.unit if f.interval.dimension == "money" else None

    usual = Counter(map(counts, counted)).most_common(1)[0][0]
    return {p.index: f for p in telling for f in _told(p)[:1] if counts(f) == usual}


def _plainness(
    profile: Profile,
    figure: Figure | None,
    name: str,
    telling: Sequence[Profile],
    *,
    apart: bool,
    counted: bool,
) -> tuple[bool, bool, bool, bool, bool, bool, bool, float]:
    """The best title first: it tells something, says who, is whole, is nobody's side, says what all say.

    ``apart``: the figures of the fact are not one, so that no title with a claimant can give them;
    ``counted``: it has figures at all.
    """
    tallied = bool(_TALLY.match(name))
    measured = apart and figure is not None and _measures(figure)
    bare = figure is not None and figure.noun is None and not tallied and figure.interval.dimension is None
    by = profile.claim.attribution
    named = by is not None and bool(by.text in name or by.origin in name)
    sided = measured and (named or not any(map(str.isdigit, name)))
    return (
        not (tallied or measured or tells(name)) or len(name.split()) < LEAST_WORDS,
        verb_first(name) or _headless(profile, name),
        name.endswith("…"),
        sided or profile.ahead or profile.denied or worded_as_denial(profile) or says_unknown(profile.text),
        counted and figure is None,
        bare,
        len(name.split()) <= LEAST_WORDS + (not tallied),
        len(name) + STRAY * _stray(profile, name, telling) + STRAY / 2 * bool(_STANDS_FOR.search(name)),
    )


def _headless(profile: Profile, name: str) -> bool:
    """Whether who does it is not named: a pronoun, or the verb that opens the claim."""
    first = profile.text.partition(" ")[0].casefold()
    return bool(PRONOUN.match(name)) or (verb_first(profile.text) and name.casefold().startswith(first))


def _stray(profile: Profile, name: str, telling: Sequence[Profile]) -> float:
    """The share of a title's words that no other mention has."""
    own = {stem(word) for word, _, _ in words(name) if word not in STOPWORDS and not word[0].isdigit()}
    own = {base for base in own if not _TALLY.match(base)}
    others = frozenset[str]().union(*(p.own for p in telling if p is not profile))
    return len(own - others) / len(own) if own and len(telling) > 1 else 0.0


def _agreed(figures: Sequence[Figure]) -> bool:
    """All tell one and the same number, so that it may stand in the label."""
    return len({(f.interval.low, f.interval.high, f.interval.dimension) for f in figures}) == 1


# --- who does it ----------------------------------------------------------------------------


def _with_subject(profile: Profile, clause: str, text: str) -> str:
    """A clause that begins with a verb or a pronoun, behind the name for who does it where that is plain."""
    by = profile.claim.attribution
    if by is not None and profile.start < by.start < profile.end and clause.endswith(profile.text[-3:]):
        behind = clause.find(f", {by.text}")
        clause = clause[:behind] if behind > 0 and tells(clause[:behind]) else clause
    said = _SAYS.match(clause)
    if said and by is not None and by.text in said["who"] and tells(said["what"]):
        pronoun = PRONOUN.match(said["what"])
        return f"{by.origin} {said['what'][pronoun.end() :]}" if pronoun else said["what"]
    pronoun = PRONOUN.match(clause)
    # A name that a reviewer gave stands nowhere in the text, so that no pronoun there stands for it.
    if pronoun and by is not None and not by.vague and by.cue != BY_HAND:
        speaker = by.start == profile.start
        reported = pronoun[0].casefold().strip() == "it" and 0 <= profile.start - by.end < len(
            " announced that "
        )
        dummy = re.match(r"it\s+(?:is|was|took|takes)\b", clause, re.I)
        if speaker or (reported and _is_body(profile, by.text) and not dummy):
            return f"{by.origin} {clause[pronoun.end() :]}"
    meant = antecedent(profile, text) if pronoun else None
    if pronoun and meant:
        return f"{meant} {clause[pronoun.end() :]}"
    if clause.partition(" ")[0].endswith("ing") and not tells(clause) and clause == profile.text:
        who = doing(profile, text)
        return f"{who} {clause}" if who else clause
    if (
        not (verb_first(clause) or verb_first(profile.text))
        or clause.partition(" ")[0].endswith("ing")
        or profile.start != profile.claim.start
    ):
        return clause
    before = _WHERE.split(text[profile.claim.sentence[0] : profile.start])[-1]
    if 0 < len(before.split()) < LEAST_WORDS:
        return f"{before.strip()} {clause}"
    opening = SUBJECT.match(before)
    if opening and not _ELSEWHERE.search(before, opening.end()) and not PRONOUN.match(opening["who"] + " "):
        return f"{opening['who']} {clause}"
    names = [v for v in profile.claim.context if isinstance(v, Entity) and v.end <= profile.start]
    names = [v for v in names if v.kind != "place" and (by is None or not by.start <= v.start < by.end)]
    return f"{names[-1].text} {clause}" if names else clause


def _is_body(profile: Profile, who: str) -> bool:
    """Whether an "it" can stand for a claimant."""
    bodies = [v for v in (*profile.claim.values, *profile.claim.context) if isinstance(v, Entity)]
    return who[:4].casefold() == "the " or any(v.kind != "person" and v.text in who for v in bodies)


# --- quotations -----------------------------------------------------------------------------


def _quoted(members: Sequence[Profile]) -> str:
    """The words, with who says them; "" for a mere term."""
    spoken = [q for p in members for q in p.quotes]
    said = sorted({q.said.words.strip(" .,;") for q in spoken}, key=lambda s: (len(s), s))
    if len(said) == 1 and len(said[0].split()) < LEAST_QUOTED:
        return ""
    if len(said) > 1 and len(said[0]) + len(said[1]) <= LONGEST // 2:
        return f"“{said[0]}” / “{said[1]}”"
    speakers = {q.speaker for q in spoken}
    who = next(iter(speakers)) if len(speakers) == 1 else None
    lead = f"{who}: " if who and len(who) + len(said[0]) + 4 <= LONGEST else ""
    return f"{lead}“{short(said[0], LONGEST - len(lead) - 2)}”"


# --- figures --------------------------------------------------------------------------------


def _told(profile: Profile) -> list[Figure]:
    """The figures of a clause, those that count what it tells first."""
    own = [f for f in profile.figures if not f.sum]
    return sorted(own, key=lambda f: (not f.of & profile.main, f.start))


def _measures(figure: Figure) -> bool:
    dimension = figure.interval.dimension
    return dimension in MEASURES or (figure.noun is None and dimension not in (None, "person"))


def _disputed(profile: Profile, figure: Figure, against: Sequence[Figure]) -> str:
    """The clause with its disputed number: a measure as all tell it, a count left out."""
    if _measures(figure):
        return _as_all_tell(profile, figure, (figure, *against))
    before, behind = _around(profile, figure.start, figure.end)
    before = _PUT.sub("", before)
    if _INTO.search(before) or not behind.strip():
        lead = _MOVED.sub("", _INTO.sub("", before))
        if len(titled(lead).split()) >= LEAST_WORDS:
            return lead
    some = "some " if figure.part and _OF.match(behind) else ""
    if not some:
        behind = (
            _VAGUELY.sub(" ", _OF.sub("", behind, count=1) if _OF.match(behind) else behind, count=1)
            if (_OF.match(behind) or _VAGUELY.match(behind))
            else behind
        )
    return f"{before.rstrip()} {some}{behind.lstrip()}"


def _as_all_tell(profile: Profile, figure: Figure, figures: Sequence[Figure]) -> str:
    """ "The shaking lasted 18 or 80 seconds"; of more than two numbers the least and the largest."""
    like = [f for f in figures if f.interval.dimension == figure.interval.dimension]
    like = [f for f in like if f.interval.dimension != "money" or f.interval.unit == figure.interval.unit]
    distinct = list({(f.interval.low, f.interval.high): f for f in reversed(like)}.values())
    distinct.sort(key=lambda f: f.interval.headline)
    ends, joint = (distinct, "or") if len(distinct) == 2 else ([distinct[0], distinct[-1]], "to")
    if len(distinct) < 2 or any(f.text in g.text for f in distinct for g in distinct if f is not g):
        return profile.text
    units = {f.words.removeprefix(f.text) if f.words.startswith(f.text) else "" for f in distinct}
    end = figure.end
    shown = [f.text for f in ends]
    if len(units) > 1 and profile.text.startswith(figure.words, figure.start - profile.start):
        end, shown = figure.start + len(figure.words), [f.words or f.text for f in ends]
    before, behind = _around(profile, figure.start, end)
    return f"{_PUT.sub('', before)}{f' {joint} '.join(map(plain, shown))}{behind}"


def _around(profile: Profile, start: int, end: int) -> tuple[str, str]:
    return profile.text[: start - profile.start], profile.text[end - profile.start :]

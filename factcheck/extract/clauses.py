"""A sentence cut into the clauses that can be judged alone, apart from the words that say who said so.

This is no parser: a short table of connecting words, each followed by a look for a verb, cuts where
wire copy puts a second statement into a sentence. Quoted words are never cut.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factcheck.extract.words import COMMENT, HEAD, REPORT_ING, REPORT_THAT, SAY, SURE_VERB, TAIL, VERB

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Clause(NamedTuple):
    """A half-open range of the text; a ``frame`` only says who said so, and is no claim."""

    start: int
    end: int
    frame: bool = False


SHORTEST = 3
"""Words: a shorter stretch cannot be judged alone."""
_AHEAD = 90
"""Code points behind a connecting word in which a verb must stand for a clause to begin there."""

_LATER = (
    r"(?:(?:\w{3,9}ly|days?|weeks?|months?|hours?|years?|minutes?|soon|just|long|even|a|an|few|two|three)\s+)"
    r"{0,3}"
)
_JOINS = re.compile(
    r"(?P<plain>\s*;\s+|\s*—\s*|\s+–\s+|\s+--?\s+|:\s+(?=[\w“\"‘'])"
    r"|,\s+however,?\s+|,\s+(?:but|yet|whilst|while|whereas|although|though|even\s+though)\s+"
    r"|\s+(?:although|whereas|even\s+though)\s+)"
    rf"|(?P<verb>,\s+{_LATER}(?:after|before|as(?!\s+(?:\w+\s+)?(?:by|expected|planned|usual|well)\b)|when|until"
    r"|unless|if|and|or|so)\s+"
    r"|,?\s+where\s+|\s+though\s+"
    r"|\s+after\s+(?=(?:\S+\s+){1,9}?(?:said|says|told|reported|mentioned|announced|stated|revealed|warned)\b)"
    r"|,\s+with\s+)"
    r"|(?P<as>\s+as\s+(?=(?:the|a|an|his|her|its|their|he|she|it|they|[A-Z0-9]\S*|\w+s)\s))"
    r"|(?P<and>,?\s+and\s+(?=(?:later|also|then|now|still|has|have|had|is|are|was|were|will|would|could|may|might"
    r"|did|does|continues?|remains?|plans?|began|faces?)\s))"
    r"|(?P<which>,\s+(?=(?:\w+)\s+of\s+(?:which|whom)\s))"
    rf"|(?P<comment>,\s+(?=(?:thus\s+|thereby\s+|further\s+)?(?:{COMMENT})\s))"
)
_FIRST = re.compile(r"(?:As|While|After|When|Although|Though|Before|If|Even\s+though)\s")
_VERB = re.compile(VERB)
_SURE = re.compile(SURE_VERB)
_AS = re.compile(
    r"\b(?:describ|call|label|hail|brand|dubb|regard|view|us(?:e|ed|ing)\b|serv|work|known?\b|such\b|same\b|well\b|soon\b"
    r"|long\b|far\b|much\b|many\b|act|appoint|nam(?:e|ed)\b|elect|treat|utili[sz]|seen\b|sees?\b)"
)
_WITH = re.compile(r"(?:\S+\s+){0,7}?\w{3,}(?:ing|ed)\b|(?:some|estimates|reports|many|most|at least)\s")
_THAT = re.compile(rf"(?:{REPORT_THAT})")
_ING = re.compile(rf",\s+(?:{REPORT_ING})\s+(?:that\s+)?")
_TAIL = re.compile(TAIL)
_HEAD = re.compile(HEAD)
_SAID = re.compile(rf"\b(?:{SAY})\b")
_RESUMES = re.compile(rf",\s+(?:(?:also|later|then|since|\w{{3,12}}ly)\s+)?(?:{VERB})")
"""The sentence goes on behind an aside: "who, according to X, died"."""
_WHO = re.compile(rf",\s+(?:which|who)\s+(?=(?:\w{{3,12}}ly\s+)?(?:{VERB}))")
_REMARK = re.compile(r",\s+(?!(?:an?|the|who|its|his|her|their|head|chief)\s)")
_ALONE = re.compile(rf"{VERB}|\d")


def clauses(
    text: str,
    start: int,
    end: int,
    quoted: Sequence[tuple[int, int]] = (),
    scopes: Sequence[tuple[int, int]] = (),
    tails: Sequence[tuple[int, int]] = (),
) -> list[Clause]:
    """The clauses of ``text[start:end]`` in order, the connecting words between them left out.

    ``quoted`` are ranges that are never cut. ``scopes`` are ranges known to be the words of somebody:
    what stands before them in their clause is a frame. ``tails`` are ranges that only say who said
    what stands before them.
    """
    cut: list[Clause] = []
    for low, high in _joined(text, start, end, quoted):
        stop = _named_tail(text, low, high, tails)
        cut.extend(_framed(text, low, stop, quoted, scopes))
        if stop < high:
            cut.append(Clause(stop, high, frame=True))
    return [clause for clause in (_trim(text, clause) for clause in cut) if clause.start < clause.end]


def _joined(text: str, start: int, end: int, quoted: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    low = start
    first = _leading(text, start, end, quoted)
    if first is not None:
        yield start, first
        low = first + 1
    for match in _JOINS.finditer(text, low, end):
        if match.start() <= low or _within(match.start(), match.end(), quoted):
            continue
        if _begins_clause(match, text, low, end):
            yield low, match.start()
            low = match.end()
    yield low, end


def _leading(text: str, start: int, end: int, quoted: Sequence[tuple[int, int]]) -> int | None:
    """The comma that ends a clause like "As the water rose," at the start of a sentence."""
    if not _FIRST.match(text, start, end):
        return None
    comma = text.find(",", start, end)
    while comma > 0 and _within(comma, comma + 1, quoted):
        comma = text.find(",", comma + 1, end)
    if comma < 0 or not _VERB.search(text, start, comma) or not _VERB.search(text, comma, end):
        return None
    return comma


def _begins_clause(match: re.Match[str], text: str, low: int, end: int) -> bool:
    if match.lastgroup in ("plain", "which", "comment"):
        return True
    behind = match.end()
    if match.lastgroup == "and":
        return _VERB.search(text, low, match.start()) is not None
    if match.lastgroup == "as":
        return not _AS.search(text, max(low, match.start() - _AHEAD), match.start()) and bool(
            _SURE.search(text, low, match.start()) and _SURE.search(text, behind, min(end, behind + _AHEAD))
        )
    if match.group().strip(" ,\n") == "with":
        return _WITH.match(text, behind, min(end, behind + _AHEAD)) is not None
    before = _VERB.search(text, low, match.start())
    after = _VERB.search(text, behind, min(end, behind + _AHEAD))
    if before is None or after is None:
        return False
    stop = text.find(",", behind, after.start())
    return stop < 0 or match.group().lstrip()[0] != ","


def _framed(
    text: str, low: int, high: int, quoted: Sequence[tuple[int, int]], scopes: Sequence[tuple[int, int]]
) -> Iterator[Clause]:
    """Cuts "officials said that ...", "..., officials said" and "..., saying that ..." off the content."""
    at = low
    for match in _ING.finditer(text, low, high):
        if not _within(match.start(), match.end(), quoted):
            yield from _headed(text, at, match.start(), quoted, scopes)
            at = match.end()
    yield from _headed(text, at, high, quoted, scopes)


def _named_tail(text: str, low: int, high: int, tails: Sequence[tuple[int, int]]) -> int:
    """Where "..., Major X, a spokesman for Y, told reporters" begins, if nothing is said behind it."""
    for start, end in tails:
        if (
            low < start
            and end <= high
            and text[start : start + 1] == ","
            and not _REMARK.search(text, end, high)
        ):
            return start
    return high


def _headed(
    text: str, low: int, high: int, quoted: Sequence[tuple[int, int]], scopes: Sequence[tuple[int, int]]
) -> Iterator[Clause]:
    stop, resumed = _tail(text, low, high, quoted)
    begin = low
    while head := _HEAD.match(text, begin, stop):
        begin = head.end()
    for match in _THAT.finditer(text, begin, stop):
        if not _within(match.start(), match.end(), quoted):
            begin = match.end()
    for scope in sorted(s for s, e in scopes if begin < s < stop and e <= high + 2):
        if not _within(scope, scope + 1, quoted) and _content(text, begin, scope, stop):
            begin = scope
    if begin > low:
        yield Clause(low, begin, frame=True)
    yield Clause(begin, stop)
    if stop < high:
        yield Clause(stop, resumed, frame=True)
    if resumed < high:
        yield Clause(resumed, high)


def _content(text: str, begin: int, scope: int, stop: int) -> bool:
    """Whether what stands behind a reporting verb can be read alone: words enough, a verb or a figure."""
    enough = len(text[scope:stop].split()) >= SHORTEST and _ALONE.search(text, scope, stop) is not None
    return enough and _SAID.search(text, begin, scope) is not None


def _tail(text: str, low: int, high: int, quoted: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Where "..., officials said on Friday" begins at the end of ``text[low:high]``, and where it ends."""
    # The end of a window stands for the end of the sentence: an anchor needs the slice.
    for match in _TAIL.finditer(text[low:high]):
        cue = low + match.start(match.lastgroup or 0)
        if not match.start() or _within(cue, cue + 1, quoted):
            continue
        if match.lastgroup == "cue":
            if _RESUMES.search(text, cue, high):
                continue
            behind = _WHO.search(text, cue, high)
            if behind is not None:
                return low + match.start(), behind.end()
        return low + match.start(), high
    return high, high


def _within(start: int, end: int, ranges: Sequence[tuple[int, int]]) -> bool:
    return any(low < end and start < high - 1 for low, high in ranges)


_LEAD = re.compile(r"(?:[\s,;:.!?…)\]–—-]|(?:and|but|that(?!\s+(?:is|was)\s)|or|yet|so)\s)+", re.IGNORECASE)
_PAIRS = {"“": "”", '"': '"', "‘": "’", "(": ")", "[": "]"}


def _trim(text: str, clause: Clause) -> Clause:
    """Without the signs and connecting words at both ends: a claim begins and ends with a word or a quote."""
    start, end = clause.start, clause.end
    lead = _LEAD.match(text, start, end)
    if lead:
        start = lead.end()
    while end > start and text[end - 1] in " \t\n,;:.!?…–—-“([":
        end -= 1
    return Clause(start, end, clause.frame)

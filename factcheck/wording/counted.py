"""A number with its unit or what it counts, in the words of its text: "nearly 3,000 soldiers", "six missing".

A bare number says too little where several are shown side by side: three what? What stands behind it
is asked first ("14 workers", "80 million crowns", "17 were still missing"), then what leads up to it
("the number of affected units at 85,000", "a death toll of 12").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.values.tokens import tokenise
from factcheck.values.units import measure, noun_behind
from factcheck.wording.words import flat

if TYPE_CHECKING:
    from factcheck.values.tokens import Token

REACH, BACK = 90, 160
"""Code points behind a number and in front of it in which its unit or noun is looked for."""
ADJECTIVES = 1
"""How many words before the noun are kept ("two *apartment* blocks"); of more, and of names, none is."""
_WHOLE = re.compile(r"[%°£$€]|\b(?:per\s?cent|percent|[A-Z]{3})\b|-old\b")
"""A number that is printed with its unit already."""
_ONE = frozenset({"one", "a", "an"})
_STATE = r"(?:dead|died|killed|wounded|injured|hurt|missing|homeless|displaced)"
_ANYBODY = frozenset({"people", "persons", "person"})
_BEFELL = re.compile(
    r"\s+(?:(?P<was>were|was|are|is|(?:has|have|had)(?:\s+been)?)\s+(?:(?:still|also|now|either)\s+)?)?"
    rf"(?:(?P<state>{_STATE}(?:\s+(?:or|and)\s+{_STATE})?)|(?(was)(?P<what>[a-z]+(?:ed|lt|ost))|(?!)))\b",
    re.I,
)
_EXACT = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh"
    r"|nine)ty)\b",
    re.I,
)
_OF_MORE = re.compile(r"\s+of\s+(?:the|its|their|his|her|our)\s+(?:\w+\s+)?(?=\d)")
""" "600 of the 3,200 jobs": both numbers count jobs."""
_OFTEN = re.compile(r"\s+times\b", re.I)
_TALLY = re.compile(
    rf"\b(?:(?:number|total|count)\s+of\s+(?:the\s+)?"
    rf"(?:(?P<those>{_STATE}(?:\s+or\s+{_STATE})?)(?:\s+[\w’'-]+)*|(?P<things>[\w’'-]+(?:\s+[\w’'-]+)*?))"
    rf"|(?P<toll>death\s+toll|toll)\b[^.;]*?|(?P<state>{_STATE}))"
    r"\s+(?:(?:had|has|have)\s+)?(?:was|were|is|at|to|of|stands\s+at|stood\s+at|reached|passed|exceeded|topped"
    r"|(?:could|may|might|will|would)\s+(?:reach|pass|exceed|top)"
    r"|(?:risen|climbed|rose|grown|raised|jumped)\s+to)\s*\Z",
    re.I,
)


_PLACE = re.compile(r"\s+(?:in|at|on|of|from|among|between|there|here|since|near|with|for|who|that|which)\b")
"""Behind it stands where they are, not what is counted: "the number of troops there", "of deaths in Ort"."""


def counted(text: str, start: int, end: int, unit: str | None, within: tuple[int, int]) -> str:
    """The number at ``text[start:end]`` with what it counts, on one line; the bare number where nothing says.

    ``unit`` is the unit class that was read for it. Only the words ``within`` this range, which holds the
    number, are used: those of the claim.
    """
    number = flat(text[start:end])
    if unit == "magnitude":
        return number if unit in number.casefold() else f"{unit} {number}"
    if unit in ("age", "ordinal") or _WHOLE.search(number):
        return number
    last = min(within[1], end + REACH)
    tokens = tokenise(text, start, last)
    often = _OFTEN.match(text, end, last)
    if often or number.casefold() in ("twice", "thrice"):
        return f"{number} times" if often else number
    more = _OF_MORE.match(text, end, last)
    at = next(
        (n for n, token in enumerate(tokens) if token.start >= (more.end() if more else end)), len(tokens)
    )
    at += more is not None or [token.text for token in tokens[at : at + 1]] in (["”"], ['"'])
    return (
        _measured(text, number, tokens, at)
        or _counts(text, number, tokens, at, last)
        or _befallen(text[max(within[0], start - BACK) : start], number, text[end:last])
        or number
    )


def _measured(text: str, number: str, tokens: list[Token], at: int) -> str:
    found = measure(tokens, at)
    if found is None:
        return ""
    return flat(number + text[tokens[at - 1].end : tokens[found[1] - 1].end])


def _counts(text: str, number: str, tokens: list[Token], at: int, last: int) -> str:
    found = noun_behind(tokens, at, one=number.casefold() in _ONE)
    if found is None:
        return ""
    first, head = found
    between = [token.text for token in tokens[first:head]]
    kept = between if len(between) <= ADJECTIVES and all(map(str.islower, between)) else []
    # "Dozens of people", but "600 jobs" of "600 of the 3,200 jobs", "six soldiers" of "six of its soldiers".
    of = ["of"] if tokens[at].low == "of" and not _EXACT.search(number) else []
    said = [number, *of, *kept, tokens[head].text]
    befell = _BEFELL.match(text, tokens[head].end, last) if tokens[head].low in _ANYBODY else None
    # "People" says too little: 37 people killed are not 43 people dead or missing.
    return " ".join([*said, flat(befell["state"] or befell["what"])] if befell else said)


def _befallen(before: str, number: str, behind: str) -> str:
    """What befell so many, or the tally that they are: "17 were still missing", "a death toll of 12"."""
    befell = _BEFELL.match(behind)
    if befell:
        return f"{number} {flat(befell['state'] or befell['what'])}"
    tally = _TALLY.search(before)
    if tally is None:
        return ""
    if tally["toll"]:
        return f"{flat(tally['toll']).lower()} {number}"
    things = _PLACE.split(tally["things"] or "")[0].split()[-1:]
    return f"{number} {things[0] if things else flat(tally['those'] or tally['state'])}"

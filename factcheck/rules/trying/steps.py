"""A pattern in steps, so that one can see how far it gets in a sentence and what stops it there.

A step is what stands between two blanks or gaps of a phrase, or one part of a regular expression. The
expression up to a step matches wherever that of a later step does, so the first that fails is the one
that stopped the pattern.
"""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Any

from factcheck.rules.phrases import phrase
from factcheck.rules.phrases.expand import expand
from factcheck.rules.phrases.phrase import Blank, Gap, Maybe, Phrase
from factcheck.rules.regexes.cut import pieces
from factcheck.rules.ruleset import PatternError
from factcheck.rules.running.runner import MATCH_SECONDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.rules.phrases.phrase import Item, Ref
    from factcheck.rules.reading.patterns import Words
    from factcheck.rules.ruleset import Pattern

Span = tuple[int, int]
MAX_STEPS = 60
SECONDS = 1.0
"""What looking for the step that stopped a pattern may take, compiling its parts included."""
_MOST_PLACES = 20


@dataclass(frozen=True, slots=True)
class Step:
    """One step. ``text`` is as written, ``upto`` the pattern as far as this step; the rest are expressions.

    ``alone`` finds the step by itself, ``prefix`` the pattern up to and with it; empty where that would
    match nothing at all. ``gap`` is the gap before it, None where there is none.
    """

    text: str
    upto: str
    alone: str
    prefix: str
    missing: bool = False
    gap: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a pattern got: the words that fit, the step that stopped it, and where that step stands.

    ``fits`` None: nothing fits. ``stopped`` None: it could not be told. Offsets count in the sentence.
    """

    fits: Span | None
    upto: str
    stopped: Step | None
    elsewhere: tuple[Span, ...] = ()


def steps_of(pattern: Pattern, words: Words) -> tuple[Step, ...]:
    """The steps of a pattern that loaded well; none for a regular expression of several choices."""
    flags = "" if pattern.manner.exact else "(?i)"
    if pattern.is_regex:
        cut = pieces(pattern.text)
        return tuple(
            Step(pattern.text[a:b], pattern.text[:b], flags + pattern.text[a:b], flags + pattern.text[:b])
            for a, b in cut[:MAX_STEPS]
        )
    tree = phrase.parse(pattern.text)
    return tuple(_phrase_steps(pattern.text, tree, lambda ref: words.regex(ref.names), flags))[:MAX_STEPS]


def _phrase_steps(text: str, tree: Phrase, lookup: Callable[[Ref], str], flags: str) -> list[Step]:
    items = tree.items
    found: list[Step] = []
    gap: tuple[int, int] | None = None
    begin = 0
    while begin < len(items):
        item = items[begin]
        if isinstance(item, Blank | Gap):
            gap = (item.low, item.high) if isinstance(item, Gap) else gap
            begin += 1
            continue
        end = begin
        while end < len(items) and not isinstance(items[end], Blank | Gap):
            end += 1
        stop = items[end].at if end < len(items) else len(text)
        cluster = items[begin:end]
        found.append(
            Step(
                text[item.at : stop].strip(),
                text[:stop].strip(),
                _expression(_there(cluster), lookup, flags),
                _expression(items[:end], lookup, flags),
                all(isinstance(one, Maybe) for one in cluster),
                gap,
            )
        )
        gap = None
        begin = end
    return found


def _there(cluster: tuple[Item, ...]) -> tuple[Item, ...]:
    """The items, what may be missing taken as being there where it stands by itself."""
    return cluster[0].body.items if len(cluster) == 1 and isinstance(cluster[0], Maybe) else cluster


def _expression(items: tuple[Item, ...], lookup: Callable[[Ref], str], flags: str) -> str:
    try:
        return flags + expand(Phrase(items), lookup)
    except PatternError:  # all of it may be missing: it stops nothing
        return ""


def reach(steps: tuple[Step, ...], sentence: str) -> Reach:
    """How far a pattern that does not match gets in a sentence. Ends after ``SECONDS``, then with less."""
    until = monotonic() + SECONDS
    fits: list[Span] = []
    upto = ""
    for step in steps:
        if not step.prefix:
            continue
        places = _find(step.prefix, sentence, until)
        if places is None:
            return Reach(fits[0] if fits else None, upto, None)
        if not places:
            elsewhere = (_find(step.alone, sentence, until) or ()) if step.alone else ()
            return _stopped(fits, upto, step, tuple((a, b) for a, b in elsewhere if b > a))
        if solid := [(a, b) for a, b in places if b > a]:
            fits, upto = solid, step.upto
    return Reach(fits[0] if fits else None, upto, None)


def _stopped(fits: list[Span], upto: str, step: Step, elsewhere: tuple[Span, ...]) -> Reach:
    """Of several places that fit, the one that the missing step follows most closely."""
    best = min(
        fits,
        key=lambda fit: min((a - fit[1] for a, _ in elsewhere if a >= fit[1]), default=1 << 30),
        default=None,
    )
    return Reach(best, upto, step, elsewhere)


def _find(expression: str, sentence: str, until: float) -> list[Span] | None:
    """Where an expression stands, at most a few places; None where it takes too long or is none by itself.

    A match of no letters counts as one: what may be missing has not stopped the pattern.
    """
    import regex

    if monotonic() > until:
        return None
    found: list[Span] = []
    try:
        matches: Any = regex.compile(expression).finditer(sentence, timeout=MATCH_SECONDS)
        for match in matches:
            found.append(match.span())
            if len(found) == _MOST_PLACES:
                break
    except (TimeoutError, regex.error):
        return None
    return found

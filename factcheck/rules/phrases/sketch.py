"""What words a phrase needs and begins with, from its tree: the index that makes running it cheap."""

from __future__ import annotations

from itertools import pairwise, product
from math import prod
from typing import TYPE_CHECKING

from factcheck.rules.phrases.phrase import Blank, Choice, Gap, Maybe, Ref, Text
from factcheck.rules.phrases.tokens import (
    ANYTHING,
    Link,
    Sketch,
    either,
    farther,
    sketch_of_terms,
    sketch_of_text,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.rules.phrases.phrase import Item, Phrase
    from factcheck.rules.phrases.tokens import Keys, Span

_MOST_SPELLINGS = 64
_BLANK: Span = (1, 1)


def sketch(tree: Phrase, lookup: Callable[[Ref], Sketch]) -> Sketch:
    """The sketch of a phrase; ``lookup`` gives that of a vocabulary."""
    return _phrase(tree, lookup)[0]


def _phrase(tree: Phrase, lookup: Callable[[Ref], Sketch]) -> tuple[Sketch, bool]:
    """The sketch and whether all of the phrase may be missing."""
    first: Keys | None = frozenset()
    lead: Keys = frozenset()
    needs: list[Keys] = []
    chain: list[Link] = []
    span: Span = (0, 0)
    since: Span = (0, 0)  # from the beginning of the last link to the end of what is read
    skipped: list[Span] = []  # what may be missing since then, each with the blank or gap before it
    leading, ways = True, 1
    for before, cluster in _clusters(tree):
        one, missing = _cluster(cluster, lookup)
        ways *= one.ways * ((before[1] or 0) - before[0] + 1) * (1 + missing)
        if leading:
            # Most phrases begin in one way: its words are kept once, not once a phrase.
            first = None if first is None or one.first is None else first | one.first if first else one.first
        if missing:
            if leading and one.first is not None:
                lead |= one.first
            skipped.append((before[0], farther(before, one.span)[1]))
            continue
        if skipped:
            # Of what may be missing nothing need be there, but one blank or gap always is.
            before = min(low for low, _ in (*skipped, before)), farther(*skipped, before)[1]
            skipped.clear()
        begin = farther(since, before)
        span = farther(span, before, one.span)
        if one.first is None:
            since = farther(begin, one.span)
        else:
            holds = tuple([need for need in one.needs if need != one.first])
            reach = one.span[1] if one.reach is None else one.reach
            chain.append(Link(one.first, holds, reach, begin, one.probe))
            since = one.span
        needs.extend(one.needs)
        leading = False
    if skipped:
        span = farther(span, (0, farther(*skipped)[1]))
    return Sketch(first, tuple(dict.fromkeys(needs)), span, ways, None, None, tuple(chain), lead), leading


def _clusters(tree: Phrase) -> list[tuple[Span, list[Item]]]:
    """Items that stand together without a blank, each time with the stretches from what stands before."""
    found: list[tuple[Span, list[Item]]] = []
    before: Span | None = (0, 0)
    for item in tree.items:
        kind = type(item)
        if kind is Blank:
            before = before or (_BLANK if found else (0, 0))
        elif isinstance(item, Gap):
            # A dash may stand for the blank ("sank—12 men") or between two of them.
            before = (0, item.high + 2)
        elif before is not None:
            found.append((before, [item]))
            before = None
        else:
            found[-1][1].append(item)
    return found


def _cluster(items: Sequence[Item], lookup: Callable[[Ref], Sketch]) -> tuple[Sketch, bool]:
    if len(items) == 1:
        return _item(items[0], lookup)
    missing = all(isinstance(item, Maybe) for item in items)
    spelled = _spellings(items)
    if spelled is not None:
        return sketch_of_terms(text for text in spelled if text), missing
    if not all(_edge(left, right) for left, right in pairwise(items)):
        return ANYTHING, missing
    parts = [_item(item, lookup) for item in items]
    needs = [need for one, may in parts if not may for need in one.needs]
    first = None if parts[0][1] else parts[0][0].first
    span = farther(*((0 if may else one.span[0], one.span[1]) for one, may in parts))
    return Sketch(first, tuple(needs), span, prod(one.ways * (1 + may) for one, may in parts)), missing


def _edge(left: Item, right: Item) -> bool:
    """Whether a word always ends between the two, because a sign stands there."""
    return (isinstance(left, Text) and not _wordy(left.text[-1])) or (
        isinstance(right, Text) and not _wordy(right.text[0])
    )


def _wordy(char: str) -> bool:
    """Whether the sign could be part of a word: when in doubt, yes."""
    return char.isalnum() or char == "_" or not char.isprintable() or not char.isascii()


def _spellings(items: Sequence[Item]) -> list[str] | None:
    """Every text that fixed items with choices can be: ``soldier[s]`` is soldier or soldiers."""
    choices: list[list[str]] = []
    total = 1
    for item in items:
        one = _spelling(item)
        if one is None or (total := total * len(one)) > _MOST_SPELLINGS:
            return None
        choices.append(one)
    return ["".join(parts) for parts in product(*choices)]


def _spelling(item: Item) -> list[str] | None:
    if isinstance(item, Text):
        return [item.text]
    if isinstance(item, Blank):
        return [" "]
    if isinstance(item, Maybe):
        body = _spelled(item.body)
        return None if body is None else ["", *body]
    if isinstance(item, Choice):
        options = [_spelled(option) for option in item.options]
        known = [option for option in options if option is not None]
        return [text for option in known for text in option] if len(known) == len(options) else None
    return None


def _spelled(tree: Phrase) -> list[str] | None:
    """Where something may be missing, the blank beside it may be too: such phrases are not spelled out."""
    several = any(isinstance(item, Blank) for item in tree.items)
    if several and not all(isinstance(item, Text | Blank) for item in tree.items):
        return None
    return _spellings(tree.items)


def _item(item: Item, lookup: Callable[[Ref], Sketch]) -> tuple[Sketch, bool]:
    if isinstance(item, Ref):
        return lookup(item), False
    if isinstance(item, Text):
        return sketch_of_text(item.text), False
    if isinstance(item, Maybe):
        return _phrase(item.body, lookup)[0], True
    assert isinstance(item, Choice)
    spelled = _spelling(item)
    if spelled is not None:
        return sketch_of_terms(spelled), False
    options = [_phrase(option, lookup) for option in item.options]
    return either(one for one, _ in options), any(may for _, may in options)

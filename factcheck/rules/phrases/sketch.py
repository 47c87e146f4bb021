"""What words a phrase needs and begins with, from its tree: the index that makes running it cheap."""

from __future__ import annotations

from itertools import pairwise, product
from typing import TYPE_CHECKING

from factcheck.rules.phrases.phrase import Blank, Choice, Gap, Maybe, Ref, Text
from factcheck.rules.phrases.tokens import ANYTHING, Sketch, either, sketch_of_terms

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.rules.phrases.phrase import Item, Phrase

_MOST_SPELLINGS = 64


def sketch(tree: Phrase, lookup: Callable[[Ref], Sketch]) -> Sketch:
    """The sketch of a phrase; ``lookup`` gives that of a vocabulary."""
    return _phrase(tree, lookup)[0]


def _phrase(tree: Phrase, lookup: Callable[[Ref], Sketch]) -> tuple[Sketch, bool]:
    """The sketch and whether all of the phrase may be missing."""
    first: frozenset[str] | None = frozenset()
    needs: list[frozenset[str]] = []
    leading = True
    for cluster in _clusters(tree):
        one, missing = _cluster(cluster, lookup)
        if leading:
            # Most phrases begin in one way: its words are kept once, not once a phrase.
            first = None if first is None or one.first is None else first | one.first if first else one.first
        if not missing:
            needs.extend(one.needs)
            leading = False
    return Sketch(first, tuple(dict.fromkeys(needs))), leading


def _clusters(tree: Phrase) -> list[list[Item]]:
    """Items that stand together without a blank."""
    found: list[list[Item]] = []
    blank = True
    for item in tree.items:
        if isinstance(item, Blank | Gap):
            blank = True
        elif blank:
            found.append([item])
            blank = False
        else:
            found[-1].append(item)
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
    return Sketch(first, tuple(needs)), missing


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
    if isinstance(item, Maybe):
        body = _spelled(item.body)
        return None if body is None else ["", *body]
    if isinstance(item, Choice):
        options = [_spelled(option) for option in item.options]
        known = [option for option in options if option is not None]
        return [text for option in known for text in option] if len(known) == len(options) else None
    return None


def _spelled(tree: Phrase) -> list[str] | None:
    return _spellings(tree.items)


def _item(item: Item, lookup: Callable[[Ref], Sketch]) -> tuple[Sketch, bool]:
    if isinstance(item, Text):
        return sketch_of_terms([item.text]), False
    if isinstance(item, Ref):
        return lookup(item), False
    if isinstance(item, Maybe):
        return _phrase(item.body, lookup)[0], True
    assert isinstance(item, Choice)
    options = [_phrase(option, lookup) for option in item.options]
    return either(one for one, _ in options), any(may for _, may in options)

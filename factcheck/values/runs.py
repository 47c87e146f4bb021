"""Runs of capitalised words: where a name could stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.values.calendar import MONTHS, WEEKDAYS
from factcheck.values.namewords import COMPOUND_TAILS, INSTITUTIONS, LINKS, PARTICLES
from factcheck.values.tokens import Line, Token, glued
from factcheck.values.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

_LONGEST = 9


_ABBREVIATED = words("gen lt col maj capt sgt adm brig mr mrs ms dr sen rep gov prof st jr sr cmdr cpl pvt")


_OPENING = frozenset("“\"‘'«(:—–-[")


class Run(NamedTuple):
    """Tokens [first, last) that stand in capitals together."""

    first: int
    last: int


def shouted(line: Line) -> bool:
    """A heading, or a sentence all in capitals: there capitals say nothing."""
    words = [token for token in line.tokens[:60] if token.kind == "word" and len(token.text) > 3]
    if line.heading:
        return True
    return len(words) > 2 and sum(token.text[0].isupper() for token in words) > 0.9 * len(words)


def _capital(token: Token) -> bool:
    return (
        token.kind == "word"
        and token.text[0].isupper()
        and token.low not in WEEKDAYS
        and not (token.low in MONTHS and len(token.low) > 3)
        and token.text != "I"
    )


def opens(tokens: Sequence[Token], index: int) -> bool:
    """Whether the token begins a sentence, or words that are quoted or behind a colon."""
    return index == 0 or tokens[index - 1].text in _OPENING or tokens[index - 1].text in "•*#.!?"


def runs(line: Line, barred: Sequence[tuple[int, int]]) -> list[Run]:
    """Runs of capitalised words outside the barred ranges: aliases and dates."""
    tokens = line.tokens
    covered = {index for start, end in barred for index in range(line.at(start), line.at(end))}
    found: list[Run] = []
    index = 0
    while index < len(tokens):
        if index in covered or not _capital(tokens[index]):
            index += 1
            continue
        last = _told_once(tokens, index, _extend(tokens, index, covered))
        found.append(Run(index, last))
        index = last
    return found


def _extend(tokens: Sequence[Token], first: int, covered: AbstractSet[int]) -> int:
    last = first + 1
    while last < len(tokens) and last - first < _LONGEST and last not in covered:
        token = tokens[last]
        following = tokens[last + 1] if last + 1 < len(tokens) and last + 1 not in covered else None
        if _capital(token):
            last += 1
        elif following is None:
            break
        elif token.text == "." and glued(tokens[last - 1], token) and _capital(following):
            before = tokens[last - 1]
            if len(before.text) > 1 and before.low not in _ABBREVIATED:
                break
            last += 2
        elif token.text == "-" and glued(tokens[last - 1], token) and glued(token, following):
            if following.kind != "word" or following.low in COMPOUND_TAILS:
                break
            if not _capital(following) and last - first < 2:
                break
            last += 2
        elif token.low in PARTICLES and _capital(following):
            last += 2
        elif token.low in PARTICLES and following.text == "-" and _glued_capital(tokens, last):
            last += 3
        elif token.low in LINKS and institution(tokens, first, last):
            if _capital(following):
                last += 2
            elif (
                following.low == "the"
                and token.low != "and"
                and last + 2 < len(tokens)
                and _capital(tokens[last + 2])
            ):
                last += 3
            else:
                break
        else:
            break
    return last


def _told_once(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where a run ends that says one name twice: a byline or a label, and the first words of a sentence."""
    for middle in range(first + 2, last - 1):
        for size in range(2, min(middle - first, last - middle) + 1):
            before, behind = tokens[middle - size : middle], tokens[middle : middle + size]
            if [token.low for token in before] == [token.low for token in behind]:
                return middle
    return last


def _glued_capital(tokens: Sequence[Token], particle: int) -> bool:
    """The end of al-Masri."""
    if particle + 2 >= len(tokens):
        return False
    return glued(tokens[particle], tokens[particle + 1]) and _capital(tokens[particle + 2])


def institution(tokens: Sequence[Token], first: int, last: int) -> bool:
    return any(token.low in INSTITUTIONS for token in tokens[first:last])

"""Sentences in another language, as the readers of values see them.

The readers are a grammar of English. A language is a table of its words by the English words of that
grammar, and a little code for what is put together in another way (numbers, decimal commas). The tokens
keep their places in the text; only ``low``, and the text of a number, are English.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.values import tongue_numbers as numbers
from factcheck.values import ukrainian as uk
from factcheck.values.calendar import MONTHS, WEEKDAYS
from factcheck.values.cues import VERBS
from factcheck.values.tokens import Line, Token, tokenise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import DateValue

_LONGEST = max(map(len, uk.PHRASES))
_SAID_NEAR = 7
"""How many words may stand between a verb of saying and the ", що" that opens what is said."""


def tongue(lang: str) -> str:
    """The language in which a text of ``lang`` is read: "uk" for "uk-UA", "en" where there is no table."""
    known = lang[:2].lower()
    return known if known == "uk" else "en"


def glossed(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a Ukrainian sentence with English ``low``."""
    made: list[Token] = []
    at = 0
    while at < len(tokens):
        found = numbers.read(tokens, at, made) or _comma(tokens, at, made) or _phrase(tokens, at, made)
        if found is None:
            made.append(tokens[at])
            at += 1
        else:
            last, words = found
            made.extend(words)
            at = last
    return made


def _comma(tokens: Sequence[Token], at: int, made: Sequence[Token]) -> tuple[int, list[Token]] | None:
    """ ", що" behind a verb of saying is "that"; ", —" behind a quotation is a comma."""
    if tokens[at].text != "," or at + 1 >= len(tokens):
        return None
    after = tokens[at + 1]
    if after.low in ("що", "нібито") and any(_says(token) for token in made[-_SAID_NEAR:]):
        return at + 2, [Token(tokens[at].start, after.end, "that", "that", "word")]
    if after.text in ("—", "–", "-"):
        return at + 2, [Token(tokens[at].start, after.end, ",", ",", "sign")]
    return None


def _says(token: Token) -> bool:
    return token.kind == "word" and token.low in VERBS


def _phrase(tokens: Sequence[Token], at: int, made: Sequence[Token]) -> tuple[int, list[Token]] | None:
    for length in range(min(_LONGEST, len(tokens) - at), 0, -1):
        here = tokens[at : at + length]
        english = uk.PHRASES.get(tuple(token.low for token in here))
        if english is not None:
            last = at + length
            if here[-1].low in uk.ABBREVIATED and last < len(tokens) and numbers.stop(tokens, last):
                here, last = tokens[at : last + 1], last + 1
            return last, spread(here, numbers.fitting(tokens, at, last, english, made))
    return None


def spread(tokens: Sequence[Token], english: Sequence[str]) -> list[Token]:
    """English words at the places of a phrase, one for one; the shorter side's last takes what is left."""
    made: list[Token] = []
    for number, low in enumerate(english):
        first = tokens[min(number, len(tokens) - 1)]
        last = tokens[-1] if number == len(english) - 1 else first
        kind = "sign" if not low[0].isalnum() else "number" if low[0].isdigit() else "word"
        text = tokens[0].text if kind == "word" and not number else low
        made.append(Token(first.start, last.end, text, low, kind))  # type: ignore[arg-type]
    return made


def english_line(line: Line) -> tuple[Line, list[Token]]:
    """The sentence written with its English words, and for each of its signs the token it comes from."""
    parts: list[str] = []
    whose: list[Token] = []
    end = line.start
    for token in line.tokens:
        gap = line.text[end : token.start] if token.start > end else " " if token.start < end else ""
        word = token.low.title() if token.low in MONTHS or token.low in WEEKDAYS else _spelt(line, token)
        if token.low == "year" and _is_year(whose):
            # "1998 року" is the year 1998 wherever it stands; English has it at a pause.
            gap, word = "", ","
        parts.append(gap + word)
        whose.extend([token] * (len(gap) + len(word)))
        end = max(end, token.end)
    text = "".join(parts)
    return Line(text, 0, len(text), line.heading, line.cut), whose


def _is_year(whose: Sequence[Token]) -> bool:
    """The last token is the number of a year."""
    return bool(whose) and whose[-1].kind == "number" and len(whose[-1].text) == 4


def _spelt(line: Line, token: Token) -> str:
    own = line.text[token.start : token.end]
    known = token.kind != "word" or token.low != tokenise(own)[0].low
    return (token.text if token.kind == "number" else token.low) if known else own


def placed(line: Line, whose: Sequence[Token], found: Sequence[DateValue]) -> list[DateValue]:
    """Dates of the English sentence, at their places in the text."""
    made = []
    for date in found:
        start, end = whose[date.start].start, whose[date.end - 1].end
        made.append(replace(date, start=start, end=end, text=line.text[start:end]))
    return made

"""Texts that are edited at random while each character's identity is kept, so that the truth is known.

A character knows which character of the first text it is (``born``), and, where words were replaced
by others, which it stands in for (``slot``); a character that was put in later is NEW. A copy of a
sentence is new text: it is another passage than its original, whatever becomes of that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

NEW = -1
KINDS = ("insert", "insert look-alike", "delete", "move", "replace", "replace", "duplicate")
_WORD = re.compile(r"\w+")

NAMES = ("Alpha", "Beta", "Gamma", "Delta", "Harbour Watch", "Blue Line", "Jon Faal", "Mira Okoro")
FIGURES = ("three", "nine", "twelve", "40", "62", "118", "2,300", "half", "a dozen")
PLAIN = ("later", "again", "early", "loudly", "old", "new", "small", "heavy", "near", "late", "grey", "open")
LINES = (
    "Team {name} reported losses of {figure} percent in the first week, more than planned.",
    "The company {name} said that {figure} containers were missing from the yard.",
    "{name} counted {figure} boats in the basin on Tuesday evening.",
    "Police said {figure} people were taken to hospital, and {name} confirmed it.",
    "“We lost {figure} of them in one night,” {name} told reporters at the gate.",
    "A spokesman of {name} denied that {figure} workers had been on board.",
    "It had rained for {figure} days when the wall gave way.",
    "Nobody on the quay had seen who opened the gate.",
    "The {plain} crane fell into the {plain} dock, they said.",
    "He did not say when.",
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its text, and for each character where it was born and what it stands in for."""

    text: str
    born: tuple[int, ...]
    slot: tuple[int, ...]
    after: str = " "
    """What stands between it and the next: a blank or a new line."""

    def copy(self) -> Sentence:
        return fresh(self.text, self.after)


@dataclass(frozen=True, slots=True)
class Text:
    """A whole text with the same three lists."""

    text: str
    born: tuple[int, ...]
    slot: tuple[int, ...]


def fresh(text: str, after: str = " ") -> Sentence:
    return Sentence(text, (NEW,) * len(text), (NEW,) * len(text), after)


def cut(text: str, spans: list[tuple[int, int]]) -> list[Sentence]:
    """The sentences of a first text; what stands between them is a blank, or a new line where one was."""
    made = []
    for number, (start, end) in enumerate(spans):
        following = spans[number + 1][0] if number + 1 < len(spans) else len(text)
        own = tuple(range(start, end))
        after = "\n" if "\n" in text[end:following] else " "
        made.append(Sentence(text[start:end], own, own, after))
    return made


def joined(sentences: list[Sentence]) -> Text:
    text, born, slot = [], list[int](), list[int]()
    for sentence in sentences:
        text += [sentence.text, sentence.after]
        born += [*sentence.born, NEW]
        slot += [*sentence.slot, NEW]
    return Text("".join(text), tuple(born), tuple(slot))


def made_up(random: Random) -> str:
    """A sentence in our own words; many of them are look-alikes of one another."""
    line = random.choice(LINES)
    return line.format(name=random.choice(NAMES), figure=random.choice(FIGURES), plain=random.choice(PLAIN))


def look_alike(sentence: Sentence, random: Random) -> Sentence:
    """Another sentence that differs from this one in one word."""
    return replaced(sentence, random, words=1).copy()


def replaced(sentence: Sentence, random: Random, words: int) -> Sentence:
    """The sentence with some of its words replaced; the new characters stand in for the old."""
    for _ in range(words):
        found = list(_WORD.finditer(sentence.text))
        if not found:
            return sentence
        word = random.choice(found)
        other = _other(word.group(), random)
        if other == word.group():
            continue
        stands_for = sentence.slot[word.start()]
        sentence = Sentence(
            sentence.text[: word.start()] + other + sentence.text[word.end() :],
            (*sentence.born[: word.start()], *[NEW] * len(other), *sentence.born[word.end() :]),
            (*sentence.slot[: word.start()], *[stands_for] * len(other), *sentence.slot[word.end() :]),
            sentence.after,
        )
    return sentence


def _other(word: str, random: Random) -> str:
    if word[0].isupper():
        return random.choice(NAMES)
    return random.choice(FIGURES if word[0].isdigit() or random.random() < 0.3 else PLAIN)


def edit(sentences: list[Sentence], random: Random) -> list[Sentence]:
    """The sentences after one random edit."""
    kind = random.choice(KINDS)
    if not sentences:
        return [fresh(made_up(random))]
    at = random.randrange(len(sentences))
    count = random.choice((1, 1, 1, 2, 3))
    run, rest = sentences[at : at + count], sentences[:at] + sentences[at + count :]
    if kind == "delete":
        return rest
    if kind == "move":
        to = random.randrange(len(rest) + 1)
        return rest[:to] + run + rest[to:]
    if kind == "replace":
        changed = replaced(sentences[at], random, random.choice((1, 1, 2, 3, 8)))
        return [*sentences[:at], changed, *sentences[at + 1 :]]
    to = at + len(run) if random.random() < 0.3 else random.randrange(len(sentences) + 1)
    if kind == "duplicate":
        new = [sentence.copy() for sentence in run]
    elif kind == "insert look-alike":
        new = [look_alike(sentences[at], random)]
    else:
        new = [fresh(made_up(random), random.choice((" ", "\n")))]
    return sentences[:to] + new + sentences[to:]

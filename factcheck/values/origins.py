"""Who a claimant is: the name under which every way of naming one origin meets."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from factcheck.values.amounts import STARTERS
from factcheck.values.cues import BODIES, PEOPLE, VAGUE_HEADS
from factcheck.values.namewords import INSTITUTIONS, MEDIA, MEDIA_WORDS
from factcheck.values.view import Phrase, View, trimmed
from factcheck.values.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Entity
    from factcheck.values.lexicon import TermIndex
    from factcheck.values.namebook import NameBook

UNNAMED = "unnamed"
"""The origin of what nobody is named for."""

Sort = Literal["person", "body", "unknown"]
_MOST_WORDS = 6
_MEMORY = 40
_DROPPED = words(
    "the a an this that these those its his her their our my some any several many various"
    " numerous other another both all most few senior top high ranking local unnamed anonymous"
    " certain respective own more also new latest earlier two three four five six previous"
    " separate further additional multiple"
)
_VOICES = words("spokesman spokeswoman spokesperson spokespeople spokesmen")
_SAME_NOUN = {"authorities": "officials", "authority": "officials"}
_PREPOSITIONS = words("in from of at for with by to")


class Origin(NamedTuple):
    name: str
    sort: Sort
    vague: bool = False
    media: bool = False
    """A medium that passes on what others say."""


class Speaker(NamedTuple):
    """Somebody who can be meant by "he" or "the agency" later on."""

    name: str
    text: str
    sort: Sort
    paragraph: int
    spoke: bool


@dataclass(slots=True)
class Memory:
    """The speakers and names of the paragraph so far, the latest last."""

    speakers: list[Speaker] = field(default_factory=list)

    def hear(self, speaker: Speaker) -> None:
        self.speakers.append(speaker)
        del self.speakers[:-_MEMORY]

    def last(self, paragraph: int, *, sort: Sort | None = None, noun: str = "") -> Speaker | None:
        """The last fitting claimant of this paragraph or the one before, else the last name mentioned."""
        near = [one for one in reversed(self.speakers) if paragraph - one.paragraph <= 1]
        fitting = [
            one
            for one in near
            if (sort is None or one.sort == sort)
            and (not noun or noun in f"{one.name} {one.text}".lower().split())
        ]
        spoken = [one for one in fitting if one.spoke]
        for row in (spoken, fitting):
            here = [one for one in row if one.paragraph == paragraph]
            if here:
                return here[0]
        return spoken[0] if spoken else (fitting[0] if fitting and sort == "person" else None)


def origin_of(
    view: View, phrase: Phrase, aliases: TermIndex, book: NameBook, memory: Memory, paragraph: int
) -> Origin:
    """The origin that a claimant's noun phrase names."""
    phrase = _spoken_for(view, _bare(view, phrase))
    words = [view.low(index) for index in range(phrase.first, phrase.last)]
    meant = _meant(view, phrase, words, memory, paragraph)
    if meant is not None:
        return meant
    exact = aliases.exact(_text(view, phrase))
    if exact is not None:
        sort: Sort = "person" if exact.kind == "person" else "body"
        return Origin(exact.name, sort, media=_medium(words))
    names = view.names_in(phrase)
    person = _head_person(view, names)
    if person is not None:
        return Origin(person.name, "person")
    several = _several(view, phrase, names, aliases)
    if several:
        return Origin(several, "unknown")
    bodies = [name for name in names if name.kind == "organisation"]
    if bodies and not (_head(words) in PEOPLE and _weak(bodies[0])):
        return Origin(bodies[0].name, "body", media=_medium(words))
    if not names and _head(words) in VAGUE_HEADS and not _institutional(words):
        return Origin(UNNAMED, "unknown", vague=True)
    return Origin(_normal(view, phrase, names, aliases), _sort(words), media=_medium(words))


def _bare(view: View, phrase: Phrase) -> Phrase:
    """Without "reports from" and without an article."""
    first, last = trimmed(view, phrase)
    while first < last - 1 and view.low(first) in ("the", "a", "an"):
        first += 1
    return Phrase(first, last)


def _spoken_for(view: View, phrase: Phrase) -> Phrase:
    """A spokesman whom nobody names is the voice of whom he speaks for."""
    if any(name.kind == "person" for name in view.names_in(phrase)):
        return phrase
    for index in range(phrase.first, phrase.last - 2):
        if view.low(index) in _VOICES and view.low(index + 1) in ("for", "of"):
            return _bare(view, Phrase(index + 2, phrase.last))
    if phrase.last - phrase.first > 1 and view.low(phrase.last - 1) in _VOICES:
        return Phrase(phrase.first, phrase.last - 1)
    return phrase


def _text(view: View, phrase: Phrase) -> str:
    return view.line.slice(phrase.first, phrase.last)


def _meant(view: View, phrase: Phrase, words: Sequence[str], memory: Memory, paragraph: int) -> Origin | None:
    """A pronoun, or "the agency": somebody who spoke before."""
    found: Speaker | None = None
    if len(words) == 1 and words[0] in ("he", "she"):
        found = memory.last(paragraph, sort="person")
    elif len(words) == 1 and words[0] == "it":
        found = memory.last(paragraph, sort="body")
    elif len(words) == 1 and words[0] == "they":
        found = memory.last(paragraph, sort="unknown") or memory.last(paragraph)
    elif view.names_in(phrase) or view.low(phrase.first - 1) not in ("the", "this", "that", "its"):
        return None
    elif words[-1] in BODIES or words[-1] in PEOPLE:
        sort: Sort = "body" if words[-1] in BODIES else "person"
        found = memory.last(paragraph, noun=words[-1])
        if found is None and len(words) == 1:
            found = memory.last(paragraph, sort=sort)
        if found is None:
            return None
    else:
        return None
    if found is None:
        return Origin(UNNAMED, "unknown", vague=True)
    return Origin(found.name, found.sort)


def _several(view: View, phrase: Phrase, names: Sequence[Entity], aliases: TermIndex) -> str:
    """US and Ukrainian officials: each nation's own, joined; "" where nothing is joined."""
    if len(names) < 2 or not all(_joined(view, one, other) for one, other in itertools.pairwise(names)):
        return ""
    tail = view.line.text[names[-1].end : view.tokens[phrase.last - 1].end].strip()
    noun = tail or _people_noun(names[-1])
    found: list[str] = []
    for name in names:
        entry = aliases.exact(f"{name.text} {noun}".strip()) if name.kind == "place" and noun else None
        whole = f"{name.name} {noun}".strip() if name.kind == "place" else name.name
        found.append(entry.name if entry else _plain(whole))
    return " and ".join(dict.fromkeys(found))


def _joined(view: View, one: Entity, other: Entity) -> bool:
    between = view.line.text[one.end : other.start].strip(" \n")
    return between in ("and", ",", "&", ", and", "and the")


def _weak(name: Entity) -> bool:
    """A lone capitalised word of which nothing is known: the town in "the mayor of Elbridge"."""
    return name.text == name.name and " " not in name.text and not name.text.isupper()


def _people_noun(name: Entity) -> str:
    last = name.text.split()[-1]
    return last if last in PEOPLE else ""


def _plain(words: str) -> str:
    return " ".join(_SAME_NOUN.get(word, word) for word in words.split())


def _head_person(view: View, names: Sequence[Entity]) -> Entity | None:
    """The last person named who does not merely own the rest: not "the minister's aide"."""
    for name in reversed(names):
        if name.kind == "person":
            behind = view.line.at(name.end)
            if view.low(behind) not in ("'s", "'"):
                return name
    return None


def _head(words: Sequence[str]) -> str:
    for index, word in enumerate(words):
        if word in _PREPOSITIONS or word in ("familiar", "close", "briefed", "who"):
            return words[index - 1] if index else word
    return words[-1] if words else ""


def _institutional(words: Sequence[str]) -> bool:
    """A body stands behind them: a government official, sources in the ministry."""
    bodies = [word for word in words if word in BODIES and word not in VAGUE_HEADS]
    return bool(bodies) and (bodies != ["intelligence"] or _head(words) in PEOPLE)


def _sort(words: Sequence[str]) -> Sort:
    head = _head(words)
    if head in BODIES or head in INSTITUTIONS:
        return "body"
    return "unknown"


def _medium(words: Sequence[str]) -> bool:
    return (
        any(word in MEDIA for word in words)
        or (bool(words) and words[-1] in MEDIA_WORDS)
        or ("news" in words and ("agency" in words or "agencies" in words))
    )


def _normal(view: View, phrase: Phrase, names: Sequence[Entity], aliases: TermIndex) -> str:
    """A nation's officials, a lawmaker, the army: the words that name them, the nation first."""
    place, moved = "", False
    rest: list[str] = []
    index = phrase.first
    while index < phrase.last:
        name, low = view.names[index], view.low(index)
        if name is not None:
            behind = min(view.line.at(name.end), phrase.last)
            if view.low(index - 1) in ("in", "from", "of") and rest and not place and name.kind == "place":
                place, moved = name.name, True
                rest.pop()
            else:
                rest.append(name.name)
            index = max(behind, index + 1)
            continue
        token = view.tokens[index]
        if token.kind == "word" and low not in _DROPPED and low not in STARTERS:
            word = _SAME_NOUN.get(low, low if low in PEOPLE or low in BODIES else token.text)
            if _hyphenated(view, index) and rest:
                rest[-1] = f"{rest[-1]}-{word}"
            else:
                rest.append(word)
        index += 1
    words = ([place] if moved else []) + rest
    while words and words[-1] in _PREPOSITIONS:
        words.pop()
    known = _known(words[0], words[1:], aliases) if words else None
    if known is not None:
        return known
    return " ".join(words[:_MOST_WORDS]) or _text(view, phrase)


def _known(place: str, nouns: Sequence[str], aliases: TermIndex) -> str | None:
    """The lexicon's name for a nation's own, in any spelling of the nation; a body's people are the body."""
    body = list(nouns)
    while body and body[-1] in PEOPLE:
        body.pop()
    for noun in (nouns, body if any(word in BODIES for word in body) else ()):
        for spelling in aliases.spellings(place) if noun else ():
            entry = aliases.exact(f"{spelling} {' '.join(noun)}")
            if entry is not None:
                return entry.name
    return None


def _hyphenated(view: View, index: int) -> bool:
    """A hyphen stands between this token and the one before."""
    return (
        index > 1
        and view.tokens[index - 1].text == "-"
        and view.tokens[index - 1].end == view.tokens[index].start
        and view.tokens[index - 2].end == view.tokens[index - 1].start
    )

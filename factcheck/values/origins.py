"""Who a claimant is: the name under which every way of naming one origin meets."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

from factcheck.values.bodies import HEADS
from factcheck.values.bodynames import MOST_WORDS, PREPOSITIONS, SAME_NOUN, body_name
from factcheck.values.cues import BODIES, PEOPLE, VAGUE_HEADS
from factcheck.values.memory import ANY_BODY, Memory, Sort, Speaker
from factcheck.values.namewords import INSTITUTIONS, MEDIA, MEDIA_WORDS
from factcheck.values.view import Phrase, View, trimmed
from factcheck.values.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Entity
    from factcheck.values.lexicon import TermIndex
    from factcheck.values.ties import Ties

UNNAMED = "unnamed"
"""The origin of what nobody is named for."""

_VOICES = words("spokesman spokeswoman spokesperson spokespeople spokesmen")
_SPEAK = _VOICES | words("head chief director")
_DOCUMENTS = words("copy copies draft text transcript")
_SHOWN = words("seen obtained reviewed viewed read published shared leaked circulated")


class Origin(NamedTuple):
    name: str
    sort: Sort
    vague: bool = False
    media: bool = False
    """A medium that passes on what others say."""
    side: str | None = None
    """The state or place that it speaks for."""
    by: str | None = None
    """The person who speaks for the body."""


def origin_of(
    view: View, phrase: Phrase, aliases: TermIndex, ties: Ties, memory: Memory, paragraph: int
) -> Origin:
    """The origin that a claimant's noun phrase names, a body under the fullest name the session has."""
    phrase = _spoken_for(view, _bare(view, phrase))
    found = _origin(view, phrase, aliases, ties, memory, paragraph)
    if found.vague:
        return found
    if found.sort == "person":
        body = ties.speaks.get(found.name)
        side = ties.sides.get(body or found.name) or ties.sides.get(found.name)
        if body is not None:
            return Origin(body, "body", side=_state(side, ties), by=found.name)
        return found._replace(side=_state(side, ties))
    name = ties.body(found.name)
    places = [one.name for one in view.names_in(phrase) if one.kind == "place"]
    side = ties.sides.get(name) or (places[0] if len(places) == 1 else None)
    return found._replace(name=name, side=_state(side, ties))


def _state(place: str | None, ties: Ties) -> str | None:
    return ties.state(place) if place else None


def _origin(
    view: View, phrase: Phrase, aliases: TermIndex, ties: Ties, memory: Memory, paragraph: int
) -> Origin:
    words = [view.low(index) for index in range(phrase.first, phrase.last)]
    document = _document(view, phrase)
    if document:
        return Origin(document, "unknown")
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
    head = _head(words)
    if bodies and not ((head in PEOPLE or head in HEADS) and _weak(bodies[0], aliases)):
        return Origin(bodies[0].name, "body", media=_medium(words))
    if not names and head in VAGUE_HEADS and not _institutional(words):
        return Origin(UNNAMED, "unknown", vague=True)
    return Origin(body_name(view, phrase, aliases, ties), _sort(words), media=_medium(words))


def _document(view: View, phrase: Phrase) -> str:
    """A copy, a draft, a text: what was seen speaks, not who saw it; "" where it is none."""
    for index in range(phrase.first, phrase.last):
        if view.low(index) not in _DOCUMENTS:
            continue
        if view.low(index + 1) in _SHOWN:
            return f"{view.low(index)} of the {_under(view)}"
        if view.low(index + 1) == "of":
            behind = range(index, min(len(view.tokens), index + MOST_WORDS))
            stop = next(
                (at for at in behind if view.low(at) in _SHOWN or view.low(at) in (",", ".")), behind.stop
            )
            return view.line.slice(index, stop)
    return ""


def _under(view: View) -> str:
    """The deal of "Under the deal, ..." at the head of the sentence."""
    if view.low(0) in ("under", "in") and view.low(1) == "the" and view.low(3) == ",":
        return view.low(2)
    return "document"


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
        if view.low(index) in _SPEAK and view.low(index + 1) in ("for", "of"):
            behind = _bare(view, Phrase(index + 2, phrase.last))
            if view.low(index) in _VOICES or _a_body(view, behind):
                return behind
    if phrase.last - phrase.first > 1 and view.low(phrase.last - 1) in _VOICES:
        return Phrase(phrase.first, phrase.last - 1)
    return phrase


def _a_body(view: View, phrase: Phrase) -> bool:
    if _head([view.low(index) for index in range(*phrase)]) in HEADS:
        return True
    return any(name.kind == "organisation" for name in view.names_in(phrase))


def _text(view: View, phrase: Phrase) -> str:
    return view.line.slice(phrase.first, phrase.last)


def _meant(view: View, phrase: Phrase, words: Sequence[str], memory: Memory, paragraph: int) -> Origin | None:
    """A pronoun, or "the agency": somebody who spoke before."""
    found: Speaker | None = None
    if words[-1] == "office" and words[0] in ("his", "her") and len(words) == 2:
        person = _head_person(view, view.names_in(Phrase(0, phrase.first)))
        return Origin(person.name, "person") if person else None
    if len(words) == 1 and words[0] in ("he", "she"):
        found = memory.last(paragraph, sort="person")
    elif len(words) == 1 and words[0] == "it":
        found = memory.last(paragraph, sort="body")
    elif len(words) == 1 and words[0] == "they":
        found = memory.last(paragraph, sort="unknown") or memory.last(paragraph)
    elif view.names_in(phrase):
        return None
    elif words[-1] in HEADS:
        return _body_meant(view, phrase, words, memory, paragraph)
    elif view.low(phrase.first - 1) not in ("the", "this", "that", "its"):
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


def _body_meant(
    view: View, phrase: Phrase, words: Sequence[str], memory: Memory, paragraph: int
) -> Origin | None:
    """The body of that noun which the article named last; "the agency" can have another noun."""
    if view.low(phrase.first - 1) in ("the", "this", "that", "its") and len(words) == 1:
        near = memory.last(paragraph, noun=words[-1])
        if near is not None and len(near.name.split()) > 1:
            return Origin(near.name, near.sort)
    known = memory.bodies.last(words)
    if known is not None:
        return Origin(known, "body")
    if len(words) == 1 and words[0] in ANY_BODY and view.low(phrase.first - 1) in ("the", "this", "that"):
        spoke = memory.last(paragraph, sort="body")
        if spoke is not None:
            return Origin(spoke.name, spoke.sort)
    return None


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


def _weak(name: Entity, aliases: TermIndex) -> bool:
    """A lone capitalised word of which nothing is known: the town in "the mayor of Elbridge"."""
    return (
        aliases.exact(name.name) is None
        and name.text == name.name
        and " " not in name.text
        and not name.text.isupper()
    )


def _people_noun(name: Entity) -> str:
    last = name.text.split()[-1]
    return last if last in PEOPLE else ""


def _plain(words: str) -> str:
    return " ".join(SAME_NOUN.get(word, word) for word in words.split())


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
        if word in PREPOSITIONS or word in ("familiar", "close", "briefed", "who"):
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

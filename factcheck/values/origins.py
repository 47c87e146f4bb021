"""Who a claimant is: the name under which every way of naming one origin meets."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.values.bodies import HEADS
from factcheck.values.bodynames import PREPOSITIONS, body_name
from factcheck.values.companies import trade
from factcheck.values.cues import BODIES, PEOPLE, VAGUE_HEADS
from factcheck.values.holders import HELD
from factcheck.values.memory import ANY_BODY, Memory, Sort, Speaker
from factcheck.values.namewords import INSTITUTIONS, MEDIA, MEDIA_WORDS
from factcheck.values.owned import SPEAK, VOICES, owned
from factcheck.values.referents import company, owner, subject
from factcheck.values.several import several
from factcheck.values.shown import shown_document
from factcheck.values.view import Phrase, View, trimmed
from factcheck.values.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Entity
    from factcheck.values.lexicon import TermIndex
    from factcheck.values.ties import Ties

UNNAMED = "unnamed"
"""The origin of what nobody is named for."""

_CROWD = words(
    "people resident residents locals villagers neighbours neighbors witness witnesses survivors relatives"
    " passengers inhabitants townspeople"
)
"""Nobody who could be asked, wherever they live."""


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
    voice = owned(view, _bare(view, phrase), memory, ties, paragraph)
    if voice is not None:
        if voice.body is None:
            return Origin(UNNAMED, "unknown", vague=True)
        side = _state(ties.sides.get(voice.body), ties)
        return Origin(voice.body, voice.sort, side=side, by=voice.person)
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
    document = shown_document(view, phrase)
    if document:
        return Origin(document, "unknown")
    meant = _meant(view, phrase, words, ties, memory, paragraph)
    if meant is not None:
        return meant
    holder = _holder_of(view, phrase, view.names_in(phrase), ties)
    if holder is not None:
        return holder
    exact = aliases.exact(_text(view, phrase))
    if exact is not None:
        sort: Sort = "person" if exact.kind == "person" else "body"
        return Origin(exact.name, sort, media=_medium(words))
    names = view.names_in(phrase)
    person = _head_person(view, names)
    if person is not None:
        return Origin(person.name, "person")
    together = several(view, phrase, names, aliases)
    if together:
        return Origin(together, "unknown")
    bodies = [name for name in names if name.kind == "organisation"]
    head = _head(words)
    if bodies and not ((head in PEOPLE or head in HEADS) and _weak(bodies[0], aliases)):
        return Origin(bodies[0].name, "body", media=_medium(words))
    if head in _CROWD or (not names and head in VAGUE_HEADS and not _institutional(words)):
        return Origin(UNNAMED, "unknown", vague=True)
    return Origin(body_name(view, phrase, aliases, ties), _sort(words), media=_medium(words))


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
        if view.low(index) in SPEAK and view.low(index + 1) in ("for", "of"):
            behind = _bare(view, Phrase(index + 2, phrase.last))
            if view.low(index) in VOICES or _a_body(view, behind):
                return behind
    if phrase.last - phrase.first > 1 and view.low(phrase.last - 1) in VOICES:
        last = phrase.last - 1
        return Phrase(phrase.first, last - (last - phrase.first > 1 and view.low(last - 1) == "'s"))
    return phrase


def _a_body(view: View, phrase: Phrase) -> bool:
    if _head([view.low(index) for index in range(*phrase)]) in HEADS:
        return True
    return any(name.kind == "organisation" for name in view.names_in(phrase))


def _text(view: View, phrase: Phrase) -> str:
    return view.line.slice(phrase.first, phrase.last)


def _meant(
    view: View, phrase: Phrase, words: Sequence[str], ties: Ties, memory: Memory, paragraph: int
) -> Origin | None:
    """A pronoun, "the agency" or "the mayor": somebody whom the text named before."""
    found: Speaker | None = None
    if len(words) == 2 and words[0] in ("his", "her") and words[-1] in ("office", "campaign", *VOICES):
        person = _head_person(view, view.names_in(Phrase(0, phrase.first)))
        found = None if person else memory.last(paragraph, sort="person")
        name = person.name if person else found.name if found else None
        return Origin(name, "person") if name else Origin(UNNAMED, "unknown", vague=True)
    if len(words) == 1 and words[0] in ("he", "she"):
        found = memory.last(paragraph, sort="person")
    elif words == ["its"]:
        body = owner(view, phrase.first, memory, ties)
        return Origin(body, "body") if body else Origin(UNNAMED, "unknown", vague=True)
    elif len(words) == 1 and words[0] == "it":
        first = subject(view, phrase.first, memory, ties)
        if first is not None:
            return Origin(first, "body")
        found = memory.last(paragraph, sort="body")
        spoken_of = owner(view, phrase.first, memory, ties) if found is None else None
        if spoken_of is not None:
            return Origin(spoken_of, "body")
    elif len(words) == 1 and words[0] == "they":
        found = memory.last(paragraph, sort="unknown") or memory.last(paragraph)
    elif view.names_in(phrase):
        return None
    elif words[-1] in HEADS or trade(words[-1]):
        return _body_meant(view, phrase, words, ties, memory, paragraph)
    elif view.low(phrase.first - 1) not in ("the", "this", "that", "its"):
        return None
    elif words[-1] in HELD:
        return _holder(words, ties, memory, paragraph)
    elif words[-1] in BODIES or words[-1] in PEOPLE:
        sort: Sort = "body" if words[-1] in BODIES else "person"
        found = memory.last(paragraph, noun=words[-1])
        if found is None and len(words) == 1 and not words[-1].endswith("s"):
            found = memory.last(paragraph, sort=sort)
        if found is None:
            return None
    else:
        return None
    if found is None:
        return Origin(UNNAMED, "unknown", vague=True)
    return Origin(found.name, found.sort)


def _holder_of(view: View, phrase: Phrase, names: Sequence[Entity], ties: Ties) -> Origin | None:
    """Orvania's foreign minister: the one of that place whom the session names."""
    if len(names) != 1 or names[0].kind != "place":
        return None
    words = [view.low(at) for at in range(*phrase) if view.names[at] is None and view.low(at) != "'s"]
    if not words or words[-1] not in HELD:
        return None
    of_place = [person for person, place in ties.sides.items() if place == names[0].name]
    name = ties.holders.only(words, of_place)
    return Origin(name, "person") if name else None


def _holder(words: Sequence[str], ties: Ties, memory: Memory, paragraph: int) -> Origin | None:
    """The holder of an office: in this article, who spoke just now, or the only one of the session."""
    name = memory.holders.last(words)
    if name is None:
        spoke = memory.last(paragraph, noun=words[-1])
        name = spoke.name if spoke else ties.holders.only(words)
    return Origin(name, "person") if name else None


def _body_meant(
    view: View, phrase: Phrase, words: Sequence[str], ties: Ties, memory: Memory, paragraph: int
) -> Origin | None:
    """The body of that noun which the article named last; "the agency" can have another noun."""
    definite = view.low(phrase.first - 1) in ("the", "this", "that", "its")
    if trade(words[-1]) and (definite or view.low(phrase.last) in VOICES):
        firm = company(words, view, phrase.first, memory, ties)
        if firm is not None:
            return Origin(firm, "body")
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


def _weak(name: Entity, aliases: TermIndex) -> bool:
    """A lone capitalised word of which nothing is known: the town in "the mayor of Elbridge"."""
    return (
        aliases.exact(name.name) is None
        and name.text == name.name
        and " " not in name.text
        and not name.text.isupper()
    )


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

"""Who a claimant is: the name under which every way of naming one origin meets."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from factcheck.values.bodies import HEADS
from factcheck.values.bodynames import PREPOSITIONS, body_name, weak
from factcheck.values.claimant import UNNAMED, Origin
from factcheck.values.cues import BODIES, PEOPLE, VAGUE_HEADS
from factcheck.values.meant import head_person, holder_of, meant
from factcheck.values.namewords import INSTITUTIONS, MEDIA, MEDIA_WORDS
from factcheck.values.owned import LAWYERS, SPEAK, VOICES, owned
from factcheck.values.several import several
from factcheck.values.shown import shown_document
from factcheck.values.view import Phrase, View, trimmed
from factcheck.values.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.values.lexicon import TermIndex
    from factcheck.values.memory import Memory, Sort
    from factcheck.values.ties import Ties

_AT_LARGE = words("allies nations countries powers governments capitals")
"""Several states of which none is named, whosever allies they are."""
_CROWD = words(
    "people resident residents locals villagers neighbours neighbors witness witnesses survivors relatives"
    " passengers inhabitants townspeople"
)
"""Nobody who could be asked, wherever they live."""


_FOR_HIMSELF = re.compile(
    r"\b(?:personal|private) (?:capacity|opinion|view)\b|\bprivate citizen\b"
    r"|\b(?:on|in) (?:his|her) own (?:behalf|name)\b"
    r"|\b(?:defy|defied|contradict|br(?:oke|eaking) (?:ranks )?with|rebel\w* against)\w* (?:his|her)"
    r" (?:own )?(?:\w+ )?(?:party|company|employer|ministry|government|bosses|union|colleagues|army)\b",
    re.I,
)
"""Somebody speaks for himself or against his body."""


def origin_of(
    view: View, phrase: Phrase, aliases: TermIndex, ties: Ties, memory: Memory, paragraph: int
) -> Origin:
    """The origin that a claimant's noun phrase names, a body under the fullest name the session has."""
    together = _together(view, _bare(view, phrase), aliases, ties, memory, paragraph)
    if together is not None:
        return together
    voice = owned(view, _bare(view, phrase), memory, ties, paragraph)
    alone = bool(_FOR_HIMSELF.search(view.line.text, view.line.start, view.line.end))
    if voice is not None and voice.person and alone:
        return Origin(voice.person, "person")
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
        if found.name in ties.clients:
            return Origin(ties.clients[found.name], "person", by=found.name)
        body = None if alone else ties.speaks.get(found.name)
        side = ties.sides.get(body or found.name) or ties.sides.get(found.name)
        if body is not None:
            return Origin(body, "body", side=_state(side, ties), by=found.name)
        return found._replace(side=_state(side, ties))
    name = ties.body(found.name)
    places = [one.name for one in view.names_in(phrase) if one.kind == "place"]
    side = ties.sides.get(name) or (places[0] if len(places) == 1 else None)
    return found._replace(name=name, side=_state(side, ties))


def _together(
    view: View, phrase: Phrase, aliases: TermIndex, ties: Ties, memory: Memory, paragraph: int
) -> Origin | None:
    """The police and the fire service: each under its own name, joined; None where nothing is joined so."""
    joints = [at for at in range(phrase.first + 1, phrase.last - 1) if view.low(at) in ("and", ",")]
    if [view.low(at) for at in joints].count("and") != 1 or view.low(joints[-1]) != "and":
        return None
    if any(view.names[at] is not None for at in joints):
        return None
    bounds = [phrase.first - 1, *joints, phrase.last]
    spans = [Phrase(one + 1, other) for one, other in itertools.pairwise(bounds) if one + 1 < other]
    parts = [_bare(view, span) for span in spans]
    if not all(_a_body(view, part) for part in parts):
        return None
    found = [origin_of(view, part, aliases, ties, memory, paragraph) for part in parts]
    if any(one.vague or one.media for one in found):
        return None
    return Origin(" and ".join(dict.fromkeys(one.name for one in found)), "unknown")


def _state(place: str | None, ties: Ties) -> str | None:
    return ties.state(place) if place else None


def _origin(
    view: View, phrase: Phrase, aliases: TermIndex, ties: Ties, memory: Memory, paragraph: int
) -> Origin:
    words = [view.low(index) for index in range(phrase.first, phrase.last)]
    document = shown_document(view, phrase)
    if document:
        return Origin(document, "unknown")
    known = meant(view, phrase, words, ties, memory, paragraph)
    if known is not None:
        return known
    holder = holder_of(view, phrase, view.names_in(phrase), ties)
    if holder is not None:
        return holder
    exact = aliases.exact(_text(view, phrase))
    if exact is not None:
        sort: Sort = "person" if exact.kind == "person" else "body"
        return Origin(exact.name, sort, media=_medium(words))
    names = view.names_in(phrase)
    person = head_person(view, names)
    if person is not None:
        return Origin(person.name, "person")
    together = several(view, phrase, names, aliases)
    if together:
        return Origin(together, "unknown")
    bodies = [name for name in names if name.kind == "organisation"]
    head = _head(words)
    if head in _AT_LARGE and not bodies:
        return Origin(UNNAMED, "unknown", vague=True)
    if bodies and not ((head in PEOPLE or head in HEADS) and weak(bodies[0], aliases)):
        inside = " source" * (head in ("source", "sources"))
        return Origin(bodies[0].name + inside, "body", media=_medium(words))
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
    """A spokesman or a lawyer whom nobody names is the voice of whom he speaks for."""
    client = _client(view, phrase)
    if client is not None:
        return client
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


def _client(view: View, phrase: Phrase) -> Phrase | None:
    """The Kern of "Kern's lawyer" and "lawyers for Kern"."""
    last = view.low(phrase.last - 1)
    if last in LAWYERS and view.low(phrase.last - 2) in ("'s", "'") and phrase.last - phrase.first > 2:
        return Phrase(phrase.first, phrase.last - 2)
    opens = view.low(phrase.first) in LAWYERS and view.low(phrase.first + 1) in ("for", "representing")
    return _bare(view, Phrase(phrase.first + 2, phrase.last)) if opens else None


def _a_body(view: View, phrase: Phrase) -> bool:
    if _head([view.low(index) for index in range(*phrase)]) in HEADS:
        return True
    return any(name.kind == "organisation" for name in view.names_in(phrase))


def _text(view: View, phrase: Phrase) -> str:
    return view.line.slice(phrase.first, phrase.last)


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

"""Whom a pronoun, "the agency", "the mayor" or "the statement" means: somebody whom the text named before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.values.bodies import HEADS
from factcheck.values.claimant import UNNAMED, Origin
from factcheck.values.companies import may_be_company, trade
from factcheck.values.cues import BODIES, PEOPLE
from factcheck.values.holders import HELD
from factcheck.values.memory import ANY_BODY, PAPERS
from factcheck.values.owned import VOICES
from factcheck.values.referents import company, owner, subject
from factcheck.values.view import Phrase, View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Entity
    from factcheck.values.memory import Memory, Sort, Speaker
    from factcheck.values.ties import Ties


def meant(
    view: View, phrase: Phrase, words: Sequence[str], ties: Ties, memory: Memory, paragraph: int
) -> Origin | None:
    """A pronoun, "the agency" or "the mayor": somebody whom the text named before."""
    found: Speaker | None = None
    if len(words) == 2 and words[0] in ("his", "her") and words[-1] in ("office", "campaign", *VOICES):
        person = head_person(view, view.names_in(Phrase(0, phrase.first)))
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
    elif words[-1] in PAPERS and view.low(phrase.first - 1) in ("the", "this", "that"):
        found = memory.papers.get(words[-1])
        if found is None or paragraph - found.paragraph > 1:
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


def holder_of(view: View, phrase: Phrase, names: Sequence[Entity], ties: Ties) -> Origin | None:
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
        if spoke is not None and (not trade(words[0]) or may_be_company(spoke.name)):
            return Origin(spoke.name, spoke.sort)
    return None


def head_person(view: View, names: Sequence[Entity]) -> Entity | None:
    """The last person named who does not merely own the rest: not "the minister's aide"."""
    for name in reversed(names):
        if name.kind == "person":
            behind = view.line.at(name.end)
            if view.low(behind) not in ("'s", "'"):
                return name
    return None

"""Who speaks where only the owner says for whom: "its spokesman", "her lawyer", "a spokesperson said"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.values.bodies import HEADS
from factcheck.values.referents import OWNERS, owner
from factcheck.values.view import Phrase
from factcheck.values.wordlists import words

if TYPE_CHECKING:
    from factcheck.model import Entity
    from factcheck.values.memory import Memory, Sort
    from factcheck.values.ties import Ties
    from factcheck.values.view import View

VOICES = words("spokesman spokeswoman spokesperson spokespeople spokesmen")
LAWYERS = words("lawyer lawyers attorney attorneys solicitor solicitors barrister barristers")
"""Whoever has a lawyer speaks through him."""
SPEAK = VOICES | words("head chief director")
OFFICERS = (
    SPEAK
    | LAWYERS
    | words("leader executive secretary chairman chairwoman chair president coordinator manager treasurer")
)
"""Those who speak for the body that owns them; a worker and an ally speak for themselves."""
OWN_VOICE = words(
    "government parliament party state opposition cabinet presidency movement alliance coalition"
)
"""Bodies whose leaders are politicians and speak for themselves."""
_HIS = words("his her")
_HIS_VOICES = LAWYERS | words("agent office")
"""Those who speak for a person: her lawyer, the player's agent."""


class Voice(NamedTuple):
    """Whose voice it is (None: nobody's who could be asked), and the person who lends it."""

    body: str | None
    sort: Sort = "body"
    person: str | None = None


def owned(view: View, phrase: Phrase, memory: Memory, ties: Ties, paragraph: int) -> Voice | None:
    """The owner of "its director, X" and of a spokesman whom nobody places; None for any other phrase."""
    low = view.low(phrase.first)
    if low not in OWNERS | _HIS:
        alone = phrase.last - phrase.first == 1 and low in VOICES and view.names[phrase.first] is None
        return Voice(owner(view, phrase.first, memory, ties)) if alone else None
    role = role_of(view, phrase)
    if role is None:
        return None
    person = _person(view, phrase)
    name = person.name if person else None
    if low in _HIS:
        whose = _whose(view, phrase.first, memory, paragraph) if role in VOICES | _HIS_VOICES else None
        return Voice(whose, "person", name) if whose else None
    body = owner(view, phrase.first, memory, ties)
    if body is None:
        return None if person else Voice(None)
    if role == "leader" and body.split()[-1].lower() not in HEADS - OWN_VOICE:
        return None
    return Voice(body, "body", name)


def _whose(view: View, index: int, memory: Memory, paragraph: int) -> str | None:
    """The person whom "her" at ``index`` means: the one named first in the sentence, else who spoke last."""
    people = [one for one in view.names_in(Phrase(0, index)) if one.kind == "person"]
    if people:
        return people[0].name
    known = memory.last(paragraph, sort="person")
    return known.name if known else None


def role_of(view: View, phrase: Phrase) -> str | None:
    """The director of "its managing director, X" and "its director of studies"; None for other nouns."""
    for index in range(phrase.first + 1, phrase.last):
        if view.names[index] is not None or not view.tokens[index].text.islower():
            return None
        after = view.low(index + 1)
        ends = index + 1 == phrase.last or after in (",", "of", "for") or view.names[index + 1] is not None
        if ends:
            return view.low(index) if view.low(index) in OFFICERS | _HIS_VOICES else None
    return None


def _person(view: View, phrase: Phrase) -> Entity | None:
    """The person named in the phrase, or right behind it between commas."""
    for index in (*range(phrase.first, phrase.last), phrase.last + 1):
        name: Entity | None = view.names[index] if index < len(view.tokens) else None
        if (
            name is not None
            and name.kind == "person"
            and (index < phrase.last or view.low(phrase.last) == ",")
        ):
            return name
    return None

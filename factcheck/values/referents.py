"""Whom "the company", "its spokesman" and "the mayor" mean: the body or the holder that the text speaks of.

A definite description means what the article named last that its noun fits; a possessive means the
first body of the nearest clause before it that has one, else that of one of the sentences before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.values.bodies import HEADS
from factcheck.values.companies import ANY_COMPANY, trade
from factcheck.values.namewords import MEDIA, MEDIA_WORDS, PLACES
from factcheck.values.view import CLAUSE_WORDS, Phrase, View
from factcheck.values.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Entity
    from factcheck.values.memory import Memory
    from factcheck.values.ties import Ties

OWNERS = frozenset({"its"})
_THE = words("the this that")
_LIKE_BODIES = words("prosecutor prosecutors regulator regulators ombudsman coroner")
"""Offices that act as a body does, and have spokesmen."""
_LISTENING = words("told tells telling")
_WINDOW = 120
"""How many words back it reaches in its own sentence."""
_OPENING = 4
_REACH = 4
_SENTENCES = 3
"""How many sentences back a possessive reaches."""


def met_in(view: View, memory: Memory, ties: Ties) -> list[str]:
    """The bodies that a sentence names or describes, in their order; an empty name for a place that opens it.

    "Zembla has offered talks. Its president": what went before that is no longer meant.
    """
    first = Phrase(0, min(len(view.tokens), _WINDOW))
    found = [name for _, name in _bodies(view, first, memory, ties)]
    opening = view.names[0] if view.tokens else None
    return [""] if not found and opening is not None and opening.kind == "place" else found


def company(words: Sequence[str], view: View, first: int, memory: Memory, ties: Ties) -> str | None:
    """The company that "the heating maker" means; ``first`` is where the phrase begins."""
    known = memory.bodies.last(words)
    if known is not None and known != known.lower():
        return known
    session = ties.bodies.only(words)
    if session is not None and session != session.lower():
        return session
    if words[-1] not in ANY_COMPANY and not words[-1].endswith("maker"):
        return None
    here = [name for _, name in _bodies(view, Phrase(max(0, first - _WINDOW), first), memory, ties)]
    rows = [here, *reversed(memory.met)]
    for row in rows:
        sure = next((name for name in row if memory.bodies.is_company(name, sure=True)), None)
        sure = sure or next((name for name in row if ties.bodies.is_company(name, sure=True)), None)
        if sure is not None:
            return sure
    possible = {name for row in rows for name in row if memory.bodies.is_company(name, sure=False)}
    return possible.pop() if len(possible) == 1 else None


def owner(view: View, index: int, memory: Memory, ties: Ties) -> str | None:
    """The body that "its" at ``index``, or a bare "a spokesman", belongs to; None where none is near.

    In "dozens are missing in the village, its head said" the village is meant, which is no body.
    """
    first = max(0, index - _WINDOW)
    here = _bodies(view, Phrase(first, index), memory, ties)
    if here:
        clause = [at for at in range(first, here[-1][0]) if _opens_clause(view, at)]
        return next(name for at, name in here if not clause or at > clause[-1])
    if any(_place(view, at) for at in range(first, index)):
        return None
    return next((row[0] for row in reversed(memory.met[-_SENTENCES:]) if row), None) or None


def subject(view: View, index: int, memory: Memory, ties: Ties) -> str | None:
    """The body that a sentence begins with: the union of "The union agreed, it said"."""
    here = _bodies(view, Phrase(0, min(index, _OPENING)), memory, ties)
    return here[0][1] if here else None


def _opens_clause(view: View, index: int) -> bool:
    return (view.low(index) in CLAUSE_WORDS or view.low(index) == ";") and not view.quoted[index]


def _place(view: View, index: int) -> bool:
    return view.low(index) in PLACES and view.names[index] is None and view.low(index - 1) in _THE


def _bodies(view: View, within: Phrase, memory: Memory, ties: Ties) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    seen: Entity | None = None
    for index in range(*within):
        name = view.names[index]
        if view.quoted[index]:
            continue
        if name is not None:
            if name is not seen and name.kind == "organisation" and not _listener(view, index):
                found.append((index, name.name))
            seen = name
            continue
        low = view.low(index)
        if low not in HEADS and not trade(low) and low not in _LIKE_BODIES:
            continue
        begin = index
        while begin > within.first and index - begin < _REACH and _goes_before(view, begin - 1):
            begin -= 1
        behind = view.names[index + 1] if index + 1 < len(view.tokens) else None
        owning = view.low(index + 1) in HEADS
        if view.low(begin - 1) not in _THE or owning or (behind and behind.kind == "organisation"):
            continue
        noun = view.line.slice(begin, index + 1).lower().split()
        meant = memory.bodies.last(noun) or ties.bodies.only(noun)
        if meant is None and not trade(low) and low not in PLACES:
            meant = " ".join(noun)
        if meant is not None:
            found.append((index, meant))
    return found


def _goes_before(view: View, index: int) -> bool:
    """A word of the noun's phrase: the "dockers'" of "the dockers' union"."""
    low = view.low(index)
    return (view.tokens[index].text.islower() and low not in _THE) or low in ("'", "'s")


def _listener(view: View, index: int) -> bool:
    """The paper of "told the Post" is spoken to and not of."""
    name = view.names[index]
    paper = name is not None and bool((MEDIA | MEDIA_WORDS) & set(name.name.lower().split()))
    return paper or any(view.low(at) in _LISTENING for at in (index - 1, index - 2))

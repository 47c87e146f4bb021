"""For whom a person speaks, as a sentence ties them: "X, who heads the Y", "Y's lawyer, X", "Y spokesman X".

Only plain wordings count. A person of the lexicon speaks for himself; so does a politician of a party or a
government (its spokesman does not), and whoever has left the body.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.values.bodies import HEADS
from factcheck.values.bodynames import body_name, weak
from factcheck.values.companies import trade
from factcheck.values.described import described
from factcheck.values.namewords import TITLES
from factcheck.values.owned import LAWYERS, OWN_VOICE, VOICES, role_of
from factcheck.values.phrases import phrase_after
from factcheck.values.referents import OWNERS, company, owner
from factcheck.values.view import DETERMINERS, Phrase, View
from factcheck.values.wordlists import words

if TYPE_CHECKING:
    from factcheck.model import Entity
    from factcheck.values.lexicon import TermIndex
    from factcheck.values.memory import Memory
    from factcheck.values.ties import Ties

_ROLES = (
    VOICES
    | LAWYERS
    | words(
        "head chief director commander leader chairman chairwoman chair executive coordinator manager"
        " president secretary treasurer"
    )
)
"""Those who speak for the body that they are named with."""
_STAFF = words("official officer representative inspector superintendent forecaster meteorologist")
"""Those who speak for the body at which they serve; an analyst, a nurse or a worker there does not."""
_RANKS = words(
    "inspector superintendent sergeant constable detective commissioner officer lieutenant captain major"
    " colonel general commander chief judge justice"
)
"""Titles of those who serve: Inspector NAME of the police."""
_FORMER = words("former ex retired sacked dismissed ousted suspended onetime")
_LEADS = words("heads leads runs chairs commands directs headed led")
_CHIEFS = words("executive finance financial operating technology technical")
"""The chief executive and the finance chief are a company's, whether it is named there or not."""
_REACH = 6


class Post(NamedTuple):
    body: str
    role: str


def note_post(view: View, name: Entity, aliases: TermIndex, ties: Ties, memory: Memory) -> None:
    """Enter the body, or the client, that a person speaks for in a sentence that says so."""
    first, last = view.line.at(name.start), view.line.at(name.end)
    client = _client(view, first, last)
    if client is not None and client.kind == "person":
        if client.name != name.name:
            ties.clients.setdefault(name.name, client.name)
        return
    post = (
        _behind(view, last, aliases, memory, ties)
        or _before(view, first, aliases, memory, ties)
        or _owning(view, first, memory, ties)
        or _ranked(view, first, last, aliases)
        or _of_the_company(view, first, memory, ties)
    )
    if post is not None:
        body = ties.body(post.body)
        if _speaks_for(body, post.role):
            ties.speaks.setdefault(name.name, body)


def _speaks_for(body: str, role: str) -> bool:
    """No politician, and for a body that has a name; but a spokesman of the police speaks for the police."""
    voice = role in VOICES | LAWYERS | _STAFF
    if not voice and (body.split()[-1].lower() in OWN_VOICE or (role == "leader" and not _a_noun(body))):
        return False
    return voice or " " in body or body != body.lower()


def _a_noun(body: str) -> bool:
    return body.split()[-1].lower() in HEADS


def _client(view: View, first: int, last: int) -> Entity | None:
    """NAME, a lawyer for CLIENT; NAME, CLIENT's lawyer; CLIENT's lawyer, NAME."""
    if view.low(last) == ",":
        begin = last + 1 + (view.low(last + 1) in DETERMINERS)
        if view.low(begin) in LAWYERS and view.low(begin + 1) in ("for", "of", "representing"):
            return _named(view, begin + 2)
        owner_of = _named(view, begin)
        if owner_of is not None:
            end = view.line.at(owner_of.end)
            return owner_of if view.low(end) in ("'s", "'") and view.low(end + 1) in LAWYERS else None
    index = first - 1 - (view.low(first - 1) == ",")
    if view.low(index) in LAWYERS and view.low(index - 1) in ("'s", "'"):
        return _named(view, index - 2)
    return None


def _named(view: View, index: int) -> Entity | None:
    return view.names[index] if 0 <= index < len(view.tokens) else None


def _behind(view: View, last: int, aliases: TermIndex, memory: Memory, ties: Ties) -> Post | None:
    """NAME, who heads the BODY; NAME, a spokesman for the BODY; NAME, its chief executive."""
    if view.low(last) != ",":
        return None
    if view.low(last + 1) == "who":
        if view.low(last + 2) in _LEADS:
            return _post(_body_at(view, last + 3, aliases, memory, ties), "head")
        return None
    if view.low(last + 1) in OWNERS:
        end = next((at for at in range(last + 2, last + _REACH) if view.low(at) in (",", "")), last + 2)
        role = role_of(view, Phrase(last + 1, min(end, len(view.tokens))))
        return _post(owner(view, last + 1, memory, ties), role) if role else None
    for index in range(last + 1, min(last + _REACH, len(view.tokens))):
        low, after = view.low(index), view.low(index + 1)
        if (low in _ROLES and after in ("of", "for", "at")) or (
            low in _STAFF and after in ("of", "for", "at", "in", "with", "from")
        ):
            return _post(_body_at(view, index + 2, aliases, memory, ties), low)
        if view.tokens[index].kind != "word" or view.finite(index) or low in _FORMER:
            return None
    return None


def _post(body: str | None, role: str) -> Post | None:
    return Post(body, role) if body else None


def _body_at(view: View, first: int, aliases: TermIndex, memory: Memory, ties: Ties) -> str | None:
    if view.low(first) in DETERMINERS:
        first += 1
    phrase = phrase_after(view, first) if first < len(view.tokens) else None
    return _as_body(view, phrase, aliases, memory, ties) if phrase else None


def _as_body(view: View, phrase: Phrase, aliases: TermIndex, memory: Memory, ties: Ties) -> str | None:
    names = view.names_in(phrase)
    nouns = [at for at in range(*phrase) if view.low(at) in HEADS and view.names[at] is None]
    if names and names[0].kind == "organisation" and not (nouns and weak(names[0], aliases)):
        return names[0].name
    if not nouns:
        return None
    if trade(view.low(nouns[-1])) and not names:
        return company([view.low(nouns[-1])], view, phrase.first, memory, ties)
    return body_name(view, Phrase(phrase.first, nouns[-1] + 1), aliases)


def _before(view: View, first: int, aliases: TermIndex, memory: Memory, ties: Ties) -> Post | None:
    """BODY leader NAME; BODY's chief executive, NAME; head of the BODY, NAME."""
    index = begin = first - (view.low(first - 1) == ",")
    role = ""
    while index > 0 and view.low(index - 1) in TITLES | _ROLES and first - index < _REACH:
        role = role or (view.low(index - 1) if view.low(index - 1) in _ROLES else "")
        index -= 1
    if not role:
        return _office_of(view, begin, aliases, memory, ties)
    if any(view.low(at) in _FORMER for at in range(index, begin)):
        return None
    index -= view.low(index - 1) in ("'s", "'")
    if index <= 0:
        return None
    owning = view.names[index - 1]
    if owning is not None:
        return Post(owning.name, role) if owning.kind == "organisation" else None
    if view.low(index - 1) not in HEADS:
        return None
    phrase = described(view, index - 1) or Phrase(index - 1, index)
    if trade(view.low(index - 1)) and not view.names_in(phrase):
        return _post(company([view.low(index - 1)], view, phrase.first, memory, ties), role)
    return Post(body_name(view, phrase, aliases), role)


def _office_of(view: View, end: int, aliases: TermIndex, memory: Memory, ties: Ties) -> Post | None:
    """The chairman of the BODY, NAME."""
    for at in range(end - 2, max(0, end - _REACH), -1):
        if view.low(at) in ("of", "for", "at"):
            role = view.low(at - 1)
            if role not in _ROLES | _STAFF or view.low(at - 2) in _FORMER:
                return None
            first = at + 1 + (view.low(at + 1) in DETERMINERS)
            return _post(_as_body(view, Phrase(first, end), aliases, memory, ties), role)
        if view.tokens[at].kind != "word" or view.finite(at):
            return None
    return None


def _owning(view: View, first: int, memory: Memory, ties: Ties) -> Post | None:
    """Its chief executive, NAME: the body that the text speaks of there."""
    last = first - (view.low(first - 1) == ",")
    for index in range(last - 1, max(0, last - _REACH) - 1, -1):
        if view.low(index) in OWNERS:
            role = role_of(view, Phrase(index, last))
            return _post(owner(view, index, memory, ties), role) if role else None
    return None


def _ranked(view: View, first: int, last: int, aliases: TermIndex) -> Post | None:
    """Inspector NAME of the BODY."""
    if view.low(first - 1) not in _RANKS or view.low(first - 2) in _FORMER or view.low(last) != "of":
        return None
    begin = last + 1 + (view.low(last + 1) in DETERMINERS)
    phrase = phrase_after(view, begin) if begin < len(view.tokens) else None
    nouns = [at for at in range(*phrase) if view.low(at) in HEADS] if phrase else []
    if phrase is None or not nouns:
        return None
    return Post(body_name(view, Phrase(phrase.first, nouns[-1] + 1), aliases), "officer")


def _of_the_company(view: View, first: int, memory: Memory, ties: Ties) -> Post | None:
    """Chief executive NAME, with no company named beside: the one that the text speaks of."""
    last = view.low(first - 1)
    chief = {last, view.low(first - 2)} if last in ("executive", "chief", "officer") else set()
    begin = first - 2 - (last == "officer")
    if not chief & _CHIEFS or "chief" not in {last, view.low(first - 2), view.low(begin)}:
        return None
    if view.low(begin - 1) in _FORMER or view.low(begin - 1) in ("'s", "'") or _named(view, begin - 1):
        return None
    return _post(company(["company"], view, begin, memory, ties), "executive")

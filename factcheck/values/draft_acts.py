"""Acts that are done by a body's word: it fines, orders, bans, calls a strike, gives 90 days to repair.

Nobody says so in the sentence, and yet somebody can be asked: whose word it was. What is merely done
(killed, built, lost) has no source in who did it. Where the sentence names a source, that is the source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.values.cues import forms_of
from factcheck.values.draft import Draft, auxiliaries
from factcheck.values.phrases import subject_before
from factcheck.values.view import DETERMINERS, Phrase, View, claimant_like
from factcheck.values.wordlists import words

if TYPE_CHECKING:
    from factcheck.model import Attribution

_DECIDED = (
    "fine order ban impose sentence acquit convict appoint approve grant award postpone cancel extend suspend"
    " offer intend plan"
)
_CALLED = words(
    "strike strikes election elections referendum vote ballot boycott walkout truce ceasefire meeting"
)
_SPANS = words("hour hours day days week weeks month months year years")
_NEAR = 12
"""How many words behind the verb what is called or given stands."""
_ENDS = frozenset(".,;:")
_NO_OBJECTS = words("of by from to for was were is are and")


def _table() -> dict[str, str]:
    found: dict[str, str] = {}
    for verb in (*_DECIDED.split(), "call", "give"):
        base, third, past, _ = forms_of(verb)
        found.update(dict.fromkeys((base, third, past), verb))
    return {**found, "given": "give", "intends": "intend"}


_VERBS = _table()
"""Every finite form of the verbs, with the verb."""
_PAST = frozenset(forms_of(verb)[2] for verb in _VERBS.values()) | {"given"}
"""Forms that are no nouns: "orders fell", "the fines were paid"."""


def by_its_word(said: Attribution) -> bool:
    """Whether who is named did by its word what is told, and is part of it: nobody says so."""
    return said.scope_start == said.start and said.cue.lower() in _VERBS


def act(view: View, index: int) -> Draft | None:
    """The body that does by its word what the verb at ``index`` says; None where it is no such verb."""
    verb = _VERBS.get(view.low(index))
    if verb is None or view.names[index] is not None or not _fits(view, index, verb):
        return None
    group, denied = auxiliaries(view, index)
    if denied or view.low(group - 1) in DETERMINERS | {"to", "'s"} or _passive(view, group, index):
        return None
    group -= view.low(group - 1) == "last"
    subject = subject_before(view, group)
    if subject is None or not claimant_like(view, subject):
        return None
    return Draft(subject, Phrase(index, index + 1), "self", subject.first, index + 1, deed=True)


def _fits(view: View, index: int, verb: str) -> bool:
    """A strike is called, days are given; an offer or a plan is a verb only with something behind it."""
    behind = [view.low(at) for at in range(index + 1, min(len(view.tokens), index + _NEAR + 1))]
    clause = behind[: next((n for n, low in enumerate(behind) if low in _ENDS), len(behind))]
    if verb == "call":
        return not _CALLED.isdisjoint(clause) and clause[0] in ("a", "an", "the", "off", "for")
    if verb == "give":
        spans = [n for n, low in enumerate(clause) if low in _SPANS]
        return bool(spans) and [*clause, ""][spans[0] + 1] == "to"
    if verb in ("plan", "intend"):
        return clause[:1] == ["to"]
    if view.low(index) in _PAST:
        return bool(clause) and clause[0] not in _NO_OBJECTS
    after = view.tokens[index + 1] if clause else None
    return after is not None and (
        after.low in DETERMINERS or after.kind == "number" or view.names[index + 1] is not None
    )


def _passive(view: View, group: int, index: int) -> bool:
    return any(
        view.low(at) in ("is", "are", "was", "were", "be", "been", "being") for at in range(group, index)
    )

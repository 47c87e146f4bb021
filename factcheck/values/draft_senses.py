"""Whether a verb that can report does so here: by its form, by what is denied, by what stands behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.values.amounts import STARTERS
from factcheck.values.cues import BE, BODIES, NEED_THAT, NOUN_LIKE, WORD_GIVEN
from factcheck.values.draft import auxiliaries
from factcheck.values.draft_content import only_setting, that_ahead
from factcheck.values.phrases import adverbial, subject_before
from factcheck.values.view import CLAUSE_WORDS, DETERMINERS, claimant_like
from factcheck.values.wordlists import words

if TYPE_CHECKING:
    from factcheck.values.cues import Cue
    from factcheck.values.view import Phrase, View

_AT_REACH = 16
_LIVES = 8
_AT = ("at", "between", "above", "below", "over", "around", "under")
_COUNTS = words(
    "number toll figure count tally estimate death losses forecast outlook guidance projection target"
)
_RESULTS = words(
    "profit profits loss revenue revenues sales turnover earnings income deficit surplus growth rise fall"
    " increase decrease drop decline gain win victory defeat"
)
"""What somebody has or achieves: a company that records a profit measures nothing."""
_JUDGED = words("a an too far very so totally utterly completely wholly")
"""Behind "called the plan" they open what somebody says of it."""
_JUDGED_NEAR = 10
_SPANS = words("minute hour day night week weekend month year")
_STANDS = words("believe expect think agree recognise recognize accept")
"""Who does not believe a thing takes a stand, as much as who believes it."""
_CALLS = words("it them him her this these those what")
_NO_VERB_BEHIND = words("the a an 's these those this its his her their to of by")
_NO_VERB_BEFORE = frozenset(
    ("of", "by", "from", "about", "on", "and", "were", "are", "have", "suggest", "for", ",")
)
"""Behind or before such a word "report" or "claim" is a noun."""


def active(view: View, index: int, cue: Cue) -> bool:
    """Of a form that may be a noun: whether it is the verb of a subject right before it."""
    if view.low(index) not in NOUN_LIKE:
        return True
    if view.low(index - 1) in _NO_VERB_BEHIND or view.low(index + 1) in _NO_VERB_BEFORE:
        return False
    subject = subject_before(view, auxiliaries(view, index)[0] if cue.form == "past" else index)
    if cue.form == "base" and subject is not None:
        return claimant_like(view, subject) and view.low(subject.last - 1).endswith(("s", "police"))
    return subject is not None and claimant_like(view, subject)


def asserted(view: View, index: int, cue: Cue, group: int, denied: bool) -> bool:
    """Whether the verb is neither denied nor bare ("to say") nor done to its subject; see ``auxiliaries``."""
    denied = denied and not (cue.verb in _STANDS and _does_not(view, group, index))
    if denied or view.low(group - 1) == "to" or view.low(group - 1) in DETERMINERS - {"this", "that"}:
        return False
    if view.low(group - 1) == "'s" or (group == index and view.low(index - 1) == "'s"):
        return False
    if any(view.low(other) in BE for other in range(group, index)):
        return False
    after = view.low(index + 1)
    passive = cue.form == "past" and cue.strength in ("object", "hold") and after in ("as", "by", "to")
    return not passive or (view.low(index) in WORD_GIVEN and after == "to")


def of_saying(view: View, index: int, cue: Cue) -> bool:
    """Whether a verb of several senses has the one of saying: not "called the police", "claimed 17 lives"."""
    after = view.low(index + 1)
    called = cue.verb == "call" and after not in _CALLS and after not in ("for", "on")
    if called and not _quote_near(view, index) and not _judges(view, index):
        return False
    if cue.verb == "point" and after != "out":
        return False
    if cue.verb in NEED_THAT and not is_shown(view, index, cue):
        behind = adverbial(view, index + 1)
        at_end = cue.verb == "write" and (
            index + 1 < len(view.tokens) <= behind + 1 or _where_it_stands(view, index + 1)
        )
        if that_ahead(view, behind) is None and not at_end:
            return False
    return cue.verb != "claim" or not _lives_behind(view, index)


def is_shown(view: View, index: int, cue: Cue) -> bool:
    """The figures show it; not: it was shown."""
    return cue.verb == "show" and view.low(index - 1) not in ("was", "were", "been")


def _where_it_stands(view: View, first: int) -> bool:
    """ "C, X wrote on its website", "in a letter to the board", "on https://…": and nothing more is told."""
    if view.low(first) not in ("on", "in"):
        return False
    return view.low(first + 1) in ("http", "https") or only_setting(view, first)


def _does_not(view: View, group: int, index: int) -> bool:
    """ "The union does not believe", "did not expect": and nothing but that stands before the verb."""
    before = " ".join(view.low(at) for at in range(group, index))
    return before.startswith(("do not", "does not", "did not", "don't", "doesn't", "didn't"))


def _lives_behind(view: View, index: int) -> bool:
    """A crash claimed 17 lives: nobody says so."""
    for at in range(index + 1, min(len(view.tokens), index + _LIVES)):
        if view.low(at) in ("life", "lives", "victim", "victims"):
            return True
        if view.low(at) == "that" or view.finite(at):
            return False
    return False


def _judges(view: View, index: int) -> bool:
    """They called the sum far too small, the plan a mistake; not: called the police an hour later."""
    if view.low(index + 1) not in DETERMINERS:
        return False
    for at in range(index + 2, min(len(view.tokens) - 1, index + _JUDGED_NEAR)):
        if view.low(at) in _JUDGED and at > index + 2:
            return view.low(at + 1) not in _SPANS
        if view.tokens[at].kind == "sign" or view.low(at) in CLAUSE_WORDS:
            return False
    return False


def _quote_near(view: View, index: int) -> bool:
    return any(view.quoted[index + 1 : index + 8])


def number_at(view: View, index: int, cue: Cue) -> bool:
    """put the toll at 300; gave it as 300; put their numbers between 2 and 3; raised the dead to 14."""
    if cue.verb == "speak" and view.low(index + 1) != "of":
        return False
    put = cue.verb in ("put", "speak", "give")
    counted = put
    marks = ("as",) if cue.verb == "give" else _AT if put else ("to", "from")
    for at in range(index + 1, min(len(view.tokens) - 1, index + _AT_REACH)):
        counted = counted or view.low(at) in _COUNTS
        if view.low(at) in marks or (cue.verb == "speak" and view.low(at) == "of"):
            return counted and any(
                view.tokens[other].kind == "number" or view.low(other) in STARTERS - {"a", "an", "half"}
                for other in range(at, min(len(view.tokens), at + 6))
            )
        taken = view.finite(at) and view.low(at) not in _COUNTS and view.low(at - 1) not in ("of", "the")
        if not put and (taken or view.tokens[at].kind == "sign"):
            return False
    return False


def own_count(view: View, subject: Phrase, index: int, cue: Cue) -> bool:
    """The institute recorded 5.9; the police counted 1,900. A place that measures 30 degrees says nothing."""
    names = view.names_in(subject)
    body = view.low(subject.last - 1) in BODIES or view.low(subject.first) in ("it", "they")
    named = any(name.kind == "organisation" for name in names)
    if cue.form not in ("past", "third") or not (body or named):
        return False
    behind = range(index + 1, min(len(view.tokens), index + _AT_REACH))
    if cue.verb != "measure" and any(view.low(at) in _RESULTS for at in behind):
        return False
    return any(view.tokens[at].kind == "number" for at in behind)

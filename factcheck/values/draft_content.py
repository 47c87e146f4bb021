"""On which side of a claimant and a verb the content stands, and where it begins."""

from __future__ import annotations

from factcheck.values.cues import (
    ADVERBS,
    PEOPLE,
    PRONOUNS,
    VERBS,
    Cue,
)
from factcheck.values.draft import Draft
from factcheck.values.phrases import adverbial, phrase_after
from factcheck.values.view import CLAUSE_WORDS, DETERMINERS, Phrase, View
from factcheck.values.wordlists import words

_ASIDE = 14


_ASIDES = words("in at on by during to posted published carried via through after late early from")


def with_content(view: View, subject: Phrase, index: int, cue: Cue, skip: int = 0) -> Draft | None:
    behind = index + 1 + skip + (cue.verb == "point")
    if cue.strength == "tell":
        listener = phrase_after(view, behind)
        behind = listener.last if listener else behind
    behind = adverbial(view, behind)
    mark = Phrase(index, index + 1)
    that = that_ahead(view, behind)
    if that is not None:
        return Draft(subject, mark, "right", subject.first, that + 1)
    left = _left_content(view, subject.first)
    rest = view.tokens[behind] if behind < len(view.tokens) else None
    if rest is None or rest.text in ".;!?)”":
        if cue.verb == "deny":
            return None
        if left:
            return Draft(subject, mark, "left", subject.first, behind)
        if cue.strength not in ("say", "tell"):
            return None
        last = _last_name(view, subject)
        if last.first > 3 and last.first > subject.first:
            return Draft(last, mark, "left", last.first, behind)
        return Draft(subject, mark, "self", subject.first, behind)
    if rest.text in ",:—–":
        quote = behind + 1 < len(view.tokens) and view.quoted[behind + 1]
        resumed = None if left else _resumed(view, behind + 1)
        if resumed is not None:
            return Draft(subject, mark, "right", subject.first, resumed)
        if left and not quote:
            return Draft(subject, mark, "left", subject.first, behind)
        return Draft(subject, mark, "both" if left else "right", subject.first, behind + 1)
    if left and view.low(behind) in (
        "as",
        "while",
        "after",
        "but",
        "and",
        "before",
        "when",
        "in",
        "at",
        "on",
    ):
        return Draft(subject, mark, "left", subject.first, behind)
    if left and only_setting(view, behind):
        return Draft(subject, mark, "left", subject.first, behind)
    return Draft(subject, mark, "right", subject.first, behind)


def only_setting(view: View, first: int) -> bool:
    """No verb and no quotation behind: told a rally outside the gates; said during a visit to the town."""
    for index in range(first, len(view.tokens)):
        verb = view.finite(index) and view.low(index - 1) not in DETERMINERS
        if view.quoted[index] or verb or view.low(index) in ("that", ",", ";", ":"):
            return False
        if view.tokens[index].kind == "number":
            return False
    return True


def _resumed(view: View, first: int) -> int | None:
    """Behind ", that" after an aside: said, on condition of anonymity, that C."""
    for index in range(first, min(len(view.tokens) - 2, first + _ASIDE)):
        if view.low(index) == "," and view.low(index + 1) == "that":
            return index + 2
        if view.quoted[index] or view.low(index) in (";", ":"):
            return None
    return None


def that_ahead(view: View, first: int) -> int | None:
    """The "that" which opens the content, behind where and how it was said."""
    for index in range(first, min(len(view.tokens) - 1, first + _ASIDE)):
        low = view.low(index)
        if low == "that":
            return index if index == first or view.low(first) in _ASIDES else None
        other = view.quoted[index] or view.finite(index) or low in CLAUSE_WORDS or low in VERBS
        if other or low in (";", ":", "citing"):
            return None
    return None


def _last_name(view: View, subject: Phrase) -> Phrase:
    """The name or pronoun at the end of a phrase, with the titles before it: a comma may be missing."""
    first = subject.last - 1
    if view.names[first] is None and view.low(first) not in PRONOUNS:
        return subject
    while first > subject.first and (
        view.names[first - 1] is not None or view.low(first - 1) in PEOPLE or view.capital(first - 1)
    ):
        first -= 1
    return Phrase(first, subject.last)


def _left_content(view: View, begin: int) -> bool:
    """Whether what stands before a claimant is what is said: it ends in a comma or a quotation."""
    if begin == 0:
        return False
    before = view.tokens[begin - 1]
    if not (view.quoted[begin - 1] or before.text in ",?!—–"):
        return False
    words = 0
    for index in range(begin - 1, -1, -1):
        if view.quoted[index] or (view.finite(index) and not view.dated[index]):
            return True
        if view.tokens[index].kind == "word" and not view.dated[index] and view.low(index) not in ADVERBS:
            words += 1
            if words > 3:
                return True
    return False

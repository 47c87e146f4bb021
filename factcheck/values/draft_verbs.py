"""Attributions by a verb: X said C, "C" said X, X put the toll at N, with X estimating C."""

from __future__ import annotations

from dataclasses import replace

from factcheck.values.cues import (
    ADVERBS,
    BE,
    REPORT_NOUNS,
    VERBS,
    Cue,
)
from factcheck.values.draft import Draft, auxiliaries
from factcheck.values.draft_content import that_ahead, with_content
from factcheck.values.draft_senses import active, asserted, is_shown, number_at, of_saying, own_count
from factcheck.values.phrases import adverbial, owned_by, phrase_after, subject_before
from factcheck.values.view import CLAUSE_WORDS, DETERMINERS, Phrase, View, claimant_like, head_of, trimmed
from factcheck.values.wordlists import words

_POINTING = words("this that these those")
_OF_MINDS = words("fear believe hope suspect")
"""What only people do: with "that" behind, their subject is a claimant whatever its noun."""


def verb(view: View, index: int, cue: Cue) -> Draft | None:
    """What a verb at ``index`` reports, None where nobody says anything there."""
    if not active(view, index, cue):
        return None
    group, denied = auxiliaries(view, index)
    if not asserted(view, index, cue, group, denied) or not of_saying(view, index, cue):
        return None
    inverted = _inverted(view, index, cue)
    if inverted is not None:
        return inverted
    subject = subject_before(view, group)
    if subject is None or not _says(view, subject, group, index, cue):
        return None
    if cue.strength == "put" and not number_at(view, index, cue):
        as_it = view.low(subject.first - 1) == "as" and view.low(index + 1) == "it"
        return with_content(view, subject, index, cue, skip=1) if as_it else None
    if cue.strength == "count" and not own_count(view, subject, index, cue):
        return None
    if cue.verb in ("quote", "cite"):
        heard = _heard_from(view, index)
        if heard is not None or cue.verb == "quote":
            return heard
    subject = _published_by(view, subject, group) or subject
    draft = with_content(view, subject, index, cue)
    head = subject_before(view, subject.first - 1) if view.low(subject.first - 1) == "," else None
    if draft is not None and draft.begin == subject.first and head is not None and owned_by(view, head):
        return replace(draft, begin=head.first)
    return draft


def _says(view: View, subject: Phrase, group: int, index: int, cue: Cue) -> bool:
    """Whether what stands before the verb is somebody, or a report, that says it."""
    minds = cue.verb in _OF_MINDS and that_ahead(view, index + 1) == index + 1
    if cue.strength != "say" and not minds and not claimant_like(view, subject):
        return False
    if view.low(subject.first - 1) in BE and view.low(subject.first - 2) == "it":
        return False  # "It was X who called him, he said": a stress on X, nothing that X says
    reports = head_of(view, subject) in REPORT_NOUNS
    if is_shown(view, index, cue) and view.low(index + 1) != "that" and not reports:
        return False
    if cue.form == "base" and group == index and not _plural(view, subject):
        return False
    first = view.low(subject.first)
    counted = view.tokens[subject.first].kind == "number" or first in ("many", "several")
    if counted and head_of(view, subject) in ("countries", "nations"):
        return False
    if view.low(subject.first - 1) in ("neither", "nor") or first in ("neither", "nobody", "none", "no"):
        return False
    return not (first in _POINTING and reports and trimmed(view, subject) == subject)


def _heard_from(view: View, index: int) -> Draft | None:
    """A medium quoted X as saying C."""
    claimant = phrase_after(view, index + 1)
    if claimant is None or view.low(claimant.last) != "as":
        return None
    cue = VERBS.get(view.low(claimant.last + 1))
    if cue is None or cue.form != "ing":
        return None
    end = claimant.last + 2
    end += view.low(end) == "that"
    return Draft(claimant, Phrase(index, index + 1), "right", claimant.first, end)


def _published_by(view: View, subject: Phrase, group: int) -> Phrase | None:
    """Of "the report, published by X, says" X is who says it."""
    if view.low(group - 1) != "," or head_of(view, subject) not in REPORT_NOUNS or view.names_in(subject):
        return None
    for index in range(subject.last, group - 1):
        if view.low(index) == "by":
            found = phrase_after(view, index + 1)
            return found if found is not None and claimant_like(view, found) else None
    return None


def _plural(view: View, subject: Phrase) -> bool:
    joined = any(view.low(index) == "and" for index in range(subject.first, subject.last))
    return joined or head_of(view, subject).endswith(
        ("s", "police", "people", "they", "we", "some", "many", "others")
    )


def _inverted(view: View, index: int, cue: Cue) -> Draft | None:
    """ "...", said X."""
    if index == 0 or cue.strength not in ("say", "hold") or cue.form not in ("past", "third"):
        return None
    mark = view.tokens[index - 1]
    if not (view.quoted[index - 1] or mark.text in ',”"’'):
        return None
    claimant = phrase_after(view, index + 1)
    # Behind the inverted "said" stands nothing but who says it, whatever the noun.
    told = cue.verb == "say" and view.low(index + 1) in DETERMINERS
    if claimant is None or claimant.first != index + 1 or not (told or claimant_like(view, claimant)):
        return None
    behind = adverbial(view, claimant.last)
    if (
        behind < len(view.tokens)
        and view.tokens[behind].kind == "word"
        and view.low(behind) not in CLAUSE_WORDS
    ):
        return None
    if mark.text == "," and not view.quoted[index - 1] and subject_before(view, index) is not None:
        return None
    return Draft(claimant, Phrase(index, index + 1), "left", index, claimant.last)


def coordinated(view: View, index: int, cue: Cue, before: list[Draft]) -> Draft | None:
    """C, X said on Tuesday, and announced D: the verb goes on from what has just been said."""
    last = before[-1] if before else None
    if last is None or last.side != "left" or cue.form not in ("past", "third"):
        return None
    if cue.strength not in ("say", "hold") or view.low(index - 1) != "and":
        return None
    at = adverbial(view, max(last.end, last.cue.last))
    at += view.low(at) == ","
    if at != index - 1:
        return None
    end = adverbial(view, index + 1)
    return Draft(last.claimant, Phrase(index, index + 1), "right", index, end, same=True)


def participle(view: View, index: int, cue: Cue, before: list[Draft]) -> Draft | None:
    """with X estimating C; X said C, adding that D; a source suggesting C."""
    if cue.strength in ("put", "count") or view.remark(index):
        return None
    behind = index + 1 + (cue.verb == "point")
    if cue.strength == "tell":
        listener = phrase_after(view, behind)
        behind = listener.last if listener else behind
    behind = adverbial(view, behind)
    if view.low(behind) == "that":
        behind += 1
    if behind >= len(view.tokens) or view.tokens[behind].text in ".,;":
        return None
    mark = Phrase(index, index + 1)
    previous = view.low(index - 1)
    group, denied = auxiliaries(view, index)
    if denied:
        return None
    if previous in (",", "and", "while", "by", "in") or index == 0:
        last = before[-1] if before else None
        if last is not None:
            return Draft(last.claimant, mark, "right", index, behind, same=True)
        subject = (
            _first_subject(view, index) if cue.strength in ("say", "object") and previous == "," else None
        )
        return Draft(subject, mark, "right", index, behind) if subject else None
    subject = subject_before(view, group)
    accompanied = subject is not None and view.low(subject.first - 1) == "with"
    if subject is None or not (claimant_like(view, subject) or (accompanied and cue.strength == "say")):
        return None
    if accompanied or any(view.low(other) in BE for other in range(group, index)):
        return Draft(subject, mark, "right", subject.first, behind)
    head = view.low(subject.last - 1)
    return Draft(subject, mark, "right", subject.first, behind) if head in REPORT_NOUNS else None


def _first_subject(view: View, limit: int) -> Phrase | None:
    start = 0
    while start < limit and (view.low(start) in ADVERBS or view.tokens[start].text == ","):
        start += 1
    for index in range(start, limit):
        if view.finite(index):
            subject = subject_before(view, auxiliaries(view, index)[0] if index else index)
            if subject is not None and claimant_like(view, subject):
                return subject
    return None

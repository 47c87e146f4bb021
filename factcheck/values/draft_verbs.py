"""Attributions by a verb: X said C, "C" said X, X put the toll at N, with X estimating C."""

from __future__ import annotations

from dataclasses import replace

from factcheck.values.amounts import STARTERS
from factcheck.values.cues import (
    ADVERBS,
    BE,
    BODIES,
    NEED_THAT,
    NOUN_LIKE,
    REPORT_NOUNS,
    VERBS,
    WORD_GIVEN,
    Cue,
)
from factcheck.values.draft import Draft, auxiliaries
from factcheck.values.draft_content import only_setting, that_ahead, with_content
from factcheck.values.phrases import adverbial, owned_by, phrase_after, subject_before
from factcheck.values.view import CLAUSE_WORDS, DETERMINERS, Phrase, View, claimant_like, head_of, trimmed
from factcheck.values.wordlists import words

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


_POINTING = words("this that these those")


_OF_MINDS = words("fear believe hope suspect")
"""What only people do: with "that" behind, their subject is a claimant whatever its noun."""


_STANDS = words("believe expect think agree recognise recognize accept")
"""Who does not believe a thing takes a stand, as much as who believes it."""
_CALLS = words("it them him her this these those what")


def active(view: View, index: int, cue: Cue) -> bool:
    """Of a form that may be a noun: whether it is the verb of a subject right before it."""
    if view.low(index) not in NOUN_LIKE:
        return True
    before = view.low(index - 1)
    if before in (
        "the",
        "a",
        "an",
        "'s",
        "these",
        "those",
        "this",
        "its",
        "his",
        "her",
        "their",
        "to",
        "of",
        "by",
    ):
        return False
    if view.low(index + 1) in (
        "of",
        "by",
        "from",
        "about",
        "on",
        "and",
        "were",
        "are",
        "have",
        "suggest",
        "for",
        ",",
    ):
        return False
    subject = subject_before(view, auxiliaries(view, index)[0] if cue.form == "past" else index)
    if cue.form == "base" and subject is not None:
        return claimant_like(view, subject) and view.low(subject.last - 1).endswith(("s", "police"))
    return subject is not None and claimant_like(view, subject)


def verb(view: View, index: int, cue: Cue) -> Draft | None:
    if not active(view, index, cue):
        return None
    group, denied = auxiliaries(view, index)
    denied = denied and not (cue.verb in _STANDS and _does_not(view, group, index))
    if denied or view.low(group - 1) == "to" or view.low(group - 1) in DETERMINERS - {"this", "that"}:
        return None
    if view.low(group - 1) == "'s" or (group == index and view.low(index - 1) == "'s"):
        return None
    after = view.low(index + 1)
    helped = any(view.low(other) in BE for other in range(group, index))
    bound = view.low(index) in WORD_GIVEN and after == "to"
    passive = cue.form == "past" and cue.strength in ("object", "hold") and after in ("as", "by", "to")
    if helped or (passive and not bound):
        return None
    if (
        cue.verb == "call"
        and after not in _CALLS
        and after not in ("for", "on")
        and not _quote_near(view, index)
        and not _judges(view, index)
    ):
        return None
    if cue.verb == "point" and after != "out":
        return None
    shown = cue.verb == "show" and view.low(index - 1) not in ("was", "were", "been")
    behind = adverbial(view, index + 1)
    at_end = cue.verb == "write" and (
        index + 1 < len(view.tokens) <= behind + 1 or _where_it_stands(view, index + 1)
    )
    if cue.verb in NEED_THAT and that_ahead(view, behind) is None and not shown and not at_end:
        return None
    if cue.verb == "claim" and _lives_behind(view, index):
        return None
    inverted = _inverted(view, index, cue)
    if inverted is not None:
        return inverted
    subject = subject_before(view, group)
    minds = cue.verb in _OF_MINDS and that_ahead(view, index + 1) == index + 1
    if subject is None or (cue.strength != "say" and not minds and not claimant_like(view, subject)):
        return None
    if view.low(subject.first - 1) in BE and view.low(subject.first - 2) == "it":
        return None  # "It was X who called him, he said": a stress on X, nothing that X says
    if shown and after != "that" and head_of(view, subject) not in REPORT_NOUNS:
        return None
    if cue.form == "base" and group == index and not _plural(view, subject):
        return None
    counted = view.tokens[subject.first].kind == "number" or view.low(subject.first) in ("many", "several")
    if counted and head_of(view, subject) in ("countries", "nations"):
        return None
    if view.low(subject.first - 1) in ("neither", "nor") or view.low(subject.first) in (
        "neither",
        "nobody",
        "none",
        "no",
    ):
        return None
    pointing = view.low(subject.first) in _POINTING and head_of(view, subject) in REPORT_NOUNS
    if pointing and trimmed(view, subject) == subject:
        return None
    if cue.strength == "put" and not _number_at(view, index, cue):
        as_it = view.low(subject.first - 1) == "as" and after == "it"
        return with_content(view, subject, index, cue, skip=1) if as_it else None
    if cue.strength == "count" and not _own_count(view, subject, index, cue):
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


def _plural(view: View, subject: Phrase) -> bool:
    joined = any(view.low(index) == "and" for index in range(subject.first, subject.last))
    return joined or head_of(view, subject).endswith(
        ("s", "police", "people", "they", "we", "some", "many", "others")
    )


def _quote_near(view: View, index: int) -> bool:
    return any(view.quoted[index + 1 : index + 8])


def _number_at(view: View, index: int, cue: Cue) -> bool:
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


def _own_count(view: View, subject: Phrase, index: int, cue: Cue) -> bool:
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

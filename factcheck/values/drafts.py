"""Attributions as the cues find them, before their scopes are cut to each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from factcheck.values.cues import (
    ADVERBS,
    ADVERBS_OF_HEARSAY,
    BE,
    CLAIMANTS,
    HAVE,
    MODALS,
    NEGATIONS,
    NOUN_LIKE,
    PASSIVES,
    REPORT_NOUNS,
    SAYING_NOUNS,
    VERBS,
    Cue,
)
from factcheck.values.phrases import CLAUSE_WORDS, Phrase, View, adverbial, claimant_like, phrase_after, subject_before

Side = Literal["right", "left", "both", "self"]
_GIVEN = frozenset("given released provided issued published made cited quoted compiled shared offered supplied".split())
_AT_REACH = 16
_CALLS = frozenset("it them him her this these those what".split())


@dataclass(frozen=True, slots=True)
class Draft:
    """A claimant, a cue, and on which side of them the content stands, in tokens."""

    claimant: Phrase | None
    cue: Phrase
    side: Side
    begin: int
    """Where the words of the attribution itself begin."""
    end: int
    """Where they end: right content starts here."""
    same: bool = False
    """The claimant is the one of the attribution before: ", adding that ..."."""


def drafts(view: View) -> list[Draft]:
    """The attributions of a sentence by the place of their cues; cues inside quotations are the speaker's."""
    found: list[Draft] = []
    for index, token in enumerate(view.tokens):
        if token.kind != "word" or view.quoted[index]:
            continue
        draft = _at(view, index, found)
        if draft is not None and not (found and draft.cue.first < found[-1].cue.last):
            found.append(draft)
    return found


def _at(view: View, index: int, before: list[Draft]) -> Draft | None:
    low = view.low(index)
    if low == "according" and view.low(index + 1) == "to":
        return _according(view, index, index + 2)
    if low == "per" and view.low(index - 1) == "as":
        return _according(view, index - 1, index + 1)
    if low == "citing":
        return _citing(view, index)
    if low in ADVERBS_OF_HEARSAY:
        return Draft(None, Phrase(index, index + 1), "both", index, index + 1)
    cue = VERBS.get(low)
    if view.low(index + 1) == "by" and (low in _GIVEN or (cue is not None and cue.form == "past")):
        return _by(view, index)
    if low in PASSIVES and _passive(view, index):
        return _hearsay(view, index)
    if low in SAYING_NOUNS and not (cue is not None and _active(view, index, cue)):
        return _noun(view, index)
    if cue is None or view.names[index] is not None or view.tokens[index].text[0].isupper():
        return None
    if cue.form == "ing":
        return _participle(view, index, cue, before)
    return _verb(view, index, cue)


# --- according to ---------------------------------------------------------------------------


def _according(view: View, first: int, behind: int) -> Draft | None:
    claimant = phrase_after(view, behind)
    if claimant is None:
        return None
    return _fronted_or_left(view, claimant, Phrase(first, behind), first)


def _fronted_or_left(view: View, claimant: Phrase, cue: Phrase, begin: int) -> Draft:
    """At the head of a sentence its content follows the comma, elsewhere it stands before."""
    if _fronted(view, begin):
        end = _behind_apposition(view, claimant.last)
        return Draft(claimant, cue, "right", begin, end)
    return Draft(claimant, cue, "left", begin, claimant.last)


def _fronted(view: View, begin: int) -> bool:
    words = [index for index in range(begin) if view.tokens[index].kind == "word" and not view.dated[index]]
    return all(view.low(index) in ADVERBS or view.low(index) in ("but", "and", "however", "yet") for index in words)


def _behind_apposition(view: View, last: int) -> int:
    """Behind "John Kirby, a spokesman for the council," the sentence goes on."""
    last = adverbial(view, last)
    if view.low(last) != ",":
        return last
    inner = last + 1
    if view.low(inner) in ("a", "an", "the", "who", "head", "director") or view.low(inner) in CLAIMANTS:
        for index in range(inner, min(len(view.tokens), inner + 20)):
            if view.low(index) == ",":
                looks = any(view.low(other) in CLAIMANTS or view.low(other) == "who" for other in range(inner, index))
                bare = not any(view.finite(other) for other in range(inner, index))
                return index + 1 if looks and (bare or view.low(inner) == "who") else inner
    return inner


def _citing(view: View, index: int) -> Draft | None:
    claimant = phrase_after(view, index + 1)
    if claimant is None or not claimant_like(view, claimant):
        return None
    return Draft(claimant, Phrase(index, index + 1), "both", index, claimant.last)


# --- passives -------------------------------------------------------------------------------


def _by(view: View, index: int) -> Draft | None:
    """as reported by X; a figure given by X; was confirmed by X."""
    claimant = phrase_after(view, index + 2)
    if claimant is None or not claimant_like(view, claimant):
        return None
    group, denied = _auxiliaries(view, index)
    if denied:
        return None
    before = view.low(group - 1)
    cue = Phrase(index, index + 2)
    if before == "as":
        return _fronted_or_left(view, claimant, Phrase(group - 1, index + 2), group - 1)
    if view.low(index) in _GIVEN:
        near = any(view.low(other) in REPORT_NOUNS for other in range(max(0, group - 4), group))
        return Draft(claimant, cue, "left", _clause_of_noun(view, group), claimant.last) if near else None
    passive = any(view.low(other) in BE for other in range(group, index))
    noun = before in REPORT_NOUNS
    if not passive and not noun and before != ",":
        return None
    return Draft(claimant, cue, "left", group, claimant.last)


def _clause_of_noun(view: View, group: int) -> int:
    """", a figure given by X" begins at its comma, else at its verb."""
    for index in range(group - 1, max(-1, group - 5), -1):
        if view.low(index) == ",":
            return index
    return group


def _passive(view: View, index: int) -> bool:
    """reported to be, believed to have, feared dead, it was said that, it is thought."""
    after = view.low(index + 1)
    group, denied = _auxiliaries(view, index)
    be = any(view.low(other) in BE for other in range(group, index))
    if denied:
        return False
    if after == "to":
        return be or view.low(index - 1) in (",", "were", "be") or view.tokens[index - 1].kind == "word"
    if after in ("dead", "missing", "killed", "lost", "wounded", "injured", "drowned"):
        return be
    return be and view.low(group - 1) == "it"


def _hearsay(view: View, index: int) -> Draft:
    group, _ = _auxiliaries(view, index)
    it = view.low(group - 1) == "it" and view.low(index + 1) != "to"
    end = index + 1 + (view.low(index + 1) == "that")
    return Draft(None, Phrase(group, index + 1), "right" if it else "both", group - it, end)


def _auxiliaries(view: View, index: int) -> tuple[int, bool]:
    """The first token of the verb group that ends before ``index``, and whether it is negated or modal."""
    first, denied = index, False
    while first > 0 and index - first < 10:
        low = view.low(first - 1)
        if view.quoted[first - 1]:
            break
        if low in BE or low in HAVE or low in ADVERBS or (low.endswith("ly") and view.names[first - 1] is None):
            first -= 1
        elif low in NEGATIONS or low in MODALS or low == "do" or low == "did" or low == "does":
            denied = denied or low in NEGATIONS or low in MODALS
            first -= 1
        elif view.dated[first - 1] or (low in ("on", "in") and view.dated[first]):
            first -= 1
        else:
            break
    if first < index and view.low(first) == "'s" and not _is_short_for_is(view, first):
        first += 1
    return first, denied


def _is_short_for_is(view: View, index: int) -> bool:
    return view.low(index - 1) in ("it", "he", "she", "that", "what", "there")


# --- nouns ----------------------------------------------------------------------------------


def _noun(view: View, index: int) -> Draft | None:
    """X's comments that C; the claim by X that C; the announcement by X; rumours that C."""
    after = view.low(index + 1)
    cue = Phrase(index, index + 1)
    if after in ("by", "from") or (after == "made" and view.low(index + 2) == "by"):
        claimant = phrase_after(view, index + 2 + (after == "made"))
        if claimant is None or not claimant_like(view, claimant) or view.low(index) == "reports":
            return None
        follow = view.low(claimant.last)
        if follow in ("that", "of"):
            return Draft(claimant, cue, "right", index, claimant.last + 1)
        return Draft(claimant, cue, "self", _noun_start(view, index), claimant.last)
    owner = _owner(view, index)
    if owner is not None and (after in ("that", "of", "on", "about") or view.low(index) in ("comments", "remarks")):
        return Draft(owner, cue, "right", owner.first, index + 1 + (after == "that"))
    if after == "that" and view.low(index) in SAYING_NOUNS:
        return Draft(None, cue, "right", index, index + 2)
    return None


def _noun_start(view: View, index: int) -> int:
    first = index
    while first > 0 and first > index - 4 and view.tokens[first - 1].kind == "word":
        if view.low(first - 1) in CLAUSE_WORDS or view.finite(first - 1):
            break
        first -= 1
        if view.low(first) in ("the", "a", "an", "this", "that"):
            break
    return first


def _owner(view: View, index: int) -> Phrase | None:
    for at in range(index - 1, max(0, index - 4), -1):
        if view.low(at) == "'s" or (view.low(at) == "'" and view.low(at - 1).endswith("s")):
            owner = subject_before(view, at)
            return owner if owner is not None and claimant_like(view, owner) else None
        if view.low(at) in ("his", "her", "their", "its"):
            return Phrase(at, at + 1)
        if view.tokens[at].kind != "word" or view.low(at) in CLAUSE_WORDS:
            return None
    return None


# --- verbs ----------------------------------------------------------------------------------


def _active(view: View, index: int, cue: Cue) -> bool:
    """Of a form that may be a noun: whether it is the verb of a subject right before it."""
    if view.low(index) not in NOUN_LIKE:
        return True
    before = view.low(index - 1)
    if before in ("the", "a", "an", "'s", "these", "those", "this", "its", "his", "her", "their", "to", "of", "by"):
        return False
    if view.low(index + 1) in ("of", "by", "from", "about", "on", "and", "were", "are", "have", "suggest", "for", ","):
        return False
    subject = subject_before(view, index)
    if cue.form == "base" and subject is not None:
        return claimant_like(view, subject) and view.low(subject.last - 1).endswith(("s", "police"))
    return subject is not None and claimant_like(view, subject)


def _verb(view: View, index: int, cue: Cue) -> Draft | None:
    if not _active(view, index, cue):
        return None
    group, denied = _auxiliaries(view, index)
    if denied or view.low(group - 1) in ("to", "the", "a", "an"):
        return None
    after = view.low(index + 1)
    helped = any(view.low(other) in BE for other in range(group, index))
    if helped or (cue.form == "past" and cue.strength in ("object", "hold") and after in ("as", "by", "to")):
        return None
    if cue.form == "base" and group == index and not view.low(index - 1).endswith(("s", "they", "we", "police", "people")):
        return None
    if cue.verb == "call" and after not in _CALLS and after not in ("for", "on") and not _quote_near(view, index):
        return None
    if cue.verb == "point" and after != "out":
        return None
    inverted = _inverted(view, index, cue)
    if inverted is not None:
        return inverted
    subject = subject_before(view, group)
    if subject is None or (cue.strength != "say" and not claimant_like(view, subject)):
        return None
    if cue.strength == "put" and not _number_at(view, index):
        return None
    return _with_content(view, subject, index, cue)


def _quote_near(view: View, index: int) -> bool:
    return any(view.quoted[index + 1 : index + 8])


def _number_at(view: View, index: int) -> bool:
    """put the toll at 300; put their numbers between 2 and 3."""
    for at in range(index + 1, min(len(view.tokens) - 1, index + _AT_REACH)):
        if view.low(at) in ("at", "between", "above", "below", "over", "around", "under"):
            return any(view.tokens[other].kind == "number" for other in range(at, min(len(view.tokens), at + 6)))
    return False


def _inverted(view: View, index: int, cue: Cue) -> Draft | None:
    """"...", said X."""
    if index == 0 or cue.strength not in ("say", "hold") or cue.form not in ("past", "third"):
        return None
    mark = view.tokens[index - 1]
    if not (view.quoted[index - 1] or mark.text in ",”\"’"):
        return None
    claimant = phrase_after(view, index + 1)
    if claimant is None or claimant.first != index + 1 or not claimant_like(view, claimant):
        return None
    behind = adverbial(view, claimant.last)
    if behind < len(view.tokens) and view.tokens[behind].kind == "word" and view.low(behind) not in CLAUSE_WORDS:
        return None
    if mark.text == "," and not view.quoted[index - 1] and subject_before(view, index) is not None:
        return None
    return Draft(claimant, Phrase(index, index + 1), "left", index, claimant.last)


def _with_content(view: View, subject: Phrase, index: int, cue: Cue) -> Draft | None:
    behind = index + 1 + (cue.verb == "point")
    if cue.strength == "tell":
        listener = phrase_after(view, behind)
        behind = listener.last if listener else behind
    behind = adverbial(view, behind)
    mark = Phrase(index, index + 1)
    if view.low(behind) == "that" and behind + 1 < len(view.tokens):
        return Draft(subject, mark, "right", subject.first, behind + 1)
    left = _left_content(view, subject.first)
    rest = view.tokens[behind] if behind < len(view.tokens) else None
    if rest is None or rest.text in ".;!?)”":
        return Draft(subject, mark, "left", subject.first, behind) if left else None
    if rest.text in ",:—–":
        quote = behind + 1 < len(view.tokens) and view.quoted[behind + 1]
        if left and not quote:
            return Draft(subject, mark, "left", subject.first, behind)
        return Draft(subject, mark, "both" if left else "right", subject.first, behind + 1)
    if left and view.low(behind) in ("as", "while", "after", "but", "and", "before", "when", "in", "at", "on"):
        return Draft(subject, mark, "left", subject.first, behind)
    return Draft(subject, mark, "right", subject.first, behind)


def _left_content(view: View, begin: int) -> bool:
    """Whether what stands before a claimant is what is said: it ends in a comma or a quotation."""
    if begin == 0:
        return False
    before = view.tokens[begin - 1]
    if not (view.quoted[begin - 1] or before.text in ",?!—–"):
        return False
    words = 0
    for index in range(begin - 1, -1, -1):
        if view.quoted[index]:
            return True
        if view.tokens[index].kind == "word" and not view.dated[index] and view.low(index) not in ADVERBS:
            words += 1
            if words > 3:
                return True
    return False


def _participle(view: View, index: int, cue: Cue, before: list[Draft]) -> Draft | None:
    """with X estimating C; X said C, adding that D; a source suggesting C."""
    if cue.strength == "put":
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
    group, denied = _auxiliaries(view, index)
    if denied:
        return None
    if previous in (",", "and", "while", "by", "in") or index == 0:
        last = before[-1] if before else None
        if last is not None:
            return Draft(last.claimant, mark, "right", index, behind, same=True)
        subject = _first_subject(view, index)
        return Draft(subject, mark, "right", index, behind) if subject and previous == "," else None
    subject = subject_before(view, group)
    if subject is None or not claimant_like(view, subject):
        return None
    if view.low(subject.first - 1) == "with" or any(view.low(other) in BE for other in range(group, index)):
        return Draft(subject, mark, "right", subject.first, behind)
    head = view.low(subject.last - 1)
    return Draft(subject, mark, "right", subject.first, behind) if head in REPORT_NOUNS else None


def _first_subject(view: View, limit: int) -> Phrase | None:
    start = 0
    while start < limit and (view.low(start) in ADVERBS or view.tokens[start].text == ","):
        start += 1
    for index in range(start, limit):
        if view.finite(index):
            subject = subject_before(view, _auxiliaries(view, index)[0] if index else index)
            if subject is not None and claimant_like(view, subject):
                return subject
    return None

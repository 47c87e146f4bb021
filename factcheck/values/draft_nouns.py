"""Attributions without a verb of their own subject: "according to", passives, nouns like "statement"."""

from __future__ import annotations

from factcheck.values.amounts import STARTERS
from factcheck.values.cues import (
    ADVERBS,
    BE,
    CLAIMANTS,
    REPORT_NOUNS,
    SAYING_NOUNS,
)
from factcheck.values.draft import Draft, auxiliaries
from factcheck.values.phrases import adverbial, phrase_after, subject_before
from factcheck.values.view import CLAUSE_WORDS, Phrase, View, claimant_like
from factcheck.values.wordlists import words

_FRONT = 12
"""Tokens that may stand before "according to" at the head of a sentence."""
_WHO = words("nobody everybody somebody anybody everyone someone anyone one who")
"""Behind these no noun stands: "nobody claims that"."""
GIVEN = words("given released provided issued published made cited quoted compiled shared offered supplied")


def according(view: View, first: int, behind: int) -> Draft | None:
    claimant = phrase_after(view, behind)
    if claimant is None:
        return None
    return _fronted_or_left(view, _named_behind(view, claimant), Phrase(first, behind), first)


def _named_behind(view: View, claimant: Phrase) -> Phrase:
    """Of "the owner, the Korvel group." the name is the claimant."""
    if view.names_in(claimant) or view.low(claimant.last) != "," or view.low(claimant.last + 1) != "the":
        return claimant
    named = phrase_after(view, claimant.last + 1)
    ends = named is not None and view.low(named.last) in (".", "")
    return named if named is not None and ends and view.names_in(named) else claimant


def _fronted_or_left(view: View, claimant: Phrase, cue: Phrase, begin: int) -> Draft:
    """At the head of a sentence its content follows the comma, elsewhere it stands before."""
    if _fronted(view, begin):
        end = _behind_apposition(view, claimant.last)
        return Draft(claimant, cue, "right", begin, end)
    return Draft(claimant, cue, "left", begin, claimant.last)


def _fronted(view: View, begin: int) -> bool:
    if begin > _FRONT:
        return False
    words = [index for index in range(begin) if view.tokens[index].kind == "word" and not view.dated[index]]
    return all(
        view.low(index) in ADVERBS or view.low(index) in ("but", "and", "however", "yet") for index in words
    )


def _behind_apposition(view: View, last: int) -> int:
    """Behind "John Kirby, a spokesman for the council," the sentence goes on."""
    last = adverbial(view, last)
    if view.low(last) != ",":
        return last
    inner = last + 1
    if view.low(inner) in ("a", "an", "the", "who", "head", "director") or view.low(inner) in CLAIMANTS:
        for index in range(inner, min(len(view.tokens), inner + 20)):
            if view.low(index) == ",":
                looks = any(
                    view.low(other) in CLAIMANTS or view.low(other) == "who" for other in range(inner, index)
                )
                bare = not any(view.finite(other) for other in range(inner, index))
                return index + 1 if looks and (bare or view.low(inner) == "who") else inner
    return inner


def citing(view: View, index: int, before: list[Draft]) -> Draft | None:
    """A medium said, citing X, that C; a medium said that C, citing X."""
    claimant = phrase_after(view, index + 1)
    if claimant is None or not claimant_like(view, claimant):
        return None
    cue = Phrase(index, index + 1)
    behind = claimant.last
    if view.low(behind) == "," and (not before or before[-1].end >= index - 1):
        end = behind + 1
        end += end < len(view.tokens) and view.finite(end)
        end += view.low(end) == "that"
        return Draft(claimant, cue, "right", index, end)
    return Draft(claimant, cue, "left", index, behind, like=bool(before))


def by(view: View, index: int) -> Draft | None:
    """as reported by X; a figure given by X; was confirmed by X."""
    claimant = phrase_after(view, index + 2)
    if claimant is None or not claimant_like(view, claimant):
        return None
    group, denied = auxiliaries(view, index)
    if denied:
        return None
    before = view.low(group - 1)
    cue = Phrase(index, index + 2)
    if before == "as":
        return _fronted_or_left(view, claimant, Phrase(group - 1, index + 2), group - 1)
    if view.low(index) in GIVEN:
        near = any(view.low(other) in REPORT_NOUNS for other in range(max(0, group - 4), group))
        return Draft(claimant, cue, "left", _clause_of_noun(view, group), claimant.last) if near else None
    passive = any(view.low(other) in BE for other in range(group, index))
    noun = before in REPORT_NOUNS
    if not passive and not noun and before != ",":
        return None
    return Draft(claimant, cue, "left", group, claimant.last)


def _clause_of_noun(view: View, group: int) -> int:
    """ ", a figure given by X" begins at its comma, else at its verb."""
    for index in range(group - 1, max(-1, group - 5), -1):
        if view.low(index) == ",":
            return index
    return group


def passive(view: View, index: int) -> bool:
    """reported to be, believed to have, feared dead, it was said that, it is thought."""
    after = view.low(index + 1)
    group, denied = auxiliaries(view, index)
    be = any(view.low(other) in BE for other in range(group, index))
    if denied:
        return False
    if be and view.low(group - 1) == "to" and view.low(group - 2) in BE:
        group -= 2
    if after == "to":
        return be or view.low(index) not in ("claimed", "said", "estimated")
    if after in ("dead", "missing", "killed", "lost", "wounded", "injured", "drowned"):
        return be
    return be and view.low(group - 1) == "it"


def hearsay(view: View, index: int) -> Draft | None:
    """None in an aside: of "the men, believed to be deserters, fled" the flight is not what is believed."""
    group, _ = auxiliaries(view, index)
    if group == index and view.low(index - 1) == "," and _closed(view, index):
        return None
    if view.low(group - 1) == "to" and view.low(group - 2) in BE:
        group -= 2
    it = view.low(group - 1) == "it" and view.low(index + 1) != "to"
    end = index + 1 + (view.low(index + 1) == "that")
    return Draft(None, Phrase(group, index + 1), "right" if it else "both", group - it, end)


def _closed(view: View, index: int) -> bool:
    """Whether a comma closes what stands behind ``index``, and a verb follows it."""
    comma = next((at for at in range(index, len(view.tokens)) if view.low(at) in (",", ";")), None)
    return comma is not None and view.low(comma) == "," and view.finite(comma + 1)


def noun(view: View, index: int) -> Draft | None:
    """X's comments that C; the claim by X that C; the announcement by X; rumours that C."""
    after = view.low(index + 1)
    cue = Phrase(index, index + 1)
    if after in ("by", "from") or (after == "made" and view.low(index + 2) == "by"):
        claimant = phrase_after(view, index + 2 + (after == "made"))
        if claimant is None or not claimant_like(view, claimant) or view.low(index) == "reports":
            return None
        if _spoken_about(view, index):
            return None
        claimant = _before_of(view, claimant)
        follow = view.low(claimant.last)
        if follow in ("that", "of"):
            return Draft(claimant, cue, "right", index, claimant.last + 1)
        return Draft(claimant, cue, "self", _noun_start(view, index), claimant.last)
    owner = _owner(view, index)
    if owner is not None and (
        after in ("that", "of", "on", "about") or view.low(index) in ("comments", "remarks")
    ):
        return Draft(owner, cue, "right", owner.first, index + 1 + (after == "that"))
    if after == "that" and view.low(index) in SAYING_NOUNS and view.low(index - 1) not in _WHO:
        return Draft(None, cue, "right", index, index + 2)
    return None


def _spoken_about(view: View, index: int) -> bool:
    """ "This is the first estimate by X": what is said of the estimate is not X's."""
    first = _noun_start(view, index)
    return view.low(first - 1) in BE and view.low(first - 2) in ("this", "that", "it")


def own_figure(view: View, index: int) -> Draft | None:
    """X stands by its figure of six; X has not moved from its estimate of 40."""
    if view.low(index - 1) not in ("its", "their", "his", "her") or view.low(index + 1) != "of":
        return None
    number = index + 2
    if number >= len(view.tokens) or not (
        view.tokens[number].kind == "number" or view.low(number) in STARTERS - {"a", "an", "half"}
    ):
        return None
    verb = next((at for at in range(index - 1) if view.finite(at)), None)
    subject = subject_before(view, verb) if verb else None
    if subject is None or not claimant_like(view, subject):
        return None
    return Draft(subject, Phrase(index, index + 1), "right", subject.first, index)


def _before_of(view: View, claimant: Phrase) -> Phrase:
    """Of "the estimate by Kyiv of losses" the claimant is Kyiv, but the Chiefs of Staff stay whole."""
    for index in range(claimant.first + 1, claimant.last):
        name = view.names[index - 1]
        if (
            view.low(index) == "of"
            and view.names[index] is None
            and name is not None
            and name.kind == "place"
        ):
            return Phrase(claimant.first, index)
    return claimant


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

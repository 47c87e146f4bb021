"""The attributions of a sentence as their cues find them, by the place of the cue."""

from __future__ import annotations

from factcheck.values.cues import (
    ADVERBS_OF_HEARSAY,
    OWN_FIGURES,
    PASSIVES,
    SAYING_NOUNS,
    VERBS,
)
from factcheck.values.draft import Draft
from factcheck.values.draft_acts import act
from factcheck.values.draft_nouns import GIVEN, according, by, citing, hearsay, noun, own_figure, passive
from factcheck.values.draft_senses import active
from factcheck.values.draft_unfound import UNFOUND, unfound
from factcheck.values.draft_verbs import coordinated, participle, verb
from factcheck.values.view import Phrase, View


def drafts(view: View) -> list[Draft]:
    """The attributions of a sentence by the place of their cues; cues inside quotations are the speaker's."""
    found: list[Draft] = []
    for index, token in enumerate(view.tokens):
        if token.kind != "word" or view.quoted[index]:
            continue
        draft = _at(view, index, found)
        if draft is not None and not (found and _covered(view, draft, found[-1])):
            if found and found[-1].side == "self" and draft.claimant and _within(found[-1], draft.claimant):
                found.pop()
            found.append(draft)
    return [one for one in found if not one.deed] or found


def _covered(view: View, draft: Draft, before: Draft) -> bool:
    """The cue stands in the words of the attribution before; who is cited there is another matter."""
    relayed = "citing" in (view.low(draft.cue.first), view.low(before.cue.first))
    return before.side != "left" and draft.cue.first < before.end and not relayed


def _within(noun: Draft, claimant: Phrase) -> bool:
    """Of "reports by X say C" the verb is the cue, not the noun."""
    return (
        noun.claimant is not None and claimant.first <= noun.cue.first and noun.claimant.last <= claimant.last
    )


def _at(view: View, index: int, before: list[Draft]) -> Draft | None:
    low = view.low(index)
    if low == "according" and view.low(index + 1) == "to":
        return according(view, index, index + 2)
    if low == "per" and view.low(index - 1) == "as":
        return according(view, index - 1, index + 1)
    if low == "citing":
        return citing(view, index, before)
    if low in OWN_FIGURES and (own := own_figure(view, index)) is not None:
        return own
    if low in ADVERBS_OF_HEARSAY:
        return Draft(None, Phrase(index, index + 1), "both", index, index + 1)
    cue = None if view.informed(index) else VERBS.get(low)
    if view.low(index + 1) == "by" and (low in GIVEN or (cue is not None and cue.form == "past")):
        return by(view, index)
    if low in PASSIVES and passive(view, index):
        return hearsay(view, index)
    if low in UNFOUND and (denial := unfound(view, index)) is not None:
        return denial
    if low in SAYING_NOUNS and not (cue is not None and active(view, index, cue)):
        return noun(view, index)
    if cue is None or view.names[index] is not None or view.tokens[index].text[0].isupper():
        return act(view, index)
    if cue.form == "ing":
        return participle(view, index, cue, before)
    return verb(view, index, cue) or coordinated(view, index, cue, before) or act(view, index)

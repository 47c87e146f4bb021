"""Attributions to who finds nothing: "X sees no evidence that C", "X has no reason to believe that C"."""

from __future__ import annotations

from factcheck.values.draft import Draft, auxiliaries
from factcheck.values.phrases import subject_before
from factcheck.values.view import Phrase, View, claimant_like
from factcheck.values.wordlists import words

UNFOUND = words("evidence proof sign signs indication indications reason grounds cause nothing")
_FINDS = words("see sees saw find finds found have has had know knows knew")
_TO = words("believe think suspect assume suggest indicate show")
_REACH = 3
"""Words between the verb and what is not there: "found no clear evidence"."""


def unfound(view: View, index: int) -> Draft | None:
    """Who sees, finds or has none of the evidence named at ``index``; what follows is what he denies."""
    end = index + 1
    if view.low(end) == "to" and view.low(end + 1) in _TO:
        end += 2
    if view.low(end) != "that":
        return None
    verb = next(
        (at for at in range(index - 1, max(0, index - 1 - _REACH), -1) if view.low(at) in _FINDS), None
    )
    none = view.low(index) == "nothing" or (verb is not None and view.low(verb + 1) == "no")
    if verb is None or not none:
        return None
    subject = subject_before(view, auxiliaries(view, verb)[0])
    if subject is None or not claimant_like(view, subject):
        return None
    return Draft(subject, Phrase(verb, end), "right", subject.first, end + 1)

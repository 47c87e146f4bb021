"""How a session stands: what the program found, with everything that people added to it or moved.

    Analysis + event log + versions ──▶ Standing(analysis, state, placement)

Everything that shows or reports a session begins here, so that a judged claim which no rule gives any
more, a claim marked by hand and a regrouping look the same on every screen and in every format.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from factcheck.review.added import Sentences, with_people
from factcheck.review.anchoring.anchors import make_anchor
from factcheck.review.anchoring.placement import Placement, Proposal, place
from factcheck.review.drafts import id_of
from factcheck.review.regroup import Word, regrouped, words_on_pairs
from factcheck.review.speakers import Speaker, with_speakers, words_on_speakers
from factcheck.review.state import State, replay

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.model import Analysis, Anchor, Event, Evidence, Mark, Version
    from factcheck.pipeline import Progress


class Comparer(Protocol):
    """Compares all claims of an analysis again, as people said of pairs of them and of who says them."""

    def __call__(
        self,
        analysis: Analysis,
        said: Sequence[Word],
        speakers: Sequence[Speaker] = (),
        tell: Progress | None = None,
    ) -> Analysis | None:
        """None where that would take too long; ``tell`` hears how far it is.

        What ``tell`` raises ends it; of what is known already it hears nothing.
        """
        ...


class NotNow(Exception):
    """Raised by who is told how far a comparison is, and has no time for one."""


def at_once(compare: Comparer) -> Comparer:
    """What a comparer knows already; NotNow of all else."""

    def not_now(_stage: str, _done: int, _steps: int) -> None:
        raise NotNow

    def known(
        analysis: Analysis,
        said: Sequence[Word],
        speakers: Sequence[Speaker] = (),
        tell: Progress | None = not_now,
    ) -> Analysis | None:
        return compare(analysis, said, speakers, tell)

    return known


STRUCTURAL = frozenset(
    {"claim", "span", "speaker", "tie", "carry", "refuse", "undo", "redo", "blind", "reveal"}
)
"""Types of events after which more than marks may look different."""


@dataclass(frozen=True)
class Standing:
    """``analysis`` has the claims of rules, hands and those that are kept; ``state`` counts by its ids."""

    analysis: Analysis
    state: State
    placement: Placement
    due: tuple[Analysis, tuple[Word, ...], tuple[Speaker, ...]] | None = None
    """What should be compared again and has not been: claims that people brought in, facts, claimants."""
    heard: tuple[frozenset[Word], frozenset[Speaker]] | None = None
    """What people had said when all was compared; None where it was not."""

    def holds_for(self, people: Analysis, said: Sequence[Word], speakers: Sequence[Speaker]) -> bool:
        """Whether all that was compared here is still there and still said, whatever came since."""
        if self.heard is None or not (self.heard[0] <= set(said) and self.heard[1] <= set(speakers)):
            return False
        return {claim.id for claim in self.analysis.claims} <= {claim.id for claim in people.claims}

    def marks(self) -> tuple[Mark, ...]:
        """Every mark of everybody, its evidence at the place where it stands now."""
        return tuple(
            replace(mark, evidence=tuple(map(self.evidence, mark.evidence))) if mark.evidence else mark
            for mark in self.state.all_marks()
        )

    def evidence(self, evidence: Evidence) -> Evidence:
        """Evidence at its place of now; what stands nowhere certain keeps the place it had."""
        judged = evidence.claim or (id_of(evidence.anchor) if evidence.anchor else "")
        now = self.placement.anchors.get(judged)
        if now is None:
            return evidence
        claim = self.placement.alias.get(judged, judged) if evidence.claim else None
        return replace(evidence, claim=claim, anchor=now)

    def proposals(self, reviewer: str) -> tuple[Proposal, ...]:
        """What this reviewer judged and what may have become of it: to be confirmed or refused."""
        refused = {(e.claim, e.target) for e in self.state.in_force("refuse") if e.reviewer == reviewer}
        lost = self._lost(reviewer)
        return tuple(
            proposal
            for claim, proposal in self.placement.proposals.items()
            if claim in lost and (claim, id_of(proposal.now)) not in refused
        )

    def orphans(self, reviewer: str) -> tuple[str, ...]:
        """What this reviewer judged or noted and what stands nowhere, without those that have a proposal."""
        asked = {proposal.claim for proposal in self.proposals(reviewer)}
        return tuple(sorted(self._lost(reviewer) - asked))

    def _lost(self, reviewer: str) -> set[str]:
        return {claim for claim in self.state.marks(reviewer) if claim not in self._claims}

    @cached_property
    def _claims(self) -> frozenset[str]:
        """The ids of all claims: with a hundred thousand, gathering them takes longer than a key may."""
        return frozenset(claim.id for claim in self.analysis.claims)


def standing(
    analysis: Analysis,
    events: Sequence[Event],
    versions: Sequence[Version] = (),
    replaced_by: Mapping[str, str] | None = None,
    compare: Comparer | None = None,
    before: Standing | None = None,
) -> Standing:
    """The session after these events; who may not see some of them gets the session without them.

    ``versions`` are all texts that were ever analysed in this session, ``replaced_by`` says by their
    paths which article took the place of which. With ``compare`` the claims that people brought in, the
    facts they joined and the claimants they named are compared with the rest; without, or where it says
    NotNow, they only stand beside it: beside what was compared ``before``, where that holds.
    """
    found = place(judged(events), analysis.articles, versions, replaced_by or {})
    found = replace(found, proposals=at_claims(found.proposals, analysis))
    stands = {claim: found.alias.get(claim, claim) for claim in found.anchors}
    state = replay(events, stands, found.stale)
    people = with_people(analysis, state, found.anchors, Sentences(analysis.articles))
    said, speakers = words_on_pairs(people, state), words_on_speakers(people, state)
    base = people
    if before is not None and before.holds_for(people, said, speakers):
        known = {claim.id: claim for claim in before.analysis.claims}
        claims = tuple(known.get(claim.id, claim) for claim in people.claims)
        base = replace(people, claims=claims, comparison=before.analysis.comparison)
    base, people = with_speakers(base, speakers), with_speakers(people, speakers)
    stale = bool(said or speakers) or any(claim.how != "rule" for claim in people.claims)
    waits, again = compare is None, None
    if compare is not None and stale:
        try:
            again = compare(people, said, speakers)
        except NotNow:
            waits = True
    if again is not None:
        return Standing(again, state, found, heard=(frozenset(said), frozenset(speakers)))
    if stale and waits:
        return Standing(regrouped(base, said, speakers), state, found, (people, said, speakers))
    return Standing(regrouped(people, said, speakers), state, found)


def at_claims(proposals: Mapping[str, Proposal], analysis: Analysis) -> dict[str, Proposal]:
    """Proposals moved to the claim of today that tells most of the same words, where there is one.

    Words that came in at an end ("about 3,300 of the") are no part of what was aligned, yet of the claim.
    """
    articles = {article.id: article for article in analysis.articles}
    found = dict(proposals)
    for judged_as, proposal in proposals.items():
        now = proposal.now
        shared, claim = max(
            ((min(c.end, now.end) - max(c.start, now.start), c) for c in analysis.claims
             if c.article == proposal.article),
            key=lambda pair: pair[0],
            default=(0, None),
        )  # fmt: skip
        if claim is not None and 2 * shared > max(claim.end - claim.start, now.end - now.start):
            there = make_anchor(articles[claim.article], claim.start, claim.end)
            found[judged_as] = replace(proposal, now=there)
    return found


def judged(events: Sequence[Event]) -> dict[str, Anchor]:
    """Every place that an act was about or rested on: claim id and anchor."""
    places: dict[str, Anchor] = {}
    for event in events:
        for each in event.evidence:
            if each.anchor is not None:
                places[each.claim or id_of(each.anchor)] = each.anchor
        claim = event.target if event.type in ("span", "carry") else event.claim
        if claim is not None and event.anchor is not None and event.type != "refuse":
            places[claim] = event.anchor
    return places


def without_suggestions(analysis: Analysis) -> Analysis:
    """What a reviewer works on who asked not to be told what the program would say."""
    return replace(analysis, comparison=replace(analysis.comparison, suggestions=()))

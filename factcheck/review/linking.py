"""The claims that a verdict rests on: those that a reviewer chose, else those that are suggested."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.records import dataclass
from factcheck.review.marking import READ_ONLY
from factcheck.review.turning import Turning
from factcheck.wording.words import suggested_name

if TYPE_CHECKING:
    from factcheck.model import Claim, VerdictName


@dataclass(frozen=True, slots=True)
class Links:
    """The evidence of a claim: what the verdict rests on now, or would rest on."""

    claims: tuple[str, ...]
    drafted: bool
    """Chosen by the reviewer, not yet part of a verdict."""


class Linking(Turning):
    """A seat from which claims are linked to a verdict as its evidence."""

    @cached_property
    def _evidence_drafts(self) -> dict[str, tuple[str, ...]]:
        return {}

    def links(self, claim: Claim) -> Links:
        """The evidence that is linked, drafted, or would be linked by the suggested verdict."""
        if claim.id in self._evidence_drafts:
            return Links(self._drafted(claim), True)
        mark = self.mark(claim.id)
        if mark is not None and mark.verdict is not None:
            return Links(
                tuple(e.claim for e in mark.evidence if e.claim in self.facts.claims and e.claim), False
            )
        suggestion = self.facts.suggestions.get(claim.id)
        return Links(
            tuple(e for e in suggestion.evidence if e in self.facts.claims) if suggestion else (), False
        )

    def serves(self, claim: Claim) -> str:
        """The other end of a link: which claims of its fact have an own verdict that rests on it."""
        judged = ((each, self.mark(each)) for each in self.facts.fact_of[claim.id].claims)
        resting = (
            each
            for each, mark in judged
            if mark is not None and mark.verdict and any(e.claim == claim.id for e in mark.evidence)
        )
        return self._cites(self._known(resting))

    def _drafted(self, claim: Claim) -> tuple[str, ...]:
        """What was chosen by hand and is still there: the rules may have been edited since."""
        return tuple(e for e in self._evidence_drafts[claim.id] if e in self.facts.claims)

    def toggle_evidence(self) -> str:
        """Link or unlink the mention pointed at; a claim that is judged is judged again with it.

        Evidence that nobody pointed at is not taken out by a slip: the first time only asks.
        """
        claim, chosen = self.claim, self.linkable
        if claim is None or chosen is None:
            return "choose another mention with h or l, then e links it as evidence"
        linked = self.links(claim).claims
        named = self._cites([self.facts.claims[chosen]])
        if chosen in linked and not self._asked_for:
            self._asked_for = True
            return f"{named} is evidence already: e again takes it out, h l point at another"
        changed = tuple(e for e in linked if e != chosen) if chosen in linked else (*linked, chosen)
        mark = self.mark(claim.id)
        if mark is not None and mark.verdict is not None:
            if self.read_only:
                return READ_ONLY
            outside = tuple(e for e in mark.evidence if e.claim not in self.facts.claims)
            self._did(self._acts.judge([claim.id], mark.verdict, mark.kind, (*changed, *outside)))
        else:
            self._evidence_drafts[claim.id] = changed
        done = "linked" if chosen in changed else "no longer linked"
        now = self._cites([self.facts.claims[e] for e in changed]) or "none"
        return f"{named} {done}; evidence of {self.places.cite(claim)}: {now}"

    @property
    def linkable(self) -> str | None:
        """The claim pointed at in the table, where it is another than the one in hand."""
        claim, rows = self.claim, self.voices
        chosen = rows[self.row].claim if claim and self.row < len(rows) else None
        return chosen if claim and chosen != claim.id else None

    def _evidence_for(self, claim: Claim, verdict: VerdictName) -> tuple[str, ...]:
        """What was chosen by hand; else the suggestion's, else what agrees or conflicts."""
        if claim.id in self._evidence_drafts:
            return self._drafted(claim)
        suggestion = self.facts.suggestions.get(claim.id)
        if suggestion is not None and suggested_name(suggestion) == verdict:
            return tuple(e for e in suggestion.evidence if e in self.facts.claims)
        kinds = {"supported": ("agrees",), "conflicting": ("conflicts",)}.get(verdict, ())
        found = self.facts.relations(claim.id).items()
        return tuple(other for other, relation in found if relation.kind in kinds)

"""One claim as a reader sees it: cite, value as printed, who says it, verdicts and suggestion."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.report.rows import Mention, SuggestionRow
from factcheck.report.verdicts import EvidenceRow, VerdictRow
from factcheck.report.words import state_of, suggested_words
from factcheck.wording.printed import as_printed, claimant_words, in_brief, reasons, topic
from factcheck.wording.quoting import JOINT, quoted
from factcheck.wording.words import NOBODY, RELATION_SIGNS, flat, verdict_words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from factcheck.model import Analysis, Claim, Evidence, Mark, Relation, RelationOn, Suggestion
    from factcheck.report.words import State
    from factcheck.wording.places import Places

_RANK = {"conflicts": 0, "copies": 1, "updates": 2, "differs": 3, "agrees": 4}


class MentionMaker:
    """Makes the mention of any claim of an analysis."""

    def __init__(
        self,
        analysis: Analysis,
        marks: Mapping[str, Sequence[Mark]],
        adjudicated: Mapping[str, Mark],
        places: Places,
    ) -> None:
        self.claims = {claim.id: claim for claim in analysis.claims}
        self._marks = marks
        self._adjudicated = adjudicated
        self._places = places
        self._order = {article.id: index for index, article in enumerate(analysis.articles)}
        self._suggestions = {s.claim: s for s in analysis.comparison.suggestions}
        self._relations: dict[str, list[Relation]] = defaultdict(list)
        for relation in analysis.comparison.relations:
            if relation.a in self.claims and relation.b in self.claims:
                self._relations[relation.a].append(relation)
                self._relations[relation.b].append(relation)

    def place(self, claim: str) -> tuple[int, int]:
        found = self.claims[claim]
        return self._order[found.article], found.start

    def topic(self, claims: Sequence[str]) -> RelationOn | None:
        return topic(relation for claim in claims for relation in self._relations[claim])

    def make(self, claim_id: str, on: RelationOn | None, fact: Collection[str]) -> Mention:
        """``on`` is what the fact is about: it decides which part of the claim is shown as its value.

        ``fact`` are the claims of the fact: the sign says how this one stands to the others.
        """
        claim = self.claims[claim_id]
        marks = self._marks.get(claim_id, ())
        session = self._adjudicated.get(claim_id)
        copied = self._copied_from(claim)
        said = claim.attribution
        why = reasons(self._relations[claim_id], on)
        # A claim that is compared on nothing of what its fact is about has no value for it.
        about = on if why or len(fact) < 2 else None
        return Mention(
            claim=claim.id,
            article=claim.article,
            letter=self._places.letter(claim.article),
            cite=self._cite(claim),
            start=claim.start,
            end=claim.end,
            quote=quoted(self._places.articles[claim.article], claim.start, claim.end),
            value=self._gapped(claim, as_printed(claim, about, why)),
            brief=self._gapped(claim, in_brief(claim, about, why)),
            said_by=claimant_words(claim),
            origin=self._origin(claim),
            vague=bool(said and said.vague),
            relation=self.sign(claim_id, fact),
            copied_from=self._cite(copied) if copied else None,
            cut=claim.cut,
            forecast=claim.modality == "forecast",
            caption=claim.caption,
            score=claim.score,
            state=claim_state(marks, session),
            verdicts=verdict_rows(marks, self.claims, self._places),
            suggestion=self._suggestion(self._suggestions.get(claim_id)),
            adjudicated=adjudication_row(session, self.claims, self._places),
            how=claim.how,
        )

    def _gapped(self, claim: Claim, printed: str) -> str:
        """A value that furniture interrupts, shown with the gap that its quote has."""
        article = self._places.articles[claim.article]
        for part in article.furniture:
            if claim.start < part.end and part.start < claim.end:
                words = flat(article.text[max(part.start, claim.start) : min(part.end, claim.end)])
                printed = printed.replace(words, JOINT.strip()) if words else printed
        return printed

    def _origin(self, claim: Claim) -> str:
        """Who says it first: as the comparison counts it, else the claimant in the text."""
        suggestion = self._suggestions.get(claim.id)
        if suggestion and suggestion.origin:
            return flat(suggestion.origin)
        said = claim.attribution
        return flat(said.origin) if said and not said.vague else NOBODY

    def _cite(self, claim: Claim) -> str:
        return self._places.cite(claim)

    def _copied_from(self, claim: Claim) -> Claim | None:
        """The first place of a copied text; of two copies the later article counts as the copy."""
        others = [
            self.claims[r.b if r.a == claim.id else r.a]
            for r in self._relations[claim.id]
            if r.kind == "copies"
        ]
        earlier = [other for other in others if self.place(other.id) < self.place(claim.id)]
        return min(earlier, key=lambda other: self.place(other.id), default=None)

    def sign(self, claim: str, among: Collection[str]) -> str:
        """How a claim stands to others: % copied, ! differs from one, ~ close, = agrees or alone.

        The only mention of a fact is signed by what contradicts it elsewhere. One of several that is
        compared with none of them has a blank: nothing says that it agrees.
        """
        if self._copied_from(self.claims[claim]):
            return "%"
        alone = len(among) < 2
        here = [r for r in self._relations[claim] if alone or (r.a in among and r.b in among)]
        found = [relation for relation in here if relation.kind != "copies"]
        told = [relation.kind for relation in found if not relation.of_another_time]
        kinds = told or [relation.kind for relation in found]
        if not kinds:
            return "=" if alone or here else " "
        return RELATION_SIGNS[min(kinds, key=_RANK.__getitem__)]

    def _suggestion(self, found: Suggestion | None) -> SuggestionRow | None:
        if found is None:
            return None
        return SuggestionRow(
            words=suggested_words(found.verdict, found.kind),
            state=found.verdict or "left-open",
            kind=found.kind,
            why=flat(found.why),
            evidence=tuple(
                dict.fromkeys(self._cite(self.claims[c]) for c in found.evidence if c in self.claims)
            ),
        )


def claim_state(marks: Sequence[Mark], adjudicated: Mark | None) -> State:
    """What a claim is in this session, from its reviewers' verdicts and the adjudicator's."""
    verdicts = frozenset(mark.verdict for mark in marks if mark.verdict)
    return state_of(verdicts, adjudicated.verdict if adjudicated else None)


def verdict_rows(
    marks: Sequence[Mark], claims: Mapping[str, Claim], places: Places
) -> tuple[VerdictRow, ...]:
    """What each reviewer decided, by the reviewer's name."""
    return tuple(
        _verdict_row(mark, claims, places)
        for mark in sorted(marks, key=lambda mark: mark.reviewer)
        if mark.verdict or mark.note
    )


def adjudication_row(mark: Mark | None, claims: Mapping[str, Claim], places: Places) -> VerdictRow | None:
    if mark is None or not mark.verdict:
        return None
    return replace(_verdict_row(mark, claims, places), adjudicates=True)


def _verdict_row(mark: Mark, claims: Mapping[str, Claim], places: Places) -> VerdictRow:
    return VerdictRow(
        reviewer=mark.reviewer,
        verdict=mark.verdict,
        kind=mark.kind,
        words=verdict_words(mark.verdict, mark.kind) if mark.verdict else "note",
        note=mark.note,
        at=mark.at,
        evidence=tuple(_evidence(evidence, claims, places) for evidence in mark.evidence),
        stale=mark.stale,
    )


def _evidence(evidence: Evidence, claims: Mapping[str, Claim], places: Places) -> EvidenceRow:
    claim = claims.get(evidence.claim) if evidence.claim else None
    cite = places.cite(claim) if claim else _anchored(evidence, places)
    quote = evidence.text or (evidence.anchor.exact if evidence.anchor else "")
    if claim:
        quote = quoted(places.articles[claim.article], claim.start, claim.end)
    pointed = bool(evidence.claim or evidence.anchor)
    elsewhere = bool(evidence.url or evidence.archived)
    return EvidenceRow(
        claim=claim.id if claim else None,
        cite=cite,
        quote=quote,
        url=evidence.url,
        archived=evidence.archived,
        seen=evidence.seen,
        lost=cite is None and not evidence.url and pointed,
        outside=elsewhere or (not pointed and bool(evidence.seen or evidence.text)),
    )


def _anchored(evidence: Evidence, places: Places) -> str | None:
    """The cite of a span of an article, where the article stands and says what it said."""
    anchor = evidence.anchor
    if anchor is None:
        return None
    for article in places.articles.values():
        if (
            article.text_sha256 == anchor.text_sha256
            and article.text[anchor.start : anchor.end] == anchor.exact
        ):
            return places.cite_at(article.id, anchor.start)
    return None

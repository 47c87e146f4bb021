"""Evidence that no claim holds: something outside the session, or words of one of its articles.

https://example.org/page | https://archive.example/1 | 2026-03-04 | "words of the page"
A5: words of the article
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.model import Evidence
from factcheck.review.anchoring.anchors import make_anchor
from factcheck.review.marking import READ_ONLY, Marking
from factcheck.review.outside import outside
from factcheck.review.refusal import Refusal
from factcheck.wording.words import flat, in_marks, short

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Claim

_SPAN = re.compile(r"\s*([A-Z]{1,2})(?:(\d{1,6})[a-z]{0,2})?\s*:\s*(.+)", re.DOTALL)
_QUOTES = '"“”„«»'
LONGEST_QUOTE = 2_000


class Backing(Marking):
    """A seat from which a verdict can rest on more than claims."""

    @cached_property
    def _resting(self) -> dict[str, tuple[Evidence, ...]]:
        """Evidence of claims without a verdict: the next verdict takes it."""
        return {}

    def beside(self, claim: str) -> tuple[Evidence, ...]:
        """What the verdict on a claim rests on, or will rest on, that is no claim of this session."""
        mark = self.mark(claim)
        kept = tuple(e for e in mark.evidence if e.claim not in self.facts.claims) if mark else ()
        return tuple(dict.fromkeys((*kept, *self._resting.get(claim, ()))))

    def add_evidence(self, claim: str, typed: str) -> str:
        """Add one line of evidence to a claim; a judged one is judged again with it."""
        if claim not in self.facts.claims:
            return Refusal("that claim is not in this session any more")
        try:
            found = self._read(typed)
        except ValueError as wrong:
            return Refusal(f"not added: {wrong}")
        cite, told = self.places.cite(self.facts.claims[claim]), evidence_words(self, found)
        if found in self.beside(claim):
            return f"{cite} rests on it already: {told}"
        mark = self.mark(claim)
        if mark is None or mark.verdict is None:
            self._resting[claim] = (*self._resting.get(claim, ()), found)
            return f"the next verdict on {cite} will rest on it: {told}"
        if self.read_only:
            return READ_ONLY
        self._did(self._acts.judge([claim], mark.verdict, mark.kind, (*mark.evidence, found)))
        return f"evidence added to {cite}: {told}; z takes it back"

    def _taken_with(self, claims: Sequence[Claim]) -> tuple[Evidence, ...]:
        """What a verdict on these claims rests on besides claims; claims judged as one share it."""
        return tuple(dict.fromkeys(each for claim in claims for each in self.beside(claim.id)))

    def _read(self, typed: str) -> Evidence:
        span = _SPAN.fullmatch(typed)
        names = {self.places.letter(article.id): article.id for article in self.articles}
        if span is None or span[1] not in names:
            return outside(typed)
        return self._span(names[span[1]], int(span[2] or 0), span[3])

    def _span(self, article: str, paragraph: int, words: str) -> Evidence:
        """The one place in an article, or in one paragraph of it, where these words stand."""
        where = f"{self.places.letter(article)}{paragraph or ''}"
        if len(words) > LONGEST_QUOTE:
            raise ValueError(f"a quote has at most {LONGEST_QUOTE:,} characters")
        text, start, end = self._text(article), 0, len(self._text(article))
        if paragraph:
            numbered = {p.number: p for p in self.places.paragraphs(article)}
            if paragraph not in numbered:
                raise ValueError(f"there is no paragraph {where}; the last one is {max(numbered, default=0)}")
            start, end = numbered[paragraph].start, numbered[paragraph].end
        # As typed first: the quotation marks may be the article's own.
        for wanted in (words.split(), words.strip().strip(_QUOTES).split()):
            pattern = re.compile(r"\s+".join(map(re.escape, wanted)))
            found = list(pattern.finditer(text, start, end)) if wanted else []
            if len(found) > 1:
                raise ValueError(f"these words stand {len(found)} times in {where}: quote more of them")
            if found:
                return Evidence(anchor=make_anchor(self._article(article), *found[0].span()))
        raise ValueError(f"these words do not stand in {where}: quote them exactly")


def evidence_words(desk: Marking, evidence: Evidence) -> str:
    """One piece of evidence in a line: ``B2 “some words”``, or address, day and quote."""
    anchor = evidence.anchor
    if anchor is not None:
        article = next((a for a in desk.articles if a.text_sha256 == anchor.text_sha256), None)
        where = desk.places.cite_at(article.id, anchor.start) if article else "an earlier version"
        return f"{where} {in_marks(anchor.exact, 60)}"
    archived = "archived" if evidence.archived else ""
    seen = f"seen {flat(evidence.seen)}" if evidence.seen else ""
    quote = f"{in_marks(evidence.text, 60)}" if evidence.text else ""
    address = short(evidence.url or evidence.archived or "", 80)
    return ", ".join(filter(None, (address, archived, seen, quote)))

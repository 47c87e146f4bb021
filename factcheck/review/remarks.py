"""What there is to say of a claim besides the suggestion: who else judged it, and how it came to be here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from factcheck.records import dataclass
from factcheck.review.filters import elsewhere
from factcheck.wording.words import SIGNS, flat, short, speaker_words, verdict_words

if TYPE_CHECKING:
    from factcheck.model import Claim, ClaimHow, Event, Mark, VerdictName
    from factcheck.review.cursor import Cursor

STALE = "stale: judged on an earlier version, the sentence reads otherwise"
HOW: dict[ClaimHow, str] = {"rule": "", "hand": "by hand", "kept": "kept, no rule"}
WHY: dict[ClaimHow, str] = {
    "rule": "nothing suggested for this claim yet",
    "hand": "marked by hand: nothing is suggested for it",
    "kept": "kept, no rule: no rule of today finds it, it stays because it was judged",
}
"""Why a claim has no suggestion."""
HIDDEN = "suggestions are hidden from you while you work blind"
BLIND = {"verdicts": "blind", "suggestions": "blind, no suggestions"}
LONGEST_NOTE = 200


@dataclass(frozen=True, slots=True)
class Remark:
    """``sort`` says what it is about, ``verdict`` gives the colour."""

    sort: Literal["stale", "adjudicated", "speaker", "other", "rule"]
    words: str
    verdict: VerdictName | None = None
    note: str = ""

    def __str__(self) -> str:
        """``ben: ! conflicting, sources disagree - ask them``."""
        return f"{self.words} - {self.note}" if self.note else self.words


def remarks(desk: Cursor, claim: Claim) -> tuple[Remark, ...]:
    """A stale verdict first, then the session's, what reviewers said of who says it and of its fact, others,
    rules."""
    found: list[Remark] = []
    own = desk.mark(claim.id)
    if own is not None and own.stale:
        found.append(Remark("stale", STALE))
    parted = [desk.places.cite(desk.facts.claims[each]) for each in elsewhere(claim, own, desk.facts)]
    if parted:
        found.append(Remark("stale", f"evidence of another fact: {' '.join(parted)}"))
    settled = desk.adjudicated.get(claim.id)
    if settled is not None:
        found.append(_remark("adjudicated", "adjudicated by ", settled))
    word = next((e for e in reversed(desk.state.in_force("speaker")) if _told_of(desk, e, claim)), None)
    if word is not None:
        found.append(Remark("speaker", f"{shown(word.reviewer)}: {short(speaker_words(word.detail), 80)}"))
    found += _ties(desk, claim)
    found += [_remark("other", "", mark) for mark in desk.others(claim.id)]
    found += [Remark("rule", f"rule: {short(flat(said), LONGEST_NOTE)}") for said in claim.messages]
    return tuple(found)


def _ties(desk: Cursor, claim: Claim) -> list[Remark]:
    """With which claims it stands in one fact by somebody's word; the latest word on a pair counts."""
    said: dict[str, Event] = {}
    for event in desk.state.in_force("tie"):
        pair = [desk.state.place(event.reviewer, each or "") for each in (event.claim, event.target)]
        if claim.id in pair and (other := pair[pair[0] == claim.id]) in desk.facts.claims:
            said[other] = event
    return [
        Remark("speaker", f"same fact as {desk.places.cite(desk.facts.claims[other])}: {_by(desk, event)}")
        for other, event in said.items()
        if event.detail == "same"
    ]


def _by(desk: Cursor, event: Event) -> str:
    return "by your word" if event.reviewer == desk.reviewer else f"{shown(event.reviewer)} says so"


def _told_of(desk: Cursor, event: Event, claim: Claim) -> bool:
    return desk.state.place(event.reviewer, event.claim or "") == claim.id


def _remark(sort: Literal["adjudicated", "other"], opening: str, mark: Mark) -> Remark:
    words = f"{SIGNS[mark.verdict]} {verdict_words(mark.verdict, mark.kind)}" if mark.verdict else "a note"
    said = f"{opening}{shown(mark.reviewer)}: {words}{' (stale)' if mark.stale else ''}"
    return Remark(sort, said, mark.verdict, short(mark.note, LONGEST_NOTE))


def shown(reviewer: str) -> str:
    """A reviewer's name; "~" before it only marks that it was taken from the login."""
    return flat(reviewer).removeprefix("~")

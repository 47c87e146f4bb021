"""The second review: where reviewers differ, and the session's verdict on it.

A reviewer who works blind sees nothing of it until they reveal, which the log keeps.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.model import KINDS_OF_VERDICT
from factcheck.review.anchoring.anchors import make_anchor
from factcheck.review.drafts import adjudicated, id_of, revealed
from factcheck.review.marking import READ_ONLY
from factcheck.review.rounds.adjudication import Dispute, queue
from factcheck.wording.words import WORDS, count, verdict_words

if TYPE_CHECKING:
    from factcheck.model import Anchor, VerdictKind, VerdictName
    from factcheck.review.desk import Desk


@dataclass(frozen=True, slots=True)
class Differences:
    """``judged`` claims have verdicts of two or more; ``disputes`` are those on which they differ."""

    disputes: tuple[Dispute, ...]
    judged: int
    settled: int

    @property
    def left(self) -> int:
        """How many wait to be adjudicated."""
        return len(self.disputes) - self.settled

    def __str__(self) -> str:
        if not self.judged:
            return "no claim has verdicts of two reviewers yet"
        agreed = self.judged - len(self.disputes)
        return (
            f"{count(self.judged, 'claim')} judged by two or more: {agreed} agreed, "
            f"{len(self.disputes)} differ, {self.settled} adjudicated, {self.left} left"
        )


def differences(desk: Desk) -> Differences:
    """Where reviewers differ, lowest agreement first; empty for whoever is blind."""
    if desk.blind:
        return Differences((), 0, 0)
    marks = desk.state.all_marks()
    disputes = queue(marks, desk.adjudicated, desk.facts.in_text)
    judges: dict[str, int] = {}
    for mark in marks:
        judges[mark.claim] = judges.get(mark.claim, 0) + (mark.verdict is not None)
    settled = sum(each.adjudicated is not None for each in disputes)
    return Differences(disputes, sum(number > 1 for number in judges.values()), settled)


def adjudicate(desk: Desk, dispute: Dispute, verdict: VerdictName) -> str:
    """Set the session's verdict, with the kind and the note that it has or the reviewers share."""
    before = dispute.adjudicated
    same = before is not None and before.verdict == verdict
    kind = before.kind if before is not None and same else _shared_kind(dispute, verdict)
    if same:
        return f"{cite(desk, dispute)} is adjudicated so already: {WORDS[verdict]}"
    return _write(desk, dispute, verdict, kind, before.note if before is not None else "", "adjudicated")


def cycle_kind(desk: Desk, dispute: Dispute) -> str:
    """The next kind of the session's verdict."""
    before = dispute.adjudicated
    if before is None or before.verdict is None:
        return "kinds belong to a verdict: adjudicate first"
    kinds = KINDS_OF_VERDICT[before.verdict]
    if not kinds:
        return f"{WORDS[before.verdict]} has no kinds"
    kind = kinds[(kinds.index(before.kind) + 1) % len(kinds)] if before.kind in kinds else kinds[0]
    return _write(desk, dispute, before.verdict, kind, before.note, "adjudicated")


def withdraw(desk: Desk, dispute: Dispute) -> str:
    """Take the session's verdict back; the reviewers' own stay as they are."""
    if dispute.adjudicated is None:
        return f"{cite(desk, dispute)} is not adjudicated"
    return _write(desk, dispute, None, None, None, "withdrawn")


def reveal(desk: Desk) -> str:
    """End blindness: from now on others' verdicts are shown."""
    if not desk.blind:
        return "nothing is hidden from you"
    if desk.read_only:
        return READ_ONLY
    desk.perform([revealed(desk.reviewer)])
    return "revealed: others' verdicts and notes are shown from now on; the log keeps that you looked"


def cite(desk: Desk, dispute: Dispute) -> str:
    """``A5``; of what is no claim of today, that."""
    claim = desk.facts.claims.get(dispute.claim)
    return desk.places.cite(claim) if claim else "no claim of today"


def _write(
    desk: Desk,
    dispute: Dispute,
    verdict: VerdictName | None,
    kind: VerdictKind | None,
    note: str | None,
    word: str,
) -> str:
    if desk.read_only:
        return READ_ONLY
    anchor = _anchor(desk, dispute)
    if anchor is None:
        return "what was judged there stands nowhere any more; it cannot be adjudicated"
    desk.perform([adjudicated(desk.reviewer, desk.state, dispute.claim, anchor, verdict, kind, note or None)])
    said = f": {verdict_words(verdict, kind)}" if verdict else ""
    return f"{word}{said} on {cite(desk, dispute)}; z takes it back"


def _anchor(desk: Desk, dispute: Dispute) -> Anchor | None:
    """The claim's place now, else where it stood when it was judged under this id."""
    claim = desk.facts.claims.get(dispute.claim)
    if claim is not None:
        return make_anchor(desk.articles[desk.facts.order[claim.article]], claim.start, claim.end)
    anchors = (mark.anchor for mark in dispute.marks if mark.anchor is not None)
    return next((anchor for anchor in anchors if id_of(anchor) == dispute.claim), None)


def _shared_kind(dispute: Dispute, verdict: VerdictName) -> VerdictKind | None:
    """The kind that all who gave this verdict gave it."""
    kinds = {mark.kind for mark in dispute.marks if mark.verdict == verdict}
    return kinds.pop() if len(kinds) == 1 else None

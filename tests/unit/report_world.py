"""A judged session for the report tests: the ferry story, two reviewers, an orphan, a changed mind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.model import Analysis, Anchor, Event, Evidence, Mark, SessionInfo
from factcheck.report.build import rows
from tests.factories import split_lines, story

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.report import Report
    from factcheck.report.rows import Fact

INFO = SessionInfo("The ferry Aurora", "2026-03-05T12:00:00Z", reviewers=("r1", "r2"))
LOST = Anchor("0" * 64, 3, 13, "lost words", "", "")


def event(number: int, claim: str, verdict: Any, **rest: Any) -> Event:
    known: dict[str, Any] = {
        "id": f"e{number}",
        "clock": f"{number:06}",
        "at": f"2026-03-05T10:0{number}:00Z",
        "reviewer": "r1",
        "type": "verdict",
        "batch": f"b{number}",
        "claim": claim,
        "verdict": verdict,
    }
    return Event(**known | rest)


def marks(analysis: Analysis) -> list[Mark]:
    """Toll: conflicting with evidence; worst: unsourced; time: reviewers differ; sailing and rust open."""
    a40, _, _, _, b62, _, a6, _, aq, bq, worst, _, _ = analysis.claims
    at = "2026-03-05T10:00:00Z"
    outside = Evidence(url="https://example.org/log", archived="https://example.org/a/log", seen="2026-03-05")
    inside = Evidence(claim=b62.id)
    return [
        Mark(a40.id, "r1", "conflicting", "sources", "ask the hospital", (inside, outside), at, "e1"),
        Mark(aq.id, "r1", "conflicting", "quote", at=at),
        Mark(bq.id, "r1", "supported", "one origin", at=at),
        Mark(worst.id, "r1", "unsourced", "nobody", at=at),
        Mark(a6.id, "r1", "supported", "one origin", at=at),
        Mark(a6.id, "r2", "conflicting", "sources", at=at),
        Mark("gone", "r1", "supported", "origins", "kept", (), at, anchor=LOST),
    ]


def report(
    analysis: Analysis | None = None,
    judged: Sequence[Mark] | None = None,
    info: SessionInfo = INFO,
    events: Sequence[Event] = (),
    only: Sequence[str] | None = None,
) -> Report:
    found = analysis or story()
    return rows(found, marks(found) if judged is None else judged, info, events, only=only, split=split_lines)


def fact(found: Report, label: str) -> Fact:
    return next(each for each in found.facts if each.label == label)


def told(analysis: Analysis, judged: list[Mark], **rest: Any) -> Report:
    return rows(analysis, judged, INFO, split=split_lines, **rest)

"""What a report says first: what stands, what is disputed, what has no name behind it, what is open."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.report.signing import lines
from factcheck.report.words import SIGNS, STATE_WORDS, STATES, is_draft
from factcheck.wording.words import count, reached

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import SessionInfo
    from factcheck.report.rows import Dispute, Fact, Report
    from factcheck.report.words import State


@dataclass(frozen=True, slots=True)
class Tally:
    """How many facts, or claims, are in one state; ``share`` of all of them."""

    state: State
    sign: str
    words: str
    number: int
    share: float


@dataclass(frozen=True, slots=True)
class Summary:
    """Facts by what was decided of them, each in one list; ``open_`` are those that nobody has judged.

    Of the supported ones only those stand that more than one origin says, or evidence from outside: what one
    origin says of itself, and what is yet to come, is no more certain for being judged.
    """

    stands: tuple[Fact, ...]
    one_origin: tuple[Fact, ...]
    forecasts: tuple[Fact, ...]
    supported: tuple[Fact, ...]
    """All three, in this order."""
    nothing_stands: str
    """What is said where ``stands`` is empty."""
    within: tuple[Fact, ...]
    """Facts that do not stand and of which a mention was judged supported all the same."""
    disputed: tuple[Dispute, ...]
    suggested_disputes: tuple[Dispute, ...]
    unresolved: tuple[Fact, ...]
    no_name: tuple[Fact, ...]
    left_open: tuple[Fact, ...]
    no_claim: tuple[Fact, ...]
    open_: tuple[Fact, ...]
    tallies: tuple[Tally, ...]
    corroborated: int
    """Supported facts that more than one origin says."""
    signed: tuple[str, ...]
    """The report's first lines: a draft, or signed off by whom and when."""
    claims: tuple[Tally, ...]
    """The same counted by claim, as the app counts while one judges."""
    standing: str
    """In one line how far the review has come."""


def summary(report: Report) -> Summary:
    def of(state: State) -> tuple[Fact, ...]:
        return tuple(fact for fact in report.facts if fact.state == state)

    supported = sorted(of("supported"), key=lambda fact: (-len(fact.origins), -fact.articles))
    forecasts = tuple(fact for fact in supported if all(each.forecast for each in fact.mentions))
    told = [fact for fact in supported if fact not in forecasts]
    stands = tuple(fact for fact in told if len(fact.origins) > 1 or _from_outside(fact))
    one_origin = tuple(fact for fact in told if fact not in stands)
    within = tuple(fact for fact in report.facts if fact not in supported and fact.supported)
    tallies = _tallies([fact.state for fact in report.facts])
    numbers = Counter(fact.state for fact in report.facts)
    judged = numbers.total() - numbers["open"] - numbers["left-open"]
    return Summary(
        stands=stands,
        one_origin=one_origin,
        forecasts=forecasts,
        supported=(*stands, *one_origin, *forecasts),
        nothing_stands="nothing that more than one origin says"
        if supported
        else "no fact as a whole; single claims were judged supported"
        if within
        else "nothing has been judged supported yet",
        within=within,
        disputed=tuple(dispute for dispute in report.disputes if dispute.judged),
        suggested_disputes=tuple(dispute for dispute in report.disputes if not dispute.judged),
        unresolved=of("unresolved"),
        no_name=of("unsourced"),
        left_open=of("left-open"),
        no_claim=of("not-a-claim"),
        open_=of("open"),
        tallies=tallies,
        claims=_tallies([mention.state for fact in report.facts for mention in fact.mentions]),
        corroborated=sum(len(fact.origins) > 1 for fact in supported),
        signed=lines(report.info),
        standing=_standing(report, reached(judged, numbers["left-open"], numbers["open"], "fact")),
    )


def _tallies(states: Sequence[State]) -> tuple[Tally, ...]:
    numbers = Counter(states)
    return tuple(
        Tally(state, SIGNS[state], STATE_WORDS[state], numbers[state], numbers[state] / len(states))
        for state in STATES
        if numbers[state]
    )


def _from_outside(fact: Fact) -> bool:
    rows = (row for mention in fact.mentions for row in mention.decided if row.verdict == "supported")
    return any(evidence.outside for row in rows for evidence in row.evidence)


def _standing(report: Report, numbers: str) -> str:
    names = report.info.reviewers or tuple(
        dict.fromkeys(mark.reviewer for mark in report.marks if mark.verdict)
    )
    someone = names and any(fact.state != "open" for fact in report.facts)
    by = f"Checked by {', '.join(names)}" if someone else "Checked by nobody yet"
    return f"{by}: {numbers}; {_signed(report.info)}.{_waiting(report)}"


def _waiting(report: Report) -> str:
    """What is decided and counts nowhere above, because its words are not found for certain."""
    proposed = sum(orphan.proposed for orphan in report.orphans)
    gone = len(report.orphans) - proposed
    said = []
    if proposed:
        said.append(f"{count(proposed, 'judged claim')} of an earlier version not confirmed in this one")
    if gone:
        said.append(f"{count(gone, 'judged claim')} whose text is gone")
    return f" Not counted: {' and '.join(said)}." if said else ""


def _signed(info: SessionInfo) -> str:
    if not info.signatures:
        return "not signed off"
    return "signed off, and changed since" if is_draft(info) else "signed off"

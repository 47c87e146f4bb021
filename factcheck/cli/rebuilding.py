"""What ``verify --rebuild`` compares: the analysis with the one kept, the state with the database's views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.cli.checks import Finding, summed
from factcheck.wording.words import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Analysis, Event
    from factcheck.store import Store


def against_stored(kept: Analysis | None, made: Analysis, *, same_input: bool) -> Iterator[Finding]:
    """The same articles, rules and program must give the same analysis; others may give another."""
    claims = count(len(made.claims), "claim")
    if kept is None:
        yield Finding("rebuild", True, f"the analysis was made: {claims}")
    elif kept == made:
        yield Finding("rebuild", True, f"the analysis is the one that was kept: {claims}")
    else:
        yield Finding(
            "rebuild", not same_input, f"the analysis differs from the one kept: {_differs(kept, made)}"
        )


def _differs(kept: Analysis, made: Analysis) -> str:
    before, after = ({claim.id: claim for claim in each.claims} for each in (kept, made))
    new, gone = after.keys() - before.keys(), before.keys() - after.keys()
    other = sum(before[claim] != after[claim] for claim in before.keys() & after.keys())
    texts = {a.text_sha256 for a in kept.articles} ^ {a.text_sha256 for a in made.articles}
    parts = [f"{len(new)} new claims, {len(gone)} gone, {other} read otherwise"]
    if texts:
        parts.append("other texts")
    if kept.comparison != made.comparison:
        parts.append("another comparison")
    return ", ".join(parts)


def against_views(store: Store, events: Sequence[Event]) -> Iterator[Finding]:
    """The state that the program derives from the log is the one that the database's views show.

    The views count by the claim as it was judged, so moves are left out of the replay.
    """
    from factcheck.review.acted import MOVES
    from factcheck.review.state import replay
    from factcheck.store.views import read_views

    state = replay(event for event in events if event.type not in MOVES)
    marks = state.all_marks()
    verdicts = {(m.claim, m.reviewer, m.verdict, m.kind, m.event) for m in marks if m.verdict}
    notes = {
        (m.claim, m.reviewer, note.note, note.id)
        for m in marks
        if (note := state.standing(m.reviewer, m.claim, "note")) and note.note
    }
    session = {(m.claim, m.reviewer, m.verdict, m.kind, m.event) for m in state.adjudicated().values()}
    views = read_views(store)
    pairs = (
        ("verdict", verdicts, views.verdicts),
        ("note", notes, views.notes),
        ("adjudication", session, views.adjudicated),
    )
    wrong = [
        f"{count(len(derived ^ seen), noun)} differ between the event log and the database's view"
        for noun, derived, seen in pairs
        if derived ^ seen
    ]
    found = ", ".join(count(len(derived), noun) for noun, derived, _ in pairs)
    yield from summed("rebuild", wrong, f"the event log gives what the database's views show: {found}")

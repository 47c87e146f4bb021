"""The log keeps every event as it was, in an order that no clock can spoil, and lets nothing be changed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Anchor, Event, Evidence
from factcheck.problems import BadInput
from factcheck.review.drafts import draft
from factcheck.review.events import Acts, claim_anchors
from factcheck.review.state import State, replay
from factcheck.store import Store, events
from factcheck.store.clock import as_utc, next_clock, now_ms
from tests.factories import story

if TYPE_CHECKING:
    from pathlib import Path


def note(reviewer: str = "ada", claim: str = "c1") -> Event:
    return draft(reviewer, "note", "b", claim)


ANCHOR = Anchor("f" * 64, 10, 21, "“62” hurt\t\n", "the ward’s ", " 👩🏽‍⚕️ said")
FULL = Event(
    id="0" * 32,
    clock="1735689600000-00007",
    at="2025-01-01T00:00:00.000Z",
    reviewer="Ада 'x'; DROP TABLE event; --",
    type="verdict",
    batch="b",
    claim="c1",
    verdict="conflicting",
    kind="sources",
    note="[/red] \u202e",
    evidence=(
        Evidence(claim="c2", anchor=ANCHOR),
        Evidence(url="https://example.org", archived="https://a.example", seen="2025-01-02", text="said so"),
    ),
    anchor=ANCHOR,
    target="t",
    replaces="r",
    detail="d",
)


def test_an_event_comes_back_as_it_went(store: Store, path: Path) -> None:
    assert store.append([FULL]) == (FULL,)
    assert store.events() == (FULL,)
    with Store.open(path) as other:
        assert other.events() == (FULL,)


def test_a_draft_gets_clock_and_time_and_keeps_the_rest(store: Store) -> None:
    sent = note()
    (kept,) = store.append([sent])
    assert kept == replace(sent, clock=kept.clock, at=kept.at)
    assert kept.clock.startswith(kept.clock[:13] + "-")
    assert kept.at == as_utc(int(kept.clock[:13]))
    assert store.events() == (kept,)


def test_the_clock_goes_on_where_wall_time_does_not(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter([5_000, 5_000, 3_000, 6_000, 1])
    monkeypatch.setattr(events, "now_ms", lambda: next(times))
    kept = [*store.append([note(), note()]), *store.append([note()]), *store.append([note(), note()])]
    assert [event.clock for event in kept] == [
        "0000000005000-00000",
        "0000000005000-00001",
        "0000000005000-00002",
        "0000000006000-00000",
        "0000000006000-00001",
    ]
    assert list(store.events()) == kept


def test_an_event_from_a_machine_ahead_pushes_the_clock_on(store: Store) -> None:
    in_a_year = now_ms() + 365 * 86_400_000
    store.append([replace(FULL, clock=f"{in_a_year:013d}-00000")])
    (mine,) = store.append([note()])
    assert mine.clock == f"{in_a_year:013d}-00001"


def test_replay_order_is_the_clock_and_then_the_id(store: Store) -> None:
    given = [
        replace(FULL, id=id_, clock=f"{clock:013d}-00000") for id_, clock in (("b", 2), ("c", 1), ("a", 2))
    ]
    store.append(given)
    assert [event.id for event in store.events()] == ["c", "a", "b"]
    assert [event.id for event in store.events(after="0000000000001-00000")] == ["a", "b"]


def test_an_event_counts_once(store: Store) -> None:
    store.append([FULL])
    assert store.append([FULL, note()])[0].type == "note"
    assert len(store.events()) == 2


@pytest.mark.parametrize("sql", ["UPDATE event SET verdict = 'supported'", "DELETE FROM event"])
def test_nothing_changes_the_log(store: Store, path: Path, sql: str) -> None:
    store.append([FULL])
    other = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        other.execute(sql)
    other.close()
    assert store.events() == (FULL,)


def test_all_events_of_an_act_or_none(store: Store) -> None:
    broken = replace(note(), clock="yesterday")
    with pytest.raises(sqlite3.IntegrityError):
        store.append([note(), broken])
    assert store.events() == ()
    assert store.append([note()])


def test_news_are_what_others_wrote_and_changed_says_when_to_look(store: Store, path: Path) -> None:
    store.append([note("ada")])
    assert len(store.events()) == 1
    with Store.open(path) as other:
        assert not store.changed()
        (theirs,) = other.append([note("bo")])
        assert store.changed()
        assert not store.changed()
        (mine,) = store.append([note("ada")])
        (late,) = other.append([replace(note("bo"), clock="0000000000001-00000", at="x")])
        assert store.news() == (late, theirs)
        assert store.news() == ()
        assert other.changed()
        assert mine in other.news()
    assert store.changed()
    store.append([note("ada")])
    assert not store.changed()
    assert store.news() == ()


def test_what_was_merged_in_is_news_however_old_it_is(store: Store, path: Path) -> None:
    store.append([note("ada")])
    store.events()
    with Store.open(path) as other:
        old = [replace(FULL, id=f"{number:032d}", clock=f"{number:013d}-00000") for number in range(5)]
        assert other.append(old) == tuple(old)
        assert store.changed()
        assert store.news() == tuple(old)
        assert other.append(old) == (), "merging twice changes nothing"
        assert store.news() == ()
        assert len(store.events()) == 6


@pytest.mark.parametrize("clock", ["9999999999999-99999", "9999999999999-00000", "4000000000000-00000"])
def test_an_event_of_a_clock_gone_mad_is_refused_with_its_batch(store: Store, clock: str) -> None:
    with pytest.raises(BadInput, match="more than ten years ahead"):
        store.append([FULL, replace(FULL, id="mad", clock=clock)])
    assert store.events() == ()
    (kept,) = store.append([note()])
    assert kept.clock < "4000000000000"


@pytest.mark.parametrize("clock", ["9999999999999-99999", "9990000000000-00000"])
def test_a_clock_gone_mad_that_got_in_once_does_not_block_the_log(
    store: Store, path: Path, clock: str
) -> None:
    mad = "INSERT INTO event (id, clock, at, reviewer, type, batch) VALUES ('m', ?, '', 'x', 'note', 'b')"
    with closing(sqlite3.connect(path)) as other, other:
        other.execute(mad, (clock,))
    kept = store.append([note(), note()])
    assert [event.id for event in store.events()] == [*(event.id for event in kept), "m"]


def test_a_computer_whose_date_was_reset_goes_on_after_the_last_event(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.append([FULL])
    monkeypatch.setattr(events, "now_ms", lambda: 0)
    (kept,) = store.append([note()])
    assert kept.clock == "1735689600000-00008"


def test_half_a_character_is_refused_plainly(store: Store) -> None:
    with pytest.raises(BadInput, match="half a character"):
        store.append([note(), replace(FULL, note="\ud800")])
    assert store.events() == ()


def test_a_log_spoilt_by_another_program_is_said_plainly(store: Store, path: Path) -> None:
    other = sqlite3.connect(path)
    with other:
        other.execute("DROP TRIGGER event_is_never_changed")
    store.append([FULL])
    for spoilt in ("'{'", "'[1], [2]'", '\'[{"claim": 1, "odd": 2}]\''):
        with other:
            other.execute(f"UPDATE event SET evidence = {spoilt}")
        with pytest.raises(BadInput, match="is damaged"):
            store.events()
    other.close()


def test_a_desk_goes_on_from_the_store(store: Store, path: Path) -> None:
    analysis = story()
    acts = Acts(store, State(), "ada", claim_anchors(analysis))
    acts.judge([claim.id for claim in analysis.claims[:4]], "supported", "origins")
    acts.note(analysis.claims[0].id, "twice")
    acts.undo()
    with Store.open(path) as other:
        state = replay(other.events())
        assert state.all_marks() == acts.state.all_marks()
        assert len(state.all_marks()) == 4
        assert Acts(other, state, "ada", claim_anchors(analysis)).redo()


@given(
    st.none() | st.integers(0, 9_999_999_999_998), st.integers(0, 99_999), st.integers(0, 9_999_999_999_998)
)
def test_the_next_clock_is_later_than_the_last_and_not_before_now(
    last_ms: int | None, counter: int, now: int
) -> None:
    last = None if last_ms is None else f"{last_ms:013d}-{counter:05d}"
    clock = next_clock(last, now)
    assert len(clock) == 19
    assert clock >= f"{now:013d}-00000"
    assert last is None or clock > last


def test_there_is_a_last_clock() -> None:
    with pytest.raises(OverflowError):
        next_clock("9999999999999-99999", 1)


def test_what_is_no_clock_is_refused() -> None:
    with pytest.raises(ValueError, match="no clock"):
        next_clock("zzzz", 1)

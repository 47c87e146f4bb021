"""A snapshot is a whole database; without events it holds no byte of what reviewers wrote."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factcheck.model import Anchor, Event, Evidence
from factcheck.problems import BadInput
from factcheck.review.drafts import draft
from factcheck.store import Store
from factcheck.store.snapshot import snapshot
from tests.factories import story
from tests.store.shapes import APPLY, execute, make_older

if TYPE_CHECKING:
    from pathlib import Path

NOTE, NAME, URL, QUOTE, BATCH = (
    "canary-note", "canary-reviewer", "https://canary.example/", "canary-quote", "canarybatch",
)  # fmt: skip
CANARIES = (NOTE, NAME, URL, QUOTE, BATCH, "canary-claim", "canary-sign", "conflicting", "later figure")


def fill(store: Store, times: int) -> None:
    """Thousands of acts of all sorts, every third of them undone, in many transactions."""
    store.save_analysis("k", replace(story(), comparison=replace(story().comparison, suggestions=())))
    anchor = Anchor("f" * 64, 0, 4, QUOTE, QUOTE, QUOTE)
    for start in range(0, times, 200):
        events: list[Event] = []
        for number in range(start, start + 200):
            batch, claim = f"{BATCH}{number}", f"canary-claim{number % 50}"
            evidence = (Evidence(url=f"{URL}{number}", text=QUOTE, anchor=anchor),)
            events += [
                draft(
                    f"{NAME}{number % 3}", "verdict", batch, claim, verdict="conflicting",
                    kind="later figure", evidence=evidence, anchor=anchor,
                ),
                draft(NAME, "note", batch, claim, note=f"{NOTE}{number} " * 9, anchor=anchor),
            ]  # fmt: skip
            if number % 3 == 0:
                events.append(draft(NAME, "undo", f"u{number}", target=batch))
        store.append([*events, draft(NAME, "sign", f"s{start}", detail='{"note": "canary-sign"}')])


def test_the_canaries_can_be_seen(path: Path, tmp_path: Path) -> None:
    """The search below would find them: here they are."""
    with Store.open(path, create=True) as store:
        fill(store, 200)
    whole = tmp_path / "whole.db"
    assert snapshot(path, whole, without_events=False) == 200 * 2 + 67 + 1
    content = whole.read_bytes()
    assert [word for word in CANARIES if word.encode() not in content] == []


def test_nothing_that_reviewers_wrote_is_in_it_not_even_in_a_freed_page(path: Path, tmp_path: Path) -> None:
    blind = tmp_path / "out" / "blind.db"
    blind.parent.mkdir()
    with Store.open(path, create=True) as store:
        fill(store, 2_000)
        # Rows that were there and are gone leave their bytes in freed pages of the source.
        with closing(sqlite3.connect(path)) as other, other:
            trigger = "event_is_never_deleted"
            (sql,) = other.execute("SELECT sql FROM sqlite_master WHERE name = ?", (trigger,)).fetchone()
            other.execute(f"DROP TRIGGER {trigger}")
            other.execute("DELETE FROM event WHERE seq % 2 = 0")
            other.execute(sql)
            other.execute("CREATE TABLE canary_table (a TEXT)")
            other.execute("INSERT INTO canary_table VALUES (?)", (NOTE,))
            other.execute(f"CREATE VIEW mine AS SELECT '{NOTE}' AS {NAME.replace('-', '_')}")
            other.execute("ANALYZE")
        before = store.events()
        assert snapshot(path, blind, without_events=True) == 0
        assert store.events() == before
    content = blind.read_bytes()
    found = [
        (word, coding)
        for word in (*CANARIES, "canary")
        for coding in ("utf-8", "utf-16-le", "utf-16-be")
        if word.encode(coding) in content
    ]
    assert found == []
    assert [each.name for each in blind.parent.iterdir()] == ["blind.db"]
    with Store.open(blind) as copy:
        assert copy.events() == ()
        assert len(copy.versions()) == 4
        loaded = copy.load_analysis("k")
        assert loaded is not None
        assert loaded.claims == story().claims
        assert copy.check() == ()
        assert copy.append([draft("bo", "note", "b", "c1")])
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        execute(blind, "DELETE FROM event")


def test_claims_that_a_reviewer_marked_stay_behind(path: Path, tmp_path: Path) -> None:
    marked = replace(story(), claims=(replace(story().claims[0], how="hand"), *story().claims[1:]))
    with Store.open(path, create=True) as store:
        store.save_analysis("k", marked)
    snapshot(path, tmp_path / "blind.db", without_events=True)
    with Store.open(tmp_path / "blind.db") as copy:
        assert copy.analysis_key() is None
        assert len(copy.versions()) == 4


@pytest.mark.parametrize("without_events", [False, True])
def test_it_may_be_made_while_others_write(path: Path, tmp_path: Path, without_events: bool) -> None:
    target = tmp_path / "copy.db"
    with Store.open(path, create=True) as store:
        store.save_analysis("k", story())
        store.append([draft("ada", "note", "b", "c1")])
    made: list[int] = []
    stop = threading.Event()

    def write() -> None:
        with Store.open(path) as writer:
            while not stop.is_set():
                made.append(len(writer.append([draft("bo", "note", "b", "c1")])))

    thread = threading.Thread(target=write)
    thread.start()
    try:
        counts = [snapshot(path, target, without_events=without_events) for _ in range(5)]
    finally:
        stop.set()
        thread.join()
    assert counts == sorted(counts)
    with Store.open(target) as copy:
        assert len(copy.events()) == counts[-1]
        assert copy.check() == ()
    with Store.open(path) as store:
        assert len(store.events()) == 1 + sum(made)
        assert store.check() == ()


def test_what_is_only_in_the_wal_is_copied(path: Path, tmp_path: Path) -> None:
    with Store.open(path, create=True) as store:
        kept = store.append([draft("ada", "note", "b", "c1", note="acknowledged")])
        assert b"acknowledged" not in path.read_bytes()
        assert snapshot(path, tmp_path / "copy.db", without_events=False) == 1
    with Store.open(tmp_path / "copy.db") as copy:
        assert copy.events() == kept


def test_an_older_source_is_copied_as_of_today_and_left_alone(path: Path, tmp_path: Path) -> None:
    make_older(path, analysis=story())
    before = path.read_bytes()
    assert snapshot(path, tmp_path / "copy.db", without_events=False) == 3
    assert path.read_bytes() == before
    with Store.open(tmp_path / "copy.db") as copy:
        assert copy.notices == ()
        assert len(copy.versions()) == 4


def test_a_newer_source_is_copied_only_whole(path: Path, tmp_path: Path) -> None:
    with Store.open(path, create=True) as store:
        store.append([draft("ada", "note", "b", "c1")])
    execute(path, APPLY.format("factcheck", "9999_next"))
    target = tmp_path / "copy.db"
    with pytest.raises(BadInput, match="it may hold verdicts where this version does not look"):
        snapshot(path, target, without_events=True)
    assert not target.exists()
    assert snapshot(path, target, without_events=False) == 1


def test_what_cannot_be_written_leaves_the_target_as_it_was(path: Path, tmp_path: Path) -> None:
    Store.open(path, create=True).close()
    with pytest.raises(BadInput, match="is the session's own database"):
        snapshot(path, path, without_events=True)
    with pytest.raises(BadInput, match="cannot be read or written"):
        snapshot(path, tmp_path / "no" / "copy.db", without_events=False)
    with pytest.raises(BadInput, match="no such database"):
        snapshot(tmp_path / "gone.db", tmp_path / "copy.db", without_events=False)
    (tmp_path / "copy.db").mkdir()
    with pytest.raises(BadInput, match=r"copy\.db"):
        snapshot(path, tmp_path / "copy.db", without_events=False)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["copy.db", "factcheck.db"]

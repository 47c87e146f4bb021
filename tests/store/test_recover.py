"""A damaged database: what stands on whole pages is saved word for word, and nothing is made up."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

import pytest

from factcheck.store import Store
from factcheck.store.events import EVENT_COLUMNS
from factcheck.store.recover import recover
from tests.store.damage import (
    COUNT,
    PAGE,
    Original,
    cut,
    first_page,
    flip,
    headers,
    kept,
    noise,
    saved,
    schema,
    side,
    zero,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


# --- damage of every sort -------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("damage", [zero, noise, headers, first_page, schema, cut, flip])
def test_every_event_on_whole_pages_is_saved_word_for_word(
    whole: Original, tmp_path: Path, damage: object, seed: int
) -> None:
    path = whole.put(tmp_path)
    data = bytearray(whole.main)
    hurt: set[int] = damage(data, Random(seed))  # type: ignore[operator]
    path.write_bytes(data)
    recovered = recover(path)
    events = saved(path)
    assert not recovered.sound
    assert kept(recovered) == data
    safe = {id_ for id_, pages in whole.pages.items() if not pages & hurt}
    assert {id_: events.get(id_) for id_ in safe} == {id_: whole.events[id_] for id_ in safe}
    assert events.keys() <= whole.events.keys()
    if damage is not flip:  # a letter made another letter is the one thing that nobody can tell
        assert all(event == whole.events[id_] for id_, event in events.items())
    missing = len(whole.events) - len(events)
    assert recovered.events == recovered.selected + recovered.carved + recovered.unused == len(events)
    assert recovered.lost <= missing
    if recovered.certain:
        assert recovered.lost == missing
        assert sum(last - first + 1 for first, last in recovered.gaps) == missing
    if missing:
        assert not recovered.complete


def test_without_its_first_page_everything_is_still_there(whole: Original, tmp_path: Path) -> None:
    path = whole.put(tmp_path)
    path.write_bytes(bytes(PAGE) + whole.main[PAGE:])
    recovered = recover(path)
    assert saved(path) == whole.events
    assert recovered.carved == COUNT
    assert recovered.complete
    with Store.open(path) as store:
        assert store.versions() == whole.versions
        assert store.analysis_key() is None
        assert [event.id for event in store.events()] == list(whole.events)


def test_what_damage_does_to_the_analysis_costs_no_event(whole: Original, tmp_path: Path) -> None:
    path = whole.put(tmp_path)
    with closing(sqlite3.connect(path)) as connection, connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'claim'").fetchone()
    data = bytearray(path.read_bytes())
    data[(root - 1) * PAGE : root * PAGE] = bytes(PAGE)
    path.write_bytes(data)
    recovered = recover(path)
    assert recovered.complete
    assert recovered.selected == COUNT
    assert saved(path) == whole.events


def test_a_text_of_the_ledger_is_saved_only_if_it_is_whole(whole: Original, tmp_path: Path) -> None:
    path = whole.put(tmp_path)
    spoilt = whole.versions[0].text.encode()[:40]
    assert spoilt in whole.main
    path.write_bytes(bytes(PAGE) + whole.main[PAGE:].replace(spoilt, spoilt[:-1] + b"!"))
    recovered = recover(path)
    assert recovered.versions == len(whole.versions) - 1
    assert not recovered.complete
    with Store.open(path) as store:
        assert store.versions() == whole.versions[1:]


# --- the write-ahead log --------------------------------------------------------------------


@pytest.mark.parametrize("gone", [True, False])
def test_the_wal_alone_gives_what_it_holds(killed: Original, tmp_path: Path, gone: bool) -> None:
    path = killed.put(tmp_path)
    if gone:
        path.unlink()
    else:
        path.write_bytes(b"")
    recovered = recover(path)
    events = saved(path)
    assert recovered.kept_as is not None
    assert side(recovered.kept_as).read_bytes() == killed.wal
    assert all(event == killed.events[id_] for id_, event in events.items())
    late = list(killed.events)[COUNT // 3 :]
    assert set(late) <= events.keys()
    assert recovered.lost == COUNT - len(events)


def test_a_spoilt_frame_does_not_take_those_behind_it_with_it(killed: Original, tmp_path: Path) -> None:
    path = killed.put(tmp_path)
    wal = bytearray(side(path).read_bytes())
    frame = 32 + (len(wal) // (24 + PAGE) // 2) * (24 + PAGE)
    wal[frame + 16] ^= 1
    side(path).write_bytes(wal)
    recovered = recover(path)
    assert saved(path) == killed.events
    assert recovered.unused > 20
    assert not recovered.complete, "what was at the very end cannot be known"
    assert kept(recovered) == killed.main


def test_the_wal_of_somebody_who_was_killed_is_no_damage(killed: Original, tmp_path: Path) -> None:
    path = killed.put(tmp_path)
    recovered = recover(path)
    assert recovered.sound
    assert recovered.events == COUNT
    assert (path.read_bytes(), side(path).read_bytes()) == (killed.main, killed.wal)
    assert len(list(tmp_path.iterdir())) == 2


def test_a_transaction_that_was_cut_off_is_counted_apart(whole: Original, tmp_path: Path) -> None:
    for name in ("writer", "killed"):
        (tmp_path / name).mkdir()
    path = whole.put(tmp_path / "writer")
    copy = tmp_path / "killed" / "factcheck.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        names = ", ".join(EVENT_COLUMNS[1:])
        connection.execute(f"INSERT INTO event (id, {names}) SELECT 'late' || id, {names} FROM event")
        for each in (path, side(path)):
            shutil.copyfile(each, copy.with_name(each.name))
        connection.execute("ROLLBACK")
    assert recover(copy, dry_run=True).sound
    copy.write_bytes(bytes(PAGE) + whole.main[PAGE:])
    recovered = recover(copy)
    events = saved(copy)
    late = {id_: event for id_, event in events.items() if id_.startswith("late")}
    assert recovered.unused == len(late) > 20
    assert {id_: event for id_, event in events.items() if id_ not in late} == whole.events
    assert all(event == replace(whole.events[id_[4:]], id=id_) for id_, event in late.items())


# --- files made to do harm ------------------------------------------------------------------


def overflow_pages(original: Original) -> Iterable[int]:
    return sorted({page for pages in original.pages.values() if len(pages) > 3 for page in pages})


def test_chains_that_lead_in_circles_come_to_an_end(whole: Original, tmp_path: Path) -> None:
    path = whole.put(tmp_path)
    data = bytearray(whole.main)
    hurt = set()
    for page in overflow_pages(whole):
        if data[page * PAGE : page * PAGE + 1] == b"\0":
            data[page * PAGE : page * PAGE + 4] = (page + 1).to_bytes(4, "big")
            hurt.add(page)
    assert len(hurt) > 20
    path.write_bytes(data)
    recover(path)
    events = saved(path)
    assert events.keys() >= {id_ for id_, pages in whole.pages.items() if not pages & hurt}
    assert all(event == whole.events[id_] for id_, event in events.items())


def test_two_rows_with_one_overflow_page_do_not_get_each_others_words(
    whole: Original, tmp_path: Path
) -> None:
    path = whole.put(tmp_path)
    data = bytearray(whole.main)
    chained = [page for page in overflow_pages(whole) if data[page * PAGE] == 0]
    for page, other in zip(chained[::4], chained[2::4], strict=False):
        data[page * PAGE : page * PAGE + 4] = data[other * PAGE : other * PAGE + 4]
    path.write_bytes(data)
    recover(path)
    assert all(event == whole.events[id_] for id_, event in saved(path).items())


def test_a_header_that_promises_too_much_is_not_believed(whole: Original, tmp_path: Path) -> None:
    path = whole.put(tmp_path)
    data = bytearray(whole.main)
    data[28:40] = b"\xff" * 12
    data[24:28] = data[92:96]
    path.write_bytes(data)
    recover(path)
    assert saved(path) == whole.events

"""A damaged database: what stands on whole pages is saved word for word, and nothing is made up."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING

import pytest

from factcheck.model import Anchor, Event, Evidence
from factcheck.problems import BadInput
from factcheck.store import Store
from factcheck.store import recover as recovering
from factcheck.store.recover import Recovered, recover
from factcheck.store.rows import EVENT_COLUMNS
from tests.factories import story

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from factcheck.model import Version

PAGE = 4096
COUNT = 240


@dataclass(frozen=True)
class Original:
    """A database as it was before it was damaged, and the WAL where its writer was killed."""

    main: bytes
    wal: bytes | None
    events: dict[str, Event]
    versions: tuple[Version, ...]
    pages: dict[str, set[int]]
    """For each event every page of the main file (from 0) that holds a part of it."""

    def put(self, folder: Path) -> Path:
        path = folder / "factcheck.db"
        path.write_bytes(self.main)
        if self.wal is not None:
            side(path).write_bytes(self.wal)
        return path


def side(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def made_up(number: int, random: Random) -> Event:
    """An event of which every few bytes say whose they are; one in four fills pages of its own."""
    length = random.choice([500, 900, 3000]) if number % 4 == 0 else random.choice([0, 3, 20])
    note = " ".join(f"{number}·{place}ü" for place in range(length))
    anchor = Anchor(
        f"{random.getrandbits(256):064x}", 5, 5 + len(f"港口{number}"), f"港口{number}", "“", "”\n"
    )
    links = (Evidence(claim=f"c{number}", anchor=anchor), Evidence(url=f"https://example.org/{number}"))
    return Event(
        id=f"{random.getrandbits(128):032x}",
        clock="",
        at="",
        reviewer=random.choice(["ada", "Ида", "bo [/red]"]),
        type="verdict" if number % 3 else "note",
        batch=f"{random.getrandbits(128):032x}",
        claim=f"c{number}",
        verdict="conflicting" if number % 3 else None,
        kind="sources" if number % 3 else None,
        note=note or None,
        evidence=links if number % 5 == 0 else (),
        anchor=anchor if number % 2 else None,
    )


def build(folder: Path, *, killed: bool) -> Original:
    random = Random(3)
    path = folder / "factcheck.db"
    with Store.open(path, create=True) as store:
        store.append([made_up(number, random) for number in range(COUNT // 3)])
        store.save_analysis("one", story())
    with Store.open(path) as store:
        for number in range(COUNT // 3, COUNT):
            store.append([made_up(number, random)])
        store.save_analysis("two", story())
        main, wal = path.read_bytes(), side(path).read_bytes()
        events, versions = {event.id: event for event in store.events()}, store.versions()
    if killed:
        return Original(main, wal, events, versions, {})
    main = path.read_bytes()
    return Original(main, None, events, versions, pages_of(path, main))


def pages_of(path: Path, main: bytes) -> dict[str, set[int]]:
    """Where events stand: the row's own page by id and clock, overflow pages by the words they begin with."""
    columns = ", ".join(f"coalesce({name}, '')" for name in EVENT_COLUMNS)
    with closing(sqlite3.connect(path)) as connection:
        bodies = {row[0]: "".join(row).encode() for row in connection.execute(f"SELECT {columns} FROM event")}
    pages: dict[str, set[int]] = {id_: {main.index(body[:51]) // PAGE} for id_, body in bodies.items()}
    for number in range(len(main) // PAGE):
        begins = main[number * PAGE + 4 : (number + 1) * PAGE].rstrip(b"\0")[:20]
        for id_, body in bodies.items():
            if begins and begins in body:
                pages[id_].add(number)
    return pages


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Original:
    return build(tmp_path_factory.mktemp("whole"), killed=False)


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Original:
    return build(tmp_path_factory.mktemp("killed"), killed=True)


def saved(path: Path) -> dict[str, Event]:
    """What the new database holds; its pages, indexes and hashes are right and nothing is left beside it."""
    with Store.open(path) as store:
        assert store.check() == ()
        events = {event.id: event for event in store.events()}
    names = [each.name for each in path.parent.iterdir()]
    assert [name for name in names if ".damaged-" not in name] == [path.name]
    return events


def kept(recovered: Recovered) -> bytes:
    assert recovered.kept_as is not None
    assert recovered.kept_as.name.startswith("factcheck.db.damaged-20")
    return recovered.kept_as.read_bytes()


# --- damage of every sort -------------------------------------------------------------------


def zero(data: bytearray, random: Random) -> set[int]:
    return _fill(data, random, lambda: bytes(PAGE))


def noise(data: bytearray, random: Random) -> set[int]:
    return _fill(data, random, lambda: random.randbytes(PAGE))


def _fill(data: bytearray, random: Random, content: object) -> set[int]:
    pages = set(random.sample(range(len(data) // PAGE), random.randint(1, 8)))
    for page in pages:
        data[page * PAGE : (page + 1) * PAGE] = content()  # type: ignore[operator]
    return pages


def headers(data: bytearray, random: Random) -> set[int]:
    pages = set(random.sample(range(len(data) // PAGE), random.randint(1, 20)))
    for page in pages:
        data[page * PAGE : page * PAGE + 40] = random.randbytes(40)
    return pages


def first_page(data: bytearray, random: Random) -> set[int]:
    data[:PAGE] = random.randbytes(PAGE)
    return {0}


def schema(data: bytearray, random: Random) -> set[int]:
    data[100:PAGE] = bytes(PAGE - 100)
    return {0}


def cut(data: bytearray, random: Random) -> set[int]:
    pages = range(len(data) // PAGE)
    at = random.randrange(PAGE, len(data))
    del data[at:]
    return set(pages[at // PAGE :])


def flip(data: bytearray, random: Random) -> set[int]:
    places = [random.randrange(len(data)) for _ in range(random.randint(1, 40))]
    for place in places:
        data[place] ^= random.randint(1, 255)
    return {place // PAGE for place in places}


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


# --- when it is not for us ------------------------------------------------------------------


def test_what_is_sound_is_left_as_it_is(whole: Original, tmp_path: Path) -> None:
    path = whole.put(tmp_path)
    assert recover(path) == Recovered(sound=True, events=COUNT)
    assert path.read_bytes() == whole.main
    assert [each.name for each in tmp_path.iterdir()] == ["factcheck.db"]


def test_a_dry_run_says_the_same_and_changes_nothing(whole: Original, tmp_path: Path) -> None:
    path = whole.put(tmp_path)
    data = bytearray(whole.main)
    zero(data, Random(9))
    path.write_bytes(data)
    could = recover(path, dry_run=True)
    assert could.kept_as is None
    assert path.read_bytes() == data
    assert [each.name for each in tmp_path.iterdir()] == ["factcheck.db"]
    assert replace(recover(path), kept_as=None) == could


def test_a_database_that_is_open_elsewhere_is_refused(whole: Original, tmp_path: Path) -> None:
    path = whole.put(tmp_path)
    code = (
        "import sys; from pathlib import Path; from factcheck.store import Store\n"
        "with Store.open(Path(sys.argv[1])) as store:\n"
        "    store.events(); print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        with pytest.raises(BadInput, match="in use by another program"):
            recover(path)
        other.communicate(timeout=60)
    assert recover(path).sound


def test_cut_off_between_its_last_steps_it_is_finished_the_next_time(
    killed: Original, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = killed.put(tmp_path)
    data = bytes(PAGE) + killed.main[PAGE:]
    path.write_bytes(data)

    def fail(finished: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(recovering, "put_in_place", fail)
        with pytest.raises(BadInput, match="No space left"):
            recover(path)
    assert path.read_bytes() == data
    recovered = recover(path)
    assert saved(path) == killed.events
    assert kept(recovered) == data
    assert len(list(tmp_path.glob("*.damaged-*Z"))) == 1


def said(path: Path) -> str:
    before = path.read_bytes()
    with pytest.raises(BadInput) as error:
        recover(path)
    assert path.read_bytes() == before
    (problem,) = error.value.problems
    return str(problem)


@pytest.mark.parametrize(
    "content", [b"title: a story\n", bytes(3 * PAGE), b"SQLite format 3\0" + b"\xff" * 9000]
)
def test_where_nothing_of_ours_is_found_nothing_is_replaced(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "factcheck.db"
    path.write_bytes(content)
    assert "holds nothing that can be saved" in said(path)


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    assert "holds nothing that can be saved" in said(path)


def test_a_damaged_database_of_a_newer_version_is_refused(whole: Original, tmp_path: Path) -> None:
    path = whole.put(tmp_path)
    apply = (
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('factcheck', '9999_x', '')"
    )
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(apply)
    data = bytearray(path.read_bytes())
    for page in sorted({page for pages in whole.pages.values() for page in pages} - {0})[-5:]:
        data[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)
    path.write_bytes(data)
    assert "made by a newer factcheck" in said(path)


def test_a_missing_database_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no such database"):
        recover(tmp_path / "factcheck.db")


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

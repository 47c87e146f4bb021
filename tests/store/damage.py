"""A database of a few hundred events, and what can happen to its pages."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from factcheck.model import Anchor, Event, Evidence
from factcheck.store import Store
from factcheck.store.events import EVENT_COLUMNS
from tests.factories import story

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.model import Version
    from factcheck.store.recover import Recovered


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

"""The pages of a SQLite database and of the WAL beside it, read without SQLite.

The format is SQLite's own description of it, "Database File Format" (sqlite.org/fileformat2.html):
1.3 the header, 1.5 the freelist, 4 the WAL with its salts and checksums. Nothing that the file says
of itself is believed: sizes and page numbers are held against the file's length, chains are cut where
they come back to a page, and what is missing of a page reads as zeros.
"""

from __future__ import annotations

import os
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MAGIC = b"SQLite format 3\0"
USUAL = 4096
"""Bytes of a page where no header is left to say it: what SQLite makes unless it is told otherwise."""
_SIZES = frozenset(1 << power for power in range(9, 17))
_WAL_MAGICS = (0x377F0682, 0x377F0683)
_WAL_HEAD = 32
_FRAME_HEAD = 24

Standing = Literal["used", "broken", "unused"]
"""``used``: part of the database; ``broken``: a WAL frame that is spoilt or stands behind a spoilt one, so
that SQLite passes it by; ``unused``: freed, or of a transaction that was cut off, or of an earlier round
of the WAL."""


@dataclass(frozen=True, slots=True)
class Image:
    """One copy of the page ``number``, at a byte offset of the database or of its WAL."""

    number: int
    at: int
    in_wal: bool
    standing: Standing


class PageFile:
    """A database and its WAL; either may be missing. Pages are read one at a time."""

    def __init__(self, main: BinaryIO | None, wal: BinaryIO | None, page_size: int) -> None:
        self.page_size = page_size
        self._main = main
        self._wal = wal
        self.main_bytes = _length(main)
        self.frames = tuple(_frames(wal, page_size)) if wal else ()
        self._committed = {each.number: each.at for each in self.frames if each.standing == "used"}
        self._latest = {each.number: each.at for each in self.frames}
        head = self.current(1) or b""
        sane = head.startswith(MAGIC) and _page_size(head[16:18]) == page_size
        self.usable = page_size - (head[20] if sane and head[20] <= page_size - 480 else 0)
        told = sane and head[24:28] == head[92:96]
        self.promised = int.from_bytes(head[28:32], "big") * page_size if told else 0
        """Bytes that the header gives the database; 0 where it does not know."""
        self.free = self._freelist(head) if sane else frozenset()

    @property
    def pages(self) -> int:
        """How many pages the main file has room for, the last one perhaps cut."""
        return -(-self.main_bytes // self.page_size)

    @property
    def cut_short(self) -> bool:
        """The main file ends inside a page, or before the page that its header calls the last."""
        known = max(self._committed, default=0) * self.page_size
        return self.main_bytes % self.page_size > 0 or max(self.main_bytes, known) < self.promised

    @property
    def wal_spoilt(self) -> bool:
        """A frame of the WAL does not fit the one before it: what came after it may not all be there."""
        return any(each.standing == "broken" for each in self.frames)

    def images(self) -> Iterator[Image]:
        """Every copy of every page: the main file's, then the WAL's."""
        for number in range(1, self.pages + 1):
            yield Image(
                number, (number - 1) * self.page_size, False, "unused" if number in self.free else "used"
            )
        yield from self.frames

    def read(self, image: Image) -> bytes:
        return self._at(self._wal if image.in_wal else self._main, image.at)

    # --- three ways to say what stands in a page -------------------------------------------

    def current(self, number: int) -> bytes | None:
        """The page as a reader of the database sees it: from the WAL where that has it."""
        return self._from(self._committed, number)

    def home(self, number: int) -> bytes | None:
        """The page in the main file."""
        return self._from({}, number)

    def latest(self, number: int) -> bytes | None:
        """The copy of the page that was written last, whether or not SQLite would take it."""
        return self._from(self._latest, number)

    def _from(self, places: Mapping[int, int], number: int) -> bytes | None:
        if number in places:
            return self._at(self._wal, places[number])
        if not 1 <= number <= self.pages:
            return None
        return self._at(self._main, (number - 1) * self.page_size)

    def _at(self, file: BinaryIO | None, at: int) -> bytes:
        if file is None:
            return bytes(self.page_size)
        file.seek(at)
        return file.read(self.page_size).ljust(self.page_size, b"\0")

    def _freelist(self, head: bytes) -> frozenset[int]:
        """The pages that are free: trunk pages, each with the number of the next and of its leaves."""
        free: set[int] = set()
        trunk = int.from_bytes(head[32:36], "big")
        while trunk and trunk not in free and (data := self.current(trunk)) is not None:
            free.add(trunk)
            trunk, count = struct.unpack(">II", data[:8])
            count = min(count, self.usable // 4 - 2)
            free.update(struct.unpack(f">{count}I", data[8 : 8 + 4 * count]))
        return frozenset(free)


def page_sizes(main: BinaryIO | None, wal: BinaryIO | None) -> tuple[int, ...]:
    """The sizes that pages may have, likeliest first: what the two headers say, and the usual one."""
    heads = (_read(main, 0, 100), _read(wal, 0, _WAL_HEAD))
    said = [
        _page_size(heads[0][16:18]) if heads[0].startswith(MAGIC) else 0,
        int.from_bytes(heads[1][8:12], "big"),
        USUAL,
    ]
    return tuple(dict.fromkeys(size for size in said if size in _SIZES))


def _page_size(said: bytes) -> int:
    size = int.from_bytes(said, "big")
    return 65_536 if size == 1 else size


def _frames(wal: BinaryIO, page_size: int) -> Iterator[Image]:
    """The frames of a WAL in the order of the file, by what their salts and running checksum say of them."""
    head = _read(wal, 0, _WAL_HEAD).ljust(_WAL_HEAD, b"\0")
    magic = int.from_bytes(head[:4], "big")
    salts = head[16:24]
    order: Literal["<", ">"] = ">" if magic & 1 else "<"
    running = _checksum(head[:24], order, (0, 0))
    whole = magic in _WAL_MAGICS and running == struct.unpack(">II", head[24:32])
    known = whole
    chained: list[tuple[int, int]] = []
    committed = 0
    rest: list[tuple[int, int, bool]] = []
    passed_by = 0
    for at in range(_WAL_HEAD, _length(wal), _FRAME_HEAD + page_size):
        frame = _read(wal, at, _FRAME_HEAD + page_size)
        if len(frame) <= _FRAME_HEAD:
            break
        number, commit = struct.unpack(">II", frame[:8])
        ours = frame[8:16] == salts
        if whole and ours:
            running = _checksum(frame[_FRAME_HEAD:], order, _checksum(frame[:8], order, running))
            whole = running == struct.unpack(">II", frame[16:24])
        if whole and ours and len(frame) == _FRAME_HEAD + page_size:
            chained.append((number, at + _FRAME_HEAD))
            committed = len(chained) if commit else committed
            continue
        whole = False
        # Where the WAL's own header is spoilt, nobody can tell an old frame from a new one.
        rest.append((number, at + _FRAME_HEAD, ours or not known))
        passed_by = len(rest) if commit and (ours or not known) else passed_by
    for place, (number, at) in enumerate(chained):
        yield Image(number, at, True, "used" if place < committed else "unused")
    # A long transaction rewrites its own frames and puts their checksums right at its end: frames that do
    # not fit, and no commit behind them, are one that was cut off.
    for place, (number, at, ours) in enumerate(rest):
        yield Image(number, at, True, "broken" if ours and place < passed_by else "unused")


def _checksum(data: bytes, order: Literal["<", ">"], start: tuple[int, int]) -> tuple[int, int]:
    """SQLite's WAL checksum: two sums that go on from the frame before."""
    first, second = start
    words = struct.unpack(f"{order}{len(data) // 8 * 2}I", data[: len(data) // 8 * 8])
    for at in range(0, len(words), 2):
        first = (first + words[at] + second) & 0xFFFFFFFF
        second = (second + words[at + 1] + first) & 0xFFFFFFFF
    return first, second


def _read(file: BinaryIO | None, at: int, count: int) -> bytes:
    if file is None:
        return b""
    file.seek(at)
    return file.read(count)


def _length(file: BinaryIO | None) -> int:
    return file.seek(0, os.SEEK_END) if file is not None else 0

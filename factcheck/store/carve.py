"""Rows found in the bytes of pages, without the tree that leads to them and without the schema.

A small reader of SQLite's format ("Database File Format", sqlite.org/fileformat2.html: 1.6 b-tree
pages and overflow chains, 2.1 records): it looks in every copy of every page for the header of a
record of a known shape, and takes the record where the length before it agrees, its overflow pages
are all there, every text is UTF-8 and the shape's own reader accepts it. So it needs neither page 1
nor a page's own header. It follows a chain for as many pages as the record's length asks for and no
further, and reads no more of them in all than ``_GENEROUS`` times what the files hold.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator, Sequence

    from factcheck.store.pagefile import Image, PageFile, Standing

T = TypeVar("T")
Cells = tuple[str | None, ...]
_GENEROUS = 4
_LEAF = 0x0D
_RANK: dict[Standing, int] = {"used": 0, "broken": 1, "unused": 2}
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 8: 0, 9: 0}


@dataclass(frozen=True, slots=True)
class Shape(Generic[T]):
    """How to recognise rows of a table of which every column is a text but the row number, which is first."""

    header: re.Pattern[bytes]
    """Where a record's header may begin."""
    columns: int
    needed: frozenset[int]
    """The columns that are never NULL, counted from 0."""
    longest: int
    """Bytes of the longest record that is believed."""
    read: Callable[[Cells], T | None]
    """The row from its columns, the row number left out; None where it cannot be one."""


@dataclass(frozen=True, slots=True)
class Row(Generic[T]):
    """One copy of a row; ``value`` is None where it has the shape of one and cannot be read."""

    seq: int
    value: T | None
    standing: Standing
    chain: tuple[int, ...] = ()
    """The numbers of its overflow pages."""
    tight: bool = True
    """Nothing stands behind its end in the last of them: where two rows claim a page, a sign of the owner."""


@dataclass(frozen=True, slots=True)
class _Head:
    at: int
    sizes: tuple[int | None, ...]
    """Bytes of each column; None for NULL."""
    body: int
    """Offset of the first column from ``at``."""
    total: int


class Carver:
    """Reads the rows of one database; ``gave_up`` where its chains lead to more than it can hold."""

    def __init__(self, pages: PageFile) -> None:
        self._pages = pages
        self._budget = _GENEROUS * (pages.main_bytes + len(pages.frames) * pages.page_size) + 2**20
        self.gave_up = False

    def rows(self, shape: Shape[T]) -> Iterator[Row[T]]:
        """Every row of this shape in every copy of every page; the same bytes once for each standing."""
        done: dict[bytes, int] = {}
        for image in self._pages.images():
            data = self._pages.read(image)
            starts = [match.start() for match in shape.header.finditer(data)]
            if not starts:
                continue
            live = _live(data, image.number, self._pages.usable)
            covered: list[range] = []
            # What the page itself calls a row comes first: bytes inside one are its text, whatever they
            # look like.
            for at in sorted(starts, key=lambda at: (live is not None and at not in live, at)):
                if any(at in each for each in covered):
                    continue
                head = _head(data, at, shape)
                if head is None or (seq := _number_before(data, head)) is None:
                    continue
                end = at + self._local(head.total)
                if end + (4 if end - at < head.total else 0) > self._pages.usable:
                    continue
                covered.append(range(at, end))
                standing = _standing(image, at, live)
                mark = blake2b(b"%d," % seq + data[at : end + 4], digest_size=16).digest()
                if done.get(mark, 9) <= _RANK[standing]:
                    continue
                done[mark] = _RANK[standing]
                yield self._row(shape, data, head, seq, standing)

    def _row(self, shape: Shape[T], data: bytes, head: _Head, seq: int, standing: Standing) -> Row[T]:
        for view in (self._pages.current, self._pages.home, self._pages.latest):
            payload = self._payload(data, head, view)
            if payload is None:
                continue
            record, chain, tight = payload
            cells = _cells(record, head)
            value = shape.read(cells[1:]) if cells else None
            if value is not None:
                return Row(seq, value, standing, chain, tight)
            if not chain:
                break
        return Row(seq, None, standing)

    def _local(self, total: int) -> int:
        """How many bytes of a record are in its leaf page; the rest is in overflow pages (1.6)."""
        usable = self._pages.usable
        if total <= usable - 35:
            return total
        least = (usable - 12) * 32 // 255 - 23
        fitting = least + (total - least) % (usable - 4)
        return fitting if fitting <= usable - 35 else least

    def _payload(
        self, data: bytes, head: _Head, view: Callable[[int], bytes | None]
    ) -> tuple[bytes, tuple[int, ...], bool] | None:
        """The whole record, its overflow pages, and whether the last of them is empty behind it."""
        local = self._local(head.total)
        parts = [data[head.at : head.at + local]]
        missing = head.total - local
        if not missing:
            return parts[0], (), True
        room = self._pages.usable - 4
        number = int.from_bytes(data[head.at + local : head.at + local + 4], "big")
        chain: dict[int, None] = {}
        page = b""
        while missing > 0:
            self._budget -= self._pages.page_size
            if self._budget < 0:
                self.gave_up = True
                return None
            found = view(number) if number not in chain else None
            if found is None:
                return None
            page = found
            chain[number] = None
            parts.append(page[4 : 4 + min(room, missing)])
            missing -= room
            number = int.from_bytes(page[:4], "big")
        if number:
            return None
        return b"".join(parts), tuple(chain), not any(page[4 + missing + room : self._pages.usable])


def index_entries(pages: PageFile, key: re.Pattern[bytes], most: int) -> Iterator[tuple[str, int]]:
    """Entries (text, row number) of an index over one text column, from its leaf and interior pages.

    ``key`` matches a record's header and its text: group 1 is the integer's serial type, group 2 the
    text. Row numbers above ``most`` are passed over.
    """
    for image in pages.images():
        if image.standing != "used":
            continue
        data = pages.read(image)
        for match in key.finditer(data):
            kind, end = match[1][0], match.end()
            number = kind - 8 if kind > 7 else int.from_bytes(data[end : end + _INTEGERS[kind]], "big")
            if 1 <= number <= most:
                yield match[2].decode("ascii"), number


def varint(data: bytes, at: int) -> tuple[int, int]:
    """A variable-length integer and the offset behind it; IndexError where the data ends in it."""
    value = 0
    for place in range(8):
        byte = data[at + place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    return value << 8 | data[at + 8], at + 9


def _live(data: bytes, number: int, usable: int) -> frozenset[int] | None:
    """Where the records begin that a table's leaf page points to; None where it is no whole leaf page."""
    start = 100 if number == 1 else 0
    if data[start] != _LEAF:
        return None
    count = int.from_bytes(data[start + 3 : start + 5], "big")
    first = start + 8 + 2 * count
    if first > usable:
        return None
    found: set[int] = set()
    for at in range(start + 8, first, 2):
        cell = int.from_bytes(data[at : at + 2], "big")
        if not first <= cell < usable:
            return None
        try:
            found.add(varint(data, varint(data, cell)[1])[1])
        except IndexError:
            return None
    return frozenset(found)


def _standing(image: Image, at: int, live: frozenset[int] | None) -> Standing:
    if image.standing == "used" and live is not None and at not in live:
        return "unused"
    return image.standing


def _head(data: bytes, at: int, shape: Shape[T]) -> _Head | None:
    """The header of a record that begins at ``at``, where it has the shape's columns and nothing else."""
    try:
        length, here = varint(data, at)
        sizes: list[int | None] = []
        while here < at + length and len(sizes) < shape.columns:
            kind, here = varint(data, here)
            if kind and (kind < 13 or kind % 2 == 0):
                return None
            sizes.append((kind - 13) // 2 if kind else None)
    except IndexError:
        return None
    nulls = {place for place, size in enumerate(sizes) if size is None}
    total = length + sum(size or 0 for size in sizes)
    if here != at + length or len(sizes) != shape.columns or nulls & shape.needed or total > shape.longest:
        return None
    return _Head(at, tuple(sizes), length, total)


def _number_before(data: bytes, head: _Head) -> int | None:
    """The row number that stands before a record, where the right length of the record stands before that."""
    length = _as_varint(head.total)
    for width in range(1, 10):
        start = head.at - width - len(length)
        if start < 0:
            return None
        if data[start : start + len(length)] == length:
            number, end = varint(data, start + len(length))
            if end == head.at:
                return number
    return None


def _as_varint(value: int) -> bytes:
    """The shortest form of a number below 2**56, which is the one that SQLite writes."""
    digits = [value & 0x7F]
    while value := value >> 7:
        digits.append(value & 0x7F | 0x80)
    return bytes(reversed(digits))


def _cells(record: bytes, head: _Head) -> Cells | None:
    """A record's columns as texts; None where one is not UTF-8, or holds the zeros of a page wiped out."""
    cells: list[str | None] = []
    here = head.body
    for size in head.sizes:
        raw = record[here : here + (size or 0)]
        here += size or 0
        if b"\0" in raw:
            return None
        try:
            cells.append(None if size is None else raw.decode("utf-8"))
        except UnicodeDecodeError:
            return None
    return tuple(cells)


def contested(rows: Sequence[Row[T]]) -> set[int]:
    """Row numbers of rows in use that are not to be believed: their chain leads to a page of another row.

    Of those that claim a page, the one whose text ends where the page's does is the owner; where that
    does not tell one, none is believed.
    """
    claims: dict[int, dict[int, bool]] = {}
    for row in rows:
        if row.standing == "used" and row.value is not None:
            for page in row.chain:
                claims.setdefault(page, {})[row.seq] = row.tight
    wrong: set[int] = set()
    for rivals in claims.values():
        if len(rivals) > 1:
            owners = [seq for seq, tight in rivals.items() if tight]
            wrong.update(seq for seq in rivals if owners != [seq])
    return wrong

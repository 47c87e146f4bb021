"""A verdict on disk against a raw FULL insert, in turn in one run on one disk.

Both commit with ``synchronous=FULL`` in WAL mode, which waits for the disk each time. The verdict is
the whole act: its event with anchor and evidence, the clock taken under the write lock, the state.
"""

from __future__ import annotations

import sqlite3
import statistics
import sys
import time
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from factcheck.model import Article, Evidence
from factcheck.review.anchoring.anchors import make_anchor
from factcheck.review.events import Acts
from factcheck.review.state import State
from factcheck.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.model import Anchor

TARGET = 3.0
ROUNDS = 400
BEFORE = 2_000
"""Verdicts that are in the log already, so that the figure is not one of an empty database."""
TEXT = "The harbour master counted forty crates on the quay. " * 200


def article() -> Article:
    digest = sha256(TEXT.encode()).hexdigest()
    return Article("a1", "a1.txt", "Crates", "Harbour Post", TEXT, digest, digest)


def raw_insert(path: Path) -> Callable[[int], None]:
    """One row, committed: what the disk alone costs."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE verdict (id INTEGER PRIMARY KEY, claim TEXT, verdict TEXT, at TEXT)")

    def insert(number: int) -> None:
        connection.execute(
            "INSERT INTO verdict (claim, verdict, at) VALUES (?, 'conflicting', 'now')", (f"c{number}",)
        )

    return insert


def judge(store: Store) -> Callable[[int], None]:
    source = article()

    def anchor_of(claim: str) -> Anchor:
        start = int(claim[1:]) % 9_000
        return make_anchor(source, start, start + 40)

    acts = Acts(store, State(), "reviewer", anchor_of)
    acts.judge([f"c{number}" for number in range(BEFORE)], "supported", "origins")

    def one(number: int) -> None:
        claim = f"c{BEFORE + number}"
        acts.judge([claim], "conflicting", "sources", ["c1", Evidence(claim="c2")])

    return one


def timed(act: Callable[[int], None], number: int) -> float:
    begin = time.perf_counter()
    act(number)
    return time.perf_counter() - begin


def main() -> bool:
    """True when a target was missed."""
    with TemporaryDirectory() as folder, Store.open(Path(folder) / "factcheck.db", create=True) as store:
        raw, ours = raw_insert(Path(folder) / "raw.db"), judge(store)
        pairs = [(timed(raw, number), timed(ours, number)) for number in range(ROUNDS)]
        kept = len(store.events())
    raw_ms, our_ms = ([1000 * pair[side] for pair in pairs] for side in (0, 1))
    ratio = statistics.median(our_ms) / statistics.median(raw_ms)
    for name, times in (("raw FULL insert", raw_ms), ("a verdict", our_ms)):
        high = statistics.quantiles(times, n=20)[-1]
        print(f"{name}: median {statistics.median(times):.2f} ms, p95 {high:.2f} ms")
    print(f"verdict / raw FULL insert: {ratio:.2f} (target <= {TARGET}); events kept: {kept}")
    return ratio > TARGET or kept != BEFORE + ROUNDS


if __name__ == "__main__":
    sys.exit(main())

"""How far a scan is, on a terminal of any width."""

from __future__ import annotations

import os
import select
import struct
import sys
from typing import TYPE_CHECKING

import pytest

from factcheck.cli.options import progress
from tests.hostile.world import POSIX

if TYPE_CHECKING:
    from collections.abc import Sequence

pytestmark = POSIX


def shown(written: str) -> Sequence[str]:
    """What stands in the row after each return of the carriage."""
    row = ""
    rows = []
    for part in written.split("\r"):
        row = part + row[len(part) :]
        rows.append(row)
    return rows


@pytest.mark.parametrize("width", [20, 50, 200])
def test_progress_keeps_to_its_row_and_leaves_nothing_behind(
    width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl
    import termios

    master, slave = os.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 10, width, 0, 0))
    with os.fdopen(slave, "w") as terminal:
        monkeypatch.setattr(sys, "stderr", terminal)
        with progress() as tell:
            tell("reading articles", 1, 4)
            tell("comparing", 2, 4)
        written = b""
        while select.select([master], [], [], 0.1)[0]:
            written += os.read(master, 10_000)
    rows = shown(written.decode())
    os.close(master)
    assert any("comparing" in row for row in rows)
    assert max(map(len, rows)) < width
    assert rows[-1].strip() == ""

"""A program in a terminal of its own: started, fed with keys, read, and its time taken.

On a machine that others use, wall time says more of them than of the program; ``cpu`` is its own work.
"""

from __future__ import annotations

import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from fcntl import ioctl
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZE = (120, 40)
GIVE_UP = 30.0
"""Seconds after which a program that does not show what is waited for is given up."""


def environment(home: Path) -> dict[str, str]:
    """A terminal with colours, no animation, a home of its own, modules compiled as once installed."""
    return {
        **os.environ,
        "TERM": "xterm-256color", "COLORTERM": "truecolor", "TEXTUAL_ANIMATIONS": "none",
        "XDG_DATA_HOME": str(home), "XDG_STATE_HOME": str(home), "XDG_CONFIG_HOME": str(home),
        "FACTCHECK_STATE_DIR": str(home / "state"),
        "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(home / "compiled"),
    }  # fmt: skip


def review(session: Path) -> list[str]:
    """The command line of the app on a session, as the installed ``factcheck`` runs it."""
    return [sys.executable, "-c", "from factcheck.cli import main; main()", "review", str(session)]


class Terminal:
    """A process in a pseudo-terminal; killed when it is left."""

    def __init__(self, command: Sequence[str], environment: dict[str, str]) -> None:
        self._parent, child = pty.openpty()
        ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", SIZE[1], SIZE[0], 0, 0))
        self.command = command
        self.begun = time.perf_counter()
        self._process = subprocess.Popen(
            command, stdin=child, stdout=child, stderr=child, env=environment, start_new_session=True
        )
        os.close(child)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._parent)

    def until(self, *wanted: bytes) -> None:
        """Read until all that is wanted was written since the last call."""
        seen = b""
        end = time.perf_counter() + GIVE_UP
        while not all(words in seen for words in wanted):
            ready, _, _ = select.select([self._parent], [], [], max(end - time.perf_counter(), 0))
            if not ready or self._process.poll() is not None:
                raise SystemExit(f"{self.command[2:4]} did not show {wanted}: {seen[-600:]!r}")
            seen += os.read(self._parent, 65_536)

    def quiet(self, seconds: float) -> None:
        """Read until nothing has been written for so long."""
        while select.select([self._parent], [], [], seconds)[0]:
            os.read(self._parent, 65_536)

    def press(self, keys: str) -> float:
        """Type; milliseconds until the first byte of an answer is there to be read."""
        begun = time.perf_counter()
        os.write(self._parent, keys.encode())
        if not select.select([self._parent], [], [], GIVE_UP)[0]:
            raise SystemExit(f"{keys!r} was not answered")
        return (time.perf_counter() - begun) * 1_000

    @property
    def wall(self) -> float:
        """Milliseconds since the process was started."""
        return (time.perf_counter() - self.begun) * 1_000

    @property
    def cpu(self) -> float:
        """Milliseconds that the process has worked, all its threads together."""
        tasks = Path(f"/proc/{self._process.pid}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e6

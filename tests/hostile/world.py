"""What people, files and machines can do to the installed command: real processes, real terminals.

Whatever comes in, the command ends with one line a fault and the right status, never with a
traceback; no raw control character reaches the terminal; and what was said to be saved is saved.
"""

from __future__ import annotations

import json
import os
import re
import select
import signal
import struct
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping

POSIX = pytest.mark.skipif(os.name == "nt", reason="links, pipes and terminals of POSIX")

COMMAND = Path(sys.executable).with_name("factcheck")
STORY = """Title: Ferry [/red] aground
Source: The Tolme Gazette
Date: 2025-05-06

At least 12 people were injured when a ferry ran aground off Tolme on Monday, the coast guard said.

The coast guard said 140 passengers were rescued on Monday.
"""
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""What a terminal obeys; tabs and newlines apart."""


class Ended(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def errors(self) -> list[str]:
        return [line for line in self.err.splitlines() if line.startswith("error: ")]


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def run(*words: object, stdin: bytes = b"", more: Mapping[str, str] | None = None) -> Ended:
    """The command run to its end; whatever it was given, it behaves on its outputs."""
    done = subprocess.run(
        [COMMAND, *map(str, words)],
        input=stdin,
        capture_output=True,
        timeout=60,
        env={**os.environ, **(more or {})},
        check=False,
    )
    ended = Ended(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in ended.err, ended.err[-2000:]
    assert ended.code in (0, 1, 2)
    for text in (ended.out.replace("\r\n", "\n"), ended.err):
        assert OBEYED.search(text) is None
    return ended


def shell(line: str) -> Ended:
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {line.replace('factcheck', str(COMMAND))}"],
        capture_output=True,
        timeout=30,
        check=False,
    )
    assert b"Traceback" not in done.stderr, done.stderr[-2000:]
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


def events(session: Path) -> list[dict[str, Any]]:
    ended = run("history", session, "--format", "json")
    assert ended.code == 0, ended.err
    found: list[dict[str, Any]] = json.loads(ended.out)
    return found


def judged(session: Path) -> Path:
    claim = json.loads(run("export", session, "--format", "json").out)["claims"][0]["id"]
    assert run("mark", session, claim, "supported", "--note", "seen " * 3000).code == 0
    return session / "factcheck.db"


class Terminal:
    """The app in a terminal of its own."""

    def __init__(self, session: Path, *words: object, size: tuple[int, int] = (40, 120), **more: str) -> None:
        import fcntl
        import pty
        import termios

        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            # Started beside the session, so that messages with its path fit on the screen.
            os.chdir(session.parent)
            command = [str(COMMAND), "review", session.name, *map(str, words)]
            # A size that the runner's environment names would stand above the terminal's own.
            around = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
            os.execve(COMMAND, command, {**around, "TERM": "xterm-256color", **more})
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
        self.out = b""

    def read(self, until: bytes = b"", seconds: float = 10) -> bool:
        """Read till the words come, or for so long."""
        begin, end = len(self.out), time.monotonic() + seconds
        while time.monotonic() < end and not (until and until in self.out[begin:]):
            if select.select([self.fd], [], [], 0.05)[0]:
                try:
                    self.out += os.read(self.fd, 65536)
                except OSError:
                    break
        return bool(until) and until in self.out[begin:]

    def ready(self) -> Terminal:
        assert self.read(b"\x1b[?1049h"), self.out
        assert self.read(b"supported"), self.out
        self.read(seconds=0.5)
        return self

    def press(self, keys: bytes) -> None:
        os.write(self.fd, keys)

    def kill(self, number: int) -> None:
        os.kill(self.pid, number)

    def ended(self, seconds: float = 10) -> int:
        """The exit status, negative for a signal; what the app says while it leaves is kept."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            done, status = os.waitpid(self.pid, os.WNOHANG)
            if done:
                self.read(seconds=0.2)
                assert b"Traceback" not in self.out
                return os.waitstatus_to_exitcode(status)
            self.read(seconds=0.05)
        self.kill(signal.SIGKILL)
        os.waitpid(self.pid, 0)
        pytest.fail("the app does not end")

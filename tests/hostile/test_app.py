"""The app in a terminal of its own."""

from __future__ import annotations

import os
import select
import signal
import struct
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from tests.hostile.world import COMMAND, POSIX, Terminal, events, write

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = POSIX


def test_a_verdict_that_was_answered_survives_kill_9(session: Path) -> None:
    app = Terminal(session).ready()
    app.press(b"s")
    assert app.read(b"set on")
    app.kill(signal.SIGKILL)
    assert app.ended() == -signal.SIGKILL
    assert [event["verdict"] for event in events(session)] == ["supported"]
    assert b"\x1b[31mred" not in app.out


def test_a_closed_terminal_and_sigterm_lose_nothing(session: Path) -> None:
    app = Terminal(session).ready()
    app.press(b"s")
    assert app.read(b"set on")
    os.close(app.fd)
    assert os.waitpid(app.pid, 0)[0] == app.pid
    assert len(events(session)) == 1
    app = Terminal(session).ready()
    app.press(b"u")
    assert app.read(b"set on")
    app.kill(signal.SIGTERM)
    assert app.ended() == 0
    assert b"\x1b[?1049l" in app.out, "the terminal is given back"
    assert len(events(session)) == 2
    assert not (session / "factcheck.db-wal").exists()


def test_a_note_half_written_when_the_terminal_is_closed_is_kept(home: Path, session: Path) -> None:
    app = Terminal(session).ready()
    app.press(b"i")
    assert app.read(b"note on")
    app.press(b"which harbour")
    assert app.read(b"which harbour")
    os.close(app.fd)
    assert os.waitpid(app.pid, 0)[0] == app.pid
    kept = [path.read_text() for path in (home / "state" / "drafts").glob("*.json")]
    assert len(kept) == 1
    assert "which harbour" in kept[0]


def test_a_terminal_that_goes_away_without_a_signal_ends_the_app(session: Path) -> None:
    import fcntl
    import termios

    outer, inner = os.openpty()
    fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    app = subprocess.Popen(
        [COMMAND, "review", session], stdin=inner, stdout=inner, stderr=inner, start_new_session=True
    )
    os.close(inner)
    seen = b""
    end = time.monotonic() + 10
    while b"\x1b[?1049h" not in seen and time.monotonic() < end:
        if select.select([outer], [], [], 0.1)[0]:
            seen += os.read(outer, 65536)
    os.close(outer)
    assert app.wait(10) != 0


def test_two_apps_on_one_session(session: Path) -> None:
    first, second = (Terminal(session, "--reviewer", name).ready() for name in ("ana", "ben"))
    for app, key in ((first, b"s"), (second, b"u")):
        app.press(key)
        assert app.read(b"set on")
        app.press(b"q")
    assert first.ended() == second.ended() == 0
    assert [(each["reviewer"], each["verdict"]) for each in events(session)] == [
        ("ana", "supported"),
        ("ben", "unsourced"),
    ]


def test_a_database_that_goes_away_under_the_app_is_said(session: Path) -> None:
    app = Terminal(session).ready()
    for path in session.glob("factcheck.db*"):
        path.unlink()
    app.press(b"s")
    assert app.read(b"is not the file that was opened")
    app.press(b"q")
    assert app.ended() == 0


def test_a_database_that_is_spoilt_under_the_app_is_said(session: Path) -> None:
    app = Terminal(session).ready()
    for path in session.glob("factcheck.db*"):
        write(path, os.urandom(path.stat().st_size))
    assert app.read(b"error: ", seconds=5)
    app.press(b"sq")
    assert app.ended() == 0


@pytest.mark.parametrize(
    ("size", "more"),
    [((1, 1), {"TERM": "dumb", "NO_COLOR": "1"}), ((3, 10), {"LC_ALL": "C", "HOME": "/nonexistent"})],
)
def test_odd_terminals(session: Path, size: tuple[int, int], more: dict[str, str]) -> None:
    app = Terminal(session, size=size, **more)
    assert app.read(b"\x1b[?1049h")
    app.read(seconds=0.5)
    app.press(b"sjJmq?qq")
    assert app.ended() == 0


def test_review_of_bad_files_opens_with_a_notice(home: Path, story: Path) -> None:
    app = Terminal(story, "missing.txt", "--session", "made").ready()
    assert b"no such file" in app.out
    app.press(b"q")
    assert app.ended() == 0

"""The app's figures, each with its target: first text on screen, next claim, resize.

Run: python benchmarks/app.py [runs]
"""

from __future__ import annotations

import asyncio
import os
import pty
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from fcntl import ioctl
from pathlib import Path


from benchmarks.big_session import analysis_of, make_article, texts

ARTICLES, WORDS, CLAIMS = 5, 10_000, 500
SIZE = (120, 40)
GIVE_UP = 30.0
"""Seconds after which a process that shows nothing is given up."""

HELLO = """
from textual.app import App
from textual.widgets import Static
class Hello(App):
    def compose(self):
        for number in range(7):
            yield Static(f"hello {number}")
Hello().run()
"""


def until_shown(command: list[str], wanted: list[bytes], environment: dict[str, str]) -> float:
    """Milliseconds from starting a process in a terminal until it has written all that is wanted."""
    parent, child = pty.openpty()
    ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", SIZE[1], SIZE[0], 0, 0))
    begun = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=child, stdout=child, stderr=child, env=environment, start_new_session=True
    )
    os.close(child)
    seen = b""
    try:
        while not all(words in seen for words in wanted):
            left = GIVE_UP - (time.perf_counter() - begun)
            ready, _, _ = select.select([parent], [], [], max(left, 0))
            if not ready or process.poll() is not None:
                raise SystemExit(f"{command[:4]} did not show {wanted}: {seen[-600:]!r}")
            seen += os.read(parent, 65_536)
        return (time.perf_counter() - begun) * 1_000
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
        os.close(parent)


def make_session(folder: Path) -> Path:
    """A session folder whose analysis is stored, so that opening it scans nothing."""
    from factcheck.store import Store
    from factcheck.workspace import analysis_key, fill_session

    files = []
    for number, text in enumerate(texts(ARTICLES, WORDS)):
        files.append(folder / f"article-{number}.txt")
        files[-1].write_text(text, encoding="utf-8")
    session, _, problems = fill_session(folder / "session", [str(file) for file in files])
    if problems:
        raise SystemExit(str(problems[0]))
    articles, _ = session.read_articles()
    with Store.open(session.database, create=True) as store:
        store.save_analysis(analysis_key(session), analysis_of(articles, CLAIMS))
    return folder / "session"


def first_paint(runs: int) -> None:
    """Whole processes in a terminal, one after the other in turn, so that a busy machine meets both."""
    with tempfile.TemporaryDirectory() as name:
        session = make_session(Path(name))
        environment = {
            **os.environ,
            "TERM": "xterm-256color", "COLORTERM": "truecolor", "TEXTUAL_ANIMATIONS": "none",
            "XDG_DATA_HOME": name, "XDG_STATE_HOME": name, "XDG_CONFIG_HOME": name,
        }  # fmt: skip
        opened = [sys.executable, "-m", "factcheck", "review", str(session)]
        hello = [sys.executable, "-c", HELLO]
        figures: dict[str, list[float]] = {"hello": [], "text": [], "all": []}
        for _ in range(runs):
            figures["hello"].append(until_shown(hello, [b"hello 6"], environment))
            figures["text"].append(until_shown(opened, [b"who says what"], environment))
            figures["all"].append(until_shown(opened, [b"who says what", b"a made-up reason"], environment))
    middle = {name: statistics.median(times) for name, times in figures.items()}
    missed = False
    print(f"hello world, seven widgets: {middle['hello']:.0f} ms")
    for name, what in (("text", "text and highlights"), ("all", "the same with suggestions")):
        ratio = middle[name] / middle["hello"]
        missed |= ratio > 2
        print(
            f"{what}, {ARTICLES} x {WORDS:,} words: {middle[name]:.0f} ms, {ratio:.2f}x of it (target <= 2x)"
        )


async def moving() -> None:
    """CPU time for the next claim in linked panes and for a resize, net of what an idle key costs."""
    from factcheck.review.desk import Desk
    from factcheck.review.memory import MemoryLog
    from factcheck.tui.app import FactcheckApp

    articles = [make_article(index, text) for index, text in enumerate(texts(ARTICLES, WORDS))]
    desk = Desk(analysis_of(articles, CLAIMS), MemoryLog(), "r1")
    app = FactcheckApp(desk)
    async with app.run_test(size=(200, 50)) as pilot:
        idle = await _cpu(pilot, "f9", 40)
        for key, what in (
            ("j", "next claim"),
            ("J", "next fact"),
            ("s", "verdict, moving on"),
            ("m", "matrix"),
        ):
            cost = await _cpu(pilot, key, 40 if key != "m" else 6) - idle
            target = " (target < 10 ms)" if key == "j" else ""
            print(f"{what}, three linked panes: {cost:.1f} ms CPU{target}")
        begun = time.process_time()
        for width in (140, 200, 100, 200):
            await pilot.resize_terminal(width, 50)
            await pilot.pause()
        print(f"resize: {(time.process_time() - begun) / 4 * 1_000:.0f} ms CPU (target < 400 ms)")


async def _cpu(pilot: object, key: str, presses: int) -> float:
    """Median CPU milliseconds for one key, painted."""
    from textual.pilot import Pilot

    assert isinstance(pilot, Pilot)
    costs = []
    for _ in range(presses):
        begun = time.process_time()
        await pilot.press(key)
        costs.append((time.process_time() - begun) * 1_000)
    return statistics.median(costs)


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    asyncio.run(moving())
    first_paint(runs)


if __name__ == "__main__":
    main()

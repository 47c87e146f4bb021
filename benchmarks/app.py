"""The app's figures, each with its target: first text on screen, next claim, resize.

Run: python -m benchmarks.app [runs]
"""

from __future__ import annotations

import asyncio
import os
import pty
import select
import shutil
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
STEP, RESIZE, RATIO = 10, 400, 2
"""Targets: milliseconds of CPU, and how many times a hello-world's first screen."""
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
    from factcheck.filling import fill_session
    from factcheck.resources import shipped
    from factcheck.scanning import analysis_key
    from factcheck.store import Store

    files = []
    for number, text in enumerate(texts(ARTICLES, WORDS)):
        files.append(folder / f"article-{number}.txt")
        files[-1].write_text(text, encoding="utf-8")
    # A pack of its own, so that the stored analysis fits whatever is done to the shipped ones meanwhile.
    session, _, problems = fill_session(folder / "session", [str(file) for file in files], use=["own.yaml"])
    if problems:
        raise SystemExit(str(problems[0]))
    shutil.copy(shipped("rules") / "core.yaml", session.path / "own.yaml")
    articles, _ = session.read_articles()
    with Store.open(session.database, create=True) as store:
        store.save_analysis(analysis_key(session), analysis_of(articles, CLAIMS))
    return folder / "session"


def first_paint(runs: int) -> bool:
    """Whole processes in a terminal, in turn, so that a busy machine slows all; True when over the target."""
    with tempfile.TemporaryDirectory() as name:
        session = make_session(Path(name))
        environment = {
            **os.environ,
            "TERM": "xterm-256color", "COLORTERM": "truecolor", "TEXTUAL_ANIMATIONS": "none",
            "XDG_DATA_HOME": name, "XDG_STATE_HOME": name, "XDG_CONFIG_HOME": name,
            # Compiled once, as an installed program is.
            "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(Path(name) / "compiled"),
        }  # fmt: skip
        opened = [sys.executable, "-m", "factcheck", "review", str(session)]
        hello = [sys.executable, "-c", HELLO]
        shown = [b"who says what", b"a made-up reason"]
        figures: dict[str, list[float]] = {"hello": [], "opened": []}
        for _ in range(runs + 1):
            figures["hello"].append(until_shown(hello, [b"hello 6"], environment))
            figures["opened"].append(until_shown(opened, shown, environment))
    # The first run of each compiled its modules.
    hello_ms, opened_ms = (statistics.median(times[1:]) for times in figures.values())
    # Of each pair, run one after the other, so that a machine that others slow now and then slows both.
    pairs = zip(figures["opened"][1:], figures["hello"][1:], strict=True)
    ratio = statistics.median(opened / hello for opened, hello in pairs)
    print(f"hello world, seven widgets: {hello_ms:.0f} ms")
    size = f"{ARTICLES} x {WORDS:,} words"
    print(f"text, highlights and suggestions, {size}: {opened_ms:.0f} ms, {ratio:.2f}x of it"
          f" (target <= {RATIO}x)")  # fmt: skip
    return ratio > RATIO


async def moving() -> bool:
    """CPU time for a claim in linked panes and for a resize; True when over a target."""
    from factcheck.review.desk import Desk
    from factcheck.review.memory import MemoryLog
    from factcheck.tui.app import FactcheckApp

    articles = [make_article(index, text) for index, text in enumerate(texts(ARTICLES, WORDS))]
    desk = Desk(analysis_of(articles, CLAIMS), MemoryLog(), "r1")
    app = FactcheckApp(desk)
    async with app.run_test(size=(200, 50)) as pilot:
        idle = await _cpu(pilot, "f9", 40)
        step = await _cpu(pilot, "j", 40) - idle
        print(f"next claim, three linked panes: {step:.1f} ms CPU (target < {STEP} ms)")
        for key, what, presses in (
            ("J", "next fact", 40),
            ("s", "verdict, moving on", 40),
            ("m", "matrix", 6),
        ):
            print(f"{what}: {await _cpu(pilot, key, presses) - idle:.1f} ms CPU")
        begun = time.process_time()
        for width in (140, 200, 100, 200):
            await pilot.resize_terminal(width, 50)
            await pilot.pause()
        resize = (time.process_time() - begun) / 4 * 1_000
        print(f"resize: {resize:.0f} ms CPU (target < {RESIZE} ms)")
    return step >= STEP or resize >= RESIZE


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


def main() -> bool:
    """True when a target was missed."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdigit() else 11
    slow = asyncio.run(moving())
    return first_paint(runs) or slow


if __name__ == "__main__":
    sys.exit(main())

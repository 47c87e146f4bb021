"""Text, highlights and suggestions on screen against a hello-world of Textual with seven widgets.

Whole processes in a terminal, in turn, so that a busy machine slows both; an empty frame does not count.
The session is that of the five seed articles where they lie beside the checkout, else a sample; its claims
are stored. ``python -m benchmarks first_paint``
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.terminal import Terminal, environment, review
from benchmarks.truth import SEEDS
from factcheck.resources import shipped

RUNS = 15
REST = 0.3
"""Seconds of silence after which a process has started."""
RATIO = 1.6
"""How many times the hello-world's time."""
SHOWN = (b"who says what", b"suggested")
HELLO = """
from textual.app import App
from textual.widgets import Static
class Hello(App):
    def compose(self):
        for number in range(7):
            yield Static(f"hello {number}")
Hello().run()
"""
Took = tuple[float, float]
"""Milliseconds: of CPU, and of the clock on the wall."""


def until_shown(command: list[str], wanted: tuple[bytes, ...], home: Path) -> Took:
    """From starting a process in a terminal until it has written all that is wanted."""
    with Terminal(command, environment(home)) as terminal:
        terminal.until(*wanted)
        taken = terminal.cpu, terminal.wall
        # Nobody ends it at that moment: what it keeps for the next start it writes now.
        terminal.quiet(REST)
        return taken


def stored(home: Path) -> Path:
    """A session folder whose analysis is stored, so that opening it scans nothing."""
    from factcheck.filling import fill_session
    from factcheck.workspace import open_workspace

    folder = home / "session"
    if SEEDS.is_dir():
        fill_session(folder, [str(file) for file in sorted(SEEDS.glob("*.txt"))])
    else:
        sample = shipped("sample_sessions") / "harbour-fire"
        shutil.copytree(sample, folder, ignore=shutil.ignore_patterns("*.db*"))
    with open_workspace(folder) as workspace:
        print(f"{workspace.folder.title}: {len(workspace.analysis.claims)} claims, stored")
    return folder


def against_hello(session: Path, shown: tuple[bytes, ...], home: Path, runs: int = RUNS) -> float:
    """Print both; the ratio of CPU, the median of pairs that ran one after the other."""
    hello, opened = [], []
    for _ in range(runs + 1):
        hello.append(until_shown([sys.executable, "-c", HELLO], (b"hello 6",), home))
        opened.append(until_shown(review(session), shown, home))
    # The first run of each compiled its modules; the session has been open before, as it mostly has.
    pairs = list(zip(opened[1:], hello[1:], strict=True))
    ratios = []
    for place, what in enumerate(("CPU", "wall")):
        ours, theirs = [pair[0][place] for pair in pairs], [pair[1][place] for pair in pairs]
        ratios.append(statistics.median(one / other for one, other in zip(ours, theirs, strict=True)))
        print(
            f"{what}: hello world {statistics.median(theirs):.0f} ms (best {min(theirs):.0f}), session "
            f"{statistics.median(ours):.0f} ms (best {min(ours):.0f}); {ratios[-1]:.2f}x, median of pairs, "
            f"best against best {min(ours) / min(theirs):.2f}x"
        )
    return ratios[0]


def main() -> bool:
    """True when over the target."""
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        ratio = against_hello(stored(home), SHOWN, home)
    print(f"first text and highlights: {ratio:.2f}x of hello world's CPU (target <= {RATIO})")
    return ratio > RATIO


if __name__ == "__main__":
    sys.exit(main())

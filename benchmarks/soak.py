"""An hour at the keyboard by script: random keys, clicks and resizes on the samples and the seed articles.

Target: no exception, memory within 10 % of what it was once warm, and the database equal to a replay of its
own event log. Warm is after the first quarter: by then every screen was open and most facts were looked
into, each of which loads what it needs once. The seeds are there where they lie beside the checkout.
``python -m benchmarks soak``; SOAK sets another number of events than 20,000.
"""

from __future__ import annotations

import asyncio
import gc
import os
import random
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events

from benchmarks.truth import SEEDS
from factcheck.cli.app import app_for
from factcheck.cli.rebuilding import against_views
from factcheck.filling import fill_session
from factcheck.resources import shipped
from factcheck.store import Store
from factcheck.workspace import Workspace, open_workspace

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from factcheck.tui.app import FactcheckApp

EVENTS = int(os.environ.get("SOAK", "20000"))
SEED = 11
GROWTH = 1.10
WARM = 4
"""The share of the events, one in so many, after which memory is measured first."""
KEYS = (
    *"scuxdaSCUXeiyztTvjkJKgGhlbnNfomMVDHArBRFPW./<>123456789?w", "space", "enter", "escape", "escape", "tab",
    "backspace", "down", "up", "left", "right", "pageup", "pagedown", "ctrl+d", "ctrl+u", "ctrl+s", "Z",
)  # fmt: skip
"""All that acts but what leaves: q, and E, which hands the terminal to an editor."""
SIZES = ((80, 24), (120, 40), (200, 50), (60, 16), (20, 5))


def resident() -> int:
    """Bytes of memory in use."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def session(home: Path, name: str) -> Path:
    copy = home / name
    if name == SEEDS.name:
        fill_session(copy, [str(file) for file in sorted(SEEDS.glob("*.txt"))])
        return copy
    shutil.copytree(shipped("sample_sessions") / name, copy, ignore=shutil.ignore_patterns("*.db*"))
    return copy


async def play(workspace: Workspace, count: int, rng: random.Random) -> tuple[int, int]:
    """Play ``count`` events; resident bytes when warm and at the end."""
    app = app_for(workspace, "anna")
    early = 0
    async with app.run_test(size=SIZES[1]) as pilot:
        for number in range(count):
            await _one(app, pilot, rng)
            if number == count // WARM:
                gc.collect()
                early = resident()
        await pilot.pause()
        gc.collect()
        return early, resident()


async def _one(app: FactcheckApp, pilot: Pilot[None], rng: random.Random) -> None:
    chance = rng.random()
    if chance < 0.01:
        await pilot.resize_terminal(*rng.choice(SIZES))
    elif chance < 0.06:
        width, height = app.size
        await pilot.click(offset=(rng.randrange(width), rng.randrange(height)))
    else:
        key = rng.choice(KEYS)
        app.post_message(events.Key(key, key if len(key) == 1 else None))
        if chance > 0.9:
            await pilot.pause()
    if app.screen is not app.review and rng.random() < 0.2:
        # The way back, which is not among the keys since it also leaves.
        app.back()


def same_as_replay(database: Path) -> bool:
    """Whether verdicts and notes in the database are what its event log says."""
    with Store.open(database, read_only=True) as store:
        return all(finding.ok for finding in against_views(store, store.events()))


def main() -> bool:
    """True when memory grew too far or the database differs from its log."""
    missed = False
    rng = random.Random(SEED)
    names = sorted(path.parent.name for path in shipped("sample_sessions").glob("*/session.yaml"))
    names += [SEEDS.name] * SEEDS.is_dir()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FACTCHECK_STATE_DIR"] = folder
        for name in names:
            with open_workspace(session(Path(folder), name)) as workspace:
                early, late = asyncio.run(play(workspace, EVENTS // len(names), rng))
                acts = len(workspace.store.events())
            same = same_as_replay(Path(folder) / name / "factcheck.db")
            print(
                f"{name}: {EVENTS // len(names):,} events, {acts:,} in the log; memory {early / 1e6:.0f} -> "
                f"{late / 1e6:.0f} MB ({late / early:.2f}x, target {GROWTH}); database "
                f"{'equals' if same else 'DIFFERS FROM'} a replay of its log"
            )
            missed |= late > GROWTH * early or not same
    return missed


if __name__ == "__main__":
    sys.exit(main())

"""An hour at the keyboard by script: random keys, clicks and resizes on the samples and the seed articles.

Target: no exception, memory within 10 % of what it was once warm, and the database equal to a replay of its
own event log. Warm is after every screen was open and every report written, each of which loads what it
needs once, and after the first quarter of the events, by when most facts were looked into. The seeds are
there where they lie beside the checkout.
``python -m benchmarks soak`` shares 20,000 events out among the sessions, SOAK sets another number;
``python -m benchmarks.soak NAME...`` plays all of them on one session, or on each of several.
"""

from __future__ import annotations

import asyncio
import gc
import os
import random
import shutil
import string
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events
from textual.errors import NoWidget

from benchmarks.truth import SEEDS
from factcheck.cli.ports import app_for
from factcheck.cli.rebuilding import against_views
from factcheck.filling import fill_session
from factcheck.resources import shipped
from factcheck.store import Store
from factcheck.tui.actions import ACTIONS
from factcheck.workspace import Workspace, open_workspace

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from factcheck.tui.app import FactcheckApp

EVENTS = int(os.environ.get("SOAK", "20000"))
SEED = 11
GROWTH = 1.10
WARM = 4
"""The share of the events, one in so many, after which memory is measured first."""
KEYS = (*(key for action in ACTIONS for key in action.keys), "escape", "escape", *string.ascii_letters)
"""All keys of the app's own table, so that none is forgotten; Esc more often, since it closes what stands
open; and letters that are no keys, for what is typed into."""
TOUR = (
    "m", "f", "p 1", "p 2", "p 3", "p 4", "p space", "M", "H", "V", "D", "question_mark", "colon",
    "slash a escape escape", "P enter", "r", "r e", "r X", "z", "I x enter", "z",
)  # fmt: skip
"""Keys that open each screen once, write each report, make a rule, switch a pack off and have all compared
again; Esc after each."""
LOADED_LAST = frozenset(("factcheck.tui.screens.rule_editor", "jinja2"))
"""Modules that only the editor and the HTML report load."""
BEGUN = 0.5
"""Seconds after which the work that a key asks for has begun."""
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
    # Whoever leaves comes back at once.
    app.leave = lambda: None  # type: ignore[method-assign]
    early = 0
    async with app.run_test(size=SIZES[1]) as pilot:
        await _look_around(app, pilot)
        for number in range(count):
            await _one(app, pilot, rng)
            if not app.is_running:
                # Of an exception; leaving raises it here.
                break
            if number == count // WARM:
                gc.collect()
                early = resident()
        await pilot.pause()
        gc.collect()
        return early, resident()


async def _look_around(app: FactcheckApp, pilot: Pilot[None]) -> None:
    """Open everything once, so that what is loaded later is no growth."""
    for keys in TOUR:
        await pilot.press(*keys.split())
        # What was saved is seen and what was said begins to be compared by then; and that takes its time too.
        await pilot.pause(BEGUN)
        await app.workers.wait_for_complete()
        while app.top is not app.review:
            await pilot.press("escape")
    if missing := LOADED_LAST - sys.modules.keys():
        raise RuntimeError(f"the tour of the screens did not come to what needs {', '.join(missing)}")


async def _one(app: FactcheckApp, pilot: Pilot[None], rng: random.Random) -> None:
    chance = rng.random()
    if chance < 0.01:
        await pilot.resize_terminal(*rng.choice(SIZES))
    elif chance < 0.06:
        width, height = app.size
        # A click on what is being laid out falls nowhere; only the pilot minds.
        with suppress(NoWidget):
            await pilot.click(offset=(rng.randrange(width), rng.randrange(height)))
    else:
        key = rng.choice(KEYS)
        app.post_message(events.Key(key, key if len(key) == 1 else None))
        if chance > 0.9:
            await pilot.pause()
    if app.top is not app.review and app.top is not None and rng.random() < 0.1:
        # So that most of it happens where most of the work does.
        app.back()


def same_as_replay(database: Path) -> bool:
    """Whether verdicts and notes in the database are what its event log says."""
    with Store.open(database, read_only=True) as store:
        return all(finding.ok for finding in against_views(store, store.events()))


def main() -> bool:
    """True when memory grew too far or the database differs from its log."""
    missed = False
    names = sorted(path.parent.name for path in shipped("sample_sessions").glob("*/session.yaml"))
    names += [SEEDS.name] * SEEDS.is_dir()
    asked = [name for name in sys.argv[1:] if name in names]
    count = EVENTS // (1 if asked else len(names))
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FACTCHECK_STATE_DIR"] = folder
        # An editor that does nothing, for the keys that open one.
        os.environ["VISUAL"] = "true"
        for name in asked or names:
            with open_workspace(session(Path(folder), name)) as workspace:
                early, late = asyncio.run(play(workspace, count, random.Random(SEED)))
                acts = len(workspace.store.events())
            same = same_as_replay(Path(folder) / name / "factcheck.db")
            print(
                f"{name}: {count:,} events, {acts:,} in the log; memory {early / 1e6:.0f} -> "
                f"{late / 1e6:.0f} MB ({late / early:.2f}x, target {GROWTH}); database "
                f"{'equals' if same else 'DIFFERS FROM'} a replay of its log"
            )
            missed |= late > GROWTH * early or not same
    return missed


if __name__ == "__main__":
    sys.exit(main())

"""Rule files edited while the app runs: looked at, read again in a thread, shown when they are read."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING

from factcheck.problems import BadInput
from factcheck.tui.screens.base import ActionScreen

if TYPE_CHECKING:
    from factcheck.tui.app import FactcheckApp
    from factcheck.tui.ports import Reload

LOOK_EVERY = 0.1
"""Seconds between two looks at the files."""
GIVEN_UP = "given up: the claims stay as they were, until a rule file is saved again"
PRIME_AFTER = 1.0
"""Seconds after the start at which the rules are read for the first time: the text comes first."""


class Live:
    """Keeps the app on the rules as they are saved."""

    def __init__(self, app: FactcheckApp, port: Reload) -> None:
        self._app = app
        self._port = port
        self._busy = True

    def start(self) -> None:
        self._app.set_timer(PRIME_AFTER, lambda: self._app.run_worker(self._prime()))
        self._app.set_interval(LOOK_EVERY, self._look)

    async def _prime(self) -> None:
        await to_thread(self._port.prime)
        self._busy = False

    def _look(self) -> None:
        if not self._busy and not self._app.work.busy and self._port.changed():
            self._busy = True
            self._app.run_worker(self._read())

    async def _read(self) -> None:
        # Where an act of the app itself changed the files, its answer stays in front.
        act = self._app.just_answered
        act = f"{act}; " if act else ""
        self._app.answer(f"{act}reading the rules again…")
        try:
            found = await self._app.work.run(self._port.scan)
            answer = act + (GIVEN_UP if found is None else self._port.take(found))
        except BadInput as refused:
            answer = act + str(refused)
        finally:
            self._busy = False
        if isinstance(self._app.screen, ActionScreen):
            self._app.screen.redraw()
        self._app.answer(answer)

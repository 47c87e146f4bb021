"""Rule files edited while the app runs: looked at, read again in a thread, shown when they are read.

What is long runs in threads that end with the app, whatever they are at; the app's own thread only takes
what they have made.
"""

from __future__ import annotations

import sys
from asyncio import Lock, sleep
from typing import TYPE_CHECKING

from factcheck.problems import BadInput
from factcheck.tui.aside import aside
from factcheck.tui.work import GivenUp

if TYPE_CHECKING:
    from factcheck.reloading import Fresh
    from factcheck.tui.app import FactcheckApp
    from factcheck.tui.ports import Reload

LOOK_EVERY = 0.05
"""Seconds between two looks at the files."""
SETTLED_AFTER = 0.02
"""Seconds after which a file that was found changed is looked at again: it may not be whole yet."""
PRIME_AFTER = 1.0
"""Seconds after the start at which the rules are read for the first time: the text comes first."""
TURN = 0.00005
"""Seconds after which a thread that works is asked to let another one go on.

Whoever waits begins to count anew each time the other lets go by itself for a moment, as the search for
words does every tenth of a millisecond, and takes the turn again at once: with a longer time the app's own
thread would never get to ask, and would wait for a quarter of a second.
"""
DRAWN_AFTER = 0.05
"""Seconds that the screen is left alone to draw what was found, before it is compared in turns with it."""
COMPARING = "; comparing…"


class Live:
    """Keeps the app on the rules as they are saved."""

    def __init__(self, app: FactcheckApp, port: Reload) -> None:
        self._app = app
        self._port = port
        self._busy = True
        self._shown: Fresh | None = None
        self._comparing = Lock()
        self._said = ""
        """The last line that was said from here."""

    @property
    def ready(self) -> bool:
        """Whether it looks at the files now; not before all is read, nor while rules are read."""
        return not self._busy

    def start(self) -> None:
        sys.setswitchinterval(TURN)
        self._app.set_timer(PRIME_AFTER, lambda: self._app.run_worker(self._prime()))
        self._app.set_interval(LOOK_EVERY, self._look)

    async def _prime(self) -> None:
        await aside(self._port.prime)
        await aside(self._port.warm)
        self._busy = False

    def _look(self) -> None:
        if self._busy or self._app.work.busy:
            return
        if self._port.changed():
            self._busy = True
            self._app.run_worker(self._read())
        elif self._port.settling:
            self._app.set_timer(SETTLED_AFTER, self._look)

    async def _read(self) -> None:
        # Where an act of the app itself changed the files, its answer stays in front.
        act = self._app.just_answered
        self._say(f"{act}; reading the rules again…" if act else "reading the rules again…", over=True)
        try:
            fresh = await aside(self._find)
            said = self._port.show(fresh)
        except BadInput as refused:
            self._news(act, str(refused))
            return
        finally:
            self._busy = False
        self._app.draw_anew()
        self._news(act, said, COMPARING)
        await self._compare(fresh)

    async def _compare(self, fresh: Fresh) -> None:
        """Compare the claims; where other rules are saved meanwhile it is given up, and theirs are."""
        self._shown = fresh
        await sleep(DRAWN_AFTER)
        async with self._comparing:
            if self._shown is not fresh:
                return

            def tell(_stage: str, _done: int, _steps: int) -> None:
                if self._shown is not fresh:
                    raise GivenUp

            try:
                compared = await aside(lambda: self._port.compare(fresh, tell))
            except GivenUp:
                return
        if self._shown is fresh:
            turned = self._port.take(compared)
            self._app.draw_anew()
            said = self._said.removesuffix(COMPARING)
            # What turned stands first: a small window cuts the end of the line.
            self._say(f"{turned}; {said}" if turned else said)

    # --- what is said of it -----------------------------------------------------------------

    def _say(self, line: str, *, over: bool = False) -> None:
        """Say it in place of what was said here last; ``over`` whatever else stands there."""
        screen = self._app.top
        if screen is not None and (over or screen.said == self._said):
            screen.say(line)
            self._said = screen.said

    def _news(self, act: str, said: str, more: str = "") -> None:
        """Say what came of it, behind the answer of the act that led to it.

        Whoever has done something else meanwhile keeps the answer to that in front.
        """
        newer = self._app.top.said if self._app.top is not None else ""
        if newer == self._said:
            self._say(f"{act}; {said}{more}" if act else said + more)
        else:
            self._say(f"{newer}; {said}" if newer else said + more, over=True)

    def _find(self) -> Fresh:
        fresh = self._port.find()
        self._app.review.set_ahead(fresh.ahead.facts)
        return fresh

"""Rule files edited while the app runs: looked at, read again in a thread, shown when they are read.

What is long runs in threads that end with the app, whatever they are at; the app's own thread only takes
what they have made.
"""

from __future__ import annotations

import sys
from asyncio import Lock, get_running_loop
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, TypeVar, cast

from factcheck.problems import BadInput
from factcheck.tui.screens.base import ActionScreen

if TYPE_CHECKING:
    from asyncio import Future
    from collections.abc import Callable

    from factcheck.reloading import Fresh
    from factcheck.tui.app import FactcheckApp
    from factcheck.tui.ports import Reload

LOOK_EVERY = 0.05
"""Seconds between two looks at the files."""
SETTLED_AFTER = 0.02
"""Seconds after which a file that was found changed is looked at again: it may not be whole yet."""
PRIME_AFTER = 1.0
"""Seconds after the start at which the rules are read for the first time: the text comes first."""
TURN = 0.001
"""Seconds after which a thread that works lets another one go on: the app's own is to wait no longer."""

T = TypeVar("T")


class Live:
    """Keeps the app on the rules as they are saved."""

    def __init__(self, app: FactcheckApp, port: Reload) -> None:
        self._app = app
        self._port = port
        self._busy = True
        self._shown: Fresh | None = None
        self._comparing = Lock()

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
        act = f"{act}; " if act else ""
        self._app.answer(f"{act}reading the rules again…")
        try:
            fresh = await aside(self._find)
            said = self._port.show(fresh)
        except BadInput as refused:
            self._app.answer(act + str(refused))
            return
        finally:
            self._busy = False
        self._redraw()
        self._app.answer(f"{act}{said}; comparing…")
        await self._compare(fresh, act + said)

    async def _compare(self, fresh: Fresh, said: str) -> None:
        """Compare the claims, unless other rules are saved meanwhile: then theirs are."""
        self._shown = fresh
        async with self._comparing:
            if self._shown is not fresh:
                return
            compared = await aside(lambda: self._port.compare(fresh))
        if self._shown is fresh:
            self._port.take(compared)
            self._redraw()
            self._app.answer(said)

    def _find(self) -> Fresh:
        fresh = self._port.find()
        self._app.review.set_ahead(fresh.ahead.facts)
        return fresh

    def _redraw(self) -> None:
        if isinstance(self._app.screen, ActionScreen):
            self._app.screen.redraw()


async def aside(work: Callable[[], T]) -> T:
    """Do something in a thread that nobody waits for on leaving: it may be at it for seconds."""
    loop = get_running_loop()
    done: Future[T] = loop.create_future()

    def tell(result: T | None, error: BaseException | None) -> None:
        if done.cancelled():
            return
        if error is not None:
            done.set_exception(error)
        else:
            done.set_result(cast("T", result))

    def run() -> None:
        result, failed = None, None
        try:
            result = work()
        except BaseException as error:  # it is raised where the result is waited for
            failed = error
        with suppress(RuntimeError):  # the app has been left
            loop.call_soon_threadsafe(tell, result, failed)

    Thread(target=run, daemon=True).start()
    return await done

"""Long work off the screen: a thread does it, a bar says how far it is, Esc gives it up."""

from __future__ import annotations

from asyncio import FIRST_COMPLETED, Event, Task, create_task, to_thread, wait
from typing import TYPE_CHECKING, Any, TypeVar

from factcheck.tui.screens.base import ActionScreen
from factcheck.tui.screens.review import ReviewScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.timer import Timer

    from factcheck.pipeline import Progress
    from factcheck.tui.app import FactcheckApp

T = TypeVar("T")
BAR = 10
"""Cells of the bar."""
TICK = 0.1
"""Seconds between two looks at how far the work is."""


class GivenUp(Exception):
    """Raised in the thread, where the work next says how far it is."""


class Work:
    """One long work at a time. What is given up is not waited for: its thread ends by itself."""

    def __init__(self, app: FactcheckApp) -> None:
        self._app = app
        self._stop: Event | None = None
        self._at = ("", 0, 0)
        self._threads: set[Task[Any]] = set()

    @property
    def busy(self) -> bool:
        """Whether a thread is at work, wanted still or not."""
        return bool(self._threads)

    @property
    def line(self) -> str:
        """How far it is, in a few words; empty while nothing is done."""
        if self._stop is None or self._stop.is_set():
            return ""
        stage, done, steps = self._at
        filled = BAR * done // max(steps, 1)
        bar = f" [{'#' * filled}{'.' * (BAR - filled)}]" if steps > 1 else ""
        return f"{stage or 'working'}{bar}, Esc gives up"

    def give_up(self) -> bool:
        """Let the work be; whether there was any."""
        if self._stop is None or self._stop.is_set():
            return False
        self._stop.set()
        return True

    async def run(self, act: Callable[[Progress], T]) -> T | None:
        """What ``act`` returns, done in a thread; None where it was given up."""
        stop = self._stop = Event()
        self._at = ("", 0, 0)

        def tell(stage: str, done: int, steps: int) -> None:
            if stop.is_set():
                raise GivenUp
            self._at = (stage, done, steps)

        work = create_task(to_thread(act, tell))
        self._threads.add(work)
        work.add_done_callback(self._ended)
        given_up = create_task(stop.wait())
        timer = self._app.set_interval(TICK, self._show)
        try:
            await wait({work, given_up}, return_when=FIRST_COMPLETED)
        finally:
            self._put_away(timer, given_up)
        return None if stop.is_set() else work.result()

    def _put_away(self, timer: Timer, given_up: Task[Any]) -> None:
        timer.stop()
        given_up.cancel()
        self._stop = None
        self._show()

    def _ended(self, work: Task[Any]) -> None:
        self._threads.discard(work)
        if not work.cancelled():
            # Of what was given up nobody asks how it ended.
            work.exception()

    def _show(self) -> None:
        """The bar stands at the top of the review screen, elsewhere on the line of answer."""
        screen = self._app.screen
        if isinstance(screen, ReviewScreen):
            screen.draw_top()
        elif isinstance(screen, ActionScreen) and self.line:
            screen.say(self.line)

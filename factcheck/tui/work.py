"""Long work off the screen: a thread does it, a bar says how far it is, Esc gives it up."""

from __future__ import annotations

from asyncio import FIRST_COMPLETED, CancelledError, Event, Task, create_task, wait
from collections import deque
from typing import TYPE_CHECKING, Any, TypeVar

from textual import events

from factcheck.problems import BadInput
from factcheck.tui.aside import aside
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


class Job:
    """One work: how far it is, and whether it is still wanted. One that is ``sure`` is not given up."""

    def __init__(self, stage: str = "", *, sure: bool = False) -> None:
        self.stop = Event()
        self.sure = sure
        self._at = (stage, 0, 1)

    def tell(self, stage: str, done: int, steps: int) -> None:
        if self.stop.is_set():
            raise GivenUp
        self._at = (stage, done, steps)

    @property
    def line(self) -> str:
        stage, done, steps = self._at
        filled = BAR * done // max(steps, 1)
        bar = f" [{'#' * filled}{'.' * (BAR - filled)}]" if steps > 1 else ""
        return f"{stage or 'working'}{bar}{'' if self.sure else ', Esc gives up'}"


class Work:
    """What is given up is not waited for: its thread ends by itself. Of several works the last is shown."""

    def __init__(self, app: FactcheckApp) -> None:
        self._app = app
        self._jobs: list[Job] = []
        self._threads: set[Task[Any]] = set()
        self._line = ""
        self._awaited = 0
        self._typed: deque[events.Key | events.Paste] = deque()
        self._letting_go = False

    @property
    def busy(self) -> bool:
        """Whether a thread is at work, wanted still or not."""
        return bool(self._threads)

    @property
    def line(self) -> str:
        """How far it is, in a few words; empty while nothing is done."""
        return self._jobs[-1].line if self._jobs else ""

    def give_up(self) -> bool:
        """Let the work be; whether there was any that may be."""
        if not self._jobs or self._jobs[-1].sure:
            return False
        self._jobs.pop().stop.set()
        return True

    async def run(self, act: Callable[[Progress], T]) -> T | None:
        """What ``act`` returns, done in a thread; None where it was given up."""
        return await self._run(act, self._begun(Job()))

    def _begun(self, job: Job) -> Job:
        self._jobs.append(job)
        return job

    async def _run(self, act: Callable[[Progress], T], job: Job) -> T | None:
        work = create_task(aside(lambda: act(job.tell)))
        self._threads.add(work)
        work.add_done_callback(self._ended)
        given_up = create_task(job.stop.wait())
        timer = self._app.set_interval(TICK, self._show)
        try:
            await wait({work, given_up}, return_when=FIRST_COMPLETED)
        except CancelledError:
            # Whoever leaves does not wait for it either.
            job.stop.set()
            raise
        finally:
            self._put_away(job, timer, given_up)
        return None if job.stop.is_set() else work.result()

    def _put_away(self, job: Job, timer: Timer, given_up: Task[Any]) -> None:
        timer.stop()
        given_up.cancel()
        if job in self._jobs:
            self._jobs.remove(job)
        self._show()

    def _ended(self, work: Task[Any]) -> None:
        self._threads.discard(work)
        if not work.cancelled():
            # Of what was given up nobody asks how it ended.
            work.exception()

    def _show(self) -> None:
        """The bar stands at the top of the review screen, elsewhere on a line of answer that is free."""
        screen, before = self._app.top, self._line
        self._line = self.line
        if isinstance(screen, ReviewScreen):
            screen.draw_top()
        elif screen is not None and screen.said in ("", before) and screen.said != self._line:
            screen.say(self._line)

    # --- what one waits for ---------------------------------------------------------------

    @property
    def awaited(self) -> bool:
        """Whether keys wait for something."""
        return self._awaited > 0

    def behind(
        self,
        stage: str,
        act: Callable[[Progress], T],
        then: Callable[[T], None],
        *,
        sure: bool = False,
        refused: Callable[[BadInput], None] | None = None,
    ) -> None:
        """Do ``act`` in a thread, then ``then`` with what it returned.

        What either refuses is answered, or goes to ``refused``.

        Keys typed meanwhile wait for it, and then go where they would have gone had it taken no time;
        Esc gives it up, and them, unless it is ``sure``.
        """
        self._awaited += 1
        refused = refused or (lambda why: self._app.answer(str(why)))
        self._app.run_worker(self._behind(act, then, refused, self._begun(Job(stage, sure=sure)), stage))

    async def _behind(
        self,
        act: Callable[[Progress], T],
        then: Callable[[T], None],
        refused: Callable[[BadInput], None],
        job: Job,
        stage: str,
    ) -> None:
        try:
            try:
                done = await self._run(lambda tell: (act(tell),), job)
            finally:
                self._awaited -= 1
            if done is None:
                self._app.answer(f"given up: {stage}")
            else:
                then(*done)
        except BadInput as why:
            refused(why)
        await self._let_go()

    def holds(self, typed: events.Key | events.Paste) -> bool:
        """Whether a key, or what is pasted, waits for work that is under way."""
        if not (self._awaited or self._letting_go):
            return False
        escape = isinstance(typed, events.Key) and typed.key == "escape"
        if self._awaited and escape and self.give_up():
            self._typed.clear()
        else:
            self._typed.append(typed)
        return True

    async def _let_go(self) -> None:
        """Hand out the keys that waited, up to one that has to be waited for again."""
        if self._letting_go:
            return
        self._letting_go = True
        try:
            while self._typed and not self._awaited:
                await self._app.take(self._typed.popleft())
        finally:
            self._letting_go = False

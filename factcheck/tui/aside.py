"""Something long done in a thread that nobody waits for on leaving: it may be at it for seconds."""

from __future__ import annotations

from asyncio import get_running_loop
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from asyncio import Future
    from collections.abc import Callable

T = TypeVar("T")


async def aside(work: Callable[[], T]) -> T:
    """What the work returns or raises; the thread ends with the app, whatever it is at."""
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

"""Memory while very many objects are made and kept."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class _Search:
    """Whether Python looks for dead cycles: while nobody in any thread has asked it not to."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._asked = 0
        self._on = True

    @property
    def asked(self) -> int:
        """How many have asked it not to, and have not left yet."""
        return self._asked

    def stop(self) -> None:
        with self._lock:
            if not self._asked:
                self._on = gc.isenabled()
                gc.disable()
            self._asked += 1

    def go_on(self) -> None:
        with self._lock:
            self._asked -= 1
            if not self._asked and self._on:
                gc.enable()


_SEARCH = _Search()


@contextmanager
def no_search_for_cycles() -> Iterator[None]:
    """Within it Python looks for no dead cycles of objects; what nobody holds is freed as ever.

    The stages keep what they make and make no cycles, so that the search goes over millions of living
    objects again and again and finds nothing: a tenth of the time. Threads may be within it at once: the
    last to leave ends it.
    """
    _SEARCH.stop()
    try:
        yield
    finally:
        _SEARCH.go_on()


MANY = 100_000
"""New objects from which on a search through them holds all threads up for longer than a key may wait."""


@contextmanager
def kept_for_good() -> Iterator[None]:
    """As ``no_search_for_cycles``; and of many new objects that live at the end none is searched later.

    For what an app keeps as long as it runs: the search through half a million objects, which comes at any
    time, holds all threads up for a tenth of a second. Dead cycles would stay for ever with what lives:
    those of before (the screens that were closed since the last time) are freed first, and what is little
    is left to the search. While another thread is within it or ``no_search_for_cycles`` neither is done:
    that thread's half-made objects would be searched, too, and its dead ones kept.
    """
    if not _SEARCH.asked:
        gc.collect()
    with no_search_for_cycles():
        yield
        if _SEARCH.asked == 1 and gc.get_count()[0] > MANY:
            gc.freeze()

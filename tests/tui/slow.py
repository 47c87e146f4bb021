"""Work that goes no further than a test lets it."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.pipeline import Progress


class Slow:
    """Work of which 40 of 100 steps are done until ``gate`` is set; ``ended`` once its thread is."""

    def __init__(self) -> None:
        self.gate, self.ended = Event(), Event()

    def stand(self, tell: Progress, stage: str) -> None:
        try:
            while not self.gate.wait(0.01):
                tell(stage, 40, 100)
        finally:
            self.ended.set()

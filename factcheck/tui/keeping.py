"""Half-written notes, kept while one types: half a second of it is the most that losing power costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.problems import BadInput

if TYPE_CHECKING:
    from textual.timer import Timer

    from factcheck.tui.app import FactcheckApp

AFTER = 0.5
"""Seconds after the first change that is not kept yet."""


class Keeping:
    """Hands the desk's half-written notes to whoever keeps them."""

    def __init__(self, app: FactcheckApp) -> None:
        self._app = app
        self._timer: Timer | None = None

    @property
    def keeps(self) -> bool:
        """Whether they outlast the app."""
        return self._app.ports.keep_drafts is not None

    def soon(self) -> None:
        """Something was typed. Whoever types on and on is not waited for."""
        if self._timer is None:
            self._timer = self._app.set_timer(AFTER, self.now)

    def now(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        keep = self._app.ports.keep_drafts
        if keep is None:
            return
        try:
            keep(dict(self._app.desk.note_drafts))
        except BadInput as refused:
            self._app.answer(str(refused))

"""What people join or mark is compared with the rest, behind the screen: it takes a second."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.memory import kept_for_good
from factcheck.problems import BadInput

if TYPE_CHECKING:
    from factcheck.model import Analysis
    from factcheck.pipeline import Progress
    from factcheck.review.regroup import Word
    from factcheck.review.speakers import Speaker
    from factcheck.review.standing import Comparer
    from factcheck.tui.app import FactcheckApp

LET_BE = "given up: what you said is kept, but not compared yet; the next t, T or v compares it too"


class Joining:
    """Catches up with the desk: whatever waits there to be compared is compared in a thread."""

    def __init__(self, app: FactcheckApp, compare: Comparer | None) -> None:
        self._app = app
        self._compare = compare
        self._started = False
        self._told = ""
        """What was told last of what came of comparing."""
        self._let_be: tuple[tuple[Word, ...], tuple[Speaker, ...]] | None = None
        """What was said of pairs and of speakers when comparing it was given up."""

    def start(self) -> None:
        """From here on what people bring in is compared."""
        self._started = True
        if self._compare is not None and self._app.desk.standing.due is None:
            self._app.desk.compare_by(self._compare, behind=True)
        else:
            self.catch_up()

    def tell(self, *, behind: bool = False) -> None:
        """Say what comparing changed beside what was said, once; in front of what stands there, or behind.

        Where a comparison took its time, its news stands first: a small window cuts the end of the line.
        """
        before, self._told = self._told, self._app.desk.followed
        if self._told and self._told != before and (top := self._app.top) is not None:
            parts = top.said, f"compared again: {self._told}"
            top.say("; ".join(filter(None, parts if behind else reversed(parts))))

    def catch_up(self) -> None:
        """Compare what waits, unless that is being done or was given up."""
        due = self._app.desk.standing.due
        if self._compare is None or due is None or due[1:] == self._let_be:
            return
        if not self._started or self._app.work.busy:
            return
        self._app.run_worker(self._catch_up(self._compare, *due))

    async def _catch_up(
        self, compare: Comparer, analysis: Analysis, said: tuple[Word, ...], speakers: tuple[Speaker, ...]
    ) -> None:
        app = self._app

        @kept_for_good()
        def work(tell: Progress) -> bool:
            tell("comparing again", 0, 1)
            compare(analysis, said, speakers, tell)
            return True

        if await app.work.run(work) is None:
            self._let_be = said, speakers
            app.answer(LET_BE)
            return
        due = app.desk.standing.due
        if due is not None and due[0] is not analysis:
            # More was said in the meantime.
            app.run_worker(self._catch_up(compare, *due))
            return
        try:
            # It is known now, so this does not take long.
            app.desk.compare_by(compare, behind=True)
        except BadInput as refused:
            app.answer(str(refused))
        app.draw_anew()
        self.tell()

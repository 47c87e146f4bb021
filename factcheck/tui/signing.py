"""Signing off on the report screen, and whether a sign-off holds: the whole report is made for either."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.problems import BadInput
from factcheck.review.rounds.adjudicating import differences
from factcheck.review.rounds.signatures import Reached, reached
from factcheck.wording.words import count, flat
from factcheck.wording.words import reached as told

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.tui.ports import Task
    from factcheck.tui.screens.report import ReportScreen

    Sign = Callable[[str], Task[Callable[[], str]]]

LOOKING = "looking whether the sign-off still holds…"
NOT_LOOKED = "signed off before; whether that still holds was not looked at"

AS_WHOM = "sign as whom? The report gives this name for all your verdicts, and never your login name"


class SignOff:
    """What the report screen knows of it.

    ``asked``: the moment of the desk at which the key before this one asked whether to sign, if it did.
    """

    def __init__(self, screen: ReportScreen) -> None:
        self._screen = screen
        self._standing: tuple[object, str] = (None, "")
        self._far: tuple[object, Reached] = (None, Reached(0, 0, 0))
        self.asked: tuple[int, int] | None = None

    @property
    def far(self) -> Reached:
        """How far all reviewers are; counted once after each act."""
        desk = self._screen.desk
        if self._far[0] != desk.moment:
            self._far = desk.moment, reached(desk.state, desk.facts.claims)
        return self._far[1]

    # --- whether it holds -----------------------------------------------------------------

    @property
    def standing(self) -> str:
        """DRAFT, or who signed; asked for once after each act, and when other claims are found."""
        now = self._screen.desk.moment
        if self._standing[0] != now:
            self._standing = now, self._ask_standing()
        return self._standing[1]

    def _ask_standing(self) -> str:
        ask = self._screen.checker.ports.standing
        try:
            found = ask() if ask else ""
        except BadInput as refused:
            return str(refused)
        if isinstance(found, str):
            return found
        # Of several that are under way only the last one counts.
        self._screen.run_worker(self._find_standing(found), exclusive=True, group="standing")
        return LOOKING

    async def _find_standing(self, task: Task[str]) -> None:
        try:
            found = await self._screen.checker.work.run(task)
        except BadInput as refused:
            found = str(refused)
        self._standing = self._standing[0], NOT_LOOKED if found is None else found
        self._screen.redraw()

    # --- signing --------------------------------------------------------------------------

    def sign(self) -> None:
        """Sign the report off: asked twice of the same numbers, and for a name where there is none."""
        screen, ports = self._screen, self._screen.checker.ports
        if ports.sign is None:
            screen.say("no report can be signed off from here: use factcheck sign")
        elif not screen.desk.has_judged:
            screen.say(
                "not signed: you have judged nothing here; "
                "factcheck sign SESSION --reviewer NAME signs what others judged"
            )
        elif self.asked != screen.desk.moment:
            self.asked = screen.desk.moment
            key = screen.checker.keymap.first("report.sign")
            screen.say(f"{self._numbers()}: {key} again signs it as it is")
        elif ports.nameless():
            self._ask_name(ports.sign)
        else:
            self._sign(ports.sign, "")

    def _numbers(self) -> str:
        """How far the report is that would be signed."""
        far = self.far
        numbers = told(far.judged, far.open, far.left)
        if far.left:
            numbers += f"; {count(far.left, 'claim')} judged by nobody"
        if waiting := differences(self._screen.desk).left:
            numbers += f"; on {count(waiting, 'claim')} reviewers differ and nobody has adjudicated (D)"
        return numbers

    def _ask_name(self, sign: Sign, typed: str = "", why: str = AS_WHOM) -> None:
        """Ask for it; what was typed and is refused stands in the line again, and ``why`` above it."""
        screen, self.asked = self._screen, None

        def done(text: str) -> None:
            name = flat(text).lstrip("~")
            if name:
                screen.end_asking()
                self._sign(sign, name, lambda refused: self._ask_name(sign, text, str(refused)))
            else:
                screen.say("not signed: a report is signed with a name")

        screen.say(why)
        screen.ask("your name", typed, done, lambda _: screen.end_asking())

    def _sign(self, sign: Sign, name: str, refused: Callable[[BadInput], None] | None = None) -> None:
        """Nothing is in the log before the report was made; who gives that up has not signed."""
        self.asked = None

        def keep(finish: Callable[[], str]) -> None:
            answer = finish()
            # The signature is in the log, where this desk has not looked yet.
            self._standing = (None, "")
            self._screen.say(answer)

        self._screen.behind("signing off", lambda: sign(name), keep, refused)

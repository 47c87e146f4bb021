"""A report that takes long to make: the app goes on, Esc gives it up, and nothing is written by halves."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest

from factcheck.cli.ports import app_for
from factcheck.tui.ports import Ports, Task
from factcheck.tui.screens.report import ReportScreen
from tests.sessions import RULES, STORM, session_of
from tests.tui.conftest import make_app, says, screen_text, until
from tests.tui.slow import Slow
from tests.tui.test_type_ahead import burst

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from factcheck.pipeline import Progress

MAKING = "putting the report together [####......], Esc gives up"


class SlowReport(Slow):
    """A report that is put together slowly, and written once ``writing`` is set."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.writing = Event()
        self.writing.set()
        self.folder = folder

    def report(self, form: str, only: Sequence[str]) -> Task[str]:
        return self.work(f"# {form} of {' '.join(only) or 'all claims'}\n" + "a line\n" * 80)

    def work(self, result: str) -> Task[str]:
        def make(tell: Progress) -> str:
            self.stand(tell, "putting the report together")
            return result

        return make

    def write(self, text: str, form: str, _place: Path | None) -> Path:
        assert self.writing.wait(10)
        path = self.folder / f"report.{form}"
        path.write_text(text)
        return path

    def sign(self, _name: str) -> Task[Callable[[], str]]:
        made = self.work("signed off")

        def make(tell: Progress) -> Callable[[], str]:
            said = made(tell)
            return lambda: said

        return make

    @property
    def ports(self) -> Ports:
        return Ports(report=self.report, write=self.write, sign=self.sign)


@pytest.fixture
def slow(tmp_path: Path) -> Iterator[SlowReport]:
    slow = SlowReport(tmp_path)
    yield slow
    slow.gate.set()
    slow.writing.set()


async def test_a_bar_stands_while_a_report_is_made_and_keys_wait_for_it(slow: SlowReport) -> None:
    app = make_app(ports=slow.ports)
    async with app.run_test(size=(120, 40)) as pilot:
        burst(app, "p1j")
        await until(pilot, lambda: MAKING in screen_text(app))
        assert isinstance(app.screen, ReportScreen)
        assert app.screen.chosen == 0
        assert not list(slow.folder.iterdir())
        slow.gate.set()
        await until(pilot, lambda: says(app, "report.html"))
        assert app.screen.chosen == 1
        assert MAKING not in screen_text(app)
        assert [path.name for path in slow.folder.iterdir()] == ["report.html"]


async def test_esc_gives_a_report_up_and_no_file_is_there(slow: SlowReport) -> None:
    app = make_app(ports=slow.ports)
    async with app.run_test(size=(120, 40)) as pilot:
        burst(app, "p1qs")
        await until(pilot, lambda: MAKING in screen_text(app))
        burst(app, "\x1b")
        await until(pilot, lambda: says(app, "given up: making the report"))
        assert slow.ended.wait(5), "its thread ends at the next step"
        assert isinstance(app.screen, ReportScreen), "the keys typed for it are given up with it"
        assert not list(slow.folder.iterdir())
        slow.gate.set()
        burst(app, "2")
        await until(pilot, lambda: says(app, "report.md"))
        assert [path.name for path in slow.folder.iterdir()] == ["report.md"]


async def test_what_is_being_written_is_not_given_up_and_told_of(slow: SlowReport) -> None:
    app = make_app(ports=slow.ports)
    slow.gate.set()
    slow.writing.clear()
    async with app.run_test(size=(120, 40)) as pilot:
        burst(app, "p1")
        await until(pilot, lambda: "writing it" in screen_text(app))
        assert "Esc gives up" not in screen_text(app)
        burst(app, "\x1b")
        slow.writing.set()
        await until(pilot, lambda: app.screen is app.review)
        assert [path.name for path in slow.folder.iterdir()] == ["report.html"]


async def test_a_look_at_it_is_given_up_and_what_was_looked_at_before_stands(slow: SlowReport) -> None:
    app = make_app(ports=slow.ports)
    async with app.run_test(size=(120, 40)) as pilot:
        burst(app, "p ")
        await until(pilot, lambda: MAKING in screen_text(app))
        slow.gate.set()
        await until(pilot, lambda: "# md of all claims" in screen_text(app))
        slow.gate.clear()
        burst(app, "f")
        await until(pilot, lambda: MAKING in screen_text(app))
        burst(app, "\x1b")
        await until(pilot, lambda: "given up: making the report" in screen_text(app))
        slow.gate.set()
        await pilot.press("space")
        assert "as it would read: all claims" in screen_text(app)
        burst(app, "f")
        await until(pilot, lambda: "# md of supported conflicting unsourced" in screen_text(app))
        assert "as it would read: what was judged" in screen_text(app)


async def test_a_report_of_any_length_is_fitted_to_another_window(
    slow: SlowReport, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.tui.screens.report.AT_ONCE", 0)
    slow.gate.set()
    app = make_app(ports=Ports(report=lambda _form, _only: slow.work("twenty words " * 9)))
    async with app.run_test(size=(120, 40)) as pilot:
        burst(app, "p ")
        await until(pilot, lambda: "line 1 of 1 " in screen_text(app))
        for width, rows in ((80, 2), (120, 1), (60, 2)):
            await pilot.resize_terminal(width, 24)
            await until(pilot, lambda rows=rows: f"line 1 of {rows} " in screen_text(app))  # type: ignore[misc]


async def test_signing_is_given_up_and_nothing_is_signed(slow: SlowReport) -> None:
    app = make_app(ports=slow.ports)
    async with app.run_test(size=(120, 40)) as pilot:
        burst(app, "spFF")
        await until(pilot, lambda: MAKING in screen_text(app))
        burst(app, "\x1b")
        await until(pilot, lambda: says(app, "given up: signing off"))
        slow.gate.set()
        burst(app, "FF")
        await until(pilot, lambda: says(app, "signed off"))


async def test_whether_a_sign_off_holds_is_found_out_while_one_goes_on(slow: SlowReport) -> None:
    app = make_app(ports=Ports(standing=lambda: slow.work("signed by r1, it holds")))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("p", "j", "f")
        await until(pilot, lambda: MAKING in screen_text(app))
        assert "looking whether the sign-off still holds" in screen_text(app)
        assert "In it: what was judged" in screen_text(app)
        slow.gate.set()
        await until(pilot, lambda: "signed by r1, it holds" in screen_text(app))
        assert "looking whether" not in screen_text(app)


async def test_an_old_look_at_the_sign_off_says_nothing_over_a_newer_one(slow: SlowReport) -> None:
    newer = SlowReport(slow.folder)
    found = iter((slow.work("signed of old"), newer.work("signed of today")))
    app = make_app(ports=Ports(standing=lambda: next(found)))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("p")
        await until(pilot, lambda: "looking whether" in screen_text(app))
        app.desk.judge("supported")
        await pilot.press("j")
        newer.gate.set()
        await until(pilot, lambda: "signed of today" in screen_text(app))
        slow.gate.set()
        assert slow.ended.wait(5)
        await pilot.press("j")
        assert "signed of today" in screen_text(app)


async def test_esc_leaves_the_look_at_the_sign_off_and_says_so(slow: SlowReport) -> None:
    app = make_app(ports=Ports(standing=lambda: slow.work("signed by r1")))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("p")
        await until(pilot, lambda: MAKING in screen_text(app))
        await pilot.press("escape")
        await until(pilot, lambda: "was not looked at" in screen_text(app))
        await pilot.press("escape")
        assert app.screen is app.review
    assert slow.ended.wait(5)


async def test_in_a_session_on_disk_a_report_is_looked_at_written_and_signed(tmp_path: Path) -> None:
    with session_of(tmp_path, {"post": STORM}, RULES) as workspace:
        app = app_for(workspace, "anna")
        async with app.run_test(size=(120, 40)) as pilot:
            burst(app, "sp ")
            await until(pilot, lambda: "as it would read: all claims" in screen_text(app))
            burst(app, "q2")
            await until(pilot, lambda: says(app, "written at"))
            assert "DRAFT" in (workspace.folder.path / "report.md").read_text()
            burst(app, "FF")
            await until(pilot, lambda: says(app, "signed off: anna"))
            await until(pilot, lambda: says(app, "Signed off by anna"))
            burst(app, "FF")
            await until(pilot, lambda: says(app, "nothing has changed since: not signed again"))
            assert len(workspace.signatures()) == 1

"""Apps at a desk in memory, and a way to wait for what the screen says."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest

from factcheck.review.desk import Desk
from factcheck.review.memory import MemoryLog
from factcheck.tui.app import FactcheckApp
from factcheck.tui.layout.line import plain
from factcheck.tui.ports import Ports
from tests.factories import split_lines, story
from tests.moved_world import judged_before, later_desk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.app import App
    from textual.pilot import Pilot

    from factcheck.model import Analysis

WAIT = 5.0
"""Seconds of wall clock after which a wait gives up."""
SIZES = [(80, 24), (120, 40), (200, 50)]
"""Columns and rows of the windows that a screen is tried in."""


@pytest.fixture(autouse=True)
def _still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.delenv("NO_COLOR", raising=False)


def make_app(
    analysis: Analysis | None = None,
    log: MemoryLog | None = None,
    ports: Ports | None = None,
    desk: Desk | None = None,
) -> FactcheckApp:
    desk = desk or Desk(analysis or story(), log or MemoryLog(), "r1", split=split_lines)
    return FactcheckApp(desk, ports or Ports(title="ferry"))


def reports(written: list[str], folder: Path) -> Ports:
    """Ports through which reports are written nowhere: ``written`` gets each one's format."""

    def write(_text: str, form: str, _place: Path | None) -> Path:
        written.append(form)
        return folder / f"report.{form}"

    return Ports(title="ferry", report=lambda _form, _only: lambda _tell: "", write=write)


def screen_text(app: App[Any]) -> str:
    """Everything on the screen as plain rows."""
    width, height = app.size
    lines = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in lines[:height]) if width else ""


def says(app: App[Any], words: str) -> bool:
    """Whether the words stand on the screen, broken into rows or not."""
    return "".join(words.split()) in "".join(screen_text(app).split())


def answer(app: FactcheckApp) -> str:
    return plain(app.review.answer.lines[-1]).strip() if app.review.answer.lines else ""


async def until(pilot: Pilot[None], met: Callable[[], bool]) -> None:
    """Wait for a condition, with a bound on the wall clock."""
    end = time.monotonic() + WAIT
    while not met():
        assert time.monotonic() < end, "waited in vain"
        await pilot.pause(0.01)


def moved_app() -> FactcheckApp:
    """An app on a session whose text has changed under two of the reviewer's verdicts."""
    log = MemoryLog()
    judged_before(log)
    return make_app(desk=later_desk(log))

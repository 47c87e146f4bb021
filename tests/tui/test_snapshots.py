"""Pictures of every screen. After a wanted change: pytest tests/tui --snapshot-update, and look at them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from pytest_textual_snapshot import SVGImageExtension  # type: ignore[import-untyped]
from textual.widgets import Input, TextArea

from factcheck.tui.app import FactcheckApp
from tests.tui.conftest import screen_text, until
from tests.tui.states import STATES

if TYPE_CHECKING:
    from pathlib import Path

    from syrupy.assertion import SnapshotAssertion
    from textual.app import App
    from textual.pilot import Pilot


@pytest.mark.parametrize("name", STATES)
async def test_picture(
    name: str, snapshot: SnapshotAssertion, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One app is drawn at all sizes: what a resize leaves wrong is seen, too."""
    # How places are scored is no matter of how they look.
    monkeypatch.setattr("factcheck.tui.layout.moved.sureness", lambda _: "88 of 100 alike")
    # What silent articles say instead is looked up below, and not whenever a pause ends.
    monkeypatch.setattr("factcheck.tui.screens.review.PAUSE", 600)
    state, other = STATES[name], []
    with state.made(tmp_path) as app:
        async with app.run_test(size=state.sizes[0]) as pilot:
            await pilot.press(*state.keys)
            await until(pilot, lambda: state.says in screen_text(app))
            for width, height in state.sizes:
                await pilot.resize_terminal(width, height)
                drawn = await picture(app, pilot)
                size = f"{width}x{height}"
                if snapshot(name=size, extension_class=SVGImageExtension) != drawn:
                    other.append(tmp_path / f"{size}.svg")
                    other[-1].write_text(drawn, encoding="utf-8")
    assert not other, "these are other pictures than before"


async def picture(app: App[Any], pilot: Pilot[Any]) -> str:
    """The screen as it stands once everything has settled, its cursor not blinking."""
    if isinstance(app, FactcheckApp) and app.screen is app.review and app.desk.fact is not None:
        app.silences.look_into(app.desk.fact)
        app.review.redraw()
    for typed in app.screen.query("Input, TextArea"):
        assert isinstance(typed, Input | TextArea)
        typed.cursor_blink = False
    await pilot.pause()
    return app.export_screenshot(title="factcheck")

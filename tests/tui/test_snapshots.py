"""Pictures of the main screens. After a wanted change: pytest tests/tui --snapshot-update."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.tui.ports import Ports
from tests.moved_world import StillLog, judged_before, later_desk
from tests.tui.conftest import make_app

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.tui.app import FactcheckApp


SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)], ids=["80x24", "120x40", "200x50"])


@SIZES
def test_review(snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    assert snap_compare(make_app(), press=["s", "c", "l"], terminal_size=size)


@SIZES
def test_matrix(snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    assert snap_compare(make_app(), press=["C", "m", "l"], terminal_size=size)


@SIZES
def test_search(snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    press = ["i", *"? ask the port", "enter", "slash", *"port", "enter", "n"]
    assert snap_compare(make_app(), press=press, terminal_size=size)


@SIZES
def test_filters(snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    assert snap_compare(make_app(), press=["s", "c", "f", "j", "enter", "L", "f"], terminal_size=size)


@SIZES
def test_report(snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    ports = Ports(title="ferry", preview=lambda _: "# Report\n\nPeople hurt\n")
    assert snap_compare(make_app(ports=ports), press=["s", "p", "j"], terminal_size=size)


def changed() -> FactcheckApp:
    """The story after the first article has changed, judged by two reviewers before and after."""
    log = StillLog()
    judged_before(log)
    ben = later_desk(log, "ben")
    ben.judge("unsourced")
    ben.write_note(ben.queue.claims[0], "who says so? [/red]")
    anna = later_desk(log, "anna")
    anna.judge("conflicting")
    return make_app(desk=later_desk(log))


@pytest.mark.parametrize(
    "press", [["M"], ["H", "k", "k"], ["V", "n"], ["D", "s"]], ids=["moved", "history", "versions", "second"]
)
def test_screens_of_memory(
    snap_compare: Callable[..., bool], press: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # How places are scored is no matter of how they look.
    monkeypatch.setattr("factcheck.tui.layout.moved.sureness", lambda _: "88 of 100 alike")
    assert snap_compare(changed(), press=press, terminal_size=(120, 40))


def test_the_card_with_others_verdicts(
    snap_compare: Callable[..., bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    # What silent articles say instead comes after a pause: here never.
    monkeypatch.setattr("factcheck.tui.screens.review.PAUSE", 600)
    assert snap_compare(changed(), press=["s", "k"], terminal_size=(80, 24))

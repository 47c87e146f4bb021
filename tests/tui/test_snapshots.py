"""Pictures of the main screens. After a wanted change: pytest tests/tui --snapshot-update."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.conftest import make_app

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)], ids=["80x24", "120x40", "200x50"])
def test_review(snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    assert snap_compare(make_app(), press=["s", "c", "l"], terminal_size=size)


def test_matrix(snap_compare: Callable[..., bool]) -> None:
    assert snap_compare(make_app(), press=["C", "m", "l"], terminal_size=(120, 40))

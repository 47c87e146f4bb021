"""A database as it was closed, and one whose process was killed."""

from __future__ import annotations

import pytest

from tests.store.damage import Original, build


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Original:
    return build(tmp_path_factory.mktemp("whole"), killed=False)


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Original:
    return build(tmp_path_factory.mktemp("killed"), killed=True)

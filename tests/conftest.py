"""What holds for every test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

# A loaded machine is slow: no test is timed.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session", autouse=True)
def _nobodys_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads the settings of whoever runs it; the commands that tests start inherit this."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FACTCHECK_CONFIG_DIR", str(tmp_path_factory.mktemp("settings")))
        yield

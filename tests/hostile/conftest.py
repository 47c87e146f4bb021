"""A home of its own for every test, and a session that was scanned once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.hostile.world import STORY, run, write


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACTCHECK_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path


@pytest.fixture
def story(home: Path) -> Path:
    return write(home / "story.txt", STORY)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A session that was scanned already; each test gets a copy."""
    home = tmp_path_factory.mktemp("made")
    assert run("new", home / "session", write(home / "story.txt", STORY)).code == 0
    assert run("export", home / "session").code == 0
    return home / "session"


@pytest.fixture
def session(home: Path, made: Path) -> Path:
    return Path(shutil.copytree(made, home / "session"))

"""A session that each test gets a copy of, and a login that must never show."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.cli.exchange_world import LOGIN
from tests.cli.rule_desk import ARTICLE, FIRST, PACK
from tests.cli.shell import FERRY, RIVAL, ok

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_STATE_DIR", str(tmp_path / "state"))
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(name, LOGIN)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "ferry.txt").write_text(FERRY, encoding="utf-8")
    (folder / "rival.txt").write_text(RIVAL, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The session that each test gets a copy of, its articles read."""
    home = tmp_path_factory.mktemp("exchange")
    (home / "in").mkdir()
    (home / "in" / "ferry.txt").write_text(FERRY, encoding="utf-8")
    (home / "in" / "rival.txt").write_text(RIVAL, encoding="utf-8")
    ok("new", home / "story", home / "in")
    ok("export", home / "story", "--format", "json")
    return home / "story"


@pytest.fixture
def session(template: Path, tmp_path: Path) -> Path:
    return shutil.copytree(template, tmp_path / "story")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with the files of the page and a pack about ferries."""
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "my-rules.yaml").write_text(FIRST, encoding="utf-8")
    wrong = FIRST.replace("how_many: two dozen", "how_many: two")
    (folder / "wrong.yaml").write_text(wrong, encoding="utf-8")
    (folder / "harbour.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "pack.yaml").write_text(PACK, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder

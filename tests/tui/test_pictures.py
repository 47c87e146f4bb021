"""The pictures of README and docs/ say what the app says now. After a wanted change: make picture."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.tui.actions import ACTIONS

if TYPE_CHECKING:
    from types import ModuleType

    import pytest

DOCS = Path(__file__).resolve().parents[2] / "docs"
LARGEST = 120_000
"""Bytes of a picture: all of them are cloned with the project."""


def pictures() -> ModuleType:
    found = importlib.util.spec_from_file_location("pictures", DOCS / "pictures.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def test_every_picture_says_what_the_app_draws(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_STATE_DIR", str(tmp_path / "state"))
    module = pictures()
    module.draw_all(tmp_path / "sessions", tmp_path)
    for name in (*module.PICTURES, module.LIBRARY):
        drawn, kept = ((folder / name).read_text(encoding="utf-8") for folder in (tmp_path, DOCS))
        assert module.words(drawn) == module.words(kept), f"{name} is not current: make picture"


def test_the_tour_shows_every_picture_and_none_that_is_not_drawn() -> None:
    module = pictures()
    shown = re.findall(r"\((\S+\.svg)\)", (DOCS / "tour.md").read_text(encoding="utf-8"))
    assert sorted(shown) == sorted((*module.PICTURES, module.LIBRARY))
    assert {path.name for path in DOCS.glob("*.svg")} == set(shown)
    assert all((DOCS / name).stat().st_size < LARGEST for name in shown)


def test_the_tour_names_keys_that_do_what_it_says() -> None:
    """A key in a heading of the tour opens the screen that the app's own table says it opens."""
    told = re.findall(r"^## .*\(`(.)`\)$", (DOCS / "tour.md").read_text(encoding="utf-8"), re.MULTILINE)
    opens = {action.keys[0]: action.id for action in ACTIONS}
    assert told
    assert {opens[key].split(".")[0] for key in told} <= {"screen", "queue"}


def test_only_the_words_of_a_picture_are_compared() -> None:
    words = pictures().words
    first = '<text class="a-r1" x="12.2" y="20">Fire&#160;at</text><text class="a" x="3" y="40">port</text>'
    moved = '<text class="b-r9" x="2" y="44">port</text><text class="b-r1" x="1" y="22">Fire&#160;at</text>'
    assert words(first) == words(moved) == ["Fire", "at", "port"]
    assert words(first.replace("port", "dock")) != words(first)

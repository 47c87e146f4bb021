"""What a person set for all their sessions, and whose name a verdict gets."""

from __future__ import annotations

import getpass
import os
from typing import TYPE_CHECKING

import pytest

from factcheck.reviewers import LOGIN_MARK, reviewer_for
from factcheck.session import (
    SessionConfig,
    SessionFolder,
    Settings,
    read_settings,
    reviewer_is_chosen,
    reviewer_name,
)
from factcheck.session.settings import ENVIRONMENT, keep_theme, settings_path

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path / "config"))
    monkeypatch.setattr(getpass, "getuser", lambda: "login")
    (tmp_path / "config").mkdir()
    return tmp_path / "config" / "settings.yaml"


def test_no_settings_are_no_trouble(settings: Path) -> None:
    assert read_settings() == Settings()
    settings.write_bytes(b"# nothing yet\n")
    assert read_settings() == Settings()


def test_they_stand_where_the_system_keeps_such_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ENVIRONMENT)
    assert settings_path().name == "settings.yaml"
    assert "factcheck" in settings_path().parts


def test_the_name_in_the_settings_is_one_that_was_chosen(settings: Path) -> None:
    assert (reviewer_name(None, None), reviewer_is_chosen(None, None)) == ("login", False)
    settings.write_text('reviewer: "Ada\\e[31m  L."\n', encoding="utf-8")
    assert (reviewer_name(None, None), reviewer_is_chosen(None, None)) == ("Ada [31m L.", True)
    # Nearer to the work goes first: the command line, then the session.
    assert reviewer_name(None, SessionConfig(reviewer="Bo")) == "Bo"
    assert reviewer_name("Cy", SessionConfig(reviewer="Bo")) == "Cy"


def test_only_a_login_is_marked_as_one(settings: Path, tmp_path: Path) -> None:
    folder = SessionFolder(tmp_path, SessionConfig())
    assert reviewer_for(folder, None) == LOGIN_MARK + "login"
    settings.write_text("reviewer: Ada\n", encoding="utf-8")
    assert reviewer_for(folder, None) == "Ada"


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("reviwer: Ada\n", ":1:1", "did you mean 'reviewer'?"),
        ("colour: red\n", ":1:1", "one of: reviewer"),
        ("reviewer: [Ada]\n", ":1:11", "a word or a line"),
        ("- reviewer: Ada\n", ":1:1", "no table of keys"),
        ("reviewer: &a Ada\n", ":1:11", "anchors"),
        ("reviewer: [" + "[" * 99_999, ":1:", "nested too deeply"),
        ("reviewer: [Ada\n", ":2:1", "no valid YAML"),
        ("x" * 1_000_001, "", "too large"),
    ],
)
def test_what_is_wrong_is_said_with_its_place_and_the_login_serves(
    settings: Path, text: str, place: str, words: str
) -> None:
    settings.write_text(text, encoding="utf-8")
    (problem,) = read_settings().problems
    assert str(problem).startswith(f"error: {settings}{place}")
    assert words in str(problem)
    assert str(problem).isprintable()
    assert reviewer_name(None, None) == "login"


def test_a_name_that_stands_twice(settings: Path) -> None:
    settings.write_text("reviewer: Ada\nreviewer: Bo\n", encoding="utf-8")
    found = read_settings()
    assert found.reviewer == "Ada"
    assert "stands twice" in str(*found.problems)


def test_settings_that_are_no_file_are_said(settings: Path) -> None:
    settings.symlink_to("nowhere")
    assert "cannot be read" in str(*read_settings().problems)
    settings.unlink()
    os.mkfifo(settings)
    assert "not a file" in str(*read_settings().problems)


# --- theme and keys ---------------------------------------------------------------------------


def test_a_theme_and_keys_are_read(settings: Path) -> None:
    settings.write_text(
        "theme: light\nkeys:\n  verdict.supported: F5\n  queue.filter: [f, Ctrl+F]\n  act.undo: u, z\n",
        encoding="utf-8",
    )
    found = read_settings()
    assert found.problems == ()
    assert found.theme == "light"
    assert found.keys == {"verdict.supported": "F5", "queue.filter": "f,Ctrl+F", "act.undo": "u, z"}


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("theme: pink\n", ":1:8", "one of: dark, light"),
        ("theme: [dark]\n", ":1:8", "a word or a line"),
        ("keys: s\n", ":1:7", "keys are a table"),
        ("keys: {act.undo: {a: b}}\n", ":1:18", "a word or a line"),
        ("keys: {act.undo: u, act.undo: x}\n", ":1:21", "stands twice"),
    ],
)
def test_a_bad_theme_or_key_is_said_with_its_place(settings: Path, text: str, place: str, words: str) -> None:
    settings.write_text(text, encoding="utf-8")
    (problem,) = read_settings().problems
    assert str(problem).startswith(f"error: {settings}{place}")
    assert words in str(problem)


def test_a_theme_is_put_into_the_file_and_what_stands_there_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTCHECK_CONFIG_DIR", str(tmp_path / "config"))
    keep_theme("light")
    assert read_settings().theme == "light"
    settings_path().write_text("# mine\nreviewer: Anna  # that is me\ntheme: dark\n")
    keep_theme("colour-blind")
    assert settings_path().read_text() == "# mine\nreviewer: Anna  # that is me\ntheme: colour-blind\n"

"""The list of recent sessions, and the names that nobody gave."""

from __future__ import annotations

import getpass
import json
import os
from pathlib import Path

import pytest

from factcheck.session import (
    Far,
    SessionConfig,
    default_session_path,
    last_claim,
    recent_sessions,
    remember_session,
    reviewer_is_chosen,
    reviewer_name,
)
from factcheck.session.recent import ENVIRONMENT, MOST


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path / "state"))
    return tmp_path / "state"


def test_the_latest_comes_first_and_each_once(state: Path, tmp_path: Path) -> None:
    assert recent_sessions() == ()
    remember_session(tmp_path / "a", "A")
    remember_session(tmp_path / "b", "B")
    remember_session(tmp_path / "a", "A again")
    assert [(Path(each.path).name, each.title) for each in recent_sessions()] == [
        ("a", "A again"),
        ("b", "B"),
    ]
    assert all(each.opened.endswith("Z") for each in recent_sessions())


def test_each_reviewer_comes_back_to_their_own_place_and_a_new_one_to_none(
    state: Path, tmp_path: Path
) -> None:
    story = tmp_path / "story"
    remember_session(story, "Story", "the last claim", Far("ann", 66, 26, 0))
    assert last_claim(story, "ben") is None
    remember_session(story, "Story", "the ninth claim", Far("ben", 9, 0, 83))
    remember_session(story, "Story")
    assert (last_claim(story, "ann"), last_claim(story, "ben")) == ("the last claim", "the ninth claim")
    assert recent_sessions()[0].far == Far("ben", 9, 0, 83)


def test_the_list_of_an_older_program_gives_its_sessions_without_numbers(state: Path) -> None:
    state.mkdir()
    older = {"path": "/s", "title": "S", "opened": "2026-03-04", "claim": "c", "judged": 92, "claims": 92}
    (state / "recent.json").write_text(json.dumps({"sessions": [older]}), encoding="utf-8")
    assert [(each.title, each.far) for each in recent_sessions()] == [("S", None)]


def test_the_list_is_bounded(state: Path, tmp_path: Path) -> None:
    for number in range(MOST + 5):
        remember_session(tmp_path / str(number), "x")
    assert len(recent_sessions()) == MOST
    assert Path(recent_sessions()[0].path).name == str(MOST + 4)


@pytest.mark.parametrize(
    "spoilt", [b"", b"{", b"[]", b'{"sessions": 3}', b'{"sessions": [1]}', b"\xff", b"[" * 99_999]
)
def test_a_spoilt_list_starts_afresh(state: Path, tmp_path: Path, spoilt: bytes) -> None:
    state.mkdir()
    (state / "recent.json").write_bytes(spoilt)
    assert recent_sessions() == ()
    remember_session(tmp_path / "a", "A")
    assert len(recent_sessions()) == 1


def test_a_state_folder_that_cannot_be_written_stops_nobody(state: Path, tmp_path: Path) -> None:
    state.write_bytes(b"a file stands in its place")
    remember_session(tmp_path / "a", "A")
    assert recent_sessions() == ()


# --- default names -------------------------------------------------------------------------


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for name in ("one.txt", "two.txt"):
        (folder / name).write_text(name, encoding="utf-8")
    return folder


def test_a_session_is_named_after_its_articles_and_stands_beside_them(news: Path) -> None:
    assert default_session_path([news / "one.txt"]) == news / "one-session"
    assert default_session_path([news / "one.txt", news / "two.txt"]) == news / "news-session"
    assert default_session_path([news]) == news.parent / "news-session"
    assert default_session_path(["-"]) == Path("stdin-session")


def test_relative_paths_and_dots(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(news)
    assert default_session_path(["one.txt"]) == Path("one-session")
    assert default_session_path(["."]).resolve() == news.parent / "news-session"


def test_a_session_is_met_again_and_a_stranger_stepped_round(news: Path) -> None:
    (news / "one-session").mkdir()
    assert default_session_path([news / "one.txt"]) == news / "one-session-2"
    (news / "one-session" / "session.yaml").write_text("title: x", encoding="utf-8")
    assert default_session_path([news / "one.txt"]) == news / "one-session"


def test_beside_what_cannot_be_written_the_current_folder_serves(
    news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert default_session_path([news / "one.txt", news / "two.txt"]) == Path("news-session")


def test_the_reviewer_is_who_was_named_then_the_session_then_the_login(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "login")
    named = SessionConfig(reviewer="Bo")
    assert reviewer_name("Ada\x1b L.", named) == "Ada L."
    assert reviewer_name(None, named) == reviewer_name("  ", named) == "Bo"
    assert reviewer_name(None, SessionConfig()) == reviewer_name(None, None) == "login"
    assert reviewer_is_chosen("Ada", None)
    assert reviewer_is_chosen(None, named)
    assert not reviewer_is_chosen(" ", SessionConfig())


def test_a_machine_without_logins_has_a_reviewer_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("uid not found")

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert reviewer_name(None, None) == "reviewer"

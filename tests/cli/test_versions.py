"""Newer versions of articles on the command line: adding them, and seeing what changed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.shell import FERRY, RIVAL, run

if TYPE_CHECKING:
    from pathlib import Path

LATE = FERRY.replace("12 people", "14 people").replace(
    "The operator has not commented.", "The ferry line said sorry on Tuesday.\n\nAn inquiry opens on Friday."
)


@pytest.fixture
def session(tmp_path: Path) -> Path:
    assert run("new", tmp_path / "story", ferry(tmp_path, FERRY), rival(tmp_path, RIVAL)).exit_code == 0
    return tmp_path / "story"


def ferry(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "ferry.txt"
    path.write_text(text, encoding="utf-8")
    return path


def rival(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "rival.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_answer_says_which_article_got_a_version_and_what_changed(session: Path, tmp_path: Path) -> None:
    result = run("add", session, ferry(tmp_path, LATE))
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        f"{session}: 0 articles added, 1 new version",
        "A ferry.txt: version 2; 1 of 3 sentences changed, 2 added, 1 removed",
    ]
    # It is the newer text that is compared now, under the same letter.
    quotes = [
        claim["text"] for claim in json.loads(run("export", session, "--format", "json").stdout)["claims"]
    ]
    assert any("14 people" in quote for quote in quotes)
    assert not any("12 people" in quote for quote in quotes)
    diff = run("diff", session, "A").stdout.splitlines()
    assert diff[0].startswith("A  Ferry aground off Tolme  version 1 -> 2")
    assert diff[1:] == [
        "~ A1   A total of [-12-] {+14+} people were injured when a ferry ran aground off Tolme on Monday, "
        "the coast guard said.",
        "- A2   The operator has not commented.",
        "+ A2   The ferry line said sorry on Tuesday.",
        "+ A3   An inquiry opens on Friday.",
        "   1 of 3 sentences changed, 2 added, 1 removed",
        "1 of 1 article with older versions",
    ]


def test_nothing_is_added_twice_and_that_is_said(session: Path, tmp_path: Path) -> None:
    path = ferry(tmp_path, LATE)
    run("add", session, path)
    assert (
        f"{path}: nothing added, articles/ferry-2.txt has the same text" in run("add", session, path).output
    )
    back = run("add", session, ferry(tmp_path, FERRY))
    assert "articles/ferry.txt, an older version, has the same text" in back.output
    copy = tmp_path / "copy.txt"
    copy.write_text(RIVAL + "More.\n", encoding="utf-8")
    twice = run("add", session, copy, rival(tmp_path, RIVAL + "More.\n"), "--as-new")
    assert "1 article added" in twice.output
    assert f"{tmp_path / 'rival.txt'}: nothing added, {copy} has the same text" in twice.output


def test_a_person_decides_with_two_options(session: Path, tmp_path: Path) -> None:
    assert "1 article added" in run("add", session, ferry(tmp_path, LATE), "--as-new").output
    other = tmp_path / "other.txt"
    other.write_text(
        "Nobody knows yet why the pilot turned, the ministry said on Thursday.\n", encoding="utf-8"
    )
    assert "B other.txt: version 2" in run("add", session, other, "--replaces", "b").output
    result = run("add", session, other, "--replaces", "A", "--as-new")
    assert result.exit_code == 2
    assert "exclude each other" in result.stderr
    other.write_text("Something else entirely was said on Friday, by the ministry.\n", encoding="utf-8")
    result = run("add", session, other, "--replaces", "Q")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "no article is called 'Q'; there are: A articles/ferry.txt, B articles/other.txt" in result.stderr


def test_a_text_that_was_overwritten_in_place_is_remembered(session: Path) -> None:
    assert run("export", session).exit_code == 0
    assert run("diff", session).stdout == "0 of 2 articles with older versions\n"
    (session / "articles" / "ferry.txt").write_text(LATE, encoding="utf-8")
    shown = run("diff", session).stdout
    assert "version 1 -> 2  (articles/ferry.txt)" in shown
    assert "[-12-] {+14+}" in shown
    assert "1 of 2 articles with older versions" in shown
    # Told again as it was: the first text is the current one, and the later one came before it.
    assert run("export", session).exit_code == 0
    (session / "articles" / "ferry.txt").write_text(FERRY, encoding="utf-8")
    assert "[-14-] {+12+}" in run("diff", session).stdout


def test_every_step_is_shown_also_of_versions_that_were_never_opened(session: Path, tmp_path: Path) -> None:
    run("add", session, ferry(tmp_path, LATE))
    run("add", session, ferry(tmp_path, LATE.replace("14 people", "15 people")))
    (told,) = json.loads(run("diff", session, "--format", "json").stdout)
    assert (told["article"], told["path"]) == ("A", "articles/ferry-3.txt")
    assert [step["counts"]["changed"] for step in told["steps"]] == [1, 1]
    row = told["steps"][1]["rows"][0]
    assert [part for part in row["words"] if part["op"] != "same"] == [
        {"op": "removed", "words": "14"},
        {"op": "added", "words": "15"},
    ]
    assert row["old"]["text"].replace("14", "15") == row["new"]["text"]
    # An older path means the same article.
    assert run("diff", session, "articles/ferry.txt").stdout == run("diff", session, "a").stdout


def test_a_diff_carries_no_control_character_to_the_terminal(session: Path, tmp_path: Path) -> None:
    run("add", session, ferry(tmp_path, LATE.replace("on Friday", "on \x1b[31mFri\u202eday \u2028now")))
    shown = run("diff", session).stdout
    assert "An inquiry opens" in shown
    assert all(line.isprintable() for line in shown.split("\n"))


def test_diff_says_what_it_does_not_know(session: Path) -> None:
    result = run("diff", session, "articles/none.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "no article is called 'articles/none.txt'" in result.stderr
    (session / "articles" / "ferry.txt").unlink()
    result = run("diff", session)
    assert result.exit_code == 2
    assert "ferry.txt" in result.stderr
    assert "0 of 1 article with older versions" in result.stdout

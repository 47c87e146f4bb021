"""``factcheck recover`` as a user meets it: what it prints, how it exits, what the session has afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.review.drafts import draft
from factcheck.store import Store
from tests.cli.shell import run

if TYPE_CHECKING:
    from pathlib import Path

PAGE = 4096
COUNT = 60


@pytest.fixture
def session(tmp_path: Path) -> Path:
    """A session of one article with a log of several pages."""
    article = tmp_path / "ferry.txt"
    article.write_text("Source: The Tolme Gazette\n\nThe coast guard said 12 people were injured.\n", "utf-8")
    folder = tmp_path / "story"
    assert run("new", folder, article).exit_code == 0
    with Store.open(folder / "factcheck.db", create=True) as store:
        for number in range(COUNT):
            store.append([draft("ada", "note", f"b{number}", "c1", note=f"note {number} " + "x" * 300)])
    return folder


def spoil(session: Path, page: int) -> bytes:
    database = session / "factcheck.db"
    data = bytearray(database.read_bytes())
    data[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)
    database.write_bytes(data)
    return bytes(data)


def page_of(session: Path, words: bytes) -> int:
    return (session / "factcheck.db").read_bytes().index(words) // PAGE


def test_a_sound_session_is_told_so(session: Path) -> None:
    before = (session / "factcheck.db").read_bytes()
    result = run("recover", session)
    assert result.exit_code == 0
    assert result.stdout == f"nothing is damaged: {COUNT} events; nothing was changed\n"
    assert (session / "factcheck.db").read_bytes() == before


@pytest.mark.parametrize("named", ["", "session.yaml", "factcheck.db"])
def test_all_is_saved_where_only_the_first_page_is_gone(session: Path, named: str) -> None:
    damaged = spoil(session, 0)
    result = run("recover", session / named)
    assert result.exit_code == 0, result.output
    assert f"saved: {COUNT} events" in result.stdout
    assert "lost: nothing" in result.stdout
    (kept,) = session.glob("factcheck.db.damaged-*")
    assert kept.read_bytes() == damaged
    assert kept.name in result.stdout
    shown = run("history", session)
    assert shown.exit_code == 0
    assert all(f"note {number} x" in shown.stdout for number in range(COUNT))
    assert run("recover", session).stdout.startswith("nothing is damaged")


def test_what_is_lost_is_named_and_the_exit_says_so(session: Path) -> None:
    spoil(session, page_of(session, b"note 30 x"))
    result = run("recover", session)
    assert result.exit_code == 1
    line = next(line for line in result.stdout.splitlines() if line.startswith("lost: "))
    numbers = line.split("number ")[1].split(" of the log")[0]
    first, last = (int(number) for number in numbers.split("-"))
    assert first <= 31 <= last
    assert line.startswith(f"lost: {last - first + 1} events")
    history = run("history", session).stdout
    gone = {number for number in range(COUNT) if f"note {number} x" not in history}
    assert gone == set(range(first - 1, last))


def test_a_dry_run_changes_nothing(session: Path) -> None:
    damaged = spoil(session, 0)
    result = run("recover", session, "--dry-run")
    assert result.exit_code == 0
    assert f"could be saved: {COUNT} events" in result.stdout
    assert "nothing was changed" in result.stdout
    assert (session / "factcheck.db").read_bytes() == damaged
    assert list(session.glob("*damaged*")) == []


def test_what_is_no_session_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("milk, eggs\n", "utf-8")
    for name in ("nowhere", "notes.db"):
        result = run("recover", tmp_path / name)
        assert result.exit_code == 2
        assert result.stdout == ""
        assert result.stderr.startswith("error: ")
        assert len(result.stderr.splitlines()) == 1

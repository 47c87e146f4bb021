"""Damage is said when a database is opened, or found by the full check, and never guessed around."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factcheck.problems import BadInput
from factcheck.review.anchoring.anchors import make_anchor
from factcheck.review.drafts import draft
from factcheck.store import Store, health
from tests.factories import story
from tests.store.shapes import execute

if TYPE_CHECKING:
    from pathlib import Path

STORY = story()
CLAIM = STORY.claims[0]
ANCHOR = make_anchor(STORY.articles[0], CLAIM.start, CLAIM.end)
UNLOCK = ("DROP TRIGGER event_is_never_changed", "DROP TRIGGER version_is_never_changed")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database with an analysis and a few hundred events."""
    path = tmp_path / "factcheck.db"
    with Store.open(path, create=True) as store:
        store.save_analysis("key", STORY)
        store.append(
            [
                draft("ada", "verdict", f"b{number}", CLAIM.id, verdict="supported", anchor=ANCHOR)
                for number in range(300)
            ]
        )
    return path


def swap_two_pages(path: Path) -> None:
    """Damage that no single page shows: two leaves of the event log have changed places."""
    with closing(sqlite3.connect(path)) as connection:
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    content = bytearray(path.read_bytes())
    pages = [content[at : at + size] for at in range(0, len(content), size)]
    leaves = [at for at, page in enumerate(pages) if page[0] == 13 and b"supported" in page]
    first, second = leaves[1], leaves[2]
    pages[first], pages[second] = pages[second], pages[first]
    path.write_bytes(b"".join(pages))


def found(path: Path) -> list[str]:
    with Store.open(path) as store:
        return [str(problem) for problem in store.check()]


def test_damage_is_said_on_opening_with_the_way_out(path: Path) -> None:
    swap_two_pages(path)
    before = path.read_bytes()
    for read_only in (False, True):
        with pytest.raises(BadInput) as error:
            Store.open(path, read_only=read_only)
        (problem,) = error.value.problems
        assert problem.what == "is damaged"
        assert problem.mend == "run `factcheck recover SESSION`: it saves what can be read"
        assert "\n" not in str(problem)
    assert path.read_bytes() == before


def test_a_large_file_is_looked_at_on_opening_where_somebody_was_cut_off(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "QUICK_BYTES", 1_000)
    swap_two_pages(path)
    with Store.open(path) as store:
        assert {problem.what for problem in store.check()} == {"is damaged"}
    with closing(sqlite3.connect(path)) as at_work:
        with at_work:
            at_work.execute("UPDATE analysis SET saved_at = ''")
        with pytest.raises(BadInput, match="recover"):
            Store.open(path)


def test_a_sound_database_has_nothing_to_say(path: Path) -> None:
    assert found(path) == []


def test_a_text_of_the_ledger_that_was_changed_is_found(path: Path) -> None:
    execute(path, *UNLOCK, "UPDATE version SET text = text || '!' WHERE seq = 2")
    (line,) = found(path)
    assert "a2.txt in the ledger" in line
    assert "hash" in line


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        ("UPDATE event SET evidence = '{' WHERE seq = 7", "cannot be read"),
        ("UPDATE event SET anchor = '{\"odd\": 1}' WHERE seq = 7", "cannot be read"),
        ("UPDATE event SET anchor = replace(anchor, 'hurt', 'well') WHERE seq = 7", "do not stand there"),
    ],
)
def test_an_event_that_was_spoilt_is_named(path: Path, spoil: str, said: str) -> None:
    ((id_,),) = execute(path, "SELECT id FROM event WHERE seq = 7")
    execute(path, *UNLOCK, spoil)
    lines = [line for line in found(path) if "the view" not in line]
    assert len(lines) == 1
    assert str(id_) in lines[0]
    assert said in lines[0]


def test_what_was_judged_and_has_moved_is_no_damage(path: Path) -> None:
    other = make_anchor(STORY.articles[1], 0, 6)
    gone = replace(ANCHOR, text_sha256="e" * 64, exact="a text that was never here")
    with Store.open(path) as store:
        store.append([draft("ada", "note", "m", CLAIM.id, anchor=each) for each in (other, gone)])
        assert store.check() == ()


def test_a_view_that_does_not_open_is_named(path: Path) -> None:
    execute(path, "DROP VIEW claims", "CREATE VIEW claims AS SELECT a FROM nowhere")
    (line,) = found(path)
    assert "the view claims does not open" in line
    assert "nowhere" in line

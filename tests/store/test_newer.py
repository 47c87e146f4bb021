"""A newer version's database is read as far as this version knows it, and not written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from factcheck.model import Anchor, Evidence
from factcheck.problems import BadInput
from factcheck.review.drafts import draft
from factcheck.store import Store
from tests.factories import story
from tests.store.shapes import APPLY, execute

if TYPE_CHECKING:
    from pathlib import Path

ANCHOR = Anchor("f" * 64, 0, 4, "Some", "", " 40")
NEW = APPLY.format("factcheck", "9999_next")
FROM_THEM = (
    "INSERT INTO event (id, clock, at, reviewer, type, batch, claim, verdict, kind, evidence, anchor) "
    "VALUES ('{}', '0000000000009-00000', '', 'bo', '{}', 'b', 'c1', {}, {}, {}, {})"
)


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """A database with one event, an analysis, and a migration that this version does not know."""
    path = tmp_path / "factcheck.db"
    with Store.open(path, create=True) as store:
        store.save_analysis("key", story())
        evidence = (Evidence(claim="c2", anchor=ANCHOR),)
        store.append([draft("ada", "verdict", "b1", "c1", verdict="supported", evidence=evidence)])
    execute(path, NEW)
    return path


@pytest.mark.parametrize("read_only", [False, True])
def test_it_is_read_and_not_touched(newer: Path, read_only: bool) -> None:
    before = newer.read_bytes()
    with Store.open(newer, create=True, read_only=read_only) as store:
        assert store.newer
        assert store.read_only
        (notice,) = store.notices
        assert "made by a newer factcheck, only read here" in str(notice)
        assert "9999_next" in str(notice)
        assert "leaves out" not in str(notice)
        assert [event.verdict for event in store.events()] == ["supported"]
        assert store.load_analysis("key") == story()
        assert len(store.versions()) == 4
        assert store.check() == ()
        with pytest.raises(BadInput, match="made by a newer factcheck; update factcheck"):
            store.append([draft("ada", "note", "b2", "c1")])
        with pytest.raises(BadInput, match="made by a newer factcheck; update factcheck"):
            store.save_analysis("key", story())
    assert newer.read_bytes() == before
    assert [each.name for each in newer.parent.iterdir()] == [newer.name]


def test_acts_of_unknown_kinds_are_left_out_and_counted(newer: Path) -> None:
    null = "NULL"
    execute(
        newer,
        FROM_THEM.format("1", "hover", null, null, null, null),
        FROM_THEM.format("2", "verdict", "'plausible'", null, null, null),
        FROM_THEM.format("3", "verdict", "'supported'", "'by telepathy'", null, null),
        FROM_THEM.format("4", "note", null, null, null, null),
    )
    with Store.open(newer) as store:
        assert sorted(event.reviewer for event in store.events()) == ["ada", "bo"]
        assert [event.id for event in store.events() if event.reviewer == "bo"] == ["4"]
        assert "3 acts of a kind that it leaves out" in str(store.notices[0])
        execute(newer, FROM_THEM.format("5", "hover", null, null, null, null))
        assert store.changed()
        assert store.news() == ()


def test_what_it_adds_to_anchors_and_evidence_is_passed_over(newer: Path) -> None:
    anchor = {
        "text_sha256": "f" * 64,
        "start": 0,
        "end": 4,
        "exact": "Some",
        "prefix": "",
        "suffix": "",
        "lang": "x",
    }
    evidence = [{"claim": "c2", "anchor": anchor, "weight": 3}]
    values = [f"'{json.dumps(each)}'" for each in (evidence, anchor)]
    execute(newer, FROM_THEM.format("1", "verdict", "'supported'", "NULL", *values))
    with Store.open(newer) as store:
        (theirs,) = (event for event in store.events() if event.id == "1")
    assert theirs.evidence == (Evidence(claim="c2", anchor=Anchor("f" * 64, 0, 4, "Some", "", "")),)
    assert theirs.anchor == Anchor("f" * 64, 0, 4, "Some", "", "")


def test_other_tables_than_the_log_may_be_gone(newer: Path) -> None:
    execute(
        newer,
        "ALTER TABLE event ADD COLUMN mood TEXT",
        "DROP VIEW claims",
        "ALTER TABLE analysis RENAME COLUMN key TO name",
        "DROP TABLE version",
    )
    with Store.open(newer) as store:
        assert len(store.events()) == 1
        assert store.analysis_key() is None
        assert store.load_analysis("key") is None
        assert store.versions() == ()


def test_a_log_without_our_columns_cannot_be_read(newer: Path) -> None:
    execute(
        newer,
        *(f"DROP VIEW {view}" for view in ("evidence", "notes", "verdicts", "adjudicated", "sign_offs")),
        "DROP VIEW events_in_force",
        "ALTER TABLE event RENAME COLUMN batch TO act",
    )
    before = newer.read_bytes()
    with pytest.raises(BadInput, match="made by a newer factcheck; it has 9999_next"):
        Store.open(newer)
    assert newer.read_bytes() == before

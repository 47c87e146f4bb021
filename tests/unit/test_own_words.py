"""A word that a reviewer gives the session: offered where two claims should have met, and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.ownwords import learn, offers
from factcheck.problems import BadInput
from factcheck.store import Store
from tests.sessions import session_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factcheck.workspace import Workspace

SHUT = """version: 1
pack: own
vocabularies:
  close:
    role: predicate
    terms: [closed, shut, closure]
  idle:
    terms: [closed, mothballed]
rules:
  - id: own.idle
    title: Idle
    kind: event
    patterns: ['Harlow {idle} the old yard', 'the yard was {idle}']
"""
NEWS = {
    "courier": "Our news\n\nHarlow closed the old yard. The weather was fine on that day.\n",
    "herald": "Our week\n\nThe yard was mothballed. The weather was fine on that day.\n",
}


@pytest.fixture
def yard(tmp_path: Path) -> Iterator[Workspace]:
    with session_of(tmp_path, NEWS, SHUT) as workspace:
        yield workspace


def ids(workspace: Workspace) -> tuple[str, str]:
    first, second = workspace.analysis.claims
    return first.id, second.id


def test_what_is_offered_and_learned_stands_in_the_sessions_own_words(yard: Workspace) -> None:
    found = offers(yard, *ids(yard))
    assert found
    typed = found[0].typed
    assert typed == "mothballed = close"
    assert learn(yard, typed).endswith("written to words.yaml; the comparison is made again")
    assert "mothballed" in (yard.folder.path / "words.yaml").read_text(encoding="utf-8")
    assert "words.yaml" in yard.folder.config.use
    assert learn(yard, typed).endswith("it was there already")


def test_a_claim_that_is_no_longer_there_brings_no_offers(yard: Workspace) -> None:
    assert offers(yard, ids(yard)[0], "gone") is None


def test_a_session_that_cannot_be_written_learns_nothing(yard: Workspace) -> None:
    yard.store.close()
    yard.store = Store.open(yard.folder.database, read_only=True)
    with pytest.raises(BadInput, match="is read-only"):
        learn(yard, "mothballed = close")
    assert not (yard.folder.path / "words.yaml").exists()

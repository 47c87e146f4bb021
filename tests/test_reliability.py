"""The proofs of benchmarks/reliability, each with a few rounds: a slip shows here before it shows there."""

from __future__ import annotations

import os
import signal
from random import Random
from typing import TYPE_CHECKING

import pytest

from benchmarks.reliability import crowd, full_disk, kills, power, rule_edits, turns

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name == "nt", reason="processes are forked and killed as POSIX does")


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGHUP])
def test_what_a_killed_process_acknowledged_is_there(sign: signal.Signals) -> None:
    done = kills.run(8, sign, seed=3)
    assert done.wrong == []
    assert done.acts > 0
    assert done.migrations == 1


def test_every_state_of_the_disk_after_a_power_cut_opens_with_what_was_acknowledged(tmp_path: Path) -> None:
    states, wrong = power.prefixes(6, tmp_path, Random(5))
    assert wrong == []
    assert states > 100


def test_a_full_disk_is_said_and_loses_nothing(tmp_path: Path) -> None:
    with full_disk.small_disk(tmp_path) as disk:
        if disk is None:
            pytest.skip("this machine does not let us make a small file system")
        acts, wrong = full_disk.fill(disk, Random(2))
    assert wrong == []
    assert acts > 0


def test_writers_at_once_are_never_turned_away(tmp_path: Path) -> None:
    told, _, errors = crowd.crowd(tmp_path / "factcheck.db", 4, 25)
    assert errors == []
    assert len(set(told)) == 100


def test_undo_and_redo_lead_back_over_restarts(tmp_path: Path) -> None:
    assert turns.there_and_back(tmp_path / "factcheck.db", seed=77) == []


def test_edits_of_rules_change_and_hide_no_verdict(capsys: pytest.CaptureFixture[str]) -> None:
    assert rule_edits.main(8) is False
    assert "0 changed a row, 0 hid a verdict" in capsys.readouterr().out

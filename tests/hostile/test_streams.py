"""Standard streams, output files and the environment."""

from __future__ import annotations

import json
import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.hostile.world import POSIX, run, shell, write

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = POSIX


def test_no_terminal_no_app(session: Path, home: Path) -> None:
    for words in (("review", session), ("demo",), ("review", session / "articles")):
        ended = run(*words)
        assert (ended.code, len(ended.errors)) == (2, 1)
        assert "no terminal" in ended.err
    assert run().code == 2
    assert not (home / "data").exists()


def test_outputs_that_are_closed_full_or_gone(session: Path, story: Path) -> None:
    for words in (f"scan '{story}'", f"history '{session}'", "rules list", "--help"):
        ended = shell(f"factcheck {words} > /dev/full")
        full = len(ended.err.splitlines()) == 1 and ended.code == 2
        assert full or (words.startswith("history") and ended.code == 0), (words, ended)
    assert shell("factcheck rules list | head -1").code == 0
    assert shell(f"factcheck scan '{story}' --format json | head -c 1").code == 0
    assert shell(f"factcheck scan '{story}' >&-").code == 2
    assert shell("factcheck scan - <&-").code == 2
    assert shell(f"factcheck review '{session}' <&- >&- 2>&-").code == 2


def test_an_output_file_is_whole_or_untouched(home: Path, session: Path) -> None:
    (home / "link").symlink_to(write(home / "report", "old"))
    os.mkfifo(home / "pipe")
    assert run("export", session, "-o", home / "link").code == 0
    assert (home / "link").is_symlink()
    assert "12 people" in (home / "report").read_text(encoding="utf-8")
    reader = subprocess.Popen(["cat", home / "pipe"], stdout=subprocess.PIPE)
    assert run("export", session, "-o", home / "pipe").code == 0
    assert b"12 people" in reader.communicate()[0]
    assert (home / "pipe").is_fifo()
    bad = ("/dev/full", home / "missing" / "out", home, home / "\x1b[31m" / "out", home / ("n" * 300))
    for target in bad:
        ended = run("export", session, "-o", target)
        assert (ended.code, len(ended.errors)) == (2, 1), target
    assert [path.name for path in home.iterdir() if path.name.startswith(".")] == []


SURROUNDINGS: list[dict[str, str]] = [
    {"LC_ALL": "C"},
    {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"PYTHONIOENCODING": "ascii"},
    {"NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "1"},
    {"HOME": "/nonexistent", "FACTCHECK_STATE_DIR": "/dev/null/x"},
    {"HOME": ""},
]


@pytest.mark.parametrize("more", SURROUNDINGS, ids=lambda more: " ".join(more))
def test_odd_surroundings(session: Path, more: dict[str, str]) -> None:
    exported = run("export", session, "--format", "json", more=more)
    claim = json.loads(exported.out)["claims"][0]["id"]
    judge = ("mark", session, claim, "supported", "--note", "Łódź", "--reviewer", "Ana")
    assert run(*judge, more=more).code == 0
    assert "supported" in run("history", session, more=more).out
    assert "Łódź" in run("export", session, "--format", "md", more=more).out
    assert len(run("add", session, session / "Łódź", more=more).errors) == 1

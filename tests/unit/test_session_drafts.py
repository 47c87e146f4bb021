"""Half-written notes of several windows: whatever is killed when, none is lost, and none is taken twice."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from factcheck.session import Drafts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    Window = subprocess.Popen[str]

WINDOW = """
import json, sys
from pathlib import Path
from factcheck.session import Drafts

drafts = Drafts(Path(sys.argv[1]), "anna")
print(json.dumps(drafts.take_over()), flush=True)
for line in sys.stdin:
    drafts.keep(json.loads(line))
    print("kept", flush=True)
"""
TYPING = """
import sys
from pathlib import Path
from factcheck.session import Drafts

drafts = Drafts(Path(sys.argv[1]), "anna")
notes = drafts.take_over()
number = 0
while True:
    number += 1
    drafts.keep({**notes, sys.argv[2]: f"{number} typed"})
    print(number, flush=True)
"""


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACTCHECK_STATE_DIR", str(tmp_path / "state"))
    return tmp_path / "story"


@pytest.fixture
def windows() -> Iterator[list[Window]]:
    begun: list[Window] = []
    yield begun
    for window in begun:
        if window.poll() is None:
            kill(window)


def begin(windows: list[Window], session: Path, *more: str, code: str = WINDOW) -> Window:
    command = [sys.executable, "-c", code, str(session), *more]
    window = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    windows.append(window)
    return window


def heard(window: Window) -> str:
    assert window.stdout is not None
    return window.stdout.readline().strip()


def keep(window: Window, **notes: str) -> None:
    assert window.stdin is not None
    print(json.dumps(notes), file=window.stdin, flush=True)
    assert heard(window) == "kept"


def kill(window: Window) -> str:
    """What it had still said."""
    window.send_signal(signal.SIGKILL)
    return window.communicate()[0]


def left(session: Path) -> dict[str, str]:
    """What a window finds that opens now, and leaves at once."""
    drafts = Drafts(session, "anna")
    found = drafts.take_over()
    drafts.close()
    return found


def test_what_two_windows_had_begun_is_there_after_both_were_killed(
    session: Path, windows: list[Window]
) -> None:
    one, other = begin(windows, session), begin(windows, session)
    assert (heard(one), heard(other)) == ("{}", "{}")
    keep(one, a="ask the port", b="who says")
    keep(other, b="call them", c="a third")
    kill(one)
    kill(other)
    found = left(session)
    assert (found["a"], found["c"]) == ("ask the port", "a third")
    assert set(found["b"].split(" / ")) == {"who says", "call them"}
    assert left(session) == found, "it is handed on until somebody is done with it"


def test_what_is_being_typed_in_a_window_that_lives_is_not_taken_from_it(
    session: Path, windows: list[Window]
) -> None:
    one = begin(windows, session)
    heard(one)
    keep(one, a="ask")
    assert left(session) == {}
    keep(one, a="ask the port")
    kill(one)
    assert left(session) == {"a": "ask the port"}


def test_a_window_that_is_done_with_a_note_takes_none_away_from_another(
    session: Path, windows: list[Window]
) -> None:
    one, other = begin(windows, session), begin(windows, session)
    heard(one), heard(other)
    keep(one, a="ask")
    keep(other, a="call", b="them")
    keep(other)
    kill(other)
    kill(one)
    assert left(session) == {"a": "ask"}
    mine = Drafts(session, "anna")
    mine.keep(mine.take_over())
    mine.keep({})
    assert list((session.parent / "state" / "drafts").iterdir()) == []


def test_of_many_that_open_at_once_one_takes_over(session: Path, windows: list[Window]) -> None:
    one = begin(windows, session)
    heard(one)
    keep(one, a="ask")
    kill(one)
    opened = [begin(windows, session) for _ in range(6)]
    assert sorted(map(heard, opened)) == ['{"a": "ask"}', *["{}"] * 5]


def test_wherever_two_that_type_are_killed_what_was_kept_is_there(
    session: Path, windows: list[Window]
) -> None:
    rng = random.Random(7)
    for _ in range(4):
        typing = [begin(windows, session, claim, code=TYPING) for claim in ("a", "b")]
        first = [heard(window) for window in typing]
        time.sleep(rng.uniform(0, 0.05))
        last = [
            int([number, *kill(window).split()][-1]) for number, window in zip(first, typing, strict=True)
        ]
        found = left(session)
        for claim, number in zip("ab", last, strict=True):
            assert max(int(each.split()[0]) for each in found[claim].split(" / ")) >= number


def test_notes_kept_before_each_window_had_its_file_are_taken_over(session: Path) -> None:
    now = Drafts(session, "anna")
    now.keep({"a": "ask"})
    now.close()
    (file,) = (session.parent / "state" / "drafts").glob("*.json")
    file.rename(file.with_name(f"{file.name.split('.')[0]}.json"))
    file.with_suffix(".lock").unlink()
    assert left(session) == {"a": "ask"}
    assert Drafts(session, "ben").take_over() == {}

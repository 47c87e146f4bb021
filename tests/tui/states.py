"""The states of the app of which there are pictures: how each is brought about."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pytest

from factcheck.cli.library import LocalShelf
from factcheck.cli.ports import app_for
from factcheck.review.drafts import blinded
from factcheck.session import Far, Recent
from factcheck.tui.library import Library
from factcheck.tui.ports import Ports
from tests.factories import empty
from tests.moved_world import StillLog, judged_before, later_desk
from tests.sessions import RULES, STORM, session_of
from tests.tui.comparisons import SlowComparison
from tests.tui.conftest import make_app

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from textual.app import App

    from factcheck.tui.app import FactcheckApp

SMALL, USUAL, LARGE = (80, 24), (120, 40), (200, 50)
SIZES = (SMALL, USUAL, LARGE)
REPORT = """# The ferry Aurora

DRAFT, not signed off. Texts compared with each other, not with the world, by r1; 12 claims are open.

## What stands

People hurt on the Aurora: about 40 (Coastguard), 62 (Kelm hospital). Sources disagree; 4 articles, 2 origins.

| Claim | Article | Said by | Verdict |
| --- | --- | --- | --- |
| At least 40 passengers were hurt | Harbour Courier | the coastguard | ! conflicting |
"""


@dataclass(frozen=True)
class Lacked:
    """A word that the comparison is said to have lacked."""

    shown: str = "“rust” tells what “ran aground” tells"
    typed: str = "rust = ran_aground"


@dataclass(frozen=True)
class State:
    """``keys`` are pressed in the app that ``made`` gives, at the first of ``sizes``; then it is resized."""

    keys: tuple[str, ...]
    made: Callable[[Path], AbstractContextManager[App[Any]]]
    sizes: tuple[tuple[int, int], ...] = SIZES
    says: str = ""
    """What the screen says once the picture is whole, where that takes a moment."""


@contextmanager
def ferry(_folder: Path) -> Iterator[FactcheckApp]:
    """The ferry story, of which this reviewer has judged nothing yet."""
    ports = Ports(
        title="ferry",
        report=lambda _form, _only: lambda _tell: REPORT,
        standing=lambda: "DRAFT: not signed off",
        sign=lambda _name: lambda _tell: lambda: "signed off",
        learn=lambda words: f"{words}: written to words.yaml",
        offers=lambda a, b: [Lacked()],
    )
    yield make_app(ports=ports)


@contextmanager
def comparing(_folder: Path) -> Iterator[FactcheckApp]:
    """The same, and a comparison stands where it is."""
    slow = SlowComparison()

    yield make_app(ports=Ports(title="ferry", compare=slow))
    slow.gate.set()


@contextmanager
def nothing(_folder: Path) -> Iterator[FactcheckApp]:
    """One article without a claim."""
    yield make_app(empty())


@contextmanager
def changed(_folder: Path) -> Iterator[FactcheckApp]:
    """The story after the first article has changed, judged by two reviewers before and after."""
    yield make_app(desk=later_desk(_judged()))


@contextmanager
def blind(_folder: Path) -> Iterator[FactcheckApp]:
    """The same, for a reviewer who sees neither what others say nor what is suggested."""
    log = _judged()
    log.append([replace(blinded("zoe", suggestions=True), batch="b")])
    yield make_app(desk=later_desk(log, "zoe"))


def _judged() -> StillLog:
    log = StillLog()
    judged_before(log)
    ben = later_desk(log, "ben")
    ben.judge("unsourced")
    ben.write_note(ben.queue.claims[0], "who says so? [/red]")
    later_desk(log, "anna").judge("conflicting")
    return log


@contextmanager
def storm(folder: Path) -> Iterator[FactcheckApp]:
    """A session on disk with rules of its own."""
    with session_of(folder, {"post": STORM}, RULES) as workspace:
        yield app_for(workspace, "anna")


@contextmanager
def library(folder: Path) -> Iterator[Library]:
    """Before any session is open; two articles lie in the working directory, one without a source."""
    (folder / "notes").mkdir()
    (folder / "notes" / "post.txt").write_text(f"Source: The Post\nDate: 2026-03-05\n\n{STORM}")
    (folder / "notes" / "wire.txt").write_text(STORM.replace("Forty", "Some fifty"))
    shelf = LocalShelf()
    shelf.recent = [
        Recent(
            "stories/port-fire", "The fire in the port", "2026-03-04T12:00:00Z", far=Far("anna", 12, 6, 71)
        ),
        Recent("stories/storm", "Storm over Halden", "2026-03-02T08:00:00Z"),
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        yield Library(shelf)


SEARCHED = ("slash", *"port", "enter")
OUTSIDE = ("E", *"https://k.example/toll | https://a.example/1 | 2026-03-05")
STATES: dict[str, State] = {
    "review": State(("s", "c", "l"), ferry),
    "review, evidence picked": State(("h", "e"), ferry),
    "review, evidence from outside typed": State(OUTSIDE, ferry),
    "review, evidence from outside": State((*OUTSIDE, "enter"), ferry),
    "review, a note typed": State(("i", *"? ask the port"), ferry),
    "review, searching": State(("slash", *"port"), ferry),
    "review, searched": State(("i", *"? ask the port", "enter", *SEARCHED, "n"), ferry),
    "review, filtered": State(("s", "c", "f", "j", "enter"), ferry),
    "review, pinned and folded": State(("L", "J", "minus"), ferry),
    "review, text alone": State(("tab",), ferry, (SMALL, USUAL)),
    "review, words offered": State(("slash", *"rust", "enter", "t"), ferry, says="tells what"),
    "review, speaker asked": State(("I",), ferry),
    "review, words typed": State(("W", *"axed = cut"), ferry),
    "review, others' verdicts": State(("s", "k"), changed),
    "review, blind": State((), blind),
    "review, comparing": State(("slash", *"rust", "enter", "t", "escape"), comparing, says="[####......]"),
    "review, no claims": State((), nothing),
    "too small": State((), ferry, ((20, 5),)),
    "palette": State((":", *"ver"), ferry),
    "matrix": State(("C", "m", "l"), ferry),
    "matrix, judged": State(("m", "s", "j", "c"), ferry),
    "filters": State(("s", "c", "f", "j", "enter", "L", "f"), ferry),
    "filters, orphans": State(("f", *["j"] * 9), changed),
    "report": State(("s", "p", "j"), ferry),
    "report, looked at": State(("s", "p", "space"), ferry),
    "report, signing": State(("s", "p", "F"), ferry),
    "report, where to": State(("s", "p", "i", *"~/reports"), ferry),
    "moved text": State(("M",), changed),
    "moved text, orphan": State(("M", "G"), changed),
    "history": State(("H", "k", "k"), changed),
    "history, taken back": State(("H", "g", "B"), changed),
    "versions": State(("V", "n"), changed),
    "second review": State(("D",), changed),
    "second review, adjudicated": State(("D", "s"), changed),
    "second review, blind": State(("D",), blind),
    "rules": State(("r", "j"), storm),
    "rules, one off": State(("r", "j", "x"), storm, says="1 of 2 rules on"),
    "rule editor": State(
        ("r", "j", "e", *["down"] * 3, "home", *["right"] * 16, "x"), storm, says="no vocabulary"
    ),
    "rule proposed": State(("P",), storm),
    "help": State(("question_mark",), ferry),
    "help, its end": State(("question_mark", "G"), ferry),
    "library": State((), library),
    "library, new session": State(("n", *"notes", "enter"), library),
    "library, source asked": State(("n", *"notes", "enter", "enter"), library),
}

"""Two hundred random acts at a desk, all undone, all done again, with the program left in the middle."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.reliability.world import VERDICTS, anchors, article, claims
from factcheck.model import Analysis, Comparison
from factcheck.review.desk import Desk
from factcheck.review.drafts import adjudicated, hand_marked, tied
from factcheck.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable

ACTS = 200


def everything(desk: Desk) -> object:
    state, shown = desk.state, desk.analysis
    return state.all_marks(), state.adjudicated(), [c.id for c in shown.claims], shown.comparison.groups


def act(desk: Desk, random: Random) -> None:
    where = anchors()
    a, b = random.sample(list(where), 2)
    desk.goto(a)
    acts: list[Callable[[], object]] = [
        lambda: desk.judge(random.choice(VERDICTS)),
        lambda: desk.judge_same(random.choice(VERDICTS)),
        desk.clear,
        desk.cycle_kind,
        desk.repeat,
        lambda: desk.write_note(a, random.choice(("", "ask", "which day?"))),
        lambda: desk.perform([tied("ada", a, b, same=random.random() < 0.6)]),
        lambda: desk.perform([adjudicated("ada", desk.state, a, where[a], random.choice(VERDICTS))]),
        lambda: desk.perform([hand_marked("ada", where[b])]),
    ]
    random.choice(acts)()


def desk_at(store: Store) -> Desk:
    return Desk(Analysis((article(),), tuple(claims().values()), Comparison()), store, "ada")


def there_and_back(path: Path, seed: int) -> list[str]:
    """What is wrong after undoing and redoing everything, leaving and coming back half way."""
    random, wrong = Random(seed), list[str]()
    with Store.open(path, create=True) as store:
        desk = desk_at(store)
        start = everything(desk)
        done = 0
        while done < ACTS:
            before = desk.state.undoable("ada")
            act(desk, random)
            done += desk.state.undoable("ada") != before
        end = everything(desk)
    with Store.open(path) as store:
        desk = desk_at(store)
        if everything(desk) != end:
            wrong.append("the end is another after a restart")
    for turn, there, told in (
        (Desk.undo, start, "undoing everything is not the start"),
        (Desk.redo, end, "redoing everything is not the end"),
    ):
        for acts in (done // 2, done - done // 2):
            with Store.open(path) as store:
                desk = desk_at(store)
                for _ in range(acts):
                    turn(desk)
                found = everything(desk)
        if found != there:
            wrong.append(told)
    return wrong


def main(rounds: int = 10) -> bool:
    """True when undo or redo did not lead back."""
    wrong: list[str] = []
    for seed in range(rounds):
        with TemporaryDirectory() as folder:
            wrong += there_and_back(Path(folder) / "factcheck.db", seed)
    print(f"undo and redo of {ACTS} random acts, over restarts: {rounds} times, {len(wrong)} wrong")
    for each in wrong[:5]:
        print("  ", each)
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())

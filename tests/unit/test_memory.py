"""The search for dead cycles stands still while the stages run, in however many threads they do."""

from __future__ import annotations

import gc
from threading import Event, Thread
from typing import TYPE_CHECKING
from weakref import ref

import pytest

from factcheck.compare.aspects.figures import Figure
from factcheck.memory import MANY, kept_for_good, no_search_for_cycles
from factcheck.pipeline import analyse, compared
from factcheck.resources import shipped
from factcheck.rules import load_rules
from tests.factories import make_article

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _searching() -> Iterator[None]:
    gc.enable()
    yield
    gc.unfreeze()


class Ring:
    def __init__(self) -> None:
        self.itself = self


def test_who_leaves_first_does_not_start_the_search_for_who_is_still_at_work() -> None:
    within, leave = Event(), Event()

    def other() -> None:
        with no_search_for_cycles():
            within.set()
            assert leave.wait(5)

    thread = Thread(target=other)
    with no_search_for_cycles():
        thread.start()
        assert within.wait(5)
    assert not gc.isenabled()
    leave.set()
    thread.join()
    assert gc.isenabled()


def test_a_search_that_was_off_before_stays_off() -> None:
    gc.disable()
    with no_search_for_cycles():
        pass
    assert not gc.isenabled()


@pytest.mark.parametrize("many", [True, False])
def test_what_was_dead_before_is_freed_and_what_lives_is_searched_no_more_where_it_is_much(
    many: bool,
) -> None:
    dead, living = Ring(), Ring()
    gone, there = ref(dead), ref(living)
    del dead
    with kept_for_good():
        assert gone() is None
        made = [[n] for n in range(MANY + 1 if many else 1)]
    del living, made
    gc.collect()
    assert (there() is not None) == many


def test_while_another_thread_is_at_work_nothing_is_searched_and_nothing_is_kept() -> None:
    dead, living = Ring(), Ring()
    gone, there = ref(dead), ref(living)
    del dead
    with no_search_for_cycles(), kept_for_good():
        assert gone() is not None
        made = [[n] for n in range(MANY + 1)]
    del living, made
    gc.collect()
    assert gone() is None
    assert there() is None


def test_comparing_again_and_again_holds_on_to_the_figures_of_one_comparison_alone() -> None:
    articles = [
        make_article(name, f"Storm\n\nAt least {dead} people died in Halden on Monday.\n", source=name)
        for name, dead in (("A", 40), ("B", 62))
    ]
    packs = [shipped("rules") / f"{pack}.yaml" for pack in ("core", "disaster")]
    found = analyse(articles, load_rules(packs))

    def figures() -> int:
        compared(found, ())
        gc.collect()
        return sum(type(each) is Figure for each in gc.get_objects())

    first = figures()
    assert first > 0
    assert [figures() for _ in range(3)] == [first] * 3

"""Records behave as the standard library's frozen, slotted dataclasses do."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import field
from threading import Barrier, Thread

import pytest

from factcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands."""

    article: str
    start: int
    end: int = 0
    seen: list[str] = field(default_factory=list)

    @property
    def length(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Other:
    article: str
    start: int
    end: int = 0
    seen: list[str] = field(default_factory=list)


@dataclasses.dataclass(frozen=True, slots=True)
class Standard:
    article: str
    start: int
    end: int = 0
    seen: list[str] = field(default_factory=list)


def test_values_are_given_by_place_by_name_or_left_out() -> None:
    place = Place("a1", end=7, start=3)
    assert (place.article, place.start, place.end, place.seen, place.length) == ("a1", 3, 7, [], 4)
    assert Place("a1", 3).seen is not Place("a1", 3).seen


@pytest.mark.parametrize("named", [{}, {"article": "a1"}, {"article": "a1", "start": 1, "stop": 2}])
def test_what_is_missing_or_unknown_is_refused_by_name(named: dict[str, object]) -> None:
    with pytest.raises(TypeError, match=r"Place\.__init__\(\)"):
        Place(**named)  # type: ignore[arg-type]


def test_equal_are_those_of_one_class_with_the_same_values() -> None:
    assert Place("a1", 3) == Place("a1", 3)
    assert Place("a1", 3) != Place("a1", 4)
    others: list[object] = [Other("a1", 3), ("a1", 3, 0, [])]
    assert Place("a1", 3) not in others


def test_equal_records_have_one_hash() -> None:
    assert len({Hashed("a"), Hashed("a"), Hashed("b")}) == 2


@dataclass(frozen=True, slots=True)
class Hashed:
    name: str


def test_nothing_of_a_record_can_be_set_or_deleted() -> None:
    place = Place("a1", 3)
    with pytest.raises(dataclasses.FrozenInstanceError):
        place.start = 4  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del place.start
    with pytest.raises(dataclasses.FrozenInstanceError):
        place.unknown = 4  # type: ignore[attr-defined]
    assert not hasattr(place, "__dict__")


def test_the_standard_library_takes_it_for_one_of_its_own() -> None:
    place = Place("a1", 3, seen=["x"])
    assert dataclasses.is_dataclass(Place)
    ours, theirs = dataclasses.fields(Place), dataclasses.fields(Standard)
    assert [(each.name, each.default, each.type) for each in ours] == [
        (each.name, each.default, each.type) for each in theirs
    ]
    assert dataclasses.replace(place, start=4) == Place("a1", 4, 0, ["x"])
    assert dataclasses.asdict(place) == dataclasses.asdict(Standard("a1", 3, seen=["x"]))
    assert repr(place) == repr(Standard("a1", 3, seen=["x"])).replace("Standard", "Place")
    match place:
        case Place(article, start):
            assert (article, start) == ("a1", 3)


def test_copies_and_what_was_pickled_are_equal() -> None:
    place = Place("a1", 3, seen=["x"])
    for other in (copy.copy(place), copy.deepcopy(place), pickle.loads(pickle.dumps(place))):
        assert other == place
        assert other is not place


def test_threads_may_be_the_first_to_ask_at_once() -> None:
    @dataclass(frozen=True, slots=True)
    class New:
        name: str
        seen: list[str] = field(default_factory=list)

    start, told = Barrier(8), []

    def ask() -> None:
        start.wait()
        names = [each.name for each in dataclasses.fields(New)]
        told.append((New("a") == New("a"), New("a").seen, names))

    threads = [Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == [(True, [], ["name", "seen"])] * 8

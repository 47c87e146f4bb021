"""Stems are the same whatever else is at work: facts are compared in threads of their own."""

from __future__ import annotations

import sys
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from factcheck.compare.facts.similarity import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = [
    f"{start}{end}" for start in ("hospital", "rail", "forg", "explod") for end in ("ised", "ings", "eries")
]


@pytest.fixture
def many_turns() -> Iterator[None]:
    """Threads take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("many_turns")
def test_threads_do_not_disturb_each_others_stems() -> None:
    alone = [stem.__wrapped__(word) for word in WORDS]
    wrong: list[str] = []

    def work() -> None:
        for _ in range(100):
            try:
                wrong.extend(w for w, known in zip(WORDS, alone, strict=True) if stem.__wrapped__(w) != known)
            except IndexError as error:
                wrong.append(str(error))

    threads = [Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong

"""Words that the comparison lacked: offered after a tie, changed, kept, refused."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.problems import BadInput, Problem
from factcheck.tui.ports import Ports
from tests.tui.conftest import answer, make_app, screen_text, until


@dataclass(frozen=True)
class Word:
    shown: str = "“stranded” tells what “ran aground” tells"
    typed: str = "stranded = ran_aground"


async def test_after_a_tie_the_missing_word_is_offered_and_can_be_changed_before_it_is_kept() -> None:
    learnt: list[str] = []

    def learn(text: str) -> str:
        learnt.append(text)
        return "written to words.yaml"

    app = make_app(ports=Ports(title="ferry", offers=lambda a, b: [Word()], learn=learn))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("/", *"rust", "enter", "t")
        assert "tell the same fact" in answer(app)
        await until(pilot, lambda: "W adds it to the vocabulary" in answer(app))
        await pilot.press("W")
        assert "stranded = ran_aground" in screen_text(app)
        await pilot.press("!", "enter")
        assert learnt == ["stranded = ran_aground!"]
        assert "written to words.yaml" in answer(app)


async def test_where_no_word_would_have_found_it_the_answer_says_so() -> None:
    app = make_app(ports=Ports(title="ferry", offers=lambda a, b: []))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("/", *"rust", "enter", "t")
        await until(pilot, lambda: "too little in common to be found by itself" in answer(app))


async def test_words_that_cannot_be_kept_are_refused_in_a_line() -> None:
    def learn(text: str) -> str:
        raise BadInput(Problem("the words", "cannot be read", "", "write: axed = cut"))

    app = make_app(ports=Ports(title="ferry", learn=learn))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("W", "x", "enter")
        await until(pilot, lambda: "write: axed = cut" in screen_text(app))
        assert "words that tell the same: x" in screen_text(app)
        await pilot.press("backspace", "enter")
        assert answer(app) == "nothing added"

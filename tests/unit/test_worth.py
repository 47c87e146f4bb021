"""How much a sentence deserves a check: what raises it, what lowers it, and that nothing else moves it."""

from __future__ import annotations

from functools import cache
from time import process_time

import pytest

from factcheck.extract.cues import LOWERING, RAISING
from factcheck.extract.worth import WEIGHTS, Appraiser, features, worth_of
from factcheck.resources import shipped
from factcheck.rules import load_rules


@cache
def appraiser() -> Appraiser:
    return Appraiser(load_rules([shipped("rules") / "core.yaml", shipped("rules") / "conflict.yaml"]))


def score(text: str) -> float:
    return appraiser().appraise(text).score


PLAIN = "The ferry company carried passengers across the lake to Tolme."


@pytest.mark.parametrize(
    "richer",
    [
        "The ferry company carried 4,200 passengers across the lake to Tolme.",
        "The ferry company carried passengers across the lake to Tolme on 3 May 2021.",
        "The ferry company carried more passengers than the railway across the lake to Tolme.",
        "The ferry company carried passengers across the lake to Tolme, the minister Ana Velt said.",
        "The ferry company carried half of all passengers across the lake to Tolme.",
        "The ferry company carried passengers across the lake to Tolme and raised its prices.",
    ],
)
def test_what_can_be_looked_up_raises(richer: str) -> None:
    assert score(richer) > score(PLAIN)


@pytest.mark.parametrize(
    "poorer",
    [
        "Was it the ferry company that carried passengers across the lake to Tolme?",
        "I think the ferry company carried passengers across the lake to Tolme.",
        "The ferry company should have carried passengers across the lake to Tolme.",
        "The ferry company will carry passengers across the lake to Tolme.",
        "To Tolme.",
    ],
)
def test_opinion_duty_future_question_and_fragment_lower(poorer: str) -> None:
    assert score(poorer) < score(PLAIN)


def test_a_sentence_of_figures_ranks_high_and_small_talk_low() -> None:
    assert (
        score("Unemployment fell from 9.1 percent in 2011 to 6.2 percent in 2014, the ministry said.") > 0.9
    )
    assert score("I hope you will enjoy it, should you want to?") < 0.1


def test_one_good_sentence_makes_a_text_worth_a_check() -> None:
    good = "The state spent $4.2 million on the bridge in 2019."
    assert score(f"I hope so. {good} I want to go home.") == score(good)


def test_claims_stand_where_they_say() -> None:
    text = "I hope so. Nine people were killed in Tolme on Monday, police said."
    found = appraiser().appraise(text)
    assert found.claims
    for claim in found.claims:
        assert text[claim.start : claim.end] == claim.text
        assert claim.rules
    assert any("Nine people were killed" in claim.text for claim in found.claims)


def test_a_line_that_looks_like_a_heading_is_read() -> None:
    assert appraiser().appraise("Nine People Killed in Tolme").claims


def test_no_text_moves_the_score_of_another() -> None:
    texts = ["Velt said that 12 people died.", "Ana Velt, the minister, resigned in 2019.", PLAIN]
    assert [score(text) for text in texts] == list(reversed([score(text) for text in reversed(texts)]))


@pytest.mark.parametrize("text", ["", " \n\t", "…", "?!", "\x00\x07", "💥" * 50, "é́" * 30, "\r\n\r\n1\r\n"])
def test_any_text_gets_a_score_between_nought_and_one(text: str) -> None:
    assert 0 <= score(text) <= 1


def test_nothing_to_read_scores_nought() -> None:
    assert score(" \n ") == 0


def test_every_sign_has_a_weight_on_its_side() -> None:
    assert all(WEIGHTS[name] > 0 for name in RAISING)
    assert all(WEIGHTS[name] < 0 for name in LOWERING)


def test_both_apostrophes_are_read() -> None:
    assert features("We don't know what she'll do.") == features("We don’t know what she’ll do.")


def test_the_month_of_may_is_no_future() -> None:
    assert "future" not in features("It sank on 3 May in the lake.")
    assert "future" in features("It may sink in the lake.")


def test_figures_count_no_further_than_four() -> None:
    rows = ", ".join(f"{number} boats" for number in range(20, 60))
    few = ", ".join(f"{number} boats" for number in range(20, 24))
    assert score(f"There were {rows}.") == score(f"There were {few}.")


@pytest.mark.parametrize(
    "piece", ["the most ", "have never ", "i really ", "more very ", "1,", "“", "a" * 40]
)
def test_long_texts_stay_linear(piece: str) -> None:
    begin = process_time()
    worth_of(piece * (200_000 // len(piece)))
    assert process_time() - begin < 2

"""The likeness of two sentences: a number that ranks pairs by whether they tell one fact."""

from __future__ import annotations

from factcheck.compare.facts.likeness import Likeness
from factcheck.model import LexiconEntry

BURNED = "A warehouse in Korvel burned down on Friday, destroying 40 lorries."
FIRE = "Fire destroyed a Korvel warehouse and 40 lorries on Friday night."
MAYOR = "The mayor of Korvel, Ilse Dorn, will not stand again in the spring."
DORN = "Ilse Dorn was born in Korvel and taught history there."
OTHER = "A warehouse in Ansk burned down on Sunday, destroying 12 buses."
TEXTS = (BURNED, FIRE, MAYOR, DORN, OTHER)


def test_one_fact_ranks_above_a_like_story_and_above_the_same_people() -> None:
    score = Likeness(TEXTS).same_fact
    assert score(BURNED, FIRE) > score(BURNED, OTHER) > score(BURNED, MAYOR)
    assert score(MAYOR, DORN) < score(BURNED, FIRE), "shared names alone tell no fact"


def test_a_score_is_symmetric_and_between_nothing_and_one() -> None:
    score = Likeness(TEXTS).same_fact
    for a in TEXTS:
        for b in TEXTS:
            assert 0.0 <= score(a, b) <= 1.0
            assert score(a, b) == score(b, a)
    assert score("", BURNED) == 0.0
    assert score("Quite another matter", BURNED) == 0.0


def test_a_class_of_the_lexicon_raises_a_score() -> None:
    died, drowned = "Two sailors perished off Korvel.", "The sea took two men: both drowned near Korvel."
    lexicon = (LexiconEntry("predicate", "die", ("perished", "drowned")),)
    texts = (*TEXTS, died, drowned)
    assert Likeness(texts, lexicon).same_fact(died, drowned) > Likeness(texts).same_fact(died, drowned)


def test_numbers_of_which_none_is_shared_lower_it() -> None:
    score = Likeness(TEXTS).same_fact
    same = score("The fire destroyed 40 lorries.", "The fire in Korvel destroyed 40 lorries.")
    assert score("The fire destroyed 40 lorries.", "The fire in Korvel destroyed 12 lorries.") < 0.9 * same


def test_a_text_without_end_is_read_up_to_a_point() -> None:
    assert Likeness(TEXTS).same_fact("9" * 4_000 + " lorries " * 100_000, BURNED) > 0.0

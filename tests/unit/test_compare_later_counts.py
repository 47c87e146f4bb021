"""What one source counts from day to day, what two pay, and who is meant by those who speak."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factcheck.compare.wording import same_told
from tests.unit.test_compare_who_says_it import article, read

if TYPE_CHECKING:
    from factcheck.model import Suggestion


def suggested(words: str, *told: tuple[str, str]) -> Suggestion:
    """What is proposed for the first claim with these words; each article is its day and its text."""
    texts = [replace(article(n, f"Paper {n}", text), published=day) for n, (day, text) in enumerate(told, 1)]
    claims, found = read(*texts)
    claim = next((c for c in claims if words in c.text), None)
    assert claim is not None, [c.text for c in claims]
    return next(s for s in found.suggestions if s.claim == claim.id)


MONDAY = ("2026-03-09", "The health office had confirmed 52 cases of cholera in Korvel by Monday noon.")


def test_a_source_that_counted_up_to_a_day_counts_on() -> None:
    later = ("2026-03-11", "The health office counts 61 cases of cholera in Korvel.")
    assert suggested("52 cases", MONDAY, later).kind == "later figure"
    assert suggested("61 cases", MONDAY, later).kind != "reports"


def test_two_counts_up_to_one_day_contradict_each_other() -> None:
    same = ("2026-03-11", "The health office had confirmed 520 cases of cholera in Korvel by Monday noon.")
    assert suggested("52 cases", MONDAY, same).kind == "reports"


def test_a_state_is_of_its_day() -> None:
    then = ("2026-03-13", "About 1,200 rescuers were at work in Korvel on Thursday, the fire service said.")
    now = ("2026-03-13", "More than 1,500 rescuers are searching the ruins in Korvel, the fire service said.")
    assert suggested("1,500 rescuers", then, now).verdict != "conflicting"


def test_what_two_pay_are_two_prices() -> None:
    state = ("2026-03-09", "A dose of the vaccine costs the state 22 crowns.")
    adults = ("2026-03-10", "A dose of the vaccine costs adults 35 crowns.")
    other = ("2026-03-10", "A dose of the vaccine costs the state 35 crowns.")
    assert suggested("22 crowns", state, adults).verdict == "unsourced"
    assert suggested("22 crowns", state, other).verdict == "conflicting"


def test_who_is_meant_is_not_what_is_told() -> None:
    helped = ("2026-03-09", "A guard who was tied up had helped the thieves.")
    came = ("2026-03-10", "The thieves had come at 1.30 a.m.")
    assert suggested("had come", helped, came).verdict == "unsourced"


def test_a_share_twice_told_is_no_other_share() -> None:
    first = (
        "2026-03-09",
        "The Union won 38.4 percent of the vote in Korvel, ahead of the List with 38.1 percent.",
    )
    second = ("2026-03-10", "The Union won 38.4 percent of the vote in Korvel.")
    assert suggested("Union won", first, second).verdict != "conflicting"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Juma Okeli has been banned. Okeli will appeal, his agent said.", "Juma Okeli"),
        ("Two men died, the runners' rival, the Union of Road Racers, says.", "Union of Road Racers"),
        ("The leak killed 40 cows, according to the owner, the Stenborg group.", "Stenborg group"),
        ("The army on Friday raised the number of wounded soldiers to 14.", "army"),
    ],
)
def test_who_speaks_is_told_by_what_stands_beside(text: str, who: str) -> None:
    claims, found = read(article(1, "Harbour Post", text))
    last = max(claims, key=lambda claim: claim.start)
    assert next(s.origin for s in found.suggestions if s.claim == last.id) == who


def test_the_president_of_a_country_speaks_for_no_body_named_before() -> None:
    text = (
        "About 900 people have fled, the aid group Open Hands said. Ukraine has offered to host talks. "
        "Its president, Hendrik Oule, spoke with both leaders on Monday. Oule said two men had died."
    )
    claims, found = read(article(1, "Harbour Post", text))
    died = next(claim for claim in claims if "died" in claim.text)
    assert next(s.origin for s in found.suggestions if s.claim == died.id) == "Hendrik Oule"


def test_a_reason_shows_the_end_of_a_clause_where_the_common_date_stands() -> None:
    long = (
        "The company signed a safety agreement with the dockers' union in the harbour of Averne, "
        "after long talks, and it took effect in January"
    )
    told = same_told("The agreement came into force in January", long)
    assert told.endswith("in January”")
    assert len(told) < len(long) + 60


def test_a_judgement_of_a_figure_keeps_its_subject() -> None:
    text = "Forty people died in Korvel. That is far too low, according to the union in Korvel."
    claims, _ = read(article(1, "Harbour Post", text))
    assert "That is far too low" in [claim.text for claim in claims]


@pytest.mark.parametrize(
    "text",
    [
        "Boilers have rarely made for such gripping reading.",
        "The Journal's calls to the factory went unanswered.",
        "The ministry did not say how he had become infected with cholera.",
    ],
)
def test_what_points_or_comments_is_no_claim(text: str) -> None:
    claims, _ = read(article(1, "Harbour Post", f"Forty people died in Korvel. {text}"))
    assert [claim.text for claim in claims] == ["Forty people died in Korvel"]

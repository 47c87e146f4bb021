"""Two articles, each a sentence or two, through the engine: values compared as a careful reader would."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from factcheck.model import Article
from factcheck.pipeline import analyse
from factcheck.resources import shipped
from factcheck.rules import load_rules

if TYPE_CHECKING:
    from factcheck.model import Analysis
    from factcheck.rules import RuleSet


@lru_cache(1)
def _rules() -> RuleSet:
    return load_rules([shipped("rules")])


def _article(number: int, text: str, published: str | None) -> Article:
    digest = sha256(text.encode()).hexdigest()
    name = f"a{number}"
    return Article(name, f"{name}.txt", name, name, text, digest, digest, published=published)


def _analysed(a: str, b: str, days: tuple[str | None, str | None] = (None, None)) -> Analysis:
    return analyse([_article(1, a, days[0]), _article(2, b, days[1])], _rules())


def relations_told(a: str, b: str, days: tuple[str | None, str | None] = (None, None)) -> set[str]:
    """Every relation between the two articles, as "kind on what"."""
    return {f"{r.kind} on {r.on}" for r in _analysed(a, b, days).comparison.relations}


CASES = [
    # sums, parts and wholes
    (
        "The blast in Korvel left 100 people dead and nearly 1,000 injured, officials said.",
        "The blast in Korvel caused about 1,100 casualties, the health ministry said.",
        "agrees on quantity",
    ),
    (
        "The flood in Korvel killed 200 people, police said.",
        "The flood in Korvel left 900 people dead or injured, police said.",
        "differs on quantity",
    ),
    (
        "Fifteen people, among them 11 children, were killed in the Korvel fire, doctors said.",
        "The fire in Korvel killed 40 people, the mayor said.",
        "conflicts on quantity",
    ),
    (
        "Two medics were among at least 31 people killed in the Korvel raid, a monitor said.",
        "The raid on Korvel killed 64 people, residents said.",
        "differs on quantity",
    ),
    # bounds and hedges
    (
        "Up to 800 people were evacuated from Korvel, the mayor said.",
        "The mayor said 300 people were evacuated from Korvel.",
        "differs on quantity",
    ),
    (
        "At least 9 people died when the bridge in Korvel collapsed, police said.",
        "Fifteen people died when the bridge in Korvel collapsed, the hospital said.",
        "differs on quantity",
    ),
    # no tolerance between decimals that nobody hedges, however the strength of a quake is put
    (
        "A magnitude 5.9 earthquake struck near Korvel on Tuesday.",
        "A 6.1-magnitude earthquake hit near Korvel on Tuesday.",
        "conflicts on quantity",
    ),
    (
        "The earthquake near Korvel had a magnitude of 5.9, the institute said.",
        "A quake of magnitude 6.1 shook Korvel.",
        "conflicts on quantity",
    ),
    # units are converted
    (
        "The crack in the Korvel dam runs for 16 km, engineers said.",
        "The crack in the Korvel dam runs for 20 miles, engineers said.",
        "conflicts on quantity",
    ),
    (
        "The wave that hit Korvel was 3 metres high, the coastguard said.",
        "The wave that hit Korvel was 20 feet high, the coastguard said.",
        "conflicts on quantity",
    ),
    (
        "The fire near Korvel burned 400 hectares of forest.",
        "The fire near Korvel burned about 1,000 acres of forest.",
        "agrees on quantity",
    ),
    (
        "The temperature in Korvel reached 40 degrees Celsius on Monday.",
        "The temperature in Korvel reached 111 degrees Fahrenheit on Monday.",
        "conflicts on quantity",
    ),
    # money
    (
        "The Korvel bridge cost €5 million, the city said.",
        "The Korvel bridge cost 9 million pounds, the city said.",
        "differs on quantity",
    ),
    (
        "Dornova lost €1.2bn last year, the company said.",
        "Dornova lost 1,200 million euros last year, the company said.",
        "agrees on quantity",
    ),
    (
        "Dornova lost €1.2bn last year, the company said.",
        "Dornova lost 2,100 million euros last year, the company said.",
        "conflicts on quantity",
    ),
    (
        "Dornova paid a fine of EUR 5 million, the regulator said.",
        "Dornova paid a fine of 7 million euros, the regulator said.",
        "conflicts on quantity",
    ),
    # shares
    (
        "Sales at Dornova fell by a third last year.",
        "Sales at Dornova fell by 33 per cent last year.",
        "agrees on quantity",
    ),
    (
        "Sales at Dornova fell by a third last year.",
        "Sales at Dornova fell by 50 per cent last year.",
        "conflicts on quantity",
    ),
    # spans of time
    ("The siege of Korvel lasted 90 days.", "The siege of Korvel lasted three months.", "agrees on quantity"),
    (
        "Korvel and Ansk agreed on a 90-day truce on Monday.",
        "Korvel and Ansk agreed on a 60-day truce on Monday.",
        "conflicts on quantity",
    ),
    (
        "The truce between Korvel and Ansk will last three months, the mediators said.",
        "The truce between Korvel and Ansk will last six months, the mediators said.",
        "conflicts on quantity",
    ),
    # times of day
    (
        "The bridge in Korvel collapsed at 6:12 a.m. on Friday, police said.",
        "The bridge in Korvel collapsed at 5.47am on Friday, the city said.",
        "conflicts on date",
    ),
    # how many
    (
        "One captured soldier died in Korvel, the army said.",
        "Several captured soldiers died in Korvel, the army said.",
        "conflicts on count",
    ),
    (
        "Dozens of people were hurt in the crash in Korvel, police said.",
        "Three hundred people were hurt in the crash in Korvel, police said.",
        "conflicts on quantity",
    ),
    # denials, in words that are otherwise copied
    (
        "Dornova is in talks to sell its Korvel plant, two sources said.",
        "Dornova is not in talks to sell its Korvel plant, the company said.",
        "conflicts on polarity",
    ),
    (
        "Three people were killed in the explosion in Korvel, the hospital said.",
        "Nobody was killed in the explosion in Korvel, police said.",
        "conflicts on polarity",
    ),
    (
        "The dam at Korvel has cracked, the union said.",
        "There is no crack in the dam at Korvel, the ministry said.",
        "conflicts on polarity",
    ),
    (
        "Two sources said Dornova was in talks to sell its Korvel plant.",
        "Dornova dismissed reports that it was in talks to sell its Korvel plant as false.",
        "conflicts on polarity",
    ),
    # plans are firm, guesses are not
    (
        "Dornova will cut 1,800 jobs in Korvel, the company said.",
        "Dornova will cut 2,600 jobs in Korvel, the union said.",
        "conflicts on quantity",
    ),
    (
        "Dornova could cut 1,800 jobs in Korvel, one analyst said.",
        "Dornova may cut 2,600 jobs in Korvel, the union said.",
        "differs on quantity",
    ),
    # who speaks, and for whom
    (
        "Volodymyr Zelenskyy visited Korvel on Sunday.",
        "Ukraine's president visited Korvel on Sunday.",
        "agrees on date",
    ),
]


@pytest.mark.parametrize(("a", "b", "relation"), CASES, ids=[case[0][:40] for case in CASES])
def test_the_difference_is_named(a: str, b: str, relation: str) -> None:
    assert relation in relations_told(a, b)


NO_CONFLICT = [
    (
        "The crack in the Korvel dam runs for 16 km, engineers said.",
        "The crack in the Korvel dam runs for 10 miles, engineers said.",
    ),
    (
        "The wave that hit Korvel was 3 metres high, the coastguard said.",
        "The wave that hit Korvel was about 10 feet high, the coastguard said.",
    ),
    (
        "Customs officers in Korvel seized 2 tonnes of cocaine.",
        "Customs officers in Korvel seized 4,400 pounds of cocaine.",
    ),
    (
        "The temperature in Korvel reached 40 degrees Celsius on Monday.",
        "The temperature in Korvel reached 104 degrees Fahrenheit on Monday.",
    ),
    (
        "The earthquake near Korvel had a magnitude of 5.9, the institute said.",
        "An aftershock near Korvel had a magnitude of 4.8, the institute said.",
    ),
    (
        "An aftershock of magnitude 4.8 shook Korvel on Tuesday.",
        "An aftershock of magnitude 4.6 shook Korvel on Thursday.",
    ),
    (
        "Turnout in Korvel was 45 percent, the commission said.",
        "In Korvel 12,000 voters turned out, the commission said.",
    ),
    (
        "Korvel and Ansk agreed on a 90-day truce on Monday.",
        "Korvel and Ansk agreed on a three-month truce on Monday.",
    ),
    (
        "The ferry sank off Korvel at about 6pm on Friday, the coastguard said.",
        "The ferry sank off Korvel at 18:12 on Friday, the coastguard said.",
    ),
    (
        "The ferry sank off Korvel at 0612 GMT on Friday, the coastguard said.",
        "The ferry sank off Korvel at 8.12am on Friday, the coastguard said.",
    ),
    ("A soldier was killed in Korvel on Friday.", "One soldier was killed in Korvel on Friday."),
    (
        "Korvel sent 12,000 troops to the border.",
        "Korvel could send up to 15,000 troops to the border, analysts say.",
    ),
    (
        "Reports say the factory in Korvel closed on Monday.",
        "Officials said the factory in Korvel closed on Monday.",
    ),
    (
        "South Korea's spy agency said 1,000 soldiers were killed in Korvel.",
        "The NIS said 1,000 soldiers were killed in Korvel.",
    ),
]


@pytest.mark.parametrize(("a", "b"), NO_CONFLICT, ids=[case[0][:40] for case in NO_CONFLICT])
def test_what_fits_is_no_conflict(a: str, b: str) -> None:
    assert not [one for one in relations_told(a, b) if one.startswith("conflicts")]


def test_a_weekday_is_read_with_the_day_of_its_article() -> None:
    dated = "The accord was signed in Korvel on 26 December 2024, the ministry said."
    fits = "The accord was signed in Korvel on Thursday, the ministry said."
    other = "The accord was signed in Korvel on Friday, the ministry said."
    assert "conflicts on date" not in relations_told(fits, dated, ("2024-12-28", None))
    assert "conflicts on date" in relations_told(other, dated, ("2024-12-28", None))
    assert "conflicts on date" not in relations_told(fits, dated), "a Thursday without a date may be that one"


def test_a_toll_that_rose_is_an_update() -> None:
    before = "The landslide in Korvel killed 40 people, the agency said."
    after = "The death toll from the landslide in Korvel has risen to 65, the agency said."
    assert "updates on quantity" in relations_told(before, after, ("2023-05-02", "2023-05-03"))


def test_what_had_not_happened_may_happen_a_day_later() -> None:
    before = "The missing boy was not found in Korvel, police said."
    after = "The missing boy was found in Korvel, police said."
    told = relations_told(before, after, ("2023-05-02", "2023-05-03"))
    assert "differs on polarity" in told
    assert "conflicts on polarity" not in told
    assert "conflicts on polarity" in relations_told(before, after), "on one day, or on none, both cannot be"


def test_alive_and_then_dead_is_a_sequence() -> None:
    alive = "The captured pilot was alive in a Korvel hospital, the army said."
    dead = "The captured pilot died in a Korvel hospital, the army said."
    told = relations_told(alive, dead, ("2023-05-02", "2023-05-03"))
    assert not [one for one in told if one.startswith("conflicts")]


def test_each_figure_is_counted_with_the_verb_right_before_it() -> None:
    """ "Killed 3 wounding 20" are three dead, whatever stands to their right."""
    told = _analysed(
        "The rocket attack on Korvel killed 3 wounding 20, police said.",
        "The rocket attack on Korvel killed 7 people, police said.",
    ).comparison.relations
    assert [r.kind for r in told if "3" in r.why and "7" in r.why] == ["conflicts"]


def test_what_reportedly_happened_is_no_forecast() -> None:
    told = relations_told(
        "The raid on Korvel reportedly killed 19 people.",
        "The raid on Korvel killed 64 people, residents said.",
    )
    assert "conflicts on quantity" in told

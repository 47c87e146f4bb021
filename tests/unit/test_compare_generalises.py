"""Causes of wrong and missing relations that no one story has to itself, each on two texts of our own."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from factcheck.cli.options import rule_paths
from factcheck.model import Analysis, Article, Relation
from factcheck.pipeline import analyse
from factcheck.review.regroup import regrouped
from factcheck.rules import load_rules

if TYPE_CHECKING:
    from factcheck.rules import RuleSet


@cache
def rules() -> RuleSet:
    return load_rules(rule_paths(()))


def article(number: int, text: str, day: str) -> Article:
    digest = sha256(text.encode()).hexdigest()
    return Article(
        f"a{number}", f"{number}.txt", f"t{number}", f"s{number}", text, digest, digest, published=day
    )


def read(*texts: str, day: str = "2026-05-06") -> Analysis:
    return analyse([article(n, text, day) for n, text in enumerate(texts, 1)], rules())


def relations(found: Analysis, left: str, right: str) -> list[Relation]:
    """The relations between claims with the words ``left`` and claims with the words ``right``."""
    a, b = ({c.id for c in found.claims if words in c.text} for words in (left, right))
    assert a, f"no claim has {left!r}"
    assert b, f"no claim has {right!r}"
    return [r for r in found.comparison.relations if {r.a, r.b} & a and {r.a, r.b} & b and r.a != r.b]


def kinds(found: Analysis, left: str, right: str) -> set[str]:
    return {f"{r.kind} on {r.on}" for r in relations(found, left, right)}


def test_a_common_noun_is_no_organisation() -> None:
    found = read(
        "Halden Foods closed its bakery in Brod on Monday. The group said that 40 workers lost their jobs.",
        "The central bank of Ruritania said on Monday that 40 workers lost their jobs in Brod.",
    )
    origins = {name for group in found.comparison.groups for name in group.origins}
    assert origins
    assert not origins & {"Islamic State", "Federal Reserve", "US State Department", "White House"}


@pytest.mark.parametrize(
    "none",
    [
        "No passenger was injured when the tram left the rails in Brod, the operator said.",
        'When the tram left the rails, "nobody has been injured, and nobody will be," the operator said.',
    ],
)
def test_none_and_some_conflict(none: str) -> None:
    found = read(
        f"{none} The hospital said that four passengers had been injured when the tram left the rails."
    )
    assert "conflicts on polarity" in kinds(found, "been injured" if "has" in none else "No pass", "four")


def test_none_and_some_never_agree_across_articles() -> None:
    found = read(
        "The operator said that no passenger had been injured when the tram left the rails in Brod.",
        "Four passengers were injured when the tram left the rails in Brod, the hospital said.",
    )
    assert kinds(found, "no passenger", "Four") == {"conflicts on polarity"}


def test_two_dates_of_one_plan_conflict() -> None:
    found = read(
        "The dairy in Brod will close in March 2027, Halden Foods said.",
        "The dairy in Brod will close in December 2026, according to the union.",
    )
    assert kinds(found, "March 2027", "December 2026") == {"conflicts on date"}


def test_who_is_meant_is_not_what_is_told() -> None:
    found = read(
        "A ferry that sank off Brod had passed its last safety check in March.",
        "The ferry sank off Brod on Sunday.",
    )
    assert not any(kind.startswith("agrees") for kind in kinds(found, "safety check", "sank off Brod on"))


def test_one_thing_is_built_once() -> None:
    found = read(
        "The ferry Aldona was built in 1985 and carried 300 passengers.",
        "The ferry Aldona was built in 1987.",
    )
    assert kinds(found, "1985", "1987") == {"conflicts on date"}
    two = read("The ferry Aldona was built in 1985.", "The ferry Mirela was built in 1987.")
    assert not kinds(two, "1985", "1987")
    many = read("A ferry in the fleet was built in 1985.", "Another ferry was built in 1987.")
    assert not kinds(many, "1985", "1987")


def test_two_accounts_of_one_plan_conflict() -> None:
    found = read(
        "Halden Foods announced 900 job cuts on Tuesday.",
        "The bakers' union said that Halden Foods planned to cut 1,400 jobs.",
    )
    assert kinds(found, "900", "1,400") == {"conflicts on quantity"}


def test_two_accounts_of_one_plan_conflict_within_an_article() -> None:
    found = read(
        "Halden Foods said that it would cut 900 jobs. The bakers' union said that 1,400 jobs would be cut."
    )
    assert kinds(found, "900", "1,400") == {"conflicts on quantity"}


def test_two_forecasts_are_two_opinions() -> None:
    found = read(
        "Analyst Jan Ott said that Halden Foods could cut 900 jobs.",
        "Analyst Mia Rau said that Halden Foods could cut 1,400 jobs.",
    )
    assert "conflicts on quantity" not in kinds(found, "900", "1,400")


def test_a_conversion_hides_no_conflict_and_makes_none() -> None:
    found = read(
        "The harbour board fined Halden Foods £36 million for false labels.",
        "The harbour board fined Halden Foods £63 million, or about $80 million, for false labels.",
        "The harbour board fined Halden Foods $46 million for false labels.",
    )
    assert kinds(found, "£36", "£63") == {"conflicts on quantity"}
    assert "conflicts on quantity" not in kinds(found, "£36", "$46")


def test_two_sorts_of_profit_do_not_conflict() -> None:
    found = read(
        "Net profit at Halden Foods was €84m in the first quarter.",
        "Operating profit at Halden Foods was €118m in the first quarter.",
        "Net profit at Halden Foods was €410m in 2025.",
    )
    assert not any(kind.startswith("conflicts") for kind in kinds(found, "€84m", "€118m"))
    assert not any(kind.startswith("conflicts") for kind in kinds(found, "€84m", "€410m"))


def test_what_a_number_is_taken_out_of_is_not_what_happened() -> None:
    found = read(
        "Halden Foods will cut 300 of the 3,200 jobs at its dairy in Brod, the company said.",
        "In all, Halden Foods intends to cut 900 jobs, the company said.",
    )
    assert not any(kind.startswith("conflicts") for kind in kinds(found, "3,200", "900"))


def test_who_measures_is_who_says_it() -> None:
    found = read(
        "The Orvan Institute measured a magnitude of 5.4 when the quake shook Brod.",
        "The Halden Centre gave the magnitude as 5.9 after the quake in Brod.",
    )
    assert kinds(found, "5.4", "5.9") == {"conflicts on quantity"}
    assert {"sources"} == {s.kind for s in found.comparison.suggestions if s.verdict == "conflicting"}


def test_the_paper_that_was_told_sets_no_fact_apart() -> None:
    found = read(
        "By 7 p.m. the death toll from the landslide in Brod had risen to 23, the rescue service said.",
        '"I have seen the lists, and at least 40 people have died," Mayor Jan Ott told the Herald.',
    )
    assert kinds(found, "23", "40") == {"conflicts on quantity"}


def test_what_an_article_has_taken_back_is_no_side() -> None:
    found = read(
        "The harbour board fined Halden Foods £36m for false labels. An earlier version of this article said"
        " that the fine was £63m.",
        "The harbour board fined Halden Foods £36m.",
    )
    assert not any(r.kind == "conflicts" for r in found.comparison.relations)


def test_a_dispute_says_which_of_its_figures_a_paper_has_withdrawn() -> None:
    found = read(
        "The harbour board fined Halden Foods £36m for false labels. An earlier version of this article said"
        " that the fine was £63m.",
        "The harbour board fined Halden Foods £63m for false labels.",
    )
    disputes = [s.why for s in found.comparison.suggestions if s.verdict == "conflicting"]
    assert len(disputes) == 2
    assert all(why.endswith("; A has withdrawn £63m") for why in disputes)


def test_the_hurt_of_the_next_sentence_are_counted_at_the_hour_of_the_dead() -> None:
    found = read(
        "At least 11 people were killed and 60 were injured in the landslide in Brod, the police said.",
        "The death toll from the landslide in Brod had risen to 23 by 7 p.m., the police said. Another 140"
        " people were injured, the police added.",
    )
    assert kinds(found, "60", "140") == {"updates on quantity"}


def whys(found: Analysis, words: str) -> list[str]:
    own = {c.id for c in found.claims if words in c.text}
    return [s.why for s in found.comparison.suggestions if s.claim in own]


def test_each_value_of_a_side_stands_with_its_own_articles() -> None:
    found = read(
        "In Brod 17 people are missing after the landslide, the rescue service said.",
        "After the landslide in Brod 15 people are missing, the rescue service said.",
        "Dozens of people are missing in Brod after the landslide, Mayor Jan Ott said.",
    )
    (why,) = whys(found, "Dozens")
    assert why == (
        "sources disagree: Jan Ott dozens of people missing (C)"
        " | rescue service 17 people missing (A), 15 people missing (B)"
    )


def test_copied_words_are_listed_and_counted_once() -> None:
    copied = "Nine people died in a fire at a harbour warehouse in Brod, the regional police said."
    found = read(copied, copied, "The fire in Brod killed 15 people at the warehouse, Mayor Jan Ott said.")
    (why,) = whys(found, "15 people")
    assert why.endswith("| regional police nine people died (A B), A B counted once")


def test_who_tells_the_day_alone_is_not_named_for_the_hour() -> None:
    found = read(
        "The blaze began shortly after 2 a.m. on Tuesday in Warehouse 7 of the port, the port office said.",
        "The fire broke out shortly after 2 a.m. in Warehouse 7, which is run by Halden Freight, according"
        " to the fire brigade.",
        "Nine people were killed when a fire swept through a warehouse in the port of Brod on Tuesday, the"
        " police said.",
    )
    (why,) = whys(found, "which is run")
    assert why.startswith("2 origins say so (fire brigade, port office), also in A: same time of day")
    assert why.endswith("; without that also in C")


def test_tied_claims_of_overlapping_origins_count_each_voice_once() -> None:
    found = read(
        "The police and the fire brigade said 40 houses burned in Brod.",
        "The police said nine people fled the valley of Ansk.",
    )
    first, second = (next(c.id for c in found.claims if words in c.text) for words in ("40 houses", "nine"))
    tied = regrouped(found, [(first, second, True)])
    (group,) = [g for g in tied.comparison.groups if first in g.claims]
    assert (group.claims, group.origins) == ((first, second), ("police", "fire brigade"))

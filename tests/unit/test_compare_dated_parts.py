"""What a date in common bears out, and what is told of a claim whose date nobody else gives."""

from __future__ import annotations

import pytest

from tests.unit.test_compare_generalises import read, relations, whys

ALONE = "no other article says the same and nobody is named as its source"


@pytest.mark.parametrize(
    ("more", "known", "date"),
    [
        (
            "The fire on Monday cost the port 40 million crowns in trade.",
            "A fire broke out in the port of Korvel on Monday.",
            "Monday",
        ),
        (
            "Thursday's earthquake left the town without water.",
            "An earthquake struck the town of Korvel on Thursday.",
            "Thursday",
        ),
        (
            "The man arrested on Friday was charged with murder.",
            "Police arrested a man in Korvel on Friday.",
            "Friday",
        ),
        (
            "A landslide in May forced the mine to close its northern shaft.",
            "In May a landslide hit the mine near Korvel.",
            "May",
        ),
    ],
)
def test_who_dates_what_a_claim_takes_for_known_does_not_back_what_it_tells(
    more: str, known: str, date: str
) -> None:
    found = read(more, known)
    assert relations(found, more[:20], known[:20])
    (why,) = whys(found, more[:20])
    assert why == f"{ALONE}; only what it dates “{date}” is also in B"
    (why,) = whys(found, known[:20])
    assert "also in A" in why


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The council on Monday approved the new tram line.",
            "The council approved the new tram line on Monday.",
        ),
        (
            "The sailor caught on Friday has died of his wounds.",
            "The sailor who was caught on Friday died of wounds.",
        ),
        ("In August the army crossed the river Orda.", "The army crossed the river Orda in August."),
    ],
)
def test_who_tells_it_whole_backs_it_wherever_its_date_stands(one: str, other: str) -> None:
    found = read(one, other)
    for text in (one, other):
        (why,) = whys(found, text[:18])
        assert "also in" in why
        assert "only what it dates" not in why


def test_a_day_that_one_article_alone_gives_is_not_backed_with_the_rest() -> None:
    found = read(
        "Three climbers were caught by police on Thursday, the mayor said.",
        "Police caught three climbers near Korvel.",
    )
    (why,) = whys(found, "Three climbers")
    assert why.endswith("; without the date (Thursday)")
    (why,) = whys(found, "Police caught")
    assert "without the date" not in why


def test_a_day_given_in_the_sentence_before_is_given() -> None:
    found = read(
        "The union expects 2,000 people at the gates on Friday.",
        "The union has called a strike for Friday. It expects 2,000 people to take part.",
    )
    (why,) = whys(found, "at the gates")
    assert "also in B" in why
    assert "without the date" not in why


def test_what_is_cut_off_rests_on_nothing() -> None:
    found = read(
        "The army has sent 4,000 troops to the border near Korvel.",
        "The general said that up to 15,000 troops of the army could be sent to the border near",
    )
    cut = [s for s in found.comparison.suggestions if s.kind == "cut off"]
    assert len(cut) == 1
    assert cut[0].evidence == ()

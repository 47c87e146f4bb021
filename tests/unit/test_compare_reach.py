"""What the words around a figure say of it, and up to when it was counted."""

from __future__ import annotations

from hashlib import sha256

import pytest

from factcheck.compare.aspects.corrections import out_of_date, taken_back
from factcheck.compare.aspects.reach import Reach, reach
from factcheck.compare.relating.moments import hours_between, moment
from factcheck.model import Article
from tests.unit.compare_world import World
from tests.unit.test_compare_careful import _analysed, relations_told


def read(text: str, figure: str, *, measured: bool = False) -> Reach:
    start = text.index(figure)
    return reach(text, start, start + len(figure), (0, len(text)), measured=measured)


@pytest.mark.parametrize(
    ("text", "figure", "rate"),
    [
        ("The clinic treats 300 patients a day.", "300", "day"),
        ("It costs 20 euros per month.", "20", "month"),
        ("A daily average of 300 patients came.", "300", "day"),
        ("The clinic treated 300 patients in June.", "300", None),
        ("Some 300 patients came a day after the fire.", "300", None),
        ("He was held with 300 others for a week.", "300", None),
    ],
)
def test_a_rate_is_told_from_a_count(text: str, figure: str, rate: str | None) -> None:
    assert read(text, figure).rate == rate


def test_what_each_gets_is_told_from_how_many_there_are() -> None:
    text = "Each of the 40 families will receive 5,000 euros."
    assert read(text, "5,000").each
    assert not read(text, "40").each
    assert read("The state pays 120 euros per pupil.", "120").each
    assert not read("The state pays 120 euros.", "120").each


def test_a_change_a_level_and_what_was_before() -> None:
    assert read("The fare rose from 2.40 to 3.10 euros.", "2.40").move == "from"
    assert read("The fare rose from 2.40 to 3.10 euros.", "3.10").move == "to"
    assert read("The river rose by 2 metres.", "2").move == "by"
    assert read("Prices rose 7.5 percent.", "7.5", measured=True).move == "by"
    assert read("He walked from 3 to 5 villages.", "5").move is None


def test_a_part_and_all() -> None:
    assert read("At one factory 450 jobs will go.", "450").part == "part"
    assert read("In Melby alone 450 jobs will go.", "450").part == "part"
    assert read("In all, 1,800 jobs will go.", "1,800").part == "all"
    assert read("It cancelled 310 flights across the country.", "310").part == "everywhere"
    assert read("It was one of 310 flights.", "310").part is None


def test_room_is_no_count() -> None:
    assert read("The ferry is certified to carry 400 passengers.", "400").room
    assert not read("The ferry carried 400 passengers.", "400").room


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The speed limit on the bridge is 50 km/h.", "50"),
        ("He rode past the school, where 30 km/h is allowed.", "30"),
        ("The limit for nitrate in wells is 50 milligrams per litre.", "50"),
        ("The law allows no more than 12 hours at the wheel.", "12"),
        ("Lorries are only permitted to carry up to 40 tonnes.", "40"),
        ("A quorum of 14 members is needed.", "14"),
    ],
)
def test_what_is_allowed_is_no_measurement(text: str, figure: str) -> None:
    assert read(text, figure, measured=True).room


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("He rode past the school at 50 km/h.", "50"),
        ("On Monday 300 people were allowed in.", "300"),
        ("The city permitted the march, and 4,000 came.", "4,000"),
        ("The limit was lifted, and 60 lorries crossed.", "60"),
    ],
)
def test_what_was_measured_or_counted_is_no_limit(text: str, figure: str) -> None:
    assert not read(text, figure).room


MEASURED = "The well held 80 milligrams of nitrate per litre, the clinic said."
LIMIT = "The limit for nitrate in a well is 50 milligrams per litre, the council said."
OTHER_LIMIT = "The limit for nitrate in a well is 40 milligrams per litre, the union said."


def test_a_measurement_does_not_contradict_the_limit_and_two_limits_do_each_other() -> None:
    assert relations_told(MEASURED, LIMIT) == set()
    assert relations_told(LIMIT, OTHER_LIMIT) == {"conflicts on quantity"}


def test_two_days_of_the_week_contradict_each_other_but_not_how_long_it_was_so() -> None:
    sank = "The ferry pier sank on Saturday, the harbour office said."
    assert relations_told(sank, sank.replace("Saturday", "Friday")) == {"conflicts on date"}
    dark = "Some 20,000 households were cut off from power on Saturday, the grid operator said."
    later = "Some 6,000 households were still cut off from power on Sunday, the grid operator said."
    assert "conflicts on date" not in relations_told(dark, later)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The fire killed 41 people, not 48 as first reported.", "48", "41"),
        ("An earlier version of this article put it at €48m; the correct figure is €84m.", "€48m", "€84m"),
        ("We wrongly reported that 950 came; it should have been 590.", "950", "590"),
        ("The dead are not 48 but 41.", "48", "41"),
        ("Yesterday's Evening Post gave the toll as 48. The correct figure is 41.", "48", "41"),
        ("Yesterday we reported 48 dead; in fact there were 41.", "48", "41"),
    ],
)
def test_the_figure_an_article_takes_back(text: str, wrong: str, right: str) -> None:
    def back(figure: str) -> bool:
        start = text.index(figure)
        return taken_back(text, start, start + len(figure), (0, len(text)))

    assert back(wrong)
    assert not back(right)


def test_what_was_put_earlier_is_out_of_date() -> None:
    text = "The agency, which had earlier put the toll at 27, counts 37."
    assert out_of_date(text, text.index("27"), text.index("27") + 2, (0, len(text)))
    assert not out_of_date("Earlier on Monday 27 died.", 18, 20, (0, 26))


def test_a_withdrawn_figure_is_nobodys_and_is_said_to_be() -> None:
    told = _analysed(
        "Karsten paid 84 million euros for the shipyard. An earlier version of this article said it paid 48"
        " million euros.",
        "Karsten paid 48 million euros for the shipyard.",
    )
    taken = next(c for c in told.claims if c.article == "a1" and "48" in c.text)
    suggested = next(s for s in told.comparison.suggestions if s.claim == taken.id)
    assert suggested.verdict is None
    assert "withdrawn" in suggested.why
    assert not [r for r in told.comparison.relations if taken.id in (r.a, r.b)]


def test_what_a_paper_printed_yesterday_is_not_withdrawn_where_nothing_was_wrong() -> None:
    text = "Yesterday's report gave the toll as 48. It has risen since."
    assert not taken_back(text, text.index("48"), text.index("48") + 2, (0, text.index(" It has")))


def _article(text: str, published: str | None = None) -> Article:
    digest = sha256(text.encode()).hexdigest()
    return Article("a1", "a1.txt", "a1", "a1", text, digest, digest, published=published)


def _hours(a: str, b: str, days: tuple[str | None, str | None] = (None, None)) -> float | None:
    moments = []
    for text, day in ((a, days[0]), (b, days[1])):
        world = World()
        name = world.article(text)
        world.claim(name, text)
        moments.append(moment(_article(text, day), world.claims[0], falls=False))
    return hours_between(moments[0], moments[1])


def test_moments_are_told_by_hours_datelines_and_days() -> None:
    morning, evening = "The agency said at 6 a.m. that 27 died.", "The agency said at 8 p.m. that 37 died."
    assert _hours(morning, evening, ("2024-05-06", "2024-05-06")) == 14
    assert _hours("MELBY, May 6 - 27 died.", "MELBY, May 8 - 37 died.") == 48
    assert _hours("27 died.", "37 died.", ("2024-05-06", "2024-05-07")) == 24
    assert _hours("27 died.", "37 died.", ("2024-05-06T08:00:00", "2024-05-06T10:00:00")) == 2
    assert _hours("27 died.", "37 died.") is None

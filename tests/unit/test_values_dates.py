"""Dates as intervals of days with a grain, past unless said otherwise."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.values_world import when

SAID = "2021-03-18"  # a Thursday

TOLD: list[tuple[str, str, str, str, str]] = [
    ("It fell on Monday.", "Monday", "2021-03-15", "2021-03-15", "day"),
    ("It fell on Thursday.", "Thursday", "2021-03-18", "2021-03-18", "day"),
    ("It fell on Friday.", "Friday", "2021-03-12", "2021-03-12", "day"),
    ("It fell last Thursday.", "last Thursday", "2021-03-11", "2021-03-11", "day"),
    ("It opens next Monday.", "next Monday", "2021-03-22", "2021-03-22", "day"),
    ("They will meet on Monday.", "Monday", "2021-03-22", "2021-03-22", "day"),
    ("It fell on February 2.", "February 2", "2021-02-02", "2021-02-02", "day"),
    ("It fell on Feb. 2nd.", "Feb. 2nd", "2021-02-02", "2021-02-02", "day"),
    ("It fell on 2 February.", "2 February", "2021-02-02", "2021-02-02", "day"),
    ("It fell on the 2nd of February.", "the 2nd of February", "2021-02-02", "2021-02-02", "day"),
    ("It fell on December 9.", "December 9", "2020-12-09", "2020-12-09", "day"),
    ("They are due on December 9.", "December 9", "2021-12-09", "2021-12-09", "day"),
    ("It fell on Tuesday, February 2, 2016.", "Tuesday, February 2, 2016", "2016-02-02", "2016-02-02", "day"),
    ("It fell on 2 February 2016.", "2 February 2016", "2016-02-02", "2016-02-02", "day"),
    ("It fell on 2016-02-02.", "2016-02-02", "2016-02-02", "2016-02-02", "day"),
    ("It fell on 24/02/2016.", "24/02/2016", "2016-02-24", "2016-02-24", "day"),
    ("It fell on 02/24/2016.", "02/24/2016", "2016-02-24", "2016-02-24", "day"),
    ("It fell on 03.02.2016.", "03.02.2016", "2016-02-03", "2016-02-03", "day"),
    ("It lasted February 2-5.", "February 2-5", "2021-02-02", "2021-02-05", "days"),
    ("It fell in February 2016.", "February 2016", "2016-02-01", "2016-02-29", "month"),
    ("It fell in August.", "August", "2020-08-01", "2020-08-31", "month"),
    ("In August the wall fell.", "August", "2020-08-01", "2020-08-31", "month"),
    ("Last March, the wall fell.", "Last March", "2020-03-01", "2020-03-31", "month"),
    ("It has burned since January.", "January", "2021-01-01", "2021-01-31", "month"),
    ("It fell in mid-November.", "mid-November", "2020-11-10", "2020-11-20", "month"),
    ("It fell in late January.", "late January", "2021-01-22", "2021-01-31", "month"),
    ("It fell last week.", "last week", "2021-03-08", "2021-03-14", "week"),
    ("It fell this month.", "this month", "2021-03-01", "2021-03-18", "month"),
    ("It fell earlier this month.", "earlier this month", "2021-03-01", "2021-03-18", "month"),
    ("It opens later this month.", "later this month", "2021-03-18", "2021-03-31", "month"),
    ("It fell last month.", "last month", "2021-02-01", "2021-02-28", "month"),
    ("It fell last year.", "last year", "2020-01-01", "2020-12-31", "year"),
    ("It opens next year.", "next year", "2022-01-01", "2022-12-31", "year"),
    ("It fell yesterday.", "yesterday", "2021-03-17", "2021-03-17", "day"),
    ("It opens tomorrow.", "tomorrow", "2021-03-19", "2021-03-19", "day"),
    ("It fell three days ago.", "three days ago", "2021-03-15", "2021-03-15", "day"),
    ("It fell two weeks ago.", "two weeks ago", "2021-03-01", "2021-03-07", "week"),
    ("It fell six months ago.", "six months ago", "2020-09-01", "2020-09-30", "month"),
    ("It fell a year ago.", "a year ago", "2020-01-01", "2020-12-31", "year"),
    ("It fell in the past few days.", "the past few days", "2021-03-15", "2021-03-18", "days"),
    ("It fell over the last two weeks.", "the last two weeks", "2021-03-04", "2021-03-18", "days"),
    ("It fell last weekend.", "last weekend", "2021-03-13", "2021-03-14", "weekend"),
    ("It fell last summer.", "last summer", "2020-06-01", "2020-08-31", "season"),
    ("It fell in the summer of 2016.", "summer of 2016", "2016-06-01", "2016-08-31", "season"),
    ("It fell in the 1990s.", "1990s", "1990-01-01", "1999-12-31", "decade"),
    ("It fell in 2016.", "2016", "2016-01-01", "2016-12-31", "year"),
    ("The 2016 deal held.", "2016", "2016-01-01", "2016-12-31", "year"),
    ("It fell in early 2016.", "early 2016", "2016-01-01", "2016-05-01", "year"),
    ("It lasted 2014-2016.", "2014-2016", "2014-01-01", "2016-12-31", "years"),
    ("It fell in the 19th century.", "19th century", "1801-01-01", "1900-12-31", "century"),
    ("It fell on New Year’s Day.", "New Year’s Day", "2021-01-01", "2021-01-01", "day"),
]


@pytest.mark.parametrize(("sentence", "text", "first", "last", "grain"), TOLD, ids=[row[0] for row in TOLD])
def test_date_is_an_interval(sentence: str, text: str, first: str, last: str, grain: str) -> None:
    found = when(sentence, SAID)
    assert [(one.text, one.earliest, one.latest, one.grain) for one in found] == [(text, first, last, grain)]


def test_weekday_without_an_article_date_stays_a_weekday() -> None:
    one = when("It fell on Friday.")[0]
    assert (one.weekday, one.earliest, one.latest, one.month_day) == (4, None, None, None)


@pytest.mark.parametrize(
    ("sentence", "month_day"),
    [
        ("It fell on December 9.", "12-09"),
        ("It fell on Dec. 9th.", "12-09"),
        ("It fell on Christmas Day.", "12-25"),
        ("It fell in August.", "08"),
    ],
)
def test_day_without_a_year_keeps_month_and_day(sentence: str, month_day: str) -> None:
    one = when(sentence)[0]
    assert (one.month_day, one.earliest, one.latest) == (month_day, None, None)


@pytest.mark.parametrize("sentence", ["It fell last week.", "It fell yesterday.", "It fell three days ago."])
def test_relative_date_without_an_article_date_is_open(sentence: str) -> None:
    assert [(one.earliest, one.latest) for one in when(sentence)] == [(None, None)]


NO_DATES = [
    "They may march on the town.",
    "Theresa May said so.",
    "March on, they cried.",
    "It was Black Friday.",
    "The Sunday Times said so.",
    "It cost 2016 dollars and 20249th place.",
    "It fell in 0000 and 99999.",
    "The code is 2016-99-02.",
    "It fell on February 31.",
    "They counted 2,016 homes.",
    "He wished them a happy New Year.",
]


@pytest.mark.parametrize("sentence", NO_DATES)
def test_no_date(sentence: str) -> None:
    assert [one.text for one in when(sentence, SAID)] == []


def test_unreadable_article_date_is_no_date() -> None:
    assert when("It fell on Friday.", "some day")[0].earliest is None


def test_numbers_of_a_date_are_no_quantities() -> None:
    from tests.unit.values_world import numbers

    assert numbers("On 9 December 2016 and Feb. 2, 2017, as three days ago, they left.") == []


@given(st.dates(min_value=date(1500, 1, 1), max_value=date(2900, 12, 31)))
def test_written_day_reads_back(day: date) -> None:
    for written in (f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%B} {day.year}", day.isoformat()):
        found = when(f"It fell on {written}.")
        assert [(one.text, one.earliest, one.latest) for one in found] == [
            (written, day.isoformat(), day.isoformat())
        ]


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)), st.integers(0, 364))
def test_day_without_a_year_is_the_last_one(said: date, back: int) -> None:
    day = said - timedelta(days=back)
    if (day.month, day.day) == (2, 29) or (said.month, said.day) == (2, 29):
        return
    one = when(f"It fell on {day:%B} {day.day}.", said.isoformat())[0]
    assert one.earliest is not None
    assert timedelta(0) <= said - date.fromisoformat(one.earliest) <= timedelta(days=366)


@given(st.text(alphabet="0123456789 -/.thsMayDec,lastyer agodn", max_size=50), st.dates())
def test_any_text_gives_ordered_intervals(text: str, said: date) -> None:
    for one in when("On " + text, said.isoformat()):
        if one.earliest is not None and one.latest is not None:
            assert date.fromisoformat(one.earliest) <= date.fromisoformat(one.latest)

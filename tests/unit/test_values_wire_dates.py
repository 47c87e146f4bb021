"""Dates as a newswire prints them, read by somebody who holds the paper of Thursday, 12 March 2026."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.values_world import when

PAPER = "2026-03-12T10:00:00Z"
Read = tuple[str, str | None, str | None]

WIRE: list[tuple[str, list[Read]]] = [
    ("It happened on Thursday.", [("Thursday", "2026-03-12", "2026-03-12")]),
    ("It happened on Wednesday.", [("Wednesday", "2026-03-11", "2026-03-11")]),
    ("It happened last Friday.", [("last Friday", "2026-03-06", "2026-03-06")]),
    ("It happened on Monday evening.", [("Monday", "2026-03-09", "2026-03-09")]),
    ("It will happen on Monday.", [("Monday", "2026-03-16", "2026-03-16")]),
    ("It will happen next Monday.", [("next Monday", "2026-03-16", "2026-03-16")]),
    ("It will happen next week.", [("next week", "2026-03-16", "2026-03-22")]),
    ("It happened last week.", [("last week", "2026-03-02", "2026-03-08")]),
    ("It happened this week.", [("this week", "2026-03-09", "2026-03-12")]),
    ("It happened yesterday.", [("yesterday", "2026-03-11", "2026-03-11")]),
    ("It happened today.", [("today", "2026-03-12", "2026-03-12")]),
    ("It will happen tomorrow.", [("tomorrow", "2026-03-13", "2026-03-13")]),
    ("It happened last month.", [("last month", "2026-02-01", "2026-02-28")]),
    ("It happened last year.", [("last year", "2025-01-01", "2025-12-31")]),
    ("It happened this year.", [("this year", "2026-01-01", "2026-03-12")]),
    ("It will happen next year.", [("next year", "2027-01-01", "2027-12-31")]),
    ("It happened last summer.", [("last summer", "2025-06-01", "2025-08-31")]),
    ("It will happen this summer.", [("this summer", "2026-06-01", "2026-08-31")]),
    ("It happened last winter.", [("last winter", "2025-12-01", "2026-02-28")]),
    ("It will end in the spring of 2027.", [("spring of 2027", "2027-03-01", "2027-05-31")]),
    ("It happened in spring 2024.", [("spring 2024", "2024-03-01", "2024-05-31")]),
    ("It happened in the autumn of 2025.", [("autumn of 2025", "2025-09-01", "2025-11-30")]),
    ("It happened a year ago.", [("a year ago", "2025-01-01", "2025-12-31")]),
    ("It happened two years ago.", [("two years ago", "2024-01-01", "2024-12-31")]),
    ("It happened three weeks ago.", [("three weeks ago", "2026-02-16", "2026-02-22")]),
    ("It happened ten days ago.", [("ten days ago", "2026-03-02", "2026-03-02")]),
    ("It happened two days earlier.", [("two days earlier", "2026-03-10", "2026-03-10")]),
    ("It has been so since 2021.", [("2021", "2021-01-01", "2021-12-31")]),
    ("It has been so since January.", [("January", "2026-01-01", "2026-01-31")]),
    ("It has been so since January 2023.", [("January 2023", "2023-01-01", "2023-01-31")]),
    ("It has been so since Monday.", [("Monday", "2026-03-09", "2026-03-09")]),
    ("It happened in early June.", [("early June", "2025-06-01", "2025-06-10")]),
    ("It happened in late May 2025.", [("late May 2025", "2025-05-22", "2025-05-31")]),
    ("It happened in mid-April.", [("mid-April", "2025-04-10", "2025-04-20")]),
    ("It happened at the end of January.", [("January", "2026-01-01", "2026-01-31")]),
    ("It happened in the middle of February.", [("February", "2026-02-01", "2026-02-28")]),
    ("It happened at the beginning of 2025.", [("2025", "2025-01-01", "2025-12-31")]),
    ("It happened between 3 and 5 May.", [("3 and 5 May", "2025-05-03", "2025-05-05")]),
    (
        "It happened between 3 May and 6 June.",
        [("3 May", "2025-05-03", "2025-05-03"), ("6 June", "2025-06-06", "2025-06-06")],
    ),
    ("It happened from 3 to 5 May 2025.", [("3 to 5 May 2025", "2025-05-03", "2025-05-05")]),
    ("It happened on 3-5 May 2025.", [("3-5 May 2025", "2025-05-03", "2025-05-05")]),
    ("It happened on 3 May 2025.", [("3 May 2025", "2025-05-03", "2025-05-03")]),
    ("It happened on May 3, 2025.", [("May 3, 2025", "2025-05-03", "2025-05-03")]),
    ("It happened on May 3rd.", [("May 3rd", "2025-05-03", "2025-05-03")]),
    ("It happened on the 3rd of May.", [("the 3rd of May", "2025-05-03", "2025-05-03")]),
    ("It happened on the 3rd.", []),
    ("It happened on Sunday 8 March.", [("Sunday 8 March", "2026-03-08", "2026-03-08")]),
    ("It happened on Sunday, March 8.", [("Sunday, March 8", "2026-03-08", "2026-03-08")]),
    (
        "It happened on Sunday (8 March).",
        [("Sunday", "2026-03-08", "2026-03-08"), ("8 March", "2026-03-08", "2026-03-08")],
    ),
    ("It happened on 8 March 2026.", [("8 March 2026", "2026-03-08", "2026-03-08")]),
    ("It happened on 2026-03-08.", [("2026-03-08", "2026-03-08", "2026-03-08")]),
    ("It happened on 08/03/2026.", [("08/03/2026", None, None)]),
    ("It happened on 03/08/2026.", [("03/08/2026", None, None)]),
    ("It happened on 25/12/2025.", [("25/12/2025", "2025-12-25", "2025-12-25")]),
    ("It happened on 12.03.2026.", [("12.03.2026", "2026-03-12", "2026-03-12")]),
    ("It happened on Jan. 14.", [("Jan. 14", "2026-01-14", "2026-01-14")]),
    ("It happened on Dec 26th.", [("Dec 26th", "2025-12-26", "2025-12-26")]),
    ("It happened on December 26, 2025.", [("December 26, 2025", "2025-12-26", "2025-12-26")]),
    ("It happened in December.", [("December", "2025-12-01", "2025-12-31")]),
    ("It happened in March.", [("March", "2026-03-01", "2026-03-31")]),
    ("It happened in May.", [("May", "2025-05-01", "2025-05-31")]),
    ("It will happen in May.", [("May", "2026-05-01", "2026-05-31")]),
    ("It happened in March 2020.", [("March 2020", "2020-03-01", "2020-03-31")]),
    ("It happened in 2020.", [("2020", "2020-01-01", "2020-12-31")]),
    ("It happened in the 1990s.", [("1990s", "1990-01-01", "1999-12-31")]),
    ("It happened in the 19th century.", [("19th century", "1801-01-01", "1900-12-31")]),
    ("It happened in 2023-24.", [("2023-24", "2023-01-01", "2024-12-31")]),
    ("It happened between 2021 and 2024.", [("2021 and 2024", "2021-01-01", "2024-12-31")]),
    ("It happened from 2019 to 2022.", [("2019 to 2022", "2019-01-01", "2022-12-31")]),
    ("It happened before 2020.", [("2020", "2020-01-01", "2020-12-31")]),
    ("It will end by 2030.", [("2030", "2030-01-01", "2030-12-31")]),
    ("It will end by the end of 2027.", [("2027", "2027-01-01", "2027-12-31")]),
    ("It will end until 23 March.", [("23 March", "2026-03-23", "2026-03-23")]),
    ("It happened over the weekend.", [("over the weekend", "2026-03-07", "2026-03-08")]),
    ("It happened at the weekend.", [("at the weekend", "2026-03-07", "2026-03-08")]),
    ("It happened on New Year's Eve.", [("New Year's Eve", "2025-12-31", "2025-12-31")]),
    ("It happened in the early hours of Tuesday.", [("Tuesday", "2026-03-10", "2026-03-10")]),
    ("It happened on the night of 3 May.", [("3 May", "2025-05-03", "2025-05-03")]),
    ("It happened on the night from 3 to 4 May.", [("3 to 4 May", "2025-05-03", "2025-05-04")]),
    ("It happened in the last three months.", [("the last three months", "2025-12-12", "2026-03-12")]),
    ("It happened in the past week.", [("past week", "2026-03-02", "2026-03-08")]),
    ("It happened earlier this month.", [("earlier this month", "2026-03-01", "2026-03-12")]),
    ("It happened on February 29, 2025.", [("February 29, 2025", None, None)]),
    ("It happened in year 0.", []),
    ("It happened in 99999.", []),
    ("It happened on Monday, 9 February 2026.", [("Monday, 9 February 2026", "2026-02-09", "2026-02-09")]),
    (
        "It was signed in June 2024 and ended in May.",
        [("June 2024", "2024-06-01", "2024-06-30"), ("May", "2025-05-01", "2025-05-31")],
    ),
    ("He may have marched on.", []),
    ("The second of the month came.", []),
    ("It happened fourteen months ago.", [("fourteen months ago", "2025-01-01", "2025-01-31")]),
    ("It happened half a year ago.", [("half a year ago", "2025-09-01", "2025-09-30")]),
    ("It happened a fortnight ago.", [("a fortnight ago", "2026-02-23", "2026-03-01")]),
    ("It happened a decade ago.", [("a decade ago", "2016-01-01", "2016-12-31")]),
    ("It happened in the summer.", []),
    ("It opens on 1 April.", [("1 April", "2026-04-01", "2026-04-01")]),
]


@pytest.mark.parametrize(("text", "expected"), WIRE, ids=[row[0] for row in WIRE])
def test_dates_of_the_wire(text: str, expected: list[Read]) -> None:
    assert [(one.text, one.earliest, one.latest) for one in when(text, PAPER)] == expected


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len(WIRE) >= 60


def test_without_the_papers_date_a_weekday_and_a_day_stay_open() -> None:
    (day,) = when("It happened on Thursday.")
    assert (day.earliest, day.weekday) == (None, 3)
    (of_month,) = when("It happened on 3 May.")
    assert (of_month.earliest, of_month.month_day) == (None, "05-03")


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)))
def test_a_date_is_one_however_it_is_printed(day: date) -> None:
    month = f"{day:%B}"
    printed = [
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"the {day.day}th of {month} {day.year}",
        day.isoformat(),
    ]
    for words in printed:
        (one,) = when(f"It happened on {words}.")
        assert one.earliest == one.latest == day.isoformat()


@given(st.dates(date(2000, 1, 1), date(2049, 12, 31)), st.integers(0, 6))
def test_a_weekday_is_the_last_one_before_the_paper(paper: date, back: int) -> None:
    meant = paper - timedelta(days=back)
    (one,) = when(f"It happened on {meant:%A}.", paper.isoformat())
    assert one.earliest == meant.isoformat()

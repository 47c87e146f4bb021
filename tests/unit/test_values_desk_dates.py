"""Dates from court lists, market notes, sport and obituaries, in the paper of Thursday, 12 March 2026."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.values.normal import Normaliser
from tests.unit.values_world import when

PAPER = "2026-03-12T10:00:00Z"
Read = tuple[str | None, str | None]

DESK: list[tuple[str, list[Read]]] = [
    # --- days ---
    ("It happened on 3rd May 2025.", [("2025-05-03", "2025-05-03")]),
    ("It happened on 3 May, 2025.", [("2025-05-03", "2025-05-03")]),
    ("It happened on May 3rd, 2025.", [("2025-05-03", "2025-05-03")]),
    ("It happened on Sept. 3.", [("2025-09-03", "2025-09-03")]),
    ("It happened on Sept 3, 2024.", [("2024-09-03", "2024-09-03")]),
    ("It happened on Tuesday, March 10.", [("2026-03-10", "2026-03-10")]),
    ("It happened on Tues, Mar 10.", [("2026-03-10", "2026-03-10")]),
    ("It happened on Sunday night.", [("2026-03-08", "2026-03-08")]),
    ("It happened late on Sunday.", [("2026-03-08", "2026-03-08")]),
    ("It happened early Sunday.", [("2026-03-08", "2026-03-08")]),
    ("It happened last night.", [("2026-03-11", "2026-03-11")]),
    ("It happened this morning.", [("2026-03-12", "2026-03-12")]),
    ("It happened on Thursday morning.", [("2026-03-12", "2026-03-12")]),
    ("It happened the day before yesterday.", [("2026-03-10", "2026-03-10")]),
    ("It will happen the day after tomorrow.", [("2026-03-14", "2026-03-14")]),
    ("It will happen on Friday.", [("2026-03-13", "2026-03-13")]),
    ("It will happen this Friday.", [("2026-03-13", "2026-03-13")]),
    ("It happened three days ago.", [("2026-03-09", "2026-03-09")]),
    ("It happened on 1 January 2026.", [("2026-01-01", "2026-01-01")]),
    ("It happened on 31 December.", [("2025-12-31", "2025-12-31")]),
    ("It happened on Christmas Day.", [("2025-12-25", "2025-12-25")]),
    ("It happened on New Year's Day.", [("2026-01-01", "2026-01-01")]),
    ("It happened on Feb. 29, 2024.", [("2024-02-29", "2024-02-29")]),
    ("It happened on the 14th of February.", [("2026-02-14", "2026-02-14")]),
    ("It happened on 14-02-2026.", [("2026-02-14", "2026-02-14")]),
    ("It happened on 14/02/2026.", [("2026-02-14", "2026-02-14")]),
    # --- spans of days ---
    ("It happened on March 3-5.", [("2026-03-03", "2026-03-05")]),
    ("It happened from March 3 to March 5.", [("2026-03-03", "2026-03-03"), ("2026-03-05", "2026-03-05")]),
    ("It happened on 3 and 5 March.", [("2026-03-03", "2026-03-05")]),
    (
        "It happened between Monday and Wednesday.",
        [("2026-03-09", "2026-03-09"), ("2026-03-11", "2026-03-11")],
    ),
    ("It happened in the past 24 hours.", [("2026-03-11", "2026-03-12")]),
    ("It happened in the past few days.", [("2026-03-09", "2026-03-12")]),
    ("It happened last weekend.", [("2026-03-07", "2026-03-08")]),
    ("It will happen next weekend.", [("2026-03-21", "2026-03-22")]),
    ("It will happen this weekend.", [("2026-03-14", "2026-03-15")]),
    ("It happened two weeks ago.", [("2026-02-23", "2026-03-01")]),
    ("It happened earlier this week.", [("2026-03-09", "2026-03-12")]),
    ("It will happen later this month.", [("2026-03-12", "2026-03-31")]),
    ("It will happen next month.", [("2026-04-01", "2026-04-30")]),
    ("It happened two months ago.", [("2026-01-01", "2026-01-31")]),
    # --- months and years ---
    ("It happened last December.", [("2025-12-01", "2025-12-31")]),
    ("It happened in December last year.", [("2025-12-01", "2025-12-31")]),
    ("It happened in Dec. 2024.", [("2024-12-01", "2024-12-31")]),
    ("It will happen next April.", [("2026-04-01", "2026-04-30")]),
    ("It happened in mid-2024.", [("2024-05-01", "2024-08-31")]),
    ("It happened in early 2024.", [("2024-01-01", "2024-05-01")]),
    ("It happened in late 2024.", [("2024-09-01", "2024-12-31")]),
    ("It happened in the first half of 2025.", [("2025-01-01", "2025-06-30")]),
    ("It happened in the second half of 2025.", [("2025-07-01", "2025-12-31")]),
    ("It happened in the third quarter of 2025.", [("2025-07-01", "2025-09-30")]),
    ("It happened in the first quarter of 2025.", [("2025-01-01", "2025-03-31")]),
    ("It happened in Q2 2025.", [("2025-04-01", "2025-06-30")]),
    ("It happened in 1987.", [("1987-01-01", "1987-12-31")]),
    ("It happened in the 1980s.", [("1980-01-01", "1989-12-31")]),
    ("It happened in the '80s.", [("1980-01-01", "1989-12-31")]),
    ("It happened in the late 1980s.", [("1986-09-02", "1989-12-31")]),
    ("It happened in the 20th century.", [("1901-01-01", "2000-12-31")]),
    ("It happened during 2019-20.", [("2019-01-01", "2020-12-31")]),
    ("It happened in the winter of 2024-25.", [("2024-12-01", "2025-02-28")]),
    ("It happened in the summer of 2024.", [("2024-06-01", "2024-08-31")]),
    # --- no dates ---
    ("He may go.", []),
    ("The march went on.", []),
    ("The sun set.", []),
    ("Sat in a chair, he waited.", []),
    ("April Jones, a teacher, was hurt.", []),
    ("Some 2,024 people came.", []),
    ("It cost 1,990 euros.", []),
    ("The score was 10-12.", []),
    ("It is open 24/7.", []),
    ("Flight 2019 landed.", []),
]


@pytest.mark.parametrize(("text", "expected"), DESK, ids=[row[0] for row in DESK])
def test_dates_of_the_desks(text: str, expected: list[Read]) -> None:
    assert [(one.earliest, one.latest) for one in when(text, PAPER)] == expected


NOT_YET: list[tuple[str, list[Read]]] = [
    ("He was born to May and Jan Kovac.", []),
    ("The Friday Club met.", []),
]
"""What a careful reader takes from these, and the program does not yet."""


@pytest.mark.parametrize(("text", "expected"), NOT_YET, ids=[row[0] for row in NOT_YET])
@pytest.mark.xfail(strict=True)
def test_what_is_not_read_yet(text: str, expected: list[Read]) -> None:
    assert [(one.earliest, one.latest) for one in when(text, PAPER)] == expected


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)), st.dates(date(1950, 1, 1), date(2049, 12, 31)))
def test_a_normal_form_of_days_reads_as_the_same_days(one: date, other: date) -> None:
    normal = Normaliser(())
    assert normal("date", f"{one.day} {one:%B} {one.year}") == one.isoformat()
    assert normal("date", one.isoformat()) == one.isoformat()
    assert (normal("date", f"{other:%B} {other.day}, {other.year}") == one.isoformat()) == (one == other)


@given(st.integers(1950, 2049), st.integers(1, 4))
def test_quarters_and_halves_make_up_the_year(year: int, quarter: int) -> None:
    name = ("first", "second", "third", "fourth")[quarter - 1]
    (spelled,) = when(f"It happened in the {name} quarter of {year}.")
    (short,) = when(f"It happened in Q{quarter} {year}.")
    (half,) = when(f"It happened in H{(quarter + 1) // 2} {year}.")
    assert (spelled.earliest, spelled.latest) == (short.earliest, short.latest)
    bounds = [half.earliest, short.earliest, short.latest, half.latest]
    assert bounds == sorted(bounds, key=str)
    assert None not in bounds

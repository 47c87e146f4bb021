"""Figures from the desks that print them oddly: courts, markets, sport, weather, science, the subcontinent.

Each sentence with the least and the most that every figure in it can mean (None where open) and what is
counted, as a careful reader would say.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.values_world import numbers

Read = tuple[float | None, float | None, str | None]

DESK: list[tuple[str, list[Read]]] = [
    # --- grouping ---
    ("1,20,000 people fled.", [(120_000, 120_000, "person")]),
    ("12,34,567 people voted.", [(1_234_567, 1_234_567, "person")]),
    ("The police seized 2.5 crore rupees.", [(2.5e7, 2.5e7, "INR")]),
    ("Nearly five lakh people fled.", [(450_000, 500_000, "person")]),
    ("10 000 people fled.", [(10_000, 10_000, "person")]),
    ("10\u00a0000 people fled.", [(10_000, 10_000, "person")]),
    ("1\u202f250\u202f000 people fled.", [(1_250_000, 1_250_000, "person")]),
    ("2,345,678 people voted.", [(2_345_678, 2_345_678, "person")]),
    ("The lake holds 1.5 x 10^6 people.", [(1.5e6, 1.5e6, "person")]),
    ("The lake lost 3 × 10⁹ tonnes of water.", [(3e9, 3e9, "tonne")]),
    ("0.5 tonnes of rice was lost.", [(0.5, 0.5, "tonne")]),
    ("The stone weighs 1½ tonnes.", [(1.5, 1.5, "tonne")]),
    ("It took 2 1/2 hours.", [(2.5, 2.5, "hour")]),
    # --- words ---
    ("Ninety-nine people were held.", [(99, 99, "person")]),
    ("Two hundred and fifty thousand people fled.", [(250_000, 250_000, "person")]),
    ("A million people marched.", [(1e6, 1e6, "person")]),
    ("Millions of people marched.", [(2e6, 99_999_999, "person")]),
    ("One million two hundred thousand people marched.", [(1.2e6, 1.2e6, "person")]),
    ("Fifteen hundred people marched.", [(1_500, 1_500, "person")]),
    ("A score of people were held.", [(18, 22, "person")]),
    ("A pair of soldiers were held.", [(2, 2, "person")]),
    ("Dozens upon dozens of people were held.", [(24, 99, "person")]),
    ("Six or seven people were held.", [(6, 7, "person")]),
    ("Zero casualties were counted.", [(0, 0, "person")]),
    ("Both soldiers died.", []),
    # --- bounds ---
    ("In excess of 400 people came.", [(400, None, "person")]),
    ("Not less than 400 people came.", [(400, None, "person")]),
    ("A minimum of 400 people came.", [(400, None, "person")]),
    ("A maximum of 400 people came.", [(None, 400, "person")]),
    ("Upward of 400 people came.", [(400, None, "person")]),
    ("Anywhere from 400 to 600 people came.", [(400, 600, "person")]),
    ("Anything between 400 and 600 people came.", [(400, 600, "person")]),
    ("Approaching 400 people came.", [(360, 400, "person")]),
    ("400-odd people came.", [(360, 440, "person")]),
    ("Circa 400 people came.", [(360, 440, "person")]),
    ("~400 people came.", [(360, 440, "person")]),
    (">400 people came.", [(400, None, "person")]),
    # --- money ---
    ("He was fined $250.", [(250, 250, "USD")]),
    ("A C$4m grant was made.", [(4e6, 4e6, "CAD")]),
    ("A A$4m grant was made.", [(4e6, 4e6, "AUD")]),
    ("The yen fell to 154.", [(154, 154, None)]),
    ("The bank lent 4bn pounds.", [(4e9, 4e9, "GBP")]),
    ("The bank lent £4 billion.", [(4e9, 4e9, "GBP")]),
    ("The bank lent four billion euros.", [(4e9, 4e9, "EUR")]),
    ("The bank lent 4 bn euros.", [(4e9, 4e9, "EUR")]),
    ("The bank lent $4-billion.", [(4e9, 4e9, "USD")]),
    ("A multi-million-dollar grant was made.", []),
    ("Its debts are put at €11.4bn to €12bn.", [(1.14e10, 1.2e10, "EUR")]),
    # --- shares ---
    ("Turnout was 61.4%.", [(61.4, 61.4, "percent")]),
    ("Turnout was 61.4 pct.", [(61.4, 61.4, "percent")]),
    ("Between 10% and 15% of voters stayed away.", [(10, 15, "percent")]),
    ("10-15% of voters stayed away.", [(10, 15, "percent")]),
    ("Inflation eased to 2.9 per cent.", [(2.9, 2.9, "percent")]),
    ("Shares slid 3½ per cent.", [(3.5, 3.5, "percent")]),
    ("Four-fifths of voters stayed away.", [(80, 80, "percent")]),
    ("Some 40 percent of voters stayed away.", [(36, 44, "percent")]),
    # --- what is no quantity ---
    ("She came 3rd.", []),
    ("It was the fourth strike in a month.", []),
    ("The 21st century began.", []),
    ("Article 5 was invoked.", []),
    ("Section 230 was struck down.", []),
    ("Flight MH17 was hit.", []),
    ("The M25 was shut.", []),
    ("Interstate 95 was shut.", []),
    ("Highway 101 was shut.", []),
    ("Apollo 11 landed.", []),
    ("Windows 11 was released.", []),
    ("Formula One returned.", []),
    ("They drew 2-2.", []),
    ("They lost 6-4, 3-6, 7-5.", []),
    ("The bill was voted down in 2019.", []),
    ("The 2008 crisis was worse.", []),
    ("The class of 1968 met.", []),
    ("Police were called at 9.15pm.", []),
    ("The one who fled was caught.", []),
    ("No one knows.", []),
    ("At one point it stopped.", []),
    ("It is one of the largest dams.", []),
    # --- ages, spans, measures ---
    ("Maria, 7, and Jan, 11, were hurt.", [(7, 7, "age"), (11, 11, "age")]),
    ("The victims were aged between 18 and 24.", [(18, 24, "age")]),
    ("The victims were aged 18 to 24.", [(18, 24, "age")]),
    ("An 84-year-old woman was hurt.", [(84, 84, "age")]),
    ("She was jailed for 18 months.", [(18, 18, "month")]),
    ("He got a ten-month term.", [(10, 10, "month")]),
    ("Gusts of up to 90 mph were met.", [(None, 90, "mph")]),
    ("It rained 30mm in an hour.", [(30, 30, "mm")]),
    ("It was minus 20C.", [(-20, -20, "°C")]),
    ("It reached 104F.", [(104, 104, "°F")]),
    ("The crater is 1.2km wide.", [(1.2, 1.2, "km")]),
    ("The plant makes 1,200MW.", [(1_200, 1_200, "MW")]),
    ("The spill covers 4 sq miles.", [(4, 4, "square mile")]),
    ("The quake struck at a depth of 10km.", [(10, 10, "km")]),
]

NOT_YET: list[tuple[str, list[Read]]] = [
    (".5 tonnes of rice was lost.", [(0.5, 0.5, "tonne")]),
    ("Some ¾ of the crop was lost.", [(67.5, 82.5, "percent")]),
    ("Some 400 or more people came.", [(400, None, "person")]),
    ("Barely 400 people came.", [(360, 400, "person")]),
    ("It cost 99p.", [(99, 99, "pence")]),
    ("One voter in three stayed away.", [(33.3, 33.3, "percent")]),
    ("He dialled 911.", []),
]
"""What a careful reader takes from these, and the program does not yet."""

CUT: list[tuple[str, list[Read]]] = [
    ("The toll rose to 1,", []),
    ("The firm lost $4.", []),
    ("The toll rose to 12 people and 3", [(12, 12, "person")]),
    ("They counted 40 people and more than", [(40, 40, "person")]),
    ("It cost between 3 and", []),
    ("It cost 3 mil", []),
]


@pytest.mark.parametrize(("text", "expected"), DESK, ids=[row[0] for row in DESK])
def test_figures_of_the_desks(text: str, expected: list[Read]) -> None:
    assert [(one.low, one.high, one.unit) for one in numbers(text)] == expected


@pytest.mark.parametrize(("text", "expected"), CUT, ids=[row[0] for row in CUT])
def test_a_figure_that_is_cut_off_is_not_read(text: str, expected: list[Read]) -> None:
    assert [(one.low, one.high, one.unit) for one in numbers(text, cut=True)] == expected


@pytest.mark.parametrize(("text", "expected"), NOT_YET, ids=[row[0] for row in NOT_YET])
@pytest.mark.xfail(strict=True)
def test_what_is_not_read_yet(text: str, expected: list[Read]) -> None:
    assert [(one.low, one.high, one.unit) for one in numbers(text)] == expected


def digits_of_two(number: int) -> str:
    """A number as it is grouped on the subcontinent: 12,34,567."""
    head, tail = divmod(number, 1_000)
    groups = [f"{tail:03}"]
    while head >= 100:
        head, part = divmod(head, 100)
        groups.append(f"{part:02}")
    return ",".join([str(head), *reversed(groups)])


@given(st.integers(1_000, 999_999_999))
def test_a_number_is_one_however_it_is_grouped(number: int) -> None:
    printed = [f"{number:,}", digits_of_two(number), f"{number:,}".replace(",", "\u202f")]
    assert {one.value for text in printed for one in numbers(f"Police counted {text} people.")} == {number}


@given(st.integers(1, 99), st.integers(0, 9), st.integers(2, 12))
def test_a_power_of_ten_is_the_number_written_out(whole: int, tenths: int, power: int) -> None:
    signs = str(power).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
    meant = (whole * 10 + tenths) * 10 ** (power - 1)
    for text in (f"{whole}.{tenths} x 10^{power}", f"{whole}.{tenths} × 10{signs}"):
        (one,) = numbers(f"The lake lost {text} tonnes of water.")
        assert one.value == pytest.approx(meant)


@given(st.integers(1, 200), st.sampled_from(["½ 1/2", "¼ 1/4", "¾ 3/4"]))
def test_a_fraction_behind_a_figure_is_part_of_it(whole: int, fraction: str) -> None:
    sign, written = fraction.split()
    top, bottom = map(int, written.split("/"))
    for text in (f"{whole}{sign}", f"{whole} {written}"):
        (one,) = numbers(f"It took {text} hours.")
        assert one.value == whole + top / bottom

"""Figures as a newswire prints them: words, shares, bounds, money, measures, ages, and what is no figure.

Each sentence with what a careful reader takes from it: the words read, the least and the most they can
mean (None where open), and what is counted.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.values_world import numbers

Read = tuple[str, float | None, float | None, str | None]

WIRE: list[tuple[str, list[Read]]] = [
    ("Eleven people died.", [("Eleven", 11, 11, "person")]),
    ("Twenty-three people were hurt.", [("Twenty-three", 23, 23, "person")]),
    ("One hundred and five people fled.", [("One hundred and five", 105, 105, "person")]),
    ("A hundred people fled.", [("A hundred", 100, 100, "person")]),
    ("Two thousand people fled.", [("Two thousand", 2000, 2000, "person")]),
    ("Three million people voted.", [("Three million", 3e06, 3e06, "person")]),
    ("Half a million people fled.", [("Half a million", 500000, 500000, "person")]),
    ("A quarter of a million people fled.", [("A quarter of a million", 250000, 250000, "person")]),
    ("One and a half million people fled.", [("One and a half million", 1.5e06, 1.5e06, "person")]),
    ("Two and a half tonnes of rice arrived.", [("Two and a half", 2.5, 2.5, "tonne")]),
    ("A third of the crop was lost.", [("A third", 33.3, 33.3, "percent")]),
    ("Two thirds of the crop was lost.", [("Two thirds", 66.7, 66.7, "percent")]),
    ("Two-thirds of voters agreed.", [("Two-thirds", 66.7, 66.7, "percent")]),
    ("Three-quarters of the town burned.", [("Three-quarters", 75, 75, "percent")]),
    ("Half of the members left.", [("Half", 50, 50, "percent")]),
    ("Almost half the members left.", [("Almost half", 45, 50, "percent")]),
    ("A tenth of the budget was cut.", [("A tenth", 10, 10, "percent")]),
    ("One in five children is ill.", [("One in five", 20, 20, "percent")]),
    ("Seven out of ten voters agree.", [("Seven out of ten", 70, 70, "percent")]),
    ("A dozen people were held.", [("A dozen", 10.8, 13.2, "person")]),
    ("Two dozen people were held.", [("Two dozen", 21.6, 26.4, "person")]),
    ("Half a dozen people were held.", [("Half a dozen", 6, 6, "person")]),
    ("Dozens of people were held.", [("Dozens", 24, 99, "person")]),
    ("Scores of people were held.", [("Scores", 40, 199, "person")]),
    ("Hundreds of people were held.", [("Hundreds", 200, 999, "person")]),
    ("Tens of thousands of people fled.", [("Tens of thousands", 20000, 99999, "person")]),
    ("Hundreds of thousands of people fled.", [("Hundreds of thousands", 200000, 999999, "person")]),
    ("Several hundred people fled.", [("Several hundred", 200, 900, "person")]),
    ("Several thousand people fled.", [("Several thousand", 2000, 9000, "person")]),
    ("A few hundred people fled.", [("A few hundred", 200, 900, "person")]),
    ("A few dozen people fled.", [("A few dozen", 24, 108, "person")]),
    ("A couple of people were hurt.", [("A couple", 2, 3, "person")]),
    ("A handful of people were hurt.", [("A handful", 3, 9, "person")]),
    ("Some 300 people were hurt.", [("Some 300", 270, 330, "person")]),
    ("Around 300 people were hurt.", [("Around 300", 270, 330, "person")]),
    ("About 300 people were hurt.", [("About 300", 270, 330, "person")]),
    ("Roughly 300 people were hurt.", [("Roughly 300", 270, 330, "person")]),
    ("Approximately 300 people were hurt.", [("Approximately 300", 270, 330, "person")]),
    ("An estimated 300 people were hurt.", [("An estimated 300", 270, 330, "person")]),
    ("300 or so people were hurt.", [("300 or so", 270, 330, "person")]),
    ("Nearly 300 people were hurt.", [("Nearly 300", 270, 300, "person")]),
    ("Almost 300 people were hurt.", [("Almost 300", 270, 300, "person")]),
    ("Close to 300 people were hurt.", [("Close to 300", 270, 330, "person")]),
    ("Just under 300 people were hurt.", [("Just under 300", 270, 300, "person")]),
    ("Just over 300 people were hurt.", [("Just over 300", 300, 330, "person")]),
    ("More than 300 people were hurt.", [("More than 300", 300, None, "person")]),
    ("Over 300 people were hurt.", [("Over 300", 300, None, "person")]),
    ("At least 300 people were hurt.", [("At least 300", 300, None, "person")]),
    ("No fewer than 300 people were hurt.", [("No fewer than 300", 300, None, "person")]),
    ("Upwards of 300 people were hurt.", [("Upwards of 300", 300, None, "person")]),
    ("Up to 300 people were hurt.", [("Up to 300", None, 300, "person")]),
    ("As many as 300 people were hurt.", [("As many as 300", None, 300, "person")]),
    ("At most 300 people were hurt.", [("At most 300", None, 300, "person")]),
    ("No more than 300 people were hurt.", [("No more than 300", None, 300, "person")]),
    ("Fewer than 300 people were hurt.", [("Fewer than 300", None, 300, "person")]),
    ("Less than 300 people were hurt.", [("Less than 300", None, 300, "person")]),
    ("Under 300 people were hurt.", [("Under 300", None, 300, "person")]),
    ("300-plus people were hurt.", [("300-plus", 300, None, "person")]),
    ("300+ people were hurt.", [("300+", 300, None, "person")]),
    ("Between 200 and 300 people were hurt.", [("200 and 300", 200, 300, "person")]),
    ("From 200 to 300 people were hurt.", [("200 to 300", 200, 300, "person")]),
    ("200 to 300 people were hurt.", [("200 to 300", 200, 300, "person")]),
    ("200-300 people were hurt.", [("200-300", 200, 300, "person")]),
    ("200–300 people were hurt.", [("200–300", 200, 300, "person")]),
    ("Two or three people were hurt.", [("Two or three", 2, 3, "person")]),
    ("Two to three dozen people were hurt.", [("Two to three dozen", 24, 39.6, "person")]),
    ("The firm paid €1.2bn.", [("€1.2bn", 1.2e09, 1.2e09, "EUR")]),
    ("The firm paid €1.2 billion.", [("€1.2 billion", 1.2e09, 1.2e09, "EUR")]),
    ("The firm paid 1.2 billion euros.", [("1.2 billion", 1.2e09, 1.2e09, "EUR")]),
    ("The firm paid EUR 1.2bn.", [("1.2bn", 1.2e09, 1.2e09, "EUR")]),
    ("The firm paid $2.9 million.", [("$2.9 million", 2.9e06, 2.9e06, "USD")]),
    ("The firm paid $2.9m.", [("$2.9m", 2.9e06, 2.9e06, "USD")]),
    ("The firm paid US$3m.", [("US$3m", 3e06, 3e06, "USD")]),
    ("The firm paid 2.9 million dollars.", [("2.9 million", 2.9e06, 2.9e06, "USD")]),
    ("The firm paid £500,000.", [("£500,000", 500000, 500000, "GBP")]),
    ("The firm paid £500k.", [("£500k", 500000, 500000, "GBP")]),
    ("The firm paid 15 cents a share.", [("15", 15, 15, "cent")]),
    ("The firm paid ¥3tn.", [("¥3tn", 3e12, 3e12, "JPY")]),
    ("The firm paid 500 million Swiss francs.", [("500 million", 5e08, 5e08, "franc")]),
    ("The firm paid between €3m and €4m.", [("€3m and €4m", 3e06, 4e06, "EUR")]),
    ("The firm paid €3-4 million.", [("€3-4 million", 3e06, 4e06, "EUR")]),
    ("The firm paid $1.5-$2 million.", [("$1.5-$2 million", 1.5e06, 2e06, "USD")]),
    ("Profit fell by 6 per cent.", [("6 per cent", 6, 6, "percent")]),
    ("Profit fell 6.5 percent.", [("6.5 percent", 6.5, 6.5, "percent")]),
    ("Profit fell by 2 percentage points.", [("2", 2, 2, "percentage point")]),
    ("Rates rose 25 basis points.", [("25", 25, 25, "basis point")]),
    ("Profit doubled.", []),
    ("Profit rose threefold.", []),
    ("The team won 3-1.", []),
    ("They won the match 2–0.", []),
    ("Parliament voted 112 to 31.", [("112", 112, 112, None), ("31", 31, 31, None)]),
    ("The bill passed by 112 votes to 31.", [("112", 112, 112, "vote"), ("31", 31, 31, None)]),
    ("The 58-year-old man was hurt.", [("58", 58, 58, "age")]),
    ("The man, 58, was hurt.", [("58", 58, 58, "age")]),
    ("A 58-year-old was hurt.", [("58", 58, 58, "age")]),
    ("She is 58 years old.", [("58", 58, 58, "age")]),
    ("A man aged 58 was hurt.", [("58", 58, 58, "age")]),
    ("A man in his fifties was hurt.", []),
    ("The truce lasted four and a half years.", [("four and a half", 4.5, 4.5, "year")]),
    ("The truce lasted two weeks.", [("two", 2, 2, "week")]),
    ("The 90-day truce ended.", [("90", 90, 90, "day")]),
    ("The three-month truce ended.", [("three", 3, 3, "month")]),
    ("The truce lasted 18 months.", [("18", 18, 18, "month")]),
    ("The truce lasted six hours.", [("six", 6, 6, "hour")]),
    ("The talks lasted two and a half hours.", [("two and a half", 2.5, 2.5, "hour")]),
    ("The talks lasted 45 minutes.", [("45", 45, 45, "minute")]),
    ("It lasted half an hour.", [("half an", 0.5, 0.5, "hour")]),
    ("It is 16 km long.", [("16", 16, 16, "km")]),
    ("It is 10 miles long.", [("10", 10, 10, "mile")]),
    ("The wall is 3.5 metres high.", [("3.5", 3.5, 3.5, "m")]),
    ("The wall is 12-foot high.", [("12", 12, 12, "foot")]),
    ("The fire burned 400 hectares.", [("400", 400, 400, "hectare")]),
    ("They seized two tonnes of drugs.", [("two", 2, 2, "tonne")]),
    ("They seized 4,400lb of drugs.", [("4,400", 4400, 4400, "lb")]),
    ("They seized 30kg of drugs.", [("30", 30, 30, "kg")]),
    ("Winds of 120 km/h hit the coast.", [("120", 120, 120, "km/h")]),
    ("Winds reached 75mph.", [("75", 75, 75, "mph")]),
    ("It was 40C on Monday.", [("40C", 40, 40, "°C")]),
    ("It was 40 degrees Celsius.", [("40", 40, 40, "°C")]),
    ("It was minus 12 degrees.", [("minus 12", -12, -12, "degree")]),
    ("It was -12C in town.", [("-12C", -12, -12, "°C")]),
    ("A magnitude 5.9 quake struck.", [("5.9", 5.9, 5.9, "magnitude")]),
    ("The 12th victim died.", []),
    ("The third victim died.", []),
    ("It was the 40th anniversary.", []),
    ("He was killed on the 2nd floor.", []),
    ("Flight 370 vanished.", []),
    ("Hall 7 burned.", []),
    ("He lives at 10 Downing Street.", []),
    ("Call 0800 123 456.", []),
    ("The death toll rose to 1,", []),
    ("No one was hurt.", []),
    ("Nobody died.", []),
    ("None of the 40 passengers was hurt.", [("40", 40, 40, "passenger")]),
    ("A soldier died.", [("A soldier", 1, 1, "person")]),
    ("A single soldier died.", [("A single soldier", 1, 1, "person")]),
    ("One soldier died.", [("One", 1, 1, "person")]),
    ("A man and two women died.", [("two", 2, 2, "woman")]),
    ("A woman, her two sons and a neighbour died.", [("two", 2, 2, "son")]),
    ("Five more bodies were found.", [("Five", 5, 5, "body")]),
    ("Another 20 people were hurt.", [("20", 20, 20, "person")]),
    ("Some people were hurt.", []),
    ("Many people were hurt.", []),
    ("Most people fled.", []),
    ("1.5 million people fled.", [("1.5 million", 1.5e06, 1.5e06, "person")]),
    ("1,500 people fled.", [("1,500", 1500, 1500, "person")]),
    ("2 lakh people fled.", [("2 lakh", 200000, 200000, "person")]),
    ("Three crore rupees were paid.", [("Three crore", 3e07, 3e07, "INR")]),
    ("A record 300 people came.", [("300", 300, 300, "person")]),
    ("A total of 300 people came.", [("300", 300, 300, "person")]),
    ("Only 12 people came.", [("12", 12, 12, "person")]),
    ("Exactly 12 people came.", [("12", 12, 12, "person")]),
    ("12 or more people came.", [("12 or more", 12, None, "person")]),
    ("It happened in 2024.", []),
    ("The 1990s were calm.", []),
    ("In 2023-24 profit rose.", []),
    ("It happened at 6.12 a.m.", []),
    ("It happened at 18:30.", []),
    ("He wore number 10.", []),
    ("Page 12 says so.", []),
    ("A 12-year sentence was given.", [("12", 12, 12, "year")]),
    ("She was jailed for 12 years.", [("12", 12, 12, "year")]),
    ("The first of the two men died.", [("two", 2, 2, "man")]),
    ("The army lost 12 of its 40 tanks.", [("12", 12, 12, "tank"), ("40", 40, 40, "tank")]),
    ("Twelve of the 40 miners died.", [("Twelve", 12, 12, "miner"), ("40", 40, 40, "miner")]),
    (
        "A fifth of the 50,000 residents fled.",
        [("A fifth", 20, 20, "percent"), ("50,000", 50000, 50000, "resident")],
    ),
    ("A three-and-a-half-year term was given.", [("three-and-a-half", 3.5, 3.5, "year")]),
    ("A two-and-a-half-hour meeting took place.", [("two-and-a-half", 2.5, 2.5, "hour")]),
    ("He earned a six-figure sum.", []),
    ("It is among the top five.", []),
    ("A 40-strong crew came.", [("40", 40, 40, "crew")]),
    ("Some 200-odd people came.", [("Some 200-odd", 180, 220, "person")]),
    ("The 5,000-member union struck.", [("5,000", 5000, 5000, "member")]),
    ("The G7 met.", []),
    ("Covid-19 spread.", []),
    ("It was like 9/11.", []),
    ("They work 24/7.", []),
    ("World War II ended.", []),
    ("An F-16 crashed.", []),
    ("A two-thirds majority was reached.", [("two-thirds", 66.7, 66.7, "percent")]),
    ("A 60-40 split was agreed.", []),
    ("The 1.2bn-euro deal was signed.", [("1.2bn", 1.2e09, 1.2e09, "EUR")]),
    ("The $1.2tn budget passed.", [("$1.2tn", 1.2e12, 1.2e12, "USD")]),
    ("More than 1m people fled.", [("More than 1m", 1e06, None, "person")]),
    ("Sales rose 12% to €3bn.", [("12%", 12, 12, "percent"), ("€3bn", 3e09, 3e09, "EUR")]),
    ("The rate fell to 3.2% from 4.1%.", [("3.2%", 3.2, 3.2, "percent"), ("4.1%", 4.1, 4.1, "percent")]),
    ("The toll rose from 12 to 15.", [("12", 12, 12, "person"), ("15", 15, 15, "person")]),
    ("It costs €12–€15.", [("€12–€15", 12, 15, "EUR")]),
    ("Oil cost $80 a barrel.", [("$80", 80, 80, "USD")]),
    ("Some 30 mm of rain fell.", [("Some 30", 27, 33, "mm")]),
    ("A 7.8-magnitude quake struck.", [("7.8", 7.8, 7.8, "magnitude")]),
    ("Twice as many people came.", []),
    (
        "The ship carried 380 passengers and 46 crew.",
        [("380", 380, 380, "passenger"), ("46", 46, 46, "crew")],
    ),
    ("12 dead and 40 wounded were counted.", [("12", 12, 12, "person"), ("40", 40, 40, "person")]),
    ("The number of dead stood at 23.", [("23", 23, 23, "person")]),
    ("The toll is now 23.", [("23", 23, 23, "person")]),
    ("Nine in ten homes were lost.", [("Nine in ten", 90, 90, "percent")]),
    ("One in 13 jobs will go.", [("One in 13", 7.7, 7.7, "percent")]),
    ("Two in five days died.", [("Two", 2, 2, None), ("five", 5, 5, "day")]),
    ("9 out of 14 districts were counted.", [("9", 9, 9, "district"), ("14", 14, 14, "district")]),
    ("Five of the nine pieces were found.", [("Five", 5, 5, "piece"), ("nine", 9, 9, "piece")]),
    ("Half of the 12 members left.", [("Half", 50, 50, "percent"), ("12", 12, 12, "member")]),
    ("About half a tonne of drugs was seized.", [("About half a", 0.45, 0.55, "tonne")]),
    ("The fire lasted a quarter of an hour.", [("a quarter of an", 0.25, 0.25, "hour")]),
    ("Shares closed at 21.60 euros.", [("21.60", 21.6, 21.6, "EUR")]),
    ("Shares closed at €21.60.", [("€21.60", 21.6, 21.6, "EUR")]),
    ("The bill was for £1,234.56.", [("£1,234.56", 1234.56, 1234.56, "GBP")]),
    ("The firm owes 3bn Swiss francs.", [("3bn", 3e09, 3e09, "franc")]),
    ("A €40-million plan was made.", [("€40-million", 4e07, 4e07, "EUR")]),
    ("A $5m-$10m loan was given.", [("$5m-$10m", 5e06, 1e07, "USD")]),
    ("A loan of 5 to 10 million dollars was given.", [("5 to 10 million", 5e06, 1e07, "USD")]),
    ("A loan of $5 million to $10 million was given.", [("$5 million to $10 million", 5e06, 1e07, "USD")]),
    ("Five to ten thousand people came.", [("Five to ten thousand", 5000, 10000, "person")]),
    ("Two to three hundred people came.", [("Two to three hundred", 200, 300, "person")]),
    ("As few as 12 people came.", [("As few as 12", 12, None, "person")]),
    ("Not more than 12 people came.", [("Not more than 12", None, 12, "person")]),
    ("Well over 100 people came.", [("Well over 100", 100, None, "person")]),
    ("Far fewer than 100 people came.", [("Far fewer than 100", None, 100, "person")]),
    ("Nearly a dozen people came.", [("Nearly a dozen", 10.8, 12, "person")]),
    ("Nearly half a million people came.", [("Nearly half a million", 450000, 500000, "person")]),
    ("Over two thirds of the vote was counted.", [("Over two thirds", 66.7, None, "percent")]),
    ("A further 12 people died.", [("12", 12, 12, "person")]),
    ("Seats: 34 for the party.", [("34", 34, 34, None)]),
    ("It won by 34 seats to 33.", [("34", 34, 34, "seat"), ("33", 33, 33, None)]),
    ("The team beat them 21-14.", []),
    ("The count was 5-4.", []),
    ("The court ruled 5-4.", []),
    ("It scored 98 points.", [("98", 98, 98, "point")]),
    ("The index fell 98 points.", [("98", 98, 98, "point")]),
    ("The temperature fell by 12 degrees.", [("12", 12, 12, "degree")]),
    ("A speed of 100 miles an hour was reached.", [("100", 100, 100, "mph")]),
    ("At 30,000 feet the plane broke up.", [("30,000", 30000, 30000, "foot")]),
    ("It is 3,000 square kilometres in size.", [("3,000", 3000, 3000, "square km")]),
    ("It is 3,000 sq km in size.", [("3,000", 3000, 3000, "square km")]),
    ("It holds 40 cubic metres.", [("40", 40, 40, "cubic m")]),
    ("A 2-year-old was hurt.", [("2", 2, 2, "age")]),
    ("Two 14-year-old boys were hurt.", [("Two", 2, 2, "boy"), ("14", 14, 14, "age")]),
    ("People over 60 were told.", [("over 60", 60, None, "age")]),
    ("Children under 12 were told.", [("under 12", None, 12, "age")]),
    ("The 60-year-old bridge fell.", [("60", 60, 60, "age")]),
    ("He is in his 60s.", []),
    ("In its 60th year it closed.", []),
    ("Chapter 11 was filed.", []),
    ("Room 12 was shut.", []),
    ("The A12 was shut.", []),
    ("Gate B12 was shut.", []),
    ("Line 7 was shut.", []),
    ("He was No. 7.", []),
    ("1) It rained.", []),
    ("(2) It rained.", []),
    ("The 9am flight left.", []),
    ("The 10 o'clock train left.", []),
    ("It closed at noon.", []),
    ("A girl of six was hurt.", [("six", 6, 6, "age")]),
]


@pytest.mark.parametrize(("text", "expected"), WIRE, ids=[row[0] for row in WIRE])
def test_figures_of_the_wire(text: str, expected: list[Read]) -> None:
    assert [(one.text, one.low, one.high, one.unit) for one in numbers(text)] == expected


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len(WIRE) >= 120


ONES = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(number: int) -> str:
    """A number below a million in words, as a newspaper would write it out."""
    if number >= 1_000:
        rest = number % 1_000
        return f"{spelled(number // 1_000)} thousand{' ' + spelled(rest) if rest else ''}"
    if number >= 100:
        rest = number % 100
        return f"{ONES[number // 100 - 1]} hundred{' and ' + spelled(rest) if rest else ''}"
    if number >= 20:
        rest = number % 10
        return TENS[number // 10 - 2] + (f"-{ONES[rest - 1]}" if rest else "")
    return ONES[number - 1]


@given(st.integers(2, 999_999))
def test_a_number_in_words_is_the_number_in_digits(number: int) -> None:
    (words,) = numbers(f"Police counted {spelled(number)} people.")
    (digits,) = numbers(f"Police counted {number:,} people.")
    assert words.value == digits.value == number
    assert words.unit == digits.unit == "person"


@given(st.integers(1, 9_999), st.sampled_from([("m", "million", 1e6), ("bn", "billion", 1e9)]))
def test_money_is_one_however_it_is_scaled(tenths: int, scale: tuple[str, str, float]) -> None:
    short, long, factor = scale
    said = [
        numbers(f"The yard paid €{tenths / 10}{short} for it.")[0],
        numbers(f"The yard paid €{tenths / 10} {long} for it.")[0],
        numbers(f"The yard paid {tenths / 10} {long} euros for it.")[0],
    ]
    assert {(one.value, one.unit) for one in said} == {(tenths / 10 * factor, "EUR")}


@given(
    st.integers(2, 10_000_000), st.sampled_from(["at least", "more than", "up to", "nearly", "about", "some"])
)
def test_a_hedge_never_moves_the_figure_itself(number: int, hedge: str) -> None:
    (one,) = numbers(f"Police counted {hedge} {number:,} people.")
    assert one.value == number
    assert one.low is None or one.low <= number
    assert one.high is None or one.high >= number


@given(st.integers(1, 99), st.integers(1, 99))
def test_a_share_lies_between_nothing_and_all(top: int, bottom: int) -> None:
    for one in numbers(f"Some {top} in {bottom} homes were lost."):
        assert one.unit != "percent" or (one.value is not None and 0 < one.value < 100)

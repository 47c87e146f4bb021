"""What a number counts: a measure, a class of the lexicon, or the noun behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.values.tokens import Line, Token, glued
from factcheck.values.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.values.lexicon import Found

_REACH = 8
"""Words behind the number in which its noun is looked for."""
_BACK = 32

_MEASURES: dict[str, str] = {
    "percent": "% percent pct",
    "percentage point": "percentage_point percentage_points",
    "USD": "dollar dollars usd",
    "EUR": "euro euros eur",
    "GBP": "pound pounds sterling gbp",
    "JPY": "yen jpy",
    "CNY": "yuan renminbi cny",
    "KRW": "won krw",
    "UAH": "hryvnia hryvnias uah",
    "RUB": "ruble rubles rouble roubles rub",
    "INR": "rupee rupees inr",
    "km": "km kms kilometer kilometers kilometre kilometres",
    "m": "metre metres meter meters",
    "mm": "mm millimetre millimetres millimeter millimeters",
    "cm": "cm centimetre centimetres centimeter centimeters",
    "mile": "mile miles",
    "foot": "ft foot feet",
    "inch": "inch inches",
    "kg": "kg kgs kilo kilos kilogram kilograms",
    "lb": "lb lbs",
    "g": "gram grams",
    "tonne": "tonne tonnes ton tons",
    "degree": "degree degrees ° °c °f",
    "km/h": "kph kmh km/h",
    "mph": "mph",
    "knot": "knot knots",
    "hectare": "hectare hectares ha",
    "acre": "acre acres",
    "litre": "litre litres liter liters",
    "barrel": "barrel barrels",
    "MW": "mw megawatt megawatts",
    "GW": "gw gigawatt gigawatts",
    "second": "second seconds",
    "minute": "minute minutes",
    "hour": "hour hours",
    "day": "day days",
    "week": "week weeks",
    "month": "month months",
    "year": "year years",
    "decade": "decade decades",
    "magnitude": "magnitude",
}
MEASURES: Mapping[str, str] = {word: unit for unit, row in _MEASURES.items() for word in row.split()}
_SCALES = {"celsius": "°C", "c": "°C", "°c": "°C", "fahrenheit": "°F", "f": "°F", "°f": "°F"}
_BY_THE_HOUR = {"mile": "mph", "km": "km/h"}
DURATIONS = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade"})

STOPS = words(
    "a an the this that these those who which whom whose what when where while as at by for"
    " from in into of on onto over under up down off out about around to toward towards through"
    " throughout during since until till before after against with within without between among"
    " along across behind beyond near per via than but or nor so yet if because although though"
    " unless whereas and is are was were be been being am has have had do does did will would"
    " shall should can could may might must not no n't it its he she they them we us you i his"
    " her their our your my there here then now later more less also ago each every both either"
    " neither only according including following despite such said says say told reported"
    " confirmed announced outside inside earlier today yesterday tonight tomorrow overnight nearby"
    " together apart alone instead almost nearly already too back away abroad elsewhere"
)
_IRREGULAR = words(
    "people men women children troops personnel staff police forces civilians dead wounded injured missing"
    " homeless crew cattle aircraft fish sheep teeth feet"
)
AFFLICTED = words("dead killed wounded injured missing homeless displaced")
"""Words that stand for the people they happen to: "fifteen wounded"."""
_NOT_NOUNS = ("ed", "ing", "ly")
_UNCOUNTED = words("times percent overall alone total new more further additional others other")


def singular(noun: str) -> str:
    """The form under which a noun that is in no lexicon class is compared."""
    low = noun.lower()
    known = {"people": "person", "men": "man", "women": "woman", "children": "child", "lives": "life"}
    if low in known:
        return known[low]
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "ches", "shes", "xes", "zes")):
        return low[:-2]
    if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3:
        return low[:-1]
    return low


def measure(tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    """A unit of measure at token ``at`` (behind a hyphen too), and the token behind it."""
    if at + 1 < len(tokens) and tokens[at].text == "-" and glued(tokens[at - 1], tokens[at]):
        at += 1
    if at >= len(tokens):
        return None
    low = tokens[at].low
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if low == "per" and after in ("cent", "capita"):
        return ("percent", at + 2) if after == "cent" else None
    if low in ("square", "sq", "cubic") and after in MEASURES:
        return f"{'cubic' if low == 'cubic' else 'square'} {MEASURES[after]}", at + 2
    if low in ("percentage", "basis") and after in ("point", "points"):
        return f"{low} point", at + 2
    if tokens[at].text in ("C", "F") and at and glued(tokens[at - 1], tokens[at]):
        return _SCALES[low], at + 1
    if low == "km" and after == "/" and at + 2 < len(tokens) and tokens[at + 2].low == "h":
        return "km/h", at + 3
    unit = MEASURES.get(low)
    if unit is None:
        return None
    if low in ("pound", "pounds") and any(t.low.startswith("weigh") for t in tokens[max(0, at - 7) : at]):
        unit = "pound"
    if (
        unit in _BY_THE_HOUR
        and after in ("an", "per")
        and [t.low for t in tokens[at + 2 : at + 3]] == ["hour"]
    ):
        return _BY_THE_HOUR[unit], at + 3
    if unit in DURATIONS and after == "-" and at + 2 < len(tokens) and tokens[at + 2].low == "old":
        return "age", at + 3
    if unit in DURATIONS and after == "old":
        return "age", at + 2
    if unit == "degree":
        scale = _SCALES.get(low) or _SCALES.get(after)
        return (scale or unit), at + 1 + (scale is not None and low not in _SCALES)
    return unit, at + 1


def magnitude(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a number tells how strong a quake was: "a magnitude of about 5.9", "measured 6.1"."""
    low = [token.low for token in tokens[max(0, first - 5) : first]]
    while low and low[-1] not in _STRENGTH | _MEASURED:
        if low[-1] not in _TO_STRENGTH:
            return False
        low.pop()
    if low and low[-1] in _STRENGTH:
        return True
    behind = [token.low for token in tokens[last : last + 6]]
    if behind[:1] == ["on"] and "scale" in behind:
        return True
    return bool(low) and any(token.low in _QUAKES for token in tokens) and "." in tokens[last - 1].text


_STRENGTH = frozenset({"magnitude"})
_MEASURED = words("measured measuring measures registered registering recorded put")
_TO_STRENGTH = words(
    "of at a an was is as about around preliminary to the reached - its approximately estimated least"
)
_QUAKES = words(
    "quake quakes earthquake earthquakes tremor tremors aftershock aftershocks foreshock shock"
    " temblor magnitude"
)


def unit_behind(line: Line, at: int, units: Sequence[Found], *, one: bool = False) -> tuple[str | None, int]:
    """The class or noun counted by a number that ends before token ``at``, and the token behind it."""
    tokens = line.tokens
    joined = at + 1 < len(tokens) and tokens[at].text == "-" and glued(tokens[at - 1], tokens[at])
    if joined:
        at += 1
    phrase = _noun_phrase(tokens, at)
    if not phrase:
        return None, at
    begin, end = tokens[phrase[0]].start, tokens[phrase[-1]].end
    inside = [found for found in units if begin <= found.start and found.end <= end]
    for number, found in enumerate(inside):
        if number + 1 == len(inside) or line.at(inside[number + 1].start) != line.at(found.end):
            return found.entry.name, line.at(found.end)
    head = _head(tokens, phrase, singular=one or joined)
    if head is None:
        return None, at
    low = tokens[head].low
    return ("person" if low in AFFLICTED else singular(low)), head + 1


def noun_behind(tokens: Sequence[Token], at: int, *, one: bool = False) -> tuple[int, int] | None:
    """Where the words that a number before token ``at`` counts begin, and their noun; None without one.

    As :func:`unit_behind` without a lexicon. ``one``: the number is one, and its noun no plural.
    """
    phrase = _noun_phrase(tokens, at)
    head = _head(tokens, phrase, singular=one) if phrase else None
    return None if head is None else (phrase[0], head)


def _noun_phrase(tokens: Sequence[Token], at: int) -> list[int]:
    """The words behind a number that can name what it counts: until a stop word or a sign."""
    if [token.low for token in tokens[at + 1 : at + 5]] == ["-", "year", "-", "old"]:
        at += 5
    index = at
    while index < len(tokens) and index < at + 4 and tokens[index].low in _OF_THE:
        index += 1
    if index > at and tokens[at].low != "of":
        index = at
    index += index < len(tokens) and tokens[index].low in ("more", "other", "further", "additional", "new")
    words: list[int] = []
    while index < len(tokens) and len(words) < _REACH:
        token = tokens[index]
        if token.kind == "word" and (token.low not in STOPS or token.text == "US"):
            words.append(index)
        elif not (words and token.text == "-" and glued(tokens[index - 1], token)):
            listed = token.text == "," and words and tokens[index - 1].low.endswith(_NOT_NOUNS)
            if token.low not in ("'", "‘", "“", '"') and not listed:
                break
        index += 1
    return words


_OF_THE = words("of the these those its their his her our such all")


def _head(tokens: Sequence[Token], phrase: Sequence[int], *, singular: bool) -> int | None:
    """The noun: the first plural; of one thing the first word that does not look like a participle."""
    for index in phrase:
        low = tokens[index].low
        plural = low.endswith("s") and not low.endswith(("ss", "us", "is", "'s"))
        if (plural or low in _IRREGULAR) and low not in _UNCOUNTED and not _modifies(tokens, index):
            return index
    for index in phrase[: 2 if singular else 0]:
        low = tokens[index].low
        if not low.endswith(_NOT_NOUNS) and not tokens[index].text[0].isupper() and low not in _UNCOUNTED:
            return index
    return None


def _modifies(tokens: Sequence[Token], index: int) -> bool:
    return (
        index + 1 < len(tokens) and tokens[index + 1].text == "-" and glued(tokens[index], tokens[index + 1])
    )


def unit_before(line: Line, first: int, units: Sequence[Found]) -> str | None:
    """The class named to the left of a number that has no noun of its own: "put the dead at 300"."""
    tokens = line.tokens
    start = tokens[max(0, first - _BACK)].start
    near = [
        found
        for found in units
        if start <= found.start
        and found.end <= tokens[first].start
        and line.text[found.end : found.end + 1] not in ("'", "’")
    ]
    return near[-1].entry.name if near else None

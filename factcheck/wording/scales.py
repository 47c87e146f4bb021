"""Units of one dimension and how they convert: 9 miles are 14.5 km, 36 degrees Fahrenheit 2.2 Celsius."""

from __future__ import annotations

import re
from functools import lru_cache

_LENGTH = {
    "mm": 0.001, "cm": 0.01, "m": 1.0, "metre": 1.0, "meter": 1.0, "km": 1000.0, "kilometre": 1000.0,
    "kilometer": 1000.0, "mile": 1609.344, "yard": 0.9144, "ft": 0.3048, "foot": 0.3048, "inch": 0.0254,
    "nautical mile": 1852.0,
}  # fmt: skip
_MASS = {
    "g": 0.001, "gram": 0.001, "kg": 1.0, "kilogram": 1.0, "tonne": 1000.0, "ton": 1000.0, "t": 1000.0,
    "pound": 0.45359237, "lb": 0.45359237, "ounce": 0.028349523,
}  # fmt: skip
_TIME = {
    "second": 1.0, "minute": 60.0, "hour": 3600.0, "day": 86400.0, "week": 604800.0,
    "month": 2629800.0, "year": 31557600.0,
}  # fmt: skip
_AREA = {
    "m2": 1.0, "hectare": 1e4, "ha": 1e4, "acre": 4046.8564, "km2": 1e6, "sq km": 1e6,
    "square kilometre": 1e6, "square kilometer": 1e6, "square mile": 2589988.11, "sq mile": 2589988.11,
}  # fmt: skip
_SPEED = {"km/h": 1.0, "kph": 1.0, "mph": 1.609344, "knot": 1.852}
_TABLES = (("length", _LENGTH), ("mass", _MASS), ("time", _TIME), ("area", _AREA), ("speed", _SPEED))
_DEGREES = frozenset({"degree", "°C", "°F"})
SCALED = frozenset(family for family, _ in _TABLES)
"""Dimensions in which every unit is so much of one."""
IMPERIAL = frozenset(
    {
        "mile",
        "yard",
        "foot",
        "ft",
        "inch",
        "pound",
        "lb",
        "ounce",
        "acre",
        "square mile",
        "sq mile",
        "mph",
        "°F",
    }
)
"""Units that a reader of the others needs converted."""
_KIND = re.compile(r"[-_]")
_CURRENCY = re.compile(r"[A-Z]{3}\Z")


@lru_cache(maxsize=4_000)
def dimension(unit: str | None) -> tuple[str | None, float]:
    """What a unit measures, and how much one of it is in that dimension's own unit.

    Currencies share the dimension "money" but no scale; a unit of no table is its own dimension,
    and a kind of it ("person_military") shares the dimension of the whole ("person").
    """
    if unit is None:
        return None, 1.0
    if _CURRENCY.match(unit):
        return "money", 1.0
    if unit in _DEGREES:
        return "temperature", 1.0
    name = unit.lower()
    for family, table in _TABLES:
        for form in (name, name.removesuffix("s")):
            if form in table:
                return family, table[form]
    return _KIND.split(name)[0], 1.0


def celsius(fahrenheit: float) -> float:
    return (fahrenheit - 32) * 5 / 9


def rounded(value: float) -> str:
    """A converted number as it is printed: to two places that count."""
    return f"{float(f'{value:.2g}'):,.10g}"


def converted(value: float, unit: str | None, into: str | None) -> float | None:
    """``value`` in another unit of the same dimension; None where the two have no common scale.

    Currencies have none: no rate is known.
    """
    if unit == into:
        return value
    if unit is None or into is None:
        return None
    if (unit, into) == ("°F", "°C"):
        return celsius(value)
    (family, scale), (other, target) = dimension(unit), dimension(into)
    return value * scale / target if family == other and family in SCALED else None

"""The shapes of written dates, and the words without which no date is looked for."""

from __future__ import annotations

import re

from factcheck.values import calendar as cal
from factcheck.values.wordlists import words

TRIGGERS = (
    frozenset(cal.MONTHS)
    | frozenset(cal.WEEKDAYS)
    | frozenset(cal.SEASONS)
    | words(
        "yesterday today tomorrow tonight week weeks month months year years weekend day days"
        " decade decades century ago christmas halloween night morning afternoon evening hours"
    )
)
YEAR_SHAPE = re.compile(r"(?<![\w.,$€£-])\d{4}(?!\d)|\bmid-\d{4}(?!\d)|['’]\d0s(?!\w)")
DIGIT_DATE = re.compile(r"(?<!\d)\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?!\d)")
_LONG = "January|February|March|April|May|June|July|August|September|October|November|December"
_M = (
    f"(?:{_LONG}|{_LONG.upper()}"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_W = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.)"
_D = r"(?:[0-3]?\d)(?:st|nd|rd|th)?(?![\w]|[.,:]\d)"
_Y = r"(?:,?\s{1,2}(?P<year>[12]\d{3})(?!\d|,\d))?"
_PREFIX = rf"(?:{_W},?\s{{1,2}})?(?:the\s)?"
_PLACED = (
    r"(?:in|since|last|this|next|by|until|till|during|of|from|to|before|after|through|between|and"
    r"|late|early|mid)"
)

SHAPES: list[tuple[str, re.Pattern[str]]] = [
    ("iso", re.compile(r"(?<![\d-])(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?![\d-])")),
    ("slash", re.compile(r"(?<!\d)(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4})(?!\d)")),
    (
        "month-day",
        re.compile(
            rf"(?<!\w){_PREFIX}(?P<month>{_M})\s{{1,2}}(?P<day>{_D})"
            rf"(?:\s?(?:-|–|to|and)\s?(?P<last>{_D})(?!\s(?:{_M}|[a-z]{{4,}}s\b)))?{_Y}"
        ),
    ),
    (
        "day-month",
        re.compile(
            rf"(?<![\w,.-]){_PREFIX}(?P<day>{_D})(?:\s?(?:-|–|to|and)\s?(?P<last>{_D}))?"
            rf"\s{{1,2}}(?:of\s)?(?P<month>{_M})(?!\w){_Y}"
        ),
    ),
    (
        "month-year",
        re.compile(
            rf"(?<!\w)(?P<part>(?:early|mid|late)[-\s])?(?P<month>{_M}),?\s{{1,2}}(?:of\s)?"
            r"(?P<year>[12]\d{3})(?!\d)"
        ),
    ),
    (
        "month-turned",
        re.compile(rf"(?<!\w)(?P<month>{_M})\s{{1,2}}(?P<turn>last|this|next)\syear(?!\w)"),
    ),
    (
        "month",
        re.compile(
            rf"(?<!\w)(?P<placed>(?i:{_PLACED})[-\s]{{1,2}})?(?P<month>{_M})(?![\w-]\w)(?!\s{{1,2}}\d)"
        ),
    ),
    ("weekday", re.compile(rf"(?<!\w)(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his)\s)?(?P<weekday>{_W})(?!\w)")),
    ("holiday", re.compile(r"(?<!\w)(?:" + "|".join(cal.HOLIDAYS).replace("'", "['’]") + r")(?!\w)", re.I)),
    ("decade", re.compile(r"(?<![\w])(?P<part>(?:early|mid|late)[-\s])?(?P<y>[12]\d\d0)['’]?s(?!\w)")),
    ("short-decade", re.compile(r"(?<!\w)['’](?P<y>[2-9]0)s(?!\w)")),
    (
        "part",
        re.compile(
            r"(?<!\w)(?:(?P<which>first|second|third|fourth|last|final)\s(?P<part>half|quarter)\sof\s"
            r"|(?P<sign>Q[1-4]|H[12])\s(?:of\s)?)(?P<y>[12]\d{3})(?!\w|-\d|[.,]\d)"
        ),
    ),
    ("century", re.compile(r"(?<!\w)(?P<n>1\d|20|21)(?:st|th)[-\s]century(?!\w)")),
    (
        "years",
        re.compile(
            r"(?<![\w.,$€£-])(?P<y>[12]\d{3})(?:-|–|\sto\s|\sand\s)(?P<z>[12]\d{3}|\d{2})(?![\w-]|[.,]\d)"
        ),
    ),
    (
        "season",
        re.compile(
            r"(?<!\w)(?P<which>last|this|next|early|late)?\s?(?P<season>spring|summer|autumn|fall|winter)"
            r"(?:\s(?:of\s)?(?P<y>[12]\d{3}))(?!\d)",
            re.I,
        ),
    ),
    (
        "year",
        re.compile(r"(?<![\w.,$€£/-])(?P<part>(?:early|mid|late)[-\s])?(?P<y>[12]\d{3})(?!\w|-\d|[.,/:]\d)"),
    ),
]

"""Dates as pages print them, and lines that are nothing but a date."""

from __future__ import annotations

import re

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
FULL_DATE = (
    rf"(?:(?:{WEEKDAY},?\s+)?(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH},?\s+(?:19|20)\d\d)"
    r"|(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d)"
)
_ZONE = r"(?:Z|UTC|GMT|BST|IST|MSK|JST|KST|SGT|HKT|(?:CE|EE|WE|E|C|M|P|AE)[SD]?T|local time|[+-]\d\d:?\d\d)?"
_TIME = (
    r"(?:[T,\s]{1,3}(?:at\s)?(?:[-–|·•]\s)?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\.\d{1,6})?"
    rf"\s?(?:[ap]\.?m\.?)?\s?{_ZONE})?"
)
_DATED = (
    r"(?:(?:(?:first|last|originally)\s)?(?:published|posted|updated|modified|date|on)(?:\s(?:on|at))?\s?[:–-]?\s?)?"
    rf"{FULL_DATE}{_TIME}"
)
_CLOCK = rf"\d{{1,2}}:\d\d\s?(?:[ap]\.?m\.?)?\s?{_ZONE}"
_DATE_LINE = re.compile(
    rf"{_DATED}(?:\s?[|·•,–—-]?\s?{_DATED})?\.?|{_CLOCK}|"
    r"(?:(?:published|posted|updated)\s)?(?:(?:an?|\d{1,2})\s(?:second|min|minute|hour|day|week|month)s?\sago)",
    re.IGNORECASE,
)


def is_date_line(line: str) -> bool:
    """Nothing but a full date or two, perhaps with a time and "Published"; a time; "5 hours ago"."""
    return len(line) <= 80 and _DATE_LINE.fullmatch(line) is not None

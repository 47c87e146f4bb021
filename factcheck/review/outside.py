"""Evidence from outside the session, as a reviewer types it: address, archive, date seen, quote.

    https://example.org/statement | https://archive.example/abc | 2025-01-02 | "words of the page"

The parts may stand in any order and all but one may be missing. Two addresses are the page and then
its archived copy; what is neither an address nor a date is the quote.
"""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urlsplit

from factcheck.model import Evidence
from factcheck.wording.words import flat

LONGEST = 10_000
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S")
_QUOTES = "\"'“”„‘’«»"


def outside(typed: str) -> Evidence:
    """Read one line of outside evidence; ValueError says in words what is wrong with it."""
    if len(typed) > LONGEST:
        raise ValueError(f"the evidence is longer than {LONGEST:,} characters")
    addresses: list[str] = []
    days: list[str] = []
    quotes: list[str] = []
    for part in filter(None, (flat(each).strip() for each in typed.split("|"))):
        if _DAY.fullmatch(part):
            days.append(_day(part))
        elif _ADDRESS.match(part) and " " not in part:
            addresses.append(_address(part))
        else:
            quotes.append(part.strip(_QUOTES) or part)
    if not addresses and not quotes:
        raise ValueError("evidence is an address, a quote, or both: URL | archive URL | YYYY-MM-DD | quote")
    for parts, most, what in ((addresses, 2, "addresses"), (days, 1, "dates"), (quotes, 1, "quotes")):
        if len(parts) > most:
            raise ValueError(f"{len(parts)} {what} in one piece of evidence; write one line for each piece")
    url, archived = (*addresses, None, None)[:2]
    return Evidence(
        url=url, archived=archived, seen=days[0] if days else None, text=quotes[0] if quotes else None
    )


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise ValueError(f"{text} is no date; write YYYY-MM-DD") from None


def _address(text: str) -> str:
    try:
        parts = urlsplit(text)
    except ValueError as error:
        raise ValueError(f"{text[:80]} is no address: {error}") from None
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        raise ValueError(f"{text[:80]} is no web address; write https://...")
    return text

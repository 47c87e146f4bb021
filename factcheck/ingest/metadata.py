"""What an article says of itself: title, source, date, address; and what stands where it says nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePath
from typing import TYPE_CHECKING

from factcheck.ingest.datelines import FULL_DATE, MONTH, is_date_line
from factcheck.ingest.kinds import is_caption
from factcheck.ingest.shape import heading_mark, is_title_like
from factcheck.problems import printable

if TYPE_CHECKING:
    from factcheck.ingest.headers import Headers
    from factcheck.model import ArticleKind

TITLE_LENGTH = 70
"""A title made from a sentence is cut at about this many code points."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATE = re.compile(FULL_DATE, re.IGNORECASE)
_ISO = re.compile(r"(?:19|20)\d\d-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?")
_MONTH_NAME = re.compile(MONTH, re.IGNORECASE)
_HASH_TAIL = re.compile(r"[_-](?=[0-9a-f]*\d)[0-9a-f]{8,}$", re.IGNORECASE)
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_].*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ArticleMeta:
    """What a person or a page says of an article; None where they say nothing."""

    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: str | None = None
    lang: str | None = None
    owner: str | None = None
    kind: ArticleKind | None = None
    redact: bool | None = None


def first_of(*metas: ArticleMeta | None) -> ArticleMeta:
    """For each field the first that says something."""
    found: dict[str, object] = {}
    for meta in metas:
        if meta is None:
            continue
        for name in ArticleMeta.__slots__:
            value = getattr(meta, name)
            if value is not None and value != "":
                found.setdefault(name, value)
    return ArticleMeta(**found)  # type: ignore[arg-type]


def from_headers(headers: Headers) -> ArticleMeta:
    """What header lines say. The author is a person, not the source, and is left in the text."""
    fields = headers.fields
    kind = fields.get("kind", "").lower()
    return ArticleMeta(
        title=_one_line(fields.get("title")),
        source=_one_line(fields.get("source")),
        url=_address(fields.get("url")),
        published=iso_date(fields.get("published")) or iso_date(fields.get("updated")),
        lang=language(fields.get("lang")),
        owner=_one_line(fields.get("owner")),
        kind="digest" if kind == "digest" else "article" if kind == "article" else None,
    )


def from_top(lines: list[str]) -> ArticleMeta:
    """What the first lines say by their shape: a headline, a line that is only a full date."""
    title = published = None
    lines = [line for line in lines if not is_caption(line, first=True)]
    for line in lines[:4]:
        mark = heading_mark(line)
        if is_date_line(line):
            published = published or iso_date(line)
        elif title is None and (mark or is_title_like(line)):
            title = _shorten(line[mark:], 2 * TITLE_LENGTH)
        elif len(line) > TITLE_LENGTH:
            break
    prose = [line for line in lines if not is_date_line(line)]
    if title is None and prose:
        title = _shorten(re.split(r"(?<=[.!?])[\"”’]?\s", prose[0][:400], maxsplit=1)[0], TITLE_LENGTH)
    return ArticleMeta(title=title, published=published)


def source_from_path(path: str) -> str:
    """A short name for a source nobody named: the file's stem without a long hash at its end."""
    if path == "-":
        return "standard input"
    stem = printable(PurePath(path).stem or path)
    tail = _HASH_TAIL.search(stem)
    if tail is None or not stem[: tail.start()]:
        return stem
    head = stem[: tail.start()]
    # A number tells files apart by itself; a word needs a little of the hash.
    return head if any(sign.isdigit() for sign in head) else stem[: tail.start() + 7]


def iso_date(said: str | None) -> str | None:
    """An ISO date or datetime from a date as headers and pages write it; None where it is not sure.

    Day and month in digits alone are read only where one of them cannot be a month.
    """
    if not said:
        return None
    iso = _ISO.search(said)
    if iso is not None:
        try:
            found = datetime.fromisoformat(iso[0])
        except ValueError:
            return None
        return found.isoformat() if len(iso[0]) > 10 else found.date().isoformat()
    match = _DATE.search(said)
    return _plain_date(match[0]) if match else None


def _plain_date(said: str) -> str | None:
    numbers = [int(number) for number in re.findall(r"\d+", said)]
    name = next((found[0] for found in _MONTH_NAME.finditer(re.sub(r"(?i)(?:mon|sun)day", "", said))), None)
    if name is not None and len(numbers) == 2:
        day, month, year = numbers[0], _MONTHS.index(name[:3].lower()) + 1, numbers[1]
    elif len(numbers) == 3 and numbers[0] > 1900:
        year, month, day = numbers
    elif len(numbers) == 3:
        day, month, year = numbers
        if "/" in said and day <= 12 and month <= 12 and day != month:
            return None
        if month > 12:
            day, month = month, day
    else:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def language(said: str | None) -> str | None:
    """The language code: "en" of "en-GB"."""
    match = _LANGUAGE.fullmatch((said or "").strip())
    return match[1].lower() if match else None


def _address(said: str | None) -> str | None:
    said = (said or "").strip().strip("<>")
    return said if re.match(r"https?://\S+$", said) else None


def _one_line(said: str | None) -> str | None:
    return " ".join(said.split())[:300] if said else None


def _shorten(line: str, length: int) -> str:
    line = " ".join(line.split())
    if len(line) <= length:
        return line
    cut = line[:length].rsplit(" ", 1)[0] or line[:length]
    return cut.rstrip(" ,;:-–—") + "…"

"""Header lines: ``Title: ...`` and its like at the top of a text, and front matter between ``---`` lines.

They are read for what they say of the article and stay in the text, where they are furniture.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.ingest.shape import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

FIELDS = {
    "title": "title",
    "headline": "title",
    "source": "source",
    "publisher": "source",
    "publication": "source",
    "outlet": "source",
    "newspaper": "source",
    "site": "source",
    "date": "published",
    "published": "published",
    "published on": "published",
    "publication date": "published",
    "posted": "published",
    "posted on": "published",
    "updated": "updated",
    "last updated": "updated",
    "url": "url",
    "link": "url",
    "permalink": "url",
    "author": "author",
    "authors": "author",
    "byline": "author",
    "lang": "lang",
    "language": "lang",
    "owner": "owner",
    "kind": "kind",
}
"""What each key of a header line tells; a key that is not here makes no header line."""

_FENCE = re.compile(r"-{3,}\s*")
_KEY_VALUE = re.compile(r"\s{0,8}([A-Za-z][A-Za-z _-]{0,24}?)\s{0,4}:(?:\s+(\S.*)|\s*)")
_MOST_LINES = 60
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Headers:
    """What the header lines say, where each stands, and where the text after them begins."""

    fields: dict[str, str] = field(default_factory=dict)
    spans: tuple[tuple[int, int], ...] = ()
    end: int = 0
    front_matter: bool = False


def read_headers(text: str) -> Headers:
    """The header lines at the top of a text; empty where there are none."""
    return _front_matter(text) or _header_lines(text)


def header_end(text: str) -> int:
    """Where the text after the header lines begins."""
    return read_headers(text).end


def _top(text: str) -> Iterator[tuple[int, int, str]]:
    """The first lines as (start, end, line)."""
    start = 0
    for _ in range(_MOST_LINES):
        if start >= len(text):
            return
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, end, text[start : min(end, start + _LONGEST + 1)]
        start = end + 1


def _front_matter(text: str) -> Headers | None:
    found: dict[str, str] = {}
    opened = False
    begin = 0
    for start, end, line in _top(text):
        if not opened:
            if not line.strip():
                continue
            if not _FENCE.fullmatch(line):
                return None
            opened, begin = True, start
        elif _FENCE.fullmatch(line) or line.strip() == "...":
            return (
                Headers(found, ((begin, end),), min(end + 1, len(text)), front_matter=True) if found else None
            )
        else:
            _note(found, line)
    return None


def _header_lines(text: str) -> Headers:
    found: dict[str, str] = {}
    spans: list[tuple[int, int]] = []
    others = 0
    end_of_headers = 0
    for start, end, line in _top(text):
        if not line.strip():
            continue
        if len(line) <= _LONGEST and _note(found, line):
            spans.append((start + len(line) - len(line.lstrip()), start + len(line.rstrip())))
            end_of_headers = min(end + 1, len(text))
        elif spans or others > 1 or ends_sentence(line):
            # The headline, and a byline or a second one under it, may stand above them; below the last of
            # them the article begins.
            break
        else:
            others += 1
    return Headers(found, tuple(spans), end_of_headers)


def _note(found: dict[str, str], line: str) -> bool:
    """Read one ``key: value`` line. Markdown's bold signs around the key do not count."""
    match = _KEY_VALUE.fullmatch(line.replace("**", "").rstrip())
    if match is None:
        return False
    name = FIELDS.get(match[1].strip().lower().replace("_", " "))
    if name is None:
        return False
    value = (match[2] or "").strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1].strip()
    if value:
        found.setdefault(name, value)
    return True

"""Which entry of session.yaml is a newer version of which, and which text is one of an article at hand."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

from factcheck.session.files import CLEANED, safe_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from factcheck.model import Article
    from factcheck.session.config import ArticleEntry

SHINGLE = 5
"""Words in a row that two texts share or do not (containment of shingles: Broder 1997)."""
ENOUGH = 0.3
"""The share of one text's shingles that make it, under the same file name, a version of the other."""
_MOST_WORDS = 20_000
NUMBERED = re.compile(r"-\d{1,4}$")
"""What keeps apart the stored files that came under one name."""


def replaced_by(entries: Iterable[ArticleEntry]) -> dict[str, str]:
    """Path of an entry -> path of the entry that is its newer version."""
    return {entry.replaces: entry.path for entry in entries if entry.replaces is not None}


def current(entries: Sequence[ArticleEntry]) -> tuple[ArticleEntry, ...]:
    """The newest version of each article, in the place in which its first version stands."""
    by_path = {entry.path: entry for entry in entries}
    newer = replaced_by(entries)
    found: list[ArticleEntry] = []
    for entry in entries:
        if entry.replaces is None:
            path = entry.path
            while path in newer:
                path = newer[path]
            found.append(by_path[path])
    return tuple(found)


def numbers(entries: Sequence[ArticleEntry]) -> dict[str, int]:
    """Path of an entry -> which version of its article it is, counted from 1."""
    newer = replaced_by(entries)
    found: dict[str, int] = {}
    for entry in entries:
        path, number = entry.path, 1
        if entry.replaces is None:
            found[path] = number
            while path in newer:
                path, number = newer[path], number + 1
                found[path] = number
    return found


class Chains:
    """Versions put in a row one by one, so that no row bites its tail; each step takes the same time."""

    def __init__(self, known: Collection[str]) -> None:
        self._known = known
        self._newer: dict[str, str] = {}
        self._first: dict[str, str] = {}
        """Newest of a row -> its oldest."""
        self._last: dict[str, str] = {}

    def put(self, path: str, older: str) -> str:
        """Let the entry ``path`` replace ``older``; where it cannot, why, in words, and nothing is done."""
        if older not in self._known:
            return "is no article of this session"
        if older in self._newer:
            return f"is replaced by {self._newer[older]!r} already"
        first, last = self._first.get(older, older), self._last.get(path, path)
        if last == older:
            return "is this very article, or a later version of it"
        self._newer[older] = path
        self._first[last], self._last[first] = first, last
        return ""


def containment(one: Article, other: Article) -> float:
    """How much of the shorter text stands in the longer: the share of its five-word runs, 0 to 1.

    Furniture does not count: two pages of one site share that. Only the first 20,000 words do.
    """
    first, second = _shingles(one), _shingles(other)
    smaller = min(len(first), len(second))
    return len(first & second) / smaller if smaller else 0.0


def _shingles(article: Article) -> set[int]:
    parts: list[str] = []
    at = 0
    for piece in sorted(article.furniture, key=lambda piece: piece.start):
        parts.append(article.text[at : piece.start])
        at = max(at, piece.end)
    parts.append(article.text[at:])
    words: list[str] = []
    for found in re.finditer(r"\w+", " ".join(parts)):
        words.append(found[0].casefold())
        if len(words) == _MOST_WORDS:
            break
    return {hash(tuple(words[i : i + SHINGLE])) for i in range(len(words) - SHINGLE + 1)}


def same_address(one: str | None, other: str | None) -> bool:
    """Whether two URLs name one page; the front page of a site is no article's address."""
    a, b = _split(one), _split(other)
    if a is None or b is None or not (a.path.strip("/") or a.query):
        return False
    return _site(a) == _site(b) and a.path.rstrip("/") == b.path.rstrip("/") and a.query == b.query


def other_site(one: str | None, other: str | None) -> bool:
    """Whether both say where they stood, and that was not the same site."""
    a, b = _split(one), _split(other)
    return a is not None and b is not None and _site(a) != _site(b)


def _split(url: str | None) -> SplitResult | None:
    try:
        found = urlsplit(url or "")
    except ValueError:  # brackets that hold no address
        return None
    return found if found.netloc else None


def _site(url: SplitResult) -> str:
    return url.netloc.lower().removeprefix("www.")


def same_name(given: str, stored: str) -> bool:
    """Whether a file of this name was stored under that path; a stored name may have got a number."""
    if given == "-":
        return False
    name = PurePath(safe_name(given, ())).name.casefold()
    kept = PurePath(stored).name.casefold()
    if kept.endswith(CLEANED):
        return False
    stem = PurePath(kept)
    return name in (kept, NUMBERED.sub("", stem.stem) + stem.suffix)

"""The versions of a session's articles, two by two: what each was and what it became."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.review.carrying import Word
from factcheck.review.diff import Counts, Row, article_of, counts, diff, older_versions
from factcheck.wording.words import flat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Article
    from factcheck.review.diff import RowKind
    from factcheck.review.seat import Seat


@dataclass(frozen=True, slots=True)
class Pair:
    """Two versions of one source, one after the other. ``article`` is the display id of the current one.

    ``old_seen`` and ``new_seen`` are the days on which they were first read, "" where that is not known.
    """

    article: str
    letter: str
    old: Article
    new: Article
    old_seen: str
    new_seen: str


@dataclass(frozen=True, slots=True)
class Change:
    """One sentence of a pair: its cite, its words as they were and as they are; an empty side lacks it."""

    kind: RowKind
    cite: str
    old: tuple[Word, ...]
    new: tuple[Word, ...]


def pairs(desk: Seat) -> tuple[Pair, ...]:
    """Article by article, the latest change of each first."""
    found: list[Pair] = []
    days = {version.text_sha256: version.seen_at[:10] for version in desk.versions}
    for article in desk.articles:
        older = [article_of(each) for each in older_versions(article, desk.versions, desk.replaced_by)]
        chain = [*older, article]
        letter = desk.places.letter(article.id)
        for old, new in reversed(list(pairwise(chain))):
            seen = days.get(old.text_sha256, ""), days.get(new.text_sha256, "")
            found.append(Pair(article.id, letter, old, new, *seen))
    return tuple(found)


def compared(pair: Pair) -> tuple[tuple[Change, ...], Counts]:
    """Sentence by sentence, and how many of each kind there are."""
    rows = diff(pair.old, pair.new)
    return tuple(_change(pair, row) for row in rows), counts(rows)


def _change(pair: Pair, row: Row) -> Change:
    sentence = row.new or row.old
    cite = f"{pair.letter}{sentence.paragraph}" if sentence else pair.letter
    if row.kind == "changed":
        old = _words([(op == "removed", run) for op, run in row.words if op != "added"])
        new = _words([(op == "added", run) for op, run in row.words if op != "removed"])
        return Change(row.kind, cite, old, new)
    old = _words([(row.new is None, pair.old.text[row.old.start : row.old.end])]) if row.old else ()
    new = _words([(row.old is None, pair.new.text[row.new.start : row.new.end])]) if row.new else ()
    return Change(row.kind, cite, old, new)


def _words(runs: Sequence[tuple[bool, str]]) -> tuple[Word, ...]:
    return tuple(Word(word, changed, False) for changed, run in runs for word in flat(run).split())

"""What changed between two versions of an article, sentence by sentence and word by word."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rapidfuzz.distance import LCSseq

from factcheck.model import Article, Sentence, Version
from factcheck.review.sequences import common, likeliest
from factcheck.segment import segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

RowKind = Literal["same", "changed", "added", "removed", "moved"]
WordOp = Literal["same", "removed", "added"]


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence of the old text, the new one, or both. Offsets count in the text of each.

    ``words`` of a changed sentence are its words in order: what both have, what is gone, what came.
    """

    kind: RowKind
    old: Sentence | None = None
    new: Sentence | None = None
    words: tuple[tuple[WordOp, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """How many sentences of each kind there are, and how many the old text has in all."""

    of: int
    changed: int
    added: int
    removed: int
    moved: int

    def __str__(self) -> str:
        """``3 of 41 sentences changed, 1 added``; what there is none of is left out."""
        said = [
            f"{number} {word}"
            for number, word in ((self.added, "added"), (self.removed, "removed"), (self.moved, "moved"))
            if number
        ]
        noun = "sentence" if self.of == 1 else "sentences"
        first = f"{self.changed or 'none'} of {self.of} {noun} changed"
        return ", ".join([first, *said])


def article_of(version: Version) -> Article:
    """A version of the ledger as an article, its furniture marked as it was when it was read."""
    from factcheck.ingest.furniture import mark
    from factcheck.ingest.headers import read_headers

    return Article(
        id=version.text_sha256[:12],
        path=version.path,
        title="",
        source="",
        text=version.text,
        sha256=version.sha256,
        text_sha256=version.text_sha256,
        furniture=mark(version.text, read_headers(version.text)),
    )


def version_of(article: Article, seen_at: str = "") -> Version:
    return Version(article.text_sha256, article.sha256, article.path, seen_at, article.text)


def older_versions(
    article: Article, versions: Iterable[Version], replaced_by: Mapping[str, str]
) -> tuple[Version, ...]:
    """The texts that came before this article's under its path or a path that it replaced, oldest first.

    ``versions`` are in the order they were first seen. A text that came back is the current one, and
    is not among the older ones; one that is not told apart by its hash is listed once.
    """
    found: dict[str, Version] = {}
    for version in versions:
        if version.text_sha256 != article.text_sha256 and newest(version.path, replaced_by) == article.path:
            found.setdefault(version.text_sha256, version)
    return tuple(found.values())


def newest(path: str, replaced_by: Mapping[str, str]) -> str:
    """The newest path of a source; a chain that bites its tail ends where it began."""
    met = {path}
    while (newer := replaced_by.get(path)) is not None and newer not in met:
        met.add(newer)
        path = newer
    return path


def diff(old: Article, new: Article) -> tuple[Row, ...]:
    """All sentences of both texts in the order of the new one; what is gone stands where it stood.

    White space and furniture are no difference. A sentence that stands word for word in another
    place has moved; one that shares at least half of its words with one in its place has changed.
    """
    return tuple(_Comparison(old, new).rows())


def counts(rows: Sequence[Row]) -> Counts:
    kinds = Counter(row.kind for row in rows)
    return Counts(
        of=sum(row.old is not None for row in rows),
        changed=kinds["changed"],
        added=kinds["added"],
        removed=kinds["removed"],
        moved=kinds["moved"],
    )


def word_diff(old: str, new: str) -> tuple[tuple[WordOp, str], ...]:
    """The words of both, in order: a run that both have, one that is gone, one that came."""
    numbers = _Numbers()
    before, after = old.split(), new.split()
    found: list[tuple[WordOp, str]] = []
    at, to = 0, 0
    steps = LCSseq.opcodes(numbers.of(before), numbers.of(after))
    same = [step for step in steps if step.tag == "equal"]
    for i, i_end, j, j_end in (
        *((step.src_start, step.src_end, step.dest_start, step.dest_end) for step in same),
        (len(before), len(before), len(after), len(after)),
    ):
        runs: tuple[tuple[WordOp, list[str]], ...] = (
            ("removed", before[at:i]), ("added", after[to:j]), ("same", after[j:j_end])
        )  # fmt: skip
        found += [(op, " ".join(words)) for op, words in runs if words]
        at, to = i_end, j_end
    return tuple(found)


class _Numbers:
    """A number for each different word: numbers are compared faster than words are."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}

    def of(self, words: Iterable[str]) -> list[int]:
        return [self._known.setdefault(word, len(self._known)) for word in words]


class _Comparison:
    def __init__(self, old: Article, new: Article) -> None:
        self._old, self._new = segment(old), segment(new)
        self._was, self._now = _plain(old, self._old), _plain(new, self._new)
        numbers = _Numbers()
        self._same = common(numbers.of(self._was), numbers.of(self._now))
        self._moved = self._moves()
        self._gone = frozenset(self._moved.values())
        self._words = _Numbers()

    def rows(self) -> Iterator[Row]:
        left = right = 0
        for i, j in (*self._same, (len(self._old), len(self._new))):
            yield from self._between(range(left, i), range(right, j))
            if i < len(self._old):
                yield Row("same", self._old[i], self._new[j])
            left, right = i + 1, j + 1

    def _moves(self) -> dict[int, int]:
        """New position -> old position of the sentences that stand in both texts, out of order."""
        kept_old, kept_new = {i for i, _ in self._same}, {j for _, j in self._same}
        waiting: defaultdict[str, deque[int]] = defaultdict(deque)
        for i, words in enumerate(self._was):
            if i not in kept_old:
                waiting[words].append(i)
        return {
            j: waiting[words].popleft()
            for j, words in enumerate(self._now)
            if j not in kept_new and waiting.get(words)
        }

    def _between(self, old: range, new: range) -> Iterator[Row]:
        """The rows of a stretch in which no sentence stayed where it was."""
        lost = [i for i in old if i not in self._gone]
        come = [j for j in new if j not in self._moved]
        pairs = likeliest(
            [self._words.of(self._was[i].split()) for i in lost],
            [self._words.of(self._now[j].split()) for j in come],
        )
        told, at = 0, new.start
        for i, j in (*pairs, (len(lost), len(come))):
            until = come[j] if j < len(come) else new.stop
            yield from (Row("removed", self._old[each]) for each in lost[told:i])
            yield from (self._without_pair(each) for each in range(at, until))
            if j < len(come):
                yield self._changed(lost[i], until)
            told, at = i + 1, until + 1

    def _without_pair(self, j: int) -> Row:
        if j in self._moved:
            return Row("moved", self._old[self._moved[j]], self._new[j])
        return Row("added", None, self._new[j])

    def _changed(self, i: int, j: int) -> Row:
        return Row("changed", self._old[i], self._new[j], word_diff(self._was[i], self._now[j]))


def _plain(article: Article, sentences: Sequence[Sentence]) -> list[str]:
    """The sentences' words with one blank between them."""
    return [" ".join(article.text[each.start : each.end].split()) for each in sentences]

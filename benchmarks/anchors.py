"""1,000 random edited texts: what became of each anchored span, by our way and by a published one.

The truth is kept by following each character through the edits, not by looking at the texts. A
copy is another passage than its original. One case cannot be told from the two texts, whoever
reads them: the original is gone, and new text that reads the same stands exactly where it stood,
between what stood before and what stood behind it (a sentence copied and then deleted itself is a
sentence left alone). It is counted apart, for both ways, and is neither right nor wrong.

A silent move is right only where every character of the span is the one it was. A proposal, and
each answer of the published way, is right already where it holds most of what is left of the span
(words put in place of its own count as what is left) and is mostly that.
"""

from __future__ import annotations

import sys
from collections import Counter
from functools import cache
from hashlib import sha256
from itertools import pairwise
from random import Random
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.edits import Text, cut, edit, joined, made_up
from benchmarks.published import find_published
from benchmarks.truth import SEEDS
from factcheck.extract import extract
from factcheck.ingest import read_paths
from factcheck.ingest.furniture import mark
from factcheck.ingest.headers import read_headers
from factcheck.model import Article, Version, claim_id
from factcheck.resources import shipped
from factcheck.review.anchoring.anchors import make_anchor
from factcheck.review.anchoring.placement import place
from factcheck.rules import compile_rules, load_rules
from factcheck.segment import segment
from factcheck.values import ValueReader

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factcheck.model import Anchor
    from factcheck.review.anchoring.placement import Placement

EDITED = 1_000
SPANS = 8
"""Anchored spans in each text."""
OWN_TEXTS = 24
SEED = 20_240_611


def article(text: str, id_: str = "a1") -> Article:
    digest = sha256(text.encode()).hexdigest()
    furniture = mark(text, read_headers(text))
    return Article(id_, "story.txt", "Story", "Post", text, digest, digest, furniture=furniture)


@cache
def bases() -> tuple[tuple[Article, tuple[tuple[int, int], ...]], ...]:
    """The texts that are edited, each with the spans of its claims."""
    random = Random(SEED)
    texts = [_own(random, alike=number % 3 == 0) for number in range(OWN_TEXTS)]
    folders = [shipped("sample_sessions") / "harbour-fire" / "articles", SEEDS]
    read, _ = read_paths([path for folder in folders if folder.is_dir() for path in _files(folder)])
    texts += [each.text for each in read]
    articles = [article(text, f"a{number}") for number, text in enumerate(texts, 1)]
    ruleset = load_rules([shipped("rules")])
    engine, reader = compile_rules(ruleset), ValueReader(ruleset.lexicon)
    infos = {rule.info.id: rule.info for rule in ruleset.rules}
    found = ((each, extract(each, segment(each), engine, reader, infos)) for each in articles)
    return tuple((each, tuple((claim.start, claim.end) for claim in claims)) for each, claims in found)


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_file())


def _own(random: Random, *, alike: bool) -> str:
    """A text of our own sentences; ``alike``: most of them are made from one pattern."""
    lines = [made_up(random) for _ in range(random.randrange(8, 40))]
    if alike:
        start = lines[0].split()[0]
        more = [made_up(random) for _ in range(300)]
        lines += [line for line in more if line.startswith(start)][:20]
        random.shuffle(lines)
    return "".join(line + random.choice((" ", " ", "\n")) for line in lines)


def _is_furniture(first: Article, at: int) -> bool:
    return any(part.start <= at < part.end for part in first.furniture)


class Truth:
    """What became of ``start:end`` of the first text in the edited one."""

    def __init__(self, first: Article, edited: Text, start: int, end: int) -> None:
        self._edited = edited
        self._span = range(start, end)
        self._letters = {
            at for at in self._span if not first.text[at].isspace() and not _is_furniture(first, at)
        }
        self._words = "".join(first.text[at] for at in sorted(self._letters))
        self.left = {i for i, slot in enumerate(edited.slot) if slot in self._letters}
        """The characters of the edited text that are, or stand in for, one of the span's."""
        self._alive = {slot for slot in edited.born if slot in self._letters}

    def is_same(self, start: int, end: int) -> bool:
        """These characters are the very ones (a word changed and changed back is the one it was)."""
        text, slot = self._edited.text, self._edited.slot
        there = [at for at in range(start, end) if not text[at].isspace()]
        return all(slot[at] in self._letters for at in there) and self._words == "".join(
            text[at] for at in there
        )

    def is_most(self, start: int, end: int) -> bool:
        """These characters hold most of what is left, and are mostly that."""
        there = {at for at in range(start, end) if not self._edited.text[at].isspace()}
        shared = len(there & self.left)
        return 2 * shared > len(self.left) and 2 * shared > len(there)

    def is_stand_in(self, start: int, end: int) -> bool:
        """The original reads so no more; these are new characters, where it stood among all that is left."""
        born = self._edited.born
        if self._alive == self._letters or any(at >= 0 for at in born[start:end]):
            return False
        before = next((at for at in reversed(born[:start]) if at >= 0), -1)
        behind = next((at for at in born[end:] if at >= 0), self._span.stop)
        return before < self._span.start and behind >= self._span.stop


def edited_texts(count: int) -> Iterator[tuple[Article, Text, dict[str, Anchor]]]:
    """A first text, what it became after one to six edits, and the anchors in the first."""
    random = Random(SEED + 1)
    for number in range(count):
        base, claims = bases()[number % len(bases())]
        spans = [(sentence.start, sentence.end) for sentence in segment(base)]
        sentences = cut(base.text, spans)
        for _ in range(random.randrange(1, 7)):
            sentences = edit(sentences, random)
        pairs = [(a[0], b[1]) for a, b in pairwise(spans)]
        pool = [
            *random.sample(claims, min(len(claims), SPANS - 3)),
            *random.sample(spans, min(len(spans), 6)),
        ]
        chosen = [*pool[: SPANS - 1], *random.sample(pairs, min(len(pairs), 1))]
        anchors = {claim_id(base.text_sha256, *span): make_anchor(base, *span) for span in chosen}
        yield base, joined(sentences), anchors


def judge(base: Article, edited: Text, anchors: dict[str, Anchor]) -> tuple[Counter[str], Counter[str]]:
    """What our way and the published way made of the anchors, counted."""
    now = article(edited.text)
    version = Version(base.text_sha256, base.sha256, now.path, "", base.text)
    placement = place(anchors, [now], [version])
    ours, published = Counter[str](), Counter[str]()
    for claim, anchor in anchors.items():
        truth = Truth(base, edited, anchor.start, anchor.end)
        ours[_ours(placement, claim, truth)] += 1
        ours["right, changed sentence"] += claim in placement.stale
        found = find_published(anchor, edited.text)
        published[_published(found, truth)] += 1
    return ours, published


def _ours(placement: Placement, claim: str, truth: Truth) -> str:
    if claim in placement.anchors:
        now = placement.anchors[claim]
        if truth.is_same(now.start, now.end):
            return "right"
        return "own place" if truth.is_stand_in(now.start, now.end) else "WRONG"
    if claim in placement.proposals:
        now = placement.proposals[claim].now
        if truth.is_most(now.start, now.end):
            return "proposed right"
        return "proposed own place" if truth.is_stand_in(now.start, now.end) else "proposed wrong"
    return "orphan, there" if truth.left else "orphan, gone"


def _published(found: tuple[int, int] | None, truth: Truth) -> str:
    if found is None:
        return "lost, there" if truth.left else "lost, gone"
    if truth.is_most(*found):
        return "right"
    return "own place" if truth.is_stand_in(*found) else "WRONG"


def run(count: int) -> tuple[Counter[str], Counter[str]]:
    """What our way and the published one made of the anchors of ``count`` edited texts."""
    ours, published = Counter[str](), Counter[str]()
    for base, edited, anchors in edited_texts(count):
        one, other = judge(base, edited, anchors)
        ours += one
        published += other
    return ours, published


def main() -> bool:
    """True when a target was missed."""
    begin = perf_counter()
    ours, published = run(EDITED)
    seconds = perf_counter() - begin
    print(f"{EDITED:,} edited texts, {len(bases())} first ones, {published.total():,} spans, {seconds:.0f} s")
    print(f"  {'':<44} {'ours':>6} {'published way':>14}")
    for words, name, other in (
        ("wrong silent moves (target 0)", "WRONG", "WRONG"),
        ("right, unasked", "right", "right"),
        ("  of these in a changed sentence: stale", "right, changed sentence", None),
        ("proposed to a person, right", "proposed right", None),
        ("proposed to a person, wrong", "proposed wrong", None),
        ("orphaned, the words are gone", "orphan, gone", "lost, gone"),
        ("orphaned, something of them is still there", "orphan, there", "lost, there"),
        ("undecidable: new text in the original's place", "own place", "own place"),
        ("  the same, as a proposal", "proposed own place", None),
    ):
        print(f"  {words:<44} {ours[name]:>6,} {f'{published[other]:,}' if other else '-':>14}")
    return ours["WRONG"] > 0


if __name__ == "__main__":
    sys.exit(main())

"""Anchors: enough of a span to find it again when the text around it has changed.

Only two answers are given: the span stands where it stood, or it stands in one other place and
nothing speaks for a third. Anything less is for a person to decide.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from factcheck.model import Anchor, Article
from factcheck.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.review.anchoring.alignment import Alignment

CONTEXT = 32
"""Code points of text kept on each side of the quote."""

_WORD = re.compile(r"\w+")
_NUMBER_WORD = re.compile(
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|"
    r"seventy|eighty|ninety|hundreds?|thousands?|dozens?|millions?|billions?|half|third|quarter|none|no|not)"
)


@dataclass(frozen=True, slots=True)
class Found:
    """Where a span stands in the newer reading, and whether its sentence reads otherwise there."""

    start: int
    end: int
    stale: bool


def make_anchor(article: Article, start: int, end: int) -> Anchor:
    """The anchor of ``article.text[start:end]``; the range must be inside the text and not empty."""
    if not 0 <= start < end <= len(article.text):
        raise ValueError(f"no span {start}:{end} in a text of {len(article.text)} code points")
    return Anchor(
        text_sha256=article.text_sha256,
        start=start,
        end=end,
        exact=article.text[start:end],
        prefix=article.text[max(0, start - CONTEXT) : start],
        suffix=article.text[end : end + CONTEXT],
    )


def holds(anchor: Anchor, text: str) -> bool:
    """The anchor's words stand at its place in ``text``."""
    return 0 <= anchor.start < anchor.end <= len(text) and text[anchor.start : anchor.end] == anchor.exact


def find(texts: Alignment, start: int, end: int) -> Found | None:
    """Where ``texts.old.text[start:end]`` stands in the newer text; None where that is not certain.

    The same words must stand there, in a context that each text has once: the code points beside
    them, or the whole sentences around them. Those sentences must be where the order of all other
    sentences puts them, nothing beside them may have changed sides, and no sentence that could be
    taken for theirs may have come, gone, moved or changed: when one of two look-alikes is deleted,
    its unique context is the other's.
    """
    sentences = texts.old.covering(start, end)
    partners = _partners(texts, sentences)
    if partners is None or _changed_sides(texts, sentences, partners):
        return None
    stale = any(number not in texts.same for number in sentences)
    at = _changed(texts, start, end, sentences, partners) if stale else _same(texts, start, end, sentences)
    if at is None or texts.among_copies(partners):
        return None
    beside = not stale and _is_whole_alone(texts, sentences)
    if texts.has_rival(texts.old.text[start:end], sentences, partners, beside=beside):
        return None
    return Found(at, at + end - start, stale)


def _partners(texts: Alignment, sentences: range) -> range | None:
    """The newer sentences, one for each and next to one another, where all of the pairs are certain."""
    if not sentences or not all(texts.is_certain(number) for number in sentences):
        return None
    first = texts.pairs[sentences.start]
    partners = range(first, first + len(sentences))
    return partners if [texts.pairs[number] for number in sentences] == list(partners) else None


def _changed_sides(texts: Alignment, sentences: range, partners: range) -> bool:
    """Something uncertain stood before the sentences and something uncertain stands behind, or the reverse.

    It may be the same, changed beyond recognition; then they are as likely to have been moved.
    """
    (left, new_left), (right, new_right) = texts.neighbours(sentences)
    before, behind = sentences.start - left > 1, right - sentences.stop > 0
    new_before, new_behind = partners.start - new_left > 1, new_right - partners.stop > 0
    return (before and new_behind) or (behind and new_before)


def _same(texts: Alignment, start: int, end: int, sentences: range) -> int | None:
    """In sentences that all read the same: as far into the first as it was."""
    old, new = texts.old, texts.new
    at = new.sentences[texts.pairs[sentences.start]][0] + start - old.sentences[sentences.start][0]
    if at < 0 or new.text[at : at + end - start] != old.text[start:end]:
        return None
    return at if _is_whole_alone(texts, sentences) or _alone(texts, start, end) == at else None


def _is_whole_alone(texts: Alignment, sentences: range) -> bool:
    """Each text has these words, from the first sentence to the last, once."""
    old, new = texts.old, texts.new
    whole = old.text[old.sentences[sentences.start][0] : old.sentences[sentences.stop - 1][1]]
    return _is_once(whole, old.text) and _is_once(whole, new.text)


def _changed(texts: Alignment, start: int, end: int, sentences: range, partners: range) -> int | None:
    """In sentences of which one reads otherwise: the quote in its context, and every name and figure kept."""
    at = _alone(texts, start, end)
    if at is None or texts.new.covering(at, at + end - start) != partners:
        return None
    before = Counter(word for number in sentences for word in _telling(texts.old.sentence(number)))
    after = Counter(word for number in partners for word in _telling(texts.new.sentence(number)))
    return at if before <= after else None


def _alone(texts: Alignment, start: int, end: int) -> int | None:
    """The place of the quote in the newer text, where it stands once in each text between the same words."""
    old, new = texts.old.text, texts.new.text
    left = max(0, start - CONTEXT)
    needle = old[left : end + CONTEXT]
    if not (_is_once(needle, old) and _is_once(needle, new)):
        return None
    return new.index(needle) + start - left


def _is_once(needle: str, text: str) -> bool:
    at = text.find(needle)
    return at >= 0 and text.find(needle, at + 1) < 0


def _telling(sentence: str) -> Iterator[str]:
    """Its names and figures, and the words that turn it round: what makes of a sentence another claim.

    Where a script has no capitals every word may be a name.
    """
    for word in _WORD.findall(sentence):
        is_name = any(sign.isdigit() or sign != sign.casefold() or _has_no_case(sign) for sign in word)
        if is_name or _NUMBER_WORD.fullmatch(word):
            yield word


def _has_no_case(sign: str) -> bool:
    return sign.isalpha() and sign.lower() == sign.upper()

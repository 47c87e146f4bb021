"""The sentences of paragraphs, as ranges of the cleaned text. Nothing is rebuilt or changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.ingest.paragraphs import paragraphs
from factcheck.ingest.shape import ends_cut, heading_mark, is_list_item, trim
from factcheck.model import Article, Paragraph, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 5000
"""Code points of a sentence; a longer one is split at blanks, so that every stage stays linear."""
_CHUNK = 20_000
"""Code points handed to the splitter at once: open quotation marks cost it the square of the length."""
_MOST_QUOTES = 0.05
"""A stretch with a greater share of quotation marks is no prose and is not split by it."""
_OPENING = '"“‘«„'
_QUOTES = '"“”„«»‘‹›'

_SENTENCE_END = re.compile(r"[.!?…][\"”’»)\]]{0,3}\s")
_TITLE_END = re.compile(
    r"(?:^|[\s(\"“‘])(?:Dr|Mr|Mrs|Ms|Mx|Prof|Gen|Lt|Col|Maj|Capt|Cmdr|Sgt|Cpl|Pvt|Adm|Brig|Sen|Rep|Gov|Rev|Amb|Messrs)\.$"
)
_MONTH_END = re.compile(
    r"(?:^|\s)(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|Nos|vs|approx|ca|Art|Sec|Fig|pp?)\.$"
)
_CLOCK_END = re.compile(r"\b(?:\d{1,2}(?:[.:]\d\d)?)\s?[ap]\.m\.$")
_AFTER_CLOCK = re.compile(
    r"(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April|May|June|July|August|September|"
    r"October|November|December)\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.|[A-Z][a-z]{2,9}\stime\b|"
    r"(?:GMT|UTC|BST|CET|CEST|E[SD]?T|P[SD]?T|KST|JST|MSK|Local)\b|\("
)
_UNIT_END = re.compile(
    r"(?:грн|млн|млрд|тис|год|хв)\.\s+(?=[А-ЯІЇЄҐ«])|\b[A-Za-z]{1,4}/[a-z]{1,3}\.\s+(?=[\"“‘'«]?[^\W\d_a-z])"
)
"""A unit cut short with a full stop, or with a stroke in it ("62 km/h."), and a new sentence: the splitter
never ends one there; it takes the last letter for an initial."""
_NUMBER_MARK = re.compile(r"^[(⁃•-]?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})[.)]\)?$")
_ITEM = re.compile(r"(?:^|(?<=\s))([(⁃•-]?\s?)(\d{1,3}|[a-z])([.)]{1,2})\s?(?=[^\W\d_])")
"""The mark of an entry of a list that runs on in one line: "1. ... 2. ...", "a) ... b) ..."."""
_SMALL_START = re.compile(r"[a-z]|[,;:)\]]|[–—-]\s")
_CLOSING_START = re.compile(r"[\"”’»)\]]+(?:\s|$)")
_SHORT_QUOTE = 300
"""Code points: a quotation no longer than this that goes on in small letters is one sentence."""


def segment(article: Article) -> tuple[Sentence, ...]:
    """The sentences of the readable paragraphs, in order; furniture has none."""
    return tuple(
        sentence
        for paragraph in paragraphs(article)
        if paragraph.number
        for sentence in _sentences(article.text, paragraph, article.lang)
    )


def _sentences(text: str, paragraph: Paragraph, lang: str) -> Iterator[Sentence]:
    start, end, kind = paragraph.start, paragraph.end, paragraph.kind
    if kind == "heading":
        start += heading_mark(text[start : min(end, start + 10)])
        spans = [(start, end)]
    else:
        spans = sentence_spans(text, start, end, lang)
    for start, end in spans:
        is_cut = end == paragraph.end and kind != "heading" and _is_cut(text, paragraph)
        for piece_start, piece_end in _bounded(text, start, end):
            yield Sentence(piece_start, piece_end, paragraph.number, kind, is_cut and piece_end == end)


def _is_cut(text: str, paragraph: Paragraph) -> bool:
    """The paragraph breaks off. Entries of a list and captions need no full stop."""
    tail = text[max(paragraph.start, paragraph.end - 80) : paragraph.end]
    if not ends_cut(tail):
        return False
    is_loose = paragraph.kind == "caption" or is_list_item(text[paragraph.start : paragraph.start + 10])
    return not is_loose or tail.endswith(("...", "…", ","))


def sentence_spans(text: str, start: int, end: int, lang: str = "en") -> list[tuple[int, int]]:
    """The sentences of a stretch of text without newlines, white space trimmed, as in ``lang``."""
    spans: list[tuple[int, int]] = []
    for chunk_start, chunk_end in _chunks(text, start, end):
        for entry_start, entry_end in _entries(text, chunk_start, chunk_end):
            fresh = len(spans)
            for piece in _split(text, entry_start, entry_end, lang):
                joined = len(spans) > fresh or entry_start == chunk_start
                if joined and spans and _short_enough(spans[-1]) and _belongs(text, spans[-1], piece):
                    spans[-1] = (spans[-1][0], piece[1])
                else:
                    spans.append(piece)
    return spans


def _short_enough(span: tuple[int, int]) -> bool:
    return span[1] - span[0] <= LONGEST


def _entries(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The entries of a list that runs on in one line, where the stretch begins with the mark of one."""
    begin, last = start, None
    for mark in _ITEM.finditer(text[start:end]):
        if mark.start() == 0:
            last = mark
        elif last is None:
            break
        elif _follows(mark, last):
            yield begin, start + mark.start()
            begin, last = start + mark.start(), mark
    yield begin, end


def _follows(mark: re.Match[str], last: re.Match[str]) -> bool:
    """The mark is the next one in the manner of the last: 2. after 1., b) after a)."""
    if (mark[1].strip(), mark[3], mark[2].isdigit()) != (last[1].strip(), last[3], last[2].isdigit()):
        return False
    number = int if mark[2].isdigit() else ord
    return number(mark[2]) == number(last[2]) + 1


def _split(text: str, start: int, end: int, lang: str) -> Iterator[tuple[int, int]]:
    stretch = text[start:end]
    if end - start > 200 and sum(map(stretch.count, _QUOTES)) > _MOST_QUOTES * len(stretch):
        yield from _nonblank(text, start, end)
        return
    from sentencex import get_sentence_boundaries  # a compiled module: only those who split sentences load it

    begin = start
    ends = [start + found["end_index"] for found in get_sentence_boundaries(lang[:2].lower(), stretch)]
    ends += [start + found.end() for found in _UNIT_END.finditer(stretch)]
    for end_of_one in sorted(ends):
        left, right = trim(text, begin, end_of_one)
        # A quotation that never closes: its mark is left at the end of the sentence before.
        if right - left > 1 and text[right - 1] in _OPENING and text[right - 2].isspace():
            right -= 1
        yield from _nonblank(text, left, right)
        begin = right
    yield from _nonblank(text, begin, end)


def _nonblank(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    start, end = trim(text, start, end)
    if start < end:
        yield start, end


def _chunks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch in parts of bounded length, cut after a sentence where there is one."""
    while end - start > _CHUNK:
        cut = start + _CHUNK
        ends = [found.end() for found in _SENTENCE_END.finditer(text, cut - LONGEST, cut)]
        at = ends[-1] if ends else _last_blank(text, cut - LONGEST, cut)
        yield start, at
        start = at
    yield start, end


def _last_blank(text: str, start: int, end: int) -> int:
    """Right after the last blank of the range, or its end where it has none."""
    for at in range(end, start, -1):
        if text[at - 1].isspace():
            return at
    return end


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        at = _last_blank(text, start, start + LONGEST)
        yield from _nonblank(text, start, at)
        start = at
    yield from _nonblank(text, start, end)


def _belongs(text: str, before: tuple[int, int], after: tuple[int, int]) -> bool:
    """The splitter was wrong: ``after`` goes on with the sentence ``before``."""
    left = text[max(before[0], before[1] - 40) : before[1]]
    right = text[after[0] : min(after[1], after[0] + 40)]
    if _CLOSING_START.match(right):
        # A closing mark that was left behind; what stands after it may be a sentence of its own.
        return True
    if _TITLE_END.search(left):
        return right[:1].isupper()
    if _MONTH_END.search(left):
        return right[:1].isdigit()
    if _CLOCK_END.search(left):
        return _AFTER_CLOCK.match(right) is not None or right[:1].islower()
    if _NUMBER_MARK.match(text[before[0] : before[1]] if before[1] - before[0] < 8 else "no mark"):
        return True
    return _inside_short_quote(text, before, after)


def _inside_short_quote(text: str, before: tuple[int, int], after: tuple[int, int]) -> bool:
    """A quotation opened in ``before`` closes in ``after``, soon, and the sentence goes on behind it."""
    left = text[max(before[0], before[1] - _SHORT_QUOTE) : before[1]]
    for opening, closing in (("“", "”"), ("«", "»"), ("„", "“"), ('"', '"')):
        is_open = left.count('"') % 2 == 1 if opening == '"' else left.rfind(opening) > left.rfind(closing)
        if not is_open:
            continue
        closed = text.find(closing, after[0], min(after[1], after[0] + _SHORT_QUOTE))
        if closed < 0:
            return False
        behind = text[closed + 1 : min(after[1], closed + 4)].lstrip()
        return _SMALL_START.match(behind) is not None
    return False

"""Why a line is page furniture, judged by itself: a plain reason, or None for text."""

from __future__ import annotations

import re

from factcheck.ingest import phrases
from factcheck.ingest.agencies import REPORTED
from factcheck.ingest.bylines import is_byline
from factcheck.ingest.datelines import is_date_line
from factcheck.ingest.pagetalk import is_told, page_talk
from factcheck.ingest.shape import LONGEST_SHAPED, words

POINTER = "pointer to other articles"
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]?\s+(?=\S)")
_COUNT_AFTER = re.compile(r"[\s:(]{0,3}\d[\d.,]{0,8}\s?[kKmM]?\)?$")
_SEPARATORS = re.compile(r"\s?[|•·,/–—]\s?")


def reason(line: str) -> str | None:
    """Why a whole line, white space trimmed, is furniture; None where it is text."""
    if len(line) > LONGEST_SHAPED:
        return None
    plain = line.rstrip(" »›>→▼▾↓")
    if not any(map(str.isalnum, plain)):
        return "separator"
    return _short_reason(plain) or page_talk(plain) or _notice_reason(plain)


def _short_reason(line: str) -> str | None:
    if len(line) > 400:
        return None
    if phrases.LINK.sub("", line).strip(" \"'<>()[]:|-–•*") == "":
        return "bare link"
    if (button := button_reason(line)) is not None:
        return button
    if len(line) <= 60 and phrases.COUNT.fullmatch(line):
        return "comment count"
    if is_date_line(line):
        return "date line"
    if _is_pointer(line):
        return POINTER
    return None if REPORTED.search(line) else _credit_reason(line)


def _credit_reason(line: str) -> str | None:
    if phrases.COPYRIGHT.fullmatch(line):
        return "copyright line"
    if _is_credits(line):
        return "credits"
    if len(line) > 140:
        return None
    if phrases.PHOTO_CREDIT.fullmatch(line):
        return "photo credit"
    if is_byline(line):
        return "byline"
    if phrases.BREADCRUMB.fullmatch(line):
        return "menu"
    return None


def button_reason(line: str) -> str | None:
    """One button, or several in a row, each perhaps with a count."""
    if len(line) > 200:
        return None
    parts = [line.lower().strip(" .:+*")]
    if _button(parts[0]) is None:
        parts = [
            _COUNT_AFTER.sub("", part).strip(" .:+*").lower()
            for part in _SEPARATORS.split(line)
            if part.strip()
        ]
        if len(parts) == 1 and _COUNT_AFTER.search(line) is None:
            parts = line.lower().split()
            if len(parts) < 2 or not all(
                part in phrases.NETWORKS or part in phrases.REACTIONS for part in parts
            ):
                return None
    found = [_button(part) or ("share button" if part in phrases.REACTIONS else None) for part in parts]
    return found[0] if found and None not in found else None


def _button(phrase: str) -> str | None:
    for why, known in (
        ("share button", phrases.SHARING),
        ("advertisement", phrases.ADVERTISING),
        ("comment form", phrases.COMMENTING),
        ("button", phrases.BUTTONS),
    ):
        if phrase in known:
            return why
    return None


def is_reaction(line: str) -> bool:
    """A single word such as "Love", perhaps with a count: a button in company, a word alone."""
    return _COUNT_AFTER.sub("", line.lower()) in phrases.REACTIONS


def is_field(line: str) -> bool:
    """The label of a field of a comment form; "Name" is one in company only."""
    return line.lower().strip(" *:") in phrases.FIELDS


def _is_pointer(line: str) -> bool:
    """ "Related article: ..." or "Most read" with nothing after it."""
    match = phrases.RELATED.match(line)
    if match is None or len(line) > 300:
        return phrases.SECTION_POINTER.fullmatch(line) is not None
    return match["label"] is not None or not line[match.end() :].strip(" .…:»›>→")


def _is_credits(line: str) -> bool:
    """ "Reporting by A; Editing by B": names and small words only. Also a line of tags."""
    if phrases.TAGS.fullmatch(line) or phrases.CONTRIBUTED.fullmatch(line):
        return True
    if phrases.CREDIT_VERBS.match(line) is None:
        return False
    return all(not word[0].islower() or word in phrases.CREDIT_SMALL_WORDS for word in words(line))


def _notice_reason(line: str) -> str | None:
    begin = notice_tail(line)
    return "cookie notice" if begin == 0 else None


def notice_tail(line: str) -> int | None:
    """Where a cookie notice begins that runs to the end of the line; None where there is none."""
    if phrases.NOTICE_WORD.search(line) is None:
        return None
    starts = [0, *(found.end() for found in _SENTENCE_END.finditer(line))]
    sentences = [line[start:end] for start, end in zip(starts, [*starts[1:], len(line)], strict=True)]
    begin = None
    for start, sentence in zip(reversed(starts), reversed(sentences), strict=True):
        if _is_cookie(sentence):
            begin = start
        elif not _speaks_to_reader(sentence):
            break
    return begin


def _is_cookie(sentence: str) -> bool:
    if len(sentence) > 1000 or is_told(sentence):
        return False
    return (
        all(sign.search(sentence) for sign in phrases.COOKIE_SIGNS)
        or phrases.NOTICE.search(sentence) is not None
    )


def _speaks_to_reader(sentence: str) -> bool:
    """A sentence that may stand beside those of a cookie notice."""
    if button_reason(sentence.strip(" .!?")) is not None or page_talk(sentence) is not None:
        return True
    return re.search(r"\byou(?:r)?\b", sentence, re.IGNORECASE) is not None and not REPORTED.search(sentence)

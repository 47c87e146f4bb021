"""Bytes to text: byte order mark, declared charset, UTF-8, then detection."""

from __future__ import annotations

import codecs
import re
import unicodedata

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip or office file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\xd0\xcf\x11\xe0", "an old office file"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x7fELF", "a program"),
)
_META_CHARSET = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s{0,5}=\s{0,5}[\"']?([\w.:-]{2,30})", re.I
)
_TEXT_CODECS = re.compile(
    r"utf_?-?(?:8|16|32)|cp\d|iso|koi8|mac|gb|hz|big5|euc|shift|johab|ascii|tis|ptcp|kz|latin|windows", re.I
)
_NEIGHBOURS = frozenset(
    {"cp1250", "cp1254", "cp1257", "cp1258", "latin_1", "iso8859_2", "iso8859_9", "iso8859_10"}
    | {"iso8859_15", "iso8859_16", "mac_roman", "mac_latin2"}
)
_HEAD = 4096
"""HTML declares its charset within its first bytes."""
_SAMPLE = 200_000
"""Bytes that are enough to tell a charset."""
_FEW = 0.02
"""Letters outside ASCII in English text: fewer than one in fifty."""


class NotTextError(ValueError):
    """The bytes are no text; the message says what they look like."""


def decode(data: bytes, *, declared: bool = False) -> str:
    """The text of the bytes. ``declared``: look for a charset that the file itself names (HTML)."""
    for mark, charset in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], charset)
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise NotTextError(f"it is {name}")
    if b"\0" in data:
        return _decode_wide(data)
    if declared and (text := _decode_declared(data)) is not None:
        return text
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _detect(data)


def _decode_marked(data: bytes, charset: str) -> str:
    try:
        return data.decode(charset)
    except UnicodeDecodeError as error:
        if charset == "utf-8":
            return _detect(data)
        raise NotTextError(f"it begins like {charset.upper()} but is not") from error


def _decode_wide(data: bytes) -> str:
    """UTF-16 without a mark has a NUL in most pairs; anything else with NULs is binary."""
    sample = data[: _SAMPLE - _SAMPLE % 2]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    for charset, many, few in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if many > 0.4 * half and few < 0.05 * half:
            try:
                text = data.decode(charset)
            except UnicodeDecodeError:
                continue
            if "\0" not in text:
                return text
    raise NotTextError("it has NUL bytes")


def _decode_declared(data: bytes) -> str | None:
    match = _META_CHARSET.search(data[:_HEAD])
    if match is None:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii")).name
        if name in {"iso8859-1", "ascii"}:
            name = "cp1252"  # as every browser reads it
        # The page was read as ASCII bytes so far: a declared UTF-16 cannot be true.
        if not _TEXT_CODECS.match(name) or name.startswith(("utf-16", "utf-32")):
            return None
        text = data.decode(name)
        if name.startswith("cp") and not data.isascii() and _is_utf8(data):
            # A page saved anew keeps its old declaration; text of one byte a letter is never valid UTF-8.
            return data.decode("utf-8")
    except (LookupError, UnicodeDecodeError):
        return None
    return text


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _detect(data: bytes) -> str:
    western = _try_western(data)
    if western is not None and _foreign_letters(western) < _FEW:
        return western
    from charset_normalizer import from_bytes  # slow to import, and seldom needed

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None or not _TEXT_CODECS.match(best.encoding):
        if western is not None and _readable(western):
            return western
        raise NotTextError("no known charset fits its bytes")
    if western is not None and _looks_western(western, best.encoding):
        return western
    text = data.decode(best.encoding, errors="replace")
    if not _readable(text):
        raise NotTextError("no known charset fits its bytes")
    return text


def _try_western(data: bytes) -> str | None:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return None


def _foreign_letters(text: str) -> float:
    """The share of letters outside ASCII; 1.0 where the text does not read as text."""
    sample = text[:_SAMPLE]
    letters = sum(map(str.isalpha, sample))
    plain = sum(sign.isascii() and sign.isalpha() for sign in sample)
    return (letters - plain) / letters if letters and _readable(sample) else 1.0


def _looks_western(text: str, detected: str) -> bool:
    """Detection takes cp1252 for cp1250 and its neighbours; only their letters tell them apart.

    In another charset's text cp1252 shows signs such as superscripts and fractions inside words.
    """
    if detected.replace("-", "_") not in _NEIGHBOURS:
        return False
    return re.search(r"[^\W\d_][¹²³¼½¾¿¡£¥ª¯¸¦]|[¹³¼½¾£¥¯¸¦][^\W\d_]", text[:_SAMPLE]) is None


def _readable(text: str) -> bool:
    """Hardly any control characters: one in two hundred at most."""
    sample = text[:_SAMPLE]
    odd = sum(unicodedata.category(sign) == "Cc" and sign not in "\t\n\r\x0b\x0c\x1b\x85" for sign in sample)
    return odd * 200 <= len(sample)

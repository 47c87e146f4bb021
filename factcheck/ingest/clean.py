"""From decoded text to cleaned text: everything that changes offsets, before the first offset.

After :func:`clean` every newline is the border of a paragraph, and no sign can drive a terminal.
"""

from __future__ import annotations

import re
import unicodedata

import regex

from factcheck.ingest.wraps import join_wraps

_NEWLINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_REPLACED = str.maketrans(
    {"\t": " ", "\x7f": "\u2421"}
    | {chr(code): chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"}
    | {chr(code): "\ufffd" for code in range(0x80, 0xA0)}
    | dict.fromkeys("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", "\ufffd")
)
# Ordering a long run of combining marks costs the square of its length; no script needs thirty.
_MARKS = regex.compile(r"(?<=\p{M}{30})\p{M}")


def clean(text: str) -> str:
    """NFC, newlines, visible signs for control and bidi characters, hard wraps joined; idempotent."""
    return join_wraps(harmless(text))


def harmless(text: str) -> str:
    """The text with plain newlines, in NFC, each control, escape and bidi sign replaced one for one."""
    text = _NEWLINES.sub("\n", text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", _MARKS.sub("\ufffd", text))
    return text.translate(_REPLACED)

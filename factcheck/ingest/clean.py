"""From decoded text to cleaned text: everything that changes offsets, before the first offset.

After :func:`clean` every newline is the border of a paragraph, and no sign can drive a terminal. What a
terminal would obey and not print (a colour, a window's title, the address of a link: ECMA-48) is no word of
the article: it goes as a whole, so that its letters and digits are read as nobody's name and no figure.
"""

from __future__ import annotations

import re
import unicodedata

import regex

from factcheck.ingest.wraps import join_wraps

_CONTROL_SEQUENCE = re.compile(
    # A terminal drops what it was reading when the next one begins, or the line ends.
    r"\x1b\[[0-?]*[ -/]*[@-~]?"
    # ESC, and strings up to their end: titles, links, what printers and terminals are set up with.
    r"|\x1b[]PX^_][^\n\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)"
    # Character sets and keypads.
    r"|\x1b(?:[#%(-+][0-9A-Za-z]|[=>])"
    # In eight bits only what can be nothing else: wrongly decoded text has such signs for quotation marks.
    r"|\x9b[0-9;?]+[@-~]"
    r"|\x9d[0-9]{1,4};[^\n\x07\x1b\x9c\x9d]*(?:\x07|\x1b\\|\x9c)"
)
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
    """The text with plain newlines, in NFC, without control sequences; each control, escape and bidi sign
    that is left replaced one for one."""
    text = _CONTROL_SEQUENCE.sub("", _NEWLINES.sub("\n", text))
    if not text.isascii():
        text = unicodedata.normalize("NFC", _MARKS.sub("\ufffd", text))
    return text.translate(_REPLACED)

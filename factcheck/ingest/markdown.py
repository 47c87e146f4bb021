"""Markdown to reading text: the words stay, the signs of links and emphasis go, headings keep theirs."""

from __future__ import annotations

import re

from factcheck.ingest.headers import header_end

_IMAGE = re.compile(r"!\[([^\[\]\n]{0,400})\]\([^()\s]{0,2000}(?:\s\"[^\"\n]{0,200}\")?\)")
_LINK = re.compile(r"(?<!!)\[([^\[\]\n]{1,400})\]\([^()\s]{0,2000}(?:\s\"[^\"\n]{0,200}\")?\)")
_AUTOLINK = re.compile(r"<(https?://[^<>\s]{1,2000})>")
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,400}?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*_])([*_])(?=[^\s*_])([^*_\n]{1,400}?)(?<=[^\s*_])\1(?![\w*_])")
_QUOTED = re.compile(r"^ {0,3}(?:> ?){1,6}", re.MULTILINE)
_UNDERLINED = re.compile(r"(?:\A|(?<=\n\n))(?=\S)(.{1,160})\n(?:={3,}|-{3,})[ ]*$", re.MULTILINE)
_CLOSED = re.compile(r"^( {0,3}#{1,6} .{1,200}?) #{1,6} *$", re.MULTILINE)
_RULE = re.compile(r"^ {0,3}(?:(?:\* ?){3,}|(?:- ?){3,}|(?:_ ?){3,})$", re.MULTILINE)


def _picture(image: re.Match[str]) -> str:
    """A picture is what is said of it: a caption."""
    return f"Picture: {image[1].strip()}" if image[1].strip() else ""


def read_markdown(text: str) -> str:
    """The text as it is read. Front matter and header lines are left as they stand."""
    start = header_end(text)
    body = text[start:]
    body = _QUOTED.sub("", body)
    body = _UNDERLINED.sub(r"## \1", body)
    body = _RULE.sub("", body)
    body = _CLOSED.sub(r"\1", body)
    body = _IMAGE.sub(_picture, body)
    body = _LINK.sub(r"\1", body)
    body = _AUTOLINK.sub(r"\1", body)
    body = _STRONG.sub(r"\2", body)
    body = _EMPHASIS.sub(r"\2", body)
    return text[:start] + body

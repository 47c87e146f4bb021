"""Articles as they are read: the text, what was set apart in it, paragraphs and sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.records import dataclass

if TYPE_CHECKING:
    from factcheck.model.kinds import ArticleKind, SentenceKind


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch of text that is kept and shown but never scanned, and the reason."""

    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class Article:
    """One version of one source text, cleaned. ``id`` is for display; join on the hashes."""

    id: str
    path: str
    title: str
    source: str
    text: str
    sha256: str
    text_sha256: str
    url: str | None = None
    published: str | None = None
    """ISO date or datetime, None where the article says none: never today's date."""
    lang: str = "en"
    owner: str | None = None
    kind: ArticleKind = "article"
    redact: bool = False
    furniture: tuple[Furniture, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of text. ``number`` counts readable paragraphs from 1 (A5); furniture has 0 and a ``why``."""

    start: int
    end: int
    number: int
    kind: SentenceKind = "body"
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    start: int
    end: int
    paragraph: int
    kind: SentenceKind = "body"
    cut: bool = False
    """The text breaks off before the sentence ends."""

"""A web page saved as a file: its article text and what its metadata say. Nothing is fetched."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from factcheck.ingest.metadata import ArticleMeta, iso_date, language
from factcheck.ingest.wordlists import word_set

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_BLOCKS = word_set(
    """address article blockquote br dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li main ol p pre
    section table td th tr ul body html"""
)
_SKIPPED = word_set(
    "script style noscript template nav header footer aside form button select option svg iframe head"
)
_SHORT = 500
"""Code points of a page too short for the extractor to tell text from menu."""
_LOOKS = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html)\b", re.I | re.S
)


def looks_like_html(text: str) -> bool:
    """The text says by its first signs that it is a web page."""
    return _LOOKS.match(text[:4096]) is not None


def read_html(text: str) -> tuple[str, ArticleMeta]:
    """The article text, one paragraph a line, and the page's metadata. The text may be empty."""
    # A third of a second to import: only a reader of web pages pays for it.
    import lxml_html_clean  # noqa: F401  (trafilatura needs it and old installers miss it)
    import trafilatura

    # It warns on standard error of pages it cannot read; we say it ourselves.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL + 1)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL + 1)
    page = trafilatura.bare_extraction(
        text,
        fast=True,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    found = _page_text(text, "" if page is None else str(getattr(page, "text", "") or ""))
    meta = ArticleMeta(lang=_page_language(text))
    if page is not None and not isinstance(page, dict):
        meta = ArticleMeta(
            title=page.title or None,
            source=page.sitename or page.hostname or None,
            url=page.url or None,
            published=iso_date(page.date),
            lang=_page_language(text),
        )
    return found, meta


def _page_text(text: str, extracted: str) -> str:
    """The extracted text, or our own blocks: of a short page everything comes back, as one run of words."""
    if "\n" in extracted.strip() and len(extracted) > _SHORT:
        return extracted
    own = _own_blocks(text)
    return own if len(own) >= 0.5 * len(extracted) else extracted


def _own_blocks(text: str) -> str:
    from lxml import etree, html  # type: ignore[import-untyped]

    try:
        tree = html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError):
        return ""
    root = next(tree.iter("article"), None)
    if root is None:
        root = next(tree.iter("main"), tree)
    pieces: list[str] = []
    _walk(root, pieces)
    blocks = (" ".join(block.split()) for block in "".join(pieces).split("\n"))
    return "\n".join(block for block in blocks if block)


def _walk(root: HtmlElement, pieces: list[str]) -> None:
    """Collect the text in order, a newline around each block; no recursion, pages nest deeply."""
    from lxml import etree

    skipped = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            skipped += tag in _SKIPPED
            pieces.append("\n" if tag in _BLOCKS else "")
            if not skipped:
                pieces.append((element.text or "").replace("\n", " "))
            continue
        if event == "end":
            skipped -= tag in _SKIPPED
            pieces.append("\n" if tag in _BLOCKS else "")
        if not skipped and element is not root:
            pieces.append((element.tail or "").replace("\n", " "))


def _page_language(text: str) -> str | None:
    match = re.search(
        r"<html\b[^>]{0,500}?\blang\s{0,3}=\s{0,3}[\"']?([A-Za-z_-]{2,12})", text[:20_000], re.I
    )
    return language(match[1]) if match else None

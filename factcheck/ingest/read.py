"""From the bytes of one file to an article."""

from __future__ import annotations

from hashlib import sha256
from pathlib import PurePath

from factcheck.ingest.clean import clean
from factcheck.ingest.decode import NotTextError, decode
from factcheck.ingest.digest import kind_of
from factcheck.ingest.furniture import mark
from factcheck.ingest.headers import read_headers
from factcheck.ingest.html import looks_like_html, read_html
from factcheck.ingest.markdown import read_markdown
from factcheck.ingest.metadata import ArticleMeta, first_of, from_headers, from_top, source_from_path
from factcheck.ingest.pieces import pieces
from factcheck.model import Article, Furniture
from factcheck.problems import BadInput, Problem

HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})
TEXT_SUFFIXES = frozenset({".txt", ".text"})


def read_bytes(
    data: bytes,
    *,
    path: str,
    id: str,  # noqa: A002
    meta: ArticleMeta | None = None,
) -> Article:
    """The article in the bytes of one file. ``path`` names it and its suffix tells the format.

    What ``meta`` says wins over what the file says. Raises BadInput where there is nothing to read.
    """
    if not data.strip():
        what = "the file is empty" if not data else "the file holds nothing but white space"
        raise BadInput(Problem(path, what, mend="leave it out or save the article into it again"))
    text, page = _read_format(data, path)
    text = clean(text)
    headers = read_headers(text)
    furniture = mark(text, headers)
    found = first_of(meta, from_headers(headers), page, from_top(_first_lines(text, furniture)))
    return Article(
        id=id,
        path=path,
        title=found.title or source_from_path(path),
        source=found.source or source_from_path(path),
        text=text,
        sha256=sha256(data).hexdigest(),
        text_sha256=sha256(text.encode()).hexdigest(),
        url=found.url,
        published=found.published,
        lang=found.lang or "en",
        owner=found.owner,
        kind=found.kind or kind_of(text, furniture),
        redact=bool(found.redact),
        furniture=furniture,
    )


def _read_format(data: bytes, path: str) -> tuple[str, ArticleMeta | None]:
    suffix = PurePath(path).suffix.lower()
    try:
        text = decode(data, declared=suffix in HTML_SUFFIXES or data.lstrip()[:1] == b"<")
    except NotTextError as error:
        problem = Problem(
            path, "this is not a text file", str(error), "save it as .txt, .md or .html in UTF-8"
        )
        raise BadInput(problem) from error
    if suffix in HTML_SUFFIXES or (suffix not in MARKDOWN_SUFFIXES and looks_like_html(text)):
        text, page = read_html(text)
        if not text.strip():
            why = "the page holds no paragraphs, perhaps because scripts fill it"
            raise BadInput(
                Problem(path, "no article text was found", why, "copy the article's text into a .txt file")
            )
        return text, page
    if not text.strip():
        raise BadInput(
            Problem(path, "the file holds nothing but white space", mend="save the article into it again")
        )
    return (read_markdown(text) if suffix in MARKDOWN_SUFFIXES else text), None


def _first_lines(text: str, furniture: tuple[Furniture, ...]) -> list[str]:
    """The first readable lines and date lines: where a headline and a date stand."""
    found = []
    for start, end, why in pieces(text, furniture):
        if why in {None, "date line"}:
            found.append(text[start:end])
            if len(found) == 6:
                break
    return found

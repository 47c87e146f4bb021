"""Web pages and Markdown become reading text."""

from __future__ import annotations

import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from factcheck.ingest import read_bytes
from factcheck.ingest.paragraphs import paragraphs
from factcheck.problems import BadInput

if TYPE_CHECKING:
    from factcheck.model import Article

FILLER = "".join(
    f"<p>In its {name} report the council of Norland wrote that nobody had looked at the wall since.</p>"
    for name in ("first", "second", "third", "fourth", "fifth", "sixth")
)
PAGE = f"""<!doctype html><html lang="en-GB"><head><title>Wall to go - The Daily Gull</title>
<meta property="og:site_name" content="The Daily Gull"><meta property="og:title" content="Wall to go">
<meta property="article:published_time" content="2024-05-03T10:00:00Z">
<link rel="canonical" href="https://gull.example/wall"></head><body>
<nav><a href="/">Home</a><a href="/news">News</a></nav><article><h1>Wall to go</h1>
<p>The wall of Norland will <b>go</b>, the <a href="/mayor">mayor</a>\nsaid &#8211; at last.</p>
<h2>A long story</h2>{FILLER}
</article><script>var secret = 1;</script><footer>Copyright 2024</footer></body></html>"""


def read(text: str, path: str) -> Article:
    return read_bytes(text.encode(), path=path, id="a1")


def test_a_page_gives_its_text_and_its_metadata(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_network(*_: object) -> None:
        raise AssertionError("reading a page must not reach for the network")

    monkeypatch.setattr(socket.socket, "connect", no_network)
    article = read(PAGE, "wall.html")
    assert (article.title, article.source, article.published) == (
        "Wall to go",
        "The Daily Gull",
        "2024-05-03",
    )
    assert (article.url, article.lang) == ("https://gull.example/wall", "en")
    assert "The wall of Norland will go, the mayor said – at last." in article.text.split("\n")
    assert "secret" not in article.text
    kinds = {article.text[p.start : p.end]: p.kind for p in paragraphs(article)}
    assert kinds["A long story"] == "heading"


def test_a_short_page_keeps_its_paragraphs_apart() -> None:
    page = (
        "<html><body><nav>Menu</nav><h1>Wall to go</h1><p>The wall will go.<br>So it is.</p>"
        "<p>A new one comes.</p></body></html>"
    )
    assert read(page, "wall.htm").text.split("\n") == [
        "Wall to go",
        "The wall will go.",
        "So it is.",
        "A new one comes.",
    ]


def test_a_page_without_a_suffix_is_known_by_its_first_signs() -> None:
    assert read(PAGE, "-").source == "The Daily Gull"


def test_a_page_without_a_date_has_none() -> None:
    page = "".join(line for line in PAGE.splitlines(keepends=True) if "published_time" not in line)
    assert read(page, "wall.html").published is None


def test_a_page_without_text_says_so() -> None:
    with pytest.raises(BadInput, match="no article text was found"):
        read("<html><body><script>document.write('x')</script></body></html>", "app.html")


def test_markdown_keeps_the_words_and_the_headings() -> None:
    text = (
        "# Wall to go\n\nThe **wall** of [Norland](https://x.example) will *go*, said the mayor\nof it.\n\n"
        "## A long story\n\n> It was snake_case and 2 * 3 * 4.\n\n- one\n- two\n"
    )
    article = read(text, "wall.md")
    assert article.title == "Wall to go"
    found = [(article.text[p.start : p.end], p.kind) for p in paragraphs(article)]
    assert found == [
        ("# Wall to go", "heading"),
        ("The wall of Norland will go, said the mayor of it.", "body"),
        ("## A long story", "heading"),
        ("It was snake_case and 2 * 3 * 4.", "body"),
        ("- one", "body"),
        ("- two", "body"),
    ]


def test_the_heavy_libraries_are_loaded_only_when_needed() -> None:
    code = (
        "import sys, factcheck.ingest, factcheck.segment as s\n"
        "a = factcheck.ingest.read_bytes(b'Wall to go', path='a.txt', id='a1')\n"
        "heavy = {'trafilatura', 'lxml', 'sentencex', 'charset_normalizer'} & set(sys.modules)\n"
        "print(sorted(heavy))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

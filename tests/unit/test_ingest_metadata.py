"""What an article says of itself, and what stands where it says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.ingest import ArticleMeta, iso_date, read_bytes
from factcheck.ingest.metadata import source_from_path

if TYPE_CHECKING:
    from factcheck.model import Article

BODY = "The harbour wall of Norland will be torn down before the winter, the mayor said on Friday."
MORE = "Two fishermen told the council that they would rather mend it, because the boats need shelter now."


def read(text: str, path: str = "gull.txt", meta: ArticleMeta | None = None) -> Article:
    return read_bytes(text.encode(), path=path, id="a1", meta=meta)


def test_header_lines_are_read_and_kept_as_furniture() -> None:
    article = read(
        f"Title: Wall to go\nSource: The Daily Gull\nDate: 3 May 2024\nURL: https://gull.example/1\n\n{BODY}"
    )
    assert (article.title, article.source) == ("Wall to go", "The Daily Gull")
    assert (article.published, article.url) == ("2024-05-03", "https://gull.example/1")
    assert {part.why for part in article.furniture} == {"header line"}
    assert article.text[article.furniture[0].start : article.furniture[0].end] == "Title: Wall to go"
    assert BODY in article.text


def test_header_lines_may_stand_under_the_headline() -> None:
    article = read(
        f"# Wall to go\n**Source:** The Daily Gull\n**Published:** 2024-05-03T10:00:00Z\n\n{BODY}", "a.md"
    )
    assert (article.title, article.source) == ("Wall to go", "The Daily Gull")
    assert article.published == "2024-05-03T10:00:00+00:00"


@pytest.mark.parametrize("under", ["By Ann Lee", "Town and owner at odds"])
def test_header_lines_may_stand_under_a_byline_or_a_second_headline(under: str) -> None:
    article = read(f"Wall to go\n\n{under}\nSource: The Daily Gull\nDate: 3 May 2024\n\n{BODY}")
    assert (article.title, article.source, article.published) == (
        "Wall to go",
        "The Daily Gull",
        "2024-05-03",
    )
    assert sum(part.why == "header line" for part in article.furniture) == 2


def test_a_sentence_with_a_colon_is_no_header() -> None:
    article = read(f"{BODY}\nSource: nobody would say who.\n{MORE}")
    assert article.furniture == ()
    assert article.source == "gull"


def test_front_matter_is_read_line_by_line_and_never_as_yaml() -> None:
    matter = (
        "title: 'Wall to go'\nsource: !!python/object/apply:os.system [ls]\ndate: 2024-05-03\ntags: [a, b"
    )
    text = f"---\n{matter}\n---\n{BODY}"
    article = read(text, "wall.md")
    assert (article.title, article.published) == ("Wall to go", "2024-05-03")
    assert article.source == "!!python/object/apply:os.system [ls]"
    assert [part.why for part in article.furniture] == ["front matter"]


def test_what_a_person_says_wins() -> None:
    meta = ArticleMeta(
        title="Mine", source="Me", published="2020-01-01", kind="digest", redact=True, owner="Gull Group"
    )
    article = read(f"Title: Wall\nSource: Gull\nDate: 2024-05-03\n\n{BODY}", meta=meta)
    assert (article.title, article.source, article.published) == ("Mine", "Me", "2020-01-01")
    assert (article.kind, article.redact, article.owner) == ("digest", True, "Gull Group")


def test_no_date_is_ever_made_up() -> None:
    assert read(f"{BODY}\n{MORE}").published is None
    assert read(f"Date: today\n\n{BODY}").published is None


def test_a_date_line_under_the_headline_is_the_date() -> None:
    article = read(f"Wall to go\nBy Jo Bloggs\nMay 3, 2024\n{BODY}\n{MORE}")
    assert (article.title, article.published) == ("Wall to go", "2024-05-03")


def test_a_date_far_down_is_not_the_date() -> None:
    assert read(f"{BODY}\n{MORE}\nMay 3, 2024\n").published is None


@pytest.mark.parametrize(
    ("said", "iso"),
    [
        ("2024-05-03", "2024-05-03"),
        ("2024-05-03 10:15", "2024-05-03T10:15:00"),
        ("2024-05-03T10:15:00+02:00", "2024-05-03T10:15:00+02:00"),
        ("Fri, 3 May 2024 10:00:00 +0000", "2024-05-03"),
        ("Monday, May 3rd, 2024", "2024-05-03"),
        ("3 Sept. 2024", "2024-09-03"),
        ("27.12.2024", "2024-12-27"),
        ("12/27/2024", "2024-12-27"),
        ("03/04/2024", None),
        ("2024-13-40", None),
        ("31 February 2024", None),
        ("last week", None),
        ("", None),
        (None, None),
    ],
)
def test_dates_are_read_only_where_they_are_sure(said: str | None, iso: str | None) -> None:
    assert iso_date(said) == iso


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("in/000_46248457051fb140.txt", "000"),
        ("in/wall_46248457051fb140.txt", "wall_462484"),
        ("in/daily-gull.txt", "daily-gull"),
        ("in/deadbeefdeadbeef.txt", "deadbeefdeadbeef"),
        ("in/wall_abcdefgh.txt", "wall_abcdefgh"),
        ("-", "standard input"),
    ],
)
def test_a_source_nobody_named_is_called_after_its_file(path: str, source: str) -> None:
    assert source_from_path(path) == source


def test_a_title_nobody_gave_is_the_headline_or_the_first_sentence() -> None:
    assert read(f"Wall of Norland to go\n{BODY}\n{MORE}").title == "Wall of Norland to go"
    title = read(f"{BODY} {MORE}").title
    assert title.endswith("…")
    assert len(title) <= 71
    assert BODY.startswith(title[:-1])


def test_a_caption_makes_no_title() -> None:
    assert read(f"A photo showing the harbour wall of Norland.\n{BODY}\n{MORE}").title.startswith(
        "The harbour wall"
    )


SNIPPETS = [
    "The harbour wall of Norland collapsed in the storm on Monday, drowning three fishermen, the mayor said.",
    "Three fishermen drowned when the harbour wall in Norland collapsed during Monday's storm, police",
    "Norland's harbour wall collapsed in a storm and three fishermen have drowned, according to the mayor.",
    "A storm brought down the harbour wall of Norland on Monday. Three fishermen drowned in the ...",
    "Police in Norland confirmed that three fishermen drowned after the harbour wall collapsed in a storm.",
    "Insurers expect claims of over 2,",
]


def test_snippets_of_one_lead_are_offered_as_a_digest() -> None:
    assert read("\n".join(SNIPPETS)).kind == "digest"


def test_what_a_person_says_of_the_kind_wins() -> None:
    assert read("\n".join(SNIPPETS), meta=ArticleMeta(kind="article")).kind == "article"


def test_an_article_that_moves_on_is_no_digest() -> None:
    prose = [
        SNIPPETS[0],
        "The wall was built in 1953 by the grandfathers of the drowned, after a storm flooded the cellars.",
        "An engineer warned the council in March that salt had eaten the iron inside the stones.",
        "The council put off the repair, which would cost 12 million, until a ferry firm agreed to pay half.",
        "Divers searched the basin until nightfall and found two boats, an anchor and a child's bicycle.",
        "A service for the three fishermen will be held on Sunday, and shops will close.",
    ]
    assert read("\n".join(prose)).kind == "article"

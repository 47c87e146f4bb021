"""Furniture is found by words and shape; sentences that use the same words are not."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from factcheck.ingest import read_bytes
from factcheck.ingest.reasons import reason

if TYPE_CHECKING:
    from factcheck.model import Article


def read(text: str, path: str = "gull.txt") -> Article:
    return read_bytes(text.encode(), path=path, id="a1")


def marked(text: str) -> list[tuple[str, str]]:
    article = read(text)
    return [(article.text[part.start : part.end], part.why) for part in article.furniture]


BODY = "The harbour wall of Norland will be torn down before the winter, the mayor said on Friday."
MORE = "Two fishermen told the council that they would rather mend it, because the boats need shelter now."


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Share", "share button"),
        ("Share this article", "share button"),
        ("Facebook Twitter WhatsApp Email", "share button"),
        ("Facebook | Twitter | Copy link", "share button"),
        ("Share 214", "share button"),
        ("Read more »", "button"),
        ("ADVERTISEMENT", "advertisement"),
        ("https://gull.example/harbour/12", "bare link"),
        ("www.gull.example https://t.co/x1", "bare link"),
        ("12 comments", "comment count"),
        ("Comments (3)", "comment count"),
        ("No comments yet", "comment count"),
        ("Comments 0", "comment count"),
        ("3 min read", "comment count"),
        ("Leave a Reply", "comment form"),
        ("Published 3 May 2024", "date line"),
        ("Published: 3 May 2024, 18:40 GMT | Updated: 4 May 2024", "date line"),
        ("18:05 GMT", "date line"),
        ("5 hours ago", "date line"),
        ("Updated: May 3, 2024 10:15 GMT", "date line"),
        ("Related article: Mayor of Norland Opens a Bridge", "pointer to other articles"),
        ("READ ALSO: Why the wall fell", "pointer to other articles"),
        ("You may also like", "pointer to other articles"),
        ("Most read", "pointer to other articles"),
        ("Subscribe to our newsletter and never miss a story.", "subscribe line"),
        ("Sign up for our morning newsletter", "subscribe line"),
        ("Follow us on Facebook and Instagram", "subscribe line"),
        ("© 2024 The Daily Gull", "copyright line"),
        ("Copyright 2024 Gull Media. All rights reserved.", "copyright line"),
        ("We use cookies on this site to give you a better service.", "cookie notice"),
        ("We value your privacy", "cookie notice"),
        ("By continuing to use our site, you agree to our use of cookies. Accept all", "cookie notice"),
        ("Photo: Jo Bloggs / AFP", "photo credit"),
        ("(Photo by Jo Bloggs/Getty Images)", "photo credit"),
        ("Jo Bloggs/Reuters", "photo credit"),
        ("Getty Images", "photo credit"),
        ("By Jo Bloggs and Ann Other, The Daily Gull", "byline"),
        ("By Maria Bloggs", "byline"),
        ("Previous post: The weather", "pointer to other articles"),
        ("Reporting by Jo Bloggs in Norland; Editing by Ann Other", "credits"),
        ("Tags: harbour, storm, council", "credits"),
        ("Home > News > Norland", "menu"),
        ("* * *", "separator"),
    ],
)
def test_furniture_has_a_plain_reason(line: str, why: str) -> None:
    assert reason(line) == why


@pytest.mark.parametrize(
    "line",
    [
        "Love",
        "Share prices fell on Friday.",
        "Related charges were dropped last week.",
        "Related it is not.",
        "Read more books, the mayor told the children.",
        "Watch dogs barked all night.",
        "Like many villages today, ours has lost its school to a larger town.",
        "Follow the money, and the report on US aid leads to one bank.",
        "Join NATO or not: the US stance divides the council.",
        "Copyright law changed in 2024.",
        "(c) the court found in 2020 that the wall was unsafe",
        "The regulator fined the firm over its use of cookies on its site.",
        "If you accept cookies, your browser stores them for a year.",
        '"We use cookies to learn what you read on our site," the paper said.',
        "Reporting by state media has been patchy since the storm.",
        "Comments by the mayor drew 12 complaints.",
        "By Monday the town was empty",
        "By May Norland Had Fallen",
        "Name the guilty, the fishermen said.",
        "Website",
        "By the Numbers",
        "Photo evidence was not shown to the court.",
        "On 3 May 2024 the wall fell.",
        "See also the second part of the report, which names the builder.",
        "12 comments were removed, the paper said.",
        "Top stories in the tower were flooded.",
        "Care home",
        "He posted https://gull.example/12 as proof.",
    ],
)
def test_sentences_and_headings_with_the_same_words_are_text(line: str) -> None:
    assert reason(line) is None


def test_reaction_words_are_buttons_in_company_only() -> None:
    assert marked(f"{BODY}\nLike\nSad 3\nAngry") == [
        ("Like", "reaction button"),
        ("Sad 3", "share button"),
        ("Angry", "reaction button"),
    ]
    assert marked(f"{BODY}\nLove\n{MORE}") == []


def test_the_fields_of_a_comment_form_are_furniture_in_its_company_only() -> None:
    assert [why for _, why in marked(f"{BODY}\nLeave a Reply\nName\nEmail\nWebsite")] == [
        "comment form",
        "comment form",
        "share button",
        "comment form",
    ]
    assert marked(f"{BODY}\nWebsite\n{MORE}") == []


def test_a_paragraph_that_stands_twice_names_the_first() -> None:
    found = marked(f"{MORE}\n{BODY}\nShare\n{BODY.upper()}\n{MORE}")
    assert [why for _, why in found] == [
        "share button",
        "stands twice: repeats paragraph 2",
        "stands twice: repeats paragraph 1",
    ]


def test_short_lines_may_stand_twice() -> None:
    assert marked(f"He was.\n{BODY}\nHe was.\n{MORE}") == []


def test_a_list_of_other_posts_is_marked_and_headings_are_not() -> None:
    text = (
        f"Harbour Wall To Go\nMay 3, 2024\n{BODY}\nA Second Opinion Is Heard\n{MORE}\n"
        "Ferry Line Opens With a Feast in Norland\nMay 1, 20247th Boat Race: A Feast of Sails and of Oars\n"
        "April 29, 2024\nMayor's New Boat Sinks at Its Moorings"
    )
    assert [words for words, why in marked(text) if why == "post list"] == [
        "Ferry Line Opens With a Feast in Norland",
        "May 1, 20247th Boat Race: A Feast of Sails and of Oars",
        "Mayor's New Boat Sinks at Its Moorings",
    ]


def test_titles_under_a_pointer_are_a_post_list() -> None:
    posts = "Mayor opens bridge over the old canal\nBoats return to the northern pier"
    text = f"{BODY}\n{MORE}\nRelated articles\n{posts}"
    assert [why for _, why in marked(text)] == ["pointer to other articles", "post list", "post list"]


def test_a_cookie_notice_stuck_to_a_date_is_one_piece_of_furniture() -> None:
    line = "May 3, 2024🍪 We Value Your Privacy Hello there! We use cookies on our site to please you. Got it"
    assert marked(f"{BODY}\n{line}") == [(line, "cookie notice")]


def test_furniture_at_the_end_of_a_line_leaves_the_sentence() -> None:
    assert marked(f"{BODY} Read more »") == [("Read more »", "pointer to other articles")]
    assert marked(f"{BODY} https://t.co/abc https://t.co/d") == [
        ("https://t.co/abc https://t.co/d", "bare link")
    ]
    assert marked(f"{BODY} We use cookies on our site to know you.") == [
        ("We use cookies on our site to know you.", "cookie notice")
    ]


def test_a_heading_that_looks_like_a_byline_stays_a_heading() -> None:
    assert marked(f"{BODY}\nBy Land and Sea\n{MORE}") == []
    assert marked(f"By Jo Bloggs\n{BODY}\n{MORE}") == [("By Jo Bloggs", "byline")]


def test_furniture_is_in_order_and_never_overlaps() -> None:
    found = read(
        f"Title: Wall\n\n{BODY} Read more\nShare\n{BODY}\n{MORE}\n{MORE}\nhttps://x.example"
    ).furniture
    assert [part.start for part in found] == sorted(part.start for part in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))

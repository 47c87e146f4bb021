"""Paragraphs and sentences are ranges of the text, in order, and nothing is lost between them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from benchmarks.truth import SEEDS
from factcheck.ingest import read_bytes, read_paths
from factcheck.ingest.paragraphs import paragraphs
from factcheck.problems import BadInput
from factcheck.segment import LONGEST, segment, sentence_spans

if TYPE_CHECKING:
    from factcheck.model import Article

BODY = "The harbour wall of Norland will be torn down before the winter, the mayor said on Friday."
MORE = "Two fishermen told the council that they would rather mend it. The boats need shelter now."


def read(text: str) -> Article:
    return read_bytes(text.encode(), path="gull.txt", id="a1")


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, 0, len(text))]


def cut_ones(text: str) -> list[str]:
    article = read(text)
    return [article.text[s.start : s.end] for s in segment(article) if s.cut]


@pytest.mark.parametrize(
    "sentences",
    [
        ["He met Dr. Who on Monday.", "She left."],
        ["The wind blew at 62 km/h.", "It fell to 9 m/s.", "“So it is,” he said."],
        ["It began at 10.30 a.m. Friday.", "Nobody slept."],
        ["It ended at 5 p.m.", "The town slept."],
        ["Gen. Smith and Lt. Col. Jane P. Doe came on Dec. 26th.", "They left."],
        ["The U.S. Army and the U.K. Government agreed.", "It is so."],
        ['"We lost. Badly," he said.', "Then he left."],
        ["“It was bad. We are sad,” the mayor said.", "“More will follow.”", "She left."],
        ["It cost 12.5 million.", "Was it worth it?", "No!", "He said: “So it is.”"],
        ["1. The wall fell.", "2. The pier stood."],
        ["He denies it.", '"Safety first.', "So it is."],
    ],
    ids=lambda sentences: sentences[0],
)
def test_sentences_end_where_they_end(sentences: list[str]) -> None:
    assert split(" ".join(sentences)) == sentences


def test_furniture_is_numbered_zero_and_has_no_sentences() -> None:
    article = read(f"Wall to go\n{BODY}\nShare\n{MORE} Read more »\n{BODY}")
    assert [(p.number, p.kind, p.why) for p in paragraphs(article)] == [
        (1, "heading", None),
        (2, "body", None),
        (0, "body", "share button"),
        (3, "body", None),
        (0, "body", "pointer to other articles"),
        (0, "body", "stands twice: repeats paragraph 2"),
    ]
    assert [s.paragraph for s in segment(article)] == [1, 2, 3, 3]


def test_a_sentence_that_a_link_interrupts_is_two_pieces_and_the_first_is_cut() -> None:
    parts = ('"The wall is not safe," said the town\'s', "https://gull.example/x", "engineer, Pat Smith.")
    text = "\n\n".join((BODY, *parts))
    article = read(text)
    pieces = [(article.text[s.start : s.end], s.cut) for s in segment(article)][1:]
    assert pieces == [('"The wall is not safe," said the town\'s', True), ("engineer, Pat Smith.", False)]


@pytest.mark.parametrize(
    "tail",
    [
        "The mayor warned that up to 20 boats could be ...",
        "The mayor warned that up to 20 boats could be…",
        "The mayor warned of losses of over 1,",
        "The mayor warned the town of further losses because of the",
        "The mayor warned of losses. “There will be [...]",
        "The mayor warned that the town would lose all its boats [+120 chars]",
    ],
)
def test_a_snippet_that_breaks_off_is_cut(tail: str) -> None:
    assert cut_ones(f"{BODY}\n{tail}\n{MORE}") == [split(tail)[-1]]
    assert cut_ones(f"{BODY}\n{tail}") == [split(tail)[-1]]


@pytest.mark.parametrize(
    "whole", ["He said: “So it is.”", "He named three:", "- the first wall", "So it is!)", "A wall (old)."]
)
def test_what_is_whole_is_not_cut(whole: str) -> None:
    assert cut_ones(f"{BODY}\n{whole}\n{MORE}") == []


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Older than the town", "heading"),
        ("FISHERMEN ANGRY", "heading"),
        ("“A Disgrace for Norland”", "heading"),
        ("A photo purportedly showing the wall before the storm.", "caption"),
        ("An undated handout image released by the council shows the wall.", "caption"),
        ("File photo: the wall of Norland.", "caption"),
        ("Boats lie behind the wall on Monday. Photo: The Daily Gull", "caption"),
        ("| Boats | 12 |", "body"),
        ("In this photo taken on 3 May, boats lie behind the wall.", "caption"),
        ("Boats lie behind the wall on Monday. (Photo by Jo Bloggs/AFP)", "caption"),
        ("Pat Smith, left, and the mayor at the wall in Norland.", "caption"),
        ("The wall is seen from the northern pier on Friday.", "caption"),
        ("A photo showing the wall was published by the council on Friday.", "body"),
        ("The photo shown to the court was a fake, the mayor said.", "body"),
        ("The wall is seen as a disgrace by all who live there.", "body"),
        ("The mayor, who left, left, right and centre in anger.", "body"),
    ],
)
def test_kinds_of_paragraphs(line: str, kind: str) -> None:
    assert [p.kind for p in paragraphs(read(f"{BODY}\n{line}\n{MORE}"))] == ["body", kind, "body"]


LINE = st.lists(
    st.sampled_from(
        ["The", "wall", "fell.", "“So", "it", "is.”", "Dr.", "Who", "10", "a.m.", "Friday", "...", "Share",
         "said", "(a.", "b)", "https://x.example", "Read more", "1.", "🍪", "e\u0301", "Like", "May 3, 2024",
         "Title: x", "\x1b", "\u202e", "\u00a0"]
    ),
    max_size=25,
).map(" ".join)  # fmt: skip


@given(st.one_of(st.text(), st.lists(LINE, max_size=12).map("\n".join)))
def test_ranges_are_in_order_and_cover_the_text(text: str) -> None:
    try:
        article = read(text)
    except (BadInput, UnicodeEncodeError):
        assume(False)
    found = paragraphs(article)
    assert_tiles(article.text, [(p.start, p.end) for p in found], 0, len(article.text))
    assert [p.number for p in found if p.why is None] == list(range(1, sum(p.why is None for p in found) + 1))
    sentences = segment(article)
    for paragraph in found:
        assert "\n" not in article.text[paragraph.start : paragraph.end]
        inside = [(s.start, s.end) for s in sentences if paragraph.start <= s.start < paragraph.end]
        if paragraph.number == 0:
            assert inside == []
        elif paragraph.kind != "heading":
            assert_tiles(article.text, inside, paragraph.start, paragraph.end)
        assert all(
            s.paragraph == paragraph.number for s in sentences if paragraph.start <= s.start < paragraph.end
        )
        assert all(end - start <= LONGEST for start, end in inside)


def assert_tiles(text: str, spans: list[tuple[int, int]], start: int, end: int) -> None:
    """The spans are in order, trimmed, not empty, and only white space lies outside them."""
    at = start
    for left, right in spans:
        assert text[at:left].strip() == ""
        assert left < right
        assert text[left:right] == text[left:right].strip()
        at = right
    assert text[at:end].strip() == ""


@pytest.mark.parametrize(
    "text",
    [
        "The mayor of Norland said that 12 boats sank. " * 110_000,
        "word " * 1_000_000,
        "x" * 5_000_000,
        "“" * 1_700_000,
        "a. " * 1_700_000,
    ],
    ids=["prose", "words", "no blanks", "quotes", "abbreviations"],
)
def test_a_line_of_five_megabytes_takes_seconds(text: str) -> None:
    begun = time.process_time()
    article = read(text)
    sentences = segment(article)
    assert time.process_time() - begun < 20
    assert all(s.end - s.start <= LONGEST for s in sentences)
    assert sentences[-1].end == len(article.text.rstrip())


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed articles are not beside the project")
def test_the_seed_articles_fall_into_whole_sentences() -> None:
    articles, problems = read_paths([SEEDS])
    assert problems == ()
    assert [article.kind for article in articles] == ["article", "digest", "article", "article", "article"]
    by_source = {article.source: article for article in articles}
    assert sum(s.cut for s in segment(by_source["001"])) == 3
    assert next(p.kind for p in paragraphs(by_source["002"])) == "caption"
    assert {p.why for p in paragraphs(by_source["002"]) if p.why} == {
        "bare link",
        "pointer to other articles",
    }
    assert {p.why for p in paragraphs(by_source["003"])} == {None}
    last = segment(by_source["004"])[-1]
    assert by_source["004"].text[last.end :].strip().startswith("Like")


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("1. Close the valve 2. Call the desk", ["1. Close the valve", "2. Call the desk"]),
        ("a) Guards left. They ran. b) Police came.", ["a) Guards left.", "They ran.", "b) Police came."]),
        ("1. FC Arden lost in Group 7. The coach left.", ["1. FC Arden lost in Group 7.", "The coach left."]),
    ],
)
def test_a_list_that_runs_on_in_one_line_is_read_entry_by_entry(text: str, entries: list[str]) -> None:
    assert [text[start:end] for start, end in sentence_spans(text, 0, len(text))] == entries

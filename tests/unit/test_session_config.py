"""session.yaml as people and strangers write it: the words stay, the rest is said with its place."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract.score import Worth
from factcheck.problems import BadInput, Problem
from factcheck.session.config import DEFAULT_PACKS, SCORES, ArticleEntry, SessionConfig, inside
from factcheck.session.configread import read_config

GOOD = """\
# Written by a person.
title: The barge at the north lock
lang: en
reviewer: no
use: [core, rules/own.yaml]
off:
  - toll
on: early
weight: {toll: 2, dates: 0.5}
articles:
  - articles/plain.txt
  - path: articles/one.txt   # the first
    title: "Seven: crates"
    published: 2024-12-28
    source: on
    owner: Lock House
    kind: digest
    redact: yes
  - {path: articles/two.html, group: Lock House, lang: uk, redact: off}
"""


def read(text: str) -> SessionConfig:
    return read_config(text.encode(), "session.yaml")


def lines(config: SessionConfig) -> list[str]:
    said = [str(problem) for problem in config.problems]
    assert all("\n" not in line and line.isprintable() for line in said)
    return said


def test_every_value_stays_the_words_that_were_written() -> None:
    config = read(GOOD)
    assert config.problems == ()
    assert (config.title, config.lang, config.reviewer) == ("The barge at the north lock", "en", "no")
    assert (config.use, config.off, config.on) == (("core", "rules/own.yaml"), ("toll",), ("early",))
    assert config.weight == {"toll": 2.0, "dates": 0.5}
    assert config.articles == (
        ArticleEntry("articles/plain.txt"),
        ArticleEntry(
            "articles/one.txt",
            title="Seven: crates",
            published="2024-12-28",
            source="on",
            owner="Lock House",
            kind="digest",
            redact=True,
        ),
        ArticleEntry("articles/two.html", lang="uk", owner="Lock House", redact=False),
    )


def test_a_title_alone_is_a_session_with_the_usual_packs() -> None:
    config = read("title: x\narticles:\n")
    assert (config.articles, config.use, config.problems) == ((), DEFAULT_PACKS, ())
    assert read("use: []").use == ()


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("title: x\ntitel: y", "session.yaml:2:1", "did you mean 'title'?"),
        ("title: x\ntitle: y", "session.yaml:2:1", "stands twice"),
        ("articles: a.txt", "session.yaml:1:11", "articles is no list"),
        ("articles:\n  - title: x", "session.yaml:2:5", "has no path"),
        ("articles:\n  - {path: a.txt, pubished: y}", "session.yaml:2:19", "did you mean 'published'?"),
        ("articles:\n  - [a.txt]", "session.yaml:2:5", "an article is a path"),
        ("articles:\n  - a.txt\n  - path: ./a.txt", "session.yaml:3:5", "is listed twice"),
        ("articles:\n  - {path: a.txt, kind: digset}", "session.yaml:2:25", "did you mean 'digest'?"),
        ("articles:\n  - {path: a.txt, redact: perhaps}", "session.yaml:2:27", "neither true nor false"),
        ("articles:\n  - {path: a.txt, title: [x]}", "session.yaml:2:26", "a word or a line"),
        ("articles:\n  - {path: a.txt, published: 99999-99-99}", "session.yaml:2:30", "is no date"),
        ("articles:\n  - {path: a.txt, published: 5 March 2025}", "session.yaml:2:30", "year first"),
        ("articles:\n  - {path: a.txt, published: 20250305}", "session.yaml:2:30", "is no date"),
        ("articles:\n  - {path: a.txt, published: 2025-02-30}", "session.yaml:2:30", "is no date"),
        ("blind: perhaps", "session.yaml:1:8", "neither true nor false"),
        ("weight: {toll: heavy}", "session.yaml:1:16", "no number from 0"),
        ("weight: {toll: nan}", "session.yaml:1:16", "no number from 0"),
        ("weight: 3", "session.yaml:1:9", "weight is no table"),
        ("score: 3", "session.yaml:1:8", "score is no table"),
        ("score: {figure: 2}", "session.yaml:1:17", "no number from 0 to 1"),
        ("score: {figures: 1}", "session.yaml:1:9", "did you mean 'figure'?"),
        ("title: {a: b}", "session.yaml:1:8", "a word or a line"),
        ("articles:\n  - path: ../../etc/passwd", "session.yaml:2:11", "leads out of the session"),
        ("articles:\n  - /etc/passwd", "session.yaml:2:5", "leads out of the session"),
    ],
)
def test_what_cannot_be_used_is_said_with_its_place_and_passed_over(
    text: str, place: str, words: str
) -> None:
    config = read(f"{text}\n")
    (line,) = lines(config)
    assert line.startswith(f"error: {place}: ")
    assert words in line


def test_the_rest_of_a_bad_session_is_read() -> None:
    config = read(
        "titel: y\narticles:\n  - ../x.txt\n  - {path: a.txt, kind: odd, source: Gazette}\noff: [toll]\n"
    )
    assert len(config.problems) == 3
    assert config.articles == (ArticleEntry("a.txt", source="Gazette"),)
    assert config.off == ("toll",)


def test_dates_and_times_of_articles_stay_as_they_were_written() -> None:
    for said in ("2024-12-28", "2024-12-28T09:30", "2024-12-28 09:30:01+02:00", "2024-12-28T09:30:00Z"):
        config = read(f"articles:\n  - {{path: a.txt, published: '{said}'}}\n")
        assert (config.articles[0].published, config.problems) == (said, ())
    # What is no date is passed over, and the article stays.
    assert read("articles:\n  - {path: a.txt, published: soon}").articles == (ArticleEntry("a.txt"),)


def test_a_session_may_have_its_reviewers_begin_blind() -> None:
    said = {"true": "verdicts", "suggestions": "suggestions", "no": None, "": None}
    assert {words: read(f"title: x\nblind: {words}\n").blind for words in said} == said
    assert read("title: x\n").blind is None


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("title: [x\n", "session.yaml:2:1", "no valid YAML"),
        ("title: x\n  other: y\n", "session.yaml:2:8", "no valid YAML"),
        ("title: \x07\n", "session.yaml", "no valid YAML"),
        ("- a\n- b\n", "session.yaml:1:1", "no table of keys"),
        ("just words\n", "session.yaml:1:1", "no table of keys"),
        ("# nothing\n", "session.yaml", "is empty"),
        ("", "session.yaml", "is empty"),
        ("title: x\n---\ntitle: y\n", "session.yaml:3:1", "a second document"),
        ("title: !!python/name:os.system x\n", "session.yaml:1:8", "tags are not used"),
        ("a: &a [x]\nb: *a\n", "session.yaml:1:4", "anchors and aliases"),
        ("? [a]\n: b\n", "session.yaml:1:3", "where a key is expected"),
        ("[" * 30_000, "session.yaml:1:7", "nested too deeply"),
        ("a: [" + "x, " * 60_000 + "x]", "session.yaml:1:", "more than 50,000 values"),
        ("x" * 1_000_001, "session.yaml", "too large"),
    ],
)
def test_what_cannot_be_read_at_all_is_one_line(text: str, place: str, words: str) -> None:
    with pytest.raises(BadInput) as error:
        read(text)
    (problem,) = error.value.problems
    assert str(problem).startswith(f"error: {place}")
    assert words in str(problem)
    assert str(problem).isprintable()


def test_what_is_no_utf8_says_the_line() -> None:
    with pytest.raises(BadInput) as error:
        read_config(b"title: x\nreviewer: J\xf6rg\n", "session.yaml")
    assert str(error.value).startswith("error: session.yaml:2: is not UTF-8")


def test_words_from_a_session_are_fit_for_a_terminal() -> None:
    config = read('title: "a \\e[31m\\u202eb\\nc"\nreviewer: "می\u200cخواهم"\n')
    assert config.title == "a [31m b c"
    assert config.reviewer == "می\u200cخواهم"


@pytest.mark.parametrize(
    ("path", "ok"),
    [
        ("articles/a.txt", True),
        ("a..b.txt", True),
        ("../a.txt", False),
        ("articles/../../a.txt", False),
        ("/a.txt", False),
        ("C:\\a.txt", False),
        ("C:a.txt", False),
        ("\\\\host\\share\\a.txt", False),
        ("a\\..\\..\\b.txt", False),
        ("", False),
        (".", False),
        ("a\0.txt", False),
        ("a\x1b.txt", False),
    ],
)
def test_a_path_stays_in_the_session_on_every_system(path: str, ok: bool) -> None:
    assert inside(path) is ok


@given(st.text(max_size=80) | st.text(alphabet="ab:-[]{}\n #'\"&*!|>?%@,", max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    said: list[Problem] = []
    try:
        said += read_config(text.encode("utf-8", "surrogatepass"), "session.yaml").problems
    except BadInput as bad:
        said += bad.problems
    assert all(str(problem).isprintable() for problem in said)


def test_what_a_session_says_of_scores_is_what_the_scoring_knows() -> None:
    assert {field.name for field in fields(Worth)} == set(SCORES)
    config = read_config(b"title: x\narticles: [a.txt]\nscore: {figure: 0.5, question: 0}\n", "session.yaml")
    assert not config.problems
    assert Worth.of(config.score).figure == 0.5
    assert Worth.of(config.score).named == Worth().named

"""The HTML report, read with an HTML parser: self-contained, linked, safe, and honest about verdicts."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from lxml import html as lxml_html  # type: ignore[import-untyped]

from factcheck.model import Analysis, Evidence, Mark, SessionInfo
from factcheck.report import to_html
from tests.factories import digest, empty, story
from tests.unit.report_world import event, report

EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>[/red]\x1b[31m\"' {{7*7}}"


def page(text: str) -> Any:
    return lxml_html.document_fromstring(text)


def classed(node: Any, tag: str, name: str) -> list[Any]:
    return [each for each in node.iter(tag) if name in each.get("class", "").split()]


def text_of(node: Any) -> str:
    return " ".join(node.text_content().split())


def test_the_first_screen_says_what_stands_and_what_is_disputed() -> None:
    shown = text_of(next(page(to_html(report())).iter("section")))
    assert "DISPUTED People hurt on the Aurora: At least 40 passengers (Coastguard) | 62 injured" in shown
    assert "NO NAME Worst accident on the route (1 article, no named origin)" in shown
    assert "JUDGED DIFFERENTLY When the Aurora sailed" in shown
    assert "! 2 conflicting" in shown


def test_nothing_is_loaded_and_nothing_runs() -> None:
    text = to_html(report())
    tree = page(text)
    assert not list(tree.iter("script", "link", "iframe", "object", "embed", "img", "base", "form"))
    assert "@import" not in text
    assert "url(" not in text
    assert not [name for node in tree.iter() for name in node.attrib if str(name).startswith("on")]


def test_every_link_inside_the_page_has_its_target() -> None:
    tree = page(to_html(report(events=[event(1, story().claims[0].id, "supported")])))
    ids = [node.get("id") for node in tree.iter() if node.get("id")]
    assert len(ids) == len(set(ids))
    targets = [a.get("href") for a in tree.iter("a") if a.get("href").startswith("#")]
    assert len(targets) > 30
    assert {target.removeprefix("#") for target in targets} <= set(ids)


def test_every_quote_stands_word_for_word_in_its_article() -> None:
    analysis = story()
    tree = page(to_html(report()))
    for claim in analysis.claims:
        mark = tree.get_element_by_id(f"c-{claim.id}")
        assert mark.tag == "mark"
        assert mark.text_content() == claim.text


def test_a_suggestion_is_never_shown_as_a_verdict() -> None:
    tree = page(to_html(report(judged=[])))
    assert not classed(tree, "div", "verdict")
    assert not [node for node in classed(tree, "span", "words") if "conflicting" in node.get("class")]
    said = [text_of(row[-1]) for row in classed(tree, "table", "matrix")[0].iter("tr") if text_of(row[-1])]
    assert said.pop(0) == "Verdict"
    assert said
    assert all(words.startswith("not judged") for words in said)


def test_a_dispute_shows_scale_reading_and_verdict_with_evidence() -> None:
    card = page(to_html(report())).get_element_by_id("d-1")
    assert len(list(card.iter("rect"))) == 6
    assert list(card.iter("title"))
    shown = text_of(card)
    assert "Suggested reading: sources disagree" in shown
    assert "Note: ask the hospital" in shown
    assert [a for a in card.iter("a") if a.get("href") == "https://example.org/log"]


def test_quote_drift_shows_both_and_the_words_that_differ() -> None:
    card = page(to_html(report())).get_element_by_id("d-2")
    assert "Same statement, different words" in text_of(card)
    assert [text_of(node) for node in card.iter("del")] == ["everything"]
    assert [text_of(node) for node in card.iter("ins")] == ["all of it"]
    assert len(list(card.iter("blockquote"))) == 2


def test_disputed_facts_are_split_by_origin_in_the_matrix() -> None:
    rows = [text_of(row[0]) for row in classed(page(to_html(report())), "tr", "part")]
    assert rows[:2] == ["per Coastguard", "per Kelm hospital"]


def _evil(analysis: Analysis) -> Analysis:
    first = analysis.articles[0]
    text = first.text + EVIL.replace("\x1b", "\N{REPLACEMENT CHARACTER}") + "\n"
    article = replace(
        first, text=text, title=EVIL, source=EVIL, url="javascript:alert(3)", text_sha256=digest(text)
    )
    claim = replace(
        analysis.claims[0], start=len(first.text), end=len(text) - 1, text=text[len(first.text) : -1]
    )
    claim = replace(claim, sentence=(claim.start, claim.end), values=())
    group = replace(analysis.comparison.groups[0], label=EVIL, origins=(EVIL, "x"))
    comparison = replace(analysis.comparison, groups=(group, *analysis.comparison.groups[1:]))
    return replace(
        analysis,
        articles=(article, *analysis.articles[1:]),
        claims=(claim, *analysis.claims[1:]),
        comparison=comparison,
    )


def test_no_text_of_an_article_or_a_reviewer_becomes_markup() -> None:
    analysis = _evil(story())
    evidence = Evidence(url="javascript:alert(4)", archived="data:text/html,x", seen=EVIL, text=EVIL)
    mark = Mark(analysis.claims[0].id, EVIL, "conflicting", "sources", EVIL, (evidence,), EVIL)
    info = SessionInfo(EVIL, EVIL, filter=EVIL, reviewers=(EVIL,), method={EVIL: EVIL})
    text = to_html(report(analysis, [mark], info))
    tree = page(text)
    assert not list(tree.iter("script", "img"))
    assert not [a for a in tree.iter("a") if not a.get("href", "").startswith(("#", "https://", "http://"))]
    assert "\x1b" not in text
    assert "49" not in text_of(next(tree.iter("h1")))
    assert "[/red]" in text_of(next(tree.iter("h1")))
    assert tree.get_element_by_id(f"c-{analysis.claims[0].id}").text_content() == analysis.claims[0].text


def test_the_page_is_accessible() -> None:
    tree = page(to_html(report()))
    assert tree.get("lang") == "en"
    assert len(list(tree.iter("h1"))) == 1
    levels = [int(node.tag[1]) for node in tree.iter("h1", "h2", "h3", "h4")]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    for table in tree.iter("table"):
        assert [th for th in table.iter("th") if th.get("scope") == "col"]
    for drawing in tree.iter("svg"):
        assert drawing.get("role") == "img"
    assert [meta for meta in tree.iter("meta") if meta.get("name") == "viewport"]


def _luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_words_have_contrast_on_every_ground(theme: str) -> None:
    sheets = re.findall(r":root \{(.*?)\}", to_html(report()), re.S)
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", sheets[0 if theme == "light" else 1]))
    for ink in ("ink", "soft", "link", "bad", "good", "none", "open"):
        for ground in ("paper", "card"):
            a, b = sorted((_luminance(colours[ink]), _luminance(colours[ground])))
            assert (b + 0.05) / (a + 0.05) >= 4.5, (theme, ink, ground)


def test_an_empty_session_makes_a_page() -> None:
    shown = text_of(page(to_html(report(empty(), []))))
    assert "No claim was found in these articles." in shown
    assert "No verdict has been changed." in shown

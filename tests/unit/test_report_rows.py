"""Rows: facts and their states, disputes, cites, orphans, corrections, filters, redaction."""

from __future__ import annotations

from dataclasses import replace
from time import process_time

import pytest

from factcheck.model import (
    Analysis,
    Comparison,
    Event,
    Evidence,
    Furniture,
    Group,
    Mark,
    SessionInfo,
)
from factcheck.report import to_html, to_markdown
from factcheck.report.cells import cell
from factcheck.report.summary import summary
from factcheck.report.words import WITHHELD, counts
from tests.factories import digest, empty, story
from tests.unit.report_world import INFO, event, fact, report


def test_a_fact_takes_the_gravest_verdict_on_its_mentions() -> None:
    found = report()
    assert fact(found, "People hurt on the Aurora").state == "conflicting"
    assert fact(found, "Roth on the voyage").words == "conflicting, same statement, different words"
    assert fact(found, "Worst accident on the route").words == "unsourced, nobody named"
    assert fact(found, "Rust in the hull").state == "open"


def test_reviewers_who_differ_leave_the_fact_unresolved() -> None:
    found = report()
    sailed = fact(found, "When the Aurora sailed")
    assert sailed.state == "unresolved"
    assert [(v.reviewer, v.verdict) for v in sailed.mentions[0].verdicts] == [
        ("r1", "supported"),
        ("r2", "conflicting"),
    ]


def test_articles_and_origins_stand_side_by_side() -> None:
    toll = fact(report(), "People hurt on the Aurora")
    assert counts(toll.articles, len(toll.origins)) == "4 articles, 2 origins"
    assert counts(5, 1) == "5 articles, 1 origin"
    assert counts(1, 0) == "1 article, no named origin"


def test_mentions_cite_paragraph_and_copied_text() -> None:
    toll = fact(report(), "People hurt on the Aurora")
    cites = [(m.cite, m.relation, m.copied_from) for m in toll.mentions]
    assert ("C2", "%", "B2a") in cites
    assert cites[0][0] == "A2"
    for mention in toll.mentions:
        text = next(a.text for a in story().articles if a.id == mention.article)
        assert text[mention.start : mention.end] == mention.quote


def test_a_verdict_whose_claim_is_gone_is_kept_and_listed() -> None:
    orphan = report().orphans[0]
    assert (orphan.claim, orphan.quote) == ("gone", "lost words")
    assert orphan.verdicts[0].note == "kept"


def test_evidence_is_resolved_or_said_to_be_lost() -> None:
    analysis = story()
    lost = Mark(analysis.claims[0].id, "r1", "supported", evidence=(Evidence(claim="nowhere"),))
    inside, outside = report().facts[0].mentions[0].verdicts[0].evidence
    assert (inside.cite, inside.quote, inside.lost) == ("B2b", "62 injured", False)
    assert (outside.url, outside.lost) == ("https://example.org/log", False)
    assert report(analysis, [lost]).mention(analysis.claims[0].id).verdicts[0].evidence[0].lost  # type: ignore[union-attr]


def test_changed_verdicts_are_corrections_and_undone_slips_are_not() -> None:
    claim = story().claims[0].id
    events = [
        event(1, claim, "supported"),
        event(2, claim, "unsourced"),
        Event("e3", "000003", "2026-03-05T10:03:00Z", "r1", "undo", "b3", target="b2"),
        event(4, claim, "conflicting", note="the hospital counts more"),
        event(5, claim, "conflicting", note="said twice"),
        event(6, claim, None, type="clear"),
    ]
    found = report(events=events).corrections
    assert [(c.old, c.new) for c in found] == [("supported", "conflicting"), ("conflicting", "no verdict")]
    assert found[0].cite == "A2"
    assert found[0].note == "the hospital counts more"


def test_two_reviewers_do_not_correct_each_other() -> None:
    claim = story().claims[0].id
    events = [event(1, claim, "supported"), event(2, claim, "unsourced", reviewer="r2")]
    assert report(events=events).corrections == ()


def test_a_filter_keeps_the_claims_in_the_wanted_states() -> None:
    found = report(only=["unsourced"])
    assert [f.label for f in found.facts] == ["Worst accident on the route"]
    assert [c.text for c in found.analysis.claims] == ["the worst accident on this route in twenty years"]
    assert found.orphans == ()
    assert {mark.verdict for mark in found.marks} == {"unsourced"}
    with pytest.raises(ValueError, match="true"):
        report(only=["true"])


def test_evidence_outside_the_filter_still_has_its_words() -> None:
    found = report(only=["conflicting"])
    assert found.facts[0].mentions[0].verdicts[0].evidence[0].quote == "62 injured"


def test_passages_show_each_claim_in_its_paragraph_word_for_word() -> None:
    found = report()
    for row in found.articles:
        text = next(a.text for a in story().articles if a.id == row.id)
        for passage in row.passages:
            assert "".join(part for part, _ in passage.parts) in text
        shown = [claim for passage in row.passages for _, claim in passage.parts if claim]
        assert shown == [mention.claim for mention in row.mentions]


def test_a_cut_is_marked_only_where_text_is_left_out() -> None:
    courier = report().articles[0].passages
    assert [(p.number, p.cut_before, p.cut_after) for p in courier] == [
        (2, True, False),
        (3, True, False),
        (4, False, False),
    ]


def test_the_method_says_what_was_not_checked() -> None:
    lines = dict(report().method)
    assert lines["Not scanned"] == "A: share buttons (1)"
    assert lines["Without a date"].startswith("C, D")
    assert "13 claims" in lines["Claims"]
    assert "f" * 64 in lines["Rules"]


def test_an_empty_session_makes_a_report() -> None:
    found = report(empty(), [])
    assert found.facts == ()
    assert summary(found).standing.startswith("Checked by nobody yet: 0 of 0 facts")


def _withheld() -> Analysis:
    analysis = story()
    secret = replace(
        analysis.articles[1],
        source="Deep Water",
        redact=True,
        url="https://deepwater.example/1",
        path="/home/alice/deepwater.html",
        title="Deep Water reports",
        furniture=(Furniture(0, 6, "share buttons"),),
    )
    articles = (analysis.articles[0], secret, *analysis.articles[2:])
    suggestions = tuple(
        replace(s, why=s.why + " as Deep Water has it") for s in analysis.comparison.suggestions
    )
    comparison = replace(analysis.comparison, suggestions=suggestions)
    problem = "error: /home/alice/rules/x.yaml:3: bad; mend it"
    return replace(analysis, articles=articles, comparison=comparison, problems=(problem,))


def test_a_withheld_source_and_folders_of_this_machine_stand_nowhere() -> None:
    analysis = _withheld()
    told = [
        Mark(analysis.claims[0].id, "r1", "supported", note="deep water told me; see /home/alice/notes.txt")
    ]
    info = SessionInfo("Deep Water and others", "now", method={"Session": "/home/alice/story"})
    acts = [event(1, analysis.claims[0].id, "supported", note="from Deep Water")]
    found = report(analysis, told, info, acts)
    assert found.articles[1].source == WITHHELD
    shown = repr(found).casefold()
    assert "deep water" not in shown
    assert "deepwater" not in shown
    assert "alice" not in shown
    assert "x.yaml:3: bad" in shown
    assert INFO.title == "The ferry Aurora"


def test_the_same_verdict_on_several_mentions_is_told_once() -> None:
    analysis = story()
    told = [Mark(claim.id, "r1", "conflicting", "sources", "ask", at="now") for claim in analysis.claims[:3]]
    told.append(Mark(analysis.claims[4].id, "r1", "conflicting", "sources", "another note", at="now"))
    blocks = report(analysis, told).disputes[0].verdicts
    assert [(block.cites, block.verdict.note) for block in blocks] == [
        (("A2", "B2a", "C2"), "ask"),
        (("B2b",), "another note"),
    ]


def test_a_cell_shows_the_figure_with_what_it_counts() -> None:
    toll = fact(report(), "People hurt on the Aurora").mentions[0]
    assert (toll.brief, toll.value) == ("At least 40 passengers", "At least 40 passengers were hurt")


def test_five_thousand_claims_are_a_report_in_seconds() -> None:
    analysis = story()
    article = analysis.articles[0]
    line = "Some 40 people were hurt near Kelm. "
    text = line * 5000
    long = replace(article, text=text, text_sha256=digest(text), furniture=())
    base = replace(analysis.claims[0], values=(), attribution=None)
    claims = tuple(
        replace(base, id=f"c{n}", start=at, end=at + 34, text=line[:34], sentence=(at, at + 35))
        for n, at in enumerate(range(0, len(text), len(line)))
    )
    found = Analysis((long,), claims, Comparison((Group("g1", "hurt", tuple(c.id for c in claims), 1, 1),)))
    begin = process_time()
    made = report(found, [])
    assert len(made.facts[0].mentions) == 5000
    assert len(made.articles[0].passages) == 5000
    assert process_time() - begin < 5


def test_a_cell_is_short_and_says_each_value_once() -> None:
    fact = report().facts[0]
    first = next(m for m in fact.mentions if m.letter == "A")
    values = ("some 40", "Some 40", "a" + " very long way to say it" * 4, "62")
    told = [replace(first, brief=value, relation="!" if value == "62" else "=") for value in values]
    found = cell(told, first.article)
    assert [each.value for each in found.told] == ["62", "some 40"]
    assert found.more == 1
    alone = cell(told[2:3], first.article).told[0].value
    assert len(alone) <= 40
    assert alone.endswith("…")
    assert cell(told, "another").told == ()


def test_times_are_told_to_the_second_and_a_question_as_one() -> None:
    claim = story().claims[0]
    asked = Mark(claim.id, "r1", "supported", None, "? who counted", (), "2026-03-05T10:00:07.743Z")
    for text in (to_markdown(report(judged=[asked])), to_html(report(judged=[asked]))):
        assert "2026-03-05 10:00:07 UTC" in text
        assert "o ask: who counted" in text
        assert "? who counted" not in text

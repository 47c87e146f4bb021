"""Rows: facts and their states, disputes, cites, orphans, corrections, filters, redaction."""

from __future__ import annotations

from dataclasses import replace
from time import process_time
from typing import TYPE_CHECKING

import pytest

from factcheck.model import (
    Analysis,
    Comparison,
    Event,
    Evidence,
    Furniture,
    Group,
    Mark,
    Quantity,
    SessionInfo,
)
from factcheck.report import to_html, to_markdown
from factcheck.report.build import rows
from factcheck.report.cells import cell
from factcheck.report.disputes import word_diff
from factcheck.report.figures import scale_of
from factcheck.report.summary import summary
from factcheck.report.words import WITHHELD, counts
from tests.factories import digest, empty, split_lines, story
from tests.unit.report_world import INFO, event, marks, report

if TYPE_CHECKING:
    from factcheck.model import VerdictName
    from factcheck.report.rows import Fact, Report


def fact(found: Report, label: str) -> Fact:
    return next(each for each in found.facts if each.label == label)


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


def test_disputes_judged_come_before_suggested_ones() -> None:
    analysis = story()
    toll = [Mark(analysis.claims[6].id, "r1", "conflicting", "sources")]
    found = report(analysis, toll)
    assert [d.judged for d in found.disputes] == [True, False, False]
    assert [d.number for d in found.disputes] == [1, 2, 3]
    assert found.disputes[1].words == "suggested: conflicting, sources disagree, not judged"


def test_a_dispute_says_who_says_what() -> None:
    dispute = report().disputes[0]
    assert [(s.origin, len(s.mentions)) for s in dispute.sides] == [("Coastguard", 4), ("Kelm hospital", 2)]
    assert (dispute.articles, dispute.origins) == (4, 2)
    found = story().comparison
    reasons = {r.why for r in found.relations if r.kind == "conflicts" and r.a in found.groups[0].claims}
    assert [clash.why for clash in dispute.clashes] == sorted(reasons)


def test_facts_that_conflict_with_each_other_are_one_dispute() -> None:
    analysis = story()
    rust, worst = analysis.claims[-1], analysis.claims[-3]
    relation = replace(analysis.comparison.relations[0], a=rust.id, b=worst.id, kind="conflicts", on="count")
    comparison = replace(analysis.comparison, relations=(relation,))
    judged = [Mark(rust.id, "r1", "conflicting"), Mark(worst.id, "r1", "conflicting")]
    found = report(replace(analysis, comparison=comparison), judged)
    assert set(found.disputes[0].facts) == {"g4", "g6"}


def test_figures_stand_on_a_scale_by_origin() -> None:
    scale = report().disputes[0].scale
    assert scale is not None
    assert scale.unit == "person"
    low = next(row for row in scale.rows if row.origin == "Coastguard").bars[0]
    high = next(row for row in scale.rows if row.origin == "Kelm hospital").bars[0]
    assert 0 <= low.low <= low.high < high.low <= high.high <= 1
    assert all(0 <= share <= 1 for share, _ in scale.ticks)


def test_an_open_figure_is_drawn_open_and_far_ones_logarithmic() -> None:
    analysis = story()
    first = analysis.claims[0]
    figure = Quantity(first.start, first.end, "over 4", 4.0, 4.0, None, "above", "person")
    claims = {c.id: c for c in analysis.claims} | {first.id: replace(first, values=(figure,))}
    mentions = fact(report(analysis), "People hurt on the Aurora").mentions
    scale = scale_of(mentions, claims, "quantity")
    assert scale is not None
    assert scale.log
    assert scale.rows[0].bars[0].open_high
    assert scale.rows[0].bars[0].high == scale.rows[0].bars[0].low  # nobody said how many more
    assert scale.rows[0].bars[0].hedged


def test_one_figure_alone_gets_no_scale() -> None:
    analysis = story()
    claims = {c.id: c for c in analysis.claims}
    mentions = fact(report(analysis), "People hurt on the Aurora").mentions
    assert scale_of(mentions[:2], claims, "quantity") is None
    assert scale_of(mentions, claims, "date") is None


def test_quotations_are_compared_word_by_word() -> None:
    drift = report().disputes[1].drifts[0]
    assert drift.diff == (
        ("same", "We did"),
        ("left", "everything"),
        ("right", "all of it"),
        ("same", "by the book"),
    )
    assert word_diff("Never again,", "never again!") == (("same", "Never again,"),)


@pytest.mark.parametrize("verdict", ["supported", "unsourced", "left-open", "not-a-claim"])
def test_every_fact_is_in_one_list_of_the_summary_and_the_report_prints_it(verdict: VerdictName) -> None:
    rust = next(claim for claim in story().claims if "rust" in claim.text)
    told = report(judged=[*marks(story()), Mark(rust.id, "r1", verdict)])
    found = summary(told)
    disputed = [name for each in found.disputed for name in each.facts]
    lists = (found.supported, found.unresolved, found.no_name, found.left_open, found.no_claim, found.open_)
    assert sorted([*disputed, *(fact.id for facts in lists for fact in facts)]) == sorted(
        fact.id for fact in told.facts
    )
    head = to_markdown(told).split("## Who says what")[0]
    assert "**Judged differently:** When the Aurora sailed" in head
    assert "Rust in the hull" in head
    assert "Rust in the hull" in to_html(told).split("</dl>")[0]


def test_a_fact_that_stands_on_nothing_is_said_to() -> None:
    rust = next(claim for claim in story().claims if "rust" in claim.text)
    bare = to_markdown(report(judged=[Mark(rust.id, "r1", "supported")]))
    assert "Rust in the hull (1 article, no named origin; no evidence given)" in bare
    seen = Evidence(url="https://example.org/log")
    assert "no evidence given" not in to_markdown(
        report(judged=[Mark(rust.id, "r1", "supported", evidence=(seen,))])
    )


def test_summary_lists_each_state_apart() -> None:
    found = summary(report())
    assert [f.label for f in found.no_name] == ["Worst accident on the route"]
    assert [f.label for f in found.unresolved] == ["When the Aurora sailed"]
    assert len(found.disputed) == 2
    assert {f.label for f in found.open_} == {"Rust in the hull", "More may be hurt"}
    assert sum(tally.number for tally in found.tallies) == 6
    assert found.standing == (
        "Checked by r1, r2: 4 of 6 facts judged, 0 left open, 2 without a verdict; not signed off. "
        "Not counted: 1 judged claim whose text is gone."
    )


def test_a_fact_whose_mentions_were_judged_differently_does_not_stand() -> None:
    analysis = story()
    group = max(analysis.comparison.groups, key=lambda each: len(each.claims))
    first, second = group.claims[:2]
    marks = [Mark(first, "r1", "supported"), Mark(second, "r1", "unsourced")]
    found = rows(analysis, marks, INFO, split=split_lines)
    (told,) = [each for each in found.facts if each.id == group.id]
    assert (told.state, told.words) == ("unresolved", "mentions judged differently")
    assert summary(found).stands == ()
    (half,) = [e for e in rows(analysis, marks[:1], INFO, split=split_lines).facts if e.id == group.id]
    assert half.state == "supported"
    assert half.partly == f"1 of {len(group.claims)} mentions judged"
    assert half.partly in to_markdown(rows(analysis, marks[:1], INFO, split=split_lines))


def test_a_mention_left_open_beside_a_judged_one_leaves_the_fact_judged_in_part() -> None:
    analysis = story()
    group = max(analysis.comparison.groups, key=lambda each: len(each.claims))
    first, second = group.claims[:2]
    marks = [Mark(first, "r1", "supported"), Mark(second, "r1", "left-open")]
    found = rows(analysis, marks, INFO, split=split_lines)
    (told,) = [each for each in found.facts if each.id == group.id]
    assert told.state == "supported"
    assert told.partly == f"1 of {len(group.claims)} mentions judged, 1 left open"
    assert summary(found).unresolved == ()
    both = [Mark(claim, "r1", "left-open") for claim in group.claims]
    (open_,) = [e for e in rows(analysis, both, INFO, split=split_lines).facts if e.id == group.id]
    assert (open_.state, open_.partly) == ("left-open", "")


def test_a_claim_supported_within_a_disputed_fact_is_counted_and_named() -> None:
    analysis = story()
    group = max(analysis.comparison.groups, key=lambda each: len(each.claims))
    first, second = group.claims[:2]
    marks = [Mark(first, "r1", "supported"), Mark(second, "r1", "conflicting")]
    found = rows(analysis, marks, INFO, split=split_lines)
    told = summary(found)
    assert (told.stands, [fact.id for fact in told.within]) == ((), [group.id])
    assert {(each.state, each.number) for each in told.claims} >= {("supported", 1), ("conflicting", 1)}
    mention = found.mention(first)
    assert mention is not None
    for text in (to_markdown(found), to_html(found)):
        assert "othing has been judged supported" not in text
        assert "o fact as a whole" in text
    assert f"Supported within facts that do not stand:** {mention.cite} in " in to_markdown(found)


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


def test_sorts_of_one_unit_share_a_scale_and_an_article_is_no_figure() -> None:
    analysis = story()
    first, second = analysis.claims[0], analysis.claims[4]
    one = Quantity(first.start, first.start + 2, "a", 1.0, 1.0, 1.0, unit="person_military")
    many = Quantity(first.start + 3, first.end, "40", 40.0, 40.0, 40.0, unit="person_military", of="wound")
    claims = {c.id: c for c in analysis.claims} | {first.id: replace(first, values=(one, many))}
    mentions = [m for m in report(analysis).facts[0].mentions if m.claim in (first.id, second.id)]
    scale = scale_of(mentions, claims, "quantity")
    assert scale is not None
    assert scale.unit == "person"
    assert [len(row.bars) for row in scale.rows] == [1, 1]


def test_the_same_verdict_on_several_mentions_is_told_once() -> None:
    analysis = story()
    told = [Mark(claim.id, "r1", "conflicting", "sources", "ask", at="now") for claim in analysis.claims[:3]]
    told.append(Mark(analysis.claims[4].id, "r1", "conflicting", "sources", "another note", at="now"))
    blocks = report(analysis, told).disputes[0].verdicts
    assert [(block.cites, block.verdict.note) for block in blocks] == [
        (("A2", "B2a", "C2"), "ask"),
        (("B2b",), "another note"),
    ]


def test_a_disputed_fact_is_split_by_origin_and_each_side_signed_by_its_own() -> None:
    toll = fact(report(), "People hurt on the Aurora")
    signs = {side.origin: [mention.relation for mention in side.mentions] for side in toll.sides}
    assert signs == {"Coastguard": ["=", "=", "%", "="], "Kelm hospital": ["=", "="]}
    assert toll.mentions[0].relation == "!"
    assert fact(report(), "Rust in the hull").sides == ()


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


def test_what_one_origin_says_of_itself_and_a_forecast_are_not_said_to_stand() -> None:
    analysis = story()
    ahead = next(claim for claim in analysis.claims if claim.text.startswith("Up to 100"))
    analysis = replace(
        analysis,
        claims=tuple(replace(c, modality="forecast") if c.id == ahead.id else c for c in analysis.claims),
    )
    rust = next(claim for claim in analysis.claims if "rust" in claim.text)
    toll = analysis.claims[0]
    log = Evidence(url="https://example.org/log")
    judged = [Mark(claim.id, "r1", "supported") for claim in (ahead, rust, toll)]
    found = summary(report(analysis, judged))
    assert [fact.label for fact in found.stands] == ["People hurt on the Aurora"]
    assert [fact.label for fact in found.one_origin] == ["Rust in the hull"]
    assert [fact.label for fact in found.forecasts] == ["More may be hurt"]
    judged[1] = replace(judged[1], evidence=(log,))
    assert len(summary(report(analysis, judged)).stands) == 2
    text = to_markdown(report(analysis, judged[:1]))
    assert "**Stands:** nothing that more than one origin says." in text
    assert "**Forecasts, judged supported:** More may be hurt" in text
    page = to_html(report(analysis, judged[:1]))
    assert "FORECAST" in page
    assert "ONE ORIGIN" not in page


def test_a_dispute_says_in_which_outlet_of_which_day_each_version_stands() -> None:
    for text in (to_markdown(report()), to_html(report())):
        assert "Harbour Courier, 2026-03-04" in text


def test_times_are_told_to_the_second_and_a_question_as_one() -> None:
    claim = story().claims[0]
    asked = Mark(claim.id, "r1", "supported", None, "? who counted", (), "2026-03-05T10:00:07.743Z")
    for text in (to_markdown(report(judged=[asked])), to_html(report(judged=[asked]))):
        assert "2026-03-05 10:00:07 UTC" in text
        assert "o ask: who counted" in text
        assert "? who counted" not in text

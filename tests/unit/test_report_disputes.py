"""The disputes of a report: their order, who says what, the scale and the words side by side."""

from __future__ import annotations

from dataclasses import replace

from factcheck.model import (
    Mark,
    Quantity,
)
from factcheck.report import to_html, to_markdown
from factcheck.report.disputes import word_diff
from factcheck.report.figures import scale_of
from tests.factories import story
from tests.unit.report_world import fact, report


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


def test_the_versions_of_a_dispute_are_told_by_origin_and_those_of_one_origin_by_article() -> None:
    figures, quotation = report().disputes[:2]
    assert figures.versions == "At least 40 passengers (Coastguard) | 62 injured (Kelm hospital)"
    assert quotation.versions == "“We did everything by the book,” (A) | “We did all of it by the book,” (B)"


def test_a_dispute_that_only_the_reviewer_sees_has_no_versions() -> None:
    analysis = story()
    worst = analysis.claims[-3]
    found = report(analysis, [Mark(worst.id, "r1", "conflicting")])
    assert (found.disputes[0].judged, found.disputes[0].versions) == (True, "")


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


def test_a_disputed_fact_is_split_by_origin_and_each_side_signed_by_its_own() -> None:
    toll = fact(report(), "People hurt on the Aurora")
    signs = {side.origin: [mention.relation for mention in side.mentions] for side in toll.sides}
    assert signs == {"Coastguard": ["=", "=", "%", "="], "Kelm hospital": ["=", "="]}
    assert toll.mentions[0].relation == "!"
    assert fact(report(), "Rust in the hull").sides == ()


def test_a_dispute_says_in_which_outlet_of_which_day_each_version_stands() -> None:
    for text in (to_markdown(report()), to_html(report())):
        assert "Harbour Courier, 2026-03-04" in text

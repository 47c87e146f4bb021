"""The summary of a report: every fact in one list, each state apart, what stands and on what."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factcheck.model import (
    Evidence,
    Mark,
)
from factcheck.report import to_html, to_markdown
from factcheck.report.build import rows
from factcheck.report.summary import summary
from tests.factories import split_lines, story
from tests.unit.report_world import INFO, marks, report

if TYPE_CHECKING:
    from factcheck.model import VerdictName


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

"""JSON of scan and export: the shape that the interface promises, nothing lost, nothing unsafe."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from typing import Any

from factcheck.model import (
    Article,
    Attribution,
    Claim,
    Comparison,
    DateValue,
    Entity,
    Event,
    Group,
    Quantity,
    Quote,
    Relation,
    Suggestion,
    Value,
)
from factcheck.report import export_json, scan_json, scan_lines, scan_text, to_json
from tests.factories import split_lines, story
from tests.unit.report_world import event, report


def names(kind: Any) -> set[str]:
    return {field.name for field in fields(kind)}


def test_scan_has_the_parts_of_the_interface_in_order() -> None:
    found = scan_json(story())
    first = ["factcheck", "rules", "articles", "claims", "groups", "relations", "suggestions"]
    assert list(found)[:7] == first
    assert found["rules"]["sha256"] == "f" * 64
    assert found["rules"]["packs"] == ["core"]
    assert set(found["suggestions"][0]) >= {"claim", "verdict", "why", "evidence", "score"}
    assert set(found["groups"][0]) >= {"id", "label", "claims", "articles", "independent", "origins"}
    assert set(found["relations"][0]) >= {"a", "b", "kind", "on", "why", "score"}


def test_every_offset_counts_code_points_of_the_text_beside_it() -> None:
    found = json.loads(scan_text(story(), "json"))
    texts = {article["id"]: article["text"] for article in found["articles"]}
    for claim in found["claims"]:
        text = texts[claim["article"]]
        assert text[claim["start"] : claim["end"]] == claim["text"]
        assert claim["sentence"]["start"] <= claim["start"]
        for value in claim["values"]:
            assert text[value["start"] : value["end"]] == value["text"]


def test_nothing_of_the_model_is_lost() -> None:
    found = scan_json(story())
    assert names(Article) <= set(found["articles"][0])
    assert names(Claim) <= set(found["claims"][0])
    for part, kind in (("groups", Group), ("relations", Relation), ("suggestions", Suggestion)):
        assert names(kind) <= set(found[part][0])


def test_each_kind_of_value_keeps_its_normal_form() -> None:
    analysis = story()
    values: tuple[Value, ...] = (
        Quantity(0, 2, "At", 3000.0, 2700.0, None, "above", "person", "casualties", "over"),
        DateValue(0, 2, "At", "2026-03-03", "2026-03-03", "day", 1, "03-03"),
        Entity(0, 2, "At", "NIS", "organisation"),
        Quote(0, 2, "At", "t", "Ida Roth"),
        Attribution(0, 2, "At", "said", "NIS", 0, 9, True),
    )
    claim = replace(analysis.claims[0], values=values)
    printed = scan_json(replace(analysis, claims=(claim,)))["claims"][0]["values"]
    for value, shown in zip(values, printed, strict=True):
        assert set(shown) == names(type(value))
        assert shown["kind"] == value.kind
    assert json.dumps(printed[0]["value"]) == "3000"
    assert printed[0]["high"] is None


def test_an_endless_number_is_an_open_end() -> None:
    analysis = story()
    endless = Quantity(0, 2, "At", float("inf"), 5.0, float("inf"))
    claim = replace(analysis.claims[0], values=(endless,))
    text = scan_text(replace(analysis, claims=(claim,)), "json")
    assert json.loads(text)["claims"][0]["values"][0]["high"] is None


def test_lines_say_their_type_and_are_the_same_objects() -> None:
    lines = [json.loads(line) for line in scan_text(story(), "jsonl").splitlines()]
    whole = scan_json(story())
    assert lines[0]["type"] == "scan"
    for name, one in (("articles", "article"), ("claims", "claim"), ("groups", "group")):
        told = [{k: v for k, v in line.items() if k != "type"} for line in lines if line["type"] == one]
        assert told == json.loads(json.dumps(whole[name]))
    assert {line["type"] for line in scan_lines(story())} == {
        *("scan", "article", "claim", "group", "relation", "suggestion")
    }


def test_export_adds_verdicts_session_orphans_and_events() -> None:
    claim = story().claims[0]
    acts = [event(1, claim.id, "conflicting", note="ask")]
    found = export_json(report(events=acts))
    verdict = next(c for c in found["claims"] if c["id"] == claim.id)["verdicts"][0]
    assert (verdict["reviewer"], verdict["verdict"], verdict["kind"]) == ("r1", "conflicting", "sources")
    inside, outside = verdict["evidence"]
    assert inside["text"] == "62 injured"
    assert {"claim", "start", "end", "text"} <= set(inside)
    assert outside == {
        "url": "https://example.org/log",
        "archived": "https://example.org/a/log",
        "seen": "2026-03-05",
    }
    assert found["session"]["title"] == "The ferry Aurora"
    assert found["session"]["filter"] == "all"
    orphan = found["orphans"][0]
    assert (orphan["claim"], orphan["verdicts"][0]["anchor"]["exact"]) == ("gone", "lost words")
    assert names(Event) == set(found["events"][0])


def test_export_is_the_same_twice_and_ends_with_a_newline() -> None:
    assert to_json(report()) == to_json(report())
    assert to_json(report()).endswith("}\n")


def test_no_character_of_the_text_acts_on_a_terminal() -> None:
    analysis = story()
    article = replace(analysis.articles[0], title="\x1b]0;owned\x07 \x9b31m \u202eevil")
    text = scan_text(replace(analysis, articles=(article, *analysis.articles[1:])), "json")
    assert not [char for char in text if ord(char) < 32 and char != "\n"]
    assert "\x9b" not in text
    assert "\u202e" not in text
    assert json.loads(text)["articles"][0]["title"] == article.title


def test_an_analysis_without_a_comparison_prints_empty_lists() -> None:
    found = scan_json(replace(story(), comparison=Comparison()))
    assert found["groups"] == found["relations"] == found["suggestions"] == []
    assert "13 claims, 13 facts" in scan_text(
        replace(story(), comparison=Comparison()), "table", split=split_lines
    )

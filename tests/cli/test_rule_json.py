"""The tools for rule authors as scripts meet them: JSON, warnings apart from errors, exit status."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from factcheck.cli import main

if TYPE_CHECKING:
    from pathlib import Path

PACK = """\
version: 1
pack: harbour
vocabularies:
  boats: [boat, boats, ferry, ferries]
rules:
  - id: harbour.lost
    title: Boats lost
    kind: event
    message: 'Ask the harbour master about {how_many} {what}.'
    patterns: ['{number:how_many} {boats:what} sank', 'lost at sea']
    exclude: ['toy {boats} sank']
    slots: {how_many: {type: quantity, normalise: number}}
    examples:
      match: [{text: Two dozen boats sank., slots: {how_many: 24}}]
      no_match: [The boat sank.]
"""


@pytest.fixture(autouse=True)
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "pack.yaml"
    path.write_text(PACK, encoding="utf-8")
    (tmp_path / "story.txt").write_text("Two dozen boats sank.\n\nThree ferries sank.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["rules", *words])


def said(*words: str) -> Any:
    result = run(*words, "--format", "json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


# --- explain, try, test -----------------------------------------------------------------------


def test_explain_tells_words_meaning_and_message() -> None:
    found = said("explain", "harbour.lost", "Two dozen boats sank. It rained.", "--rules", "pack.yaml")
    assert (found["rule"], found["place"], len(found["sentences"])) == ("harbour.lost", "pack.yaml:6:9", 2)
    first, second = (one["patterns"] for one in found["sentences"])
    (match,) = first[0]["matches"]
    assert (match["text"], match["dropped"], first[0]["stopped"]) == ("Two dozen boats sank", None, None)
    assert match["message"] == "Ask the harbour master about Two dozen boats."
    slots = {slot["name"]: (slot["text"], slot["normal"]) for slot in match["slots"]}
    assert slots == {"how_many": ("Two dozen", "24"), "what": ("boats", None)}
    assert second[0]["matches"] == []
    assert "stands nowhere" in second[0]["stopped"]["why"]


def test_explain_names_the_words_without_which_a_pattern_is_not_tried() -> None:
    found = said("explain", "harbour.lost", "It rained.", "--rules", "pack.yaml")
    first, second = found["sentences"][0]["patterns"]
    assert first["needs"][1:] == ["boat, boats, ferries, ferry", "sank"]
    assert first["needs"][0].startswith("a figure, ")
    assert second["needs"] == ["lost", "at", "sea"]
    text = run("explain", "harbour.lost", "It rained.", "--rules", "pack.yaml", "--regex").output
    assert "tried only where a sentence has: lost\n" in text


def test_explain_prints_the_message_and_the_number() -> None:
    text = run("explain", "harbour.lost", "Two dozen boats sank.", "--rules", "pack.yaml").output
    assert "how_many = 'Two dozen', as a number: 24" in text
    assert "message: Ask the harbour master about Two dozen boats." in text


def test_try_gives_every_hit_with_its_place() -> None:
    found = said("try", "{number:n} {boats} sank", "story.txt", "--rules", "pack.yaml", "--most", "1")
    assert (found["hits"], len(found["found"])) == (2, 1)
    (hit,) = found["found"]
    assert (hit["article"], hit["text"]) == ("a1", "Two dozen boats sank")
    assert hit["sentence"]["text"] == "Two dozen boats sank."
    assert [(slot["name"], slot["text"]) for slot in hit["slots"]] == [("n", "Two dozen")]
    assert found["articles"][0]["path"].endswith("story.txt")


def test_test_gives_every_example_and_what_none_fires() -> None:
    found = said("test", "pack.yaml", "--coverage")
    assert (found["passed"], [one["ok"] for one in found["examples"]]) == (2, [True, True])
    assert found["examples"][0]["got"] == "'Two dozen boats sank', how_many = Two dozen (24), what = boats"
    assert [one["pattern"] for one in found["coverage"]["unfired"]] == ["lost at sea"]
    assert found["coverage"]["unheard"][0]["terms"] == ["boat", "ferry", "ferries"]


def test_strict_coverage_fails_for_what_no_example_fires(pack: Path) -> None:
    assert run("test", "pack.yaml", "--coverage").exit_code == 0
    assert run("test", "pack.yaml", "--coverage", "--strict").exit_code == 1
    whole = PACK.replace(", 'lost at sea'", "").replace("[boat, boats, ferry, ferries]", "[boats]")
    pack.write_text(whole, encoding="utf-8")
    assert run("test", "pack.yaml", "--strict").exit_code == 0


def test_stats_gives_sentences_and_costs() -> None:
    (row,) = said("stats", "story.txt", "--rules", "pack.yaml", "--most", "5")
    assert row["samples"] == ["Two dozen boats sank.", "Three ferries sank."]
    assert (row["hits"], row["sample"]) == (2, row["samples"][0])
    assert row["hits_per_million"] > 0
    assert row["us_per_sentence"] >= 0


# --- warnings ---------------------------------------------------------------------------------


@pytest.fixture
def unused(pack: Path) -> None:
    """A list that no pattern uses: a warning, and nothing is broken."""
    text = PACK.replace("rules:", "  planes: [plane]\nrules:")
    pack.write_text(text, encoding="utf-8")


@pytest.mark.usefixtures("unused")
def test_a_warning_is_no_error() -> None:
    result = run("check", "pack.yaml")
    assert result.exit_code == 0
    assert "pack.yaml:5:3: warning: no pattern uses the vocabulary 'planes'" in result.stdout
    assert "no errors in pack.yaml" in result.stdout
    assert "1 warning" in result.stderr
    assert run("check", "pack.yaml", "--strict").exit_code == 1


def test_programs_are_told_which_is_which(pack: Path) -> None:
    bare = "  - {id: harbour.bare, title: T, kind: event, patterns: [the harbour]}\n"
    pack.write_text(PACK.replace("{boats:what} sank'", "{bots:what} sank'") + bare, "utf-8")
    result = run("check", "pack.yaml", "--format", "json")
    assert result.exit_code == 1
    found = {one["what"]: one["severity"] for one in json.loads(result.stdout)}
    assert found["no vocabulary is called 'bots'"] == "error"
    assert found["the rule has no examples"] == "warning"
    lines = run("check", "pack.yaml", "--format", "github").stdout.splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error", "::warning"]


# --- what the reviewer is told ----------------------------------------------------------------


def test_the_message_stands_with_the_claims() -> None:
    result = CliRunner().invoke(main, ["scan", "story.txt", "--rules", "pack.yaml", "--format", "json"])
    claims = json.loads(result.stdout)["claims"]
    assert [claim["messages"] for claim in claims] == [
        ["Ask the harbour master about Two dozen boats."],
        ["Ask the harbour master about Three ferries."],
    ]


# --- the rules of a session -------------------------------------------------------------------


def test_a_session_says_which_line_switched_a_rule(tmp_path: Path) -> None:
    made = CliRunner().invoke(main, ["new", "desk", "story.txt"])
    assert made.exit_code == 0, made.output
    yaml = tmp_path / "desk" / "session.yaml"
    text = (
        yaml.read_text("utf-8")
        + "off:\n  - attribution.*\n  - attack.*\non: ['attack.*']\nweight: {accord.*: 0.3}\n"
    )
    yaml.write_text(text, encoding="utf-8")
    first = 1 + text.splitlines().index("  - attribution.*")
    rows = {row["id"]: row for row in said("list", "desk")}
    off = [row for row in rows.values() if not row["on"]]
    assert off
    assert {row["id"].split(".")[0] for row in off} == {"attribution"}
    assert {tuple(row["by"]) for row in off} == {(f"session.yaml:{first} off: attribution.*",)}
    deals = [row for name, row in rows.items() if name.startswith("accord.")]
    assert {(row["weight"], *row["by"]) for row in deals} == {
        (0.3, f"session.yaml:{first + 3} weight: accord.*")
    }
    line = next(one for one in run("list", "desk").output.splitlines() if one.startswith(off[0]["id"] + " "))
    assert "  off  " in line
    assert line.endswith(f"(session.yaml:{first} off: attribution.*)")

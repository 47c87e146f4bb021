"""Explaining a rule: what stopped a pattern, what dropped a match, and the cuts of regular expressions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.rules import compile_rules, load_rules
from factcheck.rules.phrases.builtin import NAMES
from factcheck.rules.phrases.meaning import BUILTIN, meanings
from factcheck.rules.reading.starter import pack_name
from factcheck.rules.regexes.cut import pieces
from factcheck.rules.trying.explain import Explanation, explain, why_not
from tests.unit.rules_world import load, rule, write

if TYPE_CHECKING:
    from pathlib import Path


def told(folder: Path, text: str, sentence: str) -> Explanation:
    ruleset = load(folder, text)
    assert ruleset.problems == (), [str(problem) for problem in ruleset.problems]
    return explain(ruleset, ruleset.rules[0], sentence)


def stopped(folder: Path, pattern: str, sentence: str, more: str = "") -> tuple[str, str, str]:
    """The words that fit, the step that stopped the pattern, and the sentence about it."""
    found = told(folder, rule(pattern, more=more), sentence)
    (trace,) = found.sentences[0].traces
    assert trace.matches == ()
    assert trace.reach is not None
    fits = trace.reach.fits
    step = trace.reach.stopped
    words = found.text[slice(*fits)] if fits else ""
    return words, step.text if step else "", why_not(trace.reach, found.text)


@pytest.mark.parametrize(
    ("pattern", "sentence", "fits", "step", "why"),
    [
        ("{boats} <0-2> {lost}", "The boat, as they told us, sank.", "boat", "{lost}", "4 words stand"),
        ("{boats} <0-2> {lost}", "Nothing sank.", "", "{boats}", "stands nowhere"),
        ("{boats} <0-2> {lost}", "It sank, the boat.", "boat", "{lost}", "only before that"),
        ("{boats} {lost} today", "The boat sank.", "boat sank", "today", "nowhere in the sentence"),
        ("{boats} {lost}", "The boat also sank.", "boat", "{lost}", "1 word stands between"),
        ("{boats} <2-4> {lost}", "The boat sank.", "boat", "{lost}", "too few"),
        ("[{approx}] {number} red boat[s] {lost}", "One red boats", "One red boats", "{lost}", "nowhere"),
        ("(two|three) [old] {boats} {lost}", "Two old people", "Two old", "{boats}", "nowhere"),
        ("{boats} {lost} {boats} {lost}", "A boat sank, a vessel sank.", "boat sank", "{boats}", "later"),
    ],
)  # fmt: skip
def test_the_furthest_place_and_what_stopped_it(
    pattern: str, sentence: str, fits: str, step: str, why: str, tmp_path: Path
) -> None:
    assert stopped(tmp_path, pattern, sentence)[:2] == (fits, step)
    assert why in stopped(tmp_path, pattern, sentence)[2]


def test_of_several_places_the_nearest_to_what_is_missing(tmp_path: Path) -> None:
    sentence = "One boat left; another boat, as they told us, sank."
    words, _, why = stopped(tmp_path, "boat <0-2> sank", sentence)
    assert words == "boat"
    assert "4 words stand between and the pattern allows 2" in why


def test_capitals_count_where_the_rule_says_so(tmp_path: Path) -> None:
    words, step, _ = stopped(tmp_path, "the Boat sank", "the boat sank", more="    case: exact\n")
    assert (words, step) == ("the", "Boat")


def test_what_an_exclude_drops(tmp_path: Path) -> None:
    found = told(tmp_path, rule("{boats} {lost}", more="    exclude: ['toy {boats}']\n"), "A toy boat sank.")
    (match,) = found.sentences[0].traces[0].matches
    assert found.sentences[0].hits == ()
    assert match.dropped == "the exclude toy {boats} finds 'toy boat' there"


@pytest.mark.parametrize(
    ("scope", "sentence", "dropped"),
    [
        ("quote", "The boat sank.", "outside quotation marks"),
        ("quote", "“The boat sank.”", ""),
        ("not-quote", "“The boat sank.”", "inside quotation marks"),
        ("not-quote", "The boat sank.", ""),
    ],
)
def test_what_a_scope_drops(scope: str, sentence: str, dropped: str, tmp_path: Path) -> None:
    found = told(tmp_path, rule("{boats} {lost}", more=f"    scope: {scope}\n"), sentence)
    (match,) = found.sentences[0].traces[0].matches
    assert dropped in match.dropped
    assert bool(match.dropped) == bool(dropped) == (not found.sentences[0].hits)


def test_a_scope_of_captions_is_noted(tmp_path: Path) -> None:
    found = told(tmp_path, rule("{boats} {lost}", more="    scope: caption\n"), "The boat sank.")
    assert len(found.sentences[0].hits) == 1
    assert found.notes == ("the rule looks only in caption text; this text is taken as such",)


def test_a_pattern_that_runs_over_the_end_of_a_sentence_is_noted(tmp_path: Path) -> None:
    found = told(tmp_path, rule("{boats} <0-3> sank", "whale"), "They had two boats. One sank.")
    assert len(found.sentences) == 2
    assert [note.partition(" if ")[0] for note in found.notes] == ["pattern 1 would match"]


def test_offsets_count_in_the_whole_text(tmp_path: Path) -> None:
    found = told(tmp_path, rule("{boats:what} {lost}"), "It was dark.\n\nThe boat sank. The trawler left.")
    second, third = found.sentences[1:]
    (match,) = second.traces[0].matches
    assert found.text[match.start : match.end] == "boat sank"
    assert [(name, found.text[a:b]) for name, a, b in match.slots] == [("what", "boat")]
    reach = third.traces[0].reach
    assert reach is not None
    assert reach.fits is not None
    assert found.text[slice(*reach.fits)] == "trawler"


def test_it_agrees_with_the_engine_on_the_shipped_examples() -> None:
    """Every example of the shipped core pack: the same hits as a scan, and a reason for every miss."""
    from factcheck.cli.options import rule_paths

    ruleset = load_rules(rule_paths(["core"]))
    engine = compile_rules(ruleset)
    looked = 0
    for one in ruleset.rules[:12]:
        for example in one.examples[:4]:
            found = explain(ruleset, one, example.text)
            if len(found.sentences) != 1:
                continue
            looked += 1
            text = found.text
            kind = one.scope if one.scope == "heading" or one.scope == "caption" else "body"
            expected = [hit for hit in engine.hits(text, 0, len(text), kind=kind) if hit.rule == one.id]
            (sentence,) = found.sentences
            assert list(sentence.hits) == expected
            for trace in sentence.traces:
                assert (trace.reach is None) == bool(trace.matches)
                if trace.reach is not None:
                    assert trace.reach.stopped is not None, (one.id, trace.pattern.text, text)
    assert looked > 15


def test_a_hostile_expression_is_cut_short(tmp_path: Path) -> None:
    text = rule("x").replace("'x'\n", r"regex: '(?:a{1,9}){1,9}(?:a{1,9}){1,9}(?:a{1,9}){1,9}b'" + "\n")
    found = told(tmp_path, text, "a" * 3_000 + " c.")
    assert found.sentences[0].hits == ()


# --- regular expressions ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (r"the (?P<a>x|y) end", ["the ", "(?P<a>x|y)", " ", "end"]),
        (r"(?<!\w)the\b", [r"(?<!\w)the", r"\b"]),
        (r"[^]a)]{0,3}?b+", ["[^]a)]{0,3}?", "b+"]),
        (r"\p{Lu}\x41\)(a\)(b[)]))*", [r"\p{Lu}", r"\x41", r"\)", r"(a\)(b[)]))*"]),
        ("one|two", []),
        ("(one|two)", ["(one|two)"]),
    ],
)
def test_cuts_of_regular_expressions(text: str, parts: list[str]) -> None:
    assert [text[a:b] for a, b in pieces(text)] == parts


def test_where_a_regular_expression_stops(tmp_path: Path) -> None:
    text = rule("x").replace("- 'x'\n", r"- regex: '(?<!\w)the (?P<w>worst|last) (\w+ ){0,2}loss'" + "\n")
    found = told(tmp_path, text, "It was the worst storm.")
    (trace,) = found.sentences[0].traces
    assert trace.reach is not None
    assert trace.reach.fits is not None
    assert found.text[slice(*trace.reach.fits)] == "the worst "
    assert "then needs loss, which stands nowhere" in why_not(trace.reach, found.text)


# --- names -----------------------------------------------------------------------------------


def test_every_built_in_has_a_meaning() -> None:
    assert sorted(BUILTIN) == sorted(NAMES)


def test_meanings_show_some_terms_and_count_them(tmp_path: Path) -> None:
    words = "version: 1\nvocabularies:\n  many: [" + ", ".join(f"w{i}" for i in range(40)) + "]\n  few: [x]\n"
    path = write(tmp_path, rule("[({many}|{few+many})] {number:n} b", words=words))
    ruleset = load_rules([path])
    said = dict(meanings(ruleset.rules[0].patterns[0], {one.name: one for one in ruleset.vocabularies}))
    assert said["many"] == "w0, w1, w2, w3, w4, w5, w6, w7, … (40 terms)"
    assert said["few"] == "x (1 term)"
    assert said["number"].startswith("a number")


@pytest.mark.parametrize(
    ("stem", "name"),
    [("Football transfers", "football_transfers"), ("9", "mine"), ("é", "mine"), ("", "mine")],
)
def test_the_name_of_a_pack(stem: str, name: str) -> None:
    assert pack_name(stem) == name

"""What a rule says of how it looks: within words, at quotation marks, in whole articles; what it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.rules import check_rules, compile_rules, load_rules, run_examples
from factcheck.rules.running.read import hits_in
from factcheck.segment import segment
from factcheck.values.normal import Normaliser
from tests.unit.rules_world import WORDS, found, load, rule, write
from tests.unit.values_world import article

if TYPE_CHECKING:
    from pathlib import Path

# --- whole words, quotation marks -------------------------------------------------------------


@pytest.mark.parametrize(
    ("pattern", "sentence", "hits"),
    [
        ("quake", "Two seaquakes and an earthquake.", ["quake", "quake"]),
        ("{boats} sank", "The motorboat sank.", ["boat sank"]),
        ("{number}{boats}", "It is a two-boats-in-one thing, 3boats.", ["3boats"]),
        ("(over|under) sea", "It went undersea and under sea.", ["under sea"]),
        ("quake", "QUAKES", ["QUAKE"]),
        ("quake", "Nothing shook.", []),
    ],
)
def test_a_match_within_a_word(pattern: str, sentence: str, hits: list[str], tmp_path: Path) -> None:
    assert found(tmp_path, rule(pattern, more="    whole_word: false\n"), sentence) == hits


def test_a_rule_that_looks_within_words_is_found_by_its_letters(tmp_path: Path) -> None:
    """It is not tried on every sentence: RE2 looks for its letters."""
    path = write(tmp_path, rule("quake", words=WORDS.split("vocab")[0], more="    whole_word: false\n"))
    assert [str(one) for one in check_rules([path])] == []


@pytest.mark.parametrize(("fold", "hits"), [("true", 3), ("false", 1)])
def test_quotation_marks_fold_or_not(fold: str, hits: int, tmp_path: Path) -> None:
    words = 'version: 1\nvocabularies:\n  lakes: ["Heron\'s Lake"]\n'
    text = rule("{lakes} (froze|thawed)", words=words, more=f"    fold_quotes: {fold}\n")
    said = "Heron's Lake froze, Heron’s Lake froze, Heron‘s Lake froze."
    assert len(found(tmp_path, text, said)) == hits


def test_hyphens_fold_all_the_same(tmp_path: Path) -> None:
    text = rule("a 12-hour search", more="    fold_quotes: false\n")
    assert found(tmp_path, text, "after a 12–hour search") == ["a 12–hour search"]


@pytest.mark.parametrize("key", ["whole_word", "fold_quotes"])
def test_only_true_and_false_will_do(key: str, tmp_path: Path) -> None:
    (problem,) = load(tmp_path, rule("boat", more=f"    {key}: nope\n")).problems
    assert (problem.line, problem.what) == (11, f"{key} cannot be 'nope'")


# --- whole articles ---------------------------------------------------------------------------

STORY = "The boat left Alder.\n\nIn the harbour\n\nMonday was calm. It came to the rocks.\n\nThere it sank."


def hits_of(folder: Path, text: str) -> list[tuple[str, str]]:
    """Each sentence that a rule hits, with the words hit there."""
    engine = compile_rules(load(folder, text))
    one = article(STORY)
    return [
        (STORY[sentence.start : sentence.end], STORY[hit.start : hit.end])
        for sentence, hits in hits_in(engine, one, segment(one))
        for hit in hits
    ]


def test_a_match_runs_over_paragraphs_and_leaves_out_headings(tmp_path: Path) -> None:
    text = rule("rocks <0-3> sank", more="    scope: document\n")
    assert hits_of(tmp_path, text) == [
        ("It came to the rocks.", "rocks."),
        ("There it sank.", "There it sank"),
    ]
    assert hits_of(tmp_path, rule("Alder harbour", more="    scope: document\n")) == []
    assert hits_of(tmp_path, rule("Alder <0-0> Monday", more="    scope: document\n")) == [
        ("The boat left Alder.", "Alder."),
        ("Monday was calm.", "Monday"),
    ]
    assert hits_of(tmp_path, rule("rocks <0-3> sank", more="    scope: paragraph\n")) == []


@pytest.mark.parametrize(
    ("required", "hit"),
    [
        ("{phrase: 'Monday', within: document}", True),
        ("{phrase: 'Monday', within: paragraph}", False),
        ("{phrase: 'Tuesday', within: document}", False),
        ("{phrase: 'harbour', within: document}", False),  # it stands in a heading only
        ("{regex: 'Alder', within: document}", True),
    ],
)
def test_what_is_required_of_the_whole_article(required: str, hit: bool, tmp_path: Path) -> None:
    text = rule("it sank", more=f"    requires: [{required}]\n")
    assert bool(hits_of(tmp_path, text)) == hit


def test_a_rule_that_is_required_of_the_whole_article(tmp_path: Path) -> None:
    more = "    requires: [{rule: a.left, within: document}]\n"
    second = (
        "  - id: a.left\n    title: T\n    kind: event\n    patterns: ['{boats} left']\n"
        "    examples: {match: [The boat left.]}\n"
    )
    assert ("There it sank.", "it sank") in hits_of(tmp_path, rule("it sank", more=more) + second)
    away = second.replace("{boats} left", "{boats} stayed")
    assert hits_of(tmp_path, rule("it sank", more=more) + away) == []


def test_a_rule_of_whole_articles_requires_no_less(tmp_path: Path) -> None:
    more = "    scope: document\n    requires: [{phrase: x, within: paragraph}]\n"
    (problem,) = load(tmp_path, rule("it sank", more=more)).problems
    assert problem.mend == "write within: document"


# --- messages ---------------------------------------------------------------------------------


def test_a_message_names_only_slots_that_are_there(tmp_path: Path) -> None:
    text = rule("{number:how_many} {boats:what}", more="    message: 'Ask for {how_mani} of {what}'\n")
    (problem,) = load(tmp_path, text).problems
    assert (problem.line, problem.col) == (11, text.splitlines()[10].index("{how_mani") + 1)
    assert problem.mend == "did you mean 'how_many'?"


def test_a_message_stands_with_the_rule(tmp_path: Path) -> None:
    text = rule("{number:how_many} {boats:what}", more="    message: 'Ask for {how_many} of {what}'\n")
    assert load(tmp_path, text).infos()["a.b"].message == "Ask for {how_many} of {what}"


# --- slots by what they mean -------------------------------------------------------------------

MEANT = """\
version: 1
vocabularies:
  kelmark: {role: alias, name: Kelmark, kind: place, terms: [Kelmarkish]}
rules:
  - id: a.b
    title: T
    kind: event
    patterns: ['{number:n} ships <0-3> {date:d}', '{kelmark:c} ship[s]']
    slots:
      n: {type: quantity, normalise: FORM}
      d: {type: date, normalise: date}
      c: {type: place, normalise: country}
    examples:
      match:
        - {text: TEXT, slots: {SLOT}}
      no_match: [Nothing.]
"""


@pytest.mark.parametrize(
    ("form", "text", "slot", "ok"),
    [
        ("number", "two dozen ships in June 2024", "n: 24", True),
        ("number", "two dozen ships in June 2024", "n: 25", False),
        ("number", "1.2 million ships in June 2024", "n: '1,200,000'", True),
        ("none", "1.2 million ships in June 2024", "n: '1,200,000'", False),
        ("range", "10 to 12 ships in June 2024", "n: between 10 and 12", True),
        ("range", "12 ships in June 2024", "n: 10 to 12", False),
        ("number", "12 ships on December 26, 2024", "d: 26 December 2024", True),
        ("number", "12 ships on December 26, 2024", "d: 27 December 2024", False),
        ("number", "Kelmarkish ships", "c: Kelmark", True),
        ("number", "Kelmarkish ships", "c: Norland", False),
    ],
)
def test_examples_are_held_against_what_slots_mean(
    form: str, text: str, slot: str, ok: bool, tmp_path: Path
) -> None:
    made = MEANT.replace("FORM", form).replace("TEXT", f"'{text}'").replace("SLOT", slot)
    ruleset = load(tmp_path, made)
    assert ruleset.problems == ()
    first = run_examples(ruleset, (), Normaliser(ruleset.lexicon))[0]
    assert first.ok == ok, first


def test_a_form_that_a_type_cannot_have_is_an_error(tmp_path: Path) -> None:
    made = MEANT.replace("FORM", "date").replace("TEXT", "12 ships today").replace("SLOT", "n: 12")
    (problem,) = load(tmp_path, made).problems
    assert (problem.line, problem.mend) == (10, "write number or range or none")


# --- states -------------------------------------------------------------------------------------


def test_a_state_that_is_nowhere_is_named(tmp_path: Path) -> None:
    states = (
        "version: 1\nvocabularies:\n"
        "  jammed: {role: state, terms: [jammed], opposite: [workin], ends: [open]}\n"
        "  working: {role: state, terms: [working], opposite: [jammed]}\n"
    )
    path = write(tmp_path, states)
    first, second = check_rules([path])
    assert (first.what, first.mend) == ("no state is called 'workin'", "did you mean 'working'?")
    assert (first.line, first.col, first.severity) == (
        3,
        states.splitlines()[2].index("workin") + 1,
        "warning",
    )
    assert second.what == "no state is called 'open'"
    assert load_rules([path]).problems == ()

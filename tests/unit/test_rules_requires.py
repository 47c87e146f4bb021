"""What must stand beside a match, rules that look at paragraphs and headings, and languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.ingest import read_paths
from factcheck.pipeline import analyse
from factcheck.rules import compile_rules, load_rules, run_examples
from factcheck.rules.trying.explain import explain
from tests.unit.rules_world import load, rule, write

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.rules import Engine

STORM = """\
  - id: storm.any
    title: Storms
    kind: event
    patterns: ['(storm|gale)[s]']
    exclude: ['storm of protest']
    examples: {match: [A storm came.]}
"""


def engine(folder: Path, requires: str, more: str = "", *, off: tuple[str, ...] = ()) -> Engine:
    text = rule("{boats} {lost}", more=f"    requires: {requires}\n{more}")
    found = load_rules([write(folder, text + STORM)], off=off)
    assert [str(problem) for problem in found.problems] == []
    return compile_rules(found)


def hit(one: Engine, *sentences: str) -> list[str]:
    """The words that the rule ``a.b`` finds in a paragraph of these sentences, sentence by sentence."""
    text = " ".join(sentences)
    spans: list[tuple[int, int]] = []
    for sentence in sentences:
        start = text.index(sentence, spans[-1][1] if spans else 0)
        spans.append((start, start + len(sentence)))
    found = [h for a, b in spans for h in one.hits(text, a, b, paragraph=spans) if h.rule == "a.b"]
    return [text[h.start : h.end] for h in found]


# --- requires --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("requires", "sentences", "count"),
    [
        ("['{date}']", ["The boat sank on Monday."], 1),
        ("['{date}']", ["On Monday the boat sank."], 1),
        ("['{date}']", ["It was Monday.", "The boat sank."], 0),
        ("[{phrase: '{date}', within: paragraph}]", ["It was Monday.", "The boat sank."], 1),
        ("[{phrase: '{date}', within: paragraph}]", ["It was dark.", "The boat sank."], 0),
        ("[{regex: '\\d{4}'}]", ["The boat sank in 1998."], 1),
        ("[{regex: '\\d{4}'}]", ["The boat sank in 98."], 0),
        ("['{date}', crew]", ["The boat sank on Monday with its crew."], 1),
        ("['{date}', crew]", ["The boat sank on Monday."], 0),
        ("['{lost}']", ["The boat sank."], 1),
        ("[{rule: storm.any}]", ["The boat sank in a gale."], 1),
        ("[{rule: storm.any}]", ["The boat sank in a storm of protest."], 0),
        ("[{rule: storm.any}]", ["A storm came.", "The boat sank."], 0),
        ("[{rule: storm.any, within: paragraph}]", ["A storm came.", "The boat sank.", "A trawler sank."], 2),
        ("[{rule: storm.any, within: paragraph}]", ["The boat sank.", "There was a storm of protest."], 0),
    ],
)
def test_what_is_required(requires: str, sentences: list[str], count: int, tmp_path: Path) -> None:
    assert len(hit(engine(tmp_path, requires), *sentences)) == count


def test_a_required_rule_counts_although_it_is_switched_off(tmp_path: Path) -> None:
    one = engine(tmp_path, "[{rule: storm.any}]", off=("storm.any",))
    assert hit(one, "The boat sank in a gale.") == ["boat sank"]
    assert [rule.id for rule in one.rules] == ["a.b"]


def test_a_required_rule_has_requirements_of_its_own(tmp_path: Path) -> None:
    deeper = STORM.replace("    exclude:", "    requires: ['{date}']\n    exclude:")
    text = rule("{boats} {lost}", more="    requires: [{rule: storm.any}]\n") + deeper
    one = compile_rules(load(tmp_path, text))
    assert hit(one, "The boat sank in a gale.") == []
    assert hit(one, "The boat sank in a gale on Monday.") == ["boat sank"]


def test_a_slow_requirement_is_paid_for_by_its_rule(tmp_path: Path) -> None:
    slow = "[{regex: '(?:.*?,){11}P(?!x)'}]"
    found = load(tmp_path, rule("{boats} {lost}", more=f"    requires: {slow}\n"))
    one = compile_rules(found, budget=0.3)
    sentence = "The boat sank, " + "a," * 60 + "Px"
    for _ in range(4):
        assert one.hits(sentence, 0, len(sentence)) == []
    assert list(one.set_aside) == ["a.b"]


MISTAKES = [
    ("[{rule: storm.some}]", "storm.some", "did you mean 'storm.any'?"),
    ("[{rule: casualties.count}]", "casualties", "shipped pack conflict"),
    ("[{rule: a.b}]", "a.b}", "requires itself"),
    ("[{within: sentence}]", "{within", "says nothing to look for"),
    ("[{phrase: x, rule: storm.any}]", "{phrase", "says phrase and rule"),
    ("[{phrase: x, within: page}]", "page", "within cannot be 'page'"),
    ("[{phrase: '{boots}'}]", "{boots", "did you mean 'boats'?"),
    ("['{boats:what}']", "'{boats:what", "the slot 'what'"),
    ("[{regex: '(a+)+'}]", "a+)", "a repeat stands inside"),
    ("[[x]]", "[x", "written as a table"),
    ("x", "x\n", "written as a list"),
]


@pytest.mark.parametrize(("requires", "at", "what"), MISTAKES)
def test_mistakes_have_their_place(requires: str, at: str, what: str, tmp_path: Path) -> None:
    text = rule("{boats} {lost}", more=f"    requires: {requires}\n") + STORM
    found = load(tmp_path, text)
    assert [one.id for one in found.rules] == ["storm.any"]
    (problem,) = found.problems
    line = text.splitlines()[10] + "\n"
    assert what in str(problem)
    assert problem.line == 11
    assert problem.col in (line.rindex(at) + 1, line.rindex(at))


def test_rules_that_require_each_other_in_a_circle(tmp_path: Path) -> None:
    circle = STORM.replace("    exclude:", "    requires: [{rule: a.b}]\n    exclude:")
    found = load(tmp_path, rule("{boats}", more="    requires: [{rule: storm.any}]\n") + circle)
    assert found.rules == ()
    assert "the way is a.b - storm.any - a.b" in str(found.problems[0])
    rows = "".join(
        f"  - {{id: a.r{n}, title: T, kind: event, patterns: [x], requires: [{{rule: a.r{n - 1}}}]}}\n"
        for n in range(1, 2_000)
    )
    found = load(tmp_path, rule("{boats}", name="a.r0") + rows)
    assert 9 <= len(found.rules) <= 11
    assert any("more than 10 rules require each other" in problem.what for problem in found.problems)


def test_explain_names_what_is_missing(tmp_path: Path) -> None:
    text = (
        rule("{boats} {lost}", more="    requires: ['{date}', {rule: storm.any, within: paragraph}]\n")
        + STORM
    )
    found = load(tmp_path, text)

    def dropped(said: str) -> list[str]:
        told = explain(found, found.rules[0], said)
        return [match.dropped for each in told.sentences for one in each.traces for match in one.matches]

    assert dropped("The boat sank.") == ["the rule requires {date}, which does not stand in the sentence"]
    assert dropped("The boat sank on Monday.") == [
        "the rule requires a match of the rule storm.any, which does not stand in the paragraph"
    ]
    assert dropped("There was a gale. The boat sank on Monday.") == [""]


# --- paragraphs ------------------------------------------------------------------------------


def test_a_rule_of_scope_paragraph_runs_over_the_ends_of_sentences(tmp_path: Path) -> None:
    words = rule("{boats:what} <0-6> {lost:harm}", more="    scope: paragraph\n")
    one = compile_rules(load(tmp_path, words))
    assert hit(one, "One trawler left at noon.", "It sank.") == ["trawler left at noon.", "It sank"]
    assert hit(one, "One trawler sank.", "It was old.") == ["trawler sank"]
    found = one.hits("One trawler left. It sank.", 18, 26, paragraph=[(0, 17), (18, 26)])
    assert [(h.start, h.end, h.slots) for h in found] == [(18, 25, (("harm", 21, 25),))]
    plain = compile_rules(load(tmp_path, words.replace("scope: paragraph", "scope: sentence")))
    assert hit(plain, "One trawler left at noon.", "It sank.") == []


def test_what_such_a_rule_requires_stands_anywhere_in_the_paragraph(tmp_path: Path) -> None:
    one = engine(tmp_path, "['{date}']", "    scope: paragraph\n")
    assert hit(one, "It was Monday.", "The boat sank.") == ["boat sank"]
    text = rule("{boats}", more="    scope: paragraph\n    requires: [{phrase: x, within: sentence}]\n")
    assert "looks at more than a sentence" in str(load(tmp_path, text).problems[0])


def test_examples_and_explanations_of_such_a_rule_are_paragraphs(tmp_path: Path) -> None:
    examples = "{match: [The boat left. It sank.], no_match: [The boat left.]}"
    text = rule("{boats} <0-6> {lost}", more="    scope: paragraph\n").replace("{match: [x]}", examples)
    found = load(tmp_path, text)
    assert [result.ok for result in run_examples(found)] == [True, True]
    told = explain(found, found.rules[0], "The boat left. It sank.")
    assert [len(each.hits) for each in told.sentences] == [1]
    assert told.notes == ("the rule looks at a whole paragraph; this text is taken as one",)


def test_an_example_of_another_rule_is_read_sentence_by_sentence(tmp_path: Path) -> None:
    """As a scan would: no match runs over the end of a sentence, and so no example may show one."""
    examples = "{match: [The boat was wet. It sank.], no_match: [The boat left. It sank.]}"
    text = rule("{boats} <0-6> {lost}").replace("{match: [x]}", examples)
    assert [result.ok for result in run_examples(load(tmp_path, text))] == [False, True]


# --- headings, in articles -------------------------------------------------------------------

ARTICLE = """\
Trawler sank off Alder

Two boats capsized on Monday.

Why the boats capsized

Nobody knows.
"""


def claims(folder: Path, more: str, text: str = ARTICLE) -> list[str]:
    rules = load(folder, rule("{boats} <0-2> {lost}", more=more))
    path = folder / "story.txt"
    path.write_text(text, encoding="utf-8")
    articles, problems = read_paths([path])
    assert not problems
    return [claim.text for claim in analyse(articles, rules).claims]


def test_headings_are_looked_at_by_the_rules_that_name_them(tmp_path: Path) -> None:
    assert claims(tmp_path, "") == ["Two boats capsized on Monday"]
    assert claims(tmp_path, "    scope: title\n") == ["Trawler sank off Alder"]
    assert claims(tmp_path, "    scope: heading\n") == ["Trawler sank off Alder", "Why the boats capsized"]
    assert claims(tmp_path, "    scope: title\n", ARTICLE.split("\n\n", 1)[1]) == []


def test_a_title_rule_is_tested_and_explained_as_a_title(tmp_path: Path) -> None:
    text = rule("{boats} {lost}", more="    scope: title\n").replace("[x]", "[Trawler sank off Alder]")
    found = load(tmp_path, text)
    assert [result.ok for result in run_examples(found)] == [True]
    told = explain(found, found.rules[0], "Trawler sank off Alder")
    assert told.notes == ("the rule looks only in title text; this text is taken as such",)


def test_a_paragraph_rule_in_an_article(tmp_path: Path) -> None:
    more = "    scope: paragraph\n    requires: ['{date}']\n"
    text = "It was a Monday in May. The trawler sank in the bay.\n\nA boat capsized.\n"
    assert claims(tmp_path, more, text) == ["The trawler sank in the bay"]

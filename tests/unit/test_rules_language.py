"""Rule files in another language, classes that several packs fill, and a gap before what may be missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.ingest import ArticleMeta, read_paths
from factcheck.pipeline import analyse
from factcheck.resources import shipped
from factcheck.rules import compile_rules, load_rules

if TYPE_CHECKING:
    from pathlib import Path

HEAD = """version: 1
{lang}
vocabularies:
  boats: [човен, човни, човнів, boats, trawlers]
rules:
  - id: boats.any
    title: Boats
    kind: event
    patterns: ['{pattern}']
"""


def hits(folder: Path, lang: str, pattern: str, text: str) -> list[str]:
    path = folder / "own.yaml"
    path.write_text(HEAD.replace("{lang}", lang).replace("{pattern}", pattern), encoding="utf-8")
    rules = load_rules([path])
    assert [str(problem) for problem in rules.problems] == []
    found = compile_rules(rules).hits(text, 0, len(text))
    return [text[hit.start : hit.end] for hit in found]


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("{number} {boats}", "Знайшли двадцять сім човнів.", "двадцять сім човнів"),
        ("[{approx}] {number} {boats}", "Бракує щонайменше 1 200 човнів.", "щонайменше 1 200 човнів"),
        ("{boats} за {money}", "Продав човен за 2,5 тис. грн учора.", "човен за 2,5 тис. грн"),
        (
            "{boats} <0-4> {date}",
            "Цей човен зник у морі 5 жовтня 2025 року.",
            "човен зник у морі 5 жовтня 2025 року",
        ),
        ("{percent} {boats}", "Здано 40 відсотків човнів.", "40 відсотків човнів"),
        ("{boats} {quote}", "Човен «Біла чайка» пришвартовано.", "Човен «Біла чайка»"),
    ],
)
def test_built_in_names_know_the_language_of_the_file(
    tmp_path: Path, pattern: str, text: str, found: str
) -> None:
    assert hits(tmp_path, "lang: uk", pattern, text) == [found]


def test_without_the_key_they_know_english(tmp_path: Path) -> None:
    assert hits(tmp_path, "", "{number} {boats}", "Знайшли двадцять сім човнів.") == []
    assert hits(tmp_path, "", "{number} {boats}", "They found twenty-seven boats.") == ["twenty-seven boats"]


def test_a_gap_stands_also_where_what_follows_it_is_missing(tmp_path: Path) -> None:
    pattern = "{boats} <0-3> [{approx}] {number}"
    assert hits(tmp_path, "", pattern, "The boats sold for about 40.") == ["boats sold for about 40"]
    assert hits(tmp_path, "", pattern, "The boats sold for 40.") == ["boats sold for 40"]
    assert hits(tmp_path, "", pattern, "The boats 40.") == ["boats 40"]
    assert hits(tmp_path, "", pattern, "The boats that he had once sold for 40.") == []


def test_packs_fill_one_class_together(tmp_path: Path) -> None:
    for name, word in (("one", "sank"), ("two", "затонув")):
        (tmp_path / f"{name}.yaml").write_text(
            f"version: 1\nvocabularies:\n  {name}: {{role: predicate, name: sink, terms: [{word}]}}\n",
            encoding="utf-8",
        )
    lexicon = load_rules([tmp_path / "one.yaml", tmp_path / "two.yaml"]).lexicon
    assert [(entry.name, entry.terms) for entry in lexicon] == [("sink", ("sank", "затонув"))]


def test_articles_in_two_languages_tell_one_fact(tmp_path: Path) -> None:
    texts = {
        "a.txt": (
            "uk",
            "Аварія на мосту\n\nУ Житомирі внаслідок аварії автобуса загинули дев'ятнадцять пасажирів.",
        ),
        "b.txt": (
            "uk",
            "Трагедія\n\nВ аварії автобуса у Житомирі загинули 14 пасажирів, повідомила поліція.",
        ),
    }
    over = {}
    for name, (lang, text) in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        over[str(tmp_path / name)] = ArticleMeta(lang=lang, published="2026-11-20")
    articles, problems = read_paths([tmp_path / name for name in texts], overrides=over)
    assert not problems
    found = analyse(articles, load_rules([shipped("rules") / "ukrainian.yaml"]))
    assert [(one.kind, one.on) for one in found.comparison.relations] == [("conflicts", "quantity")]


def test_rules_of_a_language_look_only_in_articles_of_it(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(HEAD.replace("{lang}", "lang: uk").replace("{pattern}", "{percent}"), encoding="utf-8")
    engine = compile_rules(load_rules([path]))
    text = "It rose by 12%."
    assert engine.hits(text, 0, len(text), lang="en") == []
    assert [text[hit.start : hit.end] for hit in engine.hits(text, 0, len(text), lang="uk-UA")] == ["12%"]
    assert engine.hits(text, 0, len(text))

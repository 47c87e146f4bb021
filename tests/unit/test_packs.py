"""The shipped rule packs: no problem in them, and every example of every rule holds."""

from __future__ import annotations

import pytest

from factcheck.resources import shipped
from factcheck.rules import load_rules, run_examples

PACKS = ("core", "conflict", "crime", "disaster", "economy", "health", "politics", "science", "ukrainian")
RULES = load_rules([shipped("rules") / f"{pack}.yaml" for pack in PACKS])


def test_the_packs_load_without_a_problem() -> None:
    assert [str(problem) for problem in RULES.problems] == []
    assert RULES.packs == PACKS


@pytest.mark.parametrize("pack", PACKS)
def test_a_pack_works_without_the_other(pack: str) -> None:
    alone = load_rules([shipped("rules") / f"{pack}.yaml"])
    assert [str(problem) for problem in alone.problems] == []
    assert alone.rules


@pytest.mark.parametrize("rule", [rule.id for rule in RULES.rules])
def test_every_example_of_a_rule_holds(rule: str) -> None:
    results = run_examples(RULES, [rule])
    assert [(result.text, result.why) for result in results if not result.ok] == []


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.id)
def test_every_rule_has_two_examples_of_each_sort(rule: object) -> None:
    examples = [example.expect for example in getattr(rule, "examples", ())]
    assert examples.count("match") >= 2
    assert examples.count("no match") >= 2


def test_dates_and_names_make_no_claims() -> None:
    kinds = {rule.id: rule.info.kind for rule in RULES.rules}
    assert kinds["date.day"] == "date"


@pytest.mark.parametrize("role", ["alias", "predicate", "unit"])
def test_no_term_stands_in_two_classes(role: str) -> None:
    owners: dict[str, str] = {}
    for entry in RULES.lexicon:
        if entry.role != role:
            continue
        for term in entry.terms:
            assert owners.setdefault(term, entry.name) == entry.name, term


@pytest.mark.parametrize(
    ("term", "name"),
    [
        ("South Korea's spy agency", "NIS"),
        ("South Korean intelligence", "NIS"),
        ("Seoul's spy agency", "NIS"),
        ("Seoul's military", "JCS"),
        ("Ukrainian military intelligence", "GUR"),
        ("Agence France-Presse", "AFP"),
        ("Volodymyr Zelenskyy", "Zelensky"),
        ("Kiev", "Ukraine"),
        ("Hamas-run health ministry", "Gaza health ministry"),
    ],
)
def test_known_spellings_meet_under_one_name(term: str, name: str) -> None:
    assert [entry.name for entry in RULES.lexicon if term in entry.terms] == [name]

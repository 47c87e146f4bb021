"""What a model of meanings adds, and what it must never touch."""

from __future__ import annotations

import socket
from dataclasses import replace
from importlib.util import find_spec
from typing import TYPE_CHECKING, NoReturn

import pytest

from factcheck.compare.facts import wordvectors
from factcheck.compare.facts.likeness import Likeness
from factcheck.compare.facts.meanings import SOFT, added, paired, told
from factcheck.compare.silence import silent
from factcheck.compare.statements.statement import held_against
from factcheck.model import Analysis, Group
from factcheck.pipeline import analyse
from factcheck.problems import BadInput
from factcheck.resources import shipped
from factcheck.rules import RuleSet, load_rules
from factcheck.tui.silences import Silences
from tests.desks import make_desk
from tests.factories import make_article
from tests.meanings_world import Everything, Told

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.compare.facts.meanings import Meanings
    from factcheck.compare.statements.answer import Answer

real_model = pytest.mark.skipif(
    find_spec(wordvectors.PACKAGE) is None, reason="the extra `semantic` is not installed here"
)

JAILED = "A judge in Korvel jailed the former mayor."
SENTENCED = "The former mayor was sentenced in Korvel."
DREDGED = "The former mayor opened the harbour in Korvel."
TEXTS = (JAILED, SENTENCED, DREDGED, "Rain fell on the hills.", "The market reopened.")


# --- word by word ---------------------------------------------------------------------------


def test_the_nearest_words_are_paired_first_and_each_once() -> None:
    near = {"jailed": {"sentenced": 0.6, "fined": 0.5}, "held": {"sentenced": 0.8}}
    worth = dict.fromkeys(("jailed", "held", "sentenced", "fined"), 1.0)
    found = paired(near, ["jailed", "held"], ["sentenced", "fined"], worth)
    assert [str(pair) for pair in found] == ["held ~ sentenced", "jailed ~ fined"]
    assert told(found) == "held ~ sentenced, jailed ~ fined"
    assert 0 < added(found) < 2 * SOFT


def test_a_pair_is_worth_as_much_as_its_commoner_word() -> None:
    near = {"jailed": {"sentenced": 0.9}}
    rare = paired(near, ["jailed"], ["sentenced"], {"jailed": 1.0, "sentenced": 1.0})
    common = paired(near, ["jailed"], ["sentenced"], {"jailed": 1.0, "sentenced": 0.2})
    assert added(common) == pytest.approx(0.2 * added(rare))


# --- likeness -------------------------------------------------------------------------------


def test_two_words_of_one_meaning_bring_two_sentences_nearer() -> None:
    plain = Likeness(TEXTS)
    model = Likeness(TEXTS, meanings=Told(("jailed", "sentenced", 0.7)))
    assert model.same_fact(JAILED, SENTENCED) > plain.same_fact(JAILED, SENTENCED)
    assert model.same_fact(JAILED, DREDGED) == plain.same_fact(JAILED, DREDGED)
    assert [str(pair) for pair in model.word_pairs(JAILED, SENTENCED)] == ["jailed ~ sentenced"]
    assert plain.word_pairs(JAILED, SENTENCED) == ()


def test_names_and_numbers_are_never_near_each_other() -> None:
    ansk, korvel = "In Ansk 40 men drowned.", "In Korvel 12 men swam."
    texts = (ansk, korvel, "Ansk has a bridge.", "Korvel has none.")
    model = Told(("ansk", "korvel", 0.99), ("40", "12", 0.99))
    assert Likeness(texts, meanings=model).word_pairs(ansk, korvel) == ()
    assert not {"ansk", "korvel", "40", "12"} & model.asked


def test_likeness_stays_between_nothing_and_one() -> None:
    score = Likeness(TEXTS, meanings=Everything()).same_fact
    assert all(0.0 <= score(a, b) <= 1.0 for a in TEXTS for b in TEXTS)


# --- near misses ----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def ruleset() -> RuleSet:
    return load_rules([shipped("rules")])


@pytest.fixture(scope="module")
def analysis(ruleset: RuleSet) -> Analysis:
    texts = (
        "Nine sailors perished as the trawler sank off Korvel, the coastguard said.",
        "The trawler had 14 crates of herring on board, the port of Korvel said.\n\n"
        "Some crewmen lost their lives, a doctor said.",
    )
    return analyse([make_article(f"a{n}", text, f"Paper {n}") for n, text in enumerate(texts, 1)], ruleset)


def nearest(analysis: Analysis, meanings: Meanings | None) -> tuple[str, str]:
    first = next(claim for claim in analysis.claims if claim.article == "a1")
    fact = Group("g1", "", (first.id,), 1, 1)
    (found,) = silent(analysis.claims, analysis.articles, fact, meanings)
    return (found.nearest.text if found.nearest else ""), found.why


def test_the_nearest_miss_is_found_by_meaning_and_the_words_are_shown(analysis: Analysis) -> None:
    claims = tuple(replace(claim, predicates=()) for claim in analysis.claims)
    bare = replace(analysis, claims=claims)
    text, why = nearest(bare, None)
    assert (text, "near in meaning" in why) == ("", False), "the town alone is nothing near"
    words = Told(("sailors", "crewmen", 0.9), ("perished", "lives", 0.9), ("sank", "lost", 0.9))
    text, why = nearest(bare, words)
    assert "crewmen" in text
    assert "near in meaning:" in why
    assert "sailors ~ crewmen" in why


def test_a_fact_that_every_article_tells_has_no_silence(analysis: Analysis) -> None:
    all_ = Group("g1", "", tuple(claim.id for claim in analysis.claims), 2, 2)
    assert silent(analysis.claims, analysis.articles, all_, Everything()) == ()


@pytest.mark.parametrize(("meanings", "shown"), [(None, False), (Everything(), True)])
def test_the_app_shows_the_words_behind_a_near_miss(meanings: Meanings | None, shown: bool) -> None:
    desk = make_desk()
    silences = Silences(desk, meanings)
    told = [silences.words_for_all(fact, "B") for fact in desk.facts.facts if silences.look_into(fact)]
    assert all("silent: looked for" in line for line in told)
    assert any(" ~ " in line for line in told) == shown


# --- one statement against articles ---------------------------------------------------------

COURT = (
    "A judge in Korvel jailed the former mayor on Tuesday.\n\nThe market of Korvel reopened after repairs.",
    "His attorney will contest the ruling.\n\nTwelve people were hurt in the fire in Korvel, police said.",
)
STATEMENTS = (
    "His lawyer will appeal the verdict.",
    "Forty people were hurt in the fire in Korvel.",
    "Twelve people were hurt in the fire in Korvel.",
    "A judge in Korvel jailed the former mayor.",
    "A judge in Korvel did not jail the former mayor.",
    "Snow closed the pass.",
)


def asked(ruleset: RuleSet, statement: str, meanings: Meanings | None) -> Answer:
    articles = [make_article(f"a{n}", text, f"Paper {n}") for n, text in enumerate(COURT, 1)]
    found = analyse(articles, ruleset)
    return held_against(statement, articles, found.claims, ruleset.lexicon, meanings)


def test_a_sentence_of_other_words_comes_near_by_meaning(ruleset: RuleSet) -> None:
    words = Told(("appeal", "contest", 0.8), ("verdict", "ruling", 0.8))
    assert asked(ruleset, STATEMENTS[0], None).evidence == ()
    (near,) = asked(ruleset, STATEMENTS[0], words).evidence
    assert (near.relation, near.article) == ("near", "a2")
    assert "appeal ~ contest, verdict ~ ruling" in near.why


@pytest.mark.parametrize("statement", STATEMENTS)
def test_no_model_moves_a_suggestion_or_what_it_rests_on(ruleset: RuleSet, statement: str) -> None:
    plain, model = asked(ruleset, statement, None), asked(ruleset, statement, Everything())
    assert replace(model, evidence=()) == replace(plain, evidence=())
    decided = [[one for one in answer.evidence if one.relation != "near"] for answer in (plain, model)]
    assert decided[0] == decided[1]


def test_the_suggestions_differ_so_that_they_could_have_been_moved(ruleset: RuleSet) -> None:
    verdicts = {asked(ruleset, statement, None).verdict for statement in STATEMENTS}
    assert {"conflicting", "unsourced", None} <= verdicts


# --- the model itself -----------------------------------------------------------------------


def _no_socket(*_: object, **__: object) -> NoReturn:
    raise AssertionError("the model must not be looked for outside this machine")


def test_a_package_that_is_missing_is_one_line_and_never_a_download(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", _no_socket)
    monkeypatch.setattr(wordvectors, "find_spec", lambda _: None)
    with pytest.raises(BadInput) as bad:
        wordvectors.load()
    (problem,) = bad.value.problems
    assert 'pip install "factcheck-tui[semantic]"' in str(problem)
    assert "wordllama" in str(problem)
    assert "\n" not in str(problem)


def test_other_weights_than_the_pinned_ones_are_refused(tmp_path: Path) -> None:
    for name in (wordvectors.WEIGHTS, wordvectors.TOKENIZER):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_bytes(b"other weights")
    with pytest.raises(BadInput, match="SHA-256"):
        wordvectors.load(tmp_path)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        wordvectors.load(tmp_path)


@real_model
def test_the_real_model_is_the_pinned_one_and_reads_offline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", _no_socket)
    model = wordvectors.load()
    near = model.near(["jailed", "lawyer", "9" * 10_000, "\udcff"], ["sentenced", "attorney", "herring"])
    assert set(near["jailed"]) == {"sentenced"}
    assert set(near["lawyer"]) == {"attorney"}
    assert wordvectors.WEIGHTS_SHA256 in model.stamp


@real_model
def test_the_real_model_answers_alike_whatever_was_asked_before() -> None:
    words = ["jailed", "sentenced", "killed", "died", "ship", "vessel"]
    first, later = wordvectors.load(), wordvectors.load()
    later.near(["rain", "bread"], ["herring"])
    assert first.near(words, words) == later.near(list(reversed(words)), words)
    assert first.near([], words) == first.near(words, []) == {}


@real_model
def test_the_real_model_brings_a_paraphrase_nearer() -> None:
    plain, model = Likeness(TEXTS), Likeness(TEXTS, meanings=wordvectors.load())
    assert model.same_fact(JAILED, SENTENCED) > plain.same_fact(JAILED, SENTENCED)

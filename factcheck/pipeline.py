"""The stages in their order, nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from factcheck.compare import Said, compare
from factcheck.extract import extract
from factcheck.extract.by_hand import read_marked
from factcheck.extract.score import USUAL, Worth
from factcheck.ingest import read_paths
from factcheck.memory import no_search_for_cycles
from factcheck.model import Analysis, Article, Claim, Comparison
from factcheck.problems import Problem
from factcheck.rules import compile_rules, load_rules
from factcheck.segment import segment
from factcheck.values import ValueReader
from factcheck.values.claimant import given
from factcheck.wording.words import BY_HAND

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from factcheck.extract.again import Extraction
    from factcheck.model import LexiconEntry
    from factcheck.rules import RuleSet


Progress = Callable[[str, int, int], None]
"""Told of a stage, how many of its steps are done, and how many it has."""


def silently(_stage: str, _done: int, _steps: int) -> None:
    """Nobody watches."""


@no_search_for_cycles()
def analyse(
    articles: Sequence[Article], ruleset: RuleSet, worth: Worth = USUAL, tell: Progress = silently
) -> Analysis:
    """Articles to claims, groups, relations and suggestions. The same input gives the same result.

    ``worth`` says what the features of a claim do to its score; ``tell`` hears how far it is. What was
    set aside (a broken rule, a rule that spent its time) stands in ``problems``, a line each.
    """
    engine = compile_rules(ruleset)
    reader = ValueReader(ruleset.lexicon)
    infos = {rule.info.id: rule.info for rule in ruleset.rules}
    sentences = {article.id: segment(article) for article in articles}
    for done, article in enumerate(articles):
        tell("reading", done, len(articles))
        reader.learn(article, sentences[article.id])
    found: list[Claim] = []
    for done, article in enumerate(articles):
        tell("finding claims", done, len(articles))
        found += extract(article, sentences[article.id], engine, reader, infos, worth)
    comparison = compare(articles, sentences, found, ruleset.lexicon, tell=partial(tell, "comparing"))
    return _analysis(articles, found, ruleset, engine.set_aside, comparison)


@no_search_for_cycles()
def found_again(extraction: Extraction, ruleset: RuleSet, worth: Worth = USUAL) -> Analysis:
    """The claims that these rules find in articles that were read before; they are not compared yet."""
    claims = extraction.claims(ruleset, worth)
    return _analysis(extraction.articles, claims, ruleset, extraction.set_aside, Comparison())


@no_search_for_cycles()
def compared(analysis: Analysis, lexicon: Sequence[LexiconEntry], tell: Progress = silently) -> Analysis:
    """The analysis with its claims compared; ``tell`` hears how far it is, and may raise to end it."""
    articles = analysis.articles
    sentences = {article.id: segment(article) for article in articles}
    far = partial(tell, "comparing")
    return replace(analysis, comparison=compare(articles, sentences, analysis.claims, lexicon, tell=far))


def _analysis(
    articles: Sequence[Article],
    claims: Sequence[Claim],
    ruleset: RuleSet,
    set_aside: Mapping[str, str],
    comparison: Comparison,
) -> Analysis:
    return Analysis(
        articles=tuple(articles),
        claims=tuple(claims),
        comparison=comparison,
        rules=tuple(rule.info for rule in ruleset.rules),
        rules_sha256=ruleset.sha256,
        packs=ruleset.packs,
        problems=(
            *map(str, ruleset.problems),
            *(str(_set_aside(rule, why)) for rule, why in set_aside.items()),
        ),
    )


@no_search_for_cycles()
def compared_again(
    analysis: Analysis,
    claims: Sequence[Claim],
    lexicon: Sequence[LexiconEntry],
    said: Sequence[Said],
    nobody: Collection[str] = (),
    tell: Progress = silently,
) -> Analysis:
    """The analysis with these claims in place of its own, compared as people said of pairs of them.

    ``nobody`` are claims, by id, of which people said that nobody is named as saying them. Claims that no
    rule gave are read first. The rest, and the texts, stay as they are. ``tell`` hears how far it is.
    """
    sentences = {article.id: segment(article) for article in analysis.articles}
    reader = ValueReader(lexicon)
    for done, article in enumerate(analysis.articles):
        tell("reading again", done, len(analysis.articles))
        reader.learn(article, sentences[article.id])
    bare = {
        article.id: [c for c in claims if c.article == article.id and not c.rules]
        for article in analysis.articles
    }
    read = {
        claim.id: claim
        for article in analysis.articles
        if bare[article.id]
        for claim in read_marked(article, sentences[article.id], bare[article.id], reader)
    }
    for claim in claims:
        by = claim.attribution
        if claim.id in read and (claim.id in nobody or (by is not None and by.cue == BY_HAND)):
            read[claim.id] = given(read[claim.id], by)
    now = tuple(read.get(claim.id, claim) for claim in claims)
    steps = partial(tell, "comparing again")
    comparison = compare(analysis.articles, sentences, now, lexicon, said, nobody, steps)
    return replace(analysis, claims=now, comparison=comparison)


def _set_aside(rule: str, why: str) -> Problem:
    return Problem(rule, "the rule was set aside", why, "make its patterns simpler, or switch it off")


def scan_paths(paths: Sequence[str | Path], rules: Sequence[Path]) -> tuple[Analysis, tuple[Problem, ...]]:
    """Read files and folders and analyse them; what could not be read comes back as problems."""
    articles, problems = read_paths(paths)
    return analyse(articles, load_rules(rules)), problems

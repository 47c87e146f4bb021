"""The claims of a session's articles, found again after its rules were edited: only what that changes.

A rule finds the same hits whatever the other rules are, and a sentence with the same hits holds the same
claims. So only rules that run otherwise than before look at the text again, and only sentences in
which that made a difference are told anew. The result is the one that reading everything gives.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from factcheck.extract import claims_in, read
from factcheck.extract.score import USUAL
from factcheck.rules import compile_rules
from factcheck.rules.ruleset import RuleSet
from factcheck.rules.running.alike import runs
from factcheck.rules.running.read import hits_in
from factcheck.rules.running.where import WordIndex
from factcheck.segment import segment
from factcheck.values import ValueReader

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from factcheck.extract import Reading
    from factcheck.extract.score import Worth
    from factcheck.model import Article, Claim, Hit, LexiconEntry, RuleInfo, Sentence
    from factcheck.rules import Engine
    from factcheck.rules.running.alike import Run

Rows = list[list["Hit"]]
"""The hits of an article, a list for each sentence."""


class Extraction:
    """What was read in some articles, and what the last rules found there. Not for several threads at once.

    ``set_aside`` are rules that spent their time, and why.
    """

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = tuple(articles)
        self.sentences: dict[str, tuple[Sentence, ...]] = {one.id: segment(one) for one in self.articles}
        self.set_aside: dict[str, str] = {}
        self._words = WordIndex(
            one.text[each.start : each.end] for one in self.articles for each in self.sentences[one.id]
        )
        self._reader = ValueReader()
        self._lexicon: Sequence[LexiconEntry] | None = None
        self._readings: list[Reading] = []
        self._runs: Mapping[str, Run] = {}
        self._infos: Mapping[str, RuleInfo] = {}
        self._worth = USUAL
        self._hits: list[Rows] = [[[] for _ in self.sentences[one.id]] for one in self.articles]
        self._claims: list[list[tuple[Claim, ...]]] = []

    def claims(self, ruleset: RuleSet, worth: Worth = USUAL) -> tuple[Claim, ...]:
        """The claims that these rules find, in the order of the texts."""
        anew = self._read(ruleset.lexicon) or worth != self._worth or not self._claims
        infos = ruleset.infos()
        other = {rule for rule, info in infos.items() if self._infos.get(rule) != info}
        run = runs(ruleset)
        engine, hits, touched = self._look(ruleset, run)
        told = self._claims or [[()] * len(rows) for rows in hits]
        claims = [
            [
                claims_in(reading, index, row, self._reader, infos, worth)
                if anew or (number, index) in touched or any(hit.rule in other for hit in row)
                else told[number][index]
                for index, row in enumerate(rows)
            ]
            for number, (reading, rows) in enumerate(zip(self._readings, hits, strict=True))
        ]
        as_before = {rule for rule in run if self._runs.get(rule) == run[rule]}
        kept = {rule: why for rule, why in self.set_aside.items() if rule in as_before}
        self.set_aside = {**kept, **engine.set_aside}
        self._claims, self._hits, self._runs, self._infos, self._worth = claims, hits, run, infos, worth
        return tuple(chain.from_iterable(chain.from_iterable(claims)))

    def _read(self, lexicon: Sequence[LexiconEntry]) -> bool:
        """Read all values with this lexicon; False where that was done before."""
        if lexicon == self._lexicon:
            return False
        self._claims = []
        reader = ValueReader(lexicon)
        for article in self.articles:
            reader.learn(article, self.sentences[article.id])
        self._readings = [read(article, self.sentences[article.id], reader) for article in self.articles]
        self._reader, self._lexicon = reader, lexicon
        return True

    def _look(
        self, ruleset: RuleSet, run: Mapping[str, Run]
    ) -> tuple[Engine, list[Rows], set[tuple[int, int]]]:
        """The hits now, and the sentences (number of the article, of the sentence) that have others."""
        gone = {rule for rule, before in self._runs.items() if run.get(rule) != before}
        engine, looked = self._found(ruleset, {rule for rule in run if self._runs.get(rule) != run[rule]})
        order = {rule.id: number for number, rule in enumerate(ruleset.rules)}
        hits: list[Rows] = []
        touched: set[tuple[int, int]] = set()
        for number, (before, found) in enumerate(zip(self._hits, looked, strict=True)):
            rows: Rows = []
            for index, (row, more) in enumerate(zip(before, found, strict=True)):
                now = [*(hit for hit in row if hit.rule not in gone), *more]
                now.sort(key=lambda hit: (hit.start, hit.end, order[hit.rule]))
                rows.append(now)
                if now != row:
                    touched.add((number, index))
            hits.append(rows)
        return engine, hits, touched

    def _found(self, ruleset: RuleSet, new: Collection[str]) -> tuple[Engine, list[Rows]]:
        """The hits of these rules, wherever they may have one."""
        rules = tuple(rule for rule in ruleset.rules if rule.id in new)
        others = (rule for rule in ruleset.rules if rule.id not in new)
        engine = compile_rules(RuleSet(rules=rules, switched_off=(*others, *ruleset.switched_off)))
        where = 0
        for rule in rules:
            where |= self._words.may_hit(rule)
        found: list[Rows] = []
        for article in self.articles:
            sentences = self.sentences[article.id]
            only = frozenset(number for number in range(len(sentences)) if where >> number & 1)
            found.append([hits for _, hits in hits_in(engine, article, sentences, only)])
            where >>= len(sentences)
        return engine, found

"""A session's articles, read once, so that rules which are edited meanwhile find their claims at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.scanning import meanings_of, scanned, session_rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.extract.again import Extraction
    from factcheck.model import Analysis, Article
    from factcheck.pipeline import Progress
    from factcheck.problems import Problem
    from factcheck.rules import RuleSet
    from factcheck.scanning import Scanned
    from factcheck.session import SessionFolder

LARGEST = 1_000_000
"""Code points that are read ahead; a larger session is read when its rules are edited for the first time."""


class Rescan:
    """Scans a session again and again. Not for several threads at once."""

    def __init__(self, folder: SessionFolder) -> None:
        self._folder = folder
        self._of = ""
        self._articles: tuple[Article, ...] = ()
        self._problems: tuple[Problem, ...] = ()
        self._extraction: Extraction | None = None

    def articles(self) -> Sequence[Article]:
        """The articles, read where session.yaml or an original has changed."""
        now = self._folder.fingerprint()
        if now != self._of:
            articles, self._problems = self._folder.read_articles()
            if articles != self._articles:
                self._articles, self._extraction = articles, None
            self._of = now
        return self._articles

    def warm(self, ruleset: RuleSet) -> None:
        """Read the values and look for these rules, so that the first edit need not wait for that."""
        if sum(len(article.text) for article in self.articles()) <= LARGEST:
            self._found(ruleset)

    def find(self, before: RuleSet) -> Scanned:
        """The claims that the rules of now find, not compared yet.

        Rules that are broken now run on as they were ``before``. Raises BadInput where session.yaml asks
        for what is not there.
        """
        from factcheck.rules.lastgood import with_last_good

        ruleset, kept = with_last_good(session_rules(self._folder), before)
        meanings = meanings_of(self._folder)
        self.articles()
        return scanned(self._found(ruleset), ruleset, self._problems, meanings, kept)

    def compare(self, found: Scanned, tell: Progress) -> Scanned:
        """What ``find`` gave, with its claims compared. Another thread may be at ``find`` again.

        ``tell`` hears how far it is; what it raises ends it.
        """
        from factcheck.pipeline import compared

        return replace(found, analysis=compared(found.analysis, found.ruleset.lexicon, tell))

    def _found(self, ruleset: RuleSet) -> Analysis:
        from factcheck.extract.again import Extraction
        from factcheck.extract.score import Worth
        from factcheck.pipeline import found_again

        if self._extraction is None:
            self._extraction = Extraction(self._articles)
        return found_again(self._extraction, ruleset, Worth.of(self._folder.config.score))

"""Comparing a session again after people marked claims, tied facts or named who says a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Analysis, LexiconEntry
    from factcheck.pipeline import Progress
    from factcheck.review.regroup import Word
    from factcheck.review.speakers import Speaker
    from factcheck.session import SessionFolder

LARGEST = 2_000
"""Claims; in a larger session what people join stands together, and its relations stay as they were."""
KEPT = 8
"""Results that are kept: a reviewer ties, takes it back, ties again."""


class Recomparer:
    """Compares all claims of a session as people said of them; remembers the last results."""

    def __init__(self, folder: SessionFolder) -> None:
        self._folder = folder
        self._lexicon: tuple[LexiconEntry, ...] | None = None
        self._known: dict[tuple[tuple[str, ...], tuple[Word, ...], tuple[Speaker, ...]], Analysis] = {}

    def __call__(
        self,
        analysis: Analysis,
        said: Sequence[Word],
        speakers: Sequence[Speaker] = (),
        tell: Progress | None = None,
    ) -> Analysis | None:
        """The analysis compared again; None where it has more claims than can be compared while one waits.

        ``tell`` hears how far it is; what it raises ends the comparison, of which nothing is kept.
        """
        if len(analysis.claims) > LARGEST:
            return None
        key = (tuple(claim.id for claim in analysis.claims), tuple(said), tuple(speakers))
        found = self._known.get(key)
        if found is None:
            from factcheck.compare import Said
            from factcheck.pipeline import compared_again, silently

            tell = tell or silently
            tell("comparing again", 0, 1)
            words = [Said(*each) for each in said]
            nobody = [claim for claim, name in speakers if not name]
            found = compared_again(analysis, analysis.claims, self.lexicon(), words, nobody, tell)
            while len(self._known) >= KEPT:
                self._known.pop(next(iter(self._known)), None)
            self._known[key] = found
        return found

    def lexicon(self) -> tuple[LexiconEntry, ...]:
        """The session's classes of words, read once."""
        if self._lexicon is None:
            from factcheck.rules import load_rules

            self._lexicon = load_rules(self._folder.rule_paths()[0]).lexicon
        return self._lexicon

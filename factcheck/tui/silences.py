"""What was looked for in articles that are silent on a fact, and the nearest that they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import Group
from factcheck.wording.words import flat, in_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.compare.facts.meanings import Meanings
    from factcheck.compare.silence import Silence
    from factcheck.model import Claim
    from factcheck.review.cursor import Cursor
    from factcheck.review.facts import Fact

NEAREST, NEAREST_OF_SEVERAL = 48, 28
"""Code points of a nearest miss that are quoted."""
SHARED = 2
LOOKED_FOR = 3
"""Words that are named; the first are in most mentions."""


class Silences:
    """Looked into once for each fact: it takes milliseconds, too long for every key press."""

    def __init__(self, desk: Cursor, meanings: Meanings | None = None) -> None:
        self._desk = desk
        self._meanings = meanings
        self._of = desk.generation
        self._found: dict[str, tuple[Silence, ...]] = {}
        """By the fact, for this generation of the desk: of other claims other things are said."""
        self._passages: tuple[Claim, ...] | None = None

    def known(self, fact: Fact) -> tuple[Silence, ...] | None:
        """What was found; None before ``look_into``."""
        return self._found.get(fact.id) if self._of == self._desk.generation else None

    def look_into(self, fact: Fact) -> tuple[Silence, ...]:
        """The articles that do not mention a fact."""
        # Read together: the desk may go on to other claims while a thread looks.
        facts, generation = self._desk.facts, self._desk.generation
        if generation != self._of:
            self._of, self._found, self._passages = generation, {}, None
        found = self._found
        if facts.by_id.get(fact.id) is not fact:
            # The desk went on before a thread came to it: of this fact nothing is to be remembered.
            return ()
        if fact.id not in found:
            from factcheck.compare.facts.nearest import Nearest
            from factcheck.compare.facts.passages import unclaimed
            from factcheck.compare.silence import silent

            group = Group(fact.id, fact.label, fact.claims, fact.articles, fact.independent, fact.origins)
            claims = tuple(facts.claims.values())
            if self._passages is None:
                self._passages = unclaimed(claims, facts.articles)
            ready = Nearest(claims, facts.articles, self._meanings, self._passages)
            found[fact.id] = silent(claims, facts.articles, group, nearest=ready)
        return found[fact.id]

    def words(self, fact: Fact, article: str) -> str:
        """``B silent: looked for captive, died; nearest: B6 “…”`` for one article."""
        found = [each for each in self.look_into(fact) if each.article == article]
        letter = self._desk.places.letter(article)
        return f"{letter} silent: {self._told(found)}" if found else f"{letter} is silent on {fact.label}"

    def words_for_all(self, fact: Fact, articles: str) -> str:
        """The same for all silent articles in one line; before ``look_into``, that it is under way."""
        found = self.known(fact)
        if found is None:
            return f"{articles} silent: looking for what comes near it…"
        return f"{articles} silent: {self._told(found)}" if found else ""

    def _told(self, found: Sequence[Silence]) -> str:
        length = NEAREST if len(found) == 1 else NEAREST_OF_SEVERAL
        near = [
            f"{self._desk.places.cite(each.nearest)} {in_marks(each.nearest.text, length)}{_words(each)}"
            for each in found
            if each.nearest is not None
        ]
        nearest = "; ".join(near) or "nothing near it"
        return f"looked for {', '.join(found[0].looked_for[:LOOKED_FOR])}; nearest: {nearest}"


def _words(each: Silence) -> str:
    """What a nearest miss shares with the fact, and words near in meaning: " (jailed ~ sentenced)"."""
    said = ["no claim"] if each.nearest is not None and not each.nearest.rules else []
    said += [f"shares {', '.join(map(flat, each.shared[:SHARED]))}"] if each.shared else []
    if each.pairs:
        from factcheck.compare.facts.meanings import told

        said.append(told(each.pairs))
    return f" ({'; '.join(said)})" if said else ""

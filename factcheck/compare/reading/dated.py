"""What a clause tells beside the date of something it takes for known.

"The incursion in August forced them to move their guns" dates the incursion. Who tells that there was one in
August bears that out, and nothing of what it led to.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factcheck.compare.facts.similarity import STOPWORDS, stem, words
from factcheck.extract.words import VERB

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.compare.aspects.classes import Predicate
    from factcheck.model import DateValue

_THEN_VERB = re.compile(rf"(?:['’]s(?:\s+[\w-]+){{1,4}}?)?\s+(?:\w+ly\s+)?(?={VERB}|costs?\b)")
"""Behind the date of what is spoken of: "the fire *on Monday* cost", "*Monday*'s fire cost"."""
_OWNED = re.compile(r"['’]s\b")


class Undated(NamedTuple):
    """What is told behind the dated subject: classes of the lexicon, and stems."""

    classes: frozenset[str]
    stems: frozenset[str]


def undated(
    text: str, start: int, end: int, dates: Sequence[DateValue], predicates: Sequence[Predicate], lang: str
) -> Undated | None:
    """What ``text[start:end]`` tells that its one date does not date; None where it dates all of it."""
    if len(dates) != 1 or not start <= dates[0].start < end:
        return None
    date = dates[0]
    verb = _THEN_VERB.match(text, date.end, end)
    # "In August they sold" opens with the date of all that follows.
    opens = len(text[start : date.start].split()) < 2 and not _OWNED.match(text, date.end)
    if verb is None or opens:
        return None
    told = (stem(word, lang) for word, _, _ in words(text[verb.end() : end]) if word not in STOPWORDS)
    return Undated(frozenset(name for at, _, name in predicates if at >= verb.end()), frozenset(told))

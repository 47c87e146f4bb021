"""Which claims are shown: the filters, and how many claims each would show."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Literal, get_args

from factcheck.records import dataclass
from factcheck.wording.words import ASKS, KIND_WORDS, suggested_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from factcheck.model import Claim, Mark
    from factcheck.review.facts import Facts

Plain = Literal[
    "all", "not judged", "conflicting", "supported", "unsourced", "left open", "not a claim",
    "with a note", "to ask", "suggested conflicting", "suggested supported", "suggested unsourced",
    "single source", "stale", "orphan", "kept, no rule", "by hand", "others differ",
    "verdict differs from suggestion", "evidence of another fact",
]  # fmt: skip
Sort = Literal["plain", "kind", "rule", "article", "reviewer"]
PLAIN: tuple[Plain, ...] = get_args(Plain)
SORTS: tuple[Sort, ...] = get_args(Sort)
_NAME_OF = {"left-open": "left open", "not-a-claim": "not a claim"}
_HOW = {"kept": "kept, no rule", "hand": "by hand"}

DIFFERS: Plain = "verdict differs from suggestion"
ELSEWHERE: Plain = "evidence of another fact"


@dataclass(frozen=True, slots=True)
class Filter:
    """``name`` is one of ``PLAIN``, or a kind of verdict, a rule's id, an article's id, a reviewer."""

    name: str = "all"
    sort: Sort = "plain"

    def label(self, letters: Mapping[str, str]) -> str:
        """For people; ``letters`` gives the letter of each article."""
        if self.sort == "plain":
            return self.name
        if self.sort == "kind":
            return f"kind {kind_words(self.name)}"
        return f"{self.sort} {letters.get(self.name, self.name) if self.sort == 'article' else self.name}"


ALL = Filter()
NOT_JUDGED = Filter("not judged")
DIFFER = Filter("others differ")
ORPHAN = Filter("orphan")
"""What was judged or noted and stands nowhere now: no claim passes it, the screen of moved text lists it."""


@dataclass(frozen=True, slots=True)
class Choice:
    filter: Filter
    claims: int
    """How many it would show."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One's own marks by claim, and by reviewer those of everybody who may be seen, one's own among them.

    ``acts`` is how many acts made them: after as many of the same log they are the same.
    """

    own: Mapping[str, Mark]
    everybody: Mapping[str, Mapping[str, Mark]]
    acts: int


def judged(mark: Mark | None) -> bool:
    return mark is not None and mark.verdict is not None


def kind_words(name: str) -> str:
    """A kind as verdicts say it: "sources disagree"; an unknown one as it is."""
    return {str(kind): words for kind, words in KIND_WORDS.items()}.get(name, name)


def differs(claim: Claim, mark: Mark | None, facts: Facts) -> bool:
    """Whether a verdict is another than what is suggested now: the facts may have changed since."""
    suggested = suggested_name(facts.suggestions.get(claim.id))
    return mark is not None and None not in (mark.verdict, suggested) and mark.verdict != suggested


def elsewhere(claim: Claim, mark: Mark | None, facts: Facts) -> tuple[str, ...]:
    """The claims that a verdict rests on though they tell another fact: people may have parted them since."""
    linked = [each.claim for each in mark.evidence if each.claim in facts.claims] if mark else []
    if not linked:
        return ()
    suggestion = facts.suggestions.get(claim.id)
    known = {*facts.fact_of[claim.id].claims, *(suggestion.evidence if suggestion else ())}
    return tuple(each for each in linked if each and each not in known)


class Filters:
    """The filters of one analysis.

    What a claim is by itself is looked up once; what was decided is gone through mark by mark, once after
    each act, so that a hundred thousand claims that nobody has judged cost nothing.
    """

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._decided: tuple[int, dict[Filter, list[str]]] = (-1, {})

    def passing(self, filter_: Filter, marked: Marked) -> Collection[str] | None:
        """The claims that a filter lets through; None where it lets all through."""
        if filter_ == ALL:
            return None
        if filter_ == NOT_JUDGED:
            return self._facts.claims.keys() - self._judged(marked.own)
        if filter_ in self._by_itself:
            return set(self._by_itself[filter_])
        return set(self._by_marks(marked).get(filter_, ()))

    def choices(self, marked: Marked, orphans: int = 0) -> tuple[Choice, ...]:
        """Every filter that would show anything, plain ones first; rules by how often they hit."""
        counted = Counter({filter_: len(claims) for filter_, claims in self._by_itself.items()})
        counted[ALL], counted[ORPHAN] = len(self._facts.claims), orphans
        counted[NOT_JUDGED] = len(self._facts.claims) - len(self._judged(marked.own))
        counted.update({filter_: len(claims) for filter_, claims in self._by_marks(marked).items()})
        return tuple(sorted((Choice(each, many) for each, many in counted.items() if many), key=self._place))

    def _place(self, choice: Choice) -> tuple[int, int, str]:
        filter_ = choice.filter
        if filter_.sort == "plain":
            return 0, PLAIN.index(filter_.name), ""
        within = self._facts.order[filter_.name] if filter_.sort == "article" else -choice.claims
        return SORTS.index(filter_.sort), within, filter_.name

    @cached_property
    def _by_itself(self) -> dict[Filter, list[str]]:
        """What claims are whatever anybody decides of them: by article, rule, suggestion, source."""
        facts = self._facts
        rules: dict[str, list[str]] = defaultdict(list)
        plain: dict[str, list[str]] = defaultdict(list)
        for claim in facts.in_text:
            for rule in dict.fromkeys(claim.rules):
                rules[rule].append(claim.id)
            if claim.how in _HOW:
                plain[_HOW[claim.how]].append(claim.id)
            suggestion = facts.suggestions.get(claim.id)
            if suggestion is not None and suggestion.verdict is not None:
                plain[f"suggested {suggestion.verdict}"].append(claim.id)
        for fact in facts.facts:
            if fact.independent <= 1:
                plain["single source"].extend(fact.claims)
        found = {Filter(name): claims for name, claims in plain.items() if name in PLAIN}
        found |= {Filter(name, "rule"): claims for name, claims in rules.items()}
        for article, claims in facts.by_article.items():
            found[Filter(article, "article")] = [claim.id for claim in claims]
        return found

    def _by_marks(self, marked: Marked) -> dict[Filter, list[str]]:
        """The claims that each filter shows by what was decided of them."""
        if self._decided[0] != marked.acts:
            found: dict[Filter, list[str]] = defaultdict(list)
            for claim, filter_ in chain(self._own(marked), self._everybodys(marked)):
                found[filter_].append(claim)
            self._decided = marked.acts, found
        return self._decided[1]

    def _judged(self, own: Mapping[str, Mark]) -> set[str]:
        return {claim for claim, mark in own.items() if mark.verdict and claim in self._facts.claims}

    def _own(self, marked: Marked) -> Iterator[tuple[str, Filter]]:
        """Each claim with each filter that one's own mark puts it under."""
        for claim, mark in marked.own.items():
            there = self._facts.claims.get(claim)
            if there is None:
                continue
            for found in _filters_of(mark):
                yield claim, found
            if differs(there, mark, self._facts):
                yield claim, Filter(DIFFERS)
            if elsewhere(there, mark, self._facts):
                yield claim, Filter(ELSEWHERE)

    def _everybodys(self, marked: Marked) -> Iterator[tuple[str, Filter]]:
        """Each claim with each filter that the verdicts of all put it under."""
        given: dict[str, set[str]] = defaultdict(set)
        for reviewer, marks in marked.everybody.items():
            by = Filter(reviewer, "reviewer")
            for claim, mark in marks.items():
                if mark.verdict and claim in self._facts.claims:
                    given[claim].add(mark.verdict)
                    yield claim, by
        yield from ((claim, DIFFER) for claim, verdicts in given.items() if len(verdicts) > 1)


def differing(own: Mapping[str, Mark], facts: Facts) -> tuple[str, ...]:
    """The claims, by id, that one reviewer judged otherwise than is suggested."""
    judged = ((claim, mark) for claim, mark in own.items() if claim in facts.claims)
    return tuple(claim for claim, mark in judged if differs(facts.claims[claim], mark, facts))


def _filters_of(mark: Mark) -> Iterator[Filter]:
    """What one's own mark puts a claim under."""
    if mark.verdict:
        yield Filter(_NAME_OF.get(mark.verdict, mark.verdict))
    if mark.kind:
        yield Filter(mark.kind, "kind")
    if mark.note:
        yield Filter("with a note")
        if mark.note.lstrip().startswith(ASKS):
            yield Filter("to ask")
    if mark.stale:
        yield Filter("stale")

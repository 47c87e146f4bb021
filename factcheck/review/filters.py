"""Which claims are shown: the filters, and how many claims each would show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from factcheck.model import Claim, Mark
from factcheck.wording.words import KIND_WORDS, suggested_name

if TYPE_CHECKING:
    from factcheck.review.facts import Facts

Plain = Literal[
    "all", "not judged", "conflicting", "supported", "unsourced", "left open", "not a claim",
    "with a note", "to ask", "suggested conflicting", "suggested supported", "suggested unsourced",
    "single source", "stale", "kept, no rule", "by hand", "others differ",
    "verdict differs from suggestion", "evidence of another fact",
]  # fmt: skip
Sort = Literal["plain", "kind", "rule", "article", "reviewer"]
PLAIN: tuple[Plain, ...] = get_args(Plain)
SORTS: tuple[Sort, ...] = get_args(Sort)
_VERDICT_OF = {"left open": "left-open", "not a claim": "not-a-claim"}
_HOW = {"kept, no rule": "kept", "by hand": "hand"}
ASKS = "?"
"""A note that begins with this is a question to somebody: it stands on the list “to ask”."""

DIFFERS: Plain = "verdict differs from suggestion"
ELSEWHERE: Plain = "evidence of another fact"

Marks = Callable[[str], Mark | None]
Others = Callable[[str], Sequence[Mark]]
"""What other reviewers decided of a claim."""


def nobody(_claim: str) -> Sequence[Mark]:
    """There are no other reviewers."""
    return ()


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


@dataclass(frozen=True, slots=True)
class Choice:
    filter: Filter
    claims: int
    """How many it would show."""


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
    suggestion = facts.suggestions.get(claim.id)
    known = {*facts.fact_of[claim.id].claims, *(suggestion.evidence if suggestion else ())}
    return tuple(each for each in linked if each and each not in known)


def passes(filter_: Filter, claim: Claim, mark: Mark | None, facts: Facts, others: Others = nobody) -> bool:
    """Whether a filter lets a claim through."""
    name = filter_.name
    match filter_.sort:
        case "rule":
            return name in claim.rules
        case "article":
            return claim.article == name
        case "kind":
            return mark is not None and mark.kind == name
        case "reviewer":
            return any(each.verdict and each.reviewer == name for each in (mark, *others(claim.id)) if each)
        case "plain":
            return _passes(name, claim, mark, facts, others)


def _passes(name: str, claim: Claim, mark: Mark | None, facts: Facts, others: Others) -> bool:
    if name == "all":
        return True
    if name == "not judged":
        return not judged(mark)
    if name == "with a note":
        return mark is not None and bool(mark.note)
    if name == "to ask":
        return mark is not None and mark.note.lstrip().startswith(ASKS)
    if name == "stale":
        return mark is not None and mark.stale
    if name == "single source":
        return facts.fact_of[claim.id].independent <= 1
    if name in _HOW:
        return claim.how == _HOW[name]
    if name == "others differ":
        return len({each.verdict for each in (mark, *others(claim.id)) if each and each.verdict}) > 1
    if name == DIFFERS:
        return differs(claim, mark, facts)
    if name == ELSEWHERE:
        return bool(elsewhere(claim, mark, facts))
    if name.startswith("suggested "):
        suggestion = facts.suggestions.get(claim.id)
        return suggestion is not None and suggestion.verdict == name.removeprefix("suggested ")
    return mark is not None and mark.verdict == _VERDICT_OF.get(name, name)


def choices(facts: Facts, marks: Marks, others: Others = nobody) -> tuple[Choice, ...]:
    """Every filter that would show anything, plain ones first; rules by how often they hit."""
    counted: Counter[Filter] = Counter()
    for claim in facts.in_text:
        mark = marks(claim.id)
        counted.update(Filter(name) for name in PLAIN if _passes(name, claim, mark, facts, others))
        counted.update(_by_what_it_is(claim, mark, others))
    order = {Filter(name): index for index, name in enumerate(PLAIN)}
    articles = facts.order

    def place(choice: Choice) -> tuple[int, int, str]:
        filter_ = choice.filter
        if filter_.sort == "plain":
            return 0, order[filter_], ""
        within = articles[filter_.name] if filter_.sort == "article" else -choice.claims
        return SORTS.index(filter_.sort), within, filter_.name

    return tuple(sorted((Choice(each, many) for each, many in counted.items()), key=place))


def _by_what_it_is(claim: Claim, mark: Mark | None, others: Others) -> Iterator[Filter]:
    yield Filter(claim.article, "article")
    yield from (Filter(rule, "rule") for rule in dict.fromkeys(claim.rules))
    if mark is not None and mark.kind:
        yield Filter(mark.kind, "kind")
    by = {each.reviewer for each in (mark, *others(claim.id)) if each and each.verdict}
    yield from (Filter(name, "reviewer") for name in sorted(by))

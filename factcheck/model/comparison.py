"""Claims, and what the comparison says of them: groups, relations, suggestions, links of articles."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Literal

from factcheck.records import dataclass

if TYPE_CHECKING:
    from factcheck.model.articles import Article
    from factcheck.model.kinds import (
        ClaimHow,
        Modality,
        RelationKind,
        RelationOn,
        RuleKind,
        SuggestedVerdict,
        VerdictKind,
    )
    from factcheck.model.rules import RuleInfo
    from factcheck.model.values import Attribution, Value


@dataclass(frozen=True, slots=True)
class Claim:
    """A checkable statement found in an article: the thing that is judged."""

    id: str
    article: str
    start: int
    end: int
    text: str
    sentence: tuple[int, int]
    rules: tuple[str, ...]
    score: float
    values: tuple[Value, ...] = ()
    context: tuple[Value, ...] = ()
    """Values of the sentence that stand in no claim, or in one told with this ("12 dead and 30 hurt")."""
    attribution: Attribution | None = None
    kinds: tuple[RuleKind, ...] = ()
    predicates: tuple[str, ...] = ()
    """Lexicon classes of what happens, in the order they stand ("die", "capture")."""
    modality: Modality = "asserted"
    cut: bool = False
    caption: bool = False
    how: ClaimHow = "rule"
    """Found by a rule, marked by hand, or kept: judged once, and found by no rule of today."""
    messages: tuple[str, ...] = ()
    """What its rules tell the reviewer of it."""


@dataclass(frozen=True, slots=True)
class Group:
    """The claims about one fact; articles and origins are always counted side by side."""

    id: str
    label: str
    claims: tuple[str, ...]
    articles: int
    independent: int
    """Copy clusters among them: copied text, one owner and one wire count once; digests not at all."""
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """What two claims are to each other, with the reason in words."""

    a: str
    b: str
    kind: RelationKind
    on: RelationOn
    why: str
    score: float
    same_origin: bool = False
    shared: str | None = None
    """The shared phrase, for copies."""

    @property
    def of_another_time(self) -> bool:
        """What came before or after, or is still to come: no other version of what is told."""
        return self.kind == "differs" and self.on == "polarity"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the program proposes for one claim; a person decides. ``kind`` marks the sort of verdict."""

    claim: str
    verdict: SuggestedVerdict | None
    why: str
    evidence: tuple[str, ...]
    score: float
    kind: VerdictKind | None = None
    agrees_articles: int = 0
    agrees_origins: int = 0
    differs_articles: int = 0
    differs_origins: int = 0
    origin: str | None = None
    """Who says it first as the comparison counts it: the claim's own claimant, or an inherited one."""


@dataclass(frozen=True, slots=True)
class ArticleLink:
    """Articles that share text: ``of`` copies from or rewrites ``to`` (display ids), and the shared words."""

    of: str
    to: str
    kind: Literal["copies", "rewrite", "same owner"]
    why: str


@dataclass(frozen=True, slots=True)
class Comparison:
    groups: tuple[Group, ...] = ()
    relations: tuple[Relation, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    links: tuple[ArticleLink, ...] = ()


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything the program found, and nothing a person decided."""

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    comparison: Comparison
    rules: tuple[RuleInfo, ...] = ()
    rules_sha256: str = ""
    packs: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    """One line for each input or rule that was set aside."""
    semantic: str = ""
    """The model, with its SHA-256, by which what comes near was ranked too; nothing else rests on it."""


def claim_id(text_sha256: str, start: int, end: int) -> str:
    """The identity of a claim: where it stands in which text, whatever rule found it."""
    return sha256(f"{text_sha256}:{start}:{end}".encode()).hexdigest()[:16]

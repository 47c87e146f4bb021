"""The data every room speaks: frozen, slotted dataclasses and nothing else.

Offsets are half-open ranges of code points into an article's cleaned text, so
``article.text[x.start:x.end]`` is the quote of anything that has ``start`` and ``end``.
Times are ISO-8601 in UTC. Field order is the order in which JSON prints them.
"""

from factcheck.model.articles import (
    Article,
    Furniture,
    Paragraph,
    Sentence,
)
from factcheck.model.comparison import (
    Analysis,
    ArticleLink,
    Claim,
    Comparison,
    Group,
    Relation,
    Suggestion,
    claim_id,
)
from factcheck.model.kinds import (
    KINDS_OF_VERDICT,
    ArticleKind,
    Bound,
    ClaimHow,
    EntityKind,
    Modality,
    RelationKind,
    RelationOn,
    RuleKind,
    RuleStatus,
    SentenceKind,
    SuggestedVerdict,
    VerdictKind,
    VerdictName,
)
from factcheck.model.people import (
    Anchor,
    Event,
    EventType,
    Evidence,
    Mark,
    SessionInfo,
    Signature,
    Version,
)
from factcheck.model.rules import (
    Hit,
    LexiconEntry,
    LexiconRole,
    RuleInfo,
)
from factcheck.model.values import (
    Attribution,
    DateValue,
    Entity,
    Quantity,
    Quote,
    Value,
)

__all__ = [
    "KINDS_OF_VERDICT",
    "Analysis",
    "Anchor",
    "Article",
    "ArticleKind",
    "ArticleLink",
    "Attribution",
    "Bound",
    "Claim",
    "ClaimHow",
    "Comparison",
    "DateValue",
    "Entity",
    "EntityKind",
    "Event",
    "EventType",
    "Evidence",
    "Furniture",
    "Group",
    "Hit",
    "LexiconEntry",
    "LexiconRole",
    "Mark",
    "Modality",
    "Paragraph",
    "Quantity",
    "Quote",
    "Relation",
    "RelationKind",
    "RelationOn",
    "RuleInfo",
    "RuleKind",
    "RuleStatus",
    "Sentence",
    "SentenceKind",
    "SessionInfo",
    "Signature",
    "SuggestedVerdict",
    "Suggestion",
    "Value",
    "VerdictKind",
    "VerdictName",
    "Version",
    "claim_id",
]

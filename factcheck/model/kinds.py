"""The words that have a fixed set of values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

SentenceKind = Literal["body", "heading", "caption"]
ArticleKind = Literal["article", "digest"]
Bound = Literal["exact", "about", "below", "above", "range", "vague"]
EntityKind = Literal["person", "organisation", "place"]
Modality = Literal["asserted", "denied", "possible", "forecast"]
RuleKind = Literal[
    "quantity", "date", "quote", "attribution", "event", "superlative", "causal", "prediction", "other"
]
RuleStatus = Literal["stable", "test", "experimental", "deprecated", "unsupported"]
RelationKind = Literal["agrees", "differs", "updates", "conflicts", "copies"]
RelationOn = Literal["quantity", "date", "place", "actor", "count", "quote", "polarity"]
SuggestedVerdict = Literal["supported", "conflicting", "unsourced"]
VerdictName = Literal["supported", "conflicting", "unsourced", "not-a-claim", "left-open"]
ClaimHow = Literal["rule", "hand", "kept"]
VerdictKind = Literal[
    "origins", "one origin", "copied", "background",  # supported
    "sources", "reports", "quote", "later figure",  # conflicting
    "nobody", "vague",  # unsourced
    "single source", "cut off", "forecast",  # left open
]  # fmt: skip

KINDS_OF_VERDICT: Mapping[VerdictName, tuple[VerdictKind, ...]] = {
    "supported": ("origins", "one origin", "copied", "background"),
    "conflicting": ("sources", "reports", "quote", "later figure"),
    "unsourced": ("nobody", "vague"),
    "left-open": ("single source", "cut off", "forecast"),
    "not-a-claim": (),
}

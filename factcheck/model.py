"""The data every room speaks: frozen, slotted dataclasses and nothing else.

Offsets are half-open ranges of code points into an article's cleaned text, so
``article.text[x.start:x.end]`` is the quote of anything that has ``start`` and ``end``.
Times are ISO-8601 in UTC. Field order is the order in which JSON prints them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
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
RuleStatus = Literal["stable", "test", "experimental", "deprecated"]
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


# --- articles -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch of text that is kept and shown but never scanned, and the reason."""

    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class Article:
    """One version of one source text, cleaned. ``id`` is for display; join on the hashes."""

    id: str
    path: str
    title: str
    source: str
    text: str
    sha256: str
    text_sha256: str
    url: str | None = None
    published: str | None = None
    """ISO date or datetime, None where the article says none: never today's date."""
    lang: str = "en"
    owner: str | None = None
    kind: ArticleKind = "article"
    redact: bool = False
    furniture: tuple[Furniture, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of text. ``number`` counts readable paragraphs from 1 (A5); furniture has 0 and a ``why``."""

    start: int
    end: int
    number: int
    kind: SentenceKind = "body"
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    start: int
    end: int
    paragraph: int
    kind: SentenceKind = "body"
    cut: bool = False
    """The text breaks off before the sentence ends."""


# --- values ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as an interval: ``low`` or ``high`` is None where it is open."""

    start: int
    end: int
    text: str
    value: float | None
    low: float | None
    high: float | None
    bound: Bound = "exact"
    unit: str | None = None
    """Unit class: a lexicon class ("person"), a currency code ("USD"), "percent", "km", or None."""
    of: str | None = None
    """What is counted, a predicate class where one is near ("casualties")."""
    hedge: str | None = None
    kind: Literal["quantity"] = "quantity"
    whose: str | None = None
    """Canonical name of the nation or body whose people or things are counted ("six of its soldiers")."""
    more: bool = False
    """Comes on top of what was counted before ("three more bodies"): no total."""


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date as an interval of days, ISO dates inclusive at both ends.

    A weekday without an article date stays a weekday: ``earliest`` and ``latest`` are None and
    ``weekday`` is set. ``month_day`` ("12-26") is set where the year is not known.
    """

    start: int
    end: int
    text: str
    earliest: str | None
    latest: str | None
    grain: str = "day"
    weekday: int | None = None
    """0 is Monday."""
    month_day: str | None = None
    kind: Literal["date"] = "date"


@dataclass(frozen=True, slots=True)
class Entity:
    start: int
    end: int
    text: str
    name: str
    """The name under which every alias meets."""
    kind: EntityKind = "organisation"


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted words; ``start``/``end`` include the quotation marks, ``words`` does not."""

    start: int
    end: int
    text: str
    words: str
    speaker: str | None = None
    kind: Literal["quote"] = "quote"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who the article says it from. ``start``/``end``/``text`` are the claimant's words."""

    start: int
    end: int
    text: str
    cue: str
    origin: str
    """The claimant's canonical name: the origin who says it first."""
    scope_start: int
    scope_end: int
    """The words that are attributed: a half-open range that holds the content."""
    vague: bool = False
    """Nobody can be asked: "reports", "officials", "some evidence"."""
    kind: Literal["attribution"] = "attribution"
    side: str | None = None
    """Canonical name of the state or place that the origin speaks for, where the text ties them."""
    by: str | None = None
    """The person who speaks, where ``origin`` is the body that the person speaks for."""


Value = Quantity | DateValue | Entity | Quote | Attribution


# --- rules ----------------------------------------------------------------------------------

LexiconRole = Literal["predicate", "unit", "alias", "state"]


@dataclass(frozen=True, slots=True)
class LexiconEntry:
    """One class of the comparison lexicon: a vocabulary that has a ``role``.

    ``name`` is the class ("die", "person") or, for an alias, the canonical name.
    """

    role: LexiconRole
    name: str
    terms: tuple[str, ...]
    kind: str | None = None
    """For an alias: person, organisation or place."""
    opposite: tuple[str, ...] = ()
    """For a state: the states that cannot be beside it."""
    ends: tuple[str, ...] = ()
    """For a state: the states that it puts an end to; they cannot be any more, but they may have been."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule's match. ``slots`` are (name, start, end) in the order of the pattern."""

    rule: str
    start: int
    end: int
    slots: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """What the other rooms need to know of a rule."""

    id: str
    title: str
    kind: RuleKind
    weight: float
    colour: str
    pack: str
    status: RuleStatus = "stable"


# --- claims and their comparison ------------------------------------------------------------


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


# --- what people decided --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Anchor:
    """Enough to find a span again: W3C TextQuoteSelector + TextPositionSelector + hash of the text."""

    text_sha256: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a verdict rests on: a claim of this session, or something outside it."""

    claim: str | None = None
    anchor: Anchor | None = None
    url: str | None = None
    archived: str | None = None
    seen: str | None = None
    text: str | None = None


EventType = Literal[
    "verdict", "clear", "note",
    "adjudicate",  # the session's verdict where reviewers differ, beside theirs
    "claim",  # a claim marked by hand: claim is its id, anchor its place
    "span",  # a claim's span trimmed or extended: target is the new id, anchor the new place
    "tie",  # claim and target tell the same fact (detail "same") or not (detail "apart")
    "carry",  # a proposal confirmed: what was judged as claim stands at target now, anchor its place
    "refuse",  # a proposal refused: target is the id of the refused place
    "undo", "redo", "rules", "import", "merge",
    "blind",  # detail "suggestions" hides those too
    "reveal", "sign",
]  # fmt: skip
"""Undo takes back what stands above it, and ``rules``; not what only records that something happened."""


@dataclass(frozen=True, slots=True)
class Event:
    """One act of one reviewer; the log of them is the only truth of what reviewers did.

    ``clock`` is a hybrid logical clock; replay order is (clock, id). ``batch`` is shared by the
    events of one key press: undo takes a batch back. ``replaces`` is the event whose effect on
    this claim it took the place of.
    """

    id: str
    clock: str
    at: str
    reviewer: str
    type: EventType
    batch: str
    claim: str | None = None
    verdict: VerdictName | None = None
    kind: VerdictKind | None = None
    note: str | None = None
    evidence: tuple[Evidence, ...] = ()
    anchor: Anchor | None = None
    target: str | None = None
    """For undo and redo: the batch taken back or done again."""
    replaces: str | None = None
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """What one reviewer has decided of one claim so far; derived from the events."""

    claim: str
    reviewer: str
    verdict: VerdictName | None = None
    kind: VerdictKind | None = None
    note: str = ""
    evidence: tuple[Evidence, ...] = ()
    at: str = ""
    event: str = ""
    anchor: Anchor | None = None
    stale: bool = False
    """Its sentence reads otherwise in the version of the article that is compared now."""


@dataclass(frozen=True, slots=True)
class Version:
    """A text that was analysed in this session under a path of session.yaml; never forgotten."""

    text_sha256: str
    sha256: str
    path: str
    seen_at: str
    text: str


@dataclass(frozen=True, slots=True)
class Signature:
    """A sign-off. ``sha256`` is the digest of the report signed; ``stale``: it reads otherwise now."""

    reviewer: str
    at: str
    sha256: str
    claims: int
    judged: int
    left: int
    """Claims without any verdict when it was signed."""
    stale: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class SessionInfo:
    """What a report says of the session it is made from."""

    title: str
    exported_at: str
    filter: str = "all"
    reviewers: tuple[str, ...] = ()
    signatures: tuple[Signature, ...] = ()
    method: Mapping[str, str] = field(default_factory=dict)

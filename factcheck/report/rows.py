"""What a report shows, worked out once for every format: plain frozen rows, no markup.

Offsets are half-open ranges of code points of the article's cleaned text. Texts stand here as the
articles print them; each writer makes them safe for its own format.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from factcheck.wording.words import count

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model import Analysis, ClaimHow, Event, Mark, SessionInfo, VerdictKind
    from factcheck.report.verdicts import Correction, Orphan, Outside, VerdictBlock, VerdictRow
    from factcheck.report.words import State

DiffOp = Literal["same", "left", "right"]
HOW_WORDS: Mapping[ClaimHow, str] = {"rule": "", "hand": "marked by hand", "kept": "kept, no rule"}


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    """What the program proposes; never shown without the word "suggested"."""

    words: str
    state: State
    kind: VerdictKind | None
    why: str
    evidence: tuple[str, ...]
    """Cites."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One claim as one article tells it. ``value`` is the part that is compared, as printed."""

    claim: str
    article: str
    letter: str
    cite: str
    start: int
    end: int
    quote: str
    value: str
    brief: str
    """The compared value alone: "nearly 3,000"."""
    said_by: str
    origin: str
    vague: bool
    relation: str
    """The sign of how it stands to the fact: = agrees, ~ close, ! differs, % copied."""
    copied_from: str | None
    cut: bool
    forecast: bool
    caption: bool
    score: float
    state: State
    verdicts: tuple[VerdictRow, ...]
    suggestion: SuggestionRow | None
    adjudicated: VerdictRow | None = None
    """The session's verdict where somebody adjudicated; ``verdicts`` are the reviewers' own."""
    how: ClaimHow = "rule"

    @property
    def decided(self) -> tuple[VerdictRow, ...]:
        """The session's verdict, where there is one, and then each reviewer's own."""
        return ((self.adjudicated,) if self.adjudicated else ()) + self.verdicts

    @property
    def how_words(self) -> str:
        """How it came to be a claim, where no rule of today found it."""
        return HOW_WORDS[self.how]


@dataclass(frozen=True, slots=True)
class Side:
    """What one origin says, in whatever words the articles print it."""

    origin: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: all its mentions, counted by article and by origin."""

    id: str
    number: int
    label: str
    articles: int
    independent: int
    origins: tuple[str, ...]
    state: State
    kind: VerdictKind | None
    words: str
    suggestion: SuggestionRow | None
    """Of the mention that says most; only to be shown while the fact is not judged."""
    mentions: tuple[Mention, ...]
    sides: tuple[Side, ...]
    """A disputed fact by origin, each mention signed by how it stands to its own side; else empty."""
    judged: int
    score: float

    @property
    def partly(self) -> str:
        """How much of it was judged, where that is not all: "2 of 5 mentions judged"."""
        return self.judged_of if 0 < self.judged < len(self.mentions) else ""

    @property
    def judged_of(self) -> str:
        """ "2 of 5 mentions judged, 1 left open"."""
        left = sum(mention.state == "left-open" for mention in self.mentions)
        apart = f", {left} left open" if left else ""
        return f"{self.judged} of {count(len(self.mentions), 'mention')} judged{apart}"

    @property
    def supported(self) -> tuple[Mention, ...]:
        """The mentions that were judged supported, whatever came of the fact."""
        return tuple(mention for mention in self.mentions if mention.state == "supported")

    @property
    def bare(self) -> str:
        """That nothing was given for a fact that stands; a reader must know before leaning on it."""
        given = any(row.evidence for mention in self.mentions for row in mention.decided)
        return "" if self.state != "supported" or given else "no evidence given"

    @property
    def leaning(self) -> State:
        """Where the fact is listed while it is open: the verdict that is suggested."""
        if self.state != "open":
            return self.state
        return self.suggestion.state if self.suggestion else "open"


@dataclass(frozen=True, slots=True)
class Bar:
    """An interval on a scale; ``low`` and ``high`` are shares of the width, open where the figure is open."""

    low: float
    high: float
    open_low: bool
    open_high: bool
    hedged: bool
    cite: str
    claim: str
    text: str
    """The figure as printed, and whether it is only foreseen."""
    forecast: bool = False


@dataclass(frozen=True, slots=True)
class ScaleRow:
    origin: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """Figures of one unit side by side. ``ticks`` are (share of the width, label)."""

    unit: str
    log: bool
    ticks: tuple[tuple[float, str], ...]
    rows: tuple[ScaleRow, ...]


@dataclass(frozen=True, slots=True)
class Drift:
    """One statement printed in different words; ``diff`` runs over both at once."""

    left: Mention
    right: Mention
    why: str
    diff: tuple[tuple[DiffOp, str], ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """Two mentions that contradict each other, and the reason in words."""

    left: Mention
    right: Mention
    on: str
    why: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """Facts that contradict themselves or each other, with who says what. ``facts`` are their ids."""

    number: int
    title: str
    facts: tuple[str, ...]
    words: str
    judged: bool
    articles: int
    origins: int
    verdicts: tuple[VerdictBlock, ...]
    sides: tuple[Side, ...]
    versions: str
    """What stands against what, in brief: "nine dead (police) | 15 (the union)"; empty where nothing does."""
    clashes: tuple[Clash, ...]
    """One for each reason."""
    scale: Scale | None
    drifts: tuple[Drift, ...]
    readings: tuple[str, ...]
    advice: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article with its claims: (text, claim id or None) in order.

    ``number`` is the paragraph's; the cuts say that text of the article is left out there.
    """

    number: int
    parts: tuple[tuple[str, str | None], ...]
    cut_before: bool
    cut_after: bool = False


@dataclass(frozen=True, slots=True)
class ArticleRow:
    id: str
    letter: str
    title: str
    source: str
    owner: str | None
    path: str
    url: str | None
    published: str | None
    lang: str
    kind: str
    sha256: str
    text_sha256: str
    shares: tuple[str, ...]
    """What it shares with other articles, in words."""
    mentions: tuple[Mention, ...]
    unnamed: int
    """How many of its claims have nobody behind them."""
    furniture: tuple[tuple[str, int], ...]
    """What was not scanned: (reason, how many stretches)."""
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Earlier:
    """A text that acts were made on, of an article that reads otherwise now. ``article`` is that one's id."""

    article: str | None
    text_sha256: str
    sha256: str
    seen_at: str
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything the writers need. ``facts`` are in order: disputed, supported, unsourced, open."""

    info: SessionInfo
    version: str
    facts: tuple[Fact, ...]
    disputes: tuple[Dispute, ...]
    articles: tuple[ArticleRow, ...]
    orphans: tuple[Orphan, ...]
    corrections: tuple[Correction, ...]
    set_aside: tuple[Mention, ...]
    """Claims that reviewers called no claim."""
    method: tuple[tuple[str, str], ...]
    analysis: Analysis
    """What the rows were made from, redacted and free of paths; filtered as ``info.filter`` says."""
    marks: tuple[Mark, ...]
    events: tuple[Event, ...]
    adjudicated: Mapping[str, Mark]
    """The session's verdict of each claim that was adjudicated and is shown here."""
    outside: tuple[Outside, ...]
    earlier: tuple[Earlier, ...] = ()

    def outlet(self, article: str) -> str:
        """Who published an article, and on which day."""
        found = next(each for each in self.articles if each.id == article)
        return f"{found.source or found.title or found.id}, {(found.published or 'undated')[:10]}"

    def mention(self, claim: str) -> Mention | None:
        return next((m for fact in self.facts for m in fact.mentions if m.claim == claim), None)

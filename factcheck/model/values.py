"""Values: the typed, normalised parts of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from factcheck.records import dataclass

if TYPE_CHECKING:
    from factcheck.model.kinds import Bound, EntityKind


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

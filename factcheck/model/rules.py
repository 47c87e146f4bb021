"""What the other rooms know of rules: the lexicon, hits, the rule behind a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from factcheck.records import dataclass

if TYPE_CHECKING:
    from factcheck.model.kinds import RuleKind, RuleStatus

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
    message: str = ""
    """What the reviewer is told of its claims; ``{slot}`` stands for words of the match."""

"""How far the reviewers of a session agree: over all claims, by rule, by article and pair by pair.

Only verdicts count, as five nominal categories: supported, conflicting, unsourced, not a claim and left
open. A unit is a claim with verdicts of two or more reviewers.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from factcheck.review.rounds.coefficients import FEWEST, RESAMPLES, Figure, Measures, Unit, measure, tabulate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.model import Claim, Mark, VerdictName

    Verdicts = Mapping[str, VerdictName]
    """One claim's verdicts by reviewer."""

MOST_PAIRED = 8
"""Reviewers who are compared in pairs: those with the most verdicts."""
MOST_PATTERNS = 1000
"""Work that intervals may cost, in patterns of verdicts to draw 1,000 times: some seconds."""
ENOUGH = "intervals are reckoned for the rules and articles with most claims; this one is not among them"

LANDIS_KOCH = (
    (0.20, "slight"),
    (0.40, "fair"),
    (0.60, "moderate"),
    (0.80, "substantial"),
    (1.0, "almost perfect"),
)
"""Upper ends of the bands of Landis & Koch 1977; below 0 they say "poor". A convention, as they say too."""
RELIABLE, TENTATIVE = 0.80, 0.667
"""Krippendorff's bounds for alpha; he offers them as customary, a convention too."""

METHOD: Mapping[str, str] = {
    "verdicts": "Only verdicts count, as five equal categories; kinds and notes do not.",
    "percent": "The share of agreeing pairs of verdicts on a claim, averaged over claims with two or more.",
    "cohen": "Cohen 1960: exactly two reviewers.",
    "fleiss": "Fleiss 1971: over the claims with as many verdicts as most claims have; others are left out.",
    "alpha": "Krippendorff 2011, nominal: all claims with two or more verdicts, however many each has.",
    "intervals": f"Intervals: percentiles of {RESAMPLES:,} resamples of the claims (Efron's bootstrap); "
    "claims of one article or fact are not independent, so they are rather too narrow.",
    "bands": "Words for kappa: Landis & Koch 1977; for alpha, .80 and .667: Krippendorff. Both are "
    "conventions, not tests.",
}
"""How the figures are made, in words."""

Scope = Literal["all", "rule", "article", "pair"]


@dataclass(frozen=True, slots=True)
class Row:
    """The agreement of ``reviewers`` on the ``units`` of one rule, article or pair; or on all of them.

    ``name`` is a rule's id, an article's display id, "" otherwise. ``fleiss`` counts the ``fleiss_units``
    claims that have ``raters`` verdicts each, the number that most units have.
    """

    scope: Scope
    name: str
    reviewers: tuple[str, ...]
    units: int
    percent: Figure
    cohen: Figure
    fleiss: Figure
    alpha: Figure
    raters: int
    fleiss_units: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """``judged`` claims have a verdict of anybody; ``elsewhere`` verdicts stand on no claim of today.

    ``unpaired`` reviewers are left out of the pairs, and of nothing else.
    """

    rows: tuple[Row, ...]
    reviewers: tuple[str, ...]
    judged: int
    elsewhere: int
    unpaired: tuple[str, ...]


def agreement(marks: Iterable[Mark], claims: Sequence[Claim]) -> Agreement:
    """The agreement of everybody with a verdict; the order of the marks makes no difference.

    A claim that several rules found counts for each of them; one marked by hand for none.
    """
    table: dict[str, dict[str, VerdictName]] = {claim.id: {} for claim in claims}
    said: Counter[str] = Counter()
    elsewhere = 0
    for mark in marks:
        if mark.verdict is None:
            continue
        if mark.claim in table:
            table[mark.claim][mark.reviewer] = mark.verdict
            said[mark.reviewer] += 1
        else:
            elsewhere += 1
    units = {claim: verdicts for claim, verdicts in table.items() if len(verdicts) > 1}
    busiest = sorted(said, key=lambda reviewer: (-said[reviewer], reviewer))
    every = list(units.values())
    parts = [
        _part("all", "", every, sorted(said)),
        *(
            _part("pair", "", [each for each in every if one in each and other in each], [one, other])
            for one, other in combinations(sorted(busiest[:MOST_PAIRED]), 2)
        ),
        *(_part("rule", *named) for named in sorted(_by_rule(claims, units).items())),
        *(_part("article", *named) for named in _by_article(claims, units).items()),
    ]
    rows = _rows(parts)
    judged = sum(1 for verdicts in table.values() if verdicts)
    return Agreement(rows, tuple(sorted(said)), judged, elsewhere, tuple(sorted(busiest[MOST_PAIRED:])))


def kappa_words(value: float) -> str:
    """The band of Landis & Koch that a kappa falls into."""
    shown = round(value, 2)  # the bands have two digits: .40 ends one, .41 begins the next
    return "poor" if shown < 0 else next(words for end, words in LANDIS_KOCH if shown <= end)


def alpha_words(value: float) -> str:
    """What Krippendorff's customary bounds make of an alpha."""
    shown = round(value, 3)
    if shown >= RELIABLE:
        return "reliable"
    return "for tentative conclusions" if shown >= TENTATIVE else "too low to conclude from"


# --- scopes ---------------------------------------------------------------------------------


def _by_rule(claims: Iterable[Claim], units: Mapping[str, Verdicts]) -> dict[str, list[Verdicts]]:
    found: dict[str, list[Verdicts]] = {}
    for claim in claims:
        if claim.id in units:
            for rule in dict.fromkeys(claim.rules):
                found.setdefault(rule, []).append(units[claim.id])
    return found


def _by_article(claims: Iterable[Claim], units: Mapping[str, Verdicts]) -> dict[str, list[Verdicts]]:
    found: dict[str, list[Verdicts]] = {}
    for claim in claims:
        if claim.id in units:
            found.setdefault(claim.article, []).append(units[claim.id])
    return found


@dataclass(frozen=True, slots=True)
class _Part:
    scope: Scope
    name: str
    reviewers: tuple[str, ...]
    table: Counter[Unit]
    units: int

    @property
    def two(self) -> bool:
        return len(self.reviewers) == 2


def _part(
    scope: Scope, name: str, units: Sequence[Verdicts], reviewers: Sequence[str] | None = None
) -> _Part:
    who = sorted({each for verdicts in units for each in verdicts}) if reviewers is None else reviewers
    if len(who) == 2:
        one, other = who
        table = tabulate(((each[one], each[other]) for each in units), two=True)
    else:
        table = tabulate((tuple(each.values()) for each in units), two=False)
    return _Part(scope, name, tuple(who), table, len(units))


def _rows(parts: Sequence[_Part]) -> tuple[Row, ...]:
    """The parts measured, in their order; intervals for all and for pairs, then for the largest parts."""
    left = MOST_PATTERNS
    rows: dict[int, Row] = {}
    order = sorted(
        range(len(parts)), key=lambda at: (parts[at].scope not in ("all", "pair"), -parts[at].units, at)
    )
    for at in order:
        part = parts[at]
        granted = part.scope in ("all", "pair") or left >= len(part.table) > 0
        if not granted:
            left = 0  # what is smaller still does not overtake it
        elif part.units >= FEWEST:
            left -= len(part.table)
        rows[at] = _row(part, measure(part.table, two=part.two, no_interval="" if granted else ENOUGH))
    return tuple(rows[at] for at in range(len(parts)))


def _row(part: _Part, found: Measures) -> Row:
    return Row(
        part.scope,
        part.name,
        part.reviewers,
        found.units,
        found.percent,
        found.cohen,
        found.fleiss,
        found.alpha,
        found.raters,
        found.fleiss_units,
    )

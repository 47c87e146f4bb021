"""The coefficients against the worked examples of those who proposed them, and where they are undefined."""

from __future__ import annotations

import math
from collections import Counter
from itertools import permutations
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.review.rounds.coefficients import FEWEST, RESAMPLES, Figure, Measures, Unit, tabulate
from factcheck.review.rounds.coefficients import measure as measured

if TYPE_CHECKING:
    from collections.abc import Iterable

# Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", part C: four observers, twelve units.
OBSERVERS = ("12332141 2...", "1233224125.3", ".33323422 51.", "1233244125 1.")
# Fleiss 1971: thirty patients, six psychiatrists each; how many chose each of five diagnoses.
PATIENTS = """
00060 03003 01401 00006 03030 20400 00402 20310 20040 00006
10050 11040 03300 10050 02031 00501 30012 51000 02040 10203
00006 01050 02013 20040 10041 05010 40002 02040 10500 00006
"""
# Cohen 1960, table 1, as counts of 200: rows are one judge's categories, columns the other's.
JUDGES = ((88, 14, 18), (10, 40, 10), (2, 6, 12))


def observed(rows: tuple[str, ...]) -> list[Unit]:
    clean = [row.replace(" ", "") for row in rows]
    return [tuple(sign for sign in column if sign != ".") for column in zip(*clean, strict=True)]


def diagnosed() -> list[Unit]:
    return [
        tuple(str(number) for number, count in enumerate(patient) for _ in range(int(count)))
        for patient in PATIENTS.split()
    ]


def judged(table: tuple[tuple[int, ...], ...]) -> list[Unit]:
    return [
        (str(one), str(other))
        for one, row in enumerate(table)
        for other, count in enumerate(row)
        for _ in range(count)
    ]


def measure(units: Iterable[Unit], *, two: bool) -> Measures:
    return measured(tabulate(units, two=two), two=two)


def figures(found: Measures) -> list[Figure]:
    return [found.percent, found.cohen, found.fleiss, found.alpha]


# --- published examples ---------------------------------------------------------------------


def test_krippendorffs_example_with_missing_data() -> None:
    units = observed(OBSERVERS)
    assert [len(unit) for unit in units] == [3, 4, 4, 4, 4, 4, 4, 4, 4, 3, 2, 1]
    found = measure(units, two=False)
    assert found.units == 11  # the twelfth has one value, which says nothing of agreement
    assert found.alpha.value == pytest.approx(0.743, abs=0.0005)


def test_fleiss_example_of_thirty_patients() -> None:
    found = measure(diagnosed(), two=False)
    assert (found.raters, found.fleiss_units) == (6, 30)
    assert found.percent.value == pytest.approx(0.555, abs=0.001)
    assert found.fleiss.value == pytest.approx(0.430, abs=0.0005)


def test_cohens_example_of_two_judges() -> None:
    found = measure(judged(JUDGES), two=True)
    assert found.percent.value == pytest.approx(0.70)
    assert found.cohen.value == pytest.approx(0.492, abs=0.0005)


def alpha_by_definition(units: list[Unit]) -> float | None:
    """From the coincidence matrix, entry by entry."""
    matrix: Counter[tuple[str, str]] = Counter()
    weights: dict[tuple[str, str], float] = {}
    for unit in units:
        for pair in permutations(unit, 2) if len(unit) > 1 else ():
            matrix[pair] += 1
            weights[pair] = weights.get(pair, 0.0) + 1 / (len(unit) - 1)
    totals: dict[str, float] = {}
    for (one, _), weight in weights.items():
        totals[one] = totals.get(one, 0.0) + weight
    everything = sum(totals.values())
    apart = sum(weight for (one, other), weight in weights.items() if one != other)
    expected = sum(totals[one] * totals[other] for one, other in permutations(totals, 2))
    return 1 - (everything - 1) * apart / expected if expected else None


@settings(deadline=None)
@given(st.lists(st.lists(st.sampled_from("abcde"), max_size=6).map(tuple), max_size=9))
def test_alpha_of_any_table_is_what_its_definition_gives(units: list[Unit]) -> None:
    found = measure(units, two=False)
    expected = alpha_by_definition(units)
    if expected is None:
        assert found.alpha.value is None
    else:
        assert found.alpha.value == pytest.approx(expected, abs=1e-9)
    for figure in figures(found):
        assert (figure.value is None) == bool(figure.why)
        assert figure.value is None or (math.isfinite(figure.value) and figure.value <= 1 + 1e-12)
        assert figure.value is None or bool(figure.no_interval)  # at most nine units


# --- undefined ------------------------------------------------------------------------------


def test_one_verdict_everywhere_is_neither_perfect_nor_a_number() -> None:
    found = measure([("a", "a")] * 50, two=True)
    assert found.percent.value == 1.0
    for figure in (found.cohen, found.fleiss, found.alpha):
        assert (figure.value, figure.low, figure.high) == (None, None, None)
        assert "chance alone would agree" in figure.why


def test_perfect_agreement_on_two_verdicts_is_one_but_has_no_interval() -> None:
    found = measure([("a", "a")] * 20 + [("b", "b")] * 20, two=True)
    for figure in figures(found):
        assert figure.value == pytest.approx(1.0)
        assert figure.low is None
        assert "every resample gives the same" in figure.no_interval


def test_nothing_shared_is_said_and_cohen_wants_two() -> None:
    found = measure([("a",), (), ("b",)], two=False)
    assert found.units == 0
    assert {figure.value for figure in figures(found)} == {None}
    assert found.alpha.why == "no claim has verdicts of two reviewers"
    assert "exactly two" in found.cohen.why


def test_kappa_of_two_who_never_meet_is_below_chance_and_not_undefined() -> None:
    found = measure([("a", "b")] * 20, two=True)
    assert found.cohen.value == 0.0
    assert found.fleiss.value == pytest.approx(-1.0)


def test_fleiss_counts_the_claims_with_the_usual_number_of_verdicts_and_says_how_many() -> None:
    three: list[Unit] = [("a", "a", "b"), ("b", "b", "b"), ("a", "a", "a")]
    mixed: list[Unit] = [*three, ("a", "b"), ("b", "a")]
    found = measure(mixed, two=False)
    assert (found.units, found.raters, found.fleiss_units) == (5, 3, 3)
    assert found.fleiss.value == measure(three, two=False).fleiss.value
    assert found.alpha.value != measure(three, two=False).alpha.value


# --- intervals ------------------------------------------------------------------------------


def test_the_interval_of_a_share_is_that_of_the_binomial_law() -> None:
    figure = measure([("a", "a")] * 140 + [("a", "b")] * 60, two=True).percent
    assert figure.low is not None
    assert figure.high is not None
    half = 1.96 * math.sqrt(0.7 * 0.3 / 200)
    assert figure.low == pytest.approx(0.7 - half, abs=0.012)
    assert figure.high == pytest.approx(0.7 + half, abs=0.012)


def test_intervals_hold_the_figure_and_do_not_depend_on_the_order_of_claims() -> None:
    units = judged(JUDGES)
    found = measure(units, two=True)
    for figure in figures(found):
        assert figure.value is not None
        assert figure.low is not None
        assert figure.high is not None
        assert figure.low < figure.value < figure.high <= 1
    Random(4).shuffle(units)
    assert measure(units, two=True) == found


def test_more_claims_give_a_narrower_interval() -> None:
    few, many = (measure(judged(JUDGES) * times, two=True).alpha for times in (1, 9))
    assert few.low is not None
    assert few.high is not None
    assert many.low is not None
    assert many.high is not None
    assert (few.high - few.low) / (many.high - many.low) == pytest.approx(3, rel=0.15)


def test_an_interval_needs_some_claims() -> None:
    pattern: list[Unit] = [("a", "a"), ("b", "b"), ("a", "b")]
    few = measure((pattern * 5)[: FEWEST - 1], two=True).alpha
    assert few.value is not None
    assert few.low is None
    assert str(FEWEST) in few.no_interval
    assert measure((pattern * 5)[:FEWEST], two=True).alpha.low is not None


def test_a_figure_that_most_resamples_cannot_give_has_no_interval() -> None:
    """One dissent in forty claims: more than a third of the resamples miss it, and are unanimous."""
    found = measure([("a", "a")] * 39 + [("a", "b")], two=True)
    assert found.alpha.value is not None
    assert found.alpha.low is None
    missing = int(found.alpha.no_interval.split("undefined in ")[1].split(" ")[0])
    assert missing / RESAMPLES == pytest.approx((39 / 40) ** 40, abs=0.06)
    assert found.percent.low is not None

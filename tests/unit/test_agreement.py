"""Agreement over all claims, by rule, by article and by pair: what counts where, and how it is worded."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from factcheck.model import Claim, Mark
from factcheck.review.rounds import agreement as room
from factcheck.review.rounds.agreement import Row, agreement, alpha_words, kappa_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model import VerdictName


def claim(number: int, *rules: str, article: str = "a1") -> Claim:
    return Claim(f"c{number}", article, number, number + 1, f"claim {number}", (0, 9), rules, 0.5)


def mark(reviewer: str, number: int, verdict: VerdictName | None) -> Mark:
    return Mark(f"c{number}", reviewer, verdict)


def row(rows: Iterable[Row], scope: str, name: str = "", *reviewers: str) -> Row:
    return next(
        each
        for each in rows
        if (each.scope, each.name) == (scope, name) and (not reviewers or each.reviewers == reviewers)
    )


def test_three_reviewers_with_gaps() -> None:
    claims = [claim(1, "r"), claim(2, "r"), claim(3, "r")]
    marks = [
        mark("ana", 1, "supported"),
        mark("ben", 1, "supported"),
        mark("cy", 1, "unsourced"),
        mark("ana", 2, "supported"),
        mark("ben", 2, "conflicting"),
        mark("cy", 2, None),  # a note, no verdict
        mark("ana", 3, "left-open"),  # alone: says nothing of agreement
    ]
    found = agreement(marks, claims)
    assert (found.reviewers, found.judged, found.elsewhere) == (("ana", "ben", "cy"), 3, 0)
    every = row(found.rows, "all")
    assert every.units == 2
    assert every.percent.value == pytest.approx((1 / 3 + 0) / 2)
    assert every.cohen.value is None
    assert "exactly two" in every.cohen.why
    pair = row(found.rows, "pair", "", "ana", "ben")
    assert (pair.units, pair.percent.value) == (2, 0.5)
    assert pair.cohen.value == pytest.approx(0.0)
    lonely = row(found.rows, "pair", "", "ben", "cy")
    assert (lonely.units, lonely.percent.value) == (1, 0.0)


def test_left_open_is_a_verdict_like_the_others() -> None:
    claims = [claim(number, "r") for number in range(4)]
    both: list[tuple[VerdictName, VerdictName]] = [
        ("left-open", "left-open"),
        ("left-open", "supported"),
        ("supported", "supported"),
        ("not-a-claim", "not-a-claim"),
    ]
    marks = [mark(who, n, pair[at]) for n, pair in enumerate(both) for at, who in enumerate(("ana", "ben"))]
    every = agreement(marks, claims).rows[0]
    assert every.percent.value == 0.75
    # Chance: (2 * 1 + 1 * 2 + 1 * 1) / 16
    assert every.cohen.value == pytest.approx((0.75 - 5 / 16) / (1 - 5 / 16))


def test_a_claim_counts_for_each_of_its_rules_and_for_its_article() -> None:
    claims = [claim(1, "x", "y"), claim(2, "y"), claim(3, article="a2")]
    marks = [mark(who, number, "supported") for who in ("ana", "ben") for number in (1, 2)]
    marks += [mark("ana", 3, "supported"), mark("ben", 3, "unsourced")]
    rows = agreement(marks, claims).rows
    assert {(r.scope, r.name): r.units for r in rows if r.scope in ("rule", "article")} == {
        ("rule", "x"): 1,
        ("rule", "y"): 2,
        ("article", "a1"): 2,
        ("article", "a2"): 1,
    }
    assert row(rows, "article", "a2").percent.value == 0.0
    assert row(rows, "rule", "y").alpha.value is None
    assert row(rows, "all").alpha.value is not None


def test_verdicts_on_text_that_is_no_claim_now_are_counted_apart() -> None:
    marks = [mark("ana", 1, "supported"), mark("ben", 1, "supported"), mark("ben", 7, "unsourced")]
    found = agreement(marks, [claim(1, "r")])
    assert (found.elsewhere, found.rows[0].units) == (1, 1)


def test_nobody_or_one_reviewer_is_no_error() -> None:
    assert agreement([], []).rows[0].units == 0
    alone = agreement([mark("ana", 1, "supported")], [claim(1, "r")])
    assert (alone.reviewers, alone.judged, alone.rows[0].units) == (("ana",), 1, 0)
    assert alone.rows[0].alpha.why == "no claim has verdicts of two reviewers"


def test_reviewers_who_share_no_claim() -> None:
    marks = [mark("ana", 1, "supported"), mark("ben", 2, "supported")]
    pair = row(agreement(marks, [claim(1), claim(2)]).rows, "pair")
    assert (pair.units, pair.percent.value, pair.cohen.value) == (0, None, None)


def random_marks(reviewers: int, claims: int, seed: int = 3) -> list[Mark]:
    rng = Random(seed)
    names: tuple[VerdictName, ...] = ("supported", "conflicting", "unsourced", "not-a-claim", "left-open")
    return [
        mark(f"r{who}", number, rng.choice(names))
        for number in range(claims)
        for who in range(reviewers)
        if rng.random() < 0.8
    ]


def test_the_order_of_the_marks_makes_no_difference() -> None:
    claims = [claim(number, f"r{number % 3}", article=f"a{number % 2}") for number in range(40)]
    marks = random_marks(3, 40)
    found = agreement(marks, claims)
    Random(1).shuffle(marks)
    assert agreement(marks, claims) == found


def test_only_so_many_reviewers_are_paired_and_the_others_are_named() -> None:
    marks = random_marks(room.MOST_PAIRED + 2, 12)
    marks += [mark("late", 0, "supported")]
    found = agreement(marks, [claim(number) for number in range(12)])
    pairs = [each for each in found.rows if each.scope == "pair"]
    assert len(pairs) == room.MOST_PAIRED * (room.MOST_PAIRED - 1) // 2
    assert "late" in found.unpaired
    assert len(found.unpaired) == 3
    assert found.rows[0].reviewers == found.reviewers


def patterns(marks: list[Mark], first: int) -> int:
    """Different pairs of verdicts of the two reviewers on the claims from this one on."""
    said = {(m.reviewer, m.claim): m.verdict for m in marks}
    pairs = {(said.get(("r0", f"c{n}")), said.get(("r1", f"c{n}"))) for n in range(first, 60)}
    return len([pair for pair in pairs if None not in pair])


def test_where_intervals_would_cost_too_much_the_largest_get_them(monkeypatch: pytest.MonkeyPatch) -> None:
    claims = [claim(number, "small" if number < 15 else "large") for number in range(60)]
    marks = random_marks(2, 60)
    assert row(agreement(marks, claims).rows, "rule", "small").alpha.low is not None
    every, large = patterns(marks, 0), patterns(marks, 15)
    monkeypatch.setattr(room, "MOST_PATTERNS", 3 * every + large)
    rows = agreement(marks, claims).rows
    for scope, name in (("all", ""), ("pair", ""), ("article", "a1"), ("rule", "large")):
        assert row(rows, scope, name).alpha.low is not None
    small = row(rows, "rule", "small").alpha
    assert small.value is not None
    assert small.low is None
    assert "not among them" in small.no_interval


def test_bands_are_those_of_their_authors() -> None:
    values = (-0.3, 0.0, 0.2, 0.21, 0.4, 0.41, 0.6, 0.61, 0.8, 0.81, 1.0)
    assert [kappa_words(value) for value in values] == [
        "poor",
        *["slight"] * 2,
        *["fair"] * 2,
        *["moderate"] * 2,
        *["substantial"] * 2,
        *["almost perfect"] * 2,
    ]
    assert alpha_words(0.8) == "reliable"
    assert alpha_words(0.667) == "for tentative conclusions"
    assert alpha_words(0.66) == "too low to conclude from"

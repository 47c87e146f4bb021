"""What is to be adjudicated, in which order, and what the session says of a claim meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.model import Anchor, Claim, Mark
from factcheck.review.rounds.adjudication import How, queue, session_verdict

if TYPE_CHECKING:
    from factcheck.model import VerdictKind, VerdictName


def claim(id_: str, start: int, article: str = "a1") -> Claim:
    return Claim(id_, article, start, start + 5, f"text of {id_}", (0, 9), ("r",), 0.5)


def mark(who: str, id_: str, verdict: VerdictName | None, kind: VerdictKind | None = None) -> Mark:
    return Mark(id_, who, verdict, kind, note=f"note of {who}")


def test_lowest_agreement_first_then_most_verdicts_then_text_order() -> None:
    claims = [claim("late", 50), claim("early", 10), claim("other", 5, "a2"), claim("three", 90)]
    claims += [claim("half", 0), claim("agreed", 1), claim("kinds", 2), claim("alone", 3)]
    marks = [mark(who, id_, said) for id_ in ("late", "early", "other") for who, said in SPLIT]
    marks += [*(mark(who, "three", said) for who, said in SPLIT), mark("cy", "three", "left-open")]
    marks += [*(mark(who, "half", said) for who, said in SPLIT), mark("cy", "half", "supported")]
    marks += [mark(who, "agreed", "unsourced", "vague") for who in ("ana", "ben")]
    marks += [mark("ana", "kinds", "supported", "origins"), mark("ben", "kinds", "supported", "copied")]
    marks += [mark("ana", "alone", "supported"), mark("ben", "alone", None)]
    found = queue(reversed(marks), {}, claims)
    assert [dispute.claim for dispute in found] == ["three", "early", "late", "other", "half", "kinds"]
    shares = [dispute.share for dispute in found]
    assert shares == [0, 0, 0, 0, pytest.approx(1 / 3), 1]
    assert [dispute.words for dispute in found[-2:]] == ["other verdicts", "same verdict, other kind"]
    assert [(m.reviewer, m.verdict, m.note) for m in found[0].marks] == [
        ("ana", "supported", "note of ana"),
        ("ben", "conflicting", "note of ben"),
        ("cy", "left-open", "note of cy"),
    ]


SPLIT: tuple[tuple[str, VerdictName], ...] = (("ana", "supported"), ("ben", "conflicting"))


def test_an_adjudicated_claim_keeps_its_place_and_the_verdicts_of_the_reviewers() -> None:
    claims = [claim("one", 1), claim("two", 2)]
    marks = [mark(who, id_, said) for id_ in ("one", "two") for who, said in SPLIT]
    settled = mark("dora", "one", "unsourced", "vague")
    first, second = queue(marks, {"one": settled}, claims)
    assert (first.claim, first.adjudicated, second.adjudicated) == ("one", settled, None)
    assert {m.reviewer for m in first.marks} == {"ana", "ben"}


def test_a_dispute_on_text_that_is_no_claim_now_comes_last_of_its_like_with_its_quote() -> None:
    anchor = Anchor("0", 0, 5, "gone words", "", "")
    marks = [Mark("gone", who, said, anchor=anchor) for who, said in SPLIT]
    marks += [mark(who, "here", said) for who, said in SPLIT]
    here, gone = queue(marks, {}, [claim("here", 4)])
    assert (here.article, here.text) == ("a1", "text of here")
    assert (gone.claim, gone.article, gone.text) == ("gone", None, "gone words")


def test_many_reviewers_on_one_claim() -> None:
    marks = [mark(f"r{number}", "one", "supported" if number % 2 else "unsourced") for number in range(4000)]
    (dispute,) = queue(marks, {}, [claim("one", 1)])
    assert dispute.share == pytest.approx(0.5, abs=0.001)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([], (None, None, "open")),
        ([("ana", None, None)], (None, None, "open")),
        ([("ana", "supported", "origins")], ("supported", "origins", "single")),
        (
            [("ana", "supported", "origins"), ("ben", "supported", "origins")],
            ("supported", "origins", "unanimous"),
        ),
        ([("ana", "supported", "origins"), ("ben", "supported", "copied")], ("supported", None, "unanimous")),
        ([("ana", "supported", None), ("ben", "conflicting", None)], (None, None, "unresolved")),
        ([("ana", "left-open", None), ("ben", None, None)], ("left-open", None, "single")),
    ],
)
def test_the_verdict_of_the_session(
    said: list[tuple[str, VerdictName | None, VerdictKind | None]],
    expected: tuple[VerdictName | None, VerdictKind | None, How],
) -> None:
    marks = [mark(who, "one", verdict, kind) for who, verdict, kind in said]
    assert session_verdict(marks, None) == expected
    settled = mark("dora", "one", "unsourced", "nobody")
    assert session_verdict(marks, settled) == ("unsourced", "nobody", "adjudicated")
    cleared = mark("dora", "one", None)
    assert session_verdict(marks, cleared) == expected

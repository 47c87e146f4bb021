"""Quotations: the same, abridged, drifted, or two statements."""

from __future__ import annotations

import pytest

from factcheck.compare.aspects.quotes import compare_quotes, one_wording, said, word_diff
from tests.unit.test_compare_careful import relations_told


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("The dam will hold through the winter.", "the dam will hold through the winter", "same"),
        ("We took her off on Dec. 3", "We took her off on December 3", "same"),
        ("a front-line clinic", "a frontline clinic", "same"),
        (
            "We will open the gates tonight because the water rises",
            "open the gates tonight",
            "abridged",
        ),
        ("cheap throwaway labour in the mines", "cheap disposable labour in the mines", "drift"),
        ("a reckless gamble", "a reckless adventure", "drift"),
        ("The dam will hold", "Nobody has been told to leave", "different"),
        ("", "Nobody", "different"),
    ],
)
def test_what_two_quotations_are(a: str, b: str, verdict: str) -> None:
    assert compare_quotes(said(a), said(b))[0] == verdict
    assert compare_quotes(said(b), said(a))[0] == verdict


def test_the_diff_brackets_what_differs() -> None:
    assert word_diff("used as cheap labour", "used as forced labour") == (
        "used as [cheap] labour / used as [forced] labour"
    )


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("We are devastated by what happened", "We are devastated by what has happened", True),
        ("The pumps were sold to a friend", "The old pumps were sold to a friend", True),
        ("We will appeal the ruling", "We will appeal against the ruling", False),
        ("The pumps were sold to a friend", "The pumps were not sold to a friend", False),
        ("We lost 40 cows in the flood", "We lost 60 cows in the flood", False),
        ("The pumps were sold to a friend", "The pumps were lent to a cousin", False),
    ],
)
def test_words_that_two_are_not_likely_to_have_said_alike(a: str, b: str, one: bool) -> None:
    assert one_wording(said(a), said(b)) is one
    assert one_wording(said(b), said(a)) is one


def test_nearly_the_same_words_given_to_two_persons_are_no_second_voice() -> None:
    told = relations_told(
        '"We are devastated by what happened," said Joan Pell, the head of the railway.',
        '"We are devastated by what has happened," said Colin Ashe, the mayor of Lorn.',
    )
    assert told == {"conflicts on actor"}

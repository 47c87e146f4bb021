"""Quotations: the same, abridged, drifted, or two statements."""

from __future__ import annotations

import pytest

from factcheck.compare.aspects.quotes import compare_quotes, said, word_diff


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

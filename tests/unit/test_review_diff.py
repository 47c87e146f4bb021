"""What changed between two texts: sentences that stayed, changed, came, went and moved."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from factcheck.review import sequences
from factcheck.review.diff import (
    article_of,
    counts,
    diff,
    older_versions,
    version_of,
    word_diff,
)
from factcheck.review.sequences import common, likeliest
from tests.factories import make_article

if TYPE_CHECKING:
    import pytest

    from factcheck.model import Article, Version
    from factcheck.review.diff import Row

GATE = "The gate was shut at nine."
KEEPER = "The keeper heard a barge strike the wall, he said."
CRATES = "Seven crates were missing from the barge on Monday."
MILL = "Police looked behind the mill for an hour."
OWNER = "The owner of the mill has not commented."


def text(*paragraphs: str) -> Article:
    return make_article("a1", "\n\n".join(paragraphs), "Lock Gazette")


def told(old: Article, new: Article) -> list[tuple[str, str]]:
    return [(row.kind, quote(row, old, new)) for row in diff(old, new)]


def quote(row: Row, old: Article, new: Article) -> str:
    if row.new is not None:
        return new.text[row.new.start : row.new.end]
    assert row.old is not None
    return old.text[row.old.start : row.old.end]


def test_equal_texts_have_no_difference() -> None:
    rows = diff(text(GATE, KEEPER), text(f"{GATE} {KEEPER}"))
    assert [row.kind for row in rows] == ["same", "same"]
    assert str(counts(rows)) == "none of 2 sentences changed"
    assert diff(text(""), text("")) == ()


def test_each_kind_of_change_stands_in_its_place() -> None:
    changed = CRATES.replace("Seven", "Nine")
    old = text(GATE, CRATES, MILL, KEEPER)
    new = text(GATE, changed, OWNER, KEEPER)
    assert told(old, new) == [
        ("same", GATE),
        ("changed", changed),
        ("removed", MILL),
        ("added", OWNER),
        ("same", KEEPER),
    ]
    rows = diff(old, new)
    assert str(counts(rows)) == "1 of 4 sentences changed, 1 added, 1 removed"
    assert rows[1].words == (
        ("removed", "Seven"),
        ("added", "Nine"),
        ("same", "crates were missing from the barge on Monday."),
    )
    assert [row.new.paragraph if row.new else None for row in rows] == [1, 2, None, 3, 4]


def test_a_sentence_that_moved_is_neither_gone_nor_new() -> None:
    old, new = text(OWNER, GATE, KEEPER, CRATES), text(GATE, KEEPER, CRATES, OWNER)
    assert told(old, new)[-1] == ("moved", OWNER)
    row = diff(old, new)[-1]
    assert row.old is not None
    assert row.new is not None
    assert (row.old.paragraph, row.new.paragraph) == (1, 4)


def test_a_sentence_said_twice_and_then_once() -> None:
    found = told(text(GATE, GATE, KEEPER, CRATES), text(KEEPER, CRATES, GATE))
    assert found == [("removed", GATE), ("same", KEEPER), ("same", CRATES), ("moved", GATE)]


def test_white_space_and_furniture_are_no_difference() -> None:
    share = "Share this story"
    with_button = make_article("a1", f"{GATE}\n\n{share}\n\n{KEEPER}", "x", furniture=[share])
    assert {row.kind for row in diff(with_button, text(GATE, KEEPER))} == {"same"}
    assert {row.kind for row in diff(text("The gate  was\u00a0shut at nine."), text(GATE))} == {"same"}


def test_words_that_went_stand_before_those_that_came() -> None:
    assert word_diff("at least nine people died", "at least eleven people have died") == (
        ("same", "at least"),
        ("removed", "nine"),
        ("added", "eleven"),
        ("same", "people"),
        ("added", "have"),
        ("same", "died"),
    )
    assert word_diff("", "") == ()
    assert word_diff("gone", "") == (("removed", "gone"),)


sentences = st.lists(
    st.sampled_from([GATE, KEEPER, CRATES, MILL, OWNER, GATE.replace("nine", "ten")]), max_size=9
)


@given(sentences, sentences)
def test_both_texts_can_be_put_together_from_the_rows(before: list[str], after: list[str]) -> None:
    old, new = text(*before), text(*after)
    rows = diff(old, new)
    assert [new.text[row.new.start : row.new.end] for row in rows if row.new] == after
    stood = [row.old for row in rows if row.old]
    assert sorted(old.text[each.start : each.end] for each in stood) == sorted(before)
    in_order = [row.old.start for row in rows if row.old and row.kind != "moved"]
    assert in_order == sorted(in_order)
    for row in rows:
        if row.words:
            assert row.old is not None
            assert row.new is not None
            olds = " ".join(words for op, words in row.words if op != "added")
            news = " ".join(words for op, words in row.words if op != "removed")
            assert olds == old.text[row.old.start : row.old.end]
            assert news == new.text[row.new.start : row.new.end]


numbers = st.lists(st.integers(0, 12), max_size=30)


@given(numbers, numbers)
def test_texts_too_long_for_one_table_are_parted_and_still_fit(old: list[int], new: list[int]) -> None:
    whole = common(old, new)
    cells, sequences.MOST_CELLS = sequences.MOST_CELLS, 20
    try:
        parted = common(old, new)
    finally:
        sequences.MOST_CELLS = cells
    for pairs in (whole, parted):
        assert all(old[i] == new[j] for i, j in pairs)
        assert all(i < k and j < m for (i, j), (k, m) in pairwise(pairs))
    assert len(parted) <= len(whole)


def test_what_occurs_once_holds_long_texts_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sequences, "MOST_CELLS", 20)
    old = list(range(300))
    new = [*range(40), 999, *range(50, 300)]
    assert common(old, new) == [(i, i if i < 40 else i - 9) for i in old if not 40 <= i < 50]


def test_in_a_long_rewritten_stretch_each_sentence_meets_its_own() -> None:
    old = [[10 * n, 10 * n + 1, 10 * n + 2] for n in range(200)]
    new = [[10 * n, 10 * n + 1, 7] for n in range(200)]
    assert likeliest(old, new) == [(n, n) for n in range(200)]
    # Some more stand in front, as many as the band is wide and fewer.
    assert likeliest(old, [[5000 + n] for n in range(9)] + new)[-1] == (199, 208)
    assert likeliest(old, []) == likeliest([], new) == []
    assert likeliest(old[:3], [[1]] * 500 + new[:3])[-1] == (2, 502)


# --- which text came before which ------------------------------------------------------------


def version(path: str, words: str) -> Version:
    return replace(version_of(make_article("a1", words, "x")), path=path)


def test_the_versions_of_an_article_are_found_under_every_path_it_had() -> None:
    first, second, rival = (
        version("one.txt", GATE),
        version("two.txt", KEEPER),
        version("rival.txt", GATE + " "),
    )
    edited = version("three.txt", CRATES)
    now = article_of(version("three.txt", MILL))
    replaced_by = {"one.txt": "two.txt", "two.txt": "three.txt"}
    ledger = (first, rival, second, edited, version_of(now))
    assert older_versions(now, ledger, replaced_by) == (first, second, edited)
    assert older_versions(now, ledger, {}) == (edited,)
    assert older_versions(now, ledger, {"three.txt": "three.txt"}) == (edited,)


def test_furniture_of_a_kept_text_is_found_again() -> None:
    kept = version("one.txt", f"{GATE}\n\nShare this article\n\n{KEEPER}")
    article = article_of(kept)
    assert [article.text[each.start : each.end] for each in article.furniture] == ["Share this article"]
    assert {row.kind for row in diff(article, text(GATE, KEEPER))} == {"same"}

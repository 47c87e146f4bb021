"""Sentences cut into clauses, and what is denied, planned or feared in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.extract.clauses import clauses
from factcheck.extract.modality import modality_of

if TYPE_CHECKING:
    from factcheck.model import Modality


@pytest.mark.parametrize(
    ("before", "claim", "wanted"),
    [
        ("", "The dam broke on Sunday", "asserted"),
        ("", "Four firms closed in May", "asserted"),
        ("The junta denied that", "its jets had bombed the school", "denied"),
        ("", "Neither bank has admitted the loss", "denied"),
        ("", "No group has claimed responsibility", "denied"),
        ("", "There is no evidence that the valve failed", "denied"),
        ("", "The pilot did not file a flight plan", "denied"),
        ("", "the place of the crash was not known", "asserted"),
        ("", "The valve may have failed", "possible"),
        ("", "The raiders are believed to come from the north", "possible"),
        ("", "The fire was likely caused by a cigarette", "possible"),
        ("", "The bridge will open in June", "forecast"),
        ("", "The ministry plans to hire 300 nurses", "forecast"),
        ("", "Heavy snow is forecast over the holidays", "forecast"),
        ("", "Another 300 jobs are expected this summer", "forecast"),
        ("", "The last two carriages are due back in May", "forecast"),
        ("", "Passengers will have to change in Lorn", "forecast"),
        ("", "The teams would have to play on Sunday", "forecast"),
        ("", "A third pump would have kept the cellar dry", "asserted"),
        ("", "More than is expected of a school was done", "asserted"),
        ("the mayor warned that", "up to 900 homes could be lost", "forecast"),
        ("there are concerns of", "more soldiers being sent to the strait", "forecast"),
        ("Engineers do not believe that", "the dam broke", "denied"),
        ("The bank no longer thinks that", "customers were overcharged", "denied"),
        ("Auditors found nothing to suggest that", "money was taken", "denied"),
        ("The club sees no sign that", "the match was fixed", "denied"),
        ("Nobody claims that", "the goalkeeper was paid", "denied"),
        ("The minister never said that", "the tax would fall", "possible"),
        ("", "The coach doubted that the match was fixed", "denied"),
        ("", "There is no doubt that the match was fixed", "asserted"),
        ("", "The coach did not deny that the match was fixed", "possible"),
        ("", "Police do not rule out that the match was fixed", "possible"),
        ("The report suggests that", "the brakes could have failed", "possible"),
    ],
)
def test_modality(before: str, claim: str, wanted: Modality) -> None:
    assert modality_of(claim, before) == wanted


def test_a_not_inside_what_happens_denies_nothing() -> None:
    words = "The sailors could not be resuscitated"
    assert modality_of(words) == "denied"
    assert modality_of(words, "", [(words.index("could"), len(words))]) == "asserted"


def _cut(text: str, quoted: tuple[tuple[int, int], ...] = ()) -> list[tuple[str, bool]]:
    return [(text[part.start : part.end], part.frame) for part in clauses(text, 0, len(text), quoted)]


def test_connecting_words_fall_between_clauses() -> None:
    assert _cut("The mill burned down, but nobody was hurt.") == [
        ("The mill burned down", False),
        ("nobody was hurt", False),
    ]


def test_quoted_words_are_never_cut() -> None:
    text = "“The mill burned down, but nobody was hurt.”"
    assert _cut(text, ((0, len(text)),)) == [("“The mill burned down, but nobody was hurt.”", False)]


def test_who_said_so_is_a_frame() -> None:
    parts = _cut("According to the coroner, the brakes had failed, police said on Monday.")
    assert [words for words, frame in parts if not frame] == ["the brakes had failed"]


def test_a_relative_clause_does_not_tear_a_subject_from_its_verb() -> None:
    assert _cut("The driver, who had slept for two hours, was charged.") == [
        ("The driver, who had slept for two hours, was charged", False)
    ]


@pytest.mark.parametrize(
    "words", ["", " ", ",", "said that", "because", "—;—", "that that that", ", , , but"]
)
def test_scraps_are_cut_without_harm(words: str) -> None:
    assert all(part.start < part.end for part in clauses(words, 0, len(words)))

"""Searching texts, values and notes, with the full-text index and without."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Comparison, DateValue, Entity, Quantity
from factcheck.review.desk import Desk
from factcheck.review.facts import Facts
from factcheck.review.folding import folded
from factcheck.review.memory import MemoryLog
from factcheck.review.search import Finder, Hit, counted
from factcheck.store.wordindex import WordIndex
from tests.desks import make_desk
from tests.factories import make_article, make_claim, split_lines, story

TEXT = (
    "Müller counted nearly three thousand men on Tuesday.\n"
    "The firefighters said 3,000 again, not 300 or 13,000.\n"
    "倉庫で火災がありました。A bonfire was lit.\n"
)


def facts(text: str = TEXT) -> Facts:
    article = make_article("a1", text, "Wire")
    claim = make_claim(article, text.split("\n")[0])
    at = text.find("three thousand")
    day = text.find("Tuesday")
    name = text.find("Müller")
    if at >= 0:
        claim = replace(
            claim,
            values=(
                Quantity(at, at + 14, "three thousand", 3000, 2700, 3000, "about", "person"),
                DateValue(day, day + 7, "Tuesday", "2025-03-04", "2025-03-04"),
                Entity(name, name + 6, "Müller", "Jan Müller", "person"),
            ),
        )
    return Facts([article], [claim], Comparison())


def found(finder: Finder, query: str, text: str = TEXT) -> list[str]:
    return [text[hit.start : hit.end] for hit in finder.find(query)]


@pytest.mark.parametrize("index", [WordIndex, None], ids=["indexed", "plain"])
@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("FIRE", ["fire"]),
        ("onfire", ["onfire"]),
        ("muller", ["Müller"]),
        ("three  thousand", ["three thousand"]),
        ("3,000", ["three thousand", "3,000"]),
        ("3000", ["three thousand"]),
        ("300", ["300"]),
        ("2025-03-04", ["Tuesday"]),
        ("jan mull", ["Müller"]),
        ("火災", ["火災"]),
        ("。a", ["。A"]),
        ("zebra", []),
        ('"', []),
        ("NOT *", []),
        ("  ", []),
    ],
)
def test_words_numbers_days_and_names_are_found(
    index: type[WordIndex] | None, query: str, wanted: list[str]
) -> None:
    assert found(Finder(facts(), index), query) == wanted


def test_the_beginning_of_a_word_goes_before_the_middle_of_one() -> None:
    (hit,) = Finder(facts(), WordIndex).find("fire")
    assert hit.start == TEXT.index("firefighters")
    assert hit.where == "text"


def test_a_value_is_shown_as_it_was_read() -> None:
    (hit,) = Finder(facts(), WordIndex).find("3000")
    assert (hit.where, hit.read) == ("value", "3000 2700 person")


@pytest.mark.parametrize("index", [WordIndex, None], ids=["indexed", "plain"])
def test_a_kind_of_unit_is_found_and_shown_in_words(index: type[WordIndex] | None) -> None:
    known = facts()
    (claim,) = known.claims.values()
    figure, *others = claim.values
    assert isinstance(figure, Quantity)
    soldiers = replace(claim, values=(replace(figure, unit="person_military"), *others))
    (article,) = known.articles
    (hit,) = Finder(Facts([article], [soldiers], Comparison()), index).find("military")
    assert (hit.where, hit.read) == ("value", "3000 2700 person military")


@settings(deadline=None, max_examples=60)
@given(st.text("abÀaé3,0. \n'\"*火", max_size=60), st.text("abàé3,0. '\"*火", min_size=1, max_size=5))
def test_the_index_changes_no_answer(text: str, query: str) -> None:
    world = facts(f"x {text}")
    assert Finder(world, WordIndex).find(query) == Finder(world, None).find(query)


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(folded(text)) == len(text)


def test_notes_are_found_at_their_claims_and_may_be_hidden() -> None:
    log = MemoryLog()
    ben = make_desk(log, "ben")
    ben.write_note(ben.queue.claims[2], "ask the Harbourmaster")
    anna = make_desk(log, "anna")
    assert "in the note on" in anna.find("harbourm")
    assert [hit.where for hit in anna.hits] == ["note"]
    anna.enter()
    assert anna.claim is not None
    assert anna.claim.id == ben.queue.claims[2]
    blind = Desk(story(), log, "cleo", split=split_lines, blind="verdicts")
    assert blind.find("harbourm") == "no hit for “harbourm”"


def test_hits_are_counted_by_where_they_stand() -> None:
    hits = [Hit("a1", 0, 1), Hit("a1", 2, 3), Hit("a1", 0, 1, "note", "n")]
    assert counted(hits) == "2 in texts, 1 in notes"

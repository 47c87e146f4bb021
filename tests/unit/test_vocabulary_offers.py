"""The word that was missing: offered where it would have brought two claims together, and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.compare.vocabulary import Offer, offers, typed
from factcheck.model import LexiconEntry
from factcheck.problems import BadInput
from factcheck.rules import load_rules
from factcheck.session.vocabulary import add_words
from tests.unit.compare_world import LEXICON, World

if TYPE_CHECKING:
    from pathlib import Path

CLOSING = (*LEXICON, LexiconEntry("predicate", "close", ("closed", "shut", "closure")))


def told(first: str, second: str) -> tuple[World, str, str]:
    """A story of two articles with a claim each, and the ids of the two."""
    world = World()
    ids = []
    for text in (first, second):
        article = world.article(f"{text}.", "The weather was fine on that day.")
        ids.append(world.claim(article, text))
    return world, ids[0], ids[1]


def offered(world: World, a: str, b: str) -> tuple[Offer, ...] | None:
    return offers(world.articles, world.sentences, world.claims, CLOSING, (a, b))


def test_the_word_that_would_have_found_it_is_offered_with_its_class() -> None:
    world, a, b = told("The owner closed the old yard at Norvik", "The yard was mothballed, Harlow said")
    found = offered(world, a, b)
    assert found
    assert [(each.name, each.terms) for each in found][:1] == [("close", ("mothballed",))]
    assert found[0].shown == "“mothballed” tells what “close” tells"
    assert found[0].typed == "mothballed = close"


def test_an_offer_holds_what_it_says() -> None:
    world, a, b = told("The owner closed the old yard at Norvik", "The yard was mothballed, Harlow said")
    found = offered(world, a, b)
    assert found
    more = (*CLOSING, found[0].entry)
    assert offers(world.articles, world.sentences, world.claims, more, (a, b)) is None


def test_nothing_is_offered_where_the_two_meet_already() -> None:
    world, a, b = told("The owner closed the old yard at Norvik", "The old yard at Norvik was shut")
    assert offered(world, a, b) is None


def test_names_and_numbers_are_no_words_to_add() -> None:
    world, a, b = told("The owner closed the old yard at Norvik", "Harlow had it in 2019")
    assert not any(
        term in ("Harlow", "harlow", "2019") for each in offered(world, a, b) or () for term in each.terms
    )


@pytest.mark.parametrize(
    ("second", "odd"),
    [
        ("The yard lay at a depth of 8 metres, Harlow said", "depth"),
        ("The epicentre was under the yard, Harlow said", "epicentre"),
        ("The yard will stay as it was, Harlow said", "stay"),
    ],
)
def test_what_tells_no_deed_is_not_offered_for_one(second: str, odd: str) -> None:
    world, a, b = told("The owner closed the old yard at Norvik", second)
    assert odd not in {term for each in offered(world, a, b) or () for term in each.terms}


def test_a_noun_is_offered_for_a_noun_of_the_deed_only() -> None:
    world, a, b = told(
        "The closure of the yard angered Norvik", "The abandonment of the yard angered Norvik town"
    )
    found = offered(world, a, b)
    assert found is None or all(each.terms == ("abandonment",) for each in found)
    world, a, b = told("The owner closed the old yard at Norvik", "The abandonment of the yard, Harlow said")
    assert "abandonment" not in {term for each in offered(world, a, b) or () for term in each.terms}


@pytest.mark.parametrize(
    ("text", "role", "name", "terms", "kind"),
    [
        ("axed, shed = close", "predicate", "close", ("axed", "shed"), None),
        ("axed = shut", "predicate", "close", ("axed",), None),
        ("axed = scrapped", "predicate", "scrapped", ("axed", "scrapped"), None),
        ("Ms Holm = Kira Holm (person)", "alias", "Kira Holm", ("Ms Holm", "Kira Holm"), "person"),
        ("my  bank =  Nor (Organisation)", "alias", "Nor", ("my bank", "Nor"), "organisation"),
    ],
)  # fmt: skip
def test_what_a_reviewer_types_is_read(
    text: str, role: str, name: str, terms: tuple[str, ...], kind: str | None
) -> None:
    found = typed(text, CLOSING)
    assert (found.role, found.name, found.terms, found.kind) == (role, name, terms, kind)


@pytest.mark.parametrize("text", ["", "axed", "= close", "axed =", "axed = (person)", "x" * 50 + " = close"])
def test_what_cannot_be_read_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(BadInput, match="write: axed = cut"):
        typed(text, CLOSING)


def test_words_are_kept_in_a_file_that_people_can_edit(tmp_path: Path) -> None:
    path = tmp_path / "words.yaml"
    assert add_words(path, LexiconEntry("predicate", "close", ("axed",)))
    path.write_text(path.read_text() + "  # from the desk\n")
    assert add_words(path, LexiconEntry("predicate", "close", ("shed",)))
    assert add_words(path, LexiconEntry("alias", "Kira Holm", ("Ms Holm",), "person"))
    assert not add_words(path, LexiconEntry("predicate", "close", ("axed",)))
    read = load_rules([path])
    assert read.problems == ()
    assert [(e.role, e.name, e.terms, e.kind) for e in read.lexicon] == [
        ("predicate", "close", ("axed", "shed"), None),
        ("alias", "Kira Holm", ("Ms Holm",), "person"),
    ]
    assert "# from the desk" in path.read_text()


def test_a_word_file_with_errors_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "words.yaml"
    path.write_text("version: 1\npack: words\nvocabularies: {own_1: {rôle: predicate}}\n")
    before = path.read_text()
    with pytest.raises(BadInput):
        add_words(path, LexiconEntry("predicate", "close", ("axed",)))
    assert path.read_text() == before


def test_a_term_that_no_rule_file_may_hold_leaves_the_old_words(tmp_path: Path) -> None:
    path = tmp_path / "words.yaml"
    add_words(path, LexiconEntry("predicate", "close", ("axed",)))
    before = path.read_text()
    with pytest.raises(BadInput):
        add_words(path, LexiconEntry("predicate", "close", ("…",)))
    assert path.read_text() == before

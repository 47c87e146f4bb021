"""Names: aliases of the lexicon, capitals, titles, brackets, and surnames over a whole session."""

from __future__ import annotations

import pytest

from factcheck.values import ValueReader
from factcheck.values.namebook import NameBook, spelling
from tests.unit.values_world import LEXICON, article, lines, names

NAMED: list[tuple[str, list[tuple[str, str, str]]]] = [
    ("They met in Harbour City.", [("Harbour City", "Norland", "place")]),
    ("Norlandic troops left.", [("Norlandic", "Norland", "place")]),
    ("Norland’s president left.", [("Norland’s president", "Iva Brandt", "person")]),
    ("The envoy met Pavel Orlov there.", [("Pavel Orlov", "Pavel Orlov", "person")]),
    ("President Pavel Orlov left.", [("Pavel Orlov", "Pavel Orlov", "person")]),
    ("Gen. Pavel Orlov left.", [("Pavel Orlov", "Pavel Orlov", "person")]),
    ("They met Prime Minister Orlov there.", [("Orlov", "Orlov", "person")]),
    ("Lawmaker Lee Min-jae left.", [("Lee Min-jae", "Lee Min-jae", "person")]),
    ("They met Ludwig van Hoorn there.", [("Ludwig van Hoorn", "Ludwig van Hoorn", "person")]),
    ("They met J. Orlov there.", [("J. Orlov", "J. Orlov", "person")]),
    ("They asked the Ministry of Health.", [("Ministry of Health", "Ministry of Health", "organisation")]),
    (
        "They asked the Court of Human Rights there.",
        [("Court of Human Rights", "Court of Human Rights", "organisation")],
    ),
    (
        "They asked the Ministry of Defence of Norland.",
        [("Ministry of Defence of Norland", "Ministry of Defence of Norland", "organisation")],
    ),
    ("They asked Norland Police there.", [("Norland Police", "Norland Police", "organisation")]),
    ("They asked WHO there.", [("WHO", "WHO", "organisation")]),
    ("They met near Elbridge on Friday.", [("Elbridge", "Elbridge", "place")]),
    ("They crossed the Green River.", [("Green River", "Green River", "place")]),
    ("Yesterday they left.", []),
    ("However, they left.", []),
    ("Residents left.", []),
    ("They left on Friday in December.", []),
    ("They left on Dec. 9.", []),
    ("They burned the IDs and the POWs left.", []),
    ("WE ARE LEAVING THE TOWN TODAY", []),
]


@pytest.mark.parametrize(("text", "expected"), NAMED, ids=[row[0] for row in NAMED])
def test_name(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(one.text, one.name, one.kind) for one in names(text)] == expected


def test_surname_means_the_full_name() -> None:
    found = names("They met Pavel Orlov there.", "Orlov left.")
    assert [one.name for one in found] == ["Pavel Orlov", "Pavel Orlov"]


def test_first_word_of_a_name_means_it_too() -> None:
    found = names("They met Lee Min-jae there.", "They asked Lee.")
    assert [one.name for one in found] == ["Lee Min-jae", "Lee Min-jae"]


def test_surname_of_two_people_means_neither() -> None:
    found = names("They met Pavel Orlov and Anna Orlov there.", "They asked Orlov.")
    assert [one.name for one in found] == ["Pavel Orlov", "Anna Orlov", "Orlov"]


def test_letters_in_brackets_mean_the_name_before_them() -> None:
    found = names("They asked the Coastal Relief Agency (CRA) there.", "The CRA left.")
    assert [one.name for one in found] == ["Coastal Relief Agency"] * 3


def test_word_that_opens_a_sentence_is_a_name_if_it_keeps_its_capital() -> None:
    assert [one.name for one in names("They met near Elbridge.", "Elbridge burned.")] == [
        "Elbridge",
        "Elbridge",
    ]
    assert names("Harvest began.", "The harvest was poor.") == []


def test_spellings_of_one_name_meet() -> None:
    assert spelling("Dmytro Zaretskyi") == spelling("Dmytro Zaretsky") == spelling("Dmytró Zaretskiy")
    assert spelling("Anna Orlova") != spelling("Anna Orlov")


def test_session_book_is_learnt_once_and_reading_changes_nothing() -> None:
    first, first_sentences = lines("They met Pavel Orlov there.")
    second, second_sentences = lines("They asked Orlov there.")
    reader = ValueReader(LEXICON)
    alone = reader.read(second, second_sentences)
    reader.read(first, first_sentences)
    assert reader.read(second, second_sentences) == alone
    reader.learn(first, first_sentences)
    known = [
        value for row in reader.read(second, second_sentences) for value in row if value.kind == "person"
    ]
    assert [getattr(value, "name", "") for value in known] == ["Pavel Orlov"]
    assert reader.canonical("Orlov") == "Pavel Orlov"


def test_copy_of_a_book_is_its_own() -> None:
    book = NameBook()
    book.add("Pavel Orlov", "person")
    other = book.copy()
    other.add("Mira Kovac", "person")
    assert book.find("Kovac") is None
    assert other.find("Kovac") == other.find("Mira Kovac")


def test_article_without_sentences_has_no_values() -> None:
    assert ValueReader(LEXICON).read(article("Nothing here."), ()) == ()


@pytest.mark.parametrize("opening", ["", "By "])
def test_a_name_that_stands_twice_in_a_row_is_one_name(opening: str) -> None:
    """A byline or a label runs into the sentence that opens with the same name."""
    found = names(f"{opening}Pavel Lund Pavel Lund said that the mill burned.")
    assert {name.name for name in found} == {"Pavel Lund"}

"""Countries, bodies and people that no lexicon knows: what the texts themselves say of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.model import Article, Attribution, Entity
from factcheck.values import ValueReader
from factcheck.values.demonyms import stems
from tests.unit.values_world import LEXICON, lines, names, said


def origins(*texts: str) -> list[str]:
    return [one.origin for one in said(*texts)]


def session(*articles: tuple[str, ...]) -> list[list[Entity | Attribution]]:
    """The names and attributions of each article, all of them learnt first."""
    made = [lines(*texts) for texts in articles]
    made = [(_numbered(article, place), sentences) for place, (article, sentences) in enumerate(made)]
    reader = ValueReader(LEXICON)
    for article, sentences in made:
        reader.learn(article, sentences)
    return [
        [
            value
            for row in reader.read(article, sentences)
            for value in row
            if isinstance(value, Entity | Attribution)
        ]
        for article, sentences in made
    ]


def _numbered(article: Article, place: int) -> Article:
    return replace(article, id=f"a{place + 1}", text_sha256=f"{place}{article.text_sha256[1:]}")


@pytest.mark.parametrize("word", ["orvanian", "orvanians"])
def test_adjective_and_people_of_a_place(word: str) -> None:
    assert "orvania" in stems(word)


@pytest.mark.parametrize(
    ("word", "place"),
    [("veldish", "veldland"), ("keldanese", "keldan"), ("tolmari", "tolmar"), ("saffrians", "saffria")],
)
def test_endings_of_adjectives(word: str, place: str) -> None:
    assert place in stems(word)


def test_short_words_have_no_stems() -> None:
    assert stems("van") == ()


def test_adjective_meets_its_country() -> None:
    found = names("They fled to Orvania.", "Seventeen Orvanian guards left with two Orvanians.")
    assert [(one.text, one.name, one.kind) for one in found] == [
        ("Orvania", "Orvania", "place"),
        ("Orvanian", "Orvania", "place"),
        ("Orvanians", "Orvania", "place"),
    ]


def test_nation_before_an_office_is_no_part_of_the_name() -> None:
    found = names("They left Orvania.", "They met Orvanian Defence Minister Ilse Marn there.")
    assert [(one.text, one.name) for one in found[1:]] == [
        ("Orvanian", "Orvania"),
        ("Ilse Marn", "Ilse Marn"),
    ]


def test_joint_adjective_is_two_names() -> None:
    found = names("They left Orvania for Kestria.", "The Orvania-Kestria border is shut.")
    assert [one.name for one in found] == ["Orvania", "Kestria", "Orvania", "Kestria"]


def test_double_name_of_a_person_stays_one() -> None:
    assert [one.text for one in names("They met Jean-Paul Orlov there.")] == ["Jean-Paul Orlov"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They asked Orvania's foreign ministry.", "place"),
        ("They asked the army of Orvania.", "place"),
        ("They crossed the Orvania river.", "place"),
        ("They asked the aid group Warm Hands.", "organisation"),
        ("They asked the Evening Horn.", "organisation"),
        ("They asked the Coastal Rescue Mission.", "organisation"),
        ("They asked Marsh Haulage, which owns the hall.", "organisation"),
        ("They asked the insurer Marsh Mutual.", "organisation"),
        ("They left Lake Marsh.", "place"),
        ("They left the town of Old Marsh.", "place"),
        ("They asked crane operator Ivo Marsh.", "person"),
    ],
)
def test_kind_of_an_unknown_name(text: str, kind: str) -> None:
    assert [one.kind for one in names(text)] == [kind]


def test_numbered_thing_is_no_name() -> None:
    assert names("It began in Warehouse 7 of the dock.") == []


def test_body_goes_by_the_fullest_name_of_the_article() -> None:
    told = origins("The Aldport fire brigade said that it rained.", "\nLater it snowed, the brigade said.")
    assert told == ["Aldport fire brigade", "Aldport fire brigade"]


def test_body_goes_by_the_only_such_name_of_the_session() -> None:
    first, second = session(
        ("Regional police said that it rained.",),
        ("It rained, police said.",),
    )
    assert [one.origin for one in first if isinstance(one, Attribution)] == ["regional police"]
    assert [one.origin for one in second if isinstance(one, Attribution)] == ["regional police"]


def test_of_two_such_bodies_neither_is_meant() -> None:
    _, second = session(
        ("They asked the foreign ministry of Orvania and Kestria's foreign ministry.",),
        ("It rained, the foreign ministry said.",),
    )
    assert [one.origin for one in second if isinstance(one, Attribution)] == ["foreign ministry"]


def test_union_is_not_the_last_body_named() -> None:
    told = origins("The Marsh Insurance Group said that it rained.", "It snowed, the union said.")
    assert told == ["Marsh Insurance Group", "union"]


def test_who_heads_a_body_speaks_for_it() -> None:
    first, second = session(
        ("It rained, said Colonel Ivo Marn, who heads the Coastal Rescue Mission (CRM) there.",),
        (
            "It rained, the head of the rescue mission said.",
            "Marn added that it snowed.",
            "The CRM agreed that it hailed.",
        ),
    )
    told = [one for one in (*first, *second) if isinstance(one, Attribution)]
    assert {one.origin for one in told} == {"Coastal Rescue Mission"}
    assert [one.by for one in told] == ["Ivo Marn", None, "Ivo Marn", None]


def test_spokesman_and_leader_are_their_bodies() -> None:
    told = origins(
        "The dockers' union said that it rained.",
        "It snowed, union leader Mara Deel said.",
        "Ivo Marn, a spokesman for the dockers' union, said that it hailed.",
    )
    assert told == ["dockers' union"] * 3


def test_politician_speaks_for_himself_on_a_side() -> None:
    (one,) = said("Orvania's foreign minister, Ilse Marn, said that it rained.")
    assert (one.origin, one.side, one.by) == ("Ilse Marn", "Orvania", None)


@pytest.mark.parametrize(
    ("text", "origin", "side"),
    [
        ("Orvania's defence ministry said that it rained.", "Orvania defence ministry", "Orvania"),
        ("The whole valley was under water, the army of Orvania said.", "Orvania army", "Orvania"),
        ("Orvania's government said that it rained.", "Orvania", "Orvania"),
    ],
)
def test_body_of_a_state_carries_its_side(text: str, origin: str, side: str) -> None:
    (one,) = said(text)
    assert (one.origin, one.side) == (origin, side)


def test_capital_stands_for_its_state_where_the_text_says_so() -> None:
    told = said(
        "They met in Tolm, the capital of Orvania.", "Military intelligence in Tolm believes that it rained."
    )
    assert [(one.origin, one.side) for one in told] == [("Orvania military intelligence", "Orvania")]


def test_document_is_its_own_origin() -> None:
    told = said("Under the deal, all prisoners go home, according to a copy seen by the Evening Horn.")
    assert [(one.origin, one.vague) for one in told] == [("copy of the deal", False)]


def test_office_of_somebody_is_the_person() -> None:
    assert origins("The president, Ivo Marn, left, his office said.") == ["Ivo Marn"]


def test_adjective_of_a_state_that_stands_in_a_bodys_name_only() -> None:
    found = names("They asked the Orvania Civil Guard.", "It found nine Orvanians.")
    assert [(one.name, one.kind) for one in found] == [
        ("Orvania Civil Guard", "organisation"),
        ("Orvania", "place"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The ministry raised the number of dead to 14.", ["ministry"]),
        ("The bank raised wages to 14 crowns.", []),
        ("The finance ministry spoke of 40 dead.", ["finance ministry"]),
        ("The minister spoke of old times.", []),
        (
            "Elbridge ministry officials have not moved from their figure of six.",
            ["Elbridge ministry"],
        ),
        ("The crash claimed 17 lives.", []),
        ("No group has claimed that the bridge fell.", []),
        ("Unions fear that 400 jobs will go.", ["unions"]),
        ("The chamber of commerce warned that 40 people would leave.", ["chamber of commerce"]),
        ("Several people have died since Monday, Ivo Marn told a rally outside the gates.", ["Ivo Marn"]),
        ("“Nobody will be left behind,” Ivo Marn said during a visit to the wounded.", ["Ivo Marn"]),
        ("Police in the town of Elbridge said that four people had left.", ["Elbridge police"]),
    ],
)
def test_who_is_heard(text: str, told: list[str]) -> None:
    assert origins(text) == told

"""Whom "the company", "its spokesman", "the mayor" and "a spokeswoman" mean, and who is nobody at all."""

from __future__ import annotations

import pytest

from factcheck.model import Attribution
from tests.unit.test_values_unknown_names import session
from tests.unit.values_world import names, said

NOBODY = "?"

MEANT: list[tuple[tuple[str, ...], list[str]]] = [
    # a company by what it is
    (("The Marten Group will cut 300 jobs.", "\nThe group said it would pay everyone."), ["Marten Group"]),
    (("Marten Holdings will cut 300 jobs.", "\nRain fell.", "\nThe company said so."), ["Marten Holdings"]),
    (
        ("The shipbuilder Marten Holdings lost money.", "\nThe shipbuilder said it would recover."),
        ["Marten Holdings"],
    ),
    (("Helm Insurance will pay.", "The insurer said the sum was 3 million."), ["Helm Insurance"]),
    (("Investors in Tamsin Bank lost 3 million.", "The lender said it would pay."), ["Tamsin Bank"]),
    (
        ("The airline Nordwing cancelled 40 flights.", "\nPolice came.", "\nThe company said it would pay."),
        ["Nordwing"],
    ),
    (
        (
            "Talks between Helm plc and the Dalen Union failed.",
            "\nThe company said so.",
            "\nThe union did, it said.",
        ),
        ["Helm", "Dalen Union"],
    ),
    (("According to the company, 40 left.",), ["company"]),
    # a body by its noun, an owned voice by its owner
    (
        ("The Dorn Institute met.", "\nThe council met.", "\nThe institute said it was over."),
        ["Dorn Institute"],
    ),
    (("The Arden Museum was robbed.", "It will open on Friday, its spokeswoman said."), ["Arden Museum"]),
    (("The Marten Group will cut 300 jobs.", "Its spokesman said the plan was final."), ["Marten Group"]),
    (("The ministry denied this.", "Its spokesman said nobody was hurt."), ["ministry", "ministry"]),
    (("The prosecutor opened an inquiry, a spokeswoman said.",), ["prosecutor"]),
    (("Goods were insured with Helm Mutual, a spokesman for the company said.",), ["Helm Mutual"]),
    (("The Marten Group lost money.", "A company spokeswoman said so."), ["Marten Group"]),
    (("The dockers' union struck.", "Its leader, Per Dahl, said 300 came."), ["dockers' union"]),
    # a village is no body, a bare spokesman is nobody
    (("Dozens are missing in the village, its head, Ole Hamm, said.",), ["Ole Hamm"]),
    (("A spokesman said 40 died.",), [NOBODY]),
    # offices
    (
        ("Mayor Ida Lund came.", "\nPolice came.", "\nRain fell.", "\nThe mayor said it was safe."),
        ["Ida Lund"],
    ),
    (
        ("Mayor Ida Lund came.", "The police chief, Jan Ott, came.", "\nThe police chief said so."),
        ["Jan Ott"],
    ),
    (("The health minister, Ida Lund, left.", "\nRain fell.", "\nThe minister said so."), ["Ida Lund"]),
    # who tells what others say
    (("The dam had burst, the Herald reported, citing the police.",), ["police"]),
    (("The dam had burst, Reuters reported, citing two officials.",), [NOBODY]),
    (("KORVEL (Reuters) - The dam had burst, police said.",), ["police"]),
    (("An earlier version of this article said that 40 died.",), []),
    (("In my last column I wrote that 40 died.",), []),
    # crowds and strangers
    (("Sources close to the talks said the deal was near.",), [NOBODY]),
    (("Residents of Korvel said the water rose.",), [NOBODY]),
    (("Doctors said 40 were hurt.",), [NOBODY]),
    (("Two workers said 40 were hurt.",), [NOBODY]),
    (("The organisers said 8,000 came.",), ["organisers"]),
]


@pytest.mark.parametrize(("texts", "origins"), MEANT, ids=[" ".join(row[0]) for row in MEANT])
def test_who_is_meant(texts: tuple[str, ...], origins: list[str]) -> None:
    assert [NOBODY if one.vague else one.origin for one in said(*texts)] == origins


@pytest.mark.parametrize(
    "first",
    [
        "Marten Holdings' chief executive, Lena Rask, said the plan was final.",
        "Lena Rask, chief executive of Marten Holdings, said the plan was final.",
    ],
)
def test_a_chief_executive_speaks_for_the_company_and_stays_known_by_name(first: str) -> None:
    found = said(first, "\nRask said on Friday that more would come.", "\nShe said it was over.")
    assert {(one.origin, one.by) for one in found} == {("Marten Holdings", "Lena Rask")}


def test_its_own_figure_is_the_bodys() -> None:
    found = said("The Marten Group lost money.", "It has raised its estimate of the loss to 4 million euros.")
    assert {one.origin for one in found} == {"Marten Group"}


def test_a_police_spokeswoman_is_the_police() -> None:
    found = said("Police spokeswoman Kira Voss said 12 were held.", "\nVoss said more would come.")
    assert {(one.origin, one.by) for one in found} == {("police", "Kira Voss")}


def test_a_party_leader_speaks_for_himself() -> None:
    found = said("Otto Kern, the leader of the Blue Ticket, said he had won.")
    assert [one.origin for one in found] == ["Otto Kern"]


def test_after_a_spokesman_he_is_the_spokesman_and_it_the_body() -> None:
    found = said("Pavel Orlov, a spokesman for the NRS, said so.", "He said 40 fled.", "It said 50 fled.")
    assert [(one.origin, one.by) for one in found[1:]] == [
        ("Rescue Service", "Pavel Orlov"),
        ("Rescue Service", None),
    ]


def test_a_nation_and_an_office_are_the_one_who_holds_it() -> None:
    rows = session(
        ("They left Orvania.", "Orvania's foreign minister, Otto Kern, said so."),
        ("They left Orvania.", "Orvania's foreign minister said more would come."),
    )
    second = [one for one in rows[1] if isinstance(one, Attribution)]
    assert [one.origin for one in second] == ["Otto Kern"]


def test_shares_in_a_company_put_it_on_no_map() -> None:
    found = names("Shares in Marten fell.", "Marten Group said so.", "A stake in Marten was sold.")
    assert {(one.name, one.kind) for one in found} == {("Marten Group", "organisation")}


def test_a_town_keeps_its_name_beside_its_hospital() -> None:
    found = names("He was brought to the Elbridge Hospital.", "They live in Elbridge.", "Elbridge mourns.")
    assert [one.name for one in found][1:] == ["Elbridge", "Elbridge"]

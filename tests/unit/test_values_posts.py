"""For whom a person speaks: officials, lawyers, chiefs, who speaks for himself, and several at once."""

from __future__ import annotations

import pytest

from tests.unit.values_world import names, said

SPOKEN_FOR: list[tuple[tuple[str, ...], tuple[str, str | None]]] = [
    # who serves a body, and who only works in it or has left it
    (("Ida Lund, an official at the health ministry, said 40 fled.",), ("health ministry", "Ida Lund")),
    (("Inspector Ida Lund of the Elbridge police said 40 fled.",), ("Elbridge police", "Ida Lund")),
    (("Ida Lund, a nurse at the Arden Hospital, said 40 fled.",), ("Ida Lund", None)),
    (("Ida Lund, a former spokeswoman for Marten Holdings, said 40 fled.",), ("Ida Lund", None)),
    (("Ida Lund, a whistleblower at Marten Holdings, said 40 fled.",), ("Ida Lund", None)),
    (("A police officer said 40 fled.",), ("police", None)),
    (("Officials from the health ministry said 40 fled.",), ("health ministry", None)),
    # a company's chiefs, with no company beside their name
    (
        ("Marten Holdings lost money.", "Finance chief Per Dahl said it would recover."),
        ("Marten Holdings", "Per Dahl"),
    ),
    (
        ("Marten Holdings lost money.", "Former chief executive Per Dahl said it would recover."),
        ("Per Dahl", None),
    ),
    (("The Dorn Institute met.", "Chief executive Per Dahl said it was over."), ("Per Dahl", None)),
    # a spokeswoman of a party is the party, its leader is himself
    (("The Blue Party met.", "Party spokeswoman Ida Lund said 40 came."), ("Blue Party", "Ida Lund")),
    (("The Blue Party met.", "Party leader Ida Lund said 40 came."), ("Ida Lund", None)),
    # lawyers
    (("Otto Kern left.", "His lawyer said he was ill."), ("Otto Kern", None)),
    (("Otto Kern was not there, his lawyer said.",), ("Otto Kern", None)),
    (("Ida Lund, a lawyer for Otto Kern, said 40 fled.",), ("Otto Kern", "Ida Lund")),
    (("Otto Kern's lawyer, Ida Lund, said 40 fled.",), ("Otto Kern", "Ida Lund")),
    (("Otto Kern's lawyers said 40 fled.",), ("Otto Kern", None)),
    (("Marten Holdings lost.", "The company's lawyer, Per Dahl, said so."), ("Marten Holdings", "Per Dahl")),
    # against or beside one's own body
    (
        ("Ida Lund, a spokeswoman for Marten Holdings, said in a personal capacity that 40 fled.",),
        ("Ida Lund", None),
    ),
    (
        ("Ida Lund, the treasurer of the Dalen Union, said that 40 came, contradicting her own union.",),
        ("Ida Lund", None),
    ),
    # what somebody issued
    (
        ("The Dalen Union issued a statement.", "The plan was final, the statement said."),
        ("Dalen Union", None),
    ),
    (
        ("The town was safe, the Dorn Institute wrote in its report.", "Nobody fled, the report says."),
        ("Dorn Institute", None),
    ),
    (("It recorded rain.", "The Dorn Institute recorded 40 millimetres of rain."), ("Dorn Institute", None)),
    # several
    (("The dam burst, police and the fire service said.",), ("police and fire service", None)),
    (
        ("The dam burst on Monday, the health ministry and the Dorn Institute said.",),
        ("health ministry and Dorn Institute", None),
    ),
    (
        ("They moved 40 men to Korvel, US and Norlandic officials said.",),
        ("United States officials and Norland officials", None),
    ),
    (("Shells hit a hospital and the army said so.",), ("army", None)),
]


@pytest.mark.parametrize(("texts", "who"), SPOKEN_FOR, ids=[" ".join(row[0]) for row in SPOKEN_FOR])
def test_whose_voice_it_is(texts: tuple[str, ...], who: tuple[str, str | None]) -> None:
    last = said(*texts)[-1]
    assert (last.origin, last.by) == who


@pytest.mark.parametrize(
    "text",
    [
        "The statement said 40 fled.",
        "The tower recorded 40 ships.",
        "Norland recorded 40 degrees.",
        "It was Otto Kern who called 40 men.",
    ],
)
def test_nobody_can_be_asked(text: str) -> None:
    assert all(one.vague for one in said(text))


def test_a_house_and_another_body_are_two_names() -> None:
    found = names("The Saint Brida Hospital and the Dorn Institute sent three nurses there.")
    assert [one.name for one in found] == ["Saint Brida Hospital", "Dorn Institute"]

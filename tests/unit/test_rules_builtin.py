"""What the built-in names find, how far they go, and where they stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.rules import compile_rules
from tests.unit.rules_world import load, rule

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.rules import Engine


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    names = ("number", "money", "percent", "date", "name", "org", "quote", "approx")
    rules = "".join(
        rule(f"{{{name}:it}}", name=f"a.{name}", words="").removeprefix("rules:\n") for name in names
    )
    ruleset = load(tmp_path_factory.mktemp("rules"), "version: 1\nrules:\n" + rules)
    assert ruleset.problems == ()
    return compile_rules(ruleset)


def spans(engine: Engine, name: str, text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in engine.hits(text, 0, len(text)) if hit.rule == f"a.{name}"]


WHOLE = {
    "number": [
        "7", "3,000", "12,500,000", "12 000", "3.5", "1.2 million", "3bn", "40k", "seventy-five", "two dozen",
        "a dozen", "half a million", "a hundred", "several hundred", "two hundred and fifty thousand",
        "thousands of", "tens of thousands of", "several", "a few", "a couple of", "one or two",
        "10,000 to 12,000", "between 11,000 and 12,000", "between ten and twelve thousand", "from 5 to 10",
        "1,000-2,000", "ten–fifteen", "five and a half", "two-and-a-half",
    ],
    "money": [
        "$3.5 billion", "US$3m", "€40", "£2,000", "EUR 20 million",
        "two million dollars", "40 euros", "$3-4bn", "70-million-euro",
    ],
    "percent": ["12%", "12.5 %", "5 per cent", "10-15 percent", "two percentage points", "between 5 and 7%"],
    "date": [
        "Monday", "Friday morning", "Thursday, Dec. 26", "Dec. 26th", "26 December 2024", "December 26, 2024",
        "the end of March", "last week", "this month", "earlier this month", "last Friday", "mid-November",
        "the past three weeks", "the last 24 hours", "two days ago", "a few days ago", "yesterday",
        "the 1990s", "2024-12-26", "late on Friday", "early 2023", "September 2021", "2019", "24 May",
        "Dec. 26-28, 2023", "the day before",
    ],
    "name": [
        "Anna Berg", "Bank of Norway", "Jean-Luc Moreau", "Dr. Ada Holm", "Київ", "J. K. Lind", "O’Neill",
    ],
    "org": ["Ministry of Fisheries", "NATO", "the UN", "Harbour Workers Union"],
    "quote": ["“We saw nothing”", '"We saw nothing"', "‘it’s over’", "'no comment'"],
    "approx": ["nearly", "more than", "up to", "at least"],
}  # fmt: skip


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in WHOLE.items() for text in texts])
def test_finds_the_whole_of_it(engine: Engine, name: str, text: str) -> None:
    sentence = f"it was {text} there"
    assert spans(engine, name, sentence) == [text]


NOTHING = {
    "number": ["model A380x", "the 5th", "nobody", "online", "1.", "often"],
    "money": ["3 dollarised banks", "$", "the pound fell"],
    "percent": ["5 perch", "percentages", "5 points"],
    "date": ["the march went on", "they may go", "a second", "12 boats", "monday"],
    "name": ["nothing here", "But the boats", "On Friday"],
    "org": ["a ministry", "the Union boat".lower(), "Anna Berg"],
    "quote": ["don't and won't", "the boats’ crews", "a 5' 10\" man"],
}


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, texts in NOTHING.items() for text in texts]
)
def test_leaves_alone(engine: Engine, name: str, text: str) -> None:
    assert [found for found in spans(engine, name, text) if found not in ("1", "12", "5")] == []


def test_a_year_with_a_unit_is_left_to_the_rule(engine: Engine) -> None:
    assert spans(engine, "number", "In 2024 the crews were paid") == ["2024"]


def test_a_possessive_belongs_to_the_name_but_can_be_written_out(engine: Engine, tmp_path: Path) -> None:
    assert spans(engine, "name", "she saw Anna Berg’s boat") == ["Anna Berg’s"]
    own = compile_rules(load(tmp_path, rule("{name:who}'s {boats}")))
    hit = own.hits("saw Anna Berg’s boat", 0, 20)[0]
    assert hit.slots == (("who", 4, 13),)


def test_quotes_that_run_over_a_sentence(engine: Engine) -> None:
    assert spans(engine, "quote", "“We saw nothing.") == ["“We saw nothing."]
    assert spans(engine, "quote", "It was dark,” she said") == ["It was dark,”"]


CLAUSES = [
    ("said that nine boats sank.", "nine boats sank"),
    ("said that nine boats sank, while the union put the number at two.", "nine boats sank"),
    ("said that nine boats sank, while two came back.", "nine boats sank"),
    ("said that nine boats sank, although two came back.", "nine boats sank"),
    ("said that nine boats sank although two came back.", "nine boats sank"),
    ("said that nine boats sank, with crews leaving the port.", "nine boats sank"),
    ("said that nine boats sank, adding that more were lost.", "nine boats sank"),
    ("said that nine boats sank; two came back.", "nine boats sank"),
    ("said that nine boats sank — two came back.", "nine boats sank"),
    ("said that nine boats sank, and the union said two.", "nine boats sank"),
    ("said that nine boats sank and that two came back.", "nine boats sank"),
    ("said that nine boats sank, according to the union.", "nine boats sank"),
    ("said that nine boats sank, the agency reported.", "nine boats sank"),
    ("said that Mr. Lind’s boat, an old one, sank in 3.5 m!”", "Mr. Lind’s boat, an old one, sank in 3.5 m"),
    ("said that boats and crews, nets and ropes were lost", "boats and crews, nets and ropes were lost"),
    ("said that it rose by 3,000 euros, or 5%, with winter.", "it rose by 3,000 euros, or 5%, with winter"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim"), CLAUSES)
def test_the_rest_of_a_clause(text: str, claim: str, tmp_path: Path) -> None:
    engine = compile_rules(load(tmp_path, rule("said that {rest:claim}")))
    (hit,) = engine.hits(text, 0, len(text))
    assert [text[a:b] for _, a, b in hit.slots] == [claim]


def test_known_names_come_first(tmp_path: Path) -> None:
    words = """\
version: 1
vocabularies:
  authority: {role: alias, name: Port Authority, kind: organisation, terms: [the harbour people]}
  home: {role: alias, name: Holm, kind: place, terms: [the old town]}
"""
    engine = compile_rules(load(tmp_path, rule("{org:who} of {place:where}", words=words)))
    text = "yes, the harbour people of the old town"
    (hit,) = engine.hits(text, 0, len(text))
    assert [(name, text[a:b]) for name, a, b in hit.slots] == [
        ("who", "the harbour people"), ("where", "the old town"),
    ]  # fmt: skip

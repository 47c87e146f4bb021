"""Articles that strain a comparison: copies of themselves, empty, in other tongues, with impossible figures.

Cost is asserted in relations and in steps (calls of our own functions), never on a clock.
"""

from __future__ import annotations

import cProfile
import json
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from factcheck import analyse, load_rules
from factcheck.ingest import read_bytes
from factcheck.resources import shipped
from tests.hostile.world import POSIX, run, write

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.model import Analysis, Article
    from factcheck.rules import RuleSet

BODY = """At least 12 people were injured when a ferry ran aground off Tolme on Monday, the coast guard said.

The coast guard said 140 passengers were rescued from the ferry off Tolme on Monday.

The mayor of Tolme put the damage to the ferry and the pier at 4 million crowns.
"""
NUMBER, OTHER = "9" * 400, "8" * 400


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    return load_rules([shipped("rules")])


def article(number: int, text: str, date: str = "") -> Article:
    head = f"Title: Ferry {number}\nSource: Paper {number}\n" + (f"Date: {date}\n" if date else "")
    return read_bytes(f"{head}\n{text}".encode(), path=f"{number}.txt", id=f"a{number}")


def compared(rules: RuleSet, *texts: str) -> Analysis:
    return analyse([article(number, text) for number, text in enumerate(texts, 1)], rules)


def kinds(found: Analysis) -> Counter[str]:
    return Counter(relation.kind for relation in found.comparison.relations)


def verdicts(found: Analysis) -> set[str | None]:
    return {suggestion.verdict for suggestion in found.comparison.suggestions}


def counted(rules: RuleSet, articles: list[Article]) -> tuple[Analysis, int]:
    """An analysis, and how many calls of the program's own functions it took."""
    profile = cProfile.Profile()
    found = profile.runcall(analyse, articles, rules)
    ours = [entry for entry in profile.getstats() if "factcheck" in getattr(entry.code, "co_filename", "")]
    return found, sum(entry.callcount for entry in ours)


# --- copies -------------------------------------------------------------------------------------


def test_an_article_against_itself_backs_nothing(rules: RuleSet) -> None:
    found = compared(rules, BODY, BODY)
    assert set(kinds(found)) == {"copies"}
    assert "supported" not in verdicts(found)
    assert "conflicting" not in verdicts(found)
    assert {group.independent for group in found.comparison.groups} == {1}


def test_twenty_copies_are_one_voice(rules: RuleSet) -> None:
    found = compared(rules, *[BODY] * 20)
    assert {(group.articles, group.independent) for group in found.comparison.groups} == {(20, 1)}
    assert verdicts(found) <= {None, "unsourced"}
    assert set(kinds(found)) == {"copies"}


def test_copies_printed_on_other_days_mean_the_same_monday(rules: RuleSet) -> None:
    dates = ["2025-05-06", "2025-05-13", "2025-05-27"]
    found = analyse([article(number, BODY, date) for number, date in enumerate(dates, 1)], rules)
    assert set(kinds(found)) == {"copies"}


def test_a_hundred_copies_are_still_one_voice(rules: RuleSet) -> None:
    found = compared(rules, *[BODY.split("\n")[0]] * 100)
    assert {(group.articles, group.independent) for group in found.comparison.groups} == {(100, 1)}
    assert "supported" not in verdicts(found)


def test_relations_and_steps_grow_with_the_copies_and_not_with_their_pairs(rules: RuleSet) -> None:
    told = BODY.split("\n")[0]

    def world(size: int) -> list[Article]:
        return [article(number, told.replace("12", str(12 + number))) for number in range(size)]

    few, steps = counted(rules, world(65))
    many, more_steps = counted(rules, world(130))
    assert len(many.comparison.relations) <= 3 * len(few.comparison.relations)
    assert more_steps <= 3 * steps


def test_one_article_that_says_it_over_and_over(rules: RuleSet) -> None:
    def world(size: int) -> list[Article]:
        lines = (
            f"At least {12 + n} people were injured off Tolme on Monday, police said." for n in range(size)
        )
        return [article(1, "\n\n".join(lines))]

    _, steps = counted(rules, world(40))
    found, more_steps = counted(rules, world(80))
    assert len(found.claims) >= 80
    assert len(found.comparison.relations) <= 10 * len(found.claims)
    assert more_steps <= 3 * steps


# --- nothing to compare -------------------------------------------------------------------------


@pytest.mark.parametrize("other", ["x", "...", "Share\nTweet\nSubscribe to our newsletter\n12 comments"])
def test_beside_an_article_that_says_nothing(rules: RuleSet, other: str) -> None:
    found = compared(rules, BODY, other)
    assert {claim.article for claim in found.claims} == {"a1"}
    assert not found.comparison.relations
    assert {group.articles for group in found.comparison.groups} == {1}


@pytest.mark.parametrize(
    "other",
    [
        "Vor Tolme lief am Montag eine Fähre auf Grund; 15 Menschen wurden verletzt, so die Küstenwache.",
        "В понедельник у Тольме паром сел на мель, пострадали 15 человек, сообщила береговая охрана.",
        "月曜日、トルメ沖でフェリーが座礁し、15人が負傷した。",
        "جنحت عبارة قبالة تولمي يوم الاثنين وأصيب ١٥ شخصا، وفق خفر السواحل.",
    ],
    ids=["German", "Russian", "Japanese", "Arabic"],
)
def test_an_article_in_another_language_is_read_past(rules: RuleSet, other: str) -> None:
    found = compared(rules, BODY, other)
    told = [claim.text for claim in found.claims if claim.article == "a1"]
    assert told == [claim.text for claim in compared(rules, BODY).claims]
    assert not found.comparison.relations
    text = next(each.text for each in found.articles if each.id == "a2")
    assert other in text


# --- impossible figures and dates ---------------------------------------------------------------

TELLING = "The flood in Korvel killed {} people on Monday, {} said."


def test_a_number_too_long_to_be_read_agrees_with_no_other(rules: RuleSet) -> None:
    found = compared(rules, TELLING.format(NUMBER, "police"), TELLING.format(OTHER, "the mayor"))
    assert {claim.article for claim in found.claims} == {"a1", "a2"}
    assert not found.comparison.relations
    assert verdicts(found) == {None}


def test_numbers_of_many_digits_stop_nothing_else(rules: RuleSet) -> None:
    texts = [
        f"{BODY}\nThe tax brought in 1{',000' * 130} crowns and 5.{'1' * 400} percent more." for _ in "ab"
    ]
    found = compared(rules, texts[0], texts[1].replace("12 people", "31 people"))
    assert any("31" in relation.why and "12" in relation.why for relation in found.comparison.relations)


@pytest.mark.parametrize("when", ["in year 0", "on 0000-00-00", "on 99999-12-31", "in the year 99999"])
def test_a_date_that_cannot_be_agrees_with_none(rules: RuleSet, when: str) -> None:
    told = "The ferry sank off Korvel {}, police said."
    found = compared(rules, told.format("on 4 May 2025"), told.format(when))
    assert "agrees" not in kinds(found)
    assert "supported" not in verdicts(found)


@pytest.mark.parametrize("date", ["0000-00-00", "0001-01-01", "9999-12-31", "99999-99-99"])
def test_days_are_counted_from_impossible_article_dates(rules: RuleSet, date: str) -> None:
    text = "Nine people were hurt in Korvel yesterday, last week and 400 years ago, police said."
    later = "Nine people will leave Korvel tomorrow, and the truce ends next year, police said."
    found = analyse([article(1, text, date), article(2, later, date), article(3, text)], rules)
    assert {claim.article for claim in found.claims} == {"a1", "a2", "a3"}
    assert "conflicts" not in kinds(found)


# --- the command --------------------------------------------------------------------------------


@POSIX
def test_scan_and_compare_say_plain_lines(home: Path) -> None:
    folder = home / "in"
    folder.mkdir()
    for number in range(5):
        write(folder / f"{number}.txt", f"Title: Ferry {number}\nSource: Paper {number}\n\n{BODY}")
    write(folder / "same.txt", f"Title: Ferry 1\nSource: Paper 1\n\n{BODY}")
    write(folder / "empty.txt", "")
    write(
        folder / "german.txt", "Vor Tolme lief am Montag eine Fähre auf Grund, 15 Menschen wurden verletzt."
    )
    write(
        folder / "figures.txt", TELLING.format(NUMBER, "police") + "\n\nIt was built in 99999, on 0000-00-00."
    )
    scanned = run("scan", folder, "--format", "json")
    assert (scanned.code, len(scanned.errors)) == (2, 1)
    assert "empty.txt: the file is empty" in scanned.err
    found = json.loads(scanned.out)
    assert len(found["articles"]) == 7
    assert {s["verdict"] for s in found["suggestions"]} <= {None, "unsourced"}
    for claim in (BODY.split("\n")[0], TELLING.format(OTHER, "police")):
        answered = run("compare", claim, folder, "--format", "json")
        assert (answered.code, len(answered.errors)) == (2, 1)
        assert json.loads(answered.out)
    itself = run("compare", BODY.split("\n")[0], folder / "0.txt")
    assert itself.code == 0
    assert "conflict" not in itself.out.lower()


@POSIX
def test_pairs_of_odd_texts_are_answered(home: Path) -> None:
    odd = ["", BODY, NUMBER, "0000-00-00", "x", "負傷した。", TELLING.format(OTHER, "police")]
    pairs = [{"id": f"{a}-{b}", "claim": odd[a], "evidence": odd[b]} for a in range(1, 7) for b in range(7)]
    file = write(home / "pairs.jsonl", "".join(json.dumps(pair) + "\n" for pair in pairs))
    ended = run("compare", "--pairs", file)
    answers = [json.loads(line) for line in ended.out.splitlines()]
    assert {answer["label"] for answer in answers} <= {"supported", "conflicting", "unsourced"}
    assert len(answers) + len(ended.errors) == len(pairs)
    labels = {answer["id"]: answer["label"] for answer in answers}
    assert labels["1-1"] == "supported"
    assert labels["5-3"] == "unsourced"

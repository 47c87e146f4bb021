"""Who says a claim, where a reviewer has said so: kept, counted, told, taken back. No app is started."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factcheck.filling import fill_session
from factcheck.model import Quote
from factcheck.review.desk import Desk
from factcheck.review.history import rows
from factcheck.review.memory import MemoryLog
from factcheck.review.remarks import remarks
from factcheck.review.same import origin_of
from factcheck.review.speakers import known_speakers, speaker
from factcheck.review.standing import standing
from factcheck.workspace import Workspace, open_workspace
from tests.desks import make_desk
from tests.factories import split_lines, story
from tests.sessions import session_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def own(desk: Desk) -> str:
    """Who says the claim in hand, as the table has it."""
    return desk.voices[0].said_by


def test_a_reviewer_says_who_says_a_claim_and_takes_it_back() -> None:
    log = MemoryLog()
    desk = make_desk(log)
    before = own(desk)
    assert desk.say_who("  Ida   Roth ") == "A2 is said by Ida Roth, by your word; z takes it back"
    assert own(desk) == "Ida Roth (by hand)"
    claim = desk.claim
    assert claim is not None
    assert origin_of(claim, desk.facts) == "Ida Roth"
    assert [str(each) for each in remarks(desk, claim)] == ["r1: said by Ida Roth"]
    assert own(make_desk(log, "ben")) == "Ida Roth (by hand)", "the other reviewers see it"
    assert "word on who says it" in desk.undo()
    assert own(desk) == before
    assert desk.redo().startswith("done again")
    assert own(desk) == "Ida Roth (by hand)"


def test_an_empty_name_says_that_nobody_is_named() -> None:
    desk = make_desk()
    assert desk.say_who("").startswith("nobody is named as saying A2")
    assert own(desk) == "nobody named"
    assert desk.claim is not None
    assert origin_of(desk.claim, desk.facts) is None
    assert desk.say_who(" ") == "who says A2 is unchanged: nobody named"


def test_the_origins_of_a_fact_are_counted_by_it() -> None:
    desk = make_desk()
    assert desk.fact is not None
    origins = desk.fact.origins
    desk.say_who("Jon Faal")
    assert desk.fact is not None
    assert set(desk.fact.origins) == {*origins, "Jon Faal"}


def test_a_name_that_the_session_has_stands_for_the_body_it_speaks_for() -> None:
    found = story()
    said = found.claims[1].attribution
    assert said is not None
    spokesman = replace(said, text="its spokesman Berg", by="Berg", origin="port")
    found = replace(
        found, claims=(found.claims[0], replace(found.claims[1], attribution=spokesman), *found.claims[2:])
    )
    desk = Desk(found, MemoryLog(), "r1", split=split_lines)
    assert {"Berg", "port", "its spokesman Berg"} <= set(known_speakers(desk.facts))
    desk.goto(found.claims[0].id)
    desk.say_who("berg")
    assert desk.claim is not None
    assert (own(desk), origin_of(desk.claim, desk.facts)) == ("berg (by hand)", "port")
    assert speaker(desk.claim, desk.facts) == "berg"


def test_it_stays_on_its_claim_when_the_rules_find_that_no_more() -> None:
    log = MemoryLog()
    desk = make_desk(log)
    desk.say_who("Ida Roth")
    assert desk.claim is not None
    named = desk.claim
    found = story()
    without = replace(found, claims=tuple(claim for claim in found.claims if claim.id != named.id))
    kept = next(c for c in standing(without, log.events()).analysis.claims if c.id == named.id)
    assert kept.how == "kept"
    assert kept.attribution is not None
    assert kept.attribution.origin == "Ida Roth"


def test_the_latest_word_counts_and_the_history_tells_both() -> None:
    log = MemoryLog()
    make_desk(log).say_who("Ida Roth")
    make_desk(log, "ben").say_who("")
    desk = make_desk(log)
    assert own(desk) == "nobody named"
    assert [(row.what, row.was) for row in rows(log.events())] == [
        ("said by Ida Roth", ""),
        ("nobody is named as saying it", "said by Ida Roth"),
    ]


def test_who_cannot_write_or_writes_too_much_is_told() -> None:
    desk = make_desk()
    assert "at most 200" in desk.say_who("n" * 201)
    desk.read_only = True
    assert desk.say_who("Ida Roth").startswith("read-only")


POST = "Fire in Holm\n\nA fire at the paint works in Holm injured 12 people on Monday, the police said.\n"
WIRE = """What we know of Holm

Twelve people have been injured in a blaze at the paint works on Monday evening, according to the police.
"""


@pytest.fixture
def fire(tmp_path: Path) -> Iterator[Workspace]:
    for name, text in (("post", POST), ("wire", WIRE)):
        (tmp_path / f"{name}.txt").write_text(text)
    fill_session(tmp_path / "story", [str(tmp_path / f"{name}.txt") for name in ("post", "wire")])
    with open_workspace(tmp_path / "story") as workspace:
        yield workspace


def test_the_comparison_is_made_again_with_it(fire: Workspace) -> None:
    desk = fire.desk("anna")
    desk.compare_by(fire.compare)
    claim = desk.claim
    assert claim is not None
    assert desk.facts.suggestions[claim.id].kind == "one origin"
    desk.say_who("the county clinic")
    assert desk.facts.suggestions[claim.id].kind == "origins"
    assert desk.fact is not None
    assert len(desk.fact.origins) == 2
    report = fire.report("md")
    assert "the county clinic (by hand)" in report
    assert "who says it, as the program read it, became said by the county clinic" in report
    desk.undo()
    assert desk.facts.suggestions[claim.id].kind == "one origin"
    assert "by hand" not in fire.report("md")


def test_a_name_that_was_given_takes_no_pronouns_place_in_the_title(tmp_path: Path) -> None:
    blaze = "The blaze at the paint works in Holm injured nine people, the fire brigade said.\n\n"
    text = f"{blaze}It took them eleven hours to put it out on Monday.\n"
    with session_of(tmp_path, {"post": text, "wire": text}) as workspace:
        desk = workspace.desk("anna")
        desk.compare_by(workspace.compare)
        desk.goto(next(c.id for c in desk.facts.claims.values() if "eleven" in c.text))
        assert desk.fact is not None
        before = desk.fact.label
        assert "eleven hours" in before
        desk.say_who("Holm council")
        assert desk.fact.label == before


def test_a_figure_beside_another_one_is_the_same_voice_where_the_table_says_so(tmp_path: Path) -> None:
    texts = {
        "post": "The heating company Holm Group is to cut 1,800 jobs worldwide, the group said on Tuesday.\n",
        "wire": "The heating company Holm Group said it would shed 1,800 jobs, 7 percent of its staff.\n",
    }
    with session_of(tmp_path, texts) as workspace:
        desk = workspace.desk("anna")
        first, second = (c for c in desk.facts.in_text if "1,800" in c.text)
        desk.compare_by(workspace.compare)
        desk.goto(first.id)
        assert any("same origin; the same figure" in voice.ways[0] for voice in desk.voices)
        desk.judge_same("conflicting")
        mark = desk.mark(second.id)
        assert mark is not None
        assert mark.verdict == "conflicting"


def test_a_claim_marked_by_hand_keeps_the_name_that_it_was_given(fire: Workspace) -> None:
    desk = fire.desk("anna")
    desk.compare_by(fire.compare)
    text = desk.articles[1].text
    start = text.index("Monday evening, according to the police")
    desk.mark_span(desk.articles[1].id, start, start + len("Monday evening"))
    desk.say_who("the county clinic")
    assert own(desk) == "the county clinic (by hand)"
    desk.say_who("")
    assert own(desk) == "nobody named"


def test_the_words_of_a_quotation_are_spoken_by_who_is_named() -> None:
    desk = make_desk()
    desk.goto(next(c.id for c in desk.facts.claims.values() if "by the book" in c.text))
    desk.say_who("Jon Faal")
    assert desk.claim is not None
    assert [v.speaker for v in desk.claim.values if isinstance(v, Quote)] == ["Jon Faal"]


def test_nobody_named_inherits_no_name_from_the_other_mentions(fire: Workspace) -> None:
    desk = fire.desk("anna")
    desk.compare_by(fire.compare)
    desk.say_who("")
    assert desk.claim is not None
    assert origin_of(desk.claim, desk.facts) is None
    assert own(desk) == "nobody named"

"""Two facts in one sentence are two claims: each is found, compared and judged for itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from factcheck.compare.statements.statement import statement_claims
from factcheck.ingest import read_bytes
from factcheck.pipeline import analyse
from factcheck.resources import shipped
from factcheck.rules import load_rules
from factcheck.segment import segment
from factcheck.values import ValueReader
from tests.cli.shell import ok
from tests.unit.extract_world import claims_of

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.model import Analysis

TOLL = "At least 12 people were killed and 30 injured on Friday, the Ostrel police said."


def story(*texts: str) -> Analysis:
    rules = load_rules([shipped("rules") / "core.yaml", shipped("rules") / "conflict.yaml"])
    read = [read_bytes(t.encode(), path=f"{n}.txt", id=f"a{n}") for n, t in enumerate(texts, 1)]
    return analyse(read, rules)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (TOLL, ["At least 12 people were killed", "30 injured on Friday"]),
        (
            "The blast killed 12 people and destroyed 200 houses.",
            ["The blast killed 12 people", "destroyed 200 houses"],
        ),
        (
            "Six people died when two trams collided in Ostrel.",
            ["Six people died", "two trams collided in Ostrel"],
        ),
        (
            "Seven sailors were missing after a ferry and a tanker collided off Cape Lorn.",
            ["Seven sailors were missing", "a ferry and a tanker collided off Cape Lorn"],
        ),
        (
            "Profit rose 12% to 48 million euros and revenue fell 3% to 400 million euros.",
            ["Profit rose 12% to 48 million euros", "revenue fell 3% to 400 million euros"],
        ),
        # one fact, whatever joins its words
        ("In all 40 miners were killed or wounded.", ["In all 40 miners were killed or wounded"]),
        ("Five boys and girls had to leave the school.", ["Five boys and girls had to leave the school"]),
        ("Between 20 and 30 people died.", ["Between 20 and 30 people died"]),
        ("Guards were killed and rebels were captured.", ["Guards were killed and rebels were captured"]),
        (
            "The treaty was signed after talks of nine hours.",
            ["The treaty was signed after talks of nine hours"],
        ),
        (
            "The engineer was sentenced to four years and six months in prison.",
            ["The engineer was sentenced to four years and six months in prison"],
        ),
        (
            "“We lost 12 men and 30 were hurt,” General Bode said.",
            ["“We lost 12 men and 30 were hurt,”"],
        ),
    ],
)
def test_a_claim_is_cut_where_two_facts_with_figures_meet(text: str, wanted: list[str]) -> None:
    assert [claim.text for claim in claims_of(text)] == wanted


def test_each_fact_keeps_who_says_it_and_has_values_and_an_id_of_its_own() -> None:
    dead, hurt = claims_of(TOLL)
    assert dead.id != hurt.id
    assert dead.sentence == hurt.sentence
    assert [c.attribution and c.attribution.origin for c in (dead, hurt)] == ["Ostrel police"] * 2
    assert (dead.predicates, hurt.predicates) == (("die",), ("wound",))
    assert [v.text for v in dead.values] == ["At least 12"]
    assert {v.text for v in dead.context} >= {"30", "Friday"}, "what stands beside it is its context"
    assert dead.end < hurt.start
    assert "casualties.event" in dead.rules
    assert "casualties.event" not in hurt.rules, "a claim names the rules that found its own words"


def test_a_possibility_and_a_denial_hold_for_the_fact_told_with_the_same_verb() -> None:
    def put(text: str) -> list[str]:
        return [claim.modality for claim in claims_of(text)]

    assert put("The company plans to close two plants and cut 640 jobs by June.") == ["forecast"] * 2
    assert put("The flood could have killed 40 people and wounded 100.") == ["possible"] * 2
    assert put("About 120 firefighters and 40 soldiers will be deployed on Monday.") == ["forecast"] * 2
    assert put("The mayor denied that 12 people had died and 30 had been hurt.") == ["denied"] * 2
    assert put("The dam could flood 40 villages and was built by 200 workers.") == ["possible", "asserted"]


def test_a_verb_behind_both_tells_of_both() -> None:
    guards, cooks = claims_of("Twelve guards and three cooks were killed.")
    assert guards.predicates == cooks.predicates == ("die",)


def test_a_list_without_end_is_cut_into_few() -> None:
    text = " and ".join(f"{number} miners died" for number in range(20, 320)) + "."
    assert 1 < len(claims_of(text)) < 20


def test_each_fact_meets_its_own_in_another_article() -> None:
    found = story(
        TOLL,
        "The Ostrel fire service said on Friday that 12 people were killed.\n\nIt put the injured at 55.",
    )
    dead, hurt, others_dead, others_hurt = found.claims
    groups = [set(group.claims) for group in found.comparison.groups]
    assert {dead.id, others_dead.id} in groups
    assert {hurt.id, others_hurt.id} in groups
    told = {(r.a, r.b): r.kind for r in found.comparison.relations}
    assert told[dead.id, others_dead.id] == "agrees"
    assert told[hurt.id, others_hurt.id] == "conflicts"
    verdict = {s.claim: s.verdict for s in found.comparison.suggestions}
    assert (verdict[dead.id], verdict[hurt.id]) == ("supported", "conflicting")


def test_the_two_together_are_held_against_a_figure_for_both() -> None:
    found = story(
        "About 100 soldiers were killed and nearly 1,000 injured in Ostrel, a lawmaker said.",
        "The army put its losses in Ostrel at 3,000 soldiers killed or injured.",
    )
    dead, hurt, both = found.claims
    told = {frozenset((r.a, r.b)): r for r in found.comparison.relations}
    assert {told[frozenset((one.id, both.id))].kind for one in (dead, hurt)} == {"conflicts"}
    assert "in all about 1,100" in told[frozenset((dead.id, both.id))].why
    assert frozenset((dead.id, hurt.id)) not in told


def test_a_typed_statement_is_cut_as_an_article_is() -> None:
    rules = load_rules([shipped("rules") / "core.yaml", shipped("rules") / "conflict.yaml"])
    own = read_bytes(b"In Ostrel 12 people were killed and 30 injured.", path="-", id="own")
    made = statement_claims(own, segment(own), ValueReader(rules.lexicon))
    assert [claim.text for claim in made] == ["In Ostrel 12 people were killed", "30 injured"]


def test_a_verdict_on_the_wider_claim_of_an_older_program_is_kept_and_exported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTCHECK_STATE_DIR", str(tmp_path / "state"))
    article, session = tmp_path / "toll.txt", tmp_path / "toll"
    article.write_text(TOLL, encoding="utf-8")
    with monkeypatch.context() as older:
        older.setattr("factcheck.extract.extracting.facts", lambda text, start, end, told: [(start, end)])
        older.setattr("factcheck.scanning.__version__", "0.0.1")
        ok("new", session, article)
        (wide,) = json.loads(ok("export", session, "--format", "json"))["claims"]
        ok("mark", session, wide["id"], "unsourced", "--note", "no list of names", "--reviewer", "Ana")
    found = json.loads(ok("export", session, "--format", "json"))
    assert [(c["text"], c["how"]) for c in found["claims"]] == [
        ("At least 12 people were killed", "rule"),
        ("At least 12 people were killed and 30 injured on Friday", "kept"),
        ("30 injured on Friday", "rule"),
    ]
    kept = found["claims"][1]
    assert kept["id"] == wide["id"]
    assert "unsourced" in json.dumps(kept)
    assert "no list of names" in json.dumps(kept)
    printed = ok("export", session, "--format", "md")
    assert "At least 12 people were killed and 30 injured on Friday" in printed
    assert "no list of names" in printed

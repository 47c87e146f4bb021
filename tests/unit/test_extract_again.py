"""Rules that were edited find the claims that reading everything anew finds, whatever was edited."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract import extract
from factcheck.extract.again import Extraction
from factcheck.extract.score import USUAL, Worth
from factcheck.model import Article, Claim
from factcheck.rules import compile_rules, load_rules
from factcheck.rules.lastgood import with_last_good
from factcheck.rules.running import compile as running
from factcheck.segment import segment
from factcheck.values import ValueReader

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from factcheck.rules import RuleSet

TEXTS = (
    """Storm over Halden

Forty roofs were torn off in Halden on Monday night, and 12 people were hurt, the port office said.

“We counted nine barges in the harbour,” said Ida Rooke, a pilot. “Two of them sank.” She did not say when.

The office denied that the light had failed. Repairs could cost up to 3 million euros.
""",
    """Halden: what is known

The port office said that 14 people were hurt when the storm tore roofs off. It sank two barges.

Nobody counted the boats. More than 30 boats were lost in 2019, and the light failed then, too.
""",
)
HEAD = """version: 1
pack: own
vocabularies:
  boats: [{boats}]
  hurt: {{terms: [hurt, {hurt}], role: predicate}}
  sink: {{terms: [sank, sunk], role: predicate}}
rules:
"""
PATTERNS = (
    "'{number:n} people <0-3> {hurt}'",
    "'{boats:what} <0-3> (sank|lost)'",
    "'{number} {boats}'",
    "'port office (said|denied) [that] {rest:claim}'",
    "'light <0-2> failed'",
    "{regex: '\\bs(?:ank|torm)\\b'}",
    "'roofs'",
    "'counted <0-2> {boats}'",
    "'nobody {no_such_list}'",
)
EXTRA = (
    "",
    "    exclude: ['people <0-2> hurt']\n",
    "    exclude: [{regex: 'in 20\\d\\d'}]\n",
    "    requires: ['{number}']\n",
    "    requires: [{rule: own.r0, within: paragraph}]\n",
    "    scope: paragraph\n",
    "    scope: document\n",
    "    scope: heading\n",
    "    scope: quote\n",
    "    case: exact\n",
)


@st.composite
def rule(draw: st.DrawFn, number: int) -> str:
    said = draw(st.lists(st.sampled_from(PATTERNS), min_size=1, max_size=2, unique=True))
    kind = draw(st.sampled_from(("event", "quantity", "attribution", "date")))
    weight = draw(st.sampled_from(("0.3", "0.8")))
    head = f"  - id: own.r{number}\n    title: T\n    kind: {kind}\n    weight: {weight}\n    patterns:\n"
    return head + "".join(f"      - {one}\n" for one in said) + draw(st.sampled_from(EXTRA))


@st.composite
def pack(draw: st.DrawFn) -> str:
    numbers = draw(st.lists(st.integers(0, 3), min_size=1, max_size=4, unique=True))
    boats = draw(st.sampled_from(("boats, barges", "barges", "boats, boat")))
    hurt = draw(st.sampled_from(("injured", "wounded")))
    whole = HEAD.format(boats=boats, hurt=hurt) + "".join(draw(rule(number)) for number in numbers)
    broken = draw(st.integers(0, 9))
    return whole[: len(whole) * 2 // 3] + "{{" if broken == 0 else whole


def articles() -> list[Article]:
    made = []
    for number, text in enumerate(TEXTS, 1):
        digest = sha256(text.encode()).hexdigest()
        made.append(Article(f"a{number}", f"{number}.txt", "", "", text, digest, digest, "2025-03-04"))
    return made


def at_once(ruleset: RuleSet, worth: Worth = USUAL) -> tuple[Claim, ...]:
    """The claims of one reading, from nothing."""
    read = [(one, segment(one)) for one in articles()]
    engine, reader = compile_rules(ruleset), ValueReader(ruleset.lexicon)
    for one, sentences in read:
        reader.learn(one, sentences)
    infos = ruleset.infos()
    return tuple(c for one, sentences in read for c in extract(one, sentences, engine, reader, infos, worth))


@settings(max_examples=40, deadline=None)
@given(st.lists(pack(), min_size=2, max_size=4), st.sampled_from((USUAL, Worth(figure=0.5))))
def test_claims_after_any_edits_are_those_of_reading_everything_anew(
    tmp_path_factory: pytest.TempPathFactory, packs: list[str], worth: Worth
) -> None:
    path = tmp_path_factory.mktemp("rules") / "own.yaml"
    extraction = Extraction(articles())
    last: RuleSet | None = None
    for number, text in enumerate(packs):
        path.write_text(text)
        ruleset = load_rules([path], off=["own.r1"] if number == 1 else [])
        if last is not None:
            ruleset, _ = with_last_good(ruleset, last)
        how = worth if number == 2 else USUAL
        assert extraction.claims(ruleset, how) == at_once(ruleset, how)
        last = ruleset


def rules(tmp_path: Path, *said: str) -> RuleSet:
    path = tmp_path / "own.yaml"
    head = HEAD.format(boats="boats, barges", hurt="injured")
    path.write_text(
        head
        + "".join(
            f"  - {{id: own.r{n}, title: T, kind: event, patterns: [{one}]}}\n" for n, one in enumerate(said)
        )
    )
    found = load_rules([path])
    assert not found.problems
    return found


def test_what_no_edit_touched_is_not_made_again(tmp_path: Path) -> None:
    extraction = Extraction(articles())
    before = extraction.claims(rules(tmp_path, PATTERNS[0], PATTERNS[4]))
    now = extraction.claims(rules(tmp_path, PATTERNS[0], "'repairs could cost'"))
    hurt = [claim for claim in now if claim.predicates == ("hurt",)]
    assert len(hurt) == 2
    assert all(any(claim is one for one in before) for claim in hurt)
    assert "Repairs could cost up to 3 million euros" in [claim.text for claim in now]


def test_a_rule_that_spent_its_time_stays_set_aside_until_it_is_edited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    extraction = Extraction(articles())
    slow = rules(tmp_path, PATTERNS[0], PATTERNS[4])
    with monkeypatch.context() as patched:
        patched.setattr(
            "factcheck.extract.again.compile_rules", lambda these: running.Engine(these, budget=-1.0)
        )
        extraction.claims(slow)
    assert set(extraction.set_aside) == {"own.r0", "own.r1"}
    extraction.claims(replace(slow, sha256="read again"))
    assert set(extraction.set_aside) == {"own.r0", "own.r1"}
    extraction.claims(rules(tmp_path, PATTERNS[0], PATTERNS[6]))
    assert set(extraction.set_aside) == {"own.r0"}

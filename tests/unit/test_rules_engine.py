"""Running rules: offsets, phrases, excludes, scopes, time limits; and the gates lose nothing."""

from __future__ import annotations

import pickle
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.rules import Engine, compile_rules, run_examples
from factcheck.rules.ruleset import RuleSet
from tests.unit.rules_world import WORDS, found, load, rule

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.model import SentenceKind

PHRASES = [
    ("the {boats}", "the  boats and The\u00a0TRAWLER", ["the  boats", "The\u00a0TRAWLER"]),
    ("{boats}", "steamboats boat boat_ (boat) boat's boat-house", ["boat"] * 4),
    ("{boats+lost}", "a trawler sank", ["trawler", "sank"]),
    ("[{approx}] [old] {boats}", "boats, old boats, about boats, about old boats",
     ["boats", "old boats", "about boats", "about old boats"]),
    ("{boats} [which] [it seems] sank",
     "boats sank. boats which sank. boats it seems sank. boats which it seems sank",
     ["boats sank", "boats which sank", "boats it seems sank", "boats which it seems sank"]),
    ("a [b c]", "a b c", ["a b c"]),
    ("[a [b]] c", "c; a c; a b c; b c", ["c", "a c", "a b c", "c"]),
    ("({boats}|a (red|blue) net)", "a blue net and a vessel", ["a blue net", "vessel"]),
    ("boat[s]", "boat boats boatss", ["boat", "boats"]),
    (
        "{boats} <0-2> sank",
        "boats sank; boats, they say, sank; boats a b c sank", ["boats sank", "boats, they say, sank"],
    ),
    ("{boats} <0-1> ‘sank’", "boats had “sank” boats ‘sank’", ["boats ‘sank’"]),
    ("{boats} <0-2> {lost}", "boats were ‘lost’; boats have (‘capsized’)", ["boats have (‘capsized"]),
    ("{boats} <0-3> {lost}", "the boat’s keel sank", ["boat’s keel sank"]),
    ("{boats} <0-3> {lost}", "boats – all of them – sank", []),
    ("{boats} <0-5> {lost}", "boats – all of them – sank", ["boats – all of them – sank"]),
    ("mother-of-pearl “x”", "mother‑of–pearl \"x\"", ["mother‑of–pearl \"x\""]),
    (r"50\% \(about\) \\", "50% (about) \\", ["50% (about) \\"]),
    ("(a|ab) c", "ab c", ["ab c"]),
    ("ÉCOLE", "une école", ["école"]),
    ("Київ", "у КИЇВ", ["КИЇВ"]),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "text", "wanted"), PHRASES)
def test_phrases(phrase: str, text: str, wanted: list[str], tmp_path: Path) -> None:
    assert found(tmp_path, rule(phrase), text) == wanted


def test_offsets_are_those_of_the_text(tmp_path: Path) -> None:
    engine = compile_rules(load(tmp_path, rule("{number:n} {boats:what}")))
    text = "Тут є. 😀 Three boats and 40 vessels. Two boats."
    start, end = text.index("😀"), text.index(" Two")
    hits = engine.hits(text, start, end)
    assert [text[hit.start : hit.end] for hit in hits] == ["Three boats", "40 vessels"]
    assert [[(name, text[a:b]) for name, a, b in hit.slots] for hit in hits] == [
        [("n", "Three"), ("what", "boats")], [("n", "40"), ("what", "vessels")],
    ]  # fmt: skip


def test_the_longest_term_wins_and_equal_spans_count_once(tmp_path: Path) -> None:
    assert found(tmp_path, rule("{boats} {lost}", "{boats} was lost"), "the boat was lost") == [
        "boat was lost"
    ]


def test_case(tmp_path: Path) -> None:
    exact = rule("{boats} PA", more="    case: exact\n")
    assert found(tmp_path, exact, "boats PA, Boats PA, boats pa") == ["boats PA"]
    words = WORDS + "  pa: {terms: [PA], case: exact}\n  any: {terms: [Big], case: ignore}\n"
    assert found(tmp_path, rule("the {pa}", words=words), "The PA, the pa") == ["The PA"]
    assert found(tmp_path, rule("the {any}", words=words, more="    case: exact\n"), "the bIG, The big") == [
        "the bIG"
    ]


def test_exclude_drops_what_it_shares_a_letter_with(tmp_path: Path) -> None:
    text = rule("{number} {boats}", more="    exclude: ['{boats} of the line']\n")
    assert found(tmp_path, text, "two boats, three boats of the line") == ["two boats"]
    beside = rule("{percent}", more="    exclude: ['\\(about\\)']\n")
    assert found(tmp_path, beside, "5%(about)") == ["5%"]


SCOPES: list[tuple[str, SentenceKind, int]] = [
    ("sentence", "body", 2), ("sentence", "heading", 2), ("body", "body", 2), ("body", "heading", 0),
    ("heading", "heading", 2), ("caption", "caption", 2), ("caption", "body", 0),
    ("quote", "body", 1), ("not-quote", "body", 1),
]  # fmt: skip


@pytest.mark.parametrize(("scope", "kind", "count"), SCOPES)
def test_scope(scope: str, kind: SentenceKind, count: int, tmp_path: Path) -> None:
    engine = compile_rules(load(tmp_path, rule("{number} {boats}", more=f"    scope: {scope}\n")))
    text = "“Two boats sank,” she said of the three boats."
    assert len(engine.hits(text, 0, len(text), kind=kind)) == count


def test_no_rules_and_rules_without_a_fixed_word(tmp_path: Path) -> None:
    assert compile_rules(RuleSet()).hits("anything", 0, 8) == []
    engine = compile_rules(load(tmp_path, rule("{rest}")))
    assert len(engine.slow()) == 1
    assert len(engine.hits("anything goes.", 0, 14)) == 1


OTHER = rule("{boats}", name="a.c", words="").removeprefix("rules:\n")
SLOW = [r"(?:.*?,){11}P(?!x)", r"(?:\w|\S|.){0,400}?P$", r"(?:.{0,40},){0,12}P(?!x)"]


@pytest.mark.parametrize("pattern", SLOW)
def test_a_rule_that_takes_too_long_is_set_aside_and_the_others_go_on(pattern: str, tmp_path: Path) -> None:
    text = rule("x").replace("'x'", f"{{regex: '{pattern}'}}") + OTHER
    engine = compile_rules(load(tmp_path, text), budget=0.3)
    sentence = "a," * 60 + "Px boat"
    for _ in range(4):
        assert [hit.rule for hit in engine.hits(sentence, 0, len(sentence))] == ["a.c"]
    assert list(engine.set_aside) == ["a.b"]
    assert "allowed" in engine.set_aside["a.b"]
    assert 1 <= engine.timeouts["a.b"] <= 3


def test_a_hostile_sentence_is_bounded(tmp_path: Path) -> None:
    phrases = (
        "{number} <0-8> {boats} <0-8> {lost}",
        "{name:a} <0-8> {name:b} <0-8> {boats}",
        "{org} {rest}",
        "{quote} x",
    )
    engine = compile_rules(load(tmp_path, rule(*phrases)))
    for piece in ("1,", "Aa ", "one ", "boat ", "“", "' ", "boat — ", "of the Aa ", "said, "):
        sentence = (piece * 5_000)[:5_000]
        engine.hits(sentence, 0, len(sentence))
    assert sum(engine.seconds) < 15
    assert sum(engine.timeouts.values()) < 30


# --- the gates --------------------------------------------------------------------------------

GATED = [
    "[{approx}] {number:n} <0-2> {boats} <0-3> {lost}", "{boats+lost}", "soldier[s] (of|from) {name}",
    "{date:d}", "[late] [on] {date}", "({boats}|{money}) {rest}", "{percent:p}", "{number}-{boats}",
    "{quote:q}", "{org}'s {boats}", "re[-]open[ed]", "{name:a} and {name:b}", "no {boats} [were] {lost}",
    "pre{boats}", "$ {number}", "мʼята {boats}", "{boats} — {lost}", "un(til|less) {rest:r}",
    "{boats} <0-1> [about] {number} [late] {date}", "{lost} <0-2> [up to] <0-1> {percent}",
    "(was lost on|sank|on “Monday”) [(late|the)] <1-2> {boats}", "[the] [{approx}] {boats+number}",
    "between {number} and ({date}|a million)", "{money} — {money}", "{boats} no [more] {lost}",
]  # fmt: skip
PIECES = [
    "boat", "boats", "Trawler", "VESSELS", "sank", "was lost", "capsized", "soldier", "soldiers", "of",
    "from", "Anna", "Berg", "NATO", "Ministry", "the", "a", "an", "3", "3,000", "1.2", "million", "two",
    "dozen", "several", "between", "and", "to", "$", "$3bn", "€", "euros", "%", "per cent", "Monday",
    "Dec.", "26th", "2024", "last", "week", "late", "on", "“", "”", "‘", "’", '"', "'", "-", "–", "—",
    "‑", ",", ".", ";", "(", "re-open", "reopened", "preboats", "no", "were", "until", "unless", "о",
    "Київ", "мʼята", "м'ята", "ſoldier", "é", "e\u0301", "😀", "\u00a0", "\u2009", "١", "nearly", "up to",
    "’s", "'s",
]  # fmt: skip
SENTENCES = st.lists(
    st.tuples(st.sampled_from(PIECES), st.sampled_from([" ", " ", " ", "", "\u00a0", ", "])), max_size=14
)


@pytest.fixture(scope="module")
def gated(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    ruleset = load(tmp_path_factory.mktemp("rules"), rule(*GATED))
    assert ruleset.problems == ()
    return compile_rules(ruleset)


@settings(max_examples=250, deadline=None)
@given(pieces=SENTENCES)
def test_the_engine_finds_what_each_pattern_finds_by_itself(
    gated: Engine, pieces: list[tuple[str, str]]
) -> None:
    sentence = "".join(word + blank for word, blank in pieces)
    wanted = {
        match.span()
        for pattern in gated.rules[0].patterns
        for match in regex.compile(pattern.regex).finditer(sentence)
    }
    assert {(hit.start, hit.end) for hit in gated.hits(sentence, 0, len(sentence))} == wanted


def test_a_rule_set_travels_to_another_process(tmp_path: Path) -> None:
    ruleset = load(tmp_path, rule("{boats:what} {lost}", more="    tags: [sea]\n"))
    again = pickle.loads(pickle.dumps(ruleset))
    assert again == ruleset
    assert len(compile_rules(again).hits("boats sank", 0, 10)) == 1


def test_importing_the_room_loads_no_engine() -> None:
    said = "import sys, factcheck.rules; print({'re2', 'regex', 'textual'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


# --- examples ---------------------------------------------------------------------------------

EXAMPLES = """\
    examples:
      match:
        - two boats
        - {text: two boats and three vessels, count: 2}
        - {text: two boats, slots: {n: two}}
        - {text: two boats, slots: {n: three}}
        - {text: two boats, count: 2}
        - a boat
      no_match: [a boat, two boats]
      todo: [a boat, two boats]
"""


def test_examples(tmp_path: Path) -> None:
    ruleset = load(tmp_path, rule("{number:n} {boats}").replace("    examples: {match: [x]}\n", EXAMPLES))
    assert ruleset.problems == ()
    results = run_examples(ruleset)
    assert [result.ok for result in results] == [
        True,
        True,
        True,
        False,
        False,
        False,
        True,
        False,
        True,
        False,
    ]
    assert [result.why for result in results if not result.ok] == [
        "no match has the slot n as expected",
        "it matches 1 times",
        "it does not match",
        "it must not match",
        "this todo example passes now: move it to match",
    ]
    wrong = results[3]
    assert (wrong.expected, wrong.got) == ("a match, n = three", "'two boats', n = two")
    assert wrong.place.endswith("mine.yaml:16:11")
    assert run_examples(ruleset, ["a.*"]) == results
    assert run_examples(ruleset, ["z.*"]) == ()

"""``factcheck compare`` as a script and an analyst meet it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.shell import run

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

GAZETTE = (
    "Source: The Gazette\nDate: 2025-05-06\n\nNine people were killed in a landslide in Tolme, police said.\n"
)
RADIO = (
    "Source: Radio A\nDate: 2025-05-06\n\nSixteen people were killed in the landslide in Tolme, medics say."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "articles"
    found.mkdir()
    (found / "gazette.txt").write_text(GAZETTE, "utf-8")
    (found / "radio.txt").write_text(RADIO, "utf-8")
    return found


def pair(name: object, claim: str, evidence: str, **more: str) -> bytes:
    return json.dumps({"id": name, "claim": claim, "evidence": evidence, **more}).encode() + b"\n"


def answers(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


BORN = pair("born", "Ana Velt was born in 1961.", "Ana Velt (born 3 May 1971) is a painter.")
SAME = pair("same", "Tolme lies on a lake.", "Tolme lies on a lake in Zembla.")


# --- a statement against articles -----------------------------------------------------------


def test_text_gives_suggestion_quote_cite_source_and_reason(folder: Path) -> None:
    result = run("compare", "Nine people were killed in the landslide in Tolme", folder)
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("! conflicting")
    against = result.stdout[result.stdout.index("contradicts it: 1 article") :]
    assert "B1" in against
    assert "Radio A" in against
    assert "Sixteen people were killed" in against
    assert "backs it: 1 article" in result.stdout


def test_json_names_places_that_can_be_looked_up(folder: Path) -> None:
    result = run("compare", "Nine people were killed in the landslide in Tolme", folder, "--format", "json")
    found = json.loads(result.stdout)
    assert found["claim"] == "Nine people were killed in the landslide in Tolme"
    assert found["suggestion"]["verdict"] == "conflicting"
    scanned = json.loads(run("scan", folder, "--format", "json").stdout)
    texts = {article["id"]: article["text"] for article in scanned["articles"]}
    for one in found["evidence"]:
        assert texts[one["article"]][one["start"] : one["end"]] == one["text"]
        assert one["relation"] in ("agrees", "conflicts", "updates", "differs", "near")
        assert one["why"]


def test_a_session_folder_and_standard_input_will_do(folder: Path, tmp_path: Path) -> None:
    session = tmp_path / "story"
    assert run("new", session, folder).exit_code == 0
    told = run("compare", "Nine people were killed in the landslide in Tolme", session)
    assert (told.exit_code, told.stdout[:13]) == (0, "! conflicting")
    piped = run("compare", "Sixteen people were killed in the landslide in Tolme", "-", stdin=RADIO.encode())
    assert (piped.exit_code, piped.stdout[:15]) == (0, "o single source")


def test_two_articles_that_count_once_are_not_called_one_article(tmp_path: Path) -> None:
    """Nothing on the screen may say that one article tells it, where two stand below."""
    line = "Sixteen people were killed in the landslide in Tolme on Monday, the Red Cross said."
    for name in ("Courier", "Echo"):
        (tmp_path / f"{name}.txt").write_text(f"{line} The {name} will go on.", encoding="utf-8")
    said = run("compare", "Sixteen people were killed in the landslide in Tolme", tmp_path).stdout
    assert said.startswith("o one voice (a suggestion): 2 articles say so, counted once (copied text")
    assert "backs it: 2 articles, 1 origin" in said
    assert "only one article" not in said


def test_a_session_s_own_switches_hold(folder: Path, tmp_path: Path) -> None:
    """With every rule of it off, a session has no claims, and its sentences alone are held against one."""
    session = tmp_path / "story"
    assert run("new", session, folder).exit_code == 0
    asked = ("compare", "Nine people were killed in the landslide in Tolme", session, "--format", "json")
    told = json.loads(run(*asked).stdout)["evidence"]
    assert any(one["claim"] for one in told)
    with (session / "session.yaml").open("a", encoding="utf-8") as file:
        file.write('\noff: ["*"]\n')
    told = json.loads(run(*asked).stdout)["evidence"]
    assert told
    assert not any(one["claim"] for one in told)


def test_a_missing_file_is_one_line_and_the_rest_is_compared(folder: Path, tmp_path: Path) -> None:
    result = run("compare", "Nine people were killed in Tolme", folder, tmp_path / "nowhere.txt")
    assert result.exit_code == 2
    assert "conflicting" in result.stdout
    assert [line[:6] for line in result.stderr.splitlines()] == ["error:"]


@pytest.mark.parametrize("words", [(), ("only a claim",), ("a claim", "x.txt", "--pairs", "y.jsonl")])
def test_what_does_not_go_together_is_bad_use(words: tuple[str, ...]) -> None:
    result = run("compare", *words)
    assert result.exit_code == 2
    assert "Error" in result.stderr


def test_a_claim_of_signs_alone_says_nothing(folder: Path) -> None:
    result = run("compare", "?! ...", folder)
    assert result.exit_code == 2
    assert "says nothing" in result.stderr


def test_no_control_character_reaches_the_terminal(folder: Path) -> None:
    (folder / "evil.txt").write_text(
        "Source: \x1b[31mRed\n\nTen people were killed in the landslide in Tolme.", "utf-8"
    )
    result = run("compare", "Nine people \x1b[2J were killed in the landslide in Tolme", folder)
    assert result.exit_code == 0
    assert "\x1b" not in result.output


# --- pairs ----------------------------------------------------------------------------------


def test_pairs_are_answered_in_their_order(tmp_path: Path) -> None:
    file = tmp_path / "pairs.jsonl"
    file.write_bytes(SAME + BORN + pair(3, "Bread is cheap.", "Nobody lives on the moon of Orsa."))
    result = run("compare", "--pairs", file)
    assert result.exit_code == 0, result.output
    assert [(one["id"], one["label"]) for one in answers(result)] == [
        ("same", "supported"),
        ("born", "conflicting"),
        (3, "unsourced"),
    ]
    assert all(set(one) == {"id", "label", "why", "score"} for one in answers(result))


def test_a_line_answers_the_same_in_any_company() -> None:
    alone = answers(run("compare", "--pairs", "-", stdin=BORN))
    many = answers(run("compare", "--pairs", "-", stdin=SAME * 60 + BORN))
    assert many[-1] == alone[0]


def test_mentions_point_at_the_values() -> None:
    line = pair(
        "m",
        "12 hurt, 3 dead in Orsa.",
        "3 dead and 40 hurt in Orsa.",
        claim_mention="12",
        evidence_mention="40",
    )
    assert answers(run("compare", "--pairs", "-", stdin=line))[0]["label"] == "conflicting"


def test_the_answers_go_to_a_file(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    assert run("compare", "--pairs", "-", "-o", target, stdin=BORN).exit_code == 0
    assert json.loads(target.read_text("utf-8"))["id"] == "born"


def test_the_file_that_is_read_is_not_written_over(tmp_path: Path) -> None:
    file = tmp_path / "pairs.jsonl"
    file.write_bytes(BORN)
    assert run("compare", "--pairs", file, "-o", file).exit_code == 2
    assert file.read_bytes() == BORN


@pytest.mark.parametrize(
    ("line", "place"),
    [
        (b"{nope}\n", "2:2"),
        (b"[1, 2]\n", "2:1"),
        (b'{"id": 1, "claim": "x"}\n', "2:1"),
        (b'{"claim": "x", "evidence": "y"}\n', "2:1"),
        (b'{"id": 1, "claim": 5, "evidence": "y"}\n', "2:11"),
        (b'{"id": NaN, "claim": "x", "evidence": "y"}\n', "2:2"),
        (b'{"id": 1, "claim": "\xff", "evidence": "y"}\n', "2:21"),
        (b'{"id": 1, "claim": "x", "evidence": "y", "claim_mention": []}\n', "2:42"),
        (b"[" * 100_000 + b"\n", "2:1"),
        (b'"' + b"x" * 1_100_000 + b'"\n', "2:1"),
    ],
)
def test_a_bad_line_is_one_line_of_error_and_the_rest_is_done(line: bytes, place: str) -> None:
    result = run("compare", "--pairs", "-", stdin=SAME + line + b"\n" + BORN)
    assert result.exit_code == 2
    assert [one["id"] for one in answers(result)] == ["same", "born"]
    errors = result.stderr.splitlines()
    assert len(errors) == 1
    assert errors[0].startswith(f"error: standard input:{place}: ")


def test_hostile_texts_are_answered() -> None:
    lines = [
        pair("digits", "9" * 400, "9" * 4000),
        pair("empty", "", ""),
        pair("long", "word " * 5000, "Other words. " * 5000),
        pair("alphabets", "Кошка сидит.", "猫が座っている。"),
        b'{"id": "half", "claim": "a \\ud800 b", "evidence": "\\u0000 \\u001b[2J"}\n',
        b'{"id": ' + b"7" * 5000 + b', "claim": "a", "evidence": "b"}\n',
    ]
    result = run("compare", "--pairs", "-", stdin=b"".join(lines))
    assert result.exit_code == 0, result.stderr
    assert len(answers(result)) == len(lines)
    assert "\x1b" not in result.stdout


def test_a_file_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    result = run("compare", "--pairs", tmp_path / "nowhere.jsonl")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: ")
    assert len(result.stderr.splitlines()) == 1

"""``factcheck score`` as a script meets it: a line in, a line out, and what is wrong said with its place."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from factcheck.cli import main

if TYPE_CHECKING:
    from pathlib import Path

FIGURE = "Nine people were killed in Tolme on Monday, police said."
TALK = "I hope you enjoy it."


def run(*words: object, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["score", *map(str, words)], input=stdin)


def row(name: object, text: object) -> bytes:
    return json.dumps({"id": name, "text": text}).encode() + b"\n"


def answers(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_each_line_is_answered_in_order_with_its_claims() -> None:
    result = run("-", stdin=row("a", TALK) + row(2, FIGURE) + row("a", TALK))
    assert result.exit_code == 0, result.output
    first, second, third = answers(result.stdout)
    assert [first["id"], second["id"], third["id"]] == ["a", 2, "a"]
    assert first == third
    assert 0 <= first["score"] < 0.3 < 0.7 < second["score"] <= 1
    for claim in second["claims"]:
        assert set(claim) == {"start", "end", "text", "rules", "score"}
        assert FIGURE[claim["start"] : claim["end"]] == claim["text"]
        assert 0 <= claim["score"] <= 1
    assert "Nine people were killed" in second["claims"][0]["text"]


def test_offsets_count_code_points() -> None:
    text = "💥 Ужас. " + FIGURE
    (found,) = answers(run("-", stdin=row(1, text)).stdout)
    assert found["claims"]
    assert all(text[claim["start"] : claim["end"]] == claim["text"] for claim in found["claims"])


def test_a_file_is_read_and_a_file_is_written(tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_bytes(row("a", FIGURE))
    result = run(source, "-o", target)
    assert result.exit_code == 0, result.output
    assert result.stdout == ""
    assert [one["id"] for one in answers(target.read_text("utf-8"))] == ["a"]


@pytest.mark.parametrize(
    ("line", "col", "what"),
    [
        (b"{oops}", 2, "is no JSON"),
        (b"[1]", 1, "is no object"),
        (b'{"id": 1}', 1, 'has no "text"'),
        (b'{"text": "x"}', 1, 'has no "id"'),
        (b'{"id": 1, "text": 7}', 11, '"text" is no text'),
        (b'{"id": true, "text": "x"}', 2, '"id" is no text or number'),
        (b'{"id": NaN, "text": "x"}', 2, '"id" is no number'),
        (b'{"id": 1, "text": "\xff"}', 20, "is no UTF-8"),
        (b'{"id": 1, "text": ' + b"[" * 100_000, 1, "nested too deep"),
        (b'{"id": 1, "text": "' + b"x" * 20_001 + b'"}', 11, '"text" is too long'),
        (b'{"id": 1, "text": "' + b"x" * 1_000_001 + b'"}', 1, "the line is too long"),
    ],
)
def test_a_bad_line_is_named_by_its_place_and_the_rest_done(line: bytes, col: int, what: str) -> None:
    result = run("-", stdin=row("a", TALK) + line + b"\n\n" + row("b", TALK))
    assert result.exit_code == 2
    assert [one["id"] for one in answers(result.stdout)] == ["a", "b"]
    (error,) = result.stderr.splitlines()
    assert error.startswith(f"error: standard input:2:{col}: ")
    assert what in error


def test_every_bad_line_has_a_line_of_error() -> None:
    result = run("-", stdin=b"{\n" + row(1, TALK) + b"}\n")
    assert result.exit_code == 2
    assert [line.split(":")[2] for line in result.stderr.splitlines()] == ["1", "3"]


def test_half_a_character_and_control_signs_do_no_harm() -> None:
    stdin = b'{"id": "\\ud800", "text": "\\ud800 \\u0000\\u001b[31m Nine people died."}\n'
    result = run("-", stdin=stdin)
    assert result.exit_code == 0, result.output
    assert "\x1b" not in result.stdout
    assert len(answers(result.stdout)) == 1


def test_an_empty_file_has_no_answers() -> None:
    result = run("-", stdin=b"\n \n")
    assert (result.exit_code, result.output) == (0, "")


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    result = run(tmp_path / "none.jsonl")
    assert result.exit_code == 2
    assert "cannot be read" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_the_file_that_is_read_is_never_written(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_bytes(row("a", TALK))
    result = run(source, "-o", source)
    assert result.exit_code == 2
    assert source.read_bytes() == row("a", TALK)


def test_rules_of_ones_own_find_their_claims(tmp_path: Path) -> None:
    rules = tmp_path / "own.yaml"
    rules.write_text(
        "version: 1\npack: own\nrules:\n  - id: goats.out\n    title: Goats got out\n"
        "    kind: event\n    weight: 0.5\n    patterns:\n      - goats escaped\n",
        "utf-8",
    )
    result = run("-", "--rules", rules, stdin=row(1, "The goats escaped from the yard."))
    (found,) = answers(result.stdout)
    assert [claim["rules"] for claim in found["claims"]] == [["goats.out"]], result.stderr

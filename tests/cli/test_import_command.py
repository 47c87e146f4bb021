"""Verdicts from JSON: our own export, or what a script wrote in its shape."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from factcheck.cli.incoming import unpacked
from tests.cli.exchange_world import acts, events, exported, ids, second
from tests.cli.shell import ok, run, scanned

if TYPE_CHECKING:
    from pathlib import Path


def test_importing_an_export_twice_changes_nothing(session: Path, tmp_path: Path) -> None:
    there = unpacked(second(session, tmp_path))
    ok("export", there, "--format", "json", "--reviewer", "bo", "-o", tmp_path / "bo.json")
    assert "a dry run" in ok("import", session, tmp_path / "bo.json", "--dry-run")
    assert events(session) == ()
    assert "3 acts imported" in ok("import", session, tmp_path / "bo.json")
    before = events(session)
    assert before[-1].type == "import"
    assert "nothing new, 3 known already" in ok("import", session, tmp_path / "bo.json")
    assert events(session) == before


def test_a_file_without_acts_is_said_to_hold_none(session: Path, tmp_path: Path) -> None:
    there = unpacked(second(session, tmp_path))
    ok("export", there, "--format", "json", "--reviewer", "somebody else", "-o", tmp_path / "none.json")
    assert "holds no acts" in ok("import", session, tmp_path / "none.json")


def test_an_import_takes_all_but_the_claims_whose_text_differs(session: Path, tmp_path: Path) -> None:
    there = unpacked(second(session, tmp_path))
    found = exported(there, "--reviewer", "bo")
    changed = found["events"][0]["anchor"]
    changed["exact"] = changed["exact"].upper()
    (tmp_path / "bo.json").write_text(json.dumps(found), encoding="utf-8")
    result = run("import", session, tmp_path / "bo.json")
    assert result.exit_code == 2
    assert "1 act stands on that text; they were left out" in result.stderr
    assert [event.id for event in acts(session)] == [event.id for event in events(there)[1:]]


def scripted(session: Path, **verdict: Any) -> dict[str, Any]:
    """What a script writes: the claims of scan, one of them with a verdict."""
    found = scanned(session)
    found["claims"][0]["verdicts"] = [{"reviewer": "bot", "verdict": "unsourced", **verdict}]
    return found


def test_a_script_may_bring_verdicts_without_events(session: Path, tmp_path: Path) -> None:
    first, other, *_ = ids(session)
    ok("mark", session, first, "supported", "--reviewer", "bot")
    more = {
        "kind": "nobody",
        "note": "no name",
        "evidence": [{"claim": other}, {"url": "https://example.org"}],
    }
    file = tmp_path / "bot.json"
    file.write_text(json.dumps(scripted(session, **more)), encoding="utf-8")
    assert "2 acts imported" in ok("import", session, file)
    (verdict,) = next(c["verdicts"] for c in exported(session)["claims"] if c["id"] == first)
    assert (verdict["verdict"], verdict["kind"], verdict["note"]) == ("unsourced", "nobody", "no name")
    assert [each.get("claim") or each["url"] for each in verdict["evidence"]] == [
        other,
        "https://example.org",
    ]
    before = events(session)
    assert "nothing new, 2 known already" in ok("import", session, file)
    assert events(session) == before


def test_a_script_may_name_a_claim_by_its_id_alone(session: Path, tmp_path: Path) -> None:
    first = ids(session)[0]
    claims = [
        {"id": first, "verdicts": [{"reviewer": "bot", "verdict": "supported"}]},
        {"id": first, "text": "something else", "verdicts": [{"reviewer": "cat", "verdict": "supported"}]},
        {"id": "0" * 16, "verdicts": [{"reviewer": "cat", "verdict": "supported"}]},
        {"id": first, "verdicts": [{"verdict": "supported"}]},
        {"id": first, "verdicts": [{"reviewer": "cat", "verdict": "yes"}]},
    ]
    file = tmp_path / "bot.json"
    file.write_text(json.dumps({"claims": claims}), encoding="utf-8")
    result = run("import", session, file)
    assert result.exit_code == 2
    for said in ("its text differs", "no claim of this session", "names no reviewer", "no verdict is called"):
        assert said in result.stderr
    assert [(event.reviewer, event.verdict) for event in acts(session)] == [("bot", "supported")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[" * 200_000, "nested too deeply"),
        ('{"a": ' * 200_000, "nested too deeply"),
        ('{"claims": NaN}', "a number of it is none"),
        ('{"claims": ' + "9" * 5_000 + "}", "a number of it is none"),
        ('{"claims": [}', ":1:13: is no JSON"),
        ("[]", "no table of keys"),
        ("{}", "neither events nor claims"),
        ('{"claims": []}\xff', "is no JSON"),
        ('{"events": [1, {"id": 2}, {"id": "x", "colour": 3}]}', "'colour' is not known"),
        ('{"events": [null]}', "event 1 is none"),
    ],
)
def test_what_is_no_export_is_refused_in_a_line_each(
    session: Path, tmp_path: Path, text: str, said: str
) -> None:
    file = tmp_path / "x.json"
    file.write_bytes(text.encode("latin-1"))
    result = run("import", session, file)
    assert result.exit_code == 2
    assert said in result.stderr
    assert all(line.startswith("error: ") for line in result.stderr.splitlines())
    assert events(session) == ()

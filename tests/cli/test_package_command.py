"""A session that is sent to somebody: what goes along, and what nobody may find in it."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.cli.incoming import unpacked
from factcheck.review.drafts import draft
from factcheck.session import SessionFolder
from tests.cli.exchange_world import CANARY, LOGIN, REVIEWER, append, events, exported, ids
from tests.cli.shell import ok, run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest


def everything_in(file: Path) -> Iterator[bytes]:
    yield file.read_bytes()
    with zipfile.ZipFile(file) as archive:
        for info in archive.infolist():
            yield archive.read(info)


def test_no_byte_of_a_blind_package_tells_what_was_decided_or_by_whom(session: Path, tmp_path: Path) -> None:
    first, other, *_ = ids(session)
    # So many that they fill pages of their own.
    notes = [draft(REVIEWER, "note", claim=first, note=f"{CANARY} {number} " * 40) for number in range(60)]
    append(session, *notes[:30])
    append(session, *notes[30:])
    ok("mark", session, first, "conflicting", "--reviewer", REVIEWER, "--note", CANARY)
    ok("mark", session, other, "unsourced", "--note", CANARY)  # by the login
    ok("export", session, "--format", "html", "-o", session / "report.html")
    (session / "session.yaml").write_text(
        (session / "session.yaml").read_text(encoding="utf-8") + f"reviewer: {REVIEWER}  # {CANARY}\n",
        encoding="utf-8",
    )
    assert any(CANARY.encode() in data for data in everything_in(zip_of(session, tmp_path)))
    ok("package", session, "-o", tmp_path / "p.zip", "--blind", "--hide-suggestions")
    for data in everything_in(tmp_path / "p.zip"):
        for word in (CANARY, REVIEWER, LOGIN, str(tmp_path)):
            assert word.encode() not in data
    there = unpacked(tmp_path / "p.zip")
    assert events(there) == ()
    assert SessionFolder.open(there).config.blind == "suggestions"
    assert ids(there) == ids(session)


def zip_of(folder: Path, tmp_path: Path) -> Path:
    """Proof that the canary would be found: the folder as it lies there."""
    file = tmp_path / "whole.zip"
    with zipfile.ZipFile(file, "w") as archive:
        for path in folder.rglob("*"):
            archive.write(path, str(path.relative_to(folder)))
    return file


def test_a_whole_package_keeps_every_act_but_no_login_name(session: Path, tmp_path: Path) -> None:
    first, other, *_ = ids(session)
    ok("mark", session, first, "supported", "--note", "mine")
    ok("mark", session, other, "unsourced", "--reviewer", "ada")
    ok("package", session, "-o", tmp_path / "p.zip")
    assert not any(LOGIN.encode() in data for data in everything_in(tmp_path / "p.zip"))
    there = unpacked(tmp_path / "p.zip")
    nameless, again, named = [event.reviewer for event in events(there)]
    assert nameless == again
    assert nameless.startswith("reviewer ")
    assert named == "ada"
    home = [replace(event, reviewer="") for event in events(session)]
    assert [replace(event, reviewer="") for event in events(there)] == home
    said = ok("merge", session, tmp_path / "p.zip")
    assert "nothing new, 3 known already" in said


def test_two_people_who_chose_no_name_stay_two(session: Path, tmp_path: Path) -> None:
    for number, verdict in enumerate(("supported", "unsourced")):
        ok("package", session, "-o", tmp_path / f"{number}.zip", "--blind")
        there = unpacked(tmp_path / f"{number}.zip")
        ok("mark", there, ids(there)[0], verdict)
        ok("package", there, "-o", tmp_path / f"back-{number}.zip")
    ok("merge", session, tmp_path / "back-0.zip", tmp_path / "back-1.zip")
    (verdicts,) = [claim["verdicts"] for claim in exported(session)["claims"] if claim["verdicts"]]
    assert sorted(each["verdict"] for each in verdicts) == ["supported", "unsourced"]


def test_a_package_of_a_session_with_problems_does_not_tell_where_they_are(
    session: Path, tmp_path: Path
) -> None:
    yaml = session / "session.yaml"
    yaml.write_text(yaml.read_text(encoding="utf-8") + "colour: red\n", encoding="utf-8")
    run("export", session, "--format", "json")
    assert str(tmp_path).encode() in (session / "factcheck.db").read_bytes()
    ok("package", session, "-o", tmp_path / "p.zip")
    assert not any(str(tmp_path).encode() in data for data in everything_in(tmp_path / "p.zip"))


def test_an_unpacked_package_is_opened_again_as_it_was_left(session: Path, tmp_path: Path) -> None:
    ok("package", session, "-o", tmp_path / "sent.zip", "--blind")
    there = unpacked(tmp_path / "sent.zip")
    assert there == tmp_path / "sent"
    ok("mark", there, ids(there)[0], "supported", "--reviewer", "bo")
    assert unpacked(tmp_path / "sent.zip") == there
    assert len(events(there)) == 1


def test_review_opens_a_package_unpacked(
    session: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr("factcheck.cli.app.need_terminal", lambda: None)
    monkeypatch.setattr("factcheck.cli.app.run", lambda path, *_: opened.append(path))
    ok("package", session, "-o", tmp_path / "sent.zip")
    ok("review", tmp_path / "sent.zip")
    ok("review", tmp_path / "sent.zip")
    ok("review", tmp_path / "sent.zip", "--session", tmp_path / "elsewhere")
    assert opened == [tmp_path / "sent", tmp_path / "sent", tmp_path / "elsewhere"]
    assert ids(tmp_path / "elsewhere") == ids(session)


def test_hiding_suggestions_is_a_part_of_blindness(session: Path, tmp_path: Path) -> None:
    result = run("package", session, "-o", tmp_path / "p.zip", "--hide-suggestions")
    assert result.exit_code == 2
    assert not (tmp_path / "p.zip").exists()

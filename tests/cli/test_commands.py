"""The command line as a user meets it: what it prints, what it leaves on disk, how it exits."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from factcheck.cli import COMMANDS
from tests.cli.shell import a_claim, run, scanned

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def session(tmp_path: Path, articles: Path) -> Path:
    target = tmp_path / "story"
    assert run("new", target, articles).exit_code == 0
    return target


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert "Example: factcheck " + command in result.output


def test_an_unknown_command_names_the_nearest() -> None:
    result = run("exprot")
    assert result.exit_code == 2
    assert "did you mean 'export'" in result.output


def test_articles_where_a_command_belongs_name_the_command_that_takes_them(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Nine people died.\n", encoding="utf-8")
    result = run(str(article))
    assert result.exit_code == 2
    assert f"factcheck review {article}" in result.output


def test_new_add_and_add_again(session: Path, tmp_path: Path) -> None:
    assert (session / "session.yaml").is_file()
    third = tmp_path / "third.txt"
    third.write_text("Police said 13 people were injured in the accident.\n", encoding="utf-8")
    assert "1 article added" in run("add", session, third).output
    assert "0 articles added" in run("add", session, third).output
    assert len(scanned(session)["articles"]) == 3
    again = run("new", session, third)
    assert again.exit_code == 2
    assert "is a session already" in again.stderr


def test_mark_then_history_then_report(session: Path) -> None:
    injured = a_claim(session, "12 people")
    other = a_claim(session, "30 people")
    done = run("mark", session, injured["id"][:8], "conflicting", "--kind", "sources",
               "--note", "which hospital?", "--evidence", other["id"], "--reviewer", "Anna")  # fmt: skip
    assert done.exit_code == 0, done.output
    (event,) = json.loads(run("history", session, "--format", "json").stdout)[:1]
    assert (event["verdict"], event["reviewer"], event["claim"]) == ("conflicting", "Anna", injured["id"])
    table = run("history", session).stdout
    assert "which hospital?" in table
    assert "12 people" in table

    exported = json.loads(run("export", session, "--format", "json").stdout)
    verdicts = {claim["id"]: claim["verdicts"] for claim in exported["claims"] if claim["verdicts"]}
    (verdict,) = verdicts[injured["id"]]
    assert (verdict["verdict"], verdict["kind"], verdict["note"]) == (
        "conflicting",
        "sources",
        "which hospital?",
    )
    assert verdict["evidence"][0]["claim"] == other["id"]
    for form in ("md", "html", "csv"):
        text = run("export", session, "--format", form).stdout
        assert "which hospital?" in text
        assert str(session) not in text


def test_a_login_name_does_not_leave(session: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "secretlogin")
    assert run("mark", session, a_claim(session, "12 people")["id"], "unsourced").exit_code == 0
    assert "secretlogin" in run("history", session).stdout
    for form in ("md", "html", "csv", "json"):
        text = run("export", session, "--format", form).stdout
        assert "secretlogin" not in text
        assert "reviewer 1" in text


def test_export_by_status(session: Path) -> None:
    injured = a_claim(session, "12 people")["id"]
    run("mark", session, injured, "unsourced", "--reviewer", "Anna")
    text = run("export", session, "--format", "json", "--status", "unsourced").stdout
    assert [claim["id"] for claim in json.loads(text)["claims"]] == [injured]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("mark", "SESSION", "zzz", "supported"), "no claim is called"),
        (("mark", "NOWHERE", "zzz", "supported"), "no such folder"),
        (("export", "NOWHERE"), "no such folder"),
        (("history", "NOWHERE"), "no such folder"),
        (("add", "NOWHERE", "x.txt"), "no such folder"),
        (("review", "SESSION"), "no terminal"),
        (("export", "SESSION", "-o", "NOWHERE/deep/report.html"), "cannot be written"),
        (("scan", "NOWHERE/x.txt"), "no such file"),
        (("scan", "FERRY", "--rules", "NOWHERE/rules.yaml"), "NOWHERE"),
        (("demo", "no-such-sample"), "no sample"),
    ],
)
def test_what_a_user_can_do_wrong_is_one_line(
    words: tuple[str, ...], said: str, session: Path, articles: Path, tmp_path: Path
) -> None:
    places = {"SESSION": session, "NOWHERE": tmp_path / "nowhere", "FERRY": articles / "ferry.txt"}

    def placed(word: str) -> str:
        for name, path in places.items():
            word = word.replace(name, str(path))
        return word

    result = run(*map(placed, words))
    assert result.exit_code == 2
    assert placed(said) in result.output
    assert "Traceback" not in result.output
    assert not isinstance(result.exception, Exception)


def test_a_broken_session_yaml_has_its_place(session: Path) -> None:
    (session / "session.yaml").write_text("title: x\narticles: [unclosed\n", encoding="utf-8")
    result = run("export", session)
    assert result.exit_code == 2
    assert "session.yaml:" in result.stderr


def test_a_newer_database_is_left_alone(session: Path) -> None:
    import sqlite3

    run("export", session)
    database = session / "factcheck.db"
    with sqlite3.connect(database) as connection:
        (table,) = connection.execute(
            "SELECT name FROM sqlite_master WHERE name LIKE '%migrations%' AND type = 'table'"
        ).fetchone()
        connection.execute(
            f"INSERT INTO {table} (migration_set, name, applied_at) "
            "VALUES ('factcheck', 'm999_later', '2030')"
        )
    connection.close()
    before = database.read_bytes()
    result = run("mark", session, "x", "supported")
    assert result.exit_code == 2
    assert "newer" in result.stderr
    assert database.read_bytes() == before


def test_a_lost_database_is_made_again(session: Path) -> None:
    first = run("export", session, "--format", "csv").stdout
    (session / "factcheck.db").unlink()
    assert run("export", session, "--format", "csv").stdout == first


def test_rules_check_test_and_list(tmp_path: Path) -> None:
    assert run("rules", "check").exit_code == 0
    assert run("rules", "test").exit_code == 0
    assert "casualties" in run("rules", "list").output
    assert {"id", "kind", "weight"} <= set(json.loads(run("rules", "list", "--format", "json").stdout)[0])

    broken = tmp_path / "broken.yaml"
    broken.write_text("version: 1\npack: mine\nrules:\n  - id: a.b\n    titel: x\n", encoding="utf-8")
    result = run("rules", "check", broken)
    assert result.exit_code == 1
    assert "broken.yaml:5:5" in result.output
    assert "did you mean 'title'" in result.output

    wrong = tmp_path / "wrong.yaml"
    wrong.write_text(
        "version: 1\npack: mine\nrules:\n  - id: a.b\n    title: x\n    kind: event\n"
        "    patterns: [the ferry sank]\n    examples:\n      match: [The boat sank., The ferry sank.]\n"
        "      no_match: [Nothing happened.]\n",
        encoding="utf-8",
    )
    result = run("rules", "test", wrong)
    assert result.exit_code == 1
    assert "2 of 3 examples pass" in result.output
    assert "The boat sank." in result.output


def test_demo_lists_its_samples() -> None:
    listed = run("demo", "--list").output.splitlines()
    assert [line.split("  ", 1) for line in listed] == [
        ["harbour-fire", "The warehouse fire in the port of Averne"],
        ["orvane-results", "The results, the job cuts and the fine of Orvane Group"],
        ["valley-earthquake", "The earthquake in the Imra valley"],
    ]


def test_demo_opens_the_copy_of_before_with_the_command_that_makes_a_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[str, str]] = []
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr("factcheck.cli.app.need_terminal", lambda: None)
    monkeypatch.setattr(
        "factcheck.cli.app.run", lambda copy, _reviewer, *, anew: opened.append((copy.name, anew))
    )
    for more in ((), (), ("--fresh",)):
        assert run("demo", "harbour-fire", *more).exit_code == 0
    new = "factcheck demo harbour-fire --fresh"
    assert opened == [("harbour-fire", new), ("harbour-fire", new), ("harbour-fire-2", new)]


def test_the_scan_table_names_claims_as_mark_takes_them(session: Path) -> None:
    injured = a_claim(session, "12 people")["id"]
    line = next(line for line in run("scan", session).stdout.splitlines() if "12 people" in line)
    assert injured[:8] in line.split()


def test_history_says_what_was_undone(session: Path) -> None:
    from factcheck.review.events import Acts, claim_anchors
    from factcheck.workspace import open_workspace

    injured = a_claim(session, "12 people")["id"]
    with open_workspace(session) as workspace:
        acts = Acts(workspace.store, workspace.state(), "Anna", claim_anchors(workspace.analysis))
        acts.judge([injured], "unsourced")
        acts.undo()
    last = run("history", session).stdout.splitlines()[-1]
    assert f"undo of unsourced on A1a {injured[:8]}" in last


def test_a_verdict_whose_rule_is_gone_is_kept_as_a_claim(session: Path) -> None:
    injured = a_claim(session, "12 people")["id"]
    run("mark", session, injured, "unsourced", "--reviewer", "Anna")
    with (session / "session.yaml").open("a", encoding="utf-8") as file:
        file.write("\noff: ['*']\n")
    told = json.loads(run("export", session, "--format", "json").stdout)
    (kept,) = told["claims"]
    assert (kept["id"], kept["how"], kept["verdicts"][0]["verdict"]) == (injured, "kept", "unsourced")
    assert "12 people" in kept["text"]
    assert told["orphans"] == []
    assert "kept, no rule" in run("export", session, "--format", "md").stdout


def test_a_verdict_whose_text_is_gone_is_an_orphan(session: Path) -> None:
    injured = a_claim(session, "12 people")["id"]
    run("mark", session, injured, "unsourced", "--reviewer", "Anna")
    for article in (session / "articles").glob("*.txt"):
        article.write_text("Title: Nothing\n\nThe market was closed on Sunday.\n", encoding="utf-8")
    told = json.loads(run("export", session, "--format", "json").stdout)
    (orphan,) = told["orphans"]
    assert "12 people" in json.dumps(orphan)
    assert orphan["verdicts"][0]["verdict"] == "unsourced"


def test_a_rule_is_switched_from_the_shell_and_undo_writes_it_back(session: Path) -> None:
    from factcheck.session import SessionFolder
    from factcheck.workspace import open_workspace

    def off() -> list[str]:
        return list(SessionFolder.open(session).config.off)

    rule = a_claim(session, "12 people")["rules"][0]
    assert "is off" in run("rules", "switch", session, rule, "off", "--reviewer", "Anna").stdout
    assert "is off already" in run("rules", "switch", session, rule, "off", "--reviewer", "Anna").stdout
    assert f"rule off {rule}" in run("history", session).stdout
    assert off() == [rule]
    with open_workspace(session) as workspace:
        assert f"taken back: rule off {rule}" in workspace.desk("Anna").undo()
    assert off() == []
    with open_workspace(session) as workspace:
        workspace.desk("Anna").redo()
    assert off() == [rule]

"""The rule author's tools as an author meets them: stats, new, check, words; and docs/rules.md on them."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from tests.cli.rule_desk import CONSOLE, FIRST, PACK, rows
from tests.cli.shell import ok, run

# --- the page --------------------------------------------------------------------------------


def timeless(text: str) -> str:
    text = re.sub(r'("\w*ms": )[\d.]+', r"\1N", text)
    return re.sub(r"\s*[\d.]+( ms|(?=  -$))", " N ms", text, flags=re.MULTILINE)


@pytest.mark.parametrize(("command", "said"), CONSOLE)
@pytest.mark.usefixtures("desk")
def test_the_page_prints_what_the_program_prints(command: str, said: str) -> None:
    assert timeless(run(*shlex.split(command)).output) == timeless(said)


def test_the_page_shows_each_tool() -> None:
    assert {command.split()[1] for command, _ in CONSOLE} == {"explain", "try", "stats", "test"}


# --- stats -----------------------------------------------------------------------------------


def test_stats_count_hits_and_overlap(desk: Path) -> None:
    path = desk / "two.txt"
    path.write_text("A ferry ran aground. The ferry ran for hours.\n\nThe boat sank.\n", encoding="utf-8")
    found = rows(path, "--rules", "pack.yaml")
    aground, ferry, whale = (found[f"harbour.{name}"] for name in ("aground", "ferry", "whale"))
    assert (aground["hits"], aground["sentences"], aground["overlap"]) == (
        1,
        1,
        {"rule": "harbour.ferry", "hits": 1},
    )
    assert aground["sample"] == "A ferry ran aground."
    assert (ferry["hits"], ferry["sentences"]) == (3, 2)
    assert ferry["overlap"] == {"rule": "harbour.aground", "hits": 2}
    assert (whale["hits"], whale["sample"], whale["overlap"]) == (0, None, None)
    said = ok("rules", "stats", path, "--rules", "pack.yaml")
    assert "never hit (1): harbour.whale" in said
    assert "not a claim" not in said
    assert ok("rules", "stats", path, "--rules", "pack.yaml", "--no-samples").count("^") == 0


def test_stats_tell_what_reviewers_rejected(session: Path) -> None:
    scan = json.loads(ok("scan", session, "--format", "json"))
    first, second, third = scan["claims"][:3]
    for claim, verdict in ((first, "not-a-claim"), (second, "supported"), (third, "left-open")):
        ok("mark", session, claim["id"], verdict, "--reviewer", "Anna")
    ok("mark", session, first["id"], "not-a-claim", "--reviewer", "Ben")
    verdicts = {claim["id"]: claim["rules"] for claim in (first, second)}
    for rule, row in rows(session).items():
        rejected = 2 * (rule in verdicts[first["id"]])
        assert row["not_a_claim"] == rejected, rule
        assert row["verdicts"] == rejected + (rule in verdicts[second["id"]]), rule
    said = ok("rules", "stats", session)
    assert "judged not a claim" in said
    assert re.search(r"% \(2 of [23]\)", said)


def test_stats_of_a_session_use_its_own_packs(session: Path) -> None:
    used = {rule["id"] for rule in json.loads(ok("rules", "list", "--format", "json"))}
    assert set(rows(session)) <= used
    assert set(rows(session, "--rules", "core")) < used


@pytest.mark.usefixtures("desk")
def test_stats_sort_as_asked() -> None:
    by_id = list(rows("harbour.txt", "--rules", "pack.yaml", "--sort", "id"))
    assert by_id == sorted(by_id)
    by_cost = [float(str(row["ms"])) for row in rows("harbour.txt", "--sort", "ms").values()]
    assert by_cost == sorted(by_cost, reverse=True)


# --- new -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["transfers.yaml", "Le père Noël.yml", "9.yaml", "it's # {here}.yaml"])
@pytest.mark.usefixtures("desk")
def test_a_new_file_is_good_as_it_is(name: str) -> None:
    ok("rules", "new", name)
    assert ok("rules", "check", name).startswith("no errors")
    assert ok("rules", "test", name) == "4 of 4 examples pass\n"
    assert ok("rules", "check", "core", "conflict", name).startswith("no errors")


@pytest.mark.usefixtures("desk")
def test_the_rule_of_a_new_file_carries_its_name() -> None:
    ok("rules", "new", "transfers.yaml")
    said = ok("rules", "explain", "transfers.disrupted", "Two buses broke down.", "--rules", "transfers.yaml")
    assert "what = 'buses'" in said


@pytest.mark.parametrize("name", ["my-rules.yaml", "notes.txt", "nowhere/x.yaml"])
def test_new_refuses_to_write_over_or_beside(desk: Path, name: str) -> None:
    before = {path: path.read_bytes() for path in desk.iterdir()}
    result = run("rules", "new", name)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"error: {name}: ")
    assert {path: path.read_bytes() for path in desk.iterdir()} == before


# --- check for programs ----------------------------------------------------------------------


@pytest.fixture
def broken(desk: Path) -> str:
    """A rule file with one mistake, in a file whose name needs escapes."""
    (desk / "50%,a.yaml").write_text(FIRST.replace("{lost:harm}", "{lsot:harm}"), encoding="utf-8")
    return "50%,a.yaml"


def test_check_for_editors(broken: str) -> None:
    result = run("rules", "check", broken, "--format", "json")
    assert result.exit_code == 1
    wrong = {problem["what"]: problem for problem in json.loads(result.stdout)}
    typo = wrong["no vocabulary is called 'lsot'"]
    line = next(n for n, said in enumerate(Path(broken).read_text("utf-8").splitlines(), 1) if "lsot" in said)
    assert (typo["path"], typo["line"], typo["severity"]) == (broken, line, "error")
    assert typo["col"] == Path(broken).read_text("utf-8").splitlines()[line - 1].index("{lsot") + 1
    assert typo["mend"] == "did you mean 'lost'?"


def test_check_for_github(broken: str) -> None:
    result = run("rules", "check", broken, "--format", "github")
    assert result.exit_code == 1
    assert re.match(
        r"::error file=50%25%2Ca\.yaml,line=\d+,col=\d+::no vocabulary is called 'lsot'", result.stdout
    )


@pytest.mark.parametrize(("form", "said"), [("json", "[]\n"), ("github", "")])
@pytest.mark.usefixtures("desk")
def test_check_for_programs_where_all_is_well(form: str, said: str) -> None:
    result = run("rules", "check", "my-rules.yaml", "--format", form)
    assert (result.exit_code, result.output) == (0, said)


# --- schema ----------------------------------------------------------------------------------


@pytest.mark.usefixtures("desk")
def test_the_schema_is_printed_or_written() -> None:
    printed = json.loads(ok("rules", "schema"))
    assert printed["required"] == ["version"]
    ok("rules", "schema", "-o", "rules.schema.json")
    assert json.loads(Path("rules.schema.json").read_text("utf-8")) == printed


# --- what the examples leave unshown ---------------------------------------------------------


def test_coverage_names_the_patterns_and_words_that_no_example_fires(desk: Path) -> None:
    result = ok("rules", "test", "pack.yaml", "--coverage")
    assert "pack.yaml:14:29: harbour.ferry: no example fires 'a ferry'" in result
    assert "pack.yaml:4:3: boats: 3 of 4 words in no example: boat, boats, ferries" in result
    assert "examples fire 3 of 4 patterns and hold 1 of 4 words of vocabularies" in result
    one = ok("rules", "test", "pack.yaml", "--coverage", "--rule", "harbour.whale")
    assert "examples fire 1 of 1 patterns and hold 0 of 0 words" in one


# --- failing examples ------------------------------------------------------------------------


@pytest.mark.usefixtures("desk")
def test_a_failing_example_shows_what_was_found() -> None:
    text = FIRST.replace("The boats were painted in 1998.", "Again two boats sank.")
    Path("wrong.yaml").write_text(text.replace("how_many: two dozen", "how_many: 24"), encoding="utf-8")
    result = run("rules", "test", "wrong.yaml")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert lines[0].endswith(": boats.lost: no match has the slot how_many as expected")
    assert lines[1] == "    text:     Nearly two dozen fishing boats sank in the storm."
    assert lines[2] == "              " + "^" * len("Nearly two dozen fishing boats sank")
    assert "how_many = two dozen" in lines[4]
    at = lines.index("    text:     Again two boats sank.")
    assert lines[at + 1] == "    " + " " * len("text:     Again ") + "^" * len("two boats sank")
    assert lines[-1] == "1 of 3 examples pass"


# --- words, and files with mistakes -----------------------------------------------------------


def test_words_lists_the_vocabularies_and_prints_one_whole(desk: Path) -> None:
    (desk / "own.yaml").write_text(PACK)
    said = run("rules", "words", "--rules", "own.yaml")
    assert said.exit_code == 0
    assert said.stdout.split() == ["boats", "4", "boat,", "boats,", "ferry,", "ferries"]
    assert run("rules", "words", "boats", "--rules", "own.yaml").stdout.split() == [
        "boat",
        "boats",
        "ferry",
        "ferries",
    ]


def test_words_names_the_nearest_list(desk: Path) -> None:
    (desk / "own.yaml").write_text(PACK)
    said = run("rules", "words", "boat", "--rules", "own.yaml")
    assert said.exit_code == 2
    assert "no vocabulary is called 'boat'; did you mean 'boats'?" in said.stderr


def test_test_tells_of_mistakes_also_where_an_example_fails(desk: Path) -> None:
    broken = PACK.replace("kind: event", "kind: evnt", 1).replace("[It was a whale.]", "[It was a seal.]")
    (desk / "own.yaml").write_text(broken)
    said = run("rules", "test", "own.yaml")
    assert said.exit_code == 1
    assert "kind cannot be 'evnt'" in said.stderr
    assert "1 of 2 examples pass; what the errors above concern was set aside, and not tested" in said.stdout
    named = run("rules", "test", "own.yaml", "--rule", "harbour.aground")
    assert named.exit_code == 2
    assert "no rule harbour.aground; a rule with a mistake is set aside" in named.stderr


@pytest.mark.parametrize("command", [("stats",), ("try", "'a whale'")])
def test_a_rule_file_is_not_read_as_an_article(command: tuple[str, ...], desk: Path) -> None:
    (desk / "own.yaml").write_text(PACK)
    said = run("rules", *command, "own.yaml")
    assert said.exit_code == 2
    assert "own.yaml: is no article; it is a rule file; put --rules before it" in said.stderr

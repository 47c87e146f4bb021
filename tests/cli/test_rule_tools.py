"""The rule author's tools as an author meets them: explain, try, stats, new; and docs/rules.md on them."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from factcheck.cli.carets import WIDTH, underlined
from tests.cli.shell import ok, run

PAGE = (Path(__file__).parents[2] / "docs" / "rules.md").read_text("utf-8")
FIRST = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)[0]
ARTICLE = re.findall(r"```article\n(.*?)```", PAGE, re.DOTALL)[0]
CONSOLE = re.findall(r"```console\n\$ factcheck (.*?)\n(.*?)```", PAGE, re.DOTALL)
PACK = """\
version: 1
pack: harbour
vocabularies:
  boats: [boat, boats, ferry, ferries]
rules:
  - id: harbour.aground
    title: Ran aground
    kind: event
    patterns: ['{boats:what} <0-3> ran aground']
    examples: {match: [The ferry ran aground.]}
  - id: harbour.ferry
    title: A ferry that ran
    kind: event
    patterns: ['ferry ran', 'a ferry']
    examples: {match: [The ferry ran well.]}
  - id: harbour.whale
    title: Whales
    kind: event
    patterns: ['a whale']
    examples: {match: [It was a whale.]}
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with the files of the page and a pack about ferries."""
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "my-rules.yaml").write_text(FIRST, encoding="utf-8")
    wrong = FIRST.replace("how_many: two dozen", "how_many: two")
    (folder / "wrong.yaml").write_text(wrong, encoding="utf-8")
    (folder / "harbour.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "pack.yaml").write_text(PACK, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


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


# --- explain ---------------------------------------------------------------------------------


@pytest.mark.usefixtures("desk")
def test_explain_reads_values_and_marks_the_words() -> None:
    said = ok("rules", "explain", "boats.lost", "Some 1,200 boats sank.", "--rules", "my-rules.yaml")
    lines = said.splitlines()
    at = lines.index("    Some 1,200 boats sank.")
    assert lines[at + 1] == "    " + "^" * len("Some 1,200 boats sank")
    assert "      how_many = '1,200'" in lines
    assert any("value 'Some 1,200' is quantity about" in line and "boat" in line for line in lines)


@pytest.mark.usefixtures("desk")
def test_explain_takes_standard_input_and_prints_the_expression() -> None:
    result = run(
        "rules", "explain", "harbour.whale", "-", "--rules", "pack.yaml", "--regex", stdin="No\nwhale.\n"
    )
    assert result.exit_code == 0
    assert "expression: (?i)" in result.stdout
    assert "sentence 1: No whale." in result.stdout
    assert "no match" in result.stdout


@pytest.mark.usefixtures("desk")
def test_explain_names_the_nearest_rule_and_what_is_wrong_with_the_file() -> None:
    result = run("rules", "explain", "boats.list", "x", "--rules", "my-rules.yaml")
    assert result.exit_code == 2
    assert "did you mean 'boats.lost'?" in result.stderr
    Path("broken.yaml").write_text(FIRST.replace("{lost:harm}", "{lsot:harm}"), encoding="utf-8")
    result = run("rules", "explain", "boats.lost", "x", "--rules", "broken.yaml")
    assert result.exit_code == 2
    assert "no vocabulary is called 'lsot'" in result.stderr


@pytest.mark.parametrize("text", ["", " \n ", "boats " * 5_000])
@pytest.mark.usefixtures("desk")
def test_explain_refuses_what_is_no_sentence(text: str) -> None:
    result = run("rules", "explain", "boats.lost", text, "--rules", "my-rules.yaml")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: TEXT: ")


@pytest.mark.usefixtures("desk")
def test_nothing_hostile_reaches_the_terminal() -> None:
    said = ok("rules", "explain", "boats.lost", "Two boats \x1b[31msank\x9b.", "--rules", "my-rules.yaml")
    assert "\x1b" not in said
    assert "\x9b" not in said
    Path("bad.txt").write_text("Two boats \x1b]0;x\x07 sank in the bay.\n", encoding="utf-8")
    said = run("rules", "try", "{boats} <0-3> sank", "bad.txt", "--rules", "my-rules.yaml").output
    assert "boats" in said
    assert "\x1b" not in said
    assert "\x07" not in said


# --- try -------------------------------------------------------------------------------------


@pytest.mark.usefixtures("desk")
def test_try_counts_all_and_prints_the_first() -> None:
    said = ok("rules", "try", "{lost}", "harbour.txt", "--rules", "my-rules.yaml", "--most", "1")
    assert said.count("^^^") == 1
    assert "... and 2 hits more; --most 3 prints them all" in said
    assert "3 hits in 3 sentences of 1 article" in said


@pytest.mark.usefixtures("desk")
def test_try_takes_regular_expressions_and_capitals() -> None:
    found = ("harbour.txt", "--rules", "my-rules.yaml")
    assert "who = 'Anna Berg'" in ok("rules", "try", "--regex", r"(?P<who>Anna \w+)", *found)
    assert ok("rules", "try", "anna", *found).count("^") == 4
    assert "0 hits" in ok("rules", "try", "anna", *found, "--case", "exact")


@pytest.mark.parametrize(
    ("words", "what", "caret"),
    [
        (("{boats} <3-1> sank",), "cannot be used", 8),
        (("(sank|",), "empty", 0),
        (("--regex", r"(\w+ )*"), "repeat", None),
        (("--regex", "a?"), "empty string", 0),
        (("",), "empty", 0),
    ],
)
@pytest.mark.usefixtures("desk")
def test_try_shows_mistakes_with_a_caret(words: tuple[str, ...], what: str, caret: int | None) -> None:
    result = run("rules", "try", *words, "harbour.txt", "--rules", "my-rules.yaml")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert what in result.stderr.splitlines()[0]
    line = next(line for line in result.stderr.splitlines() if line.strip() == "^")
    if caret is not None:
        assert line.index("^") == 4 + caret
    assert "mend:" in result.stderr


@pytest.mark.usefixtures("desk")
def test_try_says_that_a_pattern_is_tried_everywhere() -> None:
    result = run("rules", "try", "{rest}", "harbour.txt", "--rules", "my-rules.yaml")
    assert result.exit_code == 0
    assert "no fixed word" in result.stderr


def test_try_reads_sessions_and_files_together(desk: Path, session: Path) -> None:
    result = run("rules", "try", "aground", session, desk / "harbour.txt", "--rules", desk / "pack.yaml")
    assert result.exit_code == 0, result.output
    assert "of 3 articles" in result.stdout
    assert "A1" in result.stdout
    assert "B1" in result.stdout
    assert "A is " in result.stdout
    assert "B is " in result.stdout
    assert "C is " not in result.stdout


@pytest.mark.usefixtures("desk")
def test_try_reads_what_can_be_read() -> None:
    result = run("rules", "try", "sank", "harbour.txt", "nowhere.txt", "--rules", "my-rules.yaml")
    assert result.exit_code == 2
    assert "1 hit " in result.stdout
    assert "nowhere.txt" in result.stderr


# --- stats -----------------------------------------------------------------------------------


def rows(*words: object) -> dict[str, dict[str, object]]:
    found = json.loads(ok("rules", "stats", *words, "--format", "json"))
    return {row["rule"]: row for row in found}


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


# --- carets ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("start", "end"), [(0, 5), (150, 160), (290, 300), (20, 280)])
def test_carets_stand_below_the_words_in_long_lines(start: int, end: int) -> None:
    text = "".join(chr(0x100 + i) for i in range(300))
    line, carets = underlined(text, start, end)
    assert len(line) <= WIDTH + 2
    at, length = carets.index("^"), carets.count("^")
    assert line[at : at + length] == text[start : start + length]
    assert length == min(end - start, WIDTH)


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


# --- other languages -------------------------------------------------------------------------

UKRAINIAN = "Знайшли двадцять сім човнів.\n\nПоліція повідомила, що зникли 5 осіб.\n"


def test_try_and_stats_read_the_language_of_an_article(desk: Path) -> None:
    path = desk / "story.txt"
    path.write_text(UKRAINIAN, encoding="utf-8")
    assert "0 hits" in ok("rules", "try", "{number} човнів", path, "--rules", "ukrainian")
    said = ok("rules", "try", "{number:n} човнів", path, "--rules", "ukrainian", "--lang", "uk")
    assert "n = 'двадцять сім'" in said
    assert sum(int(str(row["hits"])) for row in rows(path, "--rules", "ukrainian").values()) == 0
    found = rows(path, "--rules", "ukrainian", "--lang", "uk")
    assert sum(int(str(row["hits"])) for row in found.values()) > 0


def test_try_knows_the_language_that_a_page_names(desk: Path) -> None:
    page = f"<html lang='uk'><head><title>Човни</title></head><body><article><p>{UKRAINIAN * 3}</p></article>"
    (desk / "story.html").write_text(page, encoding="utf-8")
    found = ok("rules", "try", "{number:n} човнів", desk / "story.html", "--rules", "ukrainian")
    assert "n = 'двадцять сім'" in found


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

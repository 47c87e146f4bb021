"""The extra ``semantic`` as it is asked for: on the command line, in session.yaml, and in what is written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from factcheck.cli.app import ask_for_meanings
from factcheck.compare.facts import wordvectors
from factcheck.problems import BadInput
from factcheck.session.configread import read_config
from tests.cli.shell import run, scanned
from tests.meanings_world import Told

if TYPE_CHECKING:
    from pathlib import Path

COURT = "Source: The Gazette\n\nA judge in Korvel jailed the mayor of Ansk on Tuesday, the court said.\n"
PRESS = "Source: Radio A\n\nThe mayor of Ansk was jailed in Korvel on Tuesday, police said.\n"
BENCH = "Source: Courier\n\nTwelve jurors sentenced a builder to four years, his lawyer said.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "articles"
    found.mkdir()
    for name, text in {"court": COURT, "press": PRESS, "bench": BENCH}.items():
        (found / f"{name}.txt").write_text(text, "utf-8")
    return found


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Told:
    """A model stands where the extra's would."""
    told = Told(("jailed", "sentenced", 0.9), ("judge", "jurors", 0.9), ("court", "lawyer", 0.9))
    monkeypatch.setattr(wordvectors, "model", lambda: told)
    return told


@pytest.fixture
def absent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wordvectors, "find_spec", lambda _: None)
    wordvectors.model.cache_clear()


def story(tmp_path: Path, folder: Path, *, semantic: bool) -> Path:
    made = tmp_path / "story"
    assert run("new", made, folder).exit_code == 0
    if semantic:
        with (made / "session.yaml").open("a", encoding="utf-8") as file:
            file.write("semantic: true\n")
    return made


# --- never silently -------------------------------------------------------------------------


@pytest.mark.usefixtures("model")
def test_a_model_that_is_there_is_not_used_unless_it_is_asked_for(folder: Path, model: Told) -> None:
    found = scanned(folder)
    assert "semantic" not in found
    assert "silent" not in found
    assert not model.asked
    assert run("compare", "The mayor was jailed", folder).exit_code == 0
    assert not model.asked


@pytest.mark.usefixtures("absent")
@pytest.mark.parametrize("words", [("scan",), ("compare", "The mayor was jailed")])
def test_asked_for_and_not_installed_it_is_one_line(folder: Path, words: tuple[str, ...]) -> None:
    result = run(*words, folder, "--semantic")
    assert result.exit_code == 2
    (line,) = result.stderr.splitlines()
    assert line.startswith("error: semantic: ")
    assert 'pip install "factcheck-tui[semantic]"' in line
    assert result.stdout == ""


@pytest.mark.usefixtures("absent")
def test_everything_works_without_it(folder: Path) -> None:
    found = scanned(folder, "--silent")
    assert found["silent"]
    assert all(row["near"] == [] for row in found["silent"])


# --- what it adds, and what it leaves ---------------------------------------------------------


@pytest.mark.usefixtures("model")
def test_a_scan_says_which_model_ranked_and_finds_the_same_facts(folder: Path) -> None:
    plain, ranked = scanned(folder), scanned(folder, "--semantic")
    assert wordvectors.WEIGHTS_SHA256 in ranked.pop("semantic")
    silent = ranked.pop("silent")
    assert ranked == plain
    near = [pair for row in silent for pair in row["near"]]
    assert {"one": "jailed", "other": "sentenced", "cosine": 0.9} in near


@pytest.mark.usefixtures("model")
def test_the_table_shows_the_words_and_the_model(folder: Path) -> None:
    lines = run("scan", folder, "--semantic").stdout.splitlines()
    (row,) = [line for line in lines if "jailed ~ sentenced" in line]
    assert "silent: looked for" in row
    assert any("nearest ranked by meaning, too" in line for line in lines)
    assert all(len(line) <= 118 for line in lines)


@pytest.mark.usefixtures("model")
def test_every_silence_is_a_line_of_jsonl(folder: Path) -> None:
    result = run("scan", folder, "--semantic", "--format", "jsonl")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert "semantic" in rows[0]
    assert [row for row in rows if row["type"] == "silent"]


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    "words", [("scan", "--format", "csv", "--semantic"), ("compare", "--pairs", "x.jsonl", "--semantic")]
)
def test_where_it_has_no_say_it_cannot_be_asked_for(folder: Path, words: tuple[str, ...]) -> None:
    result = run(*words, *([folder] if words[0] == "scan" else []))
    assert result.exit_code == 2
    assert "semantic" in result.stderr or "csv" in result.stderr


@pytest.mark.usefixtures("model")
def test_an_answer_says_which_model_ranked_what_comes_near(folder: Path) -> None:
    words = ("compare", "The jurors jailed a mason and his brother", folder, "--format", "json")
    plain, ranked = json.loads(run(*words).stdout), json.loads(run(*words, "--semantic").stdout)
    assert wordvectors.WEIGHTS_SHA256 in ranked["semantic"]
    assert ranked["suggestion"] == plain["suggestion"]
    assert any("jailed ~ sentenced" in row["why"] for row in ranked["evidence"])
    assert wordvectors.WEIGHTS_SHA256 in run(*words[:3], "--semantic").stdout


# --- a session ------------------------------------------------------------------------------


@pytest.mark.usefixtures("model")
def test_a_session_that_asks_for_it_says_so_in_every_report(tmp_path: Path, folder: Path) -> None:
    made = story(tmp_path, folder, semantic=True)
    assert "semantic" in scanned(made)
    for form in ("json", "md", "html"):
        assert wordvectors.WEIGHTS_SHA256 in run("export", made, "--format", form).stdout, form


@pytest.mark.usefixtures("model")
def test_a_session_that_does_not_ask_reads_as_it_always_did(tmp_path: Path, folder: Path) -> None:
    made = story(tmp_path, folder, semantic=False)
    assert wordvectors.WEIGHTS_SHA256 not in run("export", made, "--format", "json").stdout


@pytest.mark.usefixtures("model")
def test_what_was_scanned_can_be_exported_where_the_model_is_not(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = story(tmp_path, folder, semantic=True)
    there = json.loads(run("export", made, "--format", "json").stdout)
    monkeypatch.setattr(wordvectors, "model", wordvectors.load)
    monkeypatch.setattr(wordvectors, "find_spec", lambda _: None)
    here = json.loads(run("export", made, "--format", "json").stdout)
    assert here["semantic"] == there["semantic"]


@pytest.mark.usefixtures("absent")
def test_a_session_that_asks_for_what_is_not_there_is_one_line(tmp_path: Path, folder: Path) -> None:
    result = run("export", story(tmp_path, folder, semantic=True), "--format", "json")
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1].startswith("error: semantic: ")


@pytest.mark.usefixtures("model")
def test_review_notes_it_in_session_yaml_and_keeps_the_comments(tmp_path: Path, folder: Path) -> None:
    made = story(tmp_path, folder, semantic=False)
    yaml = made / "session.yaml"
    yaml.write_text("# by Ana\n" + yaml.read_text("utf-8"), "utf-8")
    ask_for_meanings(made)
    assert yaml.read_text("utf-8").startswith("# by Ana\n")
    assert read_config(yaml.read_bytes(), "session.yaml").semantic


@pytest.mark.usefixtures("absent")
def test_review_leaves_session_yaml_alone_where_the_model_is_not(tmp_path: Path, folder: Path) -> None:
    made = story(tmp_path, folder, semantic=False)
    before = (made / "session.yaml").read_bytes()
    with pytest.raises(BadInput):
        ask_for_meanings(made)
    assert (made / "session.yaml").read_bytes() == before


def test_neither_yes_nor_no_is_said_with_its_place() -> None:
    config = read_config(b"title: x\nsemantic: perhaps\n", "session.yaml")
    assert not config.semantic
    assert "session.yaml:2:11" in str(config.problems[0])

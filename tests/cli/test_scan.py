"""What `scan` prints: its formats, its table, what it does with files that cannot be read."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.cli.shell import FERRY, run, scanned

if TYPE_CHECKING:
    from pathlib import Path


def test_scan_json_is_the_contract(articles: Path) -> None:
    found = scanned(articles)
    assert set(found) >= {
        "factcheck", "rules", "articles", "claims", "groups", "relations", "suggestions"
    }  # fmt: skip
    texts = {article["id"]: article["text"] for article in found["articles"]}
    assert [article["source"] for article in found["articles"]] == ["The Tolme Gazette", "Island Radio"]
    assert found["claims"]
    for claim in found["claims"]:
        assert texts[claim["article"]][claim["start"] : claim["end"]] == claim["text"]
        assert claim["sentence"]["start"] <= claim["start"] < claim["end"] <= claim["sentence"]["end"]
        assert 0 <= claim["score"] <= 1
        for value in claim["values"]:
            assert texts[claim["article"]][value["start"] : value["end"]] == value["text"]
    assert any(
        "Share" in texts["a1"][each["start"] : each["end"]] for each in found["articles"][0]["furniture"]
    )


def test_two_figures_of_two_offices_are_a_suggested_conflict(articles: Path) -> None:
    found = scanned(articles)
    claims = {claim["id"]: claim for claim in found["claims"]}
    conflicts = [each for each in found["relations"] if each["kind"] == "conflicts"]
    texts = {claims[each[side]]["text"] for each in conflicts for side in "ab"}
    assert any("12 people" in text for text in texts)
    assert any("30 people" in text for text in texts)


def test_the_other_formats_tell_the_same(articles: Path) -> None:
    ids = {claim["id"] for claim in scanned(articles)["claims"]}
    lines = [json.loads(line) for line in run("scan", articles, "--format", "jsonl").stdout.splitlines()]
    assert {line["id"] for line in lines if line["type"] == "claim"} == ids
    table = list(csv.DictReader(io.StringIO(run("scan", articles, "--format", "csv").stdout)))
    assert len(table) == len(ids)
    assert "12 people" in run("scan", articles).stdout


def test_scan_reads_standard_input_and_writes_a_file(tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    result = run("scan", "-", "--format", "json", "-o", out, stdin=FERRY)
    assert (result.exit_code, result.stdout) == (0, "")
    assert json.loads(out.read_text(encoding="utf-8"))["claims"]


def test_bad_files_are_lines_and_the_rest_is_done(articles: Path, tmp_path: Path) -> None:
    (articles / "empty.txt").write_text("", encoding="utf-8")
    (articles / "binary.txt").write_bytes(b"\x00\x01\x02" * 900)
    result = run("scan", articles, tmp_path / "missing.txt", "--format", "json")
    assert result.exit_code == 2
    assert len(json.loads(result.stdout)["articles"]) == 2
    lines = result.stderr.splitlines()
    assert len(lines) == 3
    assert all(line.startswith("error: ") for line in lines)
    assert all(any(name in line for line in lines) for name in ("empty.txt", "binary.txt", "missing.txt"))


def test_hostile_text_comes_out_tame(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(
        "Title: [/red]\x1b]0;own\x07\n\nAt least 12 people [/red] were \x1b[31mkilled\x1b[0m, police said.\n",
        encoding="utf-8",
    )
    for form in ("table", "csv", "jsonl"):
        result = run("scan", tmp_path / "x.txt", "--format", form)
        assert result.exit_code == 0, result.output
        assert "\x1b" not in result.stdout
        assert "\x07" not in result.stdout


def test_the_same_input_gives_the_same_output(articles: Path) -> None:
    assert (
        run("scan", articles, "--format", "json").stdout == run("scan", articles, "--format", "json").stdout
    )


def test_a_scan_shows_how_far_it_is_on_a_terminal_and_only_there(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.txt").write_text("Nine barges sank in Halden on Monday, the port said.\n")
    (tmp_path / "b.txt").write_text("Twelve barges sank in Halden on Monday, the mayor said.\n")
    assert not run("scan", tmp_path).stderr
    ours, theirs = os.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", "scan", tmp_path],
        stderr=theirs,
        stdout=subprocess.DEVNULL,
        check=False,
    )
    os.close(theirs)
    said = os.read(ours, 100_000).decode()
    os.close(ours)
    assert done.returncode == 0
    assert "finding claims  [##########..........]" in said
    assert "comparing" in said
    assert said.endswith(" \r")

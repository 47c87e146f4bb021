"""Where the report screen writes to: each format has a file of its own, whatever name was typed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from factcheck.cli.app_report import write_report

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("typed", ["findings", "findings.html", "findings.csv", "findings.md"])
def test_the_table_written_beside_a_page_leaves_the_page_alone(tmp_path: Path, typed: str) -> None:
    page = write_report("<p>page</p>", "html", tmp_path / typed)
    table = write_report("claim,verdict\n", "csv", tmp_path / typed)
    assert (page.name, table.name) == ("findings.html", "findings.csv")
    assert page.read_text() == "<p>page</p>"
    again = write_report("<p>later</p>", "html", tmp_path / typed)
    assert again == page
    assert page.read_text() == "<p>later</p>"


def test_a_folder_an_ending_of_ones_own_and_what_is_no_file_are_taken_as_they_are(tmp_path: Path) -> None:
    assert write_report("x", "md", tmp_path) == tmp_path / "report.md"
    assert write_report("x", "md", tmp_path / "notes.txt") == tmp_path / "notes.txt"
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert write_report("x", "csv", pipe) == pipe
        assert os.read(reader, 10) == b"x"
    finally:
        os.close(reader)

"""Every example of docs/comparing.md is told by the engine as the table says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.test_compare_careful import relations_told

DOCS = Path(__file__).resolve().parents[2] / "docs" / "comparing.md"


def _examples() -> list[tuple[str, str, str]]:
    table = DOCS.read_text(encoding="utf-8").split("### Examples", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in table.splitlines() if line.startswith("|")]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [(a, b, relation) for a, b, relation in rows[2:]]


@pytest.mark.parametrize(("a", "b", "relation"), _examples())
def test_an_example_holds(a: str, b: str, relation: str) -> None:
    found = relations_told(a, b)
    if relation == "no conflict":
        assert not [one for one in found if one.startswith("conflicts")]
    else:
        assert relation in found

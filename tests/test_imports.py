"""The core is free of the app: its modules are imported in a process of their own, without Textual."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "factcheck"
OUTSIDE = {"tui", "__main__.py"}
CORE = sorted(
    ".".join(("factcheck", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")
    for path in PACKAGE.rglob("*.py")
    if path.relative_to(PACKAGE).parts[0] not in OUTSIDE
)


def loaded_after(statement: str) -> set[str]:
    code = f"{statement}\nimport sys\nprint(*sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return set(said.stdout.split())


def test_no_core_module_loads_textual() -> None:
    assert len(CORE) > 40
    loaded = loaded_after("import " + ", ".join(CORE))
    assert not {name for name in loaded if name.split(".")[0] in {"textual", "rich"}}


@pytest.mark.parametrize("statement", ["import factcheck", "import factcheck.cli", "import factcheck.model"])
def test_the_front_door_is_light(statement: str) -> None:
    heavy = {"textual", "sqlite_utils", "regex", "re2", "trafilatura", "jinja2", "ruamel", "yaml"}
    assert not heavy & loaded_after(statement)


def test_the_package_offers_the_pipeline() -> None:
    loaded = loaded_after("import factcheck; factcheck.analyse; factcheck.load_rules; factcheck.model.Claim")
    assert "factcheck.pipeline" in loaded
    assert "textual" not in loaded

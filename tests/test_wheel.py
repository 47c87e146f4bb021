"""The wheel carries the program, the packs and the samples, and nothing stray."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).parents[1]
CODE = {".html", ".py", ".tcss", ".css", ".j2", ".typed"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)],
        check=True,
        capture_output=True,
    )
    (built,) = out.glob("*.whl")
    return built


def test_its_files(wheel: Path) -> None:
    names = [PurePosixPath(name) for name in zipfile.ZipFile(wheel).namelist()]
    tops = {name.parts[0] for name in names}
    assert tops == {"factcheck", next(top for top in tops if top.endswith(".dist-info"))}
    inside = {name.relative_to("factcheck") for name in names if name.parts[0] == "factcheck"}
    data = {name.relative_to("_data") for name in inside if name.parts[0] == "_data"}
    shipped = {
        path.relative_to(ROOT)
        for folder in ("rules", "sample_sessions")
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    assert {PurePosixPath(path) for path in shipped} == data
    assert PurePosixPath("rules/core.yaml") in data
    assert any(name.name == "session.yaml" for name in data)
    assert {name.suffix for name in inside if name.parts[0] != "_data"} <= CODE
    assert not [name for name in names if ".db" in name.suffixes]


def test_it_runs_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "site"
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(target), str(wheel)],
        check=True,
        capture_output=True,
    )
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    environment = {**os.environ, "PYTHONPATH": str(target), "PYTHONSAFEPATH": "1"}

    def run(*words: str) -> str:
        command = [sys.executable, "-m", "factcheck", *words]
        done = subprocess.run(
            command, cwd=elsewhere, env=environment, check=True, capture_output=True, text=True
        )
        return done.stdout

    where = [sys.executable, "-c", "import factcheck; print(factcheck.__file__)"]
    home = subprocess.run(where, cwd=elsewhere, env=environment, check=True, capture_output=True, text=True)
    assert home.stdout.startswith(str(target))
    listed = run("demo", "--list")
    assert all(name in listed for name in ("harbour-fire", "orvane-results", "valley-earthquake"))
    assert "no errors" in run("rules", "check")

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


TOGETHER = """
import sys, threading
from importlib import import_module
sys.setswitchinterval(1e-6)
names, failed = sys.argv[1:], []
start = threading.Barrier(len(names))
def load(name):
    start.wait()
    try:
        import_module(name)
    except BaseException as error:
        failed.append(f"{name}: {error!r}")
threads = [threading.Thread(target=load, args=(name,)) for name in names]
for thread in threads: thread.start()
for thread in threads: thread.join()
sys.exit("\\n".join(failed) or 0)
"""


@pytest.mark.parametrize("turn", range(3))
def test_threads_may_load_parts_of_one_room_at_once(turn: int) -> None:
    """What a package imports of its own modules is held by one thread while another waits for it."""
    names = [
        *("factcheck.compare.comparing", "factcheck.compare.silence", "factcheck.compare.vocabulary"),
        *("factcheck.rules.check", "factcheck.rules.running.read", "factcheck.rules.trying.proposal"),
        *("factcheck.report.json_", "factcheck.report.signing", "factcheck.extract.again"),
        *("factcheck.extract.extracting", "factcheck.pipeline", "factcheck.workspace", "factcheck.rulework"),
    ]
    names = names[turn:] + names[:turn]
    command = [sys.executable, "-c", TOGETHER, *names]
    said = subprocess.run(command, check=False, capture_output=True, text=True, timeout=120)
    assert said.returncode == 0, said.stderr

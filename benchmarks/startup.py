"""``factcheck --help`` against ``python -c 'import click'``: whole processes in turn, median ratio."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

TARGET = 2.0
PAIRS = 15


def seconds(command: list[str]) -> float:
    begin = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begin


def loads_textual() -> bool:
    code = (
        "import sys; from click.testing import CliRunner; from factcheck.cli import main; "
        "CliRunner().invoke(main, ['--help']); print('textual' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return said.stdout.strip() != "False"


def main() -> bool:
    """True when a target was missed."""
    ours = [sys.executable, "-m", "factcheck", "--help"]
    base = [sys.executable, "-c", "import click"]
    seconds(ours), seconds(base)
    ratio = statistics.median(seconds(ours) / seconds(base) for _ in range(PAIRS))
    textual = loads_textual()
    print(f"factcheck --help / import click: {ratio:.2f} (target <= {TARGET}); loads Textual: {textual}")
    return ratio > TARGET or textual


if __name__ == "__main__":
    sys.exit(main())

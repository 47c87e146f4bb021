"""What opening the app loads: the review screen and nothing that only another screen or stage needs."""

from __future__ import annotations

import subprocess
import sys

LATER = (
    "factcheck.tui.screens.matrix", "factcheck.tui.screens.report", "factcheck.tui.screens.help",
    "factcheck.tui.screens.moved", "factcheck.tui.screens.history", "factcheck.tui.screens.versions",
    "factcheck.tui.screens.second", "factcheck.review.diff", "factcheck.review.history",
    "factcheck.tui.widgets.prompt", "factcheck.tui.palette", "factcheck.pipeline", "factcheck.rules",
    "factcheck.compare", "factcheck.report", "factcheck.values.reader", "trafilatura", "lxml", "re2",
    "regex", "jinja2", "sentencex", "factcheck.ingest.read", "factcheck.ingest.phrases",
)  # fmt: skip


def test_the_review_screen_loads_lean() -> None:
    code = (
        "import sys, factcheck.tui.app, factcheck.review.desk, factcheck.segment, factcheck.workspace;"
        f"print(' '.join(name for name in {LATER!r} if name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_the_desk_and_the_layout_load_no_textual() -> None:
    code = (
        "import sys, factcheck.review.desk, factcheck.review.matrix, factcheck.tui.layout.card;"
        "import factcheck.tui.layout.paint, factcheck.tui.layout.hints, factcheck.tui.layout.guide;"
        "print('textual' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"

"""What ``scan`` prints: an analysis in one of four forms, with no session and no verdicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import SessionInfo
from factcheck.report.build import rows
from factcheck.report.csv_ import to_csv
from factcheck.report.json_ import dumps, scan_json, scan_lines
from factcheck.report.redact import Redaction
from factcheck.report.table import to_table
from factcheck.wording.places import Splitter, split_by_default

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Analysis
    from factcheck.report.silent import SilentRow

FORMATS = ("table", "json", "jsonl", "csv")


def scan_text(
    analysis: Analysis,
    form: str,
    *,
    split: Splitter = split_by_default,
    silent: Sequence[SilentRow] | None = None,
) -> str:
    """The analysis as ``table``, ``json``, ``jsonl`` or ``csv``; ValueError for any other form.

    ``silent`` are the articles that do not mention a fact, where that was asked for; ``csv`` has no
    place for them.
    """
    if form in ("json", "jsonl"):
        clean = Redaction(analysis.articles).analysis(analysis)
        if form == "json":
            return dumps(scan_json(clean, silent), indent=1) + "\n"
        return "".join(dumps(line) + "\n" for line in scan_lines(clean, silent))
    if form not in FORMATS:
        raise ValueError(f"no format {form!r}; there are {', '.join(FORMATS)}")
    report = rows(analysis, (), SessionInfo("scan", ""), split=split)
    return to_csv(report) if form == "csv" else to_table(report, silent or (), analysis.semantic)

"""Reports: one set of rows (:func:`rows`), one writer a format.

Each writer takes a :class:`Report` and returns the whole text. :func:`scan_text` prints an analysis
that has no session and no verdicts.
"""

from __future__ import annotations

from factcheck.report.build import rows
from factcheck.report.csv_ import to_csv
from factcheck.report.html import to_html
from factcheck.report.json_ import export_json, scan_json, scan_lines, to_json
from factcheck.report.markdown import to_markdown
from factcheck.report.rows import Report
from factcheck.report.scan import scan_text

__all__ = [
    "Report",
    "export_json",
    "rows",
    "scan_json",
    "scan_lines",
    "scan_text",
    "to_csv",
    "to_html",
    "to_json",
    "to_markdown",
]

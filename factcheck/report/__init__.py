"""Reports: one set of rows (:func:`~factcheck.report.build.rows`), one writer a format.

Each writer takes a :class:`Report` and returns the whole text. :func:`scan_text` prints an analysis
that has no session and no verdicts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.lazily import from_homes

if TYPE_CHECKING:
    from factcheck.report.csv_ import to_csv as to_csv
    from factcheck.report.html import to_html as to_html
    from factcheck.report.json_ import export_json as export_json
    from factcheck.report.json_ import scan_json as scan_json
    from factcheck.report.json_ import scan_lines as scan_lines
    from factcheck.report.json_ import to_json as to_json
    from factcheck.report.markdown import to_markdown as to_markdown
    from factcheck.report.rows import Report as Report
    from factcheck.report.scan import scan_text as scan_text

_HOMES = {
    "Report": "rows",
    "export_json": "json_",
    "scan_json": "json_",
    "scan_lines": "json_",
    "scan_text": "scan",
    "to_csv": "csv_",
    "to_html": "html",
    "to_json": "json_",
    "to_markdown": "markdown",
}
__all__ = [
    "Report",
    "export_json",
    "scan_json",
    "scan_lines",
    "scan_text",
    "to_csv",
    "to_html",
    "to_json",
    "to_markdown",
]
__getattr__ = from_homes(__name__, _HOMES)

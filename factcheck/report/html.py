"""The report as one self-contained HTML page: no script, no font, no picture from elsewhere."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.report.cells import cell
from factcheck.report.method import LIMITS
from factcheck.report.signing import label, second
from factcheck.report.summary import summary
from factcheck.report.words import SIGNS, STATE_WORDS, counts, in_quotes, is_draft, noted
from factcheck.wording.words import NOBODY, count, safe, short

if TYPE_CHECKING:
    from jinja2 import Environment

    from factcheck.report.rows import Report

TEMPLATES = Path(__file__).parent / "templates"
FIRST = 10
"""Facts of one kind in the summary; the lists below have them all."""
ROW, SCALE = 26, 640
"""The scale's drawing: height of a row, and the width that shares are taken of."""


def to_html(report: Report) -> str:
    """Every text goes through autoescape, control characters replaced; every quote stands word for word."""
    page = _environment().get_template("report.html.j2")
    return page.render(report=report, summary=summary(report), limits=LIMITS)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    found = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: safe(value) if type(value) is str else value,
    )
    found.globals.update(SIGNS=SIGNS, STATE_WORDS=STATE_WORDS, NOBODY=NOBODY, ROW=ROW, SCALE=SCALE)
    found.globals.update(
        count=count,
        counts=counts,
        in_quotes=in_quotes,
        short=short,
        cell=cell,
        href=href,
        second=second,
        noted=noted,
    )
    found.globals.update(FIRST=FIRST, label=label, is_draft=is_draft)
    return found


def href(url: str) -> str | None:
    """An address that may be a link; None for what a browser would run or open from the disk."""
    return url if url.lower().startswith(("https://", "http://")) else None

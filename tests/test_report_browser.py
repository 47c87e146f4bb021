"""The HTML report in a real browser: it fits a phone and a desk, runs nothing and fetches nothing."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from html import escape, unescape
from typing import TYPE_CHECKING

import pytest

from factcheck.model import Mark, SessionInfo
from factcheck.report import to_html
from factcheck.report.build import rows
from tests.factories import split_lines, story

if TYPE_CHECKING:
    from pathlib import Path

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)
EVIL = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen" * 4

# Measures the page from outside of it: the report itself brings no script.
PROBE = """<script>addEventListener("load", () => {
  const wide = [...document.querySelectorAll("body *")].filter(e => !e.closest(".scroll, svg, .skip")
    && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.tagName + "." + e.className);
  const loaded = performance.getEntriesByType("resource").map(e => e.name);
  const found = {title: document.title.slice(0, 20), width: innerWidth,
    scroll: document.documentElement.scrollWidth,
    wide: wide.length, loaded: loaded.length, marks: document.querySelectorAll("mark").length,
    bars: [...document.querySelectorAll("svg rect")].filter(e => e.getBoundingClientRect().width > 0).length,
    dark: getComputedStyle(document.body).backgroundColor};
  document.documentElement.setAttribute("data-probe",
    Object.entries(found).map(([k, v]) => k + "=" + v).join(";"));
})</script>"""

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")


def hostile_page() -> str:
    """A judged session whose title, note, label and reviewer try to break the page."""
    analysis = story()
    group = replace(analysis.comparison.groups[0], label=f"{LONG} {EVIL}")
    groups = (group, *analysis.comparison.groups[1:])
    analysis = replace(analysis, comparison=replace(analysis.comparison, groups=groups))
    mark = Mark(
        analysis.claims[0].id, f"{EVIL}{LONG}", "conflicting", "sources", EVIL + LONG, at="2026-03-05"
    )
    return to_html(rows(analysis, [mark], SessionInfo(f"Ferry {EVIL} {LONG}", "now"), split=split_lines))


def browse(tmp_path: Path, width: int, *flags: str) -> dict[str, str]:
    """What the browser says of the page at one width."""
    assert CHROMIUM is not None
    page = tmp_path / "report.html"
    # A headless window is never narrower than 500: a frame of the wanted width is.
    inner = escape(hostile_page().replace("</head>", PROBE + "</head>"))
    frame = f'<iframe srcdoc="{inner}" width="{width}" height="900" id="f"></iframe>'
    report = (
        "<script>addEventListener('load', () => setTimeout(() => document.body.dataset.said = "
        "document.getElementById('f').contentDocument.documentElement.dataset.probe, 50))</script>"
    )
    page.write_text(f"<!DOCTYPE html><meta charset=utf-8><body>{frame}{report}</body>", encoding="utf-8")
    command = [CHROMIUM, *FLAGS, f"--user-data-dir={tmp_path / 'profile'}", "--window-size=1600,1000"]
    command += ["--virtual-time-budget=5000", *flags, "--dump-dom", page.as_uri()]
    said = subprocess.run(command, capture_output=True, text=True, timeout=90, check=True).stdout
    found = re.search(r'data-said="([^"]*)"', said)
    assert found, said[:500]
    return dict(part.split("=", 1) for part in unescape(found[1]).split(";") if "=" in part)


@pytest.mark.parametrize("width", [360, 1400])
def test_the_report_fits_the_screen_and_runs_nothing(tmp_path: Path, width: int) -> None:
    seen = browse(tmp_path, width)
    assert seen["width"] == str(width)
    assert int(seen["scroll"]) <= width
    assert seen["wide"] == "0"
    assert seen["loaded"] == "0"
    assert seen["title"].startswith("Ferry <script>")
    assert seen["marks"] == "13"
    assert seen["bars"] == "6"


def test_the_report_follows_a_dark_desktop(tmp_path: Path) -> None:
    light = browse(tmp_path, 1400)["dark"]
    dark = browse(tmp_path, 1400, "--blink-settings=preferredColorScheme=0")["dark"]
    assert light == "rgb(255, 255, 255)"
    assert dark != light

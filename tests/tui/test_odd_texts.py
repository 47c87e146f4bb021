"""Articles in any script, with markup, escape codes and signs of no or double width: shown, clicked, selected
and exported at the offsets where they stand."""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from factcheck import report
from factcheck.ingest.clean import harmless
from factcheck.model import Analysis, Comparison, SessionInfo
from factcheck.report.build import rows
from factcheck.wording.words import safe
from tests.factories import make_article, make_claim
from tests.tui.conftest import make_app, screen_text, until

if TYPE_CHECKING:
    from factcheck.tui.app import FactcheckApp

TEXTS = {
    "markup": "The [bold]mayor[/bold] said [/red] [@click=app.quit]twelve[/] people died in [#123456]Halden.",
    "escapes": "The mayor \x1b[31mred\x1b[0m said \x07\x9b2J twelve people \x1b]0;title\x07 died in Halden.",
    "right to left": "قال رئيس البلدية إن اثني عشر شخصا لقوا حتفهم. אמר ראש העיר כי שנים עשר בני אדם מתו.",
    "bidi controls": "The mayor \u202esaid\u202c \u2066twelve\u2069 people died in \u200fHalden on Monday.",
    "wide": "市长说，十二人在火灾中死亡，三十人受伤。市長は十二人が死亡した。시장은 열두 명이 숨졌다.",
    "emoji": "Twelve 👩\u200d👩\u200d👧 people 🔥🔥 died 🇺🇦 in the 🏚\ufe0f fire, the mayor 👍🏽 said; 9 hurt",
    "combining": "Le maire a dit que douze personnes é ä ñ Z͑͗a͆l̀g̀o̡ sont mortes à Halden, trente blessées.",
    "zero width": "Twelve\u200b people\u2060 died\ufeff in\u00ad Hal\u200bden, the mayor said.",
}
SIZES = ((120, 40), (80, 24))
STEERING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"


def session(text: str) -> Analysis:
    """An article of these words between plain lines, and a claim of those in the middle."""
    line = harmless(text)
    article = make_article(
        "a1", f"A fire in Halden\nOne line before it.\n{line}\nOne line after it.\n", "Post"
    )
    claim = make_claim(article, line[len(line) // 5 : -len(line) // 5].strip())
    return Analysis((article,), (claim,), Comparison(), (), "f" * 64, ("core",))


def cells(app: FactcheckApp) -> dict[tuple[int, int], int]:
    """Column and row of the pane to the offset of the article that it shows there."""
    pane = app.review.panes[0]
    places = {(x, y): pane.offset_at(x, y) for y in range(pane.size.height) for x in range(pane.size.width)}
    return {place: offset for place, offset in places.items() if offset is not None}


def painted(app: FactcheckApp, x: int, y: int) -> str:
    """The character that begins in a cell of the pane."""
    region = app.review.panes[0].content_region
    row = app.screen._compositor.render_strips()[y + region.y].text
    columns = (at for at in range(len(row)) if cell_len(row[:at]) == x + region.x and cell_len(row[at]))
    return row[next(columns)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
async def test_odd_text_is_shown_clicked_and_selected_where_it_stands(
    text: str, size: tuple[int, int]
) -> None:
    analysis = session(text)
    article, claim = analysis.articles[0], analysis.claims[0]
    app = make_app(analysis)
    async with app.run_test(size=size) as pilot:
        shown = screen_text(app).replace("\n", "")
        assert not [sign for sign in shown if unicodedata.category(sign) == "Cc" or sign in STEERING]
        for row in app.screen._compositor.render_strips()[: size[1]]:
            assert cell_len(row.text) == size[0]
        # The opening sign of a claim shows its first offset too, so that one is left out.
        inside = sorted((at, x, y) for (x, y), at in cells(app).items() if claim.start < at < claim.end)
        begun = {at: (x, y) for at, x, y in reversed(inside)}
        assert all(painted(app, *place) == safe(article.text[at]) for at, place in begun.items())
        # What takes a cell is there, but blanks at the end of a row and what joins the sign before it.
        for at in set(range(claim.start + 1, claim.end)) - begun.keys():
            sign, before = article.text[at], article.text[at - 1]
            assert sign == " " or cell_len(sign) == 0 or before == "\u200d" or cell_len(before + sign) == 2
        pane = app.review.panes[0]
        (first, x, y), (last, to_x, to_y) = inside[0], inside[-1]
        await pilot.mouse_down(pane, offset=(x, y))
        await pilot.hover(pane, offset=(to_x, to_y))
        await pilot.mouse_up(pane, offset=(to_x, to_y))
        await until(pilot, lambda: app.screen.get_selected_text() is not None)
        selected = app.screen.get_selected_text() or ""
        assert selected == article.text[first : first + len(selected)]
        # To the last sign and all of it: no half of a family, no letter without its accents.
        behind = article.text[first + len(selected)]
        assert len(selected) > last - first
        assert cell_len(selected + behind) > cell_len(selected)
        await pilot.press("escape")
        _, x, y = inside[len(inside) // 2]
        await pilot.click(pane, offset=(x, y))
        await pilot.press("s")
        await until(pilot, lambda: app.desk.state.mark("r1", claim.id) is not None)
        marks = app.desk.state.all_marks()
    exported = json.loads(report.to_json(rows(analysis, marks, SessionInfo("odd", ""), ())))
    (told,) = exported["claims"]
    assert told["text"] == article.text[told["start"] : told["end"]] == claim.text
    assert told["verdicts"][0]["verdict"] == "supported"


async def test_a_window_of_20x5_says_that_it_is_too_small_and_recovers() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        claim = app.desk.claim
        await pilot.resize_terminal(20, 5)
        await until(pilot, lambda: "too small" in screen_text(app).replace("\n", " "))
        assert "q leaves" in screen_text(app).replace("\n", " ")
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: "who says what" in screen_text(app))
        assert app.desk.claim == claim

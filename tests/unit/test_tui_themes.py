"""The colours of every theme can be read, and told apart by whoever does not see some of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.color import ColorSystem
from textual.color import Color

from factcheck.session.settings import THEMES as NAMED
from factcheck.tui.theme import THEMES, Tones

if TYPE_CHECKING:
    from textual.theme import Theme

VERDICTS = ("supported", "conflicting", "unsourced", "left-open")
READABLE, STRONG = 4.5, 7.0
"""Contrast that WCAG 2.2 asks for text (AA), and for strong contrast (AAA)."""
EVERY = [pytest.param(theme, id=name) for name, theme in THEMES.items()]


def tones_of(theme: Theme) -> Tones:
    return Tones({**theme.to_color_system().generate(), **theme.variables})


def contrast(tones: Tones, tone: str) -> float:
    style = tones.style(tone)
    assert style.color is not None
    assert style.bgcolor is not None
    ink, paper = (Color.from_rich_color(colour) for colour in (style.color, style.bgcolor))
    light, dark = sorted((_luminance(ink), _luminance(paper)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = (c / 255 for c in colour.rgb)
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def test_the_settings_name_the_themes_that_there_are() -> None:
    assert tuple(THEMES) == NAMED


@pytest.mark.parametrize("theme", EVERY)
@pytest.mark.parametrize("how", ["", "+suggested", "+current", "+selected"])
def test_verdicts_can_be_read(theme: Theme, how: str) -> None:
    tones = tones_of(theme)
    worst = min(contrast(tones, verdict + how) for verdict in VERDICTS)
    assert worst >= (READABLE if how in ("", "+suggested") else 3.0)


@pytest.mark.parametrize("theme", EVERY)
def test_text_and_what_is_dimmed_can_be_read(theme: Theme) -> None:
    tones = tones_of(theme)
    assert contrast(tones, "text") >= STRONG
    assert contrast(tones, "dim") >= READABLE
    assert contrast(tones, "not-a-claim") >= READABLE


def test_the_high_contrast_theme_keeps_it_for_all_that_is_said() -> None:
    tones = tones_of(THEMES["high-contrast"])
    for tone in (*VERDICTS, "text", "dim", "key", "title", "answer", "not-a-claim", "number"):
        assert contrast(tones, tone) >= STRONG, tone


def test_without_red_or_green_cones_the_verdicts_of_the_colour_blind_theme_stay_apart() -> None:
    # Brettel, Vienot and Mollon (1997) in the linear form of Vienot, Brettel and Mollon (1999).
    theme = THEMES["colour-blind"]
    found = [Color.parse(str(c)) for c in (theme.success, theme.error, theme.warning)]
    for matrix in (
        ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
        ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
    ):
        seen = [_seen(colour, matrix) for colour in found]
        gaps = [
            sum((a - b) ** 2 for a, b in zip(seen[i], seen[j], strict=True)) ** 0.5
            for i in range(3)
            for j in range(i)
        ]
        assert min(gaps) > 0.2


def _seen(colour: Color, matrix: tuple[tuple[float, ...], ...]) -> tuple[float, ...]:
    linear = [(channel / 255) ** 2.2 for channel in colour.rgb]
    return tuple(sum(m * c for m, c in zip(row, linear, strict=True)) for row in matrix)


@pytest.mark.parametrize("theme", EVERY)
@pytest.mark.parametrize("system", [ColorSystem.STANDARD, ColorSystem.EIGHT_BIT])
def test_no_tone_vanishes_in_a_terminal_of_few_colours(theme: Theme, system: ColorSystem) -> None:
    tones = tones_of(theme)
    for base in ("text", "dim", "title", "number", "not-a-claim", "answer", *VERDICTS):
        for how in ("", "+current", "+chosen", "+suggested", "+found", "+bold"):
            style = tones.style(base + how)
            assert style.color is not None
            assert style.bgcolor is not None
            ink, paper = style.color.downgrade(system), style.bgcolor.downgrade(system)
            assert ink.number != paper.number, base + how

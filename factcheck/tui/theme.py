"""All colours: the app's themes, and what each tone looks like in whatever theme is on.

Every verdict has a sign and a letter too; tones only help the eye, and hold up without colour by
weight, underline and reverse.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style
from textual.color import Color
from textual.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Mapping

DARK = Theme(
    name="factcheck-dark",
    primary="#8fb3d9",
    secondary="#9aa5b1",
    accent="#7fb2e5",
    foreground="#d4d7dc",
    background="#14171c",
    surface="#1b1f26",
    panel="#262c35",
    success="#86c28b",
    warning="#d9b65c",
    error="#ec8378",
    dark=True,
)
LIGHT = Theme(
    name="factcheck-light",
    primary="#24578f",
    secondary="#5b6672",
    accent="#1f63a8",
    foreground="#22262b",
    background="#fbfaf7",
    surface="#f1efe9",
    panel="#e2dfd6",
    success="#1f6a2b",
    warning="#755000",
    error="#b3261e",
    dark=False,
    variables={"fading": "0.8"},
)
HIGH_CONTRAST = Theme(
    name="factcheck-high-contrast",
    primary="#ffffff",
    secondary="#ffffff",
    accent="#00d7ff",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1c1c1c",
    success="#00ff5f",
    warning="#ffff00",
    error="#ff5f5f",
    dark=True,
    variables={"fading": "0.5"},
)
# The hues that Okabe and Ito (2008) chose to be told apart with any kind of colour blindness.
COLOUR_BLIND = Theme(
    name="factcheck-colour-blind",
    primary="#56b4e9",
    secondary="#9aa5b1",
    accent="#cc79a7",
    foreground="#e6e6e6",
    background="#101216",
    surface="#181b20",
    panel="#23272e",
    success="#56b4e9",
    warning="#f0e442",
    error="#e69f00",
    dark=True,
)
THEMES = {
    "dark": DARK,
    "light": LIGHT,
    "high-contrast": HIGH_CONTRAST,
    "colour-blind": COLOUR_BLIND,
}
"""By the name that settings.yaml gives them."""

_VERDICTS = {"supported": "success", "conflicting": "error", "unsourced": "warning", "left-open": "accent"}


class Tones:
    """Tone names to styles, for one theme. A tone is a base name with modifiers: "conflicting+current"."""

    def __init__(self, variables: Mapping[str, str]) -> None:
        self._ink = _colour(variables, "foreground", "#d4d7dc")
        self._paper = _colour(variables, "background", "#14171c")
        fading = self._fading = float(variables.get("fading", "1"))
        """How far what is dim goes to the background, beside the plain themes."""
        self._quiet = self._mix(self._ink, 0.42 * fading)
        colours = {name: _colour(variables, key, "#888888") for name, key in _VERDICTS.items()}
        accent = _colour(variables, "accent", "#7fb2e5")
        self._colours: dict[str, Color] = {
            **colours,
            "not-a-claim": self._mix(self._ink, 0.38 * fading),
            "none": self._mix(self._ink, 0.12),
            "text": self._ink,
            "heading": self._ink,
            "dim": self._quiet,
            "number": self._quiet,
            "furniture": self._mix(self._ink, 0.6 * fading),
            "rule": self._mix(self._ink, 0.7 * fading),
            "marker": accent,
            "title": accent,
            "brand": accent,
            "key": accent,
            "tab": self._ink,
            "error": colours["conflicting"],
            "answer": self._ink,
        }
        self._styles: dict[str, Style] = {}

    def style(self, tone: str) -> Style:
        style = self._styles.get(tone)
        if style is None:
            base, *modifiers = tone.split("+")
            style = self._make(base, frozenset(modifiers))
            self._styles[tone] = style
        return style

    def _mix(self, colour: Color, share: float) -> Color:
        """A colour on its way to the background; an ANSI colour cannot be mixed and stays."""
        return (
            colour
            if colour.ansi is not None or self._paper.ansi is not None
            else colour.blend(self._paper, share)
        )

    def _make(self, base: str, modifiers: frozenset[str]) -> Style:
        colour = self._colours[base]
        ink, paper = colour, self._paper
        bold = bool(modifiers & {"bold", "current", "found"}) or base in ("heading", "brand", "marker", "key")
        if modifiers & {"current", "chosen"}:
            share = 0.68 if "current" in modifiers else 0.84
            tint = colour if "current" in modifiers else self._colours["marker"]
            paper = self._mix(tint, share)
            ink = self._ink if "current" in modifiers else ink
        if "suggested" in modifiers:
            ink = self._mix(colour, 0.14 * self._fading)
        return Style(
            color=ink.rich_color,
            bgcolor=paper.rich_color,
            bold=bold,
            underline=bool(modifiers & {"pointed", "current"}),
            reverse=bool(modifiers & {"hit", "found", "selected"}),
            italic=base == "furniture",
        )


def _colour(variables: Mapping[str, str], name: str, fallback: str) -> Color:
    value = variables.get(name, fallback)
    return Color.parse(fallback if value.startswith("auto") else value)

"""What Textual goes on holding of widgets that are closed, let go of: a session is open for a whole day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual._styles_cache import StylesCache

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.widget import Widget


def forget_painted() -> None:
    """Let go of the painted rows of widgets that are closed.

    Textual remembers two colours for each widget by its painted rows (``lru_cache`` on a method), and so
    holds those of 1,024 widgets. The colours are found again in microseconds.
    """
    StylesCache.get_inner_outer.cache_clear()


def forget_input(screen: Screen[object], closed: Widget) -> None:
    """Let go of an input: what it does when text is selected holds it as long as its screen lives."""
    screen.text_selection_started_signal.unsubscribe(closed)
    forget_painted()

"""Files in the editor and the browser that are chosen for this machine, while the app waits."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

if TYPE_CHECKING:
    from textual.app import App

TAKES_A_LINE = (
    "vi",
    "vim",
    "nvim",
    "view",
    "nano",
    "pico",
    "emacs",
    "emacsclient",
    "micro",
    "kak",
    "joe",
    "mg",
)
"""Editors that open at a line when told ``+7``."""


def run_editor(app: App[None], path: str, line: int) -> str:
    """Give the terminal to ``$VISUAL`` or ``$EDITOR`` until it is left; returns what to answer."""
    said = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not said:
        return "no editor is named: set EDITOR, or e edits here"
    try:
        command = shlex.split(said)
    except ValueError as error:
        return f"EDITOR cannot be read: {error}"
    at = [f"+{line}"] if Path(command[0]).name in TAKES_A_LINE else []
    try:
        with app.suspend():
            done = subprocess.run([*command, *at, path], check=False)
    except SuspendNotSupported:
        return "this terminal cannot be given away; e edits here"
    except OSError as error:
        return f"{command[0]}: not started; {error.strerror}; see EDITOR"
    return "" if done.returncode == 0 else f"{command[0]} ended with {done.returncode}"


def open_page(app: App[None], url: str) -> bool:
    """Show a page in the browser of this machine; False where there is none that would.

    Over ssh that may be one that draws in this very terminal, or says in it why it does not start: the
    terminal is its own meanwhile.
    """
    import webbrowser

    try:
        with app.suspend():
            return webbrowser.open(url)
    except SuspendNotSupported:
        return webbrowser.open(url)

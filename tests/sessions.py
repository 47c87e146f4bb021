"""Sessions on disk, and a short story with two rules of its own that tests edit."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from factcheck.filling import fill_session
from factcheck.workspace import Workspace, open_workspace

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

OWN = "rules/own.yaml"
STORM = """Storm over Halden

Forty roofs were torn off in Halden on Monday night.

Nobody counted the boats, but nine barges sank in the harbour.
"""
RULES = """version: 1
pack: own
rules:
  - id: own.roofs
    title: Roofs
    kind: event
    patterns: ['{number:n} roofs']
  - id: own.barges
    title: Barges
    kind: event
    patterns: ['{number:n} barges']
"""


@contextmanager
def session_of(folder: Path, texts: Mapping[str, str], rules: str | None = None) -> Iterator[Workspace]:
    """A session of these articles by name, with the usual packs unless ``rules`` are its only ones."""
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text)
    session = folder / "story"
    fill_session(session, [str(folder / f"{name}.txt") for name in texts], use=[OWN] if rules else None)
    if rules:
        own = session / OWN
        own.parent.mkdir()
        own.write_text(rules)
    with open_workspace(session) as workspace:
        yield workspace

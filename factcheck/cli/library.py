"""What the library shows, from this machine: recent sessions, samples, article files."""

from __future__ import annotations

import os
from dataclasses import replace
from glob import glob
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.problems import BadInput, Problem, printable
from factcheck.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.ingest import ArticleMeta
    from factcheck.model import Article
    from factcheck.session.recent import Recent

MOST = 200
"""Files that one line may add: a slip in a pattern must not read a whole disk."""


class LocalShelf:
    """Recent sessions that are still there, the shipped samples, and files by path or pattern."""

    def __init__(self) -> None:
        from factcheck.session import is_session, read_settings, recent_sessions

        self.reviewer = read_settings().reviewer or ""
        self.recent: Sequence[Recent] = [each for each in recent_sessions() if is_session(Path(each.path))]
        self.samples: Sequence[tuple[str, str]] = [(name, title_of(path)) for name, path in samples().items()]

    def find(self, text: str) -> tuple[Sequence[Article], str]:
        """The articles that a path, a folder or a pattern means, and what could not be read.

        A source that was only made up from the name of the file is empty: it is worth asking for.
        """
        from factcheck.ingest import read_paths
        from factcheck.ingest.metadata import source_from_path

        named = os.path.expanduser(text)
        paths = [named] if os.path.lexists(named) else sorted(glob(named, recursive=True))
        if not paths:
            return (), str(Problem(printable(text), "nothing is there", "", "check the path"))
        if len(paths) > MOST:
            return (), str(
                Problem(printable(text), f"means {len(paths)} files", "", "name a folder of fewer")
            )
        try:
            articles, problems = read_paths(paths)
        except BadInput as bad:
            return (), str(bad)
        unnamed = [replace(a, source="") if a.source == source_from_path(a.path) else a for a in articles]
        return unnamed, "; ".join(map(str, problems[:2]))

    def complete(self, text: str) -> str | None:
        """The path that begins so, where there is one only; as far as all that begin so agree."""
        if not text:
            return None
        from glob import escape

        found = sorted(glob(escape(os.path.expanduser(text)) + "*"))
        common = os.path.commonprefix(found)  # noqa: RUF071  # as far as their letters agree
        if len(found) == 1 and os.path.isdir(found[0]):
            common += os.sep
        typed = os.path.expanduser(text)
        return text + common[len(typed) :] if len(common) > len(typed) else None

    def date_of(self, text: str) -> str | None:
        from factcheck.ingest.metadata import iso_date

        return iso_date(text)

    def propose(self, paths: Sequence[str]) -> str:
        """Where a session of these files would stand."""
        from factcheck.session import default_session_path

        return str(default_session_path(paths))


def samples() -> dict[str, Path]:
    """The shipped sample sessions by name."""
    return {
        path.parent.name: path.parent for path in sorted(shipped("sample_sessions").glob("*/session.yaml"))
    }


def title_of(folder: Path) -> str:
    from factcheck.session import SessionFolder

    return SessionFolder.open(folder).title


def overrides(said: Mapping[str, Mapping[str, str]]) -> dict[str, ArticleMeta]:
    """What the reviewer said of articles, as reading takes it."""
    from factcheck.ingest import ArticleMeta

    return {
        path: ArticleMeta(source=words.get("source"), published=words.get("published"))
        for path, words in said.items()
    }

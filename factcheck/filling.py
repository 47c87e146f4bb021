"""Making a session of files, and adding to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.problems import BadInput
from factcheck.session import SessionFolder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from factcheck.ingest import ArticleMeta
    from factcheck.model import Article
    from factcheck.pipeline import Progress
    from factcheck.problems import Problem
    from factcheck.session.adding import Added


def read_originals(
    paths: Sequence[str],
    stdin: bytes | None = None,
    on_repeat: Callable[[str, str], None] | None = None,
    overrides: Mapping[str, ArticleMeta] | None = None,
    tell: Progress | None = None,
) -> tuple[list[tuple[Article, bytes]], list[Problem]]:
    """Articles with the bytes they were read from; what could not be read comes back as problems.

    ``on_repeat`` is told the path of a file whose text was read before, and the path of the first;
    ``tell`` hears how many files are read.
    """
    from io import BytesIO

    from factcheck.ingest import read_file, read_paths

    articles, problems = read_paths(
        paths, stdin=BytesIO(stdin or b""), on_repeat=on_repeat, overrides=overrides or {}, tell=tell
    )
    originals = [
        (article, (stdin or b"") if article.path == "-" else read_file(article.path)) for article in articles
    ]
    return originals, list(problems)


def fill_session(
    target: Path,
    paths: Sequence[str],
    *,
    stdin: bytes | None = None,
    use: Sequence[str] | None = None,
    replaces: str | None = None,
    as_new: bool = False,
    overrides: Mapping[str, ArticleMeta] | None = None,
    tell: Progress | None = None,
) -> tuple[SessionFolder, tuple[Added, ...], list[Problem]]:
    """Make the session ``target`` of articles, or add to it what it does not have yet.

    Returns the folder, what became of each file, and what could not be read; ``replaces`` and
    ``as_new`` as in ``SessionFolder.add``, ``overrides`` what a person said of articles, by their paths;
    ``tell`` hears how many files are read: before that is done, nothing is written.
    Raises BadInput where a new session would have no article at all.
    """
    from factcheck.session import DEFAULT_PACKS, is_session
    from factcheck.session.adding import Added

    repeats: list[Added] = []
    originals, problems = read_originals(
        paths, stdin, lambda path, first: repeats.append(Added(path, same=first)), overrides, tell
    )
    if is_session(target):
        folder = SessionFolder.open(target)
        return folder, (*folder.add(originals, replaces=replaces, as_new=as_new), *repeats), problems
    if not originals:
        raise BadInput(*problems)
    folder = SessionFolder.create(target, originals, use=use or DEFAULT_PACKS)
    made = [Added(entry.path, entry) for entry in folder.config.articles]
    return folder, (*made, *repeats), problems

"""What a session's folder holds: session.yaml, the articles' originals, their cleaned texts, the database."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from factcheck.problems import BadInput, Problem, printable
from factcheck.resources import shipped
from factcheck.session.config import ArticleEntry, SessionConfig, inside
from factcheck.session.files import CLEANED, read_original, write_atomic

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from factcheck.ingest import ArticleMeta
    from factcheck.model import Article

YAML = "session.yaml"
ARTICLES = "articles"
DATABASE = "factcheck.db"


class Contents:
    """The files of a session as ``config``, what session.yaml says, has them read."""

    def __init__(self, path: Path, config: SessionConfig) -> None:
        self.path = path
        self.config = config

    @property
    def title(self) -> str:
        return self.config.title or title_of(self.path)

    @property
    def database(self) -> Path:
        return self.path / DATABASE

    def originals(self) -> tuple[tuple[tuple[ArticleEntry, bytes], ...], tuple[Problem, ...]]:
        """The articles' bytes in the order of session.yaml; a file that is missing becomes a problem."""
        read: list[tuple[ArticleEntry, bytes]] = []
        problems: list[Problem] = []
        home = self.path.resolve()
        for entry in self.config.articles:
            path = self.path / entry.path
            if not _within(path, home):
                problems.append(
                    Problem(str(path), "leads out of the session", "it is a link", "copy the file there")
                )
                continue
            try:
                read.append((entry, read_original(path)))
            except BadInput as bad:
                problems += bad.problems
        return tuple(read), tuple(problems)

    def read_articles(self) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
        """The articles that are compared, with what session.yaml says of them, and what could not be read.

        Of an article that has versions this is the newest, in the place of the first. An article's
        ``path`` is the one in session.yaml. Problems of session.yaml come first; a missing original of
        an older version is one too.
        """
        originals, missing = self.originals()
        problems = [*self.config.problems, *missing]
        data = {entry.path: data for entry, data in originals}
        articles: dict[str, Article] = {}
        for entry in self.config.current:
            if entry.path not in data:
                continue
            try:
                article = self.read(entry, data[entry.path], id_=f"a{len(articles) + 1}")
            except BadInput as bad:
                # The article goes by its path in session.yaml; who mends it wants the file.
                problems += [replace(each, path=str(self.path / each.path)) for each in bad.problems]
                continue
            first = articles.setdefault(article.text_sha256, article)
            if first is not article:
                # A claim is known by the hash of its text: twice the same text would be one article.
                same = f"it has the same text as {first.path}"
                problems.append(
                    Problem(str(self.path / entry.path), "is not read", same, "delete one of the two")
                )
        return tuple(articles.values()), tuple(problems)

    def read_replaced(self) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
        """The older versions of articles as their originals read now, and those that cannot be read.

        What is missing is said by ``read_articles`` already, and not again.
        """
        older = self.config.replaced_by
        articles: list[Article] = []
        problems: list[Problem] = []
        for entry, data in self.originals()[0]:
            if entry.path in older:
                try:
                    articles.append(self.read(entry, data))
                except BadInput as bad:
                    problems += [replace(each, path=str(self.path / each.path)) for each in bad.problems]
        return tuple(articles), tuple(problems)

    def read(self, entry: ArticleEntry, data: bytes, *, id_: str = "a0") -> Article:
        """The article in an original's bytes, with what session.yaml says of it. Raises BadInput."""
        from factcheck.ingest import read_bytes

        return read_bytes(data, path=entry.path, id=id_, meta=_meta(entry, self.config))

    def fingerprint(self) -> str:
        """A hash of what an analysis depends on: what session.yaml says of articles, and their bytes.

        The bytes of older versions are not among them: they are kept, and not compared.
        """
        originals, _ = self.originals()
        compared = {entry.path for entry in self.config.current}
        said = [
            [asdict(entry), sha256(data).hexdigest() if entry.path in compared else None]
            for entry, data in originals
        ]
        return sha256(json.dumps([self.config.lang, said], sort_keys=True).encode()).hexdigest()

    def write_cleaned(self, articles: Sequence[Article]) -> None:
        """Put each article's cleaned text, which offsets count in, beside its original."""
        for article in articles:
            path = self.path / (article.path + CLEANED)
            text = article.text.encode()
            if not (path.is_file() and path.read_bytes() == text):
                write_atomic(path, text)

    def rule_paths(self) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
        """The rule packs that ``use`` names: shipped ones by name, files by their path in the session."""
        packs = {path.stem: path for path in sorted(shipped("rules").glob("*.yaml"))}
        found: list[Path] = []
        problems: list[Problem] = []
        for name in self.config.use:
            own = self.path / name
            if name in packs:
                found.append(packs[name])
            elif inside(name) and os.path.isfile(own) and _within(own, self.path.resolve()):
                found.append(own)
            else:
                mend = f"shipped packs are {', '.join(packs)}; another is a file in the session's folder"
                problems.append(
                    Problem(str(self.path / YAML), f"no rule pack is called {name[:80]!r}", "", mend)
                )
        return tuple(found), tuple(problems)


def _within(path: Path, home: Path) -> bool:
    """Whether a file stays in the session when links are followed; one that cannot be followed is let by."""
    try:
        return path.resolve().is_relative_to(home)
    except (OSError, RuntimeError):  # a loop of links: reading it tells what is wrong
        return True


def title_of(path: Path) -> str:
    name = printable(path.resolve().name.removesuffix("-session"))
    return name.replace("-", " ").replace("_", " ").strip() or "session"


def _meta(entry: ArticleEntry, config: SessionConfig) -> ArticleMeta:
    from factcheck.ingest import ArticleMeta

    words = asdict(entry)
    del words["path"], words["replaces"]
    words["lang"] = words["lang"] or config.lang
    return ArticleMeta(**words)

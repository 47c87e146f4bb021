"""A session's folder: session.yaml, the articles' originals, their cleaned texts, the database."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from factcheck.problems import BadInput, Problem, printable
from factcheck.resources import shipped
from factcheck.session.config import ARTICLE_KEYS, DEFAULT_PACKS, ArticleEntry, SessionConfig, inside
from factcheck.session.configread import read_config
from factcheck.session.files import CLEANED, make_folder, read_original, write_atomic

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from factcheck.ingest import ArticleMeta
    from factcheck.model import Article, LexiconEntry
    from factcheck.session.adding import Added

YAML = "session.yaml"
ARTICLES = "articles"
DATABASE = "factcheck.db"


def is_session(path: Path) -> bool:
    """Whether ``path`` is a session: its folder, or its session.yaml."""
    # os.path, for it answers no where pathlib raises: a name that is too long, a folder that is closed.
    return os.path.isfile(path if path.name == YAML else path / YAML)


class SessionFolder:
    """An opened session folder.

    ``config`` is what session.yaml says now; ``config.problems`` are the places of it that were
    passed over. Whatever edits session.yaml reads it again.
    """

    def __init__(self, path: Path, config: SessionConfig) -> None:
        self.path = path
        self.config = config

    @classmethod
    def open(cls, path: Path) -> SessionFolder:
        """Open a session by its folder or its session.yaml; BadInput where that cannot be read at all."""
        folder = path.parent if path.name == YAML else path
        if not is_session(path):
            why = "there is no such folder"
            if os.path.exists(folder):
                why = "there is no session.yaml in it" if os.path.isdir(folder) else "it is no folder"
            raise BadInput(Problem(str(path), "is no session", why, "make one with `factcheck new`"))
        return cls(folder, _read(folder / YAML))

    @classmethod
    def create(
        cls,
        path: Path,
        originals: Sequence[tuple[Article, bytes]],
        *,
        use: Sequence[str] = DEFAULT_PACKS,
    ) -> SessionFolder:
        """Make a session of articles, each with the bytes that it was read from.

        The folder may exist; what is in it stays. session.yaml is written last, so that a session
        that was cut off while it was made is none.
        """
        from factcheck.session import adding, changes

        if is_session(path):
            raise BadInput(
                Problem(str(path), "is a session already", "", "use `factcheck add`, or another folder")
            )
        make_folder(path / ARTICLES)
        session = cls(path, SessionConfig(use=tuple(use)))
        entries = adding.store(session, originals)
        changes.new(path / YAML, _title(path), [adding.words(entry) for entry in entries], use)
        return cls.open(path)

    def add(
        self, originals: Sequence[tuple[Article, bytes]], *, replaces: str | None = None, as_new: bool = False
    ) -> tuple[Added, ...]:
        """Add articles, each with the bytes that it was read from, and say what became of each.

        The same source again with changed text becomes a version of the article that is here; the
        same bytes or text add nothing. ``replaces`` (a path of session.yaml or an article's letter)
        makes the one article a version of that; ``as_new`` makes each an article of its own.
        """
        from factcheck.session import adding, changes

        make_folder(self.path / ARTICLES)
        older = adding.named_entry(self, replaces, len(originals)) if replaces is not None else None
        added = adding.add_to(self, originals, replaces=older, as_new=as_new)
        entries = [each.entry for each in added if each.entry is not None]
        if entries:
            changes.add_articles(self.path / YAML, [adding.words(entry) for entry in entries])
            self.reread()
        return added

    # --- what stands where ----------------------------------------------------------------

    @property
    def title(self) -> str:
        return self.config.title or _title(self.path)

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

    # --- editing session.yaml -------------------------------------------------------------

    def describe_article(self, path: str, **words: str | None) -> None:
        """Set what session.yaml says of an article (``published="2025-03-05"``); None deletes the key."""
        from factcheck.session import changes

        unknown = set(words) - set(ARTICLE_KEYS)
        if unknown:
            raise ValueError(f"no key of an article: {', '.join(sorted(unknown))}")
        changes.describe_article(self.path / YAML, path, words)
        self.reread()

    def add_words(self, entry: LexiconEntry) -> bool:
        """Put the terms of a class of words or of a name into the session's own word file, and use that.

        Whether any of them was new. Raises BadInput where the file has errors.
        """
        from factcheck.session.vocabulary import WORDS, add_words

        added = add_words(self.path / WORDS, entry)
        self.use_pack(WORDS, used=True)
        return added

    def use_pack(self, name: str, *, used: bool, place: int | None = None) -> int | None:
        """Have a shipped pack, or a rule file of the session, used or not.

        ``place`` is where it is to stand among those in use, from 0; without one behind them.
        Returns where it stands now, or stood; None where nothing had to be changed.
        """
        from factcheck.session import changes

        before = self.config.use
        if used == (name in before):
            return None
        if used:
            changes.use_pack(self.path / YAML, self.config, name, place)
        else:
            changes.drop_pack(self.path / YAML, self.config, name)
        self.reread()
        return (self.config.use if used else before).index(name)

    def add_rule(self, pattern: str, example: str) -> str:
        """Make a rule of a pattern in the session's own rule file, and use that; the rule's id.

        Raises BadInput where the pattern or the file has errors.
        """
        from factcheck.session.ownrules import OWN_RULES, add_rule

        made = add_rule(self.path / OWN_RULES, pattern, example)
        self.use_pack(OWN_RULES, used=True)
        return made

    def set_title(self, title: str) -> None:
        from factcheck.session import changes

        changes.set_title(self.path / YAML, title)
        self.reread()

    def ask_for_meanings(self) -> None:
        """Have session.yaml say that what comes near is ranked by meaning, too."""
        from factcheck.session import changes

        if not self.config.semantic:
            changes.set_semantic(self.path / YAML)
            self.reread()

    def switch_rule(self, rule: str, on: bool) -> bool:
        """Switch a rule on or off in session.yaml; whether that changed anything."""
        from factcheck.session import changes

        before = self.config
        changes.switch_rule(self.path / YAML, before, rule, on)
        self.reread()
        return (self.config.off, self.config.on) != (before.off, before.on)

    def reread(self) -> None:
        """Take in what session.yaml says now; BadInput, and nothing changes, where it cannot be read."""
        self.config = _read(self.path / YAML)


def _read(path: Path) -> SessionConfig:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadInput(Problem(str(path), "cannot be read", error.strerror or str(error))) from error
    return read_config(data, str(path))


def _within(path: Path, home: Path) -> bool:
    """Whether a file stays in the session when links are followed; one that cannot be followed is let by."""
    try:
        return path.resolve().is_relative_to(home)
    except (OSError, RuntimeError):  # a loop of links: reading it tells what is wrong
        return True


def _title(path: Path) -> str:
    name = printable(path.resolve().name.removesuffix("-session"))
    return name.replace("-", " ").replace("_", " ").strip() or "session"


def _meta(entry: ArticleEntry, config: SessionConfig) -> ArticleMeta:
    from factcheck.ingest import ArticleMeta

    words = asdict(entry)
    del words["path"], words["replaces"]
    words["lang"] = words["lang"] or config.lang
    return ArticleMeta(**words)

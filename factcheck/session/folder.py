"""A session's folder: opened, made, added to, and its session.yaml edited."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from factcheck.problems import BadInput, Problem
from factcheck.session.config import ARTICLE_KEYS, DEFAULT_PACKS, SessionConfig
from factcheck.session.configread import read_config
from factcheck.session.contents import ARTICLES, YAML, Contents, title_of
from factcheck.session.files import make_folder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from factcheck.model import Article, LexiconEntry
    from factcheck.session.adding import Added


def is_session(path: Path) -> bool:
    """Whether ``path`` is a session: its folder, or its session.yaml."""
    # os.path, for it answers no where pathlib raises: a name that is too long, a folder that is closed.
    return os.path.isfile(path if path.name == YAML else path / YAML)


class SessionFolder(Contents):
    """An opened session folder.

    ``config`` is what session.yaml says now; ``config.problems`` are the places of it that were
    passed over. Whatever edits session.yaml reads it again.
    """

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
        changes.new(path / YAML, title_of(path), [adding.words(entry) for entry in entries], use)
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

"""What session.yaml says: the truth for titles, sources, dates, owners, rule packs and switches.

Values stay the words that a person wrote (``2024-12-28`` and ``no`` are text).
"""

from __future__ import annotations

from dataclasses import field
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, Literal

from factcheck.records import dataclass
from factcheck.resources import PACKS
from factcheck.session.versions import current, numbers, replaced_by

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model import ArticleKind
    from factcheck.problems import Problem

Blind = Literal["verdicts", "suggestions"]
DEFAULT_PACKS = PACKS
WORDS = ("path", "title", "source", "url", "published", "lang", "owner")
ARTICLE_KEYS = (*WORDS, "kind", "redact", "group", "replaces")
SCORES = ("named", "figure", "dated", "said", "caption", "opinion", "question")
"""Features of a claim whose part in its score a session may change."""
SESSION_KEYS = (
    "title",
    "articles",
    "use",
    "off",
    "on",
    "weight",
    "score",
    "reviewer",
    "lang",
    "blind",
    "semantic",
)


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """One article of session.yaml. ``path`` is relative to the session; None where nothing is said."""

    path: str
    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: str | None = None
    lang: str | None = None
    owner: str | None = None
    kind: ArticleKind | None = None
    redact: bool | None = None
    replaces: str | None = None
    """The path of the entry that this one is a newer version of."""


@dataclass(frozen=True, slots=True)
class SessionConfig:
    """A session.yaml that was read. ``problems`` are the places that were passed over."""

    title: str | None = None
    articles: tuple[ArticleEntry, ...] = ()
    use: tuple[str, ...] = DEFAULT_PACKS
    """Names of shipped rule packs, or paths relative to the session."""
    off: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    weight: Mapping[str, float] = field(default_factory=dict)
    score: Mapping[str, float] = field(default_factory=dict)
    """What features of a claim do to its score, by the names of ``SCORES``; 0 to 1."""
    reviewer: str | None = None
    lang: str | None = None
    blind: Blind | None = None
    """Reviewers begin without seeing what others decided."""
    semantic: bool = False
    """What comes near is ranked by meaning, too (the extra of that name)."""
    problems: tuple[Problem, ...] = ()

    @property
    def current(self) -> tuple[ArticleEntry, ...]:
        """The newest version of each article; it stands where its first version does, so letters stay."""
        return current(self.articles)

    @property
    def replaced_by(self) -> Mapping[str, str]:
        """Path of an older version -> path of the one that replaced it; there may be chains."""
        return replaced_by(self.articles)

    @property
    def version_numbers(self) -> Mapping[str, int]:
        """Path of an entry -> which version of its article it is, counted from 1."""
        return numbers(self.articles)


def inside(path: str) -> bool:
    """Whether a path of session.yaml stays within the session, on every system."""
    parts = (*PurePosixPath(path).parts, *PureWindowsPath(path).parts)
    absolute = PurePosixPath(path).is_absolute() or PureWindowsPath(path).drive or PureWindowsPath(path).root
    return bool(parts) and not absolute and ".." not in parts and path.isprintable()

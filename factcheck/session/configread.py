"""Reads session.yaml into a SessionConfig.

What cannot be used is reported with its place and passed over: the session opens with the rest.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, cast, get_args

from factcheck.model import ArticleKind
from factcheck.problems import BadInput, Problem
from factcheck.session.config import (
    ARTICLE_KEYS,
    DEFAULT_PACKS,
    SCORES,
    SESSION_KEYS,
    WORDS,
    ArticleEntry,
    Blind,
    SessionConfig,
    inside,
)
from factcheck.session.nodes import Listing, Node, Table, Text
from factcheck.session.versions import Chains
from factcheck.session.yamlread import read

if TYPE_CHECKING:
    from collections.abc import Iterable

_YES_NO = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?!\d)", re.ASCII)
_SAME = {"group": "owner"}
"""Another name for a key."""


def read_config(data: bytes, name: str) -> SessionConfig:
    """Read the bytes of a session.yaml; ``name`` is its path in messages.

    Raises BadInput where the file is no YAML or no table of keys: then nothing of it can be trusted.
    """
    node = read(data, name)
    if node is None:
        raise BadInput(Problem(name, "is empty", "", "write at least a title: and articles:"))
    if not isinstance(node, Table):
        raise BadInput(
            Problem(name, "is no table of keys", "", "write title:, articles: and so on", node.line, node.col)
        )
    return _Reader(name).session(node)


class _Reader:
    """Turns nodes into values and collects what is wrong with them."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._problems: list[Problem] = []
        self._replaces: dict[str, Node] = {}
        """Path of an entry -> where it says what it replaces."""

    def session(self, node: Table) -> SessionConfig:
        values = self._table(node, SESSION_KEYS)
        return SessionConfig(
            title=self._text(values.get("title")),
            articles=self._articles(values.get("articles")),
            use=self._list(values["use"]) if "use" in values else DEFAULT_PACKS,
            off=self._list(values.get("off")),
            on=self._list(values.get("on")),
            weight=self._weights(values.get("weight")),
            score=self._scores(values.get("score")),
            reviewer=self._text(values.get("reviewer")),
            lang=self._text(values.get("lang")),
            blind=self._blind(values.get("blind")),
            semantic=self._yes_no(values.get("semantic")) or False,
            problems=tuple(self._problems),
        )

    def _articles(self, node: Node | None) -> tuple[ArticleEntry, ...]:
        if _empty(node):
            return ()
        if not isinstance(node, Listing):
            self._wrong(node, "articles is no list", "write one `- path: ...` for each article")
            return ()
        entries: dict[str, ArticleEntry] = {}
        for item in node.items:
            entry = self._article(item)
            if entry is not None and entries.setdefault(entry.path, entry) is not entry:
                self._wrong(item, f"{entry.path!r} is listed twice", "delete one of the two")
        return self._versions(entries)

    def _versions(self, entries: dict[str, ArticleEntry]) -> tuple[ArticleEntry, ...]:
        """The entries, without those ``replaces`` that cannot be: nobody, each other, the same one twice."""
        chains = Chains(entries.keys())
        for path, entry in entries.items():
            if entry.replaces is None:
                continue
            wrong = chains.put(path, entry.replaces)
            if wrong:
                node = self._replaces.get(path)
                self._wrong(node, f"{entry.replaces[:80]!r} {wrong}", "name the version before this one")
                entries[path] = replace(entry, replaces=None)
        return tuple(entries.values())

    def _article(self, node: Node) -> ArticleEntry | None:
        if isinstance(node, Text):
            node = Table(node.line, node.col, [(Text(node.line, node.col, "path"), node)])
        if not isinstance(node, Table):
            self._wrong(node, "an article is a path, or a table that has one")
            return None
        values = self._table(node, ARTICLE_KEYS)
        words = {
            _SAME.get(key, key): self._text(values.get(key)) for key in (*_SAME, *WORDS) if key in values
        }
        path = _raw(values.get("path"))
        words.pop("path", None)
        if path is None:
            self._wrong(node, "an article has no path", "write `path: articles/NAME`")
            return None
        if not inside(path):
            self._wrong(values["path"], f"{path[:80]!r} leads out of the session",
                        "an article is a file of the session's own folder", "copy it there")  # fmt: skip
            return None
        path = str(PurePosixPath(path))
        if "replaces" in values:
            self._replaces.setdefault(path, values["replaces"])
        older = _raw(values.get("replaces")) if self._text(values.get("replaces")) else None
        if "published" in words:
            words["published"] = self._published(values["published"])
        return ArticleEntry(
            path=path,
            kind=self._kind(values.get("kind")),
            redact=self._yes_no(values.get("redact")),
            replaces=str(PurePosixPath(older)) if older else None,
            **words,
        )

    def _published(self, node: Node) -> str | None:
        text = self._text(node)
        if text is None or _is_time(text):
            return text
        self._wrong(
            node, f"{text[:60]!r} is no date", "write the year first, as in 2025-03-05 or 2025-03-05T09:30"
        )
        return None

    def _kind(self, node: Node | None) -> ArticleKind | None:
        text = self._text(node)
        if text is None:
            return None
        if text not in get_args(ArticleKind):
            self._wrong(
                node, f"no kind of article is called {text!r}", f"{_near(text, get_args(ArticleKind))}"
            )
            return None
        return cast("ArticleKind", text)

    def _blind(self, node: Node | None) -> Blind | None:
        """``blind: true`` hides others' verdicts and notes, ``blind: suggestions`` the program's word too."""
        text = self._text(node)
        if text == "suggestions":
            return "suggestions"
        return "verdicts" if self._yes_no(node) else None

    def _yes_no(self, node: Node | None) -> bool | None:
        text = self._text(node)
        if text is not None and text.lower() not in _YES_NO:
            self._wrong(node, f"{text!r} is neither true nor false", "write true or false")
        return _YES_NO.get(text.lower()) if text is not None else None

    def _weights(self, node: Node | None) -> dict[str, float]:
        if _empty(node):
            return {}
        if not isinstance(node, Table):
            self._wrong(node, "weight is no table", "write `rule-id: 2` beneath it")
            return {}
        weights: dict[str, float] = {}
        for key, value in node.pairs:
            text = self._text(value) or ""
            number = _number(text)
            if number is not None and number <= 1000:
                weights[key.text] = number
            else:
                self._wrong(value, f"the weight of {key.text!r} is no number from 0 to 1000")
        return weights

    def _scores(self, node: Node | None) -> dict[str, float]:
        if _empty(node):
            return {}
        if not isinstance(node, Table):
            self._wrong(node, "score is no table", f"write `{SCORES[0]}: 0.3` beneath it")
            return {}
        scores: dict[str, float] = {}
        for name, value in self._table(node, SCORES).items():
            number = _number(self._text(value) or "")
            if number is not None and number <= 1:
                scores[name] = number
            else:
                self._wrong(value, f"{name!r} of the score is no number from 0 to 1")
        return scores

    def _list(self, node: Node | None) -> tuple[str, ...]:
        if _empty(node):
            return ()
        items = node.items if isinstance(node, Listing) else [node]
        return tuple(dict.fromkeys(text for item in items if (text := self._text(item)) is not None))

    def _text(self, node: Node | None) -> str | None:
        if _empty(node):
            return None
        if not isinstance(node, Text):
            self._wrong(node, "a word or a line is expected here, not a list or a table")
            return None
        return _one_line(node.text)

    def _table(self, node: Table, known: Iterable[str]) -> dict[str, Node]:
        values: dict[str, Node] = {}
        for key, value in node.pairs:
            if key.text not in known:
                self._wrong(key, f"no key is called {key.text[:60]!r}", _near(key.text, known))
            elif key.text in values:
                self._wrong(
                    key, f"{key.text!r} stands twice", "the first one counts", "delete one of the two"
                )
            else:
                values[key.text] = value
        return values

    def _wrong(self, node: Node | None, what: str, why: str = "", mend: str = "") -> None:
        place = (node.line, node.col) if node is not None else (None, None)
        self._problems.append(Problem(self._name, what, why, mend, *place))


def _empty(node: Node | None) -> bool:
    return node is None or (isinstance(node, Text) and not node.text.strip())


def _number(text: str) -> float | None:
    """A number that is not negative."""
    try:
        number = float(text)
    except ValueError:
        return None
    return number if number >= 0 else None


def _is_time(text: str) -> bool:
    """Whether this is an ISO date or datetime; forms without hyphens are read by no later stage."""
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return _DAY.match(text) is not None


def _raw(node: Node | None) -> str | None:
    return node.text.strip() or None if isinstance(node, Text) else None


def _one_line(text: str) -> str:
    """Words fit for a terminal: no control characters, no line ends; the joiners of scripts stay."""
    shown = "".join(char if char.isprintable() or char in "\u200c\u200d" else " " for char in text)
    return " ".join(shown.split())


def _near(word: str, known: Iterable[str]) -> str:
    names = list(known)
    close = get_close_matches(word[:60], names, n=1)
    return f"did you mean {close[0]!r}?" if close else "one of: " + ", ".join(names)

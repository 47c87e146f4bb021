"""The changes that the program makes to a session.yaml, each as small as a person would make it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from factcheck.session.edit import append, edit, flow, put, write_new

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from factcheck.session.config import SessionConfig


def new(path: Path, title: str, articles: Sequence[Mapping[str, str]], use: Sequence[str]) -> None:
    """Write a new session.yaml."""
    write_new(path, {"title": title, "articles": [dict(each) for each in articles], "use": tuple(use)})


def add_articles(path: Path, articles: Sequence[Mapping[str, str]]) -> None:
    def change(document: CommentedMap) -> None:
        if not isinstance(document.get("articles"), CommentedSeq):
            put(document, "articles", CommentedSeq())
        for words in articles:
            append(document["articles"], CommentedMap(words))

    edit(path, change)


def describe_article(path: Path, article: str, words: Mapping[str, str | None]) -> None:
    """Set what is said of one article; None deletes a key."""

    def change(document: CommentedMap) -> None:
        items = document.get("articles")
        for number, item in enumerate(items if isinstance(items, CommentedSeq) else ()):
            if isinstance(item, str) and item.strip() == article:
                item = items[number] = CommentedMap({"path": item})
            if isinstance(item, CommentedMap) and str(item.get("path", "")).strip() == article:
                _describe(item, words)

    edit(path, change)


def set_semantic(path: Path) -> None:
    """Have what comes near ranked by meaning, too."""
    edit(path, lambda document: put(document, "semantic", "true"))


def set_title(path: Path, title: str) -> None:
    edit(path, lambda document: put(document, "title", title))


def switch_rule(path: Path, config: SessionConfig, rule: str, on: bool) -> None:
    """Move a rule between the lists ``off`` and ``on``; one that was only off leaves no trace."""

    def change(document: CommentedMap) -> None:
        _list(document, "off", rule, not on)
        _list(document, "on", rule, on and rule not in config.off)

    edit(path, change)


def use_pack(path: Path, config: SessionConfig, name: str, place: int | None = None) -> None:
    """Have a rule pack or file used, at this place among those that are; without one behind them."""
    at = len(config.use) if place is None else place

    def change(document: CommentedMap) -> None:
        if isinstance(document.get("use"), str | CommentedSeq):
            _list(document, "use", name, True, at)
        else:
            put(document, "use", flow([*config.use[:at], name, *config.use[at:]]))

    edit(path, change)


def drop_pack(path: Path, config: SessionConfig, name: str) -> None:
    """Have a rule pack or file not used."""

    def change(document: CommentedMap) -> None:
        if isinstance(document.get("use"), str | CommentedSeq):
            _list(document, "use", name, False)
        else:
            put(document, "use", flow([each for each in config.use if each != name]))

    edit(path, change)


def _describe(item: CommentedMap, words: Mapping[str, str | None]) -> None:
    for key, word in words.items():
        if word is None:
            item.pop(key, None)
        else:
            put(item, key, word)


def _list(document: CommentedMap, key: str, name: str, listed: bool, at: int | None = None) -> None:
    """Have a name in a list or not, and leave the other items and their comments alone."""
    items = document.get(key)
    if isinstance(items, str):
        items = flow([items] if items.strip() else [])
        document[key] = items
    if not isinstance(items, CommentedSeq):
        if listed:
            put(document, key, flow([name]))
    elif listed and name not in items:
        items.insert(len(items) if at is None else at, name)
    elif not listed and name in items:
        items.remove(name)

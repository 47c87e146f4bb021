"""Storing articles in a session: what is new, what is there already, what is a newer version of what.

The same source again with changed text is a version: its entry says what it replaces, the old original
stays. Everything the program finds out here stands in session.yaml afterwards, where a person mends it.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from hashlib import sha256
from pathlib import PurePath
from typing import TYPE_CHECKING

from factcheck.ingest import read_bytes
from factcheck.ingest.metadata import source_from_path
from factcheck.problems import BadInput, Problem
from factcheck.session.config import ArticleEntry
from factcheck.session.contents import ARTICLES, YAML
from factcheck.session.files import CLEANED, safe_name, write_atomic
from factcheck.session.versions import ENOUGH, NUMBERED, containment, other_site, same_address, same_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Article
    from factcheck.session.folder import SessionFolder

    Original = tuple[Article, bytes]


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one file that was to be added; ``given`` is the path that it was given by.

    A new article has an ``entry``; a newer version has ``was``, the article as it stood before, too.
    Where nothing was added ``entry`` is None, and ``same`` is the path of what has the same text.
    """

    given: str
    entry: ArticleEntry | None = None
    was: Article | None = None
    now: Article | None = None
    place: int = 0
    """Of a version: the article's index among those that are compared; it has the letter of that index."""
    version: int = 1
    same: str | None = None
    outdated: bool = False
    """What has the same text is itself an older version: the text came back."""


def add_to(
    folder: SessionFolder, originals: Sequence[Original], *, replaces: str | None = None, as_new: bool = False
) -> tuple[Added, ...]:
    """Write what is new into the session's folder and say what became of each; session.yaml is not touched.

    ``replaces`` is the path of the entry that the one file replaces.
    """
    known = _Known(folder)
    found: list[Added] = []
    for article, data in originals:
        same = known.same_as(article, data)
        if same is not None:
            found.append(Added(article.path, same=same, outdated=same in known.replaced))
            continue
        old = None if as_new else known.named(replaces) if replaces else known.older(article)
        found.append(known.keep(article, data, old))
    return tuple(found)


def store(folder: SessionFolder, originals: Sequence[Original]) -> tuple[ArticleEntry, ...]:
    """Write the articles of a new session, each beside the others whatever they share."""
    return tuple(each.entry for each in add_to(folder, originals, as_new=True) if each.entry is not None)


def words(entry: ArticleEntry) -> dict[str, str]:
    """What is written of an entry into session.yaml."""
    return dict(_said(entry))


@dataclass(slots=True)
class _Newest:
    """The newest version of one article, and whether it was here before the files that are added now."""

    entry: ArticleEntry
    article: Article
    data: bytes
    place: int
    version: int
    here_before: bool = True


class _Known:
    """What the folder holds, kept up to date while files come in."""

    def __init__(self, folder: SessionFolder) -> None:
        self._home, self._below = folder.path / ARTICLES, ARTICLES
        self._taken = {each.name for each in self._home.iterdir()}
        self._bytes: dict[str, str] = {}
        self._texts: dict[str, str] = {}
        self._newest: list[_Newest] = []
        self.replaced = set(folder.config.replaced_by)
        compared = {article.path: article for article in folder.read_articles()[0]}
        data = {entry.path: data for entry, data in folder.originals()[0]}
        entries = {entry.path: entry for entry in folder.config.articles}
        for entry in entries.values():
            if entry.path in data:
                self._bytes[sha256(data[entry.path]).hexdigest()] = entry.path
        for article in (*compared.values(), *folder.read_replaced()[0]):
            self._texts.setdefault(article.text_sha256, article.path)
        numbers = folder.config.version_numbers
        for place, article in enumerate(compared.values()):
            entry = entries[article.path]
            self._newest.append(_Newest(entry, article, data[entry.path], place, numbers[entry.path]))

    def same_as(self, article: Article, data: bytes) -> str | None:
        """The path in session.yaml of these bytes or of this text, of whatever version."""
        return self._bytes.get(sha256(data).hexdigest()) or self._texts.get(article.text_sha256)

    def named(self, path: str) -> _Newest:
        return next(each for each in self._newest if each.entry.path == path)

    def older(self, article: Article) -> _Newest | None:
        """The article that this is a newer version of: by its address, else by file name and shared text.

        Files that came in together are never versions of each other: nothing tells which is the newer.
        """
        before = [each for each in self._newest if each.here_before]
        by_address = [each for each in before if same_address(article.url, each.article.url)]
        if by_address:
            return max(by_address, key=lambda each: containment(article, each.article))
        alike = [
            (containment(article, each.article), -each.place, each)
            for each in before
            if same_name(article.path, each.entry.path) and not _of_another_source(article, each.article)
        ]
        best = max(alike, default=None, key=lambda each: each[:2])
        return best[2] if best and best[0] >= ENOUGH else None

    def keep(self, article: Article, data: bytes, old: _Newest | None) -> Added:
        """Write original and cleaned text under a name that is free; the entry is made, not yet listed."""
        name = safe_name("stdin.txt" if article.path == "-" else article.path, self._taken)
        self._taken |= {name, name + CLEANED}
        path = f"{self._below}/{name}"
        write_atomic(self._home / name, data)
        write_atomic(self._home / (name + CLEANED), article.text.encode())
        self._bytes[sha256(data).hexdigest()] = self._texts[article.text_sha256] = path
        if old is None:
            entry = _entry(path, article)
            self._newest.append(_Newest(entry, article, data, len(self._newest), 1, here_before=False))
            return Added(article.path, entry, now=article)
        self.replaced.add(old.entry.path)
        entry, was = _taken_over(old, _entry(path, article), article), old.article
        old.entry, old.article, old.data, old.version = entry, article, data, old.version + 1
        return Added(article.path, entry, was, article, old.place, old.version)


def _of_another_source(article: Article, other: Article) -> bool:
    """Two outlets may print one agency's text under one file name: that is a rival, not a version."""
    if other_site(article.url, other.url):
        return True
    both = (article, other)
    return (
        all(_is_named(each.source, each.path) for each in both)
        and article.source.casefold() != other.source.casefold()
    )


def _is_named(source: str, path: str) -> bool:
    """Whether something says who published it; where nothing does, the source is the file's name."""
    stem = PurePath(path).stem
    names = {source_from_path(path), stem, NUMBERED.sub("", stem)}
    return _letters(source) not in {_letters(name) for name in names}


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name)).casefold()


def _entry(path: str, article: Article) -> ArticleEntry:
    """What ingest found, written down for people to correct; what is usual is left out."""
    return ArticleEntry(
        path=path,
        title=article.title,
        source=article.source,
        url=article.url,
        published=article.published,
        lang=article.lang if article.lang != "en" else None,
        owner=article.owner,
        kind=article.kind if article.kind != "article" else None,
        redact=article.redact or None,
    )


def _taken_over(old: _Newest, entry: ArticleEntry, article: Article) -> ArticleEntry:
    """The entry of a newer version: what a person wrote of the older one holds on.

    Title and date are the new text's, unless it says just what the old text said: then a person may
    have corrected that, and the correction holds.
    """
    was = old.entry
    found = read_bytes(old.data, path=was.path, id="a0")
    fallback = source_from_path(article.path)
    # A file's name that stood for the source gives way to what the text says now.
    unnamed = not _is_named(found.source, was.path) and not _is_named(was.source or found.source, was.path)
    return replace(
        entry,
        title=_corrected(was.title, found.title, entry.title if article.title != fallback else None),
        published=_corrected(was.published, found.published, entry.published),
        source=entry.source if unnamed else was.source or entry.source,
        url=entry.url or was.url,
        lang=was.lang or entry.lang,
        owner=was.owner or entry.owner,
        kind=was.kind or entry.kind,
        redact=was.redact if was.redact is not None else entry.redact,
        replaces=was.path,
    )


def _corrected(said: str | None, found: str | None, now: str | None) -> str | None:
    return (said or now) if now in (None, found) else now


def _said(entry: ArticleEntry) -> Iterator[tuple[str, str]]:
    for field in fields(entry):
        value = getattr(entry, field.name)
        if value is not None:
            yield field.name, str(value).lower() if isinstance(value, bool) else value


def named_entry(folder: SessionFolder, name: str, files: int) -> str:
    """The path of the entry that is meant: a path of session.yaml, or an article's letter as in the app.

    Raises BadInput where there is none, where a newer version has replaced it already, and where more
    than one file would replace it.
    """
    from factcheck.wording.places import letter

    yaml = str(folder.path / YAML)
    articles = folder.read_articles()[0]
    if files > 1:
        raise BadInput(
            Problem(yaml, f"{files} files cannot all replace {name[:80]!r}", "", "add them one by one")
        )
    for index, article in enumerate(articles):
        if name in (article.path, f"./{article.path}") or name.upper() == letter(index):
            return article.path
    newer = folder.config.replaced_by.get(name.removeprefix("./"))
    if newer is not None:
        raise BadInput(Problem(yaml, f"{name!r} was replaced by {newer!r} already", "", f"name {newer!r}"))
    known = ", ".join(f"{letter(index)} {article.path}" for index, article in enumerate(articles[:26]))
    raise BadInput(Problem(yaml, f"no article is called {name[:80]!r}", "", f"there are: {known}"))

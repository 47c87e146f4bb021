"""What must not leave the program: withheld sources and paths of this machine."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from factcheck.report.words import WITHHELD

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.model import Analysis, Article, Comparison, Event, Evidence, Mark, SessionInfo

# An absolute path up to its last part: /home/name/x.yaml, C:\Users\name\x.yaml, file:///home/name/x.yaml
_FOLDERS = re.compile(
    r"(?:(?<![\w.:/])(?:file://)?/|(?<!\w)[A-Za-z]:[\\/]|\\\\)(?:[^\s:;,\\/'\"]+[\\/])+(?=[\w.])"
)


class Redaction:
    """Replaces the names of withheld sources, and folders, in everything but the articles' own text.

    The text and the quotes stay as printed: offsets must keep their meaning. A text that names its
    own outlet must not be put into a report at all.
    """

    def __init__(self, articles: Sequence[Article]) -> None:
        names = {
            name
            for article in articles
            if article.redact
            for name in (article.source, article.url, article.owner)
            if name and name.strip()
        }
        longest_first = sorted(names, key=len, reverse=True)
        self._hidden = {article.path: article.id for article in articles if article.redact}
        self._names = re.compile("|".join(map(re.escape, longest_first)), re.I) if names else None

    def words(self, text: str) -> str:
        hidden = self._names.sub(WITHHELD, text) if self._names else text
        return _FOLDERS.sub("", hidden)

    def article(self, article: Article) -> Article:
        if not article.redact:
            return replace(article, path=plain_path(article.path), title=self.words(article.title))
        return replace(
            article,
            path=article.id,
            title=self.words(article.title),
            source=WITHHELD,
            url=None,
            owner=WITHHELD if article.owner else None,
        )

    def analysis(self, analysis: Analysis) -> Analysis:
        return replace(
            analysis,
            articles=tuple(map(self.article, analysis.articles)),
            comparison=self._comparison(analysis.comparison),
            problems=tuple(map(self.words, analysis.problems)),
        )

    def _comparison(self, found: Comparison) -> Comparison:
        return replace(
            found,
            groups=tuple(replace(g, label=self.words(g.label)) for g in found.groups),
            relations=tuple(replace(r, why=self.words(r.why)) for r in found.relations),
            suggestions=tuple(replace(s, why=self.words(s.why)) for s in found.suggestions),
            links=tuple(replace(link, why=self.words(link.why)) for link in found.links),
        )

    def mark(self, mark: Mark) -> Mark:
        return replace(mark, note=self.words(mark.note), evidence=tuple(map(self._evidence, mark.evidence)))

    def event(self, event: Event) -> Event:
        return replace(
            event,
            note=self._maybe(event.note),
            detail=self._maybe(event.detail),
            evidence=tuple(map(self._evidence, event.evidence)),
        )

    def info(self, info: SessionInfo) -> SessionInfo:
        method = {name: self.words(value) for name, value in info.method.items()}
        signatures = tuple(replace(each, note=self.words(each.note)) for each in info.signatures)
        return replace(info, title=self.words(info.title), method=method, signatures=signatures)

    def paths(self, paths: Mapping[str, str]) -> dict[str, str]:
        """Paths of earlier texts by their hash; a withheld source's is its article's id, as now."""
        return {text: self._hidden.get(path) or plain_path(self.words(path)) for text, path in paths.items()}

    def _evidence(self, evidence: Evidence) -> Evidence:
        # A quote that stands in an article of the session keeps its words, as the articles do.
        text = evidence.text if evidence.claim or evidence.anchor else self._maybe(evidence.text)
        return replace(
            evidence,
            url=self._address(evidence.url),
            archived=self._address(evidence.archived),
            text=text,
        )

    def _address(self, url: str | None) -> str | None:
        """A web address stays whole unless it names a withheld source; a file's loses its folders."""
        if url is None:
            return None
        if self._names and self._names.search(url):
            return WITHHELD
        return url if re.match(r"(?i)https?://", url) else self.words(url)

    def _maybe(self, text: str | None) -> str | None:
        return None if text is None else self.words(text)


def plain_path(path: str) -> str:
    """A path inside the session as it is; of one that leads elsewhere only the name."""
    parts = PureWindowsPath(path).parts
    if PurePosixPath(path).is_absolute() or PureWindowsPath(path).anchor or parts[:1] in (("..",), ("~",)):
        return PureWindowsPath(path).name if "\\" in path else PurePosixPath(path).name
    return path

"""Where things stand: article letters, paragraph numbers, and cites such as ``A5``, ``A5a`` and ``A5b``."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from string import ascii_uppercase

from factcheck.model import Article, Claim, Paragraph

Splitter = Callable[[Article], tuple[Paragraph, ...]]
_Place = tuple[int, int, bool, str]
"""Start and end of a claim, whether it is marked by hand alone, and its id."""


def letter(index: int) -> str:
    """A, B, ... Z, AA, AB, ..."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = ascii_uppercase[rest] + name
    return name


def split_by_default(article: Article) -> tuple[Paragraph, ...]:
    """The project's own paragraphs, imported when first needed: opening a session stays fast."""
    from factcheck.ingest.paragraphs import paragraphs

    return paragraphs(article)


class Places:
    """Letters and paragraph numbers of a session's articles; each article is split when first asked for."""

    def __init__(
        self, articles: Sequence[Article], split: Splitter = split_by_default, claims: Iterable[Claim] = ()
    ) -> None:
        self._split = split
        found: dict[str, list[Claim]] = {}
        for claim in claims:
            found.setdefault(claim.article, []).append(claim)
        self.know(found)
        self.articles = {article.id: article for article in articles}
        self._letters = {article.id: letter(index) for index, article in enumerate(articles)}
        self._paragraphs: dict[str, tuple[Paragraph, ...]] = {}
        self._starts: dict[str, list[int]] = {}
        self._numbered: dict[str, list[int]] = {}

    def know(self, claims: Mapping[str, Sequence[Claim]]) -> None:
        """The claims of each article: of two in one paragraph each is cited by a name of its own."""
        self._claims = claims
        self._in_order: dict[str, list[_Place]] = {}

    def knowing(self, claims: Mapping[str, Sequence[Claim]]) -> Places:
        """The same articles with other claims, for another thread; they are split once for both."""
        other = copy(self)
        other.know(claims)
        return other

    def letter(self, article_id: str) -> str:
        return self._letters[article_id]

    def paragraphs(self, article_id: str) -> tuple[Paragraph, ...]:
        found = self._paragraphs.get(article_id)
        if found is None:
            found = self._split(self.articles[article_id])
            self._starts[article_id] = [paragraph.start for paragraph in found]
            self._numbered[article_id] = [paragraph.start for paragraph in found if paragraph.number]
            self._paragraphs[article_id] = found  # the last: another thread may ask for it, and goes by this
        return found

    def paragraph(self, article_id: str, offset: int) -> Paragraph | None:
        """The readable paragraph that holds ``offset``, or the last one before it."""
        paragraphs = self.paragraphs(article_id)
        for index in range(bisect_right(self._starts[article_id], offset) - 1, -1, -1):
            if paragraphs[index].number:
                return paragraphs[index]
        return None

    def number(self, article_id: str, offset: int) -> int:
        """The number of that paragraph; 0 before the first one."""
        found = self.paragraph(article_id, offset)
        return found.number if found else 0

    def cite(self, claim: Claim) -> str:
        """``A5``: article letter and paragraph number; ``A5a``, ``A5b`` where claims share the paragraph.

        What is marked by hand has the next free letter, so that the names of before, which people may have
        written down, stay: beside a lone ``A5`` it is ``A5b``.
        """
        return self.cite_at(claim.article, claim.start) + self._which(claim)

    def _which(self, claim: Claim) -> str:
        claims = self._in_order.get(claim.article)
        if claims is None:
            found = self._claims.get(claim.article, ())
            claims = self._in_order[claim.article] = sorted(map(_place, found))
        first, end = self._reach(claim.article, claim.start)
        among = claims[bisect_left(claims, (first,)) : bisect_left(claims, (end,))]
        among.sort(key=lambda each: each[2])  # which keeps the order of the text otherwise
        here = _place(claim)
        if here not in among or (here == among[0] and sum(not each[2] for each in among) < 2):
            return ""
        return letter(among.index(here)).lower()

    def _reach(self, article_id: str, offset: int) -> tuple[int, int]:
        """The offsets that have the paragraph number of this one, half-open."""
        self.paragraphs(article_id)
        numbered = self._numbered[article_id]
        at = bisect_right(numbered, offset)
        last = self.articles[article_id].text
        return numbered[at - 1] if at else 0, numbered[at] if at < len(numbered) else len(last) + 1

    def cite_at(self, article_id: str, offset: int) -> str:
        return f"{self.letter(article_id)}{self.number(article_id, offset) or ''}"

    def last_number(self, article_id: str) -> int:
        return max((paragraph.number for paragraph in self.paragraphs(article_id)), default=0)


def _place(claim: Claim) -> _Place:
    # A claim that was trimmed or extended has the rules of what it was, and its place in the row.
    return claim.start, claim.end, claim.how == "hand" and not claim.rules, claim.id

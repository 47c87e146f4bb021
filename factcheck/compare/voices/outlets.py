"""Which articles pass on what another article of the session tells: "Reuters reported", a credit "(INA)".

An outlet is met under its full name, its initials, its short name ("the Bulletin"), the lexicon's aliases
and the name of its site. A report that is passed on has the voice of the article it is taken from.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from factcheck.compare.facts.similarity import folded
from factcheck.model import ArticleLink
from factcheck.values.namewords import MEDIA, MEDIA_WORDS
from factcheck.values.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.compare.reading.profiles import Profile
    from factcheck.model import Article, LexiconEntry

_TAILS = words("news agency newswire newspaper online website com service")
"""Words behind a name that tell no outlet from another: "Reuters news agency" is Reuters."""
_CUE = (
    r"(?i:told|tells|telling|citing|(?:quoted|cited|reported) by|according to|interview(?:s|ed)? (?:with|by))"
)
_REPORTS = r"(?: (?:first|later|also|has|had))?,? (?:reported|reports|quoted|cited|said|says|wrote|writes)\b"
_DATELINE = re.compile(r"\A[^\W\d_][^\n()]{1,60}\(([^()\n]{2,40})\)\s*[-–—:]", re.M)
_CREDIT = re.compile(r"(?:\A|[.!?”\"’\s])\s*(?:\(([^()\n]{2,40})\)|(?:Source|Credit): ([^\n]{2,40}))\s*\Z")
_OPENING, _CLOSING = 4, 3
"""Among the first and the last so many paragraphs an agency is credited."""


class Outlets:
    """The session's articles by the names under which their outlet is cited."""

    def __init__(self, articles: Sequence[Article], lexicon: Sequence[LexiconEntry]) -> None:
        self._articles = articles
        aliases = {
            key(term): entry
            for entry in lexicon
            if entry.role == "alias" and entry.kind == "organisation"
            for term in (entry.name, *entry.terms)
        }
        self._by_name: defaultdict[str, set[int]] = defaultdict(set)
        self._by_initials: defaultdict[str, set[int]] = defaultdict(set)
        spelt: set[str] = set()
        for n, article in enumerate(articles):
            self._by_initials[key(_initials(article.source))].add(n)
            for name in _names(article):
                known = aliases.get(key(name))
                for one in (name, *((known.name, *known.terms) if known else ())):
                    self._by_name[key(one)].add(n)
                    spelt.add(re.sub(r"\A[Tt]he ", "", one))
        self._cited = _citing(spelt)

    def articles(self, name: str, *, credit: bool = False) -> frozenset[int]:
        """The articles of the outlet of that name; none where the name fits several outlets.

        In a ``credit`` initials are an outlet's even where its own text has none.
        """
        found = self._by_name.get(key(name), set())
        if credit and not found and len(name) > 2:
            found = self._by_initials.get(key(name), set())
        sources = {self._articles[n].source for n in found}
        return frozenset(found) if len(sources) == 1 else frozenset()

    def name(self, articles: frozenset[int], cited: str) -> str:
        """The outlet's name as its articles give it; ``cited`` where that is no name but a file's."""
        source = self._articles[min(articles)].source
        return source if any(sign.isupper() for sign in source) else cited

    def cited(self, sentence: str) -> frozenset[int]:
        """The articles whose outlet a sentence gives as the place where something was said or reported."""
        found = self._cited.finditer(sentence) if self._cited else ()
        return frozenset().union(*(self.articles(hit["to"] or hit["by"]) for hit in found))


def _citing(names: set[str]) -> re.Pattern[str] | None:
    """Finds "told NAME" and "NAME reported". Names have their capitals: "the post said" is no paper."""
    spelt = "|".join(
        r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", name)))
        for name in sorted(names, key=lambda name: (-len(name), name))
    )
    if not spelt:
        return None
    return re.compile(
        rf"\b{_CUE} (?:the |The )?(?P<to>{spelt})\b|\b(?P<by>{spelt})(?: (?:news )?agency)?{_REPORTS}"
    )


def key(name: str) -> str:
    """What the spellings of an outlet's name share."""
    spoken = folded(name)
    while spoken[:1] == ["the"]:
        del spoken[0]
    while len(spoken) > 1 and spoken[0] in MEDIA and spoken[-1] in _TAILS:
        spoken.pop()
    return " ".join(spoken)


def _names(article: Article) -> set[str]:
    """The outlet's names: its source, its site, its short name, and the initials if its own text has them.

    A source that is only a file's name counts where it is one: "harbour-post", "reuters-2", but not "agency".
    """
    source = article.source
    spoken = re.findall(r"[^\W\d_]+", source)
    if source == source.lower() and "." not in source:
        found = {" ".join(word.capitalize() for word in spoken)} if len(spoken) > 1 else set[str]()
        found |= {
            spelling for word in spoken if word in MEDIA for spelling in (word.capitalize(), word.upper())
        }
    else:
        found = {source}
    capitals = [word for word in spoken if word[0].isupper() and word.lower() != "the"]
    initials = _initials(source)
    if len(initials) > 2 and re.search(rf"\b{initials}\b", article.text):
        found.add(initials)
    if len(capitals) > 1 and capitals[-1].lower() in MEDIA_WORDS:
        found.add(capitals[-1])
    site = f"https://{source}" if re.fullmatch(r"(?:[\w-]+\.)+[a-z]{2,}", source) else ""
    for address in (article.url or "", site):
        host = [part for part in (urlsplit(address).hostname or "").split(".") if part not in ("www", "co")]
        found |= {one for part in host[-2:-1] for one in _spellings(part)}
    return {name for name in found if len(name) > 1}


def _initials(source: str) -> str:
    """INA of "Imra News Agency"."""
    spoken = re.findall(r"[^\W\d_]+", source)
    return "".join(word[0] for word in spoken if word[0].isupper() and word.lower() != "the")


def _spellings(word: str) -> tuple[str, str]:
    return word.capitalize(), word.upper()


def passed_on(
    profiles: Sequence[Profile],
    articles: Sequence[Article],
    outlets: Outlets,
) -> dict[int, frozenset[int]]:
    """By claim, the articles whose report it passes on: it names their outlet as the one who says it.

    Where a sentence has several speakers, only the claim whose own attribution names the outlet.
    """
    speakers: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
    for one in profiles:
        if one.origin is not None:
            speakers[one.article, one.sentence].add(one.origin)
    read: dict[tuple[int, int], frozenset[int]] = {}
    found = {}
    for one in profiles:
        place = one.article, one.sentence
        whom = outlets.articles(one.origin) if one.origin else frozenset[int]()
        if not whom and len(speakers[place]) < 2:
            if place not in read:
                start, end = one.claim.sentence
                read[place] = outlets.cited(articles[one.article].text[start:end])
            whom = read[place]
        if whom and one.article not in whom:
            found[one.index] = whom
    return found


def credited(articles: Sequence[Article], outlets: Outlets) -> tuple[ArticleLink, ...]:
    """The articles that credit an outlet of the session in dateline or last line, or one that others do."""
    named = {n: name for n, article in enumerate(articles) if (name := _credit(article.text))}
    shared = Counter(map(key, named.values()))
    first: dict[str, int] = {}
    found = []
    for n, name in named.items():
        owners = outlets.articles(name, credit=True)
        if owners:
            to = min(owners)
        elif shared[key(name)] > 1 and key(name) in MEDIA:
            to = first.setdefault(key(name), n)
        else:
            continue
        if to != n and n not in owners and "digest" not in (articles[n].kind, articles[to].kind):
            why = f"its text is credited to {name}" if owners else f"both are credited to {name}"
            found.append(ArticleLink(articles[n].id, articles[to].id, "copies", why))
    return tuple(found)


def _credit(text: str) -> str | None:
    """The agency that a dateline ("VELDEN (INA) -") or the line at the end ("(INA)") names."""
    blocks = [block.strip() for block in text.split("\n") if block.strip()]
    for block in blocks[:_OPENING]:
        dateline = _DATELINE.match(block)
        if dateline:
            return dateline[1]
    for block in blocks[-_CLOSING:]:
        credit = _CREDIT.search(block[-200:])
        if credit:
            return credit[1] or credit[2]
    return None

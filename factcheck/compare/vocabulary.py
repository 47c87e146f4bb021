"""Which word the lexicon lacks, where two claims tell one fact, a reviewer says, and the program missed it.

Every offer is tried before it is made: with the word in its class the two claims do meet. The words
come from the claims themselves; a class that one of them tells already is extended, else the two words
begin one of their own. Two names in the same place may be two spellings of one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from factcheck.compare.facts.kinship import Judge
from factcheck.compare.facts.similarity import STOPWORDS, stem, words
from factcheck.compare.reading.reader import Reader
from factcheck.compare.statements.wordkin import COMMON
from factcheck.model import Entity, LexiconEntry
from factcheck.problems import BadInput, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.compare.reading.profiles import Profile
    from factcheck.model import Article, Claim, LexiconRole, Sentence

TRIALS = 24
"""How many words are tried at most: each means reading the claims once more."""
MOST = 3
"""How many offers are made."""
NEAR = 400
"""With more claims than these, only the two articles at hand are read."""
LONGEST = 40
"""Code points of a word or name that is offered."""
_DEED = re.compile(r"(?:ed|ing|ught|own)\Z")
"""Ends of English verbs as news tells of them; other words may tell a deed, too, and come after these."""
_KIND = re.compile(r"(?P<name>[^()=]*\w[^()=]*?)(?: \((?P<kind>(?i:person|organisation|place))\))?\Z")


@dataclass(frozen=True, slots=True)
class Offer:
    """``terms`` that belong to the class ``name``; an alias has a ``kind``."""

    role: LexiconRole
    name: str
    terms: tuple[str, ...]
    kind: str | None = None
    beside: str | None = None
    """The word of the other claim that is of the class already."""

    @property
    def shown(self) -> str:
        """The offer in words: “axed” tells what “cut” tells."""
        if self.role == "alias":
            return f"“{self.terms[0]}” is {self.name}"
        other = self.beside or (self.terms[1] if len(self.terms) > 1 else self.name)
        return f"“{self.terms[0]}” tells what “{other}” tells"

    @property
    def typed(self) -> str:
        """The offer as a reviewer may type it, and change it before: ``axed = cut``."""
        kind = f" ({self.kind})" if self.kind else ""
        return f"{', '.join(self.terms)} = {self.name}{kind}"

    @property
    def entry(self) -> LexiconEntry:
        return LexiconEntry(self.role, self.name, self.terms, self.kind)


def offers(
    articles: Sequence[Article],
    sentences: Mapping[str, Sequence[Sentence]],
    claims: Sequence[Claim],
    lexicon: Sequence[LexiconEntry],
    pair: tuple[str, str],
) -> tuple[Offer, ...]:
    """The additions to the lexicon with which the two claims (by id) would have met; none where they meet."""
    here = {claim.article for claim in claims if claim.id in pair}
    near = [c for c in claims if c.article in here] if len(claims) > NEAR else list(claims)
    trial = _Trial(articles, sentences, near, tuple(lexicon), pair)
    if trial.meet():
        return ()
    known = frozenset(word for entry in lexicon for term in entry.terms for word in term.casefold().split())
    found: list[Offer] = []
    for offer in islice(_thought_of(*trial.sides(), known), TRIALS):
        if trial.meet(offer):
            found.append(offer)
            if len(found) == MOST:
                break
    return tuple(found)


def typed(text: str, lexicon: Sequence[LexiconEntry]) -> Offer:
    """What a reviewer typed: ``axed, shed = cut`` or ``Ms Holm = Kira Holm (person)``.

    The right side is a class of the lexicon, a word of one, or a new word; with a kind it is a name.
    Raises BadInput where it is none of these.
    """
    left, _, right = text.partition("=")
    terms = tuple(dict.fromkeys(term for each in left.split(",") if (term := " ".join(each.split()))))
    match = _KIND.match(" ".join(right.split()))
    if not terms or match is None or any(len(term) > LONGEST for term in (*terms, match["name"])):
        raise BadInput(
            Problem("the words", "cannot be read", "", "write: axed = cut, or: Ms Holm = Kira Holm (person)")
        )
    name, kind = match["name"], match["kind"]
    if kind:
        return Offer("alias", name, (*terms, name), kind.lower())
    for known in lexicon:
        folded = {term.casefold() for term in known.terms}
        if name.casefold() == known.name.casefold() or name.casefold() in folded:
            beside = None if known.role == "alias" else name
            return Offer(known.role, known.name, terms, known.kind, beside)
    return Offer("predicate", name, (*terms, name))


class _Trial:
    """Reads the claims with a lexicon and one addition, and says whether the two meet."""

    def __init__(
        self,
        articles: Sequence[Article],
        sentences: Mapping[str, Sequence[Sentence]],
        claims: Sequence[Claim],
        lexicon: tuple[LexiconEntry, ...],
        pair: tuple[str, str],
    ) -> None:
        self._articles, self._sentences, self._claims = articles, sentences, claims
        self._lexicon, self._pair = lexicon, pair
        self._profiles: tuple[Profile, ...] = ()

    def meet(self, offer: Offer | None = None) -> bool:
        lexicon = self._lexicon if offer is None else (*self._lexicon, offer.entry)
        self._profiles = Reader(lexicon).profiles(self._articles, self._sentences, self._claims)
        judge = Judge(self._profiles)
        a, b = self.sides()
        return any(judge.kin(p.index, q.index).linked for p in a for q in b)

    def sides(self) -> tuple[list[Profile], list[Profile]]:
        """The clauses of the two claims as they were read last."""
        first, second = (
            [profile for profile in self._profiles if profile.claim.id == claim] for claim in self._pair
        )
        return first, second


def _thought_of(a: Sequence[Profile], b: Sequence[Profile], known: frozenset[str]) -> Iterator[Offer]:
    """What could be added, the likeliest first; ``known`` are words that the lexicon has."""
    mine, yours = _own_words(a, b, known), _own_words(b, a, known)
    yield from _classes(a, b, yours)
    yield from _classes(b, a, mine)
    yield from _names(a, b)
    if not any(p.main for p in (*a, *b)):
        for one in yours:
            yield from (Offer("predicate", other, (one, other)) for other in mine)


def _classes(a: Sequence[Profile], b: Sequence[Profile], own: Sequence[str]) -> Iterator[Offer]:
    """A word of ``b`` as one more term of a class that ``a`` tells and ``b`` does not."""
    have = frozenset().union(*(p.predicates for p in b))
    for name in sorted(frozenset().union(*(p.main for p in a)) - have):
        for word in own:
            yield Offer("predicate", name, (word,), beside=name.replace("_", " "))


def _names(a: Sequence[Profile], b: Sequence[Profile]) -> Iterator[Offer]:
    """A name that only one of them has, as another spelling of a name that only the other has."""
    for one in _entities(b):
        for other in _entities(a):
            if one.kind == other.kind and one.name != other.name and len(one.text) <= LONGEST:
                yield Offer("alias", other.name, (one.text, other.text), one.kind)


def _entities(side: Sequence[Profile]) -> list[Entity]:
    found = {
        value.name: value
        for profile in side
        for value in profile.claim.values
        if isinstance(value, Entity) and profile.start <= value.start and value.end <= profile.end
    }
    return list(found.values())


def _own_words(side: Sequence[Profile], other: Sequence[Profile], lexicon: frozenset[str]) -> list[str]:
    """Words that only this side has, likely verbs and heavy ones first: no names, numbers, idle words."""
    theirs = {base for profile in other for base in profile.own}
    weight = {base: value for profile in side for base, value in profile.vector.items()}
    named = {word for entity in _entities(side) for word, _, _ in words(entity.text)}
    found: dict[str, float] = {}
    for profile in side:
        for word, start, _ in words(profile.text):
            base = stem(word)
            plain = profile.text[start].islower() and word.isalpha() and len(word) <= LONGEST
            idle = word in STOPWORDS or word in lexicon or base in COMMON or word in named
            if plain and not idle and base not in theirs:
                found.setdefault(word, weight.get(base, 0.0))
    return sorted(found, key=lambda word: (not _DEED.search(word), -found[word], word))

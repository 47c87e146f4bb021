"""Which word the lexicon lacks, where two claims tell one fact, a reviewer says, and the program missed it.

Every offer is tried before it is made: with the word in its class the two claims do meet. The words
come from the claims themselves, and are what tells the deed in each, both times a verb or both times a
noun; a class that one of them tells already is extended, else the two words begin one of their own. Two
names in the same place may be two spellings of one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Literal

from factcheck.compare.facts.irregular import IRREGULAR
from factcheck.compare.facts.kinship import Judge
from factcheck.compare.facts.similarity import STOPWORDS, stem, words
from factcheck.compare.reading.reader import Reader
from factcheck.compare.statements.wordkin import COMMON
from factcheck.model import Entity, LexiconEntry
from factcheck.problems import BadInput, Problem
from factcheck.values.wordlists import words as wordlist

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
Role = Literal["verb", "noun"]
_VERBAL = re.compile(r"(?:ed|ing|ught|own)\Z")
"""Ends of English verbs as news tells of them."""
_DEVERBAL = re.compile(
    r"(?:[aei]ncy|[aei]nces?|ments?|[st]ions?|ings?|ures?|als|[^i]al|ages?|[^s]th|ths|losse?s?|cuts?)\Z"
)
"""Ends of nouns that name a deed: "closure", "dismissals", "resignation", "growth"."""
_LINKING = wordlist(
    "stay stays stayed remain remains remained seem seems seemed appear appears appeared expected planned due"
    " set likely according including"
)
"""Verbs that lead to what tells the deed, and do not tell it."""
_AUXILIARY = wordlist(
    "to will would shall can could may might must not never also has have had is are was were be been being"
    " it he she they who which"
)
"""Words behind which a verb stands."""
_ARTICLES = wordlist("a an the its their his her this that these those another new")
_PREPOSITIONS = wordlist("at in on of with by from for near over under about into through during without per")
""" "At a *depth* of 8 km": what hangs on a preposition says where or how, and not what was done."""
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
) -> tuple[Offer, ...] | None:
    """The additions to the lexicon with which the two claims (by id) would have met; None where they meet."""
    here = {claim.article for claim in claims if claim.id in pair}
    near = [c for c in claims if c.article in here] if len(claims) > NEAR else list(claims)
    trial = _Trial(articles, sentences, near, tuple(lexicon), pair)
    if trial.meet():
        return None
    known = frozenset(word for entry in lexicon for term in entry.terms for word in term.casefold().split())
    found: list[Offer] = []
    for offer in islice(_thought_of(*trial.sides(), known, lexicon), TRIALS):
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


def _thought_of(
    a: Sequence[Profile], b: Sequence[Profile], known: frozenset[str], lexicon: Sequence[LexiconEntry]
) -> Iterator[Offer]:
    """What could be added, the likeliest first; ``known`` are words that the lexicon has."""
    mine, yours = _own_words(a, b, known), _own_words(b, a, known)
    terms = {entry.name: entry.terms for entry in lexicon if entry.role == "predicate"}
    yield from _classes(a, b, yours, terms)
    yield from _classes(b, a, mine, terms)
    yield from _names(a, b)
    if not any(p.main for p in (*a, *b)):
        for one, role in yours.items():
            yield from (Offer("predicate", other, (one, other)) for other in mine if mine[other] == role)


def _classes(
    a: Sequence[Profile], b: Sequence[Profile], own: Mapping[str, Role], terms: Mapping[str, Sequence[str]]
) -> Iterator[Offer]:
    """A word of ``b`` as one more term of a class that ``a`` tells in the same role and ``b`` does not."""
    have = frozenset().union(*(p.predicates for p in b))
    for name in sorted(frozenset().union(*(p.main for p in a)) - have):
        last = {term.casefold().split()[-1] for term in terms.get(name, ())}
        told = {role for p in a for word, role in _deeds(p.text).items() if word in last}
        for word in (word for word, role in own.items() if role in told):
            yield Offer("predicate", name, (word,), beside=name.replace("_", " "))


def _deeds(text: str) -> dict[str, Role]:
    """The words of a clause that can tell what was done, folded, each with the role it stands in."""
    found: dict[str, Role] = {}
    before: list[str] = []
    for word, _, _ in words(text):
        behind = before[-1] if before else ""
        noun = behind in _ARTICLES or not before
        if behind in _AUXILIARY or (_VERBAL.search(word) and not noun and behind not in _PREPOSITIONS):
            found.setdefault(word, "verb")
        elif not _PREPOSITIONS & {behind, *(before[-2:-1] if noun else ())}:
            # Behind a noun a word that looks like none may be a verb, too: "the union rejects".
            found.setdefault(word, "noun" if noun or not _finite(word) else "verb")
        before.append(word)
    return found


def _finite(word: str) -> bool:
    return word.endswith("s") or stem(word) in IRREGULAR.values()


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


def _own_words(side: Sequence[Profile], other: Sequence[Profile], lexicon: frozenset[str]) -> dict[str, Role]:
    """Words for a deed that only this side has, verbs and heavy ones first: no names, numbers, idle words."""
    theirs = {base for profile in other for base in profile.own}
    weight = {base: value for profile in side for base, value in profile.vector.items()}
    named = {word for entity in _entities(side) for word, _, _ in words(entity.text)}
    found: dict[str, float] = {}
    roles: dict[str, Role] = {}
    for profile in side:
        deeds = _deeds(profile.text)
        for word, start, _ in words(profile.text):
            base = stem(word)
            plain = profile.text[start].islower() and word.isalpha() and len(word) <= LONGEST
            idle = word in STOPWORDS | _LINKING | lexicon or base in COMMON or word in named
            deed = deeds.get(word) == "verb" or (word in deeds and _DEVERBAL.search(word))
            if plain and not idle and base not in theirs and deed:
                found.setdefault(word, weight.get(base, 0.0))
                roles.setdefault(word, deeds[word])
    return {word: roles[word] for word in sorted(found, key=lambda w: (roles[w] == "noun", -found[w], w))}

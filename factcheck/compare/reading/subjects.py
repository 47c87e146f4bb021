"""Of whom or what a clause tells that opens with a pronoun: the subject of the sentence before.

"The ambulance took 17 minutes. According to the doctor it was there within four": the two share no word, and
the pronoun says that they are about one thing. No grammar: the subject is what stands before the first verb.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from factcheck.compare.facts.similarity import STOPWORDS, stem, words
from factcheck.extract.words import SURE_VERB
from factcheck.model import Entity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.model import Article, Claim, Sentence

_PRONOUN = re.compile(
    r"\W*(?:(?:but|and|yet|now|then)\s+)?(?P<word>he|she|it|they|his|her|its|their)\s", re.I
)
_EMPTY = re.compile(
    r"\W*it\s+(?:(?:also|now|still|has|had|will|would)\s+)*(?:took|take[sn]?|seem\w*|appear\w*|remain\w*|turned\s+out|rain\w*|snow\w*"
    r"|(?:is|was|were|be|been)\s+(?:not\s+)?(?:\w+\s+){1,4}(?:that|who|to|when|whether|how|why|if)\b)",
    re.I,
)
"""An "it" that means nothing: "it took the police an hour", "it was the mayor who called"."""
_FIRST_VERB = re.compile(rf"{SURE_VERB}|\b[a-z]{{2,}}ed\b")
_OPENING = re.compile(
    r"\W*(?:(?:in|on|at|by|last|this|after|during)\s[^,]{2,60},\s+|(?:but|and|yet|now)\s+)?", re.I
)
_PERSON = re.compile(
    r"\b(?:man|woman|boy|girl|teenager|driver|suspect|victim|worker|officer|guard|teacher|doctor|nurse|pilot|minister|mayor"
    r"|president|director|leader|player|runner|student|farmer|soldier|judge|chief|captain|manager|patient|cook|steward)\b",
    re.I,
)
LONGEST = 9
"""Words of a subject; what is longer is no plain one."""
BACK = 2
"""How many sentences before a pronoun its meaning may stand."""
_PLURAL = frozenset(("they", "their"))
_HUMAN = frozenset(("he", "she", "his", "her"))


class Meant(NamedTuple):
    """Whom a pronoun means: names, and the stems of the words beside them."""

    names: frozenset[str]
    stems: frozenset[str]


NOBODY_MEANT = Meant(frozenset(), frozenset())


def subjects_meant(
    articles: Sequence[Article], sentences: Mapping[str, Sequence[Sentence]], claims: Sequence[Claim]
) -> dict[int, Meant]:
    """By the place of each claim that opens with a pronoun: whom that means, where the text says so."""
    held: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for n, claim in enumerate(claims):
        held[claim.article, claim.sentence[0]].append(n)
    found: dict[int, Meant] = {}
    for article in articles:
        rows = sentences.get(article.id, ())
        for at, sentence in enumerate(rows):
            for n in held.get((article.id, sentence.start), ()):
                word = _PRONOUN.match(claims[n].text)
                if word is None or _EMPTY.match(claims[n].text):
                    continue
                pronoun = word["word"].casefold()
                meant = _claimant(article.text, claims[n], pronoun)
                for back in range(1, BACK + 1):
                    if meant or at < back or sentence.paragraph - rows[at - back].paragraph > 1:
                        break
                    before = held.get((article.id, rows[at - back].start), ())
                    meant = _subject(article, rows[at - back], claims[before[0]] if before else None, pronoun)
                    if meant is None and before:
                        meant = found.get(before[0])
                if meant is not None:
                    found[n] = meant
    return found


def _claimant(text: str, claim: Claim, pronoun: str) -> Meant | None:
    """ "The clinic said *it* had informed the authorities": who speaks, right before the clause."""
    said = claim.attribution
    if said is None or said.vague or not said.origin or not claim.sentence[0] <= said.start < claim.start:
        return None
    if pronoun in _PLURAL or text[claim.sentence[0] : said.start].casefold().strip().endswith("according to"):
        return None
    named = {stem(word) for word, _, _ in words(said.origin) if word not in STOPWORDS}
    return Meant(frozenset((said.origin,)), frozenset(named))


def _subject(article: Article, sentence: Sentence, claim: Claim | None, pronoun: str) -> Meant | None:
    """What stands before the first verb of a sentence, or of its first claim, where a pronoun can mean it."""
    start, end = (claim.start, claim.end) if claim else (sentence.start, sentence.end)
    opening = _OPENING.match(article.text, start, end)
    start = opening.end() if opening else start
    verb = _FIRST_VERB.search(article.text, start, end)
    if verb is None or _PRONOUN.match(article.text, start, end):
        return None
    said = article.text[start : verb.start()]
    values = (*claim.values, *claim.context) if claim else ()
    inside = [v for v in values if isinstance(v, Entity) and start <= v.start and v.end <= verb.start()]
    told = [stem(word, article.lang) for word, _, _ in words(said) if word not in STOPWORDS]
    if not told or len(said.split()) > LONGEST:
        return None
    human = any(v.kind == "person" for v in inside) or _PERSON.search(said) is not None
    plural = bool(re.search(r"\w{3,}s\s*\Z|\band\b", said)) and not human
    if (pronoun in _HUMAN) != human and pronoun not in _PLURAL:
        return None
    if pronoun not in _PLURAL and plural and not inside:
        return None
    return Meant(frozenset(v.name for v in inside), frozenset(told))

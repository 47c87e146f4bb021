"""What is looked for in an article that does not tell a fact: the fact's own words, as its texts print them.

A figure first, where the claims have one; then the words and names that most of the claims share, the
rare before the common. A word stands in the form that most claims print, never as a stem.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from factcheck.compare.facts.similarity import STOPWORDS, stem, words
from factcheck.compare.wording import OPENERS
from factcheck.model import DateValue, Entity, Quantity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.compare.facts.similarity import Weights
    from factcheck.model import Claim

MOST = 5
_FIGURES = 2
"""How many of a fact's figures are named: told differently, the two most told."""
_HEAD = 3
"""How much more a name or a word of many claims counts than one of a single claim, at most."""
_SMALL = 2
"""Numbers in words up to this are more often "the two sides" than a figure."""
_DIGITS = re.compile(r"[£$€]?\d.*", re.S)
_EMPTY = STOPWORDS | frozenset(OPENERS) | frozenset(("percent", "per", "cent", "mr", "ms", "mrs"))


def looked_for(members: Sequence[Claim], weights: Weights, lang: Mapping[str, str]) -> tuple[str, ...]:
    """At most five words, figures and names of a fact; ``lang`` is by article."""
    figures: Counter[str] = Counter()
    printed: defaultdict[str, Counter[str]] = defaultdict(Counter)
    first: dict[str, int] = {}
    for claim in members:
        figures.update(dict.fromkeys(_figures(claim), 1))
        told = _told(claim, lang.get(claim.article, "en"))
        for key, word in told.items():
            printed[key][word] += 1
            first.setdefault(key, len(first))
    best = sorted(printed, key=lambda key: (-_worth(key, printed[key], weights), first[key]))
    chosen = [figure for figure, _ in figures.most_common(_FIGURES)]
    chosen += [_form(printed[key]) for key in best]
    return tuple(dict.fromkeys(chosen))[:MOST]


def _worth(key: str, forms: Counter[str], weights: Weights) -> float:
    """How telling a word is: in how many of the claims it stands, and how rare it is."""
    shared = min(_HEAD, sum(forms.values()))
    return shared**2 * (
        weights[key] if not key.startswith("e:") else max(weights[s] for s in key[2:].split())
    )


def _form(forms: Counter[str]) -> str:
    """The form most printed; of forms printed as often the shorter one."""
    return min(forms, key=lambda word: (-forms[word], len(word), word))


def _figures(claim: Claim) -> list[str]:
    """The numbers of a claim as printed, without the words that hedge them."""
    counted = [v for v in claim.values if isinstance(v, Quantity) and v.unit not in ("age", "ordinal")]
    found = []
    for value in counted:
        digits = _DIGITS.search(value.text)
        if digits or (value.value is not None and value.value > _SMALL):
            found.append(digits.group() if digits else value.text.removeprefix(f"{value.hedge} "))
    return found


def _told(claim: Claim, lang: str) -> dict[str, str]:
    """By stem or name, the words of a claim that carry content, as printed; a name stands whole."""
    by = claim.attribution
    cut = [(by.start, by.end)] if by is not None else []
    cut += [(v.start, v.end) for v in claim.values if isinstance(v, (Quantity, DateValue))]
    names = [v for v in claim.values if isinstance(v, Entity) and not _within(v.start, v.end, cut)]
    found: dict[str, str] = {}
    for name in names:
        stems = " ".join(stem(word, lang) for word, _, _ in words(name.text))
        if stems:
            found.setdefault(f"e:{stems}", name.text)
    taken = cut + [(name.start, name.end) for name in names]
    for word, start, end in words(claim.text):
        place = (claim.start + start, claim.start + end)
        if len(word) < 2 or word in _EMPTY or word[0].isdigit() or _within(*place, taken):
            continue
        raw = claim.text[start:end]
        found.setdefault(stem(word, lang), raw.casefold() if start == 0 or raw.istitle() else raw)
    return found


def _within(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(left < end and start < right for left, right in spans)

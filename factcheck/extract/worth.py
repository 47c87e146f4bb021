"""How much a sentence, found by a rule or not, deserves a check: 0 to 1, from plain features.

The features are the kinds of ClaimBuster (Hassan et al., KDD 2017): figures, dates, names, who said it,
recorded acts, changes and comparisons speak for a check; opinion, duty, what is to come, the speaker's own
mind, questions and fragments against. Each adds its weight to a sum which the logistic function brings
into 0..1. The weights were set by hand, rounded, and looked at on one half of labelled data; no model
is trained. ``score.py`` ranks the claims of an article; this also ranks sentences that hold no claim.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from math import exp
from typing import TYPE_CHECKING

from factcheck.extract import extract
from factcheck.extract.cues import LOWERING, RAISING
from factcheck.model import Article, Attribution, DateValue, Entity, Quantity
from factcheck.rules import compile_rules
from factcheck.segment import segment
from factcheck.values import ValueReader

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.model import Claim, Value
    from factcheck.rules import RuleSet

WEIGHTS: Mapping[str, float] = {
    "figure": 1.0,
    "figures": 0.4,  # each one more, at most three
    "unit": 1.0,
    "vague": 0.4,
    "date": 0.5,
    "name": 0.4,
    "voice": 0.4,
    "said": 0.6,
    "claim": 0.8,  # times the score of the best claim, which holds the weights of its rules
    "act": 0.8,
    "change": 0.9,
    "perfect": 0.3,
    "past": 0.5,
    "pasts": 0.3,
    "more": 0.6,
    "most": 0.9,
    "part": 0.8,
    "subject": 0.6,
    "opinion": -0.6,
    "mind": -0.6,
    "future": -0.6,
    "should": -1.0,
    "first": -0.6,
    "we": -0.2,
    "short": -0.8,
    "question": -2.0,
}
"""What each feature adds to the sum, in logits."""
START = -0.8
"""The sum of a sentence without any feature: a score of 0.31."""
SHORT = 6
"""A sentence of fewer words is a fragment."""
MOST_MORE = 3
"""Figures behind the first that still count."""
SMALLEST = 3
"""A number in words up to this one is mostly an article or a pronoun ("one of them", "the two")."""
_HEAD = 5000
"""Code points looked at for signs; a sentence is never longer, whatever is handed in."""


@dataclass(frozen=True, slots=True)
class Appraisal:
    """The score of a text, 0 to 1, and the claims in it; offsets count the code points of the text."""

    score: float
    claims: tuple[Claim, ...] = ()


class Appraiser:
    """Scores texts, each by itself: no text changes what is said of another one."""

    def __init__(self, ruleset: RuleSet) -> None:
        self._engine = compile_rules(ruleset)
        self._reader = ValueReader(ruleset.lexicon)
        self._rules = ruleset.infos()

    @property
    def set_aside(self) -> Mapping[str, str]:
        """Rules that spent their time, and why."""
        return self._engine.set_aside

    def appraise(self, text: str) -> Appraisal:
        """The claims of a text, and the score of its best sentence: one of them is enough for a check."""
        article = _article(text)
        # A line by itself looks like a heading, which is never scanned: here it is what is asked about.
        sentences = [replace(one, kind="body") for one in segment(article)]
        read = self._reader.read(article, sentences)
        claims = extract(article, sentences, self._engine, self._reader, self._rules)
        held = _by_sentence(claims)
        scores = [
            worth_of(text[one.start : one.end], values, held.get((one.start, one.end), ()))
            for one, values in zip(sentences, read, strict=True)
        ]
        return Appraisal(max(scores, default=0.0), claims)


def worth_of(sentence: str, values: Sequence[Value] = (), claims: Sequence[Claim] = ()) -> float:
    """The score of a sentence with its values and its claims, rounded to three places."""
    found = features(sentence, values, claims)
    return round(1 / (1 + exp(-START - sum(WEIGHTS[name] * size for name, size in found.items()))), 3)


def features(sentence: str, values: Sequence[Value] = (), claims: Sequence[Claim] = ()) -> dict[str, float]:
    """The features a sentence has, each with its size: 1, a count, or the score of the best claim."""
    head = sentence[:_HEAD]
    low = head.replace("May", "M_y").lower()  # the month is no possibility
    signs = {name for name, cue in (*RAISING.items(), *LOWERING.items()) if cue.search(low)}
    figures = [one for one in values if isinstance(one, Quantity) and _specific(one)]
    sizes = {
        **dict.fromkeys(signs, 1.0),
        "figure": min(len(figures), 1),
        "figures": min(max(len(figures) - 1, 0), MOST_MORE),
        "unit": any(one.unit and _has_digit(one.text) for one in figures),
        "vague": any(isinstance(one, Quantity) and one.bound == "vague" for one in values),
        "date": any(isinstance(one, DateValue) for one in values),
        "name": any(isinstance(one, Entity) for one in values),
        "voice": any(isinstance(one, Attribution) for one in values),
        "claim": max((claim.score for claim in claims), default=0),
        "pasts": "past" in signs and len(RAISING["past"].findall(low)) > 1,
        "short": len(head.split()) < SHORT,
        "question": head.rstrip(" \n”\"’')").endswith("?"),
    }
    return {name: float(size) for name, size in sizes.items() if size}


def _specific(one: Quantity) -> bool:
    if one.bound == "vague":
        return False
    return _has_digit(one.text) or one.unit is not None or (one.value or 0) > SMALLEST


def _has_digit(text: str) -> bool:
    return any(sign.isdigit() for sign in text)


def _by_sentence(claims: Sequence[Claim]) -> dict[tuple[int, int], list[Claim]]:
    found: dict[tuple[int, int], list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.sentence, []).append(claim)
    return found


def _article(text: str) -> Article:
    digest = sha256(text.encode("utf-8", "replace")).hexdigest()
    return Article("a1", "-", "", "", text, digest, digest)

r"""The built-in names of the phrase language: ``{number}``, ``{date}``, ``{name}``, ``{rest}`` ...

They find where such a thing stands; what it means is the business of ``factcheck.values``.
"""

from __future__ import annotations

from factcheck.rules.phrases import figures_uk as uk
from factcheck.rules.phrases.figures import (
    APPROX,
    BIG_WORDS,
    CODES,
    CURRENCY_WORDS,
    DATE,
    MANY_WORDS,
    MONEY,
    MONTHS,
    NUMBER,
    PERCENT,
    SHORT_MONTHS,
    SIGNS,
    SMALL_WORDS,
    SPAN_WORDS,
    WEEKDAYS,
)
from factcheck.rules.phrases.stretches import NAME, ORG, QUOTE, REST
from factcheck.rules.phrases.tokens import ANYTHING, DIGIT, START, UPPER, Sketch, either, sketch_of_terms
from factcheck.rules.phrases.words import any_of

NAMES = ("approx", "date", "money", "name", "number", "org", "percent", "place", "quote", "rest")
PROBED = frozenset({"date", "money", "number", "org", "percent"})
"""Those whose words are so common that it pays to look once in a sentence where one of them begins."""
_OWN = {
    "number": f"(?i:{NUMBER})",
    "date": rf"(?i:(?<!\w)(?:{DATE}))",
    "money": f"(?i:{MONEY})",
    "percent": f"(?i:{PERCENT})",
    "name": NAME,
    "org": ORG,
    "place": NAME,
    "quote": QUOTE,
    "rest": f"(?i:{REST})",
}

# --- the words they begin with and need ------------------------------------------------------

_NUMERAL = {DIGIT, *SMALL_WORDS, *BIG_WORDS, *MANY_WORDS, "several", "few", "couple", "handful"}
_NUMERAL_FIRST = {*_NUMERAL, "a", "an", "half", "many", "between", "from"}
_DAYS = {
    DIGIT, *f"{WEEKDAYS}|{MONTHS}|{SHORT_MONTHS}".casefold().split("|"),
    "yesterday", "today", "tonight", "tomorrow",
}  # fmt: skip
_DAY_FIRST = {
    *_DAYS, *SMALL_WORDS, "early", "earlier", "late", "later", "mid", "the", "last", "this", "next", "that",
    "a", "an", "few", "couple", "several",
}  # fmt: skip
_CODES = CODES.casefold().split("|")
_COINS = {*SIGNS, *_CODES, *(word.casefold() for word in CURRENCY_WORDS)}
_LONGEST: dict[str, int | None] = {
    "date": 24, "money": 52, "name": 24, "number": 48, "org": 25, "percent": 52, "place": 24,
}  # fmt: skip
"""From the first stretch of such a thing to its last, at most; one that is not named has no bound."""
_REACH = {"date": 8, "number": 5}
"""How far from its beginning the first word that makes it one stands at most: "a quarter of a million"."""
_WAYS = {"date": 16, "money": 64, "name": 32, "number": 32, "org": 300, "percent": 32, "place": 32}
_MOST_WAYS = 1500
"""About how many ways such a thing may be read in before one is taken; of one not named, the most."""
_SKETCHES = {
    "number": (_NUMERAL_FIRST, _NUMERAL),
    "date": (_DAY_FIRST, {*_DAYS, *SPAN_WORDS, *(f"{word}s" for word in SPAN_WORDS)}),
    "money": (
        {*_NUMERAL_FIRST, *SIGNS, *_CODES, "us", "a", "c", "ca", "au", "nz", "hk", "s", "r"},
        _COINS,
    ),
    "percent": (_NUMERAL_FIRST, {"%", "‰", "per", "percent", "percentage"}),
    "name": ({UPPER}, {UPPER}),
    "org": ({UPPER, "the"}, {UPPER}),
    "place": ({UPPER}, {UPPER}),
    "quote": ({START, '"', "'"}, {'"', "'"}),
}


# --- other languages --------------------------------------------------------------------------

_UK_NAME = rf"(?!(?-i:{uk.NOT_FIRST})(?!\w)){NAME}"
_UK_NUMERAL = uk.NUMERALS | {DIGIT, "тис"}
_UK_NUMERAL_FIRST = _UK_NUMERAL | {"від", "з", "між"}
_FOREIGN = {
    "uk": {
        "number": f"(?i:{uk.NUMBER})",
        "date": rf"(?i:(?<!\w)(?:{uk.DATE}))",
        "money": f"(?i:{uk.MONEY})",
        "percent": f"(?i:{uk.PERCENT})",
        "approx": any_of(uk.APPROX, exact=False),
        "name": _UK_NAME,
        "org": _UK_NAME,
        "place": _UK_NAME,
        "rest": f"(?i:{uk.REST})",
    }
}
"""What a file of another language means by a built-in; what is missing is the same in all."""
_FOREIGN_SKETCHES = {
    "uk": {
        "number": (_UK_NUMERAL_FIRST, _UK_NUMERAL),
        "date": (uk.DAY_FIRST | {DIGIT}, uk.DAYS | {DIGIT}),
        "money": (
            _UK_NUMERAL_FIRST | {*SIGNS, *_CODES},
            {*SIGNS, *_CODES, *(w.casefold() for w in uk.CURRENCIES)},
        ),
        "percent": (_UK_NUMERAL_FIRST, {"%", "‰", *uk.SHARES}),
    }
}
LANGUAGES = ("en", *_FOREIGN)
"""The languages whose numbers, dates and words of caution the built-ins know."""


def builtin(name: str, aliases: str | None = None, lang: str = "en") -> str:
    """The expression of a built-in; ``aliases`` are the known names that {org} and {place} know first."""
    known = _FOREIGN.get(lang, {}).get(name)
    own = (
        f"(?:{known})" if known else any_of(APPROX, exact=False) if name == "approx" else f"(?:{_OWN[name]})"
    )
    return own if aliases is None else rf"(?:{aliases}(?!\w)|{own})"


def builtin_sketch(name: str, aliases: Sketch | None = None, lang: str = "en") -> Sketch:
    """The words that a built-in begins with and needs."""
    if name == "approx":
        return sketch_of_terms(uk.APPROX if lang == "uk" else APPROX)
    known = {**_SKETCHES, **_FOREIGN_SKETCHES.get(lang, {})}.get(name)
    ways = _WAYS.get(name, _MOST_WAYS)
    if known is None:
        return ANYTHING._replace(ways=ways)
    first, needs = known
    longest = _LONGEST.get(name) if lang == "en" else None
    reach = _REACH.get(name) if lang == "en" else None
    own = Sketch(frozenset(first), (frozenset(needs),), (0, longest), ways, reach)
    return own if aliases is None else either([own, aliases])

"""What two claims are to each other, in words; what is proposed for a claim is worded in ``reasons``."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.compare.facts.similarity import STOPWORDS, stem, words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from factcheck.compare.aspects.quantities import Outcome

SHOWN = 60
"""How much of a clause a reason shows."""
STRETCH = 120
"""How much of a longer clause of which more has to be seen: what both tell, with whom they tell it of."""
MARKS = 50
"""How many words in common are looked at to find the stretch of a long clause that is shown."""
NAME = 1.5
"""What a name or a number in common is worth there, beside a word."""
LONGEST_VALUE = 90
"""How much of a value: a sum of two figures with what they count stands whole."""
SHARED = 4
"""How many words are named that a fact and its nearest miss share."""
CROWD = 26
"""How many articles a reason names by their letters."""
NOBODY = "nobody named"
NOBODY_SAYS = "somebody unnamed"
"""The same where a sentence needs a subject."""
PERHAPS = "perhaps of one thing"
"""Of two figures that count the same people, where nothing says that the same is told of them."""
STATES = "opposite states of one thing"
SEQUENCE = "one after the other"
"""How a reason begins that tells what came before and what after."""
SINCE = "not known then, told since"
"""How a reason begins that sets what was not known beside a later answer."""
FORECAST = "forecast, contradicts nothing"
_OPENERS = """
    a an the this that these those some one two three four five six seven eight nine ten eleven
    twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty
    sixty seventy eighty ninety about around nearly almost over more less fewer up at between some
    several many hundreds thousands dozens approximately roughly only an no both all his her its
    their
"""
OPENERS = frozenset(_OPENERS.split())
"""Words that have a capital only where they open a sentence."""


@lru_cache(maxsize=10_000)
def letter(index: int) -> str:
    """The letter of an article by its place: A, B, ... Z, AA, AB, ..."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def letters(indices: Iterable[int], digests: Collection[int] = ()) -> str:
    """The letters of some articles in order; of a crowd the first, and how many more.

    Those that only digest others stand behind and are called so: ``A C, digest B``.
    """
    told = frozenset(indices)
    digested = told.intersection(digests)
    named = digest(digested) if digested else ""
    return ", ".join(filter(None, (_letters(told - digested), named)))


def digest(indices: Collection[int]) -> str:
    return f"digest{'s' * (len(indices) > 1)} {letters(indices)}"


@lru_cache(maxsize=20_000)
def _letters(indices: frozenset[int]) -> str:
    distinct = sorted(indices)
    more = f" and {len(distinct) - CROWD} more" if len(distinct) > CROWD else ""
    return " ".join(map(letter, distinct[:CROWD])) + more


def short(text: str, limit: int = SHOWN) -> str:
    """One line of at most ``limit`` code points, cut at a word."""
    flat = " ".join(text.split())
    if len(flat) <= limit:
        return flat
    return flat[: limit - 1].rsplit(" ", 1)[0].rstrip(",;: ") + "…"


def pair(a: tuple[str, str | None], b: tuple[str, str | None], how: str = "and") -> str:
    """Two values with who says them, ``(value, origin)`` each; what they share stands once, at the end.

    ``how`` is the word between them: "and", "against", "then", "then still", "beside".
    """
    left, right = plain(a[0]), plain(b[0])
    comma = "," if how.startswith("then") else ""
    if a[1] == b[1]:
        both = f"both {a[1]}" if a[1] else NOBODY
        same = how == "and" and left.casefold() == right.casefold()
        return f"{left} ({both})" if same else f"{left}{comma} {how} {right} ({both})"
    if how == "and" and left.casefold() == right.casefold():
        return f"{left} ({a[1] or NOBODY}; {b[1] or NOBODY})"
    return f"{left} ({a[1] or NOBODY}){comma} {how} {right} ({b[1] or NOBODY})"


@lru_cache(maxsize=20_000)
def plain(value: str) -> str:
    """One line, short, and not with a capital that only the start of a sentence asked for."""
    said = short(value, LONGEST_VALUE)
    first, _, rest = said.partition(" ")
    lower = first[:1].isupper() and first.casefold() in OPENERS
    return f"{first.casefold()} {rest}".strip() if lower else said


def quantity(outcome: Outcome, sides: str, *, weak: bool = False) -> str:
    """Two figures with their origins, and what the table says of them.

    ``weak``: they count the same people, but nothing says that the same is told of them.
    """
    if outcome.kind == "conflicts":
        return f"{PERHAPS}: {sides}" if weak else sides
    said = {
        "same": "the same figure",
        "rounded": "equal when rounded",
        "overlap": "fits",
        "close": "fits",
        "near": "differs slightly",
        "two sides": "differs slightly, the two sides of one figure",
        "bound holds": "the bound leaves it open",
        "part": "one counts a part of the other",
        "rate": "one is for each, or for another stretch of time",
        "no rate": "two currencies, no rate to compare them by",
    }[outcome.reason]
    return f"{said}, {PERHAPS}: {sides}" if weak else f"{said}: {sides}"


def not_laid_side_by_side(sides: str) -> str:
    """Two measures of which nothing says that they are of one thing: net and operating profit."""
    return f"two figures, not compared: {sides}"


def perhaps(why: str) -> str:
    """A reason that rests on a best match: the words alone do not say that it is one thing."""
    bare = why.replace(", perhaps of one thing:", ":").replace("perhaps of one thing: ", "")
    return f"perhaps of one thing: {bare}"


def updated(sides: str) -> str:
    return f"a later figure: {sides}"


def forecast(sides: str) -> str:
    return f"{FORECAST}: {sides}"


def authors(sides: str) -> str:
    return f"only one of them can be right: {sides}"


def places(sides: str) -> str:
    return f"one deed, two places: {sides}"


def speakers(words: str, first: str, second: str) -> str:
    return f"the same words, given to {first} and to {second}: “{short(words)}”"


def denial(denied: str, denier: str | None, asserted: str, asserter: str | None, *, negated: bool) -> str:
    """Who says that it is so and who says that it is not; ``negated``: the denial's own words say no."""
    so = f"{asserter or NOBODY_SAYS} says so: “{unquoted(asserted)}”"
    denies = "says not" if negated else "denies it"
    return f"{so}; {denier or NOBODY_SAYS} {denies}: “{unquoted(denied)}”"


def same_quote(a: str, b: str, *, abridged: bool) -> str:
    return f"abridged quotation: “{short(a)}” / “{short(b)}”" if abridged else f"same quotation: “{short(a)}”"


def drifted(diff: str) -> str:
    return f"same statement, different words: {diff} (perhaps two translations)"


def count_apart(sides: str) -> str:
    return f"one event, another number of them: {sides}"


def count_same(sides: str, *, one: bool) -> str:
    return f"both tell of {'one' if one else 'as many'}: {sides}"


def dates(sides: str, *, agree: bool) -> str:
    return f"same date: {sides}" if agree else f"different dates: {sides}"


def clocks(sides: str, *, agree: bool) -> str:
    return f"same time of day: {sides}" if agree else f"different times of day: {sides}"


def states(sides: str) -> str:
    return f"{STATES}: {sides}"


def one_after_the_other(sides: str) -> str:
    return f"{SEQUENCE}, no contradiction: {sides}"


def two_classes(a: Sequence[str], b: Sequence[str], why: str) -> str:
    """``a`` and ``b`` are the classes that two claims tell which a person has tied."""
    left, right = (", ".join(names).replace("_", " ") for names in (a, b))
    return f"one tells of “{short(left)}”, the other of “{short(right)}”: {why}"


def since_then(sides: str) -> str:
    return f"told later, when it may have happened: {sides}"


def not_known(unknown: str, told: str) -> str:
    return f"one says that it is not known, the other tells it: “{unquoted(unknown)}” / “{unquoted(told)}”"


def since_given(sides: str) -> str:
    return f"{SINCE}: {sides}"


def same_told(
    a: str,
    b: str,
    *,
    deeds: tuple[Collection[str], Collection[str]] = ((), ()),
    denied: bool = False,
    ahead: bool = False,
) -> str:
    """``deeds`` are the stems of the words with which each says what both tell.

    ``denied``, ``ahead``: both deny it, or tell it as possible or to come.
    """
    do = "deny it" if denied else "tell it, as possible or to come" if ahead else "tell it"
    left, right = ({stem(word) for word, _, _ in words(one) if word not in STOPWORDS} for one in (a, b))
    shared = left & right
    shown = (_excerpt(one, shared.union(deed)) for one, deed in zip((a, b), deeds, strict=True))
    return f"both {do}: {' / '.join(f'“{one}”' for one in shown)}"


def _excerpt(text: str, told: Collection[str]) -> str:
    """A short text, or of a long one the stretch that has most of the stems ``told``, names before words."""
    shown, whole = unquoted(text), unquoted(text, len(text) + 1)
    spoken = words(whole)
    marks = [(at, end, stem(word)) for word, at, end in spoken if stem(word) in told][:MARKS]
    if not shown.endswith("…") or not marks or marks[-1][1] < len(shown):
        return shown
    starts = [at for _, at, _ in spoken]
    begins = [0, *(starts[bisect_left(starts, end - STRETCH)] for _, end, _ in marks)]

    def weight(begin: int) -> float:
        here = {base: whole[at] for at, end, base in marks if begin <= at and end <= begin + STRETCH}
        return sum(1 if first.islower() else NAME for first in here.values())

    begin = max(sorted(b for b in begins if b >= 0), key=weight)
    return ("…" if begin else "") + short(whole[begin:], STRETCH)


def unquoted(text: str, limit: int = SHOWN) -> str:
    """A short text without quotation marks around the whole of it: the reason sets its own."""
    bare = text.strip()
    if bare[:1] in '“"' and not set(bare[1:-1]) & set('“”"'):
        bare = bare.strip('“”"').rstrip(",")
    return short(bare, limit)


def copied(shared: str) -> str:
    return f"copied text: “{short(shared, 90)}”"


def nearest_miss(
    looked_for: str, miss: str | None, near: str = "", where: str = "", shared: Sequence[str] = ()
) -> str:
    """``where`` is the article's letter, or the letter and the paragraph; ``shared`` what both have."""
    if miss is None:
        return f"no mention; looked for: {looked_for}; nothing near it"
    place = ", ".join(filter(None, (where, f"shares {', '.join(shared[:SHARED])}" if shared else "")))
    place = f" ({place})" if place else ""
    return near_words(
        f"no mention; looked for: {looked_for}; nearest miss{place}: “{unquoted(miss, 90)}”", near
    )


def near_words(why: str, near: str) -> str:
    """A reason, and the words that a model of meanings found near each other."""
    return f"{why}; near in meaning: {near}" if near else why

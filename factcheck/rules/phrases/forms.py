"""The English forms of a term: plural, past, -ing and -s, with the irregular verbs that news is told in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FORMS = ("plural", "past", "ing", "s")
_VOWELS = frozenset("aeiou")
_PASTS = """
be was were been, beat beat beaten, become became become, begin began begun, bid bid, bind bound, bite bit
bitten, bleed bled, blow blew blown, break broke broken, bring brought, build built, burn burned burnt,
burst burst, buy bought, catch caught, choose chose chosen, come came come, cost cost, cut cut, deal dealt,
dig dug, do did done, draw drew drawn, drink drank drunk, drive drove driven, eat ate eaten, fall fell
fallen, feed fed, feel felt, fight fought, find found, flee fled, fly flew flown, forbid forbade forbidden,
forget forgot forgotten, freeze froze frozen, get got gotten, give gave given, go went gone, grow grew
grown, hang hung hanged, have had, hear heard, hide hid hidden, hit hit, hold held, hurt hurt, keep kept,
know knew known, lay laid, lead led, leave left, lend lent, let let, lie lay lain, light lit lighted, lose
lost, make made, mean meant, meet met, overcome overcame overcome, overthrow overthrew overthrown, pay paid,
put put, quit quit, read read, ride rode ridden, ring rang rung, rise rose risen, run ran run, say said, see
saw seen, seek sought, sell sold, send sent, set set, shake shook shaken, shed shed, shoot shot, show showed
shown, shrink shrank shrunk, shut shut, sing sang sung, sink sank sunk, sit sat, sleep slept, slide slid,
speak spoke spoken, spend spent, spill spilled spilt, split split, spread spread, spring sprang sprung,
stand stood, steal stole stolen, stick stuck, strike struck stricken, swear swore sworn, sweep swept, swim
swam swum, swing swung, take took taken, teach taught, tear tore torn, tell told, think thought, throw threw
thrown, undergo underwent undergone, understand understood, undertake undertook undertaken, uphold upheld,
wake woke woken, wear wore worn, win won, withdraw withdrew withdrawn, withhold withheld, withstand
withstood, write wrote written
"""
_IRREGULAR = {verb: tuple(rest) for verb, *rest in (row.split() for row in _PASTS.split(","))}
_WORDS = """
abet admit allot begin commit compel concur confer control defer deter dispel equip expel forbid forget
incur infer occur omit patrol permit prefer propel rebel recur refer regret repel resubmit submit transfer
transmit upset
"""
_STRESSED_AT_THE_END = frozenset(_WORDS.split())


def forms_of(term: str, forms: Iterable[str]) -> tuple[str, ...]:
    """The term and its English forms, as docs/rules.md lists them.

    ``plural`` changes the last word; ``s``, ``past`` and ``ing`` are a verb's and change the first.
    """
    words = term.split()
    found = [term]
    for form in forms:
        if form == "plural":
            found.append(" ".join([*words[:-1], _with_s(words[-1])]))
        else:
            changed = {"s": _third, "past": _past, "ing": _ing}[form](words[0])
            found.extend(" ".join([one, *words[1:]]) for one in changed)
    return tuple(dict.fromkeys(found))


def with_forms(terms: Iterable[str], forms: Sequence[str]) -> tuple[str, ...]:
    """The terms with their forms, each once."""
    return tuple(dict.fromkeys(form for term in terms for form in forms_of(term, forms)))


def _third(word: str) -> tuple[str, ...]:
    known = {"be": "is", "have": "has", "do": "does", "go": "goes"}.get(word.lower())
    return (known or _with_s(word),)


def _with_s(word: str) -> str:
    low = word.lower()
    if low.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if len(low) > 1 and low[-1] == "y" and low[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _past(word: str) -> tuple[str, ...]:
    low = word.lower()
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if low.endswith("e"):
        return (word + "d",)
    if len(low) > 1 and low[-1] == "y" and low[-2] not in _VOWELS:
        return (word[:-1] + "ied",)
    return tuple(stem + "ed" for stem in _stems(word))


def _ing(word: str) -> tuple[str, ...]:
    low = word.lower()
    if low.endswith("ie"):
        return (word[:-2] + "ying",)
    if low.endswith("e") and not low.endswith(("ee", "oe", "ye")):
        return ((word if low == "be" else word[:-1]) + "ing",)
    return tuple(stem + "ing" for stem in _stems(word))


def _stems(word: str) -> tuple[str, ...]:
    """What an ending is put to: stopp-, referr-, and of travel both travell- and travel-."""
    low = word.lower()
    vowels = [i for i, c in enumerate(low) if c in _VOWELS or (c == "y" and i > 0)]
    closed = len(low) >= 3 and vowels[-1:] == [len(low) - 2] and low[-1] not in "wxy"
    if low in _STRESSED_AT_THE_END or (closed and len(vowels) == 1):
        return (word + word[-1],)
    if closed and low[-1] == "l" and low[-3] not in _VOWELS:
        return word + "l", word
    return (word,)

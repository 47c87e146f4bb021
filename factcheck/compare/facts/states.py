"""In what state a clause says that a thing is: closed or open, held or freed, won or lost.

The lexicon knows the states and which of them exclude each other. What is asked here, by the order of the
words and without a grammar, is who or what is in the state, whether it is so now or was so then, and whether
it is told at all: what will reopen, what somebody wants to reopen and "the closed bridge" tell no state.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck.compare.facts import statewords as small
from factcheck.compare.facts.similarity import STOPWORDS, fold, stem
from factcheck.values.calendar import MONTHS, WEEKDAYS
from factcheck.values.lexicon import TermIndex
from factcheck.values.tokens import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import LexiconEntry

KEPT = 20_000
"""How many clauses are remembered with the states that they tell."""
MOST = 8
"""Words of states in one clause that are looked at; a clause with more is a list."""
_TOKEN = re.compile(r"[^\W_]+(?:[-‑'’.][^\W_]+)*|[,;:.!?()%“”\"]")
_SAY_NOTHING = (
    small.HONORIFICS | small.NUMBERS | small.PARTS | small.PREPOSITIONS | WEEKDAYS.keys() | MONTHS.keys()
)
FAR = 6
"""How many words before a state its verb may stand."""
CLAUSE = 3
"""How many words between a "who" and a state's verb are a clause of their own."""
LONGEST = 14
"""How many words of what is in a state are looked at."""


class Thing(NamedTuple):
    """What is in a state: the stems of its name, the last of them, and what is said of it behind that."""

    words: frozenset[str]
    head: str
    behind: frozenset[str]
    numbers: frozenset[str]
    part: bool
    definite: bool


@dataclass(frozen=True, slots=True)
class State:
    """A state that a clause tells of a thing."""

    name: str
    opposite: frozenset[str]
    ends: frozenset[str]
    thing: Thing
    agent: Thing | None
    """Who brought the thing into it, where the clause puts it so: "*Parliament* passed the bill"."""
    about: frozenset[str]
    now: bool
    """It is so when it is told ("is closed", "has reopened"); else it happened ("was closed")."""
    still: bool
    later: bool
    """It says itself that it came after something: "was *later* acquitted"."""
    negated: bool = False
    """It is said that the thing is not in it."""


class _Word(NamedTuple):
    low: str
    start: int
    end: int
    raw: str


class States:
    """Finds the states of a lexicon in clauses."""

    def __init__(self, lexicon: Sequence[LexiconEntry]) -> None:
        self._index = TermIndex([entry for entry in lexicon if entry.role == "state"])
        self._known: dict[str, tuple[State, ...]] = {}

    def told(self, text: str) -> tuple[State, ...]:
        """The states that a clause tells, in order; of two of one thing that exclude each other the last."""
        known = self._known.get(text)
        if known is None:
            if len(self._known) >= KEPT:
                self._known.clear()
            known = self._known[text] = self._told(text)
        return known

    def _told(self, text: str) -> tuple[State, ...]:
        found = [(hit.start, hit.end, hit.entry) for hit in self._index.find(Line(text, 0, len(text)))]
        if not found or len(found) > MOST or text.rstrip().endswith("?"):
            return ()
        clause = _Clause(text, [(start, end) for start, end, _ in found])
        told: list[State] = []
        for start, end, entry in found:
            one = clause.state(start, end, entry)
            if one is not None:
                told = [
                    known for known in told if not excludes(known, one) or known.thing.head != one.thing.head
                ]
                told.append(one)
        return tuple(told)


def excludes(a: State, b: State) -> bool:
    """Whether a thing cannot be in both at one time."""
    return not (a.negated or b.negated) and contrary(a, b)


def contrary(a: State, b: State) -> bool:
    """Whether the lexicon has the one as what excludes or ends the other."""
    return b.name in a.opposite | a.ends or a.name in b.opposite | b.ends


class _Clause:
    """The words of a clause, and where its states stand."""

    def __init__(self, text: str, hits: Sequence[tuple[int, int]]) -> None:
        self._words = _words(text)
        self._inside = {
            n for n, w in enumerate(self._words) if any(s <= w.start and w.end <= e for s, e in hits)
        }

    def state(self, start: int, end: int, entry: LexiconEntry) -> State | None:
        first = next(n for n, w in enumerate(self._words) if w.end > start)
        behind = next((n for n, w in enumerate(self._words) if w.start >= end), len(self._words))
        verb = self._verb(first)
        if verb is None:
            return None
        at, linked, now, negated, marks = verb
        if first + 1 == behind and self._words[first].low in small.SHORT and not self._closes(linked, behind):
            return None
        if at == first and first and self._words[first - 1].low in small.BEFORE_NOUN:
            return None
        left = self._before(at)
        if left is None:
            return None
        agent, thing = None, self._thing(*left)
        if not linked and behind < len(self._words) and self._opens_object(behind):
            agent, thing = thing, self._thing(behind, self._object_end(behind))
        if thing is None:
            return None
        own = {w.low for w in self._words[first:behind]}
        next_words = {w.low for w in self._words[behind : behind + 2]}
        return State(
            entry.name,
            frozenset(entry.opposite),
            frozenset(entry.ends),
            thing,
            agent,
            self._about(behind),
            now=now or (not linked and bool(own & small.PRESENT)),
            still=bool((marks | own) & small.STILL),
            negated=negated,
            later=bool(marks & small.LATER or next_words & small.LATER_BEHIND),
        )

    def _verb(self, first: int) -> tuple[int, bool, bool, bool, set[str]] | None:
        """Where the words before a state's verb end, whether one of being links it, whether it is so now.

        Then whether it is denied, and the adverbs on the way. None where the state is not told.
        """
        at, linked, now, has, negated = first, False, False, False, False
        marks: set[str] = set()
        for back in range(first - 1, max(-1, first - 1 - FAR), -1):
            low = self._words[back].low
            if low in small.NOT_TOLD:
                return None
            if low in small.NOT or low.endswith(("n't", "n’t")):
                negated = not negated
            elif low in small.IS or low in small.STAYS:
                linked, now = True, True
                marks.add(low)
            elif low in small.WAS or low in small.STAYED or low == "had":
                linked = linked or low != "had"
            elif low in small.HAS:
                now, has = True, True
            elif low in small.BEEN:
                linked = True
            elif low in small.ADVERBS or low.endswith("ly"):
                marks.add(low)
            else:
                break
            at = back
        if at and not linked and not has and self._words[at - 1].low in small.NOT_TOLD:
            return None
        return at, linked, now, negated, marks

    def _closes(self, linked: bool, behind: int) -> bool:
        """Whether a short word stands behind a verb of being and ends what is said."""
        if not linked:
            return False
        if behind >= len(self._words):
            return True
        low = self._words[behind].low
        return not low[0].isalnum() or (low in small.NO_OBJECT | small.BORDERS and low != "of")

    def _before(self, at: int) -> tuple[int, int, tuple[int, int]] | None:
        """The words that say what is in the state, those before its verb, and what is set in behind them.

        None in a relative clause.
        """
        end, inset = at, (at, at)
        if end and self._words[end - 1].low == ",":
            # "The boy, aged seven, is missing": what is set in is left out, unless it is a name.
            comma = next((n for n in range(end - 2, -1, -1) if self._words[n].low == ","), None)
            if comma is None:
                return None
            inset, end = (comma + 1, end - 1), comma
        start = end
        while start and at - start < LONGEST:
            low = self._words[start - 1].low
            if low in small.RELATIVE:
                if end - start < CLAUSE:
                    return None
                # "The man who was hurt in the fall has died": who has died stands before the "who".
                end = start - 1 - (start > 1 and self._words[start - 2].low == ",")
                start = end
                continue
            if low in small.NOT_TOLD - {"to", "as", "like", "than"}:
                return None
            if low in small.BORDERS or (not low[0].isalnum() and low not in ("“", "”", '"')):
                break
            start -= 1
        return (start, end, inset) if start < end else None

    def _opens_object(self, behind: int) -> bool:
        word = self._words[behind]
        following = self._words[behind + 1].low if behind + 1 < len(self._words) else ""
        if word.low in small.EVERY:
            return following[:1].isalnum() and following not in small.STRETCHES | small.NO_OBJECT
        if not word.low[0].isalnum() or word.low in small.NO_OBJECT or word.low.endswith("ly"):
            return False
        measured = word.low[0].isdigit() and following in ("%", "per", "percent", "points", "to", "from")
        return not measured

    def _object_end(self, behind: int) -> int:
        end = behind
        while end < len(self._words) and end - behind < LONGEST:
            low = self._words[end].low
            if low in small.BORDERS | small.RELATIVE or not low[0].isalnum():
                break
            end += 1
        return end

    def _thing(self, start: int, end: int, inset: tuple[int, int] = (0, 0)) -> Thing | None:
        row = self._words[start:end]
        cut = next((n for n in range(1, len(row)) if _says_more(row, n)), len(row))
        if row and (row[0].low in small.PREPOSITIONS and row[0].low not in ("over", "about", "around")):
            return None
        own = [w for n, w in enumerate(row[:cut], start) if n not in self._inside]
        stems = [stem(fold(w.raw)) for w in own if _says(w.low)]
        if not stems:
            return None
        set_in = self._words[slice(*inset)]
        if not all(w.raw[0].isupper() for w in set_in):
            set_in = ()
        lows = {w.low for w in row[:cut]}
        definite = bool(lows & small.DEFINITE)
        partly = bool(lows & small.PARTS) or (bool(lows & small.FURTHER) and not definite)
        partly = partly or (cut < len(row) and row[cut].low == "of" and row[cut - 1].low in small.NUMBERS)
        return Thing(
            frozenset((*stems, *(stem(fold(w.raw)) for w in set_in if _says(w.low)))),
            stems[-1],
            frozenset(stem(fold(w.raw)) for w in row[cut:] if _says(w.low)),
            frozenset(w.low for w in row[:cut] if w.low[0].isdigit() or w.low in small.NUMBERS),
            partly,
            definite,
        )

    def _about(self, behind: int) -> frozenset[str]:
        """The words that a preposition ties to the state itself: "convicted *of fraud*"."""
        at = next(
            (
                n
                for n in range(behind, len(self._words))
                if self._words[n].low in small.PREPOSITIONS | small.BORDERS
            ),
            len(self._words),
        )
        if at >= len(self._words) or self._words[at].low not in small.GOVERNS:
            return frozenset()
        end = self._object_end(at + 1)
        return frozenset(stem(fold(w.raw)) for w in self._words[at + 1 : end] if _says(w.low))


@lru_cache(maxsize=20_000)
def _words(text: str) -> tuple[_Word, ...]:
    found = [_Word(m.group().lower(), m.start(), m.end(), m.group()) for m in _TOKEN.finditer(text)]
    # "Captured on Dec. 26th": the full stop of a short word ends nothing.
    short = MONTHS.keys() | small.HONORIFICS
    return tuple(w for n, w in enumerate(found) if w.low != "." or not n or found[n - 1].low not in short)


def _says_more(row: Sequence[_Word], at: int) -> bool:
    """Whether a word closes the name of a thing: "a man *from* Orsa", "a man *pulled* from the rubble"."""
    low = row[at].low
    if low in small.PREPOSITIONS:
        return True
    follows = at + 1 < len(row) and row[at + 1].low in small.PREPOSITIONS
    return follows and low.endswith(("ed", "en")) and row[at].raw[0].islower()


def _says(low: str) -> bool:
    """A word that says what is meant: no number, no title, no word of every sentence."""
    return low[0].isalpha() and fold(low) not in STOPWORDS and low not in _SAY_NOTHING

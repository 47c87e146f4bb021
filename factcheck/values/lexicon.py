"""Finding the terms of the comparison lexicon in a sentence: whole words, longest match wins.

A term without capitals matches in any case; a term that has one matches in its own case only, so
that "US" is not "us". Curly and straight apostrophes are one sign.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ahocorasick_rs import AhoCorasick

from factcheck.values.tokens import Line, fold, straight

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.model import LexiconEntry


KEPT = 20_000
"""How many stretches of text are remembered with what was found in them."""


class Found(NamedTuple):
    """A term of a lexicon class; offsets are the article's."""

    start: int
    end: int
    entry: LexiconEntry


class _Form(NamedTuple):
    entry: LexiconEntry
    exact: str | None
    """The spelling that must stand there, None where case does not matter."""


def _clean(term: str) -> str:
    return " ".join(straight(term).split())


def _inflected(term: str) -> Iterable[str]:
    """A unit named in one number is met in the other too: soldier, soldiers; nationalities are left alone."""
    yield term
    if len(term) < 3 or term != term.lower():
        return
    if term.endswith("s"):
        if not term.endswith(("ss", "us", "is", "ies")):
            yield term[:-1]
    elif not term.endswith(("people", "men", "children", "police")):
        yield term + "s"


class TermIndex:
    """The terms of some lexicon entries, ready to be found in linear time."""

    def __init__(self, entries: Sequence[LexiconEntry], *, inflect: bool = False) -> None:
        forms: dict[str, list[_Form]] = {}
        for entry in entries:
            for term in self._terms(entry, inflect):
                exact = term if term != term.lower() else None
                row = forms.setdefault(fold(term), [])
                if all(form.entry is not entry or form.exact != exact for form in row):
                    row.append(_Form(entry, exact))
        self._forms = forms
        self._named = {entry.name: (entry.name, *entry.terms) for entry in entries}
        self._keys = list(forms)
        self._machine = AhoCorasick(self._keys) if self._keys else None
        self._known: dict[str, tuple[tuple[int, int, LexiconEntry], ...]] = {}

    @staticmethod
    def _terms(entry: LexiconEntry, inflect: bool) -> Iterable[str]:
        names = [entry.name] if entry.role == "alias" else []
        for raw in (*entry.terms, *names):
            term = _clean(raw)
            if term:
                yield from _inflected(term) if inflect else (term,)

    def exact(self, phrase: str) -> LexiconEntry | None:
        """The entry one of whose terms is this very phrase."""
        wanted = _clean(phrase)
        for form in self._forms.get(fold(wanted), ()):
            if form.exact is None or form.exact == wanted:
                return form.entry
        return None

    def spellings(self, name: str) -> tuple[str, ...]:
        """All terms of the entry of that name."""
        return self._named.get(name, ())

    def find(self, line: Line) -> list[Found]:
        """All terms of the sentence, leftmost longest first; classes that share a term all stand."""
        if self._machine is None:
            return []
        spoken = line.text[line.start : line.end]
        known = self._known.get(spoken)
        if known is None:
            if len(self._known) >= KEPT:
                self._known.clear()
            known = self._known[spoken] = tuple(self._found(line, self._machine))
        return [Found(line.start + begin, line.start + end, entry) for begin, end, entry in known]

    def _found(self, line: Line, machine: AhoCorasick) -> list[tuple[int, int, LexiconEntry]]:
        folded = line.folded
        hits = [
            (begin, end, key)
            for key, begin, end in machine.find_matches_as_indexes(folded, overlapping=True)
            if _whole(folded, begin, end)
        ]
        hits.sort(key=lambda hit: (hit[0], -hit[1]))
        found: list[tuple[int, int, LexiconEntry]] = []
        taken = 0
        for begin, end, key in hits:
            if begin < taken:
                continue
            spelt = straight(line.text[line.start + begin : line.start + end])
            classes = [form for form in self._forms[self._keys[key]] if form.exact in (None, spelt)]
            if classes:
                found.extend((begin, end, form.entry) for form in classes)
                taken = end
        return found


def _whole(text: str, begin: int, end: int) -> bool:
    return not (
        (begin and _wordy(text[begin - 1]) and _wordy(text[begin]))
        or (end < len(text) and _wordy(text[end]) and _wordy(text[end - 1]))
    )


def _wordy(sign: str) -> bool:
    return sign.isalnum() or sign == "_"

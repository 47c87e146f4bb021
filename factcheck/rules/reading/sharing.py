"""Vocabularies of all files together: one owner for each name, then what extends or joins it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from factcheck.rules.phrases.forms import forms_of, with_forms
from factcheck.rules.reading.fields import Reader
from factcheck.rules.reading.shelf import in_shipped_pack
from factcheck.rules.reading.vocab import MAX_TERMS
from factcheck.rules.ruleset import Vocabulary
from factcheck.rules.source.places import nearest, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.model import LexiconRole
    from factcheck.problems import Problem
    from factcheck.rules.reading.vocab import Written
    from factcheck.rules.ruleset import Case
    from factcheck.rules.source.events import Scalar
    from factcheck.rules.source.places import Place, Source

MAX_CHAIN = 10
"""How many vocabularies, or rules, may build on each other in a row."""
MAX_SHARED_TERMS = 300_000
"""Terms of all vocabularies: lists that are named by many lists would fill the memory."""


@dataclass(slots=True)
class _Entry:
    reader: Reader
    written: Written


class Sharing:
    """Resolves what the files say of vocabularies. ``problems`` holds what could not be resolved."""

    def __init__(self, files: Iterable[tuple[Source, Sequence[Written]]]) -> None:
        self._owners: dict[str, _Entry] = {}
        self._edits: dict[str, list[_Entry]] = {}
        self._doubles: list[_Entry] = []
        self._whole: dict[str, Vocabulary | None] = {}
        self._final: dict[str, Vocabulary | None] = {}
        self._depth: dict[str, int] = {}
        self.advice: list[Problem] = []
        self.own: dict[str, dict[str, Vocabulary]] = {}
        """By path: the lists of a file that have the name of another file's; its own rules mean these."""
        self.set_aside: frozenset[str] = frozenset()
        """The names of those that have a mistake, once ``vocabularies`` was asked for."""
        self._terms = 0
        self._readers: list[Reader] = []
        for source, written in files:
            self._readers.append(reader := Reader(source))
            for one in written:
                entry = _Entry(reader, one)
                if one.in_place:
                    self._edits.setdefault(one.name, []).append(entry)
                elif self._owners.setdefault(one.name, entry) is not entry:
                    self._doubles.append(entry)

    @property
    def problems(self) -> list[Problem]:
        return [problem for reader in self._readers for problem in reader.problems]

    def vocabularies(self) -> dict[str, Vocabulary]:
        """Every good vocabulary by its name, in the order of the files."""
        for name, edits in self._edits.items():
            if name not in self._owners:
                for entry in edits:
                    self._unknown(entry, cast("Scalar", entry.written.extends))
        found = {name: self._resolved(name, ()) for name in self._owners}
        self._clashes()
        self.set_aside = frozenset(name for name, one in found.items() if one is None)
        return {name: one for name, one in found.items() if one is not None}

    def _clashes(self) -> None:
        for entry in self._doubles:
            known = self._whole.get(entry.written.name)
            other = self._made(entry, (entry.written.name,))
            if known is None or other is None or known.same_as(other):
                continue
            place, path = entry.written.place, entry.written.place.path
            what = f"the vocabulary {shown(known.name)} is another one in {known.place}"
            mend = "rename one, make them the same, or change the first with 'extends'"
            if other.role is None and path != known.place.path:
                self.own.setdefault(path, {})[other.name] = other
                why = "the rules of this file mean the list of this file, all others the first"
                self.advice.append(entry.reader.source.problem(place, what, why, mend))
            else:
                why = "patterns and the comparison would not know which is meant; the first is used"
                entry.reader.complain(place, what, why, mend)

    def _resolved(self, name: str, trail: tuple[str, ...]) -> Vocabulary | None:
        """The vocabulary with all that changes it in place."""
        if name not in self._final:
            self._depth[name] = 1
            one = self._whole[name] = self._made(self._owners[name], (*trail, name))
            for entry in self._edits.get(name, ()):
                if one is not None:
                    # A change that is not good is reported, and the list stays as it was.
                    one = self._changed(entry, one, (*trail, name)) or one
            self._final[name] = one
        return self._final[name]

    def _made(self, entry: _Entry, trail: tuple[str, ...]) -> Vocabulary | None:
        written = entry.written
        base = Vocabulary(written.name, (), written.place)
        if written.extends is not None:
            parent = self._named(entry, written.extends, trail)
            if parent is None:
                return None
            base = replace(parent, name=written.name, place=written.place)
        return self._changed(entry, base, trail)

    def _named(self, entry: _Entry, name: Scalar, trail: tuple[str, ...]) -> Vocabulary | None:
        """The vocabulary that ``name`` names, or None with a complaint."""
        if name.text not in self._owners:
            self._unknown(entry, name)
        elif name.text in trail:
            entry.reader.complain(name.place, f"{shown(name.text)} builds on itself",
                                  f"the way is {' - '.join((*trail, name.text))}"[:300],
                                  "let one of them stand alone")  # fmt: skip
        elif len(trail) > MAX_CHAIN:
            self._too_long(entry, name)
        elif (found := self._resolved(name.text, trail)) is None:
            entry.reader.complain(name.place, f"{shown(name.text)} was set aside",
                                  "it has a mistake itself", "mend that first")  # fmt: skip
        else:
            own = entry.written.name
            self._depth[own] = max(self._depth.get(own, 1), self._depth[name.text] + 1)
            if self._depth[own] <= MAX_CHAIN:
                return found
            self._too_long(entry, name)
        return None

    def _too_long(self, entry: _Entry, name: Scalar) -> None:
        entry.reader.complain(name.place, f"more than {MAX_CHAIN} lists build on each other",
                              "nobody could tell what they hold", "write the terms out")  # fmt: skip

    def _unknown(self, entry: _Entry, name: Scalar) -> None:
        entry.reader.complain(name.place, f"no vocabulary is called {shown(name.text)}",
                              "there is nothing to build on",
                              in_shipped_pack("", name.text) or nearest(name.text, self._owners)
                              or "name its file too")  # fmt: skip

    def _changed(self, entry: _Entry, base: Vocabulary, trail: tuple[str, ...]) -> Vocabulary | None:
        written = entry.written
        forms = base.forms if written.forms is None else written.forms
        stems = dict.fromkeys(base.stems if written.terms is None else written.terms)
        terms = dict.fromkeys(base.terms if written.terms is None else with_forms(stems, forms))
        if written.terms is None and forms != base.forms:
            terms = dict.fromkeys([*with_forms(stems, forms), *_irregular(base)])
        had = frozenset(terms) if written.taken else frozenset()
        for term in written.taken:
            if term.text not in had:
                entry.reader.complain(term.place, f"{shown(base.name)} has no term {shown(term.text)}",
                                      "there is nothing to take away", nearest(term.text, had))  # fmt: skip
                return None
            stems.pop(term.text, None)
            for form in forms_of(term.text, forms):
                terms.pop(form, None)
        stems.update(dict.fromkeys(written.added))
        terms.update(dict.fromkeys(with_forms(written.added, forms)))
        for name in written.union:
            part = self._named(entry, name, trail)
            if part is None:
                return None
            terms.update(dict.fromkeys(part.terms))
        said = written.said
        made = replace(
            base,
            terms=tuple(terms),
            stems=tuple(stems),
            forms=forms,
            case=cast("Case | None", said.get("case", base.case)),
            role=cast("LexiconRole | None", said.get("role", base.role)),
            title=said.get("name", base.title),
            kind=said.get("kind", base.kind),
            opposite=tuple(state.text for state in written.opposite) or base.opposite,
            ends=tuple(state.text for state in written.ends) or base.ends,
        )
        return made if self._fits(entry, made, written.place) else None

    def _fits(self, entry: _Entry, made: Vocabulary, place: Place) -> bool:
        """Whether the terms are not none and not too many, and an alias says what it names."""
        self._terms += len(made.terms)
        say = entry.reader.complain
        if not made.terms:
            say(place, f"nothing is left of the vocabulary {shown(made.name)}", "it could never match",
                "leave a term in it")  # fmt: skip
        elif len(made.terms) > MAX_TERMS:
            say(place, f"the vocabulary {shown(made.name)} has {len(made.terms):,} terms",
                f"at most {MAX_TERMS:,} are used", "split or shorten it")  # fmt: skip
        elif self._terms > MAX_SHARED_TERMS:
            say(place, f"all vocabularies together have more than {MAX_SHARED_TERMS:,} terms",
                "so many words would fill the memory", "name long lists fewer times")  # fmt: skip
        elif made.role == "alias" and (made.title is None or made.kind is None):
            say(place, "an alias needs 'name' and 'kind'", "its terms meet under a name", "add them")
        else:
            return True
        return False


def _irregular(base: Vocabulary) -> list[str]:
    """The terms that are no forms of its stems: those of other lists that it joins."""
    regular = set(with_forms(base.stems, base.forms))
    return [term for term in base.terms if term not in regular]

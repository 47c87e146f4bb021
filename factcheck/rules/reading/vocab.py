"""Vocabularies as one rule file and its list files say them, and the lexicon that all packs make."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from factcheck.model import LexiconEntry
from factcheck.problems import printable
from factcheck.rules.phrases.builtin import NAMES as BUILTIN
from factcheck.rules.phrases.words import MAX_TERM
from factcheck.rules.reading.schema import VOCABULARY, VOCABULARY_EDITS
from factcheck.rules.source.events import Listing, Scalar
from factcheck.rules.source.places import Source, shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model import LexiconRole
    from factcheck.rules.reading.fields import Reader
    from factcheck.rules.ruleset import Vocabulary
    from factcheck.rules.source.events import Node
    from factcheck.rules.source.places import Place

MAX_TERMS = 50_000
MAX_LIST_BYTES = 5_000_000
MAX_ALL_LISTS = 10_000_000
"""Bytes of all list files of one rule file; one that is named twice counts twice."""
_Pairs = dict[str, tuple[Scalar, "Node"]]


@dataclass(slots=True)
class ListFiles:
    """The bytes of the list files that a rule file names, and how many were read, those read twice too."""

    data: dict[Path, bytes] = field(default_factory=dict)
    size: int = 0


@dataclass(frozen=True, slots=True)
class Written:
    """A vocabulary as one file says it: whole, or a change of another one (``extends``, ``union``).

    ``terms`` None: those of the one it extends; ``forms`` None: likewise. Terms are as they were written.
    """

    name: str
    place: Place
    terms: tuple[str, ...] | None
    added: tuple[str, ...] = ()
    taken: tuple[Scalar, ...] = ()
    forms: tuple[str, ...] | None = None
    extends: Scalar | None = None
    union: tuple[Scalar, ...] = ()
    said: Mapping[str, str] = field(default_factory=dict)
    """What it says for ``case``, ``role``, ``name`` and ``kind``."""
    opposite: tuple[Scalar, ...] = ()
    ends: tuple[Scalar, ...] = ()
    """Of a state: the states that cannot be beside it, and those that it puts an end to."""

    @property
    def in_place(self) -> bool:
        """It changes the vocabulary of its own name, which another file has."""
        return self.extends is not None and self.extends.text == self.name

    def named(self) -> tuple[Scalar, ...]:
        """The other vocabularies that it builds on."""
        return (*self.union, *((self.extends,) if self.extends is not None and not self.in_place else ()))


def read_vocabularies(
    reader: Reader, node: Node, folder: Path, lists: ListFiles
) -> tuple[list[Written], frozenset[str]]:
    """The good vocabularies of one file, and the names of the others.

    The bytes of the list files it names are put into ``lists``.
    """
    found: list[Written] = []
    bad: list[str] = []
    for key, value in reader.named(node, "vocabularies"):
        if key.text in BUILTIN:
            reader.complain(key.place, f"{shown(key.text)} is a built-in name",
                            "patterns would not know which is meant", "choose another name")  # fmt: skip
            continue
        one = _Vocabulary(reader, key, folder, lists).read(value)
        if one is not None:
            found.append(one)
        else:
            bad.append(key.text)
    return found, frozenset(bad)


class _Vocabulary:
    def __init__(self, reader: Reader, key: Scalar, folder: Path, lists: ListFiles) -> None:
        self.reader = reader
        self.key = key
        self.folder = folder
        self.lists = lists

    def read(self, node: Node) -> Written | None:
        if isinstance(node, Listing):
            return self._made({"terms": (self.key, node)})
        pairs = self.reader.table(node, {**VOCABULARY, **VOCABULARY_EDITS}, "vocabulary")
        return None if pairs is None else self._made(pairs)

    def _made(self, pairs: _Pairs) -> Written | None:
        extends = self._extended(pairs)
        forms = self._forms(pairs)
        whole = "terms" in pairs or "file" in pairs
        before = len(self.reader.problems)
        terms = self._terms(pairs)
        if not terms and (whole or (extends is None and "union" not in pairs)):
            if len(self.reader.problems) == before:
                self.reader.complain(self.key.place, f"the vocabulary {shown(self.key.text)} has no terms",
                                     "it could never match", "give it 'terms:' or 'file:'")  # fmt: skip
            return None
        said = {name: self._choice(pairs, name) for name in ("case", "role", "kind")}
        if "name" in pairs:
            said["name"] = self.reader.text(pairs["name"][1], "'name'")
        if extends is None and not self._role_fits(pairs, said["role"]):
            said["role"] = None
        return Written(
            self.key.text,
            self.key.place,
            terms if whole or extends is None else None,
            tuple(term.text for term in self._listed(pairs, "terms+")),
            tuple(self._listed(pairs, "terms-")),
            tuple(forms) if "forms" in pairs else None,
            extends,
            tuple(self.reader.words(pairs["union"][1], "'union'")) if "union" in pairs else (),
            {name: value for name, value in said.items() if value is not None},
            self._states(pairs, "opposite", said["role"], extends),
            self._states(pairs, "ends", said["role"], extends),
        )

    def _extended(self, pairs: _Pairs) -> Scalar | None:
        if "extends" in pairs:
            node = pairs["extends"][1]
            self.reader.text(node, "'extends'")
            return node if isinstance(node, Scalar) and node.text.strip() else None
        for name in VOCABULARY_EDITS:
            if name in pairs:
                self.reader.complain(pairs[name][0].place, f"'{name}' needs 'extends'",
                                     "it changes another list", f"add 'extends: {self.key.text}' to change "
                                     "the list of this name, or write 'terms:'")  # fmt: skip
        return None

    def _states(
        self, pairs: _Pairs, name: str, role: str | None, extends: Scalar | None
    ) -> tuple[Scalar, ...]:
        """The states that a state is said to exclude."""
        if name not in pairs:
            return ()
        if role != "state" and extends is None:
            self.reader.complain(pairs[name][0].place, f"'{name}' belongs to a state",
                                 "it would be ignored here", "add 'role: state' or delete it")  # fmt: skip
            return ()
        return tuple(self.reader.words(pairs[name][1], f"'{name}'"))

    def _choice(self, pairs: _Pairs, name: str) -> str | None:
        return self.reader.choice(pairs[name][1], name, VOCABULARY[name]) if name in pairs else None

    def _role_fits(self, pairs: _Pairs, role: str | None) -> bool:
        if role == "alias":
            missing = [name for name in ("name", "kind") if name not in pairs]
            if missing:
                self.reader.complain(pairs["role"][0].place, f"an alias needs '{missing[0]}'",
                                     "its terms meet under a name, and it is a person, organisation or place",
                                     f"add '{missing[0]}:'")  # fmt: skip
            return not missing
        for name, needed in (("name", "a vocabulary with a role"), ("kind", "an alias")):
            if name in pairs and (role is None or name == "kind"):
                self.reader.complain(pairs[name][0].place, f"'{name}' belongs to {needed}",
                                     "it would be ignored here", "add 'role:' or delete it")  # fmt: skip
        return True

    def _terms(self, pairs: _Pairs) -> tuple[str, ...]:
        written: list[str] = []
        if "terms" in pairs:
            for term in self.reader.words(pairs["terms"][1], "terms"):
                self._add(written, term.text, term.place)
        if "file" in pairs:
            self._file(written, pairs["file"][1])
        return tuple(dict.fromkeys(written))

    def _listed(self, pairs: _Pairs, name: str) -> list[Scalar]:
        """The good terms of a key, each with its place."""
        found: list[Scalar] = []
        for term in self.reader.words(pairs[name][1], f"'{name}'") if name in pairs else []:
            said: list[str] = []
            self._add(said, term.text, term.place)
            found.extend(Scalar(term.place, text) for text in said)
        return found

    def _forms(self, pairs: _Pairs) -> list[str]:
        named = self.reader.words(pairs["forms"][1], "forms") if "forms" in pairs else []
        return [form.text for form in named if self._known_form(form)]

    def _known_form(self, form: Scalar) -> bool:
        return self.reader.choice(form, "a form", VOCABULARY["forms"]) is not None

    def _add(self, terms: list[str], term: str, place: Place) -> None:
        term = " ".join(term.split())
        if len(term) > MAX_TERM:
            self.reader.complain(place, f"this term is {len(term)} characters long",
                                 f"at most {MAX_TERM} are read", "shorten it")  # fmt: skip
        elif not any(c.isalnum() for c in term):
            self.reader.complain(place, f"the term {shown(term)} holds no letter or digit",
                                 "it would be found between any two words", "delete it")  # fmt: skip
        else:
            terms.append(term)

    # --- list files ---

    def _file(self, terms: list[str], node: Node) -> None:
        named = self.reader.text(node, "'file'")
        if named is None:
            return
        data = self._bytes(named, node.place)
        if data is None:
            return
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            self.reader.complain(node.place, f"the list {shown(named)} is not UTF-8 (line {line})",
                                 "its words cannot be read", "save it as UTF-8")  # fmt: skip
            return
        had = len(terms)
        source = Source(printable(str(PurePosixPath(self.reader.source.path).parent / named)),
                        tuple(text.splitlines()))  # fmt: skip
        listing = type(self.reader)(source)
        own = _Vocabulary(listing, self.key, self.folder, self.lists)
        for number, term in enumerate(source.lines, start=1):
            if term.strip() and not term.lstrip().startswith("#"):
                own._add(terms, term, source.place(number, 1))
        self.reader.problems.extend(listing.problems)
        if len(terms) == had:
            self.reader.complain(node.place, f"the list {shown(named)} holds no terms",
                                 "the vocabulary could never match", "write a term a line")  # fmt: skip

    def _bytes(self, named: str, place: Place) -> bytes | None:
        path = PurePosixPath(named)
        if path.is_absolute() or ".." in path.parts or "\\" in named or ":" in named or "\0" in named:
            self.reader.complain(place, f"the list {shown(named)} stands outside the folder of the rule file",
                                 "a rule pack must be whole when it is copied",
                                 "write a path such as lists/agencies.txt")  # fmt: skip
            return None
        full = self.folder / path
        try:
            if not full.is_file():
                self.reader.complain(place, f"the list {shown(named)} is not there",
                                     "the vocabulary misses its words",
                                     "put it beside the rule file, or mend the name")  # fmt: skip
                return None
            with full.open("rb") as file:
                data = file.read(MAX_LIST_BYTES + 1)
        except OSError as error:
            self.reader.complain(place, f"the list {shown(named)} cannot be read",
                                 error.strerror or "the system refuses", "look at its rights")  # fmt: skip
            return None
        if len(data) > MAX_LIST_BYTES:
            self.reader.complain(
                place,
                f"the list {shown(named)} is larger than {MAX_LIST_BYTES // 10**6} MB",
                "so many words would make every scan slow",
                "split or shorten it",
            )
            return None
        self.lists.data[full.resolve()] = data
        self.lists.size += len(data)
        if self.lists.size > MAX_ALL_LISTS:
            self.reader.complain(
                place,
                f"the lists of this file have more than {MAX_ALL_LISTS // 10**6} MB",
                "so many words would fill the memory",
                "name fewer or shorter lists",
            )
            return None
        return data


def lexicon_of(vocabularies: list[Vocabulary]) -> tuple[LexiconEntry, ...]:
    """The classes of the comparison lexicon: the vocabularies that have a role.

    Those of one role, name and kind are one class, so that a pack can add its words to another's.
    """
    classes: dict[tuple[LexiconRole, str, str | None], list[Vocabulary]] = {}
    for one in vocabularies:
        if one.role is not None:
            classes.setdefault((one.role, one.title or one.name, one.kind), []).append(one)
    return tuple(
        LexiconEntry(
            role,
            name,
            tuple(dict.fromkeys(term for one in row for term in one.terms)),
            kind,
            tuple(dict.fromkeys(state for one in row for state in one.opposite)),
            tuple(dict.fromkeys(state for one in row for state in one.ends)),
        )
        for (role, name, kind), row in classes.items()
    )

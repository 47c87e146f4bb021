"""Patterns: from the node in the file to the two regular expressions of a Pattern."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.rules import phrase, regexread
from factcheck.rules.builtin import NAMES as BUILTIN
from factcheck.rules.builtin import builtin
from factcheck.rules.events import Listing, Scalar, Table
from factcheck.rules.expand import expand
from factcheck.rules.places import nearest, printable, shown
from factcheck.rules.reading import offset_place
from factcheck.rules.relax import relax_tree
from factcheck.rules.ruleset import Pattern
from factcheck.rules.schema import REGEX
from factcheck.rules.words import Piece, any_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from factcheck.rules.events import Node
    from factcheck.rules.phrase import Ref
    from factcheck.rules.reading import Reader
    from factcheck.rules.ruleset import Case, Vocabulary

_ALIASES = {"org": "organisation", "place": "place"}


class Words:
    """The expressions of all vocabularies, made when first asked for and kept."""

    def __init__(self, vocabularies: Mapping[str, Vocabulary]) -> None:
        self.vocabularies = vocabularies
        self.used: set[str] = set()
        self._made: dict[str, Piece] = {}

    def names(self) -> list[str]:
        return [*self.vocabularies, *BUILTIN]

    def piece(self, name: str) -> Piece:
        """The expression of a vocabulary or built-in that is known."""
        made = self._made.get(name)
        if made is None:
            made = self._made[name] = self._make(name)
        return made

    def _make(self, name: str) -> Piece:
        if name in BUILTIN:
            return builtin(name, self._aliases(_ALIASES[name]) if name in _ALIASES else None)
        one = self.vocabularies[name]
        return any_of(one.terms, exact=None if one.case is None else one.case == "exact")

    def _aliases(self, kind: str) -> Piece | None:
        known = [v for v in self.vocabularies.values() if v.role == "alias" and v.kind == kind]
        terms = [term for v in known for term in v.terms]
        return any_of(terms, exact=any(v.case == "exact" for v in known) or None) if terms else None


class PatternReader:
    """Reads the patterns of one rule; every error goes to the reader with its place."""

    def __init__(self, reader: Reader, words: Words, case: Case) -> None:
        self.reader = reader
        self.words = words
        self.case = case

    def read(self, node: Node) -> Pattern | None:
        if isinstance(node, Scalar):
            return self._phrase(node)
        if isinstance(node, Table) and any(key.text == "regex" for key, _ in node.pairs):
            return self._table(node)
        what = "a pattern that begins with { or [ is not in quotation marks"
        if isinstance(node, Listing | Table) and not node.flow:
            what = "a pattern is a phrase or {regex: '...'}"
        self.reader.complain(node.place, what, "YAML reads it as a list or table",
                             "quote the pattern: put it in single quotes")  # fmt: skip
        return None

    def _phrase(self, node: Scalar) -> Pattern | None:
        if len(node.text) > 2_000:
            self.reader.complain(node.place, f"the pattern is {len(node.text):,} characters long",
                                 "at most 2,000 are read", "split it into several")  # fmt: skip
            return None
        slots: list[str] = []
        used: list[str] = []
        try:
            piece = expand(phrase.parse(node.text), self._lookup(slots, used))
        except phrase.PhraseError as error:
            self._at(node, error.at, error.what, error.why, error.mend)
            return None
        self.words.used.update(used)
        return self._made(node, node.text, piece.regex, piece.relaxed, slots, used)

    def _lookup(self, slots: list[str], used: list[str]) -> Callable[[Ref], Piece]:
        def lookup(ref: Ref) -> Piece:
            for name in ref.names:
                if name not in self.words.vocabularies and name not in BUILTIN:
                    raise phrase.PhraseError(
                        ref.at, f"no vocabulary is called {shown(name)}",
                        "the rule could never match", nearest(name, self.words.names()),
                    )  # fmt: skip
            used.extend(ref.names)
            if ref.slot is not None:
                slots.append(ref.slot)
            pieces = [self.words.piece(name) for name in ref.names]
            if len(pieces) == 1:
                return pieces[0]
            return Piece(
                "(?:" + "|".join(p.regex for p in pieces) + ")",
                "(?:" + "|".join(p.relaxed for p in pieces) + ")",
            )

        return lookup

    def _table(self, node: Table) -> Pattern | None:
        pairs = self.reader.table(node, REGEX, "pattern")
        value = pairs["regex"][1] if pairs else None
        if value is None or self.reader.text(value, "'regex'") is None or not isinstance(value, Scalar):
            return None
        try:
            tree = regexread.read(value.text)
            regexread.guard(tree)
        except regexread.RegexError as error:
            self._at(value, error.at, error.what, error.why, error.mend)
            return None
        slots = _slots(tree)
        bad = next((slot for slot in slots if not phrase.is_name(slot)), None)
        if bad is not None:
            self._at(value, max(value.text.find(bad), 0), f"{shown(bad)} is no name of a slot",
                     "names are small letters, digits and _, and begin with a letter", "choose another")  # fmt: skip
            return None
        return self._compiled(value, tree, slots)

    def _compiled(self, node: Scalar, tree: regexread.Group, slots: list[str]) -> Pattern | None:
        """Regular expressions of users are compiled at once: only that shows what is wrong with them."""
        import regex

        try:
            compiled = regex.compile(self._cased(node.text))
            empty = any(m.end() == m.start() for probe in ("", "a B 1.") for m in compiled.finditer(probe, timeout=1))
        except regex.error as error:
            at = max((error.pos or 0) - len(self._cased("")), 0)
            self._at(node, at, f"the regular expression cannot be read: {printable(error.msg)}",
                     "the rule could not run", "mend it, or write it as a phrase")  # fmt: skip
            return None
        except (RecursionError, OverflowError, ValueError, MemoryError, TimeoutError, IndexError) as error:
            self._at(node, 0, "the regular expression cannot be compiled", printable(str(error)), "make it simpler")
            return None
        if empty:
            self._at(node, 0, "the pattern matches the empty string", "everything in it may be missing",
                     "write + instead of *, or take the ? from what must be there")  # fmt: skip
            return None
        return self._made(node, node.text, node.text, relax_tree(tree), slots, [])

    def _cased(self, text: str) -> str:
        return text if self.case == "exact" else "(?i)" + text

    def _made(
        self, node: Scalar, text: str, regex: str, relaxed: str, slots: list[str], used: list[str]
    ) -> Pattern:
        if self.case == "ignore":
            regex, relaxed = "(?i)" + regex, f"(?i:{relaxed})"
        names = tuple(dict.fromkeys(slots))
        return Pattern(text, regex, relaxed, names, node.place, tuple(dict.fromkeys(used)))

    def _at(self, node: Scalar, at: int, what: str, why: str, mend: str) -> None:
        self.reader.complain(offset_place(self.reader.source, node, at), printable(what), printable(why),
                             printable(mend))  # fmt: skip


def _slots(tree: regexread.Node) -> list[str]:
    if isinstance(tree, regexread.Group):
        own = [tree.name] if tree.name is not None else []
        return own + [slot for option in tree.options for item in option for slot in _slots(item)]
    return _slots(tree.body) if isinstance(tree, regexread.Repeat) else []

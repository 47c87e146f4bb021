"""Patterns: from the node in the file to what a Pattern runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.problems import printable
from factcheck.rules.phrases import phrase
from factcheck.rules.phrases.builtin import NAMES as BUILTIN
from factcheck.rules.phrases.builtin import PROBED, builtin, builtin_sketch
from factcheck.rules.phrases.meaning import refs_in
from factcheck.rules.phrases.tokens import ANYTHING, Sketch, either
from factcheck.rules.reading.fields import offset_place
from factcheck.rules.reading.schema import REGEX
from factcheck.rules.reading.unfolding import Unfolded, unfolded_phrase, unfolded_terms
from factcheck.rules.regexes.reader import read as read_regex
from factcheck.rules.regexes.relax import relax_tree
from factcheck.rules.regexes.tree import Group, Repeat, guard
from factcheck.rules.ruleset import Pattern, PatternError
from factcheck.rules.source.events import Scalar, Table
from factcheck.rules.source.places import nearest, shown

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from factcheck.rules.phrases.phrase import Ref
    from factcheck.rules.reading.fields import Reader
    from factcheck.rules.reading.unfolding import Name
    from factcheck.rules.regexes.tree import Node as Branch
    from factcheck.rules.ruleset import Manner, Vocabulary
    from factcheck.rules.source.events import Node

_ALIASES = {"org": "organisation", "place": "place"}


class Words:
    """The expressions and sketches of all vocabularies, made when first asked for and kept."""

    def __init__(
        self, vocabularies: Mapping[str, Vocabulary], lang: str = "en", set_aside: Collection[str] = ()
    ) -> None:
        self.vocabularies = vocabularies
        self.lang = lang
        """The language that the built-in names know."""
        self.set_aside = set_aside
        """The names of vocabularies that have a mistake."""
        self.own: dict[str, Words] = {}
        """By path: the words of a file that has lists of its own for names that another file has too."""
        self.used: set[str] = set()
        self.patterns = 0
        self.signs = 0
        """How many patterns were read with it, and how long their expressions are together."""
        self._regexes: dict[tuple[str, bool], str] = {}
        self._sketches: dict[tuple[str, ...], Sketch] = {}
        self._names: dict[tuple[tuple[str, ...], bool], Name] = {}

    def seen_from(self, own: Mapping[str, Mapping[str, Vocabulary]]) -> Words:
        """These words, where each file of ``own`` sees its own lists before those of the others."""
        every = {path: Words({**self.vocabularies, **lists}, self.lang, self.set_aside)
                 for path, lists in own.items()}  # fmt: skip
        for words in (self, *every.values()):
            words.own = {**every, "": self}
        return self

    def at(self, path: str) -> Words:
        """The words of a pattern that stands in the file ``path``."""
        return self.own.get(path) or self.own.get("", self)

    def all(self) -> tuple[Words, ...]:
        """These words and those of every file that has some of its own."""
        return tuple(self.own.values()) or (self,)

    def names(self) -> list[str]:
        return [*self.vocabularies, *BUILTIN]

    def name(self, names: tuple[str, ...], *, fold: bool) -> Name:
        """What stands in curly brackets, made ready for ``unfolded_phrase``."""
        made = self._names.get((names, fold))
        if made is None:
            made = self._names[names, fold] = names, self.regex(names, fold=fold), self.sketch(names)
        return made

    def regex(self, names: tuple[str, ...], *, fold: bool = True) -> str:
        """The expression of vocabularies or built-ins that are known."""
        if len(names) == 1:
            return self._regex(names[0], fold)
        return f"(?:{'|'.join(self._regex(name, fold) for name in names)})"

    def _regex(self, name: str, fold: bool) -> str:
        made = self._regexes.get((name, fold))
        if made is None:
            made = self._regexes[name, fold] = self._make(name, fold)
        return made

    def _make(self, name: str, fold: bool) -> str:
        if name in BUILTIN:
            aliases = self._aliases(name)
            terms = tuple(term for one in aliases for term in one.terms)
            exact = any(one.case == "exact" for one in aliases) or None
            known = unfolded_terms(terms, exact=exact, fold=True).regex if terms else None
            return builtin(name, known, self.lang)
        one = self.vocabularies[name]
        return unfolded_terms(
            one.terms, exact=None if one.case is None else one.case == "exact", fold=fold
        ).regex

    def sketch(self, names: tuple[str, ...]) -> Sketch:
        made = self._sketches.get(names)
        if made is None:
            made = either(self._sketch(name) for name in names) if len(names) > 1 else self._sketch(names[0])
            if names[0] in PROBED and len(names) == 1:
                made = made._replace(probe=f"(?i){self.regex(names)}")
            self._sketches[names] = made
        return made

    def _sketch(self, name: str) -> Sketch:
        if name not in BUILTIN:
            return self._listed(self.vocabularies[name].terms)
        terms = tuple(term for one in self._aliases(name) for term in one.terms)
        return builtin_sketch(name, self._listed(terms) if terms else None, self.lang)

    def _listed(self, terms: tuple[str, ...]) -> Sketch:
        return unfolded_terms(terms, exact=None, fold=True).sketch

    def _aliases(self, name: str) -> list[Vocabulary]:
        kind = _ALIASES.get(name)
        return [one for one in self.vocabularies.values() if one.role == "alias" and one.kind == kind]


class PatternReader:
    """Reads the patterns of one rule; every error goes to the reader with its place."""

    def __init__(self, reader: Reader, words: Words, manner: Manner) -> None:
        self.reader = reader
        self.words = words
        self.manner = manner

    def read(self, node: Node) -> Pattern | None:
        self.words = self.words.at(node.place.path)
        self.words.patterns += 1
        if isinstance(node, Scalar):
            return self._phrase(node)
        if isinstance(node, Table) and any(key.text == "regex" for key, _ in node.pairs):
            return self._table(node)
        what = "a pattern that begins with { or [ is not in quotation marks"
        if not node.flow:
            what = "a pattern is a phrase or {regex: '...'}"
        self.reader.complain(node.place, what, "YAML reads it as a list or table",
                             "quote the pattern: put it in single quotes")  # fmt: skip
        return None

    def _phrase(self, node: Scalar) -> Pattern | None:
        if len(node.text) > 2_000:
            self.reader.complain(node.place, f"the pattern is {len(node.text):,} characters long",
                                 "at most 2,000 are read", "split it into several")  # fmt: skip
            return None
        words, fold = self.words, self.manner.fold_quotes
        try:
            refs = refs_in(node.text)
            names = tuple([words.name(self._known(ref), fold=fold) for ref in refs])
            made = unfolded_phrase(node.text, self.manner, names)
        except PatternError as error:
            self._at(node, error.at, error.what, error.why, error.mend)
            return None
        used = [name for ref in refs for name in ref.names]
        words.used.update(used)
        slots = [ref.slot for ref in refs if ref.slot is not None]
        return self._made(node, made, slots, used)

    def _known(self, ref: Ref) -> tuple[str, ...]:
        for name in ref.names:
            if name in self.words.set_aside and name not in self.words.vocabularies:
                raise PatternError(ref.at, f"the vocabulary {shown(name)} was set aside",
                                   "it has a mistake itself", "mend that first")  # fmt: skip
            if name not in self.words.vocabularies and name not in BUILTIN:
                raise PatternError(
                    ref.at, f"no vocabulary is called {shown(name)}",
                    "the rule could never match", nearest(name, self.words.names()),
                )  # fmt: skip
        return ref.names

    def _table(self, node: Table) -> Pattern | None:
        pairs = self.reader.table(node, REGEX, "pattern")
        value = pairs["regex"][1] if pairs else None
        if value is None or self.reader.text(value, "'regex'") is None or not isinstance(value, Scalar):
            return None
        try:
            tree = read_regex(value.text)
            guard(tree)
        except PatternError as error:
            self._at(value, error.at, error.what, error.why, error.mend)
            return None
        slots = _slots(tree)
        bad = next((slot for slot in slots if not phrase.is_name(slot)), None)
        if bad is not None:
            self._at(
                value,
                max(value.text.find(bad), 0),
                f"{shown(bad)} is no name of a slot",
                "names are small letters, digits and _, and begin with a letter",
                "choose another",
            )
            return None
        return self._compiled(value, tree, slots)

    def _compiled(self, node: Scalar, tree: Group, slots: list[str]) -> Pattern | None:
        """Regular expressions of users are compiled at once: only that shows what is wrong with them."""
        import regex

        try:
            compiled = regex.compile(self._cased(node.text))
            empty = any(
                m.end() == m.start() for probe in ("", "a B 1.") for m in compiled.finditer(probe, timeout=1)
            )
        except regex.error as error:
            at = max(int(getattr(error, "pos", None) or 0) - len(self._cased("")), 0)
            self._at(node, at, f"the regular expression cannot be read: {getattr(error, 'msg', error)}",
                     "the rule could not run", "mend it, or write it as a phrase")  # fmt: skip
            return None
        except (RecursionError, OverflowError, ValueError, MemoryError, TimeoutError, IndexError) as error:
            self._at(
                node, 0, "the regular expression cannot be compiled", printable(str(error)), "make it simpler"
            )
            return None
        if empty:
            self._at(node, 0, "the pattern matches the empty string", "everything in it may be missing",
                     "write + instead of *, or take the ? from what must be there")  # fmt: skip
            return None
        return self._made(node, Unfolded(node.text, ANYTHING, relax_tree(tree)), slots, [], is_regex=True)

    def _cased(self, text: str) -> str:
        return text if self.manner.exact else "(?i)" + text

    def _made(
        self,
        node: Scalar,
        made: Unfolded,
        slots: list[str],
        used: list[str],
        *,
        is_regex: bool = False,
    ) -> Pattern:
        self.words.signs += len(made.regex)
        relaxed = made.relaxed
        if relaxed is not None and not self.manner.exact:
            relaxed = f"(?i:{relaxed})"
        return Pattern(
            node.text,
            self._cased(made.regex),
            relaxed,
            made.sketch,
            tuple(dict.fromkeys(slots)),
            node.place,
            tuple(dict.fromkeys(used)),
            is_regex,
            self.manner,
        )

    def _at(self, node: Scalar, at: int, what: str, why: str, mend: str) -> None:
        place = offset_place(self.reader.source_of(node.place), node, at)
        self.reader.complain(place, printable(what), printable(why), printable(mend))


def _slots(tree: Branch) -> list[str]:
    if isinstance(tree, Group):
        own = [tree.name] if tree.name is not None else []
        return own + [slot for option in tree.options for item in option for slot in _slots(item)]
    return _slots(tree.body) if isinstance(tree, Repeat) else []

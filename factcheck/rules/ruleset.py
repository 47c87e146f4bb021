"""What a rule file says once it is read: vocabularies, rules, examples. Strings and numbers only, so
that a rule set can travel to another process.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model import LexiconEntry, LexiconRole, RuleInfo
    from factcheck.problems import Problem
    from factcheck.rules.phrases.tokens import Sketch
    from factcheck.rules.source.places import Place

Case = Literal["ignore", "exact"]
Scope = Literal[
    "sentence", "paragraph", "document", "body", "heading", "title", "caption", "quote", "not-quote"
]
Within = Literal["sentence", "paragraph", "document"]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A named list of terms. ``case`` None: as the rule that uses it says."""

    name: str
    terms: tuple[str, ...]
    place: Place
    case: Case | None = None
    role: LexiconRole | None = None
    title: str | None = None
    """The name of its class in the lexicon: the canonical name of an alias, else the name is used."""
    kind: str | None = None
    opposite: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    """Of a state: the names of the states that cannot be beside it, and of those that it puts an end to."""
    stems: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    """The terms before ``forms`` were added to each, for whoever builds on the list."""

    def same_as(self, other: Vocabulary) -> bool:
        return self._meaning() == other._meaning()

    def _meaning(self) -> tuple[object, ...]:
        sets = set(self.terms), set(self.opposite), set(self.ends)
        return (*sets, self.case, self.role, self.title, self.kind)


class Manner(NamedTuple):
    """How the signs of a rule's phrases are read."""

    exact: bool = False
    """Capitals matter."""
    whole_word: bool = True
    """A match begins and ends at the edge of a word."""
    fold_quotes: bool = True
    """Straight and curly quotation marks are one."""


USUAL = Manner()


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern, ready to compile.

    ``sketch`` says which words a phrase needs; ``relaxed`` is the superset that RE2 reads of what words
    cannot find, None where they can. ``is_regex``: it was written as a regular expression.
    """

    text: str
    regex: str
    relaxed: str | None
    sketch: Sketch
    slots: tuple[str, ...]
    place: Place
    vocabularies: tuple[str, ...] = ()
    is_regex: bool = False
    manner: Manner = USUAL


class PatternError(Exception):
    """What is wrong with a pattern, a phrase or a regular expression; ``at`` is an offset into it."""

    def __init__(self, at: int, what: str, why: str = "", mend: str = "") -> None:
        super().__init__(what)
        self.at = at
        self.what = what
        self.why = why
        self.mend = mend


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence and what the rule must make of it; ``count`` None: one hit or more."""

    expect: Literal["match", "no match", "todo"]
    text: str
    place: Place
    slots: tuple[tuple[str, str], ...] = ()
    count: int | None = None


class Slot(NamedTuple):
    """What is said of a slot: what it holds, and as what its words are read (``none``: as they stand)."""

    name: str
    type: str
    normalise: str = "none"


@dataclass(frozen=True, slots=True)
class Requirement:
    """What must stand beside a match: a pattern, or a match of the rule whose id is ``rule``."""

    text: str
    place: Place
    within: Within = "sentence"
    pattern: Pattern | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    info: RuleInfo
    patterns: tuple[Pattern, ...]
    place: Place
    exclude: tuple[Pattern, ...] = ()
    requires: tuple[Requirement, ...] = ()
    """All of them must hold."""
    slots: tuple[Slot, ...] = ()
    """The slots that were declared."""
    scope: Scope = "sentence"
    case: Case = "ignore"
    lang: str = "en"
    """The language that its built-in names know."""
    extends: str = ""
    """The rule that it builds on, or that it is a change of where it has the same id."""
    examples: tuple[Example, ...] = ()
    description: str = ""
    tags: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    false_positives: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return self.info.id


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rules of all packs that were loaded together.

    ``problems`` cost something: a file, a vocabulary or a rule was set aside. ``advice`` costs nothing
    yet: every rule it speaks of is live. ``switched_off`` are good rules that ``off`` named. Of
    ``vocabularies`` two may have one name: see ``lists_of``.
    """

    rules: tuple[Rule, ...] = ()
    lexicon: tuple[LexiconEntry, ...] = ()
    problems: tuple[Problem, ...] = ()
    sha256: str = ""
    packs: tuple[str, ...] = ()
    advice: tuple[Problem, ...] = ()
    switched_off: tuple[Rule, ...] = ()
    vocabularies: tuple[Vocabulary, ...] = ()

    def lists_of(self, path: str) -> dict[str, Vocabulary]:
        """The vocabularies by name as the file ``path`` means them: its own, else the first of that name."""
        first = {one.name: one for one in reversed(self.vocabularies)}
        return first | {one.name: one for one in self.vocabularies if one.place.path == path}

    def infos(self) -> Mapping[str, RuleInfo]:
        return {rule.id: rule.info for rule in self.rules}

"""A pattern that was typed at a prompt, read and run as one in a rule file is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import RuleInfo
from factcheck.problems import BadInput
from factcheck.rules.phrases.builtin import LANGUAGES
from factcheck.rules.reading.fields import Reader
from factcheck.rules.reading.patterns import PatternReader, Words
from factcheck.rules.ruleset import Manner, Rule, RuleSet
from factcheck.rules.running.compile import compile_rules
from factcheck.rules.source.events import Scalar, Table
from factcheck.rules.source.places import Source

if TYPE_CHECKING:
    from factcheck.rules.ruleset import Case
    from factcheck.rules.running.compile import Engine
    from factcheck.rules.source.events import Node

NAME = "PATTERN"
"""What stands for the path in errors about it."""


def typed_rule(
    text: str, ruleset: RuleSet, *, regex: bool = False, case: Case = "ignore", lang: str = "en"
) -> RuleSet:
    """A rule set of one rule with this one pattern, which may use the vocabularies of ``ruleset``.

    ``regex``: it is a regular expression. ``lang``: what the built-in names know, if it is one of theirs.
    Raises BadInput with a place and a caret for each mistake.
    """
    lang = lang[:2].lower() if lang[:2].lower() in LANGUAGES else "en"
    source = Source(NAME, tuple(text.splitlines()) or ("",))
    place = source.place(1, 1)
    node: Node = Scalar(place, text)
    if regex:
        node = Table(place, [(Scalar(place, "regex"), node)])
    reader = Reader(source)
    words = Words(ruleset.lists_of(NAME), lang)
    pattern = PatternReader(reader, words, Manner(exact=case == "exact")).read(node)
    if pattern is None:
        raise BadInput(*reader.problems)
    info = RuleInfo("typed.pattern", text, "other", 0.5, "grey", "typed", "test")
    rule = Rule(info, (pattern,), place, case=case, lang=lang)
    return RuleSet(rules=(rule,), lexicon=ruleset.lexicon, vocabularies=ruleset.vocabularies)


def typed_engine(
    text: str, ruleset: RuleSet, *, regex: bool = False, case: Case = "ignore", lang: str = "en"
) -> Engine:
    """The engine that runs ``typed_rule``."""
    return compile_rules(typed_rule(text, ruleset, regex=regex, case=case, lang=lang))

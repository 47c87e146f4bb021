"""The one table of what a rule file may say; the checker, the reference and a JSON schema read it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

KINDS = ("quantity", "date", "quote", "attribution", "event", "superlative", "causal", "prediction", "other")
COLOURS = ("blue", "cyan", "green", "grey", "magenta", "orange", "purple", "red", "yellow")
STATUSES = ("stable", "test", "experimental", "deprecated", "unsupported")
SCOPES = ("sentence", "paragraph", "document", "body", "heading", "title", "caption", "quote", "not-quote")
WITHIN = ("sentence", "paragraph", "document")
CASES = ("ignore", "exact")
ROLES = ("predicate", "unit", "alias", "state")
ENTITIES = ("person", "organisation", "place")
SLOT_TYPES = (
    "quantity", "money", "percent", "date", "duration", "person", "org", "place", "unit", "quote", "text",
)  # fmt: skip

NORMALISED = ("number", "range", "date", "country", "none")
YES_NO = ("true", "false")

HOLDS = {
    "approx": ("text",),
    "date": ("date", "duration", "text"),
    "money": ("money", "quantity", "text"),
    "name": ("person", "org", "place", "text"),
    "number": ("quantity", "money", "percent", "duration", "text"),
    "org": ("org", "text"),
    "percent": ("percent", "quantity", "text"),
    "place": ("place", "text"),
    "quote": ("quote", "text"),
    "rest": ("text", "quote"),
}
"""The types that a slot can have which a built-in name fills."""

NORMALISES = {
    "number": ("quantity", "money", "percent", "duration", "text"),
    "range": ("quantity", "money", "percent", "duration", "text"),
    "date": ("date", "text"),
    "country": ("place", "org", "text"),
}
"""The types of slots whose words can be brought to such a form."""

Shape = Literal["text", "word", "name", "id", "number", "count", "words", "list", "table", "any"]


@dataclass(frozen=True, slots=True)
class Key:
    """One key: what shape its value has, which words it may be, and what it is for."""

    shape: Shape
    doc: str
    required: bool = False
    choices: tuple[str, ...] = ()
    default: str = ""


TOP: dict[str, Key] = {
    "version": Key("word", "The version of the rule language.", required=True, choices=("1",)),
    "pack": Key("name", "The name of the pack.", default="the name of the file"),
    "title": Key("text", "What the pack is for, in a line."),
    "description": Key("text", "What the pack is for, at length."),
    "lang": Key(
        "word", "The language of the texts, which built-in names know.", choices=("en", "uk"), default="en"
    ),
    "vocabularies": Key("table", "Named lists of words that patterns use."),
    "defaults": Key("table", "Values for every rule of this file that does not say its own."),
    "rules": Key("list", "The rules."),
}
DEFAULTS: dict[str, Key] = {
    "kind": Key("word", "See rule.", choices=KINDS),
    "weight": Key("number", "See rule."),
    "colour": Key("word", "See rule.", choices=COLOURS),
    "status": Key("word", "See rule.", choices=STATUSES),
    "scope": Key("word", "See rule.", choices=SCOPES),
    "case": Key("word", "See rule.", choices=CASES),
    "whole_word": Key("word", "See rule.", choices=YES_NO),
    "fold_quotes": Key("word", "See rule.", choices=YES_NO),
    "tags": Key("words", "See rule."),
}
RULE: dict[str, Key] = {
    "id": Key("id", "family.name in small letters; unique over all packs.", required=True),
    "extends": Key("id", "The rule that this one builds on; without an id of its own, that rule is changed."),
    "title": Key("text", "What the rule finds, in a few words.", required=True),
    "kind": Key("word", "What sort of claim it finds.", required=True, choices=KINDS),
    "patterns": Key("list", "Phrases, any of which is a match.", required=True),
    "exclude": Key("list", "Phrases; a match that shares a letter with one of them is dropped."),
    "slots": Key("table", "The types of the named parts of a match."),
    "requires": Key("list", "What must stand beside a match, in its sentence or paragraph: all of these."),
    "scope": Key("word", "Where the rule looks.", choices=SCOPES, default="sentence"),
    "case": Key("word", "Whether capitals matter.", choices=CASES, default="ignore"),
    "whole_word": Key(
        "word", "Whether a match begins and ends at the edge of a word.", choices=YES_NO, default="true"
    ),
    "fold_quotes": Key(
        "word", "Whether straight and curly quotation marks are one.", choices=YES_NO, default="true"
    ),
    "weight": Key("number", "How much such a claim deserves a check, 0 to 1.", default="0.5"),
    "colour": Key("word", "The colour of its matches.", choices=COLOURS, default="grey"),
    "status": Key("word", "How far the rule can be trusted.", choices=STATUSES, default="stable"),
    "examples": Key("table", "Sentences that it must and must not find: its tests."),
    "message": Key("text", "What the reviewer is told about its claims; {slot} stands for the words found."),
    "description": Key("text", "Why the rule is as it is."),
    "tags": Key("words", "Words to find the rule by."),
    "references": Key("words", "Where to read more."),
    "false_positives": Key("words", "What it finds although it should not."),
}
VOCABULARY: dict[str, Key] = {
    "terms": Key("words", "The words and phrases."),
    "file": Key("text", "A list file beside the rule file, a term a line."),
    "forms": Key("words", "English forms to add to every term.", choices=("plural", "past", "ing", "s")),
    "case": Key("word", "Whether capitals matter in its terms.", choices=CASES, default="as the rule says"),
    "extends": Key("name", "The list that this one builds on; of its own name, that list is changed."),
    "union": Key("words", "Names of other lists whose terms belong to it too."),
    "role": Key("word", "What the comparison uses it for.", choices=ROLES),
    "name": Key(
        "text",
        "The name of its class; for an alias the name under which its terms meet.",
        default="its own name",
    ),
    "kind": Key("word", "What an alias names.", choices=ENTITIES),
    "opposite": Key("words", "Of a state: the states that cannot be beside it."),
    "ends": Key("words", "Of a state: the states that it puts an end to."),
}
SLOT: dict[str, Key] = {
    "type": Key("word", "What the slot holds.", required=True, choices=SLOT_TYPES),
    "normalise": Key("word", "As what its words are read and compared.", choices=NORMALISED, default="none"),
}
REGEX: dict[str, Key] = {"regex": Key("text", "A regular expression.", required=True)}
EXAMPLES: dict[str, Key] = {
    "match": Key("list", "Sentences that the rule must find."),
    "no_match": Key("list", "Sentences in which it must find nothing."),
    "todo": Key("list", "Sentences that it should find and does not yet."),
}
EXAMPLE: dict[str, Key] = {
    "text": Key("text", "The sentence.", required=True),
    "slots": Key("table", "Slot names and the words they must hold."),
    "count": Key("count", "How many matches there must be."),
}
REQUIREMENT: dict[str, Key] = {
    "phrase": Key("text", "A phrase that must be found."),
    "regex": Key("text", "A regular expression that must be found."),
    "rule": Key("id", "A rule that must have a match."),
    "within": Key("word", "Where it must stand.", choices=WITHIN, default="sentence"),
}
ADDS, TAKES = "+", "-"


def _edits(keys: dict[str, Key], named: tuple[str, ...]) -> dict[str, Key]:
    """The keys that change what another one says: ``patterns+`` adds, ``patterns-`` takes away."""
    found: dict[str, Key] = {}
    for name in named:
        takes: Shape = "words" if name in ("slots", "examples") else keys[name].shape
        found[name + ADDS] = Key(keys[name].shape, f"Added to the {name} of what it extends.")
        found[name + TAKES] = Key(takes, f"Taken from the {name} of what it extends.")
    return found


RULE_EDITS = _edits(
    RULE, ("patterns", "exclude", "requires", "slots", "examples", "tags", "references", "false_positives")
)
VOCABULARY_EDITS = _edits(VOCABULARY, ("terms",))
NOT_YET = frozenset({"level", "related", "enabled"})
"""Keys that other versions or tools know. To ignore them would be silent, so they are errors."""

"""A JSON Schema (draft-07) of rule files, for editors; made from the table that the checker reads.

It says less than the checker: what a phrase may hold and whether a vocabulary exists is not in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.rules.reading.schema import (
    ADDS,
    DEFAULTS,
    EXAMPLE,
    EXAMPLES,
    REGEX,
    REQUIREMENT,
    RULE,
    RULE_EDITS,
    SLOT,
    TOP,
    VOCABULARY,
    VOCABULARY_EDITS,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.rules.reading.schema import Key

Schema = dict[str, Any]
DRAFT = "http://json-schema.org/draft-07/schema#"
_NAME = "^[a-z][a-z0-9_]{0,39}$"
_ID = r"^[a-z][a-z0-9_-]*\.[a-z][a-z0-9_-]*$"
# An editor types `no` and 12:30 as YAML does; for the checker they are words.
_TEXT: Schema = {"type": ["string", "number", "boolean"]}
_TYPED = ("1", "true", "false")
_SHAPES: Mapping[str, Schema] = {
    "text": _TEXT,
    "word": {"type": "string"},
    "name": {"type": "string"},
    "id": {"type": "string", "pattern": _ID, "maxLength": 80},
    "number": {"type": "number", "minimum": 0, "maximum": 1},
    "count": {"type": "integer", "minimum": 0},
    "words": {"type": "array", "items": _TEXT},
    "list": {"type": "array"},
    "table": {"type": "object"},
    "any": {},
}


_SNIPPET: Schema = {
    "label": "a new rule",
    "description": "A rule with all that must be there, and an example of each kind.",
    "body": {
        "id": "${1:family.name}",
        "title": "${2:what it finds}",
        "kind": "${3:event}",
        "weight": 0.5,
        "patterns": ["${4:a phrase}"],
        "examples": {
            "match": ["${5:A sentence that it must find.}"],
            "no_match": ["${6:One that it must not.}"],
        },
    },
}
"""What editors with the YAML server of VS Code offer where a rule may stand."""


def rule_schema() -> Schema:
    """The schema of a rule file as one object that JSON can hold."""
    return {
        "$schema": DRAFT,
        "title": "factcheck rule file",
        **_table(
            TOP,
            vocabularies=_named(_ref("vocabulary")),
            defaults=_table(DEFAULTS),
            rules=_listed("rule"),
        ),
        "definitions": {
            "rule": _rule(),
            "requirement": {"anyOf": [{"type": "string", "minLength": 1}, _table(REQUIREMENT)]},
            "pattern": {"anyOf": [{"type": "string", "minLength": 1}, _table(REGEX)]},
            "example": {"anyOf": [_TEXT, _table(EXAMPLE, slots=_named(_TEXT))]},
            "vocabulary": {
                "anyOf": [
                    {"type": "array", "items": _TEXT, "minItems": 1},
                    {**_table({**VOCABULARY, **VOCABULARY_EDITS}), **_only_with_extends(VOCABULARY_EDITS)},
                ],
            },
        },
    }


def _rule() -> Schema:
    """A rule: whole, or one that says what it extends and then only what is different."""
    shapes: dict[str, Schema] = {
        "patterns": {**_listed("pattern"), "minItems": 1},
        "exclude": _listed("pattern"),
        "requires": _listed("requirement"),
        "slots": _named(_table(SLOT)),
        "examples": _table(EXAMPLES, **dict.fromkeys(EXAMPLES, _listed("example"))),
    }
    added = {name + ADDS: shape for name, shape in shapes.items()}
    made = _table({**RULE, **RULE_EDITS}, **shapes, **added)
    whole = {"required": made.pop("required")}
    unless = {"if": {"required": ["extends"]}, "then": {}, "else": whole}
    return {**made, **unless, **_only_with_extends(RULE_EDITS), "defaultSnippets": [_SNIPPET]}


def _only_with_extends(edits: Mapping[str, Key]) -> Schema:
    return {"dependencies": {name: ["extends"] for name in edits}}


def _table(keys: Mapping[str, Key], **shapes: Schema) -> Schema:
    """A table of these keys and no others; ``shapes`` are those whose value is more than a plain one."""
    found: Schema = {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            name: {**_value(key), **shapes.get(name, {}), **_said(key)} for name, key in keys.items()
        },
    }
    required = [name for name, key in keys.items() if key.required and name not in DEFAULTS]
    return {**found, "required": required} if required else found


def _value(key: Key) -> Schema:
    if key.choices and key.shape == "words":
        return {"type": "array", "items": {"enum": list(key.choices)}}
    if key.choices:
        # A version reads as a number to an editor, true and false as what they are in YAML.
        read = [int(word) if word.isdigit() else word == "true" for word in key.choices if word in _TYPED]
        return {"enum": [*key.choices, *read]}
    return dict(_SHAPES[key.shape])


def _said(key: Key) -> Schema:
    """What an editor shows of the key."""
    default = f" If nothing is said: {key.default}." if key.default else ""
    return {"description": key.doc + default}


def _named(value: Schema) -> Schema:
    return {
        "type": "object",
        "propertyNames": {"pattern": _NAME},
        "additionalProperties": value,
    }


def _listed(name: str) -> Schema:
    return {"type": "array", "items": _ref(name)}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}

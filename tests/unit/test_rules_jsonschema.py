"""The schema for editors accepts what the checker accepts, and refuses the mistakes that it can know of."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.resources import shipped
from factcheck.rules.reading.jsonschema import DRAFT, rule_schema
from factcheck.rules.reading.schema import RULE, RULE_EDITS, TOP, VOCABULARY, VOCABULARY_EDITS
from factcheck.rules.reading.starter import starter

SCHEMA = rule_schema()
PAGE = (Path(__file__).parents[2] / "docs" / "rules.md").read_text("utf-8")
GOOD = [
    *(path.read_text("utf-8") for path in sorted(Path(str(shipped("rules"))).glob("*.yaml"))),
    *re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL),
    starter("x.yaml", "x"),
]
TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict, "array": list, "string": str, "number": (int, float), "integer": int, "boolean": bool,
}  # fmt: skip


def faults(value: Any, schema: dict[str, Any], at: str = "") -> list[str]:
    """What is wrong by those words of draft-07 that our schema uses; an unknown word is an error here."""
    unknown = set(schema) - {
        "$schema", "$ref", "title", "description", "definitions", "type", "enum", "anyOf", "pattern",
        "minimum", "maximum", "minLength", "maxLength", "minItems", "items", "properties", "required",
        "propertyNames", "additionalProperties", "if", "then", "else", "dependencies", "defaultSnippets",
    }  # fmt: skip
    assert unknown == set()
    if "$ref" in schema:
        return faults(value, SCHEMA["definitions"][schema["$ref"].removeprefix("#/definitions/")], at)
    if "anyOf" in schema:
        tried = [faults(value, one, at) for one in schema["anyOf"]]
        return [] if any(found == [] for found in tried) else [one for found in tried for one in found]
    kinds = schema.get("type", list(TYPES))
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if not any(isinstance(value, TYPES[kind]) for kind in kinds):
        return [f"{at}: no {kinds}"]
    if "enum" in schema and value not in schema["enum"]:
        return [f"{at}: none of {schema['enum']}"]
    return [*plain_faults(value, schema, at), *inner_faults(value, schema, at)]


def plain_faults(value: Any, schema: dict[str, Any], at: str) -> list[str]:
    found = []
    if isinstance(value, str):
        fits = re.search(schema.get("pattern", ""), value)
        if not fits or not schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", 1_000_000):
            found.append(f"{at}: not as the pattern says")
    elif isinstance(value, int | float) and not isinstance(value, bool):
        if not schema.get("minimum", value) <= value <= schema.get("maximum", value):
            found.append(f"{at}: out of bounds")
    elif isinstance(value, list) and len(value) < schema.get("minItems", 0):
        found.append(f"{at}: too few")
    return found


def inner_faults(value: Any, schema: dict[str, Any], at: str) -> list[str]:
    if isinstance(value, list):
        return [f for one in value for f in faults(one, schema.get("items", {}), f"{at}[]")]
    if not isinstance(value, dict):
        return []
    needed = {*schema.get("required", ())}
    for name, others in schema.get("dependencies", {}).items():
        needed.update(others if name in value else ())
    if "if" in schema:
        fits = set(schema["if"]["required"]) <= value.keys()
        needed.update(schema["then" if fits else "else"].get("required", ()))
    found = [f"{at}: misses {name}" for name in sorted(needed) if name not in value]
    for name, one in value.items():
        found += faults(name, schema.get("propertyNames", {}), f"{at}.{name}")
        inner = schema.get("properties", {}).get(name, schema.get("additionalProperties", {}))
        found += [f"{at}: unknown {name}"] if inner is False else faults(one, inner, f"{at}.{name}")
    return found


@pytest.mark.parametrize("text", GOOD, ids=range(len(GOOD)))
def test_good_files_fit(text: str) -> None:
    assert faults(yaml.safe_load(text), SCHEMA) == []


EXTENDING = """\
version: 1
vocabularies:
  boats: {extends: boats, terms+: [dinghy], terms-: [ferry], union: [planes], forms: [plural]}
rules:
  - extends: boats.lost
    patterns+: ['{boats} (burnt|burned)', {regex: 'b(oat){1,3}'}]
    examples+: {match: [{text: The boat burnt., count: 1}]}
    examples-: [The boat sank.]
    requires: ['{quake}', {rule: storm.any, within: paragraph}, {regex: 'x', within: sentence}]
    slots-: [what]
"""


def test_a_rule_that_extends_needs_no_more_keys() -> None:
    assert faults(yaml.safe_load(EXTENDING), SCHEMA) == []
    assert faults(yaml.safe_load(EXTENDING.replace("extends: boats.lost", "tags: [x]")), SCHEMA) != []


def test_there_are_good_files() -> None:
    assert len(GOOD) >= 7


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("    title:", "    titel:", "unknown titel"),
        ("  - id: x.disrupted", "  - tags: []", "misses id"),
        ("id: x.disrupted", "id: disrupted", "not as the pattern says"),
        ("kind: event", "kind: evnt", "none of"),
        ("weight: 0.7", "weight: 7", "out of bounds"),
        ("version: 1", "version: 2", "none of"),
        ("forms: [plural]", "forms: [plurals]", "none of"),
        ("no_match:", "no_matches:", "unknown no_matches"),
        ("my_things: {", "My-Things: {", "not as the pattern says"),
        ("        - text: About", "        - txt: About", "unknown txt"),
        ("    patterns:", "    patterns+:", "misses extends"),
        ("    exclude:", "    requires: [{within: page, phrase: x}]\n    exclude:", "none of"),
        ("    exclude:", "    requires: [{phase: x}]\n    exclude:", "unknown phase"),
        ("{terms: [ferry", "{terms-: [x], terms: [ferry", "misses extends"),
    ],
)
def test_mistakes_do_not_fit(old: str, new: str, fault: str) -> None:
    text = starter("x.yaml", "x")
    assert text.count(old) == 1
    assert any(fault in found for found in faults(yaml.safe_load(text.replace(old, new)), SCHEMA))


def test_every_key_is_explained() -> None:
    rule, vocabulary = (SCHEMA["definitions"][name] for name in ("rule", "vocabulary"))
    for keys, table in (
        (TOP, SCHEMA),
        ({**RULE, **RULE_EDITS}, rule),
        ({**VOCABULARY, **VOCABULARY_EDITS}, vocabulary["anyOf"][1]),
    ):
        assert set(table["properties"]) == set(keys)
        assert all(one["description"].endswith(".") for one in table["properties"].values())
        assert table["additionalProperties"] is False


def test_the_snippet_of_a_rule_is_a_rule() -> None:
    (snippet,) = SCHEMA["definitions"]["rule"]["defaultSnippets"]
    filled = json.loads(re.sub(r"\$\{\d+:([^}]*)\}", r"\1", json.dumps(snippet["body"])))
    assert faults({"version": 1, "rules": [filled]}, SCHEMA) == []
    assert RULE.keys() >= filled.keys() >= {name for name, key in RULE.items() if key.required}


@pytest.mark.parametrize(("value", "good"), [(True, True), (False, True), ("true", True), ("yes", False)])
def test_yes_and_no_are_read_as_an_editor_reads_them(value: object, good: bool) -> None:
    rule = {"id": "a.b", "title": "T", "kind": "event", "patterns": ["x"], "whole_word": value}
    assert (faults({"version": 1, "rules": [rule]}, SCHEMA) == []) == good


def test_it_is_json_of_draft_7() -> None:
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA
    assert SCHEMA["$schema"] == DRAFT

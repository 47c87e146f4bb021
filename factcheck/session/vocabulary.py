"""The words that reviewers add to the comparison: a rule file in the session's folder, for people to edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from factcheck.problems import BadInput, Problem
from factcheck.session.edit import flow, put
from factcheck.session.rulefile import change_rule_file

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.model import LexiconEntry

WORDS = "words.yaml"
START = """\
# Words that reviewers of this session added: a class of verbs or nouns that tell one thing, or the
# spellings of one name. Edit them as you like; `factcheck rules check` reads this file.
version: 1
pack: words
vocabularies: {}
"""


def add_words(path: Path, entry: LexiconEntry) -> bool:
    """Put the terms of a class or an alias into the word file ``path``; whether any of them was new.

    Raises BadInput where the file there has errors, or a term that no rule file may hold.
    """
    return change_rule_file(path, START, lambda document: _add(document, entry))


def _add(document: CommentedMap, entry: LexiconEntry) -> None:
    classes = document.get("vocabularies")
    if not isinstance(classes, CommentedMap):
        raise BadInput(
            Problem(WORDS, "has no vocabularies", "", "write `vocabularies:` into it, or delete it")
        )
    if not classes:
        classes.fa.set_block_style()
    own = next((v for v in classes.values() if _is_of(v, entry)), None)
    if own is None:
        own = CommentedMap(role=entry.role, name=entry.name)
        if entry.kind:
            own["kind"] = entry.kind
        own["terms"] = flow(())
        put(classes, _free_name(classes), own)
    terms: CommentedSeq = own["terms"]
    terms.extend(term for term in entry.terms if term not in terms)


def _is_of(table: Any, entry: LexiconEntry) -> bool:
    return (
        isinstance(table, CommentedMap)
        and (table.get("role"), table.get("name")) == (entry.role, entry.name)
        and isinstance(table.get("terms"), CommentedSeq)
    )


def _free_name(classes: CommentedMap) -> str:
    number = 1
    while f"own_{number}" in classes:
        number += 1
    return f"own_{number}"

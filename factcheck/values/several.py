"""Several who say one thing: "US and Orvanian officials"."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from factcheck.values.bodynames import SAME_NOUN
from factcheck.values.cues import PEOPLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Entity
    from factcheck.values.lexicon import TermIndex
    from factcheck.values.view import Phrase, View


def several(view: View, phrase: Phrase, names: Sequence[Entity], aliases: TermIndex) -> str:
    """US and Ukrainian officials: each nation's own, joined; "" where nothing is joined."""
    if len(names) < 2 or not all(_joined(view, one, other) for one, other in itertools.pairwise(names)):
        return ""
    tail = view.line.text[names[-1].end : view.tokens[phrase.last - 1].end].strip()
    noun = tail or _people_noun(names[-1])
    found: list[str] = []
    for name in names:
        entry = aliases.exact(f"{name.text} {noun}".strip()) if name.kind == "place" and noun else None
        whole = f"{name.name} {noun}".strip() if name.kind == "place" else name.name
        found.append(entry.name if entry else _plain(whole))
    return " and ".join(dict.fromkeys(found))


def _joined(view: View, one: Entity, other: Entity) -> bool:
    between = view.line.text[one.end : other.start].strip(" \n")
    return between in ("and", ",", "&", ", and", "and the")


def _people_noun(name: Entity) -> str:
    last = name.text.split()[-1]
    return last if last in PEOPLE else ""


def _plain(words: str) -> str:
    return " ".join(SAME_NOUN.get(word, word) for word in words.split())

"""The name of a body that a noun phrase describes: "the army of Orvania", "the dockers' union"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.values.amounts import STARTERS
from factcheck.values.bodies import HEADS
from factcheck.values.cues import BODIES, PEOPLE
from factcheck.values.namewords import PLACES
from factcheck.values.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Entity
    from factcheck.values.lexicon import TermIndex
    from factcheck.values.ties import Ties
    from factcheck.values.view import Phrase, View

MOST_WORDS = 6
_DROPPED = words(
    "the a an this that these those its his her their our my some any several many various"
    " numerous other another both all most few senior top high ranking local unnamed anonymous"
    " certain respective own more also new latest earlier two three four five six previous"
    " separate further additional multiple"
)
_SERVING = words("official officials officer officers representative representatives")
_SOURCES = ("source", "sources")
SAME_NOUN = {"authorities": "officials"}
PREPOSITIONS = words("in from of at for with by to")


def body_name(view: View, phrase: Phrase, aliases: TermIndex, ties: Ties | None = None) -> str:
    """A nation's officials, a lawmaker, the army: the words that name them, the nation first."""
    place, moved = "", False
    rest: list[str] = []
    index = phrase.first
    while index < phrase.last:
        name, low = view.names[index], view.low(index)
        if name is not None:
            behind = min(view.line.at(name.end), phrase.last)
            if view.low(index - 1) in ("in", "from", "of") and rest and not place and name.kind == "place":
                harbour = view.low(index - 2) in ("port", "airport")
                place, moved = name.text if harbour else name.name, True
                rest.pop()
            else:
                plural = name.kind != "place" and name.name.endswith("s") and view.low(behind) == "'"
                rest.append(name.name + "'" * plural)
            index = max(behind, index + 1)
            continue
        town_of = (
            low in PLACES
            and low not in ("port", "airport")
            and view.low(index + 1) == "of"
            and index + 2 < phrase.last
        )
        if town_of and view.names[index + 2] is not None:
            index += 2
            continue
        token = view.tokens[index]
        if token.kind == "word" and low not in _DROPPED and low not in STARTERS:
            word = SAME_NOUN.get(low, low if low in PEOPLE or low in BODIES or index == 0 else token.text)
            if _hyphenated(view, index) and rest:
                rest[-1] = f"{rest[-1]}-{word}"
            else:
                rest.append(word + _owning(view, index) * (index + 1 < phrase.last))
        index += 1
    words = _without_people(([place] if moved else []) + rest)
    if ties is not None and words:
        words[0] = ties.state(words[0])
    if len(words) == 2 and words[1] == "government" and (moved or view.names_in(phrase)):
        words.pop()
    while words and words[-1] in PREPOSITIONS:
        words.pop()
    known = _known(words[0], words[1:], aliases) if words else None
    if known is not None:
        return known
    return " ".join(words[:MOST_WORDS]) or view.line.slice(*phrase)


def _without_people(words: list[str]) -> list[str]:
    """A police officer, officials of the health ministry: who serves a body and has no name is the body."""
    if len(words) > 2 and words[0].lower() in _SERVING and words[1] in PREPOSITIONS and words[-1] in HEADS:
        words = words[2:]
    while len(words) > 1 and words[-1] in _SERVING and words[-2] in HEADS:
        words = words[:-1]
    return words


def _owning(view: View, index: int) -> str:
    """The sign of possession behind a word that is no name: the dockers' union."""
    owns = view.low(index + 1) == "'s" or (view.low(index + 1) == "'" and view.low(index).endswith("s"))
    return view.low(index + 1) if owns else ""


def _known(place: str, nouns: Sequence[str], aliases: TermIndex) -> str | None:
    """The lexicon's name for a nation's own, in any spelling of the nation; a body's people are the body.

    A source whom nobody names speaks out of the body and not for it: it keeps the word "source".
    """
    if nouns and nouns[-1] in _SOURCES:
        body_of = _known(place, nouns[:-1], aliases)
        return f"{body_of} source" if body_of else None
    body = list(nouns)
    while body and body[-1] in PEOPLE:
        body.pop()
    for noun in (nouns, body if any(word in BODIES for word in body) else ()):
        for spelling in aliases.spellings(place) if noun else ():
            entry = aliases.exact(f"{spelling} {' '.join(noun)}")
            if entry is not None:
                return entry.name
    return None


def _hyphenated(view: View, index: int) -> bool:
    """A hyphen stands between this token and the one before."""
    return (
        index > 1
        and view.tokens[index - 1].text == "-"
        and view.tokens[index - 1].end == view.tokens[index].start
        and view.tokens[index - 2].end == view.tokens[index - 1].start
    )


def weak(name: Entity, aliases: TermIndex) -> bool:
    """A lone capitalised word of which nothing is known: the town in "the mayor of Elbridge"."""
    return (
        aliases.exact(name.name) is None
        and name.text == name.name
        and " " not in name.text
        and not name.text.isupper()
    )

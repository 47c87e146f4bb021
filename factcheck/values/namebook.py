"""The names met so far, under which later and shorter mentions meet: surname, acronym, spelling."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.values.companies import company_name
from factcheck.values.demonyms import stems
from factcheck.values.namewords import COMPANY_TAILS, HOUSES, LINKS, MAP_WORDS
from factcheck.values.tokens import straight

if TYPE_CHECKING:
    from factcheck.model import EntityKind

_ENDINGS = re.compile(r"(?:yy|yi|iy|ij|ii|yj|(?<=sk)i)$")


@dataclass(frozen=True, slots=True)
class Name:
    name: str
    kind: EntityKind


@lru_cache(maxsize=50_000)
def spelling(name: str) -> str:
    """A key on which spellings of one name meet: accents, case and the endings of transliteration."""
    bare = "".join(
        sign for sign in unicodedata.normalize("NFKD", straight(name)) if not unicodedata.combining(sign)
    )
    words = [_ENDINGS.sub("y", word) for word in re.split(r"[\s\-]+", bare.lower().strip()) if word]
    return " ".join(word.replace("'", "") for word in words)


@dataclass(slots=True)
class NameBook:
    """Full names by their spelling, and what short forms stand for; None where two names share one."""

    full: dict[str, Name] = field(default_factory=dict)
    short: dict[str, Name | None] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    """Capitalised words met inside a sentence: their capital is not the sentence's."""
    alone: dict[str, str] = field(default_factory=dict)
    """Names of one word met by themselves, by their spelling in lower case."""
    places: dict[str, str] = field(default_factory=dict)
    """Those of them that the text treats as places: "in X", "X's army"."""
    parts: dict[str, str] = field(default_factory=dict)
    """Words of the names of institutions, by their spelling: the state in "Orvania Civil Guard"."""
    cut: dict[str, Name | None] = field(default_factory=dict)
    """Names of companies and houses by what is left without "Group" or "Museum"; None where two share it."""
    made: set[str] = field(default_factory=set)
    """Names that a word met by itself may be made from: "orvania" where "Orvanian" was met."""

    def copy(self) -> NameBook:
        return NameBook(
            dict(self.full),
            dict(self.short),
            set(self.seen),
            dict(self.alone),
            dict(self.places),
            dict(self.parts),
            dict(self.cut),
            set(self.made),
        )

    def add(self, name: str, kind: EntityKind, *, sure: bool = False) -> Name:
        """Enter a full name; the first spelling met stands. ``sure``: the text says what kind it is."""
        key = spelling(name)
        known = self.full.get(key)
        if known is not None and (not sure or known.kind == kind):
            return known
        entry = Name(known.name if known else name, kind)
        self.full[key] = entry
        if known is not None:
            for short in [short for short in _ends(name) if self.short.get(short) == known]:
                del self.short[short]
        if kind == "person":
            for short in _ends(name):
                self._abbreviate(short, entry)
        elif kind == "organisation" and (stem := _stem(name)):
            self.cut[spelling(stem)] = None if spelling(stem) in self.cut else entry
        return entry

    def lone(self, word: str, *, place: bool = False) -> None:
        """Enter a name of one word that stands by itself."""
        key = spelling(word)
        if key not in self.alone:
            self.alone[key] = word
            self.made.update(stems(key))
        if place:
            self.places.setdefault(key, self.alone[key])

    def alias(self, short: str, name: str, kind: EntityKind) -> None:
        """An acronym or another short form, as the text itself explains it."""
        self._abbreviate(spelling(short), self.full.get(spelling(name)) or Name(name, kind))

    def _abbreviate(self, key: str, entry: Name) -> None:
        known = self.short.get(key, entry)
        self.short[key] = entry if known is not None and known.name == entry.name else None

    def find(self, name: str) -> Name | None:
        """The full name behind a mention, None if it is unknown or could be two."""
        key = spelling(name)
        return self.short.get(key) or self._house(key) or self.full.get(key) or self._place(key)

    def in_house(self, word: str) -> bool:
        """The word is met in the name of a house: the Elbridge of "Elbridge Hospital", perhaps a town."""
        known = self.cut.get(spelling(word))
        return known is not None and not company_name(known.name)

    def _house(self, key: str) -> Name | None:
        """Helm Holdings as "Helm", the Arden Museum as "the Arden"; a place keeps its own name."""
        known = self.cut.get(key)
        company = known is not None and company_name(known.name)
        return known if company or key not in self.places else None

    def _place(self, key: str) -> Name | None:
        """A place by its own name, or by the adjective and the people made from it."""
        if " " in key or key in self.short:
            return None
        for stem in stems(key):
            known = self.alone.get(stem) or self.parts.get(stem)
            if known is not None and stem not in self.short:
                return Name(known, "place")
        if key in self.places or (key in self.made and key in self.alone):
            return Name(self.alone[key], "place")
        return None


def _stem(name: str) -> str:
    """The name of a company or a house without its last word; "" where it has none that can be left out."""
    words = name.split()
    tail = words[-1].lower().strip(".")
    if len(words) < 2 or tail not in COMPANY_TAILS | HOUSES:
        return ""
    left = words[:-1]
    return " ".join(left) if left[-1].lower() not in LINKS and left[0].lower() not in MAP_WORDS else ""


def _ends(name: str) -> tuple[str, ...]:
    """The first and the last word of a name of several words, under which it is met again."""
    words = name.split()
    return (spelling(words[-1]), spelling(words[0])) if len(words) > 1 else ()

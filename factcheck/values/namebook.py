"""The names met so far, under which later and shorter mentions meet: surname, acronym, spelling."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.values.tokens import straight

if TYPE_CHECKING:
    from factcheck.model import EntityKind

_ENDINGS = re.compile(r"(?:yy|yi|iy|ij|ii|yj|(?<=sk)i)$")


@dataclass(frozen=True, slots=True)
class Name:
    name: str
    kind: EntityKind


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

    def copy(self) -> NameBook:
        return NameBook(dict(self.full), dict(self.short), set(self.seen))

    def add(self, name: str, kind: EntityKind) -> Name:
        """Enter a full name; the first spelling met is the one that stands."""
        key = spelling(name)
        known = self.full.get(key)
        if known is not None:
            return known
        entry = Name(name, kind)
        self.full[key] = entry
        if kind == "person":
            words = key.split()
            if len(words) > 1:
                self._abbreviate(words[-1], entry)
                self._abbreviate(words[0], entry)
        return entry

    def alias(self, short: str, name: str, kind: EntityKind) -> None:
        """An acronym or another short form, as the text itself explains it."""
        self._abbreviate(spelling(short), self.full.get(spelling(name)) or Name(name, kind))

    def _abbreviate(self, key: str, entry: Name) -> None:
        known = self.short.get(key, entry)
        self.short[key] = entry if known == entry else None

    def find(self, name: str) -> Name | None:
        """The full name behind a mention, None if it is unknown or could be two."""
        key = spelling(name)
        return self.short.get(key) or self.full.get(key)

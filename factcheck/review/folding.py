"""Text as it is searched: small letters without their accents, every character at its own place."""

from __future__ import annotations

from unicodedata import category, normalize


def folded(text: str) -> str:
    """The text in small letters, accents off; an offset in it is an offset in the text."""
    if text.isascii():
        return text.lower()
    return text.translate({ord(letter): _plain(letter) for letter in set(text)})


def _plain(letter: str) -> str:
    base, *marks = list(normalize("NFD", letter))
    # A syllable of Hangul also comes apart, into letters: it stays whole.
    if marks and all(category(mark) == "Mn" for mark in marks):
        letter = base
    small = letter.lower()
    return small if len(small) == 1 else letter

"""Words made from the name of a place: Kelmark, Kelmarker; Orvania, Orvanian, Orvanians."""

from __future__ import annotations

_SHORTEST = 4
"""Letters of a place's name: shorter ones make chance finds."""
_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ians", ("", "a", "ia", "y", "e")),
    ("ian", ("", "a", "ia", "y", "e")),
    ("landish", ("land",)),
    ("landic", ("land",)),
    ("lander", ("land",)),
    ("ese", ("", "a", "e", "o", "i")),
    ("ish", ("land", "", "a", "e")),
    ("an", ("", "a", "e", "o", "y")),
    ("n", ("",)),
    ("i", ("", "a", "e")),
    ("ic", ("", "ia")),
    ("er", ("",)),
)


def stems(word: str) -> tuple[str, ...]:
    """The names in lower case that a word in lower case may be made from, the likeliest first."""
    forms = (word, word[:-1]) if word.endswith("s") and not word.endswith("ss") else (word,)
    found: dict[str, None] = {}
    for form in forms:
        for ending, tails in _ENDINGS:
            if form.endswith(ending):
                root = form[: -len(ending)]
                found.update(dict.fromkeys(root + tail for tail in tails if len(root + tail) >= _SHORTEST))
    found.pop(word, None)
    return tuple(found)

"""Plain words as regular expressions: folded signs, word lists as a trie, regular forms of a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FORMS = ("plural", "past", "ing", "s")
MAX_TERM = 200
SPACE = r"\s+"
_FOLDED = ("'’‘ʼ", '"“”„', "-‐‑‒–−")
_FOLD = {sign: signs for signs in _FOLDED for sign in signs}
_SPECIAL = frozenset("\\.^$*+?{}[]()|")
_NEST = 40


SIMPLEST = {sign: signs[0] for sign, signs in _FOLD.items()}
_PLAIN = str.maketrans(SIMPLEST)


def plain(text: str) -> str:
    """The text with its signs folded and its white space made single blanks."""
    return " ".join(text.translate(_PLAIN).split())


def sign(char: str) -> str:
    """One character as an expression."""
    folded = _FOLD.get(char)
    if folded is not None:
        return "[" + folded.replace("-", r"\-") + "]"
    return "\\" + char if char in _SPECIAL else char


def literal(text: str) -> str:
    """Fixed text: a run of blanks matches any white space, quotation marks and hyphens fold."""
    words = ("".join(map(sign, word)) for word in text.split())
    return SPACE.join(words)


def any_of(terms: Iterable[str], *, exact: bool | None = None) -> str:
    """Any of the terms, the longest that fits; ``exact`` True keeps case, False folds it, None inherits."""
    known = {plain(term) for term in terms} - {""}
    flags = {True: "(?-i:", False: "(?i:", None: "(?:"}[exact]
    return f"{flags}{_trie(sorted(known if exact else {_lower(term) for term in known}))})"


def _lower(term: str) -> str:
    """Lower case, sign for sign: a letter whose small form is two signs stays as it is."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in term)


class _Node:
    __slots__ = ("ends", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.ends = False


def _trie(keys: Sequence[str]) -> str:
    root = _Node()
    for key in keys:
        at = root
        for char in key:
            at = at.next.setdefault(char, _Node())
        at.ends = True
    try:
        return _emit(root, 0)
    except RecursionError:
        return "|".join(literal(key) for key in sorted(keys, key=len, reverse=True))


def _emit(node: _Node, depth: int) -> str:
    """The alternatives below a node: those of the children first, so that the longest term wins."""
    if depth > _NEST:
        raise RecursionError
    said: list[str] = []
    while len(node.next) == 1 and not node.ends:
        char, node = next(iter(node.next.items()))
        said.append(SPACE if char == " " else sign(char))
    if not node.next:
        return "".join(said)
    inner = "|".join(
        (SPACE if char == " " else sign(char)) + _emit(child, depth + 1) for char, child in node.next.items()
    )
    return "".join(said) + f"(?:{inner})" + ("?" if node.ends else "")


# --- regular forms ---------------------------------------------------------------------------


def forms_of(term: str, forms: Iterable[str]) -> tuple[str, ...]:
    """The term and its regular English forms, as docs/rules.md lists them.

    ``plural`` changes the last word; ``s``, ``past`` and ``ing`` are a verb's and change the first.
    """
    words = term.split()
    found = [term]
    for form in forms:
        changed = list(words)
        if form == "plural":
            changed[-1] = _with_s(words[-1])
        elif form == "s":
            changed[0] = _with_s(words[0])
        elif form == "past":
            changed[0] = _past(words[0])
        else:
            changed[0] = _ing(words[0])
        found.append(" ".join(changed))
    return tuple(dict.fromkeys(found))


def with_forms(terms: Iterable[str], forms: Sequence[str]) -> tuple[str, ...]:
    """The terms with their forms, each once."""
    return tuple(dict.fromkeys(form for term in terms for form in forms_of(term, forms)))


_VOWELS = frozenset("aeiou")


def _with_s(word: str) -> str:
    low = word.lower()
    if low.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if len(low) > 1 and low[-1] == "y" and low[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _past(word: str) -> str:
    low = word.lower()
    if low.endswith("e"):
        return word + "d"
    if len(low) > 1 and low[-1] == "y" and low[-2] not in _VOWELS:
        return word[:-1] + "ied"
    return _doubled(word) + "ed"


def _ing(word: str) -> str:
    low = word.lower()
    if low.endswith("ie"):
        return word[:-2] + "ying"
    if low.endswith("e") and not low.endswith(("ee", "oe", "ye")):
        return word[:-1] + "ing"
    return _doubled(word) + "ing"


def _doubled(word: str) -> str:
    """A short word that ends consonant-vowel-consonant doubles its last letter: stop, stopped."""
    low = word.lower()
    vowels = [i for i, c in enumerate(low) if c in _VOWELS or (c == "y" and i > 0)]
    short = len(vowels) == 1 and len(low) >= 3 and vowels[0] == len(low) - 2
    return word + word[-1] if short and low[-1] not in "wxy" else word

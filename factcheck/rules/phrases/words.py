"""Plain words as regular expressions: folded signs, and word lists as a trie."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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

"""Plain words as regular expressions: folded signs, and word lists as a trie."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

MAX_TERM = 200
SPACE = r"\s+"
_FOLDED = ("'’‘ʼ", '"“”„', "-‐‑‒–−")
_QUOTES = "".join(_FOLDED[:2])
_FOLD = {sign: signs for signs in _FOLDED for sign in signs}
_SPECIAL = frozenset("\\.^$*+?{}[]()|")
_NEST = 40


SIMPLEST = {sign: signs[0] for sign, signs in _FOLD.items()}
_PLAIN = str.maketrans(SIMPLEST)


def plain(text: str) -> str:
    """The text with its signs folded and its white space made single blanks."""
    return " ".join(text.translate(_PLAIN).split())


def sign(char: str) -> str:
    """One character as an expression; quotation marks and hyphens fold."""
    folded = _FOLD.get(char)
    if folded is not None:
        return "[" + folded.replace("-", r"\-") + "]"
    return "\\" + char if char in _SPECIAL else char


def _sign_as_it_is(char: str) -> str:
    """One character as an expression; only hyphens fold."""
    return char if char in _QUOTES else sign(char)


def literal(text: str, *, fold: bool = True) -> str:
    """Fixed text: blanks match any white space, hyphens fold, quotation marks where ``fold`` says so."""
    if text.isascii() and text.isalnum():
        return text
    one = sign if fold else _sign_as_it_is
    words = ["".join(map(one, word)) for word in text.split()]
    return SPACE.join(words)


def any_of(terms: Iterable[str], *, exact: bool | None = None, fold: bool = True) -> str:
    """Any of the terms, the longest that fits; ``exact`` True keeps case, False folds it, None inherits."""
    known = {plain(term) if fold else " ".join(term.split()) for term in terms} - {""}
    flags = {True: "(?-i:", False: "(?i:", None: "(?:"}[exact]
    keys = sorted(known if exact else {_lower(term) for term in known})
    return f"{flags}{_trie(keys, sign if fold else _sign_as_it_is)})"


def _lower(term: str) -> str:
    """Lower case, sign for sign: a letter whose small form is two signs stays as it is."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in term)


class _Node:
    __slots__ = ("ends", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.ends = False


def _trie(keys: Sequence[str], one: Callable[[str], str]) -> str:
    root = _Node()
    for key in keys:
        at = root
        for char in key:
            at = at.next.setdefault(char, _Node())
        at.ends = True
    try:
        return _emit(root, one, 0)
    except RecursionError:
        return "|".join(
            SPACE.join("".join(map(one, word)) for word in key.split(" "))
            for key in sorted(keys, key=len, reverse=True)
        )


def _emit(node: _Node, one: Callable[[str], str], depth: int) -> str:
    """The alternatives below a node: those of the children first, so that the longest term wins."""
    if depth > _NEST:
        raise RecursionError
    said: list[str] = []
    while len(node.next) == 1 and not node.ends:
        char, node = next(iter(node.next.items()))
        said.append(SPACE if char == " " else one(char))
    if not node.next:
        return "".join(said)
    inner = "|".join(
        (SPACE if char == " " else one(char)) + _emit(child, one, depth + 1)
        for char, child in node.next.items()
    )
    return "".join(said) + f"(?:{inner})" + ("?" if node.ends else "")

"""Cuts a regular expression into the parts that follow one another at its outermost level."""

from __future__ import annotations

Span = tuple[int, int]
_ESCAPED = {"x": 4, "u": 6, "U": 10}
_EMPTY = ("(?=", "(?!", "(?<=", "(?<!", "(?#", "^", "\\b", "\\B", "\\A", "\\m", "\\M")


def pieces(text: str) -> tuple[Span, ...]:
    """The parts of an expression that can be read, in order; none where it is a choice of several.

    A run of plain letters is one part; what takes no letter (an edge, a look-around) goes with the next.
    """
    atoms: list[Span] = []
    at = 0
    while at < len(text):
        if text[at] == "|":
            return ()
        end = _repeated(text, _atom(text, at))
        atoms.append((at, end))
        at = end
    return tuple(_joined(text, atoms))


def _joined(text: str, atoms: list[Span]) -> list[Span]:
    runs: list[Span] = []
    for begin, end in atoms:
        last = text[runs[-1][0] : runs[-1][1]] if runs else ""
        if last and not last.endswith(" ") and all(map(_plain, last)) and _plain(text[begin:end]):
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((begin, end))
    found: list[Span] = []
    for begin, end in runs:
        if found and _is_empty(text[found[-1][0] : found[-1][1]]):
            found[-1] = (found[-1][0], end)
        else:
            found.append((begin, end))
    return found


def _plain(char: str) -> bool:
    return len(char) == 1 and (char.isalnum() or char == " ")


def _is_empty(part: str) -> bool:
    """Whether a part takes no letters: an edge, a look-around, flags."""
    if part.startswith(_EMPTY):
        return _atom(part, 0) == len(part)
    return part.startswith("(?") and part.endswith(")") and part[2:-1].isalpha()


def _atom(text: str, at: int) -> int:
    """Where the part that begins here ends, its repeat apart."""
    char = text[at]
    if char == "\\":
        after = text[at + 1 : at + 2]
        if after in "pP" and text[at + 2 : at + 3] == "{":
            return text.index("}", at) + 1
        return min(at + _ESCAPED.get(after, 2), len(text))
    if char == "[":
        return _set_end(text, at)
    if char == "(":
        return _group_end(text, at)
    return at + 1


def _set_end(text: str, at: int) -> int:
    at += 2 if text[at + 1 : at + 2] == "^" else 1
    at += text[at : at + 1] == "]"
    while at < len(text) and text[at] != "]":
        at += 2 if text[at] == "\\" else 1
    return min(at + 1, len(text))


def _group_end(text: str, at: int) -> int:
    depth = 0
    while at < len(text):
        if text[at] == "(":
            depth += 1
        elif text[at] == ")":
            depth -= 1
        at = at + 1 if text[at] in "()" else _atom(text, at)
        if depth == 0:
            break
    return min(at, len(text))


def _repeated(text: str, at: int) -> int:
    """The end of a part with its repeat: ``*``, ``+?``, ``{0,8}``."""
    if text[at : at + 1] in ("*", "+", "?"):
        at += 1
    elif text[at : at + 1] == "{" and "}" in text[at:]:
        at = text.index("}", at) + 1
    else:
        return at
    return at + 1 if text[at : at + 1] in ("?", "+") else at

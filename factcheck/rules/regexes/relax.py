r"""Makes of a regular expression one that RE2 reads and that finds at least as much.

Look-arounds, anchors and edges are dropped, a back-reference becomes anything, ``\w`` and its like
become sets that hold every sign they could mean in Unicode. What RE2 finds is only a hint; the
``regex`` module decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.rules.regexes.reader import read
from factcheck.rules.regexes.tree import Anchor, Back, Char, Class, Group, Repeat
from factcheck.rules.ruleset import PatternError

if TYPE_CHECKING:
    from factcheck.rules.regexes.tree import Node

_MOST = 4
"""A repeat with a larger bound is relaxed to an open one, which costs RE2 less."""
_ANY = "(?s:.)"
_HIGH = r"\x{80}-\x{10ffff}"
SPACES = r"\t-\r\x1c-\x20\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}"
_SETS = {
    r"\w": rf"0-9A-Za-z_{_HIGH}",
    r"\d": rf"0-9{_HIGH}",
    r"\s": SPACES,
    r"\h": SPACES,
    r"\p{L}": rf"A-Za-z{_HIGH}",
    r"\p{Lu}": rf"A-Z{_HIGH}",
    r"\p{Ll}": rf"a-z{_HIGH}",
    r"\p{M}": _HIGH,
    r"\p{N}": rf"0-9{_HIGH}",
}
_COMPLEMENTS = {r"\W": r"[^0-9A-Za-z_]", r"\D": r"[^0-9]", r"\S": r"[^\x20]"}


def relax(pattern: str) -> str | None:
    """A superset that RE2 reads, or None where the pattern cannot be read."""
    try:
        return relax_tree(read(pattern))
    except PatternError:
        return None


def relax_tree(tree: Group) -> str:
    return _node(tree)


def _node(node: Node) -> str:
    if isinstance(node, Char):
        return _char(node.text)
    if isinstance(node, Class):
        return _class(node)
    if isinstance(node, Group):
        inner = "|".join("".join(_node(item) for item in option) for option in node.options)
        return f"(?{_flags(node.flags)}:{inner})" if inner else ""
    if isinstance(node, Repeat):
        return _repeat(node)
    return _ANY + "*" if isinstance(node, Back) else _nothing(node)


def _nothing(_: Anchor) -> str:
    return ""


def _flags(flags: str) -> str:
    """Of the flags only the one of the case counts."""
    on, _, off = flags.partition("-")
    return "i" if "i" in on else "-i" if "i" in off else ""


def _repeat(node: Repeat) -> str:
    body = _node(node.body)
    if not body:
        return ""
    low = min(node.low, _MOST)
    if node.high is not None and node.high <= _MOST:
        count = "?" if (low, node.high) == (0, 1) else f"{{{low},{node.high}}}"
    else:
        count = {0: "*", 1: "+"}.get(low, f"{{{low},}}")
    return f"(?:{body}){count}"


def _char(text: str) -> str:
    if len(text) == 1:
        return text if text.isalnum() or text in " _" or ord(text) > 127 else "\\" + text
    if text[1] in "xuU":
        return f"\\x{{{int(text[2:], 16):x}}}" if int(text[2:], 16) <= 0x10FFFF else _ANY
    return text


def _class(node: Class) -> str:
    if node.items:
        return _set(node)
    if node.text in _SETS:
        return f"[{_SETS[node.text]}]"
    if node.text in _COMPLEMENTS:
        return _COMPLEMENTS[node.text]
    return _ANY + "+" if node.text == r"\X" else _ANY


def _set(node: Class) -> str:
    """A set of plain signs and ranges stays; one with wider members grows, a negated one to anything."""
    said: list[str] = []
    for item in node.items:
        if isinstance(item, Char):
            said.append(_set_char(item.text))
        elif node.negated or item.text not in _SETS:
            return _ANY
        else:
            said.append(_SETS[item.text])
    return f"[{'^' if node.negated else ''}{''.join(said)}]"


def _set_char(text: str) -> str:
    return text if text == "-" else _char(text)

"""A regular expression as a tree: enough to refuse what is dangerous and to relax the rest.

The tree is not run; the ``regex`` module compiles the original.
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.rules.ruleset import PatternError

MAX_COPIES = 10_000


@dataclass(frozen=True, slots=True)
class Char:
    """One character as it is written, escapes included; ``\\w`` and its like are Class."""

    text: str


@dataclass(frozen=True, slots=True)
class Class:
    """A set of characters as it is written: ``.``, ``\\w``, ``\\p{Lu}`` or ``[...]`` in ``items``."""

    text: str
    items: tuple[Char | Class, ...] = ()
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Anchor:
    """Something that takes no characters: ``^``, ``\\b``, a look-around, a comment."""


@dataclass(frozen=True, slots=True)
class Back:
    """A back-reference."""


@dataclass(frozen=True, slots=True)
class Group:
    options: tuple[tuple[Node, ...], ...]
    flags: str = ""
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Repeat:
    body: Node
    low: int
    high: int | None
    at: int


Node = Char | Class | Anchor | Back | Group | Repeat


def guard(tree: Group) -> None:
    """Refuses repeats that can take for ever or fill the memory. Raises PatternError."""
    _guard(tree, None)


def _guard(node: Node, around: Repeat | None) -> int:
    """The number of copies a compiler would make of the node; ``around`` is an open repeat about it."""
    if isinstance(node, Group):
        return sum(_guard(item, around) for option in node.options for item in option) or 1
    if not isinstance(node, Repeat):
        return 1
    if node.high is None and around is not None:
        raise PatternError(
            node.at,
            "a repeat stands inside a repeat",
            "such a pattern can take for ever on a long sentence",
            "bound one of them, for example {0,8} instead of *",
        )
    copies = _guard(node.body, node if node.high is None else around) * max(node.low, node.high or 1, 1)
    if copies > MAX_COPIES:
        raise PatternError(
            node.at,
            f"this repeat unfolds to {copies:,} copies",
            f"at most {MAX_COPIES:,} are allowed",
            "write a smaller number",
        )
    return copies

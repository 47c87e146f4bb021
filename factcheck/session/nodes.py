"""What stands in a YAML file: every scalar a string, every node with its line and column."""

from __future__ import annotations

from dataclasses import field

from factcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    line: int
    col: int
    text: str


@dataclass(frozen=True, slots=True)
class Listing:
    line: int
    col: int
    items: list[Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping; doubled keys are all kept, whoever reads it objects to them."""

    line: int
    col: int
    pairs: list[tuple[Text, Node]] = field(default_factory=list)


Node = Text | Listing | Table

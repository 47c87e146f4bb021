"""Rule files broken at random, made from good ones: bytes, keys, types, depth, anchors, circles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

# ruff: noqa: E501
SHARDS = (
    "{", "}", "[", "]", "'", '"', ":", "- ", "\n", "  ", "&a ", "*a", "<<: *a", "!!python/object:os.system x",
    "\0", "\t", "|", ">", "#", "---\n", "%YAML 1.1\n", "\ufeff", "\u2028", "regex: '(a+)+'", "<0-999>", "{a+b:c}",
    "(?P<x>", "\\", "\\q", "weight: nan", "id: x.y", "patterns: []", "? ", "- {regex: '(?:(?:a{99}){99}){99}'}",
    "(((((((((", "\x1b[31m", "{rest:", "(|)", "[[[", "file: ../../x", "role: alias", "count: -1", "version: 2",
    "(?i)", "(?x)", "[[:alpha:]", "(?<=a*)b", "\\1", "(?R)", "٣", "\u202e", "{regex: '\\p{Lu}+'}",
    "extends: core.x", "extends: *a", "patterns+: [x]", "terms-: [x]", "requires: [{rule: x.y}]", "union: [say]",
)  # fmt: skip
WORDS = (
    "no",
    "on",
    "off",
    "yes",
    "12:30",
    "0x1F",
    "1e3",
    "null",
    "~",
    ".inf",
    "2001-01-01",
    "010",
    "=",
    "<<",
    "",
)


def mutated(chance: random.Random, texts: Sequence[bytes]) -> bytes:
    """One of the texts with one to six things done to it."""
    data = bytearray(chance.choice(texts))
    for _ in range(chance.randint(1, 6)):
        data = chance.choice(_MUTATIONS)(chance, data)
    return bytes(data)


def excerpts(texts: Sequence[bytes], size: int = 6) -> list[bytes]:
    """Each text cut into files of six rules with the vocabularies that these name: quick to read, and good."""
    found = []
    for text in texts:
        head, _, rules = text.partition(b"\nrules:\n")
        head, _, lists = head.partition(b"\nvocabularies:\n")
        entries = re.split(rb"\n(?=  \w+:)", lists)
        blocks = re.split(rb"\n(?=  - id: )", rules)
        for begin in range(0, len(blocks), size):
            some = b"\n".join(blocks[begin : begin + size])
            for name in set(re.findall(rb"\*(\w+)", some)):
                if b"&" + name not in some:
                    some = next(block for block in blocks if b"&" + name in block) + b"\n" + some
            named = set(re.findall(rb"\w+", b" ".join(re.findall(rb"\{([^}\n]*)\}", some))))
            kept = [entry for entry in entries if entry.strip().partition(b":")[0] in named]
            vocabularies = b"\nvocabularies:\n" + b"\n".join(kept) if kept else b""
            found.append(head + vocabularies + b"\nrules:\n" + some + b"\n")
    return found


def _delete(chance: random.Random, data: bytearray) -> bytearray:
    at = chance.randrange(len(data) + 1)
    del data[at : at + chance.randint(1, 40)]
    return data


def _byte(chance: random.Random, data: bytearray) -> bytearray:
    at = chance.randrange(len(data) + 1)
    data[at : at + 1] = bytes([chance.randrange(256)])
    return data


def _double(chance: random.Random, data: bytearray) -> bytearray:
    at, other = chance.randrange(len(data) + 1), chance.randrange(len(data) + 1)
    data[at:at] = data[other : other + chance.randint(1, 300)]
    return data


def _shard(chance: random.Random, data: bytearray) -> bytearray:
    at = chance.randrange(len(data) + 1)
    data[at:at] = chance.choice(SHARDS).encode() * chance.randint(1, 3)
    return data


def _line(chance: random.Random, data: bytearray) -> bytearray:
    lines = bytes(data).split(b"\n")
    lines.insert(
        chance.randrange(len(lines)), b" " * chance.choice([0, 2, 4, 6]) + chance.choice(SHARDS).encode()
    )
    return bytearray(b"\n".join(lines))


def _indent(chance: random.Random, data: bytearray) -> bytearray:
    lines = bytes(data).split(b"\n")
    at = chance.randrange(len(lines))
    lines[at] = b" " * chance.randint(0, 9) + lines[at].lstrip()
    return bytearray(b"\n".join(lines))


def _key(chance: random.Random, data: bytearray) -> bytearray:
    """One key becomes another that stands in the file, or loses or wins a letter or a sign."""
    keys = list(re.finditer(rb"[\w+-]+(?=:)", data))
    if keys:
        one, other = chance.choice(keys), chance.choice(keys)
        said = (
            bytes(other[0])
            if chance.random() < 0.4
            else bytes(one[0]) + chance.choice([b"+", b"-", b"x", b" "])
        )
        data[one.start() : one.end()] = said
    return data


def _type(chance: random.Random, data: bytearray) -> bytearray:
    """The value of a key becomes a word that YAML takes for something else, a list or a table."""
    values = list(re.finditer(rb"(?<=: )[^\n]+", data))
    if values:
        one = chance.choice(values)
        word = chance.choice(WORDS)
        said = chance.choice([word, f"[{word}]", f"{{{word}: {word}}}", f"[{word}, [{word}]]"])
        data[one.start() : one.end()] = said.encode()
    return data


def _unquoted(chance: random.Random, data: bytearray) -> bytearray:
    """A quoted pattern loses its quotes: ``- {boats:what} sank``."""
    quoted = list(re.finditer(rb"'([^'\n]+)'", data))
    if quoted:
        one = chance.choice(quoted)
        data[one.start() : one.end()] = one[1]
    return data


def _anchored(chance: random.Random, data: bytearray) -> bytearray:
    """A value gets an anchor, and another one becomes an alias of it, inside itself perhaps."""
    values = list(re.finditer(rb"(?<=: )[^\n]+", data))
    if len(values) > 1:
        first, second = sorted(chance.sample(values, 2), key=lambda found: found.start())
        data[second.start() : second.end()] = b"*a"
        data[first.start() : first.start()] = b"&a "
    return data


def _deep(chance: random.Random, data: bytearray) -> bytearray:
    at = chance.randrange(len(data) + 1)
    data[at:at] = chance.choice([b"[", b"{a: ", b"- ", b"(", b"{"]) * chance.choice([20, 1_000, 100_000])
    return data


def _circle(chance: random.Random, data: bytearray) -> bytearray:
    """Rules that extend or require each other."""
    ids = [bytes(found[1]) for found in re.finditer(rb"- id: (\S+)", data)]
    for _ in range(3):
        if ids:
            one, other = chance.choice(ids), chance.choice(ids)
            said = chance.choice([b"extends: %s", b"requires: [{rule: %s}]"]) % other
            data = data.replace(b"- id: " + one + b"\n", b"- id: " + one + b"\n    " + said + b"\n", 1)
    return data


_MUTATIONS: tuple[Callable[[random.Random, bytearray], bytearray], ...] = (
    _delete, _byte, _double, _shard, _line, _indent, _key, _type, _unquoted, _anchored, _circle, _key, _type, _deep,
)  # fmt: skip

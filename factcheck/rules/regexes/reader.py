"""Reads a regular expression into a tree.

What this reader does not know is an error, so nothing slips past the guards.
"""

from __future__ import annotations

from functools import lru_cache

from factcheck.rules.regexes.tree import (
    Anchor,
    Back,
    Char,
    Class,
    Group,
    Node,
    Repeat,
    guard,
)
from factcheck.rules.ruleset import PatternError

MAX_DEPTH = 25
FLAGS = frozenset("ismu")
_ANCHORS = frozenset("bBAZmM")
_CLASSES = frozenset("dDwWsShXR")
_CONTROLS = frozenset("tnrfva")
_HEX = {"x": 2, "u": 4, "U": 8}


@lru_cache(256)
def read(pattern: str) -> Group:
    """The tree of a regular expression; a file saved again has most of them again. Raises PatternError."""
    reader = _Reader(pattern)
    flags = reader.leading_flags()
    options = reader.options(0)
    if reader.at < len(pattern):
        raise PatternError(
            reader.at, "')' closes nothing", "there is no bracket to close", "write \\) for a plain )"
        )
    return Group(options, flags)


class _Reader:
    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0

    def _peek(self, length: int = 1) -> str:
        return self.pattern[self.at : self.at + length]

    def leading_flags(self) -> str:
        if self._peek(2) != "(?":
            return ""
        end = self.pattern.find(")")
        flags = self.pattern[2:end] if end > 0 else ""
        if not flags or not flags.isalpha():
            return ""
        self._known_flags(flags)
        self.at = end + 1
        return flags

    def _known_flags(self, flags: str) -> None:
        for flag in flags.replace("-", "", 1):
            if flag not in FLAGS:
                raise PatternError(self.at, f"the flag '{flag}' is not used here",
                                   "only i, s, m and u are known", "delete it")  # fmt: skip

    def options(self, depth: int) -> tuple[tuple[Node, ...], ...]:
        if depth > MAX_DEPTH:
            raise PatternError(
                self.at, "brackets are nested too deeply", f"at most {MAX_DEPTH} levels are read"
            )
        options: list[tuple[Node, ...]] = []
        items: list[Node] = []
        while self.at < len(self.pattern) and self._peek() != ")":
            if self._peek() == "|":
                self.at += 1
                options.append(tuple(items))
                items = []
                continue
            start = self.at
            items.append(self._repeated(self._atom(depth), start))
        return (*options, tuple(items))

    def _atom(self, depth: int) -> Node:
        char = self._peek()
        if char == "(":
            return self._bracket(depth)
        if char == "[":
            return self._set()
        if char == "\\":
            return self._escape(inside=False)
        if char in "*+?":
            raise PatternError(self.at, f"'{char}' repeats nothing", "it needs something before it",
                               f"write \\{char} for a plain {char}")  # fmt: skip
        if char == "{":
            raise PatternError(
                self.at,
                "a plain { must be written \\{",
                "{ begins a count such as {0,3}",
                "write \\{; vocabularies like {people} belong to phrases, not to regex",
            )
        self.at += 1
        if char in "^$":
            return Anchor()
        return Class(".") if char == "." else Char(char)

    def _repeated(self, body: Node, start: int) -> Node:
        while True:
            bounds = self._bounds()
            if bounds is None:
                return body
            if self._peek() in ("?", "+"):
                self.at += 1
            if isinstance(body, Repeat):
                raise PatternError(start, "a repeat is repeated", "it would be unclear what it means",
                                   "put the inner one in (?:...) or delete one")  # fmt: skip
            body = Repeat(body, bounds[0], bounds[1], start)

    def _bounds(self) -> tuple[int, int | None] | None:
        char = self._peek()
        if char and char in "*+?":
            self.at += 1
            return {"*": (0, None), "+": (1, None), "?": (0, 1)}[char]
        if char != "{":
            return None
        end = self.pattern.find("}", self.at)
        low, comma, high = self.pattern[self.at + 1 : max(end, self.at)].partition(",")
        fine = end > 0 and (low or high) and all(not n or (n.isascii() and n.isdigit()) for n in (low, high))
        if not fine or len(low) > 6 or len(high) > 6:
            raise PatternError(self.at, "this is no count", "a count is written {3}, {0,3} or {2,}",
                               "write \\{ for a plain {; vocabularies belong to phrases")  # fmt: skip
        least = int(low or 0)
        most = least if not comma else int(high) if high else None
        if most is not None and most < least:
            raise PatternError(self.at, "the smaller number comes first", "{3,1} can never match",
                               "swap them")  # fmt: skip
        self.at = end + 1
        return least, most

    # --- brackets ---

    def _bracket(self, depth: int) -> Node:
        start = self.at
        kind, flags, name = self._opening()
        if kind == "comment":
            end = self.pattern.find(")", self.at)
            self.at = len(self.pattern) if end < 0 else end + 1
            return Anchor()
        if kind == "back":
            end = self.pattern.find(")", self.at)
            self.at = len(self.pattern) if end < 0 else end + 1
            return Back()
        options = self.options(depth + 1)
        if self._peek() != ")":
            raise PatternError(start, "'(' is not closed", "the pattern cannot be read",
                               "close it, or write \\( for a plain bracket")  # fmt: skip
        self.at += 1
        if kind == "look":
            guard(Group(options))
            return Anchor()
        return Group(options, flags, name)

    def _opening(self) -> tuple[str, str, str | None]:
        """Takes the sign that opens a bracket: (kind, flags, name of a slot)."""
        for sign, kind in (
            ("(?:", "group"),
            ("(?>", "group"),
            ("(?=", "look"),
            ("(?!", "look"),
            ("(?<=", "look"),
            ("(?<!", "look"),
            ("(?#", "comment"),
            ("(?P=", "back"),
        ):
            if self.pattern.startswith(sign, self.at):
                self.at += len(sign)
                return kind, "", None
        for sign in ("(?P<", "(?<"):
            if self.pattern.startswith(sign, self.at):
                end = self.pattern.find(">", self.at)
                name = self.pattern[self.at + len(sign) : max(end, self.at)]
                self.at = max(end, self.at) + 1
                return "group", "", name
        if self._peek(2) != "(?":
            self.at += 1
            return "group", "", None
        return self._flagged()

    def _flagged(self) -> tuple[str, str, str | None]:
        end = self.pattern.find(":", self.at)
        flags = self.pattern[self.at + 2 : max(end, self.at)]
        if not flags or len(flags) > 8 or not flags.replace("-", "", 1).isalpha():
            raise PatternError(self.at, f"'{self._peek(4)}' is not used here",
                               "recursion, conditions and flags in the middle are not read",
                               "write (?:...), (?P<slot>...), (?=...), (?!...) or (?i:...)")  # fmt: skip
        self._known_flags(flags)
        self.at = end + 1
        return "group", flags, None

    # --- characters ---

    def _set(self) -> Class:
        start = self.at
        self.at += 1
        negated = self._peek() == "^"
        self.at += negated
        items: list[Char | Class] = []
        first = True
        while self.at < len(self.pattern) and (first or self._peek() != "]"):
            first = False
            if self._peek(2) == "[:" and ":]" in self.pattern[self.at :]:
                self.at = self.pattern.index(":]", self.at) + 2
                items.append(Class("posix"))
            elif self._peek() == "\\":
                item = self._escape(inside=True)
                items.append(item if isinstance(item, Char | Class) else Class("."))
            else:
                items.append(Char(self._peek()))
                self.at += 1
        if self._peek() != "]":
            raise PatternError(start, "'[' is not closed", "the pattern cannot be read",
                               "close it, or write \\[ for a plain bracket")  # fmt: skip
        self.at += 1
        return Class(self.pattern[start : self.at], tuple(items), negated)

    def _escape(self, *, inside: bool) -> Node:
        char = self.pattern[self.at + 1 : self.at + 2]
        if not char:
            raise PatternError(
                self.at, "a backslash ends the pattern", "it needs a sign after it", "write \\\\"
            )
        start = self.at
        self.at += 2
        if char in _CLASSES:
            return Class("\\" + char)
        if char in "pPN":
            return self._braced(start)
        if char in _HEX:
            self.at += _HEX[char]
            digits = self.pattern[start + 2 : self.at]
            if len(digits) < _HEX[char] or not all(c in "0123456789abcdefABCDEF" for c in digits):
                raise PatternError(
                    start, "this is no number of a character", "\\x takes 2, \\u 4 and \\U 8 digits"
                )
            return Char(self.pattern[start : self.at])
        if char in _CONTROLS or not (char.isalnum() and char.isascii()):
            return Char("\\" + char)
        if char in _ANCHORS and not inside:
            return Anchor()
        if char == "b":
            return Char("\\x08")
        if (char.isdigit() and char != "0") or (char == "g" and self._peek() == "<"):
            return self._back(char)
        raise PatternError(start, f"'\\{char}' is not used here", "it has no meaning that could be checked",
                           "write \\\\ for a plain backslash")  # fmt: skip

    def _braced(self, start: int) -> Class:
        end = self.pattern.find("}", self.at)
        if self._peek() != "{" or end < 0:
            raise PatternError(start, "a class of letters is written \\p{Lu}", "its name is missing")
        self.at = end + 1
        return Class(self.pattern[start : self.at])

    def _back(self, char: str) -> Back:
        if char == "g":
            end = self.pattern.find(">", self.at)
            self.at = len(self.pattern) if end < 0 else end + 1
        elif self._peek().isdigit():
            self.at += 1
        return Back()

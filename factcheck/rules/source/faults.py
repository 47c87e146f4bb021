"""What is wrong with a line that YAML cannot read, in the words of whoever wrote it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Fault(NamedTuple):
    """``line`` and ``col`` count from 1."""

    line: int
    col: int
    what: str
    why: str
    mend: str


_ENTRY = re.compile(r"(?P<lead>\s*(?:- +)*)(?:(?P<key>[a-z_]{2,30}[+-]?)(?P<colon>:)(?P<blank> *))?")
"""The beginning of a line: dashes, a key and its colon; what follows is the value."""
_PHRASE = re.compile(r"\[*\{[\w+]{1,200}(?::\w{1,40})?\}|\[[^\]]{1,200}\]\s{1,9}\S")
"""How a phrase looks that YAML takes for a list or table."""
_SINGLE = re.compile(r"'(?:[^']|'')*'")
_DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*"')
_LISTED_PHRASE = re.compile(r"\[(?:[^'\"\]]*,)?\s*\{[\w+]{1,40}(?::\w{1,40})?\}\s*[^\s,\]]")
_ESCAPE = re.compile(r'"(?:[^"\\]|\\[0abtnvfre "/\\N_LPxuU])*\\')
"""Double-quoted text up to a backslash that begins no sign YAML knows."""
_MORE_OF_A_VALUE = re.compile(r"\s*(?:$|\s#|[,\]}:])")


def fault_near(lines: Sequence[str], numbers: Sequence[int]) -> Fault | None:
    """The fault in the first of these lines (from 0), or in the line before it, that has one we know."""
    near = dict.fromkeys(n for number in numbers for n in (number, number - 1) if 0 <= n < len(lines))
    for number in near:
        for look in (_blanks, _phrase, _listed, _escaped, _quoted, _colon, _second_colon, _bracket):
            found = look(lines[number])
            if found is not None:
                return Fault(number + 1, *found)
    for number in near:
        if (off := _indented(lines, number)) is not None:
            return off
    return None


def _blanks(line: str) -> tuple[int, str, str, str] | None:
    lead = line[: len(line) - len(line.lstrip())]
    for sign, name in (("\t", "a tab"), ("\u00a0", "a no-break space"), ("\u3000", "a wide blank")):
        if sign in lead:
            mend = "indent with blanks, not with tabs" if sign == "\t" else "indent with plain blanks"
            return (lead.index(sign) + 1, f"{name} stands before the first word of this line",
                    "YAML counts blanks to see what belongs together", mend)  # fmt: skip
    return None


def _value(line: str) -> tuple[int, str]:
    """Where the value of the line begins (from 0), and the rest of the line from there."""
    at = _ENTRY.match(line)
    begin = at.end() if at is not None else 0
    return begin, line[begin:]


def _phrase(line: str) -> tuple[int, str, str, str] | None:
    begin, value = _value(line)
    if not line.lstrip().startswith("- ") or not _PHRASE.match(value):
        return None
    return (begin + 1, "a pattern that begins with { or [ is not in quotation marks",
            "YAML reads such a sign as the beginning of a list or table",
            "quote the pattern: put it in single quotes")  # fmt: skip


def _listed(line: str) -> tuple[int, str, str, str] | None:
    begin, value = _value(line)
    found = _LISTED_PHRASE.match(value)
    if found is None:
        return None
    what = "a pattern with { between [ and ] is not in quotation marks"
    why = "YAML reads such a sign as the beginning of a table"
    return begin + value.index("{") + 1, what, why, "put each pattern in single quotes"


def _escaped(line: str) -> tuple[int, str, str, str] | None:
    begin, value = _value(line)
    found = _ESCAPE.match(value)
    if found is None:
        return None
    return (begin + found.end(), "this backslash begins no sign that YAML knows",
            "between double quotation marks a backslash changes the sign after it",
            "put the whole in single quotes, where a backslash is a backslash")  # fmt: skip


def _second_colon(line: str) -> tuple[int, str, str, str] | None:
    begin, value = _value(line)
    if begin == 0 or value[:1] in "'\"[{|>&*" or ": " not in value:
        return None
    return (begin + value.index(": ") + 1, "a second colon stands in this line",
            "a colon and a blank after it begin a table", "put the value in single quotes")  # fmt: skip


def _quoted(line: str) -> tuple[int, str, str, str] | None:
    begin, value = _value(line)
    whole = {"'": _SINGLE, '"': _DOUBLE}.get(value[:1])
    quoted = whole.match(value) if whole is not None else None
    if whole is not None and quoted is None:
        return (begin + 1, "this quotation mark is not closed in its line",
                "everything up to the next one would belong to it", f"close it with {value[0]}")  # fmt: skip
    if quoted is None or _MORE_OF_A_VALUE.match(value, quoted.end()):
        return None
    what = "words follow the quotation mark that ends this value"
    why = "what begins with a quotation mark ends at the next one"
    if value[0] == "'":
        mend = "write '' for an apostrophe between single quotes, or put the whole in double quotes"
    else:
        mend = "put the whole in single quotes, with '' for each apostrophe in it"
    return begin + quoted.end(), what, why, mend


def _colon(line: str) -> tuple[int, str, str, str] | None:
    at = _ENTRY.match(line)
    if at is None or at["colon"] is None or at["blank"] or at.end() == len(line.rstrip()):
        return None
    why = f"YAML takes '{at['key']}:' and what follows for one word"
    return at.end() + 1, "no blank stands after the colon", why, "write a blank after the colon"


def _bracket(line: str) -> tuple[int, str, str, str] | None:
    """A list or table that begins in this line and does not end in it."""
    begin, value = _value(line)
    if value[:1] not in ("[", "{"):
        return None
    bare = _DOUBLE.sub("", _SINGLE.sub("", value))
    close = {"[": "]", "{": "}"}[value[0]]
    if bare.count(value[0]) <= bare.count(close):
        return None
    return (begin + 1, f"this {value[0]} is not closed in its line",
            "all that follows would belong to it", f"close it with {close}")  # fmt: skip


def _indented(lines: Sequence[str], number: int) -> Fault | None:
    """A key that stands under no key above it."""
    here = _column(lines[number])
    before = next((line for line in reversed(lines[:number]) if line.strip()), "")
    if here is None or lines[number].lstrip().startswith("- ") or before.rstrip().endswith(":"):
        return None
    above: list[int] = []
    for line in reversed(lines[:number]):
        column = _column(line)
        if column is not None and (not above or column < above[-1]):
            above.append(column)
    if not above or here in above:
        return None
    nearest = min(above, key=lambda column: abs(column - here))
    return Fault(number + 1, here + 1, f"this line begins in column {here + 1}, and no line above it that it "
                 "could belong to does", "YAML sees by the blanks before a line what it belongs to",
                 f"begin it in column {nearest + 1}, like the key above it")  # fmt: skip


def _column(line: str) -> int | None:
    """Where the key of a line begins (from 0); None where it has none."""
    at = _ENTRY.match(line)
    return at.start("key") if at is not None and at["key"] is not None else None

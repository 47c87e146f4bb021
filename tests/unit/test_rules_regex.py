"""Regular expressions of users: what is refused, and that RE2's superset is one."""

from __future__ import annotations

import pytest
import re2
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.rules.regexes.reader import read
from factcheck.rules.regexes.relax import relax
from factcheck.rules.regexes.tree import guard
from factcheck.rules.ruleset import PatternError

REFUSED = [
    r"(a+)+", r"(?:a*)*", r"(?:(?:a+b)?)+", r"(\w+\s?)*", r"(?:a{900}){900}", r"a(", r"a)", r"[a", r"a\q",
    r"a\K", r"(?R)", r"(?1)", r"(?|a|b)", r"(?(1)a|b)", r"(?x)a b", r"(?i-x:a)", r"a{2,1}", r"*a", r"a**",
    r"a{e<=1}", "a\\", r"\x1", r"\p", "(" * 40 + "a" + ")" * 40,
]  # fmt: skip
TAKEN = [
    r"a|b", r"(?i)ab", r"(?i:a)b", r"(?P<x>a)(?P=x)", r"(?<x>a)\1", r"(?=a)a", r"(?<!\w)a(?!\w)",
    r"[^\w]a", r"[]a]", r"[a\]b]", r"[\d.,]+a", r"\bКиїв\b", r"\p{Lu}\w+", r"a{0,3}", r"(?:\w+ ){0,8}a",
    r"a*?b", r"a++b", r"\x41\u0042", r"(?#note)a", r"\Sa\s", r"\.\(\-", r"[[:alpha:]]a", r"a.b", r"^a$",
    r"é+", r"\Wa\D", r"(?>a|ab)c", r"(?:a{1,3}b{2,9}){2,6}", r"[a-f-]x", r"(?-i:A)b", r"a(?:|b)c",
]  # fmt: skip


@pytest.mark.parametrize("pattern", REFUSED)
def test_refused(pattern: str) -> None:
    with pytest.raises(PatternError) as caught:
        guard(read(pattern))
    assert 0 <= caught.value.at <= len(pattern)
    assert caught.value.what


TEXTS = st.text(alphabet="aAbBcefxyAЗКиїв éÉſKİı09.,;()[]-_ \n\u00a0\u2009٣👍e\u0301", max_size=30)


@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
@pytest.mark.parametrize("pattern", TAKEN)
@pytest.mark.parametrize("flag", ["", "(?i)"])
def test_the_superset_finds_at_least_as_much(pattern: str, flag: str, text: str) -> None:
    if flag and pattern.startswith("(?i)"):
        flag = ""
    guard(read(pattern))
    relaxed = relax(pattern)
    assert relaxed is not None
    if flag:
        relaxed = f"(?i:{relaxed})"
    if regex.search(flag + pattern, text) is not None:
        assert re2_search(relaxed, text)


def re2_search(pattern: str, text: str) -> bool:
    finder = re2.Filter()
    finder.Add(pattern)
    finder.Compile()
    return finder.Match(text, False) is not None


@pytest.mark.parametrize("letter", ["w", "d", "s", "W", "D", "S"])
def test_classes_hold_every_character_of_unicode_that_they_mean(letter: str) -> None:
    everything = "".join(chr(c) for c in range(0x110000) if not 0xD800 <= c <= 0xDFFF)
    meant = "".join(regex.findall(rf"\{letter}", everything))
    relaxed = relax(rf"\{letter}")
    assert relaxed is not None
    assert regex.fullmatch(f"(?:{_readable(relaxed)})*+", meant) is not None


def _readable(pattern: str) -> str:
    r"""RE2's ``\x{...}`` as the ``regex`` module writes it."""
    return regex.sub(r"\\x\{([0-9a-f]+)\}", lambda found: f"\\U{int(found[1], 16):08x}", pattern)

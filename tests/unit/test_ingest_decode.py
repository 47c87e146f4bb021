"""Charsets: mark, declaration, UTF-8, detection, in that order; and what is no text at all."""

from __future__ import annotations

import pytest

from factcheck.ingest.decode import NotTextError, decode

ENGLISH = "The mayor’s office said “twelve boats” sank — two at the café pier. " * 3
UKRAINIAN = "Мер міста сказав у п’ятницю, що дванадцять човнів затонули біля причалу. " * 4
POLISH = (
    "Burmistrz powiedział w piątek, że dwanaście łodzi zatonęło przy nabrzeżu, a trzy osoby są ranne. " * 4
)


@pytest.mark.parametrize(
    "charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_english_is_read_whatever_its_charset(charset: str) -> None:
    assert decode(ENGLISH.encode(charset)) == ENGLISH


@pytest.mark.parametrize("charset", ["utf-8", "cp1251", "koi8-u"])
def test_cyrillic_is_detected(charset: str) -> None:
    text = UKRAINIAN.replace("’", "'")
    assert decode(text.encode(charset)) == text


def test_polish_in_cp1250_is_not_taken_for_cp1252() -> None:
    assert decode(POLISH.encode("cp1250")) == POLISH


def test_french_letters_in_cp1252() -> None:
    text = "Le maire a déclaré que douze bateaux ont coulé près du café après la tempête. " * 4
    assert decode(text.encode("cp1252")) == text


def test_a_page_declares_its_charset() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>Мэр</body></html>'
    assert decode(page.encode("cp1251"), declared=True) == page


def test_declared_latin_1_is_read_as_browsers_do() -> None:
    page = "<html><meta http-equiv='Content-Type' content='text/html; charset=iso-8859-1'>“so”</html>"
    assert decode(page.encode("cp1252"), declared=True) == page


def test_a_stale_declaration_gives_way_to_valid_utf8() -> None:
    page = '<html><head><meta charset="iso-8859-1"></head><body>The mayor’s boat</body></html>'
    assert decode(page.encode(), declared=True) == page


@pytest.mark.parametrize("name", ["rot13", "hex", "unicode_escape", "utf-16", "no-such-charset", "punycode"])
def test_a_declaration_that_cannot_be_true_is_passed_over(name: str) -> None:
    page = f'<html><head><meta charset="{name}"></head><body>The mayor’s \\x41 boat</body></html>'
    assert decode(page.encode(), declared=True) == page


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7 text", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"PK\x03\x04rest", "zip"),
        (b"some\0bytes\0and\0\0\0more", "NUL"),
        (b"\xff\xfea", "UTF-16"),
        (bytes(range(1, 32)) * 40 + b"\x81\x8d\x8f", "charset"),
    ],
)
def test_what_is_no_text_says_what_it_is(data: bytes, what: str) -> None:
    with pytest.raises(NotTextError, match=what):
        decode(data)

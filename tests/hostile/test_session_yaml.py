"""What people write into session.yaml."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.hostile.world import POSIX, run, write

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = POSIX


ARTICLE = "articles:\n  - path: articles/story.txt\n"
UNUSABLE = {
    "title: [a\nb: {": "no valid YAML",
    "- a\n": "no table",
    "": "is empty",
    "title: a\n---\nb: c\n": "second document",
    "title: \x1b[31m\n": "no valid YAML",
    "title: !!python/object/apply:os.system [ls]\n": "tags",
    "a: &a [x]\nb: [*a, *a]\n": "anchors",
    "title: " + "[" * 100_000: "nested too deeply",
    "title: " + "x" * 20_000_000: "too large",
}


def test_a_session_yaml_that_cannot_be_read_is_left_alone(session: Path) -> None:
    yaml = session / "session.yaml"
    for content, what in UNUSABLE.items():
        write(yaml, content)
        ended = run("add", session, session / "articles")
        assert (ended.code, len(ended.errors)) == (2, 1)
        assert what in ended.err
        assert yaml.read_text() == content
    write(yaml, b"title: caf\xe9\n")
    assert "is not UTF-8" in run("history", session).err


PASSED_OVER = """use: [core, nopack, ../../etc/passwd]
off: [no.such.rule]
weight: {x: nan}
tilte: x
title: a
title: b
lang: {a: b}
"""
SAID = [
    "'nopack'", "'../../etc/passwd'", "'no.such.rule'", "weight of 'x'", "'tilte'", "'title' stands twice",
    "a word or a line",
]  # fmt: skip


def test_what_session_yaml_gets_wrong_is_passed_over(session: Path) -> None:
    yaml = session / "session.yaml"
    write(yaml, ARTICLE + PASSED_OVER)
    for words in (("export", session, "--format", "json"), ("scan", session, "--format", "json")):
        ended = run(*words)
        assert (ended.code, len(ended.errors)) == (2, len(SAID))
        assert json.loads(ended.out)["claims"]
        assert all(what in ended.err for what in SAID)
        assert all(line.startswith(f"error: {yaml}") for line in ended.errors)
    # Mended, nothing of the day before is said any more.
    write(yaml, ARTICLE)
    assert run("export", session).err == ""


def test_articles_of_a_session_stay_in_its_folder(session: Path) -> None:
    yaml = session / "session.yaml"
    outside = ["../../etc/passwd", "/etc/passwd", "articles/gone.txt", "a" * 3000]
    write(yaml, ARTICLE + "".join(f"  - path: {path}\n" for path in outside))
    ended = run("scan", session, "--format", "json")
    assert (ended.code, len(ended.errors)) == (2, 4)
    assert "root:" not in ended.out
    original = session / "articles" / "story.txt"
    write(yaml, ARTICLE)
    for target in ("/etc/passwd", "story.txt", "/dev/zero"):
        original.unlink()
        original.symlink_to(target)
        ended = run("export", session, "--format", "json")
        assert (ended.code, len(ended.errors)) == (2, 1), target
        assert str(original) in ended.err
        assert "root:" not in ended.out


def test_scan_of_a_session_finds_the_claims_that_its_verdicts_hang_on(session: Path) -> None:
    write(session / "session.yaml", ARTICLE + "off: ['quantity.*', 'casualties.*']\n")
    scanned, kept = (run(word, session, "--format", "json").out for word in ("scan", "export"))
    assert [each["id"] for each in json.loads(scanned)["claims"]] == [
        each["id"] for each in json.loads(kept)["claims"]
    ]

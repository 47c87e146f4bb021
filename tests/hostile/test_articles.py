"""Articles: bytes, names and texts."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest

from tests.hostile.world import POSIX, STORY, run, write

pytestmark = POSIX


def bad_files(folder: Path) -> dict[Path, str]:
    """Files that hold no article, each with what is said of it."""
    folder.mkdir()
    (folder / "dangling.txt").symlink_to("nowhere")
    (folder / "loop.txt").symlink_to("loop.txt")
    os.mkfifo(folder / "pipe.txt")
    (folder / "folder.txt").mkdir()
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(51 * 2**20)
    nasty = folder / "a\nb\x1b[31m\x9b\u202e.txt"
    return {
        folder / "missing.txt": "no such file",
        folder / ("n" * 300 + ".txt"): "cannot be read; file name too long",
        write(folder / "empty.txt", b""): "is empty",
        write(folder / "white.txt", b" \r\n\t\n"): "white space",
        write(folder / "nul.txt", b"people\0said"): "not a text file",
        write(folder / "odd.txt", STORY.encode("utf-16") + b"x"): "not a text file",
        write(nasty, b""): "is empty",
        folder / "dangling.txt": "leads nowhere",
        folder / "loop.txt": "leads nowhere",
        folder / "pipe.txt": "not a regular file",
        folder / "folder.txt": "holds no article",
        folder / "huge.txt": "too large",
        Path("/dev/zero"): "not a regular file",
    }


def test_each_bad_file_is_one_line_and_the_good_ones_are_read(home: Path, story: Path) -> None:
    bad = bad_files(home / "bad")
    scanned = run("scan", *bad, story, "--format", "json")
    assert scanned.code == 2
    assert len(json.loads(scanned.out)["articles"]) == 1
    assert len(scanned.errors) == len(bad)
    for line, what in zip(scanned.errors, bad.values(), strict=True):
        assert what in line
    made = run("new", home / "made", *bad, story)
    assert (made.code, made.errors) == (2, scanned.errors)
    assert "a session of 1 article" in made.out
    added = run("add", home / "made", *bad)
    assert (added.code, added.errors) == (2, scanned.errors)
    none = run("new", home / "none", *bad)
    assert (none.code, none.errors, (home / "none").exists()) == (2, scanned.errors, False)


def test_a_session_or_a_rule_file_that_is_none_is_one_line(home: Path, story: Path) -> None:
    for path in list(bad_files(home / "bad"))[::5]:
        for words in (("export", path), ("history", path), ("mark", path, "x", "supported"),
                      ("add", path, story), ("rules", "list", path)):  # fmt: skip
            ended = run(*words)
            assert (ended.code, len(ended.errors), ended.out) == (2, 1, ""), words
    assert run("scan", story, "--rules", home / "bad" / "pipe.txt").code == 2


def test_names_of_files_and_folders_may_hold_anything(home: Path) -> None:
    folder = home / "in"
    folder.mkdir()
    escape = "e\x1b[31m\x9b\u202e.txt".encode()
    names = [b"inv\xff.txt", escape, b"new\nline.txt", b"=1.txt", b"x" * 250 + b".txt"]
    for number, name in enumerate(names):
        sentence = f"At least {number + 3} people were injured on Monday, the coast guard said.\n"
        write(folder / os.fsdecode(name), sentence)
    assert run("scan", folder).code == 0
    found = json.loads(run("scan", folder, "--format", "json").out)
    assert {each["path"] for each in found["articles"]} == {os.fsdecode(name) for name in names}
    target = home / os.fsdecode(b"s\xff \x1b[31m\n")
    assert run("new", target, folder).code == 0
    for form in ("md", "html", "csv", "json"):
        assert run("export", target, "--format", form).code == 0
    claim = json.loads(run("export", target, "--format", "json").out)["claims"][0]["id"]
    note = os.fsdecode(b"\x1b[2Jbad\xff\xc2\x9b")
    assert run("mark", target, claim, "unsourced", "--note", note, "--reviewer", note).code == 0
    assert "unsourced" in run("history", target).out
    assert len(json.loads(run("history", target, "--format", "json").out)) == 2


HOSTILE = (
    "[/red] [@click=app.quit]x[/] \x1b[31mred\x1b[0m \x1b]0;t\x07 \x1b]8;;http://e\x1b\\l "
    "\x9b31m \u202erev\u202c zero\u200bwidth a" + "\u0301" * 3000 + " 👩\u200d👧🇰🇷 "
    "北朝鮮の兵士約3000人が死亡した。 قتل ٣٠٠٠ جندي. "
    "At least 12 people were injured [/red] on Monday, the coast guard said. "
    "About " + "9" * 400 + " people and 1" + ",000" * 130 + " troops died on 31 February 0000, "
    "99999-12-31, 0001-01-01 and in year 0. "
    "Nearly 30 people were hurt yesterday, last week and 400 years ago, officials said.\n"
)  # fmt: skip


def test_hostile_text_is_data(home: Path) -> None:
    folder = home / "in"
    folder.mkdir()
    for date in ("0000-00-00", "0001-01-01", "9999-12-31", "99999-99-99"):
        head = f"Title: \x1b[31m[/red]\x9b{'T' * 5000}\nSource: =cmd|x\x07\nDate: {date}\n\n"
        write(folder / f"{date}.txt", head + date + HOSTILE)
    found = json.loads(run("scan", folder, "--format", "json").out)
    assert sum("12 people" in claim["text"] for claim in found["claims"]) == 4
    assert run("scan", folder).code == 0


@pytest.mark.parametrize(
    "content",
    ["word " * 200_000, "x" * 5_000_000, "word\n" * 10_000, "“" * 200_000],
    ids=["one line", "one word", "lines", "open quotes"],
)
def test_large_and_odd_texts_pass_in_seconds(home: Path, content: str) -> None:
    before = time.monotonic()
    assert run("scan", write(home / "odd.txt", content), "--format", "json").code == 0
    assert time.monotonic() - before < 25

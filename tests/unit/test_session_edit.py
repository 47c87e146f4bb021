"""Editing session.yaml changes what was asked for, and leaves every other word where a person put it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.problems import BadInput
from factcheck.session import changes
from factcheck.session.configread import read_config

if TYPE_CHECKING:
    from pathlib import Path

BY_HAND = """\
# Our notes on the lock.
title: 'The barge'    # working title

articles:
- path: articles/one.txt   # the first
  published: 2024-12-28
  title: "Seven: crates"

# the second came late
- articles/two.txt

# rules we use
use: [core, 12:30, no]  # both
off:
- toll   # noisy
- dates
# the end
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "session.yaml"
    file.write_text(BY_HAND, encoding="utf-8")
    return file


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def added_and_gone(path: Path) -> tuple[list[str], list[str]]:
    """The lines that are new, and those of BY_HAND that are gone, in order."""
    before, after = BY_HAND.splitlines(), lines(path)
    return [line for line in after if line not in before], [line for line in before if line not in after]


def test_a_new_title_changes_one_line(path: Path) -> None:
    changes.set_title(path, "The barge: what we know #1")
    new, gone = added_and_gone(path)
    assert gone == ["title: 'The barge'    # working title"]
    assert len(new) == 1
    assert new[0].endswith("# working title")
    assert read_config(path.read_bytes(), "s").title == "The barge: what we know #1"


def test_an_article_is_added_after_the_others_and_above_what_follows(path: Path) -> None:
    changes.add_articles(path, [{"path": "articles/three.txt", "title": "no"}])
    new, gone = added_and_gone(path)
    assert (new, gone) == (["- path: articles/three.txt", "  title: no"], [])
    text = lines(path)
    assert text.index("- articles/two.txt") + 1 == text.index("- path: articles/three.txt")
    assert text.index("  title: no") < text.index("# rules we use")
    config = read_config(path.read_bytes(), "s")
    assert [entry.path for entry in config.articles] == [f"articles/{n}.txt" for n in ("one", "two", "three")]
    assert config.articles[2].title == "no"


def test_articles_can_be_added_where_there_were_none(tmp_path: Path) -> None:
    for text in (
        "title: x\n",
        "title: x\narticles:\n",
        "title: x\narticles: []\n",
        "title: x\narticles: ''\n",
    ):
        file = tmp_path / "session.yaml"
        file.write_text(text, encoding="utf-8")
        changes.add_articles(file, [{"path": "a.txt"}, {"path": "b.txt"}])
        config = read_config(file.read_bytes(), "s")
        assert [entry.path for entry in config.articles] == ["a.txt", "b.txt"]
        assert config.title == "x"


def test_what_is_said_of_an_article(path: Path) -> None:
    changes.describe_article(path, "articles/one.txt", {"source": "Lock Gazette", "published": "2025-01-01"})
    new, gone = added_and_gone(path)
    assert new == ["  published: 2025-01-01", "  source: Lock Gazette"]
    assert gone == ["  published: 2024-12-28"]
    text = lines(path)
    assert text.index("  source: Lock Gazette") == text.index('  title: "Seven: crates"') + 1
    changes.describe_article(path, "articles/one.txt", {"published": None})
    assert read_config(path.read_bytes(), "s").articles[0].published is None


def test_an_article_that_is_only_a_path_becomes_a_table(path: Path) -> None:
    changes.describe_article(path, "articles/two.txt", {"kind": "digest"})
    entry = read_config(path.read_bytes(), "s").articles[1]
    assert (entry.path, entry.kind) == ("articles/two.txt", "digest")
    assert "# the second came late" in lines(path)
    assert "# rules we use" in lines(path)


def test_a_rule_is_switched_off_and_on_again(path: Path) -> None:
    before = path.read_bytes()
    config = read_config(before, "s")
    changes.switch_rule(path, config, "quotes", on=False)
    config = read_config(path.read_bytes(), "s")
    assert config.off == ("toll", "dates", "quotes")
    changes.switch_rule(path, config, "quotes", on=True)
    config = read_config(path.read_bytes(), "s")
    assert (config.off, config.on) == (("toll", "dates"), ())
    changes.switch_rule(path, config, "early", on=True)
    config = read_config(path.read_bytes(), "s")
    assert config.on == ("early",)
    changes.switch_rule(path, config, "early", on=False)
    config = read_config(path.read_bytes(), "s")
    assert (config.off, config.on) == (("toll", "dates", "early"), ())
    assert "- toll   # noisy" in lines(path)


def test_a_change_to_nothing_does_not_touch_the_file(path: Path) -> None:
    before = path.stat()
    changes.describe_article(path, "articles/one.txt", {"published": "2024-12-28"})
    changes.switch_rule(path, read_config(path.read_bytes(), "s"), "toll", on=False)
    assert path.stat().st_ino == before.st_ino
    assert path.stat().st_mtime_ns == before.st_mtime_ns


def test_strange_words_come_back(path: Path) -> None:
    for words in (
        "no",
        "2025",
        "a: b",
        "# x",
        "- y",
        "'",
        '"',
        "{z}",
        "%",
        "@",
        "*a",
        "&a",
        "!t",
        "|",
        ">",
        "a\\",
        "漢字",
    ):
        changes.set_title(path, words)
        assert read_config(path.read_bytes(), "s").title == words


def test_a_file_that_cannot_be_read_is_not_replaced(path: Path) -> None:
    path.write_text("title: [x\n", encoding="utf-8")
    with pytest.raises(BadInput):
        changes.set_title(path, "y")
    path.write_text("title: x\ntitle: y\n", encoding="utf-8")
    with pytest.raises(BadInput, match="cannot be edited"):
        changes.set_title(path, "z")
    assert path.read_text(encoding="utf-8") == "title: x\ntitle: y\n"
    assert [each.name for each in path.parent.iterdir()] == ["session.yaml"]


def test_a_new_file_is_for_people(path: Path) -> None:
    changes.new(path, "The barge", [{"path": "articles/a.txt", "title": "x"}], ("core", "conflict"))
    assert lines(path) == [
        "# A session is a folder; this file is for people, and the program keeps what you write here.",
        "title: The barge",
        "articles:",
        "  - path: articles/a.txt",
        "    title: x",
        "use: [core, conflict]",
    ]

"""Packs that were read are kept, and read again as soon as a byte of theirs is another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.rules import load_rules

if TYPE_CHECKING:
    from pathlib import Path

PACK = """\
version: 1
vocabularies:
  boats: {{file: lists/boats.txt}}
rules:
  - id: sea.lost
    title: {title}
    kind: event
    patterns: ['{{boats}} sank']
    examples: {{match: [The ferry sank.]}}
"""


def pack(folder: Path, title: str = "Lost", words: str = "ferry\n") -> Path:
    (folder / "lists").mkdir(exist_ok=True)
    (folder / "lists" / "boats.txt").write_text(words)
    path = folder / "sea.yaml"
    path.write_text(PACK.format(title=title))
    return path


def test_a_pack_that_did_not_change_is_not_read_again(tmp_path: Path) -> None:
    path = pack(tmp_path)
    assert load_rules([path]).rules[0] is load_rules([path]).rules[0]
    assert load_rules([path], off=["sea.*"]).rules == ()
    assert len(load_rules([path]).rules) == 1


def test_a_changed_rule_list_or_folder_is_read_anew(tmp_path: Path) -> None:
    path = pack(tmp_path)
    load_rules([path])
    pack(tmp_path, title="Gone")
    assert load_rules([path]).rules[0].info.title == "Gone"
    pack(tmp_path, title="Gone", words="ferry\nbarge\n")
    assert load_rules([path]).vocabularies[0].terms == ("ferry", "barge")
    assert len(load_rules([tmp_path]).rules) == 1
    (tmp_path / "more.yaml").write_text(PACK.format(title="More").replace("sea.lost", "sea.more"))
    assert len(load_rules([tmp_path]).rules) == 2


def test_what_was_wrong_is_looked_at_again(tmp_path: Path) -> None:
    path = pack(tmp_path)
    (tmp_path / "lists" / "boats.txt").unlink()
    assert load_rules([path]).problems != ()
    pack(tmp_path)
    assert load_rules([path]).problems == ()
    path.unlink()
    assert load_rules([path]).problems != ()

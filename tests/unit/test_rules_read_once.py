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


def test_beside_an_edited_file_another_one_stays_as_it_was_until_its_own_words_change(tmp_path: Path) -> None:
    sea, land = pack(tmp_path), tmp_path / "land.yaml"

    def saved(word: str) -> tuple[list[str], list[str]]:
        rule = f"- {{id: land.lost, title: L, kind: event, patterns: ['{word} fell']}}"
        land.write_text(f"version: 1\nrules:\n  {rule}\n")
        found = load_rules([sea, land])
        return [rule.id for rule in found.rules], [*found.vocabularies[0].terms, *map(str, found.problems)]

    both = ["sea.lost", "land.lost"]
    assert saved("roofs") == (both, ["ferry"])
    assert saved("walls") == (both, ["ferry"])
    pack(tmp_path, words="ferry\nbarge\n")
    assert saved("trees") == (both, ["ferry", "barge"])
    other = tmp_path / "other"
    other.mkdir()
    fresh = [pack(other, words="ferry\nbarge\n"), other / "land.yaml"]
    fresh[1].write_text(land.read_text())
    assert load_rules([sea, land]).sha256 == load_rules(fresh).sha256
    sea.write_text("version: 1\nrules: [")
    found = load_rules([sea, land])
    assert [rule.id for rule in found.rules] == ["land.lost"]
    assert str(sea) in str(found.problems[0])


def test_what_was_wrong_is_looked_at_again(tmp_path: Path) -> None:
    path = pack(tmp_path)
    (tmp_path / "lists" / "boats.txt").unlink()
    assert load_rules([path]).problems != ()
    pack(tmp_path)
    assert load_rules([path]).problems == ()
    path.unlink()
    assert load_rules([path]).problems != ()

"""A session folder: made, added to, moved, damaged, and opened again."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from factcheck.ingest import read_bytes
from factcheck.problems import BadInput
from factcheck.session import CLEANED, DEFAULT_PACKS, SessionFolder, is_session
from factcheck.session.files import safe_name, write_atomic

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.model import Article

ONE = "The lock keeper\r\n\r\nSeven crates were missing from the barge, the lock keeper said on Monday.\r\n"
TWO = "Crates found\n\nPolice found four of the seven crates behind the mill, a spokesman said.\n"
PAGE = (
    "<html><head><title>Gate</title></head><body>"
    "<p>Nobody had opened the gate, the owner of the mill said.</p></body></html>"
)


def original(path: str, text: str) -> tuple[Article, bytes]:
    data = text.encode()
    return read_bytes(data, path=path, id="a1"), data


@pytest.fixture
def session(tmp_path: Path) -> SessionFolder:
    return SessionFolder.create(
        tmp_path / "north-lock",
        [original("/home/ada/news/one.txt", ONE), original("two.txt", TWO)],
    )


def names(session: SessionFolder) -> list[str]:
    return sorted(each.name for each in (session.path / "articles").iterdir())


def test_originals_are_untouched_and_their_cleaned_text_stands_beside(session: SessionFolder) -> None:
    assert names(session) == ["one.txt", f"one.txt{CLEANED}", "two.txt", f"two.txt{CLEANED}"]
    folder = session.path / "articles"
    assert (folder / "one.txt").read_bytes() == ONE.encode()
    articles, problems = session.read_articles()
    assert problems == ()
    assert [article.id for article in articles] == ["a1", "a2"]
    assert [article.path for article in articles] == ["articles/one.txt", "articles/two.txt"]
    for article in articles:
        assert (session.path / (article.path + CLEANED)).read_bytes() == article.text.encode()


def test_no_path_of_this_machine_stands_in_the_session(session: SessionFolder) -> None:
    assert "home" not in (session.path / "session.yaml").read_text(encoding="utf-8")


def test_session_yaml_is_the_truth_for_what_an_article_is(session: SessionFolder) -> None:
    session.describe_article(
        "articles/one.txt", title="Seven crates", source="Lock Gazette", published="2025-03-05"
    )
    session.describe_article("articles/two.txt", kind="digest", redact="true", owner="Mill House", lang="uk")
    one, two = SessionFolder.open(session.path).read_articles()[0]
    assert (one.title, one.source, one.published, one.lang) == (
        "Seven crates",
        "Lock Gazette",
        "2025-03-05",
        "en",
    )
    assert (two.kind, two.redact, two.owner, two.lang) == ("digest", True, "Mill House", "uk")
    with pytest.raises(ValueError, match="no key of an article: colour"):
        session.describe_article("articles/one.txt", colour="red")


def test_a_new_session_has_a_title_and_the_usual_packs(session: SessionFolder) -> None:
    opened = SessionFolder.open(session.path / "session.yaml")
    assert (opened.title, opened.config.use, opened.config.problems) == ("north lock", DEFAULT_PACKS, ())
    assert is_session(session.path)
    assert is_session(session.path / "session.yaml")
    assert not is_session(session.path.parent)
    opened.set_title("The north lock")
    assert opened.title == SessionFolder.open(session.path).title == "The north lock"


def test_a_session_is_not_made_over_another(session: SessionFolder) -> None:
    before = (session.path / "session.yaml").read_bytes()
    with pytest.raises(BadInput, match="is a session already"):
        SessionFolder.create(session.path, [])
    assert (session.path / "session.yaml").read_bytes() == before


def test_what_is_new_is_added_by_its_hash(session: SessionFolder) -> None:
    came = session.add(
        [original("again.txt", ONE), original("deep/two.txt", PAGE), original("two.txt", PAGE)]
    )
    assert [(each.entry.path if each.entry else None, each.same) for each in came] == [
        (None, "articles/one.txt"),
        ("articles/two-2.txt", None),
        (None, "articles/two-2.txt"),
    ]
    assert [each.same for each in session.add([original("two.txt", TWO)])] == ["articles/two.txt"]
    assert [entry.path for entry in session.config.articles] == [
        f"articles/{n}.txt" for n in ("one", "two", "two-2")
    ]
    assert len(session.read_articles()[0]) == 3


def test_a_moved_session_is_the_same(session: SessionFolder, tmp_path: Path) -> None:
    before, fingerprint = session.read_articles(), session.fingerprint()
    shutil.move(session.path, tmp_path / "elsewhere")
    moved = SessionFolder.open(tmp_path / "elsewhere")
    assert moved.read_articles() == before
    assert moved.fingerprint() == fingerprint


def test_the_fingerprint_follows_bytes_and_words(session: SessionFolder) -> None:
    seen = {session.fingerprint()}
    session.describe_article("articles/one.txt", published="2025-03-05")
    seen.add(session.fingerprint())
    (session.path / "articles" / "two.txt").write_text(TWO + "More.\n", encoding="utf-8")
    seen.add(session.fingerprint())
    session.set_title("Another title")
    seen.add(session.fingerprint())
    assert len(seen) == 3


def test_a_missing_original_is_said_and_the_rest_opens(session: SessionFolder) -> None:
    (session.path / "articles" / "one.txt").unlink()
    articles, (problem,) = session.read_articles()
    assert [article.path for article in articles] == ["articles/two.txt"]
    assert "one.txt" in str(problem)


def test_an_original_that_became_something_else_is_said(session: SessionFolder) -> None:
    (session.path / "articles" / "one.txt").unlink()
    os.mkfifo(session.path / "articles" / "one.txt")
    (session.path / "articles" / "two.txt").write_bytes(b"")
    articles, problems = session.read_articles()
    assert articles == ()
    assert len(problems) == 2


def test_the_same_text_twice_is_one_article(session: SessionFolder) -> None:
    copy = session.path / "articles" / "copy.txt"
    copy.write_text(ONE.replace("\r\n", "\n"), encoding="utf-8")
    text = (session.path / "session.yaml").read_text(encoding="utf-8")
    (session.path / "session.yaml").write_text(
        text.replace("articles:\n", "articles:\n  - articles/copy.txt\n"), encoding="utf-8"
    )
    articles, (problem,) = SessionFolder.open(session.path).read_articles()
    assert [article.path for article in articles] == ["articles/copy.txt", "articles/two.txt"]
    assert "same text as articles/copy.txt" in str(problem)


def test_a_link_out_of_the_session_is_refused(session: SessionFolder, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Nobody is to read this sentence in a report.", encoding="utf-8")
    (session.path / "articles" / "one.txt").unlink()
    (session.path / "articles" / "one.txt").symlink_to(secret)
    articles, (problem,) = session.read_articles()
    assert len(articles) == 1
    assert "leads out of the session" in str(problem)


def test_problems_of_session_yaml_come_with_the_articles(session: SessionFolder) -> None:
    file = session.path / "session.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "colour: red\n", encoding="utf-8")
    articles, (problem,) = SessionFolder.open(session.path).read_articles()
    assert len(articles) == 2
    assert "'colour'" in str(problem)


def test_what_is_no_session_is_said(tmp_path: Path) -> None:
    for path, why in ((tmp_path, "no session.yaml in it"), (tmp_path / "no", "no such folder")):
        with pytest.raises(BadInput, match=why):
            SessionFolder.open(path)
    (tmp_path / "session.yaml").write_text("title: [x\n", encoding="utf-8")
    with pytest.raises(BadInput, match=r"session.yaml:2:1: is no valid YAML"):
        SessionFolder.open(tmp_path)


def test_cleaned_texts_are_put_back(session: SessionFolder) -> None:
    articles, _ = session.read_articles()
    lost, stale = (session.path / (article.path + CLEANED) for article in articles)
    lost.unlink()
    stale.write_text("old", encoding="utf-8")
    session.write_cleaned(articles)
    assert [lost.read_text(encoding="utf-8"), stale.read_text(encoding="utf-8")] == [a.text for a in articles]


def test_rule_packs_are_shipped_ones_or_files_of_the_session(session: SessionFolder) -> None:
    (session.path / "own.yaml").write_text("pack: own\n", encoding="utf-8")
    file = session.path / "session.yaml"
    text = file.read_text(encoding="utf-8")
    default = f"use: [{', '.join(DEFAULT_PACKS)}]"
    assert default in text
    file.write_text(text.replace(default, "use: [core, own.yaml, croe, ../x.yaml]"), encoding="utf-8")
    paths, problems = SessionFolder.open(session.path).rule_paths()
    assert [path.name for path in paths] == ["core.yaml", "own.yaml"]
    assert [str(problem).count("no rule pack") for problem in problems] == [1, 1]


def test_a_rule_is_switched(session: SessionFolder) -> None:
    assert session.switch_rule("toll", on=False)
    assert not session.switch_rule("toll", on=False)
    assert SessionFolder.open(session.path).config.off == ("toll",)
    assert session.switch_rule("toll", on=True)
    assert (session.config.off, session.config.on) == ((), ())


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(BadInput, match="cannot be written"):
        SessionFolder.create(tmp_path / "file" / "session", [original("one.txt", ONE)])


def test_a_write_that_fails_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "session.yaml"
    path.write_bytes(b"before")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BadInput, match="No space left"):
        write_atomic(path, b"after")
    assert path.read_bytes() == b"before"
    assert [each.name for each in tmp_path.iterdir()] == ["session.yaml"]


@pytest.mark.parametrize(
    ("name", "taken", "expected"),
    [
        ("a.txt", (), "a.txt"),
        ("A.txt", ("a.TXT",), "A-2.txt"),
        ("a.txt", ("a.txt", "a-2.txt"), "a-3.txt"),
        ("../../x y?.html", (), "x-y.html"),
        (".hidden", (), "hidden"),
        ("???", (), "article"),
        ("con.txt", (), "con-.txt"),
        ("a.txt.cleaned.txt", (), "a.txt.cleaned-.txt"),
        ("новини.txt", (), "новини.txt"),
        ("cafe\u0301.txt", (), "café.txt"),
        ("x" * 300 + ".html", (), "x" * 75 + ".html"),
        ("b.txt", (f"b.txt{CLEANED}",), "b-2.txt"),
    ],
)
def test_names_are_safe_and_free(name: str, taken: tuple[str, ...], expected: str) -> None:
    assert safe_name(name, taken) == expected

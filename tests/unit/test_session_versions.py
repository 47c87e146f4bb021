"""The same source again: which text is a newer version of which article, and what becomes of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.ingest import read_bytes
from factcheck.problems import BadInput
from factcheck.session import SessionFolder
from factcheck.session.configread import read_config
from factcheck.session.versions import containment, same_address, same_name

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.model import Article
    from factcheck.session.adding import Added
    from factcheck.session.config import SessionConfig

LOCK = """Title: The north lock
Source: Lock Gazette
Date: 2025-03-05

Seven crates were missing from the barge, the lock keeper said on Monday evening at the north lock.

The gate had stood open for an hour when the night watch came by, he told this newspaper.

Nobody had seen the barge leave.
"""
MILL = """Source: Mill Herald

Police found four crates behind the mill, a spokesman for the town said.

A dog led them there at six in the morning, and the owner of the mill was asked to come.
"""
OTHER = """Source: Lock Gazette

The town council voted for a new bridge on Thursday after a debate that went on until midnight.
"""


def newer(text: str) -> str:
    return text.replace("Seven crates", "Nine crates").replace("four crates", "all crates")


def original(path: str, text: str) -> tuple[Article, bytes]:
    data = text.encode()
    return read_bytes(data, path=path, id="a1"), data


@pytest.fixture
def session(tmp_path: Path) -> SessionFolder:
    return SessionFolder.create(tmp_path / "s", [original("lock.txt", LOCK), original("mill.txt", MILL)])


def add(
    session: SessionFolder, path: str, text: str, replaces: str | None = None, new: bool = False
) -> Added:
    (added,) = session.add([original(path, text)], replaces=replaces, as_new=new)
    return added


def compared(session: SessionFolder) -> list[str]:
    articles, problems = SessionFolder.open(session.path).read_articles()
    assert problems == ()
    return [article.path.removeprefix("articles/") for article in articles]


# --- what session.yaml says -------------------------------------------------------------------


def config(*articles: str) -> SessionConfig:
    listed = "".join(f"  - {{path: {each}}}\n" for each in articles)
    return read_config(f"articles:\n{listed}".encode(), "session.yaml")


def test_the_newest_version_stands_where_the_first_one_does() -> None:
    said = config("a.txt", "b.txt", "c.txt, replaces: a2.txt", "d.txt", "a2.txt, replaces: ./a.txt")
    assert said.problems == ()
    assert [entry.path for entry in said.current] == ["c.txt", "b.txt", "d.txt"]
    assert said.replaced_by == {"a.txt": "a2.txt", "a2.txt": "c.txt"}
    assert said.version_numbers == {"a.txt": 1, "a2.txt": 2, "c.txt": 3, "b.txt": 1, "d.txt": 1}


@pytest.mark.parametrize(
    ("articles", "place", "words", "newest"),
    [
        (["a.txt, replaces: a.txt"], "2:29", "this very article", ["a.txt"]),
        (["a.txt, replaces: b.txt", "b.txt, replaces: a.txt"], "3:29", "a later version", ["a.txt"]),
        (
            ["a.txt, replaces: c.txt", "b.txt, replaces: a.txt", "c.txt, replaces: b.txt"],
            "4:29", "a later version", ["b.txt"],
        ),
        (
            ["a.txt", "b.txt, replaces: a.txt", "c.txt, replaces: a.txt"],
            "4:29", "'b.txt' already", ["b.txt", "c.txt"],
        ),
        (["a.txt, replaces: b.txt"], "2:29", "no article of this session", ["a.txt"]),
        (["a.txt, replaces: ../../etc/passwd"], "2:29", "no article of this session", ["a.txt"]),
        (["a.txt", "b.txt, replaces: [a.txt]"], "3:29", "a word or a line", ["a.txt", "b.txt"]),
    ],
)  # fmt: skip
def test_versions_that_cannot_be_are_said_and_passed_over(
    articles: list[str], place: str, words: str, newest: list[str]
) -> None:
    said = config(*articles)
    (problem,) = said.problems
    assert str(problem).startswith(f"error: session.yaml:{place}: ")
    assert words in str(problem)
    assert [entry.path for entry in said.current] == newest


def test_a_long_chain_of_versions_is_followed() -> None:
    listed = ["a0.txt", *(f"a{n}.txt, replaces: a{n - 1}.txt" for n in range(1, 9000))]
    assert [entry.path for entry in config(*listed[::-1]).current] == ["a8999.txt"]


# --- which file is a version ------------------------------------------------------------------


def test_the_same_file_with_changed_text_becomes_a_version(session: SessionFolder) -> None:
    before = session.fingerprint()
    added = add(session, "elsewhere/lock.txt", newer(LOCK))
    assert added.entry is not None
    assert added.was is not None
    assert (added.entry.path, added.entry.replaces) == ("articles/lock-2.txt", "articles/lock.txt")
    assert (added.place, added.version, added.was.path) == (0, 2, "articles/lock.txt")
    assert compared(session) == ["lock-2.txt", "mill.txt"]
    assert session.fingerprint() != before
    # The older text stays where it was, byte for byte, and is listed.
    assert (session.path / "articles" / "lock.txt").read_bytes() == LOCK.encode()
    assert [entry.path for entry in session.config.articles] == [
        f"articles/{name}.txt" for name in ("lock", "mill", "lock-2")
    ]
    third = add(session, "lock.txt", newer(LOCK).replace("Nobody had", "Two boys had"))
    assert (third.version, third.place, compared(session)) == (3, 0, ["lock-3.txt", "mill.txt"])


def test_what_is_here_in_any_version_is_not_added_again(session: SessionFolder) -> None:
    add(session, "lock.txt", newer(LOCK))
    again, back = add(session, "x.txt", newer(LOCK)), add(session, "lock.txt", LOCK)
    other_bytes = add(session, "lock.txt", newer(LOCK).replace("\n", "\r\n"))
    assert [each.entry for each in (again, back, other_bytes)] == [None, None, None]
    assert (again.same, again.outdated) == ("articles/lock-2.txt", False)
    assert (back.same, back.outdated) == ("articles/lock.txt", True)
    assert other_bytes.same == "articles/lock-2.txt"
    assert len(session.config.articles) == 3


def test_another_text_under_the_same_name_is_another_article(session: SessionFolder) -> None:
    assert add(session, "lock.txt", OTHER).was is None
    assert compared(session) == ["lock.txt", "mill.txt", "lock-2.txt"]
    # Stored under a number, it is still the file of that name.
    came = add(session, "lock.txt", OTHER.replace("Thursday", "Friday"))
    assert came.entry is not None
    assert came.entry.replaces == "articles/lock-2.txt"


def test_a_rival_that_prints_the_same_under_the_same_name_is_no_version(session: SessionFolder) -> None:
    assert add(session, "lock.txt", newer(LOCK).replace("Lock Gazette", "River Radio")).was is None
    page = f"URL: https://river.example/lock\n{newer(LOCK)}"
    session.describe_article("articles/lock.txt", url="https://gazette.example/lock")
    assert add(session, "lock.txt", page).was is None


def test_one_address_is_one_article_whatever_the_text(session: SessionFolder) -> None:
    session.describe_article("articles/mill.txt", url="https://www.herald.example/live/?id=7")
    live = "URL: http://herald.example/live?id=7\n\nEverything is written anew here, an editor said.\n"
    added = add(session, "later.txt", live)
    assert (added.place, added.version) == (1, 2)
    assert compared(session) == ["lock.txt", "later.txt"]


def test_a_person_has_the_last_word(session: SessionFolder) -> None:
    assert add(session, "lock.txt", newer(LOCK), new=True).was is None
    assert add(session, "anything.txt", OTHER, "B").place == 1
    assert add(session, "else.txt", OTHER + "More of it was said later.\n", "articles/lock.txt").place == 0
    assert compared(session) == ["else.txt", "anything.txt", "lock-2.txt"]


@pytest.mark.parametrize(
    ("name", "words"),
    [("C", "no article is called 'C'"), ("../x", "no article"), ("articles/lock.txt", "replaced by")],
)
def test_what_cannot_be_replaced_is_said_and_nothing_is_written(
    session: SessionFolder, name: str, words: str
) -> None:
    add(session, "lock.txt", newer(LOCK))
    before = sorted(each.name for each in (session.path / "articles").iterdir())
    with pytest.raises(BadInput, match=words):
        add(session, "x.txt", OTHER, name)
    with pytest.raises(BadInput, match="2 files cannot all replace 'A'"):
        session.add([original("x.txt", OTHER), original("y.txt", newer(MILL))], replaces="A")
    assert sorted(each.name for each in (session.path / "articles").iterdir()) == before


def test_files_that_come_together_are_no_versions_of_each_other(tmp_path: Path) -> None:
    locks = [original("one/lock.txt", LOCK), original("two/lock.txt", newer(LOCK))]
    mills = [original("one/mill.txt", MILL), original("two/mill.txt", newer(MILL))]
    session = SessionFolder.create(tmp_path / "s", locks)
    assert [each.was for each in session.add(mills)] == [None, None]
    assert len(session.config.current) == 4


# --- what is said of the newer version --------------------------------------------------------


def test_what_a_person_wrote_of_the_older_version_holds_on(session: SessionFolder) -> None:
    session.describe_article(
        "articles/lock.txt", source="The Gazette", owner="Lock House", redact="true", kind="digest",
        lang="de", title="Mended by hand", published="2025-03-04", url="https://gazette.example/lock",
    )  # fmt: skip
    came = add(session, "lock.txt", newer(LOCK), "A").entry
    assert came is not None
    assert (came.source, came.owner, came.redact, came.kind, came.lang) == (
        "The Gazette", "Lock House", True, "digest", "de",
    )  # fmt: skip
    # The new text says of its title and its date what the old one said: the corrections stand.
    assert (came.title, came.published, came.url) == (
        "Mended by hand", "2025-03-04", "https://gazette.example/lock",
    )  # fmt: skip
    later = newer(LOCK).replace("The north lock", "Nine crates gone").replace("2025-03-05", "2025-03-06")
    changed = add(session, "lock.txt", later, "A").entry
    assert changed is not None
    assert (changed.title, changed.published) == ("Nine crates gone", "2025-03-06")
    article = SessionFolder.open(session.path).read_articles()[0][0]
    assert (article.source, article.owner, article.redact, article.kind) == (
        "The Gazette", "Lock House", True, "digest",
    )  # fmt: skip


def test_a_date_that_the_new_text_does_not_say_is_kept(session: SessionFolder) -> None:
    came = add(session, "lock.txt", newer(LOCK).replace("Date: 2025-03-05\n", "")).entry
    assert came is not None
    assert came.published == "2025-03-05"


def test_a_source_named_after_its_file_gives_way_to_a_real_one(tmp_path: Path) -> None:
    bare = LOCK.replace("Source: Lock Gazette\n", "")
    session = SessionFolder.create(tmp_path / "s", [original("my lock.txt", bare)])
    assert session.config.articles[0].source == "my lock"
    came = add(session, "my lock.txt", newer(LOCK)).entry
    assert came is not None
    assert (came.source, came.replaces) == ("Lock Gazette", "articles/my-lock.txt")


def test_a_lost_original_of_an_older_version_is_said_and_the_newer_one_read(session: SessionFolder) -> None:
    add(session, "lock.txt", newer(LOCK))
    (session.path / "articles" / "lock.txt").unlink()
    articles, (problem,) = SessionFolder.open(session.path).read_articles()
    assert [article.path for article in articles] == ["articles/lock-2.txt", "articles/mill.txt"]
    assert "lock.txt" in str(problem)


def test_the_bytes_of_an_older_version_are_no_part_of_the_analysis(session: SessionFolder) -> None:
    add(session, "lock.txt", newer(LOCK))
    before = session.fingerprint()
    (session.path / "articles" / "lock.txt").write_text(LOCK + "More.\n", encoding="utf-8")
    assert session.fingerprint() == before
    (session.path / "articles" / "lock-2.txt").write_text(LOCK + "More.\n", encoding="utf-8")
    assert session.fingerprint() != before


# --- the measures -----------------------------------------------------------------------------


def test_shared_text_is_measured_both_ways_and_without_furniture() -> None:
    whole, part = original("a.txt", LOCK)[0], original("b.txt", LOCK[: LOCK.index("The gate")])[0]
    assert containment(whole, whole) == containment(whole, part) == containment(part, whole) == 1
    assert containment(whole, original("c.txt", OTHER)[0]) < 0.05
    assert containment(original("d.txt", "Too short.")[0], original("e.txt", "Too short.")[0]) == 0
    huge = original("f.txt", "word " * 400_000)[0]
    assert containment(huge, huge) == 1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://a.example/x", "http://www.A.example/x/", True),
        ("https://a.example/x#top", "https://a.example/x", True),
        ("https://a.example/?p=7", "https://a.example/?p=7", True),
        ("https://a.example/?p=7", "https://a.example/?p=8", False),
        ("https://a.example/x", "https://b.example/x", False),
        ("https://a.example/", "https://a.example", False),
        ("http://[bad/x", "http://[bad/x", False),
        ("not an address", "not an address", False),
        (None, None, False),
    ],
)
def test_addresses(one: str | None, other: str | None, same: bool) -> None:
    assert same_address(one, other) is same


@pytest.mark.parametrize(
    ("given", "stored", "same"),
    [
        ("deep/lock.txt", "articles/lock.txt", True),
        ("Lock.TXT", "articles/lock.txt", True),
        ("my lock?.txt", "articles/my-lock.txt", True),
        ("lock.txt", "articles/lock-2.txt", True),
        ("lock-2.txt", "articles/lock-2.txt", True),
        ("lock-2.txt", "articles/lock.txt", False),
        ("lock.html", "articles/lock.txt", False),
        ("-", "articles/stdin.txt", False),
    ],
)
def test_names(given: str, stored: str, same: bool) -> None:
    assert same_name(given, stored) is same

"""Files, folders and standard input: what is bad is said in one line, the rest is read."""

from __future__ import annotations

import os
import threading
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from factcheck.ingest import ArticleMeta, files, read_paths

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.problems import Problem

BODY = "The harbour wall of Norland will be torn down before the winter, the mayor said on Friday."


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(BODY)
    return path


def only(problems: tuple[Problem, ...]) -> Problem:
    assert len(problems) == 1
    assert "\n" not in str(problems[0])
    return problems[0]


def test_a_folder_is_read_sorted_and_through(tmp_path: Path) -> None:
    for i, name in enumerate(
        ["b.md", "a.txt", "sub/c.html", "sub/d.TXT", "e.pdf", ".hidden.txt", ".git/f.txt"]
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"<p>{BODY} {i}</p>" if name.endswith("html") else f"{BODY} {i}")
    articles, problems = read_paths([tmp_path])
    assert [os.path.relpath(article.path, tmp_path) for article in articles] == [
        "a.txt",
        "b.md",
        "sub/c.html",
        "sub/d.TXT",
    ]
    assert [article.id for article in articles] == ["a1", "a2", "a3", "a4"]
    assert problems == ()


def test_standard_input() -> None:
    articles, problems = read_paths(["-", "-"], stdin=BytesIO(BODY.encode()))
    assert problems == ()
    assert [(article.path, article.source, article.text) for article in articles] == [
        ("-", "standard input", BODY)
    ]


def test_the_same_bytes_are_read_once_and_the_caller_is_told(good: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes(good.read_bytes())
    told: list[tuple[str, str]] = []
    articles, problems = read_paths([good, copy], on_repeat=lambda path, first: told.append((path, first)))
    assert [article.path for article in articles] == [str(good)]
    assert told == [(str(copy), str(good))]
    assert problems == ()


def test_the_same_path_twice_is_a_repeat_too(good: Path) -> None:
    told: list[str] = []
    articles, _ = read_paths([good, str(good)], on_repeat=lambda path, _: told.append(path))
    assert len(articles) == 1
    assert told == [str(good)]


def test_overrides_go_by_path_or_name(good: Path) -> None:
    for key in (str(good), "good.txt"):
        articles, _ = read_paths([good], overrides={key: ArticleMeta(source="The Daily Gull")})
        assert articles[0].source == "The Daily Gull"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "empty"),
        (b" \n\t\r\n ", "white space"),
        ("\ufeff \n\u2028".encode(), "white space"),
        (b"a\0b" * 50, "not a text file"),
    ],
)
def test_bad_content_is_a_problem_and_the_rest_is_read(
    good: Path, tmp_path: Path, data: bytes, what: str
) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(data)
    articles, problems = read_paths([bad, good])
    assert [(article.id, article.path) for article in articles] == [("a1", str(good))]
    problem = only(problems)
    assert problem.path == str(bad)
    assert what in problem.what
    assert problem.mend


def test_what_is_missing_or_leads_nowhere(good: Path, tmp_path: Path) -> None:
    link, loop = tmp_path / "link.txt", tmp_path / "loop.txt"
    link.symlink_to(tmp_path / "gone.txt")
    loop.symlink_to(loop)
    articles, problems = read_paths([tmp_path / "none.txt", link, loop, good / "x.txt", good])
    assert len(articles) == 1
    assert [problem.what for problem in problems] == [
        "no such file",
        "the link leads nowhere",
        "the link leads nowhere",
        "no such file",
    ]


def test_an_empty_folder_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    articles, problems = read_paths([tmp_path])
    assert articles == ()
    assert "holds no article" in only(problems).what


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_never_waited_for(good: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    done: list[object] = []
    reader = threading.Thread(target=lambda: done.append(read_paths([pipe, "/dev/null", good])), daemon=True)
    reader.start()
    reader.join(timeout=20)
    assert done, "reading a named pipe blocked"
    articles, problems = read_paths([pipe, good])
    assert len(articles) == 1
    assert "not a regular file" in only(problems).what


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="root may read everything")
def test_a_file_without_permission(good: Path) -> None:
    good.chmod(0)
    _, problems = read_paths([good])
    assert "may not be read" in only(problems).what


def test_permission_and_disk_errors_are_worded(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for error, what in (
        (PermissionError(13, "Permission denied"), "may not be read"),
        (OSError(5, "I/O error"), "cannot be read"),
    ):

        def refuse(*_: object, error: OSError = error) -> int:
            raise error

        monkeypatch.setattr("factcheck.ingest.files.os.open", refuse)
        _, problems = read_paths([good])
        assert what in only(problems).what


def test_a_path_with_a_nul_is_a_problem() -> None:
    _, problems = read_paths(["a\0b.txt"])
    assert "cannot be read" in only(problems).what


def test_what_is_too_large_is_not_read(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 40)
    _, problems = read_paths([good, "-"], stdin=BytesIO(b"x" * 50))
    assert [problem.what for problem in problems] == ["the file is too large (0 MB)"] * 2


def test_whoever_watches_hears_how_many_files_are_read_and_may_give_up(good: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(BODY + " Again.")
    heard: list[tuple[str, int, int]] = []
    read_paths([tmp_path], tell=lambda *how: heard.append(how))
    assert heard == [("reading files", 0, 2), ("reading files", 1, 2)]

    def stop(_stage: str, done: int, _steps: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_paths([tmp_path], tell=stop)

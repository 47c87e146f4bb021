"""What people, files and machines can do to the installed command: real processes, real terminals.

Whatever comes in, the command ends with one line a fault and the right status, never with a
traceback; no raw control character reaches the terminal; and what was said to be saved is saved.
"""

from __future__ import annotations

import json
import os
import re
import select
import shutil
import signal
import sqlite3
import struct
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping

pty = pytest.importorskip("pty", reason="terminals of POSIX")
fcntl = pytest.importorskip("fcntl")
termios = pytest.importorskip("termios")
pytestmark = pytest.mark.skipif(os.name == "nt", reason="links, pipes and terminals of POSIX")

COMMAND = Path(sys.executable).with_name("factcheck")
STORY = """Title: Ferry [/red] aground
Source: The Tolme Gazette
Date: 2025-05-06

At least 12 people were injured when a ferry ran aground off Tolme on Monday, the coast guard said.

The coast guard said 140 passengers were rescued on Monday.
"""
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""What a terminal obeys; tabs and newlines apart."""


class Ended(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def errors(self) -> list[str]:
        return [line for line in self.err.splitlines() if line.startswith("error: ")]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACTCHECK_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path


@pytest.fixture
def story(home: Path) -> Path:
    return write(home / "story.txt", STORY)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A session that was scanned already; each test gets a copy."""
    home = tmp_path_factory.mktemp("made")
    assert run("new", home / "session", write(home / "story.txt", STORY)).code == 0
    assert run("export", home / "session").code == 0
    return home / "session"


@pytest.fixture
def session(home: Path, made: Path) -> Path:
    return Path(shutil.copytree(made, home / "session"))


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def run(*words: object, stdin: bytes = b"", more: Mapping[str, str] | None = None) -> Ended:
    """The command run to its end; whatever it was given, it behaves on its outputs."""
    done = subprocess.run(
        [COMMAND, *map(str, words)],
        input=stdin,
        capture_output=True,
        timeout=60,
        env={**os.environ, **(more or {})},
        check=False,
    )
    ended = Ended(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in ended.err, ended.err[-2000:]
    assert ended.code in (0, 1, 2)
    for text in (ended.out.replace("\r\n", "\n"), ended.err):
        assert OBEYED.search(text) is None
    return ended


def shell(line: str) -> Ended:
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {line.replace('factcheck', str(COMMAND))}"],
        capture_output=True,
        timeout=30,
        check=False,
    )
    assert b"Traceback" not in done.stderr, done.stderr[-2000:]
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


# --- articles -------------------------------------------------------------------------------


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
    for path in list(bad_files(home / "bad"))[::3]:
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


# --- session.yaml ---------------------------------------------------------------------------

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
        for words in (("export", session), ("add", session, session / "articles")):
            ended = run(*words)
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


# --- rule files -----------------------------------------------------------------------------

GOOD = "  - {id: mine.aground, title: Aground, kind: event, patterns: ['ferry ran aground']}\n"


BAD_RULES = {
    "{regex: '(a+)+$'}": "repeat",
    "{regex: 'x*'}": "empty string",
    "'{nosuch} ferry'": "no vocabulary",
    "'" + "{" * 15_000 + "'": "pattern",
    "{regex: '['}": "not closed",
    "''": "empty",
}


def test_one_bad_rule_leaves_the_good_ones_at_work(home: Path, story: Path) -> None:
    bad = "".join(
        f'  - {{id: mine.bad{number}, title: "\\e[31mx", kind: event, patterns: [{pattern}]}}\n'
        for number, pattern in enumerate(BAD_RULES)
    )
    path = write(home / "mine.yaml", "version: 1\nrules:\n" + bad + GOOD)
    ended = run("scan", story, "--rules", path, "--format", "json")
    assert ended.code == 2
    assert [claim["rules"] for claim in json.loads(ended.out)["claims"]] == [["mine.aground"]]
    for line, what in zip(sorted(ended.errors, key=by_line), BAD_RULES.values(), strict=True):
        assert line.startswith(f"error: {path}:")
        assert what in line
    checked = run("rules", "check", path)
    assert checked.code == 1
    assert f"{path}:3:" in checked.out
    listed = run("rules", "list", path)
    assert (listed.code, len(listed.errors), "mine.aground" in listed.out) == (2, len(BAD_RULES), True)


def by_line(error: str) -> int:
    return int(error.split(".yaml:")[1].split(":")[0])


def test_rule_files_that_hold_no_rule(home: Path) -> None:
    broken = (b"", b"\xff" * 300, b"version: 1\0", b"[" * 30_000, b"version: 9\nrules: []\n", b"{" * 30_000)
    for content in broken:
        path = write(home / "mine.yaml", content)
        for words in (("rules", "test", path), ("rules", "list", path)):
            ended = run(*words)
            assert (ended.code, ended.out, len(ended.errors)) == (2, "", 1)
        assert run("rules", "check", path).code == 1


def test_ten_thousand_rules(home: Path, story: Path) -> None:
    many = "".join(
        f"  - {{id: mine.r{n}, title: t, kind: event, patterns: [word{n} thing]}}\n" for n in range(10_000)
    )
    path = write(home / "many.yaml", "version: 1\nrules:\n" + GOOD + many)
    ended = run("scan", story, "--rules", path, "--format", "json")
    assert (ended.code, len(ended.errors)) == (2, 1)
    assert len(json.loads(ended.out)["claims"]) == 1


# --- the database ---------------------------------------------------------------------------


def events(session: Path) -> list[dict[str, Any]]:
    ended = run("history", session, "--format", "json")
    assert ended.code == 0, ended.err
    found: list[dict[str, Any]] = json.loads(ended.out)
    return found


def judged(session: Path) -> Path:
    claim = json.loads(run("export", session, "--format", "json").out)["claims"][0]["id"]
    assert run("mark", session, claim, "supported", "--note", "seen " * 3000).code == 0
    return session / "factcheck.db"


def test_a_database_that_is_damaged_or_not_ours_is_left_as_it_is(session: Path) -> None:
    database = judged(session)
    whole = database.read_bytes()
    newer = sqlite3.connect(database)
    newer.execute("UPDATE _sqlite_migrations SET name = 'from_the_future' WHERE id = 1")
    newer.commit()
    newer.close()
    future = database.read_bytes()
    middle = len(whole) // 2
    for content in (
        future,
        b"hello there, this is no database at all",
        whole[:middle],
        whole[: 4096 + 100],
        b"SQLite format 3\0" + os.urandom(5000),
    ):
        write(database, content)
        for words in (("history", session), ("export", session)):
            ended = run(*words)
            assert (ended.code, len(ended.errors), ended.out) == (2, 1, "")
            assert ended.err.startswith(f"error: {database}: ")
        assert database.read_bytes() == content
    database.unlink()
    database.mkdir()
    assert run("history", session).code == 2


def test_any_page_may_be_spoilt(session: Path) -> None:
    database = judged(session)
    whole = database.read_bytes()
    before = events(session)
    for page in range(1, len(whole) // 4096, max(1, len(whole) // 4096 // 8)):
        at = page * 4096
        write(database, whole[:at] + os.urandom(4096) + whole[at + 4096 :])
        ended = run("history", session, "--format", "json")
        assert ended.code == 2 or json.loads(ended.out) == before


def tmpfs(folder: Path, options: str) -> bool:
    folder.mkdir()
    if os.geteuid() != 0:
        return False
    return (
        subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", folder], check=False).returncode == 0
    )


def fill(path: Path) -> None:
    with path.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(b"x" * 512)


def test_a_full_disk_and_a_read_only_one(session: Path, home: Path, story: Path) -> None:
    disk = home / "disk"
    if not tmpfs(disk, "size=512k"):
        pytest.skip("mounting takes root")
    try:
        shutil.copytree(session, disk / "session")
        database = judged(disk / "session")
        before = events(disk / "session")
        fill(disk / "filler")
        claim = before[0]["claim"]
        ended = run("mark", disk / "session", claim, "unsourced", "--note", "n" * 100_000)
        assert (ended.code, len(ended.errors)) == (2, 1)
        assert f"error: {database}: " in ended.err
        for words in (("scan", story, "-o", disk / "out"), ("add", disk / "session", story, "-"),
                      ("new", disk / "new", story)):  # fmt: skip
            ended = run(*words, stdin=STORY.replace("12", "13").encode())
            assert (ended.code, len(ended.errors)) == (2, 1), ended
        (disk / "filler").unlink()
        assert events(disk / "session") == before
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        assert events(disk / "session") == before
        assert run("export", disk / "session").code == 0
        ended = run("mark", disk / "session", claim, "unsourced")
        assert (ended.code, len(ended.errors)) == (2, 1)
        assert "read-only" in ended.err
    finally:
        subprocess.run(["umount", "-l", disk], check=True)


# --- streams and surroundings ---------------------------------------------------------------


def test_no_terminal_no_app(session: Path, home: Path) -> None:
    for words in (("review", session), ("demo",), ("review", session / "articles")):
        ended = run(*words)
        assert (ended.code, len(ended.errors)) == (2, 1)
        assert "no terminal" in ended.err
    assert run().code == 2
    assert not (home / "data").exists()


def test_outputs_that_are_closed_full_or_gone(session: Path, story: Path) -> None:
    for words in (f"scan '{story}'", f"history '{session}'", "rules list", "--help", "rules --help"):
        ended = shell(f"factcheck {words} > /dev/full")
        full = len(ended.err.splitlines()) == 1 and ended.code == 2
        assert full or (words.startswith("history") and ended.code == 0), (words, ended)
    assert shell("factcheck rules list | head -1").code == 0
    assert shell(f"factcheck scan '{story}' --format json | head -c 1").code == 0
    assert shell(f"factcheck scan '{story}' >&-").code == 2
    assert shell("factcheck scan - <&-").code == 2
    assert shell(f"factcheck review '{session}' <&- >&- 2>&-").code == 2


def test_an_output_file_is_whole_or_untouched(home: Path, session: Path) -> None:
    (home / "link").symlink_to(write(home / "report", "old"))
    os.mkfifo(home / "pipe")
    assert run("export", session, "-o", home / "link").code == 0
    assert (home / "link").is_symlink()
    assert "12 people" in (home / "report").read_text(encoding="utf-8")
    reader = subprocess.Popen(["cat", home / "pipe"], stdout=subprocess.PIPE)
    assert run("export", session, "-o", home / "pipe").code == 0
    assert b"12 people" in reader.communicate()[0]
    assert (home / "pipe").is_fifo()
    bad = ("/dev/full", home / "missing" / "out", home, home / "\x1b[31m" / "out", home / ("n" * 300))
    for target in bad:
        ended = run("export", session, "-o", target)
        assert (ended.code, len(ended.errors)) == (2, 1), target
    assert [path.name for path in home.iterdir() if path.name.startswith(".")] == []


SURROUNDINGS: list[dict[str, str]] = [
    {"LC_ALL": "C"},
    {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"PYTHONIOENCODING": "ascii"},
    {"NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "1"},
    {"HOME": "/nonexistent", "FACTCHECK_STATE_DIR": "/dev/null/x"},
    {"HOME": ""},
]


@pytest.mark.parametrize("more", SURROUNDINGS, ids=lambda more: " ".join(more))
def test_odd_surroundings(session: Path, more: dict[str, str]) -> None:
    exported = run("export", session, "--format", "json", more=more)
    claim = json.loads(exported.out)["claims"][0]["id"]
    judge = ("mark", session, claim, "supported", "--note", "Łódź", "--reviewer", "Ana")
    assert run(*judge, more=more).code == 0
    assert "supported" in run("history", session, more=more).out
    assert "Łódź" in run("export", session, "--format", "md", more=more).out
    assert run("--help", more=more).code == 0
    assert len(run("add", session, session / "Łódź", more=more).errors) == 1


# --- the app in a terminal ------------------------------------------------------------------


class Terminal:
    """The app in a terminal of its own."""

    def __init__(self, session: Path, *words: object, size: tuple[int, int] = (40, 120), **more: str) -> None:
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            # Started beside the session, so that messages with its path fit on the screen.
            os.chdir(session.parent)
            command = [str(COMMAND), "review", session.name, *map(str, words)]
            os.execve(COMMAND, command, {**os.environ, "TERM": "xterm-256color", **more})
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
        self.out = b""

    def read(self, until: bytes = b"", seconds: float = 10) -> bool:
        """Read till the words come, or for so long."""
        begin, end = len(self.out), time.monotonic() + seconds
        while time.monotonic() < end and not (until and until in self.out[begin:]):
            if select.select([self.fd], [], [], 0.05)[0]:
                try:
                    self.out += os.read(self.fd, 65536)
                except OSError:
                    break
        return bool(until) and until in self.out[begin:]

    def ready(self) -> Terminal:
        assert self.read(b"\x1b[?1049h"), self.out
        assert self.read(b"supported"), self.out
        self.read(seconds=0.5)
        return self

    def press(self, keys: bytes) -> None:
        os.write(self.fd, keys)

    def kill(self, number: int) -> None:
        os.kill(self.pid, number)

    def ended(self, seconds: float = 10) -> int:
        """The exit status, negative for a signal; what the app says while it leaves is kept."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            done, status = os.waitpid(self.pid, os.WNOHANG)
            if done:
                self.read(seconds=0.2)
                assert b"Traceback" not in self.out
                return os.waitstatus_to_exitcode(status)
            self.read(seconds=0.05)
        self.kill(signal.SIGKILL)
        os.waitpid(self.pid, 0)
        pytest.fail("the app does not end")


def test_a_verdict_that_was_answered_survives_kill_9(session: Path) -> None:
    app = Terminal(session).ready()
    app.press(b"s")
    assert app.read(b"set on")
    app.kill(signal.SIGKILL)
    assert app.ended() == -signal.SIGKILL
    assert [event["verdict"] for event in events(session)] == ["supported"]
    assert b"\x1b[31mred" not in app.out


def test_a_closed_terminal_and_sigterm_lose_nothing(session: Path) -> None:
    app = Terminal(session).ready()
    app.press(b"s")
    assert app.read(b"set on")
    os.close(app.fd)
    assert os.waitpid(app.pid, 0)[0] == app.pid
    assert len(events(session)) == 1
    app = Terminal(session).ready()
    app.press(b"u")
    assert app.read(b"set on")
    app.kill(signal.SIGTERM)
    assert app.ended() == 0
    assert b"\x1b[?1049l" in app.out, "the terminal is given back"
    assert len(events(session)) == 2
    assert not (session / "factcheck.db-wal").exists()


def test_a_terminal_that_goes_away_without_a_signal_ends_the_app(session: Path) -> None:
    outer, inner = os.openpty()
    fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    app = subprocess.Popen(
        [COMMAND, "review", session], stdin=inner, stdout=inner, stderr=inner, start_new_session=True
    )
    os.close(inner)
    seen = b""
    end = time.monotonic() + 10
    while b"supported" not in seen and time.monotonic() < end:
        if select.select([outer], [], [], 0.1)[0]:
            seen += os.read(outer, 65536)
    os.close(outer)
    assert app.wait(10) != 0


def test_two_apps_on_one_session(session: Path) -> None:
    first, second = (Terminal(session, "--reviewer", name).ready() for name in ("ana", "ben"))
    for app, key in ((first, b"s"), (second, b"u")):
        app.press(key)
        assert app.read(b"set on")
        app.press(b"q")
    assert first.ended() == second.ended() == 0
    assert [(each["reviewer"], each["verdict"]) for each in events(session)] == [
        ("ana", "supported"),
        ("ben", "unsourced"),
    ]


def test_a_database_that_goes_away_under_the_app_is_said(session: Path) -> None:
    app = Terminal(session).ready()
    for path in session.glob("factcheck.db*"):
        path.unlink()
    app.press(b"s")
    assert app.read(b"is not the file that was opened")
    app.press(b"q")
    assert app.ended() == 0


def test_a_database_that_is_spoilt_under_the_app_is_said(session: Path) -> None:
    app = Terminal(session).ready()
    for path in session.glob("factcheck.db*"):
        write(path, os.urandom(path.stat().st_size))
    assert app.read(b"error: ", seconds=5)
    app.press(b"sq")
    assert app.ended() == 0


@pytest.mark.parametrize(
    ("size", "more"),
    [((1, 1), {"TERM": "dumb", "NO_COLOR": "1"}), ((3, 10), {"LC_ALL": "C", "HOME": "/nonexistent"})],
)
def test_odd_terminals(session: Path, size: tuple[int, int], more: dict[str, str]) -> None:
    app = Terminal(session, size=size, **more)
    assert app.read(b"\x1b[?1049h")
    app.read(seconds=0.5)
    app.press(b"sjJmq?qq")
    assert app.ended() == 0


def test_review_of_bad_files_opens_with_a_notice(home: Path, story: Path) -> None:
    app = Terminal(story, "missing.txt", "--session", "made").ready()
    assert b"no such file" in app.out
    app.press(b"q")
    assert app.ended() == 0

"""Options and helpers that several commands share."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.problems import BadInput, Problem, printable
from factcheck.resources import PACKS, shipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.pipeline import Progress
    from factcheck.workspace import Workspace

BAR = 20
"""Signs of a bar of progress."""


def warn(problems: Iterable[object]) -> int:
    """Print each problem on standard error; how many there were."""
    count = 0
    for problem in problems:
        click.echo(printable(str(problem)), err=True)
        count += 1
    return count


def rule_paths(named: Sequence[str]) -> list[Path]:
    """Rule files by path or by the name of a shipped pack; the shipped packs where none is named."""
    return [rule_path(name) for name in (named or PACKS)]


def rule_path(name: str) -> Path:
    pack = shipped("rules") / f"{name}.yaml"
    return pack if os.path.isfile(pack) and not os.path.exists(name) else Path(name)


@contextmanager
def session_at(path: str) -> Iterator[Workspace]:
    """An open session; what was noticed on the way in (an upgrade, a setting) is said on standard error."""
    from factcheck.session.settings import read_settings
    from factcheck.workspace import open_workspace

    with open_workspace(Path(path)) as workspace:
        warn((*workspace.store.notices, *read_settings().problems))
        yield workspace


def need_terminal() -> None:
    """The app needs a terminal: it reads keys from one and draws through standard error's."""
    if os.environ.get("TEXTUAL_DRIVER"):  # a browser stands in for the terminal
        return
    names = {"standard input": sys.stdin, "standard output": sys.stdout, "standard error": sys.stderr}
    for name, stream in names.items():
        if stream is None or not stream.isatty():
            raise BadInput(
                Problem(
                    name,
                    "this is no terminal",
                    "the app cannot draw here",
                    "run it in a terminal, or use `factcheck scan` and `factcheck export` in scripts",
                )
            )


@contextmanager
def progress() -> Iterator[Progress]:
    """Shows on a terminal's standard error how far a scan is, and takes that away at its end."""
    stream = sys.stderr
    if stream is None or not stream.isatty():
        yield lambda *_: None
        return

    shown = ""

    def show(line: str) -> None:
        # No line is wrapped, or what went into the next row would stay there.
        nonlocal shown
        before, shown = len(shown), line[: (os.get_terminal_size(stream.fileno()).columns or 80) - 1]
        stream.write(f"\r{shown}{' ' * (before - len(shown))}")
        stream.flush()

    def tell(stage: str, done: int, steps: int) -> None:
        filled = BAR * done // max(steps, 1)
        bar = f"[{'#' * filled}{'.' * (BAR - filled)}]"
        show(f"{stage:<15} {bar if steps > 1 else '':<{BAR + 2}}  Ctrl+C gives up")

    try:
        yield tell
    finally:
        show("")
        stream.write("\r")
        stream.flush()


def stdin_for(paths: Sequence[str]) -> bytes | None:
    """Standard input, where a path is "-"; a little more than an article may have, so that it is refused."""
    from factcheck.ingest.files import LARGEST

    if "-" not in paths:
        return None
    return b"" if sys.stdin is None else sys.stdin.buffer.read(LARGEST + 1)


def write_out(text: str, output: str | None) -> None:
    """Text to standard output ("-" or None) or, whole or not at all, to a file."""
    # A file name that is no UTF-8 shows its bytes; in JSON this is the escape that says just that.
    data = text.encode("utf-8", "backslashreplace")
    if output is not None and output != "-":
        _write_file(data, output)
    elif sys.stdout is None:
        raise BadInput(Problem("standard output", "is closed", "", "name a file with -o"))
    else:
        sys.stdout.buffer.write(data if data.endswith(b"\n") else data + b"\n")
        sys.stdout.flush()


def _write_file(data: bytes, output: str) -> None:
    from factcheck.session.files import write_atomic

    # The file behind a link, and what is no file (a pipe, a device), is written, never replaced.
    target = Path(os.path.realpath(output))
    try:
        if os.path.exists(target) and not os.path.isfile(target):
            with target.open("wb") as file:
                file.write(data)
        else:
            write_atomic(target, data)
    except OSError as error:
        raise BadInput(
            Problem(output, "cannot be written", error.strerror or str(error), "choose another -o FILE")
        ) from error

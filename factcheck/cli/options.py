"""Options and helpers that several commands share."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.problems import BadInput, Problem
from factcheck.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

DEFAULT_PACKS = ("core", "conflict")


def warn(problems: Iterable[object]) -> int:
    """Print each problem on standard error; how many there were."""
    count = 0
    for problem in problems:
        click.echo(str(problem), err=True)
        count += 1
    return count


def rule_paths(named: Sequence[str]) -> list[Path]:
    """Rule files by path or by the name of a shipped pack; the shipped packs where none is named."""
    return [rule_path(name) for name in (named or DEFAULT_PACKS)]


def rule_path(name: str) -> Path:
    pack = shipped("rules") / f"{name}.yaml"
    return pack if pack.is_file() and not Path(name).exists() else Path(name)


def need_terminal() -> None:
    """The app needs a terminal: it reads keys from one and draws through standard error's."""
    names = {"standard input": sys.stdin, "standard output": sys.stdout, "standard error": sys.stderr}
    for name, stream in names.items():
        if not stream.isatty():
            raise BadInput(
                Problem(
                    name,
                    "this is no terminal",
                    "the app cannot draw here",
                    "run it in a terminal, or use `factcheck scan` and `factcheck export` in scripts",
                )
            )


def write_out(text: str, output: str | None) -> None:
    """Text to standard output ("-" or None) or, whole or not at all, to a file."""
    if output in (None, "-"):
        sys.stdout.buffer.write(text.encode("utf-8"))
        if not text.endswith("\n"):
            sys.stdout.buffer.write(b"\n")
        sys.stdout.flush()
        return
    assert output is not None
    target = Path(output)
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", newline="", dir=target.parent, prefix=f".{target.name}.", delete=False
        ) as file:
            file.write(text)
        umask = os.umask(0)
        os.umask(umask)
        Path(file.name).chmod(0o666 & ~umask)
        Path(file.name).replace(target)
    except OSError as error:
        raise BadInput(
            Problem(output, "cannot be written", error.strerror or str(error), "choose another -o FILE")
        ) from error

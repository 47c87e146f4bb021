"""``factcheck rules new``: a rule file to begin with."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from factcheck.problems import BadInput, Problem, printable


@click.command(epilog="Example: factcheck rules new transfers.yaml")
@click.argument("file", metavar="FILE")
def new(file: str) -> None:
    """Write a first rule file, with a comment at every line that needs one.

    It passes `rules check` and `rules test` as it is. A FILE that is there already is left alone.
    """
    from factcheck.rules.load import SUFFIXES
    from factcheck.rules.reading.starter import starter

    path = Path(file)
    if path.suffix not in SUFFIXES:
        raise BadInput(Problem(file, "a rule file ends in .yaml", "", f"write {file}.yaml"))
    try:
        with path.open("x", encoding="utf-8") as out:
            out.write(starter(printable(shlex.quote(path.name)), path.stem))
    except FileExistsError:
        raise BadInput(
            Problem(file, "is there already", "nothing is written over", "choose another name")
        ) from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise BadInput(Problem(file, "cannot be written", why, "choose another place")) from error
    named = printable(shlex.quote(file))
    click.echo(f"{printable(file)} is written; change it, then: factcheck rules test {named}")

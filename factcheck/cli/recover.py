"""The command that saves what can be read of a damaged database."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.options import warn
from factcheck.problems import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.store.recover import Recovered

_SHOWN = 10


@click.command(epilog="Example: factcheck recover my-story --dry-run")
@click.argument("session", metavar="SESSION")
@click.option("--dry-run", is_flag=True, help="Only say what could be saved; change nothing.")
@click.pass_context
def recover(ctx: click.Context, session: str, dry_run: bool) -> None:
    """Save what can be read of a damaged database; SESSION is a session's folder or a .db file.

    The damaged file is kept beside the new one. Ends with 0 where everything was saved or nothing
    was wrong, with 1 where something is lost.
    """
    from factcheck.store.recover import recover as save

    recovered = save(_database(Path(session)), dry_run=dry_run)
    for line in _lines(recovered):
        click.echo(printable(line))
    warn(recovered.problems)
    if not recovered.complete:
        ctx.exit(1)


def _database(path: Path) -> Path:
    """The database of a session: one whose session.yaml is gone may still have its verdicts."""
    from factcheck.session import DATABASE, YAML

    if path.name == YAML:
        return path.parent / DATABASE
    return path / DATABASE if path.is_dir() else path


def _lines(recovered: Recovered) -> Iterator[str]:
    if recovered.sound:
        yield f"nothing is damaged: {_count(recovered.events, 'event')}; nothing was changed"
        return
    done = "saved" if recovered.kept_as else "could be saved"
    yield f"{done}: {_count(recovered.events, 'event')} and {_count(recovered.versions, 'text')} of articles"
    yield f"  {recovered.selected} through SQLite, {recovered.carved} from pages that SQLite could not reach"
    if recovered.unused:
        yield f"  {recovered.unused} found in unused space only, or behind a spoilt place of the WAL"
    if recovered.lost:
        yield f"lost: {_count(recovered.lost, 'event')}, number {_numbers(recovered)} of the log"
    elif recovered.complete:
        yield "lost: nothing"
    if not recovered.certain:
        yield "there may have been more after the last one: the damage hides how many there were"
    if recovered.kept_as:
        yield f"the damaged file is kept as {recovered.kept_as}"
        yield "the analysis is made again when the session is opened"
    else:
        yield "nothing was changed"


def _numbers(recovered: Recovered) -> str:
    runs = [str(first) if first == last else f"{first}-{last}" for first, last in recovered.gaps]
    return ", ".join(runs[:_SHOWN]) + (", ..." if len(runs) > _SHOWN else "")


def _count(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"

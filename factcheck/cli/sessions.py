"""Commands on a session folder that need no app: new and add."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli.options import session_at, stdin_for, warn
from factcheck.problems import BadInput, Problem, printable


@click.command(epilog="Example: factcheck new my-story articles/*.txt")
@click.argument("folder", metavar="DIR")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.pass_context
def new(ctx: click.Context, folder: str, paths: tuple[str, ...]) -> None:
    """Make the session folder DIR from articles: files, folders of them, or - for standard input.

    Each is an article of its own, also where two come from one address; `add` knows newer versions.
    """
    from factcheck.cli.added import lines
    from factcheck.filling import fill_session
    from factcheck.session import is_session

    if is_session(Path(folder)):
        raise BadInput(Problem(folder, "is a session already", "", "use `factcheck add`, or another folder"))
    _, added, problems = fill_session(Path(folder), paths, stdin=stdin_for(paths))
    shown = printable(folder)
    count = sum(each.entry is not None for each in added)
    click.echo(f"{shown}: a session of {plural(count, 'article')}; open it with: factcheck review {shown}")
    for line in lines(added):
        click.echo(line)
    if warn(problems):
        ctx.exit(2)


@click.command(epilog="Example: factcheck add my-story late-edition.html")
@click.argument("session", metavar="SESSION")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--replaces", metavar="ARTICLE", help="PATH is a newer version of this one: A, or articles/x.txt."
)
@click.option("--as-new", is_flag=True, help="Each PATH is an article of its own, whatever it looks like.")
@click.pass_context
def add(ctx: click.Context, session: str, paths: tuple[str, ...], replaces: str | None, as_new: bool) -> None:
    """Add articles to a session. What is there already, by its content, is not added twice.

    The same source again with changed text becomes a newer version of its article: the same URL, or
    the same file name and much of the same text. The older text is kept; `factcheck diff` shows what changed.
    """
    from factcheck.cli.added import lines, total
    from factcheck.filling import fill_session
    from factcheck.session import SessionFolder

    if replaces is not None and as_new:
        raise click.UsageError("--replaces and --as-new exclude each other")
    SessionFolder.open(Path(session))
    _, added, problems = fill_session(
        Path(session), paths, stdin=stdin_for(paths), replaces=replaces, as_new=as_new
    )
    click.echo(f"{printable(session)}: {total(added)}")
    for line in lines(added):
        click.echo(line)
    if any(each.version and each.version > 1 for each in added):
        tell_verdicts(session)
    if warn(problems):
        ctx.exit(2)


def tell_verdicts(session: str) -> None:
    """What a new version does to what was judged: carried over, to be confirmed, gone."""
    from factcheck.cli.checks import places

    with session_at(session) as workspace:
        how = workspace.standing()
        if how.state.reviewers():
            for finding in places(how):
                click.echo(f"  {finding.said}")


def one_line(text: str) -> str:
    """Text that stays on its line and carries no control character to the terminal."""
    return "".join(char if char.isprintable() else " " for char in text)


def plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"

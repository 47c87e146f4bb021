"""Commands on a session folder that need no app: new, add, export, mark, history."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

import click

from factcheck.cli.options import stdin_for, warn, write_out
from factcheck.model import VerdictName
from factcheck.problems import BadInput, Problem, printable

if TYPE_CHECKING:
    from factcheck.model import Claim, Event
    from factcheck.workspace import Workspace

STATES = (*get_args(VerdictName), "open", "unresolved")


@click.command(epilog="Example: factcheck new my-story articles/*.txt")
@click.argument("folder", metavar="DIR")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.pass_context
def new(ctx: click.Context, folder: str, paths: tuple[str, ...]) -> None:
    """Make the session folder DIR from articles: files, folders of them, or - for standard input."""
    from factcheck.session import is_session
    from factcheck.workspace import fill_session

    if is_session(Path(folder)):
        raise BadInput(Problem(folder, "is a session already", "", "use `factcheck add`, or another folder"))
    _, count, problems = fill_session(Path(folder), paths, stdin=stdin_for(paths))
    shown = printable(folder)
    click.echo(f"{shown}: a session of {plural(count, 'article')}; open it with: factcheck review {shown}")
    if warn(problems):
        ctx.exit(2)


@click.command(epilog="Example: factcheck add my-story late-edition.html")
@click.argument("session", metavar="SESSION")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.pass_context
def add(ctx: click.Context, session: str, paths: tuple[str, ...]) -> None:
    """Add articles to a session. What is there already, by its content, is not added twice."""
    from factcheck.session import SessionFolder
    from factcheck.workspace import fill_session

    SessionFolder.open(Path(session))
    _, count, problems = fill_session(Path(session), paths, stdin=stdin_for(paths))
    click.echo(f"{printable(session)}: {plural(count, 'article')} added")
    if warn(problems):
        ctx.exit(2)


@click.command(epilog="Example: factcheck export my-story --format html -o report.html")
@click.argument("session", metavar="SESSION")
@click.option(
    "--format", "form", type=click.Choice(["html", "md", "csv", "json"]), default="html", show_default=True
)
@click.option("-o", "--output", metavar="FILE", help="Write there instead of standard output.")
@click.option(
    "--status", multiple=True, type=click.Choice(STATES), help="Only claims in this state; repeatable."
)
@click.pass_context
def export(ctx: click.Context, session: str, form: str, output: str | None, status: tuple[str, ...]) -> None:
    """Write the report of a session: verdicts with quotes, evidence, reasons, notes and what is open."""
    from factcheck.workspace import open_workspace

    with open_workspace(Path(session)) as workspace:
        write_out(workspace.report(form, only=status or None), output)
        problems = workspace.problems
    if warn(problems):
        ctx.exit(2)


@click.command(epilog='Example: factcheck mark my-story 3f2a9c1b unsourced --note "? ask the harbour office"')
@click.argument("session", metavar="SESSION")
@click.argument("claim", metavar="CLAIM")
@click.argument("verdict", type=click.Choice([*get_args(VerdictName), "clear"]))
@click.option("--kind", metavar="KIND", help='The kind of verdict, such as "sources" or "one origin".')
@click.option("--note", metavar="TEXT", help="A note on the claim.")
@click.option("--evidence", multiple=True, metavar="CLAIM", help="A claim the verdict rests on; repeatable.")
@click.option("--reviewer", metavar="NAME")
def mark(
    session: str,
    claim: str,
    verdict: str,
    kind: str | None,
    note: str | None,
    evidence: tuple[str, ...],
    reviewer: str | None,
) -> None:
    """Set a verdict on a claim of a session; CLAIM is its id, or the beginning of it, as scan prints it."""
    from factcheck.model import KINDS_OF_VERDICT
    from factcheck.review.events import Acts, claim_anchors
    from factcheck.workspace import open_workspace, reviewer_for

    with open_workspace(Path(session)) as workspace:
        target = claim_named(workspace, claim)
        rests_on = [claim_named(workspace, each).id for each in evidence]
        acts = Acts(
            workspace.store,
            workspace.state(),
            reviewer_for(workspace.folder, reviewer),
            claim_anchors(workspace.analysis),
        )
        if verdict == "clear":
            done = acts.clear([target.id])
        else:
            name = cast("VerdictName", verdict)
            if kind is not None and kind not in KINDS_OF_VERDICT[name]:
                known = ", ".join(KINDS_OF_VERDICT[name]) or "none"
                raise click.UsageError(f"{kind!r} is no kind of {verdict}; there are: {known}")
            done = acts.judge([target.id], name, kind, rests_on, note and _readable(note))
        said = f"{verdict} set on" if verdict != "clear" else "cleared:"
        click.echo(f"{said} {target.id} “{target.text}”" if done else f"{target.id} is {verdict} already")


def _readable(words: str) -> str:
    """Words of the command line; bytes in them that are no UTF-8 become a sign that says so."""
    return words.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def claim_named(workspace: Workspace, name: str) -> Claim:
    """The claim whose id is, or begins with, ``name``."""
    found = [claim for claim in workspace.analysis.claims if name and claim.id.startswith(name)]
    exact = [claim for claim in found if claim.id == name]
    if len(exact or found) == 1:
        return (exact or found)[0]
    what = f"{len(found)} claims begin with {name!r}" if found else f"no claim is called {name!r}"
    raise BadInput(
        Problem(str(workspace.folder.path), what, "", "`factcheck scan SESSION` prints the ids of its claims")
    )


@click.command(epilog="Example: factcheck history my-story --format json")
@click.argument("session", metavar="SESSION")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
def history(session: str, form: str) -> None:
    """Print every act of every reviewer, oldest first: time, reviewer, verdict and note in full."""
    from factcheck.session import SessionFolder
    from factcheck.store import Store
    from factcheck.workspace import shown_name

    folder = SessionFolder.open(Path(session))
    with Store.open(folder.database, create=True) as store:
        events = store.events()
    if form == "json":
        from factcheck.report.json_ import dumps

        click.echo(dumps([event_json(event) for event in events], indent=2))
        return
    batches: dict[str, list[Event]] = {}
    for event in events:
        batches.setdefault(event.batch, []).append(event)
    for event in events:
        what: str = event.verdict or event.type
        if event.target:
            what += " of " + "; ".join(
                f"{turned.verdict or turned.type} on {turned.claim or turned.detail}"
                for turned in batches.get(event.target, ())
            )
        kind = f" ({event.kind})" if event.kind else ""
        quote = f" “{event.anchor.exact}”" if event.anchor else ""
        note = f" note: {event.note}" if event.note is not None else ""
        rests = f" evidence: {len(event.evidence)}" if event.evidence else ""
        detail = f" {event.detail}" if event.detail else ""
        click.echo(
            one_line(
                f"{event.at}  {shown_name(event.reviewer)}  {what}{kind}  "
                f"{event.claim or ''}{quote}{note}{rests}{detail}"
            )
        )


def event_json(event: Event) -> dict[str, object]:
    from dataclasses import asdict

    from factcheck.workspace import shown_name

    return {**asdict(event), "reviewer": shown_name(event.reviewer)}


def one_line(text: str) -> str:
    """Text that stays on its line and carries no control character to the terminal."""
    return "".join(char if char.isprintable() else " " for char in text)


def plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"

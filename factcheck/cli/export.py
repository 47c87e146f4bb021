"""``factcheck export``: the report of a session."""

from __future__ import annotations

from typing import get_args

import click

from factcheck.cli.options import session_at, warn, write_out
from factcheck.model import VerdictName

STATES = (*get_args(VerdictName), "open", "unresolved")


@click.command(epilog="Example: factcheck export my-story --format html -o report.html")
@click.argument("session", metavar="SESSION")
@click.option(
    "--format", "form", type=click.Choice(["html", "md", "csv", "json"]), default="html", show_default=True
)
@click.option("-o", "--output", metavar="FILE", help="Write there instead of standard output.")
@click.option(
    "--status", multiple=True, type=click.Choice(STATES), help="Only claims in this state; repeatable."
)
@click.option("--blind", is_flag=True, help="Leave out what other reviewers decided and wrote.")
@click.option("--reviewer", metavar="NAME", help="Whose report it is, for --blind.")
@click.pass_context
def export(
    ctx: click.Context,
    session: str,
    form: str,
    output: str | None,
    status: tuple[str, ...],
    blind: bool,
    reviewer: str | None,
) -> None:
    """Write the report of a session: verdicts with quotes, evidence, reasons, notes and what is open.

    A reviewer who works blind gets their own verdicts alone until they reveal the others'.
    """
    from factcheck.reviewers import shown_name

    with session_at(session) as workspace:
        viewer = workspace.reviewer(reviewer)
        write_out(workspace.report(form, only=status or None, viewer=viewer, alone=blind), output)
        hidden = workspace.is_blind(viewer)
        problems = workspace.problems
    if hidden and not blind:
        name = shown_name(viewer)
        click.echo(f"{name} works blind: others' acts are left out; --reviewer says who you are", err=True)
    if warn(problems):
        ctx.exit(2)

"""``factcheck history``: the event log."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.options import session_at
from factcheck.cli.sessions import one_line

if TYPE_CHECKING:
    from factcheck.cli.naming import Names
    from factcheck.model import Event
    from factcheck.review.history import HistoryRow


@click.command(epilog="Example: factcheck history my-story --format json")
@click.argument("session", metavar="SESSION")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.option("--reviewer", metavar="NAME", help="Your name: your own acts.")
@click.option("--all", "everybody", is_flag=True, help="With --reviewer: everybody's acts that you may see.")
def history(session: str, form: str, reviewer: str | None, everybody: bool) -> None:
    """Print every act of every reviewer, oldest first: time, reviewer, verdict and note in full.

    A claim has the name that the app shows and the id for `factcheck mark`: A3 e1b16ace; where it stands
    nowhere now, the id alone. "was:" says what an act took the place of; what has been taken back is
    marked (undone). Who works blind sees their own acts alone until they reveal the others'.
    """
    from factcheck.cli.naming import Names
    from factcheck.review.history import rows
    from factcheck.review.rounds.blind import visible
    from factcheck.reviewers import shown_name

    with session_at(session) as workspace:
        viewer = workspace.reviewer(reviewer)
        events, blind = workspace.store.events(), workspace.blind
        names = Names(workspace.standing())
    seen = visible(events, viewer, blind)
    hidden = len(events) - len(seen)
    if reviewer is not None and not everybody:
        seen = tuple(event for event in seen if event.reviewer == viewer)
    if form == "json":
        from factcheck.report.json_ import dumps

        click.echo(dumps([event_json(event) for event in seen], indent=2))
    else:
        for row in rows(seen):
            click.echo(one_line(_line(row, names)))
    if hidden:
        name = shown_name(viewer)
        click.echo(f"{name} works blind: others' acts are left out; --reviewer says who you are", err=True)


def _line(row: HistoryRow, names: Names) -> str:
    from factcheck.reviewers import shown_name

    what = names.within(row.reviewer, row.what)
    parts = [f"{row.at}  {shown_name(row.reviewer)}  {what}{' (undone)' * row.undone}"]
    if row.claim:
        parts.append(f" {names.name(row.reviewer, row.claim)}")
    if row.quote:
        parts.append(f"“{row.quote}”")
    if row.was:
        parts.append(f"was: {row.was}")
    if row.note:
        parts.append(f"note: {row.note}")
    return " ".join(parts)


def event_json(event: Event) -> dict[str, object]:
    from dataclasses import asdict

    from factcheck.reviewers import shown_name

    return {**asdict(event), "reviewer": shown_name(event.reviewer)}

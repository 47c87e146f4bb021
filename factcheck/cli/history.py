"""``factcheck history``: the event log."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.options import warn
from factcheck.cli.sessions import one_line

if TYPE_CHECKING:
    from factcheck.model import Event
    from factcheck.review.history import HistoryRow


@click.command(epilog="Example: factcheck history my-story --format json")
@click.argument("session", metavar="SESSION")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.option("--reviewer", metavar="NAME", help="Your name: your own acts.")
@click.option("--all", "everybody", is_flag=True, help="With --reviewer: everybody's acts that you may see.")
def history(session: str, form: str, reviewer: str | None, everybody: bool) -> None:
    """Print every act of every reviewer, oldest first: time, reviewer, verdict and note in full.

    "was:" says what an act took the place of; what has been taken back is marked (undone). Who works
    blind sees their own acts alone until they reveal the others'.
    """
    from factcheck.review.history import rows
    from factcheck.review.rounds.blind import visible
    from factcheck.reviewers import reviewer_for, shown_name
    from factcheck.session import SessionFolder
    from factcheck.store import Store

    folder = SessionFolder.open(Path(session))
    viewer = reviewer_for(folder, reviewer)
    with Store.open(folder.database, create=True) as store:
        events = store.events()
        warn(store.notices)
    seen = visible(events, viewer, folder.config.blind)
    hidden = len(events) - len(seen)
    if reviewer is not None and not everybody:
        seen = tuple(event for event in seen if event.reviewer == viewer)
    if form == "json":
        from factcheck.report.json_ import dumps

        click.echo(dumps([event_json(event) for event in seen], indent=2))
    else:
        for row in rows(seen):
            click.echo(one_line(_line(row)))
    if hidden:
        name = shown_name(viewer)
        click.echo(f"{name} works blind: others' acts are left out; --reviewer says who you are", err=True)


def _line(row: HistoryRow) -> str:
    from factcheck.reviewers import shown_name

    parts = [f"{row.at}  {shown_name(row.reviewer)}  {row.what}{' (undone)' * row.undone}"]
    if row.claim:
        parts.append(f" {row.claim}")
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

"""``factcheck mark``: the verdict of a script."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, get_args

import click

from factcheck.cli.options import session_at
from factcheck.model import VerdictName

if TYPE_CHECKING:
    from factcheck.model import Evidence, VerdictKind


@click.command(epilog='Example: factcheck mark my-story 3f2a9c1b unsourced --note "? ask the harbour office"')
@click.argument("session", metavar="SESSION")
@click.argument("claim", metavar="CLAIM")
@click.argument("verdict", type=click.Choice([*get_args(VerdictName), "clear"]))
@click.option("--kind", metavar="KIND", help='The kind of verdict, such as "sources" or "one origin".')
@click.option("--note", metavar="TEXT", help="A note on the claim.")
@click.option("--evidence", multiple=True, metavar="CLAIM", help="A claim the verdict rests on; repeatable.")
@click.option(
    "--outside",
    multiple=True,
    metavar="TEXT",
    help='Evidence from elsewhere: "URL | archive URL | date seen | quote", any part of it; repeatable.',
)
@click.option("--adjudicate", is_flag=True, help="The session's verdict, beside the reviewers' own.")
@click.option("--reviewer", metavar="NAME", help="Whose verdict it is.")
def mark(
    session: str,
    claim: str,
    verdict: str,
    kind: str | None,
    note: str | None,
    evidence: tuple[str, ...],
    outside: tuple[str, ...],
    adjudicate: bool,
    reviewer: str | None,
) -> None:
    """Set a verdict on a claim of a session; CLAIM is its id as scan prints it, or A3.

    The beginning of an id is enough. A3, article and paragraph as the app shows them, is enough where one
    claim alone stands there; where there are more they are called A3a, A3b, and listed if A3 is asked for.
    """
    from factcheck.cli.naming import claim_named
    from factcheck.review.drafts import adjudicated
    from factcheck.review.events import Acts, claim_anchors

    name = None if verdict == "clear" else cast("VerdictName", verdict)
    chosen = _kind(name, kind)
    if adjudicate and (evidence or outside):
        raise click.UsageError("an adjudication rests on the reviewers' evidence: leave the options out")
    words = None if note is None else _readable(note)
    with session_at(session) as workspace:
        how = workspace.standing()
        target = claim_named(how.analysis, claim, session)
        rests_on: list[Evidence | str] = [
            *(claim_named(how.analysis, each, session).id for each in evidence),
            *map(_outside, outside),
        ]
        anchors = claim_anchors(how.analysis)
        by = workspace.reviewer(reviewer)
        acts = Acts(workspace.store, how.state, by, anchors)
        if adjudicate:
            done = acts.do([adjudicated(by, how.state, target.id, anchors(target.id), name, chosen, words)])
        elif name is None:
            done = acts.clear([target.id])
        else:
            done = acts.judge([target.id], name, chosen, rests_on, words)
        said = "cleared:" if name is None else f"{verdict} {'adjudicated' if adjudicate else 'set'} on"
        click.echo(f"{said} {target.id} “{target.text}”" if done else f"{target.id} is {verdict} already")


def _kind(verdict: VerdictName | None, kind: str | None) -> VerdictKind | None:
    from factcheck.model import KINDS_OF_VERDICT

    known = KINDS_OF_VERDICT[verdict] if verdict else ()
    if kind is not None and kind not in known:
        raise click.UsageError(
            f"{kind!r} is no kind of {verdict or 'clear'}; there are: {', '.join(known) or 'none'}"
        )
    return kind


def _outside(typed: str) -> Evidence:
    from factcheck.review.outside import outside

    try:
        return outside(_readable(typed))
    except ValueError as error:
        raise click.UsageError(f"--outside: {error}") from error


def _readable(words: str) -> str:
    """Words of the command line; bytes in them that are no UTF-8 become a sign that says so."""
    return words.encode("utf-8", "surrogateescape").decode("utf-8", "replace")

"""``factcheck sign``: the sign-off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.checks import waiting
from factcheck.cli.options import session_at, warn
from factcheck.cli.sessions import one_line
from factcheck.problems import BadInput, Problem
from factcheck.wording.words import count

if TYPE_CHECKING:
    from factcheck.model import Signature
    from factcheck.pipeline import Progress
    from factcheck.reporting import Reporting
    from factcheck.review.standing import Standing
    from factcheck.workspace import Workspace


@click.command(epilog='Example: factcheck sign my-story --reviewer "Anna Roth" --note "print edition"')
@click.argument("session", metavar="SESSION")
@click.option("--reviewer", metavar="NAME", help="Who signs; a login name is nobody's signature.")
@click.option("--note", metavar="TEXT", default="", help="A word beside the signature.")
@click.option("--check", is_flag=True, help="Sign nothing; say whether the newest signature still holds.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.pass_context
def sign(ctx: click.Context, session: str, reviewer: str | None, note: str, check: bool, form: str) -> None:
    """Sign the report of a session off: who, when, what is still open, and the report's SHA-256.

    What is open stays open; any later change makes the signature stale. With --check the exit status
    is 0 where the newest signature holds, and 1 where it is stale or there is none.
    """
    with session_at(session) as workspace:
        if check:
            found = workspace.signatures()
            signature = found[-1] if found else None
        else:
            words = one_line(note.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
            by = workspace.reviewer(reviewer)
            signature = holding(workspace.reporting(), by, words)
            if signature is None:
                signature = sign_off(workspace, by, words)
            else:
                click.echo("signed already, and nothing has changed since: not signed again", err=True)
        click.echo(_json(workspace, signature) if form == "json" else _table(workspace, signature))
        problems = workspace.problems
    if warn(problems):
        ctx.exit(2)
    if signature is None or signature.stale:
        ctx.exit(1)


def holding(now: Reporting, reviewer: str, note: str = "", tell: Progress | None = None) -> Signature | None:
    """This reviewer's newest sign-off where it still holds and a new one would say no more."""
    own = [each for each in now.signatures(tell) if each.reviewer == reviewer]
    return own[-1] if own and not own[-1].stale and note in ("", own[-1].note) else None


def sign_off(workspace: Workspace, reviewer: str, note: str = "", name: str = "") -> Signature:
    """Sign the report off; BadInput where the name is nobody's or has not seen what it would sign."""
    fit_to_sign(workspace, reviewer, name)
    return workspace.sign(reviewer, note, name)


def fit_to_sign(workspace: Workspace, reviewer: str, name: str = "") -> None:
    """BadInput where the name is nobody's or has not seen what it would sign.

    ``name`` is what somebody who works under a login wants to be called; it stands for all their acts.
    """
    from factcheck.reviewers import LOGIN_MARK

    session = str(workspace.folder.path)
    if name and name in workspace.standing().state.reviewers():
        why = f"{name} is another reviewer here"
        raise BadInput(Problem(session, "is not signed", why, "choose another name"))
    if reviewer.startswith(LOGIN_MARK) and not (name or workspace.name_of(reviewer)):
        why = "nobody has chosen a name, and a login's does not leave this machine"
        raise BadInput(Problem(session, "is not signed", why, "say who signs: --reviewer NAME"))
    if workspace.is_blind(reviewer):
        why = f"{reviewer} works blind and has not seen the others' verdicts"
        raise BadInput(Problem(session, "is not signed", why, "reveal them in the app first"))


def _table(workspace: Workspace, signature: Signature | None) -> str:
    from factcheck.report.signing import minute

    if signature is None:
        return "not signed off: the report is a draft"
    stale = "; STALE: the report has changed since" if signature.stale else "; it holds"
    open_ = count(signature.left, "claim")
    apart = "" if signature.open is None else f"{signature.open} left open, "
    by = workspace.called(signature.reviewer)
    lines = [
        f"signed off by {by}, {minute(signature.at)}{stale}",
        f"  judged   {signature.to_a_verdict} of {count(signature.claims, 'claim')}",
        f"  open     {apart}{open_} left without a verdict",
        f"  waiting  {_waiting(workspace)}",
        f"  SHA-256  {signature.sha256}",
    ]
    if signature.note:
        lines.append(f"  note     {signature.note}")
    return "\n".join(map(one_line, lines))


def _waiting(workspace: Workspace) -> str:
    how = workspace.standing()
    proposed, orphans = waiting(how)
    said = []
    if proposed or orphans:
        gone = count(orphans, "verdict or note whose text is gone", "verdicts and notes whose text is gone")
        said.append(f"{count(proposed, 'new place')} to be confirmed, {gone}")
    if differing := _unadjudicated(how):
        said.append(f"{count(differing, 'claim')} to adjudicate: reviewers differ")
    return "; ".join(said) or "nothing: every verdict stands where its words stand"


def _unadjudicated(how: Standing) -> int:
    """Claims on which reviewers differ and nobody has set the session's verdict."""
    from factcheck.review.rounds.adjudication import queue

    settled = how.state.adjudicated()
    return sum(
        each.adjudicated is None for each in queue(how.state.all_marks(), settled, how.analysis.claims)
    )


def _json(workspace: Workspace, signature: Signature | None) -> str:
    from dataclasses import asdict

    from factcheck.report.json_ import dumps
    from factcheck.reviewers import shown_name

    proposed, orphans = waiting(workspace.standing())
    found: dict[str, object] = {"signed": signature is not None, "proposed": proposed, "orphans": orphans}
    if signature is not None:
        found["signature"] = {**asdict(signature), "reviewer": shown_name(signature.reviewer)}
    return dumps(found, indent=2)

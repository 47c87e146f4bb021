"""Verdicts that travel: package a session, merge what comes back, import our JSON."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from factcheck.cli.options import session_at, warn
from factcheck.cli.sessions import one_line, plural
from factcheck.problems import BadInput, Problem, printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.cli.incoming import Incoming
    from factcheck.model import Event, Version
    from factcheck.review.rounds.merge import MergePlan
    from factcheck.session.config import Blind
    from factcheck.workspace import Workspace

SHOWN = 40
"""Conflicts that are printed one by one; the rest are counted."""


@click.command(epilog="Example: factcheck package my-story -o for-bo.zip --blind")
@click.argument("session", metavar="SESSION")
@click.option("-o", "--output", metavar="FILE", required=True, help="The zip file to write.")
@click.option("--blind", is_flag=True, help="Without any verdict, note or reviewer: for a second reviewer.")
@click.option("--hide-suggestions", is_flag=True, help="With --blind: hide what the program suggests, too.")
def package(session: str, output: str, blind: bool, hide_suggestions: bool) -> None:
    """Put a session into one file: articles, its own rules, and a copy of the database.

    Nothing else that lies in the folder goes along. `factcheck review FILE` opens it elsewhere, and
    `factcheck merge` brings back what was decided there.
    """
    from factcheck.session.package import pack

    if hide_suggestions and not blind:
        raise click.UsageError("--hide-suggestions goes with --blind")
    hides: Blind | None = None
    if blind:
        hides = "suggestions" if hide_suggestions else "verdicts"
    from factcheck.cli.incoming import private_folder

    with private_folder() as home:
        with session_at(session) as workspace:
            folder = workspace.folder
            texts = {article.path: article.text for article in workspace.analysis.articles}
            acts = () if blind else outward(workspace.store.events())
            database = snapshot_of(workspace, acts, home)
        pack(folder, Path(output), database=database, texts=texts, blind=hides)
    what = "nobody's verdicts, notes or names" if blind else plural(len(acts), "act")
    click.echo(f"{printable(output)}: {plural(len(folder.config.current), 'article')}, {what}")
    click.echo(f"open it with: factcheck review {printable(output)}", err=True)


def outward(events: Sequence[Event]) -> tuple[Event, ...]:
    """The acts as they leave this machine: without local audit, and logins under another name.

    That name is made of the id of the login's first act, which is random: numbers would give two
    people who both chose no name the same one, and put one's verdicts in place of the other's.
    """
    from hashlib import sha256

    from factcheck.review.rounds.merge import LOCAL
    from factcheck.reviewers import LOGIN_MARK, chosen_names

    acts = [event for event in events if event.type not in LOCAL]
    names = chosen_names(acts)
    for event in acts:
        if event.reviewer.startswith(LOGIN_MARK) and event.reviewer not in names:
            names[event.reviewer] = f"reviewer {sha256(event.id.encode()).hexdigest()[:8]}"
    return tuple(replace(event, reviewer=names.get(event.reviewer, event.reviewer)) for event in acts)


def snapshot_of(workspace: Workspace, acts: Sequence[Event], home: Path) -> Path:
    """A copy of the database with these acts and no others, in ``home``; no page of it knows any other."""
    from factcheck.report.redact import Redaction
    from factcheck.store import Store
    from factcheck.store.snapshot import snapshot

    first = home / "first.db"
    snapshot(workspace.folder.database, first, without_events=True)
    with Store.open(first) as store:
        if acts:
            store.append(acts)
        if workspace.analysis.problems:
            # They say where on this machine something was wrong.
            words = Redaction(()).words
            problems = tuple(map(words, workspace.analysis.problems))
            store.save_analysis(workspace.key, replace(workspace.analysis, problems=problems))
    if not workspace.analysis.problems:
        return first
    second = home / "second.db"
    snapshot(first, second, without_events=not acts)
    return second


@click.command(epilog="Example: factcheck merge my-story from-bo.zip --dry-run")
@click.argument("session", metavar="SESSION")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--dry-run", is_flag=True, help="Say what would come in, and change nothing.")
@click.option("--partial", is_flag=True, help="Of a file in which a text differs, take what does not.")
@click.pass_context
def merge(ctx: click.Context, session: str, files: tuple[str, ...], dry_run: bool, partial: bool) -> None:
    """Bring back what others decided: packages, session folders, databases or our JSON.

    Merging a file twice changes nothing, and the order of the files does not matter. A file in which
    an article's text differs is refused as a whole, unless --partial.
    """
    take_in(ctx, session, files, "merge", dry_run=dry_run, partial=partial)


@click.command(name="import", epilog="Example: factcheck import my-story report.json")
@click.argument("session", metavar="SESSION")
@click.argument("file", metavar="FILE.json")
@click.option("--dry-run", is_flag=True, help="Say what would come in, and change nothing.")
@click.pass_context
def import_(ctx: click.Context, session: str, file: str, dry_run: bool) -> None:
    """Bring verdicts and notes back from our JSON, or from JSON in its shape that a script made.

    A claim whose text differs here is refused; the rest comes in.
    """
    take_in(ctx, session, (file,), "import", dry_run=dry_run, partial=True)


# --- what both do ---------------------------------------------------------------------------


@dataclass(slots=True)
class Taken:
    """What comes in of all the files together."""

    events: list[Event] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    versions: list[Version] = field(default_factory=list)
    refused: bool = False


def take_in(
    ctx: click.Context,
    session: str,
    files: Sequence[str],
    how: Literal["merge", "import"],
    *,
    dry_run: bool,
    partial: bool,
) -> None:
    """Read the files, say what is new, append it in one transaction; leave with 2 where not all came in."""
    from factcheck.review.rounds.merge import union

    with session_at(session) as workspace:
        ours = workspace.store.events()
        taken = Taken()
        for file in files:
            try:
                events = plan_one(workspace, union(ours, taken.events), file, how, partial, taken)
            except BadInput as bad:
                warn(bad.problems)
                taken.refused = True
                continue
            if events:
                taken.events += events
                taken.files.append(Path(file).name)
        if taken.events and not dry_run:
            workspace.store.remember(taken.versions)
            workspace.store.append([*taken.events, audit(workspace, how, taken)])
            done = "merged" if how == "merge" else "imported"
            click.echo(f"{printable(session)}: {plural(len(taken.events), 'act')} {done}")
        if taken.events:
            tell_conflicts(workspace, union(ours, taken.events))
    if dry_run:
        click.echo("a dry run: nothing was changed")
    if taken.refused:
        ctx.exit(2)


def plan_one(
    workspace: Workspace, ours: Sequence[Event], file: str, how: str, partial: bool, taken: Taken
) -> tuple[Event, ...]:
    """Say what one file would bring, and return what of it comes in."""
    from factcheck.cli.incoming import read_incoming, read_told, texts_of
    from factcheck.review.rounds.merge import merge_plan

    read = read_told if how == "import" else read_incoming
    incoming = read(Path(file), workspace, ours)
    texts = {version.text_sha256: version.text for version in incoming.versions} | texts_of(workspace)
    plan = merge_plan(ours, incoming.events, texts, told=incoming.told)
    whole = partial or not plan.mismatched
    came = plan.new if whole else ()
    said = f"{brought(came)}, {plan.known} known already" if incoming.events else "holds no acts"
    click.echo(f"{printable(file)}: {said}")
    for name in plan.namesakes if whole else ():
        said = f"both hold acts by {_shown(name)} that were made apart; if those are two people, rename one"
        click.echo(f"  note: {said}", err=True)
    taken.versions += incoming.versions
    problems = [*incoming.problems, *refusals(file, plan, incoming, whole, workspace)]
    taken.refused |= bool(warn(problems))
    return came


def brought(events: Sequence[Event]) -> str:
    """``12 new acts by anna (10 verdicts, 2 notes); ...``"""
    by_reviewer: dict[str, Counter[str]] = {}
    for event in events:
        by_reviewer.setdefault(event.reviewer, Counter())[event.type] += 1
    parts = []
    for name, counts in sorted(by_reviewer.items()):
        others = counts.total() - counts["verdict"] - counts["note"]
        told = (("verdict", counts["verdict"]), ("note", counts["note"]), ("other act", others))
        kinds = ", ".join(plural(count, noun) for noun, count in told if count)
        parts.append(f"{plural(counts.total(), 'new act')} by {_shown(name)} ({kinds})")
    return "; ".join(parts) or "nothing new"


def refusals(
    file: str, plan: MergePlan, incoming: Incoming, whole: bool, workspace: Workspace
) -> list[Problem]:
    """A line for each text that differs, and one for each other reason."""
    here = {article.path for article in workspace.analysis.articles}
    problems = []
    for text, count in Counter(each.text for each in plan.refused if each.text is not None).items():
        name = incoming.articles.get(text) or f"a text ({text[:12]})"
        what = f"{name} {'reads otherwise here' if name in here else 'is not in this session'}"
        rest = "they were left out" if whole else "so nothing of this file was taken"
        problems.append(
            Problem(
                file,
                what,
                f"{plural(count, 'act')} stand{'s' if count == 1 else ''} on that text; {rest}",
                "add that version first: factcheck add SESSION FILE"
                + ("" if whole else "; or take the rest with --partial"),
            )
        )
    for why, count in Counter(each.why for each in plan.refused if each.text is None).items():
        problems.append(Problem(file, f"{plural(count, 'act')} refused", why))
    return problems


def audit(workspace: Workspace, how: Literal["merge", "import"], taken: Taken) -> Event:
    """The record, in this copy of the session alone, that acts of others came in."""
    from factcheck.review.drafts import draft
    from factcheck.reviewers import reviewer_for

    counts = Counter(event.type for event in taken.events)
    said = f"{plural(len(taken.events), 'act')} ({counts['verdict']} verdicts, {counts['note']} notes)"
    detail = one_line(f"{said} from {', '.join(taken.files)}")
    return draft(reviewer_for(workspace.folder, None), how, detail=detail)


def tell_conflicts(workspace: Workspace, events: Sequence[Event]) -> None:
    """The claims on which reviewers differ once it is in; blind reviewers hear only that there are any."""
    from factcheck.review.rounds.merge import conflicts
    from factcheck.review.standing import standing
    from factcheck.reviewers import reviewer_for
    from factcheck.wording.places import Places

    versions, replaced = workspace.store.versions(), workspace.folder.config.replaced_by
    now = standing(workspace.analysis, events, versions, replaced)
    found = conflicts(now.state.all_marks())
    if not found:
        return
    if workspace.is_blind(reviewer_for(workspace.folder, None)):
        click.echo("reviewers differ on some claims; which ones is shown after the reveal")
        return
    click.echo(f"reviewers differ on {plural(len(found), 'claim')}:")
    claims = {claim.id: claim for claim in now.analysis.claims}
    places = Places(now.analysis.articles, claims=now.analysis.claims)
    for each in found[:SHOWN]:
        claim = claims.get(each.claim)
        quote = claim.text if claim else each.anchor.exact if each.anchor else each.claim
        cite = f"{places.cite(claim)} " if claim else ""
        said = ", ".join(f"{_shown(name)} {verdict}" for name, verdict in each.verdicts)
        click.echo(one_line(f"  {cite}“{quote}”: {said}"))
    if len(found) > SHOWN:
        click.echo(f"  and {len(found) - SHOWN} more; `factcheck agreement SESSION` lists them")


def _shown(name: str) -> str:
    from factcheck.reviewers import shown_name

    return one_line(shown_name(name))

"""``factcheck verify``: is everything still what it was when it was judged?"""

from __future__ import annotations

import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.sessions import one_line
from factcheck.problems import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.cli.checks import Finding
    from factcheck.model import Analysis
    from factcheck.session import SessionFolder
    from factcheck.store import Store


@click.command(epilog="Example: factcheck verify my-story --rebuild")
@click.argument("session", metavar="SESSION")
@click.option(
    "--rebuild", is_flag=True, help="Make the analysis again from the articles and replay the event log."
)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.pass_context
def verify(ctx: click.Context, session: str, rebuild: bool, form: str) -> None:
    """Check a session: database, event log, originals, texts, quotes, verdicts and signatures.

    Nothing is written but with --rebuild, and what reviewers did is never touched. The exit status is
    0 where all is well and 1 where there is something to look at.
    """
    from factcheck.session import SessionFolder

    findings = list(_findings(SessionFolder.open(Path(session)), rebuild))
    well = all(finding.ok for finding in findings)
    if form == "json":
        from factcheck.report.json_ import dumps

        click.echo(dumps({"ok": well, "checks": [asdict(finding) for finding in findings]}, indent=2))
    else:
        for finding in findings:
            mark = "ok   " if finding.ok else "LOOK "
            click.echo(one_line(f"{mark} {finding.check:<10} {finding.said}"))
    if not well:
        ctx.exit(1)


def _findings(folder: SessionFolder, rebuild: bool) -> Iterator[Finding]:
    from factcheck.cli.checks import Finding, said

    for problem in folder.config.problems:
        yield Finding("session", False, str(problem).removeprefix("error: "))
    try:
        yield from _kept(folder)
        if rebuild:
            yield from _rebuilt(folder)
        yield from _standing(folder)
    except BadInput as bad:
        for problem in bad.problems:
            check = "database" if problem.path == str(folder.database) else "session"
            yield Finding(check, False, said(problem))


def _opened(folder: SessionFolder, *, read_only: bool = True) -> Store:
    from factcheck.store import Store

    return Store.open(folder.database, create=True, read_only=read_only)


def _analysis(store: Store) -> Analysis | None:
    """The analysis that is kept, whether or not it still fits the files."""
    key = store.analysis_key()
    return store.load_analysis(key) if key else None


def _kept(folder: SessionFolder) -> Iterator[Finding]:
    """What is in the database and beside it, as it was left."""
    from factcheck.cli import checks

    with _opened(folder) as store:
        yield from checks.database(store)
        versions, analysis = store.versions(), _analysis(store)
        yield from checks.originals(folder, versions, analysis)
        yield from checks.cleaned(folder, versions, analysis)
        events = store.events()
        yield from checks.log(events, int(time.time() * 1000))
        yield from checks.anchors(events, versions)


def _rebuilt(folder: SessionFolder) -> Iterator[Finding]:
    """Make again what can be made again, keep it, and say what differs from what was kept."""
    from factcheck.cli.checks import Finding
    from factcheck.cli.rebuilding import against_stored, against_views
    from factcheck.scanning import analysis_key, scan

    key = analysis_key(folder)
    analysis = scan(folder).analysis
    with _opened(folder, read_only=False) as store:
        before, kept = store.analysis_key(), _analysis(store)
        store.save_analysis(key, analysis)
    folder.write_cleaned(analysis.articles)
    yield from (Finding("rebuild", False, each.removeprefix("error: ")) for each in analysis.problems)
    yield from against_stored(kept, analysis, same_input=before == key)
    with _opened(folder) as store:
        yield from against_views(store, store.events())


def _standing(folder: SessionFolder) -> Iterator[Finding]:
    """Where the verdicts stand, and whether the signatures hold, by the analysis that is kept."""
    from factcheck.cli import checks
    from factcheck.scanning import analysis_key
    from factcheck.workspace import Workspace

    with _opened(folder) as store:
        key, analysis = store.analysis_key() or "", _analysis(store)
        if analysis is None:
            later = "there is none yet; it is made when the session is opened"
            yield checks.Finding("analysis", not store.events(), later)
            return
        if key != analysis_key(folder):
            why = "articles, rules, session.yaml or the program have changed since"
            later = "where verdicts and signatures stand is seen when it is opened, or with --rebuild"
            yield checks.Finding("analysis", False, f"{why}; {later}")
            return
        workspace = Workspace(folder, store, key, analysis, ())
        yield from checks.places(workspace.standing())
        yield from checks.sign_offs(workspace.signatures(), workspace.called)

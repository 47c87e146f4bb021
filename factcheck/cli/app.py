"""The commands that open the app; Textual is loaded here, once the input is known to be good."""

from __future__ import annotations

import gc
import os
import select
import shutil
import signal
import sys
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import click

from factcheck.cli.options import need_terminal, progress, rule_paths, stdin_for, warn
from factcheck.memory import no_search_for_cycles
from factcheck.problems import BadInput, Problem, printable
from factcheck.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from factcheck.ingest import ArticleMeta
    from factcheck.review.desk import Desk
    from factcheck.review.rounds.blind import Asked
    from factcheck.session import Far
    from factcheck.tui.app import FactcheckApp
    from factcheck.workspace import Workspace

ASKED: Mapping[bool | None, Asked] = {True: "verdicts", False: "open", None: None}
"""What ``--blind`` and ``--open`` ask for."""


@click.command(epilog="Example: factcheck review articles/*.txt --session story --reviewer anna")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--session", metavar="DIR", help="The session folder (default: NAME-session).")
@click.option("--reviewer", metavar="NAME", help="Whose verdicts these are.")
@click.option(
    "--blind/--open",
    default=None,
    help="Hide others' verdicts and notes until you reveal them, or show them from the start; the log keeps "
    "which. Without either a new reviewer begins blind where somebody else has judged.",
)
@click.option("--hide-suggestions", is_flag=True, help="With --blind: what the program suggests, too.")
@click.option("--rules", multiple=True, metavar="PATH", help="Rule files or shipped packs of a new session.")
@click.option("--semantic", is_flag=True, help="Rank near misses by meaning, too; session.yaml keeps it.")
def review(
    paths: tuple[str, ...],
    session: str | None,
    reviewer: str | None,
    blind: bool | None,
    hide_suggestions: bool,
    rules: tuple[str, ...],
    semantic: bool,
) -> None:
    """Open a session folder, or make one from articles (files, folders, -) and open it.

    A package (FILE.zip) is unpacked beside itself the first time, and opened.
    With --session and articles a second time: what is new is added, and the session opens again.
    """
    from factcheck.cli.incoming import unpacked
    from factcheck.session import default_session_path, is_session
    from factcheck.session.unpack import is_package

    need_terminal()
    notices: list[object] = []
    if len(paths) == 1 and session is None and is_session(Path(paths[0])):
        target = Path(paths[0])
    elif len(paths) == 1 and is_package(Path(paths[0])):
        target = unpacked(Path(paths[0]), session)
    else:
        target = Path(session) if session else default_session_path(paths)
        notices = fill(target, paths, rules)
    if semantic:
        ask_for_meanings(target)
    if hide_suggestions and blind is False:
        raise click.UsageError("--hide-suggestions goes with --blind")
    run(target, reviewer, notices, "suggestions" if hide_suggestions else ASKED[blind])


def ask_for_meanings(target: Path) -> None:
    """Note in session.yaml that near misses are ranked by meaning, where the model for it is there."""
    from factcheck.compare.facts.wordvectors import model
    from factcheck.session import SessionFolder

    model()
    SessionFolder.open(target).ask_for_meanings()


def fill(
    target: Path,
    paths: Sequence[str],
    rules: Sequence[str],
    said: Mapping[str, ArticleMeta] | None = None,
) -> list[object]:
    """Make or extend the session; say where it is. Returns what could not be read.

    ``said`` holds what a person said of articles, by their paths.
    """
    from factcheck.cli.added import lines, total
    from factcheck.cli.sessions import plural
    from factcheck.filling import fill_session
    from factcheck.session import is_session

    existed = is_session(target)
    own = [path for path in rule_paths(rules) if path.parent != shipped("rules")] if rules else []
    if missing := [path for path in own if not os.path.isfile(path)]:
        raise BadInput(*(Problem(str(path), "no such rule file", "", "check the path") for path in missing))
    use = (
        [path.stem if path not in own else f"rules/{path.name}" for path in rule_paths(rules)]
        if rules
        else None
    )
    stdin = stdin_for(paths)
    with progress() as tell:
        _, added, problems = fill_session(target, paths, stdin=stdin, use=use, overrides=said, tell=tell)
    for path in own:
        # A copy, so that the session is whole wherever it is opened.
        (target / "rules").mkdir(exist_ok=True)
        shutil.copy(path, target / "rules" / path.name)
    count = sum(each.entry is not None for each in added)
    what = total(added) if existed else f"a session of {plural(count, 'article')}"
    click.echo(f"{printable(str(target))}: {what}", err=True)
    for line in lines(added):
        click.echo(line, err=True)
    warn(problems)
    return list(problems)


def run(path: Path, reviewer: str | None, notices: Sequence[object] = (), blind: Asked = None) -> None:
    """The app on a session folder, until it is left."""
    # What is loaded to show the first screen is kept: searching through it is a fifth of the way there.
    with ExitStack() as start:
        start.enter_context(no_search_for_cycles())
        _run(path, reviewer, notices, blind, start.close)


def _run(
    path: Path,
    reviewer: str | None,
    notices: Sequence[object],
    blind: Asked,
    started: Callable[[], None],
) -> None:
    def shown() -> None:
        # All that stands now stays: each search through it would hold the screen for longer than a key may.
        gc.freeze()
        started()

    from factcheck.workspace import open_workspace

    with progress() as tell:
        opened = open_workspace(path, tell=tell)
    # What was read stays as it is: the collector need not go through it again and again.
    gc.freeze()
    with opened as workspace:
        workspace.begin(workspace.reviewer(reviewer), blind)
        app = app_for(workspace, reviewer, notices, shown)
        # Asked to end from outside, the app leaves as by q: the terminal is given back as it was.
        signal.signal(signal.SIGTERM, lambda *_: app.leave())
        end_with_the_terminal()
        app.run()
    if app.return_code:
        sys.exit(app.return_code)


def end_with_the_terminal() -> None:
    """Leave where the terminal goes away and no signal tells of it (nohup, setsid).

    Textual would read its end for ever, at full speed. Every verdict is on disk already.
    """
    watch = select.poll()
    watch.register(sys.stdin, 0)

    def wait() -> None:
        if any(said & select.POLLHUP for _, said in watch.poll()):
            os._exit(128 + signal.SIGHUP)

    Thread(target=wait, daemon=True).start()


def app_for(
    workspace: Workspace,
    reviewer: str | None,
    notices: Sequence[object] = (),
    shown: Callable[[], None] | None = None,
) -> FactcheckApp:
    """The app at a desk of this workspace; what it needs from outside comes through its ports.

    ``shown`` is called when the first screen stands.
    """
    from factcheck.reloading import Reloading
    from factcheck.reviewers import LOGIN_MARK
    from factcheck.rulework import RuleWork
    from factcheck.scanning import meanings_of
    from factcheck.session import last_claim, read_settings, remember_session
    from factcheck.session.settings import keep_theme
    from factcheck.tui.app import FactcheckApp
    from factcheck.tui.ports import Ports

    folder = workspace.folder
    by = workspace.reviewer(reviewer)
    desk = workspace.desk(by, last_claim(folder.path, by))
    settings = read_settings()
    reloading = Reloading(workspace, desk)
    said = [
        *dict.fromkeys(str(problem) for problem in (*notices, *workspace.problems, *settings.problems)),
        *undated(workspace),
        *lost(desk),
        *newcomer(workspace, desk),
    ]

    def stands() -> None:
        remember_session(folder.path, folder.title)
        if shown is not None:
            shown()

    ports = Ports(
        title=folder.title,
        export=lambda form, path, only: write_report(workspace, form, path, by, only),
        preview=lambda only: workspace.report("md", only=only or None, viewer=by),
        notices=tuple(said),
        shown=stands,
        keymap=settings.keys,
        theme=settings.theme or "dark",
        keep_theme=keep_theme,
        sign=lambda: signed(workspace, by),
        sign_as=lambda name: signed(workspace, by, name),
        nameless=lambda: by.startswith(LOGIN_MARK) and not workspace.name_of(by),
        standing=lambda: sign_off_line(workspace),
        # Asked each time: other rules bring another one.
        compare=lambda analysis, said, speakers=(), tell=None: workspace.compare(
            analysis, said, speakers, tell
        ),
        offers=workspace.offers,
        learn=workspace.learn,
        meanings=meanings_of(folder),
        reload=reloading,
        rules=RuleWork(workspace, desk, reloading),
        on_quit=lambda claim: remember_session(folder.path, folder.title, claim, done(desk)),
    )
    return FactcheckApp(desk, ports)


def done(desk: Desk) -> Far:
    """How far this reviewer has come, as the app counts it."""
    from factcheck.session import Far

    progress = desk.progress()
    return Far(desk.reviewer, progress.judged, progress.open, progress.left)


def undated(workspace: Workspace) -> list[str]:
    """What a reviewer should know before comparing days."""
    articles = workspace.analysis.articles
    missing = sum(article.published is None for article in articles)
    if not missing:
        return []
    return [
        f"{missing} of {len(articles)} articles have no date, so their weekdays stay unresolved: "
        "write `published:` in session.yaml"
    ]


def lost(desk: Desk) -> list[str]:
    """What this reviewer judged and what stands nowhere: kept, and said so."""
    gone = desk.standing.orphans(desk.reviewer)
    if not gone:
        return []
    return [
        f"{len(gone)} judged or noted, but the text is gone: kept, and listed in the filters and every report"
    ]


def newcomer(workspace: Workspace, desk: Desk) -> list[str]:
    """A name that nobody has used here yet may be a slip of the keyboard; and what is hidden from it."""
    from factcheck.reviewers import shown_name

    others = ", ".join(map(shown_name, workspace.others_judged(desk.reviewer)[:5]))
    if not others or desk.reviewer in desk.state.reviewers():
        return []
    hidden = "; you work blind: D, then R shows what they decided" if desk.blind else ""
    return [f"{shown_name(desk.reviewer)} is a new reviewer here; so far: {others}{hidden}"]


def signed(workspace: Workspace, reviewer: str, name: str = "") -> str:
    """Sign off from the app; the line that answers."""
    from factcheck.cli.sign import holding, sign_off
    from factcheck.report.signing import minute, told

    before = None if name else holding(workspace, reviewer)
    if before is not None:
        return f"signed already on {minute(before.at)}, and nothing has changed since: not signed again"
    signature = sign_off(workspace, reviewer, name=name)
    said = told(replace(signature, reviewer=workspace.called(reviewer)))
    return f"signed off: {said}; reports written before still say DRAFT: Enter writes one anew"


def sign_off_line(workspace: Workspace) -> str:
    """Whether the report is a draft, signed, or signed and changed since."""
    from factcheck.model import SessionInfo
    from factcheck.report.signing import lines

    signed = (replace(each, reviewer=workspace.called(each.reviewer)) for each in workspace.signatures())
    return "; ".join(lines(SessionInfo(workspace.folder.title, "", signatures=tuple(signed))))


def write_report(
    workspace: Workspace, form: str, path: Path | None, viewer: str, only: Sequence[str] = ()
) -> Path:
    """Write a report where it is asked for, else ``report.FORM`` in the session's folder."""
    from factcheck.cli.options import write_out

    target = path or workspace.folder.path
    if target.is_dir():
        target /= f"report.{form}"
    write_out(workspace.report(form, only=only or None, viewer=viewer), str(target))
    return target


@click.command(epilog="Example: factcheck demo harbour-fire")
@click.argument("name", required=False)
@click.option("--list", "list_", is_flag=True, help="Name the samples and leave.")
@click.option("--fresh", is_flag=True, help="Begin again with a new copy; the old one is kept beside it.")
def demo(name: str | None, list_: bool, fresh: bool) -> None:
    """Open a private copy of a sample session; what you do there stays in the copy."""
    from factcheck.cli.library import samples, title_of

    known = samples()
    if list_:
        for each, folder in known.items():
            click.echo(f"{each}  {title_of(folder)}")
        return
    chosen = name or next(iter(known))
    if chosen not in known:
        raise click.UsageError(f"no sample {chosen!r}; there are: {', '.join(known)}")
    need_terminal()
    copy = private_copy(known[chosen], fresh)
    run(copy, None)
    click.echo(
        f"your copy is in {printable(str(copy))}; "
        f"`factcheck demo {chosen}` opens it again, --fresh begins anew",
        err=True,
    )


def private_copy(sample: Path, fresh: bool) -> Path:
    """The user's copy of a sample; made when it is missing, or anew beside the old one."""
    from platformdirs import user_data_path

    home = user_data_path("factcheck", appauthor=False) / "demo"
    copies = sorted(home.glob(f"{sample.name}*"), key=lambda path: (len(path.name), path.name))
    if copies and not fresh:
        return copies[-1]
    copy = home / (f"{sample.name}-{len(copies) + 1}" if copies else sample.name)
    try:
        shutil.copytree(sample, copy, ignore=shutil.ignore_patterns("answers.yaml", "*.db*"))
    except OSError as error:
        raise BadInput(Problem(str(copy), "cannot be written", error.strerror or str(error))) from error
    return copy


def open_here() -> None:
    """The session of this folder; else the library: recent sessions, samples, a new one."""
    from factcheck.session import is_session, read_settings

    need_terminal()
    if is_session(Path()):
        run(Path(), None)
        return
    from factcheck.cli.library import LocalShelf, overrides, samples
    from factcheck.tui.library import choose

    chosen = choose(LocalShelf(), read_settings().theme or "dark")
    if chosen is None:
        return
    if chosen.what == "sample":
        run(private_copy(samples()[chosen.name], fresh=False), None)
        return
    notices: list[object] = []
    if chosen.what == "new":
        notices = fill(Path(chosen.name), chosen.paths, (), overrides(chosen.said))
    run(Path(chosen.name), None, notices)

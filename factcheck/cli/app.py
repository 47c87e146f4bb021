"""The commands that open the app; Textual is loaded here, once the input is known to be good."""

from __future__ import annotations

import gc
import os
import select
import shutil
import signal
import sys
from contextlib import ExitStack
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import click

from factcheck.cli.options import need_terminal, progress, rule_paths, stdin_for, warn
from factcheck.cli.ports import app_for
from factcheck.memory import no_search_for_cycles
from factcheck.problems import BadInput, Problem, printable
from factcheck.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from factcheck.ingest import ArticleMeta
    from factcheck.review.rounds.blind import Asked

ASKED: Mapping[bool | None, Asked] = {True: "verdicts", False: "open", None: None}
"""What ``--blind`` and ``--open`` ask for."""


@click.command(epilog="Example: factcheck review articles/*.txt --session story --reviewer anna")
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option(
    "--session",
    metavar="DIR",
    help="The session folder (default: NAME-session); one that is there needs no PATH.",
)
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
    from factcheck.session import is_session

    if not paths:
        if session is None:
            raise click.MissingParameter(param_type="argument", param_hint="'PATH...'")
        if not is_session(Path(session)):
            raise click.UsageError(
                f"{session!r} is no session: `factcheck review ARTICLE... --session {session}` makes one"
            )
        paths, session = (session,), None
    need_terminal()
    notices: list[object] = []
    if len(paths) == 1 and session is None and is_session(Path(paths[0])):
        target = Path(paths[0])
    else:
        target, notices = brought_in(paths, session, rules)
    if semantic:
        ask_for_meanings(target)
    if hide_suggestions and blind is False:
        raise click.UsageError("--hide-suggestions goes with --blind")
    run(target, reviewer, notices, "suggestions" if hide_suggestions else ASKED[blind])


def brought_in(paths: Sequence[str], session: str | None, rules: Sequence[str]) -> tuple[Path, list[object]]:
    """The session that a package or articles make, and what could not be read."""
    from factcheck.cli.incoming import unpacked
    from factcheck.session import default_session_path
    from factcheck.session.unpack import is_package

    if len(paths) == 1 and is_package(Path(paths[0])):
        return unpacked(Path(paths[0]), session), []
    target = Path(session) if session else default_session_path(paths)
    return target, fill(target, paths, rules)


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


def run(
    path: Path,
    reviewer: str | None,
    notices: Sequence[object] = (),
    blind: Asked = None,
    anew: str = "",
) -> None:
    """The app on a session folder, until it is left; ``anew`` makes another copy of a sample."""
    # What is loaded to show the first screen is kept: searching through it is a fifth of the way there.
    with ExitStack() as start:
        start.enter_context(no_search_for_cycles())
        _run(path, reviewer, notices, blind, anew, start.close)


def _run(
    path: Path,
    reviewer: str | None,
    notices: Sequence[object],
    blind: Asked,
    anew: str,
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
        app = app_for(workspace, reviewer, notices, shown, anew)
        # Asked to end from outside, the app leaves as by q: the terminal is given back as it was.
        signal.signal(signal.SIGTERM, lambda *_: app.leave())
        end_with_the_terminal(app.keeping.now)
        app.run()
    if app.return_code:
        sys.exit(app.return_code)


def end_with_the_terminal(keep: Callable[[], None]) -> None:
    """Leave where the terminal goes away, also where no signal tells of it (nohup, setsid).

    Textual would read its end for ever, at full speed. Every verdict is on disk already; ``keep`` keeps what
    was half written.
    """

    def end(*_: object) -> None:
        try:
            keep()
        finally:
            os._exit(128 + signal.SIGHUP)

    if signal.getsignal(signal.SIGHUP) is signal.SIG_DFL:
        signal.signal(signal.SIGHUP, end)
    watch = select.poll()
    watch.register(sys.stdin, 0)

    def wait() -> None:
        if any(said & select.POLLHUP for _, said in watch.poll()):
            end()

    Thread(target=wait, daemon=True).start()


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
    run(copy, None, anew=begin_anew(chosen))
    click.echo(
        f"your copy is in {printable(str(copy))}; "
        f"`factcheck demo {chosen}` opens it again, --fresh begins anew",
        err=True,
    )


def begin_anew(sample: str) -> str:
    return f"factcheck demo {sample} --fresh"


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
        run(private_copy(samples()[chosen.name], fresh=False), None, anew=begin_anew(chosen.name))
        return
    notices: list[object] = []
    if chosen.what == "new":
        notices = fill(Path(chosen.name), chosen.paths, (), overrides(chosen.said))
        if chosen.reviewer:
            notices += remembered(chosen.reviewer)
    run(Path(chosen.name), chosen.reviewer or None, notices)


def remembered(reviewer: str) -> list[object]:
    """Keep a name for all sessions of this machine; what was in the way of it."""
    from factcheck.session import read_settings
    from factcheck.session.settings import keep_reviewer

    try:
        if reviewer != read_settings().reviewer:
            keep_reviewer(reviewer)
    except BadInput as bad:
        return list(bad.problems)
    return []

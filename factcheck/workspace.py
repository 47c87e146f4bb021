"""A session opened for work: its folder, its store, what was found in its articles, its reviewers.

The command line and the app come in here. Opening a session whose analysis is stored and still
fits loads no stage of the pipeline.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Self

from factcheck import __version__
from factcheck.model import Analysis, SessionInfo
from factcheck.problems import BadInput, Problem
from factcheck.review.state import State, replay
from factcheck.session import YAML, SessionFolder, reviewer_is_chosen, reviewer_name
from factcheck.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from pathlib import Path
    from types import TracebackType

    from factcheck.model import Article, Event, Mark

LOGIN_MARK = "~"
"""Stands before a reviewer's name that is only a login's: such a name is never exported."""
FORMATS = ("html", "md", "csv", "json")


@dataclass(slots=True)
class Workspace:
    """An open session. ``problems`` say what was set aside on the way in."""

    folder: SessionFolder
    store: Store
    key: str
    analysis: Analysis
    problems: tuple[object, ...]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.store.close()

    def state(self) -> State:
        return replay(self.store.events())

    def report(self, form: str, *, only: Collection[str] | None = None) -> str:
        """The report of this session as text, in one of FORMATS; ``only`` keeps claims in these states."""
        from factcheck import report

        state = self.state()
        names = _aliases(event.reviewer for event in state.history)
        marks = [_renamed_mark(mark, names) for mark in state.all_marks()]
        events = [_renamed_event(event, names) for event in state.history]
        info = SessionInfo(
            title=self.folder.title,
            exported_at=datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
            filter=", ".join(only) if only else "all",
            reviewers=tuple(dict.fromkeys(names.values())),
        )
        rows = report.rows(self.analysis, marks, info, events, only=only)
        writers = {
            "html": report.to_html,
            "md": report.to_markdown,
            "csv": report.to_csv,
            "json": report.to_json,
        }
        return writers[form](rows)


def open_workspace(path: Path, *, on_scan: Callable[[int], None] | None = None) -> Workspace:
    """Open a session folder; scan its articles where nothing stored fits them and their rules.

    ``on_scan`` is told the number of articles before a scan, which takes a second or more.

    Raises BadInput where the folder is no session or its database cannot be used.
    """
    folder = SessionFolder.open(path)
    key = analysis_key(folder)
    store = Store.open(folder.database, create=True)
    try:
        stored = store.load_analysis(key)
        if stored is not None:
            # What was set aside when it was scanned is still set aside.
            return Workspace(folder, store, key, stored, stored.problems)
        if on_scan is not None:
            on_scan(len(folder.config.articles))
        analysis, problems = scan(folder)
        analysis = replace(analysis, problems=tuple(map(str, problems)))
        if not store.read_only:
            store.save_analysis(key, analysis)
            try:
                folder.write_cleaned(analysis.articles)
            except BadInput as bad:  # those files are for people; nothing is read from them
                problems += bad.problems
        return Workspace(folder, store, key, analysis, tuple(problems))
    except BaseException:
        store.close()
        raise


def scan(folder: SessionFolder) -> tuple[Analysis, list[object]]:
    """Run the pipeline over a session's articles, and list what was set aside, each a line."""
    from factcheck.pipeline import analyse
    from factcheck.rules import load_rules

    articles, problems = folder.read_articles()
    paths, missing = folder.rule_paths()
    off = [glob for glob in folder.config.off if glob not in folder.config.on]
    ruleset = load_rules(paths, off=off, weights=folder.config.weight)
    yaml = str(folder.path / YAML)
    said = [replace(each, path=yaml) if each.path == YAML else each for each in ruleset.problems]
    ruleset = replace(ruleset, problems=tuple(said))
    analysis = analyse(articles, ruleset)
    return analysis, [*problems, *missing, *analysis.problems]


def analysis_key(folder: SessionFolder) -> str:
    """A hash of all that an analysis depends on: program, articles, what session.yaml says, rule files.

    And what is wrong with them, so that an analysis never stands beside the errors of another day.
    """
    config = folder.config
    paths, missing = folder.rule_paths()
    parts = [__version__, folder.fingerprint(), *config.off, "|", *config.on, "|"]
    parts += [f"{rule}={weight}" for rule, weight in sorted(config.weight.items())]
    parts += [sha256(data).hexdigest() for path in paths for data in _rule_bytes(path)]
    parts += map(str, (*config.problems, *folder.originals()[1], *missing))
    return sha256("\n".join(parts).encode()).hexdigest()


def _rule_bytes(path: Path) -> Iterable[bytes]:
    """A rule file and the word lists beside it."""
    yield path.read_bytes()
    for words in sorted(path.parent.glob("lists/*.txt")):
        yield words.read_bytes()


# --- who reviews ----------------------------------------------------------------------------


def reviewer_for(folder: SessionFolder, explicit: str | None) -> str:
    """The name under which acts are kept: one that was chosen, or the login's, marked as such."""
    name = reviewer_name(explicit, folder.config)
    if reviewer_is_chosen(explicit, folder.config):
        return name.lstrip(LOGIN_MARK) or "reviewer"
    return LOGIN_MARK + name


def shown_name(reviewer: str) -> str:
    return reviewer.removeprefix(LOGIN_MARK)


def _aliases(reviewers: Iterable[str]) -> dict[str, str]:
    """What each reviewer is called outside this program: chosen names as they are, logins by number."""
    names: dict[str, str] = {}
    for reviewer in reviewers:
        if reviewer not in names:
            login = reviewer.startswith(LOGIN_MARK)
            names[reviewer] = f"reviewer {len(names) + 1}" if login else reviewer
    return names


def _renamed_mark(mark: Mark, names: dict[str, str]) -> Mark:
    return replace(mark, reviewer=names.get(mark.reviewer, "reviewer"))


def _renamed_event(event: Event, names: dict[str, str]) -> Event:
    return replace(event, reviewer=names.get(event.reviewer, "reviewer"))


# --- making and filling sessions ------------------------------------------------------------


def read_originals(
    paths: Sequence[str], stdin: bytes | None = None
) -> tuple[list[tuple[Article, bytes]], list[Problem]]:
    """Articles with the bytes they were read from; what could not be read comes back as problems."""
    from io import BytesIO

    from factcheck.ingest import read_file, read_paths

    articles, problems = read_paths(paths, stdin=BytesIO(stdin or b""))
    originals = [
        (article, (stdin or b"") if article.path == "-" else read_file(article.path)) for article in articles
    ]
    return originals, list(problems)


def fill_session(
    target: Path, paths: Sequence[str], *, stdin: bytes | None = None, use: Sequence[str] | None = None
) -> tuple[SessionFolder, int, list[Problem]]:
    """Make the session ``target`` of articles, or add to it what it does not have yet.

    Returns the folder, how many articles came in, and what could not be read. Raises BadInput where
    a new session would have no article at all.
    """
    from factcheck.session import DEFAULT_PACKS, is_session

    originals, problems = read_originals(paths, stdin)
    if is_session(target):
        folder = SessionFolder.open(target)
        return folder, len(folder.add(originals)), problems
    if not originals:
        raise BadInput(*problems)
    folder = SessionFolder.create(target, originals, use=use or DEFAULT_PACKS)
    return folder, len(folder.config.articles), problems

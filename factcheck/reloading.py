"""Rule files edited while a session is open: seen, read again, and the desk goes on with what they find."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from factcheck.problems import BadInput, Problem
from factcheck.scanning import analysis_key, scan, session_rules
from factcheck.session import YAML

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.pipeline import Progress
    from factcheck.review.desk import Desk
    from factcheck.rules import RuleSet
    from factcheck.scanning import Scanned
    from factcheck.workspace import Workspace

Print = tuple[tuple[str, int, int], ...]
"""Path, time and size of each file: what tells that one was saved."""


class Reloading:
    """Watches the rule files of an open session and session.yaml, by looking at them.

    Looking is a system call a file, so it also sees files on a network and whatever way an editor
    saves. A file is read when it has stayed the same for two looks: half of it is never read.
    """

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        self._workspace = workspace
        self._desk = desk
        self._yaml = workspace.folder.path / YAML
        self._files: tuple[Path, ...] = ()
        self._of: Print = ()
        self._read: Print = ()
        self._waiting: Print = ()
        self.ruleset: RuleSet | None = None
        """The rules that run; None until ``prime``."""
        self.kept: tuple[str, ...] = ()
        """Rules that are broken now and run as they were last read whole."""
        self.broken: tuple[str, ...] = ()
        """What is wrong with the rule files now, a line each."""

    def prime(self) -> None:
        """Read the rules as they are now, so that a broken one can run on. Takes up to a second.

        Files are watched from here on: before, the first screen has the time.
        """
        if self.ruleset is None:
            self._read = self._waiting = self._look()
            self.ruleset = session_rules(self._workspace.folder)

    def changed(self) -> bool:
        """Whether a file was saved since it was read last, and has been left alone since."""
        if self.ruleset is None:
            return False
        now = self._look()
        settled, self._waiting = now == self._waiting, now
        return settled and now != self._read

    def scan(self, tell: Progress | None = None) -> Scanned:
        """Read rules and articles again; nothing changes yet. Raises BadInput for a broken session.yaml."""
        self._read = self._waiting
        self._workspace.folder.reread()
        return scan(self._workspace.folder, self.ruleset, tell)

    def take(self, found: Scanned) -> str:
        """Go on with what was found; the line that says what became of the claims."""
        from factcheck.review.reread import change

        workspace, before = self._workspace, self._workspace.analysis
        if [each.text_sha256 for each in before.articles] != [
            each.text_sha256 for each in found.analysis.articles
        ]:
            return "the articles of session.yaml are others now: q leaves, and opening again compares them"
        self.ruleset, self.kept = found.ruleset, found.kept
        self.broken = tuple(map(str, found.ruleset.problems))
        workspace.take(found.analysis, None if found.kept else analysis_key(workspace.folder))
        self._desk.reanalysed(found.analysis)
        judged = [mark.claim for mark in self._desk.state.all_marks() if mark.verdict]
        said = f"rules read again: {change(before, found.analysis).told(judged)}"
        return f"{self._runs_on()}{said}; {self.broken[0]}" if self.broken else said

    def _runs_on(self) -> str:
        if not self.kept:
            return ""
        more = f" and {len(self.kept) - 1} more" if len(self.kept) > 1 else ""
        return f"broken, runs on as it was: {self.kept[0]}{more}; "

    def _look(self) -> Print:
        yaml = _print(self._yaml)
        if yaml != self._of:
            self._of = yaml
            self._files = self._named()
        return (*yaml, *(each for path in self._files for each in _print(path)))

    def _named(self) -> tuple[Path, ...]:
        """The rule files that session.yaml names, and the word lists beside them."""
        try:
            self._workspace.folder.reread()
        except BadInput:  # it is said when the file is read; until then the files of before count
            return self._files
        paths, _ = self._workspace.folder.rule_paths()
        return (*paths, *sorted({each for path in paths for each in path.parent.glob("lists/*.txt")}))


def _print(path: Path) -> Print:
    try:
        found = os.stat(path)
    except OSError:  # an editor may be putting a new file in its place
        return ((str(path), 0, -1),)
    return ((str(path), found.st_mtime_ns, found.st_size),)


def own_file(workspace: Workspace, path: Path) -> Path:
    """A rule file that may be edited here: one of the session, never a shipped pack. Raises BadInput."""
    if path.resolve().is_relative_to(workspace.folder.path.resolve()):
        return path
    why = "it comes with the program, and would be lost with its next version"
    raise BadInput(
        Problem(str(path), "is not edited", why, "switch the rule off here, and write one of your own")
    )

"""Rule files edited while a session is open: seen, read again, and the desk goes on with what they find.

    changed ──▶ find ──▶ show ──▶ compare ──▶ take

The claims are shown as soon as they are found, with what the comparison of before still says of them.
``find`` and ``compare`` run in other threads, ``show`` and ``take`` in the app's own and take milliseconds.
"""

from __future__ import annotations

import os
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from factcheck.memory import kept_for_good
from factcheck.problems import BadInput, Problem
from factcheck.recomparing import Recomparer
from factcheck.rescanning import Rescan
from factcheck.scanning import analysis_key, session_rules
from factcheck.session import YAML

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from factcheck.model import Article
    from factcheck.pipeline import Progress
    from factcheck.review.desk import Desk
    from factcheck.review.reread import Change
    from factcheck.review.seat import Ahead
    from factcheck.rules import RuleSet
    from factcheck.scanning import Scanned
    from factcheck.workspace import Workspace

Print = tuple[tuple[str, int, int], ...]
"""Path, time and size of each file: what tells that one was saved."""


class Fresh(NamedTuple):
    """What edited rules found, ready to be shown."""

    scanned: Scanned
    change: Change
    ahead: Ahead


class Compared(NamedTuple):
    """The same, compared. ``key`` is what it is kept under, None where it cannot be made again."""

    key: str | None
    compare: Recomparer
    ahead: Ahead


class Reloading:
    """Watches the rule files of an open session and session.yaml, by looking at them.

    Looking is a system call a file, so it also sees files on a network and whatever way an editor
    saves. A file is read when it has stayed the same for two looks: half of it is never read.
    """

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        self._workspace = workspace
        self._desk = desk
        self._rescan = Rescan(workspace.folder)
        self._yaml = workspace.folder.path / YAML
        self._files: tuple[Path, ...] = ()
        self._of: Print = ()
        self._read: Print = ()
        self._waiting: Print = ()
        self._priming = Lock()
        self._differed: tuple[str, ...] | None = None
        """Own verdicts that differed from their suggestion before the rules that are shown were read."""
        self.ruleset: RuleSet | None = None
        """The rules that run; None until ``prime``."""
        self.kept: tuple[str, ...] = ()
        """Rules that are broken now and run as they were last read whole."""
        self.broken: tuple[str, ...] = ()
        """What is wrong with the rule files now, a line each."""

    def prime(self) -> None:
        """Read the rules as they are now, so that a broken one can run on. Takes a second or two.

        Files are watched from here on: before, the first screen has the time. What was saved since the
        session was opened counts as saved now. Threads may ask for it at once: one reads, the others wait.
        """
        with self._priming:
            if self.ruleset is None:
                self._prime()

    @kept_for_good()
    def _prime(self) -> None:
        self._waiting = self._look()
        fits = analysis_key(self._workspace.folder) == self._workspace.key
        self._read = self._waiting if fits else ()
        self.ruleset = session_rules(self._workspace.folder)

    def changed(self) -> bool:
        """Whether a file was saved since it was read last, and has been left alone since."""
        if self.ruleset is None:
            return False
        now = self._look()
        settled, self._waiting = now == self._waiting, now
        return settled and now != self._read

    @property
    def settling(self) -> bool:
        """Whether a file was found changed by the last look, and needs another one."""
        return self._waiting != self._read

    @kept_for_good()
    def warm(self) -> None:
        """Read the articles, so that the first edit is shown as fast as the others. Takes seconds."""
        if self.ruleset is not None:
            self._rescan.warm(self.ruleset)

    @kept_for_good()
    def find(self) -> Fresh:
        """Read the rules again and find their claims; nothing changes yet. Raises BadInput.

        Not while another ``find`` or ``warm`` runs.
        """
        from factcheck.review.reread import change, still_holding

        self._read = self._waiting
        workspace = self._workspace
        workspace.folder.reread()
        before, ruleset = workspace.analysis, self.ruleset or session_rules(workspace.folder)
        if _texts(self._rescan.articles()) != _texts(before.articles):
            mend = "q leaves, and opening again compares them"
            raise BadInput(Problem(YAML, "names other articles now", "", mend))
        found = self._rescan.find(ruleset)
        claims = found.analysis.claims
        change_ = change(before, found.analysis)
        interim = replace(found.analysis, comparison=still_holding(before.comparison, claims))
        return Fresh(found, change_, self._desk.ahead(interim, None))

    def show(self, fresh: Fresh) -> str:
        """Go on with the claims that were found; the line that says what became of them."""
        from factcheck.review.filters import differing

        found, desk = fresh.scanned, self._desk
        if self._differed is None:  # until it is compared, some suggestions are missing
            self._differed = differing(desk.state.marks(desk.reviewer), desk.facts)
        self.ruleset, self.kept = found.ruleset, found.kept
        self.broken = tuple(map(str, found.ruleset.problems))
        self._workspace.take(fresh.ahead.found)
        self._desk.reanalysed(fresh.ahead)
        judged = [mark.claim for mark in self._desk.state.all_marks() if mark.verdict]
        said = f"rules read again: {fresh.change.told(judged)}"
        return f"{self._runs_on()}{said}; {self.broken[0]}" if self.broken else said

    @kept_for_good()
    def compare(self, fresh: Fresh, tell: Progress | None = None) -> Compared:
        """The claims compared; nothing changes yet. Takes seconds. Another ``find`` may run meanwhile.

        ``tell`` hears how far it is; what it raises ends it.
        """
        from factcheck.pipeline import silently

        found = self._rescan.compare(fresh.scanned, tell or silently)
        compare = Recomparer(self._workspace.folder)
        key = None if found.kept else analysis_key(self._workspace.folder)
        return Compared(key, compare, self._desk.ahead(found.analysis, compare))

    def take(self, compared: Compared) -> str:
        """Go on with the comparison; which own verdicts it no longer suggests, or nothing."""
        from factcheck.review.filters import differing
        from factcheck.review.followed import turned_words

        desk, before = self._desk, self._differed or ()
        self._differed = None
        self._workspace.take(compared.ahead.found, compared.compare, compared.key)
        desk.reanalysed(compared.ahead)
        if desk.blind == "suggestions":
            return ""
        marks = desk.state.marks(desk.reviewer)
        turned = [claim for claim in differing(marks, desk.facts) if claim not in before]
        return turned_words(turned, desk.facts, marks, desk.places.cite)

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


def _texts(articles: Sequence[Article]) -> list[str]:
    return [article.text_sha256 for article in articles]

"""A session opened for work: its folder, its store, what was found in its articles, its reviewers.

The command line and the app come in here. Opening a session whose analysis is stored and still
fits loads no stage of the pipeline.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Self

from factcheck.problems import BadInput
from factcheck.recomparing import Recomparer
from factcheck.reporting import Reporting
from factcheck.review.drafts import blinded, revealed
from factcheck.review.rounds.blind import Asked, Blindness, is_blind, own_acts
from factcheck.review.rounds.signatures import signature_of
from factcheck.review.switches import Switch, switched
from factcheck.reviewers import (
    chosen_names,
    login_of,
    reviewer_for,
    same_person,
    shown_name,
)
from factcheck.scanning import analysis_key, scan, stamp_of
from factcheck.session import SessionFolder
from factcheck.store import Store

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path
    from types import TracebackType

    from factcheck.model import Analysis, Event, Signature
    from factcheck.pipeline import Progress
    from factcheck.report.rows import Report
    from factcheck.review.desk import Desk
    from factcheck.review.standing import Standing
    from factcheck.review.state import State


@dataclass(slots=True)
class Workspace:
    """An open session. ``problems`` say what was set aside on the way in."""

    folder: SessionFolder
    store: Store
    key: str
    analysis: Analysis
    problems: tuple[object, ...]
    compare: Recomparer = field(init=False)
    _unsaved: bool = field(init=False, default=False)
    """The analysis is newer than the one that is kept."""

    def __post_init__(self) -> None:
        self.compare = Recomparer(self.folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if self._unsaved and kind is None and not self.store.read_only:
                self.store.save_analysis(self.key, self.analysis)
        finally:
            self.store.close()

    @property
    def blind(self) -> Blindness | None:
        """What session.yaml hides from reviewers who have not revealed."""
        return self.folder.config.blind

    def reviewer(self, explicit: str | None) -> str:
        """The name under which acts are kept here: chosen, the login's, or the login's that was named so."""
        chosen = reviewer_for(self.folder, explicit)
        return same_person(chosen, login_of(), self.store.events())

    def name_of(self, reviewer: str) -> str:
        """What a login has signed off as; empty where it has chosen no name."""
        return chosen_names(self.store.events()).get(reviewer, "")

    def called(self, reviewer: str) -> str:
        """A reviewer's name on this machine: the one they signed with goes before the login's."""
        return self.name_of(reviewer) or shown_name(reviewer)

    def is_blind(self, viewer: str) -> Blindness | None:
        return is_blind(self.store.events(), viewer, self.blind)

    def begin(self, reviewer: str, asked: Asked = None) -> None:
        """A reviewer begins as they asked, blind or open; it is written down once.

        Whoever asks for neither begins blind where they are new here and somebody else has judged: what
        was seen before the first verdict cannot be unseen.
        """
        if asked is None and self.others_judged(reviewer) and not self.store.read_only:
            new = all(event.reviewer != reviewer for event in self.store.events())
            asked = "verdicts" if new and not self.blind else None
        if asked == "open":
            if self.is_blind(reviewer) or self.others_judged(reviewer):
                self._reveal(reviewer)
        elif asked is not None and self.is_blind(reviewer) != asked:
            self.store.append([blinded(reviewer, suggestions=asked == "suggestions")])

    def _reveal(self, reviewer: str) -> None:
        own = own_acts(self.store.events(), reviewer)
        if self.is_blind(reviewer) or not any(event.type == "reveal" for event in own):
            self.store.append([revealed(reviewer)])

    def others_judged(self, reviewer: str) -> tuple[str, ...]:
        """The other reviewers who have judged or noted something here, in the order of their first act."""
        acts = (event for event in self.store.events() if event.type in ("verdict", "note", "adjudicate"))
        return tuple(dict.fromkeys(event.reviewer for event in acts if event.reviewer != reviewer))

    def state(self) -> State:
        return self.standing().state

    def standing(self, viewer: str | None = None) -> Standing:
        """How the session stands, for a reviewer who may be blind, or for nobody in particular."""
        return self.reporting().standing(viewer)

    def desk(self, reviewer: str, start_claim: str | None = None) -> Desk:
        """A place for a reviewer to work at.

        What people brought in is compared when ``desk.compare_by(workspace.compare)`` says so: the text
        need not wait for it.
        """
        from factcheck.ingest.paragraphs import paragraphs
        from factcheck.review.desk import Desk
        from factcheck.store.wordindex import WordIndex

        desk = Desk(
            self.analysis,
            self.store,
            reviewer,
            versions=self.store.versions(),
            replaced_by=self.folder.config.replaced_by,
            blind=self.blind,
            start_claim=start_claim,
            split=paragraphs,
        )
        desk.on_switch = self._write_switch
        desk.new_index = WordIndex
        return desk

    # --- reports and sign-off ---------------------------------------------------------------

    def reporting(self) -> Reporting:
        """The session as it stands now, for work that another thread may do."""
        return Reporting(
            self.folder.title,
            self.analysis,
            self.store.events(),
            self.store.versions(),
            self.folder.config.replaced_by,
            self.blind,
            self.compare,
        )

    def report(
        self,
        form: str,
        *,
        only: Collection[str] | None = None,
        viewer: str | None = None,
        alone: bool = False,
    ) -> str:
        """See Reporting.report."""
        return self.reporting().report(form, only=only, viewer=viewer, alone=alone)

    def rows(
        self, *, only: Collection[str] | None = None, viewer: str | None = None, alone: bool = False
    ) -> Report:
        """See Reporting.rows."""
        return self.reporting().rows(only=only, viewer=viewer, alone=alone)

    def signatures(self) -> tuple[Signature, ...]:
        """All sign-offs, oldest first, each stale where the report reads otherwise now."""
        return self.reporting().signatures()

    def sign(self, reviewer: str, note: str = "", name: str = "") -> Signature:
        """Sign the report as it stands off, with what is still open; ``name``: what a login is called now."""
        return self.keep_signature(self.reporting().sign_off(reviewer, note, name))

    def keep_signature(self, event: Event) -> Signature:
        """Put a sign-off in the log."""
        (kept,) = self.store.append([event])
        return replace(signature_of(kept, ""), stale=False)

    # --- changes of the rules ---------------------------------------------------------------

    def take(self, analysis: Analysis, compare: Recomparer | None = None, key: str | None = None) -> None:
        """Go on with another analysis of the same articles; it is kept on leaving where it has a ``key``.

        Keeping it takes a third of a second, in which nobody could type.
        """
        self.analysis = analysis
        self.compare = compare or Recomparer(self.folder)
        self._unsaved = key is not None
        if key is not None:
            self.key = key

    def switch_rule(self, reviewer: str, rule: str, *, on: bool) -> bool:
        """Switch a rule in session.yaml and note who did it; whether that changed anything."""
        changed = self.folder.switch_rule(rule, on)
        if changed:
            self.store.append([switched(reviewer, rule, on=on)])
        return changed

    def _write_switch(self, switch: Switch) -> None:
        if switch.place is None:
            self.folder.switch_rule(switch.name, switch.on)
        else:
            self.folder.use_pack(switch.name, used=switch.on, place=switch.place)


def open_workspace(path: Path, *, tell: Progress | None = None) -> Workspace:
    """Open a session folder; scan its articles where nothing stored fits them and their rules.

    ``tell`` hears how far a scan is, which takes a second or more.

    Raises BadInput where the folder is no session or its database cannot be used.
    """
    folder = SessionFolder.open(path)
    key = analysis_key(folder)
    store = Store.open(folder.database, create=True)
    try:
        stored = store.load_analysis(key)
        if stored is not None:
            stored = replace(stored, semantic=stamp_of(folder))
            # What was set aside when it was scanned is still set aside.
            return Workspace(folder, store, key, stored, stored.problems)
        found = scan(folder, tell=tell)
        problems = found.problems
        if not store.read_only:
            store.save_analysis(key, found.analysis)
            try:
                folder.write_cleaned(found.analysis.articles)
            except BadInput as bad:  # those files are for people; nothing is read from them
                problems += bad.problems
        return Workspace(folder, store, key, found.analysis, problems)
    except BaseException:
        store.close()
        raise

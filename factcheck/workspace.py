"""A session opened for work: its folder, its store, what was found in its articles, its reviewers.

The command line and the app come in here. Opening a session whose analysis is stored and still
fits loads no stage of the pipeline.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self

from factcheck.model import Analysis, SessionInfo
from factcheck.problems import BadInput
from factcheck.recomparing import Recomparer
from factcheck.review.drafts import blinded, revealed, signed
from factcheck.review.rounds.blind import Asked, Blindness, is_blind, own_acts, visible
from factcheck.review.standing import Standing, standing, without_suggestions
from factcheck.review.switches import Switch, switched
from factcheck.reviewers import (
    NEVER_EXPORTED,
    chosen_names,
    exported_names,
    login_of,
    renamed_event,
    renamed_mark,
    reviewer_for,
    same_person,
    shown_name,
)
from factcheck.scanning import analysis_key, scan, stamp_of
from factcheck.session import SessionFolder
from factcheck.store import Store

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path
    from types import TracebackType

    from factcheck.model import Event, Signature
    from factcheck.pipeline import Progress
    from factcheck.report.rows import Report
    from factcheck.review.desk import Desk
    from factcheck.review.state import State

FORMATS = ("html", "md", "csv", "json")


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
        events = self.store.events()
        return self._stand(events if viewer is None else visible(events, viewer, self.blind))

    def _stand(self, events: Sequence[Event]) -> Standing:
        replaced_by = self.folder.config.replaced_by
        return standing(self.analysis, events, self.store.versions(), replaced_by, self.compare)

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

    def report(
        self,
        form: str,
        *,
        only: Collection[str] | None = None,
        viewer: str | None = None,
        alone: bool = False,
    ) -> str:
        """The report of this session as text, in one of FORMATS.

        ``only`` keeps claims in these states. A ``viewer`` who is blind gets no more than they may see;
        ``alone`` leaves everybody else's verdicts and notes out, blind or not.
        """
        from factcheck import report

        writers = {
            "html": report.to_html,
            "md": report.to_markdown,
            "csv": report.to_csv,
            "json": report.to_json,
        }
        return writers[form](self.rows(only=only, viewer=viewer, alone=alone))

    def rows(
        self, *, only: Collection[str] | None = None, viewer: str | None = None, alone: bool = False
    ) -> Report:
        """What every format of the report is made from; names of logins stay behind."""
        events = self.store.events()
        blind = is_blind(events, viewer, self.blind) if viewer is not None else None
        signatures = self.signatures() if not (blind or alone) else ()
        seen = own_acts(events, viewer) if viewer is not None and (blind or alone) else events
        return self._rows(seen, signatures, _shows(only, bool(blind or alone)), only, blind == "suggestions")

    def _rows(
        self,
        events: Sequence[Event],
        signatures: tuple[Signature, ...] = (),
        shows: str = "all",
        only: Collection[str] | None = None,
        unsuggested: bool = False,
    ) -> Report:
        from factcheck.report.build import rows
        from factcheck.review.diff import newest

        how = self._stand(events)
        acts = [event for event in how.state.history if event.type not in NEVER_EXPORTED]
        names = exported_names(acts)
        info = SessionInfo(
            title=self.folder.title,
            exported_at=datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
            filter=shows,
            reviewers=tuple(dict.fromkeys(names.values())),
            signatures=tuple(replace(each, reviewer=names[each.reviewer]) for each in signatures),
        )
        return rows(
            without_suggestions(how.analysis) if unsuggested else how.analysis,
            [renamed_mark(mark, names) for mark in how.marks()],
            info,
            [renamed_event(event, names) for event in acts],
            only=only,
            adjudicated={c: renamed_mark(m, names) for c, m in how.state.adjudicated().items()},
            versions=[
                replace(each, path=newest(each.path, self.folder.config.replaced_by))
                for each in self.store.versions()
            ],
            moved=how.placement.alias,
            proposed=tuple(how.placement.proposals),
        )

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

    # --- sign-off -------------------------------------------------------------------------

    def digest(self, *more: Event) -> str:
        """What a signature signs: the whole report as it reads now, or with ``more`` in the log."""
        from factcheck.report.signing import digest

        return digest(self._rows((*self.store.events(), *more)))

    def signatures(self) -> tuple[Signature, ...]:
        """All sign-offs, oldest first, each stale where the report reads otherwise now."""
        from factcheck.review.rounds.signatures import signature_of

        events = [event for event in self.store.events() if event.type == "sign"]
        now = self.digest() if events else ""
        return tuple(signature_of(event, now) for event in events)

    def sign(self, reviewer: str, note: str = "", name: str = "") -> Signature:
        """Sign the report as it stands off, with what is still open; ``name``: what a login is called now."""
        from factcheck.review.rounds.signatures import reached, signature_of

        how = self.standing()
        far = reached(how.state, {claim.id for claim in how.analysis.claims})
        # The name stands in the report that is signed, so it is there before the digest is taken.
        now = self.digest(signed(reviewer, "", far, note, name))
        (event,) = self.store.append([signed(reviewer, now, far, note, name)])
        return signature_of(event, now)


def _shows(only: Collection[str] | None, alone: bool) -> str:
    parts = [*(only or ()), *(["one reviewer alone"] if alone else [])]
    return ", ".join(parts) or "all"


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

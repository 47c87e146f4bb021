"""A session as it stands at one moment, to be reported or signed off.

Nothing here asks the database, so that what takes long may be done in another thread: in a session of a
hundred thousand claims a report takes half a minute.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from factcheck.memory import no_search_for_cycles
from factcheck.model import SessionInfo
from factcheck.review.drafts import signed
from factcheck.review.rounds.blind import is_blind, own_acts, visible
from factcheck.review.rounds.signatures import reached, signature_of
from factcheck.review.standing import standing, without_suggestions
from factcheck.reviewers import NEVER_EXPORTED, exported_names, renamed_event, renamed_mark

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from factcheck.model import Analysis, Event, Signature, Version
    from factcheck.pipeline import Progress
    from factcheck.recomparing import Recomparer
    from factcheck.report.rows import Report
    from factcheck.review.rounds.blind import Blindness
    from factcheck.review.standing import Standing


@dataclass(frozen=True, slots=True)
class Reporting:
    """``blind`` is what session.yaml hides; ``replaced_by`` says which path took the place of which.

    Whatever takes long hears by ``tell`` how far it is; what ``tell`` raises ends it.
    """

    title: str
    analysis: Analysis
    events: tuple[Event, ...]
    versions: tuple[Version, ...]
    replaced_by: Mapping[str, str]
    blind: Blindness | None
    compare: Recomparer

    def standing(self, viewer: str | None = None, tell: Progress | None = None) -> Standing:
        """How the session stands, for a reviewer who may be blind, or for nobody in particular."""
        return self._stand(self.events if viewer is None else visible(self.events, viewer, self.blind), tell)

    def _stand(self, events: Sequence[Event], tell: Progress | None) -> Standing:
        compare = partial(self.compare, tell=tell)
        return standing(self.analysis, events, self.versions, self.replaced_by, compare)

    # --- the report -----------------------------------------------------------------------

    @no_search_for_cycles()
    def report(
        self,
        form: str,
        *,
        only: Collection[str] | None = None,
        viewer: str | None = None,
        alone: bool = False,
        tell: Progress | None = None,
    ) -> str:
        """The report as text, html, md, csv or json.

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
        found = self.rows(only=only, viewer=viewer, alone=alone, tell=tell)
        if tell is not None:
            tell(f"laying the report out as {form.upper()}", 0, 1)
        return writers[form](found)

    def rows(
        self,
        *,
        only: Collection[str] | None = None,
        viewer: str | None = None,
        alone: bool = False,
        tell: Progress | None = None,
    ) -> Report:
        """What every format of the report is made from; names of logins stay behind."""
        blind = is_blind(self.events, viewer, self.blind) if viewer is not None else None
        signatures = self.signatures(tell) if not (blind or alone) else ()
        seen = own_acts(self.events, viewer) if viewer is not None and (blind or alone) else self.events
        shows = _shows(only, bool(blind or alone))
        return self._rows(seen, signatures, shows, only, unsuggested=blind == "suggestions", tell=tell)

    def _rows(
        self,
        events: Sequence[Event],
        signatures: tuple[Signature, ...] = (),
        shows: str = "all",
        only: Collection[str] | None = None,
        *,
        unsuggested: bool = False,
        tell: Progress | None,
    ) -> Report:
        from factcheck.report.build import rows
        from factcheck.review.diff import newest

        how = self._stand(events, tell)
        acts = [event for event in how.state.history if event.type not in NEVER_EXPORTED]
        names = exported_names(acts)
        info = SessionInfo(
            title=self.title,
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
            versions=[replace(each, path=newest(each.path, self.replaced_by)) for each in self.versions],
            moved=how.placement.alias,
            proposed=tuple(how.placement.proposals),
            tell=tell,
        )

    # --- sign-off -------------------------------------------------------------------------

    @no_search_for_cycles()
    def digest(self, *more: Event, tell: Progress | None = None) -> str:
        """What a signature signs: the whole report as it reads now, or with ``more`` in the log."""
        from factcheck.report.signing import digest

        found = self._rows((*self.events, *more), tell=tell)
        if tell is not None:
            tell("taking its SHA-256", 0, 1)
        return digest(found)

    @property
    def is_signed(self) -> bool:
        """Whether anybody has signed it off, stale by now or not."""
        return any(event.type == "sign" for event in self.events)

    def signatures(self, tell: Progress | None = None) -> tuple[Signature, ...]:
        """All sign-offs, oldest first, each stale where the report reads otherwise now."""
        now = self.digest(tell=tell) if self.is_signed else ""
        return tuple(signature_of(event, now) for event in self.events if event.type == "sign")

    def sign_off(self, reviewer: str, note: str = "", name: str = "", tell: Progress | None = None) -> Event:
        """The act that signs the report as it stands, with what is still open; it is in no log yet.

        ``name`` is what a login is called from now on.
        """
        how = self.standing(tell=tell)
        far = reached(how.state, {claim.id for claim in how.analysis.claims})
        # The name stands in the report that is signed, so it is there before the digest is taken.
        now = self.digest(signed(reviewer, "", far, note, name), tell=tell)
        return signed(reviewer, now, far, note, name)


def _shows(only: Collection[str] | None, alone: bool) -> str:
    parts = [*(only or ()), *(["one reviewer alone"] if alone else [])]
    return ", ".join(parts) or "all"

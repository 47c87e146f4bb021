"""A reviewer's seat at the event log: what others write shows up, and a blind reviewer sees none of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from factcheck.review.events import Acts, Done, Log, claim_anchors
from factcheck.review.facts import Facts
from factcheck.review.filters import ALL, differing
from factcheck.review.followed import Settled, followed
from factcheck.review.rounds.blind import Blindness, is_blind, visible
from factcheck.review.searching import Searching
from factcheck.review.standing import STRUCTURAL, Standing, at_once, standing, without_suggestions
from factcheck.review.switches import Switch, switch_of
from factcheck.wording.places import Splitter, split_by_default

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from factcheck.model import Analysis, Event, Mark, Version
    from factcheck.review.filters import Choice
    from factcheck.review.standing import Comparer

TURNS = ("undo", "redo")


class Ahead(NamedTuple):
    """An analysis made ready to be shown: how it stands after the first ``seen`` events, and its facts."""

    found: Analysis
    standing: Standing
    facts: Facts
    seen: int
    compare: Comparer | None


class Seat(Searching):
    """One reviewer's view of a session, kept in step with the log.

    ``versions`` and ``replaced_by`` tell where texts came from that are no longer compared, so that
    what was judged in them is found again. ``blind`` is what the session hides from a reviewer who has
    not said otherwise.
    """

    _behind = False
    """Whether whoever shows the desk has what takes long compared meanwhile."""
    _before: Standing | None = None
    """How all stood when it was compared last."""
    _settled_as: Settled | None = None
    """The facts when nothing waited to be compared last; None before, and once other rules are read."""
    followed = ""
    """What the last comparison changed beside what was said just before it."""
    on_switch: Callable[[Switch], object] | None = None
    """Writes the switch of a rule or of a file to session.yaml, where its truth is."""

    def __init__(
        self,
        analysis: Analysis,
        log: Log,
        reviewer: str,
        *,
        versions: Sequence[Version] = (),
        replaced_by: Mapping[str, str] | None = None,
        blind: Blindness | None = None,
        start_claim: str | None = None,
        read_only: bool | None = None,
        split: Splitter = split_by_default,
        compare: Comparer | None = None,
    ) -> None:
        self._compare = compare
        self._log = log
        self._found = analysis
        self.versions = tuple(versions)
        self.replaced_by = replaced_by or {}
        events, self._read_to = log.since(0)
        self._blind_at_first = blind
        self.blind: Blindness | None = is_blind(events, reviewer, blind)
        self.standing = self._stand(events, reviewer)
        super().__init__(self._shown(), self.standing.state, reviewer, start_claim=start_claim, split=split)
        self._acts = Acts(log, self.state, reviewer, claim_anchors(self.analysis))
        self.read_only = bool(getattr(log, "read_only", False)) if read_only is None else read_only
        self._follow()

    def others_wrote(self) -> bool:
        """Whether the log has seen another writer; a log that cannot tell has none."""
        changed: Callable[[], bool] | None = getattr(self._log, "changed", None)
        return changed is not None and changed()

    def mark(self, claim: str) -> Mark | None:
        """This reviewer's mark on a claim, its evidence at the place of now."""
        mark = super().mark(claim)
        if mark is None or not mark.evidence or not self.standing.placement.alias:
            return mark
        return replace(mark, evidence=tuple(map(self.standing.evidence, mark.evidence)))

    def refresh(self) -> bool:
        """Take in what others have written since; True where something changed on screen."""
        news, self._read_to = self._log.since(self._read_to)
        if self.blind:
            news = tuple(event for event in news if event.reviewer == self.reviewer)
        known = {event.id for event in self.state.history}
        news = tuple(event for event in news if event.id not in known)
        if any(self._shifts(event) for event in news):
            self.renew()
            return True
        changed = False
        for event in news:
            changed |= bool(self.state.apply(event))
        if changed and self.filter != ALL:
            self.requeue()
        return changed

    def filters(self) -> tuple[Choice, ...]:
        """Every filter that would show anything."""
        return self._filters.choices(self._marked(), len(self.standing.orphans(self.reviewer)))

    def renew(self) -> None:
        """Read the whole log again: what people added, moved or regrouped may be another than before."""
        events, self._read_to = self._log.since(0)
        self.blind = is_blind(events, self.reviewer, self._blind_at_first)
        self._go_on(self._stand(events, self.reviewer))

    def _go_on(self, how: Standing, facts: Facts | None = None, *, anew: bool = False) -> None:
        self.standing = how
        self._before = how if how.heard is not None else self._before
        self.take(self._shown(), how.state, facts, anew=anew)
        self._acts = Acts(self._log, self.state, self.reviewer, claim_anchors(self.analysis))
        self._follow()

    def _follow(self) -> None:
        """Note what a comparison changed, once nothing waits for one any more."""
        self.followed = ""
        if self.standing.due is not None:
            return
        heard = self.standing.heard
        if heard is None and self.state.in_force("claim", "span", "tie", "speaker"):
            # More claims than are compared again: nothing but what was said itself has changed.
            self._settled_as = None
            return
        marks = self.state.marks(self.reviewer)
        now = Settled(self.facts, *(heard or (frozenset(), frozenset())), differing(marks, self.facts))
        before, self._settled_as = self._settled_as, now
        if before is not None:
            self.followed = followed(before, now, marks, self.places.cite)

    def ahead(self, analysis: Analysis, compare: Comparer | None) -> Ahead:
        """What ``reanalysed`` needs, made in another thread while the reviewer goes on.

        With ``compare`` what people brought in is compared; it is asked for the rest of the time, too.
        """
        seen = tuple(self.state.history)
        found = standing(analysis, seen, self.versions, self.replaced_by, compare)
        shown = without_suggestions(found.analysis) if self.blind == "suggestions" else found.analysis
        facts = Facts(shown.articles, shown.claims, shown.comparison).ready()
        self.rows_ahead(facts)
        return Ahead(analysis, found, facts, len(seen), compare)

    def reanalysed(self, ahead: Ahead) -> None:
        """Go on with what other rules find in the same articles; what was judged stays."""
        self._found, self._compare, self._before, self._settled_as = ahead.found, ahead.compare, None, None
        if ahead.seen != len(self.state.history):  # somebody has judged in the meantime
            self.renew()
        else:
            self._go_on(ahead.standing, ahead.facts, anew=True)

    def compare_by(self, compare: Comparer, *, behind: bool = False) -> None:
        """From here on what people bring in is compared; what waits for it is compared now.

        ``behind``: what the comparer does not know yet waits for this again each time. Whoever shows the
        desk has it compared meanwhile, by a comparer that remembers, and then says so here.
        """
        self._compare, self._behind = compare, False
        if self.standing.due is not None:
            self.renew()
        self._behind = behind

    def switch_back(self, acts: Sequence[Event], *, undone: bool) -> bool:
        """Write the switches among acts that were undone or done again; whether there were any."""
        switches = [switch for act in acts if act.type == "rules" and (switch := switch_of(act))]
        for switch in switches:
            if self.on_switch is not None:
                self.on_switch(switch._replace(on=switch.on is not undone))
        return bool(switches)

    def perform(self, drafts: Sequence[Event]) -> Done:
        """Write drafted events of this reviewer as one act and show what comes of them."""
        return self._did(self._acts.do(drafts))

    def _stand(self, events: Sequence[Event], reviewer: str) -> Standing:
        seen = visible(events, reviewer, self._blind_at_first)
        compare = at_once(self._compare) if self._behind and self._compare is not None else self._compare
        return standing(self._found, seen, self.versions, self.replaced_by, compare, self._before)

    def _shown(self) -> Analysis:
        analysis = self.standing.analysis
        return without_suggestions(analysis) if self.blind == "suggestions" else analysis

    def _shifts(self, event: Event) -> bool:
        """Whether more than marks may look different after this event."""
        return event.type in STRUCTURAL or (event.claim is not None and event.claim not in self.facts.claims)

    def _did(self, done: Done) -> Done:
        if any(self._shifts(event) for event in (*done.events, *done.acts) if event.type not in TURNS):
            self.renew()
        elif done and self.filter != ALL:
            self.requeue()
        return done

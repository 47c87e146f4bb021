"""Undo and redo: an act taken back or done again, and the words for what that was and what stands now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.review.backing import Backing
from factcheck.review.events import Done
from factcheck.review.marking import READ_ONLY
from factcheck.review.remarks import shown
from factcheck.review.state import ACTS
from factcheck.review.switches import words as switched_words
from factcheck.wording.words import KIND_WORDS, WORDS, count, verdict_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from factcheck.model import Claim, Event, Mark


class Turning(Backing):
    """A seat from which what was done can be taken back and done again."""

    def undo(self) -> str:
        """Take the last act back and return to its claim."""
        return self._turn(self._acts.undo, "taken back", "nothing to take back", undone=True)

    def redo(self) -> str:
        return self._turn(self._acts.redo, "done again", "nothing to do again", undone=False)

    def undo_to(self, event: str) -> str:
        """Take back every act of one's own that came after the one of this event, the latest first."""
        if self.read_only:
            return READ_ONLY
        in_force = self._own_in_force()
        if event not in in_force:
            return self._no_way_back(event)
        turned: list[Done] = []
        while self.state.undoable(self.reviewer) != in_force[event]:
            turned.append(self._acts.undo())
        if not turned:
            return "nothing of yours came after it"
        whole = Done(
            events=tuple(each for done in turned for each in done.events),
            claims=tuple(each for done in turned for each in done.claims),
            acts=tuple(each for done in turned for each in done.acts),
        )
        self._did(whole)
        self.switch_back(whole.acts, undone=True)
        return f"{count(len(turned), 'act')} taken back, one by one; Z does them again"

    def ways_back(self) -> frozenset[str]:
        """The events to which ``undo_to`` can go back: own acts in force with another after them."""
        newest = self.state.undoable(self.reviewer)
        return frozenset(event for event, batch in self._own_in_force().items() if batch != newest)

    def _own_in_force(self) -> dict[str, str]:
        """Own acts in force by event id, each with its batch."""
        return {each.id: each.batch for each in self.state.in_force(*ACTS) if each.reviewer == self.reviewer}

    def _no_way_back(self, event: str) -> str:
        """Why nothing is taken back to this event."""
        found = next((each for each in self.state.history if each.id == event), None)
        if found is not None and found.reviewer != self.reviewer:
            return f"that is an act of {shown(found.reviewer)}: choose one of your own that is in force"
        if found is not None and found.type in ("undo", "redo"):
            return f"this line only says what {found.type} did: choose the act itself, on a line marked B"
        if found is not None and found.type not in ACTS:
            return "this only records what happened: choose an act of your own that is in force"
        return "that act is taken back already: choose one of your own that is in force"

    def _turn(self, turn: Callable[[], Done], word: str, nothing: str, *, undone: bool) -> str:
        if self.read_only:
            return READ_ONLY
        done = self._did(turn())
        if not done:
            return nothing
        if self.switch_back(done.acts, undone=undone):
            return f"{word}: {switched_words(done.acts[0])}; session.yaml says so"
        known = self._known(done.claims)
        act = done.acts[0] if done.acts else None
        before = next((each for each in self.state.history if act and each.id == act.replaces), None)
        # Two claims that were tied or parted: whoever stands on one of them stays there.
        pair = (act.claim, act.target) if act and act.type == "tie" else ()
        if known and not (self.claim and self.claim.id in pair):
            self.goto(known[0].id)
        if pair and {claim for claim in pair if claim} <= self.facts.claims.keys():
            said = "tell the same fact" if act and act.detail == "same" else "are not the same fact"
            return f"{word}: {' and '.join(self.places.cite(self.facts.claims[c]) for c in pair if c)} {said}"
        what = turned_words(done.acts, before)
        now = now_words(done.acts, before, self.mark(known[0].id)) if known and undone else ""
        return f"{word}: {what} on {self._cites(known)}{now}" if known else f"{word}: {what}"

    # --- own ------------------------------------------------------------------------------

    def _known(self, claims: Iterable[str]) -> list[Claim]:
        return [self.facts.claims[claim] for claim in claims if claim in self.facts.claims]

    def _cites(self, claims: Sequence[Claim]) -> str:
        cites = list(dict.fromkeys(self.places.cite(claim) for claim in claims))
        return " ".join(cites[:6]) + (f" and {len(cites) - 6} more" if len(cites) > 6 else "")


def turned_words(acts: Sequence[Event], before: Event | None) -> str:
    """What the first act of a batch was: a verdict, or only its kind or its evidence, a note, a tie.

    ``before`` is the event that it took the place of.
    """
    act = acts[0] if acts else None
    if act is None:
        return "act"
    if len({each.verdict for each in acts}) > 1:
        return "the verdicts"
    if act.type != "verdict" or act.verdict is None:
        return _NAMES.get(act.type, act.type)
    if before is not None and (before.verdict, before.type) == (act.verdict, "verdict"):
        if set(before.evidence) != set(act.evidence):
            return "change of evidence"
        if before.kind != act.kind:
            return f"kind “{KIND_WORDS[act.kind]}”" if act.kind else "change of kind"
    return WORDS[act.verdict]


def now_words(acts: Sequence[Event], before: Event | None, mark: Mark | None) -> str:
    """What the claim has now, where that is more than nothing: "; it is supported"."""
    if len({act.claim for act in acts}) != 1 or acts[0].type not in ("verdict", "clear"):
        return ""
    if before is None or mark is None or mark.verdict is None:
        return ""
    return f"; it is {verdict_words(mark.verdict, mark.kind)}"


_NAMES = {
    "clear": "clearing of the verdict",
    "claim": "claim marked by hand",
    "span": "change of the span",
    "speaker": "word on who says it",
    "carry": "confirmed place",
    "refuse": "refused place",
}

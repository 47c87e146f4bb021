"""The reviewer's desk: moving about (Cursor) and deciding. No Textual, no SQL.

Every act is written through the log before its answer comes back. Answers are single lines for the
reviewer; errors of the log (``BadInput``) pass through to whoever shows the desk.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.model import KINDS_OF_VERDICT, Analysis, Claim, Mark, VerdictKind, VerdictName
from factcheck.review.cursor import Cursor
from factcheck.review.events import Acts, Done, Log, claim_anchors
from factcheck.review.queue import judged
from factcheck.review.same import same_voice
from factcheck.review.state import replay
from factcheck.wording.places import Splitter, split_by_default
from factcheck.wording.words import WORDS, flat, short, suggested_name, verdict_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

READ_ONLY = "read-only: this session's folder cannot be written, nothing was changed"


@dataclass(frozen=True, slots=True)
class Links:
    """The evidence of a claim: what the verdict rests on now, or would rest on."""

    claims: tuple[str, ...]
    drafted: bool
    """Chosen by the reviewer, not yet part of a verdict."""


class Desk(Cursor):
    """One reviewer at one session. ``advance`` says whether a verdict moves on to the next open claim."""

    def __init__(
        self,
        analysis: Analysis,
        log: Log,
        reviewer: str,
        *,
        start_claim: str | None = None,
        read_only: bool | None = None,
        split: Splitter = split_by_default,
    ) -> None:
        super().__init__(analysis, replay(log.events()), reviewer, start_claim=start_claim, split=split)
        self._log = log
        self._acts = Acts(log, self.state, reviewer, claim_anchors(analysis))
        self.read_only = bool(getattr(log, "read_only", False)) if read_only is None else read_only
        self.advance = True
        self.note_drafts: dict[str, str] = {}
        self._evidence_drafts: dict[str, tuple[str, ...]] = {}
        self._last_verdict: VerdictName | None = None
        self._last_judged: str | None = None
        self._clock = max((event.clock for event in self.state.history), default="")

    # --- verdicts -------------------------------------------------------------------------

    def judge(self, verdict: VerdictName) -> str:
        """Set a verdict on the claim in hand."""
        return self._judge([self.claim] if self.claim else [], verdict)

    def judge_same(self, verdict: VerdictName) -> str:
        """Set a verdict on every mention of this fact with the same value from the same origin."""
        claim, fact = self.claim, self.fact
        if claim is None or fact is None:
            return "no claims were found"
        return self._judge(same_voice(claim, fact, self.facts), verdict)

    def accept(self) -> str:
        """Set what is suggested for the claim in hand."""
        claim = self.claim
        suggested = suggested_name(self.facts.suggestions.get(claim.id)) if claim else None
        if suggested is None:
            return "nothing is suggested here"
        return self.judge(suggested)

    def repeat(self) -> str:
        if self._last_verdict is None:
            return "no verdict to repeat yet"
        return self.judge(self._last_verdict)

    def clear(self) -> str:
        """Take the verdict off the claim in hand."""
        claim = self.claim
        if claim is None:
            return "no claims were found"
        if self.read_only:
            return READ_ONLY
        done = self._did(self._acts.clear([claim.id]))
        cite = self.places.cite(claim)
        return f"verdict of {cite} cleared; z brings it back" if done else f"{cite} has no verdict"

    def cycle_kind(self) -> str:
        """The next kind of the verdict in hand, or of the one set last when the cursor has moved on."""
        target = self._judged_mark()
        if target is None:
            return "no verdict here yet: kinds belong to a verdict"
        claim, mark = target
        kinds = KINDS_OF_VERDICT[mark.verdict] if mark.verdict else ()
        if not kinds or mark.verdict is None:
            return f"{WORDS['not-a-claim']} has no kinds"
        if self.read_only:
            return READ_ONLY
        kind = kinds[(kinds.index(mark.kind) + 1) % len(kinds)] if mark.kind in kinds else kinds[0]
        self._did(self._acts.judge([claim.id], mark.verdict, kind, mark.evidence))
        return f"{self.places.cite(claim)} is {verdict_words(mark.verdict, kind)}; w goes on, z takes it back"

    def _judge(self, claims: Sequence[Claim], verdict: VerdictName) -> str:
        if not claims:
            return "no claims were found"
        if self.read_only:
            return READ_ONLY
        first = claims[0]
        kind = self._kind_for(first, verdict)
        following = self._open_after(claims)
        done = self._acts.judge([c.id for c in claims], verdict, kind, self._evidence_for(first, verdict))
        self._last_verdict, self._last_judged = verdict, first.id
        if not done:
            return f"{self._cites(claims)} is {WORDS[verdict]} already"
        for claim in claims:
            self._evidence_drafts.pop(claim.id, None)
        self._did(done)
        quoted = (
            f" “{short(first.text, 22)}”" if len(claims) == 1 else ", the same value from the same origin"
        )
        answer = f"{WORDS[verdict]} set on {self._cites(claims)}{quoted}; z takes it back"
        return answer + self._move_on(following)

    def _move_on(self, to: str | None) -> str:
        if not self.advance:
            return ""
        if to is None:
            return "" if self.progress().left else "; all claims are judged"
        self.goto(to)
        return " and returns there"

    def _open_after(self, claims: Sequence[Claim]) -> str | None:
        """The next open claim once these are judged, from the places they have in the queue now."""
        judging = {claim.id for claim in claims}
        first = claims[0].id
        return self.queue.next_open(
            first, self.facts.fact_of[first], lambda claim: claim in judging or judged(self.mark(claim))
        )

    def _cites(self, claims: Sequence[Claim]) -> str:
        cites = list(dict.fromkeys(self.places.cite(claim) for claim in claims))
        return " ".join(cites[:6]) + (f" and {len(cites) - 6} more" if len(cites) > 6 else "")

    def _judged_mark(self) -> tuple[Claim, Mark] | None:
        for claim_id in (self.claim.id if self.claim else None, self._last_judged):
            mark = self.mark(claim_id) if claim_id else None
            if mark is not None and mark.verdict is not None and mark.claim in self.facts.claims:
                return self.facts.claims[mark.claim], mark
        return None

    def _kind_for(self, claim: Claim, verdict: VerdictName) -> VerdictKind | None:
        """The suggestion's kind where the verdict is the suggested one; else no kind until w gives one."""
        suggestion = self.facts.suggestions.get(claim.id)
        if suggestion is None or suggestion.kind not in KINDS_OF_VERDICT[verdict]:
            return None
        return suggestion.kind

    # --- evidence and notes ---------------------------------------------------------------

    def links(self, claim: Claim) -> Links:
        """The evidence that is linked, drafted, or would be linked by the suggested verdict."""
        drafted = self._evidence_drafts.get(claim.id)
        if drafted is not None:
            return Links(drafted, True)
        mark = self.mark(claim.id)
        if mark is not None and mark.verdict is not None:
            return Links(
                tuple(e.claim for e in mark.evidence if e.claim in self.facts.claims and e.claim), False
            )
        suggestion = self.facts.suggestions.get(claim.id)
        return Links(
            tuple(e for e in suggestion.evidence if e in self.facts.claims) if suggestion else (), False
        )

    def toggle_evidence(self) -> str:
        """Link or unlink the mention pointed at; a claim that is judged is judged again with it."""
        claim, rows = self.claim, self.voices
        chosen = rows[self.row].claim if claim and self.row < len(rows) else None
        if claim is None or chosen is None or chosen == claim.id:
            return "choose another mention with h or l, then e links it as evidence"
        linked = self.links(claim).claims
        changed = tuple(e for e in linked if e != chosen) if chosen in linked else (*linked, chosen)
        mark = self.mark(claim.id)
        if mark is not None and mark.verdict is not None:
            if self.read_only:
                return READ_ONLY
            outside = tuple(e for e in mark.evidence if e.claim not in self.facts.claims)
            self._did(self._acts.judge([claim.id], mark.verdict, mark.kind, (*changed, *outside)))
        else:
            self._evidence_drafts[claim.id] = changed
        named = self._cites([self.facts.claims[e] for e in changed]) or "none"
        return f"evidence of {self.places.cite(claim)}: {named}"

    def _evidence_for(self, claim: Claim, verdict: VerdictName) -> tuple[str, ...]:
        """What was chosen by hand; else the suggestion's, else what agrees or conflicts."""
        if claim.id in self._evidence_drafts:
            return self._evidence_drafts[claim.id]
        suggestion = self.facts.suggestions.get(claim.id)
        if suggestion is not None and suggested_name(suggestion) == verdict:
            return tuple(e for e in suggestion.evidence if e in self.facts.claims)
        kinds = {"supported": ("agrees",), "conflicting": ("conflicts",)}.get(verdict, ())
        found = self.facts.relations(claim.id).items()
        return tuple(other for other, relation in found if relation.kind in kinds)

    def note(self) -> str:
        """The note of the claim in hand: an unfinished one before the saved one."""
        claim = self.claim
        if claim is None:
            return ""
        mark = self.mark(claim.id)
        return self.note_drafts.get(claim.id, mark.note if mark else "")

    def keep_draft(self, claim: str, text: str) -> None:
        """Keep a half-written note until it is saved."""
        mark = self.mark(claim)
        if text == (mark.note if mark else ""):
            self.note_drafts.pop(claim, None)
        else:
            self.note_drafts[claim] = text

    def write_note(self, claim: str, text: str) -> str:
        """Save a note; an empty one takes it away."""
        if self.read_only:
            return READ_ONLY
        done = self._did(self._acts.note(claim, flat(text)))
        self.note_drafts.pop(claim, None)
        cite = self.places.cite(self.facts.claims[claim])
        if not done:
            return f"note on {cite} unchanged"
        return f"note on {cite} {'saved' if text.strip() else 'removed'}; z takes it back"

    # --- undo, other writers --------------------------------------------------------------

    def undo(self) -> str:
        """Take the last act back and return to its claim."""
        return self._turn(self._acts.undo, "taken back", "nothing to take back")

    def redo(self) -> str:
        return self._turn(self._acts.redo, "done again", "nothing to do again")

    def _turn(self, turn: Callable[[], Done], word: str, nothing: str) -> str:
        if self.read_only:
            return READ_ONLY
        done = self._did(turn())
        if not done:
            return nothing
        known = [self.facts.claims[claim] for claim in done.claims if claim in self.facts.claims]
        if known:
            self.goto(known[0].id)
        act = done.acts[0] if done.acts else None
        what = WORDS[act.verdict] if act and act.verdict else act.type if act else "act"
        return f"{word}: {what} on {self._cites(known)}" if known else f"{word}: {what}"

    def others_wrote(self) -> bool:
        """Whether the log has seen another writer; a log that cannot tell has none."""
        changed: Callable[[], bool] | None = getattr(self._log, "changed", None)
        return changed is not None and changed()

    def saved(self) -> str:
        return (
            READ_ONLY if self.read_only else "all is saved: every act is on disk before its answer is shown"
        )

    def refresh(self) -> bool:
        """Take in what others have written since; True where something changed on screen."""
        changed = False
        for event in self._log.events(self._clock or None):
            changed |= bool(self.state.apply(event))
            self._clock = max(self._clock, event.clock)
        if changed and self.filter != "all":
            self.requeue()
        return changed

    def _did(self, done: Done) -> Done:
        for event in done.events:
            self._clock = max(self._clock, event.clock)
        if done and self.filter != "all":
            self.requeue()
        return done

    # --- copying --------------------------------------------------------------------------

    def quote(self) -> str:
        """The quote of the claim in hand with its cite, for pasting elsewhere."""
        claim = self.claim
        if claim is None:
            return ""
        article = self.articles[self.facts.order[claim.article]]
        source = "source withheld" if article.redact else article.source
        told = [source, article.published or "undated", "" if article.redact else article.url or ""]
        said = f"{claim.attribution.text}, in " if claim.attribution else ""
        quoted = self.articles[self.facts.order[claim.article]].text[claim.start : claim.end]
        return f"“{quoted}” ({said}{', '.join(part for part in told if part)}; {self.places.cite(claim)})"

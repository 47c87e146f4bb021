"""The reviewer's desk: moving about (Cursor), keeping in step with the log (Seat), and deciding.

Changing the claims themselves is in Marking, evidence that is no claim in Backing and evidence that is one
in Linking, undo in Turning.

No Textual, no SQL. Every act is written through the log before its answer comes back. Answers are single
lines for the reviewer; errors of the log (``BadInput``) pass through to whoever shows the desk.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.model import KINDS_OF_VERDICT, Claim, Mark, VerdictKind, VerdictName
from factcheck.review.events import Done, Judgement
from factcheck.review.filters import judged
from factcheck.review.linking import Linking
from factcheck.review.marking import READ_ONLY
from factcheck.review.same import same_voice
from factcheck.wording.quoting import quoted
from factcheck.wording.words import WORDS, flat, in_marks, suggested_name, verdict_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Evidence


class Desk(Linking):
    """One reviewer at one session. ``advance`` says whether a verdict moves on to the next open claim."""

    advance = True

    _last_verdict: VerdictName | None = None
    _last_judged: str | None = None

    @cached_property
    def note_drafts(self) -> dict[str, str]:
        """Half-written notes by claim."""
        return {}

    @property
    def has_judged(self) -> bool:
        """Whether this reviewer has a verdict in force: their own, or one that they gave for the session."""
        own = any(mark.verdict for mark in self.state.marks(self.reviewer).values())
        return own or any(mark.reviewer == self.reviewer for mark in self.adjudicated.values())

    @property
    def last_judged(self) -> Claim | None:
        """The claim this desk judged last, where it is still there: the cursor has moved on since."""
        return self.facts.claims.get(self._last_judged) if self._last_judged else None

    def unfinished(self) -> str:
        """What was begun and no act holds yet, in words: notes half written, evidence without a verdict."""
        notes = [claim for claim in self.note_drafts if claim in self.facts.claims]
        evidence = dict.fromkeys((*self._evidence_drafts, *self._resting))
        told = (("the note on", notes), ("the evidence chosen for", evidence))
        return ", ".join(f"{what} {self._cites(self._known(claims))}" for what, claims in told if claims)

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
            waits = " yet: what you said last is not compared" if self.standing.due else ""
            return f"nothing is suggested here{waits}"
        return self.judge(suggested)

    def accept_fact(self) -> str:
        """Set what is suggested for every unjudged claim of the fact in hand, as one act.

        No verdict suggested is a claim left open: whoever accepts has seen it.
        """
        if self.fact is None:
            return "no claims were found"
        if self.read_only:
            return READ_ONLY
        claims = [each for each in self._known(self.fact.claims) if not judged(self.mark(each.id))]
        found = [
            Judgement(each.id, name, self._kind_for(each, name), self._grounds([each], name))
            for each in claims
            if (name := suggested_name(self.facts.suggestions.get(each.id)))
        ]
        if not claims:
            return f"this fact is judged already{self._all_judged()}"
        if not found:
            return "nothing is suggested for an open claim of this fact"
        accepted = self._known(each.claim for each in found)
        following = self._open_after(accepted)
        self._last_judged = accepted[-1].id
        self._settled_on(accepted, self._acts.accept(found))
        told = ", ".join(f"{many} {WORDS[name]}" for name, many in Counter(e.verdict for e in found).items())
        return f"accepted on {self._cites(accepted)}: {told}; z takes it all back" + self._move_on(following)

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
        evidence = self._grounds(claims, verdict)
        done = self._acts.judge([c.id for c in claims], verdict, kind, evidence)
        self._last_verdict, self._last_judged = verdict, first.id
        if not done:
            return f"{self._cites(claims)} is {WORDS[verdict]} already{self._all_judged()}"
        self._settled_on(claims, done)
        what = f" {in_marks(first.text, 22)}" if len(claims) == 1 else ", same value and origin"
        bare = not evidence and verdict in ("supported", "conflicting")
        without = f" without evidence ({'z ' * self.advance}e links some)" if bare else ""
        answer = f"{WORDS[verdict]} set on {self._cites(claims)}{what}{without}; z takes it back"
        return answer + self._move_on(following)

    def _grounds(self, claims: Sequence[Claim], verdict: VerdictName) -> tuple[Evidence | str, ...]:
        """All that a verdict on these claims, judged as the first of them, rests on."""
        return (*self._evidence_for(claims[0], verdict), *self._taken_with(claims))

    def _settled_on(self, claims: Sequence[Claim], done: Done) -> None:
        for claim in claims:
            self._evidence_drafts.pop(claim.id, None)
            self._resting.pop(claim.id, None)
        self._did(done)

    def _move_on(self, to: str | None) -> str:
        if to is None:
            return self._all_judged() or f"; nothing open is left of what is {self.filter_name}"
        if not self.advance:
            return ""
        self.goto(to)
        return " and returns"

    def _all_judged(self) -> str:
        return "" if self.progress().left else "; all claims are judged, p opens the report"

    def _open_after(self, claims: Sequence[Claim]) -> str | None:
        """The next open claim once these are judged, from the places they have in the queue now."""
        judging = {claim.id for claim in claims}
        first = claims[0].id
        return self.queue.next_open(
            first, self.facts.fact_of[first], lambda claim: claim in judging or judged(self.mark(claim))
        )

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

    # --- notes ---------------------------------------------------------------

    def note(self) -> str:
        """The note of the claim in hand."""
        return self.note_on(self.claim) if self.claim else ""

    def note_on(self, claim: Claim) -> str:
        """The note of a claim: an unfinished one before the saved one."""
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
        """Save a note; an empty one takes it away.

        Where the rules were edited while it was typed, and none finds the claim any more, it stays a draft.
        """
        if self.read_only:
            return READ_ONLY
        if claim not in self.facts.claims:
            self.note_drafts[claim] = text
            return "no rule finds that claim any more: its note is kept as a draft until one does"
        # Where the log refuses it, what was typed is not lost.
        self.note_drafts[claim] = text
        done = self._did(self._acts.note(claim, flat(text)))
        self.note_drafts.pop(claim, None)
        cite = self.places.cite(self.facts.claims[claim])
        if not done:
            return f"note on {cite} unchanged"
        return f"note on {cite} {'saved' if text.strip() else 'removed'}; z takes it back"

    def saved(self) -> str:
        return (
            READ_ONLY if self.read_only else "all is saved: every act is on disk before its answer is shown"
        )

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
        words = quoted(article, claim.start, claim.end)
        return f"“{words}” ({said}{', '.join(part for part in told if part)}; {self.places.cite(claim)})"

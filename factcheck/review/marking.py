"""What a reviewer does to the claims themselves: mark, trim, extend, tie and part them, say who says them.

    mark_span(article, start, end)     trim() / extend()     tie(other, same=...)     say_who(name)

Each answers with a line for the reviewer, and the reviewer then stands on the claim that came of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.review.added import Sentences
from factcheck.review.anchoring.anchors import make_anchor
from factcheck.review.drafts import hand_marked, id_of, new_span, spoken, tied
from factcheck.review.filters import elsewhere
from factcheck.review.in_hand import NO_CLAIM
from factcheck.review.refusal import Refusal
from factcheck.review.seat import Seat
from factcheck.review.speakers import speaker
from factcheck.wording.words import NOBODY, flat, in_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Article, Claim, Event
    from factcheck.review.search import Hit

READ_ONLY = Refusal("read-only: this session's folder cannot be written, nothing was changed")
LONGEST = 2_000
"""Code points of a claim that is marked by hand."""
LONGEST_NAME = 200
"""Of a name that somebody gives for who says a claim."""
_WORD = re.compile(r"\S*\w\S*")
_LOOSE = ",;:"
"""Signs behind a word that a claim does not end with; a full stop may belong to the word ("a.m.")."""


class Marking(Seat):
    """A seat from which claims can be made and changed."""

    def mark_span(self, article: str, start: int, end: int) -> str:
        """Make a claim of ``text[start:end]`` of the article with this display id; blanks at its ends go."""
        text = self._text(article)
        stretch = text[start:end]
        start += len(stretch) - len(stretch.lstrip())
        end -= len(stretch) - len(stretch.rstrip())
        if not 0 <= start < end <= len(text):
            return "nothing to mark: select the words of the claim"
        if end - start > LONGEST:
            return f"that is {end - start:,} characters: a claim has at most {LONGEST:,}"
        anchor = make_anchor(self._article(article), start, end)
        name = id_of(anchor)
        if name in self.facts.claims:
            self.goto(name)
            return f"{self.places.cite(self.facts.claims[name])} is a claim already"
        if self.read_only:
            return READ_ONLY
        self.perform([hand_marked(self.reviewer, anchor)])
        self.goto(name)
        return f"{self._named(name)} is a claim now, marked by hand; z takes it back"

    def mark_hit(self, hit: Hit) -> str:
        """Make a claim of the words of a search hit, where they are in none."""
        for claim in self.facts.by_article[hit.article]:
            if claim.start <= hit.start and hit.end <= claim.end:
                cite = self.places.cite(claim)
                return (
                    f"that is in claim {cite} already: Enter takes it in hand; the mouse selects other words"
                )
        return self.mark_span(hit.article, hit.start, hit.end)

    # --- the span of a claim --------------------------------------------------------------

    def trim(self) -> str:
        """Take the last word off the claim in hand."""
        claim = self.claim
        if claim is None:
            return "no claims were found"
        words = list(_WORD.finditer(self._text(claim.article), claim.start, claim.end))
        if len(words) < 2:
            return "one word is left: x says that nothing here can be checked"
        return self._change(claim, _end(words[-2]), "trimmed")

    def extend(self) -> str:
        """Add the next word of its sentence to the claim in hand."""
        claim = self.claim
        if claim is None:
            return "no claims were found"
        stop = self._sentence_end(claim)
        following = _WORD.search(self._text(claim.article), claim.end, stop)
        if following is None:
            return "the sentence ends here"
        return self._change(claim, _end(following), "extended")

    def _sentence_end(self, claim: Claim) -> int:
        anchor = make_anchor(self._article(claim.article), claim.start, claim.end)
        return max(Sentences(self.articles).around(anchor)[1], claim.sentence[1])

    def _change(self, claim: Claim, end: int, word: str) -> str:
        if self.read_only:
            return READ_ONLY
        anchor = make_anchor(self._article(claim.article), claim.start, end)
        name = id_of(anchor)
        if name in self.facts.claims:
            return f"{word} it would be another claim of {self.places.cite(claim)}; nothing was changed"
        if self._stood_so(name):
            # A change back is the change taken back: two changes that undo each other would go in a ring.
            last = self._last_act()
            if last is None or last.type != "span" or last.target != claim.id:
                return "that is how it stood before; z takes back what was done since"
            self._did(self._acts.undo())
        else:
            self.perform([new_span(self.reviewer, claim.id, anchor)])
        self.goto(name)
        return f"{word}: {self._named(name)}; z takes it back"

    def _stood_so(self, claim: str) -> bool:
        return any(claim in (event.claim, event.target) for event in self.state.in_force("span"))

    def _last_act(self) -> Event | None:
        batch = self.state.undoable(self.reviewer)
        events = self.state.batch(self.reviewer, batch) if batch else ()
        return events[0] if len(events) == 1 else None

    # --- the same fact, or not ------------------------------------------------------------

    @property
    def pointed(self) -> Claim | None:
        """The claim pointed at beside the one in hand: at the search hit in sight, else in the table."""
        claim = self.claim
        if (hit := self.hit_shown) is not None:
            return next((each for each in self.claims_at(hit) if each is not claim), None)
        rows = self.voices
        chosen = rows[self.row].claim if self.row < len(rows) else None
        found = self.facts.claims.get(chosen) if chosen else None
        return found if found is not claim else None

    def tie_pointed(self, *, same: bool) -> str:
        """Say of the claim pointed at that it tells the same fact as the one in hand, or not."""
        other = self.pointed
        if other is None and (hit := self.hit_shown) is not None:
            return "this hit is in the claim in hand itself" if self.claims_at(hit) else NO_CLAIM
        if other is None:
            return "choose another mention with h or l, or search for one with /, then press it again"
        return self.tie(other.id, same=same)

    def tie(self, other: str, *, same: bool) -> str:
        """The claim in hand and another tell the same fact, or not; apart, the other leaves the fact."""
        claim = self.claim
        if claim is None or other not in self.facts.claims or other == claim.id:
            return "two claims are needed"
        cites = f"{self.places.cite(self.facts.claims[other])} and {self.places.cite(claim)}"
        together = self.facts.fact_of[other].id == self.facts.fact_of[claim.id].id
        if together == same:
            return f"{cites} are {'one fact' if same else 'not one fact'} already"
        if self.read_only:
            return READ_ONLY
        before = self.facts.fact_of[claim.id].claims
        # Of the two that are parted the first leaves: the one pointed at.
        pair = (claim.id, other) if same else (other, claim.id)
        self.perform([tied(self.reviewer, *pair, same=same)])
        self.goto(claim.id)
        left = "" if same else self._gone_along(other, before) + self._still_resting(claim.id, other)
        return f"{cites} {'tell the same fact' if same else 'are not the same fact'}{left}; z takes it back"

    def _gone_along(self, other: str, before: Sequence[str]) -> str:
        """Which claims left with the one that was parted."""
        gone = [c for c in self.facts.fact_of[other].claims if c != other and c in before]
        if not gone:
            return ""
        cites = [self.places.cite(self.facts.claims[c]) for c in gone[:4]] + ["…"] * (len(gone) > 4)
        along = "goes" if len(gone) == 1 else "go"
        return f"; {' '.join(cites)} {along} with {self.places.cite(self.facts.claims[other])}"

    def _still_resting(self, *pair: str) -> str:
        """Which verdicts go on resting on a claim that was just parted from theirs."""
        known = [self.facts.claims[claim] for claim in pair if claim in self.facts.claims]
        kept = [each for each in known if set(elsewhere(each, self.mark(each.id), self.facts)) & set(pair)]
        cites = " and ".join(self.places.cite(each) for each in kept)
        return f"; the verdict on {cites} still rests on the other: judge it again" if kept else ""

    # --- who says it ----------------------------------------------------------------------

    def say_who(self, name: str) -> str:
        """Say who says the claim in hand; an empty name says that nobody is named."""
        claim, name = self.claim, flat(name)
        if claim is None:
            return "no claims were found"
        cite = self.places.cite(claim)
        if len(name) > LONGEST_NAME:
            return Refusal(f"that is {len(name)} characters: a name has at most {LONGEST_NAME}")
        if name == speaker(claim, self.facts):
            return f"who says {cite} is unchanged: {name or NOBODY}"
        if self.read_only:
            return READ_ONLY
        anchor = make_anchor(self._article(claim.article), claim.start, claim.end)
        self.perform([spoken(self.reviewer, self.state, claim.id, anchor, name)])
        self.goto(claim.id)
        said = f"{cite} is said by {name}" if name else f"nobody is named as saying {cite}"
        return f"{said}, by your word; z takes it back"

    # --- own ------------------------------------------------------------------------------

    def _article(self, article: str) -> Article:
        return self.articles[self.facts.order[article]]

    def _text(self, article: str) -> str:
        return self._article(article).text

    def _named(self, claim: str) -> str:
        found = self.facts.claims[claim]
        return f"{self.places.cite(found)} {in_marks(found.text, 40)}"


def _end(word: re.Match[str]) -> int:
    """Where a word ends, without the signs that part it from the next."""
    return word.end() - len(word[0]) + len(word[0].rstrip(_LOOSE))

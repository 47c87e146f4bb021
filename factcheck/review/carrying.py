"""Moved text: what was judged on an earlier version and waits for a person to say where it stands now.

A proposal is confirmed or refused, one at a time. What has no place at all is listed, with its
verdict, its note and where it stood, and stays as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.records import dataclass
from factcheck.review.drafts import carried, refused
from factcheck.review.marking import READ_ONLY
from factcheck.wording.words import count, flat

if TYPE_CHECKING:
    from factcheck.model import Anchor, Article, Mark, Version
    from factcheck.review.anchoring.placement import Proposal
    from factcheck.review.desk import Desk

_WORD = re.compile(r"\S+")
FAR, NEAR = 20.0, 10.0
"""Points by which a proposal leads the runner-up, for words: far ahead, ahead, just ahead."""
LONGEST = 3_000
"""Code points of a passage; a sentence longer than this is cut around the quote."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a passage: whether the other passage lacks it, and whether it belongs to the claim."""

    text: str
    changed: bool
    claim: bool


@dataclass(frozen=True, slots=True)
class Lost:
    """A judged or noted claim that stands nowhere. ``place`` says which text it stood in, and since when."""

    mark: Mark
    quote: str
    context: str
    """The quote between the words that stood before and behind it: ``…before >>quote<< behind…``."""
    place: str


def waiting(desk: Desk) -> tuple[Proposal, ...]:
    """The proposals that this reviewer has neither confirmed nor refused, as their texts run."""
    found = desk.standing.proposals(desk.reviewer)
    return tuple(sorted(found, key=lambda each: (desk.facts.order[each.article], each.now.start, each.claim)))


def notice(desk: Desk) -> str:
    """``3 verdicts wait for you``; empty where nothing does."""
    many = len(waiting(desk))
    if not many:
        return ""
    return f"{count(many, 'verdict')} {'waits' if many == 1 else 'wait'} for you, the text has changed"


def confirm(desk: Desk, proposal: Proposal) -> str:
    """What was judged stands at the proposed place now, and the reviewer beside it."""
    if desk.read_only:
        return READ_ONLY
    desk.perform([carried(desk.reviewer, proposal.claim, proposal.now)])
    return f"carried over to {_cite(desk, proposal)}, marked as stale; z takes it back"


def refuse(desk: Desk, proposal: Proposal) -> str:
    """What was judged is not what stands at the proposed place."""
    if desk.read_only:
        return READ_ONLY
    desk.perform([refused(desk.reviewer, proposal.claim, proposal.now)])
    return f"refused: {_cite(desk, proposal)} is something else; the verdict is kept below; z takes it back"


def _cite(desk: Desk, proposal: Proposal) -> str:
    return desk.places.cite_at(proposal.article, proposal.now.start)


def sureness(proposal: Proposal) -> str:
    """Score and margin in words: ``83 of 100 alike; the next best place 41: far behind``."""
    if not proposal.second:
        return f"{proposal.score:.0f} of 100 alike; no other place is near"
    lead = proposal.score - proposal.second
    words = "far behind" if lead >= FAR else "behind" if lead >= NEAR else "close behind: look twice"
    return f"{proposal.score:.0f} of 100 alike; the next best place {proposal.second:.0f}: {words}"


# --- the two passages -----------------------------------------------------------------------


def passages(desk: Desk, proposal: Proposal) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """The sentence as it was judged and the one that is proposed, word against word."""
    from factcheck.review.diff import word_diff

    old = _passage(_old_article(desk, proposal.was), proposal.was)
    new = _passage(desk.articles[desk.facts.order[proposal.article]], proposal.now)
    gone: list[bool] = []
    came: list[bool] = []
    for op, run in word_diff(" ".join(text for text, _ in old), " ".join(text for text, _ in new)):
        many = len(run.split())
        if op != "added":
            gone += [op == "removed"] * many
        if op != "removed":
            came += [op == "added"] * many
    return _marked(old, gone), _marked(new, came)


def _marked(words: list[tuple[str, bool]], changed: list[bool]) -> tuple[Word, ...]:
    return tuple(
        Word(text, is_changed, claim) for (text, claim), is_changed in zip(words, changed, strict=True)
    )


def _passage(article: Article | None, anchor: Anchor) -> list[tuple[str, bool]]:
    """The words of the sentence around an anchor, each with whether it is the claim's."""
    if article is None:  # the text of that version is not known here: what the anchor holds is
        text, start = f"{anchor.prefix}{anchor.exact}{anchor.suffix}", len(anchor.prefix)
        span, end = (0, len(text)), start + len(anchor.exact)
    else:
        from factcheck.review.added import Sentences

        text, start, end = article.text, anchor.start, anchor.end
        left, right = Sentences([article]).around(anchor)
        span = max(left, start - LONGEST), min(right, end + LONGEST)
    return [
        (flat(word[0]), word.start() < end and word.end() > start)
        for word in _WORD.finditer(text, *span)
        if flat(word[0])
    ]


def _old_article(desk: Desk, anchor: Anchor) -> Article | None:
    from factcheck.review.diff import article_of

    version = _version(desk, anchor)
    return article_of(version) if version else None


def _version(desk: Desk, anchor: Anchor) -> Version | None:
    return next((each for each in desk.versions if each.text_sha256 == anchor.text_sha256), None)


# --- what stands nowhere --------------------------------------------------------------------


def lost(desk: Desk) -> tuple[Lost, ...]:
    """This reviewer's orphans, by where they stood."""
    marks = desk.state.marks(desk.reviewer)
    found = [_lost(desk, marks[claim]) for claim in desk.standing.orphans(desk.reviewer)]
    return tuple(
        sorted(found, key=lambda each: (each.place, each.mark.anchor.start if each.mark.anchor else 0))
    )


def _lost(desk: Desk, mark: Mark) -> Lost:
    anchor = mark.anchor
    if anchor is None:
        return Lost(mark, "", "", "a place that nobody wrote down")
    version = _version(desk, anchor)
    place = (
        f"{version.path}, as read on {version.seen_at[:10]}" if version else "a text that is not kept here"
    )
    context = flat(f"…{anchor.prefix}>>{anchor.exact}<<{anchor.suffix}…")
    return Lost(mark, flat(anchor.exact), context, place)

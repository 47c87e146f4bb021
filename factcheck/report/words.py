"""What reports say beyond verdicts: the state that all reviewers together leave a claim in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from factcheck.wording import words
from factcheck.wording.words import ASKS, WORDS, count, with_kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model import SessionInfo, SuggestedVerdict, VerdictKind, VerdictName

State = Literal["conflicting", "unresolved", "supported", "unsourced", "left-open", "not-a-claim", "open"]
"""What the reviewers together decided: a verdict; ``unresolved``: they differ; ``open``: none has judged."""

STATES: tuple[State, ...] = get_args(State)
SIGNS: Mapping[str, str] = dict(words.SIGNS) | {"unresolved": "/", "open": "."}
STATE_WORDS: Mapping[str, str] = dict(WORDS) | {"unresolved": "judged differently", "open": "not judged"}
WITHHELD = "source withheld"
_OPENING, _CLOSING = frozenset('"“„«‘'), frozenset('"”“»’')


def state_words(state: State, kind: VerdictKind | None) -> str:
    """ "conflicting, sources disagree"; "reviewers differ"."""
    return with_kind(STATE_WORDS[state], kind)


def suggested_words(verdict: SuggestedVerdict | None, kind: VerdictKind | None) -> str:
    """ "conflicting, sources disagree"; no verdict suggested is "leave open"."""
    return with_kind(WORDS[verdict] if verdict else "leave open", kind)


def state_of(verdicts: frozenset[VerdictName], adjudicated: VerdictName | None = None) -> State:
    """The state of one claim: the adjudicated verdict, else the one that all its reviewers gave."""
    if adjudicated:
        return adjudicated
    if not verdicts:
        return "open"
    return next(iter(verdicts)) if len(verdicts) == 1 else "unresolved"


def is_draft(info: SessionInfo) -> bool:
    """Whether nobody's sign-off holds for the report as it stands."""
    return all(each.stale for each in info.signatures)


def counts(articles: int, origins: int) -> str:
    """Articles and origins, never one without the other: "5 articles, 1 origin"."""
    named = count(origins, "origin") if origins else "no named origin"
    return f"{count(articles, 'article')}, {named}"


def in_quotes(text: str) -> str:
    """Text in quotation marks; words that bring their own get no second pair."""
    return text if text[:1] in _OPENING and text.rstrip(".,;")[-1:] in _CLOSING else f"“{text}”"


def noted(note: str) -> str:
    """ "note: asked the port"; of a question to somebody "to ask: who counted?"."""
    asked = note.lstrip().removeprefix(ASKS).strip()
    return f"to ask: {asked}" if note.lstrip().startswith(ASKS) and asked else f"note: {note}"

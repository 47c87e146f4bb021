"""What an undo or a redo did, in words: what was taken back, and what stands now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.wording.words import KIND_WORDS, WORDS, verdict_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Event, Mark


def turned_words(acts: Sequence[Event], before: Event | None) -> str:
    """What the first act of a batch was: a verdict, or only its kind or its evidence, a note, a tie.

    ``before`` is the event that it took the place of.
    """
    act = acts[0] if acts else None
    if act is None:
        return "act"
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
    "carry": "confirmed place",
    "refuse": "refused place",
}

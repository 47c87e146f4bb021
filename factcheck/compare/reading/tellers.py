"""Names in a claim that are no part of what is told: who measured it, and the paper it was told to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Claim, Entity

_MEASURED = re.compile(
    r"\s+(?:has\s+|had\s+|have\s+)?(?:measured|recorded|registered|gives|gave|puts?|estimated|estimates|lists)"
    r"\s+(?:[\w-]+\s+){0,4}?(?:magnitude|strength)\b",
    re.I,
)
_TOLD = re.compile(r"\b(?:told|tells|telling|interview\s+with)\s+(?:the\s+)?\Z", re.I)


def measurer(text: str, claim: Claim, entities: Sequence[Entity]) -> Entity | None:
    """The institute of "the Ruritanian Institute measured a magnitude of 5": it says so, by measuring."""
    if claim.attribution is not None:
        return None
    return next((e for e in entities if _MEASURED.match(text, e.end, claim.end)), None)


def told_to(text: str, entity: Entity) -> bool:
    """Whether the name is that of whom something was told: "he told the *Herald*"."""
    return bool(_TOLD.search(text[max(0, entity.start - 24) : entity.start]))

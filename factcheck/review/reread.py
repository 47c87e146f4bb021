"""What reading the rules again did to the claims: which came, which went, which have other bounds now.

And what of the comparison of before holds until the claims are compared again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.wording.words import count

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from factcheck.model import Analysis, Claim, Comparison


@dataclass(frozen=True, slots=True)
class Change:
    """``moved`` holds (before, now): claims of one place whose bounds differ.

    ``shared`` are claims that a rule found which does so no more, and that others find as before.
    """

    added: tuple[Claim, ...] = ()
    lost: tuple[Claim, ...] = ()
    moved: tuple[tuple[Claim, Claim], ...] = ()
    shared: tuple[Claim, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.lost or self.moved)

    def told(self, judged: Collection[str] = ()) -> str:
        """One line; ``judged`` are the ids with a verdict, which is kept whatever the rules say."""
        many = len(self.shared)
        if not self:
            every = {1: "it", 2: "both"}.get(many, f"all {many}")
            too = f": other rules find {every} too" if many else ""
            return f"the claims are the same{too}"
        parts = [
            f"{count(len(claims), 'claim')} {what}"
            for claims, what in ((self.added, "added"), (self.lost, "lost"), (self.moved, "moved"))
            if claims
        ]
        if many:
            parts.append(f"{many} found by other rules too")
        kept = len({claim.id for claim in (*self.lost, *(old for old, _ in self.moved))} & set(judged))
        return ", ".join(parts) + (f"; {kept} of them judged: the verdict is kept" if kept else "")


def change(before: Analysis, now: Analysis) -> Change:
    """The difference between two analyses of the same articles, in the order of the texts."""
    old = {claim.id: claim for claim in before.claims}
    new = {claim.id: claim for claim in now.claims}
    added = [claim for claim in now.claims if claim.id not in old]
    moved: list[tuple[Claim, Claim]] = []
    lost: list[Claim] = []
    for claim in before.claims:
        if claim.id in new:
            continue
        there = _overlapping(claim, added)
        if there is None:
            lost.append(claim)
        else:
            added.remove(there)
            moved.append((claim, there))
    shared = tuple(one for one in before.claims if one.id in new and set(one.rules) - set(new[one.id].rules))
    return Change(tuple(added), tuple(lost), tuple(moved), shared)


def _overlapping(claim: Claim, others: Sequence[Claim]) -> Claim | None:
    """The claim of the others that shares most signs with this one."""
    near = [
        (min(other.end, claim.end) - max(other.start, claim.start), -index, other)
        for index, other in enumerate(others)
        if other.article == claim.article and other.start < claim.end and claim.start < other.end
    ]
    return max(near)[2] if near else None


def still_holding(before: Comparison, claims: Sequence[Claim]) -> Comparison:
    """What a comparison says of claims that are there now; of those that are new it says nothing."""
    there = {claim.id for claim in claims}
    groups = (
        replace(group, claims=left) if len(left) < len(group.claims) else group
        for group in before.groups
        if (left := tuple(claim for claim in group.claims if claim in there))
    )
    suggestions = (
        one
        if there.issuperset(one.evidence)
        else replace(one, evidence=tuple(filter(there.__contains__, one.evidence)))
        for one in before.suggestions
        if one.claim in there
    )
    return replace(
        before,
        groups=tuple(groups),
        relations=tuple(one for one in before.relations if one.a in there and one.b in there),
        suggestions=tuple(suggestions),
    )

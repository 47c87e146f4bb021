"""A group parted in two after somebody said that two of its members do not belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")


def leaving(members: Iterable[T], first: T, stays: T, link: Callable[[T, T], float]) -> set[T]:
    """The members that leave with ``first``: those whose strongest links lead to it and not to ``stays``.

    The strongest link of all is followed first, as in a spanning tree (Prim 1957) that grows from two roots:
    so a member also goes with one that went before it. What is linked as well to both sides, or to neither,
    stays.
    """
    gone = {first}
    # How near each is to what has gone and to what stays, in the order of the group.
    near = {m: (link(m, first), link(m, stays)) for m in members if m not in (first, stays)}
    while near:
        chosen = max(near, key=lambda m: max(near[m]))
        out, home = near.pop(chosen)
        if out > home:
            gone.add(chosen)
        for m, (away, here) in near.items():
            found = link(m, chosen)
            near[m] = (max(away, found), here) if out > home else (away, max(here, found))
    return gone

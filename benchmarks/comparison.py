"""Whether each conflict, gathering and false friend of the answer keys is held by the comparison."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from benchmarks.judging import judge_comparison
from benchmarks.truth import UNREAD, stories

if TYPE_CHECKING:
    from benchmarks.truth import Story


def report(story: Story) -> bool:
    """Print what holds and what does not, what is known not to hold apart; True when anything surprises.

    Of a story whose misses nobody has read only the counts are printed, so that nobody reads them.
    """
    print(f"{story.name}: each expectation of the key (target: all but those known not to hold)")
    broken = False
    for sort, results in judge_comparison(story).items():
        known = [held for held in results if held.known]
        apart = f", {len(known)} known not to hold" if known else ""
        print(f"  {sort:12} {sum(held.holds for held in results)} of {len(results)}{apart}")
        for held in results:
            if held.is_surprise:
                broken = True
                if story.name in UNREAD:
                    continue
                seen = "holds: take its mark away" if held.holds else held.seen
                print(f"    {held.id} {held.label}: {seen}")
        for held in known:
            if not held.holds:
                print(f"    known: {held.id} {held.label}: {held.known}")
    return broken


def main() -> bool:
    """True when a target was missed in any story."""
    missed = [report(story) for story in stories()]
    return any(missed)


if __name__ == "__main__":
    sys.exit(main())

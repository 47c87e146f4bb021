"""Whether each conflict, gathering and false friend of the answer keys is held by the comparison."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from benchmarks.judging import judge_comparison
from benchmarks.truth import stories

if TYPE_CHECKING:
    from benchmarks.truth import Story


def report(story: Story) -> bool:
    """Print what holds and what does not; True when anything does not hold."""
    print(f"{story.name}: each expectation of the key (target: all)")
    broken = False
    for sort, results in judge_comparison(story).items():
        print(f"  {sort:12} {sum(held.holds for held in results)} of {len(results)}")
        for held in results:
            if not held.holds:
                broken = True
                print(f"    {held.id} {held.label}: {held.seen}")
    return broken


def main() -> bool:
    """True when a target was missed in any story."""
    missed = [report(story) for story in stories()]
    return any(missed)


if __name__ == "__main__":
    sys.exit(main())

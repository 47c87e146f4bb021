"""What of a story the rules find: recall of statements, claims per statement, noise, furniture."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from benchmarks.judging import judge_extraction
from benchmarks.truth import UNREAD, stories

if TYPE_CHECKING:
    from benchmarks.truth import Story

RECALL, PER_STATEMENT, NOISE = 0.90, 1.3, 0.20


def report(story: Story) -> bool:
    """Print the figures of one story; True when a target was missed."""
    result = judge_extraction(story)
    print(f"{story.name}: {result.claims} claims, {result.statements} statements to check")
    print(f"  recall of statements   {result.recall:6.1%}  (target >= {RECALL:.0%})")
    print(f"  claims per statement   {result.claims_per_statement:6.2f}  (target <= {PER_STATEMENT})")
    print(f"  claims nobody checks   {result.noise_share:6.1%}  (target < {NOISE:.0%})")
    print(f"  claims on furniture    {len(result.furniture):6}  (target 0)")
    print(f"  furniture not marked   {len(result.unmarked):6}  (target 0)")
    print(f"  statements so marked   {len(result.hidden):6}  (target 0)")
    if result.missed and story.name not in UNREAD:
        print("  missed: " + ", ".join(f"{entry.id} ({entry.label})" for entry in result.missed))
    return (
        result.recall < RECALL
        or result.claims_per_statement > PER_STATEMENT
        or result.noise_share >= NOISE
        or any((result.furniture, result.unmarked, result.hidden))
    )


def main() -> bool:
    """True when a target was missed in any story."""
    missed = [report(story) for story in stories()]
    return any(missed)


if __name__ == "__main__":
    sys.exit(main())

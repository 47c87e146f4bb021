"""Ten thousand broken rule files, made from the shipped ones: a placed error or a clean load, quickly.

Each file is checked as ``rules check`` does; of one in ten the examples are run too, as ``rules test`` does.
Most are excerpts of six rules, one in a hundred a whole pack. The seed makes the files;
``python -m benchmarks.rules_fuzz 500`` runs only so many. Memory is the peak of the whole process.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import traceback
from collections import Counter
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

from factcheck.resources import shipped
from factcheck.rules import check_rules, load_rules, run_examples
from tests.unit.rule_mutations import excerpts, mutated
from tests.unit.test_rules_fuzz import hostile

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.problems import Problem

FILES = 10_000
SEED = 20261122
MOST_SECONDS = 2.0
MOST_MB = 500


def files(count: int) -> Iterator[bytes]:
    """The hostile files that are made by hand, then mutations."""
    yield from (text.encode() for text in hostile().values())
    whole = [path.read_bytes() for path in sorted(shipped("rules").glob("*.yaml"))]
    small = excerpts(whole)
    chance = random.Random(SEED)
    for number in range(count):
        yield mutated(chance, whole if number % 100 == 0 else small)


def outcome(problems: Sequence[Problem], path: Path) -> str:
    """What the checker made of a file: clean, placed errors, or an error without a place."""
    if not problems:
        return "clean"
    placed = all(problem.path == str(path) for problem in problems)
    lined = any(problem.line is not None for problem in problems)
    whole = any(word in problems[0].what for word in ("holds no rules", "larger than"))
    return "placed" if placed and (lined or whole) else "unplaced"


def main() -> bool:
    """Whether a file gave a traceback, an error without a place, or took too long."""
    count = int(sys.argv[-1]) if sys.argv[-1].isdigit() else FILES
    counted: Counter[str] = Counter()
    times: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mine.yaml"
        for data in files(count):
            path.write_bytes(data)
            before = process_time()
            try:
                found = outcome(check_rules([path]), path)
                times.append(process_time() - before)
                if len(times) % 10 == 0:
                    run_examples(load_rules([path]))
            except Exception:  # what a user would see: each is a fault
                found = "traceback"
                kept = Path(tempfile.gettempdir()) / f"rules-fuzz-{counted[found]}.yaml"
                kept.write_bytes(data)
                print(f"kept as {kept}")
                traceback.print_exc()
            if times[-1:] and times[-1] > MOST_SECONDS:
                counted["slow"] += 1
            counted[found] += 1
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    times.sort()
    print(f"{sum(counted.values()) - counted['slow']:,} files: {counted['clean']:,} load cleanly, "
          f"{counted['placed']:,} give placed errors, {counted['unplaced']} errors without a place, "
          f"{counted['traceback']} tracebacks")  # fmt: skip
    middle = times[len(times) // 2]
    print(f"check: median {middle:.3f} s of CPU, slowest {times[-1]:.2f} s (at most {MOST_SECONDS}); "
          f"peak {peak:.0f} MB (at most {MOST_MB})")  # fmt: skip
    bad = counted["traceback"] + counted["unplaced"] + counted["slow"]
    return bool(bad) or peak > MOST_MB


if __name__ == "__main__":
    sys.exit(main())

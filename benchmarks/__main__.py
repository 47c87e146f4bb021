"""Run every benchmark, one after another, and say which target was missed."""

from __future__ import annotations

import sys
from importlib import import_module

NAMES = (
    "startup",
    "verdict_durability",
    "first_paint",
    "app",
    "latency",
    "app_large",
    "sentences",
    "extraction",
    "rules_check",
    "comparison",
    "tolls",
    "alignment",
    "semantic",
    "pairs",
    "ablations",
    "worth",
    "rules_speed",
    "reload",
    "scale",
    "reliability",
    "rules_fuzz",
)


def run() -> int:
    missed = []
    for name in NAMES if len(sys.argv) < 2 else sys.argv[1:]:
        print(f"\n== {name}")
        if import_module(f"benchmarks.{name}").main():
            missed.append(name)
    print("\nevery target met" if not missed else f"\nnot met: {', '.join(missed)}")
    return 0


if __name__ == "__main__":
    sys.exit(run())

"""Proofs that no verdict is lost: processes killed, disks full, power cut, many writers, edits.

``python -m benchmarks reliability`` prints every count; each zero has to be one.
"""

from __future__ import annotations


def main() -> bool:
    """True when anything was lost, moved or turned away."""
    from benchmarks import anchors
    from benchmarks.reliability import crowd, full_disk, kills, power, rule_edits, turns

    parts = (crowd, turns, power, full_disk, rule_edits, anchors, kills)
    missed = [bool(part.main()) for part in parts]
    return any(missed)

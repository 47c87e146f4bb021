"""Labels of pairs of statement and evidence against labelled data that does not travel with the project.

Development looked at one half of each file alone (by a hash of the row, or of its statement where several
rows share one); both halves are printed, and the target is held against the whole.
"""

from __future__ import annotations

import json
import random
import re
import sys
import time
from collections import defaultdict
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.cli.options import rule_paths
from factcheck.compare.facts.similarity import stems
from factcheck.compare.statements.pairs import PairJudge
from factcheck.rules import load_rules

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
LABELS = ("supported", "conflicting", "unsourced")
STANCES = {
    "irrelevant": "unsourced",
    "refute": "conflicting",
    "completely-support": "supported",
    "partially-support": "supported",
}
GOLD = {"SUPPORTS": "supported", "REFUTES": "conflicting"}
MACRO_F1, ACCURACY = 0.52, 0.72
PRECISION, RECALL, FALSE_ALARMS = 0.75, 0.70, 0.02
DRAWS = 2000


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled pair; ``half`` is 0 for the half that development looked at."""

    claim: str
    evidence: str
    gold: str
    half: int
    mentions: tuple[str, str] | None = None


def rows_of(name: str) -> list[dict[str, Any]] | None:
    """The rows of a file; None, with the reason printed, where it is absent."""
    path = DATA / f"{name}.jsonl"
    if not path.is_file():
        print(f"{name}: skipped, {path.name} is not beside the project (../shared/data)")
        return None
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]


def half_of(key: str) -> int:
    return int(sha256(key.encode()).hexdigest(), 16) % 2


def engines() -> dict[str, PairJudge]:
    """With the shipped lexicons, and with none."""
    return {"engine": PairJudge(load_rules(rule_paths(())).lexicon), "lexicons off": PairJudge()}


# --- measures -------------------------------------------------------------------------------


def macro_f1(pairs: Sequence[tuple[str, str]], labels: Sequence[str] = LABELS) -> float:
    """The mean F1 of the labels over ``(gold, said)`` pairs."""
    total = 0.0
    for label in labels:
        right = sum(gold == said == label for gold, said in pairs)
        both = sum(gold == label for gold, _ in pairs) + sum(said == label for _, said in pairs)
        total += 2 * right / both if both else 0.0
    return total / len(labels)


def accuracy(pairs: Sequence[tuple[str, str]]) -> float:
    return sum(gold == said for gold, said in pairs) / len(pairs) if pairs else 0.0


def overlap(claim: str, evidence: str) -> float:
    """The share of a statement's stems that the evidence has."""
    mine = set(stems(claim))
    return len(mine & set(stems(evidence))) / len(mine) if mine else 0.0


def best_overlap(rows: Sequence[Row], below: str, measure: Callable[[list[tuple[str, str]]], float]) -> float:
    """The best figure of one threshold on the overlap, chosen on these very rows."""
    shares = [(overlap(row.claim, row.evidence), row.gold) for row in rows]
    return max(
        measure([(gold, "supported" if share >= n / 20 else below) for share, gold in shares])
        for n in range(21)
    )


# --- the three files ------------------------------------------------------------------------


def stance_rows() -> list[Row] | None:
    found = rows_of("factcheck_bench_stance")
    return (
        None
        if found is None
        else [
            Row(row["claim"], row["evidence"], STANCES[row["stance"]], half_of(row["claim"])) for row in found
        ]
    )


def symmetric_rows() -> list[Row] | None:
    found = rows_of("fever_symmetric_dev")
    return (
        None
        if found is None
        else [
            Row(row["claim"], row["evidence"], GOLD[row["gold_label"]], half_of(_original(row["id"])))
            for row in found
        ]
    )


def number_rows() -> list[Row] | None:
    found = rows_of("ecb_number_pairs_dev")
    return (
        None
        if found is None
        else [
            Row(r["text_a"], r["text_b"], r["label"], half_of(r["id"]), (r["mention_a"], r["mention_b"]))
            for r in found
        ]
    )


def labelled(rows: Sequence[Row], judge: PairJudge) -> tuple[list[tuple[str, str]], float]:
    """``(gold, said)`` for each row, and the seconds that 1,000 pairs took."""
    begin = time.perf_counter()
    said = [judge.judge(row.claim, row.evidence, *(row.mentions or (None, None))).label for row in rows]
    spent = time.perf_counter() - begin
    return [(row.gold, label) for row, label in zip(rows, said, strict=True)], spent / len(rows) * 1000


def stance() -> bool:
    """factcheck_bench_stance: macro-F1 of three labels."""
    rows = stance_rows()
    if rows is None:
        return False
    base = best_overlap(rows, "unsourced", macro_f1)
    print(f"factcheck_bench_stance: {len(rows)} pairs, macro-F1 (target {MACRO_F1})")
    print(f"  word overlap, best threshold      {base:.3f}")
    return _both(rows, macro_f1, MACRO_F1)


def symmetric() -> bool:
    """fever_symmetric_dev: accuracy, unsourced counted as wrong."""
    rows = symmetric_rows()
    if rows is None:
        return False
    base = best_overlap(rows, "conflicting", accuracy)
    print(f"fever_symmetric_dev: {len(rows)} pairs, accuracy (target {ACCURACY})")
    print(f"  word overlap, best threshold      {base:.3f}")
    return _both(rows, accuracy, ACCURACY)


def _original(name: str) -> str:
    """The four rows that are made of one have its id with a number behind it."""
    return re.sub(r"0{6}\d\Z", "", name)


def _both(rows: Sequence[Row], measure: Callable[[list[tuple[str, str]]], float], target: float) -> bool:
    missed = False
    for name, judge in engines().items():
        pairs, seconds = labelled(rows, judge)
        seen, held = ([p for p, r in zip(pairs, rows, strict=True) if r.half == half] for half in (0, 1))
        whole = measure(pairs)
        halves = f"seen half {measure(seen):.3f}, held half {measure(held):.3f}"
        print(f"  {name:15} {whole:.3f}  ({halves}; {seconds:.1f} s for 1,000 pairs)")
        if name == "engine":
            missed = whole < target
    return missed


def numbers() -> bool:
    """ecb_number_pairs_dev: do two mentions of one number conflict? Macro over distinct pairs of values."""
    rows = number_rows()
    if rows is None:
        return False
    print(f"ecb_number_pairs_dev: {len(rows)} pairs, conflicts of two mentions")
    print(f"  (targets: precision {PRECISION} at recall {RECALL}, false alarms {FALSE_ALARMS:.0%})")
    differing = [(row, mentions_differ(row)) for row in rows]
    _print_numbers("mentions differ", differing)
    missed = False
    for name, judge in engines().items():
        pairs, _ = labelled(rows, judge)
        said = [(row, label == "conflicting") for row, (_, label) in zip(rows, pairs, strict=True)]
        figures = _print_numbers(name, said)
        for half, which in enumerate(("seen half", "held half")):
            _print_numbers(f"  {which}", [one for one in said if one[0].half == half])
        if name == "engine":
            missed = figures[0] < PRECISION or figures[1] < RECALL or figures[2] > FALSE_ALARMS
    return missed


def _print_numbers(name: str, said: Sequence[tuple[Row, bool]]) -> tuple[float, float, float]:
    precision, recall, alarms = number_figures(said)
    low, high = interval_of(said)
    print(
        f"  {name:15} precision {precision:.2f}, recall {recall:.2f} [{low:.2f}, {high:.2f}],"
        f" false alarms {alarms:.1%}"
    )
    return precision, recall, alarms


def number_figures(said: Sequence[tuple[Row, bool]]) -> tuple[float, float, float]:
    """Precision and recall over distinct pairs of values, and the share of the other rows flagged.

    A pair of values counts with the share of its rows that are flagged, so that one often repeated
    does not weigh more.
    """
    shares = _by_values(said)
    right = sum(share for (gold, _), share in shares.items() if gold)
    wrong = sum(share for (gold, _), share in shares.items() if not gold)
    conflicts = sum(gold for gold, _ in shares)
    others = [flag for row, flag in said if row.gold != "conflict"]
    return (
        right / (right + wrong) if right + wrong else 0.0,
        right / conflicts if conflicts else 0.0,
        sum(others) / len(others) if others else 0.0,
    )


def _by_values(said: Sequence[tuple[Row, bool]]) -> dict[tuple[bool, tuple[str, str]], float]:
    flags: defaultdict[tuple[bool, tuple[str, str]], list[bool]] = defaultdict(list)
    for row, flag in said:
        first, second = sorted(_folded(row))
        flags[row.gold == "conflict", (first, second)].append(flag)
    return {key: sum(row) / len(row) for key, row in flags.items()}


def mentions_differ(row: Row) -> bool:
    """The baseline: any two mentions that are not written alike."""
    first, second = _folded(row)
    return first != second


def _folded(row: Row) -> tuple[str, str]:
    first, second = row.mentions or ("", "")
    return first.casefold().strip(" -"), second.casefold().strip(" -")


def interval_of(said: Sequence[tuple[Row, bool]]) -> tuple[float, float]:
    """95 % bootstrap interval of the recall, the distinct pairs of values drawn anew."""
    shares = [share for (gold, _), share in _by_values(said).items() if gold]
    if not shares:
        return 0.0, 0.0
    draw = random.Random(7)
    means = sorted(sum(draw.choices(shares, k=len(shares))) / len(shares) for _ in range(DRAWS))
    return means[int(DRAWS * 0.025)], means[int(DRAWS * 0.975)]


def main() -> bool:
    """True when a target was missed."""
    missed = [measure() for measure in (numbers, stance, symmetric)]
    return any(missed)


if __name__ == "__main__":
    sys.exit(main())

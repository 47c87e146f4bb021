"""Check-worthiness against labelled sentences that do not travel with the project.

The weights of ``factcheck.extract.worth`` and the threshold below were looked at on one half of each file
(by a hash of the text); both halves are printed, and the target is held against the whole and the held half.
"""

from __future__ import annotations

import re
import sys
import time
from typing import TYPE_CHECKING

from benchmarks.pairs import half_of, macro_f1, rows_of
from factcheck.cli.options import rule_paths
from factcheck.extract.worth import Appraiser
from factcheck.rules import load_rules

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

AVERAGE_PRECISION, OBJECTIVITY = 0.76, 0.60
HAND_SET, TRAINED = 0.68, 0.82
"""Figures given with the data: a hand-set score, and a model trained on its own domain."""
WORD_LIST, MAJORITY, MODEL = 0.45, 0.33, 0.64
THRESHOLD = 0.5
"""A sentence of this score counts as objective: the middle of the scale, set on the seen half alone."""
LABELS = ("OBJ", "SUBJ")
_NUMBER = re.compile(r"\d[\d,.]*")


def average_precision(scored: Sequence[tuple[bool, float]]) -> float:
    """The mean precision at each right row, by falling score; rows of one score come in together."""
    total = sum(right for right, _ in scored)
    by_score: dict[float, list[bool]] = {}
    for right, score in scored:
        by_score.setdefault(score, []).append(right)
    found = seen = 0
    area = 0.0
    for score in sorted(by_score, reverse=True):
        found += sum(by_score[score])
        seen += len(by_score[score])
        area += sum(by_score[score]) * found / seen
    return area / total if total else 0.0


def _line(
    name: str,
    halves: Sequence[int],
    figure: Callable[[Sequence[int]], float],
) -> tuple[float, float]:
    """Prints the figure of the whole and of both halves; the whole and the held half come back."""
    whole = figure(range(len(halves)))
    seen, held = (figure([i for i, half in enumerate(halves) if half == which]) for which in (0, 1))
    print(f"  {name:34} {whole:.3f}  (seen half {seen:.3f}, held half {held:.3f})")
    return whole, held


def worthiness(appraiser: Appraiser) -> bool:
    """claimbuster_two_class_train: average precision of the check-worthy sentences."""
    rows = rows_of("claimbuster_two_class_train")
    if rows is None:
        return False
    texts = [row["text"] for row in rows]
    right = [row["label"] == 1 for row in rows]
    halves = [half_of(text) for text in texts]
    begin = time.perf_counter()
    scores = [appraiser.appraise(text).score for text in texts]
    spent = time.perf_counter() - begin
    print(
        f"claimbuster_two_class_train: {len(rows)} sentences, average precision (target {AVERAGE_PRECISION})"
    )
    print(f"  given with the data: hand-set {HAND_SET}, trained on its own domain {TRAINED}")
    print(f"  {'chance':34} {sum(right) / len(right):.3f}")

    def ranked(by: Sequence[float]) -> Callable[[Sequence[int]], float]:
        return lambda chosen: average_precision([(right[i], by[i]) for i in chosen])

    _line("length in words", halves, ranked([len(text.split()) for text in texts]))
    _line("count of numbers", halves, ranked([len(_NUMBER.findall(text)) for text in texts]))
    whole, held = _line("score", halves, ranked(scores))
    print(f"  {len(rows) / spent:.0f} rows a second, rules loaded once")
    return min(whole, held) < AVERAGE_PRECISION


def objectivity(appraiser: Appraiser) -> bool:
    """newssd_objectivity: macro-F1 of objective and subjective news sentences by one threshold."""
    rows = rows_of("newssd_objectivity")
    if rows is None:
        return False
    texts = [row["text"].strip() for row in rows]
    golds = [row["label"] for row in rows]
    halves = [half_of(row["text"]) for row in rows]
    said = ["OBJ" if appraiser.appraise(text).score >= THRESHOLD else "SUBJ" for text in texts]
    print(f"newssd_objectivity: {len(rows)} sentences, macro-F1 at {THRESHOLD} (target {OBJECTIVITY})")
    print(f"  given with the data: word list {WORD_LIST}, majority {MAJORITY}, trained {MODEL}")

    def labelled(by: Sequence[str]) -> Callable[[Sequence[int]], float]:
        return lambda chosen: macro_f1([(golds[i], by[i]) for i in chosen], LABELS)

    _line("majority (all objective)", halves, labelled(["OBJ"] * len(rows)))
    _line("has a number", halves, labelled(["OBJ" if _NUMBER.search(text) else "SUBJ" for text in texts]))
    whole, held = _line("score", halves, labelled(said))
    return min(whole, held) < OBJECTIVITY


def main() -> bool:
    """True when a target was missed."""
    appraiser = Appraiser(load_rules(rule_paths(())))
    missed = [measure(appraiser) for measure in (worthiness, objectivity)]
    return any(missed)


if __name__ == "__main__":
    sys.exit(main())

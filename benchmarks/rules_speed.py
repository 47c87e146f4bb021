"""How fast rules run, against the same rules one after another by the standard ``re``; and a pack's edit.

The frozen pack rules_speed.yaml (150 rules in the style of the shipped ones) and all shipped packs run over
our own articles, varied. The plain side runs on a sample of them, before and after the engine, and must
give the same hits there. Times are CPU seconds of this process; the ratio is what carries to another machine.
"""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import TYPE_CHECKING

from benchmarks.plain_rules import PlainRules
from benchmarks.varied_text import base, varied
from factcheck.resources import PACKS, shipped
from factcheck.rules import compile_rules, load_rules
from factcheck.segment import segment

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.model import Article, Hit
    from factcheck.rules import RuleSet

FROZEN = Path(__file__).with_suffix(".yaml")
RATIO_FROZEN, RATIO_SHIPPED = 12.0, 11.0
RELOAD_SECONDS = 1.0
MILLION_FROZEN, MILLION_SHIPPED = 20, 4
"""Characters, in millions, that the engine reads."""
EVERY = 5
"""Of our articles every so many are the sample of the plain side."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters read, hits found, CPU seconds."""

    size: int
    hits: int
    seconds: float

    @property
    def speed(self) -> float:
        """Megabytes (a million characters) a second."""
        return self.size / self.seconds / 1e6


def run(articles: Sequence[Article], hits: Callable[..., list[Hit]]) -> tuple[Run, list[Hit]]:
    """Segment and extract: the hits of the articles."""
    found: list[Hit] = []
    before = process_time()
    for article in articles:
        for one in segment(article):
            found.extend(hits(article.text, one.start, one.end, kind=one.kind))
    spent = process_time() - before
    return Run(sum(len(article.text) for article in articles), len(found), spent), found


def against_plain(ruleset: RuleSet, articles: Sequence[Article], million: int) -> tuple[Run, float]:
    """The engine's run over so much text, and how many times the plain side's speed that is."""
    engine, plain = compile_rules(ruleset), PlainRules(ruleset)
    sample = list(varied(articles[::EVERY], sum(len(one.text) for one in articles[::EVERY])))
    before, wanted = run(sample, plain.hits)
    _, got = run(sample, engine.hits)
    assert got == wanted, "the engine and the plain run differ in their hits"
    size = hits = 0
    seconds = 0.0
    for seed in range(million):
        part, _ = run(list(varied(articles, 1_000_000, seed)), engine.hits)
        size, hits, seconds = size + part.size, hits + part.hits, seconds + part.seconds
    after, _ = run(sample, plain.hits)
    whole = Run(size, hits, seconds)
    assert not engine.set_aside, engine.set_aside
    return whole, whole.speed * (before.seconds + after.seconds) / 2 / before.size * 1e6


def report(name: str, ruleset: RuleSet, articles: Sequence[Article], million: int, target: float) -> bool:
    """Prints one comparison; True when the target was missed."""
    whole, ratio = against_plain(ruleset, articles, million)
    patterns = sum(len(rule.patterns) + len(rule.exclude) for rule in ruleset.rules)
    print(f"{name}: {len(ruleset.rules)} rules, {patterns} patterns, {whole.size / 1e6:.1f} MB")
    print(f"  segment + extract {whole.speed:.3f} MB/s, {whole.hits / whole.size * 1e6:,.0f} hits per MB")
    print(
        f"  plain re          {whole.speed / ratio:.4f} MB/s; {ratio:.1f} times as fast (target {target:g})"
    )
    return ratio < target


def reloaded(folder: Path) -> float:
    """CPU seconds to have all shipped packs running again after one line of one of them was edited."""
    paths = [shutil.copy(shipped("rules") / f"{name}.yaml", folder) for name in PACKS]
    files = [Path(path) for path in paths]
    compile_rules(load_rules(files))
    with files[0].open("a", encoding="utf-8") as file:
        file.write("# edited\n")
    before = process_time()
    compile_rules(load_rules(files))
    return process_time() - before


def main() -> bool:
    """True when a target was missed."""
    articles = base()
    missed = report("frozen pack", load_rules([FROZEN]), articles, MILLION_FROZEN, RATIO_FROZEN)
    packs = load_rules([shipped("rules") / f"{name}.yaml" for name in PACKS])
    missed |= report("shipped packs", packs, articles, MILLION_SHIPPED, RATIO_SHIPPED)
    with TemporaryDirectory() as folder:
        again = reloaded(Path(folder))
    print(f"all packs running again after an edit {again:.2f} s (target {RELOAD_SECONDS:g})")
    return missed or again > RELOAD_SECONDS


if __name__ == "__main__":
    sys.exit(main())

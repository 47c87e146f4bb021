"""How the comparison grows: one long story as a whole, and very many claims through the scan's linking.

Every size runs in a process of its own. Sizes of the linking are given on the command line
(``python -m benchmarks.scale 10000 100000``); without any they are 10,000, 100,000 and 1,000,000.
The made-up claims have slots as no real text will always have: read the recall as an upper bound.
"""

from __future__ import annotations

import json
import subprocess
import sys
from array import array
from collections import Counter
from contextlib import ExitStack, contextmanager
from math import log
from resource import RUSAGE_SELF, getrusage
from time import process_time
from typing import TYPE_CHECKING
from unittest.mock import patch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factcheck.model import Claim

SIZES = (10_000, 100_000, 1_000_000)
SECONDS, MEGABYTES, RECALL, GROWTH = 60.0, 3_000, 0.99, 1.15
"""Of the largest size: CPU seconds and memory; and how steep the curve from the smallest may be."""
ARTICLES, WORDS = 100, 5_000
STORY_SECONDS, STORY_MEGABYTES = 10.0, 1_000
CHUNK = 5_000
Figures = dict[str, float]


def link(size: int) -> Figures:
    """Link ``size`` made-up claims as they come; the time spent on making them is not counted."""
    from benchmarks.many_stories import claims
    from factcheck.compare.linking.linker import Linker
    from factcheck.compare.linking.slots import Reading

    edges = array("l")
    linker, reading = Linker(lambda i, j: edges.extend((i, j))), Reading()
    told = array("l")
    spent = 0.0
    waiting: list[Claim] = []

    def take() -> float:
        start = process_time()
        for claim in waiting:
            if linker.copy_of(claim.text) is None:
                linker.add(reading.slots(claim))
        waiting.clear()
        return process_time() - start

    for claim, fact in claims(size):
        told.append(fact)
        waiting.append(claim)
        if len(waiting) == CHUNK:
            spent += take()
    spent += take()
    peak = getrusage(RUSAGE_SELF).ru_maxrss / 1024
    return {
        "cpu": spent,
        "mb": peak,
        "judged": linker.judged,
        "facts": len(set(told)),
        **judged(told, linker.groups(), edges),
    }


def judged(told: Sequence[int], groups: Sequence[int], edges: Sequence[int]) -> Figures:
    """Recall of the links that join each fact, precision of the edges, and both over pairs of claims."""
    parent = list(range(len(told)))

    def find(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    right = joined = 0
    for at in range(0, len(edges), 2):
        i, j = edges[at], edges[at + 1]
        if told[i] == told[j]:
            right += 1
            a, b = find(i), find(j)
            joined += a != b
            parent[a] = b
    sizes, found, met = Counter(told), Counter(groups), Counter(zip(told, groups, strict=True))
    pairs = [sum(n * (n - 1) // 2 for n in counts.values()) for counts in (sizes, found, met)]
    return {
        "recall": joined / max(1, sum(sizes.values()) - len(sizes)),
        "edges": right / max(1, len(edges) // 2),
        "pair precision": pairs[2] / max(1, pairs[1]),
        "pair recall": pairs[2] / max(1, pairs[0]),
    }


def whole(size: int) -> Figures:
    """Groups, relations and suggestions for ``size`` claims that are all held, as ``scan`` does."""
    from benchmarks.many_stories import PER_ARTICLE, claims
    from factcheck.compare.linking.comparing import linked
    from factcheck.model import Article

    held = [claim for claim, _ in claims(size)]
    articles = [Article(f"a{n}", "", "", "", "", "", "") for n in range(size // PER_ARTICLE + 1)]
    before = getrusage(RUSAGE_SELF).ru_maxrss / 1024
    start = process_time()
    found = linked(articles, held)
    return {
        "cpu": process_time() - start,
        "mb": getrusage(RUSAGE_SELF).ru_maxrss / 1024,
        "mb held before": before,
        "groups": len(found.groups),
        "relations": len(found.relations),
    }


def story(articles: int) -> Figures:
    """One story of ``articles`` x ``WORDS`` words: what reading it costs, and what comparing it costs."""
    from benchmarks import flood_story
    from factcheck.compare import compare
    from factcheck.extract import extract
    from factcheck.resources import shipped
    from factcheck.rules import compile_rules, load_rules
    from factcheck.segment import segment
    from factcheck.values import ValueReader

    told = flood_story.articles(articles, WORDS)
    ruleset = load_rules([shipped("rules")])
    engine, reader = compile_rules(ruleset), ValueReader(ruleset.lexicon)
    infos = {rule.info.id: rule.info for rule in ruleset.rules}
    start = process_time()
    sentences = {article.id: segment(article) for article in told}
    for article in told:
        reader.learn(article, sentences[article.id])
    found = [c for a in told for c in extract(a, sentences[a.id], engine, reader, infos)]
    extracted = process_time() - start
    before = getrusage(RUSAGE_SELF).ru_maxrss / 1024
    stages: Figures = {}
    with timed_stages(stages):
        start = process_time()
        compared = compare(told, sentences, found, ruleset.lexicon)
        spent = process_time() - start
    return {
        "cpu": spent,
        "mb": getrusage(RUSAGE_SELF).ru_maxrss / 1024,
        **stages,
        "and the rest": spent - sum(stages.values()),
        "mb held before": before,
        "cpu of extraction": extracted,
        "claims": len(found),
        "groups": len(compared.groups),
        "relations": len(compared.relations),
    }


@contextmanager
def timed_stages(spent: Figures) -> Iterator[None]:
    """Within it the CPU seconds of each stage of a comparison are added up in ``spent``."""
    from factcheck.compare import comparing as room
    from factcheck.compare.reading.reader import Reader
    from factcheck.compare.suggestions import Suggester

    with ExitStack() as stack:
        for stage, owner, name in (
            ("of which reading", Reader, "profiles"),
            ("gathering", room, "group"),
            ("copies", room, "copied_sentences"),
            ("twins", room, "_twins"),
            ("relating", room, "_related"),
            ("suggesting", Suggester, "suggestions"),
        ):
            stack.enter_context(patch.object(owner, name, _timed(getattr(owner, name), stage, spent)))
        yield


def _timed(step: Callable[..., object], stage: str, spent: Figures) -> Callable[..., object]:
    def run(*args: object) -> object:
        start = process_time()
        found = step(*args)
        spent[stage] = spent.get(stage, 0.0) + process_time() - start
        return found

    return run


def alone(what: str, size: int) -> Figures:
    """The figures of one measurement in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.scale", what, str(size)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    figures: Figures = json.loads(done.stdout)
    print(
        f"  {size:>9,}  " + ", ".join(f"{name} {value:,.4g}" for name, value in figures.items()), flush=True
    )
    return figures


def growth(sizes: Sequence[int], figures: Sequence[Figures]) -> float:
    """The exponent of the curve from the smallest size to the largest: 1 is linear."""
    return log(figures[-1]["cpu"] / figures[0]["cpu"]) / log(sizes[-1] / sizes[0])


def main(sizes: Sequence[int] = SIZES) -> bool:
    """True when a target was missed."""
    print(f"one story, {ARTICLES} x {WORDS:,} words (target < {STORY_SECONDS:g} s, < {STORY_MEGABYTES:,} MB)")
    one = alone("story", ARTICLES)
    missed = one["cpu"] > STORY_SECONDS or one["mb"] > STORY_MEGABYTES
    print(f"many stories, linked (target at 1,000,000: {SECONDS:g} s, {MEGABYTES:,} MB, recall >= {RECALL})")
    linking = [alone("link", size) for size in sizes]
    missed |= any(f["recall"] < RECALL for f in linking) or linking[-1]["mb"] > MEGABYTES
    missed |= linking[-1]["cpu"] > SECONDS * sizes[-1] / SIZES[-1]
    print("the same with relations and suggestions, every claim held")
    held = [alone("whole", size) for size in sizes]
    missed |= held[-1]["cpu"] > SECONDS * sizes[-1] / SIZES[-1] or held[-1]["mb"] > MEGABYTES
    for name, row in (("linked", linking), ("with suggestions", held)):
        if len(sizes) > 1:
            steep = growth(sizes, row)
            missed |= steep > GROWTH
            print(f"  grows with the power {steep:.2f} of the claims, {name} (target <= {GROWTH})")
    return missed


if __name__ == "__main__":
    measures = {"link": link, "whole": whole, "story": story}
    if len(sys.argv) > 2 and sys.argv[1] in measures:
        print(json.dumps(measures[sys.argv[1]](int(sys.argv[2]))))
        sys.exit(0)
    sys.exit(main([int(size) for size in sys.argv[1:]] or SIZES))

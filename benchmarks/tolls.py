"""The toll that each article of an event gives, and whether the tolls conflict, as the engine reads them.

Data: FA-KES (Abu Salem and others 2019, CC BY), figures read by hand. Each event is a session of its
own, read by :func:`factcheck.pipeline.analyse` with the shipped packs. The toll of an article is
chosen from what the comparison counts: the first total of the dead (or hurt) that the text gives, a
finer figure that fits it before a rounded one. An event is called a conflict where the engine sets
two claims that carry these tolls against each other. The baseline is one regular expression over
title and text; its event call is "two different numbers". The engine's reading and this choice were
mended with these events in view: another set is what tells how they carry over.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.compare.aspects.figures import NARROW
from factcheck.compare.aspects.quantities import MEASURES, compare_intervals
from factcheck.compare.reading.reader import Reader
from factcheck.model import Article
from factcheck.pipeline import analyse
from factcheck.resources import shipped
from factcheck.rules import load_rules
from factcheck.segment import segment

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.compare.aspects.figures import Figure
    from factcheck.model import Relation
    from factcheck.rules import RuleSet

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "fakes_event_figures_dev.jsonl"
READ, CALLED = 0.95, 10
CLASSES = {"deaths": "die", "injuries": "wound"}
PARTS_OF_ALL = NARROW - {"civilian"}
"""Nouns that name some of the dead: 11 children are no toll where the text gives another."""
_BASELINE = {
    "deaths": re.compile(
        r"\b(\d+)(?:\s+[\w-]+){0,3}?\s+(?:(?:were|was|been)\s+)?(?:killed|dead|died)"
        r"|(?:kill(?:s|ed|ing)?|death toll\D{0,60}?)\s+(?:at least |more than |over |about )?(\d+)",
        re.I,
    ),
    "injuries": re.compile(
        r"\b(\d+)(?:\s+[\w-]+){0,3}?\s+(?:(?:were|was|been)\s+)?(?:wounded|injured|hurt)"
        r"|(?:wound|injur)\w*\s+(?:at least |more than |over |about )?(\d+)",
        re.I,
    ),
}
_VAGUE = {"dozens": (24.0, 99.0), "scores": (40.0, 199.0), "hundreds": (200.0, 999.0)}


@dataclass(frozen=True, slots=True)
class Tally:
    """What was read of the articles, and which events were called rightly."""

    articles: int
    read: int
    somewhere: int
    """How many articles have the figure among all that is counted of them, chosen or not."""
    events: Sequence[tuple[str, bool, bool]]
    missed: Sequence[str]

    @property
    def called(self) -> int:
        return sum(said == true for _, said, true in self.events)


def events() -> list[dict[str, Any]]:
    return [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines() if line.strip()]


def engine(rows: Sequence[Mapping[str, Any]], rules: RuleSet) -> Tally:
    """What the engine makes of the events with these rules."""
    read = somewhere = 0
    called, missed = [], []
    for event in rows:
        articles = [_article(n, row) for n, row in enumerate(event["articles"], 1)]
        analysis = analyse(articles, rules)
        sentences = {article.id: segment(article) for article in articles}
        profiles = Reader(rules.lexicon).profiles(articles, sentences, analysis.claims)
        counted = CLASSES[event["quantity"]] if any(e.role == "predicate" for e in rules.lexicon) else None
        carried: dict[str, str] = {}
        for n, row in enumerate(event["articles"]):
            found = [(p, f) for p in profiles if p.article == n for f in p.figures if _counts(f, counted)]
            toll = choose([f for _, f in found])
            right = _right(row["value"], toll)
            read += right
            somewhere += right or any(_right(row["value"], f) for _, f in found)
            if not right:
                shown = toll.text if toll else "nothing"
                missed.append(f"{event['event']} {row['source']}: {shown} for {row['value']}")
            carried.update((p.claim.id, f.text) for p, f in found if toll is not None and _same(f, toll))
        said = any(_about_tolls(r, carried) for r in analysis.comparison.relations)
        called.append((event["event"], said, event["label"] == "conflict"))
    return Tally(sum(len(e["articles"]) for e in rows), read, somewhere, called, missed)


def _about_tolls(relation: Relation, carried: Mapping[str, str]) -> bool:
    """A conflict of two claims about the very figures that are their articles' tolls."""
    if (
        relation.kind != "conflicts"
        or relation.on != "quantity"
        or not {relation.a, relation.b} <= carried.keys()
    ):
        return False
    why = relation.why.casefold()
    return all(carried[claim].casefold() in why for claim in (relation.a, relation.b))


def _article(number: int, row: Mapping[str, Any]) -> Article:
    text = f"{row['title'].rstrip('.')}\n\n{row['text']}"
    digest = sha256(text.encode()).hexdigest()
    day = datetime.strptime(row["date"], "%m/%d/%Y").date().isoformat()
    name = f"a{number}"
    return Article(name, f"{name}.txt", row["title"], row["source"], text, digest, digest, published=day)


def _counts(figure: Figure, counted: str | None) -> bool:
    if counted is None:
        return figure.interval.dimension not in MEASURES
    return figure.of == {counted} and figure.interval.dimension not in MEASURES


def choose(found: Sequence[Figure]) -> Figure | None:
    """The toll: the first total, a number before a word like "dozens", a finer figure that fits it."""
    totals = [f for f in found if not f.part and not f.more and not f.sum]
    totals = [f for f in totals if f.noun not in PARTS_OF_ALL] or [f for f in found if f.sum] or totals
    numbers = [f for f in totals if f.interval.bound != "vague"] or totals
    if not numbers:
        return None
    first = numbers[0]
    if first.interval.bound == "exact":
        return first
    for figure in numbers[1:]:
        outcome = compare_intervals(
            replace(first.interval, dimension=None), replace(figure.interval, dimension=None)
        )
        finer = figure.interval.headline % 10 and not first.interval.headline % 10
        if finer and outcome is not None and outcome.kind == "agrees":
            return figure
    return first


def _same(a: Figure, b: Figure) -> bool:
    return a.interval.headline == b.interval.headline and a.part == b.part


def _right(value: object, figure: Figure | None) -> bool:
    if value is None or str(value) == "None":
        return figure is None
    if figure is None:
        return False
    told = str(value)
    if told in _VAGUE:
        return (
            figure.interval.bound == "vague" and (figure.interval.low, figure.interval.high) == _VAGUE[told]
        )
    if re.fullmatch(r"\d+-\d+", told):
        low, high = map(float, told.split("-"))
        return (figure.interval.low, figure.interval.high) == (low, high)
    totals = [float(n) for n in re.findall(r"(?:^|; )(\d+)", told)]
    return figure.interval.headline in totals


def baseline(rows: Sequence[Mapping[str, Any]]) -> Tally:
    """One regular expression: the first number beside a word for the dead or hurt."""
    read, called, missed = 0, [], []
    for event in rows:
        seen = set()
        for row in event["articles"]:
            match = _BASELINE[event["quantity"]].search(f"{row['title']}\n{row['text']}")
            number = next((group for group in match.groups() if group), None) if match else None
            told = re.findall(r"(?:^|; )(\d+)", str(row["value"]))
            right = number in told if told and "-" not in str(row["value"]) else number is None
            read += right
            if not right:
                missed.append(f"{event['event']} {row['source']}: {number} for {row['value']}")
            seen |= {number} - {None}
        called.append((event["event"], len(seen) > 1, event["label"] == "conflict"))
    return Tally(sum(len(e["articles"]) for e in rows), read, read, called, missed)


def report(name: str, tally: Tally) -> None:
    print(
        f"  {name:22} toll read {tally.read} of {tally.articles} ({tally.read / tally.articles:.1%},"
        f" among all figures {tally.somewhere}), events rightly called {tally.called} of {len(tally.events)}"
    )


def main() -> bool:
    """True when a target was missed."""
    if not DATA.is_file():
        print("tolls: skipped, shared/data does not stand beside this checkout")
        return False
    rows = events()
    rules = load_rules([shipped("rules")])
    found = engine(rows, rules)
    print(f"tolls of {len(rows)} events (targets: >= {READ:.0%} read, >= {CALLED} of 11 events)")
    report("engine", found)
    for line in found.missed:
        print(f"    {line}")
    for event, said, true in found.events:
        if said != true:
            print(f"    {event}: called {'a conflict' if said else 'no conflict'}")
    report("engine, lexicon off", engine(rows, replace(rules, lexicon=())))
    report("one regex", baseline(rows))
    return found.read < READ * found.articles or found.called < CALLED


if __name__ == "__main__":
    sys.exit(main())

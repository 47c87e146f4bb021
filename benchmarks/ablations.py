"""What each part of the comparison is worth: one table, a part taken away (or added) in each row.

Stories are read once; each row compares the same claims again. "=" stands where the part has no hand in
the figure. Copied text taken for independent changes what counts as a voice, so it shows in counts of
sources and in copied words that are judged like others. The line under "semantic on" is to be read
against "no lexicon". Of the stance pairs every fourth is taken.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from benchmarks import alignment, pairs, tolls
from benchmarks.judging import judge_comparison, matching
from benchmarks.plain import THRESHOLDS, plain
from benchmarks.rereading import compared_again, no_copies, with_lexicon
from benchmarks.truth import stories
from factcheck.compare.facts.likeness import Likeness
from factcheck.compare.facts.nearest import Nearest
from factcheck.compare.facts.wordvectors import model
from factcheck.compare.statements.pairs import PairJudge
from factcheck.problems import BadInput
from factcheck.resources import shipped
from factcheck.rules import load_rules

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.truth import Story
    from factcheck.compare.facts.meanings import Meanings
    from factcheck.model import LexiconEntry

SORTS = ("conflicts", "same fact", "no conflict")
COLUMNS = (
    *SORTS,
    "near miss",
    "align AP",
    "numbers P/R/false",
    "tolls read, called",
    "stance F1",
    "fever acc",
)
WIDTHS = (9, 9, 11, 9, 8, 17, 18, 9, 9)
EVERY = 4
"""Of the stance pairs, which are 3,300."""
LEAST = 0.08
"""The least nearness of a near miss, as in the app."""
Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: the cells of :data:`COLUMNS`."""

    name: str
    cells: Cells


def rows() -> list[Row]:
    """The table; printed with :func:`line`."""
    full = load_rules([shipped("rules")]).lexicon
    bare = [entry for entry in full if entry.role == "alias"]
    own = [entry for entry in full if entry.role != "alias"]
    read = stories()
    classless = [with_lexicon(story, bare) for story in read]
    meanings = _model()
    with no_copies():
        alone = [compared_again(story, full) for story in read]
        alone_tolls = _tolls(full)
    return [
        Row("as shipped", (*_stories(read), *_labelled(full))),
        Row("no lexicon", (*_stories(classless), *_labelled(bare))),
        Row("no aliases", (*_stories([with_lexicon(story, own) for story in read]), *_labelled(own))),
        Row("no copies", (*_stories(alone), "=", "=", alone_tolls, "=", "=")),
        Row("semantic on", _semantic(read, full, meanings)),
        Row("  no lexicon", _semantic(classless, bare, meanings)),
        Row("plain baseline", (*_plainly(read), *_baselines())),
    ]


# --- stories --------------------------------------------------------------------------------


def held(told: Sequence[Story]) -> list[tuple[int, int]]:
    """By sort of expectation: how many hold, of how many."""
    judged = [judge_comparison(story) for story in told]
    return [
        (sum(one.holds for found in judged for one in found[sort]), sum(len(found[sort]) for found in judged))
        for sort in SORTS
    ]


def near_misses(told: Sequence[Story], meanings: Meanings | None = None) -> tuple[int, int]:
    """How often the nearest miss is the one that tells the fact, asked of every article that does tell it.

    Each gathering of a key is taken apart: to what one article tells of it, the nearest claim of each
    other article is searched, as if that article were silent.
    """
    right = asked = 0
    for story in told:
        nearest = Nearest(story.analysis.claims, story.analysis.articles, meanings)
        for gathering in story.truth.same_fact:
            by_article: dict[str, set[str]] = {}
            for name in gathering.statements:
                for claim in matching(story, name):
                    by_article.setdefault(claim.article, set()).add(claim.id)
            for article, members in by_article.items():
                others = by_article.keys() - {article}
                found = nearest.misses(tuple(sorted(members)), others, LEAST)
                asked += len(others)
                right += sum(a in found and found[a].claim.id in by_article[a] for a in others)
    return right, asked


def _stories(told: Sequence[Story]) -> Cells:
    return tuple(f"{right}/{all_}" for right, all_ in (*held(told), near_misses(told)))


def _plainly(told: Sequence[Story]) -> Cells:
    tried = [held([plain(story, threshold) for story in told]) for threshold in THRESHOLDS]
    best = max(tried, key=lambda found: found[0][0] + found[1][0])  # what conflicts, what is one fact
    return (*(f"{right}/{all_}" for right, all_ in best), "-")


# --- labelled pairs and tolls ---------------------------------------------------------------


def _labelled(lexicon: Sequence[LexiconEntry]) -> Cells:
    return (_align(lambda texts: Likeness(texts, lexicon).same_fact), *_judged(lexicon))


def _judged(lexicon: Sequence[LexiconEntry]) -> Cells:
    judge = PairJudge(lexicon)
    cells = [_numbers(judge), _tolls(lexicon)]
    for found, measure in ((_stance(), pairs.macro_f1), (pairs.symmetric_rows(), pairs.accuracy)):
        cells.append(f"{measure(pairs.labelled(found, judge)[0]):.3f}" if found else "skipped")
    return tuple(cells)


def _align(likeness: Callable[[list[str]], Callable[[str, str], float]]) -> str:
    if not alignment.DATA.is_file():
        return "skipped"
    aligned = alignment.rows()
    score = likeness(sorted({text for row in aligned for text in row[:2]}))
    return f"{alignment.average_precision((score(a, b), true) for a, b, true in aligned):.3f}"


def _numbers(judge: PairJudge | None) -> str:
    """With no judge: every two mentions that differ are a conflict."""
    found = pairs.number_rows()
    if not found:
        return "skipped"
    if judge is None:
        said = [(row, pairs.mentions_differ(row)) for row in found]
    else:
        labels = [label for _, label in pairs.labelled(found, judge)[0]]
        said = [(row, label == "conflicting") for row, label in zip(found, labels, strict=True)]
    precision, recall, alarms = pairs.number_figures(said)
    return f"{precision:.2f}/{recall:.2f}/{alarms:.1%}"


def _tolls(lexicon: Sequence[LexiconEntry]) -> str:
    rules = replace(load_rules([shipped("rules")]), lexicon=tuple(lexicon))
    return _tally(lambda events: tolls.engine(events, rules))


def _tally(read: Callable[[list[dict[str, object]]], tolls.Tally]) -> str:
    if not tolls.DATA.is_file():
        return "skipped"
    tally = read(tolls.events())
    return f"{tally.read}/{tally.articles}, {tally.called}/{len(tally.events)}"


def _stance() -> list[pairs.Row]:
    return (pairs.stance_rows() or [])[::EVERY]


def _baselines() -> Cells:
    aligned = _align(alignment.jaccard)
    stance, fever = _stance(), pairs.symmetric_rows() or []
    return (
        aligned,
        _numbers(None),
        _tally(tolls.baseline),
        f"{pairs.best_overlap(stance, 'unsourced', pairs.macro_f1):.3f}" if stance else "skipped",
        f"{pairs.best_overlap(fever, 'conflicting', pairs.accuracy):.3f}" if fever else "skipped",
    )


# --- the extra ------------------------------------------------------------------------------


def _model() -> Meanings | None:
    try:
        return model()
    except BadInput as absent:
        print(f"semantic on: skipped, {absent.problems[0].why or absent.problems[0].what}")
        return None


def _semantic(told: Sequence[Story], lexicon: Sequence[LexiconEntry], meanings: Meanings | None) -> Cells:
    """Near misses and alignment: nothing else is ranked by the model, and nothing decided."""
    ranked: Cells = ("skipped", "skipped")
    if meanings is not None:
        right, asked = near_misses(told, meanings)
        score = _align(lambda texts: Likeness(texts, lexicon, meanings=meanings).same_fact)
        ranked = (f"{right}/{asked}", score)
    return ("=",) * 3 + ranked + ("=",) * 4


def line(name: str, cells: Sequence[str]) -> str:
    return f"{name:15}" + "".join(f"  {cell:>{width}}" for cell, width in zip(cells, WIDTHS, strict=True))


def main() -> bool:
    """A table has no target of its own: False."""
    table = rows()
    print(line("", COLUMNS))
    for row in table:
        print(line(row.name, row.cells))
    return False


if __name__ == "__main__":
    sys.exit(main())

"""Do two sentences of different articles tell one fact? Average precision over pairs that people aligned.

Data: ECB+ (Cybulska and Vossen 2014, CC BY 3.0), pairs aligned by the events they share, other pairs of
one story, and pairs of two stories told alike. The weights of the score were set on one half of the
rows, by a hash of the texts; both halves are printed. Ties count together, as in a precision-recall
curve. The baseline is the idf-weighted Jaccard of stems.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.compare.facts.kinship import Judge
from factcheck.compare.facts.likeness import Likeness
from factcheck.compare.facts.similarity import Weights, stems
from factcheck.compare.reading.reader import Reader
from factcheck.model import Article, Claim, Sentence
from factcheck.resources import shipped
from factcheck.rules import load_rules
from factcheck.values import ValueReader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from factcheck.model import LexiconEntry

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "ecb_align_dev.jsonl"
TARGET = 0.80
Row = tuple[str, str, bool]


def rows() -> list[Row]:
    """Both texts of each pair, and whether they tell one fact."""
    lines = DATA.read_text(encoding="utf-8").splitlines()
    read = (json.loads(line) for line in lines if line.strip())
    return [(row["text_a"], row["text_b"], row["label"] == "aligned") for row in read]


def developed(row: Row) -> bool:
    """Whether the pair is of the half on which the weights were set."""
    return int(sha256((row[0] + row[1]).encode()).hexdigest(), 16) % 2 == 0


def average_precision(scored: Iterable[tuple[float, bool]]) -> float:
    """The mean precision over the recalls reached at each distinct score; 0 where nothing is true."""
    at: defaultdict[float, list[int]] = defaultdict(lambda: [0, 0])
    for score, true in scored:
        at[round(score, 9)][true] += 1
    positive = sum(counts[1] for counts in at.values())
    seen = hits = 0
    total = 0.0
    for score in sorted(at, reverse=True):
        wrong, right = at[score]
        seen, hits = seen + wrong + right, hits + right
        total += right * hits / seen
    return total / positive if positive else 0.0


def jaccard(texts: Sequence[str]) -> Callable[[str, str], float]:
    """The baseline: the weight of the shared stems among that of all."""
    read = {text: frozenset(stems(text)) for text in texts}
    weights = Weights(read.values())

    def score(a: str, b: str) -> float:
        both, one = read[a] & read[b], read[a] | read[b]
        return sum(weights[s] for s in both) / sum(weights[s] for s in one) if one else 0.0

    return score


def grouping(texts: Sequence[str], lexicon: Sequence[LexiconEntry]) -> Callable[[str, str], float]:
    """What the comparison groups claims by, each text one claim of an article of its own."""
    reader = ValueReader(lexicon)
    articles, claims, sentences = [], [], {}
    for number, text in enumerate(texts):
        digest = sha256(text.encode()).hexdigest()
        article = Article(f"a{number}", f"{number}.txt", "", "", text, digest, digest)
        sentence = Sentence(0, len(text), 1)
        values = reader.read(article, (sentence,))[0]
        articles.append(article)
        sentences[article.id] = (sentence,)
        claims.append(Claim(digest, article.id, 0, len(text), text, (0, len(text)), (), 0.5, values))
    judge = Judge(Reader(lexicon).profiles(articles, sentences, claims))
    place = {text: number for number, text in enumerate(texts)}
    return lambda a, b: judge.kin(place[a], place[b]).score


def report(name: str, pairs: Sequence[Row], score: Callable[[str, str], float]) -> float:
    """Print the average precision on both halves and the whole; give that of the whole."""
    scored = [(developed(row), score(row[0], row[1]), row[2]) for row in pairs]
    halves = [
        average_precision((s, true) for here, s, true in scored if here == which) for which in (True, False)
    ]
    whole = average_precision((s, true) for _, s, true in scored)
    print(f"  {name:24} {whole:.3f}   (half it was set on {halves[0]:.3f}, other half {halves[1]:.3f})")
    return whole


def main() -> bool:
    """True when a target was missed."""
    if not DATA.is_file():
        print("alignment: skipped, shared/data does not stand beside this checkout")
        return False
    pairs = rows()
    texts = sorted({text for row in pairs for text in row[:2]})
    lexicon = load_rules([shipped("rules")]).lexicon
    print(f"average precision over {len(pairs)} pairs (target >= {TARGET:.2f})")
    found = report("likeness", pairs, Likeness(texts, lexicon).same_fact)
    report("likeness, lexicon off", pairs, Likeness(texts).same_fact)
    report("what grouping uses", pairs, grouping(texts, lexicon))
    report("idf Jaccard", pairs, jaccard(texts))
    return found < TARGET


if __name__ == "__main__":
    sys.exit(main())

"""Sentence boundaries against golden rules that do not travel with the project.

Each row is a text of one paragraph and its sentences. A row holds when the sentences are the same ones,
white space apart. Both the splitter alone (sentencex) and the program's own sentences are judged.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from sentencex import segment as sentencex

from factcheck.ingest.clean import clean
from factcheck.ingest.pieces import pieces
from factcheck.segment import sentence_spans

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "sentence_golden_rules_en.jsonl"
TARGET = 47


def _plain(text: str) -> str:
    return "".join(text.split())


def ours(text: str) -> list[str]:
    """The sentences of a text that is read as an article is: lines first, then sentences."""
    lines = clean(text)
    return [
        lines[start:end]
        for first, last, _ in pieces(lines, ())
        for start, end in sentence_spans(lines, first, last)
    ]


def main() -> bool:
    """True when fewer golden rules hold than the target."""
    if not DATA.is_file():
        print("skipped: shared/data does not stand beside this checkout")
        return False
    rows = [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]
    held = {True: 0, False: 0}
    alone = 0
    wrong = []
    for row in rows:
        golden = bool(row["golden"])
        wanted = [_plain(each) for each in row["sentences"]]
        alone += golden and [_plain(each) for each in sentencex("en", row["text"])] == wanted
        if [_plain(each) for each in ours(row["text"])] == wanted:
            held[golden] += 1
        else:
            wrong.append(row["name"])
    count = sum(bool(row["golden"]) for row in rows)
    print(f"golden rules held: {held[True]} of {count} (target {TARGET}); sentencex alone {alone}")
    print(f"others held: {held[False]} of {len(rows) - count}")
    for name in wrong:
        print(f"  not held: {name}")
    return held[True] < TARGET


if __name__ == "__main__":
    sys.exit(main())

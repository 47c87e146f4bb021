"""``factcheck compare --pairs``: the label of each pair of statement and evidence, a line of JSON each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.cli.jsonl import ID, Field, Row, Shape, answer_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import LexiconEntry

PAIR = Shape(
    (
        ID,
        Field("claim"),
        Field("evidence"),
        Field("claim_mention", required=False),
        Field("evidence_mention", required=False),
    ),
    '{"id": ..., "claim": "...", "evidence": "..."}',
)


def label_pairs(path: str, lexicon: Sequence[LexiconEntry], output: str | None) -> int:
    """Answer every line that can be read; how many could not. Each of those gets a line of error."""
    from factcheck.compare.statements.pairs import PairJudge

    judge = PairJudge(lexicon)

    def answer(pair: Row) -> Row:
        mentions = (pair.get("claim_mention"), pair.get("evidence_mention"))
        verdict = judge.judge(pair["claim"], pair["evidence"], *mentions)
        return {"id": pair["id"], "label": verdict.label, "why": verdict.why, "score": verdict.score}

    return answer_lines(path, output, PAIR, answer)

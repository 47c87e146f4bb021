"""``factcheck compare --pairs``: a line of JSON in, a line of JSON out, in order, one at a time."""

from __future__ import annotations

import json
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from factcheck.problems import BadInput, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.compare.statements.pairs import PairJudge
    from factcheck.model import LexiconEntry

LONGEST = 1_000_000
"""Bytes of a line; a longer one is refused and passed over without being held."""
FIELDS = ("claim", "evidence")
MENTIONS = ("claim_mention", "evidence_mention")


def label_pairs(path: str, lexicon: Sequence[LexiconEntry], output: str | None) -> int:
    """Answer every line that can be read; how many could not. Each of those gets a line of error."""
    from factcheck.compare.statements.pairs import PairJudge

    judge = PairJudge(lexicon)
    bad = 0
    with ExitStack() as stack:
        source = _source(path, stack)
        target = _target(output, path, stack)
        shown = "standard input" if path == "-" else path
        for number, line in lines_of(source):
            answer = answered(judge, line, number, shown)
            if isinstance(answer, Problem):
                click.echo(str(answer), err=True)
                bad += 1
            elif answer is not None:
                target.write(answer)
        target.flush()
    return bad


def answered(judge: PairJudge, line: bytes | None, number: int, path: str) -> bytes | Problem | None:
    """The answer to one line; a problem where it is no pair, None for a blank line."""
    from factcheck.report.json_ import dumps

    if line is None:
        return Problem(path, "the line is too long", f"more than {LONGEST:,} bytes", "shorten it", number, 1)
    if not line.strip():
        return None
    pair = read_pair(line, number, path)
    if isinstance(pair, Problem):
        return pair
    mentions = (pair.get("claim_mention"), pair.get("evidence_mention"))
    verdict = judge.judge(pair["claim"], pair["evidence"], *mentions)
    row = {"id": pair["id"], "label": verdict.label, "why": verdict.why, "score": verdict.score}
    return dumps(row).encode("utf-8", "backslashreplace") + b"\n"


def read_pair(line: bytes, number: int, path: str) -> dict[str, Any] | Problem:
    """The object on a line, or what is wrong with it and where."""

    def wrong(what: str, why: str = "", col: int = 1) -> Problem:
        return Problem(path, what, why, 'write {"id": ..., "claim": "...", "evidence": "..."}', number, col)

    try:
        text = line.decode("utf-8-sig" if number == 1 else "utf-8")
        pair = json.loads(text, parse_int=_number)
    except UnicodeDecodeError as error:
        return wrong("is no UTF-8", error.reason, error.start + 1)
    except json.JSONDecodeError as error:
        return wrong("is no JSON", error.msg, error.colno)
    except RecursionError:
        return wrong("is no pair", "it is nested too deep")
    if not isinstance(pair, dict):
        return wrong("is no object")
    for field in FIELDS:
        if field not in pair:
            return wrong(f'has no "{field}"')
        if not isinstance(pair[field], str):
            return wrong(f'"{field}" is no text', col=_column(text, field))
    for field in MENTIONS:
        if not isinstance(pair.get(field), str | None):
            return wrong(f'"{field}" is no text', col=_column(text, field))
    if "id" not in pair:
        return wrong('has no "id"')
    if not isinstance(pair["id"], str | int | float) or isinstance(pair["id"], bool):
        return wrong('"id" is no text or number', col=_column(text, "id"))
    if isinstance(pair["id"], float) and not -float("inf") < pair["id"] < float("inf"):
        return wrong('"id" is no number', col=_column(text, "id"))
    return {field: _whole(pair[field]) for field in ("id", *FIELDS, *MENTIONS) if field in pair}


def _number(digits: str) -> int | str:
    """Python refuses to make a number of thousands of digits; as a text it stays what it is."""
    return int(digits) if len(digits) <= 400 else digits


def _whole(value: Any) -> Any:
    """A text whose halves of a character, which JSON can write, are replaced."""
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value


def _column(text: str, field: str) -> int:
    return max(0, text.find(f'"{field}"')) + 1


def lines_of(source: IO[bytes]) -> Iterator[tuple[int, bytes | None]]:
    """Each line with its number; None for one that is too long."""
    number = 0
    while line := source.readline(LONGEST + 1):
        number += 1
        if len(line) <= LONGEST:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = source.readline(LONGEST)
        yield number, None


def _source(path: str, stack: ExitStack) -> IO[bytes]:
    if path == "-":
        if sys.stdin is None:
            raise BadInput(Problem("standard input", "is closed", "", "name a file"))
        return sys.stdin.buffer
    try:
        return stack.enter_context(Path(path).open("rb"))
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise BadInput(Problem(path, "cannot be read", why, "name a file of JSON lines, or -")) from error


def _target(output: str | None, path: str, stack: ExitStack) -> IO[bytes]:
    if output is None or output == "-":
        return sys.stdout.buffer
    try:
        if Path(output).exists() and path != "-" and Path(output).samefile(path):
            raise BadInput(Problem(output, "is the file that is read", "", "choose another -o FILE"))
        return stack.enter_context(Path(output).open("wb"))
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise BadInput(Problem(output, "cannot be written", why, "choose another -o FILE")) from error

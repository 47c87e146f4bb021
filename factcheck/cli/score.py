"""``factcheck score``: how much each line of a file deserves a check; a line in, a line out, in order."""

from __future__ import annotations

import json
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from factcheck.cli.options import rule_paths, warn
from factcheck.problems import BadInput, Problem

if TYPE_CHECKING:
    from factcheck.extract.worth import Appraisal, Appraiser
    from factcheck.rules import RuleSet

LONGEST_TEXT = 20_000
"""Code points of a text: a second or two of work; a whole article belongs to `factcheck scan`."""
DIGITS = 400
"""Digits of a whole number that JSON may bring as an id; more stay a text, since Python refuses them."""


@click.command(epilog="Example: factcheck score sentences.jsonl -o scores.jsonl")
@click.argument("path", metavar="FILE.jsonl")
@click.option("--rules", multiple=True, metavar="PATH", help="A rule file or shipped pack, instead of all.")
@click.option("-o", "--output", metavar="FILE", help="Write there instead of standard output.")
@click.pass_context
def score(ctx: click.Context, path: str, rules: tuple[str, ...], output: str | None) -> None:
    """Print how much each text deserves a check, 0 to 1, and the claims that rules find in it.

    FILE, or - for standard input, holds one {"id": ..., "text": "..."} a line. Each is answered by a line
    {"id", "score", "claims": [{"start", "end", "text", "rules", "score"}]}; offsets count code points of
    the text. A text scores as its best sentence does.
    """
    from factcheck.extract.worth import Appraiser
    from factcheck.rules import load_rules

    ruleset = load_rules(rule_paths(rules))
    if not ruleset.rules:
        raise BadInput(*(ruleset.problems or [_no_rules(ruleset)]))
    bad = warn(ruleset.problems)
    appraiser = Appraiser(ruleset)
    bad += score_lines(appraiser, path, output)
    bad += warn(
        Problem(rule, "the rule was set aside", why, "make its patterns simpler, or switch it off")
        for rule, why in appraiser.set_aside.items()
    )
    if bad:
        ctx.exit(2)


def _no_rules(ruleset: RuleSet) -> Problem:
    named = ", ".join(ruleset.packs) or "rules"
    return Problem(named, "holds no rules", "", "name a rule file or a shipped pack")


def score_lines(appraiser: Appraiser, path: str, output: str | None) -> int:
    """Answer every line that can be read; how many could not. Each of those gets a line of error."""
    from factcheck.cli.pairs import lines_of

    bad = 0
    with ExitStack() as stack:
        source = _source(path, stack)
        target = _target(output, path, stack)
        shown = "standard input" if path == "-" else path
        for number, line in lines_of(source):
            answer = answered(appraiser, line, number, shown)
            if isinstance(answer, Problem):
                click.echo(str(answer), err=True)
                bad += 1
            elif answer is not None:
                target.write(answer)
        target.flush()
    return bad


def answered(appraiser: Appraiser, line: bytes | None, number: int, path: str) -> bytes | Problem | None:
    """The answer to one line; a problem where it is no text, None for a blank line."""
    from factcheck.cli.pairs import LONGEST
    from factcheck.report.json_ import dumps

    if line is None:
        return Problem(path, "the line is too long", f"more than {LONGEST:,} bytes", "shorten it", number, 1)
    if not line.strip():
        return None
    row = read_row(line, number, path)
    if isinstance(row, Problem):
        return row
    answer = {"id": row["id"], **appraisal_json(appraiser.appraise(row["text"]))}
    return dumps(answer).encode("utf-8", "backslashreplace") + b"\n"


def appraisal_json(appraisal: Appraisal) -> dict[str, Any]:
    """The score and the claims of a text, which have no id: no article stands behind them."""
    return {
        "score": appraisal.score,
        "claims": [
            {
                "start": claim.start,
                "end": claim.end,
                "text": claim.text,
                "rules": list(claim.rules),
                "score": claim.score,
            }
            for claim in appraisal.claims
        ],
    }


def read_row(line: bytes, number: int, path: str) -> dict[str, Any] | Problem:
    """The object on a line, or what is wrong with it and where."""

    def wrong(what: str, why: str = "", col: int = 1) -> Problem:
        return Problem(path, what, why, 'write {"id": ..., "text": "..."}', number, col)

    try:
        text = line.decode("utf-8-sig" if number == 1 else "utf-8")
        row = json.loads(text, parse_int=lambda digits: int(digits) if len(digits) <= DIGITS else digits)
    except UnicodeDecodeError as error:
        return wrong("is no UTF-8", error.reason, error.start + 1)
    except json.JSONDecodeError as error:
        return wrong("is no JSON", error.msg, error.colno)
    except RecursionError:
        return wrong("is no row", "it is nested too deep")
    if not isinstance(row, dict):
        return wrong("is no object")
    for field, kinds, named in (("text", str, "text"), ("id", str | int | float, "text or number")):
        if field not in row:
            return wrong(f'has no "{field}"')
        value = row[field]
        if not isinstance(value, kinds) or isinstance(value, bool) or _endless(value):
            return wrong(f'"{field}" is no {named}', col=text.find(f'"{field}"') + 1)
    if len(row["text"]) > LONGEST_TEXT:
        col = text.find('"text"') + 1
        return wrong('"text" is too long', f"more than {LONGEST_TEXT:,} characters", col)
    return {field: _whole(row[field]) for field in ("id", "text")}


def _endless(value: object) -> bool:
    return isinstance(value, float) and not -float("inf") < value < float("inf")


def _whole(value: Any) -> Any:
    """A text whose halves of a character, which JSON can write, are replaced."""
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value


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
        if sys.stdout is None:
            raise BadInput(Problem("standard output", "is closed", "", "name a file with -o"))
        return sys.stdout.buffer
    try:
        if Path(output).exists() and path != "-" and Path(output).samefile(path):
            raise BadInput(Problem(output, "is the file that is read", "", "choose another -o FILE"))
        return stack.enter_context(Path(output).open("wb"))
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise BadInput(Problem(output, "cannot be written", why, "choose another -o FILE")) from error

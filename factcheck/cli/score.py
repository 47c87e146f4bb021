"""``factcheck score``: how much each line of a file deserves a check; a line in, a line out, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.jsonl import ID, Field, Row, Shape, answer_lines
from factcheck.cli.options import rule_paths, warn
from factcheck.problems import BadInput, Problem

if TYPE_CHECKING:
    from factcheck.extract.worth import Appraisal, Appraiser
    from factcheck.rules import RuleSet

LONGEST_TEXT = 20_000
"""Code points of a text: a second or two of work; a whole article belongs to `factcheck scan`."""
TEXT = Shape((ID, Field("text", longest=LONGEST_TEXT)), '{"id": ..., "text": "..."}')


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

    def answer(row: Row) -> Row:
        return {"id": row["id"], **appraisal_json(appraiser.appraise(row["text"]))}

    return answer_lines(path, output, TEXT, answer)


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

"""``factcheck scan``: the pipeline with no app and no session."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.options import rule_paths, warn, write_out
from factcheck.problems import BadInput

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Article
    from factcheck.problems import Problem


@click.command(epilog="Example: factcheck scan articles/ --format json -o claims.json")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--rules", multiple=True, metavar="PATH", help="A rule file or shipped pack, instead of all.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "jsonl", "csv"]),
    default="table",
    show_default=True,
)
@click.option("-o", "--output", metavar="FILE", help="Write there instead of standard output.")
@click.pass_context
def scan(
    ctx: click.Context, paths: tuple[str, ...], rules: tuple[str, ...], form: str, output: str | None
) -> None:
    """Print the candidate claims of articles, who says what, and what conflicts.

    PATH is a text, Markdown or HTML file, a folder of them, a session folder, or - for standard input.
    """
    from factcheck.pipeline import analyse
    from factcheck.report import scan_text
    from factcheck.rules import load_rules

    articles, problems = read_articles(paths)
    if not articles:
        raise BadInput(*problems)
    ruleset = load_rules(rule_paths(rules))
    if not ruleset.rules:
        raise BadInput(*problems, *ruleset.problems)
    analysis = analyse(articles, ruleset)
    write_out(scan_text(analysis, form), output)
    if warn([*problems, *analysis.problems]):
        ctx.exit(2)


def note_repeat(path: str, first: str) -> None:
    click.echo(f"note: {path} has the same text as {first} and is read once", err=True)


def read_articles(paths: Sequence[str]) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Files and folders as they are; a session folder with what its session.yaml says of them."""
    from factcheck.ingest import read_paths
    from factcheck.session import SessionFolder, is_session

    plain = [path for path in paths if not is_session(Path(path))]
    if len(plain) == len(paths):
        return read_paths(paths, stdin=sys.stdin.buffer if "-" in paths else None, on_repeat=note_repeat)
    if len(paths) > 1:
        raise click.UsageError("give one session folder, or files and folders of articles, not both")
    return SessionFolder.open(Path(paths[0])).read_articles()

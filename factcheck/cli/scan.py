"""``factcheck scan``: the pipeline with no app and no session."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.options import progress, rule_paths, stdin_for, warn, write_out
from factcheck.problems import BadInput, Problem, printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.compare.facts.meanings import Meanings
    from factcheck.model import Analysis, Article
    from factcheck.report.silent import SilentRow


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
@click.option("--silent", is_flag=True, help="Say also who does not mention a fact, and the nearest there.")
@click.option("--semantic", is_flag=True, help="--silent, what is nearest ranked by meaning, too.")
@click.option("-o", "--output", metavar="FILE", help="Write there instead of standard output.")
@click.pass_context
def scan(
    ctx: click.Context,
    paths: tuple[str, ...],
    rules: tuple[str, ...],
    form: str,
    silent: bool,
    semantic: bool,
    output: str | None,
) -> None:
    """Print the candidate claims of articles, who says what, and what conflicts.

    PATH is a text, Markdown or HTML file, a folder of them, a session folder, or - for standard input.
    """
    from factcheck.report import scan_text

    if form == "csv" and (silent or semantic):
        raise click.UsageError("csv has a row for each claim and none for silence: take another --format")
    analysis, problems = analysed(paths, rules, semantic=semantic)
    quiet = silent_rows(analysis) if silent or (analysis.semantic and form != "csv") else None
    write_out(scan_text(analysis, form, silent=quiet), output)
    if warn(problems):
        ctx.exit(2)


def silent_rows(analysis: Analysis) -> list[SilentRow]:
    """Who does not mention which fact, and the nearest that stands there."""
    from factcheck.compare.facts.passages import NO_CLAIM
    from factcheck.compare.silence import silences
    from factcheck.report.silent import PassageRow, SilentRow
    from factcheck.wording.places import Places

    places = Places(analysis.articles)
    found = silences(analysis.comparison, analysis.claims, analysis.articles, model_of(analysis))
    return [
        SilentRow(
            group,
            each.article,
            each.looked_for,
            (each.nearest.id or None) if each.nearest else None,
            each.score,
            tuple((pair.one, pair.other, pair.cosine) for pair in each.pairs),
            each.shared,
            PassageRow(places.cite(near), near.start, near.end, near.text)
            if (near := each.nearest) and near.id == NO_CLAIM
            else None,
        )
        for group, quiet in found.items()
        for each in quiet
    ]


def model_of(analysis: Analysis) -> Meanings | None:
    """The model by which this analysis says that what comes near is ranked."""
    if not analysis.semantic:
        return None
    from factcheck.compare.facts.wordvectors import model

    return model()


def analysed(
    paths: Sequence[str], rules: Sequence[str], *, semantic: bool = False
) -> tuple[Analysis, list[object]]:
    """What the pipeline finds in these paths, and what was set aside; a session brings its own rules.

    ``semantic`` asks for the model of meanings, as a session's own session.yaml may: BadInput, before
    anything is read, where it is not there.
    """
    if not semantic:
        return _analysed(paths, rules)
    from factcheck.compare.facts.wordvectors import model

    stamp = model().stamp
    analysis, problems = _analysed(paths, rules)
    return replace(analysis, semantic=stamp), problems


def _analysed(paths: Sequence[str], rules: Sequence[str]) -> tuple[Analysis, list[object]]:
    from factcheck.pipeline import analyse
    from factcheck.rules import load_rules
    from factcheck.scanning import scan as scan_session
    from factcheck.session import SessionFolder, is_session

    sessions = [path for path in paths if is_session(Path(path))]
    if sessions and len(paths) > 1:
        raise click.UsageError("give one session folder, or files and folders of articles, not both")
    articles, problems = (
        SessionFolder.open(Path(paths[0])).read_articles() if sessions else read_articles(paths)
    )
    if not articles:
        nothing = Problem(paths[0], "holds no articles", "", "add some with `factcheck add`")
        raise BadInput(*(problems or [nothing]))
    if sessions and not rules:
        with progress() as tell:
            found = scan_session(SessionFolder.open(Path(paths[0])), tell=tell)
        return found.analysis, list(found.problems)
    ruleset = load_rules(rule_paths(rules))
    if not ruleset.rules:
        raise BadInput(*problems, *ruleset.problems)
    with progress() as tell:
        analysis = analyse(articles, ruleset, tell=tell)
    return analysis, [*problems, *analysis.problems]


def note_repeat(path: str, first: str) -> None:
    click.echo(f"note: {printable(path)} has the same text as {printable(first)} and is read once", err=True)


def read_articles(paths: Sequence[str]) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    from factcheck.ingest import read_paths

    stdin = stdin_for(paths)
    return read_paths(paths, stdin=None if stdin is None else BytesIO(stdin), on_repeat=note_repeat)

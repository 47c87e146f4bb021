"""``factcheck rules stats``: what each rule finds in articles, what it costs, what reviewers made of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.carets import underlined
from factcheck.cli.options import rule_paths, session_at, warn
from factcheck.cli.rule_try import articles_at
from factcheck.problems import BadInput, Problem, printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.rules import RuleSet
    from factcheck.rules.trying.stats import Judged, RuleStats, Stats

_SORTS = {
    "hits": lambda row: (-row.hits, row.rule.id),
    "ms": lambda row: (-row.ms, row.rule.id),
    "id": lambda row: row.rule.id,
}


@click.command(epilog="Example: factcheck rules stats my-story --sort ms")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--rules", multiple=True, metavar="PATH", help="A rule file or shipped pack, instead of all.")
@click.option("--lang", metavar="LANG", help="Read the articles as of this language, such as uk.")
@click.option("--sort", type=click.Choice(list(_SORTS)), default="hits", show_default=True)
@click.option("--samples/--no-samples", default=True, show_default=True, help="Sentences for each rule.")
@click.option("--most", type=click.IntRange(min=1), default=1, show_default=True, help="How many sentences.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.pass_context
def stats(
    ctx: click.Context,
    paths: tuple[str, ...],
    rules: tuple[str, ...],
    lang: str | None,
    sort: str,
    samples: bool,
    most: int,
    form: str,
) -> None:
    """Print for each rule: hits, cost, the rule it overlaps with most, samples; and which never hit.

    PATH is a file or folder of articles, or a session folder: then also the share of verdicts on the
    rule's claims that say "not a claim". A session brings its own packs where no --rules is given, rules
    that it switches off included.
    """
    from factcheck.rules.trying.stats import stats as counted
    from factcheck.session import is_session

    sessions = [path for path in paths if is_session(Path(path))]
    ruleset, missing = _ruleset(sessions, rules)
    articles, problems = articles_at(paths, lang)
    found = counted(ruleset, articles, most if samples else 0)
    verdicts = _judged(sessions)
    rows = sorted(found.rows, key=_SORTS[sort])
    if form == "json":
        click.echo(json.dumps([_json(row, found, verdicts.get(row.rule.id)) for row in rows], indent=2))
    else:
        for line in _table(found, rows, verdicts if sessions else None):
            click.echo(printable(line))
    if warn((*ruleset.problems, *missing, *problems, *_aside(rows))):
        ctx.exit(2)


def _ruleset(sessions: Sequence[str], rules: Sequence[str]) -> tuple[RuleSet, list[Problem]]:
    from factcheck.rules import load_rules
    from factcheck.session import SessionFolder

    missing: list[Problem] = []
    paths: list[Path] = [] if sessions and not rules else rule_paths(rules)
    for session in sessions if not rules else ():
        own, wrong = SessionFolder.open(Path(session)).rule_paths()
        paths.extend(own)
        missing.extend(wrong)
    ruleset = load_rules(paths)
    if not ruleset.rules:
        raise BadInput(*missing, *ruleset.problems)
    return ruleset, missing


def _judged(sessions: Sequence[str]) -> dict[str, Judged]:
    """The verdicts of every session named, added up."""
    from factcheck.rules.trying.stats import Judged, judged

    total: dict[str, Judged] = {}
    for session in sessions:
        with session_at(session) as workspace:
            stands = workspace.standing()
            for rule, one in judged(stands.analysis.claims, stands.state.all_marks()).items():
                row = total.setdefault(rule, Judged())
                row.verdicts += one.verdicts
                row.rejected += one.rejected
    return total


def _aside(rows: Sequence[RuleStats]) -> list[Problem]:
    mend = "make its patterns simpler, or switch it off"
    return [Problem(row.rule.id, "the rule was set aside", row.aside, mend) for row in rows if row.aside]


def _table(found: Stats, rows: Sequence[RuleStats], verdicts: dict[str, Judged] | None) -> list[str]:
    from factcheck.wording.words import count

    hit = [row for row in rows if row.hits]
    width = max((len(row.rule.id) for row in hit), default=4)
    head = f"{'rule':<{width}} {'hits':>6} {'sentences':>9} {'ms':>8}  overlaps most with"
    out = [head + ("; judged not a claim" if verdicts is not None else "")]
    for row in hit:
        out.append(_row(row, width, verdicts))
        for at in row.samples:
            where = (at.hit.start, at.hit.end, at.sentence.start, at.sentence.end)
            out += [f"    {line}" for line in underlined(at.article.text, *where)]
    never = sorted(row.rule.id for row in rows if not row.hits)
    if never:
        out.append(f"never hit ({len(never)}): {', '.join(never)}")
    out.append(
        f"{count(sum(row.hits for row in rows), 'hit')} of {count(len(rows), 'rule')} in "
        f"{count(found.sentences, 'sentence')} of {count(found.articles, 'article')} "
        f"({found.characters:,} characters); matching {sum(row.ms for row in rows):.0f} ms, "
        f"finding and compiling what to try {found.shared_ms:.0f} ms"
    )
    return out


def _row(row: RuleStats, width: int, verdicts: dict[str, Judged] | None) -> str:
    other = row.overlap()
    said = f"{other[0]} ({other[1]} of {row.hits})" if other else "-"
    line = f"{row.rule.id:<{width}} {row.hits:>6} {row.sentences:>9} {row.ms:>8.2f}  {said}"
    judged = verdicts.get(row.rule.id) if verdicts is not None else None
    if judged is None:
        return line
    share = judged.rejected / judged.verdicts
    return f"{line}; {share:.0%} ({judged.rejected} of {judged.verdicts})"


def _json(row: RuleStats, found: Stats, judged: Judged | None) -> dict[str, Any]:
    """``hits_per_million`` is of characters of text, ``us_per_sentence`` of all sentences read."""
    other = row.overlap()
    shown = [one.article.text[one.sentence.start : one.sentence.end] for one in row.samples]
    return {
        "rule": row.rule.id,
        "hits": row.hits,
        "sentences": row.sentences,
        "hits_per_million": round(row.hits / max(found.characters, 1) * 1e6, 1),
        "ms": round(row.ms, 3),
        "us_per_sentence": round(row.ms * 1000 / max(found.sentences, 1), 3),
        "overlap": {"rule": other[0], "hits": other[1]} if other else None,
        "sample": shown[0] if shown else None,
        "samples": shown,
        "verdicts": judged.verdicts if judged else 0,
        "not_a_claim": judged.rejected if judged else 0,
    }

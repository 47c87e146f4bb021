"""``factcheck compare``: one statement against articles, or pairs of statement and evidence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.options import rule_paths, warn, write_out
from factcheck.cli.scan import analysed, model_of
from factcheck.problems import BadInput, Problem, printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.compare.statements.answer import Answer, Finding
    from factcheck.model import Article, LexiconEntry
    from factcheck.report.json_ import Json
    from factcheck.wording.places import Places

BEARING = ("conflicts", "agrees")
"""The relations on which a suggestion rests."""
HEADINGS = {
    "conflicts": "contradicts it",
    "agrees": "backs it",
    "updates": "a later figure",
    "differs": "differs, and contradicts nothing",
    "near": "comes near it",
}


@click.command(epilog='Example: factcheck compare "Twelve people were rescued" articles/')
@click.argument("claim", required=False, metavar="CLAIM")
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option("--pairs", metavar="FILE", help="Label each line {id, claim, evidence} of a JSONL file, or -.")
@click.option("--rules", multiple=True, metavar="PATH", help="A rule file or shipped pack, instead of all.")
@click.option("--semantic", is_flag=True, help="Rank by meaning, too, what only comes near.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("-o", "--output", metavar="FILE", help="Write there instead of standard output.")
@click.pass_context
def compare(
    ctx: click.Context,
    claim: str | None,
    paths: tuple[str, ...],
    pairs: str | None,
    rules: tuple[str, ...],
    semantic: bool,
    form: str,
    output: str | None,
) -> None:
    """Print what articles say of one statement: what backs it, what contradicts it, what comes near.

    PATH is an article file, a folder of them, a session folder, or - for standard input. With --pairs
    each line of a file is answered by a line: supported, conflicting, or unsourced where the evidence
    does not bear on the claim.
    """
    if pairs is not None:
        from factcheck.cli.pairs import label_pairs

        if claim is not None:
            raise click.UsageError("--pairs brings its own claims: leave CLAIM and PATH out")
        if semantic:
            raise click.UsageError("--semantic ranks what comes near a CLAIM; --pairs labels, by no model")
        if label_pairs(pairs, lexicon_of(rules), output):
            ctx.exit(2)
        return
    if claim is None or not paths:
        raise click.UsageError("give a CLAIM and at least one PATH, or --pairs FILE")
    if not any(sign.isalnum() for sign in claim):
        raise BadInput(Problem("CLAIM", "says nothing", "", "give a statement in words"))
    problems = _compare(claim, paths, rules, form, output, semantic=semantic)
    if warn(problems):
        ctx.exit(2)


def _compare(
    claim: str,
    paths: Sequence[str],
    rules: Sequence[str],
    form: str,
    output: str | None,
    *,
    semantic: bool,
) -> list[object]:
    from factcheck.compare.statements.statement import held_against
    from factcheck.report.json_ import dumps
    from factcheck.wording.places import Places

    analysis, problems = analysed(paths, rules, semantic=semantic)
    articles, meanings = analysis.articles, model_of(analysis)
    # A lone surrogate comes from an argument that is no UTF-8; no text of an article has one.
    statement = claim.encode("utf-8", "replace").decode("utf-8")
    answer = held_against(statement, articles, analysis.claims, lexicon_of(rules, paths), meanings)
    places = Places(articles)
    by_id = {article.id: article for article in articles}
    text = (
        dumps(answer_json(answer, by_id, places, analysis.semantic), indent=2)
        if form == "json"
        else answer_text(answer, by_id, places, analysis.semantic)
    )
    write_out(text, output)
    return problems


def lexicon_of(rules: Sequence[str], paths: Sequence[str] = ()) -> tuple[LexiconEntry, ...]:
    """The lexicon that the rules bring; a session brings its own, as it switches them."""
    from factcheck.rules import load_rules
    from factcheck.scanning import session_rules
    from factcheck.session import SessionFolder, is_session

    if not rules and paths and is_session(Path(paths[0])):
        return session_rules(SessionFolder.open(Path(paths[0]))).lexicon
    ruleset = load_rules(rule_paths(rules))
    if not ruleset.rules and not ruleset.lexicon and ruleset.problems:
        raise BadInput(*ruleset.problems)
    return ruleset.lexicon


# --- what is printed ------------------------------------------------------------------------


def answer_json(answer: Answer, articles: dict[str, Article], places: Places, semantic: str = "") -> Json:
    """The statement, what is suggested and why, and each place in an article.

    ``semantic`` is the model that ranked what comes near, where one was asked.
    """
    from factcheck import __version__

    return {
        "factcheck": __version__,
        **({"semantic": semantic} if semantic else {}),
        "claim": answer.claim,
        "suggestion": {
            "verdict": answer.verdict,
            "why": answer.why,
            "score": answer.score,
            "articles": answer.articles,
            "independent": answer.voices,
            "origins": list(answer.origins),
            **({"in_part": answer.in_part} if answer.in_part else {}),
            "evidence": [one.claim for one in answer.evidence if one.claim and one.relation in BEARING],
        },
        "evidence": [_row(one, articles[one.article], places) for one in answer.evidence],
    }


def _row(one: Finding, article: Article, places: Places) -> Json:
    source, path = _named(article)
    return {
        "article": one.article,
        "path": path,
        "source": source,
        "cite": places.cite_at(one.article, one.start),
        "claim": one.claim,
        "start": one.start,
        "end": one.end,
        "text": article.text[one.start : one.end],
        "relation": one.relation,
        "on": one.on,
        "why": one.why,
        "score": round(one.score, 3),
        "origin": one.origin,
    }


def _named(article: Article) -> tuple[str, str]:
    from factcheck.report.words import WITHHELD

    if article.redact:
        return WITHHELD, article.id
    return article.source, Path(article.path).name if Path(article.path).is_absolute() else article.path


def answer_text(answer: Answer, articles: dict[str, Article], places: Places, semantic: str = "") -> str:
    """The suggestion in one line, then the evidence by what it is to the statement."""
    from factcheck.report.words import SIGNS
    from factcheck.wording.quoting import quoted

    sign = SIGNS.get(answer.verdict or "left-open", "o")
    # Where no verdict is suggested, the reason begins with what there is instead: "single source: ...".
    named, why = (answer.verdict, answer.why) if answer.verdict else answer.why.split(": ", 1)
    lines = [f"{sign} {named} (a suggestion): {_flat(why)}"]
    for kind, heading in HEADINGS.items():
        row = [one for one in answer.evidence if one.relation == kind]
        if not row:
            continue
        lines += ["", f"{heading}: {_counted(row)}"]
        for one in row:
            article = articles[one.article]
            source, path = _named(article)
            by = f"  by {_flat(one.origin)}" if one.origin else ""
            lines.append(f"  {places.cite_at(one.article, one.start):4} {_flat(source or path)}{by}")
            lines.append(f"       “{_flat(quoted(article, one.start, one.end))}”")
            lines.append(f"       {_flat(one.why)}")
    if semantic:
        lines += ["", f"what comes near was ranked by meaning, too: {_flat(semantic)}"]
    return "\n".join(lines) + "\n"


def _counted(row: Sequence[Finding]) -> str:
    from factcheck.cli.sessions import plural

    articles, origins = {one.article for one in row}, {one.origin for one in row if one.origin}
    return f"{plural(len(articles), 'article')}, {plural(len(origins), 'origin')}"


def _flat(text: str) -> str:
    return printable(" ".join(text.split()))

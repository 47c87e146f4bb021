"""``factcheck agreement``: how far reviewers agree, and what is to be adjudicated."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from factcheck.cli.options import session_at, warn, write_out
from factcheck.problems import BadInput, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.model import Analysis, Mark
    from factcheck.review.rounds.adjudication import Dispute
    from factcheck.review.rounds.agreement import Agreement, Row
    from factcheck.review.state import State
    from factcheck.workspace import Workspace

    Json = dict[str, object]


@click.command(epilog="Example: factcheck agreement my-story --format json")
@click.argument("session", metavar="SESSION")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.option("--reviewer", metavar="NAME", help="Who asks; who reviews blind must reveal first.")
@click.pass_context
def agreement(ctx: click.Context, session: str, form: str, reviewer: str | None) -> None:
    """Print how far the reviewers of a session agree, and the claims on which they differ.

    Percent, Cohen's and Fleiss' kappa and Krippendorff's alpha with 95 % intervals, over all claims, by
    rule, by article and pair by pair; where a figure is undefined, why. Then what is to be adjudicated,
    lowest agreement first.
    """
    from factcheck.cli.agreement_table import table
    from factcheck.cli.naming import cites
    from factcheck.report.json_ import dumps
    from factcheck.review.rounds.adjudication import queue
    from factcheck.review.rounds.agreement import agreement as measured
    from factcheck.review.rounds.blind import judged_open
    from factcheck.reviewers import exported_names

    with session_at(session) as workspace:
        _refuse_blind(workspace, reviewer)
        stand = workspace.standing()
        title, problems = workspace.folder.title, workspace.problems
    state, claims = stand.state, stand.analysis.claims
    names = exported_names(state.history) if form == "json" else _shown(state)
    # Reckoned with the names as they are kept: two reviewers may be called alike outside.
    marks = state.all_marks()
    found, disputes = measured(marks, claims), queue(marks, state.adjudicated(), claims)
    looked = judged_open(state.history, marks)
    if form == "json":
        text = dumps(agreement_json(title, found, disputes, names, looked), indent=2)
    else:
        text = table(found, disputes, article_names(stand.analysis), names, cites(stand.analysis), looked)
    write_out(text, None)
    if warn(problems):
        ctx.exit(2)


def _refuse_blind(workspace: Workspace, reviewer: str | None) -> None:
    from factcheck.reviewers import shown_name

    name = workspace.reviewer(reviewer)
    if workspace.is_blind(name):
        raise BadInput(
            Problem(
                str(workspace.folder.path),
                "agreement shows others' verdicts",
                f"{shown_name(name)} reviews blind",
                "reveal first",
            )
        )


def _shown(state: State) -> dict[str, str]:
    """Names for the terminal; a login's that is also a chosen name says which it is."""
    from factcheck.reviewers import LOGIN_MARK, shown_name

    everybody = dict.fromkeys(event.reviewer for event in state.history)
    return {
        who: shown_name(who) + (" (login)" if who[:1] == LOGIN_MARK and shown_name(who) in everybody else "")
        for who in everybody
    }


def article_names(analysis: Analysis) -> dict[str, str]:
    return {article.id: f"{article.id} {article.title or article.path}" for article in analysis.articles}


# --- JSON -----------------------------------------------------------------------------------


def agreement_json(
    title: str,
    found: Agreement,
    disputes: Sequence[Dispute],
    names: Mapping[str, str],
    looked: Mapping[str, int],
) -> Json:
    """Every figure, every reason why one is missing, and the claims to adjudicate; ``names`` are shown.

    ``looked`` counts the verdicts that a reviewer gave with others' in sight.
    """
    from factcheck.review.rounds.agreement import METHOD

    return {
        "session": title,
        "reviewers": [names[who] for who in found.reviewers],
        "judged": found.judged,
        "elsewhere": found.elsewhere,
        "unpaired": [names[who] for who in found.unpaired],
        "not_blind": {names[who]: number for who, number in looked.items()},
        "method": dict(METHOD),
        "agreement": [_row(row, names) for row in found.rows],
        "adjudication": [_dispute(dispute, names) for dispute in disputes],
    }


def _row(row: Row, names: Mapping[str, str]) -> Json:
    from factcheck.review.rounds.agreement import alpha_words, kappa_words

    shown: Json = {
        "scope": row.scope,
        "name": row.name,
        "reviewers": [names[who] for who in row.reviewers],
        "claims": row.units,
        "percent": asdict(row.percent),
    }
    for name, figure in (("cohen", row.cohen), ("fleiss", row.fleiss), ("alpha", row.alpha)):
        say = alpha_words if name == "alpha" else kappa_words
        shown[name] = {**asdict(figure), "words": None if figure.value is None else say(figure.value)}
    return {**shown, "fleiss_claims": row.fleiss_units, "fleiss_verdicts": row.raters}


def _dispute(dispute: Dispute, names: Mapping[str, str]) -> Json:
    from factcheck.review.rounds.adjudication import session_verdict

    verdict, kind, how = session_verdict(dispute.marks, dispute.adjudicated)
    return {
        "claim": dispute.claim,
        "article": dispute.article,
        "text": dispute.text,
        "agreement": dispute.share,
        "differ": dispute.words,
        "marks": [_mark(mark, names) for mark in dispute.marks],
        "adjudicated": dispute.adjudicated and _mark(dispute.adjudicated, names),
        "session": {"verdict": verdict, "kind": kind, "how": how},
    }


def _mark(mark: Mark, names: Mapping[str, str]) -> Json:
    who = names[mark.reviewer]
    return {"reviewer": who, "verdict": mark.verdict, "kind": mark.kind, "note": mark.note}

"""The tables of ``factcheck agreement``: at most 80 columns, with a numbered reason for every gap."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from factcheck.cli.naming import SHORT_ID
from factcheck.cli.sessions import one_line
from factcheck.report.table import columns, fit
from factcheck.review.rounds.agreement import METHOD, alpha_words, kappa_words
from factcheck.wording.words import count, flat, verdict_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.model import Mark
    from factcheck.review.rounds.adjudication import Dispute
    from factcheck.review.rounds.agreement import Agreement, Row
    from factcheck.review.rounds.coefficients import Figure

WIDTH = 80
_NAME, _KAPPA = 22, 21


def table(
    found: Agreement,
    disputes: Sequence[Dispute],
    articles: Mapping[str, str],
    names: Mapping[str, str],
    cites: Mapping[str, str],
    looked: Mapping[str, int],
) -> str:
    """The agreement and the list to adjudicate as lines; one line where there is nothing to compare.

    ``articles`` and ``names`` say how articles (by display id) and reviewers are called, ``cites`` how
    claims (by id) are where they still stand. ``looked`` counts the verdicts that a reviewer gave with
    others' in sight.
    """
    names = {who: flat(name) for who, name in names.items()}
    if len(found.reviewers) < 2:
        who = f"only {names[found.reviewers[0]]} has given verdicts" if found.reviewers else "no verdicts yet"
        return fit(one_line(f"Agreement takes two reviewers: {who}."), WIDTH) + "\n"
    lines = [*_Tables(found, articles, names).lines(looked), "", *_adjudication(disputes, names, cites)]
    return "\n".join(fit(one_line(line), WIDTH).rstrip() for line in lines) + "\n"


class _Tables:
    """Writes figures and collects the reasons why some are missing, each once and with a number."""

    def __init__(self, found: Agreement, articles: Mapping[str, str], names: Mapping[str, str]) -> None:
        self._found = found
        self._names = names
        self._articles = articles
        self._reasons: dict[str, int] = {}

    def lines(self, looked: Mapping[str, int]) -> Iterator[str]:
        found = self._found
        every = found.rows[0]
        names = ", ".join(self._names[who] for who in found.reviewers)
        yield from wrap(f"Reviewers: {names}", WIDTH, subsequent_indent="  ")
        both = count(every.units, "claim has", "claims have")
        yield f"{both} verdicts of two or more of them; {found.judged:,} of anybody."
        if found.elsewhere:
            where = "stands on text that is no claim now and is", "stand on text that is no claim now and are"
            yield f"{count(found.elsewhere, 'verdict')} {where[found.elsewhere > 1]} not counted."
        for who, number in looked.items():
            open_ = f"{self._names[who]} gave {count(number, 'verdict')} after others' were revealed: "
            yield from wrap(f"{open_}not independent ones.", WIDTH, subsequent_indent="  ")
        yield ""
        yield from self._all(every)
        for scope, title in (("rule", "By rule"), ("article", "By article"), ("pair", "By pair")):
            rows = [row for row in found.rows if row.scope == scope]
            if rows and not (scope == "pair" and len(found.reviewers) == 2):
                yield ""
                yield from self._table(title, rows)
        if found.unpaired:
            yield f"Not compared in pairs: {count(len(found.unpaired), 'reviewer')} with fewer verdicts."
        yield ""
        for reason, number in self._reasons.items():
            yield from wrap(f"({number}) {reason}", WIDTH, subsequent_indent="    ")
        yield from wrap(f"{METHOD['verdicts']} {METHOD['intervals']} {METHOD['bands']}", WIDTH)

    def _all(self, row: Row) -> Iterator[str]:
        yield f"{'All claims':31}95 % interval"
        yield f"  {'agreeing pairs':22}" + self._percent(row.percent)
        fleiss = "Fleiss' kappa"
        if row.fleiss_units != row.units:
            fleiss += self._gap(
                f"over the {row.fleiss_units:,} claims with {row.raters} verdicts each: Fleiss' kappa needs "
                f"one number, and {row.units - row.fleiss_units:,} have another"
            )
        cohen = [("Cohen's kappa", row.cohen)] if len(self._found.reviewers) == 2 else []
        for name, figure in (*cohen, (fleiss, row.fleiss), ("Krippendorff's alpha", row.alpha)):
            say = alpha_words if name.startswith("K") else kappa_words
            said = "" if figure.value is None else say(figure.value)
            yield f"  {name:22}{self._figure(figure, wide=True):26}{said}"

    def _table(self, title: str, rows: Sequence[Row]) -> Iterator[str]:
        # With two reviewers Cohen's kappa is the usual one; a pair of many has no other.
        cohen = rows[0].scope == "pair" or len(self._found.reviewers) == 2
        kappa = "Cohen's kappa" if cohen else "Fleiss' kappa"
        yield f"{title:{_NAME}} claims  agree  {kappa:{_KAPPA}} Krippendorff's alpha"
        for row in rows:
            name = flat(self._name(row))
            if row.scope == "pair" and columns(name) > _NAME:  # cut names could be anybody's
                yield name
                name = ""
            name = fit(name, _NAME)
            share = "-" if row.percent.value is None else _share(row.percent.value)
            first = self._figure(row.cohen if cohen else row.fleiss)
            yield (
                f"{name}{' ' * (_NAME - columns(name))} {row.units:6}  {share:>5}  "
                f"{first:{_KAPPA}} {self._figure(row.alpha)}"
            )

    def _name(self, row: Row) -> str:
        if row.scope == "pair":
            return " + ".join(self._names[who] for who in row.reviewers)
        return self._articles.get(row.name, row.name) if row.scope == "article" else row.name

    def _figure(self, figure: Figure, *, wide: bool = False) -> str:
        if figure.value is None:
            return "undefined" + self._gap(f"undefined because {figure.why}")
        value = f"{_plain(figure.value):>5}"
        if figure.low is None or figure.high is None:
            return value + self._gap(f"no interval: {figure.no_interval}")
        low, high = _plain(figure.low), _plain(figure.high)
        return f"{value}  {low} to {high}" if wide else f"{value} {low}..{high}"

    def _percent(self, figure: Figure) -> str:
        if figure.value is None:
            return "undefined" + self._gap(f"undefined because {figure.why}")
        if figure.low is None or figure.high is None:
            return f"{_share(figure.value):>5}" + self._gap(f"no interval: {figure.no_interval}")
        return f"{_share(figure.value):>5}  {_share(figure.low)} to {_share(figure.high)}"

    def _gap(self, reason: str) -> str:
        return f" ({self._reasons.setdefault(reason, len(self._reasons) + 1)})"


def _plain(value: float) -> str:
    """Two digits, without the minus of a zero; what is not quite 1 never reads as 1.00."""
    shown = round(value, 2) + 0.0
    return f"{0.99 if shown == 1 and value < 1 - 1e-9 else shown:.2f}"


def _share(value: float) -> str:
    return f"{99 if value < 1 - 1e-9 and value > 0.99 else value * 100:.0f} %"


# --- the list to adjudicate -----------------------------------------------------------------


def _adjudication(
    disputes: Sequence[Dispute], names: Mapping[str, str], cites: Mapping[str, str]
) -> Iterator[str]:
    waiting = [dispute for dispute in disputes if dispute.adjudicated is None]
    done = len(disputes) - len(waiting)
    settled = f"; {done:,} adjudicated already" if done else ""
    if not waiting:
        yield f"Nothing to adjudicate{settled}."
        return
    yield f"To adjudicate: {count(len(waiting), 'claim')}, lowest agreement first{settled}."
    for dispute in waiting:
        same = f"  ({dispute.words})" if dispute.same_verdict else ""
        called = f"{cites.get(dispute.claim, '-'):4} {dispute.claim[:SHORT_ID]}"
        yield f"{called}  {_share(dispute.share):>5} agree{same}  “{flat(dispute.text)}”"
        for mark in dispute.marks:
            yield _said(mark, names[mark.reviewer])


def _said(mark: Mark, who: str) -> str:
    verdict = verdict_words(mark.verdict, mark.kind) if mark.verdict else ""
    note = f": {flat(mark.note)}" if mark.note else ""
    return f"    {fit(who, 24)}  {verdict}{note}"

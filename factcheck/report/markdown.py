"""The report as Markdown (GitHub's flavour). Texts are escaped: no article can break the document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.report.cells import cell
from factcheck.report.method import LIMITS
from factcheck.report.signing import second
from factcheck.report.summary import summary
from factcheck.report.words import SIGNS, counts, in_quotes, noted
from factcheck.wording.words import NOBODY, count, flat, short

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.report.rows import ArticleRow, Dispute, Fact, Mention, Report
    from factcheck.report.summary import Tally
    from factcheck.report.verdicts import EvidenceRow, Outside, VerdictRow

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&#$@^{}!]")


def escaped(text: str) -> str:
    """Text on one line that Markdown prints as it is: no markup, no link, no table cell, no HTML."""
    text = _SPECIAL.sub(r"\\\g<0>", flat(text))
    # What would begin a list or an underline.
    text = re.sub(r"^(?:[-+=]|(?<!\d)\d{1,9}(?=[.)]))", _list_mark, text)
    # A bare address would become a link.
    return re.sub(r"(?i)\b(https?|ftp)(:)//", r"\1\\://", re.sub(r"(?i)\bwww\.", r"www\\.", text))


def _list_mark(found: re.Match[str]) -> str:
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"


def quoted(text: str) -> str:
    return escaped(in_quotes(flat(text)))


def to_markdown(report: Report) -> str:
    parts = [
        _head(report),
        _matrix(report),
        *_disputes(report),
        *_lists(report),
        _articles(report.articles),
        *_rest(report),
        _method(report),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _head(report: Report) -> str:
    found = summary(report)
    lines = [
        f"# {escaped(report.info.title)}",
        "",
        *(f"**{escaped(line)}**{hard}" for line, hard in _breaks(found.signed)),
        "",
        f"{escaped(found.standing)} {LIMITS}",
        "",
        "## Summary",
        "",
        f"- **Stands:** {_facts_in_line(found.stands, found.nothing_stands)}",
        *_in_line("Said by one origin, judged supported", found.one_origin),
        *_in_line("Forecasts, judged supported", found.forecasts),
        *_within(found.within),
        f"- **Disputed:** {_disputes_in_line(found.disputed, 'nothing has been judged conflicting yet')}",
        f"- **No name:** {_facts_in_line(found.no_name, 'nothing has been judged unsourced yet')}",
        f"- **Left open:** {_facts_in_line(found.left_open, 'nothing')}",
        *_in_line("Judged differently", found.unresolved),
        *_in_line("Set aside as no claim", found.no_claim),
    ]
    if found.open_:
        disputes = count(len(found.suggested_disputes), "suggested dispute")
        lines.append(f"- **Not judged yet:** {count(len(found.open_), 'fact')}, {disputes}")
    told = (
        f"{count(len(report.facts), 'fact')}: {_numbers(found.tallies)}. By claim: {_numbers(found.claims)}."
    )
    lines += ["", escaped(told)]
    return "\n".join(lines)


def _breaks(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each line with what breaks it from the next: a backslash, which no editor trims away."""
    for index, line in enumerate(lines, 1):
        yield line, "\\" if index < len(lines) else ""


def _facts_in_line(facts: Sequence[Fact], none: str) -> str:
    said = "; ".join(f"{escaped(fact.label)} ({_told(fact)})" for fact in facts)
    return said or f"{none}."


def _titled(dispute: Dispute) -> str:
    return f"{dispute.title}: {dispute.versions}" if dispute.versions else dispute.title


def _in_line(title: str, facts: Sequence[Fact]) -> list[str]:
    return [f"- **{title}:** {_facts_in_line(facts, '')}"] if facts else []


def _within(facts: Sequence[Fact]) -> list[str]:
    """The claims that were judged supported although their fact does not stand."""
    said = (f"{' '.join(each.cite for each in fact.supported)} in {escaped(fact.label)}" for fact in facts)
    return [f"- **Supported within facts that do not stand:** {'; '.join(said)}"] if facts else []


def _numbers(tallies: Sequence[Tally]) -> str:
    return ", ".join(f"{each.sign} {each.number} {each.words}" for each in tallies) or "none"


def _told(fact: Fact) -> str:
    said = counts(fact.articles, len(fact.origins))
    return "; ".join(filter(None, (said, fact.partly, fact.bare)))


def _disputes_in_line(disputes: Sequence[Dispute], none: str) -> str:
    said = "; ".join(f"{escaped(_titled(d))} ({counts(d.articles, d.origins)})" for d in disputes)
    return said or f"{none}."


def _matrix(report: Report) -> str:
    if not report.facts:
        return ""
    heads = [f"{a.letter} {escaped(short(a.source or a.title, 24))}" for a in report.articles]
    lines = [
        "## Who says what",
        "",
        "| | fact | " + " | ".join(heads) + " | articles, origins | verdict |",
        "|---|---|" + "---|" * len(heads) + "---|---|",
    ]
    for fact in report.facts:
        cells = [_cell(fact, article) for article in report.articles]
        said = counts(fact.articles, len(fact.origins))
        sign = escaped(SIGNS[fact.state])
        row = f"| {sign} | {escaped(fact.label)} | {' | '.join(cells)} | {said} | {escaped(_words(fact))} |"
        lines.append(row)
    lines += ["", "= agrees, ~ close, ! differs, % copied text, – silent, no sign: not compared."]
    return "\n".join(lines)


def _words(fact: Fact) -> str:
    if fact.state != "open":
        return fact.words
    return f"not judged; suggested: {fact.suggestion.words}" if fact.suggestion else "not judged"


def _cell(fact: Fact, article: ArticleRow) -> str:
    found = cell(fact.mentions, article.id)
    told = [escaped(f"{each.mention.relation} {each.value}") for each in found.told]
    return "; ".join(told) + (f" +{found.more} more" if found.more else "") or "–"


def _disputes(report: Report) -> Iterator[str]:
    if report.disputes:
        yield "## Disputes"
    for dispute in report.disputes:
        yield "\n".join(_dispute(dispute, report))


def _dispute(dispute: Dispute, report: Report) -> Iterator[str]:
    yield f"### Dispute {dispute.number}: {escaped(dispute.title)}"
    yield ""
    yield f"{escaped(dispute.words)} · {counts(dispute.articles, dispute.origins)}"
    yield ""
    yield "| origin | as printed | where | in |"
    yield "|---|---|---|---|"
    for side in dispute.sides:
        for mention in side.mentions:
            place = f"{_where(mention)}{_how(mention)} | {escaped(report.outlet(mention.article))}"
            yield f"| {escaped(side.origin)} | {quoted(mention.quote)} | {place} |"
    if dispute.drifts:
        yield ""
    for drift in dispute.drifts:
        yield f"- Same statement, different words: {drift.left.cite} has {quoted(drift.left.quote)}"
        yield f"  and {drift.right.cite} has {quoted(drift.right.quote)}."
        yield f"  Word by word: {_diff(drift.diff)}."
    yield ""
    for clash in dispute.clashes:
        yield f"- {clash.left.cite} against {clash.right.cite}: {escaped(clash.why)}"
    yield from (f"- Suggested reading: {escaped(reading)}" for reading in dispute.readings)
    yield f"- To write: {escaped(dispute.advice)}"
    yield from (f"- Verdict on {' '.join(b.cites)}: {_verdict(b.verdict)}" for b in dispute.verdicts)


def _diff(diff: Iterable[tuple[str, str]]) -> str:
    forms = {"same": "{}", "left": "[left: {}]", "right": "[right: {}]"}
    return escaped(" ".join(forms[op].format(words) for op, words in diff))


def _how(mention: Mention) -> str:
    return f" ({mention.how_words})" if mention.how_words else ""


def _where(mention: Mention) -> str:
    copied = f" (copies {mention.copied_from})" if mention.copied_from else ""
    return mention.cite + copied


def _verdicts(mentions: Iterable[Mention]) -> Iterator[str]:
    for mention in mentions:
        for verdict in mention.decided:
            yield f"- Verdict on {mention.cite}: {_verdict(verdict)}"


def _verdict(verdict: VerdictRow) -> str:
    by = "" if verdict.adjudicates else f" by {escaped(verdict.reviewer)}"
    said = f"**{escaped(verdict.headline)}**{by}, {escaped(second(verdict.at))}"
    said += "".join(f"; **{escaped(remark)}**" for remark in verdict.remarks)
    if verdict.note:
        said += f"; {escaped(noted(verdict.note))}"
    if verdict.evidence:
        said += "; evidence: " + "; ".join(map(_evidence, verdict.evidence))
    return said


def _evidence(evidence: EvidenceRow) -> str:
    parts = [evidence.cite or "", quoted(evidence.quote) if evidence.quote else ""]
    parts += [f"{name} {escaped(value)}" for name, value in evidence.parts]
    if evidence.lost:
        parts.append("(the words it pointed to are gone)")
    return " ".join(part for part in parts if part)


def _lists(report: Report) -> Iterator[str]:
    found = summary(report)
    yield _section("Supported", found.supported)
    yield _section("Unsourced", found.no_name)
    yield _section("Left open", found.left_open)
    yield _section("Judged differently", found.unresolved)
    yield _section("Not judged yet", found.open_, "What follows a fact here is a suggestion of the program.")


def _section(title: str, facts: Sequence[Fact], intro: str = "") -> str:
    if not facts:
        return ""
    lines = [f"## {title}"] + (["", intro] if intro else [])
    for fact in facts:
        lines += ["", f"### {escaped(fact.label)}", "", _line_of(fact), ""]
        for mention in fact.mentions:
            name = "nobody named" if mention.origin == NOBODY else mention.said_by
            lines.append(f"- {_where(mention)} {quoted(mention.quote)}, {escaped(name)}{_how(mention)}")
        lines += _verdicts(fact.mentions)
    return "\n".join(lines)


def _line_of(fact: Fact) -> str:
    said = f"{counts(fact.articles, len(fact.origins))} · {fact.judged_of}"
    if fact.state == "open" and fact.suggestion:
        return f"{said} · suggested: {escaped(fact.suggestion.words)}. {escaped(fact.suggestion.why)}"
    return f"{said} · {escaped(fact.words)}"


def _articles(articles: Sequence[ArticleRow]) -> str:
    lines = ["## Articles"]
    for article in articles:
        lines += ["", f"### {article.letter} {escaped(article.title or article.path)}", ""]
        about = [article.source, article.published or "undated", article.url, article.kind, *article.shares]
        lines.append(escaped(" · ".join(part for part in about if part)))
        lines.append("")
        lines.append(f"{count(len(article.mentions), 'claim')}, {article.unnamed} with nobody named.")
        lines.append("")
        for mention in article.mentions:
            sign = escaped(SIGNS[mention.state])
            lines.append(f"- {mention.cite} {sign} {quoted(mention.quote)}{_how(mention)}")
    return "\n".join(lines)


def _rest(report: Report) -> Iterator[str]:
    if report.outside:
        lines = ["## Outside evidence", ""]
        lines += [f"- {_evidence(each.evidence)}: for {_backs(each)}" for each in report.outside]
        yield "\n".join(lines)
    if report.orphans:
        lines = ["## Verdicts whose text is gone", ""]
        for orphan in report.orphans:
            place = f" (in {escaped(orphan.path)})" if orphan.path else ""
            place += ", a new place is proposed and not confirmed" if orphan.proposed else ""
            lines += [f"- {quoted(orphan.quote)}{place}: {_verdict(v)}" for v in orphan.decided]
        yield "\n".join(lines)
    if report.set_aside:
        lines = ["## Set aside as no claim", ""]
        lines += [f"- {mention.cite} {quoted(mention.quote)}" for mention in report.set_aside]
        yield "\n".join(lines)
    if report.corrections:
        lines = ["## Corrections", ""]
        for change in report.corrections:
            note = f"; {escaped(noted(change.note))}" if change.note else ""
            by = f"{escaped(change.reviewer)}{' (adjudicated)' * change.adjudicates}"
            lines.append(
                f"- {escaped(second(change.at))}, {by}: "
                f"{change.cite} {quoted(change.quote)}, "
                f"{escaped(change.old)} became {escaped(change.new)}{note}"
            )
        yield "\n".join(lines)


def _backs(found: Outside) -> str:
    return "; ".join(
        f"{cite or 'a passage of an earlier version'}, {escaped(row.words)} by {escaped(row.reviewer)}"
        for cite, row in found.backs
    )


def _method(report: Report) -> str:
    lines = ["## How this was made", ""]
    lines += [f"- **{escaped(name)}:** {escaped(value)}" for name, value in report.method]
    return "\n".join(lines)

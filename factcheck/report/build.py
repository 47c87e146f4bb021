"""From an analysis and what reviewers decided to the rows of a report."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck import __version__
from factcheck.model import Analysis, Comparison
from factcheck.report.corrections import corrections
from factcheck.report.disputes import disputes
from factcheck.report.facts import FactMaker
from factcheck.report.mentions import MentionMaker, verdict_rows
from factcheck.report.method import method
from factcheck.report.passages import passages
from factcheck.report.redact import Redaction
from factcheck.report.rows import ArticleRow, Mention, Orphan, Report
from factcheck.report.words import STATES, state_of
from factcheck.wording.places import Places, Splitter, split_by_default
from factcheck.wording.words import NOBODY

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from factcheck.model import Article, Claim, Event, Mark, SessionInfo, VerdictName


def rows(
    analysis: Analysis,
    marks: Sequence[Mark],
    info: SessionInfo,
    events: Sequence[Event] = (),
    *,
    only: Collection[str] | None = None,
    split: Splitter = split_by_default,
) -> Report:
    """The report of a session; nothing in it names a withheld source or a folder of this machine.

    ``only`` keeps the claims in these states: a verdict's name, ``unresolved`` (reviewers differ) or
    ``open`` (nobody has judged); ValueError for any other word. ``split`` finds the paragraphs.
    """
    if only is not None and not set(only) <= set(STATES):
        raise ValueError(f"not a state: {', '.join(sorted(set(only) - set(STATES)))}")
    redaction = Redaction(analysis.articles)
    clean = redaction.analysis(analysis)
    by_claim: dict[str, list[Mark]] = defaultdict(list)
    for mark in map(redaction.mark, marks):
        by_claim[mark.claim].append(mark)
    acts = tuple(map(redaction.event, events))
    kept = clean if only is None else filtered(clean, by_claim, only)
    known = {claim.id for claim in clean.claims}
    shown = {claim.id for claim in kept.claims}
    told = tuple(
        mark
        for claim, found in by_claim.items()
        for mark in found
        if claim in shown or (claim not in known and _wanted(found, only))
    )
    return _report(kept, clean, by_claim, told, redaction.info(info), acts, split)


def _wanted(marks: Sequence[Mark], only: Collection[str] | None) -> bool:
    return only is None or state_of(_verdicts(marks)) in only


def _verdicts(marks: Sequence[Mark]) -> frozenset[VerdictName]:
    return frozenset(mark.verdict for mark in marks if mark.verdict)


def filtered(analysis: Analysis, marks: Mapping[str, Sequence[Mark]], only: Collection[str]) -> Analysis:
    """The claims in the wanted states, with the groups, relations and suggestions among them."""
    claims = tuple(c for c in analysis.claims if state_of(_verdicts(marks.get(c.id, ()))) in only)
    ids = {claim.id for claim in claims}
    found = analysis.comparison
    cut = ((group, tuple(c for c in group.claims if c in ids)) for group in found.groups)
    return replace(
        analysis,
        claims=claims,
        comparison=Comparison(
            groups=tuple(replace(group, claims=rest) for group, rest in cut if rest),
            relations=tuple(r for r in found.relations if r.a in ids and r.b in ids),
            suggestions=tuple(s for s in found.suggestions if s.claim in ids),
            links=found.links,
        ),
    )


def _report(
    kept: Analysis,
    whole: Analysis,
    by_claim: Mapping[str, Sequence[Mark]],
    marks: tuple[Mark, ...],
    info: SessionInfo,
    events: tuple[Event, ...],
    split: Splitter,
) -> Report:
    places = Places(whole.articles, split)
    claims = {claim.id: claim for claim in whole.claims}
    maker = MentionMaker(whole, by_claim, places)
    facts = FactMaker(kept, maker).facts()
    mentions = {mention.claim: mention for fact in facts for mention in fact.mentions}
    articles = tuple(_article(article, kept, mentions, places) for article in whole.articles)
    aside = tuple(mention for mention in mentions.values() if mention.state == "not-a-claim")
    return Report(
        info=info,
        version=__version__,
        facts=facts,
        disputes=disputes(facts, kept.comparison.relations, claims),
        articles=articles,
        orphans=_orphans(marks, claims, places),
        corrections=corrections(events, mentions),
        set_aside=aside,
        method=method(kept, info, articles, marks, aside),
        analysis=kept,
        marks=marks,
        events=events,
    )


def _article(
    article: Article, analysis: Analysis, mentions: Mapping[str, Mention], places: Places
) -> ArticleRow:
    claims: list[Claim] = sorted(
        (claim for claim in analysis.claims if claim.article == article.id), key=lambda claim: claim.start
    )
    told = tuple(mentions[claim.id] for claim in claims)
    return ArticleRow(
        id=article.id,
        letter=places.letter(article.id),
        title=article.title,
        source=article.source,
        owner=article.owner,
        path=article.path,
        url=article.url,
        published=article.published,
        lang=article.lang,
        kind=article.kind,
        sha256=article.sha256,
        text_sha256=article.text_sha256,
        shares=tuple(_shares(article, analysis, places)),
        mentions=told,
        unnamed=sum(mention.origin == NOBODY for mention in told),
        furniture=tuple(Counter(span.why for span in article.furniture).most_common()),
        passages=passages(places, article.id, claims),
    )


def _shares(article: Article, analysis: Analysis, places: Places) -> list[str]:
    words = {
        "copies": "copies text from",
        "rewrite": "reads like a rewrite of",
        "same owner": "has the owner of",
    }
    return [
        f"{words[link.kind]} {places.letter(link.to)}: {link.why}"
        for link in analysis.comparison.links
        if link.of == article.id and link.to in places.articles
    ]


def _orphans(marks: Sequence[Mark], claims: Mapping[str, Claim], places: Places) -> tuple[Orphan, ...]:
    lost: dict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        if mark.claim not in claims and (mark.verdict or mark.note):
            lost[mark.claim].append(mark)
    found = []
    for claim, these in lost.items():
        anchor = next((mark.anchor for mark in these if mark.anchor), None)
        quote = anchor.exact if anchor else ""
        found.append(Orphan(claim, quote, anchor, verdict_rows(these, claims, places)))
    return tuple(found)

"""From an analysis and what reviewers decided to the rows of a report."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck import __version__
from factcheck.model import Analysis, Comparison
from factcheck.report.corrections import corrections
from factcheck.report.disputes import disputes
from factcheck.report.facts import FactMaker
from factcheck.report.mentions import MentionMaker, adjudication_row, claim_state, verdict_rows
from factcheck.report.method import method
from factcheck.report.outside import outside
from factcheck.report.passages import passages
from factcheck.report.redact import Redaction
from factcheck.report.rows import ArticleRow, Earlier, Mention, Report
from factcheck.report.verdicts import Orphan
from factcheck.report.words import STATES
from factcheck.wording.places import Places, Splitter, split_by_default
from factcheck.wording.words import NOBODY

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from factcheck.model import Article, Claim, Event, Mark, SessionInfo, Version
    from factcheck.pipeline import Progress
    from factcheck.report.words import State


@dataclass(frozen=True, slots=True)
class Decided:
    """What people decided, by claim, with withheld names out of it."""

    marks: Mapping[str, Sequence[Mark]]
    adjudicated: Mapping[str, Mark]

    def state(self, claim: str) -> State:
        return claim_state(self.marks.get(claim, ()), self.adjudicated.get(claim))


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What is known of texts that are no article of the session now. See :func:`rows`."""

    paths: Mapping[str, str]
    moved: Mapping[str, str]
    proposed: Collection[str]


def rows(
    analysis: Analysis,
    marks: Sequence[Mark],
    info: SessionInfo,
    events: Sequence[Event] = (),
    *,
    only: Collection[str] | None = None,
    split: Splitter = split_by_default,
    adjudicated: Mapping[str, Mark] = {},
    versions: Sequence[Version] = (),
    moved: Mapping[str, str] = {},
    proposed: Collection[str] = (),
    tell: Progress | None = None,
) -> Report:
    """The report of a session; nothing in it names a withheld source or a folder of this machine.

    ``only`` keeps the claims in these states: a verdict's name, ``unresolved`` (reviewers differ) or
    ``open`` (nobody has judged); ValueError for any other word. ``split`` finds the paragraphs.

    ``adjudicated`` holds the session's verdict by claim: it outranks what the reviewers gave, who
    stay beside it. Of texts that are no article now, ``versions`` has those that were read in this
    session, each under the path of the article that it became; ``moved`` says where judged claims
    certainly stand, and ``proposed`` names judged claims whose new place nobody has confirmed.
    ``tell`` hears how far it is; what it raises ends it.
    """
    if only is not None and not set(only) <= set(STATES):
        raise ValueError(f"not a state: {', '.join(sorted(set(only) - set(STATES)))}")
    redaction = Redaction(analysis.articles)
    clean = redaction.analysis(analysis)
    by_claim: dict[str, list[Mark]] = defaultdict(list)
    for mark in map(redaction.mark, marks):
        by_claim[mark.claim].append(mark)
    decided = Decided(by_claim, {c: redaction.mark(mark) for c, mark in adjudicated.items() if mark.verdict})
    acts = tuple(map(redaction.event, events))
    kept = clean if only is None else filtered(clean, decided, only)
    where = Whereabouts(redaction.paths({each.text_sha256: each.path for each in versions}), moved, proposed)
    earlier = _earlier(versions, clean.articles, analysis.articles, acts)
    told = _shown(kept, clean, decided, only)
    return replace(
        _report(kept, clean, decided, told, redaction.info(info), acts, split, where, tell), earlier=earlier
    )


def _earlier(
    versions: Sequence[Version],
    articles: Sequence[Article],
    named: Sequence[Article],
    events: Sequence[Event],
) -> tuple[Earlier, ...]:
    """The texts that acts were made on and that are no article now: without them the acts hang on nothing."""
    now = {article.text_sha256 for article in articles}
    ids = {article.path: article.id for article in named}
    anchors = [event.anchor for event in events] + [e.anchor for event in events for e in event.evidence]
    wanted = {anchor.text_sha256 for anchor in anchors if anchor} - now
    return tuple(
        Earlier(ids.get(each.path), each.text_sha256, each.sha256, each.seen_at, each.text)
        for each in versions
        if each.text_sha256 in wanted
    )


def _shown(kept: Analysis, whole: Analysis, decided: Decided, only: Collection[str] | None) -> Decided:
    """What was decided of the claims that are shown, and of texts that are gone."""
    known = {claim.id for claim in whole.claims}
    wanted = {claim.id for claim in kept.claims}
    gone = (decided.marks.keys() | decided.adjudicated.keys()) - known
    wanted |= {claim for claim in gone if only is None or decided.state(claim) in only}
    return Decided(
        {claim: found for claim, found in decided.marks.items() if claim in wanted},
        {claim: mark for claim, mark in decided.adjudicated.items() if claim in wanted},
    )


def filtered(analysis: Analysis, decided: Decided, only: Collection[str]) -> Analysis:
    """The claims in the wanted states, with the groups, relations and suggestions among them."""
    claims = tuple(c for c in analysis.claims if decided.state(c.id) in only)
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
    decided: Decided,
    shown: Decided,
    info: SessionInfo,
    events: tuple[Event, ...],
    split: Splitter,
    where: Whereabouts,
    tell: Progress | None,
) -> Report:
    places = Places(whole.articles, split, whole.claims)
    claims = {claim.id: claim for claim in whole.claims}
    maker = MentionMaker(whole, decided.marks, decided.adjudicated, places)
    facts = FactMaker(kept, maker, tell).facts()
    mentions = {mention.claim: mention for fact in facts for mention in fact.mentions}
    articles = tuple(_article(article, kept, mentions, places) for article in whole.articles)
    aside = tuple(mention for mention in mentions.values() if mention.state == "not-a-claim")
    orphans = _orphans(shown, claims, places, where)
    marks = tuple(mark for found in shown.marks.values() for mark in found)
    return Report(
        info=info,
        version=__version__,
        facts=facts,
        disputes=disputes(facts, kept.comparison.relations, claims),
        articles=articles,
        orphans=orphans,
        corrections=corrections(events, mentions, where.moved),
        set_aside=aside,
        method=method(kept, info, articles, (*marks, *shown.adjudicated.values()), aside),
        analysis=kept,
        marks=marks,
        events=events,
        adjudicated=shown.adjudicated,
        outside=outside(mentions.values(), orphans),
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


def _orphans(
    decided: Decided, claims: Mapping[str, Claim], places: Places, where: Whereabouts
) -> tuple[Orphan, ...]:
    paths = {a.text_sha256: a.path for a in places.articles.values()}
    found = []
    for claim in dict.fromkeys((*decided.marks, *decided.adjudicated)):
        marks = [mark for mark in decided.marks.get(claim, ()) if mark.verdict or mark.note]
        session = decided.adjudicated.get(claim)
        if claim in claims or not (marks or session):
            continue
        known = (*marks, session) if session else marks
        anchor = next((mark.anchor for mark in known if mark.anchor), None)
        text = anchor.text_sha256 if anchor else ""
        found.append(
            Orphan(
                claim=claim,
                quote=anchor.exact if anchor else "",
                anchor=anchor,
                verdicts=verdict_rows(marks, claims, places),
                adjudicated=adjudication_row(session, claims, places),
                path=paths.get(text) or where.paths.get(text, ""),
                proposed=claim in where.proposed,
            )
        )
    return tuple(found)

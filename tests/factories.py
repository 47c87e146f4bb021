"""Builders of model objects for tests, and a story of four articles in our own words.

The story: a ferry ran aground; who says how many were hurt, and when did it sail?
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from factcheck.model import (
    Analysis,
    Article,
    ArticleKind,
    Attribution,
    Claim,
    Comparison,
    Furniture,
    Group,
    Paragraph,
    Quantity,
    Quote,
    Relation,
    RelationKind,
    RelationOn,
    SuggestedVerdict,
    Suggestion,
    Value,
    VerdictKind,
    claim_id,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def make_article(
    id_: str,
    text: str,
    source: str,
    *,
    title: str = "",
    published: str | None = None,
    kind: ArticleKind = "article",
    furniture: Iterable[str] = (),
) -> Article:
    spans = tuple(
        Furniture(text.index(words), text.index(words) + len(words), "share buttons") for words in furniture
    )
    return Article(
        id=id_,
        path=f"{id_}.txt",
        title=title or f"{source} on the ferry",
        source=source,
        text=text,
        sha256=digest("raw" + text),
        text_sha256=digest(text),
        published=published,
        kind=kind,
        furniture=spans,
    )


def split_lines(article: Article) -> tuple[Paragraph, ...]:
    """A plain splitter for tests: one paragraph a line, furniture unnumbered."""
    found: list[Paragraph] = []
    start = number = 0
    for line in article.text.splitlines(keepends=True):
        end = start + len(line)
        why = next((f.why for f in article.furniture if f.start < end and f.end > start), None)
        if line.strip():
            number += why is None
            found.append(Paragraph(start, end, 0 if why else number, "body", why))
        start = end
    return tuple(found)


def make_claim(
    article: Article,
    words: str,
    *,
    values: Sequence[Value] = (),
    by: str | None = None,
    origin: str | None = None,
    score: float = 0.5,
    nth: int = 0,
) -> Claim:
    """A claim on the ``nth`` place where ``words`` stand; ``by`` must stand in the article too."""
    start = -1
    for _ in range(nth + 1):
        start = article.text.index(words, start + 1)
    end = start + len(words)
    attribution = None
    if by is not None:
        at = article.text.index(by)
        attribution = Attribution(at, at + len(by), by, "said", origin or by, start, end)
    return Claim(
        id=claim_id(article.text_sha256, start, end),
        article=article.id,
        start=start,
        end=end,
        text=words,
        sentence=(start, end),
        rules=("toll",),
        score=score,
        values=tuple(values),
        attribution=attribution,
        kinds=("quantity",),
    )


def quantity(article: Article, words: str, value: float, unit: str = "person") -> Quantity:
    start = article.text.index(words)
    return Quantity(start, start + len(words), words, value, value, value, unit=unit)


def quote(article: Article, words: str, speaker: str | None = None) -> Quote:
    start = article.text.index(words)
    return Quote(start, start + len(words), words, words.strip('"“”'), speaker)


def relate(
    a: Claim, b: Claim, kind: RelationKind, on: RelationOn, why: str, *, same_origin: bool = False
) -> Relation:
    return Relation(a.id, b.id, kind, on, why, 0.9, same_origin)


def suggest(
    claim: Claim,
    verdict: SuggestedVerdict | None,
    why: str,
    *evidence: Claim,
    kind: VerdictKind | None = None,
    agrees: tuple[int, int] = (0, 0),
    differs: tuple[int, int] = (0, 0),
) -> Suggestion:
    return Suggestion(claim.id, verdict, why, tuple(e.id for e in evidence), 0.9, kind, *agrees, *differs)


COURIER = """Ferry Aurora runs aground off Kelm
At least 40 passengers were hurt when the ferry Aurora ran aground near Kelm on Tuesday, the coastguard said.
Share this story
The ship left Port Anse at 6 a.m., according to its owner, Blue Line. \
“We did everything by the book,” captain Ida Roth said.
It was the worst accident on this route in twenty years.
"""
WIRE = """Dozens hurt as ferry hits rocks
Some 40 people were injured when a ferry hit rocks off Kelm on Tuesday, the coastguard said. \
The hospital in Kelm spoke of 62 injured.
The Aurora sailed from Port Anse at 7 a.m., the harbour master said.
“We did all of it by the book,” captain Ida Roth told reporters [/red] on the quay.
"""
LANTERN = """Aurora: what we know
Some 40 people were injured when a ferry hit rocks off Kelm on Tuesday, the coastguard said.
The Kelm hospital treated 62 people, its director Jon Faal said. \
Up to 100 could yet report injuries, he warned.
Inspectors had found rust in the hull in March.
"""
ROUNDUP = """News in brief from many papers
Kelm Post: the ferry's owner, Blue Line, keeps silent. Anse Daily: the coastguard counts about 40 hurt [...]
"""


def against(x: Claim, y: Claim) -> str:
    """A reason as the comparison words it."""
    return f"{x.values[0].text} (Coastguard) against {y.values[0].text} (Kelm hospital)"


def same(figure: int, origin: str) -> str:
    """A reason as the comparison words it."""
    return f"the same figure: {figure} ({origin}) and {figure} ({origin})"


def story() -> Analysis:
    """Four articles, thirteen claims: a disputed toll, a time, a quotation, a record, a forecast, rust."""
    a = make_article("a1", COURIER, "Harbour Courier", published="2026-03-04", furniture=["Share this story"])
    b = make_article("a2", WIRE, "Northern Wire", published="2026-03-04T09:30:00+00:00")
    c = make_article("a3", LANTERN, "Daily Lantern")
    d = make_article("a4", ROUNDUP, "Roundup", kind="digest")
    by, guard = "the coastguard", "Coastguard"
    a40 = make_claim(
        a, "At least 40 passengers were hurt", values=[quantity(a, "At least 40", 40)], by=by, origin=guard
    )
    b40 = make_claim(
        b, "Some 40 people were injured", values=[quantity(b, "Some 40", 40)], by=by, origin=guard
    )
    c40 = make_claim(
        c, "Some 40 people were injured", values=[quantity(c, "Some 40", 40)], by=by, origin=guard
    )
    d40 = make_claim(d, "about 40 hurt", values=[quantity(d, "about 40", 40)], by=by, origin=guard)
    b62 = make_claim(
        b, "62 injured", values=[quantity(b, "62", 62)], by="The hospital in Kelm", origin="Kelm hospital"
    )
    c62 = make_claim(
        c,
        "treated 62 people",
        values=[quantity(c, "62", 62)],
        by="its director Jon Faal",
        origin="Kelm hospital",
    )
    a6 = make_claim(a, "left Port Anse at 6 a.m.", by="its owner, Blue Line", origin="Blue Line")
    b7 = make_claim(b, "sailed from Port Anse at 7 a.m.", by="the harbour master", origin="Harbour master")
    worst = make_claim(a, "the worst accident on this route in twenty years")
    c100 = make_claim(
        c,
        "Up to 100 could yet report injuries",
        values=[quantity(c, "Up to 100", 100)],
        by="its director Jon Faal",
    )
    rust = make_claim(c, "Inspectors had found rust in the hull in March", score=0.3)
    aq = make_claim(
        a,
        "“We did everything by the book,”",
        values=[quote(a, "“We did everything by the book,”")],
        by="captain Ida Roth",
    )
    bq = make_claim(
        b,
        "“We did all of it by the book,”",
        values=[quote(b, "“We did all of it by the book,”")],
        by="captain Ida Roth",
    )
    toll = [a40, b40, c40, d40, b62, c62]
    groups = (
        Group(
            "g1",
            "People hurt on the Aurora",
            tuple(x.id for x in toll),
            4,
            2,
            ("Coastguard", "Kelm hospital"),
        ),
        Group("g2", "When the Aurora sailed", (a6.id, b7.id), 2, 2, ("Blue Line", "Harbour master")),
        Group("g3", "Roth on the voyage", (aq.id, bq.id), 2, 2, ("Ida Roth",)),
        Group("g4", "Worst accident on the route", (worst.id,), 1, 1),
        Group("g5", "More may be hurt", (c100.id,), 1, 1, ("Jon Faal",)),
        Group("g6", "Rust in the hull", (rust.id,), 1, 1),
    )
    relations = (
        *(
            relate(a40, x, "agrees", "quantity", same(40, "Coastguard"), same_origin=True)
            for x in (b40, c40, d40)
        ),
        relate(b40, c40, "copies", "quantity", "copied text: “people were injured when a ferry hit rocks”"),
        *(relate(x, y, "conflicts", "quantity", against(x, y)) for x in (a40, b40, c40) for y in (b62, c62)),
        relate(b62, c62, "agrees", "quantity", same(62, "Kelm hospital"), same_origin=True),
        relate(a6, b7, "conflicts", "date", "6 a.m. against 7 a.m."),
        relate(aq, bq, "conflicts", "quote", "“everything” against “all of it”", same_origin=True),
        relate(c100, c62, "differs", "quantity", "forecast"),
    )
    disputed = "sources disagree: Coastguard 40 (A B, C copies) | Kelm hospital 62 (B C)"
    suggestions = (
        *(
            suggest(x, "conflicting", disputed, b62, c62, kind="sources", agrees=(1, 1), differs=(2, 1))
            for x in (a40, b40, c40, d40)
        ),
        *(
            suggest(x, "conflicting", disputed, a40, b40, kind="sources", agrees=(1, 1), differs=(3, 1))
            for x in (b62, c62)
        ),
        suggest(
            a6,
            "conflicting",
            "6 a.m. (Blue Line) against 7 a.m. (harbour master)",
            b7,
            kind="sources",
            differs=(1, 1),
        ),
        suggest(
            b7,
            "conflicting",
            "7 a.m. (harbour master) against 6 a.m. (Blue Line)",
            a6,
            kind="sources",
            differs=(1, 1),
        ),
        suggest(
            aq, "conflicting", "same statement, different words: “everything” / “all of it”", bq, kind="quote"
        ),
        suggest(
            bq, "conflicting", "same statement, different words: “all of it” / “everything”", aq, kind="quote"
        ),
        suggest(worst, "unsourced", "no other article backs it and nobody is named", kind="nobody"),
        suggest(c100, None, "single source: Jon Faal; a forecast", kind="forecast"),
        suggest(rust, "unsourced", "no other article backs it and nobody is named", kind="nobody"),
    )
    claims = (*toll, a6, b7, aq, bq, worst, c100, rust)
    return Analysis((a, b, c, d), claims, Comparison(groups, relations, suggestions), (), "f" * 64, ("core",))


def bare(analysis: Analysis) -> Analysis:
    """The same claims before anything was compared."""
    return replace(analysis, comparison=Comparison())


def empty() -> Analysis:
    """One article in which no claim was found."""
    return Analysis((make_article("a1", "Nothing happened.\n", "Quiet Gazette"),), (), Comparison())

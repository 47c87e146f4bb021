"""The lines at the top: where one is in the session, the articles, and what each pane shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.review.filters import ALL
from factcheck.review.remarks import BLIND
from factcheck.review.remarks import shown as shown_name
from factcheck.tui.layout.line import Line, Piece, crop, cut, ends, length, rule
from factcheck.tui.layout.plan import TWO_PANES
from factcheck.wording.words import count, flat, short

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Article, ArticleLink
    from factcheck.review.cursor import Cursor
    from factcheck.review.seat import Seat
    from factcheck.review.sight import View

_BAR = re.compile(r"\[[#.]+\]")


def header(desk: Seat, title: str, width: int, warning: str = "") -> Line:
    """``factcheck  story  r1   fact 1/27 [disputed first]   judged 2  open 0  unseen 96   +0 !2 ?0``."""
    progress = desk.progress()
    where = f"fact {desk.fact_number or '-'}/{len(desk.queue.facts)}"
    sort = f"[{desk.order}]" if desk.filter == ALL else f"[{desk.order}, {desk.filter_name}]"
    tally: Line = (
        (f"+{progress.supported}", "supported"),
        (" ", "text"),
        (f"!{progress.conflicting}", "conflicting"),
        (" ", "text"),
        (f"?{progress.unsourced}", "unsourced"),
    )
    done: Line = (
        (f"judged {progress.judged}  ", "text"),
        (f"open {progress.open}  ", "text"),
        (f"unseen {progress.left}   ", "text"),
        *tally,
    )
    shown: Line = ((f"   shown {progress.shown} of {progress.total}", "dim"),)
    rest: Line = done
    if desk.filter != ALL:
        # What a filter hides is said at every width.
        away = f"shown {progress.shown}, hidden {progress.total - progress.shown}"
        shown = ((f"   {away}", "unsourced"),)
        rest, tally = (*done, (f"  {away}", "unsourced")), (*done[:3], (away, "unsourced"))
    blind = BLIND.get(desk.blind or "", "")
    alone: Line = ()
    # Of work that is under way the bar alone stays where there is no room for words: the counts go before.
    for said in (warning, *_BAR.findall(warning)):
        hidden = "  ".join(filter(None, (blind, said)))
        who: Line = (
            (f"  {shown_name(desk.reviewer)}", "dim"),
            *(((f"  {hidden}", "unsourced+bold"),) if hidden else ()),
        )
        name: Line = (("factcheck  ", "brand"), (short(title, 30), "text+bold"), *who)
        full: Line = (*name, ("   ", "text"), (where, "text+bold"), (f" {sort}", "dim"))
        behind: Line = (*who[1:], *((("  ", "text"),) if hidden else ()), (where, "text+bold"))
        alone = behind
        # Whose verdicts these are is said as long as anything else is.
        named: Line = (
            (short(shown_name(desk.reviewer), 12), "dim"),
            *(() if hidden else (("  ", "text"),)),
            *behind,
        )
        for left, right in (
            (full, (*done, *shown)),
            (full, rest),
            (((short(title, 16), "text+bold"), *who, ("   ", "dim"), (where, "text+bold"),
              *(((f" [{desk.filter_name}]", "dim"),) if desk.filter != ALL else ())), rest),
            (named, rest),
            *(((named, (done[0], tally[-1])),) if desk.filter != ALL else ()),
            (alone, rest),
        ):  # fmt: skip
            if length(left) + length(right) + 2 <= width:
                return ends(left, right, width)
    if length(alone) + length(tally) + 2 <= width:
        return ends(alone, tally, width)
    return crop(((where, "text+bold"), ("  ", "text"), *rest), width)


def tabs(desk: Cursor, shown: Sequence[View], width: int) -> Line:
    """The articles with their letters, and at the right the fact with its articles and origins."""
    fact = desk.fact
    counted = ""
    if fact is not None:
        origins = count(len(fact.origins), "origin") if fact.origins else "nobody named"
        counted = f"{count(fact.articles, 'article')}  {origins}"
    told = [_tab(desk, shown, article) for article in desk.articles]
    letters = _tab_row(told, 0)
    right: Line = ()
    if fact is not None:
        # On a narrow screen the names of the articles give way to the fact: their letters are enough.
        share = width // 2 if width >= TWO_PANES else width - length(letters)
        right = ((cut(fact.label, max(share - len(counted) - 2, 16)), "text+bold"), (f"  {counted}", "dim"))
    # The blanks after the last name part it from the fact.
    room = width - length(right)
    for size in (28, 24, 20, 17, 14, 12, 10, 8, 6):
        line = _tab_row(told, size)
        if length(line) <= room:
            return _apart(line, right, width)
    return _apart(crop(letters, max(room, 0)), right, width)


def _apart(line: Line, right: Line, width: int) -> Line:
    gap = width - length(line) - length(right)
    return (*line, (" " * max(gap, 0), "text"), *right)


def _tab_row(told: Sequence[tuple[str, str, str, str]], size: int) -> Line:
    """The articles with ``size`` cells of each name."""
    line: list[Piece] = []
    for letter, name, tone, extra in told:
        label = f" {cut(name, size)}" if size else ""
        line += [(f"{letter}{label}", tone), (f" {extra}" if extra else "", "dim"), ("  ", "text")]
    return tuple(line)


def _tab(desk: Cursor, shown: Sequence[View], article: Article) -> tuple[str, str, str, str]:
    """Letter, with a star at the one in hand, name, tone, and how the article stands to others."""
    in_hand = desk.claim is not None and desk.claim.article == article.id
    in_sight = any(view.article == article.id for view in shown)
    marks = ["digest"] if article.kind == "digest" else []
    marks += dict.fromkeys(_link(desk, link) for link in desk.facts.comparison.links if link.of == article.id)
    return (
        desk.places.letter(article.id) + "*" * in_hand,
        source_of(article),
        "tab+bold" if in_hand else "text" if in_sight else "dim",
        " ".join(marks),
    )


def _link(desk: Cursor, link: ArticleLink) -> str:
    """``~C`` rewrites C, ``%C`` copies it, ``&C`` has the same owner."""
    return {"rewrite": "~", "copies": "%", "same owner": "&"}[link.kind] + desk.places.letter(link.to)


def source_of(article: Article) -> str:
    """Who published it, as far as it may be shown."""
    if article.redact:
        return "source withheld"
    return flat(article.source) or flat(article.title) or article.id


def pane_title(
    desk: Cursor, view: View, paragraphs: str, width: int, *, focused: bool, pinned: bool = False
) -> Line:
    """``── A Harbour Courier ───── pinned  2026-03-04  p4-p6 ──``."""
    article = desk.articles[desk.facts.order[view.article]]
    dated = (article.published or "undated")[:10]
    tone = "title" if focused else "text"
    right: Line = ((f"{dated}  {paragraphs}".strip(), "dim"),)
    if pinned:
        right = (("pinned  ", "tab+bold"), *right)
    letter = desk.places.letter(article.id)
    room = width - 12 - length(right) - len(letter)
    name = source_of(article)
    title = flat(article.title)
    if not article.redact and title and title != name and len(name) + len(title) + 3 <= room:
        name = f"{name} · {title}"
    return rule(((f"{letter} ", f"{tone}+bold"), (cut(name, max(room, 4)), tone)), width, right)

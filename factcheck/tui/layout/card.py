"""The card under the table: what is suggested and why, what it rests on, the note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.review.backing import evidence_words
from factcheck.review.remarks import HIDDEN, HOW, WHY, remarks
from factcheck.tui.layout.line import BLANK, Line, cells, cut, rule
from factcheck.tui.layout.wrap import wrap_words
from factcheck.wording.words import KIND_WORDS, SIGNS, WORDS, count, flat, suggested_name, verdict_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Suggestion, VerdictName
    from factcheck.review.desk import Desk
    from factcheck.review.remarks import Remark


_NO_VERDICT = f"   no suggestion (a: {WORDS['left-open']})"
"""With what accepting sets."""
_NO_NOTE: Line = (("   note: none (i writes one)", "dim"),)


def card(desk: Desk, width: int, height: int) -> list[Line]:
    """Exactly ``height`` lines: a rule, the reason, the counts with evidence, remarks, the note.

    What others say and the own note come before the counts where there is no room for all.
    """
    if height <= 0:
        return []
    claim = desk.claim
    if claim is None:
        lines: list[Line] = [rule((("suggested", "title"),), width), _no_claims()]
        return exactly(lines, height)
    suggestion = desk.facts.suggestions.get(claim.id)
    mark = desk.mark(claim.id)
    decided: Line = ()
    if mark is not None and mark.verdict is not None:
        words = f"[{SIGNS[mark.verdict]}] {verdict_words(mark.verdict, mark.kind)}"
        decided = (("your verdict: ", "dim"), (words, f"{mark.verdict}+bold"))
    how = HOW[claim.how]
    titled: Line = (("suggested", "title"), *(((f"  {how}", "unsourced"),) if how else ()))
    lines = [rule(titled, width, decided)]
    note, said = _note(desk, width), remarks(desk, claim)
    room = height - 1 - bool(note)
    # Remarks have a line each where that leaves the reason one, else they share one.
    counted = _counts(desk, suggestion, width, 1) if room >= 2 + bool(said) or not (said or note) else []
    people = _remarks(said, width, max(room - len(counted) - 1, 1)) if said else []
    reason = reason_of(desk, claim.id, width, room - len(counted) - len(people))
    # What is left goes to the evidence and then to the note, which else have a line each.
    free = height - len([*lines, *reason, *counted, *people, *note])
    if counted and free > 0:
        counted = _counts(desk, suggestion, width, 1 + free)
    lines += [*reason, *counted, *people]
    lines += _note(desk, width, height - len(lines))
    if not note and len(lines) < height:
        lines.append(_NO_NOTE)
    return exactly(lines, height)


def grown_card(desk: Desk, width: int, height: int, free: int) -> list[Line]:
    """The card in ``height`` lines, or in up to ``free`` more where something would be cut."""
    if height <= 0 or free <= 0:
        return card(desk, width, height)
    full = card(desk, width, height + free)
    return card(desk, width, max(height, used(full)))


def used(lines: Sequence[Line]) -> int:
    """How many lines of a card say something: blank ones and an invitation to write at its end do not."""
    said = len(lines)
    while said and lines[said - 1] in (BLANK, _NO_NOTE):
        said -= 1
    return said


def _remarks(said: Sequence[Remark], width: int, room: int) -> list[Line]:
    """One line each, or all of them in one."""
    if len(said) > room:
        joined = "; ".join(map(str, said))
        if cells(joined) + 3 > width:  # everybody's verdict before anybody's note
            joined = "; ".join(remark.words for remark in said)
        tone = _tone(said[0]) if said[0].sort == "stale" else "text"
        return [((cut(f"   {joined}", width), tone),)]
    return [((cut(f"   {remark}", width), _tone(remark)),) for remark in said]


def _tone(remark: Remark) -> str:
    if remark.sort == "stale":
        return "unsourced+bold"
    return f"{remark.verdict or 'text'}{'+bold' if remark.sort == 'adjudicated' else ''}"


def reason_of(desk: Desk, claim: str, width: int, height: int) -> list[Line]:
    """The verdict word in capitals, its kind, and the reason, wrapped under the verdict."""
    suggestion = desk.facts.suggestions.get(claim)
    if suggestion is None:
        missing = HIDDEN if desk.blind == "suggestions" else WHY[desk.facts.claims[claim].how]
        return [((cut(f" {missing}", width), "dim"),)]
    name: VerdictName = suggested_name(suggestion) or "left-open"
    # Without a suggested verdict no sign and no capitals: nobody shall take it for one.
    head = f" {SIGNS[name]} {WORDS[name].upper()}" if suggestion.verdict else _NO_VERDICT
    kind = KIND_WORDS[suggestion.kind] if suggestion.kind else ""
    why = flat(suggestion.why)
    if kind and kind.lower() in why[: len(kind) + len("a ")].lower():
        kind = ""
    said = f", {kind}" if kind else ""
    if why:
        # A reason that begins with its own kind follows the word as the kind would.
        said += f", {why}" if suggestion.kind and not kind else f": {why}"
    rows = wrap_words(head + said, width - 3)
    kept = rows[: max(height, 1)]
    if len(rows) > len(kept):
        kept[-1] = cut(f"{kept[-1]} {rows[len(kept)]}", width - 3)
    first: Line = (
        (head, f"{name}+bold" if suggestion.verdict else "dim+bold"),
        (kept[0].removeprefix(head), "text"),
    )
    return [first, *(((f"   {row}", "text"),) for row in kept[1:])]


def _counts(desk: Desk, suggestion: Suggestion | None, width: int, most: int) -> list[Line]:
    """What agrees and differs, as articles and origins, and the evidence; in short where narrow."""
    evidence = _evidence(desk)
    told = [f"{evidence} (e changes)"]
    if suggestion is not None:
        agrees = suggestion.agrees_articles, suggestion.agrees_origins
        differs = suggestion.differs_articles, suggestion.differs_origins
        full = f"agrees: {_both(*agrees)}   differs: {_both(*differs)}   {evidence}"
        brief = f"agrees {_brief(*agrees)}  differs {_brief(*differs)}  {evidence}"
        told = [f"{full} (e changes)", full, brief]
    serves = desk.serves(desk.claim) if desk.claim else ""
    told = [f"{line}   itself evidence for {serves}" for line in told] if serves else told
    fits = next((line for line in told if cells(line) + 3 <= width), told[-1])
    return [((row, "dim"),) for row in _hung("   ", fits, width, most)]


def _evidence(desk: Desk) -> str:
    claim = desk.claim
    if claim is None:
        return ""
    links = desk.links(claim)
    cites = list(dict.fromkeys(desk.places.cite(desk.facts.claims[linked]) for linked in links.claims))
    beside = [evidence_words(desk, each) for each in desk.beside(claim.id)]
    named = "; ".join(filter(None, (" ".join(cites), *beside)))
    return f"evidence{' chosen' if links.drafted else ''}: {named or 'none'}"


def _both(articles: int, origins: int) -> str:
    return f"{count(articles, 'article')}, {count(origins, 'origin')}" if articles else "none"


def _brief(articles: int, origins: int) -> str:
    return f"{articles} art. {origins} orig." if articles else "none"


def _note(desk: Desk, width: int, most: int = 1) -> list[Line]:
    claim = desk.claim
    note = flat(desk.note())
    if claim is None or not note:
        return []
    drafted = claim.id in desk.note_drafts
    head = "   note, not saved: " if drafted else "   note: "
    first, *more = _hung(head, note, width, most)
    opening = (head, "unsourced" if drafted else "dim")
    return [(opening, (first.removeprefix(head), "text")), *(((row, "text"),) for row in more)]


def _hung(head: str, text: str, width: int, most: int) -> list[str]:
    """A text behind its head in at most ``most`` rows, the others under the head; cut where it is longer."""
    rows = wrap_words(text, max(width - len(head), 1)) if most > 1 else []
    if not 0 < len(rows) <= most:
        rows = [*rows[: most - 1], cut(" ".join(rows[most - 1 :]) or text, width - len(head))]
    return [f"{head if number == 0 else ' ' * len(head)}{row}" for number, row in enumerate(rows)]


def _no_claims() -> Line:
    return ((" No claim was found here: read on, search with /, or check the rules.", "text"),)


def exactly(lines: list[Line], height: int) -> list[Line]:
    """The lines in just so much height: the last ones cut off, or blank ones added."""
    return [*lines[:height], *([BLANK] * (height - len(lines)))]

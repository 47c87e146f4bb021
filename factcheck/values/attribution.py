"""Who says what: the attributions of a sentence with claimant, cue, origin and scope."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.model import Attribution, DateValue, Entity, Sentence
from factcheck.values.claimant import UNNAMED, Origin
from factcheck.values.cues import WORD_GIVEN
from factcheck.values.described import note_bodies
from factcheck.values.drafts import drafts
from factcheck.values.holders import note_holders
from factcheck.values.memory import PAPERS, Memory, Speaker
from factcheck.values.origins import origin_of
from factcheck.values.referents import met_in
from factcheck.values.view import JOINERS, Phrase, View, trimmed
from factcheck.values.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.values.draft import Draft
    from factcheck.values.lexicon import TermIndex
    from factcheck.values.quotes import Quoted
    from factcheck.values.ties import Ties
    from factcheck.values.tokens import Line

_NEAR = 12
"""Attributions behind one that can end its scope."""
_NOBODY = words("it they")
_NEW = words("a an its his her their")
_TEXTS = words("article story post column newsletter blog")
_TAKERS = words("while but whereas although though with")
_LEADS = words(
    "while but whereas although though with and as after before days weeks months hours years day week month"
    " shortly soon just"
)


@dataclass
class Scene:
    """An article being read from its first sentence to its last."""

    aliases: TermIndex
    ties: Ties
    lines: Sequence[Line]
    sentences: Sequence[Sentence]
    memory: Memory = field(default_factory=Memory)


def attributions(
    scene: Scene,
    number: int,
    names: Sequence[Entity],
    dates: Sequence[DateValue],
    quotes: Sequence[Quoted],
) -> list[Attribution]:
    """The attributions of sentence ``number``; call for each sentence in order, once."""
    line, paragraph = scene.lines[number], scene.sentences[number].paragraph
    view = View.of(line, names, dates, quotes)
    found: list[tuple[Draft, Origin, Attribution]] = []
    rows = drafts(view)
    note_bodies(view, scene.aliases, scene.memory.bodies)
    note_holders(view, view.names_in(Phrase(0, len(view.tokens))), scene.memory.holders)
    for place, draft in enumerate(rows):
        if draft.claimant is not None and _own_text(view, draft.claimant):
            continue
        origin = _origin(scene, view, draft, paragraph, found)
        if (
            origin.vague
            and draft.claimant is not None
            and view.line.slice(*draft.claimant).lower() in _NOBODY
        ):
            continue
        if draft.deed and (origin.vague or origin.media or origin.sort != "body"):
            continue
        start, end = _scope(view, rows, place)
        if start < end:
            found.append((draft, origin, _attribution(view, draft, origin, start, end)))
            _hear(scene, view, draft, origin, paragraph)
    _note_papers(scene, view, names, [origin for _, origin, _ in found], paragraph)
    for name in names:
        sort = "person" if name.kind == "person" else "body"
        if name.kind != "place":
            scene.memory.hear(Speaker(name.name, name.text, sort, paragraph, False))  # type: ignore[arg-type]
    scene.memory.meet(met_in(view, scene.memory, scene.ties))
    return _first_hand([(origin, one) for _, origin, one in found])


def _note_papers(
    scene: Scene, view: View, names: Sequence[Entity], said: Sequence[Origin], paragraph: int
) -> None:
    """Remember who "issued a statement" or "wrote in its report": who speaks there, else who is named."""
    first = next((at for at in range(1, len(view.tokens)) if _a_paper(view, at)), None)
    if first is None:
        return
    issuer = next((one for one in said if not (one.vague or one.media)), None)
    if issuer is not None:
        by = Speaker(issuer.name, "", issuer.sort, paragraph, True)
    else:
        who = next((one for one in names if one.kind != "place"), None)
        bodies = met_in(view, scene.memory, scene.ties)
        if who is None and not bodies:
            return
        person = who is not None and who.kind == "person"
        name = bodies[0] if bodies and not person else who.name if who else ""
        by = Speaker(name, "", "person" if person else "body", paragraph, True)
    scene.memory.papers[view.low(first)] = by


def _a_paper(view: View, index: int) -> bool:
    """A statement, its report: not the one that was spoken of before."""
    first = index - 1 - (view.tokens[index - 1].text.islower() and view.low(index - 1) not in _NEW)
    return view.low(index) in PAPERS and view.low(first) in _NEW


def _origin(
    scene: Scene,
    view: View,
    draft: Draft,
    paragraph: int,
    before: Sequence[tuple[Draft, Origin, Attribution]],
) -> Origin:
    if draft.same and before:
        return before[-1][1]
    if draft.claimant is None:
        return Origin(UNNAMED, "unknown", vague=True)
    return origin_of(view, draft.claimant, scene.aliases, scene.ties, scene.memory, paragraph)


def _own_text(view: View, claimant: Phrase) -> bool:
    """ "An earlier version of this article", "in my last post I": the article is no source of its own."""
    last = view.low(claimant.last - 1)
    if view.tokens[claimant.last - 1].text == "I":
        return True
    return last in _TEXTS and view.low(claimant.last - 2) in ("this", "my", "our")


def _hear(scene: Scene, view: View, draft: Draft, origin: Origin, paragraph: int) -> None:
    if draft.claimant is None or origin.vague or origin.media:
        return
    text = view.line.slice(*draft.claimant)
    if origin.by:
        scene.memory.hear(Speaker(origin.by, text, "person", paragraph, True))
    scene.memory.hear(Speaker(origin.name, text, origin.sort, paragraph, True))


def _attribution(view: View, draft: Draft, origin: Origin, start: int, end: int) -> Attribution:
    named = trimmed(view, draft.claimant) if draft.claimant else draft.cue
    tokens = view.tokens
    first, last = tokens[named.first].start, tokens[named.last - 1].end
    text = view.line.text[first:last]
    cue = view.line.slice(*draft.cue)
    return Attribution(
        first, last, text, cue, origin.name, start, end, origin.vague, side=origin.side, by=origin.by
    )


# --- scopes ---------------------------------------------------------------------------------


def _scope(view: View, rows: Sequence[Draft], place: int) -> tuple[int, int]:
    """The content of one attribution as offsets; it stops where another claimant takes over."""
    draft = rows[place]
    if draft.like:
        start, end = _scope(view, rows, place - 1)
        return start, min(end, max(start, view.tokens[draft.begin - 1].start))
    if draft.side == "self":
        phrase = Phrase(draft.begin, draft.cue.last)
    elif draft.side == "right":
        phrase = Phrase(draft.end, _right_end(view, rows, place))
    elif draft.side == "left":
        phrase = Phrase(_left_start(view, rows, place), draft.begin)
    else:
        phrase = Phrase(_left_start(view, rows, place), _right_end(view, rows, place))
    return _offsets(view, phrase)


def _right_end(view: View, rows: Sequence[Draft], place: int) -> int:
    draft = rows[place]
    promised = view.low(draft.cue.first) in WORD_GIVEN and view.low(draft.end) == "to"
    if (draft.claimant is None and draft.side == "both") or promised:
        return _clause_end(view, draft)
    aside = _remark(view, draft.end)
    for later in rows[place + 1 : place + _NEAR]:
        opening: int | None = later.begin
        if later.side in ("left", "both"):
            opening = _break_before(view, later.begin, draft.end)
        if opening is None or opening <= draft.end:
            continue
        cut = _taken_over(view, opening)
        if cut is not None and cut > draft.end:
            return min(cut, aside)
    return aside


def _remark(view: View, first: int) -> int:
    """Where the writer's own remark begins: ", signalling a shift"; else the end of the sentence."""
    at = bisect_right(view.remarks, first)
    return view.remarks[at] if at < len(view.remarks) else len(view.tokens)


def _clause_end(view: View, draft: Draft) -> int:
    """Hearsay reaches to the end of its clause; set in by a comma, to the next comma."""
    aside = view.low(draft.begin - 1) == ","
    for index in range(draft.end, len(view.tokens)):
        if view.quoted[index] or view.tokens[index].text not in (",", ";"):
            continue
        if aside or view.tokens[index].text == ";" or view.low(index + 1) in JOINERS:
            return index
    return len(view.tokens)


def _taken_over(view: View, begin: int) -> int | None:
    """The token where a clause ends that another one follows at ``begin``; None if it is part of it."""
    index = begin
    joined = False
    while index > 0 and view.low(index - 1) in _LEADS:
        joined = joined or view.low(index - 1) in _TAKERS
        index -= 1
    if index > 0 and view.low(index - 1) in (",", ";", ":", "—", "–"):
        return index - 1
    return index if joined else None


def _break_before(view: View, begin: int, limit: int) -> int | None:
    """The token behind the last clause break between ``limit`` and ``begin``."""
    at = bisect_left(view.breaks, begin) - 1
    return view.breaks[at] + 1 if at >= 0 and view.breaks[at] > limit else None


def _left_start(view: View, rows: Sequence[Draft], place: int) -> int:
    draft = rows[place]
    before = rows[place - 1] if place else None
    if draft.claimant is None:
        at = bisect_left(view.joints, draft.begin - 1) - 1
        if at >= 0:
            return view.joints[at] + 2
    broken = _break_before(view, draft.begin, before.end if before else 0)
    if broken is not None and before is not None:
        return broken
    if before is None or before.claimant is None or before.side in ("right", "self"):
        return broken if broken is not None and view.low(broken - 1) == ";" else 0
    return min(before.end, draft.begin)


def _offsets(view: View, phrase: Phrase) -> tuple[int, int]:
    """Offsets of a run of tokens without the signs and joining words at its ends."""
    tokens = view.tokens
    first, last = phrase
    while first < last and tokens[first].text in ",;:.—–-" and not view.quoted[first]:
        first += 1
    while last > first and tokens[last - 1].text in ",;:.—–-" and not view.quoted[last - 1]:
        last -= 1
    if first >= last:
        return 0, 0
    return tokens[first].start, tokens[last - 1].end


# --- who says it first ----------------------------------------------------------------------


def _first_hand(found: list[tuple[Origin, Attribution]]) -> list[Attribution]:
    """Without the media that pass on what a named source says, and without hearsay inside named words."""
    kept: list[Attribution] = []
    for place, (origin, one) in enumerate(found):
        if not (origin.media or origin.vague):
            kept.append(one)
            continue
        near = found[max(0, place - _NEAR) : place] + found[place + 1 : place + _NEAR]
        named = [(who, other) for who, other in near if not who.vague]
        if origin.media and any(not who.media and _meets(one, other) for who, other in named):
            continue
        relayed = one.cue.lower() == "citing"
        if origin.vague and relayed and all(who.media for who, other in named if _meets(other, one)):
            kept = [other for other in kept if not any(o is other and w.media for w, o in near)]
            kept.append(one)
            continue
        if origin.vague and any(_holds(other, one) or (relayed and _meets(other, one)) for _, other in named):
            continue
        kept.append(one)
    return kept


def _holds(other: Attribution, one: Attribution) -> bool:
    return other.scope_start <= one.start and one.end <= other.scope_end


def _meets(one: Attribution, other: Attribution) -> bool:
    return (one.scope_start <= other.start < one.scope_end) or (
        one.scope_start < other.scope_end and other.scope_start < one.scope_end
    )

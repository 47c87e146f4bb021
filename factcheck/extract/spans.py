"""Hits to claims: each hit widened to its clause, overlapping ones joined."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factcheck.extract.clauses import SHORTEST, clauses
from factcheck.extract.idle import says_nothing
from factcheck.extract.words import VERB
from factcheck.model import Attribution, Quote
from factcheck.values.tokens import CUT_SHORT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.extract.clauses import Clause
    from factcheck.model import Hit, RuleInfo, Sentence, Value

CLAIM_MAKING = frozenset(
    {"quantity", "event", "quote", "attribution", "superlative", "causal", "prediction", "other"}
)
"""A date, a name or a bare reporting verb is a value of a claim; it makes none."""
CONTENT_SLOT = "claim"
"""A slot of this name holds the words that are claimed; the rest of the hit says who claims them."""
VERBAL = re.compile(rf"{VERB}|\b\w{{3,}}ing\b")


class Span(NamedTuple):
    start: int
    end: int
    rules: tuple[str, ...]


def spans(
    text: str,
    sentence: Sentence,
    hits: Sequence[Hit],
    values: Sequence[Value],
    rules: Mapping[str, RuleInfo],
    lang: str = "en",
) -> list[Span]:
    """The claims of one sentence as disjoint ranges in order, each with the rules that found it."""
    making = [hit for hit in hits if rules[hit.rule].kind in CLAIM_MAKING]
    if not making:
        return []
    quoted = [(v.start, v.end) for v in values if isinstance(v, Quote)]
    scopes = [(v.scope_start, v.scope_end) for v in values if isinstance(v, Attribution)]
    parts = clauses(text, sentence.start, sentence.end, quoted, scopes, _tails(text, sentence, values))
    wide = [span for span in (_widened(hit, parts) for hit in making) if span is not None]
    whole = [_stopped(text, _balanced(text, span, sentence, quoted)) for span in _joined(wide)]
    return [span for span in whole if _stands_alone(text, span, rules, lang)]


def _tails(text: str, sentence: Sentence, values: Sequence[Value]) -> list[tuple[int, int]]:
    """The words between what somebody says and the end of claimant and cue behind it."""
    found: list[tuple[int, int]] = []
    for one in values:
        if isinstance(one, Attribution) and sentence.start < one.scope_end <= one.start < sentence.end:
            cue = text.find(one.cue, one.scope_end, sentence.end)
            if cue >= 0:
                found.append((one.scope_end, max(one.end, cue + len(one.cue))))
    return found


def _widened(hit: Hit, parts: Sequence[Clause]) -> Span | None:
    """The clauses that a hit stands in, from the first to the last; None where it only says who said so.

    The claim holds the hit whole, but for the frame around it. The content of an attribution may run
    on for several clauses: it makes a claim of the first, the others need a hit of their own.
    """
    content = next(((s, e) for name, s, e in hit.slots if name == CONTENT_SLOT), None)
    start, end = content or (hit.start, hit.end)
    touched = [part for part in parts if not part.frame and part.start < end and start < part.end]
    if not touched:
        return None
    last = touched[0] if content else touched[-1]
    return Span(touched[0].start, last.end, (hit.rule,))


def _joined(wide: Sequence[Span]) -> list[Span]:
    found: list[Span] = []
    for span in sorted(wide):
        if found and span.start < found[-1].end:
            last = found[-1]
            rules = tuple(dict.fromkeys((*last.rules, *span.rules)))
            found[-1] = Span(last.start, max(last.end, span.end), rules)
        else:
            found.append(span)
    return found


def _balanced(text: str, span: Span, sentence: Sentence, quoted: Sequence[tuple[int, int]]) -> Span:
    """The span with the quotation marks that belong to words in it: no quotation loses one of its two."""
    start, end = span.start, span.end
    for low, high in quoted:
        if max(low, sentence.start) < start < high and not _wordy(text, low, start):
            start = max(low, sentence.start)
        if low < end < min(high, sentence.end) and not _wordy(text, end, high):
            end = min(high, sentence.end)
    return span._replace(start=start, end=end)


def _stopped(text: str, span: Span) -> Span:
    """The span with the stop of a word that is cut short: that of "5 p.m." ends the sentence, too."""
    cut_short = text[span.end : span.end + 1] == "." and CUT_SHORT.search(text, span.start, span.end)
    return span._replace(end=span.end + 1) if cut_short else span


def _wordy(text: str, start: int, end: int) -> bool:
    return any(sign.isalnum() for sign in text[start:end])


def _stands_alone(text: str, span: Span, rules: Mapping[str, RuleInfo], lang: str) -> bool:
    """Whether a reader could judge the words by themselves: a verb, a figure or a quotation is in them.

    The verbs are English; of another language it is enough that there are words.
    """
    said = text[span.start : span.end]
    if len(said.split()) < SHORTEST or says_nothing(said):
        return False
    if lang[:2].lower() != "en":
        return True
    return VERBAL.search(said) is not None or any(
        rules[rule].kind in ("quantity", "quote") for rule in span.rules
    )

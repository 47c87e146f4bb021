"""Disputes: facts that contradict themselves or each other, with who says what and where it differs."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from factcheck.report.facts import by_origin
from factcheck.report.figures import scale_of
from factcheck.report.rows import Clash, DiffOp, Dispute, Drift
from factcheck.report.verdicts import VerdictBlock
from factcheck.report.words import suggested_words
from factcheck.wording.printed import topic
from factcheck.wording.words import NOBODY, short

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.model import Claim, Relation
    from factcheck.report.rows import Fact, Mention, Side
    from factcheck.report.verdicts import VerdictRow

VERSIONS, BRIEF = 4, 48
"""Versions that are told in brief, and code points of each."""
MOST = 12
"""Reasons shown of one dispute; the mentions themselves are all shown."""
_MARKS = "\"'“”‘’«»„‹› ,"


def disputes(
    facts: Sequence[Fact], relations: Sequence[Relation], claims: Mapping[str, Claim]
) -> tuple[Dispute, ...]:
    """One dispute for each set of facts that conflicts join, the judged ones first.

    A fact is disputed where a reviewer judged it so, or where it is not judged and is suggested so.
    """
    disputed = [fact for fact in facts if fact.leaning == "conflicting"]
    of_claim = {mention.claim: fact.id for fact in disputed for mention in fact.mentions}
    conflicts = [r for r in relations if r.kind == "conflicts" and r.a in of_claim and r.b in of_claim]
    found = []
    for members in _joined(disputed, [(of_claim[r.a], of_claim[r.b]) for r in conflicts]):
        ids = {fact.id for fact in members}
        inside = [r for r in conflicts if of_claim[r.a] in ids]
        found.append(_dispute(members, inside, claims))
    found.sort(key=lambda dispute: not dispute.judged)
    return tuple(replace(dispute, number=number) for number, dispute in enumerate(found, 1))


def _joined(facts: Sequence[Fact], pairs: Iterable[tuple[str, str]]) -> list[list[Fact]]:
    """Facts in sets that ``pairs`` of their ids join, in the order of ``facts``."""
    parent = {fact.id: fact.id for fact in facts}

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for a, b in pairs:
        parent[root(b)] = root(a)
    sets: dict[str, list[Fact]] = {}
    for fact in facts:
        sets.setdefault(root(fact.id), []).append(fact)
    return list(sets.values())


def _dispute(facts: Sequence[Fact], conflicts: Sequence[Relation], claims: Mapping[str, Claim]) -> Dispute:
    mentions = [mention for fact in facts for mention in fact.mentions]
    by_claim = {mention.claim: mention for mention in mentions}
    judged = any(fact.state == "conflicting" for fact in facts)
    clashes = [Clash(by_claim[r.a], by_claim[r.b], r.on, r.why) for r in conflicts]
    at_odds = {claim for relation in conflicts for claim in (relation.a, relation.b)}
    on = topic(conflicts)
    sides = by_origin(mentions)
    named = [side for side in sides if side.origin != NOBODY]
    return Dispute(
        number=0,
        title=facts[0].label if len(facts) == 1 else " / ".join(fact.label for fact in facts),
        facts=tuple(fact.id for fact in facts),
        words=_words(facts),
        judged=judged,
        articles=len({mention.article for mention in mentions}),
        origins=len({origin for fact in facts for origin in fact.origins}),
        verdicts=_blocks(mentions),
        sides=sides,
        versions=_versions([each for each in mentions if each.claim in at_odds]),
        clashes=_distinct(clash for clash in clashes if clash.on != "quote"),
        scale=scale_of(mentions, claims, on),
        drifts=tuple(
            Drift(clash.left, clash.right, clash.why, word_diff(*_quoted(clash, claims)))
            for clash in _distinct(clash for clash in clashes if clash.on == "quote")
        ),
        readings=_readings(facts),
        advice=_advice(on, sides, named),
    )


def _versions(mentions: Sequence[Mention]) -> str:
    """What each origin says first, as briefly as it is printed; of one origin, what each article makes of it.

    Empty where so brief they do not tell what differs.
    """
    sides = by_origin(mentions)
    told = [(side.mentions[0].brief, side.origin) for side in sides]
    if len(sides) == 1:
        told = [(each.brief, each.letter) for each in mentions]
    said: dict[str, str] = {}
    for brief, by in told:
        said.setdefault(short(brief, BRIEF), by)
    if len(said) < 2:
        return ""
    more = [f"{len(said) - VERSIONS} more"] if len(said) > VERSIONS else []
    return " | ".join([f"{brief} ({by})" for brief, by in said.items()][:VERSIONS] + more)


def _blocks(mentions: Iterable[Mention]) -> tuple[VerdictBlock, ...]:
    found: dict[tuple[object, ...], list[tuple[str, VerdictRow]]] = {}
    for mention in mentions:
        for row in mention.decided:
            same = (row.reviewer, row.headline, row.note, row.evidence, row.stale)
            found.setdefault(same, []).append((mention.cite, row))
    return tuple(
        VerdictBlock(tuple(dict.fromkeys(cite for cite, _ in told)), told[0][1]) for told in found.values()
    )


def _distinct(clashes: Iterable[Clash]) -> tuple[Clash, ...]:
    """One for each reason: thirty pairs that differ by the same gap are told once."""
    return tuple({clash.why: clash for clash in reversed(tuple(clashes))}.values())[::-1][:MOST]


def _words(facts: Sequence[Fact]) -> str:
    """The judged verdict where there is one; else what is suggested, and the word for it."""
    for fact in facts:
        if fact.state == "conflicting":
            return fact.words
    first = next((fact.suggestion for fact in facts if fact.suggestion), None)
    return f"suggested: {first.words}, not judged" if first else suggested_words("conflicting", None)


def _readings(facts: Iterable[Fact]) -> tuple[str, ...]:
    """The reason that the program gives most often for each fact, two at most: the others mirror it."""
    found = []
    for fact in facts:
        said = Counter(
            mention.suggestion.why
            for mention in fact.mentions
            if mention.suggestion and mention.suggestion.state == "conflicting"
        )
        found += [why for why, _ in said.most_common(1)]
    return tuple(dict.fromkeys(found))[:2]


def _advice(on: str | None, sides: Sequence[Side], named: Sequence[Side]) -> str:
    if on == "quote":
        return "Print the words with the article that has them; both may be translations of one original."
    if len(named) > 1:
        return "Name the origin with each version; do not print one version without its origin."
    if len(sides) > 1 or not named:
        return "Ask for the origin before printing either version."
    return f"One origin is told differently: ask for the original words of {named[0].origin}."


def _quoted(clash: Clash, claims: Mapping[str, Claim]) -> tuple[str, str]:
    left, right = (_words_of(claims[side.claim]) for side in (clash.left, clash.right))
    return left, right


def _words_of(claim: Claim) -> str:
    quote = next((value for value in claim.values if value.kind == "quote"), None)
    return (quote.words if quote and quote.kind == "quote" else claim.text).strip(_MARKS)


def word_diff(left: str, right: str) -> tuple[tuple[DiffOp, str], ...]:
    """Both texts at once: words of both, of the left alone, of the right alone. Case and marks aside."""
    a, b = left.split(), right.split()
    matcher = SequenceMatcher(None, [_bare(word) for word in a], [_bare(word) for word in b], autojunk=False)
    found: list[tuple[DiffOp, str]] = []
    for tag, a0, a1, b0, b1 in matcher.get_opcodes():
        if tag == "equal":
            found.append(("same", " ".join(a[a0:a1])))
            continue
        if a0 < a1:
            found.append(("left", " ".join(a[a0:a1])))
        if b0 < b1:
            found.append(("right", " ".join(b[b0:b1])))
    return tuple(found)


def _bare(word: str) -> str:
    return re.sub(r"\W", "", word).casefold() or word

"""Outside evidence: what verdicts rest on that no article of the session holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.report.verdicts import Outside

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.report.rows import Mention
    from factcheck.report.verdicts import EvidenceRow, Orphan, VerdictRow


def outside(mentions: Iterable[Mention], orphans: Iterable[Orphan]) -> tuple[Outside, ...]:
    """Each address, archive link or pasted quote once, with every verdict that it backs.

    What differs in address, archive link, day or words is two pieces of evidence.
    """
    found: dict[tuple[object, ...], tuple[EvidenceRow, list[tuple[str, VerdictRow]]]] = {}
    told = [(mention.cite, row) for mention in mentions for row in mention.decided]
    told += [("", row) for orphan in orphans for row in orphan.decided]
    for cite, row in told:
        for each in row.evidence:
            if each.outside:
                same = (each.url, each.archived, each.seen, each.quote)
                found.setdefault(same, (each, []))[1].append((cite, row))
    return tuple(Outside(evidence, tuple(backs)) for evidence, backs in found.values())

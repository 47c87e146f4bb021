"""What ``factcheck verify`` looks at: the database, the log, the files, and where verdicts stand."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from factcheck.problems import BadInput, Problem
from factcheck.wording.words import count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factcheck.model import Analysis, Event, Signature, Version
    from factcheck.review.standing import Standing
    from factcheck.session import SessionFolder
    from factcheck.store import Store

MOST = 20
"""Lines of one check; what is beyond them is counted."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One line. ``ok`` is False where there is something for a person to look at."""

    check: str
    ok: bool
    said: str


def said(problem: Problem) -> str:
    return "; ".join(part for part in (problem.what, problem.why, problem.mend) if part)


def summed(check: str, wrong: Sequence[str], well: str) -> Iterator[Finding]:
    """What is wrong, at most MOST lines of it; else that all is well."""
    for line in wrong[:MOST]:
        yield Finding(check, False, line)
    if len(wrong) > MOST:
        yield Finding(check, False, f"and {len(wrong) - MOST} more of the kind")
    if not wrong:
        yield Finding(check, True, well)


def database(store: Store) -> Iterator[Finding]:
    for notice in store.notices:
        yield Finding("database", True, said(notice))
    wrong = [said(problem) for problem in store.check()]
    yield from summed("database", wrong, "pages, indexes, references and hashes of texts are right")


def log(events: Sequence[Event], now_ms: int) -> Iterator[Finding]:
    """Every event is one that this program could have made, and refers to what came before it."""
    from factcheck.review.rounds.soundness import unsound

    wrong = [f"event {event.id}: {why}" for event in events if (why := unsound(event, now_ms))]
    wrong += list(_dangling(events))
    yield from summed("event log", wrong, f"{count(len(events), 'event')}, all readable and in order")


def _dangling(events: Sequence[Event]) -> Iterator[str]:
    seen: set[str] = set()
    acts: set[tuple[str, str]] = set()
    for event in events:
        if event.replaces and event.replaces not in seen:
            yield f"event {event.id}: what it took the place of does not stand before it"
        if event.type in ("undo", "redo") and (event.reviewer, event.target) not in acts:
            yield f"event {event.id}: it is the {event.type} of an act that does not stand before it"
        seen.add(event.id)
        acts.add((event.reviewer, event.batch))


def originals(
    folder: SessionFolder, versions: Sequence[Version], analysis: Analysis | None
) -> Iterator[Finding]:
    """Each article's file is, byte for byte, the one that was analysed."""
    from factcheck.session.files import read_original

    if analysis is None and not versions:
        yield Finding("originals", True, "nothing has been analysed yet")
        return
    now = {article.path: article.sha256 for article in analysis.articles} if analysis else {}
    known: dict[str, list[Version]] = defaultdict(list)
    for version in versions:
        known[version.path].append(version)
    wrong = []
    home = folder.path.resolve()
    for entry in folder.config.articles:
        path = folder.path / entry.path
        try:
            if not path.resolve().is_relative_to(home):
                wrong.append(f"{entry.path}: leads out of the session")
                continue
            found = sha256(read_original(path)).hexdigest()
        except BadInput as bad:
            wrong += [f"{entry.path}: {said(problem)}" for problem in bad.problems]
            continue
        analysed = {now[entry.path]} if entry.path in now else {v.sha256 for v in known[entry.path]}
        if not analysed and entry.path not in folder.config.replaced_by:
            wrong.append(f"{entry.path}: has not been analysed")
        elif analysed and found not in analysed:
            when = f" on {known[entry.path][-1].seen_at}" if known[entry.path] else ""
            wrong.append(f"{entry.path}: has changed since it was analysed{when}")
    files = count(len(folder.config.articles), "file")
    yield from summed("originals", wrong, f"{files}, each as it was analysed")


def cleaned(
    folder: SessionFolder, versions: Sequence[Version], analysis: Analysis | None
) -> Iterator[Finding]:
    """The cleaned text beside each original is the one that offsets count in."""
    from factcheck.session.files import CLEANED, read_original

    texts = {version.path: version.text for version in versions}
    texts |= {article.path: article.text for article in analysis.articles} if analysis else {}
    wrong = []
    entries = [entry for entry in folder.config.articles if entry.path in texts]
    for entry in entries:
        try:
            data = read_original(folder.path / (entry.path + CLEANED))
        except BadInput as bad:
            wrong += [f"{entry.path}{CLEANED}: {said(problem)}" for problem in bad.problems]
            continue
        if data != texts[entry.path].encode("utf-8", "surrogatepass"):
            wrong.append(f"{entry.path}{CLEANED}: is not the text that was analysed")
    yield from summed("cleaned", wrong, f"{count(len(entries), 'text')}, each as it was analysed")


def anchors(events: Sequence[Event], versions: Sequence[Version]) -> Iterator[Finding]:
    """Every quote that an act or its evidence points to stands in the text that was judged."""
    from factcheck.review.rounds.soundness import anchors as anchors_of
    from factcheck.review.rounds.soundness import misplaced

    texts = {version.text_sha256: version.text for version in versions}
    wrong, number, foreign = [], 0, 0
    for event in events:
        for anchor in anchors_of(event):
            number += 1
            if anchor.text_sha256 not in texts:
                foreign += 1
            elif misplaced(anchor, texts):
                wrong.append(f"event {event.id}: its words do not stand where they were judged")
    if foreign:
        wrong.append(f"{count(foreign, 'quote')} of texts that were never analysed here")
    yield from summed("quotes", wrong, f"{count(number, 'quote')}, each word for word where it was judged")


def places(how: Standing) -> Iterator[Finding]:
    """Where the verdicts stand in the articles of today."""
    from factcheck.model import claim_id

    there = {claim.id for claim in how.analysis.claims}
    marks = [mark for mark in how.state.all_marks() if mark.claim in there]
    moved = sum(
        claim_id(mark.anchor.text_sha256, mark.anchor.start, mark.anchor.end) != mark.claim
        for mark in marks
        if mark.anchor
    )
    stale = sum(mark.stale for mark in marks)
    proposed, orphans = waiting(how)
    yield Finding(
        "verdicts",
        not (proposed or orphans),
        f"{count(len(marks), 'verdict or note stands', 'verdicts and notes stand')} in the articles, "
        f"{moved} of them carried over, {stale} stale; "
        f"{count(proposed, 'new place')} to be confirmed, {orphans} whose text is gone",
    )


def waiting(how: Standing) -> tuple[int, int]:
    """How many verdicts and notes wait for somebody to confirm their new place, and how many have none."""
    reviewers = how.state.reviewers()
    proposed = sum(len(how.proposals(name)) for name in reviewers)
    return proposed, sum(len(how.orphans(name)) for name in reviewers)


def sign_offs(signatures: Sequence[Signature], called: Callable[[str], str]) -> Iterator[Finding]:
    """The newest sign-off holds for the report as it reads now; a draft is no fault.

    ``called`` gives the name under which a reviewer is shown.
    """
    from factcheck.report.signing import minute

    if not signatures:
        yield Finding("signature", True, "not signed off: the report is a draft")
        return
    last = signatures[-1]
    holds = "has changed since" if last.stale else "reads as it did"
    yield Finding(
        "signature",
        not last.stale,
        f"signed off by {called(last.reviewer)}, {minute(last.at)}; the report {holds}",
    )

"""A thousand edits to a session's rules: the log is byte for byte what it was, every verdict is shown."""

from __future__ import annotations

import sqlite3
import sys
from hashlib import sha256
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from factcheck.filling import fill_session
from factcheck.model import claim_id
from factcheck.review.anchoring.anchors import make_anchor
from factcheck.review.events import Acts, claim_anchors
from factcheck.workspace import Workspace, open_workspace

STORY = """Title: Barges at Kelm
Source: Kelm Post
Date: 2025-03-04

At least 12 people were hurt when two barges met off Kelm on Monday, the harbour office said.

The harbour office said 140 crates of salt were lost. "We warned them twice," said Ida Rooke, a pilot.

Officials denied that the light had failed. Repairs could cost up to 3 million euros.
"""
PATTERNS = (
    "[{approx}] {number:quantity} crates",
    "{number:quantity} people <0-3> hurt",
    "warned <0-2> twice",
    "light <0-2> failed",
    "{number:quantity} million euros",
    "harbour office said",
    "two barges met",
)


def rule(random: Random, number: int) -> str:
    """A rule as an analyst might leave it: sound, or broken in one way or another."""
    patterns = random.sample(PATTERNS, random.randrange(1, 4))
    lines = "".join(f'      - "{pattern}"\n' for pattern in patterns)
    broken = random.random()
    if broken < 0.1:
        lines = lines.replace("}", "", 1)
    elif broken < 0.15:
        lines = "      - [\n"
    kind = random.choice(("quantity", "event", "quote", "other", "no such kind"))
    return f"  - id: own-{number}\n    title: Own {number}\n    kind: {kind}\n    patterns:\n{lines}"


def edit(session: Path, random: Random) -> None:
    """Another rule file, other switches; now and then a file that is no YAML at all."""
    rules = "".join(rule(random, number) for number in range(random.randrange(0, 4)))
    text = f"pack: own\nrules:\n{rules}" if rules else "pack: own\nrules: []\n"
    if random.random() < 0.05:
        text = text[: random.randrange(len(text))] + random.choice(("{{{", "\t- :", "\x00"))
    (session / "rules" / "own.yaml").write_text(text, encoding="utf-8")
    yaml = session / "session.yaml"
    said = yaml.read_text(encoding="utf-8").split("use:")[0]
    shares = {"core": 0.15, "conflict": 0.15, "rules/own.yaml": 0.9}
    use = [name for name, share in shares.items() if random.random() < share]
    off = random.sample(("casualties", "own-1", "quote", "*", "no-such-rule"), random.randrange(0, 3))
    lines = [f"use: [{', '.join(use)}]", f"off: [{', '.join(map(repr, off))}]"]
    yaml.write_text(said + "\n".join(lines) + "\n", encoding="utf-8")


def judge(workspace: Workspace) -> int:
    """A verdict on every claim and on two passages that no rule of today gives."""
    how = workspace.standing()
    article = workspace.analysis.articles[0]
    spans = [(c.start, c.end) for c in workspace.analysis.claims]
    spans += [
        (article.text.index(words), article.text.index(words) + len(words))
        for words in ("two barges", "the light had")
    ]
    places = {claim_id(article.text_sha256, *span): make_anchor(article, *span) for span in spans}
    known = claim_anchors(workspace.analysis)
    acts = Acts(workspace.store, how.state, "ada", lambda claim: places.get(claim) or known(claim))
    acts.judge(list(places), "supported", "origins", note="read twice")
    return len(places)


def rows(path: Path) -> str:
    """A hash of the event table as it stands in the file."""
    connection = sqlite3.connect(path)
    try:
        return sha256(
            repr(connection.execute("SELECT * FROM event ORDER BY seq").fetchall()).encode()
        ).hexdigest()
    finally:
        connection.close()


def main(rounds: int = 1000) -> bool:
    """True when an edit changed a verdict or hid one."""
    random, changed, hidden = Random(rounds), 0, 0
    with TemporaryDirectory() as folder:
        story, session = Path(folder) / "story.txt", Path(folder) / "session"
        story.write_text(STORY, encoding="utf-8")
        fill_session(session, [str(story)])
        (session / "rules").mkdir()
        with open_workspace(session) as workspace:
            judged = judge(workspace)
        before = rows(session / "factcheck.db")
        for _ in range(rounds):
            edit(session, random)
            with open_workspace(session) as workspace:
                how = workspace.standing()
                shown = {claim.id for claim in how.analysis.claims}
                marks = [
                    mark
                    for mark in how.state.all_marks()
                    if mark.verdict == "supported" and mark.claim in shown
                ]
            hidden += len(marks) != judged
            changed += rows(session / "factcheck.db") != before
    print(f"{rounds} edits of the rules, {judged} verdicts: {changed} changed a row, {hidden} hid a verdict")
    return bool(changed or hidden)


if __name__ == "__main__":
    sys.exit(main())

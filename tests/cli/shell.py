"""The command line run in this process, and the story of a ferry that it is run on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from click.testing import CliRunner, Result

from factcheck.cli import main

if TYPE_CHECKING:
    from pathlib import Path

FERRY = """Title: Ferry aground off Tolme
Source: The Tolme Gazette
Date: 2025-05-06

A total of 12 people were injured when a ferry ran aground off Tolme on Monday, the coast guard said.

The coast guard said 140 passengers were rescued. The operator has not commented.

Share this article
"""
RIVAL = """Source: Island Radio
Date: 2025-05-06

Nearly 30 people were injured when the ferry ran aground off Tolme, hospital officials said on Tuesday.

"We carried them ashore one by one," said Marta Olin, a nurse.
"""


def run(*words: object, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], input=stdin)


def ok(*words: object) -> str:
    result = run(*words)
    assert result.exit_code == 0, result.output
    return result.stdout


def scanned(*words: object) -> dict[str, Any]:
    result = run("scan", *words, "--format", "json")
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def a_claim(session: Path, words: str) -> dict[str, Any]:
    claims: list[dict[str, Any]] = scanned(session)["claims"]
    return next(claim for claim in claims if words in claim["text"])

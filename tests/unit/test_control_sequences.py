"""An article that was saved with a terminal's colours and titles reads as the same article without."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.ingest.read import read_bytes
from factcheck.pipeline import analyse
from factcheck.resources import shipped
from factcheck.rules import load_rules
from tests.unit.test_ingest_clean import SEQUENCES

if TYPE_CHECKING:
    from factcheck.model import Analysis
    from factcheck.rules.ruleset import RuleSet

STORY = (
    "Title: Fire in the port\n\n"
    "At least 12 people were injured in the fire on Monday, John Smith said. "
    "“We lost 40 barges,” said Iva Brandt of the port authority.\n\n"
    "The harbour of Norland was closed for three days, according to the coast guard.\n"
)
PLACES = [at for at in range(len(STORY)) if STORY[at] != "\n"]
MEANT = frozenset("".join(SEQUENCES)) - frozenset(STORY)
"""Signs that only the sequences have."""


@cache
def _rules() -> RuleSet:
    return load_rules([shipped("rules") / "core.yaml"])


def found(text: str) -> Analysis:
    return analyse([read_bytes(text.encode(), path="port.txt", id="a1")], _rules())


@cache
def plain() -> Analysis:
    return found(STORY)


def test_the_story_has_claims_and_speakers_to_lose() -> None:
    said = {claim.attribution.text for claim in plain().claims if claim.attribution}
    assert {"John Smith", "Iva Brandt of the port authority"} <= said


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PLACES), st.sampled_from(SEQUENCES)), min_size=1, max_size=8))
def test_colours_change_no_claim_no_speaker_and_no_offset(put: list[tuple[int, str]]) -> None:
    text = STORY
    for at, sequence in sorted(put, reverse=True):
        text = text[:at] + sequence + text[at:]
    analysis = found(text)
    (article,) = analysis.articles
    assert article.sha256 != plain().articles[0].sha256
    assert not MEANT & frozenset(article.text)
    for claim in analysis.claims:
        assert article.text[claim.start : claim.end] == claim.text
    assert analysis.claims == plain().claims

"""Until when a thing stays shut, and when it is to open again."""

from __future__ import annotations

import pytest

from factcheck.pipeline import analyse
from tests.unit.test_compare_generalises import article, kinds, read, rules

SHUT = "The school in Korvel will stay shut until 18 May, the mayor, Ada Rell, said."


@pytest.mark.parametrize(
    ("shut", "opens", "meant"),
    [
        (SHUT, "The school will open again on 14 May, the ministry said.", {"conflicts on date"}),
        (SHUT, "The school will open again on 18 May, the ministry said.", {"agrees on date"}),
        (SHUT, "The school will open again on 20 May, the ministry said.", set()),
        (SHUT, "The library will open again on 14 May, the ministry said.", set()),
        (
            "The museum will not reopen before June, its director said.",
            "The museum will reopen on 20 May, the city said.",
            {"conflicts on date"},
        ),
        (
            "Flights from Korvel are suspended until Friday, the airport said.",
            "Flights from Korvel will resume on Thursday, the airline said.",
            {"conflicts on date"},
        ),
    ],
)
def test_a_thing_does_not_open_while_it_is_to_stay_shut(shut: str, opens: str, meant: set[str]) -> None:
    assert kinds(read(shut, opens), shut[:20], opens[:12]) == meant


def test_one_source_may_think_again_on_a_later_day() -> None:
    later = "Mayor Ada Rell told parents that the school will open again on 14 May."
    found = analyse([article(1, SHUT, "2026-05-06"), article(2, later, "2026-05-08")], rules())
    (relation,) = (r for r in found.comparison.relations if r.on == "date")
    assert relation.kind == "differs"
    assert "shut until 18 May, then open 14 May" in relation.why

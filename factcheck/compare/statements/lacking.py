"""What of a statement a text does not give, although it tells the rest: the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.compare.statements.differing import meet, names_which

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.compare.statements.readings import Reading
    from factcheck.model import DateValue


def day_not_given(statement: Reading, dates: Iterable[DateValue]) -> str:
    """The first date of the statement that none of ``dates`` fits, in its words; "" where all are given."""
    given = list(dates)
    for mine in statement.dates:
        if not names_which(statement.text, mine) and all(meet(mine, other) != "agrees" for other in given):
            return mine.text
    return ""

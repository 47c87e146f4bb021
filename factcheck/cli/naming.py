"""What claims are called on the command line: the cite that the app shows, and the beginning of the id."""

from __future__ import annotations

import re
from string import ascii_lowercase
from typing import TYPE_CHECKING

from factcheck.problems import BadInput, Problem
from factcheck.wording.places import Places
from factcheck.wording.words import count, in_marks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.model import Analysis, Claim
    from factcheck.review.standing import Standing

SHORT_ID = 8
"""Signs of a claim's id: enough to name it to ``factcheck mark``."""
MOST_LISTED = 8
_CITE = re.compile(r"[A-Z]{1,2}(?:[0-9]{1,6}[a-z]{0,2})?")
_ID = re.compile(r"\b[0-9a-f]{16}\b")
LONGEST = 20_000
"""Code points of one text in which ids are looked for."""


def cites(analysis: Analysis) -> dict[str, str]:
    """``A3`` for each claim by its id; ``A3a``, ``A3b`` where two stand in one paragraph."""
    places = Places(analysis.articles, claims=analysis.claims)
    return {claim.id: places.cite(claim) for claim in analysis.claims}


class Names:
    """``A3 e1b16ace`` for claims that stand somewhere now, ``e1b16ace`` for those that do not."""

    def __init__(self, how: Standing) -> None:
        self._state = how.state
        self._cites = cites(how.analysis)

    def name(self, reviewer: str, claim: str) -> str:
        """A claim as this reviewer judged it, by the id that it has now."""
        now = self._state.place(reviewer, claim)
        cite = self._cites.get(now)
        return f"{cite} {now[:SHORT_ID]}" if cite else claim[:SHORT_ID]

    def within(self, reviewer: str, text: str) -> str:
        """Words with the ids of claims in them named so."""
        return _ID.sub(lambda found: self.name(reviewer, found[0]), text[:LONGEST]) + text[LONGEST:]


def claim_named(analysis: Analysis, name: str, session: str) -> Claim:
    """The claim whose id is, or begins with, ``name``, or that it cites: ``A3``, of several ``A3b``."""
    if _CITE.fullmatch(name):
        return _cited(analysis, name, session)
    found = [claim for claim in analysis.claims if name and claim.id.startswith(name)]
    exact = [claim for claim in found if claim.id == name]
    if len(exact or found) == 1:
        return (exact or found)[0]
    what = f"{len(found)} claims begin with {name!r}" if found else f"no claim is called {name!r}"
    raise BadInput(Problem(session, what, "", "`factcheck scan SESSION` prints the ids of its claims"))


def _cited(analysis: Analysis, cite: str, session: str) -> Claim:
    named = cites(analysis)
    found = [claim for claim in analysis.claims if named[claim.id] == cite]
    if len(found) == 1:
        return found[0]
    found = [claim for claim in analysis.claims if named[claim.id].rstrip(ascii_lowercase) == cite]
    if not found:
        mend = "`factcheck scan SESSION` prints the ids of its claims"
        raise BadInput(Problem(session, f"no claim stands in {cite}", "", mend))
    found.sort(key=lambda claim: (claim.start, claim.end))
    mend = f"name one: {named[found[0].id]}"
    raise BadInput(
        Problem(session, f"{count(len(found), 'claim')} stand in {cite}", _listed(found, named), mend)
    )


def _listed(claims: Sequence[Claim], named: Mapping[str, str]) -> str:
    told = [
        f"{named[claim.id]} {claim.id[:SHORT_ID]} {in_marks(claim.text, 40)}"
        for claim in claims[:MOST_LISTED]
    ]
    more = len(claims) - len(told)
    return ", ".join(told) + (f" and {more} more" if more else "")

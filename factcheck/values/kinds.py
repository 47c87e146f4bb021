"""What kind of thing an unknown name is, told by the words beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.values.cues import BODIES, PEOPLE
from factcheck.values.namewords import IN_PLACES, PLACES
from factcheck.values.tokens import low_at
from factcheck.values.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.values.tokens import Token

_OF_STATES = words(
    "ministry president presidency army navy government military staff parliament capital troops"
    " forces minister border borders embassy currency king queen population economy premier coast"
    " airspace soldiers ambassador territory constitution voters airport prosecutors"
)
"""What a state or a town has: "X's army", "the army of X"."""
_STATES_ADJECTIVE = words("ministry army embassy troops soldiers parliament border forces")
"""Behind the bare name of a state or the adjective made from it: "the X embassy"."""
_ON_THE_MAP = PLACES | words("crossing border frontier front")
_OWNED = words("executive owner employees employee subsidiary shares shareholders customers unit")
_HELD_IN = words(
    "shares share stake stakes holding holdings stock investment investments investor investors invested"
    " investing confidence trust faith interest bonds"
)
"""What one has in a company: "shares in X" puts X on no map."""
_NO_BODIES = PEOPLE | words(
    "intelligence services forces allies alliance team nations countries operator office court police staff"
)


def is_place(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the text treats the name as a place: in X; X's army; troops of X; the X river."""
    before, after = low_at(tokens, first - 1), low_at(tokens, last)
    if after == "'s":
        return any(low_at(tokens, index) in _OF_STATES for index in range(last + 1, last + 4))
    if before in IN_PLACES and low_at(tokens, first - 2) not in _HELD_IN:
        return True
    if before == "of" and low_at(tokens, first - 2) in _OF_STATES | PLACES:
        return True
    near = range(last, min(len(tokens), last + 3))
    for index in near:
        if tokens[index].kind != "word" or not tokens[index].text.islower():
            return False
        if tokens[index].low in _STATES_ADJECTIVE or tokens[index].low in _ON_THE_MAP:
            return True
    return False


def is_body(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a name of several words is an organisation's: the aid group X Y; the X Y; X Y, which."""
    before, after = tokens[first - 1] if first else None, low_at(tokens, last)
    if before is not None and before.text.islower():
        if before.low in BODIES and before.low not in _NO_BODIES:
            return True
        if before.low == "of" and low_at(tokens, first - 2) in _OWNED:
            return True
    if before is not None and before.low == "the":
        return True
    if after == "," and low_at(tokens, last + 1) == "which":
        return True
    return after == "(" and low_at(tokens, last + 2) == ")" and tokens[last + 1].text.isupper()

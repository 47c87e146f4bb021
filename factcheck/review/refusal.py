"""An answer that says why nothing was done, told apart from one that says what was."""

from __future__ import annotations


class Refusal(str):
    """One line for the reviewer. What they typed is not taken, so it is kept for another try."""

    __slots__ = ()

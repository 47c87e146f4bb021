"""The words that numbers below a hundred are written with."""

from __future__ import annotations

_ROW = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen
"""
SMALL = {word: value for value, word in enumerate(_ROW.split())}
_ROW_OF_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
TENS = {word: 10 * value for value, word in enumerate(_ROW_OF_TENS.split(), start=2)} | {"fourty": 40}

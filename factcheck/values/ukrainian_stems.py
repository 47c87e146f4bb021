"""The unchanging part of a Ukrainian word: enough to see that "Полтава" and "у Полтаві" are one place.

One ending is taken off, the longest that leaves three letters. Sounds that change inside a word
("Харків", "Харкова") are not followed.
"""

from __future__ import annotations

from factcheck.values.wordlists import words

_ENDINGS = words(
    "ями ами ові еві ого ому ими іми ої ій ою ею єю їй их іх ах ях ів їв ам ям ом ем єм ий ій ою",
    "а я о е є и і ї у ю ь й",
    "вся лася лося лися лась лось лись ла ло ли в ти ться",
)
_LONGEST = max(map(len, _ENDINGS))
_LEAST = 3


def stem(word: str) -> str:
    """The stem of one folded word; one of another script comes back as it is."""
    for length in range(min(_LONGEST, len(word) - _LEAST), 0, -1):
        if word[-length:] in _ENDINGS:
            return word[:-length]
    return word


def stemmed(name: str) -> str:
    """A name of several words with each word's stem, folded: equal for a name in any of its cases."""
    return " ".join(stem(word) for word in name.casefold().split())

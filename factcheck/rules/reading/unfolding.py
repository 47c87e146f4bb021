"""Word lists and phrases unfolded into expressions and sketches, and kept.

A rule file is read again at every save, and nearly all of its lists and phrases stand as they stood.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.rules.phrases.expand import expand
from factcheck.rules.phrases.phrase import parse
from factcheck.rules.phrases.sketch import sketch
from factcheck.rules.phrases.tokens import ANYTHING, Sketch, sketch_of_terms
from factcheck.rules.phrases.words import any_of
from factcheck.rules.regexes.relax import relax

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from factcheck.rules.ruleset import Manner

MOST_SIGNS = 8_000_000
"""Of all expressions that are kept: the shipped packs have 1.1 million."""


class Unfolded(NamedTuple):
    """An expression, what words it needs, and the superset for RE2 where words cannot tell."""

    regex: str
    sketch: Sketch
    relaxed: str | None = None


Name = tuple[tuple[str, ...], str, Sketch]
"""What stands in curly brackets: the names, their expression, their sketch."""
_kept: dict[Hashable, Unfolded] = {}
_signs = 0


def _known(key: Hashable, size: int, make: Callable[[], Unfolded]) -> Unfolded:
    """``size``: the signs of the key that stand nowhere else."""
    global _signs
    found = _kept.get(key)
    if found is None:
        found = make()
        _signs += len(found.regex) + size
        if _signs > MOST_SIGNS:
            _kept.clear()
            _signs = len(found.regex) + size
        _kept[key] = found
    return found


def unfolded_terms(terms: tuple[str, ...], *, exact: bool | None, fold: bool) -> Unfolded:
    """Any term of a list; ``exact`` and ``fold`` as ``any_of`` takes them."""
    return _known(
        (terms, exact, fold),
        sum(map(len, terms)),
        lambda: Unfolded(any_of(terms, exact=exact, fold=fold), sketch_of_terms(terms)),
    )


def unfolded_phrase(text: str, manner: Manner, names: tuple[Name, ...]) -> Unfolded:
    """A phrase with its names.

    Raises PatternError. Where a match may begin or end within a word, words cannot tell where one is.
    """

    def make() -> Unfolded:
        tree = parse(text)
        regexes = {name: regex for name, regex, _ in names}
        regex = expand(tree, lambda ref: regexes[ref.names], whole=manner.whole_word, fold=manner.fold_quotes)
        if not manner.whole_word:
            return Unfolded(regex, ANYTHING, relax(regex))
        sketches = {name: one for name, _, one in names}
        return Unfolded(regex, sketch(tree, lambda ref: sketches[ref.names]))

    return _known((text, manner, names), len(text), make)

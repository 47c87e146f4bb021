"""Which figures of a dispute their own source has since taken back, for the reasons of both sides."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.compare import reasons, wording
from factcheck.compare.aspects.people import same_person
from factcheck.compare.relating.carried import prints
from factcheck.model import Quantity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from factcheck.compare.reading.profiles import Profile
    from factcheck.model import Suggestion


class Recanted:
    """Finds who took back the figure of a claim: the same source, in an article of no earlier day."""

    def __init__(
        self,
        profiles: Sequence[Profile],
        origins: Sequence[str | None],
        where: Callable[[Iterable[int]], str],
    ) -> None:
        """``where`` gives the letters of some articles."""
        self._where = where
        self._profiles = profiles
        self._origins = origins
        self._by_value: defaultdict[float | None, list[tuple[int, Quantity]]] = defaultdict(list)
        """By the number taken back: the claim that does so, and its figure."""
        self._taken: defaultdict[int, dict[str, set[int]]] = defaultdict(dict)
        told = [p for p in profiles if p.recants is not None and origins[p.index] is not None]
        before = self._told_before(told)
        for profile in told:
            for figure in (*(profile.recants or ()), *before.get(profile.index, ())):
                self._by_value[figure.value].append((profile.index, figure))
        for profile in profiles if self._by_value else ():
            for by, figure in self._of(profile.index):
                self._taken[by].setdefault(figure.text, set()).add(profile.article)

    def _told_before(self, told: Sequence[Profile]) -> dict[int, list[Quantity]]:
        """The figures that the same source gives in the sentence right before a claim that names none."""
        wanted = {(p.article, p.sentence - 1): p.index for p in told if not p.recants}
        found: defaultdict[int, list[Quantity]] = defaultdict(list)
        for profile in self._profiles if wanted else ():
            by = wanted.get((profile.article, profile.sentence))
            if by is not None and self._one_source(by, profile.index):
                found[by] += _quantities(profile)
        return found

    def _one_source(self, a: int, b: int) -> bool:
        first, second = self._origins[a], self._origins[b]
        return bool(first and second) and same_person(first or "", second or "")

    def _of(self, index: int) -> Iterator[tuple[int, Quantity]]:
        """The claims that take back a figure of the claim ``index``, each with that figure."""
        own = self._profiles[index]
        for figure in _quantities(own):
            for by, wrong in self._by_value.get(figure.value, ()):
                later = self._profiles[by]
                dated = own.published is None or later.published is None or own.published <= later.published
                if by != index and dated and self._one_source(by, index) and _one_count(figure, wrong):
                    yield by, figure

    def told(self, index: int, others: Iterable[int], found: Suggestion) -> Suggestion:
        """The suggestion for a claim with what its reason has to say of figures taken back.

        ``others`` are the claims beside it: of their figures those matter which the reason names. The
        claim with which somebody takes a figure back is evidence, too.
        """
        if not self._by_value:
            return found
        back = {by: figure.text for by, figure in self._of(index)}
        for place in others:
            for by, figure in self._of(place):
                if by != index and prints(found.why, wording.plain(figure.text)):
                    back.setdefault(by, figure.text)
        why = "".join(
            reasons.recanted(value, self._origins[by] or "", self._profiles[by].article)
            for by, value in back.items()
        )
        taken = self._taken.get(index, {})
        why += reasons.recants([(value, self._where(articles)) for value, articles in taken.items()])
        if not why:
            return found
        evidence = dict.fromkeys((*found.evidence, *(self._profiles[by].claim.id for by in back)))
        return replace(found, why=found.why + why, evidence=tuple(evidence))


def _one_count(figure: Quantity, wrong: Quantity) -> bool:
    """Whether two figures of one number count one thing, as far as both say what."""
    units = figure.unit == wrong.unit or None in (figure.unit, wrong.unit)
    return units and (figure.of == wrong.of or None in (figure.of, wrong.of))


def _quantities(profile: Profile) -> list[Quantity]:
    return [v for v in profile.claim.values if isinstance(v, Quantity) and v.value is not None]

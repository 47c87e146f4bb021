"""What is proposed for a claim, in words: the sides of a dispute, who agrees, why nothing is proposed.

Only this module and ``wording`` compose a sentence of the comparison for a reader.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.compare import wording

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    _Values = Sequence[tuple[str, Sequence[int]]]
    """Values, each with the articles that give it."""


def parties(sides: Sequence[tuple[str | None, _Values, Collection[int]]]) -> str:
    """Sides of a dispute: the origin, each value with the articles that give it, those of one voice.

    ``Ott nearly 3,000 (A C), about 3,000 (D), C D counted once | Voss 1,100 (B)``.
    """
    return " | ".join(
        f"{origin or f'({wording.NOBODY})'} {_listed(values)}"
        + (f", {wording.letters(one_voice)} counted once" if one_voice else "")
        for origin, values, one_voice in sides
    )


def _listed(values: _Values) -> str:
    return ", ".join(f"{value} ({wording.letters(articles)})" for value, articles in values)


def later(why: str, articles: Iterable[int], others: _Values) -> str:
    """An update with its articles, and what else is told later than the claim."""
    more = f"; also later: {_listed(others)}" if others else ""
    return f"{why} ({wording.letters(articles)}){more}"


def more_values(number: int) -> str:
    return f"and {number} more value{'s' * (number > 1)}"


def disputed(kind: str, sides: str) -> str:
    named = {
        "sources": "sources disagree",
        "reports": "reports disagree",
        "quote": "same statement, different words",
    }
    return f"{named[kind]}: {sides}"


def supported(
    kind: str,
    articles: Iterable[int],
    named: Sequence[str],
    example: str,
    *,
    same_text: Collection[int] = (),
    nameless: bool = False,
    inside: bool = False,
) -> str:
    """``nameless``: not every article names the origin; ``inside``: one has it from a source in it."""
    where = wording.letters(articles)
    more = f" ({wording.letters(same_text)} in copied text)" if same_text else ""
    if kind == "origins":
        return f"{len(named)} origins say so ({', '.join(named[:4])}), also in {where}{more}: {example}"
    if kind == "one origin":
        who = f"the only origin named is {named[0]}" if nameless else f"all from one origin, {named[0]}"
        who += " and an unnamed source in it" if inside else ""
        return f"also in {where}{more}, {who}: {example}"
    return f"also in {where}{more} as background, nobody named: {example}"


def told_without(articles: Collection[int]) -> str:
    """Behind the reason for a value: who tells the same thing and not the value."""
    return f"; without that also in {wording.letters(articles)}" if articles else ""


def single_source(origin: str, repeated: str) -> str:
    return f"single source: {origin}{repeated}"


def nobody(repeated: str) -> str:
    return f"{_alone(repeated)}nobody is named as its source{repeated}"


def vague(words: str, repeated: str) -> str:
    return f"{_alone(repeated)}its source cannot be asked: “{wording.short(words)}”{repeated}"


def _alone(repeated: str) -> str:
    """What copied text repeats is said by other articles, too."""
    return "" if repeated else "no other article says the same and "


def repeated(copied_in: Sequence[int], *, digest: bool) -> str:
    """What repeats a claim without backing it, to be put behind a reason."""
    where = wording.letters(copied_in)
    why = "no second voice (copied text, one owner, or taken over from it)"
    said = f"; also in {where}, {why}" if copied_in else ""
    return said + ("; a digest repeats others and backs nothing" if digest else "")


def not_as_fact(why: str, *, forecast: bool) -> str:
    """A reason for what is told as possible, or as to come: agreement on it makes no fact of it."""
    return f"told as {'to come' if forecast else 'possible'}, not as a fact: {why}"


WITHDRAWN = "withdrawn by the article itself"


def taken_back(article: int, value: str) -> str:
    """Behind the reason of a dispute: one of its figures is nobody's any more."""
    return f"; {wording.letter(article)} has withdrawn {value}"


CUT_OFF = "the text is cut off here; nothing can be compared"


def only_ahead(repeated: str) -> str:
    return f"a forecast or possibility{repeated or ', in no other article'}"

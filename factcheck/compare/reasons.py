"""What is proposed for a claim, in words: the sides of a dispute, who agrees, why nothing is proposed.

Only this module and ``wording`` compose a sentence of the comparison for a reader.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.compare import wording

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    _Values = Sequence[tuple[str, str]]
    """Values, each with the letters of the articles that give it."""
    Party = tuple[str | None, _Values, Collection[int]]
    """One side of a dispute: the origin, its values, and those of the articles that are of one voice."""
    _Voices = Sequence[tuple[str | None, str]]


def parties(own: Party, allies: Sequence[Party], others: Sequence[Party], *, most: int) -> str:
    """Sides of a dispute, ``most`` of them at most; the allies give the value of the first.

    ``Ott nearly 3,000 (A C), about 3,000 (D), C D counted once; likewise Bode 3,000 (E) | Voss 1,100 (B)``.
    """
    with_it = "; likewise " + ", ".join(map(_party, allies[:most])) if allies else ""
    shown = " | ".join([_party(own) + with_it, *map(_party, others[: most - 1])])
    more = len(others) - most + 1
    return f"{shown} | and {more} more" if more > 0 else shown


def _party(party: Party) -> str:
    origin, values, one_voice = party
    once = f", {wording.letters(one_voice)} counted once" if one_voice else ""
    return f"{origin or f'({wording.NOBODY})'} {_listed(values)}{once}"


def denial(so: _Voices, asserted: str, not_so: _Voices, denied: str, *, negated: bool) -> str:
    """Who says that it is so and who says that it is not, each with their articles.

    ``negated``: the denial's own words say no.
    """
    say = "says" if len(so) == 1 else "say"
    one = len(not_so) == 1
    deny = ("says not" if one else "say not") if negated else ("denies it" if one else "deny it")
    return (
        f"{_named(so)} {say} so: “{wording.unquoted(asserted)}”;"
        f" {_named(not_so)} {deny}: “{wording.unquoted(denied)}”"
    )


def _named(voices: _Voices) -> str:
    return " and ".join(f"{who or wording.NOBODY_SAYS} ({where})" for who, where in voices)


def _listed(values: _Values) -> str:
    return ", ".join(f"{value} ({where})" for value, where in values)


def later(before: tuple[str | None, _Values], then: tuple[str | None, _Values], others: _Values) -> str:
    """An update: who gave the older figure, who the newer, and what else is told later than the claim."""
    more = f"; also later: {_listed(others)}" if others else ""
    who, newer = (origin or f"({wording.NOBODY})" for origin, _ in (before, then))
    again = "" if who == newer else f"{newer} "
    return f"overtaken by a later figure: {who} {_listed(before[1])}, then {again}{_listed(then[1])}{more}"


def also_later(values: _Values) -> str:
    """Behind the reason for a dispute: what brings the claim's own figure up to date."""
    return f"; a later figure: {_listed(values)}"


def later_than(values: _Values, *, weak: bool) -> str:
    """Behind a reason: the older figures that the claim brings up to date; ``weak`` by a best match only."""
    return f"; {f'{wording.PERHAPS}: ' if weak else ''}a later figure than {_listed(values)}"


def by_word(articles: Collection[int]) -> str:
    """Behind a reason: the articles whose claim tells the same fact because a reviewer said so."""
    return f"; that {wording.letters(articles)} tells the same fact is a reviewer's word" if articles else ""


def beside(values: _Values) -> str:
    """Behind a reason: what is told otherwise and contradicts nothing."""
    return f"; otherwise, without contradiction: {_listed(values)}"


def fits(values: _Values) -> str:
    """Behind the reason for a value: other values that fit it."""
    return f"; it fits {_listed(values)}"


def not_counted(digests: Collection[int]) -> str:
    """Behind a reason: the digests that tell the same."""
    return f"; {wording.digest(digests)} not counted" if digests else ""


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
    one_voice: Collection[int] = (),
    nameless: bool = False,
    inside: bool = False,
) -> str:
    """``nameless``: not every article names the origin; ``inside``: one has it from a source in it.

    ``same_text`` repeats the claim's own words; ``one_voice`` tells it too and counts as one with the claim.
    """
    where = wording.letters(articles)
    more = f" ({wording.letters(same_text)} in copied text)" if same_text else ""
    more += f" ({wording.letters(one_voice)} counted as one with it)" if one_voice else ""
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


def only_dated(date: str, where: str) -> str:
    """Behind a reason: who tells what the claim takes for known and dates, and not what it tells of it."""
    return f"; only what it dates “{wording.short(date)}” is also in {where}"


def without_date(date: str) -> str:
    """Behind a reason: the date of the claim that nobody gives who tells the same."""
    return f"; without the date ({wording.short(date)})" if date else ""


def single_source(origin: str, repeated: str, together: int = 1) -> str:
    """``together``: how many voices the one article names for it at once."""
    who = f"{together} origins, named together in one article" if together > 1 else "single source"
    return f"{who}: {origin}{repeated}"


def nobody(repeated: str) -> str:
    return f"{_alone(repeated)}nobody is named as its source{repeated}"


def vague(words: str, repeated: str) -> str:
    return f"{_alone(repeated)}its source cannot be asked: “{wording.short(words)}”{repeated}"


def _alone(repeated: str) -> str:
    """What copied text repeats is said by other articles, too."""
    return "" if repeated else "no other article says the same and "


def repeated(copied_in: Collection[int], digests: Collection[int]) -> str:
    """What repeats a claim without backing it, to be put behind a reason."""
    where = wording.letters(copied_in)
    why = "no second voice (copied text, one owner, or taken over from it)"
    said = f"; also in {where}, {why}" if copied_in else ""
    backs = "repeat others and back" if len(digests) > 1 else "repeats others and backs"
    return said + (f"; {wording.digest(digests)} {backs} nothing" if digests else "")


def not_as_fact(why: str, *, forecast: bool) -> str:
    """A reason for what is told as possible, or as to come: agreement on it makes no fact of it."""
    return f"told as {'to come' if forecast else 'possible'}, not as a fact: {why}"


WITHDRAWN = "withdrawn by the article itself"


def taken_back(article: int, value: str) -> str:
    """Behind the reason of a dispute: one of its figures is nobody's any more."""
    return f"; {wording.letter(article)} has withdrawn {value}"


def recanted(value: str, who: str, article: int) -> str:
    """Behind a reason: a figure in it that its own source has since called wrong."""
    return f"; {wording.plain(value)} since taken back by {who} ({wording.letter(article)})"


def recants(values: _Values) -> str:
    """Behind the reason for the claim with which a source takes its own figures back."""
    return f"; takes back {_listed(values)}" if values else ""


CUT_OFF = "the text is cut off here; nothing can be compared"


def only_ahead(repeated: str) -> str:
    return f"a forecast or possibility{repeated or ', in no other article'}"

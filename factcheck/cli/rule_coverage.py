"""``factcheck rules test --coverage``: what the examples of the rules leave unshown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.problems import printable
from factcheck.wording.words import short

if TYPE_CHECKING:
    from factcheck.rules.trying.coverage import Coverage

NAMED = 8
"""How many words of a vocabulary are named."""
LONGEST = 100
"""Code points of a pattern that are shown."""


def show_coverage(found: Coverage) -> None:
    """The patterns that no example fires, a line each, then the words of vocabularies that stand in none."""
    for each in found.unfired:
        place = each.pattern.place
        click.echo(printable(f"{place}: {each.rule}: no example fires '{short(each.pattern.text, LONGEST)}'"))
    for one in found.unheard:
        named = ", ".join(one.terms[:NAMED]) + (" …" if len(one.terms) > NAMED else "")
        every = len(one.vocabulary.terms)
        place = one.vocabulary.place
        click.echo(
            printable(
                f"{place}: {one.vocabulary.name}: {len(one.terms)} of {every} words in no example: {named}"
            )
        )
    fired = found.patterns - len(found.unfired)
    click.echo(
        f"examples fire {fired} of {found.patterns} patterns"
        f" and hold {found.terms - found.lost} of {found.terms} words of vocabularies"
    )

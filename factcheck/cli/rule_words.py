"""``factcheck rules words``: which vocabularies there are, and what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.options import rule_paths, warn
from factcheck.problems import BadInput, Problem, printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.rules import Vocabulary

_SHOWN = 60
"""Code points of the terms that are shown of each list."""


@click.command(epilog="Example: factcheck rules words countries --rules core")
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--rules", multiple=True, metavar="PATH", help="A rule file or shipped pack, instead of all.")
@click.pass_context
def words(ctx: click.Context, names: tuple[str, ...], rules: tuple[str, ...]) -> None:
    """List the vocabularies that patterns may name; with a NAME, every term of that one, a term a line."""
    from factcheck.rules import load_rules

    ruleset = load_rules(rule_paths(rules))
    for line in _terms(ruleset.vocabularies, names) if names else _table(ruleset.vocabularies):
        click.echo(printable(line))
    if warn(ruleset.problems):
        ctx.exit(2)


def _table(vocabularies: Sequence[Vocabulary]) -> list[str]:
    width = max((len(one.name) for one in vocabularies), default=0)
    rows = []
    for one in vocabularies:
        terms = ", ".join(one.terms)
        short = terms if len(terms) <= _SHOWN else terms[: _SHOWN - 1] + "…"
        rows.append(f"{one.name:<{width}}  {len(one.terms):>6,}  {one.role or '':<9}  {short}")
    return rows


def _terms(vocabularies: Sequence[Vocabulary], names: Sequence[str]) -> list[str]:
    """Every term of the lists of these names. Raises BadInput where there is none of a name."""
    from factcheck.rules.source.places import nearest, shown

    for name in names:
        if all(one.name != name for one in vocabularies):
            near = nearest(name, [one.name for one in vocabularies])
            raise BadInput(Problem("NAME", f"no vocabulary is called {shown(name)}", "", near))
    return [term for name in names for one in vocabularies if one.name == name for term in one.terms]

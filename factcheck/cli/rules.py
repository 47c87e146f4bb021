"""``factcheck rules``: the rule author's tools."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.carets import underlined
from factcheck.cli.options import rule_paths, warn, write_out
from factcheck.cli.rule_explain import explain
from factcheck.cli.rule_new import new
from factcheck.cli.rule_schema import schema
from factcheck.cli.rule_states import RuleState, rule_states
from factcheck.cli.rule_stats import stats
from factcheck.cli.rule_try import try_
from factcheck.cli.rule_words import words
from factcheck.problems import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import RuleInfo
    from factcheck.problems import Problem
    from factcheck.rules import ExampleResult, RuleSet


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: factcheck rules check my-rules.yaml",
)
def rules() -> None:
    """Write, check, test and measure rule files; without a PATH, the packs that ship with factcheck.

    A PATH is a rule file or the name of a shipped pack (core, crime ...). Files that share
    vocabularies are checked together. Exit status 1: something was found.
    """


def show(problems: Sequence[Problem], *, err: bool = False) -> None:
    """A problem with its line, a caret, why and how to mend it, as an author wants to read it."""
    for problem in problems:
        click.echo(f"{problem.place}: {problem.severity}: {problem.what}", err=err)
        for line in problem.excerpt.splitlines():
            click.echo(f"    {line}", err=err)
        if problem.why:
            click.echo(f"    why: {problem.why}", err=err)
        if problem.mend:
            click.echo(f"    mend: {problem.mend}", err=err)


@rules.command(epilog="Example: factcheck rules check core my-rules.yaml")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="json is for editors, github for annotations in a pull request.",
)
@click.option("--strict", is_flag=True, help="Leave with 1 for a warning, too.")
@click.pass_context
def check(ctx: click.Context, paths: tuple[str, ...], form: str, strict: bool) -> None:
    """Find every error in rule files, with its place, why it is one and how to mend it.

    An error costs a rule or a word list. A warning costs nothing: what it speaks of works, though
    perhaps not as you think. Only errors make the exit status 1.
    """
    from factcheck.cli.rule_formats import FORMATS
    from factcheck.rules import check_rules
    from factcheck.wording.words import count

    problems = check_rules(rule_paths(paths))
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    if form != "text":
        click.echo(FORMATS[form](problems), nl=False)
    else:
        show(problems)
        if not errors:
            click.echo(printable(f"no errors in {', '.join(path.name for path in rule_paths(paths))}"))
        found = [count(number, word) for number, word in ((errors, "error"), (warnings, "warning")) if number]
        if found:
            click.echo(", ".join(found), err=True)
    ctx.exit(1 if errors or (strict and warnings) else 0)


@rules.command(epilog="Example: factcheck rules test core --rule quantity.people")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--rule", "ids", multiple=True, metavar="ID", help="Only this rule.")
@click.option("--coverage", "covered", is_flag=True, help="Name patterns and words that no example fires.")
@click.option("--strict", is_flag=True, help="Leave with 1 where --coverage names something.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def test(
    ctx: click.Context, paths: tuple[str, ...], ids: tuple[str, ...], covered: bool, strict: bool, form: str
) -> None:
    """Run the examples that stand in the rules, through the engine that scans."""
    from factcheck.cli.rule_coverage import show_coverage
    from factcheck.cli.rule_json import tested
    from factcheck.rules import coverage, run_examples
    from factcheck.values.normal import Normaliser

    ruleset = load(paths)
    aside = warn(ruleset.problems)
    known = {rule.info.id for rule in ruleset.rules}
    if unknown := [name for name in ids if name not in known]:
        mend = "a rule with a mistake is set aside" if aside else "`factcheck rules list` names them"
        raise click.UsageError(f"no rule {', '.join(unknown)}; {mend}")
    results = run_examples(ruleset, ids, Normaliser(ruleset.lexicon))
    found = coverage(ruleset, ids) if covered or strict else None
    failed = [result for result in results if not result.ok]
    if form == "json":
        write_out(json.dumps(tested(results, found), indent=2), None)
    else:
        for result in failed:
            show_failure(result)
        untested = "; what the errors above concern was set aside, and not tested" if aside else ""
        click.echo(f"{len(results) - len(failed)} of {len(results)} examples pass{untested}")
        if found is not None:
            show_coverage(found)
    unshown = strict and found is not None and (found.unfired or found.unheard)
    if failed or aside or unshown:
        ctx.exit(1)


def show_failure(result: ExampleResult) -> None:
    click.echo(f"{result.place}: {result.rule}: {result.why}")
    shown = underlined(result.text, *result.hits[0]) if result.hits else (result.text,)
    for head, line in zip(("text:     ", "          "), shown, strict=False):
        click.echo(f"    {head}{printable(line)}")
    click.echo(f"    expected: {printable(result.expected)}")
    click.echo(f"    got:      {printable(result.got)}")


@rules.command(name="list", epilog="Example: factcheck rules list --format json")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.pass_context
def list_(ctx: click.Context, paths: tuple[str, ...], form: str) -> None:
    """List every rule: id, kind, weight, pack and title.

    Where PATH is a session: all rules of its packs, which of them are off, and the lines of session.yaml
    that switch or weigh them.
    """
    from factcheck.session import SessionFolder, is_session

    states: dict[str, RuleState] = {}
    if len(paths) == 1 and is_session(Path(paths[0])):
        found, problems = rule_states(SessionFolder.open(Path(paths[0])))
        states = {one.rule.id: one for one in found}
        rows = [one.rule.info for one in found]
    else:
        ruleset = load(paths)
        rows, problems = [rule.info for rule in ruleset.rules], ruleset.problems
    if form == "json":
        click.echo(json.dumps([_row(row, states.get(row.id)) for row in rows], indent=2))
    else:
        width = max((len(row.id) for row in rows), default=2)
        for row in rows:
            state = states.get(row.id)
            named = "" if state is None else "on   " if state.on else "off  "
            by = f"  ({', '.join(state.by)})" if state is not None and state.by else ""
            line = f"{row.id:<{width}}  {named}{row.kind:<11}  {row.weight:4.2f}  {row.pack:<9} {row.title}"
            click.echo(printable(line + by))
    if warn(problems):
        ctx.exit(2)


def _row(row: RuleInfo, state: RuleState | None) -> dict[str, Any]:
    fields = ("id", "title", "kind", "weight", "colour", "pack", "status", "message")
    said = {name: getattr(row, name) for name in fields}
    return said if state is None else {**said, "on": state.on, "by": list(state.by)}


def load(paths: Sequence[str]) -> RuleSet:
    from factcheck.problems import BadInput
    from factcheck.rules import load_rules

    ruleset = load_rules(rule_paths(paths))
    if not ruleset.rules:
        raise BadInput(*ruleset.problems)
    return ruleset


@rules.command(epilog="Example: factcheck rules switch my-story quantity.people off")
@click.argument("session", metavar="SESSION")
@click.argument("rule", metavar="RULE")
@click.argument("state", type=click.Choice(["on", "off"]))
@click.option("--reviewer", metavar="NAME", help="Who does it.")
def switch(session: str, rule: str, state: str, reviewer: str | None) -> None:
    """Switch a rule on or off in a session; RULE may be a pattern (quantity.*).

    Written to session.yaml, and to the history, where undo takes it back.
    """
    from factcheck.cli.options import session_at
    from factcheck.reviewers import reviewer_for

    with session_at(session) as workspace:
        changed = workspace.switch_rule(reviewer_for(workspace.folder, reviewer), rule, on=state == "on")
    click.echo(printable(f"{rule} is {state}" if changed else f"{rule} is {state} already"))


for command in (explain, try_, stats, words, new, schema):
    rules.add_command(command)

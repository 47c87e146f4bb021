"""``factcheck rules schema``: what an editor needs to complete and check a rule file."""

from __future__ import annotations

import json

import click

from factcheck.cli.options import write_out


@click.command(epilog="Example: factcheck rules schema -o factcheck-rules.schema.json")
@click.option("-o", "--output", metavar="FILE", help="Write there instead of standard output.")
def schema(output: str | None) -> None:
    """Print a JSON Schema (draft-07) of rule files, for editors that complete and explain keys.

    An editor finds it by a comment in the first lines of a rule file, see docs/rules.md.
    """
    from factcheck.rules.reading.jsonschema import rule_schema

    write_out(json.dumps(rule_schema(), indent=2), output)

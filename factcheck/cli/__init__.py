"""The command line: a click group whose commands are loaded when they are called.

``factcheck --help`` imports click and this file alone.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from io import TextIOWrapper
from typing import Any

import click

from factcheck import __version__

# name -> (module and function, the line that --help shows)
COMMANDS = {
    "demo": ("app:demo", "Open a copy of a sample session to play with."),
    "review": ("app:review", "Open a session, or make one from articles, and review it."),
    "serve": ("serve:serve", "Open a session in a browser of this machine."),
    "new": ("sessions:new", "Make a session folder from articles."),
    "add": ("sessions:add", "Add articles to a session."),
    "diff": ("diff:diff", "Print what changed between the versions of an article."),
    "scan": ("scan:scan", "Print claims, groups and suggestions; no app, no session."),
    "compare": ("compare:compare", "Hold one statement, or pairs of texts, against each other."),
    "score": ("score:score", "Print how much each text of a file deserves a check."),
    "export": ("export:export", "Write the verdict report of a session."),
    "mark": ("mark:mark", "Set a verdict from a script."),
    "history": ("history:history", "Print who decided what, and when."),
    "sign": ("sign:sign", "Sign the report off, or check a signature."),
    "verify": ("verify:verify", "Check that nothing was lost, moved or changed."),
    "recover": ("recover:recover", "Save what can be read of a damaged database."),
    "package": ("exchange:package", "Put a session into one file, blind if a second reviewer is to judge."),
    "merge": ("exchange:merge", "Bring back what others decided."),
    "import": ("exchange:import_", "Bring verdicts and notes back from JSON."),
    "agreement": ("agreement:agreement", "Print how far reviewers agree, and where they differ."),
    "rules": ("rules:rules", "Write, check, test, explain and measure rule files."),
}


class LazyGroup(click.Group):
    """Knows its commands by name and line; imports one when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, function = COMMANDS[cmd_name][0].split(":")
        command: click.Command = getattr(import_module(f"factcheck.cli.{module}"), function)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """An unknown word gets the nearest command named, as git does."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, 1)
            meant = f"; did you mean {near[0]!r}?" if near else ""
            if os.path.exists(args[0]):
                meant = f"; to review what is there: factcheck review {args[0]}{' …' if args[1:] else ''}"
            raise click.UsageError(f"no command {args[0]!r}{meant}", ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Everything a user can cause ends in one line and status 2, never in a traceback."""
        from factcheck.problems import BadInput

        _never_refuse_a_sign()
        try:
            return super().invoke(ctx)
        except BadInput as bad:
            for problem in bad.problems:
                click.echo(str(problem), err=True)
            ctx.exit(2)
        except BrokenPipeError:
            # The reader of our output has gone (`| head`): that is its right.
            _drop_output()
            ctx.exit(0)

    def main(self, *args: Any, **extra: Any) -> Any:
        """A disk that is full or a file that is closed to us, where nobody nearer has put it better."""
        from factcheck.problems import Problem

        try:
            return super().main(*args, **extra)
        except OSError as error:
            if error.filename is None:
                _drop_output()
            place = "standard output" if error.filename is None else os.fsdecode(error.filename)
            why = error.strerror or str(error)
            click.echo(Problem(place, "cannot be used", why, "check the disk and the permissions"), err=True)
            sys.exit(2)


def _never_refuse_a_sign() -> None:
    """What the encoding of an output cannot say (a file name that is no UTF-8) is printed as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _drop_output() -> None:
    """Nothing more can be printed: what still waits must not fail again when the program leaves."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: factcheck review article1.txt article2.html --session my-story",
)
@click.version_option(__version__, prog_name="factcheck")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Compare articles on one event claim by claim: who says what, what conflicts, what nobody backs.

    Without a command: opens the session of this folder, or a list of recent ones.
    """
    if ctx.invoked_subcommand is None:
        from factcheck.cli.app import open_here

        open_here()

"""``factcheck serve``: the app in a browser, on this machine alone."""

from __future__ import annotations

import shlex
import socket
import subprocess
import sys
from pathlib import Path

import click

from factcheck.problems import BadInput, Problem, printable


@click.command(epilog="Example: factcheck serve my-story")
@click.argument("session", metavar="SESSION")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="The port; 0 takes a free one.")
@click.option("--reviewer", metavar="NAME", help="Whose verdicts these are.")
def serve(session: str, port: int, reviewer: str | None) -> None:
    """Open a session in a browser. Only this machine is answered, and the address printed is good once.

    Needs the extra: pip install "factcheck-tui[serve]".
    """
    from factcheck.session import SessionFolder

    title = SessionFolder.open(Path(session)).title
    try:
        from factcheck.tui.serving import LocalServer
    except ImportError as missing:
        raise BadInput(
            Problem(
                "factcheck serve",
                f"needs a package that is not here ({missing.name})",
                "",
                'pip install "factcheck-tui[serve]"',
            )
        ) from missing
    words = [sys.executable, "-m", "factcheck", "review", str(Path(session).resolve())]
    words += ["--reviewer", reviewer] if reviewer is not None else []
    command = subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)
    LocalServer(command, listener_at(port), printable(title), tell).serve()


def listener_at(port: int) -> socket.socket:
    """A socket at the port asked for, or at any free one for 0. Raises BadInput."""
    from factcheck.tui.serving import HOST

    try:
        return socket.create_server((HOST, port))
    except OSError as error:
        why = error.strerror or str(error)
        raise BadInput(Problem(f"port {port}", "cannot be used", why, "name another with --port")) from error


def tell(url: str) -> None:
    """Where the app is; flushed, since a script may wait for the line."""
    click.echo(f"{url}\nOpen it in a browser of this machine; it is good once. Ctrl+C ends.")
    sys.stdout.flush()

"""What the report screen asks for: the sign-off and its line, and the file that a report is written to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from factcheck.pipeline import Progress
    from factcheck.tui.ports import Task
    from factcheck.workspace import Workspace


def making(workspace: Workspace, form: str, only: Sequence[str], viewer: str) -> Task[str]:
    """The report of the session as it stands now, of the claims in these states; none means all."""
    now = workspace.reporting()
    return lambda tell: now.report(form, only=only or None, viewer=viewer, tell=tell)


def signing(workspace: Workspace, reviewer: str, name: str = "") -> Task[Callable[[], str]]:
    """Signing the report off from the app: who may is looked at first, then it is made, then kept."""
    from factcheck.cli.sign import fit_to_sign, holding
    from factcheck.report.signing import minute, told

    fit_to_sign(workspace, reviewer, name)
    now = workspace.reporting()

    def make(tell: Progress) -> Callable[[], str]:
        before = None if name else holding(now, reviewer, tell=tell)
        if before is not None:
            said = f"signed already on {minute(before.at)}, and nothing has changed since: not signed again"
            return lambda: said
        event = now.sign_off(reviewer, name=name, tell=tell)

        def keep() -> str:
            signature = workspace.keep_signature(event)
            said = told(replace(signature, reviewer=workspace.called(reviewer)))
            return f"signed off: {said}; reports written before still say DRAFT: Enter writes one anew"

        return keep

    return make


def sign_off_line(workspace: Workspace) -> str | Task[str]:
    """Whether the report is a draft, signed, or signed and changed since."""
    from factcheck.model import SessionInfo
    from factcheck.report.signing import lines
    from factcheck.reviewers import chosen_names, shown_name

    now = workspace.reporting()

    def look(tell: Progress | None = None) -> str:
        named = chosen_names(now.events)
        signed = (
            replace(each, reviewer=named.get(each.reviewer) or shown_name(each.reviewer))
            for each in now.signatures(tell)
        )
        return "; ".join(lines(SessionInfo(now.title, "", signatures=tuple(signed))))

    return look if now.is_signed else look()


def write_report(text: str, form: str, target: Path) -> Path:
    """Write a report where it is asked for; in a folder as ``report.FORM``.

    A name of no format, or of another one, gets the one of this: else the table that is written next to a
    page would take the place of the page.
    """
    from factcheck.cli.options import write_out
    from factcheck.tui.ports import FORMATS

    if target.is_dir():
        target /= f"report.{form}"
    elif (target.is_file() or not target.exists()) and target.suffix in (
        "",
        *(f".{name}" for name, _ in FORMATS),
    ):
        target = target.with_suffix(f".{form}")
    write_out(text, str(target))
    return target

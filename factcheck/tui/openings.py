"""The screens of the app and what opens each; a screen is loaded when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from factcheck.tui.app import FactcheckApp


def _matrix(app: FactcheckApp) -> None:
    from factcheck.tui.screens.matrix import MatrixScreen

    if isinstance(app.screen, MatrixScreen):
        app.back()
    else:
        app.open(MatrixScreen(app.desk))


def _report(app: FactcheckApp) -> None:
    from factcheck.tui.screens.report import ReportScreen

    app.open(ReportScreen(app.desk))


def _help(app: FactcheckApp) -> None:
    from factcheck.tui.screens.help import HelpScreen

    if isinstance(app.screen, HelpScreen):
        app.back()
    else:
        # On top of whatever it was asked from: back is where that stands.
        app.push_screen(HelpScreen(app.desk, app.top.hinted if app.top else "review"))


def open_moved(app: FactcheckApp, *, at_orphans: bool = False) -> None:
    from factcheck.tui.screens.moved import MovedScreen

    app.open(MovedScreen(app.desk, at_orphans=at_orphans))


def _history(app: FactcheckApp) -> None:
    from factcheck.tui.screens.history import HistoryScreen

    app.open(HistoryScreen(app.desk))


def _versions(app: FactcheckApp) -> None:
    from factcheck.tui.screens.versions import VersionsScreen

    app.open(VersionsScreen(app.desk))


def _second(app: FactcheckApp) -> None:
    from factcheck.tui.screens.second import SecondScreen

    app.open(SecondScreen(app.desk))


def _rules(app: FactcheckApp) -> None:
    from factcheck.tui.screens.rules import RulesScreen

    rules = app.ports.rules
    if rules is None:
        app.answer("no session to read rules from")
    else:
        app.work.behind(
            "reading the rules",
            lambda _: rules.prepare(),
            lambda _: app.open(RulesScreen(app.desk, rules)),
        )


def _filters(app: FactcheckApp) -> None:
    from factcheck.tui.screens.filters import FilterScreen

    # On top of the matrix, too: whoever chose goes back to where they came from.
    app.push_screen(FilterScreen(app.desk))


OPENINGS: Mapping[str, Callable[[FactcheckApp], None]] = {
    "screen.matrix": _matrix,
    "screen.report": _report,
    "screen.help": _help,
    "screen.moved": open_moved,
    "screen.history": _history,
    "screen.versions": _versions,
    "screen.second": _second,
    "screen.rules": _rules,
    "queue.filter": _filters,
}
"""By the action of the registry."""

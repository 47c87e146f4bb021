"""What the app is given from outside: a workspace at its ports, and the lines that it begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.review.desk import Desk
    from factcheck.session import Far
    from factcheck.tui.app import FactcheckApp
    from factcheck.workspace import Workspace


def app_for(
    workspace: Workspace,
    reviewer: str | None,
    notices: Sequence[object] = (),
    shown: Callable[[], None] | None = None,
    anew: str = "",
) -> FactcheckApp:
    """The app at a desk of this workspace; what it needs from outside comes through its ports.

    ``shown`` is called when the first screen stands; ``anew`` is the command that makes another copy of a
    sample, where this session is one.
    """
    from factcheck.cli.app_report import making, sign_off_line, signing, write_report
    from factcheck.ownwords import learn, offers
    from factcheck.reloading import Reloading
    from factcheck.reviewers import LOGIN_MARK
    from factcheck.rulework import RuleWork
    from factcheck.scanning import meanings_of
    from factcheck.session import YAML, Drafts, last_claim, read_settings, remember_session
    from factcheck.session.settings import keep_theme
    from factcheck.session.yamlread import remember
    from factcheck.tui.app import FactcheckApp
    from factcheck.tui.ports import Ports

    folder = workspace.folder
    by = workspace.reviewer(reviewer)
    desk = workspace.desk(by, last_claim(folder.path, by))
    drafts = Drafts(folder.path, by)
    for claim, text in drafts.take_over().items():
        desk.keep_draft(claim, text)
    settings = read_settings()
    reloading = Reloading(workspace, desk)
    said = [
        *opened_again(desk, anew),
        *dict.fromkeys(str(problem) for problem in (*notices, *workspace.problems, *settings.problems)),
        *undated(workspace),
        *lost(desk),
        *newcomer(workspace, desk),
        *begun(desk),
    ]

    def stands() -> None:
        remember_session(folder.path, folder.title)
        remember(folder.path / YAML)
        if shown is not None:
            shown()

    def left(claim: str | None) -> None:
        drafts.close()
        remember_session(folder.path, folder.title, claim, done(desk))

    ports = Ports(
        title=folder.title,
        report=lambda form, only: making(workspace, form, only, by),
        write=lambda text, form, path: write_report(text, form, path or folder.path),
        notices=tuple(said),
        shown=stands,
        keep_drafts=drafts.keep,
        keymap=settings.keys,
        theme=settings.theme or "dark",
        keep_theme=keep_theme,
        sign=lambda name: signing(workspace, by, name),
        nameless=lambda: by.startswith(LOGIN_MARK) and not workspace.name_of(by),
        standing=lambda: sign_off_line(workspace),
        # Asked each time: other rules bring another one.
        compare=lambda analysis, said, speakers=(), tell=None: workspace.compare(
            analysis, said, speakers, tell
        ),
        offers=lambda a, b: offers(workspace, a, b),
        learn=lambda text: learn(workspace, text),
        meanings=meanings_of(folder),
        reload=reloading,
        rules=RuleWork(workspace, desk, reloading),
        on_quit=left,
    )
    return FactcheckApp(desk, ports)


def done(desk: Desk) -> Far:
    """How far this reviewer has come, as the app counts it."""
    from factcheck.session import Far

    progress = desk.progress()
    return Far(desk.reviewer, progress.judged, progress.open, progress.left)


def opened_again(desk: Desk, anew: str) -> list[str]:
    """That the copy of a sample is not a fresh one: the verdicts on it are of an earlier day."""
    history, far = desk.state.history, desk.progress()
    if not anew or not history:
        return []
    day, claims = max(event.at for event in history)[:10], far.judged + far.open + far.left
    return [f"opened again: your copy of {day}, judged {far.judged} of {claims}; `{anew}` makes a new one"]


def undated(workspace: Workspace) -> list[str]:
    """What a reviewer should know before comparing days."""
    articles = workspace.analysis.articles
    missing = sum(article.published is None for article in articles)
    if not missing:
        return []
    return [
        f"{missing} of {len(articles)} articles have no date, so their weekdays stay unresolved: "
        "write `published:` in session.yaml"
    ]


def lost(desk: Desk) -> list[str]:
    """What this reviewer judged and what stands nowhere: kept, and said so."""
    gone = desk.standing.orphans(desk.reviewer)
    if not gone:
        return []
    return [
        f"{len(gone)} judged or noted, but the text is gone: kept, and listed in the filters and every report"
    ]


def begun(desk: Desk) -> list[str]:
    """The notes that were begun when the app was left last, or cut off."""
    left = desk.unfinished()
    return [f"begun and kept as a draft: {left}; i there goes on with it"] if left else []


def newcomer(workspace: Workspace, desk: Desk) -> list[str]:
    """A name that nobody has used here yet may be a slip of the keyboard; and what is hidden from it."""
    from factcheck.reviewers import shown_name

    others = ", ".join(map(shown_name, workspace.others_judged(desk.reviewer)[:5]))
    if not others or desk.reviewer in desk.state.reviewers():
        return []
    hidden = "; you work blind: D, then R shows what they decided" if desk.blind else ""
    return [f"{shown_name(desk.reviewer)} is a new reviewer here; so far: {others}{hidden}"]

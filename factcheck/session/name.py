"""Names that nobody gave: of a session made from files, and of the person at the keyboard."""

from __future__ import annotations

import getpass
import os
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.session.files import tidy_name
from factcheck.session.folder import is_session
from factcheck.session.settings import Settings, read_settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.session.config import SessionConfig


def default_session_path(paths: Sequence[str | Path]) -> Path:
    """``NAME-session`` beside the articles, or in the current folder where that one cannot be written.

    NAME is the file's or folder's, of several files their common folder's. A session that is there
    already is meant; anything else of that name is stepped round with a number.
    """
    real = [Path(path) for path in paths if str(path) != "-"]
    if not real:
        beside, name = Path(), "stdin"
    elif len(real) == 1:
        only = real[0].resolve()
        beside, name = real[0].parent, only.name if only.is_dir() else only.stem
        beside = only.parent if real[0].name in ("", "..") else beside
    else:
        common = Path(os.path.commonpath([path.resolve().parent for path in real]))
        beside, name = common, common.name or "articles"
    if not os.access(beside, os.W_OK):
        beside = Path()
    path = beside / f"{name}-session"
    number = 1
    while path.exists() and not is_session(path):
        number += 1
        path = beside / f"{name}-session-{number}"
    return path


def reviewer_name(
    explicit: str | None, config: SessionConfig | None, settings: Settings | None = None
) -> str:
    """Who reviews: the name given, session.yaml's, the settings', the login's; on one line.

    ``settings`` are read where they are needed and not given.
    """
    return _chosen(explicit, config, settings) or tidy_name(_login()) or "reviewer"


def reviewer_is_chosen(
    explicit: str | None, config: SessionConfig | None, settings: Settings | None = None
) -> bool:
    """Whether a person chose the reviewer's name. A login name does not leave the program."""
    return bool(_chosen(explicit, config, settings))


def _chosen(explicit: str | None, config: SessionConfig | None, settings: Settings | None) -> str:
    named = tidy_name(explicit) or tidy_name(config.reviewer if config else None)
    return named or tidy_name((settings or read_settings()).reviewer)


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no environment variable and no password database
        return ""

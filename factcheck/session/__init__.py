"""The session folder, its session.yaml, a person's settings and last sessions, and default names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.lazily import from_homes

if TYPE_CHECKING:
    from factcheck.session.config import DEFAULT_PACKS as DEFAULT_PACKS
    from factcheck.session.config import ArticleEntry as ArticleEntry
    from factcheck.session.config import SessionConfig as SessionConfig
    from factcheck.session.drafts import Drafts as Drafts
    from factcheck.session.files import CLEANED as CLEANED
    from factcheck.session.folder import ARTICLES as ARTICLES
    from factcheck.session.folder import DATABASE as DATABASE
    from factcheck.session.folder import YAML as YAML
    from factcheck.session.folder import SessionFolder as SessionFolder
    from factcheck.session.folder import is_session as is_session
    from factcheck.session.name import default_session_path as default_session_path
    from factcheck.session.name import reviewer_is_chosen as reviewer_is_chosen
    from factcheck.session.name import reviewer_name as reviewer_name
    from factcheck.session.recent import Far as Far
    from factcheck.session.recent import Recent as Recent
    from factcheck.session.recent import last_claim as last_claim
    from factcheck.session.recent import recent_sessions as recent_sessions
    from factcheck.session.recent import remember_session as remember_session
    from factcheck.session.settings import Settings as Settings
    from factcheck.session.settings import read_settings as read_settings

_HOMES = {
    "ARTICLES": "folder",
    "CLEANED": "files",
    "DATABASE": "folder",
    "DEFAULT_PACKS": "config",
    "Drafts": "drafts",
    "YAML": "folder",
    "ArticleEntry": "config",
    "Far": "recent",
    "Recent": "recent",
    "SessionConfig": "config",
    "SessionFolder": "folder",
    "Settings": "settings",
    "default_session_path": "name",
    "is_session": "folder",
    "last_claim": "recent",
    "read_settings": "settings",
    "recent_sessions": "recent",
    "remember_session": "recent",
    "reviewer_is_chosen": "name",
    "reviewer_name": "name",
}
__all__ = [
    "ARTICLES",
    "CLEANED",
    "DATABASE",
    "DEFAULT_PACKS",
    "YAML",
    "ArticleEntry",
    "Drafts",
    "Far",
    "Recent",
    "SessionConfig",
    "SessionFolder",
    "Settings",
    "default_session_path",
    "is_session",
    "last_claim",
    "read_settings",
    "recent_sessions",
    "remember_session",
    "reviewer_is_chosen",
    "reviewer_name",
]
__getattr__ = from_homes(__name__, _HOMES)

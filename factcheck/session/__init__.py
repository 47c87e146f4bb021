"""The session folder, its session.yaml, a person's settings and last sessions, and default names."""

from factcheck.session.config import DEFAULT_PACKS, ArticleEntry, SessionConfig
from factcheck.session.files import CLEANED
from factcheck.session.folder import ARTICLES, DATABASE, YAML, SessionFolder, is_session
from factcheck.session.name import default_session_path, reviewer_is_chosen, reviewer_name
from factcheck.session.recent import Recent, last_claim, recent_sessions, remember_session
from factcheck.session.settings import Settings, read_settings

__all__ = [
    "ARTICLES",
    "CLEANED",
    "DATABASE",
    "DEFAULT_PACKS",
    "YAML",
    "ArticleEntry",
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

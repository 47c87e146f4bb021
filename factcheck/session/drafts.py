"""Notes that somebody is writing: kept on this machine while they type, so that no power cut takes them.

A half-written note is nobody's act yet: it stands in no log, travels with no session and is in no report.
"""

from __future__ import annotations

import json
import os
from hashlib import sha256
from typing import TYPE_CHECKING

from factcheck.session.files import make_folder, write_atomic
from factcheck.session.recent import state_folder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def kept_drafts(session: Path, reviewer: str) -> dict[str, str]:
    """The half-written notes of a reviewer, by claim. A file that somebody spoilt counts as none."""
    try:
        said = json.loads(_file(session, reviewer).read_bytes())["notes"]
        return {str(claim): str(text) for claim, text in said.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def keep_drafts(session: Path, reviewer: str, notes: Mapping[str, str]) -> None:
    """Keep these and no others. Raises BadInput where the state folder cannot be written."""
    file = _file(session, reviewer)
    if notes:
        make_folder(file.parent)
        told = {"session": os.path.realpath(session), "notes": dict(notes)}
        write_atomic(file, json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8", "replace"))
    else:
        file.unlink(missing_ok=True)


def _file(session: Path, reviewer: str) -> Path:
    whose = f"{os.path.realpath(session)}\0{reviewer}".encode("utf-8", "surrogateescape")
    return state_folder() / "drafts" / f"{sha256(whose).hexdigest()[:16]}.json"

"""Rule files that the program writes into a session's folder: changed so that they can still be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.problems import BadInput
from factcheck.rules import load_rules
from factcheck.session.edit import change_text
from factcheck.session.files import make_folder, write_atomic

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ruamel.yaml.comments import CommentedMap


def change_rule_file(path: Path, start: str, change: Callable[[CommentedMap], None]) -> bool:
    """Change a rule file, or make it from ``start``; whether it reads otherwise now.

    Raises BadInput, and the file stays as it was, where it has errors before or after.
    """
    existed = path.is_file()
    text = path.read_text(encoding="utf-8") if existed else start
    if existed:
        _sound(path)
    after = change_text(text, str(path), change)
    if after == text:
        return False
    make_folder(path.parent)
    write_atomic(path, after.encode())
    try:
        _sound(path)
    except BadInput:
        # The old rules must not be lost for a new one that cannot be read.
        if existed:
            write_atomic(path, text.encode())
        else:
            path.unlink()
        raise
    return True


def _sound(path: Path) -> None:
    problems = load_rules([path]).problems
    if problems:
        raise BadInput(*problems)

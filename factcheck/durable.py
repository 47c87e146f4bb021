"""Files that are whole or not there, and on disk before anybody is told of them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def put_in_place(finished: Path, target: Path) -> None:
    """Give a finished file its name, also if the power goes in between. OSError where that fails."""
    with finished.open("rb+") as file:
        os.fsync(file.fileno())
    os.replace(finished, target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """A new name is on disk only when its folder is; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

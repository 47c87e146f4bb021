"""Names of a package that are loaded when first asked for.

A package whose ``__init__`` imports its modules can be half loaded in one thread while another asks for
one of them: each holds what the other waits for, and Python then hands out a module that is not ready.
With nothing imported there, threads meet only at modules, which know no circles.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def from_homes(package: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """A package's ``__getattr__`` (PEP 562); ``homes`` says in which of its modules each name is."""

    def get(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{homes[name]}"), name)

    return get

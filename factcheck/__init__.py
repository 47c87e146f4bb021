"""factcheck: compare several articles on one event, claim by claim.

``import factcheck`` gives the pipeline's functions and the model's types, each loaded when first
asked for, and never the app.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck import model as model
    from factcheck.ingest import read_paths as read_paths
    from factcheck.pipeline import analyse as analyse
    from factcheck.pipeline import scan_paths as scan_paths
    from factcheck.rules import load_rules as load_rules

__version__ = "0.1.0"

_HOMES = {
    "analyse": "factcheck.pipeline",
    "scan_paths": "factcheck.pipeline",
    "load_rules": "factcheck.rules",
    "read_paths": "factcheck.ingest",
}
__all__ = ["__version__", "analyse", "load_rules", "model", "read_paths", "scan_paths"]


def __getattr__(name: str) -> Any:
    if name == "model":
        return import_module("factcheck.model")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

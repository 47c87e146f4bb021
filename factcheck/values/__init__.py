"""Values: the typed, normalised parts of a sentence, found by our own grammars and the lexicon.

The reader is loaded when it is asked for: what only prints a value opens this room too, and the app
must not wait for the grammars before its first screen.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.values.reader import ValueReader

__all__ = ["ValueReader"]


def __getattr__(name: str) -> Any:
    if name != "ValueReader":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from factcheck.values.reader import ValueReader

    return ValueReader

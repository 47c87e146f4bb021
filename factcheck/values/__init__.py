"""Values: the typed, normalised parts of a sentence, found by our own grammars and the lexicon."""

from factcheck.values.reader import ValueReader

__all__ = ["ValueReader"]

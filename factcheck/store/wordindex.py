"""A full-text index of short texts, for as long as the process lives.

It stands in a database without a name, which SQLite keeps in memory, spills to a temporary file where it
grows, and takes away at the end: the session's own file stays what it was, and a read-only one is
searched alike. The index holds no text (``content=''``), only where its words stand.
"""

from __future__ import annotations

import re
import sqlite3
from typing import TYPE_CHECKING
from weakref import finalize

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Words as people part them; what is indexed has been folded already, and is indexed as it is.
_TABLE = "CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize = 'unicode61 remove_diacritics 0')"
_WORD = re.compile(r"\w")


class WordIndex:
    """Tells which of some texts hold words one after another. Filled in one thread, it may serve another."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._connection = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        finalize(self, self._connection.close)
        self._connection.execute(_TABLE)
        self._connection.execute("BEGIN")
        self._connection.executemany("INSERT INTO words (rowid, text) VALUES (?, ?)", enumerate(texts))
        self._connection.execute("COMMIT")

    def rows(self, words: Sequence[str]) -> list[int] | None:
        """The numbers of the texts with these words in a row, of the last one at least its beginning.

        None where the index cannot tell: signs alone are not indexed.
        """
        if not any(map(_WORD.search, words)):
            return None
        # Quoted, a text is a phrase whatever stands in it; nothing that is typed is read as an operator.
        phrase = '"' + " ".join(words).replace('"', '""').replace("\0", " ") + '" *'
        found = self._connection.execute(
            "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid", (phrase,)
        )
        return [row[0] for row in found]

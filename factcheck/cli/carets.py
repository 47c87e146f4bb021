"""A piece of text with carets below the words that are meant, cut to what a terminal shows."""

from __future__ import annotations

from factcheck.problems import printable

WIDTH = 100
"""Code points of a line at most."""


def underlined(text: str, start: int, end: int, begin: int = 0, stop: int | None = None) -> tuple[str, str]:
    """The line ``text[begin:stop]`` and its carets below ``text[start:end]``.

    A long line is cut to a window in which the words stand, or their beginning where they are longer.
    """
    stop = len(text) if stop is None else stop
    if stop - begin > WIDTH:
        room = max(WIDTH - (end - start), 0) // 2
        first = max(begin, min(start - room, stop - WIDTH))
        last = min(stop, first + WIDTH)
    else:
        first, last = begin, stop
    head, tail = "…" if first > begin else "", "…" if last < stop else ""
    line = head + printable(" ".join(text[first:last].splitlines(keepends=False))) + tail
    carets = "^" * max(min(end, last) - start, 1)
    return line, " " * (len(head) + start - first) + carets

"""What `add` and `review` say of the files they were given."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from factcheck.problems import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Article
    from factcheck.session.adding import Added


def total(added: Sequence[Added]) -> str:
    """``2 articles added, 1 new version``."""
    from factcheck.cli.sessions import plural

    new = sum(each.entry is not None and each.was is None for each in added)
    versions = sum(each.was is not None for each in added)
    return f"{plural(new, 'article')} added" + (f", {plural(versions, 'new version')}" if versions else "")


def lines(added: Sequence[Added]) -> Iterator[str]:
    """One line for each file that became a newer version, and for each that was there already."""
    for each in added:
        if each.same is not None:
            what = f"{each.same}, an older version," if each.outdated else each.same
            yield printable(f"{each.given}: nothing added, {what} has the same text")
        elif each.was is not None and each.now is not None:
            yield printable(f"{_named(each)}: version {each.version}; {changes(each.was, each.now)}")


def changes(was: Article, now: Article) -> str:
    from factcheck.review.diff import counts, diff

    return str(counts(diff(was, now)))


def _named(added: Added) -> str:
    """``A harbour.txt``: the article's letter, and the name of the file that came in."""
    from factcheck.wording.places import letter

    name = "standard input" if added.given == "-" else PurePath(added.given).name
    return f"{letter(added.place)} {name}"

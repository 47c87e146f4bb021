"""``factcheck diff``: what changed between the versions of an article."""

from __future__ import annotations

from dataclasses import asdict
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.options import warn
from factcheck.cli.sessions import one_line, plural
from factcheck.problems import BadInput, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.model import Article, Sentence, Version
    from factcheck.review.diff import Row
    from factcheck.session import SessionFolder

SIGNS = {"changed": "~", "added": "+", "removed": "-", "moved": ">"}
WORD_SIGNS = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}


@click.command(epilog="Example: factcheck diff my-story A")
@click.argument("session", metavar="SESSION")
@click.argument("article", required=False, metavar="[ARTICLE]")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.pass_context
def diff(ctx: click.Context, session: str, article: str | None, form: str) -> None:
    """Print what changed from version to version, sentence by sentence; ARTICLE is a letter or a path.

    ~ is a sentence with other words ([-gone-] {+new+}), + a new one, - one that is gone, > one that
    moved. A5 is a paragraph of the newer text; with - it is one of the older.
    """
    from factcheck.session import SessionFolder

    folder = SessionFolder.open(Path(session))
    articles, problems = folder.read_articles()
    chosen = _chosen(folder, articles, article)
    known, unread = _known(folder)
    steps = {letter: _steps(each, known, folder.config.replaced_by) for letter, each in chosen.items()}
    if form == "json":
        from factcheck.report.json_ import dumps

        said = [_json(letter, chosen[letter], steps[letter]) for letter in chosen]
        click.echo(dumps([each for each in said if each["steps"]], indent=2))
    else:
        for letter, each in chosen.items():
            for line in _lines(letter, each, steps[letter]):
                click.echo(one_line(line))
        older = sum(bool(found) for found in steps.values())
        click.echo(f"{older} of {plural(len(chosen), 'article')} with older versions")
    if warn((*problems, *unread)):
        ctx.exit(2)


def _chosen(folder: SessionFolder, articles: Sequence[Article], name: str | None) -> dict[str, Article]:
    """The articles that are asked for, by letter."""
    from factcheck.review.diff import newest
    from factcheck.wording.places import letter

    found = {letter(index): article for index, article in enumerate(articles)}
    if name is None:
        return found
    meant = newest(name.removeprefix("./"), folder.config.replaced_by)
    for key, article in found.items():
        if name.upper() == key or meant == article.path:
            return {key: article}
    known = ", ".join(f"{key} {article.path}" for key, article in list(found.items())[:26])
    raise BadInput(
        Problem(str(folder.path), f"no article is called {name[:80]!r}", "", f"there are: {known}")
    )


def _known(folder: SessionFolder) -> tuple[tuple[Version, ...], tuple[Problem, ...]]:
    """Every text that was analysed, and older versions that came and went between two analyses."""
    from factcheck.review.diff import version_of
    from factcheck.store import Store

    with Store.open(folder.database, create=True) as store:
        ledger = store.versions()
    seen = {version.text_sha256 for version in ledger}
    replaced, problems = folder.read_replaced()
    kept = map(version_of, replaced)
    number = folder.config.version_numbers
    every = [*ledger, *(version for version in kept if version.text_sha256 not in seen)]
    return tuple(sorted(every, key=lambda version: number.get(version.path, 0))), problems


def _steps(
    article: Article, known: Sequence[Version], replaced_by: Mapping[str, str]
) -> list[tuple[Article, Article, tuple[Row, ...]]]:
    """Each version with the next one, and the rows between them; none where there is no older one."""
    from factcheck.review.diff import article_of, diff, older_versions

    texts = [*map(article_of, older_versions(article, known, replaced_by)), article]
    return [(old, new, diff(old, new)) for old, new in pairwise(texts)]


def _lines(
    letter: str, article: Article, steps: Sequence[tuple[Article, Article, tuple[Row, ...]]]
) -> Iterator[str]:
    from factcheck.review.diff import counts

    for number, (old, new, rows) in enumerate(steps, 1):
        paths = old.path if old.path == new.path else f"{old.path} -> {new.path}"
        yield f"{letter}  {article.title}  version {number} -> {number + 1}  ({paths})"
        for row in rows:
            if row.kind != "same":
                yield _line(letter, row, old, new)
        yield f"   {counts(rows)}"


def _line(letter: str, row: Row, old: Article, new: Article) -> str:
    text = _text(row, old, new)
    at = row.new or row.old
    place = f"{letter}{at.paragraph if at else ''}"
    was = f"  (was {letter}{row.old.paragraph})" if row.kind == "moved" and row.old else ""
    return f"{SIGNS[row.kind]} {place:4} {text}{was}"


def _text(row: Row, old: Article, new: Article) -> str:
    if row.words:
        return " ".join(WORD_SIGNS[op].format(words) for op, words in row.words)
    return _quote(row.new, new) or _quote(row.old, old)


def _quote(sentence: Sentence | None, article: Article) -> str:
    return " ".join(article.text[sentence.start : sentence.end].split()) if sentence else ""


def _json(
    letter: str, article: Article, steps: Sequence[tuple[Article, Article, tuple[Row, ...]]]
) -> dict[str, object]:
    from factcheck.review.diff import counts

    return {
        "article": letter,
        "path": article.path,
        "title": article.title,
        "steps": [
            {
                "old": {"path": old.path, "text_sha256": old.text_sha256},
                "new": {"path": new.path, "text_sha256": new.text_sha256},
                "counts": asdict(counts(rows)),
                "rows": [_row_json(row, old, new) for row in rows if row.kind != "same"],
            }
            for old, new, rows in steps
        ],
    }


def _row_json(row: Row, old: Article, new: Article) -> dict[str, object]:
    return {
        "kind": row.kind,
        "old": {**asdict(row.old), "text": old.text[row.old.start : row.old.end]} if row.old else None,
        "new": {**asdict(row.new), "text": new.text[row.new.start : row.new.end]} if row.new else None,
        "words": [{"op": op, "words": words} for op, words in row.words],
    }

"""``factcheck rules try``: what a pattern typed at the prompt finds in articles."""

from __future__ import annotations

import json
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, cast

import click

from factcheck.cli.carets import underlined
from factcheck.cli.options import rule_paths, warn
from factcheck.problems import BadInput, Problem, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factcheck.model import Article, Hit, Sentence
    from factcheck.rules import Engine
    from factcheck.rules.ruleset import Case

    Found = tuple[Article, Sentence, Hit]


@click.command(name="try", epilog="Example: factcheck rules try '{number} <0-2> boat[s]' articles/")
@click.argument("pattern", metavar="PATTERN")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--rules", multiple=True, metavar="PATH", help="Rule files whose vocabularies it may use.")
@click.option("--regex", is_flag=True, help="PATTERN is a regular expression.")
@click.option("--case", type=click.Choice(["ignore", "exact"]), default="ignore", show_default=True)
@click.option("--lang", metavar="LANG", help="Read the articles as of this language, such as uk.")
@click.option("--most", type=click.IntRange(min=0), default=50, show_default=True, help="Hits to print.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def try_(
    ctx: click.Context,
    pattern: str,
    paths: tuple[str, ...],
    rules: tuple[str, ...],
    regex: bool,
    case: str,
    lang: str | None,
    most: int,
    form: str,
) -> None:
    """Print what a pattern finds: each hit with its place, its sentence and what its slots hold.

    PATH is a file or folder of articles, a session folder, or - for standard input. Headings are not
    scanned.
    """
    from factcheck.cli.rules import show
    from factcheck.rules import load_rules
    from factcheck.rules.trying.typed import typed_engine

    ruleset = load_rules(rule_paths(rules))
    engines: dict[str, Engine] = {}

    def engine_for(language: str) -> Engine:
        """The pattern as it is meant in a language: its numbers and dates."""
        if language not in engines:
            engines[language] = typed_engine(
                pattern, ruleset, regex=regex, case=cast("Case", case), lang=language
            )
        return engines[language]

    try:
        engine_for(lang or "en")
    except BadInput as bad:
        show(bad.problems, err=True)
        ctx.exit(2)
    articles, problems = articles_at(paths, lang)
    found, ms = _timed(engine_for, articles)
    if form == "json":
        _write(found, articles, most, ms)
    else:
        tell(engine_for, articles, found, most, ms)
    if warn((*ruleset.problems, *problems, *(wrong for one in engines.values() for wrong in wasteful(one)))):
        ctx.exit(2)


def _timed(engine_for: Callable[[str], Engine], articles: Sequence[Article]) -> tuple[list[Found], float]:
    """All hits, and the milliseconds that finding them took."""
    before = perf_counter()
    return list(_finds(engine_for, articles)), (perf_counter() - before) * 1000


def _write(found: Sequence[Found], articles: Sequence[Article], most: int, ms: float) -> None:
    from factcheck.cli.options import write_out
    from factcheck.cli.rule_json import tried
    from factcheck.wording.places import Places

    places = Places(articles)
    told = [(one, sentence, hit, places.cite_at(one.id, hit.start)) for one, sentence, hit in found[:most]]
    write_out(json.dumps(tried(told, articles, len(found), ms), indent=2), None)


def tell(
    engine_for: Callable[[str], Engine],
    articles: Sequence[Article],
    found: Sequence[Found],
    most: int,
    ms: float,
) -> None:
    """Print the first hits, then how many there are, what they took, and which letter is which article."""
    from factcheck.wording.places import Places, letter
    from factcheck.wording.words import count

    places = Places(articles)
    for article, sentence, hit in found[:most]:
        for line in _shown(article, sentence, hit, places.cite_at(article.id, hit.start)):
            click.echo(line)
    if len(found) > most:
        click.echo(f"... and {count(len(found) - most, 'hit')} more; --most {len(found)} prints them all")
    sentences = len({(article.id, sentence.start) for article, sentence, _ in found})
    size = sum(len(article.text) for article in articles)
    engines = [engine_for(lang) for lang in {article.lang for article in articles}]
    matching = sum(one.seconds[0] for one in engines)
    click.echo(
        f"{count(len(found), 'hit')} in {count(sentences, 'sentence')} of {count(len(articles), 'article')}; "
        f"{ms:.0f} ms for {size:,} characters, {matching * 1000:.1f} ms of it matching"
    )
    if any(one.slow() for one in engines):
        click.echo("note: the pattern has no fixed word, so it is tried on every sentence", err=True)
    if found:
        shown = {article.id for article, _, _ in found[:most]}
        for index, article in enumerate(articles):
            if article.id in shown:
                click.echo(printable(f"{letter(index)} is {article.path}"))


def wasteful(engine: Engine) -> Iterator[Problem]:
    """That the pattern was stopped, so that there may be more hits than were found."""
    slow = [f"{number} sentences took too long" for number in engine.timeouts.values()]
    for why in (*engine.set_aside.values(), *slow):
        yield Problem("PATTERN", "the pattern was cut short", why, "make it simpler")


def articles_at(
    paths: Sequence[str], lang: str | None = None
) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """The articles of files, folders, sessions and standard input; what cannot be read comes back too.

    ``lang``: all of them are in this language, whatever they say.
    """
    from dataclasses import replace

    from factcheck.cli.scan import read_articles
    from factcheck.session import SessionFolder, is_session

    if rule_file := next((path for path in paths if Path(path).suffix in (".yaml", ".yml")), None):
        raise BadInput(Problem(rule_file, "is no article", "it is a rule file", "put --rules before it"))
    articles: list[Article] = []
    problems: list[Problem] = []
    plain = [path for path in paths if not is_session(Path(path))]
    parts = [SessionFolder.open(Path(path)).read_articles() for path in paths if path not in plain]
    for found, wrong in [*parts, *([read_articles(plain)] if plain else [])]:
        articles.extend(found)
        problems.extend(wrong)
    if not articles:
        raise BadInput(*(problems or [Problem(paths[0], "holds no articles", "", "name another path")]))
    # Each source counts its own from a1, and cites must not mean two articles.
    made = (replace(one, id=f"a{n}", lang=lang or one.lang) for n, one in enumerate(articles, start=1))
    return tuple(made), tuple(problems)


def _finds(engine_for: Callable[[str], Engine], articles: Sequence[Article]) -> Iterator[Found]:
    from factcheck.rules.running.read import hits_in
    from factcheck.segment import segment

    for article in articles:
        for sentence, hits in hits_in(engine_for(article.lang), article, segment(article)):
            for hit in hits:
                yield article, sentence, hit


def _shown(article: Article, sentence: Sentence, hit: Hit, cite: str) -> list[str]:
    line, carets = underlined(article.text, hit.start, hit.end, sentence.start, sentence.end)
    held = "; ".join(f"{name} = '{article.text[a:b]}'" for name, a, b in hit.slots)
    out = [f"{cite:<5} {line}", f"      {carets}"]
    return [printable(line) for line in (*out, *([f"      {held}"] if held else []))]

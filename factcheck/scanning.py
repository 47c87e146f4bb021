"""A session's articles through the pipeline, and what the result depends on."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from factcheck import __version__
from factcheck.records import dataclass
from factcheck.session import YAML

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from factcheck.compare.facts.meanings import Meanings
    from factcheck.model import Analysis
    from factcheck.pipeline import Progress
    from factcheck.rules import RuleSet
    from factcheck.session import SessionFolder


@dataclass(frozen=True, slots=True)
class Scanned:
    """What a scan found. ``kept`` are rules that are broken now and ran as they were last read whole."""

    analysis: Analysis
    ruleset: RuleSet
    problems: tuple[object, ...]
    kept: tuple[str, ...] = ()


def scan(folder: SessionFolder, tell: Progress | None = None) -> Scanned:
    """Run the pipeline over a session's articles; ``problems`` list what was set aside, each a line.

    ``tell`` hears how far it is.
    """
    from factcheck.extract.score import Worth
    from factcheck.pipeline import analyse, silently

    articles, problems = folder.read_articles()
    ruleset = session_rules(folder)
    # What a session asks for must be there before a result says that it was used.
    meanings = meanings_of(folder)
    analysis = analyse(articles, ruleset, Worth.of(folder.config.score), tell or silently)
    return scanned(analysis, ruleset, problems, meanings)


def scanned(
    analysis: Analysis,
    ruleset: RuleSet,
    problems: Sequence[object],
    meanings: Meanings | None,
    kept: tuple[str, ...] = (),
) -> Scanned:
    """An analysis with all that was set aside on the way to it; ``problems`` are those of the articles."""
    said = tuple(map(str, (*problems, *analysis.problems)))
    stamp = meanings.stamp if meanings else ""
    return Scanned(replace(analysis, problems=said, semantic=stamp), ruleset, said, kept)


def session_rules(folder: SessionFolder) -> RuleSet:
    """The rules of a session as session.yaml switches and weighs them; a pack not there is a problem."""
    from factcheck.rules import load_rules

    paths, missing = folder.rule_paths()
    off = [glob for glob in folder.config.off if glob not in folder.config.on]
    ruleset = load_rules(paths, off=off, weights=folder.config.weight)
    yaml = str(folder.path / YAML)
    said = [replace(each, path=yaml) if each.path == YAML else each for each in ruleset.problems]
    return replace(ruleset, problems=(*missing, *said))


def analysis_key(folder: SessionFolder) -> str:
    """A hash of all that an analysis depends on: program, articles, what session.yaml says, rule files.

    And what is wrong with them, so that an analysis never stands beside the errors of another day.
    """
    config = folder.config
    paths, missing = folder.rule_paths()
    parts = [__version__, folder.fingerprint(), *config.off, "|", *config.on, "|"]
    parts += [f"{rule}={weight}" for rule, weight in sorted(config.weight.items())]
    parts += [f"score {name}={number}" for name, number in sorted(config.score.items())]
    parts += [sha256(data).hexdigest() for path in paths for data in _rule_bytes(path)]
    parts += [stamp_of(folder)] if config.semantic else []
    parts += map(str, (*config.problems, *folder.originals()[1], *missing))
    return sha256("\n".join(parts).encode()).hexdigest()


def meanings_of(folder: SessionFolder) -> Meanings | None:
    """The model that ranks what comes near, where session.yaml asks for it; BadInput without it."""
    if not folder.config.semantic:
        return None
    from factcheck.compare.facts.wordvectors import model

    return model()


def stamp_of(folder: SessionFolder) -> str:
    """What ``meanings_of`` is known by; a stored analysis can be read where the model is not installed."""
    if not folder.config.semantic:
        return ""
    from factcheck.compare.facts.wordvectors import STAMP

    return STAMP


def _rule_bytes(path: Path) -> Iterable[bytes]:
    """A rule file and the word lists beside it."""
    yield path.read_bytes()
    for words in sorted(path.parent.glob("lists/*.txt")):
        yield words.read_bytes()

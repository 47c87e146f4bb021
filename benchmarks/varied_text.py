"""Our own articles over and over, each time with other names and figures: no sentence comes twice."""

from __future__ import annotations

import re
from hashlib import sha256
from random import Random
from typing import TYPE_CHECKING

from benchmarks.truth import HERE, SEEDS
from factcheck.ingest import read_paths
from factcheck.model import Article
from factcheck.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

STORIES = ("museum-theft", "council-recount", "clinic-outbreak", "border-clash")
"""Stories of the answer keys whose texts may be read by anybody."""
_FIGURE = re.compile(r"\d+")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
_FIRST = ("Al", "Bor", "Cas", "Dor", "El", "Fen", "Gal", "Har", "Is", "Jor", "Kel", "Lan", "Mor", "Nas", "Or",
          "Pel", "Quil", "Rav", "Sor", "Tam", "Ul", "Var", "Wes", "Yar", "Zel")  # fmt: skip
_LAST = ("dren", "vik", "tel", "rin", "mar", "wick", "dor", "row", "tra", "ness", "by", "net", "gate", "tin",
         "len", "low", "sby", "ens", "rel", "sin", "ric", "nham", "try", "mouth", "ler")  # fmt: skip
_SHARE = 0.5
"""How many of the names are changed: a rule may ask for one that is known."""


def base() -> list[Article]:
    """The articles of the samples, of the stories, and the seeds where they are."""
    folders = [one / "articles" for one in sorted(shipped("sample_sessions").iterdir()) if one.is_dir()]
    folders += [HERE / "truth" / name / "articles" for name in STORIES]
    paths: list[Path] = [*folders, *([SEEDS] if SEEDS.is_dir() else [])]
    return list(read_paths(paths)[0])


def varied(articles: Sequence[Article], characters: int, seed: int = 1) -> Iterator[Article]:
    """Articles of so many characters in all; the same ones each time."""
    random = Random(seed)
    made = 0
    while made < characters:
        for article in articles:
            text = _NAME.sub(lambda found: _name(found, random), article.text)
            text = _FIGURE.sub(lambda found: _figure(found.group(), random), text)
            digest = sha256(text.encode()).hexdigest()
            yield Article(f"a{made}", "-", "", "", text, digest, digest, lang=article.lang)
            made += len(text)
            if made >= characters:
                return


def _name(found: re.Match[str], random: Random) -> str:
    return random.choice(_FIRST) + random.choice(_LAST) if random.random() < _SHARE else found.group()


def _figure(figure: str, random: Random) -> str:
    """A figure of as many digits; a year stays one."""
    if len(figure) == 4 and figure[:2] in ("19", "20"):
        return figure[:2] + f"{random.randrange(10, 26)}"
    return f"{random.randrange(1, 10)}" + "".join(f"{random.randrange(10)}" for _ in figure[1:])

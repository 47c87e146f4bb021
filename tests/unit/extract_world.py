"""Claims of a text by the packs that ship, for the tests that read them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from factcheck.extract import extract
from factcheck.ingest import read_bytes
from factcheck.resources import shipped
from factcheck.rules import Engine, compile_rules, load_rules
from factcheck.segment import segment
from factcheck.values import ValueReader

if TYPE_CHECKING:
    from factcheck.model import Claim


@cache
def _tools() -> tuple[Engine, ValueReader, dict[str, object]]:
    rules = load_rules([shipped("rules") / "core.yaml", shipped("rules") / "conflict.yaml"])
    infos: dict[str, object] = dict(rules.infos())
    return compile_rules(rules), ValueReader(rules.lexicon), infos


def claims_of(text: str) -> tuple[Claim, ...]:
    engine, reader, infos = _tools()
    article = read_bytes(text.encode(), path="story.txt", id="a1")
    return extract(article, segment(article), engine, reader, infos)  # type: ignore[arg-type]

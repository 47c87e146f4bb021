"""What the tools for rule authors found, as JSON for scripts. Offsets count code points."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.rules.phrases.message import filled
from factcheck.rules.trying.explain import why_not

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.model import Article, Hit, Sentence
    from factcheck.rules import ExampleResult, Rule
    from factcheck.rules.trying.coverage import Coverage
    from factcheck.rules.trying.examples import Normal
    from factcheck.rules.trying.explain import Explanation, Match, Trace

Json = dict[str, Any]


def explained(found: Explanation, normal: Normal, needs: Sequence[Sequence[str]]) -> Json:
    """``needs``: for each pattern the words one of which must stand in a sentence, a line for each set."""
    return {
        "rule": found.rule.id,
        "title": found.rule.info.title,
        "place": str(found.rule.place),
        "text": found.text,
        "notes": list(found.notes),
        "compile_ms": round(found.compile_ms, 3),
        "ms": round(found.ms, 3),
        "sentences": [
            {
                "start": one.start,
                "end": one.end,
                "hits": len(one.hits),
                "patterns": [
                    _trace(found, trace, normal, words)
                    for trace, words in zip(one.traces, needs, strict=True)
                ],
            }
            for one in found.sentences
        ],
    }


def _trace(found: Explanation, trace: Trace, normal: Normal, needs: Sequence[str]) -> Json:
    said: Json = {
        "pattern": trace.pattern.text,
        "needs": list(needs),
        "ms": round(trace.ms, 3),
        "matches": [_match(found, match, normal) for match in trace.matches],
        "stopped": None,
    }
    if trace.reach is not None:
        fits = trace.reach.fits
        said["stopped"] = {
            "start": fits[0] if fits else None,
            "end": fits[1] if fits else None,
            "fits": trace.reach.upto.strip(),
            "needs": trace.reach.stopped.text.strip() if trace.reach.stopped else None,
            "why": why_not(trace.reach, found.text),
        }
    return said


def _match(found: Explanation, match: Match, normal: Normal) -> Json:
    message = found.rule.info.message
    return {
        "start": match.start,
        "end": match.end,
        "text": found.text[match.start : match.end],
        "dropped": match.dropped or None,
        "slots": slots_of(found.text, match.slots, found.rule, normal),
        "message": filled(message, found.text, match.slots) if message else None,
    }


def slots_of(
    text: str, slots: Iterable[tuple[str, int, int]], rule: Rule | None = None, normal: Normal | None = None
) -> list[Json]:
    """Each slot with its words, and with what they are read as where the rule says how."""
    forms = {slot.name: slot.normalise for slot in rule.slots} if rule is not None else {}
    found: list[Json] = []
    for name, start, end in slots:
        one: Json = {"name": name, "start": start, "end": end, "text": text[start:end]}
        form = forms.get(name, "none")
        if rule is not None and normal is not None:
            one["normal"] = None if form == "none" else normal(form, text[start:end], rule.lang)
        found.append(one)
    return found


def tried(
    finds: Iterable[tuple[Article, Sentence, Hit, str]], articles: Sequence[Article], hits: int, ms: float
) -> Json:
    """``finds`` are the hits that are told, each with its cite; ``hits`` counts all of them."""
    return {
        "hits": hits,
        "ms": round(ms, 3),
        "articles": [{"id": one.id, "path": one.path, "characters": len(one.text)} for one in articles],
        "found": [
            {
                "article": article.id,
                "cite": cite,
                "start": hit.start,
                "end": hit.end,
                "text": article.text[hit.start : hit.end],
                "sentence": {
                    "start": sentence.start,
                    "end": sentence.end,
                    "text": article.text[sentence.start : sentence.end],
                },
                "slots": slots_of(article.text, hit.slots),
            }
            for article, sentence, hit, cite in finds
        ],
    }


def tested(results: Sequence[ExampleResult], covered: Coverage | None) -> Json:
    """All examples, then what none of them fires where that was asked for."""
    said: Json = {
        "passed": sum(result.ok for result in results),
        "examples": [
            {
                "rule": result.rule,
                "place": result.place,
                "ok": result.ok,
                "text": result.text,
                "expected": result.expected,
                "got": result.got,
                "why": result.why,
                "hits": [{"start": start, "end": end} for start, end in result.hits],
            }
            for result in results
        ],
    }
    if covered is not None:
        said["coverage"] = {
            "patterns": covered.patterns,
            "terms": covered.terms,
            "unfired": [
                {"rule": one.rule, "place": str(one.pattern.place), "pattern": one.pattern.text}
                for one in covered.unfired
            ],
            "unheard": [
                {
                    "vocabulary": one.vocabulary.name,
                    "place": str(one.vocabulary.place),
                    "terms": list(one.terms),
                }
                for one in covered.unheard
            ],
        }
    return said

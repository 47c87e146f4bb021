"""The JSON of ``export`` read back: the acts in it, or, where a script made it, the verdicts.

Only form is judged here: whether it is JSON of bearable size, and what is an event in it. Whether its
quotes stand in the texts is for whoever has the texts. What cannot be read is said and passed over.
"""

from __future__ import annotations

import json
from dataclasses import MISSING, dataclass, fields
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from factcheck.model import Anchor, Event, Evidence, Version, claim_id
from factcheck.problems import BadInput, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LARGEST = 200 * 1024**2
"""Bytes of a file."""
CONTEXT = 32
"""Code points on each side of a quote that an anchor made here keeps."""
_MADE = TypeVar("_MADE", Anchor, Evidence, Event)


@dataclass(frozen=True, slots=True)
class Told:
    """What a file tells. ``articles`` are the names that it gives to texts, by their hash."""

    events: tuple[Event, ...]
    articles: Mapping[str, str]
    problems: tuple[Problem, ...]
    versions: tuple[tuple[str | None, Version], ...] = ()
    """Earlier texts that its acts were made on, each with the hash of the text that its article has there."""
    made: bool = False
    """The file has no acts, only verdicts: the events were made here. Their ids are a hash of what they
    say, so they are the same each time; clock and, where the file has none, time are empty."""


class _Wrong(Exception):
    """A part that is no event, no verdict or no evidence, and why."""


def read_export(data: bytes, name: str, texts: Mapping[str, str], places: Mapping[str, Anchor]) -> Told:
    """The events in the bytes of an export; ``name`` stands for the file in messages.

    ``texts`` are the session's texts by hash and ``places`` the anchors of its claims by id: a script
    may name a claim by its id alone. Raises BadInput where it is no JSON, or none of this program's.
    """
    document = _document(data, name)
    reader = _Reader(document, name, texts, places)
    listed = document.get("events")
    if isinstance(listed, list) and listed:
        events = tuple(reader.events(listed))
        return Told(events, reader.articles, tuple(reader.problems), reader.versions(document))
    if not isinstance(document.get("claims"), list):
        mend = "`factcheck export SESSION --format json` writes such a file"
        raise BadInput(Problem(name, "holds neither events nor claims", "", mend))
    events = tuple(reader.verdicts(document["claims"]))
    return Told(events, reader.articles, tuple(reader.problems), made=True)


def _document(data: bytes, name: str) -> dict[str, Any]:
    if len(data) > LARGEST:
        raise BadInput(Problem(name, "is too large", f"it has {len(data):,} bytes, more than {LARGEST:,}"))
    try:
        document = json.loads(data.decode("utf-8-sig"), parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise BadInput(
            Problem(name, "is no JSON", error.msg, "export it again", error.lineno, error.colno)
        ) from error
    except UnicodeDecodeError as error:
        raise BadInput(Problem(name, "is no JSON", "it is not UTF-8", "save it as UTF-8")) from error
    except (ValueError, RecursionError) as error:
        why = "it is nested too deeply" if isinstance(error, RecursionError) else "a number of it is none"
        raise BadInput(Problem(name, "is no JSON that can be read", why, "export it again")) from error
    if not isinstance(document, dict):
        raise BadInput(Problem(name, "is no export of factcheck", "it is no table of keys"))
    return document


def _no_number(word: str) -> NoReturn:
    raise ValueError(word)


class _Reader:
    """Reads part by part and collects what is wrong with them."""

    def __init__(
        self, document: dict[str, Any], name: str, texts: Mapping[str, str], places: Mapping[str, Anchor]
    ) -> None:
        self._name = name
        self._texts = texts
        self._places = places
        self._hashes: dict[str, str] = {}
        """Of the articles' texts, by their display id in the file."""
        self.articles: dict[str, str] = {}
        self.problems: list[Problem] = []
        listed = document.get("articles")
        for article in listed if isinstance(listed, list) else ():
            self._article(article)

    def _article(self, article: object) -> None:
        if not isinstance(article, dict):
            return
        digest, id_ = article.get("text_sha256"), article.get("id")
        if isinstance(digest, str):
            self.articles[digest] = str(article.get("path") or article.get("title") or id_)
            if isinstance(id_, str):
                self._hashes[id_] = digest

    def events(self, listed: list[object]) -> Iterator[Event]:
        for number, item in enumerate(listed, start=1):
            try:
                yield _event(item)
            except _Wrong as wrong:
                self._wrong(f"event {number} is none", wrong)

    def versions(self, document: dict[str, Any]) -> tuple[tuple[str | None, Version], ...]:
        """The earlier texts of the file; one that is not what its hash says is passed over."""
        listed = document.get("versions")
        found: list[tuple[str | None, Version]] = []
        for number, item in enumerate(listed if isinstance(listed, list) else (), start=1):
            said = item if isinstance(item, dict) else {}
            words = [said.get(name) for name in ("text_sha256", "sha256", "seen_at", "text")]
            digest, original, seen, text = (word if isinstance(word, str) else "" for word in words)
            if sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != digest:
                self._wrong(
                    f"version {number} is none", _Wrong("its text is not the one its hash was made of")
                )
                continue
            article = said.get("article")
            now = self._hashes.get(article) if isinstance(article, str) else None
            found.append((now, Version(digest, original[:64], "", seen[:40], text)))
        return tuple(found)

    def _wrong(self, what: str, wrong: _Wrong) -> None:
        self.problems.append(Problem(self._name, what, str(wrong), "the rest was read"))

    # --- what a script may say --------------------------------------------------------------

    def verdicts(self, claims: list[object]) -> Iterator[Event]:
        """A verdict and, where there is one, a note for each entry of a claim's ``verdicts``."""
        for number, claim in enumerate(claims, start=1):
            try:
                made = self._judged(claim)
            except _Wrong as wrong:
                self._wrong(f"the verdicts of claim {number} are refused", wrong)
            else:
                yield from made

    def _judged(self, item: object) -> list[Event]:
        if not isinstance(item, dict):
            raise _Wrong("it is no table of keys")
        if not item.get("verdicts"):
            return []
        anchor = self._claim(item)
        return [
            event for each in _list(item["verdicts"], "verdicts") for event in self._verdict(anchor, each)
        ]

    def _claim(self, claim: dict[str, Any]) -> Anchor:
        """Where a claim stands: by its article and offsets, or as this session knows its id."""
        id_, text = claim.get("id"), claim.get("text")
        place = {key: claim.get(key) for key in ("article", "start", "end")}
        anchor = (
            self._span({**place, "text": text}) if all(each is not None for each in place.values()) else None
        )
        if anchor is None:
            anchor = self._places.get(id_) if isinstance(id_, str) else None
            if anchor is None:
                raise _Wrong("it names no place, and no claim of this session")
            if text is not None and text != anchor.exact:
                raise _Wrong("its text differs from the one of that claim here")
        if id_ is not None and id_ != claim_id(anchor.text_sha256, anchor.start, anchor.end):
            raise _Wrong("its id is not that of its place")
        return anchor

    def _span(self, place: dict[str, Any]) -> Anchor:
        digest = self._hashes.get(place["article"]) if isinstance(place["article"], str) else None
        start, end, exact = place["start"], place["end"], place.get("text")
        if digest is None or type(start) is not int or type(end) is not int or not 0 <= start < end:
            raise _Wrong("its article or its place is none")
        text = self._texts.get(digest, "")
        exact = text[start:end] if exact is None else exact
        if not isinstance(exact, str):
            raise _Wrong("its text is none")
        return Anchor(
            digest, start, end, exact, text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
        )

    def _verdict(self, anchor: Anchor, item: object) -> Iterator[Event]:
        said = _table(
            item, {"reviewer", "verdict", "kind", "note", "evidence", "at", "event", "anchor", "stale"}
        )
        evidence = tuple(self._evidence(each) for each in _list(said.get("evidence") or [], "evidence"))
        reviewer, at, note = said.get("reviewer"), said.get("at"), said.get("note")
        if not isinstance(reviewer, str) or not reviewer.strip():
            raise _Wrong("a verdict names no reviewer")
        if note is not None and not isinstance(note, str):
            raise _Wrong("a note is no text")
        claim = claim_id(anchor.text_sha256, anchor.start, anchor.end)
        key = [claim, reviewer, said.get("verdict"), said.get("kind"), repr(evidence), note, at]
        batch = sha256(json.dumps(key).encode()).hexdigest()
        whole: dict[str, Any] = {
            "clock": "",
            "at": at or "",
            "reviewer": reviewer,
            "claim": claim,
            "anchor": anchor,
        }
        if said.get("verdict") is not None:
            what = {"verdict": said["verdict"], "kind": said.get("kind"), "evidence": evidence}
            yield Event(id=f"{batch[:31]}v", type="verdict", batch=batch[:32], **whole, **what)
        if note:
            yield Event(id=f"{batch[:31]}n", type="note", batch=batch[:32], note=note, **whole)

    def _evidence(self, item: object) -> Evidence:
        said = _table(item, {"claim", "article", "start", "end", "text", "anchor", "url", "archived", "seen"})
        claim, anchor = said.get("claim"), None
        if said.get("anchor") is not None:
            anchor = _made(Anchor, said["anchor"])
        elif isinstance(claim, str):
            anchor = self._places.get(claim)
            if anchor is None:
                raise _Wrong("evidence is no claim of this session")
        elif said.get("article") is not None:
            anchor = self._span({key: said.get(key) for key in ("article", "start", "end", "text")})
        # A span's words stand in its anchor; the words of an evidence are those of something outside.
        text = said.get("text") if anchor is None else None
        outside = {key: said.get(key) for key in ("url", "archived", "seen")}
        if anchor is None and text is None and not any(outside.values()):
            raise _Wrong("evidence names neither a place nor an address")
        return Evidence(claim=claim, anchor=anchor, text=text, **outside)


# --- parts of the model ---------------------------------------------------------------------


def _event(item: object) -> Event:
    said = _table(item, {field.name for field in fields(Event)})
    if said.get("anchor") is not None:
        said["anchor"] = _made(Anchor, said["anchor"])
    said["evidence"] = tuple(map(_whole_evidence, _list(said.get("evidence") or [], "evidence")))
    return _made(Event, said)


def _whole_evidence(item: object) -> Evidence:
    said = _table(item, {field.name for field in fields(Evidence)})
    if said.get("anchor") is not None:
        said["anchor"] = _made(Anchor, said["anchor"])
    return _made(Evidence, said)


def _made(kind: type[_MADE], item: object) -> _MADE:
    """An object of the model with every field that it must have; their types are judged where it is used."""
    said = _table(item, {field.name for field in fields(kind)})
    needed = {
        field.name for field in fields(kind) if field.default is MISSING and field.default_factory is MISSING
    }
    if missing := needed - said.keys():
        raise _Wrong(f"it has no {', '.join(sorted(missing))}")
    return kind(**said)


def _table(item: object, known: set[str]) -> dict[str, Any]:
    if not isinstance(item, dict):
        raise _Wrong("it is no table of keys")
    if unknown := item.keys() - known:
        raise _Wrong(f"{min(unknown)[:40]!r} is not known to this version")
    return dict(item)


def _list(item: object, what: str) -> list[object]:
    if not isinstance(item, list):
        raise _Wrong(f"its {what} is no list")
    return item

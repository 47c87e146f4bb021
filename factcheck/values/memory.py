"""Whom an article has named so far, and who is meant by "he", "it" and "the agency"."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from factcheck.values.bodies import Bodies
from factcheck.values.holders import Holders
from factcheck.values.wordlists import words

Sort = Literal["person", "body", "unknown"]
_KEPT = 40
_MET = 12
_SENTENCES = 300
ANY_BODY = words(
    "agency company firm group organisation organization body service outlet newspaper broadcaster website"
    " channel charity network watchdog institution party movement department operator airline carrier"
    " think-tank bureau foundation association federation alliance"
)
"""Nouns that may stand for a body whose name has another: "the agency" for NIS. "The union" may not."""


PAPERS = words(
    "statement report letter ruling study survey release communique bulletin announcement verdict judgment"
    " judgement indictment memo complaint review audit post message"
)
"""What somebody issues that later speaks for him: "the statement said"."""


class Speaker(NamedTuple):
    """Somebody who can be meant by "he" or "the agency" later on."""

    name: str
    text: str
    sort: Sort
    paragraph: int
    spoke: bool


@dataclass(slots=True)
class Memory:
    """The speakers and names of the paragraph so far, the latest last, and the article's bodies."""

    speakers: list[Speaker] = field(default_factory=list)
    bodies: Bodies = field(default_factory=Bodies)
    met: list[list[str]] = field(default_factory=list)
    """The bodies that each sentence so far names, a row a sentence."""
    holders: Holders = field(default_factory=Holders)
    papers: dict[str, Speaker] = field(default_factory=dict)
    """Who issued the last statement, the last report and so on."""

    def meet(self, names: list[str]) -> None:
        self.met.append(names[:_MET])
        del self.met[:-_SENTENCES]

    def hear(self, speaker: Speaker) -> None:
        self.speakers.append(speaker)
        del self.speakers[:-_KEPT]

    def last(self, paragraph: int, *, sort: Sort | None = None, noun: str = "") -> Speaker | None:
        """The last fitting claimant of this paragraph or the one before, else the last name mentioned."""
        near = [one for one in reversed(self.speakers) if paragraph - one.paragraph <= 1]
        fitting = [
            one
            for one in near
            if (sort is None or one.sort == sort)
            and (not noun or noun in f"{one.name} {one.text}".lower().split())
        ]
        spoken = [one for one in fitting if one.spoke]
        for row in (spoken, fitting):
            here = [one for one in row if one.paragraph == paragraph]
            if here:
                return here[0]
        return spoken[0] if spoken else (fitting[0] if fitting and sort == "person" else None)

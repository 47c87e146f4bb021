"""What a figure is, whatever the verb: a pay, a loss, a term in prison, a crowd, a height.

Stories of every kind give the same few dozen sorts of figures, and no two outlets with the same words: "earns
2,900 a month", "are paid 3,300 a month". Each sort is a dimension and the words by which a reader knows it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.wording.scales import dimension

if TYPE_CHECKING:
    from factcheck.model import Quantity

_ROLES: dict[str, tuple[tuple[str, str], ...]] = {
    "person": (
        (
            "workforce",
            r"employ\w*|work(?:s|ed)?\s+for|workforce|staff|payroll|ha[sd]\s+[\d,.]+\s+(?:\w+\s+)?(?:workers|people)",
        ),
        (
            "crowd",
            r"took\s+part|tak(?:e|es|ing)\s+part|taken\s+part|participa\w+|attend\w*|turn(?:ed)?\s+out|march\w*|rall(?:y|ied)"
            r"|demonstrat\w+|protest\w*|gather\w*|walked\s+out|strikers?|on\s+strike|joined|celebrat\w+|came\s+to"
            r"|took\s+to\s+the\s+streets|stood\s+(?:before|outside|in\s+front)|at\s+the\s+start|crowd|assembled|thronged",
        ),
        ("visitors", r"visit\w*|tickets?|guests?|admission"),
        ("aboard", r"on\s+board|aboard|carr(?:y|ied|ying)"),
        (
            "homeless",
            r"homeless|left\s+their\s+homes|evacuat\w+|displaced|fled|brought\s+to\s+safety|moved\s+out|tents?",
        ),
        (
            "in hospital",
            r"(?:in|to)\s+(?:the\s+)?hospitals?|hospitali[sz]\w+|treated|intensive\s+care|clinics?",
        ),
        (
            "rescuers",
            r"rescuers|firefighters|search\w*|deployed|on\s+(?:the\s+)?(?:duty|case|scene)|at\s+work|officers",
        ),
        ("held", r"arrest\w*|in\s+custody|detain\w*|behind\s+bars|held|taken\s+in"),
    ),
    "money": (
        ("pay", r"earn(?:s|ed)?|salar(?:y|ies)|wages?|(?:is|are|was|were)\s+paid|a\s+month|an\s+hour"),
        ("loss", r"loss(?:es)?|worth|value[ds]?|damages?|insured|stolen|embezzled|defrauded|took|lost"),
        ("price", r"costs?|price[ds]?|bill|spent|spend(?:s|ing)?|contributed|budget|funding|paid\s+for"),
        ("fine", r"fine[ds]?|penalt(?:y|ies)|repay|pay\s+back|paid\s+back|compensation"),
        ("profit", r"profits?|earned|net\s+income"),
    ),
    "percent": (
        ("pay claim", r"demand(?:s|ed)?|wants?|asks?\s+for|asked\s+for|call(?:s|ed)?\s+for|seek(?:s|ing)?"),
        ("offer", r"offer(?:s|ed)?|on\s+the\s+table|propos\w+"),
        ("turnout", r"turnout|took\s+part|cast|went\s+to\s+the\s+polls|voted"),
    ),
    "time": (
        ("plea", r"(?:prosecut\w+)\s+(?:had\s+|has\s+)?(?:asked|demanded|called|sought|wanted|requested)"),
        ("term", r"prison|jail(?:ed)?|sentence[ds]?|behind\s+bars|got|given|imprisonment"),
        ("hearing", r"trial|hearings?|in\s+court|verdict"),
        ("after launch", r"lift-?off|take-?off|launch|into\s+(?:its|the)\s+flight"),
        ("stay", r"stay\w*|raid|left|lasted|inside"),
    ),
    "length": (
        ("height", r"height|altitude|high|up|tall|above"),
        ("depth", r"deep|depth|below|beneath"),
        (
            "from shore",
            r"offshore|from\s+the\s+(?:coast|shore|beach)|off\s+the\s+coast|out\s+at\s+sea|at\s+sea",
        ),
        ("stretch", r"stretch\w*|along|over\s+(?:a\s+distance\s+of)?|on\s+[\d.,]+\s+\w+\s+of"),
    ),
    "mass": (("spilled", r"leak\w*|spill\w*|ran\s+into|got\s+into|poured|escaped|flowed|seeped|released"),),
    "temperature": (("weather", r"temperatures?|thermometers?|degrees|heat|cold"),),
}
_READ = {
    family: tuple((name, re.compile(rf"\b(?:{words})\b", re.I)) for name, words in row)
    for family, row in _ROLES.items()
}


def role(text: str, start: int, end: int, quantity: Quantity) -> str | None:
    """The sort of the figure ``quantity`` in the clause ``text[start:end]``, by the cue nearest to it.

    A unit that nobody has listed may be a currency ("2,900 crowns").
    """
    family, _ = dimension(quantity.unit)
    known = family if family in _READ else "money" if family is not None and family == quantity.unit else None
    return _nearest(text[start:end], quantity.start - start, quantity.end - start, known)


@lru_cache(maxsize=20_000)
def _nearest(clause: str, start: int, end: int, family: str | None) -> str | None:
    best: tuple[int, str] | None = None
    for name, pattern in _READ.get(family or "", ()):
        for cue in pattern.finditer(clause):
            far = max(start - cue.end(), cue.start() - end, 0)
            if best is None or far < best[0]:
                best = (far, name)
    return best[1] if best else None

"""Who does what a clause tells, where the clause itself has only a pronoun or begins with its verb."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.extract.words import VERB
from factcheck.values.cues import BODIES, PEOPLE

if TYPE_CHECKING:
    from factcheck.compare.reading.profiles import Profile

PRONOUN = re.compile(r"(?:it|he|she|they)\s+", re.I)
SUBJECT = re.compile(
    rf"\W*(?P<who>(?:[^\s,;:]+\s+){{0,5}}?[^\s,;:]+?)(?:,[^,]{{1,80}},)?\s+"
    rf"(?:\Z|{VERB}|[a-z]{{3,}}s\s+(?:a|an|the|its|about|more|some|\d))"
)
NEAR = 400
"""How far before its own sentence (in code points) what a pronoun stands for is looked for."""
_DUMMY = re.compile(
    r"it\s+(?:took|takes|(?:is|was|will\s+be|would\s+be|will\s+not\s+be)\s+(?!(?:about|nearly|almost|some|around)?\s*[\d£$€]))",
    re.I,
)
""" "It was a week", "it took them hours": nothing is meant; "it is £36m" means what was told before."""
_SETTING = re.compile(r"\A(?:In|On|At|By|After|Since|During|For|Under|With)\s[^,]{1,60},\s+")
_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])")
_REPORTS = re.compile(r"\b(?:said|says|stated|reported|wrote)\s+(?:that\s+)?")
_SPEAKS = re.compile(
    r"\w+\s+(?:(?:did|does|would|has|had|will|could)\s+)?(?:not\s+)?(?:say|says|said|give|gave)\b", re.I
)
_COPULA = re.compile(r"it\s+(?:is|was)\b", re.I)
_NOT_WHO = re.compile(
    r"(?:it|he|she|they|this|that|these|those|there|we|you|i|what|who|which|but|and|nobody|no)\b", re.I
)
_ELSEWHERE = re.compile(r"\b(?:of|in|on|at|by|for|with|from|to|that|which|who)\s", re.I)
_THAT = re.compile(r"\bthat\s+")
_MEANWHILE = re.compile(r"\s(?:while|when|after|before|since|by)\s+\Z")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d)")
_NUMBER = re.compile(
    r"(?:(?:about|some|around|nearly|almost|over|more\s+than|at\s+least)\s+)?\d[\d,.]*\s+", re.I
)


def antecedent(profile: Profile, text: str) -> str | None:
    """What the pronoun means with which a claim of the article ``text`` begins; None where that is not plain.

    It is the subject of the words before it in its sentence, else of the sentence before in its paragraph.
    """
    found = PRONOUN.match(profile.text)
    if found is None or _DUMMY.match(profile.text):
        return None
    pronoun = found[0].strip().casefold()
    opens = profile.claim.sentence[0]
    own = text[opens : profile.start]
    before = text[max(0, opens - NEAR) : opens].rsplit("\n", 1)[-1].strip()
    for stretch in (own, _SENTENCE.split(before)[-1]):
        told = _REPORTS.split(stretch)[-1] if _COPULA.match(profile.text) else stretch
        subject = _subject(told)
        speaks = _SPEAKS.match(profile.text) is not None
        if subject and _agrees(pronoun, subject["who"]) and (not speaks or _can_speak(subject["who"])):
            return _NUMBER.sub("", subject["who"])
    return None


def doing(profile: Profile, text: str) -> str | None:
    """Who does what a claim tells that has no verb but its first, "fighting": its sentence's subject."""
    before = text[profile.claim.sentence[0] : profile.start]
    subject = _subject(_THAT.split(_MEANWHILE.sub("", before))[-1])
    if subject is None or _NOT_WHO.match(subject["who"]) or _ELSEWHERE.search(subject["who"]):
        return None
    return _NUMBER.sub("", subject["who"])


def _subject(told: str) -> re.Match[str] | None:
    bare = _SETTING.sub("", _THOUSANDS.sub("", told.strip()))
    return SUBJECT.match(f"{bare} ") if bare else None


def _agrees(pronoun: str, who: str) -> bool:
    if _NOT_WHO.match(who) or _ELSEWHERE.search(who):
        return False
    words = who.split()
    if pronoun != "they" and "and" in words:
        return False
    last = words[-1].strip("”\"'").casefold()
    name = words[-1][:1].isupper()
    if pronoun == "they":
        return last.endswith("s") or last in ("people", "men", "women", "children", "police")
    if pronoun == "it":
        plural = last.endswith("s") and not name
        person = last in PEOPLE or (len(words) > 1 and all(word[:1].isupper() for word in words))
        return not plural and (not person or words[0].casefold() == "the") and last not in PEOPLE
    return last not in BODIES and (
        last in PEOPLE or name or last in ("man", "woman", "boy", "girl", "suspect")
    )


def _can_speak(who: str) -> bool:
    words = who.split()
    return words[-1].casefold() in PEOPLE | BODIES or words[-1][:1].isupper()

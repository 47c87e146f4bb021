"""A clause of an article as a title: whole, without what dangles, in the words of the text."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.compare.facts.similarity import STOPWORDS
from factcheck.compare.wording import short
from factcheck.extract.words import SURE_VERB, VERB
from factcheck.values.cues import BE, HAVE, MODALS, PLAIN_VERBS
from factcheck.values.wordlists import words

LONGEST = 80
EASY = 48
"""A title longer than this gives up what is set in behind its subject."""
LEAST_CUT = (25, 40)
"""What is left of a title that is cut at a comma, and at a preposition, has so many code points at least."""
_LEADING = re.compile(
    r"^(?:(?:the|an?(?!\s+(?:year|month|week|day|few))|that(?!\s+(?:is|was))|its|their|his|her|and|or|but|of|to|also|have|has|had"
    r"|been|was|were|is|are|more(?!\s+than)|only)\b(?![-'’])|[^\w“‘\"'£$€])\s*",
    re.I,
)
_ADRIFT = re.compile(r"^(?:by|at|with|in|on)\s+")
"""A clause cut off before its preposition; one that opens the sentence has a capital and keeps its place."""
_SETTING = re.compile(
    r"^(?:(?:In|On|At|By|After|Since|During|Until|Before|Outside|Despite|Under)\s[^,]{1,60}"
    r"|(?:Because|As|When|While|Although|Though)\s[^,]{1,90}),\s+"
)
_SUBORDINATE = re.compile(r"^(?:as|because|although|though|while)\s+(?=\w+\s)", re.I)
_DUMMY = re.compile(r"^(?:it|this|that|there)\s+(?:is|was|are|were)\s+(?:the|an?)\s+", re.I)
""" "It was the deadliest fire since 1974": what it is says all."""
_VERBS = PLAIN_VERBS | MODALS | BE | HAVE | words("cost costs shed put set licensed owned owns did")
"""Verbs with which a clause can begin whose subject stands before it."""
_DID = re.compile(
    r"^(?:\w+ed|sent|\w{2,}[^s\W]s)\s+(?:the|an?|its|their|his|her|some|from|[\d£$€])|^(?:will|would)\b|^\w+ing\b|^(?:continues?|remains?|keeps?|seems?|appears?|becomes?|wants?)\s",
    re.I,
)
_OBJECT = re.compile(
    r"^(?:it\s+)?(killed|wounded|injured|hurt|captured|arrested|rescued|evacuated)\s+"
    r"((?:[\w’'-]+\s+){0,2}[\w’'-]+s|people)$",
    re.I,
)
"""Killed soldiers: soldiers killed."""
_LEFT = re.compile(r"^left\s+(?=.+\s(?:dead|injured|wounded|homeless|missing)$)", re.I)
_TRAILING = re.compile(
    r"(?:\s+(?:the|a|an|that|and|or|of|to|by|at|in|on|for|with|from|have|has|had|been|was|were|is|are|its|their"
    r"|his|her|as|about|around|some|than|more|least|nearly|over|after|when|while|late|early)|[\s,;:.–—-]+)$",
    re.I,
)
_SAID = re.compile(r",\s+(?:[\w’'-]+\s+){0,6}(?:said|says|told|added|reported)\b.*$|,?\s+according\s+to\b.*$")
_PASSIVE = re.compile(
    r"(?<!\bwho )(?<!\bwhich )(?<!\bthat )\b"
    r"(?:(?:have|has|had)\s+(?:either\s+)?been|was|were|are|is)(?:\s+(?:either|being))*\s+"
    r"(?=[\w-]+(?:ed|en|un|ilt|ost|ound|old|eft|own)\b)"
)
_SET_IN = re.compile(
    rf"^(?P<who>[^,]{{3,60}}),\s(?P<aside>(?:which|who)\s[^,]{{3,90}}|[^,]{{3,90}}(?=,\s(?:{VERB}))),\s"
)
_NAME = re.compile(r"(?:[A-Z][\w’'-]*\s?){1,4}\Z")
_BREAKS = (
    re.compile(
        rf",\s|\s(?:because|while|after|when|who|which|although)\s|\s(?:and|but)\s(?=(?:{VERB}|the|an?|it|he|she)\b)"
    ),
    re.compile(r"\s(?:on|in|at|by|for|with|between|before|during|since|following|despite|rather\s+than)\s"),
)
"""Where a long title may be cut, the better places first."""
_SECOND = re.compile(r"\s+and\s+that\s.*$")
""" "Said that ... and that ...": the second thing told."""
_HOUR = re.compile(r"\b([ap]\.m)$")
_TELLS = re.compile(
    rf"{VERB}|\b(?!(?:with|from|into|near|over|under|after|about|around|between|than|some|half)\b)[a-z]{{4,}}"
    r"\s+(?:(?:an?|the|its|their)\b|[\d£$€])"
)
""" "Cuts *affect* 7.5%": a word before an object is a verb, too, unless it is a preposition."""
_SURE = re.compile(SURE_VERB)


@lru_cache(maxsize=20_000)
def tells(text: str) -> bool:
    """Whether a clause has a verb."""
    return bool(_TELLS.search(text))


def verb_first(name: str) -> bool:
    """ "Would shed some of its workforce": whose subject stands outside the claim."""
    return name.partition(" ")[0].casefold() in _VERBS or bool(_DID.match(name))


def unsaid(text: str) -> str:
    """A clause without who says it behind, unless nothing is told without that."""
    bare = _SAID.sub("", text)
    return bare if tells(bare) or not tells(text) else text


@lru_cache(maxsize=4_000)
def titled(text: str) -> str:
    """The clause without what leads up to it and what dangles, with a capital, of ``LONGEST`` at most."""
    flat = unsaid(" ".join(text.split()))
    bare = _SETTING.sub("", flat)
    flat = _SUBORDINATE.sub("", bare if tells(bare) else flat)
    flat = _LEFT.sub("", _active(_ADRIFT.sub("", _dummy(_SECOND.sub("", flat)))))
    flat = _OBJECT.sub(r"\2 \1", _bare(flat))
    flat = _fitted(" ".join(_LEFT.sub("", flat).split()))
    while not flat.endswith("…") and flat != (cut := _TRAILING.sub("", flat)):
        flat = cut
    flat = _HOUR.sub(r"\1.", flat or short(text, LONGEST))
    return flat[:1].upper() + flat[1:]


def _bare(flat: str) -> str:
    """Without the little words in front; a pronoun stays with its verb, for without it nobody does it."""
    while flat != (cut := _LEADING.sub("", flat, count=1)):
        if not cut:
            return flat
        flat = cut
    return flat


def _active(flat: str) -> str:
    """ "Workers were rescued": workers rescued, where that is the first verb."""
    found = _PASSIVE.search(flat)
    if found is None or tells(flat[: found.start()]):
        return flat
    return flat[: found.start()] + flat[found.end() :]


def _dummy(flat: str) -> str:
    rest = _DUMMY.sub("", flat)
    content = [word for word in rest.casefold().split() if word not in STOPWORDS]
    return rest if len(content) > 1 else flat


def _fitted(name: str) -> str:
    """At most ``LONGEST`` code points, cut where a clause ends, else at a word."""
    found = _SET_IN.match(name) if len(name) > EASY else None
    if found and not _SURE.search(found["who"]) and (len(name) > LONGEST or not _NAME.match(found["aside"])):
        name = f"{found['who']} {name[found.end() :]}"
    if len(name) <= LONGEST:
        return name
    for sort, least in zip(_BREAKS, LEAST_CUT, strict=True):
        breaks = [m.start() for m in sort.finditer(name, least)]
        whole = [name[:at] for at in breaks if at <= LONGEST and _stands(name[:at])]
        if whole:
            return whole[-1]
    return short(name, LONGEST)


def _stands(cut: str) -> bool:
    """Whether a title may end there: nothing is begun that is not told."""
    begun = max(cut.rfind(" that "), cut.rfind(" which "))
    return tells(cut) and "between" not in cut[-20:] and (begun < 0 or tells(cut[begun:]))

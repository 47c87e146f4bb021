"""Where a noun phrase begins and ends, told by small words, names and signs: no grammar is loaded."""

from __future__ import annotations

from factcheck.values.amounts import STARTERS
from factcheck.values.cues import ADVERBS, BODIES, CLAIMANTS, PRONOUNS, REPORT_NOUNS
from factcheck.values.joints import begins_list, joined, lists_bodies
from factcheck.values.namewords import PLACES
from factcheck.values.tokens import glued
from factcheck.values.view import CLAUSE_WORDS, DETERMINERS, IN_PHRASE, Phrase, View, nominal
from factcheck.values.wordlists import words

_APPOSED = words(
    "who which whose whom a an the known head now also then speaking himself herself itself his her its their"
)


_STATEMENTS = words(
    "statement interview briefing news press post speech report address conference letter"
    " message call video note tweet comment bulletin update broadcast television parliament"
    " telegram twitter facebook x remarks comments morning evening afternoon night occasion"
    " hearing session meeting visit release dispatch summit rally"
)


_ABBREVIATED = words(
    "gen lt col maj capt sgt adm brig mr mrs ms dr sen rep gov prof st jr sr no inc corp ltd co"
)


_LEAD_INS = ADVERBS | words(
    "however moreover furthermore and but or in on at by from to with after before for of as"
    " nevertheless finally instead elsewhere overall while though although although, yet so last"
    " next since until amid despite"
)


_OF_CONTENT = words("both all just only even once first long far so too still always often now then ever")
"""Adverbs that rather begin what is said than end how it is said."""
_OUT_OF = words("one two three both some several many most another others")
"""Behind these "of them" names nobody."""
MAX_WORDS = 16


def subject_before(view: View, end: int) -> Phrase | None:
    """The noun phrase that ends with token ``end - 1``: the subject of a verb that stands there."""
    if end <= 0:
        return None
    before = view.low(end - 1)
    if before == ",":
        return _before_apposition(view, end - 1)
    if before in PRONOUNS:
        return Phrase(end - 1, end)
    if before in ("them", "those") and view.low(end - 2) == "of" and view.low(end - 3) in _OUT_OF:
        return Phrase(end - 3, end)
    if before in ("who", "which"):
        stop = end - 2 if view.low(end - 2) == "," else end - 1
        return subject_before(view, stop) if view.low(stop - 1) not in (",", "who", "which", "") else None
    first = end
    while first > 0 and end - first < MAX_WORDS and _goes_left(view, first - 1, end):
        first -= 1
        goes_on = joined(view, first - 1) or lists_bodies(view, first - 1, end)
        if view.low(first) in DETERMINERS and not _in_phrase(view, first - 1) and not goes_on:
            break
    while first < end and (
        view.low(first) in _LEAD_INS or view.tokens[first].kind == "sign" or view.dated[first]
    ):
        first += 1
    return Phrase(first, end) if first < end and nominal(view, first, end) else None


def _before_apposition(view: View, comma: int) -> Phrase | None:
    """X, who is ..., said; X, a spokesman for Y, said; the ambassador, NAME, said."""
    for opening in range(comma - 1, max(0, comma - 30), -1):
        if view.low(opening) != "," or view.quoted[opening] or view.low(opening - 1) in (",", "who", "which"):
            continue
        inner = opening + 1
        named = view.capital(inner)
        told = view.low(inner).endswith(("ing", "ed")) or view.low(inner) in _APPOSED
        if told or view.low(inner) in CLAIMANTS or named:
            head = subject_before(view, opening)
            if head is None or view.low(head.last) != ",":
                continue
            if owned_by(view, head) and view.names_in(Phrase(inner, comma)):
                return Phrase(inner, comma)
            if named and comma - inner <= 4 and view.names[inner] is not None:
                return Phrase(head.first, comma)
            return head
    return None


def owned_by(view: View, head: Phrase) -> bool:
    """The union's rival, the mill's owner: the union is not meant, and the noun does not say who is."""
    return view.low(head.last - 2) in ("'s", "'") and view.low(head.last - 1) not in CLAIMANTS


def _office_of(view: View, index: int) -> bool:
    """A body's field: the health of "the ministry of health in"."""
    for at in range(index, max(0, index - 4), -1):
        if view.low(at) in ("of", "for"):
            return view.low(at - 1) in BODIES
        if view.tokens[at].kind != "word" or view.low(at) in CLAUSE_WORDS or view.finite(at):
            return False
    return False


def _in_phrase(view: View, index: int) -> bool:
    """A preposition that goes on with a phrase: spokesman for, authorities in, Chiefs of."""
    if view.low(index) == "on":
        return view.low(index - 1) == "briefed"
    if view.low(index) not in IN_PHRASE or index == 0:
        return False
    before = view.low(index - 1)
    if _office_of(view, index - 1):
        return True
    return (
        before in CLAIMANTS
        or before in REPORT_NOUNS
        or before in ("knowledge", "close", "familiar", "privy")
        or (view.low(index) == "of" and before in PLACES and view.capital(index + 1))
        or (view.capital(index - 1) and not view.dated[index - 1])
    )


def _goes_left(view: View, index: int, end: int) -> bool:
    token = view.tokens[index]
    if view.names[index] is not None:
        return True
    if view.dated[index] or view.quoted[index]:
        return False
    low = token.low
    if token.kind == "word":
        if low in CLAUSE_WORDS or view.finite(index) or low == "with":
            return low == "with" and _in_phrase(view, index)
        if low == "and":
            return joined(view, index)
        if low in IN_PHRASE:
            return _in_phrase(view, index) and view.low(index + 1) not in ("which", "whom")
        if low == "on":
            return _in_phrase(view, index)
        return low not in (
            "on",
            "into",
            "over",
            "under",
            "about",
            "against",
            "between",
            "during",
            "following",
        )
    if token.kind == "number":
        return True
    if low == "'s" or token.text in "'’":
        return True
    if token.text == "-":
        return index + 1 < len(view.tokens) and glued(token, view.tokens[index + 1])
    if token.text == ".":
        return index > 0 and (view.low(index - 1) in _ABBREVIATED or len(view.low(index - 1)) == 1)
    if token.text == ",":
        listed = any(view.low(other) == "and" for other in range(index + 1, min(end, index + 6)))
        names = listed and view.capital(index + 1) and index > 0 and begins_list(view, index)
        return names or lists_bodies(view, index, end)
    return token.text in "()&/"


def phrase_after(view: View, first: int) -> Phrase | None:
    """The noun phrase that begins at token ``first``: the X of "according to X"."""
    last = first
    while last < len(view.tokens) and last - first < MAX_WORDS and _goes_right(view, first, last):
        last += 1
    while last > first and (view.low(last - 1) in _LEAD_INS or view.tokens[last - 1].text in ",-(."):
        last -= 1
    return Phrase(first, last) if last > first and nominal(view, first, last) else None


def _goes_right(view: View, first: int, index: int) -> bool:
    token = view.tokens[index]
    if view.names[index] is not None:
        return not (
            index > first
            and view.names[index] is not view.names[index - 1]
            and view.low(index - 1) in ("on",)
        )
    if view.dated[index] or view.quoted[index]:
        return False
    low = token.low
    if token.kind == "word":
        if low in CLAUSE_WORDS or (index > first and view.finite(index)):
            return False
        if low == "and":
            after = view.low(index + 1)
            return view.capital(index - 1) and (view.capital(index + 1) or after in ("the", "other"))
        if low in IN_PHRASE or low == "on":
            return _preposition(view, first, index)
        if low in DETERMINERS and index > first:
            return view.low(index - 1) in IN_PHRASE or view.low(index - 1) == "and"
        return not (low in ADVERBS and index > first)
    if token.kind == "number":
        return index == first or low in STARTERS
    if low == "'s" or token.text == "'":
        return True
    if token.text == "-":
        return index > first and glued(view.tokens[index - 1], token)
    if token.text == ".":
        short = view.low(index - 1) in _ABBREVIATED or len(view.low(index - 1)) == 1
        return index > first and short and index + 1 < len(view.tokens)
    if token.text == "," and index > first:
        listed = any(view.low(other) == "and" for other in range(index + 1, index + 5))
        return listed and view.capital(index - 1) and view.capital(index + 1)
    return token.text in "()&" and index > first


def _preposition(view: View, first: int, index: int) -> bool:
    if index == first or index + 1 >= len(view.tokens) or view.dated[index + 1]:
        return False
    if adverbial(view, index) > index:
        return False
    before = view.low(index - 1)
    known = before in CLAIMANTS or before in REPORT_NOUNS or before in ("and", "familiar", "close")
    return known or view.capital(index - 1)


def adverbial(view: View, index: int) -> int:
    """The token behind "on Friday", "in a statement", "earlier this month", adverbs; ``index`` if none."""
    while index < len(view.tokens):
        low = view.low(index)
        if view.dated[index] or (low in ADVERBS and low not in _OF_CONTENT and not view.quoted[index]):
            index += 1
        elif low in (
            "on",
            "in",
            "at",
            "during",
            "since",
            "by",
            "late",
            "early",
            "earlier",
            "later",
            "to",
            "through",
        ):
            end = _setting(view, index)
            if end == index:
                return index
            index = end
        else:
            return index
    return index


def _setting(view: View, index: int) -> int:
    after = index + 1
    if after < len(view.tokens) and view.dated[after]:
        while after < len(view.tokens) and view.dated[after]:
            after += 1
        return after
    if view.low(index) == "to" and view.low(after) not in (
        "reporters",
        "journalists",
        "parliament",
        "lawmakers",
    ):
        return index
    stop = min(len(view.tokens), index + 9)
    for behind in range(after, stop):
        low = view.low(behind)
        if low in _STATEMENTS or low in ("reporters", "journalists", "lawmakers"):
            while behind + 1 < len(view.tokens) and view.low(behind + 1) in _STATEMENTS:
                behind += 1
            follow = behind + 1
            if view.low(follow) in (
                "with",
                "to",
                "by",
                "in",
                "on",
                "of",
                "published",
                "posted",
                "issued",
                "after",
                "at",
            ):
                phrase = phrase_after(view, follow + 1)
                if phrase is not None and view.low(follow) not in ("of",):
                    return phrase.last
            return follow
        if view.tokens[behind].kind == "sign" and view.tokens[behind].text not in "-'" and low != "'s":
            return index
        if low in CLAUSE_WORDS or view.finite(behind):
            return index
    return index

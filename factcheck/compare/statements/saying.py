"""The reasons given for one statement held against one text, in words."""

from __future__ import annotations

from factcheck.compare.wording import plain, short


def figures(mine: str, other: str) -> str:
    return f"{short(mine)} against {short(other)}"


def same_figure(mine: str, other: str) -> str:
    return f"{short(mine)} fits {short(other)}"


def against(mine: str, other: str) -> str:
    return f"{_bare(other)} against {_bare(mine)} (the claim)"


def then(first: str, last: str) -> str:
    return f"{_bare(first)}, then {_bare(last)}"


def _bare(sentence: str) -> str:
    """A sentence within another: without its full stop, or the sign of a list before it."""
    return plain(sentence.strip().rstrip(".").lstrip("-–•* "))


def dates(mine: str, other: str) -> str:
    return f"another date: {short(mine)} against {short(other)}"


def names(mine: str, other: str) -> str:
    return f"another name in its place: {short(mine)} against {short(other)}"


def denial(words: str, *, text_denies: bool) -> str:
    return f"{'the text' if text_denies else 'the statement'} denies it: “{short(words)}”"


def contrary(mine: str, other: str) -> str:
    return f"the contrary: “{short(mine)}” against “{short(other)}”"


def not_the(word: str) -> str:
    return f"the text tells the rest, and not that it is the {short(word)}"


def no_number(number: str) -> str:
    return f"the text tells much of it, and not the number {short(number)}"


def swapped(first: str, verb: str, last: str) -> str:
    return f"the other way round: the text has “{short(last)} … {short(verb)} … {short(first)}”"


def otherwise(missing: str) -> str:
    return f"the text tells something else of it, and not: {missing}"


def denied_rightly(why: str) -> str:
    return f"the statement denies what the text tells otherwise: {why}"


def told(share: float, missing: str) -> str:
    rest = f"; not told: {missing}" if missing else ""
    return f"{share:.0%} of what the statement says is told{rest}"


def not_told(share: float, missing: str) -> str:
    if not share:
        return "the text has none of the statement's words"
    if not missing:
        return f"it has the words of the statement ({share:.0%}), and does not tell the same"
    return f"it does not tell: {missing}; it has {share:.0%} of the statement's words"


NOTHING_SAID = "the statement says nothing that can be compared"
NO_TEXT = "the text is empty"
OTHER_KINDS = "the two values are of different kinds"
OTHER_THINGS = "the two values are not of one thing"
NO_RATE = "two currencies, and no rate to compare them by"
OPEN_DATES = "the two dates cannot be laid side by side"
UNSOURCED = "no article says it"


def contradicted(against: int, backing: int, why: str) -> str:
    also = f", {_articles(backing)} {_say(backing)} so" if backing else ""
    return f"{_articles(against)} {_say(against)} otherwise{also}: {why}"


def backed(articles: int, voices: int, origins: tuple[str, ...]) -> str:
    copies = f", {voices} of them no copies of another" if voices < articles else ""
    return f"{_articles(articles)} {_say(articles)} so{copies}{_named(origins)}"


def single(articles: int, origins: tuple[str, ...]) -> str:
    """One voice, in so many articles."""
    if articles > 1:
        once = "counted once (copied text, one owner, or taken over)"
        return f"one voice: {_articles(articles)} say so, {once}{_named(origins)}"
    return f"single source: only one article says so{_named(origins)}"


def in_part(articles: int, date: str, origins: tuple[str, ...]) -> str:
    gives = "it does not give" if articles == 1 else "none of them gives"
    return f"in part: {_articles(articles)} {_say(articles)} so, and {gives} {short(date)}{_named(origins)}"


def one_part(articles: int, untold: str, origins: tuple[str, ...]) -> str:
    rest = f"{_articles(articles)} {_say(articles)} the rest"
    return f"in part: no article says “{short(untold)}”; {rest}{_named(origins)}"


def day_missing(why: str, date: str) -> str:
    return f"{why}; the day is not given: {short(date)}" if date else why


def without_date(articles: int, date: str) -> str:
    return f"; {_articles(articles)} more without {short(date)}" if articles else ""


def _articles(count: int) -> str:
    return f"{count} article{'s' * (count != 1)}"


def _say(count: int) -> str:
    return "says" if count == 1 else "say"


def _named(origins: tuple[str, ...]) -> str:
    return f"; by {', '.join(map(short, origins[:4]))}" if origins else "; nobody is named as its source"

r"""The built-in names of the phrase language: ``{number}``, ``{date}``, ``{name}``, ``{rest}`` ...

They find where such a thing stands; what it means is the business of ``factcheck.values``. Every
repeat is bounded, and none stands inside another one over the same signs. All of them are written for
the ``regex`` module; the superset for RE2 is made by ``relax``.
"""

from __future__ import annotations

from functools import cache

from factcheck.rules.regexread import read
from factcheck.rules.relax import relax_tree
from factcheck.rules.words import Piece, any_of

_S = r"[\s]{1,3}"
_H = r"[-‐‑‒–−]"
_AP = r"['’ʼ]"

# --- numbers ---------------------------------------------------------------------------------

_SMALL_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
).split()
_BIG_WORDS = ("hundred", "thousand", "million", "billion", "trillion", "dozen", "score")
_MANY_WORDS = ("tens", "dozens", "scores", "hundreds", "thousands", "millions", "billions")
_BIG = any_of(_BIG_WORDS).regex
_TOKEN = any_of((*_SMALL_WORDS, *_BIG_WORDS)).regex
_SMALL = any_of(_SMALL_WORDS).regex
_A = rf"(?:half{_S}an?|a{_S}quarter{_S}of{_S}a|an?|several|a{_S}few|a{_S}couple{_S}of|a{_S}couple|many)"
_IN_WORDS = (
    rf"(?:{_A}{_S}(?={_BIG}(?!\w)))?{_TOKEN}(?!\w)"
    rf"(?:(?:{_S}|{_H}|(?<=hundred|thousand|million){_S}and{_S}){_TOKEN}(?!\w)){{0,6}}(?:{_S}of(?!\w))?"
)
_MANY = any_of(_MANY_WORDS).regex
_FEW = (
    rf"(?:{_MANY}(?!\w)(?:{_S}of{_S}(?:thousands|millions|billions)(?!\w))?(?:{_S}of(?!\w))?"
    rf"|several|a{_S}few|a{_S}couple(?:{_S}of)?|a{_S}handful{_S}of)(?!\w)"
)
_FIGURE = r"\d{1,3}(?:[,.\u00a0\u202f\u2009]\d{3}){1,5}(?:\.\d{1,4})?(?!\d)|\d{1,15}(?:[.,]\d{1,4})?(?!\d)"
_SCALE = rf"(?:(?:{_S}|{_H}){_BIG}(?!\w)|\s?(?:bn|mn|tn|k)(?!\w))"
_DIGITAL = rf"(?:{_FIGURE}){_SCALE}?"
_CORE = rf"(?<![\w])(?:{_DIGITAL}|{_IN_WORDS}|{_FEW})"
_TO = (
    rf"(?:(?:between|from){_S}|(?<=\w)(?:{_S}(?:to|or){_S}|\s?{_H}\s?)"
    rf"|(?<=(?:between|from)\s{{1,3}}[\w,.]{{1,15}}(?:\s\w{{1,9}}){{0,2}}){_S}and{_S})"
)
_NUMBER = rf"(?:{_TO}?{_CORE}){{1,2}}"
_NUMBER_BEGINS = "|".join(
    ["[0-9]", "a", "half", "between", "from", "several", "many", *_SMALL_WORDS, *_BIG_WORDS, *_MANY_WORDS]
)

APPROX = (
    "about", "almost", "approximately", "approaching", "around", "as few as", "as many as", "as much as",
    "at least", "at most", "approx.", "circa", "close to", "nearly", "near", "exactly", "fewer than",
    "an estimated", "estimated", "in excess of", "just over", "just under", "less than", "more than",
    "no fewer than", "no less than", "no more than", "not more than", "not less than", "only", "over",
    "roughly", "some", "somewhere around", "under", "up to", "upwards of", "well over", "possibly",
    "perhaps", "probably", "reportedly", "a total of", "a record", "another",
)  # fmt: skip

# --- money, percent --------------------------------------------------------------------------

_CURRENCY = (
    "dollars?|euros?|pounds?|hryvnias?|hryvnyas?|roubles?|rubles?|yuan|renminbi|won|yen|rupees?|francs?|"
    "kron(?:a|or|er)|zlot(?:y|ys|ych)|shekels?|riyals?|dirhams?|lira|pesos?|cents?|USD|EUR|GBP|UAH"
)
_SIGN = r"(?:US|A|C|CA|AU|NZ|HK|S|R)?[$€£¥₴₽₩₹₺]"
_CODE = "USD|EUR|GBP|UAH|RUB|CHF|JPY|CNY|KRW"
_MONEY = (
    rf"(?:(?:{_SIGN}|(?:{_CODE}))\s?{_DIGITAL}(?:\s?m(?!\w))?(?:(?:{_S}to{_S}|\s?{_H}\s?){_SIGN}?{_DIGITAL})?"
    rf"|{_NUMBER}(?:{_S}(?:US|American|Canadian|Australian))?{_S}(?:{_CURRENCY})(?!\w))"
)
_PERCENT = rf"{_NUMBER}(?:\s?[%‰]|{_S}(?:per\s?cent|percentage{_S}points?)(?!\w))"

# --- dates -----------------------------------------------------------------------------------

WEEKDAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT_MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_WEEKDAY = rf"(?-i:(?:{WEEKDAYS})(?!\w))"
_MONTH = rf"(?-i:(?:{MONTHS})(?!\w)|(?:{_SHORT_MONTHS})(?:\.|(?!\w)))"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?!\w)"
_DAYS = rf"{_DAY}(?:\s?(?:{_H}|to|and)\s?{_DAY})?"
_YEAR = r"(?:1[5-9]|20)\d\d(?!\w|[.,]\d)"
_PART = rf"(?:(?:early|earlier|late|later|mid)(?:{_S}(?:on|in))?|the{_S}(?:end|start|beginning|middle){_S}of)"
_TIME_OF_DAY = "morning|afternoon|evening|night"
_UNIT = rf"(?:day|week|weekend|month|quarter|year|decade|hour|minute|spring|summer|autumn|fall|winter|{_TIME_OF_DAY})s?"
_COUNT = rf"(?:\d{{1,3}}|an?|{_SMALL}|several|a{_S}few|few|a{_S}couple{_S}of|couple{_S}of)"
_WHICH = rf"(?:last|this|next|that|the{_S}(?:past|last|previous|following|next|coming))"
_CALENDAR = rf"(?:{_DAYS}{_S}(?:of{_S})?)?{_MONTH}(?:{_S}{_DAYS})?(?:,?{_S}(?:of{_S})?{_YEAR})?"
_DAY_OF_WEEK = rf"{_WEEKDAY}(?:{_S}(?:{_TIME_OF_DAY})(?!\w))?(?:,?{_S}{_CALENDAR})?"
_OTHER_TIMES = (
    rf"{_WHICH}{_S}(?:{_COUNT}{_S})?{_UNIT}(?!\w)"
    rf"|{_COUNT}{_S}{_UNIT}{_S}(?:ago|earlier|later|before)(?!\w)"
    rf"|the{_S}(?:day|week|month|year|night){_S}before(?!\w)"
    r"|(?:yesterday|today|tonight|tomorrow)(?!\w)"
    r"|\d{4}-\d\d-\d\d(?!\w)|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d)(?!\w)"
    rf"|(?:the{_S})?(?:1[5-9]|20)\d0s(?!\w)|{_YEAR}(?:{_H}\d{{2,4}}(?!\w))?"
)
_DATE = rf"(?:{_PART}(?:{_S}|{_H}))?(?:(?:{_WHICH}{_S})?(?:{_DAY_OF_WEEK}|{_CALENDAR})|{_OTHER_TIMES})"
_DATE_BEGINS = (
    "[0-9]", WEEKDAYS, MONTHS, _SHORT_MONTHS, "earl", "late", "mid", "the", "last", "this", "next", "that",
    "an?", "few", "couple", "several", "yesterday", "today", "tonight", "tomorrow", *_SMALL_WORDS,
)  # fmt: skip

# --- names and quotations --------------------------------------------------------------------

_NOT_FIRST = (
    "A|According|After|Although|An|And|As|At|Because|Before|But|By|Despite|During|Earlier|Even|Following|For|"
    "From|He|Her|His|However|If|In|It|Its|Last|Later|Meanwhile|Moreover|More|Most|No|Nor|Not|Now|Of|On|Once|One|"
    "Or|Our|Over|She|Since|So|Some|That|Their|Then|There|These|They|This|Those|Though|To|Under|Until|We|What|"
    "When|Where|Whether|Which|While|Who|With|Yet|You|I|Nearly|Almost|About|Around|Up"
)
_CAPITAL = rf"(?!(?:{WEEKDAYS}|{MONTHS})(?!\w))\p{{Lu}}[\p{{L}}\p{{M}}\p{{N}}]{{0,40}}(?:(?:{_H}|{_AP}|[.&])[\p{{L}}\p{{N}}]{{1,40}}){{0,3}}"
_INITIAL = r"(?:\p{Lu}\.|Mr\.|Mrs\.|Ms\.|Dr\.|Gen\.|Lt\.|Col\.|Maj\.|Sgt\.|Capt\.|Sen\.|Rep\.|Gov\.|Prof\.|St\.)"
_JOIN = r"(?:of|the|and|for|de|del|der|von|van|bin|al|la|le|di|da|&)"
_RUN = (
    rf"(?!(?:{_NOT_FIRST})(?!\w))(?:{_INITIAL}|{_CAPITAL})"
    rf"(?:\s(?:{_JOIN}\s){{0,2}}(?:{_INITIAL}|{_CAPITAL})){{0,8}}(?<!\.)(?:{_AP}s?(?!\w))?"
)
_NAME = f"(?-i:{_RUN})"
_ORG_WORD = (
    "Agency|Army|Assembly|Association|Authority|Bank|Board|Bureau|Cabinet|Centre|Center|Chiefs|Command|"
    "Commission|Committee|Company|Congress|Corps|Corporation|Council|Court|Department|Directorate|Embassy|"
    "Force|Forces|Foundation|Government|Group|House|Inc|Institute|Intelligence|Ltd|Ministry|Nations|Navy|"
    "Office|Organisation|Organization|Parliament|Party|Police|Press|Secretariat|Senate|Service|Services|"
    "Staff|Staffs|Treasury|Union|University"
)
_ORG = (
    rf"(?-i:(?=(?:[\p{{L}}\p{{M}}\p{{N}}.&'’-]{{1,40}}\s){{0,8}}(?:{_ORG_WORD})(?!\w)){_RUN}"
    rf"|(?:the\s)?\p{{Lu}}{{2,8}}(?!\w))"
)
_QUOTE = (
    r"(?:“[^“”]{1,1500}”|“[^“”]{1,1500}$|^[^“”]{1,1500}”"
    r'|"[^"]{1,1500}"'
    r"|(?<!\w)‘(?:[^‘’]|’(?=\w)){1,1500}’(?!\w)|(?<!\w)'(?:[^']|'(?=\w)){1,1500}'(?!\w))"
)

# --- the rest of the clause ------------------------------------------------------------------

SAYING = (
    "said|says|say|told|stated|states|reported|reports|added|adds|announced|claimed|claims|confirmed|noted|"
    "wrote|warned|explained|insisted|argued|estimates|estimated|believes|put|puts|denied|denies"
)
_BORDER = (
    rf"(?:\s?;|\s?[—]\s?|\s[–-]\s"
    rf"|,?\s(?:although|whereas|even\sthough)(?!\w)"
    rf"|,{_AP}?[”\"]?\s(?:while|though|but|yet|with\s(?:\S{{1,40}}\s){{0,6}}?\w{{2,30}}ing(?!\w)"
    rf"|adding|saying|citing|noting|warning|claiming|according\sto|as\s(?:well\s)?(?:reported|stated|noted))(?!\w)"
    rf"|,?\saccording\sto(?!\w)"
    rf"|,?\sand\s(?:that\s|(?:\S{{1,40}}\s){{1,5}}?(?:{SAYING})(?!\w))"
    rf"|,[”\"’']?\s(?:[^\s,]{{1,40}}\s){{0,6}}?(?:{SAYING})(?!\w)"
    r"|\s?[.!?…]{1,3}[”\"’')\]]{0,3}\s{0,3}$)"
)
_REST = rf"(?=\w|[“\"‘'$€£¥(\[])(?:(?!{_BORDER}).){{1,1500}}(?<=\S)"


_OWN = {
    "number": f"(?i:{_NUMBER})",
    "date": f"(?i:(?<!\\w)(?:{_DATE}))",
    "money": f"(?i:{_MONEY})",
    "percent": f"(?i:{_PERCENT})",
    "name": _NAME,
    "org": _ORG,
    "place": _NAME,
    "quote": _QUOTE,
    "rest": f"(?i:{_REST})",
}
_BEGINS = {
    "number": f"(?i:{_NUMBER_BEGINS})",
    "date": f"(?i:{'|'.join(_DATE_BEGINS)})",
    "money": f"(?i:{_NUMBER_BEGINS}|{_CODE}|US|CA?|AU?|NZ|HK|S|R|[$€£¥₴₽₩₹₺])",
    "percent": f"(?i:{_NUMBER_BEGINS})",
}
"""How the long ones begin: for RE2 the rest of them is anything, which keeps its programs small."""
NAMES = ("approx", "date", "money", "name", "number", "org", "percent", "place", "quote", "rest")


@cache
def _own(name: str) -> Piece:
    if name == "approx":
        return any_of(APPROX, exact=False)
    source = _OWN[name]
    if name in _BEGINS:
        return Piece(source, f"{_BEGINS[name]}(?s:.)*")
    return Piece(f"(?:{source})", relax_tree(read(source)))


def builtin(name: str, aliases: Piece | None = None) -> Piece:
    """The expression of a built-in; ``aliases`` are the known names that {org} and {place} know first."""
    own = _own(name)
    if aliases is None:
        return own
    return Piece(f"(?:{aliases.regex}(?!\\w)|{own.regex})", f"(?:{aliases.relaxed}|{own.relaxed})")

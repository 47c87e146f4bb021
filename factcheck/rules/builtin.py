r"""The built-in names of the phrase language: ``{number}``, ``{date}``, ``{name}``, ``{rest}`` ...

They find where such a thing stands; what it means is the business of ``factcheck.values``. Every
repeat is bounded, and none stands inside another one over the same signs.
"""

from __future__ import annotations

from factcheck.rules.tokens import ANYTHING, DIGIT, START, UPPER, Sketch, either, sketch_of_terms
from factcheck.rules.words import any_of

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
_BIG = any_of(_BIG_WORDS)
_TOKEN = any_of((*_SMALL_WORDS, *_BIG_WORDS))
_SMALL = any_of(_SMALL_WORDS)
_A = rf"(?:half{_S}an?|a{_S}quarter{_S}of{_S}a|an?|several|a{_S}few|a{_S}couple{_S}of|a{_S}couple|many)"
_IN_WORDS = (
    rf"(?:{_A}{_S}(?={_BIG}(?!\w)))?{_TOKEN}(?!\w)"
    rf"(?:(?:{_S}|{_H}|(?<=hundred|thousand|million){_S}and{_S}){_TOKEN}(?!\w)){{0,6}}(?:{_S}of(?!\w))?"
)
_MANY = any_of(_MANY_WORDS)
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
    rf"|(?<=\w){_S}and{_S}(?<=(?:between|from)\s{{1,3}}[\w,.]{{1,15}}(?:\s\w{{1,9}}){{0,2}}\s{{1,3}}and\s{{1,3}}))"
)
_NUMBER = rf"(?:{_TO}?{_CORE}){{1,2}}"

APPROX = (
    "about", "almost", "approximately", "approaching", "around", "as few as", "as many as", "as much as",
    "at least", "at most", "approx.", "circa", "close to", "nearly", "near", "exactly", "fewer than",
    "an estimated", "estimated", "in excess of", "just over", "just under", "less than", "more than",
    "no fewer than", "no less than", "no more than", "not more than", "not less than", "only", "over",
    "roughly", "some", "somewhere around", "under", "up to", "upwards of", "well over", "possibly",
    "perhaps", "probably", "reportedly", "a total of", "a record", "another",
)  # fmt: skip

# --- money, percent --------------------------------------------------------------------------

_CURRENCY_WORDS = (
    "dollar", "dollars", "euro", "euros", "pound", "pounds", "hryvnia", "hryvnias", "hryvnya", "hryvnyas",
    "rouble", "roubles", "ruble", "rubles", "yuan", "renminbi", "won", "yen", "rupee", "rupees", "franc", "francs",
    "krona", "kronor", "krone", "kroner", "zloty", "zlotys", "shekel", "shekels", "riyal", "riyals", "dirham",
    "dirhams", "lira", "peso", "pesos", "cent", "cents", "USD", "EUR", "GBP", "UAH",
)  # fmt: skip
_CURRENCY = any_of(_CURRENCY_WORDS)
_SIGNS = "$€£¥₴₽₩₹₺"
_SIGN = rf"(?:US|A|C|CA|AU|NZ|HK|S|R)?[{_SIGNS}]"
_CODE = "USD|EUR|GBP|UAH|RUB|CHF|JPY|CNY|KRW"
_MONEY = (
    rf"(?:(?:{_SIGN}\s?|(?:{_CODE})\s){_DIGITAL}(?:\s?m(?!\w))?(?:(?:{_S}to{_S}|\s?{_H}\s?){_SIGN}?{_DIGITAL})?"
    rf"|{_NUMBER}(?:{_S}(?:US|American|Canadian|Australian))?{_S}{_CURRENCY}(?!\w))"
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

# --- the words they begin with and need ------------------------------------------------------

_NUMERAL = {DIGIT, *_SMALL_WORDS, *_BIG_WORDS, *_MANY_WORDS, "several", "few", "couple", "handful"}
_NUMERAL_FIRST = {*_NUMERAL, "a", "an", "half", "many", "between", "from"}
_NAMED_DAYS = f"{WEEKDAYS}|{MONTHS}|{_SHORT_MONTHS.replace('?', '')}|Sep".casefold().split("|")
_SPAN_WORDS = "day week weekend month quarter year decade hour minute spring summer autumn fall winter".split()
_DATE_WORDS = {
    DIGIT, *_NAMED_DAYS, "yesterday", "today", "tonight", "tomorrow", *_TIME_OF_DAY.split("|"), *_SPAN_WORDS,
    *(f"{word}s" for word in (*_SPAN_WORDS, *_TIME_OF_DAY.split("|"))),
}  # fmt: skip
_DATE_FIRST = {
    DIGIT, *_NAMED_DAYS, "yesterday", "today", "tonight", "tomorrow", "early", "earlier", "late", "later", "mid",
    "the", "last", "this", "next", "that", "a", "an", "few", "couple", "several", *_SMALL_WORDS,
}  # fmt: skip
_CODES = _CODE.casefold().split("|")
_SKETCHES = {
    "number": (_NUMERAL_FIRST, _NUMERAL),
    "date": (_DATE_FIRST, _DATE_WORDS),
    "money": (
        {*_NUMERAL_FIRST, *_SIGNS, *_CODES, "us", "a", "c", "ca", "au", "nz", "hk", "s", "r"},
        {*_SIGNS, *_CODES, *(word.casefold() for word in _CURRENCY_WORDS)},
    ),
    "percent": (_NUMERAL_FIRST, {"%", "‰", "per", "percent", "percentage"}),
    "name": ({UPPER}, {UPPER}),
    "org": ({UPPER, "the"}, {UPPER}),
    "place": ({UPPER}, {UPPER}),
    "quote": ({START, '"', "'"}, {'"', "'"}),
}


def builtin_sketch(name: str, aliases: Sketch | None = None) -> Sketch:
    """The words that a built-in begins with and needs."""
    if name == "approx":
        return sketch_of_terms(APPROX)
    if name not in _SKETCHES:
        return ANYTHING
    first, needs = _SKETCHES[name]
    own = Sketch(frozenset(first), (frozenset(needs),))
    return own if aliases is None else either([own, aliases])


NAMES = ("approx", "date", "money", "name", "number", "org", "percent", "place", "quote", "rest")


def builtin(name: str, aliases: str | None = None) -> str:
    """The expression of a built-in; ``aliases`` are the known names that {org} and {place} know first."""
    own = any_of(APPROX, exact=False) if name == "approx" else f"(?:{_OWN[name]})"
    return own if aliases is None else f"(?:{aliases}(?!\\w)|{own})"

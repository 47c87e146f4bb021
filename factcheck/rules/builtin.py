r"""The built-in names of the phrase language: ``{number}``, ``{date}``, ``{name}``, ``{rest}`` ...

They find where such a thing stands; what it means is the business of ``factcheck.values``. Every
repeat is bounded, and none stands inside another one over the same signs. All of them are written for
the ``regex`` module; the superset for RE2 is made by ``relax``.
"""

from __future__ import annotations

from functools import cache

from factcheck.rules.relax import relax
from factcheck.rules.words import Piece, any_of

_S = r"[\s]{1,3}"
_H = r"[-‐‑‒–−]"
_AP = r"['’ʼ]"

# --- numbers ---------------------------------------------------------------------------------

_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_DIGITS = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_BIG = "hundred|thousand|million|billion|trillion"
_SHORT_BIG = "bn|mn|tn|k"
_SMALL = rf"(?:(?:{_TENS})(?:(?:{_H}|{_S})(?:{_DIGITS}))?|{_TEENS}|{_DIGITS}|zero)(?!\w)"
_FEW = (
    "several|a few|a couple(?: of)?|a couple dozen|a handful of|dozens(?: of)?|scores of|a score of|"
    "hundreds(?: of)?|thousands(?: of)?|millions(?: of)?|billions(?: of)?|"
    "(?:tens|hundreds|dozens) of (?:thousands|millions)(?: of)?"
).replace(" ", _S)
_DOZEN = rf"(?:(?:a|half{_S}a|two|three|four|five|six|several){_S})?(?:dozen)(?!\w)"
_DOZEN_OF = rf"(?:(?:a|half{_S}a|two|three|four|five|six|several){_S})dozen(?!\w)"
_FIGURE = r"\d{1,3}(?:[,.\u00a0\u202f\u2009]\d{3}){1,5}(?:\.\d{1,4})?(?![\d])|\d{1,15}(?:[.,]\d{1,4})?(?!\d)"
_SCALE = rf"(?:{_S}(?:{_BIG})(?!\w)|(?:{_S})?(?:{_SHORT_BIG})(?!\w))"
_DIGITAL = rf"(?:{_FIGURE}){_SCALE}?"
_IN_WORDS = (
    rf"(?:(?:{_SMALL}|a|several|a{_S}few|half{_S}a|a{_S}quarter{_S}of{_S}a)(?:{_S}|{_H})(?:{_BIG})(?!\w)"
    rf"(?:{_S}(?:{_BIG})(?!\w))?(?:{_S}(?:and{_S})?{_SMALL}(?:{_S}(?:{_BIG})(?!\w))?){{0,3}})"
)
_ONE = rf"(?:{_DIGITAL}|{_IN_WORDS}|{_DOZEN_OF}|(?:{_FEW})(?!\w)|{_SMALL})"
_NUMBER = (
    rf"(?:(?:between|from){_S}{_ONE}{_S}(?:and|to){_S}{_ONE}"
    rf"|{_ONE}(?:(?:{_S}(?:to|or){_S}|(?:\s)?{_H}(?:\s)?){_ONE})?)"
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
    "kron(?:a|or|er)|zlot(?:y|ys|ych)|shekels?|riyals?|dirhams?|lira|pesos?|cents?|USD|EUR|GBP|UAH|RUB|KRW|JPY|CNY"
)
_SIGN = r"(?:US|A|C|CA|AU|NZ|HK|S|R)?[$€£¥₴₽₩₹₺]"
_MONEY = (
    rf"(?:{_SIGN}(?:\s)?{_DIGITAL}(?:(?:\s)?m(?!\w))?(?:(?:{_S}(?:to){_S}|(?:\s)?{_H}(?:\s)?)(?:{_SIGN})?{_DIGITAL})?"
    rf"|(?:USD|EUR|GBP|UAH|RUB|CHF|JPY|CNY|KRW)(?:\s)?{_DIGITAL}"
    rf"|{_NUMBER}(?:{_S}(?:US|American|Canadian|Australian))?{_S}(?:{_CURRENCY})(?!\w))"
)
_PERCENT = rf"{_NUMBER}(?:(?:\s)?[%‰]|{_S}per{_S}?cent(?!\w)|{_S}percentage{_S}points?(?!\w)|{_S}percent(?!\w))"

# --- dates -----------------------------------------------------------------------------------

WEEKDAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_MON = r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH = rf"(?-i:(?:{MONTHS})(?!\w)|(?:{_MON})(?:\.|(?!\w)))"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?!\w)"
_YEAR = r"(?:1[5-9]|20)\d\d(?![\w]|[.,]\d)"
_DAYS = rf"{_DAY}(?:(?:\s)?(?:{_H}|to|and)(?:\s)?{_DAY})?"
_PART = r"(?:early|earlier|late|later|mid|the end of|the start of|the beginning of)".replace(" ", _S)
_UNIT = r"(?:day|night|morning|afternoon|evening|week|weekend|month|quarter|year|decade|spring|summer|autumn|fall|winter)"
_COUNT = rf"(?:\d{{1,3}}|an?|{_SMALL}|several|a{_S}few|a{_S}couple{_S}of)"
_TIMES = (
    rf"(?-i:{WEEKDAYS})(?!\w)(?:{_S}(?:morning|afternoon|evening|night)(?!\w))?"
    rf"(?:,{_S}(?:{_MONTH}{_S}{_DAY}|{_DAY}{_S}{_MONTH})(?:,?{_S}{_YEAR})?)?"
    rf"|{_MONTH}{_S}{_DAYS}(?:,?{_S}{_YEAR})?"
    rf"|{_DAYS}{_S}(?:of{_S})?{_MONTH}(?:,?{_S}{_YEAR})?"
    rf"|{_MONTH}(?:,?{_S}(?:of{_S})?{_YEAR})?"
    r"|\d{4}-\d\d-\d\d(?!\w)|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d)(?!\w)"
    rf"|(?:the{_S})?(?:1[5-9]|20)\d0s(?!\w)|{_YEAR}(?:{_H}(?:{_YEAR}|\d\d(?!\w)))?"
    rf"|(?:yesterday|today|tonight|tomorrow|last{_S}night|this{_S}(?:morning|afternoon|evening))(?!\w)"
    rf"|(?:{_PART}{_S})?(?:last|this|next|that|the{_S}past|the{_S}last|the{_S}previous|the{_S}following){_S}"
    rf"(?:(?:{_COUNT}){_S})?(?:{_UNIT}s?|(?-i:{WEEKDAYS})|{_MONTH})(?!\w)"
    rf"|{_COUNT}{_S}{_UNIT}s?{_S}(?:ago|earlier|later|before)(?!\w)"
    rf"|the{_S}(?:day|week|month|year|night){_S}before(?!\w)"
)
_DATE = rf"(?:(?:{_PART})(?:{_S}|{_H}))?(?:{_TIMES})"

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
_NAME = (
    rf"(?-i:(?!(?:{_NOT_FIRST})(?!\w))(?:{_INITIAL}|{_CAPITAL})"
    rf"(?:\s(?:{_JOIN}\s){{0,2}}(?:{_INITIAL}|{_CAPITAL})){{0,8}}(?<!\.)(?:{_AP}s?(?!\w))?)"
)
_ORG_WORD = (
    "Agency|Army|Assembly|Association|Authority|Bank|Board|Bureau|Cabinet|Centre|Center|Chiefs|Command|"
    "Commission|Committee|Company|Congress|Corps|Corporation|Council|Court|Department|Directorate|Embassy|"
    "Force|Forces|Foundation|Government|Group|House|Inc|Institute|Intelligence|Ltd|Ministry|Nations|Navy|"
    "Office|Organisation|Organization|Parliament|Party|Police|Press|Secretariat|Senate|Service|Services|"
    "Staff|Staffs|Treasury|Union|University"
)
_ORG = (
    rf"(?-i:(?=(?:[\p{{L}}\p{{M}}\p{{N}}.&'’-]{{1,40}}\s){{0,8}}(?:{_ORG_WORD})(?!\w)){_NAME[5:-1]}"
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


def _signs(body: str) -> str:
    return f"(?i:{body})"


_OWN = {
    "number": _signs(rf"(?<![\w.,]|[$€£]){_NUMBER}"),
    "date": _signs(rf"(?<!\w)(?:{_DATE})"),
    "money": _signs(_MONEY),
    "percent": _signs(_PERCENT),
    "name": _NAME,
    "quote": _QUOTE,
    "rest": _signs(_REST),
}
NAMES = ("approx", "date", "money", "name", "number", "org", "percent", "place", "quote", "rest")


@cache
def _own(name: str) -> Piece:
    if name == "approx":
        return any_of(APPROX, exact=False)
    source = {**_OWN, "org": _ORG, "place": _NAME}[name]
    relaxed = relax(source)
    if relaxed is None:
        raise AssertionError(f"the built-in {name} has no superset")
    return Piece(f"(?:{source})", relaxed)


def builtin(name: str, aliases: Piece | None = None) -> Piece:
    """The expression of a built-in; ``aliases`` are the known names that {org} and {place} know first."""
    own = _own(name)
    if aliases is None:
        return own
    return Piece(f"(?:{aliases.regex}(?!\\w)|{own.regex})", f"(?:{aliases.relaxed}|{own.relaxed})")

"""How numbers, amounts, shares and dates are written: expressions that find where one stands.

Every repeat is bounded, and none stands inside another one over the same signs.
"""

from __future__ import annotations

from factcheck.rules.phrases.words import any_of

S = r"[\s]{1,3}"
H = r"[-‐‑‒–−]"

# --- numbers ---------------------------------------------------------------------------------

SMALL_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty",
    "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
BIG_WORDS = ("hundred", "thousand", "million", "billion", "trillion", "dozen", "score", "lakh", "crore")
MANY_WORDS = ("tens", "dozens", "scores", "hundreds", "thousands", "millions", "billions")
_BIG = any_of(BIG_WORDS)
_TOKEN = any_of((*SMALL_WORDS, *BIG_WORDS))
_SMALL = any_of(SMALL_WORDS)
_A = rf"(?:half{S}an?|a{S}quarter{S}of{S}a|an?|several|a{S}few|a{S}couple{S}of|a{S}couple|many)"
_IN_WORDS = (
    rf"(?:{_A}{S}(?={_BIG}(?!\w)))?{_TOKEN}(?!\w)"
    rf"(?:(?:{S}|{H}|(?<=hundred|thousand|million){S}and{S}){_TOKEN}(?!\w)){{0,6}}"
    rf"(?:(?:{S}|{H})and(?:{S}|{H})a(?:{S}|{H})half(?!\w)|{S}of(?!\w))?"
)
_MANY = any_of(MANY_WORDS)
_FEW = (
    rf"(?:{_MANY}(?!\w)(?:{S}of{S}(?:thousands|millions|billions)(?!\w))?(?:{S}of(?!\w))?"
    rf"|several|a{S}few|a{S}couple(?:{S}of)?|a{S}handful{S}of)(?!\w)"
)
_FIGURE = (
    r"\d{1,3}(?:[,.\u00a0\u202f\u2009]\d{3}){1,5}(?:\.\d{1,4})?(?!\d)|\d{1,2}(?:,\d{2}){1,4},\d{3}(?!\d)"
    r"|\d{1,6}[½¼¾⅓⅔⅛]|\d{1,15}(?:[.,]\d{1,4})?(?!\d)"
)
_SCALE = rf"(?:(?:{S}|{H}){_BIG}(?!\w)|\s?(?:bn|mn|tn|k)(?!\w))"
_DIGITAL = rf"(?:{_FIGURE}){_SCALE}?"
_CORE = rf"(?<![\w])(?:{_DIGITAL}|{_IN_WORDS}|{_FEW})"
_TO = (
    rf"(?:(?:between|from){S}|(?<=\w)(?:{S}(?:to|or){S}|\s?{H}\s?)"
    rf"|(?<=\w){S}and{S}(?<=(?:between|from)\s{{1,3}}[\w,.]{{1,15}}(?:\s\w{{1,9}}){{0,2}}\s{{1,3}}and\s{{1,3}}))"
)
NUMBER = rf"(?:{_TO}?{_CORE}){{1,2}}"

APPROX = (
    "about", "almost", "approximately", "approaching", "around", "as few as", "as many as", "as much as",
    "at least", "at most", "approx.", "circa", "close to", "nearly", "near", "exactly", "fewer than",
    "an estimated", "estimated", "in excess of", "just over", "just under", "less than", "more than",
    "no fewer than", "no less than", "no more than", "not more than", "not less than", "only", "over",
    "roughly", "some", "somewhere around", "under", "up to", "upwards of", "well over", "possibly",
    "perhaps", "probably", "reportedly", "a total of", "a record", "another",
)  # fmt: skip

# --- money, percent --------------------------------------------------------------------------

CURRENCY_WORDS = (
    "dollar", "dollars", "euro", "euros", "pound", "pounds", "hryvnia", "hryvnias", "hryvnya", "hryvnyas",
    "rouble", "roubles", "ruble", "rubles", "yuan", "renminbi", "won", "yen", "rupee", "rupees", "franc",
    "francs", "krona", "kronor", "krone", "kroner", "zloty", "zlotys", "shekel", "shekels", "riyal", "riyals",
    "dirham", "dirhams", "lira", "peso", "pesos", "cent", "cents", "USD", "EUR", "GBP", "UAH",
)  # fmt: skip
_CURRENCY = any_of(CURRENCY_WORDS)
SIGNS = "$€£¥₴₽₩₹₺"
_SIGN = rf"(?:US|A|C|CA|AU|NZ|HK|S|R)?[{SIGNS}]"
CODES = "USD|EUR|GBP|UAH|RUB|CHF|JPY|CNY|KRW"
MONEY = (
    rf"(?:(?:{_SIGN}\s?|(?:{CODES})\s){_DIGITAL}(?:\s?m(?!\w))?(?:(?:{S}to{S}|\s?{H}\s?){_SIGN}?{_DIGITAL})?"
    rf"|{NUMBER}(?:{S}(?:US|American|Canadian|Australian))?(?:{S}|{H}){_CURRENCY}(?!\w))"
)
PERCENT = rf"{NUMBER}(?:\s?[%‰]|{S}(?:per\s?cent|percentage{S}points?)(?!\w))"

# --- dates -----------------------------------------------------------------------------------

WEEKDAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
SHORT_MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
_WEEKDAY = rf"(?-i:(?:{WEEKDAYS})(?!\w))"
_MONTH = rf"(?-i:(?:{MONTHS})(?!\w)|(?:{SHORT_MONTHS})(?:\.|(?!\w)))"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?!\w)"
_DAYS = rf"{_DAY}(?:\s?(?:{H}|to|and)\s?{_DAY})?"
_YEAR = r"(?:1[5-9]|20)\d\d(?!\w|[.,]\d)"
_PART = rf"(?:(?:early|earlier|late|later|mid)(?:{S}(?:on|in))?|the{S}(?:end|start|beginning|middle){S}of)"
_TIME_OF_DAY = "morning|afternoon|evening|night"
SPAN_WORDS = (
    "day", "week", "weekend", "month", "quarter", "year", "decade", "hour", "minute", "spring", "summer",
    "autumn", "fall", "winter", "morning", "afternoon", "evening", "night",
)  # fmt: skip
_UNIT = rf"(?:{'|'.join(SPAN_WORDS)})s?"
_COUNT = rf"(?:\d{{1,3}}|an?|{_SMALL}|several|a{S}few|few|a{S}couple{S}of|couple{S}of)"
_WHICH = rf"(?:last|this|next|that|the{S}(?:past|last|previous|following|next|coming))"
_CALENDAR = rf"(?:{_DAYS}{S}(?:of{S})?)?{_MONTH}(?:{S}{_DAYS})?(?:,?{S}(?:of{S})?{_YEAR})?"
_DAY_OF_WEEK = rf"{_WEEKDAY}(?:{S}(?:{_TIME_OF_DAY})(?!\w))?(?:,?{S}{_CALENDAR})?"
_OTHER_TIMES = (
    rf"{_WHICH}{S}(?:{_COUNT}{S})?{_UNIT}(?!\w)"
    rf"|{_COUNT}{S}{_UNIT}{S}(?:ago|earlier|later|before)(?!\w)"
    rf"|the{S}(?:day|week|month|year|night){S}before(?!\w)"
    r"|(?:yesterday|today|tonight|tomorrow)(?!\w)"
    r"|\d{4}-\d\d-\d\d(?!\w)|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d)(?!\w)"
    rf"|(?:the{S})?(?:1[5-9]|20)\d0s(?!\w)|{_YEAR}(?:{H}\d{{2,4}}(?!\w))?"
)
DATE = rf"(?:{_PART}(?:{S}|{H}))?(?:(?:{_WHICH}{S})?(?:{_DAY_OF_WEEK}|{_CALENDAR})|{_OTHER_TIMES})"

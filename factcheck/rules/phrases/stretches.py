"""Names, quotations and the rest of a clause: expressions that find how far such a stretch goes.

Every repeat is bounded, and none stands inside another one over the same signs.
"""

from __future__ import annotations

from factcheck.rules.phrases.figures import MONTHS, WEEKDAYS, H

_AP = r"['’ʼ]"

# --- names and quotations --------------------------------------------------------------------

_NOT_FIRST = (
    "A|According|After|Although|An|And|As|At|Because|Before|But|By|Despite|During|Earlier|Even|Following|For|"
    "From|He|Her|His|However|If|In|It|Its|Last|Later|Meanwhile|Moreover|More|Most|No|Nor|Not|Now|Of|On|Once|One|"
    "Or|Our|Over|She|Since|So|Some|That|Their|Then|There|These|They|This|Those|Though|To|Under|Until|We|What|"
    "When|Where|Whether|Which|While|Who|With|Yet|You|I|Nearly|Almost|About|Around|Up"
)
NEVER_NAMED = frozenset(f"{_NOT_FIRST}|{WEEKDAYS}|{MONTHS}".split("|"))
"""Words with a capital that no name begins with."""
_CAPITAL = (
    rf"(?!(?:{WEEKDAYS}|{MONTHS})(?!\w))\p{{Lu}}[\p{{L}}\p{{M}}\p{{N}}]{{0,40}}"
    rf"(?:(?:{H}|{_AP}|[.&])[\p{{L}}\p{{N}}]{{1,40}}){{0,3}}"
)
_INITIAL = (
    r"(?:\p{Lu}\.|Mr\.|Mrs\.|Ms\.|Dr\.|Gen\.|Lt\.|Col\.|Maj\.|Sgt\.|Capt\.|Sen\.|Rep\.|Gov\.|Prof\.|St\.)"
)
_JOIN = r"(?:of|the|and|for|de|del|der|von|van|bin|al|la|le|di|da|&)"
_RUN = (
    rf"(?!(?:{_NOT_FIRST})(?!\w))(?:{_INITIAL}|{_CAPITAL})"
    rf"(?:\s(?:{_JOIN}\s){{0,2}}(?:{_INITIAL}|{_CAPITAL})){{0,8}}(?<!\.)(?:{_AP}s?(?!\w))?"
)
NAME = f"(?-i:{_RUN})"
_ORG_WORD = (
    "Agency|Army|Assembly|Association|Authority|Bank|Board|Bureau|Cabinet|Centre|Center|Chiefs|Command|"
    "Commission|Committee|Company|Congress|Corps|Corporation|Council|Court|Department|Directorate|Embassy|"
    "Force|Forces|Foundation|Government|Group|House|Inc|Institute|Intelligence|Ltd|Ministry|Nations|Navy|"
    "Office|Organisation|Organization|Parliament|Party|Police|Press|Secretariat|Senate|Service|Services|"
    "Staff|Staffs|Treasury|Union|University"
)
ORG = (
    rf"(?-i:(?=(?:[\p{{L}}\p{{M}}\p{{N}}.&'’-]{{1,40}}\s){{0,8}}(?:{_ORG_WORD})(?!\w)){_RUN}"
    rf"|(?:the\s)?\p{{Lu}}{{2,8}}(?!\w))"
)
QUOTE = (
    r"(?:“[^“”]{1,1500}”|“[^“”]{1,1500}$|^[^“”]{1,1500}”"
    r'|"[^"]{1,1500}"|«[^«»]{1,1500}»|„[^„“”]{1,1500}[“”]'
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


def up_to(border: str) -> str:
    """Signs up to a border. It can only begin at a blank, a stop, a comma or a dash: few are looked at."""
    return rf"(?:[^\s;,.!?…—–]|(?=[\s;,.!?…—–])(?!{border}).){{1,1500}}"


REST = rf"(?=\w|[“\"‘'$€£¥(\[]){up_to(_BORDER)}(?<=\S)"

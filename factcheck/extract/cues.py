"""The plain signs of a sentence that can, or cannot, be checked, as patterns over its small letters.

The kinds follow the taxonomy of ClaimBuster (Hassan et al., KDD 2017: quantities, comparisons, recorded
acts and changes against opinion, plans and small talk); the words are our own. Every repeat is bounded.
"""

from __future__ import annotations

import re

_SAYS = (
    r"said|says|told|added|according to|reported|announced|stated|testified|wrote|warned|estimated|confirmed"
)
_SURE_ADVERB = r"(?:\w{3,10}ly|never|also|already|just|now|even|always|been|not|since)"
_SUBJECTS = (
    r"tax(?:es)?|taxpayers?|jobs?|deficits?|budgets?|debt|unemploy\w{1,6}|inflation|econom\w{1,5}|spending"
    r"|rates?"
    r"|wages?|incomes?|salar\w{1,4}|prices?|costs?|trade|exports?|imports?|growth|revenues?|profits?"
    r"|poverty|crimes?"
    r"|murders?|prisons?|convict\w{0,4}|troops|soldiers?|casualties|nuclear|weapons?|missiles?|treat(?:y|ies)"
    r"|bills?|laws?|amendments?|legislation|legislature|votes?|record|senate|congress|committees?|court"
    r"|budget"
    r"|companies|employees|factor\w{1,4}|farm\w{0,4}|insurance|insured|medicare|medicaid|hospitals?"
    r"|patients|health"
    r"|schools?|teachers?|students?|immigrants?|imprison\w{0,5}|oil|energy|coal|emissions|banks?|loans?"
    r"|mortgages?"
    r"|surplus(?:es)?|subsid\w{1,4}|contracts?|polls?|percentage|population|families|households?|welfare"
    r"|veterans?"
)
_ACTS = (
    r"voted|signed|passed|vetoed|repealed|enacted|appointed|proposed|supported|opposed|endorsed|introduced"
    r"|sponsored"
    r"|spent|paid|sold|bought|funded|borrowed|invested|cost|approved|rejected|banned|closed|opened|shipped"
    r"|invaded"
    r"|attacked|bombed|killed|arrested|sued|fined|convicted|sentenced|indicted|elected|resigned|sent|built"
    r"|created"
    r"|eliminated|balanced|promised|negotiated|deployed|withdrew|refused|testified|founded"
    r"|launched|published|filed|issued|ruled|won|lost|died|born|served|moved|ran|met|agreed|announced"
)
_CHANGES = (
    r"increas\w{1,4}|decreas\w{1,4}|doubl(?:e|ed|ing)|tripl(?:e|ed|ing)|quadrupl\w{1,3}|rose|risen|rising"
    r"|fell|fallen"
    r"|falling|grew|grown|gain(?:ed|s)?|dropp(?:ed|ing)|declin(?:e|ed|ing|es)|cut|cuts|reduc(?:ed|tion"
    r"|tions|ing)"
    r"|rais(?:ed|ing)|lower(?:ed|ing)|slash(?:ed|ing)|went (?:up|down)|(?:gone|going|goes) (?:up|down)"
    r"|climb(?:ed|ing)"
    r"|expand(?:ed|ing)|shr[aiu]nk|added|up from|down from|lost|outsourc\w{1,3}|surg(?:ed|ing)|soar(?:ed|ing)"
)
_MORE = (
    r"(?:more|less|fewer|greater|higher|lower|larger|smaller|bigger|older|worse|better|longer|faster|cheaper"
    r"|stronger|weaker|richer|poorer) (?:\w{2,14} ){0,4}than"
)
_MOST = (
    r"(?:the|our|its|their|in|at an?) (?:\w{2,12} )?(?:most|least|highest|lowest|largest|biggest|smallest"
    r"|worst|greatest"
    r"|fewest|oldest|richest|poorest|longest|fastest)\b|first time|only (?:country|nation|president|state"
    r"|one of)"
    r"|(?:all-time|record) (?:high|low)|since (?:the )?(?:\d{4}|world war|great depression"
    r"|\w{3,12} administration)"
    r"|in (?:the )?history|number one in|(?:first|last|only) \w{3,14} (?:in|of|to|ever)\b"
)
_PARTS = (
    r"half|thirds?|quarters?|one-\w{3,8}|majority|millions|billions|thousands|hundreds|dozens?|twice|double"
    r"|percent(?:age)?|per cent|out of (?:every )?\w{2,6}|every (?:single|other|year|day|month|week)"
    r"|average|nearly all"
    r"|most of|none of|all of|a lot of|times (?:more|as)|per (?:capita|year|month|day|person)"
)
_OPINION = (
    r"i (?:\w{3,10} ){0,2}(?:think|believe|hope|feel|guess|suppose|suspect|wish|mean|want|like|love|trust"
    r"|doubt|agree"
    r"|disagree|admire|respect|resent)|in my (?:view|opinion|judg\w{1,5})|it seems|seems? (?:to|that|like)"
    r"|should|must"
    r"|ought|obviously|clearly|frankly|honestly|certainly|surely|absolutely|simply|truly|really"
    r"|undoubtedly|of course"
    r"|unfortunately|sadly|fortunately|perhaps|maybe|wrong|right thing|good|bad|great|wonderful|terrible"
    r"|awful|disgrac\w{1,5}"
    r"|shame\w{0,4}|outrag\w{1,5}|absurd\w{0,3}|ridiculous\w{0,3}|horrible|tragic|beautiful|amazing"
    r"|incredible|important"
    r"|dangerous|moral\w{0,3}|evil|stupid|fool\w{0,4}|hypocri\w{1,6}|propaganda|so-called|lies|lying"
    r"|nonsense|radical"
    r"|extremis[tm]s?|elites?|regime|mere(?:ly)?|nothing (?:more|but|less)|no doubt|needless"
    r"|inevitabl\w{1,2}|hard to"
    r"|profound\w{0,2}|fundamental\w{0,2}|real(?:ity)?|truth|pathetic|sinister|insane|crazy|worst|best"
    r"|utter(?:ly)?"
    r"|complete(?:ly)?|total(?:ly)?|even more|so (?:much|many)|far too|too (?:much|many)|pretty|indeed"
    r"|surprising\w{0,2}"
)
_MIND = (
    r"want|wants|wanted to|need|needs|care|understand|know|remember|question|answer|believe"
    r"|believes|think|thinks"
)
_FUTURE = (
    r"will|shall|won['’]t|going to|would|could|may|might|plan to|intend to|['’]ll|hopefully|['’]d|let['’]?s"
    r"|let us|if"
)


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'])(?:{pattern})(?!\w)")


RAISING = {
    "said": _words(_SAYS),
    "act": _words(_ACTS),
    "change": _words(_CHANGES),
    "perfect": _words(
        rf"(?:ha(?:s|ve|d)|['’]ve) (?:{_SURE_ADVERB} ){{0,2}}(?:been|\w{{2,12}}(?:ed|en|wn)|had|made|done)"
    ),
    "past": _words(
        r"was|were|had|did|didn['’]t|wasn['’]t|weren['’]t|\w{3,14}ed|went|came|took|gave|got|made|left|kept"
    ),
    "more": _words(_MORE),
    "most": _words(_MOST),
    "part": _words(_PARTS),
    "subject": _words(_SUBJECTS),
}
LOWERING = {
    "opinion": _words(_OPINION),
    "mind": _words(_MIND),
    "future": re.compile(rf"(?<!\w)(?:{_FUTURE})(?!\w)"),
    "should": _words(r"should|must|ought|need to|needs to|ha(?:ve|s) (?:got )?to|got to|can|can['’]t|cannot"),
    "first": _words(r"i|me|my|i['’]m|i['’]ve|i['’]d|i['’]ll|myself"),
    "we": _words(r"we|us|our|we['’]re|we['’]ve|we['’]ll"),
}

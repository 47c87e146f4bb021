"""The forms of English verbs that no stemmer brings together: "stole" is of "steal", "went" of "go".

With them stand nouns in -ure that tell what their verb does: "a signal failure", "a signal failed".
"""

from __future__ import annotations

_VERBS = """
    arise arose arisen|awake awoke awoken|bear bore borne|beat beaten|become became|begin began begun
    bend bent|bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred
    bring brought|build built|burn burnt|buy bought|catch caught|choose chose chosen|cling clung
    come came|creep crept|deal dealt|dig dug|draw drew drawn|dream dreamt|drink drank drunk
    drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found
    flee fled|fling flung|fly flew flown|forbid forbade forbidden|forget forgot forgotten
    forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|go went gone
    grind ground|grow grew grown|hang hung|hear heard|hide hid hidden|hold held|keep kept|kneel knelt
    know knew known|lay laid|lead led|lean leant|leap leapt|learn learnt|leave left|lend lent|lose lost
    make made|mean meant|meet met|mislead misled|mistake mistook mistaken|overcome overcame
    overthrow overthrew overthrown|overtake overtook overtaken|pay paid|prove proven|ride rode ridden
    ring rang rung|rise rose risen|run ran|see saw seen|seek sought|sell sold|send sent
    shake shook shaken|shine shone|shoot shot|show shown|shrink shrank shrunk|sing sang sung
    sink sank sunk|sit sat|slay slew slain|sleep slept|slide slid|speak spoke spoken|spend spent
    spin spun|spring sprang sprung|stand stood|steal stole stolen|stick stuck|sting stung
    strike struck stricken|strive strove|swear swore sworn|sweep swept|swell swollen|swim swam swum
    swing swung|take took taken|teach taught|tear tore torn|think thought|throw threw thrown
    tread trod trodden|undergo underwent undergone|understand understood|undertake undertook undertaken
    uphold upheld|wake woke woken|wear wore worn|weave wove woven|weep wept|win won
    withdraw withdrew withdrawn|withhold withheld|withstand withstood|wring wrung|write wrote written
    fail failure failures|close closure closures|seize seizure seizures|depart departure departures
    expose exposure exposures|disclose disclosure disclosures
"""


def _forms() -> dict[str, str]:
    found = {}
    for entry in _VERBS.replace("\n", "|").split("|"):
        base, *others = entry.split() or [""]
        found.update(dict.fromkeys(others, base))
    return found


IRREGULAR = _forms()
"""The base form by each irregular form, all in lower case."""

"""The words on which a sentence is cut, as parts of regular expressions: every repeat is bounded."""

from __future__ import annotations

SAY = (
    "said|says|say|told|tells|stated|states|reported|reports|announced|announces|confirmed|confirms|claimed|claims"
    "|warned|warns|added|adds|noted|notes|revealed|reveals|disclosed|discloses|explained|insisted|insists|argued"
    "|argues|alleged|alleges|asserted|asserts|believes?|believed|acknowledged|admitted|admits|estimates?|estimated"
    "|estimating|suggests?|suggested|indicates?|indicated|concluded|assessed?|assess|assesses|declared|maintains"
    "|maintained|stressed|emphasi[sz]ed|remarked|observed|observes|testified|verified|wrote|writes|mentioned|fears?"
    "|feared|predicts?|predicted|thinks?|learned|heard|complained|contends?|recalled|quoted|cited|put|puts"
)
_STATED = (
    "said|says|say|stated|states|reported|announced|confirmed|claimed|claims|warned|warns|added|noted|revealed"
    "|disclosed|explained|insisted|argued|argues|alleged|asserted|believes?|acknowledged|admitted|estimated|suggests?"
    "|suggested|indicates?|indicated|concluded|assess|assessed|declared|maintained|stressed|emphasi[sz]ed|remarked"
    "|observed|observes|testified|verified|wrote|mentioned|feared|fears?|predicted|learned|complained|contends?"
    "|denied|denies|found|shows?|showed|said|thinks?|knows?|expects?"
)
_TOLD = "told|informed|assured|warned|reminded|notified|briefed"
_NOUNS = (
    "comments?|statements?|claims?|allegations?|accusations?|reports?|warnings?|fears|concerns|evidence|news|beliefs?"
    "|assertions?|confirmation|suggestions?|rumou?rs|speculation|signs|indications"
)
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|today"
_ASIDE = rf"(?:in|on|at|to|late|early|earlier|last|this|during|after|also|later|separately|\w{{3,12}}ly|{_DAYS})\b"
REPORT_THAT = (
    rf"\b(?:(?:{_STATED})(?:\s+{_ASIDE}(?:\s+(?!that\b)[^\s,;]{{1,30}}){{0,6}}?)?,?"
    rf"|(?:{_TOLD})(?:\s+(?!that\b)[^\s,;]{{1,30}}){{1,6}}?|(?:{_NOUNS}))\s+that\s+"
)
REPORT_ING = (
    "which\\s+(?:said|says|stated|reported|confirmed|announced|claimed|revealed|added|warned)|saying|adding|stating|claiming|warning|noting|suggesting|alleging|arguing|insisting|explaining|stressing"
    "|confirming|announcing|revealing|reporting|estimating"
)
COMMENT = (
    "highlighting|underscoring|underlining|signall?ing|emphasi[sz]ing|reflecting|demonstrating|illustrating"
    "|showcasing|sparking|raising\\s+(?:questions|concerns?|fears|alarms?)"
)
TAIL = (
    r",?\s+(?P<cue>according\s+to\s|as\s+(?:was\s+)?(?:reported|stated|announced|confirmed|disclosed|noted|told)\s+by\s)"
    r"|,[”\"’']?\s+(?:[^\s,;“\"]{1,40}\s+){0,10}?(?P<say>told\s+[^,;]{2,80}|(?:said|says|say|added|adds|reported|stated|announced"
    r"|confirmed|warned|wrote|noted|explained|insisted|recalled)"
    rf"(?:\s+(?:on|in|at|to|late|early|earlier|last|this|during|after|before|by|{_DAYS})\b[^,;]{{0,80}})?)(?=[\s.,!?]{{0,3}}$)"
    r"|,[”\"]\s+(?P<rest>[^,;“\"]{1,80})$"
)
HEAD = (
    r"(?:According\s+to|As\s+reported\s+by|In\s+(?:a|an)\s+(?:statement|interview|speech|post)|Speaking\s+(?:to|at|in|on)"
    r"|Citing|Quoting)\s[^,;]{2,120},\s+"
    r"|(?:Meanwhile|Moreover|Additionally|However|Furthermore|In\s+addition|Also|Separately|Looking\s+ahead|Nevertheless"
    r"|Still|Instead|Indeed|Finally|Thus|Therefore|Similarly|Likewise|Besides|Nonetheless|In\s+fact|For\s+example"
    r"|For\s+instance),\s+"
    rf"|[Tt]here\s+(?:is|are|was|were|have\s+been)\s+(?:\w+\s+)?(?:{_NOUNS})\s+(?:of|that)\s+"
)
VERB = (
    r"\b(?:is|are|was|were|has|have|had|will|would|could|can|may|might|must|should|did|does|do|\w{2,}ed|came|went"
    r"|said|told|took|made|gave|found|left|lost|won|fell|rose|began|became|got|held|kept|led|met|paid|put|ran|sent"
    r"|shot|shut|sold|stood|struck|hit|cut|says?|continues?|remains?|comes?|plans?|wants?|needs?|faces?|expects?"
    r"|fled|broke|brought|bought|built|caught|drove|felt|fought|grew|knew|saw|sought|spoke|spent|thought|threw|wrote"
    r"|deepens?|follows?|shows?|suggests?|controls?)\b"
)

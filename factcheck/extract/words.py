"""The words on which a sentence is cut, as parts of regular expressions: every repeat is bounded."""

from __future__ import annotations

SAY = (
    "said|says|say|saying|told|stated|states|reported|reports|claimed|claims|warned|warns|insisted|insists|argued|argues"
    "|alleged|alleges|believes?|believed|estimates?|estimated|estimating|suggests?|suggested|suggesting|indicates?"
    "|indicated|predicts?|predicted|fears?|feared|thinks?|contends?|cited|citing|acknowledged|admitted|admits"
    "|concluded|mentioned|announced|confirmed|confirms|revealed|verified|verifies|found|showed|shows?|according"
)
"""Verbs after which the content may follow without "that", where its start is known from elsewhere."""
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
    "|assertions?|confirmation|suggestions?|rumou?rs|speculation|signs?|indications?"
)
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|today"
_ASIDE = (
    rf"(?:in|on|at|to|late|early|earlier|last|this|during|after|also|later|separately|\w{{3,12}}ly|{_DAYS})\b"
)
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
_TAIL_SAY = (
    "said|says|say|added|adds|reported|reports|stated|states|announced|confirmed|warned|warns|wrote|noted|explained"
    "|insisted|insists|recalled|found|finds|showed|shows?|estimates?|estimated|believes?|claims?|claimed|suggests?"
    "|suggested|alleged|alleges?|predicts?|predicted|fears?|argued|argues?"
)
TAIL = (
    r",?\s+(?P<cue>according\s+to\s|as\s+(?:was\s+)?(?:reported|stated|announced|confirmed|disclosed|noted|told)\s+by\s)"
    rf"|,[”\"’']?\s+(?:[^\s,;“\"]{{1,40}}\s+){{0,10}}?(?P<say>told\s+[^,;]{{2,80}}|(?:{_TAIL_SAY})"
    rf"(?:\s+(?:on|in|at|to|late|early|earlier|last|this|during|after|before|by|{_DAYS})\b(?:(?!\sthat\s)[^,;]){{0,80}})?)(?=[\s.,!?]{{0,3}}$)"
    rf"|[,!?.][”\"]\s+(?P<after>(?:{_TAIL_SAY})\s[^“\"]{{1,160}}$|[^“\"]{{1,120}}?\b(?:{_TAIL_SAY}|told)\b[^“\"]{{0,80}}$)"
    r"|,[”\"]\s+(?P<rest>[^,;“\"]{1,80})$"
)
HEAD = (
    r"(?:According\s+to|As\s+reported\s+by|In\s+(?:a|an)\s+(?:statement|interview|speech|post)|Speaking\s+(?:to|at|in|on)"
    r"|Citing|Quoting)\s[^,;]{2,120},\s+"
    r"|[Ii]t\s+(?:is|was)(?:\s+\w+ly)?(?:\s+not|n['’]t)\s+(?:true|correct|the\s+case)\s+that\s+"
    r"|(?:also\s+)?(?:said|says|added|claimed|insisted|warned)\s+(?:that\s+)?(?=[\w“\"])"
    r"|(?:Meanwhile|Moreover|Additionally|However|Furthermore|In\s+addition|Also|Separately|Looking\s+ahead|Nevertheless"
    r"|Still|Instead|Indeed|Finally|Thus|Therefore|Similarly|Likewise|Besides|Nonetheless|In\s+fact|For\s+example"
    r"|For\s+instance),\s+"
    rf"|[Tt]here\s+(?:is|are|was|were|have\s+been)\s+(?:\w+\s+)?(?:{_NOUNS})\s+(?:of|that)\s+"
)
SURE_VERB = (
    r"\b(?:is|are|was|were|has|have|had|will|would|could|can|may|might|must|should|does|do|did|cannot|won['’]t"
    r"|arose|ate|beat|became|began|bent|bet|bit|bled|blew|bought|bound|bred|broke|brought|built|burnt|burst|came|cast"
    r"|caught|chose|clung|crept|cut|dealt|drank|drew|drove|dug|fed|fell|felt|fled|flew|flung|forbade|forgot|fought|found"
    r"|froze|gave|got|grew|ground|heard|held|hid|hit|hung|hurt|kept|knelt|knew|laid|lay|led|leapt|left|lent|let|lit|lost"
    r"|made|meant|met|overtook|overthrew|paid|put|quit|ran|rang|read|rode|rose|said|sank|sat|saw|says?|sent|set|shed|shone|shook|shot|shrank"
    r"|shut|sold|sought|spent|split|spoke|spread|sprang|stole|stood|strode|strove|struck|stuck|swam|swept|swore|swung|taught"
    r"|thought|threw|told|took|tore|understood|undertook|upheld|went|withdrew|withheld|woke|won|wore|wrote|continues?"
    r"|remains?|comes?|plans?|wants?|needs?|faces?|expects?|deepens?|follows?|shows?|suggests?|controls?|includes?"
    r"|holds?|makes?|takes?|gives?|goes|gets|keeps?|seems?|appears?|becomes?|begins?|leads?|leaves|lives|works|runs)\b"
)
"""Words that are hardly anything but a finite verb."""
VERB = rf"{SURE_VERB}|\b\w{{2,}}ed\b"

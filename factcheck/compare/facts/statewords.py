"""The small words between which a state stands: verbs of being, adverbs, prepositions, numerals."""

from __future__ import annotations

from factcheck.values.wordlists import words

IS = words("is are am 's 're")
WAS = words("was were")
STAYS = words("remain remains stay stays keeps keep continue continues")
STAYED = words("remained stayed kept")
HAS = words("has have")
BEEN = words("been being be getting")
NOT = words("not never no nobody neither nor without hardly")
NOT_TOLD = words("""
    will would could may might should shall must can cannot to if unless until till whether before once
    without like as than
""")
"""In front of a state, or between it and its verb: it is planned, wanted or imagined, or another's."""
ADVERBS = words("""
    still now again also already all both since later then just yet finally eventually currently largely
    completely partly fully soon so even only afterwards meanwhile subsequently once more
""")
LATER = words("later since then finally eventually afterwards subsequently")
LATER_BEHIND = words("later afterwards subsequently again")
STILL = words("still remain remains stay stays continue continues")
PRESENT = STAYS | words("goes resumes reopens wins loses rises falls supports backs opposes rejects applies")
"""Verbs of states in the present."""
PREPOSITIONS = words("""
    of on in at to for from with between near over by under after before during since amid against across
    into through along off around about because despite following until via without
""")
BORDERS = words("""
    that said says because while when whenever and but or as if where so though although
""")
RELATIVE = words("which who whose whom")
NO_OBJECT = (
    PREPOSITIONS
    | BORDERS
    | RELATIVE
    | ADVERBS
    | words("""
    today yesterday tonight tomorrow monday tuesday wednesday thursday friday saturday sunday early late
    due owing thanks earlier this last next ago aged away there here further more
""")
)
"""What may stand behind a verb that has no object."""
SHORT = words("out over down up off on back in open down free dead for against")
"""Words that are a state only right behind a verb of being, where they end what is said."""
EVERY = words("all both")
"""In front of what is in a state they are no adverbs: "closed *all schools*", but not "closed *all day*"."""
STRETCHES = words("""
    day night week weekend month year morning afternoon evening season summer winter spring autumn along over
    together but
""")
PARTS = words("""
    some most many few several half part parts third quarter other others another more additional certain
    dozens hundreds thousands none
""")
FURTHER = words("second third fourth fifth further")
"""Without "the" before them somebody or something besides the one spoken of: "a *second* suspect"."""
DEFINITE = words("the this these that those both its his her their all every")
BEFORE_NOUN = DEFINITE - words("all both") | words("a an 's no any each")
"""Behind these a word of a state is a noun, or says which is meant: "*the* rise", "*the* closed bridge"."""
HONORIFICS = words("mr mrs ms miss dr sir lady lord prof professor")
NUMBERS = words("""
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million
""")
GOVERNS = words("of to for from against over on")
"""What these bring in behind a state is a part of it: convicted *of fraud*, closed *to traffic*."""

"""Sentences with who says what in them, by other words than a verb, and sentences in which nobody says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.unit.attributions_by_verb import Told

BY_OTHER_WORDS: list[tuple[str, list[Told]]] = [
    # according to, as reported by
    (
        "The dam had burst, according to Brandt.",
        [("Brandt", "according to", "Iva Brandt", "The dam had burst")],
    ),
    (
        "According to Brandt, the dam had burst.",
        [("Brandt", "According to", "Iva Brandt", "the dam had burst")],
    ),
    (
        "According to Pavel Orlov, a spokesman for the NRS, the dam had burst.",
        [("Pavel Orlov", "According to", "Rescue Service", "the dam had burst")],
    ),
    (
        "The dam had burst, as reported by the NRS on Friday.",
        [("the NRS", "as reported by", "Rescue Service", "The dam had burst")],
    ),
    (
        "The dam had burst, according to US and Norlandic officials.",
        [
            (
                "US and Norlandic officials",
                "according to",
                "United States officials and Norland officials",
                "The dam had burst",
            )
        ],
    ),
    (
        "According to an intelligence source from Sudmark, the dam had burst.",
        [
            (
                "an intelligence source from Sudmark",
                "According to",
                "Sudmark intelligence source",
                "the dam had burst",
            )
        ],
    ),
    # nouns
    (
        "He saw the estimate by Norland of losses.",
        [("Norland", "estimate", "Norland", "losses")],
    ),
    (
        "The fire followed Brandt's comments that the dam had burst.",
        [("Brandt", "comments", "Iva Brandt", "the dam had burst")],
    ),
    (
        "The fire followed a claim by Sudmark that the dam had burst.",
        [("Sudmark", "claim", "Sudmark", "the dam had burst")],
    ),
    (
        "The announcement by the NRS came on Friday.",
        [("the NRS", "announcement", "Rescue Service", "The announcement")],
    ),
    (
        "Accusations have been made by Sudmark officials, stating Norland burned crops.",
        [
            ("Sudmark officials", "made by", "Sudmark officials", "Accusations"),
            ("Sudmark officials", "stating", "Sudmark officials", "Norland burned crops"),
        ],
    ),
    # who says it first
    (
        "AFP reported that the NRS confirmed the death of a soldier.",
        [("the NRS", "confirmed", "Rescue Service", "the death of a soldier")],
    ),
    ("AFP reported that the dam had burst.", [("AFP", "reported", "AFP", "the dam had burst")]),
    (
        "The Daily Post said, citing Brandt, that the dam had burst.",
        [("Brandt", "citing", "Iva Brandt", "the dam had burst")],
    ),
    (
        "The dam had burst, the Daily Post reported, citing Brandt.",
        [("Brandt", "citing", "Iva Brandt", "The dam had burst")],
    ),
    # calling it
    (
        "Allies of Norland expressed concern about the dam, calling it a “grave danger”.",
        [
            ("Allies of Norland", "expressed", "?", "concern about the dam"),
            ("Allies of Norland", "calling", "?", "it a “grave danger”"),
        ],
    ),
    (
        "The pact came into force, with Iva Brandt describing it as a “new start”.",
        [("Iva Brandt", "describing", "Iva Brandt", "it as a “new start”")],
    ),
    # one clause each
    (
        "Brandt said the dam had burst, but Sudmark denied that it was hit.",
        [
            ("Brandt", "said", "Iva Brandt", "the dam had burst"),
            ("Sudmark", "denied", "Sudmark", "it was hit"),
        ],
    ),
    (
        "Brandt said 90 people died, while the toll was 40, according to Sudmark.",
        [
            ("Brandt", "said", "Iva Brandt", "90 people died"),
            ("Sudmark", "according to", "Sudmark", "the toll was 40"),
        ],
    ),
    (
        "Brandt said the dam had burst, signalling a change of course.",
        [("Brandt", "said", "Iva Brandt", "the dam had burst")],
    ),
    # how and where it was said
    (
        "Police chief Tomas Berg told a news conference in Aldburg that the suspect had fled.",
        [("Police chief Tomas Berg", "told", "Tomas Berg", "the suspect had fled")],
    ),
    (
        "The army said in a statement posted online late on Tuesday that it had withdrawn.",
        [("The army", "said", "army", "it had withdrawn")],
    ),
    (
        "Sudmark's premier, Anton Reis, wrote on X that the drone was lost.",
        [("Sudmark's premier, Anton Reis", "wrote", "Anton Reis", "the drone was lost")],
    ),
    (
        "Anton Reis, asked about the fire, replied: “No comment.”",
        [("Anton Reis", "replied", "Anton Reis", "“No comment.”")],
    ),
    (
        "A US official said, on condition of anonymity, that 200 troops would leave.",
        [("A US official", "said", "United States official", "200 troops would leave")],
    ),
    (
        "A spokeswoman for the coastguard said 45 people were saved.",
        [("A spokeswoman for the coastguard", "said", "coastguard", "45 people were saved")],
    ),
    (
        "The NRS's spokesman said both ships sank.",
        [("The NRS's spokesman", "said", "Rescue Service", "both ships sank")],
    ),
    (
        "The ministry of health in Sudmark said 31 people died.",
        [("The ministry of health in Sudmark", "said", "Sudmark ministry of health", "31 people died")],
    ),
    ("A report by the NRS said 600 people fled.", [("the NRS", "said", "Rescue Service", "600 people fled")]),
    (
        "The report, published on Thursday by the NRS, says 23 people were hurt.",
        [("the NRS", "says", "Rescue Service", "23 people were hurt")],
    ),
    (
        "State television quoted Anton Reis as saying the man was held.",
        [("Anton Reis", "quoted", "Anton Reis", "the man was held")],
    ),
    (
        "The Pentagon, citing a report, said the convoy carried missiles.",
        [("The Pentagon", "said", "Pentagon", "the convoy carried missiles")],
    ),
    (
        "The homes are dark, with engineers warning it could take days.",
        [("engineers", "warning", "engineers", "it could take days")],
    ),
    (
        "As Anton Reis put it, “nobody was spared”.",
        [("Anton Reis", "put", "Anton Reis", "“nobody was spared”")],
    ),
    (
        "Ninety people were feared dead after the boat sank, the NRS said.",
        [("the NRS", "said", "Rescue Service", "Ninety people were feared dead after the boat sank")],
    ),
    (
        "Officials from the ministry of energy warned of power cuts.",
        [
            (
                "Officials from the ministry of energy",
                "warned",
                "officials from ministry of energy",
                "of power cuts",
            )
        ],
    ),
    (
        "The rebels claimed to have taken the port.",
        [("The rebels", "claimed", "rebels", "to have taken the port")],
    ),
    # nobody
    ("Officials believe the dam had burst.", [("Officials", "believe", "?", "the dam had burst")]),
    ("Reports suggest the dam had burst.", [("Reports", "suggest", "?", "the dam had burst")]),
    ("Critics say the dam was weak.", [("Critics", "say", "?", "the dam was weak")]),
    (
        "Some evidence suggests that the dam was weak.",
        [("Some evidence", "suggests", "?", "the dam was weak")],
    ),
    (
        "The man was reported to be alive, but nobody saw him.",
        [("was reported", "was reported", "?", "The man was reported to be alive")],
    ),
    (
        "The men are believed to have drowned.",
        [("are believed", "are believed", "?", "The men are believed to have drowned")],
    ),
    ("Ninety people are feared dead.", [("are feared", "are feared", "?", "Ninety people are feared dead")]),
    ("It is thought that the dam was weak.", [("is thought", "is thought", "?", "the dam was weak")]),
    ("The dam was reportedly weak.", [("reportedly", "reportedly", "?", "The dam was reportedly weak")]),
    ("There are rumours that the dam was weak.", [("rumours", "rumours", "?", "the dam was weak")]),
    (
        "The dam was weak, according to two people familiar with the matter.",
        [("two people familiar with the matter", "according to", "?", "The dam was weak")],
    ),
]


SKIPPED = [
    "Brandt declined to say how many died.",
    "The number was not disclosed by Brandt.",
    "Neither Norland nor Sudmark has confirmed the deal.",
    "Sudmark did not confirm that the dam had burst.",
    "The report was long.",
    "They reported losses.",
    "The confirmed deaths rose.",
    "The states met in June.",
    "Brandt is due to announce a plan.",
    "This figure underscores the heavy toll.",
    "A group called the Lanterns met.",
    "The army crossed the river, highlighting its reach.",
    "Requests for comment were made by newspapers.",
]


GOES_ON: list[tuple[str, list[Told]]] = [
    (
        "The shop will not open before July, Aldern, its spokesman, said.",
        [("Aldern", "said", "Aldern", "The shop will not open before July")],
    ),
    (
        "Sales fell by a third, the ministry said on Tuesday, and announced 90 dismissals.",
        [
            ("the ministry", "said", "ministry", "Sales fell by a third"),
            ("the ministry", "announced", "ministry", "90 dismissals"),
        ],
    ),
    (
        "The bid could fetch 40 million, one of them said.",
        [("one of them", "said", "?", "The bid could fetch 40 million")],
    ),
    (
        "Visits were allowed until Friday, said the daughter of a patient, who gave no name.",
        [("the daughter of a patient", "said", "?", "Visits were allowed until Friday")],
    ),
    (
        "Police, the fire brigade and the hospital said 13 people had died.",
        [
            (
                "Police, the fire brigade and the hospital",
                "said",
                "police and fire brigade and hospital",
                "13 people had died",
            )
        ],
    ),
    (
        "Estimates from US, Norlandic and Sudmarkian sources put the dead at 40.",
        [
            (
                "US, Norlandic and Sudmarkian sources",
                "put",
                "United States sources and Norland sources and Sudmark sources",
                "the dead at 40",
            )
        ],
    ),
    (
        "Opposition leaders called the sum far too small.",
        [("Opposition leaders", "called", "opposition leaders", "the sum far too small")],
    ),
    ("Residents called the police an hour later.", []),
    ("The ministry now counts 55 cases.", [("The ministry", "counts", "ministry", "55 cases")]),
    ("The company recorded a net profit of 84 million euros.", []),
    ("The deserters, believed to be the first, could not be found.", []),
    ("This is the first estimate by Norland of its losses.", []),
]

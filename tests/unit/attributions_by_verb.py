"""Sentences in which a verb tells who says what: claimant, cue, origin, what is attributed."""

from __future__ import annotations

Told = tuple[str, str, str, str]
"""Claimant's words, cue, origin ("?" where nobody can be asked), what is attributed."""

BY_VERB: list[tuple[str, list[Told]]] = [
    # X said C
    ("Brandt said the dam had burst.", [("Brandt", "said", "Iva Brandt", "the dam had burst")]),
    ("Brandt said that the dam had burst.", [("Brandt", "said", "Iva Brandt", "the dam had burst")]),
    (
        "President Iva Brandt said on Friday that the dam had burst.",
        [("President Iva Brandt", "said", "Iva Brandt", "the dam had burst")],
    ),
    (
        "Norland's rescue service said Monday it had found 40 people.",
        [("Norland's rescue service", "said", "Rescue Service", "it had found 40 people")],
    ),
    (
        "On Friday, the NRS confirmed the death of a soldier.",
        [("the NRS", "confirmed", "Rescue Service", "the death of a soldier")],
    ),
    # who promises to do something gives their word for it, and for nothing behind it
    (
        "Brandt promised to rebuild 40 homes, and two bridges were lost.",
        [("Brandt", "promised", "Iva Brandt", "to rebuild 40 homes")],
    ),
    ("The homes were promised to Brandt.", []),
    (
        "Earlier this month the ministry announced that two bridges were lost.",
        [("the ministry", "announced", "ministry", "two bridges were lost")],
    ),
    (
        "Sudmark has repeatedly denied that its army crossed the river.",
        [("Sudmark", "denied", "Sudmark", "its army crossed the river")],
    ),
    (
        "Brandt told reporters on Friday that 40 homes were gone.",
        [("Brandt", "told", "Iva Brandt", "40 homes were gone")],
    ),
    (
        "Brandt warned in a statement that the river would rise.",
        [("Brandt", "warned", "Iva Brandt", "the river would rise")],
    ),
    # where it was written
    *(
        (
            f"The dam had burst, Brandt wrote {where}.",
            [("Brandt", "wrote", "Iva Brandt", "The dam had burst")],
        )
        for where in (
            "on her own page",
            "in a letter to the mayors",
            "on https://dams.example/post/17 for all",
        )
    ),
    ("After the dam had burst, Brandt wrote in a room with 3 windows.", []),
    (
        "Brandt accused Sudmark of burning the crops.",
        [("Brandt", "accused", "Iva Brandt", "Sudmark of burning the crops")],
    ),
    (
        "The rescue teams left days after Brandt said the dam had burst.",
        [("Brandt", "said", "Iva Brandt", "the dam had burst")],
    ),
    (
        "Brandt, who visited the town on Friday, said the dam had burst.",
        [("Brandt", "said", "Iva Brandt", "the dam had burst")],
    ),
    (
        "Pavel Orlov, a spokesman for the NRS, said the dam had burst.",
        [("Pavel Orlov", "said", "Rescue Service", "the dam had burst")],
    ),
    (
        "The head of the union, Mira Kovac, said the pay was too low.",
        [("The head of the union, Mira Kovac", "said", "Mira Kovac", "the pay was too low")],
    ),
    (
        "Norlandic lawmaker Mira Kovac claims the figures are false.",
        [("Norlandic lawmaker Mira Kovac", "claims", "Mira Kovac", "the figures are false")],
    ),
    (
        "Norlandic officials say the dam had burst.",
        [("Norlandic officials", "say", "Norland officials", "the dam had burst")],
    ),
    (
        "Authorities in Harbour City announced that the port was shut.",
        [("Authorities in Harbour City", "announced", "Norland officials", "the port was shut")],
    ),
    (
        "A US official reported 300 casualties.",
        [("A US official", "reported", "United States official", "300 casualties")],
    ),
    (
        "The mayor of Elbridge estimates that 90 houses burned.",
        [("The mayor of Elbridge", "estimates", "mayor of Elbridge", "90 houses burned")],
    ),
    ("Police said two men were held.", [("Police", "said", "police", "two men were held")]),
    # C, X said
    ("The dam had burst, Brandt said.", [("Brandt", "said", "Iva Brandt", "The dam had burst")]),
    ("The dam had burst, Brandt said on Friday.", [("Brandt", "said", "Iva Brandt", "The dam had burst")]),
    ("The dam had burst, Brandt told AFP.", [("Brandt", "told", "Iva Brandt", "The dam had burst")]),
    (
        "The dam had burst, the NRS said in a statement on Friday.",
        [("the NRS", "said", "Rescue Service", "The dam had burst")],
    ),
    (
        "The dam had burst, a Norlandic source told the Daily Post, adding that the town was cut off.",
        [
            ("a Norlandic source", "told", "Norland source", "The dam had burst"),
            ("a Norlandic source", "adding", "Norland source", "the town was cut off"),
        ],
    ),
    ('"The dam had burst," said Brandt.', [("Brandt", "said", "Iva Brandt", '"The dam had burst,"')]),
    ('"The dam had burst," Brandt said.', [("Brandt", "said", "Iva Brandt", '"The dam had burst,"')]),
    (
        '"The dam," Brandt said, "had burst."',
        [("Brandt", "said", "Iva Brandt", '"The dam," Brandt said, "had burst."')],
    ),
    (
        "“The dam had burst,” said Pavel Orlov, a spokesman for the NRS.",
        [("Pavel Orlov", "said", "Rescue Service", "“The dam had burst,”")],
    ),
    (
        "The dam had burst, said officials in Sudmark.",
        [("officials in Sudmark", "said", "Sudmark officials", "The dam had burst")],
    ),
    # figures
    (
        "The NRS had previously put the number of dead at 90, saying more would follow.",
        [
            ("The NRS", "put", "Rescue Service", "the number of dead at 90"),
            ("The NRS", "saying", "Rescue Service", "more would follow"),
        ],
    ),
    (
        "Estimates from US and Sudmarkian sources put the dead between 40 and 60.",
        [
            (
                "US and Sudmarkian sources",
                "put",
                "United States sources and Sudmark sources",
                "the dead between 40 and 60",
            )
        ],
    ),
    (
        "Reports suggest losses, with Norland estimating over 300 dead, while a US official reported 90.",
        [
            ("Reports", "suggest", "?", "losses"),
            ("Norland", "estimating", "Norland", "over 300 dead"),
            ("a US official", "reported", "United States official", "90"),
        ],
    ),
    (
        "Some 300 people died, a figure given by the NRS.",
        [("the NRS", "given by", "Rescue Service", "Some 300 people died")],
    ),
]

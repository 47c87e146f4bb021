"""Who says what: claimant, cue, origin, scope, and who is nobody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.values_world import lines, said, scope

Told = tuple[str, str, str, str]
"""Claimant's words, cue, origin ("?" where nobody can be asked), what is attributed."""

PLAIN: list[tuple[str, list[Told]]] = [
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


def told(text: str) -> list[Told]:
    return [(one.text, one.cue, "?" if one.vague else one.origin, scope(text, one)) for one in said(text)]


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


@pytest.mark.parametrize(("text", "expected"), GOES_ON, ids=[row[0] for row in GOES_ON])
def test_who_says_it_where_the_sentence_goes_on(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), PLAIN, ids=[row[0] for row in PLAIN])
def test_attribution(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", SKIPPED)
def test_nobody_says_anything(text: str) -> None:
    assert told(text) == []


FOLLOWED: list[tuple[tuple[str, ...], str, str]] = [
    (("Brandt said the dam had burst.", "She added that the town was cut off."), "She", "Iva Brandt"),
    (("The NRS said the dam had burst.", "It said the town was cut off."), "It", "Rescue Service"),
    (
        ("Norland's rescue service said so.", "The service added that 40 died."),
        "The service",
        "Rescue Service",
    ),
    (("Pavel Orlov visited the town.", "He warned that more rain would come."), "He", "Pavel Orlov"),
    (("Pavel Orlov visited the town.", "Orlov warned that more rain would come."), "Orlov", "Pavel Orlov"),
    (
        (
            "Norland's ambassador to Sudmark, Mira Kovac, echoed this.",
            "Speaking later, she warned that more would come.",
        ),
        "she",
        "Mira Kovac",
    ),
    (
        ("The Coastal Relief Agency (CRA) counted 40 dead.", "The CRA said more would come."),
        "The CRA",
        "Coastal Relief Agency",
    ),
]


@pytest.mark.parametrize(("sentences", "text", "origin"), FOLLOWED, ids=[row[0][1] for row in FOLLOWED])
def test_later_mentions_mean_the_same_speaker(sentences: tuple[str, ...], text: str, origin: str) -> None:
    last = said(*sentences)[-1]
    assert (last.text, last.origin, last.vague) == (text, origin, False)


def test_pronoun_without_a_speaker_is_nobody() -> None:
    one = said("He warned that more rain would come.")[0]
    assert one.vague


def test_quotation_alone_borrows_the_speaker_beside_it() -> None:
    made, _ = lines('"It is over," Brandt said.', '"We have lost."')
    one = said('"It is over," Brandt said.', '"We have lost."')[-1]
    assert (one.text, one.origin, scope(made.text, one)) == ("Brandt", "Iva Brandt", '"We have lost."')


def test_words_inside_a_quotation_attribute_nothing() -> None:
    assert [one.origin for one in said('"Sudmark said it was over," Brandt said.')] == ["Iva Brandt"]


WORDS = st.sampled_from(
    [
        "Brandt",
        "said",
        "that",
        ",",
        "according_to",
        "the_NRS",
        "reported",
        "by",
        "as",
        "who",
        "which",
        "officials",
        "put",
        "at",
        "300",
        "with",
        "estimating",
        "while",
        "and",
        "“",
        "”",
        "'s",
        "comments",
        "believed",
        "to",
        "was",
        "Friday",
        "on",
        "of",
        "from",
        ".",
        "claims",
        "adding",
        "he",
        "told",
        "(",
        ")",
        "-",
        "not",
        ";",
        "citing",
    ]
).map(lambda word: word.replace("_", " "))


@given(st.lists(WORDS, max_size=30))
def test_any_words_give_ranges_inside_the_text(parts: list[str]) -> None:
    text = " ".join(["x", *parts])
    for one in said(text):
        assert text[one.start : one.end] == one.text
        assert 0 <= one.scope_start < one.scope_end <= len(text)
        assert one.origin


def test_scope_ends_where_a_time_clause_begins() -> None:
    text = "He saw the estimate by Norland of losses, weeks after Sudmark said 40 people died."
    assert [(one.origin, scope(text, one)) for one in said(text)] == [
        ("Norland", "losses"),
        ("Sudmark", "40 people died"),
    ]


def test_remark_with_that_is_the_claimants() -> None:
    text = "Brandt said the dam had burst, stressing that nobody died."
    assert [scope(text, one) for one in said(text)] == ["the dam had burst", "nobody died"]

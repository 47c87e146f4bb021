"""Pairs of sentences that differ in one thing, from many subjects: what a careful reader makes of each."""

from __future__ import annotations

import pytest

from tests.unit.test_compare_careful import relations_told

PAIRS = [
    (
        "The bank lent the city 40 million euros, the mayor said.",
        "The bank lent the city 60 million euros, the auditor said.",
        "conflicts",
    ),
    (
        "The bank lent the city 40 million euros, the mayor said.",
        "The bank lent the city 40 million dollars, the auditor said.",
        "nothing",
    ),
    (
        "The river rose to 6.2 metres on Monday, the water office said.",
        "The river rose to 6.8 metres on Monday, the mayor said.",
        "conflicts",
    ),
    (
        "The river rose to 6.2 metres, the water office said.",
        "The river rose by 2 metres, the mayor said.",
        "nothing",
    ),
    (
        "Three firefighters were injured in the blaze, the hospital said.",
        "Five firefighters were injured in the blaze, the union said.",
        "conflicts",
    ),
    (
        "Three firefighters were injured in the blaze, the hospital said.",
        "Three residents were injured in the blaze, the union said.",
        "nothing",
    ),
    (
        "The company denied that it had dumped waste in the lake.",
        "The company dumped waste in the lake, the prosecutor said.",
        "conflicts",
    ),
    (
        "The company may have dumped waste in the lake, an inspector said.",
        "The company did not dump waste in the lake, its lawyer said.",
        "nothing",
    ),
    (
        "The court acquitted the former mayor on Tuesday.",
        "The court convicted the former mayor on Tuesday.",
        "conflicts",
    ),
    (
        "The court acquitted the former mayor on Tuesday.",
        "The former mayor was found guilty on Tuesday.",
        "conflicts",
    ),
    (
        "The museum will reopen on 4 May, its director said.",
        "The museum will reopen on 14 May, the city said.",
        "conflicts",
    ),
    (
        "The museum reopened in May, its director said.",
        "The museum reopened on 4 May, the city said.",
        "agrees",
    ),
    (
        "The strike began on Monday, the union said.",
        "The strike began on Tuesday, the airline said.",
        "conflicts",
    ),
    (
        "Voter turnout was 61 percent, the commission said.",
        "Voter turnout was 54 percent, observers said.",
        "conflicts",
    ),
    (
        "Voter turnout was 61 percent, the commission said.",
        "The mayor won 54 percent of the vote, the commission said.",
        "nothing",
    ),
    (
        "The suspect, a 34-year-old man, was arrested on Friday.",
        "Police arrested a 34-year-old man on Friday.",
        "agrees",
    ),
    (
        "Nobody was hurt in the explosion, the company said.",
        "Two workers were hurt in the explosion, the union said.",
        "conflicts",
    ),
    (
        "At least 12 people died in the fire, police said.",
        "The fire killed 15 people, the hospital said.",
        "nothing",
    ),
    (
        "At least 12 people died in the fire, police said.",
        "The fire killed 9 people, the hospital said.",
        "conflicts",
    ),
    (
        "More than 200 flights were cancelled, the airport said.",
        "About 250 flights were cancelled, the airline said.",
        "nothing",
    ),
    (
        "More than 200 flights were cancelled, the airport said.",
        "Only 90 flights were cancelled, the airline said.",
        "conflicts",
    ),
    (
        "The drug cut deaths by 30 percent, the maker said.",
        "The drug cut deaths by 13 percent, the regulator said.",
        "conflicts",
    ),
    (
        "The bridge is 300 metres long, the road office said.",
        "The bridge is 1,000 feet long, the builder said.",
        "agrees",
    ),
    (
        "The plane was flying at 35,000 feet, the airline said.",
        "The plane was flying at 10,700 metres, investigators said.",
        "agrees",
    ),
    ("The minister resigned on Friday.", "The minister did not resign, her office said.", "conflicts"),
    ("The minister resigned on Friday.", "The minister said she would not resign.", "nothing"),
    (
        "The firm employs 4,000 people, it said.",
        "The firm employs 2,500 people, the union said.",
        "conflicts",
    ),
    ("The firm will cut 400 jobs, it said.", "The firm employs 4,000 people, the union said.", "nothing"),
    ("Inflation rose to 4.1 percent in May.", "Inflation rose to 4.7 percent in May.", "conflicts"),
    ("Inflation rose to 4.1 percent in May.", "Inflation rose to 4.7 percent in June.", "nothing"),
    (
        "Sales rose 12 percent last year, the company said.",
        "Sales fell 12 percent last year, analysts said.",
        "conflicts",
    ),
    ("Police arrested two men on Friday.", "Police arrested three men on Friday.", "conflicts"),
    ("Police arrested two men on Friday.", "Police released two men on Saturday.", "nothing"),
    (
        "The reactor was shut down at 3 a.m., the operator said.",
        "The reactor was shut down at 5.30 a.m., the ministry said.",
        "conflicts",
    ),
    (
        "The hostages were freed, the army said.",
        "The hostages are still being held, their families said.",
        "conflicts",
    ),
    (
        "The vaccine is safe, the regulator said.",
        "The vaccine is not safe, the doctors' union said.",
        "conflicts",
    ),
    (
        "The fire was caused by a short circuit, the inspector said.",
        "The fire was caused by arson, the police said.",
        "conflicts",
    ),
    (
        "Around two thirds of the crop was lost, farmers said.",
        "About 67 percent of the crop was lost, the ministry said.",
        "agrees",
    ),
    (
        "Half of the crop was lost, farmers said.",
        "A fifth of the crop was lost, the ministry said.",
        "conflicts",
    ),
    (
        "A dozen boats were destroyed, the port said.",
        "Twelve boats were destroyed, the mayor said.",
        "agrees",
    ),
    (
        "Dozens of boats were destroyed, the port said.",
        "Seven boats were destroyed, the mayor said.",
        "conflicts",
    ),
    ("Hundreds of people fled, the UN said.", "About 30 people fled, the governor said.", "conflicts"),
    (
        "Nearly 3,000 soldiers were deployed, the ministry said.",
        "Around 3,100 soldiers were deployed, the army said.",
        "agrees",
    ),
    ("The trial lasted three weeks.", "The trial lasted 21 days.", "agrees"),
    ("The trial lasted three weeks.", "The trial lasted five weeks.", "conflicts"),
    (
        "The two sides signed a ceasefire on Sunday.",
        "The two sides have not signed a ceasefire, the envoy said.",
        "conflicts",
    ),
    (
        "The president met the union leaders on Sunday.",
        "The president refused to meet the union leaders.",
        "conflicts",
    ),
    ("The factory has been closed since March.", "The factory has been closed since May.", "conflicts"),
    (
        "The mayor knew of the risk, a former aide said.",
        "The mayor did not know of the risk, his lawyer said.",
        "conflicts",
    ),
    ("Water levels are expected to fall on Tuesday.", "Water levels fell on Monday.", "nothing"),
    (
        "The tunnel cost 2.4 billion crowns, the builder said.",
        "The tunnel cost 3.1 billion crowns, the auditor said.",
        "conflicts",
    ),
    (
        "The tunnel cost 2.4 billion crowns, the builder said.",
        "The tunnel was expected to cost 1.8 billion crowns.",
        "nothing",
    ),
    (
        "The suspect is 34 years old, police said.",
        "The suspect, 43, was arrested on Friday, the prosecutor said.",
        "conflicts",
    ),
    (
        "The suspect is 34 years old, police said. A second suspect is on the run.",
        "The suspect, 43, was arrested on Friday, the prosecutor said.",
        "nothing",
    ),
    ("He was shot twice, the police said.", "He was shot four times, the hospital said.", "conflicts"),
    (
        "The pump was checked three times in May, the ministry said.",
        "The pump was checked twice in May, the owner said.",
        "conflicts",
    ),
    (
        "The union warned the company two times, it said.",
        "The union had warned the company twice, the inspector said.",
        "agrees",
    ),
    (
        "The new hall has twice as many seats, the owner said.",
        "The new hall was searched four times, the police said.",
        "nothing",
    ),
    (
        "The wall of the Orda dam, six kilometres above the town, cracked in the storm, the union said.",
        "The Orda dam was damaged on a stretch of 40 metres in the storm, the ministry said.",
        "nothing",
    ),
    (
        "The wall of the Orda dam was damaged on a stretch of six kilometres, the union said.",
        "The Orda dam was damaged on a stretch of 40 metres, the ministry said.",
        "conflicts",
    ),
    ("The girl was found alive on Monday.", "The girl was found dead on Monday.", "conflicts"),
    ("The girl was found alive on Monday.", "The girl was found dead on Tuesday.", "nothing"),
    ("A girl was pulled alive from the rubble on Monday.", "The girl died in hospital on Monday.", "nothing"),
]


@pytest.mark.parametrize(("a", "b", "meant"), PAIRS)
def test_what_two_sentences_are_to_each_other(a: str, b: str, meant: str) -> None:
    kinds = {told.split(" on ")[0].replace("copies", "agrees") for told in relations_told(a, b)}
    assert next((kind for kind in ("conflicts", "agrees") if kind in kinds), "nothing") == meant

"""Pairs of short reports on many subjects, and what a careful reader says of their figures."""

from __future__ import annotations

import pytest

from tests.unit.figures_read import Pair, read, right

TABLE = [
    # sums over different classes
    Pair(
        "The collapse of the stand left 9 people dead and 62 injured, the fire service said.",
        "Nine people died and 34 are missing after the collapse of the stand, the fire service said.",
        "agree",
    ),
    Pair(
        "In all 71 people were killed or injured at the stadium, the fire service said.",
        "In all 43 people are dead or missing at the stadium, the fire service said.",
        "part",
    ),
    Pair(
        "The fire service counted 71 dead and injured after the collapse of the stand.",
        "The fire service counted 43 dead and missing after the collapse of the stand.",
        "part",
    ),
    Pair(
        "The avalanche killed four skiers and injured eleven, rescuers said.",
        "Fifteen skiers were killed or injured by the avalanche, rescuers said.",
        "agree",
    ),
    Pair(
        "The avalanche killed four skiers and injured eleven, rescuers said.",
        "Rescuers said the avalanche had killed six skiers and injured eleven.",
        "conflict",
    ),
    Pair(
        "The storm killed three people and left 12 missing, the governor said.",
        "The storm killed three people and injured 40, the governor said.",
        "agree",
    ),
    # parts and wholes
    Pair(
        "Karsten will cut 1,800 jobs in all, the company said. At the Melby factory 450 jobs will go.",
        "Karsten will cut 1,800 jobs, the company said.",
        "agree",
    ),
    Pair(
        "Karsten will cut 450 jobs at its Melby factory, the company said.",
        "Karsten will cut 1,800 jobs in all, the company said.",
        "part",
    ),
    Pair(
        "The airline cancelled 60 flights from Melby airport on Monday, a spokeswoman said.",
        "The airline cancelled 310 flights across the country on Monday, a spokeswoman said.",
        "part",
    ),
    Pair(
        "Three of the seven climbers survived, the park said.",
        "Seven climbers were caught by the avalanche, the park said. Four of them died.",
        "part",
    ),
    Pair(
        "Three of the seven candidates passed the test, the ministry said.",
        "Five of the seven candidates passed the test, the ministry said.",
        "conflict",
    ),
    Pair(
        "Two of the five trapped miners were brought up alive on Sunday, the company said.",
        "Five miners were trapped when the shaft flooded, the company said.",
        "part",
    ),
    Pair(
        "The vaccine reached 40,000 children in the north, the health ministry said.",
        "The vaccine reached 310,000 children nationwide, the health ministry said.",
        "part",
    ),
    Pair(
        "Wildfires destroyed 140 homes in Melby county, the fire chief said.",
        "Wildfires destroyed 900 homes in total, the fire chief said.",
        "part",
    ),
    Pair(
        "The club sold 12,000 of its 30,000 season tickets, its president said.",
        "The club sold 12,000 season tickets, its president said.",
        "agree",
    ),
    # a change and where it led
    Pair(
        "Net profit at Karsten fell by a third to €84 million last year.",
        "Net profit at Karsten fell a third last year.",
        "agree",
    ),
    Pair(
        "Net profit at Karsten fell by a third to €84 million last year.",
        "Karsten made a net profit of €84 million last year.",
        "agree",
    ),
    Pair(
        "Net profit at Karsten fell by a third to €84 million last year.",
        "Karsten made a net profit of €48 million last year.",
        "conflict",
    ),
    Pair(
        "Unemployment rose 7.5 percent to 12,000 people in Melby, the labour office said.",
        "The labour office counted 12,000 unemployed people in Melby.",
        "agree",
    ),
    Pair(
        "Bread prices rose 7.5 per cent in May, the statistics office said.",
        "The statistics office said bread prices rose by 7.5% in May.",
        "agree",
    ),
    Pair(
        "Bread prices rose 7.5 per cent in May, the statistics office said.",
        "The statistics office said bread prices rose by 5.7% in May.",
        "conflict",
    ),
    Pair(
        "The council raised the fare from 2.40 euros to 3.10 euros.",
        "The council raised the fare to 3.10 euros.",
        "agree",
    ),
    Pair(
        "The council raised the fare from 2.40 euros to 3.10 euros.",
        "The council raised the fare to 3.60 euros.",
        "conflict",
    ),
    Pair(
        "Membership of the union grew from 21,000 to 26,000 last year.",
        "Membership of the union grew by 5,000 last year.",
        "agree",
    ),
    Pair(
        "The budget deficit was cut to 3 percent of output, the minister said.",
        "The budget deficit was cut by 2 percent, the minister said.",
        "part",
    ),
    Pair(
        "The river rose by 2 metres overnight, the weather office said.",
        "The river rose to 7 metres overnight, the weather office said.",
        "part",
    ),
    # stretches of time, rates
    Pair(
        "The hospital in Melby treats 300 patients a day, its director said.",
        "The hospital in Melby treated 9,000 patients in June, its director said.",
        "part",
    ),
    Pair(
        "Police arrested 45 protesters in Melby on Monday alone, the interior ministry said.",
        "Police have arrested 380 protesters in Melby since the rallies began, the interior ministry said.",
        "part",
    ),
    Pair(
        "The plant emits 4 tonnes of soot a year, the regulator said.",
        "The plant emits 40 tonnes of soot a year, the regulator said.",
        "conflict",
    ),
    Pair(
        "The programme costs the state 120 euros per pupil, the ministry said.",
        "The programme costs the state 36 million euros, the ministry said.",
        "part",
    ),
    Pair(
        "The subsidy costs 2 million euros a month, the treasury said.",
        "The subsidy costs 24 million euros a year, the treasury said.",
        "agree",
    ),
    Pair(
        "The ministry reported 210 new infections on Tuesday.",
        "The ministry has recorded 4,300 infections in total.",
        "part",
    ),
    Pair(
        "The bank paid each family 5,000 euros, the court heard.",
        "The bank paid the families 2 million euros, the court heard.",
        "part",
    ),
    Pair(
        "Each of the 40 families will receive 5,000 euros, the court said.",
        "Each of the 40 families will receive 8,000 euros, the court said.",
        "conflict",
    ),
    Pair(
        "The factory makes 500 cars a week, the union said.",
        "The factory makes 800 cars a week, the company said.",
        "conflict",
    ),
    # told in two ways
    Pair(
        "The blast at the mill left 140 injured, the mayor said.",
        "At the mill 140 people were hurt in the blast, the mayor said.",
        "agree",
    ),
    Pair(
        "The blast at the mill left 140 injured, the mayor said.",
        "At the mill 104 people were hurt in the blast, the mayor said.",
        "conflict",
    ),
    Pair(
        "The epicentre lay nine miles southwest of Melby.",
        "The epicentre was 14 km south-west of Melby.",
        "agree",
    ),
    Pair(
        "The epicentre lay nine miles southwest of Melby.",
        "The epicentre was 41 km south-west of Melby.",
        "conflict",
    ),
    Pair(
        "The bear weighed 660 pounds, the ranger said.",
        "The bear weighed 300 kilograms, the ranger said.",
        "agree",
    ),
    Pair(
        "Rents in Melby have risen 12 percent in the last two years, the tenants' union said.",
        "The tenants' union said rents in Melby had risen 12 per cent in the past two years.",
        "agree",
    ),
    Pair(
        "Rents in Melby have risen 12 percent since January 2023, the tenants' union said.",
        "The tenants' union said rents in Melby had risen 19 per cent since January 2023.",
        "conflict",
    ),
    Pair(
        "Ana Lind has led the bank since January 2023.",
        "Ana Lind has been the head of the bank since January 2023.",
        "agree",
    ),
    Pair(
        "Two in five households are without water, the city said.",
        "The city said 40 per cent of households had no water.",
        "agree",
    ),
    Pair(
        "Half of the harvest was lost, farmers said.",
        "Farmers said they had lost 80 percent of the harvest.",
        "conflict",
    ),
    Pair(
        "The court fined the bank 1.5 million euros.",
        "The bank was fined €1,500,000 by the court.",
        "agree",
    ),
    Pair(
        "About 2,000 people marched through Melby, police said.",
        "Police said some 2,100 people had marched through Melby.",
        "agree",
    ),
    Pair(
        "About 2,000 people marched through Melby, police said.",
        "Organisers said 9,000 people had marched through Melby.",
        "conflict",
    ),
    # what is of two things
    Pair(
        "The home side scored 31 points in the first half.",
        "The home side scored 78 points.",
        "part",
    ),
    Pair(
        "Ferry tickets cost 14 euros for adults.",
        "Ferry tickets cost 6 euros for children.",
        "unrelated",
    ),
    Pair(
        "The tunnel is 8 kilometres long.",
        "The tunnel is 12 metres wide.",
        "unrelated",
    ),
    Pair(
        "The school was built for 400 pupils.",
        "The school has 520 pupils today, its head said.",
        "unrelated",
    ),
    Pair(
        "Forty people were killed in the 1998 crash at the same bend.",
        "Nineteen people died in Sunday's crash at the bend, the governor said.",
        "unrelated",
        ("2024-05-06", "2024-05-06"),
    ),
]


@pytest.mark.parametrize("pair", TABLE, ids=[f"{p.a[:40]} / {p.b[:40]}" for p in TABLE])
def test_figures_are_read_as_a_careful_reader_would(pair: Pair) -> None:
    assert read(pair) in right(pair)

"""Pairs of sentences that tell contrary states: of one thing at one time, or else of no conflict.

``CONFLICTS`` and ``NO_CONFLICT`` were written before the engine knew of states, ``LATER_CONFLICTS`` and
``LATER_NO_CONFLICT`` when it did, to see how it does on pairs that nobody had built it for.
"""

from __future__ import annotations

from typing import NamedTuple


class Pair(NamedTuple):
    """Two sentences; ``days`` are the dates of their articles, where they have any."""

    a: str
    b: str
    days: tuple[str | None, str | None] = (None, None)


CONFLICTS = (
    # rail, roads, air
    Pair("Trains on the Orsa line are still suspended.", "Trains on the Orsa line have been running again."),
    Pair("The Tolme bridge is closed to traffic.", "The Tolme bridge has reopened to traffic."),
    Pair("Ferry services to Brenn remain cancelled.", "Ferry services to Brenn have resumed."),
    Pair("The airport at Korvel is shut, its operator said.", "The airport at Korvel is open."),
    # courts and police
    Pair("Ivo Marsh is still in custody, his lawyer said.", "Ivo Marsh has been released, police said."),
    Pair("A court in Orsa convicted Dana Holt of fraud.", "A court in Orsa acquitted Dana Holt of fraud."),
    Pair("Lena Brask was found guilty of bribery.", "Lena Brask was found not guilty of bribery."),
    Pair(
        "The suspect in the Tolme robbery is at large.", "The suspect in the Tolme robbery has been caught."
    ),
    # weather and disaster
    Pair("The flood warning for Brenn has been lifted.", "The flood warning for Brenn remains in force."),
    Pair("The boy, aged seven, is still missing in Orsa.", "The boy, aged seven, has been found in Orsa."),
    Pair("Power in the Halden district has been restored.", "Power in the Halden district is still cut off."),
    Pair("The fire at the Korvel mill is out.", "The fire at the Korvel mill is still burning."),
    # markets and companies
    Pair("Shares in Norvik rose on Tuesday.", "Shares in Norvik fell on Tuesday."),
    Pair("Trading in Norvik shares is halted.", "Trading in Norvik shares has resumed."),
    Pair("Workers at the Brenn plant are on strike.", "Workers at the Brenn plant are back at work."),
    # health
    Pair("The singer Ada Quist is in hospital.", "The singer Ada Quist has been discharged from hospital."),
    Pair("The cholera outbreak in Tolme is over.", "The cholera outbreak in Tolme is still spreading."),
    Pair("The injured pilot is alive, the hospital said.", "The injured pilot is dead, her family said."),
    # politics
    Pair("Parliament in Orsa passed the pension bill.", "Parliament in Orsa rejected the pension bill."),
    Pair("The minister Pal Oder is still in office.", "The minister Pal Oder has resigned."),
    Pair("The ceasefire in Halden is holding, monitors said.", "The ceasefire in Halden has collapsed."),
    # sport
    Pair("Rovers won the final against Albion.", "Rovers lost the final against Albion."),
    Pair("The Halden marathon has been called off.", "The Halden marathon is going ahead, organisers said."),
    Pair(
        "The striker Tom Abel is banned for the cup tie.",
        "The striker Tom Abel is cleared to play in the cup tie.",
    ),
)
"""A careful reader has to choose between the two."""

NO_CONFLICT = (
    # first the one, then the other
    Pair("The Tolme bridge was closed on Monday.", "The Tolme bridge reopened on Friday."),
    Pair("Two men were arrested in Orsa on 3 May.", "Two men arrested in Orsa were released on 9 May."),
    Pair(
        "The Tolme tunnel is closed.",
        "The Tolme tunnel has reopened.",
        ("2031-03-03", "2031-03-09"),
    ),
    Pair(
        "A woman was pulled alive from the rubble in Halden.",
        "A woman pulled from the rubble in Halden later died in hospital.",
    ),
    Pair("Shares in Norvik rose on Tuesday.", "Shares in Norvik fell on Thursday."),
    Pair("Police in Brenn arrested the driver.", "The driver was later released, police in Brenn said."),
    Pair("The Korvel airport was shut for an hour.", "The Korvel airport has since reopened."),
    Pair("Workers at the Brenn plant walked out in May.", "Workers at the Brenn plant are back at work."),
    # what is to come
    Pair("The library in Tolme is closed.", "The library in Tolme will reopen in autumn."),
    Pair("Trains to Orsa are suspended.", "Trains to Orsa could resume next week."),
    Pair(
        "The strike at the Brenn plant goes on.", "The union threatened to end the strike at the Brenn plant."
    ),
    # another thing
    Pair("The northern line is suspended.", "The southern line is running."),
    Pair("The east gate of the stadium is closed.", "The west gate of the stadium is open."),
    Pair("A court convicted Dana Holt.", "A court acquitted her brother, Emil Holt."),
    Pair("Two schools in Halden are closed.", "Shops in Halden are open."),
    Pair("Rovers won the match against Albion.", "Albion lost the match against Rovers."),
    # another place
    Pair("Schools in Orsa are closed.", "Schools in Tolme are open."),
    Pair("Power has been restored in Halden.", "Power is still cut off in Brenn."),
    Pair("The ceasefire in the north is holding.", "The ceasefire in the south has collapsed."),
    # a part, or the same in other words
    Pair("Most trains to Brenn are suspended.", "Some trains to Brenn are running."),
    Pair("The Tolme bridge is closed.", "The Tolme bridge is not open."),
    Pair("Five of the crew of the Aurel are missing.", "Two of the crew of the Aurel have been found."),
    Pair("The Korvel dam is closed to visitors.", "The Korvel dam has opened its sluices."),
    Pair("The mayor wants the Brenn pool to be opened.", "The Brenn pool is closed."),
)
"""A sequence, a plan, another thing or place, a part, or one state in two wordings."""

LATER_CONFLICTS = (
    Pair(
        "The metro station at Varna Square is closed, the city said.",
        "Varna Square metro station is open again, commuters said.",
    ),
    Pair(
        "Snow has blocked the Alder pass.",
        "The Alder pass is open, the road office said.",
    ),
    Pair(
        "Police arrested the mayor of Selby on Monday.",
        "The mayor of Selby was never arrested, his office said.",
    ),
    Pair(
        "Judge Mara Lind convicted the banker Otto Reis.",
        "Judge Mara Lind acquitted the banker Otto Reis.",
    ),
    Pair(
        "The curfew in Port Hale has been lifted.",
        "The curfew in Port Hale is still in force.",
    ),
    Pair(
        "The central bank raised rates; inflation in Morava rose in June.",
        "Inflation in Morava fell in June.",
    ),
    Pair(
        "The coach of Harrow City, Len Pruitt, has been sacked.",
        "Len Pruitt is still in the job at Harrow City.",
    ),
    Pair(
        "The hostages held in Selby have been freed.",
        "The hostages held in Selby are still in captivity.",
    ),
    Pair(
        "The senate approved the water bill on Thursday.",
        "The senate voted down the water bill on Thursday.",
    ),
    Pair(
        "The patient in Room 4 tested positive for measles.",
        "The patient in Room 4 tested negative for measles.",
    ),
    Pair(
        "Water in Port Hale is safe to drink.",
        "Water in Port Hale is contaminated.",
    ),
    Pair(
        "The talks in Geneva are still going on.",
        "The talks in Geneva have ended.",
    ),
    Pair(
        "The tanker Elin is afloat.",
        "The tanker Elin has sunk.",
    ),
    Pair(
        "The gas supply to Selby has been cut off.",
        "The gas supply to Selby has been restored.",
    ),
)

LATER_NO_CONFLICT = (
    Pair(
        "The Alder pass was blocked on Sunday.",
        "The Alder pass was open on Wednesday.",
    ),
    Pair(
        "Police arrested three men in Selby.",
        "Police in Port Hale released three men.",
    ),
    Pair(
        "Otto Reis was convicted of fraud.",
        "Otto Reis was acquitted of bribery.",
    ),
    Pair(
        "Prices in Morava rose in May.",
        "Prices in Morava fell in June.",
    ),
    Pair(
        "The first tunnel is closed.",
        "The second tunnel is open.",
    ),
    Pair(
        "The curfew in Port Hale was imposed in March.",
        "The curfew in Port Hale has been lifted.",
    ),
    Pair(
        "Harrow City won the first leg.",
        "Harrow City lost the second leg.",
    ),
    Pair(
        "The hospital in Selby closed its maternity ward.",
        "The hospital in Selby opened a new clinic.",
    ),
    Pair(
        "The hostages were taken hostage in May.",
        "The hostages have been freed.",
    ),
    Pair(
        "The senate approved the water bill.",
        "The house rejected the water bill.",
    ),
    Pair(
        "The bakery in Selby is closed on Sundays.",
        "The bakery in Selby is open on weekdays.",
    ),
    Pair(
        "Exports rose.",
        "Imports fell.",
    ),
    Pair(
        "The strike was called off.",
        "Drivers are back at work.",
    ),
    Pair(
        "The union says the mine must be closed.",
        "The mine is open.",
    ),
)

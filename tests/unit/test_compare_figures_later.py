"""Figures that are put right, counted on or summed up later, and what a careful reader says of them."""

from __future__ import annotations

import pytest

from tests.unit.figures_read import Pair, read, right

TABLE = [
    # corrections printed by an article
    Pair(
        "Karsten paid 84 million euros for the shipyard. An earlier version of this article said it paid 48"
        " million euros.",
        "Karsten paid 84 million euros for the shipyard.",
        "agree",
    ),
    Pair(
        "Karsten paid €84m for the shipyard.\n\nCorrection: an earlier version of this article put the price"
        " at €48m; the correct figure is €84m.",
        "Karsten paid €48m for the shipyard.",
        "conflict",
    ),
    Pair(
        "Karsten paid €84m for the shipyard.\n\nCorrection: an earlier version of this article put the price"
        " at €48m; the correct figure is €84m.",
        "Karsten paid €84m for the shipyard.",
        "agree",
    ),
    Pair(
        "The fire killed 41 people, not 48 as first reported, the coroner said.",
        "The fire killed 41 people, the coroner said.",
        "agree",
    ),
    Pair(
        "The coroner revised the death toll from the fire down from 48 to 41.",
        "The fire killed 41 people, the coroner said.",
        "agree",
    ),
    Pair(
        "The coroner revised the death toll from the fire down from 48 to 41.",
        "The fire killed 53 people, residents said.",
        "conflict",
    ),
    Pair(
        "This article was amended on 4 May to correct the number of pupils at the school from 950 to 590."
        "\n\nThe school has 590 pupils, its head said.",
        "The school has 590 pupils, its head said.",
        "agree",
    ),
    Pair(
        "Some 590 pupils attend the school, its head said. We wrongly reported that 950 pupils attended it.",
        "The school is attended by 590 pupils, its head said.",
        "agree",
    ),
    # one agency counts on
    Pair(
        "The rescue agency said 27 people had died in the flood.",
        "The rescue agency said 37 people had died in the flood.",
        "update",
        ("2024-05-06", "2024-05-07"),
    ),
    Pair(
        "The rescue agency said 27 people had died in the flood.",
        "The rescue agency said 37 people had died in the flood.",
        "conflict",
        ("2024-05-06", "2024-05-06"),
    ),
    Pair(
        "By Monday noon 27 people had died in the flood, the rescue agency said.",
        "By Tuesday evening 37 people had died in the flood, the rescue agency said.",
        "update",
        ("2024-05-08", "2024-05-08"),
    ),
    Pair(
        "MELBY, May 6 — The rescue agency said 27 people had died in the flood.",
        "MELBY, May 7 — The rescue agency said 37 people had died in the flood.",
        "update",
    ),
    Pair(
        "On Monday morning the rescue agency put the death toll from the flood at 27.",
        "On Tuesday the rescue agency put the death toll from the flood at 37.",
        "update",
        ("2024-05-07", "2024-05-07"),
    ),
    Pair(
        "The rescue agency said 37 people had died in the flood. It had earlier put the toll at 27.",
        "The rescue agency said 37 people had died in the flood.",
        "update",
    ),
    Pair(
        "The rescue agency said 88 people were missing after the landslide.",
        "The rescue agency said 41 people were still missing after the landslide.",
        "update",
        ("2024-05-06", "2024-05-07"),
    ),
    Pair(
        "On Monday 88 people were missing after the landslide, the rescue agency said.",
        "On Tuesday evening 41 people were missing after the landslide, the rescue agency said.",
        "update",
        ("2024-05-08", "2024-05-08"),
    ),
    Pair(
        "The rescue agency said 27 people had died in the flood.",
        "The opposition said 90 people had died in the flood.",
        "conflict",
        ("2024-05-06", "2024-05-07"),
    ),
    # a total told in a story of one event
    Pair(
        "An explosion tore through a market in Melby on Friday. Twenty-six people were killed, police said.",
        "A bomb went off at the market in Melby on Friday. A hospital doctor said 35 people in total had"
        " died.",
        "conflict",
    ),
    Pair(
        "A coach plunged into a ravine near Melby on Sunday. Nineteen people died, the governor said.",
        "The ravine near Melby claimed a coach on Sunday. In total 31 people were dead, the union said.",
        "conflict",
    ),
    Pair(
        "A coach plunged into a ravine near Melby on Sunday. Nineteen people died, the governor said.",
        "The earthquake in Orsk destroyed hundreds of houses. In total 310 people were dead, the army said.",
        "unrelated",
    ),
    Pair(
        "The train hit a lorry near Melby and killed four people. Another 30 were injured, police said.",
        "The train hit a lorry near Melby. The police said 30 people had been injured.",
        "agree",
    ),
    Pair(
        "A light aircraft crashed about nine miles south-west of Melby on Sunday.",
        "Rescuers found the wreck of the aircraft 14 km southwest of Melby.",
        "agree",
    ),
]


@pytest.mark.parametrize("pair", TABLE, ids=[f"{p.a[:40]} / {p.b[:40]}" for p in TABLE])
def test_what_is_told_later_is_read_as_a_careful_reader_would(pair: Pair) -> None:
    assert read(pair) in right(pair)

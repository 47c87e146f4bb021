"""What is found between two claims holds for those that tell the same, and is told from both ends."""

from __future__ import annotations

from tests.both_ends import told_from_one_end
from tests.unit.compare_world import World
from tests.unit.test_compare_generalises import kinds, read, whys

FIREFIGHTER = (
    "A firefighter who was pulled from the ruins in Brod later died of his burns, Holm Hospital said."
)
SEVERAL = (
    "Several firefighters have died in Brod since Tuesday, union leader Marek Dahl said."
    " Holm Hospital has so far confirmed the death of one firefighter, who died of his burns."
)


def test_who_gives_a_disputed_number_is_disputed_too() -> None:
    found = read(FIREFIGHTER, SEVERAL)
    (why,) = whys(found, "the death of one")
    assert why.startswith("sources disagree: Holm Hospital ")
    assert "(A B) | " in why
    assert why.endswith("several firefighters (B)")


def test_two_voices_that_an_article_reports_are_no_contradiction_of_its_own() -> None:
    assert kinds(read(FIREFIGHTER, SEVERAL), "Several firefighters", "the death of one") == set()


DAM = (
    "The wall of the Orda dam in Brod cracked in the earthquake, the water workers' union said.",
    "The energy ministry denied that the Orda dam had been damaged in the earthquake in Brod.",
    "The energy ministry says that the Orda dam was not damaged. The water workers' union insists that the"
    " wall of the dam has cracked.",
)


def test_each_side_of_a_denial_names_every_article_that_takes_it() -> None:
    found = read(*DAM)
    for words in ("The wall of", "had been damaged", "was not damaged", "dam has cracked"):
        (why,) = whys(found, words)
        assert why.startswith("sources disagree: water workers' union (A C) says so: “"), words
        assert "; energy ministry (B C) " in why, words


def test_another_origin_of_the_same_figure_stands_beside_and_not_against() -> None:
    found = read(
        "The heating group Dorno will cut 1,800 jobs in Brod, the labour office said.",
        "In all, 1,800 jobs will be cut at Dorno in Brod.",
        "Dorno plans to cut 2,600 jobs in Brod, the works union said.",
    )
    (why,) = whys(found, "2,600")
    assert why.startswith("sources disagree: works union 2,600 jobs (C) | ")
    (why,) = whys(found, "In all")
    assert "; likewise labour office 1,800 jobs (A) | works union 2,600 jobs (C)" in why


def test_an_update_is_told_from_both_ends_with_who_prints_the_older_figure() -> None:
    first = "At least nine people died in a fire at a warehouse in Brod, the regional police said on Monday."
    found = read(
        first,
        first,
        "The death toll from the warehouse fire in Brod has risen to 12, regional police said on Tuesday.",
    )
    assert told_from_one_end(found) == []
    for why in whys(found, "At least nine"):
        assert (
            why == "overtaken by a later figure: regional police at least nine people died (A B), "
            "then death toll 12 (C)"
        )
    (why,) = whys(found, "death toll")
    assert why == "single source: regional police; a later figure than at least nine people died (A B)"


def test_an_older_figure_with_its_day_is_out_of_date_however_late_it_is_printed() -> None:
    found = read(
        "About 1,200 rescuers were at work in Brod on 4 May, the rescue service said.",
        "The number of rescuers at work in Brod has risen to 1,500, the rescue service said.",
        "About 1,200 rescuers were at work in Brod on 4 May, the rescue service said. Trains stood still.",
    )
    assert "conflicts on quantity" not in kinds(found, "1,200", "1,500")
    assert kinds(found, "1,200", "1,500") == {"updates on quantity"}


def test_one_voice_does_not_stand_on_both_sides() -> None:
    found = read(
        "An official of the port said that several hundred people were killed in Brod.",
        "The relief agency said that 1,000 people were killed in Brod.",
        "About 1,000 people were killed in Brod, the relief agency said.",
    )
    (why,) = whys(found, "several hundred")
    assert why.count("relief agency") == 1
    assert "(B)" in why
    assert "(C)" in why


def test_a_value_that_fits_is_told_apart_from_the_value_itself() -> None:
    found = read(
        "Thousands of soldiers were sent to Brod, the army said.",
        "The defence ministry put the number of soldiers who had been sent to Brod at 12,000.",
        "Mayor Jan Ott said that thousands of soldiers had been sent to help the people of Brod.",
    )
    (why,) = whys(found, "Thousands of soldiers were")
    assert "the same figure: thousands of soldiers" in why
    assert "; it fits 12,000" in why


def test_a_part_of_a_town_is_no_older_figure_of_the_whole() -> None:
    found = read(
        "About 900 people in the lower quarter of Brod left their homes, the town hall said.",
        "About 2,500 people spent the night in tents, the town hall said.",
    )
    assert kinds(found, "900", "2,500") == set()


def test_what_contradicts_nothing_is_neither_counted_as_differing_nor_evidence() -> None:
    found = read(
        "Nine people were killed in a fire at a warehouse in Brod on Monday, police said.",
        "The death toll from the warehouse fire in Brod could rise to 20, the mayor Ida Solvang said.",
    )
    (ahead,) = (s for s in found.comparison.suggestions if s.kind == "forecast")
    assert "contradicts nothing" in ahead.why
    assert (ahead.differs_articles, ahead.differs_origins, ahead.evidence) == (0, 0, ())


def test_two_named_together_are_two_from_both_ends_where_one_of_them_is_named_alone() -> None:
    world = World()
    digest = world.digest("Four sailors died in the northern strait, Zemblan officials said.")
    whole = world.article(
        "Orvanian officials and Zemblan officials said that in the northern strait four of the sailors died."
    )
    alone = world.claim(digest, "Four sailors died in the northern strait", by="Zemblan officials")
    both = world.claim(
        whole,
        "in the northern strait four of the sailors died",
        by="Orvanian officials and Zemblan officials",
    )
    seen = world.compared()
    assert seen.suggestion(both).why.startswith(
        "2 origins, named together in one article: Orvanian officials and Zemblan officials"
    )
    assert seen.suggestion(alone).why.startswith(
        "2 origins say so (Zemblan officials, Orvanian officials), also in B"
    )

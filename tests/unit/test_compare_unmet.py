"""What a careful reader sees in stories that no lexicon was written for, each on texts of our own."""

from __future__ import annotations

import pytest

from factcheck.compare.aspects.clocks import clocks, compare_clocks
from factcheck.compare.aspects.counts import counts
from factcheck.compare.aspects.once import one_deed
from factcheck.compare.aspects.quantities import compare_intervals, interval
from factcheck.compare.aspects.sole import sole, two_authors
from factcheck.compare.facts.contrary import plan
from factcheck.compare.facts.similarity import stem
from factcheck.model import Analysis, Quantity
from factcheck.pipeline import analyse
from tests.unit.test_compare_generalises import article, kinds, read, relations, rules


def test_one_noun_is_counted_whatever_the_verbs() -> None:
    found = read(
        "Inspectors had found 14 wells with arsenic by Tuesday, the water board said.",
        "The number of wells with arsenic stands at 31, the farmers' league said.",
    )
    assert kinds(found, "14 wells", "at 31") == {"conflicts on quantity"}


def test_a_bare_figure_answers_the_one_before_it() -> None:
    found = read(
        "Some 7,000 people marched through Brod, the organisers said. The police counted 1,900.",
        "Some 7,000 people marched through Brod on Monday, the organisers said.",
    )
    assert kinds(found, "counted 1,900", "Some 7,000") == {"conflicts on quantity"}


@pytest.mark.parametrize(
    "answer",
    [
        "The insurer puts the true number at 520.",
        "The union spoke of 520.",
        "The real number was closer to 520.",
    ],
)
def test_a_bare_figure_is_known_by_its_words(answer: str) -> None:
    found = read(f"In all 210 houses were damaged in the flood in Brod, the mayor said. {answer}")
    assert kinds(found, "210", "520") == {"conflicts on quantity"}


def test_a_figure_with_a_noun_of_its_own_answers_nothing() -> None:
    found = read("Some 7,000 people marched through Brod, the organisers said. The police counted 40 buses.")
    assert kinds(found, "7,000", "40 buses") == set()


@pytest.mark.parametrize(
    ("told", "denied"),
    [
        ("The siren in Brod went off at noon, residents said.", "The siren did not go off, the mayor said."),
        ("Captain Jan Ott resigned on Monday, the club said.", "Jan Ott did not resign, his lawyer said."),
        (
            "The Brod council will appeal, its lawyer said.",
            "The Brod council will not appeal, the mayor said.",
        ),
    ],
)
def test_a_short_denial_is_about_the_words_behind_its_not(told: str, denied: str) -> None:
    found = read(told, denied)
    left, right = (" ".join(text.split(",")[0].split()[-2:]) for text in (told, denied))
    assert "conflicts on polarity" in kinds(found, left, right)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Brod will sell the mill", True),
        ("Brod will not sell the mill", False),
        ("there will be no sale of the mill", False),
        ("Brod has no plans to sell the mill", False),
        ("Brod might sell the mill", None),
        ("Brod sold the mill", None),
    ],
)
def test_what_will_be_done_and_what_will_not(text: str, said: bool | None) -> None:
    assert plan(text) is said


def test_a_denial_in_a_pronoun_is_about_the_sentence_before() -> None:
    found = read("Jan Ott had sold the mill, two sources said. His office denied that he had done so.")
    assert kinds(found, "sold the mill", "he had done so") == {"conflicts on polarity"}


def test_a_share_of_one_town_contradicts_no_share_of_the_country() -> None:
    found = read(
        "Turnout was 61 percent, the commission said.",
        "In the city of Brod turnout was 48 percent, the commission said.",
    )
    assert "conflicts on quantity" not in kinds(found, "61 percent", "48 percent")


def test_a_share_of_then_contradicts_no_share_of_now() -> None:
    found = read(
        "Turnout was 61 percent, the commission said.", "Turnout then was 48 percent, the commission said."
    )
    assert "conflicts on quantity" not in kinds(found, "61 percent", "48 percent")


def test_a_class_both_tell_makes_no_one_measure_of_two() -> None:
    found = read(
        "Turnout in the election was 61 percent, the commission said.",
        "The Reform Party won 34 percent of the vote in the election, the commission said.",
    )
    assert kinds(found, "61 percent", "34 percent") == set()


def test_two_places_of_one_deed() -> None:
    found = read(
        "Three climbers with frostbite were flown to a hospital in Brod on Monday.",
        "Three climbers with frostbite were flown to a hospital in Korvel on Monday.",
    )
    assert kinds(found, "in Brod", "in Korvel") == {"conflicts on place"}


def test_two_towns_with_dead_are_no_contradiction() -> None:
    found = read(
        "Three climbers were killed near Brod on Monday.", "Three climbers were killed near Korvel on Monday."
    )
    assert "conflicts on place" not in kinds(found, "near Brod", "near Korvel")


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("The fungus was brought into the ward by a nurse", "The fungus was brought in by a visitor", True),
        ("The fungus was brought into the ward by a nurse", "The fungus was brought in by a nurse", False),
        ("The hall was built by Friday", "The hall was built by a prince", False),
        ("The fungus was found by a nurse", "The fungus was brought in by a visitor", False),
    ],
)
def test_two_who_did_one_thing_in_the_passive(one: str, other: str, apart: bool) -> None:
    assert two_authors(sole(one, 0, len(one), ()), sole(other, 0, len(other), ())) is apart


def test_the_same_words_of_two_persons() -> None:
    words = "“Customers have not gone away, they have only grown careful,”"
    found = read(
        f"{words} said Anna Holm, the finance chief.",
        f"{words} said Otto Brandt, the chief executive.",
    )
    met = relations(found, "Customers", "Customers")
    assert ("conflicts", "actor") in {(r.kind, r.on) for r in met}


def test_how_late_it_was_open_is_compared_with_when_it_closed() -> None:
    late, early = clocks("stayed open until 10.30 p.m."), clocks("closed at 9.30 p.m.")
    told = compare_clocks(late, early)
    assert told is not None
    assert told[0] == "conflicts"
    assert compare_clocks(late, clocks("began at 9.30 p.m.")) is None


def test_the_whole_of_which_some_are_taken_is_not_told() -> None:
    assert counts("It won 34 of the 75 seats").get("seat") is None


@pytest.mark.parametrize(("form", "base"), [("stole", "steal"), ("went", "go"), ("withdrew", "withdraw")])
def test_irregular_verbs_go_by_their_base(form: str, base: str) -> None:
    assert stem(form) == stem(base)


def test_fewer_than_at_least_so_many_contradicts() -> None:
    floor = interval(
        Quantity(0, 11, "at least 30", value=30, low=30, high=None, bound="above", hedge="at least")
    )
    exact = interval(Quantity(0, 2, "27", value=27, low=27, high=27))
    assert floor is not None
    assert exact is not None
    told = compare_intervals(floor, exact)
    assert told is not None
    assert told.kind == "conflicts"


def test_particulars_join_what_the_verbs_do_not() -> None:
    found = read(
        "In 2009 four paintings were stolen from the Orlov Gallery in Brod.",
        "In 2009, four paintings vanished from the Orlov Gallery.",
    )
    assert relations(found, "were stolen", "vanished")


def test_the_dead_of_a_former_year_rise_no_more() -> None:
    found = read(
        "A landslide in Korvel killed 17 people in 2011, the archive shows.",
        "The landslide of 2011 in Korvel killed 23 people.",
    )
    assert kinds(found, "killed 17", "killed 23") == {"conflicts on quantity"}


def test_two_dates_since_when_one_person_governs() -> None:
    found = read(
        "Anna Holm has governed the province of Ansk since 2014.",
        "Anna Holm has governed the province of Ansk since 2016.",
    )
    assert kinds(found, "since 2014", "since 2016") == {"conflicts on date"}
    assert one_deed(None, None) is None


def test_a_name_is_no_class() -> None:
    found = read(
        "The Brod Election Monitoring Mission sent 120 observers to the province.",
        "The mission sent 210 observers to the province.",
    )
    assert kinds(found, "120 observers", "210 observers") == {"conflicts on quantity"}


def suggested(found: Analysis, words: str) -> set[str]:
    """The reasons that are suggested for the claims with the words."""
    ids = {claim.id for claim in found.claims if words in claim.text}
    return {s.why for s in found.comparison.suggestions if s.claim in ids}


def test_a_later_count_of_one_voice_in_other_words_is_a_later_figure() -> None:
    one = article(
        1, "Some 60 beekeepers were combing the orchards of Brod on Sunday, the ministry said.", "2026-05-06"
    )
    later = article(
        2, "About 140 beekeepers are working on the swarms in Brod, the ministry said.", "2026-05-09"
    )
    found = analyse([one, later], rules())
    assert kinds(found, "60 beekeepers", "140 beekeepers") == {"updates on quantity"}


def test_what_rests_on_a_best_match_says_so() -> None:
    found = read(
        "The Brod choir rehearsed its oratorio on 2 March.",
        "The choir rehearsed the oratorio on 26 February.",
    )
    assert all(why.startswith("perhaps of one thing: ") for why in suggested(found, "rehearsed"))
    assert suggested(found, "rehearsed")


def test_two_claims_of_one_article_do_not_both_match_a_third() -> None:
    found = read(
        "The Brod ferry carried 40 goats on Monday. The Brod ferry carried 90 hens on Monday.",
        "On Monday 40 goats travelled on the Brod ferry.",
    )
    assert "conflicts on quantity" not in kinds(found, "90 hens", "40 goats travelled")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The Brod choir rehearsed its oratorio on 2 March.",
            "The choir rehearsed the oratorio on 26 February.",
        ),
        ("The Brod lynx gave birth on 4 June.", "The lynx of Brod gave birth on 11 June, the zoo said."),
    ],
)
def test_two_dates_of_one_deed_conflict_though_no_class_has_the_deed(one: str, other: str) -> None:
    assert kinds(read(one, other), one[4:14], other[4:12]) == {"conflicts on date"}


def test_a_term_is_no_other_date_than_the_day_of_the_deed() -> None:
    found = read(
        "The Brod Farmers' League has until Wednesday to lodge an objection.",
        "The Brod Farmers' League lodged its objection on Monday.",
    )
    assert "conflicts on date" not in kinds(found, "until Wednesday", "on Monday")


def test_one_thing_may_be_counted_under_two_names() -> None:
    found = read(
        "The storm in Brod tore four gondolas from the cable of the Kessel lift on Friday.",
        "The storm in Brod tore nine cabins from the cable of the Kessel lift on Friday.",
    )
    assert kinds(found, "four gondolas", "nine cabins") == {"conflicts on quantity"}

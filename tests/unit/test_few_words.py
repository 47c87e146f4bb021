"""What a row says in little room: each relation, value and claimant in a form that fits, never cut short."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.compare import wording
from factcheck.compare.aspects.quantities import Outcome, Reason
from factcheck.model import Attribution, DateValue, Quantity, Relation
from factcheck.review.stands import stands
from factcheck.tui.layout.line import cells, cut_at_word, fitting
from factcheck.tui.layout.voices import columns
from factcheck.wording.brief import claimant_forms, in_few_words, shown_values
from factcheck.wording.relations import FORMS, Form, forms, opening
from tests.desks import make_desk
from tests.factories import make_article, make_claim

SIDES = "nine people killed (police) against 15 (the union)"
OUTCOMES = tuple(reason for reason in get_args(Reason) if reason != "apart")
REASONS = (
    *(wording.quantity(Outcome("differs", reason, 0.1), SIDES) for reason in OUTCOMES),
    *(wording.quantity(Outcome("differs", reason, 0.1), SIDES, weak=True) for reason in OUTCOMES),
    wording.updated(SIDES), wording.forecast(SIDES), wording.authors(SIDES), wording.places(SIDES),
    wording.speakers("It was late", "Berg", "Ott"),
    wording.denial("no one fell", "Ott", "two fell", "Berg", negated=True),
    wording.denial("two fell", None, "two fell", None, negated=False),
    wording.same_quote("It was late", "late", abridged=True),
    wording.same_quote("It was late", "late", abridged=False),
    wording.drifted("It was [late] / It was [early]"),
    wording.count_apart(SIDES), wording.count_same(SIDES, one=True), wording.count_same(SIDES, one=False),
    wording.dates(SIDES, agree=True), wording.dates(SIDES, agree=False),
    wording.clocks(SIDES, agree=True), wording.clocks(SIDES, agree=False),
    wording.states(SIDES), wording.one_after_the_other(SIDES), wording.since_then(SIDES),
    wording.two_classes(["die"], ["leave"], SIDES),
    wording.not_known("it is not known", "it was ten"),
    wording.same_told("a", "b"), wording.same_told("a", "b", denied=True),
    wording.same_told("a", "b", ahead=True),
    wording.copied("all of it"),
)  # fmt: skip


@pytest.mark.parametrize("why", REASONS)
def test_every_reason_of_the_comparison_opens_in_words_that_a_narrow_column_holds(why: str) -> None:
    said = opening(why)
    assert said
    assert all(len(form.short) <= 17 for form in said)


@pytest.mark.parametrize("why", REASONS)
def test_a_doubt_is_told_beside_what_was_found(why: str) -> None:
    doubted = opening(wording.perhaps(why))
    assert doubted[-1].long == "if it is the same thing"
    assert doubted[:-1] == tuple(form for form in opening(why) if form != doubted[-1])


def test_a_reason_that_opens_with_its_values_has_no_words_of_its_own() -> None:
    assert opening(SIDES) == ()


@given(st.lists(st.sampled_from([Form("6 more", "6 more"), *FORMS.values()]), min_size=1, max_size=4))
def test_what_says_most_stands_in_every_form_and_there_is_always_a_shorter_one(parts: list[Form]) -> None:
    found = forms(tuple(parts))
    assert found[0] == "; ".join(part.long for part in parts)
    assert all(form.startswith((parts[0].long, parts[0].short)) for form in found)
    assert found[-1] == parts[0].short


def test_of_two_figures_of_two_days_the_row_says_which_is_later() -> None:
    early = make_claim(
        make_article("a1", "nine died", "Wire"), "nine died", values=(Quantity(0, 4, "nine", 9, 9, 9),)
    )
    late = make_claim(
        make_article("a2", "12 died", "Herald"), "12 died", values=(Quantity(0, 2, "12", 12, 12, 12),)
    )
    relation = Relation(
        "x", "y", "updates", "quantity", wording.updated("nine died, then 12 died (both police)"), 1.0
    )
    facts = make_desk().facts
    assert stands(late, early, relation, facts)[0] == "a later figure"
    assert stands(early, late, relation, facts)[0] == "an earlier figure"


@pytest.mark.parametrize("width", [60, 80, 100, 120, 200])
def test_no_row_is_cut_in_the_middle_of_how_it_stands(width: int) -> None:
    desk = make_desk()
    for claim in desk.queue.claims:
        desk.goto(claim)
        shape = columns(width, desk.voices)
        assert all(fitting(row.ways, shape.stands) in row.ways for row in desk.voices if row.claim)
        assert 3 + shape.where + 1 + shape.mark + shape.value + 2 + shape.said_by + 2 + shape.stands == width


AT_LEAST = Quantity(0, 11, "At least 11", 11, 11, None, bound="above")


@pytest.mark.parametrize(
    ("text", "value", "shown"),
    [
        ("At least 11 people were killed", AT_LEAST,
         ("at least 11 people killed", "at least 11 killed", "11+ killed", "11+")),
        ("The death toll has risen to 12", Quantity(28, 30, "12", 12, 12, 12),
         ("death toll 12", "12 dead", "12")),
        ("It put the magnitude at 5.9", Quantity(24, 27, "5.9", 5.9, 5.9, 5.9, unit="magnitude"),
         ("magnitude 5.9", "5.9")),
        ("the damage at €210 million", Quantity(14, 26, "€210 million", 2.1e8, 2.1e8, 2.1e8, unit="EUR"),
         ("€210 million", "€210m")),
        ("up to 15,000 troops", Quantity(0, 12, "up to 15,000", 15000, None, 15000, bound="below"),
         ("up to 15,000 troops", "≤15,000 troops", "up to 15,000", "≤15,000")),
        ("€400m to €450m", Quantity(0, 14, "€400m to €450m", None, 4e8, 4.5e8, bound="range", unit="EUR"),
         ("€400m to €450m", "€400-450m")),
        ("A firefighter died", Quantity(0, 1, "A", 1, 1, 1), ("a firefighter", "one")),
        ("dozens of people left", Quantity(0, 6, "dozens", None, 24, 99, bound="vague"),
         ("dozens of people", "dozens")),
    ],
)  # fmt: skip
def test_in_little_room_the_figure_comes_first_and_is_never_cut(
    text: str, value: Quantity, shown: tuple[str, ...]
) -> None:
    claim = make_claim(make_article("a1", f"{text}.\n", "Wire"), text, values=(value,))
    assert in_few_words(value, claim) == shown


def test_a_figure_is_not_shown_with_words_that_lead_nowhere() -> None:
    text = "up to 15,000 troops could be"
    value = Quantity(0, 12, "up to 15,000", 15000, None, 15000, bound="below")
    claim = make_claim(make_article("a1", f"{text} sent.\n", "Wire"), text, values=(value,))
    assert shown_values(claim, "quantity", "")[0] == "up to 15,000 troops"


def test_a_date_is_shown_without_what_stands_behind_it() -> None:
    text = "the plant shuts in December 2026, at the cost of 520 jobs"
    value = DateValue(text.index("Dec"), text.index(","), "December 2026", "2026-12-01", "2026-12-31")
    claim = make_claim(make_article("a1", f"{text}.\n", "Wire"), text, values=(value,))
    assert shown_values(claim, "date", "") == ("December 2026", "Dec 2026")


@pytest.mark.parametrize(
    ("words", "origin", "by", "shown"),
    [
        ("union leader Marek Dahl", "dockers' union", "Marek Dahl", "Marek Dahl"),
        ("South Korea's National Intelligence Service", "NIS", None, "NIS"),
        ("The authority", "port authority", None, "authority"),
    ],
)
def test_a_claimant_has_a_shorter_name(words: str, origin: str, by: str | None, shown: str) -> None:
    text = f"Two fell, {words} said."
    said = Attribution(10, 10 + len(words), words, "said", origin, 0, 8, by=by)
    claim = make_claim(make_article("a1", text, "Wire"), "Two fell")
    found = claimant_forms(replace(claim, attribution=said), origin)
    assert (found[0], found[-1]) == (words, shown)


@given(st.text(alphabet="abc –é😀", max_size=40), st.integers(1, 30))
def test_a_text_cut_at_a_word_fits_and_ends_with_a_whole_one(text: str, width: int) -> None:
    found = cut_at_word(text, width)
    assert cells(found) <= width
    assert found == text or found.endswith("…")

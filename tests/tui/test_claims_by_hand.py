"""Claims that a reviewer trims, marks and ties, and evidence that is no claim, by keys and by mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.store import Store
from factcheck.tui.layout.line import plain
from tests.desks import make_desk
from tests.tui.conftest import answer, make_app, screen_text, until

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from factcheck.tui.app import FactcheckApp


async def test_a_claim_trimmed_by_key_is_drawn_so_and_the_matrix_knows_it() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("<")
        assert answer(app).startswith("trimmed: A2")
        assert "(! At least 40 passengers were) hurt" in screen_text(app)
        assert "suggested  by hand" in screen_text(app)
        await pilot.press(">")
        assert "(! At least 40 passengers were hurt) when" in screen_text(app)
        await pilot.press("<", "m")
        await pilot.press("enter")
        assert app.desk.claim is not None
        assert app.desk.claim.text == "At least 40 passengers were"


async def test_a_search_hit_becomes_a_claim_and_can_be_tied() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("/", *"ran aground", "enter", "v")
        assert "is a claim now" in answer(app)
        assert app.desk.claim is not None
        assert app.desk.claim.how == "hand"
        assert "(  ran aground)" in screen_text(app)
        await pilot.press("escape", "z", "g", "l", "T")
        assert "are not the same fact" in answer(app)
        await pilot.press("v")
        assert "select words with the mouse" in answer(app)


async def test_at_a_hit_in_no_claim_one_is_told_to_make_it_and_offered_nothing_else() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        footer = app.review.footer
        await pilot.press("/", *"silent", "enter")
        assert "v makes it a claim" in answer(app)
        offered = " ".join(plain(footer.lines[0]).split())
        assert offered == "n/N hit / search again v make it a claim Esc end search"
        await pilot.press("t")
        assert answer(app) == "no claim stands at this hit: v makes one of its words"
        await pilot.press("v")
        assert "n/N hit" not in screen_text(app), "the list of hits is gone"
        await pilot.press("n", "t")
        assert answer(app) == "this hit is in the claim in hand itself"


async def test_at_a_hit_in_a_claim_its_claim_and_the_tie_are_offered() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("/", *"rust", "enter")
        assert "Enter its claim" in answer(app)
        assert "t same fact" in screen_text(app)


async def select_the_ship(app: FactcheckApp, pilot: Pilot[None]) -> None:
    """Draw the mouse over the first words of the third paragraph."""
    pane = app.review.panes[0]
    start = app.desk.articles[0].text.index("The ship")
    spot = next(
        (x, y)
        for y in range(pane.size.height)
        for x in range(pane.size.width)
        if pane.offset_at(x, y) == start
    )
    await pilot.mouse_down(pane, offset=spot)
    await pilot.hover(pane, offset=(spot[0] + 8, spot[1]))
    await pilot.mouse_up(pane, offset=(spot[0] + 8, spot[1]))
    await until(pilot, lambda: pane.selected_range() is not None)


async def test_words_selected_with_the_mouse_become_evidence() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await select_the_ship(app, pilot)
        await pilot.press("E")
        assert app.review.prompt is not None
        assert app.review.prompt.input.value.startswith("A3: The ship")
        await pilot.press("enter")
        assert "will rest on it" in answer(app)


async def test_words_selected_with_the_mouse_become_a_claim() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await select_the_ship(app, pilot)
        await pilot.press("v")
        assert app.desk.claim is not None
        assert app.desk.claim.how == "hand"
        assert app.desk.claim.text.startswith("The ship")


async def test_what_anothers_hand_marks_appears_within_a_second(tmp_path: Path) -> None:
    with Store.open(tmp_path / "factcheck.db", create=True) as here, Store.open(here.path) as there:
        app = make_app(desk=make_desk(here, "anna"))
        async with app.run_test(size=(120, 40)) as pilot:
            claim = app.desk.claim
            ben = make_desk(there, "ben")
            ben.judge("unsourced")
            await until(pilot, lambda: "ben: ? unsourced" in screen_text(app))
            text = ben.articles[0].text
            at = text.index("aground near")
            ben.mark_span(ben.articles[0].id, at, at + len("aground near"))
            await until(pilot, lambda: "(  aground near)" in screen_text(app))
            assert app.desk.claim == claim


async def test_evidence_from_outside_is_typed_and_shown_on_the_card() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("E", *"https://k.example/[/red]", "enter")
        assert answer(app).startswith("the next verdict on A2 will rest on it")
        assert "https://k.example/[/red]" in plain(app.review.card.lines[2])
        await pilot.press("E", *"C3: nowhere", "enter")
        assert "do not stand in C3" in screen_text(app)
        await pilot.press("escape", "s")
        assert app.desk.progress().supported == 1

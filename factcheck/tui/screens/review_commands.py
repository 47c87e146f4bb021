"""What each action does on the review screen."""

from __future__ import annotations

from asyncio import to_thread
from functools import partial
from typing import TYPE_CHECKING

from factcheck.review.filters import ALL
from factcheck.tui.speaking import ask_speaker
from factcheck.wording.words import ASKS, flat, in_marks

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from factcheck.model import Claim, VerdictName
    from factcheck.tui.screens.base import Command
    from factcheck.tui.screens.review import ReviewScreen

VERDICTS: tuple[VerdictName, ...] = ("supported", "conflicting", "unsourced", "not-a-claim", "left-open")
SAME: tuple[VerdictName, ...] = ("supported", "conflicting", "unsourced", "not-a-claim")

NAMED = 4
"""So many parts of a line: one of them is for the words of the claim that is noted."""
ON_CLAIM = ("verdict.", "same.", "fact.accept", "claim.trim", "claim.extend")
"""Actions that change the claim in hand: it must be what one looks at."""


def review_commands(screen: ReviewScreen) -> Mapping[str, Command]:
    """The table of the screen's commands by action id."""
    desk = screen.desk
    acts: dict[str, Callable[[], str]] = {
        "verdict.accept": desk.accept,
        "fact.accept": desk.accept_fact,
        "verdict.clear": desk.clear,
        "verdict.repeat": desk.repeat,
        "verdict.kind": desk.cycle_kind,
        "evidence.toggle": desk.toggle_evidence,
        "fact.tie": screen.vocabulary.tie,
        "fact.part": partial(desk.tie_pointed, same=False),
        "claim.trim": desk.trim,
        "claim.extend": desk.extend,
        "claim.mark": partial(_mark, screen),
        "act.undo": desk.undo,
        "act.redo": desk.redo,
        "claim.next": partial(desk.step, 1),
        "claim.previous": partial(desk.step, -1),
        "fact.next": partial(desk.step_fact, 1),
        "fact.previous": partial(desk.step_fact, -1),
        "claim.first": partial(desk.end, -1),
        "claim.last": partial(desk.end, 1),
        "mention.next": lambda: desk.choose_next(1, screen.plan.panes),
        "mention.previous": lambda: desk.choose_next(-1, screen.plan.panes),
        "mention.enter": desk.enter,
        "search.next": partial(desk.step_hit, 1),
        "search.previous": partial(desk.step_hit, -1),
        "queue.order": desk.cycle_order,
        "pane.pin": lambda: desk.pin(screen.pane, screen.plan.panes),
        "text.fold": partial(_fold, screen),
        "queue.advance": partial(_switch_advance, screen),
        "quote.copy": partial(_copy_quote, screen),
    }
    acts |= {f"verdict.{name}": partial(desk.judge, name) for name in VERDICTS}
    acts |= {f"same.{name}": partial(desk.judge_same, name) for name in SAME}
    acts |= {action: _in_sight(screen, acts[action]) for action in acts if action.startswith(ON_CLAIM)}
    commands = {action: screen.act(act) for action, act in acts.items()}
    commands |= {
        "article.show": lambda key: screen.act(lambda: desk.show_article(int(key)))(key),
        "pane.focus": lambda _: _focus(screen, 1),
        "pane.focus-back": lambda _: _focus(screen, -1),
        "page.down": lambda _: _page(screen, 1),
        "page.up": lambda _: _page(screen, -1),
        "half.down": lambda _: _page(screen, 0.5),
        "half.up": lambda _: _page(screen, -0.5),
        "card.whole": lambda _: screen.say(screen.told_whole()),
        "search.open": lambda _: _search(screen),
        "rule.make": lambda _: _make_rule(screen),
        "words.add": lambda _: screen.vocabulary.ask(),
        "claim.speaker": lambda _: _speaker(screen),
        "note.write": lambda _: _note(screen, screen.desk.claim),
        "note.write-last": lambda _: _note_on_last(screen),
        "evidence.add": lambda _: _evidence(screen),
        "app.close": lambda _: _close(screen),
        "app.back": lambda _: _leave(screen),
    }
    return commands


def _in_sight(screen: ReviewScreen, act: Callable[[], str]) -> Callable[[], str]:
    """The act, unless a search hit is looked at and another claim would be changed."""
    return lambda: screen.desk.out_of_sight or act()


def _switch_advance(screen: ReviewScreen) -> str:
    desk = screen.desk
    desk.advance = not desk.advance
    return "a verdict moves on to the next open claim" if desk.advance else "a verdict stays on its claim"


def _fold(screen: ReviewScreen) -> str:
    screen.folded = not screen.folded
    return "furniture and repeats are folded" if screen.folded else "furniture and repeats are shown"


def _copy_quote(screen: ReviewScreen) -> str:
    quote = screen.desk.quote()
    if not quote:
        return "nothing to copy"
    screen.app.copy_to_clipboard(quote)
    return f"copied: {quote}"


def _focus(screen: ReviewScreen, by: int) -> None:
    if screen.plan.panes > 1:
        screen.pane = (screen.pane + by) % screen.plan.panes
        screen.redraw()
    else:
        screen.reading = not screen.reading
        screen.relayout()
        screen.say("Tab brings the table back" if screen.reading else "")


def _page(screen: ReviewScreen, share: float) -> None:
    screen.panes[screen.pane].page(share)


def _search(screen: ReviewScreen) -> None:
    """Search as one types; Enter stays with the hits, Esc goes back to where one stood."""
    desk, searched = screen.desk, screen.searched

    def live(query: str) -> None:
        if screen.prompt is not None and desk.finder.ready:
            desk.find(query)
            screen.redraw()

    def done(query: str) -> None:
        if query.strip():
            searched.pop(query, None)
            searched[query] = None
        screen.settle(lambda: desk.find(query))

    def left(_query: str) -> None:
        screen.end_asking()
        desk.end_search()
        screen.redraw()

    async def prepare() -> None:
        await to_thread(desk.finder.prepare)
        if screen.prompt is not None:
            live(screen.prompt.input.value)

    # An empty line each time: what was looked for before is an Up away, and never typed onto.
    how = "all of these words, 3000 also as “three thousand”; Up brings earlier searches"
    screen.ask("search texts, values, notes", "", done, left, live, before=tuple(searched), how=how)
    if not desk.finder.ready:
        screen.run_worker(prepare())


def _note_on_last(screen: ReviewScreen) -> None:
    if (claim := screen.desk.last_judged) is None:
        screen.say("nothing has been judged since the session was opened; i notes the claim in hand")
    else:
        _note(screen, claim)


def _note(screen: ReviewScreen, claim: Claim | None) -> None:
    desk, keeping = screen.desk, screen.checker.keeping
    if claim is None:
        screen.say("no claim to write a note on")
        return

    def live(text: str) -> None:
        # What was typed last may come to be known when the note is saved already, and another one open.
        if screen.prompt is not None and screen.prompt.label == label:
            desk.keep_draft(claim.id, text)
            keeping.soon()

    def done(text: str) -> None:
        screen.settle(lambda: desk.write_note(claim.id, text))
        keeping.now()

    def left(text: str) -> None:
        desk.keep_draft(claim.id, text)
        keeping.now()
        screen.end_asking()
        screen.redraw()
        screen.say(
            "the note is kept as a draft; i on its claim goes on with it"
            if claim.id in desk.note_drafts
            else ""
        )

    # The cursor may have moved on by itself: its words tell which claim this is.
    label = f"note on {desk.places.cite(claim)} {in_marks(claim.text, screen.plan.width // NAMED)}"
    how = f"begun with {ASKS} it stands on the list “to ask” (f)"
    screen.ask(label, desk.note_on(claim), done, left, live, how=how, joint=" / ")


def _evidence(screen: ReviewScreen) -> None:
    """Ask for evidence from elsewhere; words selected in a pane stand in the line already."""
    desk, claim = screen.desk, screen.desk.claim
    if claim is None:
        screen.say("no claim to add evidence to")
        return

    def done(text: str) -> None:
        screen.settle(lambda: desk.add_evidence(claim.id, text) if text.strip() else "nothing added")

    words = ""
    if (chosen := _selected(screen)) is not None:
        article, start, end = chosen
        text = next(each.text for each in desk.articles if each.id == article)
        words = f"{desk.places.cite_at(article, start)}: {flat(text[start:end]).strip()}"
        screen.clear_selection()
    label = f"evidence on {desk.places.cite(claim)}"
    how = "URL | archive link | day seen | “quote”, or A5: words"
    screen.ask(label, words, done, lambda _: screen.end_asking(), how=how)


def _speaker(screen: ReviewScreen) -> None:
    """Ask who says the claim in hand, where it is what one looks at."""
    claim = screen.desk.claim
    if claim is None or screen.desk.out_of_sight:
        screen.say(screen.desk.out_of_sight or "no claims were found")
    else:
        ask_speaker(screen, claim)


def _make_rule(screen: ReviewScreen) -> None:
    rules, claim = screen.checker.ports.rules, screen.desk.claim
    if rules is None or claim is None:
        screen.say("no claim to make a rule from" if rules else "no session to keep a rule in")
        return

    def done(pattern: str) -> None:
        screen.end_asking()
        if pattern.strip():
            stage = "looking for it in all articles"
            make, again = partial(rules.make, pattern, claim), partial(ask, pattern)
            screen.act_behind(stage, make, again, rules.log_made)
        else:
            screen.say("no rule made: the pattern was empty")

    def ask(pattern: str) -> None:
        how = "{number} is any number, <0-2> lets up to two words between; Enter tries it"
        screen.ask("pattern", pattern, done, lambda _: screen.end_asking(), how=how)
        if not pattern:
            screen.say("none is proposed: but for figures and small words no word stands in the claim")

    screen.checker.work.behind("reading the rules", lambda _: rules.propose(claim), ask)


def _selected(screen: ReviewScreen) -> tuple[str, int, int] | None:
    """The article of the words selected with the mouse, and their offsets."""
    for view, pane in zip(screen.views, screen.panes, strict=False):
        selected = pane.selected_range()
        text = screen.desk.articles[screen.desk.facts.order[view.article]].text
        if selected is not None and text[slice(*selected)].strip():
            return view.article, *selected
    return None


def _mark(screen: ReviewScreen) -> str:
    """The words selected with the mouse, else the search hit in sight."""
    if (chosen := _selected(screen)) is not None:
        screen.clear_selection()
        return screen.desk.mark_span(*chosen)
    hit = next((view.hit for view in screen.views if view.hit is not None), None)
    if hit is None:
        return "select words with the mouse, or search for them with /, then v makes a claim of them"
    return screen.desk.mark_hit(hit)


def _leave(screen: ReviewScreen) -> None:
    """q: out of a search, a filter, the app; asked for once more where something is half done."""
    desk, key = screen.desk, screen.checker.keymap.first("app.back")
    left, asked = desk.unfinished(), screen.asked_to_leave
    if not screen.unseen and (desk.query or desk.filter != ALL):
        what = "the search is ended" if desk.query else "all claims are shown again"
        if desk.query:
            desk.end_search()
        else:
            desk.show_only(ALL)
        screen.redraw()
        screen.say(f"{what}; {key} again leaves")
    elif screen.checker.just_back:
        screen.say(f"{key} again leaves")
    elif left and not asked:
        screen.asked_to_leave = True
        drafts = screen.checker.keeping.keeps and desk.note_drafts
        how = "and keeps the draft" if drafts else "without it"
        screen.say(f"not saved yet: {left}; {key} again leaves {how}")
    else:
        screen.checker.leave()


def _close(screen: ReviewScreen) -> None:
    """Esc: the input line first, else the search, a selection and the line of answer."""
    if screen.prompt is not None:
        screen.prompt.leave()
        return
    if screen.desk.hits or screen.desk.query:
        screen.desk.end_search()
        screen.redraw()
    screen.clear_selection()
    screen.say("")

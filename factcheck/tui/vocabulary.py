"""After two claims were tied: the word that the comparison lacked, offered and taken in."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING

from factcheck.problems import BadInput

if TYPE_CHECKING:
    from factcheck.tui.ports import Offered
    from factcheck.tui.screens.review import ReviewScreen

ASKED, EXAMPLE = "words that tell the same", "axed = cut: where a text says “axed”, it tells what “cut” tells"
"""What the input line asks for."""


class Vocabulary:
    """Looks for the missing word while the reviewer goes on, and writes it when they say so."""

    def __init__(self, screen: ReviewScreen) -> None:
        self._screen = screen
        self._offers: tuple[Offered, ...] = ()

    def tie(self) -> str:
        """Tie the claim pointed at to the one in hand, then look for the word that was missing."""
        desk, other = self._screen.desk, self._screen.desk.pointed
        claim = desk.claim
        ties = len(desk.state.in_force("tie"))
        answer = desk.tie_pointed(same=True)
        self._offers = ()
        if claim is not None and other is not None and len(desk.state.in_force("tie")) > ties:
            self._screen.run_worker(self._look(claim.id, other.id, answer), exclusive=True, group="words")
        return answer

    async def _look(self, claim: str, other: str, answer: str) -> None:
        look = self._screen.checker.ports.offers
        if look is None:
            return
        try:
            found = await to_thread(look, claim, other)
        except BadInput as refused:
            if self._screen.said == answer:
                self._screen.say(str(refused))
            return
        self._offers = tuple(found or ())
        # Whoever has gone on meanwhile is not talked over: W still has the word ready.
        if found is None or self._screen.said != answer:
            return
        if self._offers:
            key = self._screen.checker.keymap.first("words.add")
            # The question stands first: a small window cuts the end of the line.
            self._screen.say(f"{self._offers[0].shown}? {key} adds it to the vocabulary; {answer}")
        else:
            self._screen.say(f"{answer}; too little in common to be found by itself: your word counts")

    def ask(self, typed: str | None = None) -> None:
        """Ask for words, with the likeliest offer typed already, or what was refused."""
        screen, learn = self._screen, self._screen.checker.ports.learn
        if learn is None:
            screen.say("no session to keep words in")
            return

        def done(text: str) -> None:
            screen.end_asking()
            if text.strip():
                screen.act_behind("reading the rules", lambda: learn(text), lambda: self.ask(text))
            else:
                screen.say("nothing added")

        if typed is None:
            typed = self._offers[0].typed if self._offers else ""
        screen.ask(ASKED, typed, done, lambda _: screen.end_asking(), how=EXAMPLE)

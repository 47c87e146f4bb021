"""The versions screen: what changed between two versions of an article."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from factcheck.review.revisions import compared, pairs
from factcheck.tui.layout.passage import told
from factcheck.tui.layout.versions import body, heading
from factcheck.tui.screens.page import PageScreen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.review.desk import Desk
    from factcheck.review.diff import Counts
    from factcheck.review.revisions import Change
    from factcheck.tui.layout.line import Line
    from factcheck.tui.screens.base import Command

LAST = 10**9
"""A line behind every last one."""
NONE = "no article of this session has an earlier version; `factcheck add` with a changed text makes one"


class VersionsScreen(PageScreen):
    context = "versions"

    def __init__(self, desk: Desk, article: str = "") -> None:
        """Begins with the versions of this article, by its display id, or of the one in hand."""
        super().__init__(desk)
        self.pairs = pairs(desk)
        here = article or (desk.claim.article if desk.claim else "")
        self.number = next((i for i, pair in enumerate(self.pairs) if pair.article == here), 0)
        self.top = 0
        """The first line in sight."""
        self.change = -1
        """The change jumped to last, counted from 0."""
        self._compared: dict[int, tuple[tuple[Change, ...], Counts]] = {}
        self._set: dict[tuple[int, int], tuple[list[Line], list[int]]] = {}
        self._room = 1

    def commands(self) -> Mapping[str, Command]:
        steps = {"claim.next": 1, "claim.previous": -1}
        shares = {"page.down": 1.0, "page.up": -1.0, "half.down": 0.5, "half.up": -0.5}
        moves: dict[str, Command] = {name: partial(self._scroll, by=by) for name, by in steps.items()}
        moves |= {name: partial(self._page, share=share) for name, share in shares.items()}
        return moves | {
            "claim.first": lambda _: self._to(0),
            "claim.last": lambda _: self._to(LAST),
            "search.next": partial(self._jump, by=1),
            "search.previous": partial(self._jump, by=-1),
            "mention.next": partial(self._another, by=1),
            "mention.previous": partial(self._another, by=-1),
            "screen.versions": lambda _: self.checker.back(),
            "app.close": lambda _: self.checker.back(),
        }

    def on_mouse_scroll_down(self) -> None:
        self._scroll("", 3)

    def on_mouse_scroll_up(self) -> None:
        self._scroll("", -3)

    def _scroll(self, _key: str, by: int) -> None:
        self._to(self.top + by)

    def _page(self, _key: str, share: float) -> None:
        self._to(self.top + int(self._room * share))

    def _to(self, line: int) -> None:
        self.top = line
        self.say("")

    def _jump(self, _key: str, by: int) -> None:
        if not self.pairs:
            return
        starts = self._lines()[1]
        if not starts:
            self.say("these two versions have the same sentences")
            return
        self.change = (self.change + by) % len(starts) if self.change >= 0 or by > 0 else len(starts) - 1
        self.top = max(starts[self.change] - self._room // 4, 0)
        self.say(f"change {self.change + 1} of {len(starts)}")

    def _another(self, _key: str, by: int) -> None:
        if len(self.pairs) < 2:
            self.say("there is no other pair of versions")
            return
        self.number = (self.number + by) % len(self.pairs)
        self.top, self.change = 0, -1
        self.say("")

    def _lines(self) -> tuple[list[Line], list[int]]:
        key = self.number, self.app.size.width
        if key not in self._set:
            self._set = {key: body(self._changes()[0], key[1])}
        return self._set[key]

    def _changes(self) -> tuple[tuple[Change, ...], Counts]:
        if self.number not in self._compared:
            self._compared[self.number] = compared(self.pairs[self.number])
        return self._compared[self.number]

    def page(self, width: int, height: int) -> list[Line]:
        if not self.pairs:
            return told(NONE, width)
        pair = self.pairs[self.number]
        article = self.desk.places.articles[pair.article]
        said = str(self._changes()[1])
        head = heading(pair, article, self.number + 1, len(self.pairs), said, width)
        lines, starts = self._lines()
        self._room = max(height - len(head), 1)
        self.top = max(0, min(self.top, len(lines) - self._room))
        here = starts[self.change] if 0 <= self.change < len(starts) else -1
        shown = lines[self.top : self.top + self._room]
        if 0 <= here - self.top < len(shown):
            (sign, tone), *rest = shown[here - self.top]
            # Marked by a sign too: without colours its ground is hardly another.
            marked = ((f">{sign[1:]}", tone), *rest)
            shown[here - self.top] = tuple((text, f"{each}+chosen") for text, each in marked)
        return [*head, *shown]

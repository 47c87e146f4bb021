"""The rules screen: files and rules, what they found here; switch, edit, look at what one finds."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from factcheck.review.filters import Filter
from factcheck.tui.editor import run_editor
from factcheck.tui.layout.rulebook import Entry, entries, rulebook
from factcheck.tui.screens.page import PageScreen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.review.desk import Desk
    from factcheck.tui.layout.line import Line
    from factcheck.tui.ports import Rules
    from factcheck.tui.screens.base import Command

PAGE = 10


class RulesScreen(PageScreen):
    context = "rules"

    def __init__(self, desk: Desk, rules: Rules) -> None:
        super().__init__(desk)
        self._rules = rules
        self._made: tuple[int, int] | None = None
        self._found: list[Entry] = []
        self._by_hits = False
        self._top = 0
        self.chosen = 0

    @property
    def found(self) -> list[Entry]:
        """Listed anew after each act and whenever the rules were read again; the chosen one stays chosen."""
        made = self.desk.moment
        if made != self._made:
            self._list()
            self._made = made
        return self._found

    def _list(self) -> None:
        before = self._found[self.chosen] if self._found else None
        self._found = entries(self._rules.book(), by_hits=self._by_hits)
        again = [i for i, each in enumerate(self._found) if before is not None and _same(each, before)]
        self.chosen = again[0] if again else min(self.chosen, len(self._found) - 1)

    @property
    def entry(self) -> Entry:
        return self.found[self.chosen]

    def commands(self) -> Mapping[str, Command]:
        steps = {
            "claim.next": 1, "claim.previous": -1, "page.down": PAGE, "page.up": -PAGE,
            "half.down": PAGE // 2, "half.up": -(PAGE // 2),
        }  # fmt: skip
        moves: dict[str, Command] = {action: partial(self._move, by=by) for action, by in steps.items()}
        return moves | {
            "fact.next": lambda _: self._next_file(1),
            "fact.previous": lambda _: self._next_file(-1),
            "claim.first": lambda _: self._choose(0),
            "claim.last": lambda _: self._choose(len(self.found) - 1),
            "mention.enter": lambda _: self._show(),
            "verdict.not-a-claim": self.act(self._switch),
            "same.not-a-claim": self.act(self._use),
            "evidence.toggle": lambda _: self._edit(),
            "evidence.add": self.act(self._edit_outside),
            "queue.order": lambda _: self._order(),
            "act.undo": self.act(self.desk.undo),
            "act.redo": self.act(self.desk.redo),
            "screen.rules": lambda _: self.checker.back(),
            "app.close": lambda _: self.checker.back(),
        }

    def _move(self, _key: str, by: int) -> None:
        self._choose(self.chosen + by)

    def _choose(self, index: int) -> None:
        self.chosen = max(0, min(index, len(self.found) - 1))
        self.say("")

    def _next_file(self, by: int) -> None:
        heads = [i for i, each in enumerate(self.found) if each.rule is None and each.problem is None]
        beyond = [i for i in heads if (i - self.chosen) * by > 0]
        if beyond:
            self._choose(min(beyond) if by > 0 else max(beyond))

    def _order(self) -> None:
        self._by_hits = not self._by_hits
        self._list()
        self.say("most hits first in each file" if self._by_hits else "as the files run")

    def _show(self) -> None:
        """The claims that the rule found, on the screen the reviewer came from."""
        rule = self.entry.rule
        if rule is None:
            self._edit()
        elif not rule.hits:
            self.say(f"{rule.id} finds nothing in these articles")
        else:
            answer = self.desk.show_only(Filter(rule.id, "rule"))
            self.checker.back()
            self.checker.answer(f"{answer}; {self.checker.keymap.first('app.back')} shows all again")

    def _switch(self) -> str:
        rule = self.entry.rule
        if rule is None:
            return "choose a rule; X switches the whole file"
        return self._rules.switch(rule.id, on=rule.state == "off")

    def _use(self) -> str:
        file = self.entry.file
        answer = self._rules.use(file.name, used=not file.used)
        self._list()
        return answer

    def _edit(self) -> None:
        from factcheck.tui.screens.rule_editor import RuleEditor

        entry = self.entry
        self.app.push_screen(RuleEditor(self.desk, self._rules, entry.file, entry.line))

    def _edit_outside(self) -> str:
        entry = self.entry
        if not entry.file.own:
            return "a shipped pack is not edited; e looks at it, x switches a rule off here"
        return run_editor(self.app, entry.file.path, entry.line)

    def page(self, width: int, height: int) -> list[Line]:
        found = self.found
        lines, self._top = rulebook(found, self.chosen, self._top, width, height)
        return lines


def _same(entry: Entry, other: Entry) -> bool:
    """The same rule; for a file or an error in it, the file."""
    if other.rule is not None:
        return entry.rule is not None and entry.rule.id == other.rule.id
    return entry.rule is None and entry.problem is None and entry.file.path == other.file.path

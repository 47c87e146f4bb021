"""The rules as lines: a file, its errors, its rules with what they found; the one chosen in full below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.tui.layout.line import BLANK, Line, cut, fit, rule
from factcheck.tui.layout.passage import told
from factcheck.tui.layout.window import window
from factcheck.wording.words import count, flat, in_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.problems import Problem
    from factcheck.review.rulebook import FileRow, RuleRow

DETAIL = 6
"""Lines below the list, the rule included."""
SAMPLE = 160
SIGNS = {"on": " ", "off": "-", "broken": "!"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list: a file, an error in it, or a rule of it."""

    file: FileRow
    rule: RuleRow | None = None
    problem: Problem | None = None

    @property
    def line(self) -> int:
        """The line of the file at which an editor opens, from 1."""
        if self.rule is not None:
            return self.rule.line
        return self.problem.line or 1 if self.problem is not None else 1


def entries(book: Sequence[FileRow], *, by_hits: bool = False) -> list[Entry]:
    """The list in the order of the files, or the rules with most hits first within each."""
    found: list[Entry] = []
    for file in book:
        rows = sorted(file.rules, key=lambda each: -each.hits) if by_hits else file.rules
        found.append(Entry(file))
        found += [Entry(file, problem=problem) for problem in file.problems]
        found += [Entry(file, rule=each) for each in rows]
    return found


def rulebook(
    found: Sequence[Entry], chosen: int, top: int, width: int, height: int
) -> tuple[list[Line], int]:
    """At most ``height`` lines and the new top of the list."""
    rules = [each.rule for each in found if each.rule is not None]
    on = sum(each.state != "off" for each in rules)
    title: Line = ((f"{on} of {count(len(rules), 'rule')} on", "dim"),)
    detail = DETAIL if height >= 2 * DETAIL + 2 else 0
    room = max(height - 1 - detail, 1)
    top = window(top, chosen, room, len(found))
    seen = enumerate(found[top : top + room], start=top)
    lines: list[Line] = [rule((("rules", "title"),), width, title)]
    lines += [_row(each, width, chosen=index == chosen) for index, each in seen]
    lines += [BLANK] * (1 + room - len(lines))
    return [*lines, *(_detail(found[chosen], width)[:detail] if detail and found else [])], top


def _row(entry: Entry, width: int, *, chosen: bool) -> Line:
    mark = ">" if chosen else " "
    if entry.rule is not None:
        each = entry.rule
        aside = f"{each.aside} of {each.judged} set aside" if each.judged else ""
        found = f"{fit(each.id, 30)} {count(each.hits, 'hit'):>10}  {fit(aside, 20)}"
        text = f" {mark} {SIGNS[each.state]} {found} {flat(each.title)}"
        tone = {"on": "text", "off": "dim", "broken": "conflicting"}[each.state]
    elif entry.problem is not None:
        text = f" {mark} ! {flat(str(entry.problem))}"
        tone = "conflicting"
    else:
        text, tone = f" {mark} {_file(entry.file)}", "title"
    return ((fit(text, width), f"{tone}+chosen" if chosen else tone),)


def _file(file: FileRow) -> str:
    whose = "of this session" if file.own else "shipped"
    if not file.used:
        return f"{file.name}: {whose}, not used here; X uses it"
    return f"{file.name}: {whose}, {count(len(file.rules), 'rule')}, {count(file.hits, 'hit')} here"


def _detail(entry: Entry, width: int) -> list[Line]:
    if entry.rule is None:
        said = flat(str(entry.problem)) if entry.problem is not None else _about(entry.file)
        return [rule((), width), *told(said, width, most=DETAIL - 1)]
    each = entry.rule
    state = {"on": "", "off": ", switched off in this session", "broken": ", broken: runs as it was"}[
        each.state
    ]
    lines: list[Line] = [
        rule(((each.id, "title"),), width, ((f"line {each.line}", "dim"),)),
        ((cut(f" {flat(each.title)}; weight {each.weight:g}{state}", width), "text"),),
    ]
    lines += [((cut(f"   {flat(pattern)}", width), "dim"),) for pattern in each.patterns[:2]]
    if each.sample:
        lines.append(((cut(f" finds {in_marks(each.sample, SAMPLE)}", width), "text"),))
    return lines


def _about(file: FileRow) -> str:
    if file.own:
        return f"{file.path}: e edits it here, E in your own editor; it is read again when it is saved"
    return f"{file.path}: e looks at it; x switches a rule off here, X the pack; P on a claim makes a rule"

"""The help as lines: every action of the registry by group, then the signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.tui.actions import ACTIONS, HINTS
from factcheck.tui.keys import Keymap, shown
from factcheck.tui.layout.line import BLANK, Line, cells, cut, fit, length, rule
from factcheck.tui.layout.wrap import wrap_words
from factcheck.wording.words import KIND_WORDS, SIGNS, WORDS, flat

if TYPE_CHECKING:
    from collections.abc import Sequence

_RELATIONS = (
    (">", "the claim in hand"),
    ("»", "pointed at: e links or unlinks it, Enter goes there; h and l point at another"),
    ("=", "agrees with it"),
    ("~", "close, a forecast, or a figure of another time: no contradiction between the two"),
    ("!", "differs: another value for the same fact"),
    ("%", "copied text: not counted again"),
    (".", "silent"),
    ("overtaken", "an older figure that a later one stands against; c is suggested for the older one alone"),
)
_MATRIX = (
    ("!]", "judged by you: every mention of the fact has this verdict"),
    ("!/", "judged by you, not every mention alike: the weightiest verdict"),
    ("! ", "no or not every mention judged by you: what is suggested"),
    ("=]", "in a cell: every mention in it judged by you"),
    ("= ~ ! %", "in a cell: how it stands to what most say, below an origin to what that origin says"),
    ("(blank)", "in a cell: not compared with what most say"),
    ("a/o", "how many articles tell it, from how many origins"),
)
_READING = (
    ("(! text)", "suggested; the sign says what, o that it is for you to decide"),
    ("[! text]", "judged by you"),
    ("A5  A5a A5b", "article A, paragraph 5; where two claims stand in it, its first and its second"),
    (
        "- %",
        "beside a paragraph: no text of the article; a paragraph that stands twice. No claims are read there",
    ),
    ("set aside", "judged with x to be no claim; the report lists it, the rules screen counts it by rule"),
    ("5 articles, 1 origin", "five texts tell it, all from one who said it first"),
    ("*", "in the table: evidence of the claim in hand; in the tabs: its article"),
    ("queue.filter", "behind a key's help: the name of its action, to give it other keys in settings.yaml"),
    ("~C  %C  &C", "rewrites C, copies C, has the same owner as C"),
)


def guide(keymap: Keymap, width: int, notices: Sequence[str] = (), asked_on: str = "review") -> list[Line]:
    """All help lines; the keys of the screen it was asked on stand first, as its footer names them."""
    lines: list[Line] = []
    if notices:
        lines += [
            rule((("notices", "title"),), width),
            *(
                _text(row, first=number == 0)
                for notice in notices
                for number, row in enumerate(wrap_words(flat(notice), width - 4))
            ),
            BLANK,
        ]
    lines += _on_screen(asked_on, keymap, width)
    group = ""
    for action in ACTIONS:
        keys = _keys(keymap, action.id) or "no key"
        if action.group != group:
            group = action.group
            lines += [BLANK] * bool(lines and lines[-1]) + [rule(((group.lower(), "title"),), width)]
        room = max(width - 19, 20)
        rows = wrap_words(action.help, room)
        # The name by which settings.yaml changes its keys.
        called: Line = ((f"  {action.id}", "dim"),)
        if cells(rows[-1]) + length(called) > room:
            rows.append("")
        for number, row in enumerate(rows):
            line: Line = ((f" {fit('' if number else keys, 16)}", "key"), (f" {row}", "text"))
            lines.append((*line, *called) if number == len(rows) - 1 else line)
    lines += [BLANK, rule((("signs of verdicts", "title"),), width)]
    for name, sign in SIGNS.items():
        # The kinds have a column of their own, so that they wrap beside the word.
        for number, row in enumerate(wrap_words(", ".join(_kinds(name)), max(width - 33, 20)) or [""]):
            opening = ("", "") if number else (sign, WORDS[name])
            told = (f" {opening[0]:<16} ", f"{name}+bold"), (f"{opening[1]:<12} ", "text"), (row, "dim")
            lines.append(told)
    lines += [BLANK, rule((("signs in the table", "title"),), width)]
    lines += _signs(_RELATIONS, 16, width)
    lines += [BLANK, rule((("signs in the matrix", "title"),), width)]
    lines += _signs(_MATRIX, 16, width)
    lines += [BLANK, rule((("reading", "title"),), width)]
    return [*lines, *_signs(_READING, 22, width)]


def _on_screen(context: str, keymap: Keymap, width: int) -> list[Line]:
    """What keys do on a screen other than the review, where they may mean something else."""
    if context in ("review", "help") or context not in HINTS:
        return []
    lines = [rule((("on this screen", "title"),), width)]
    for hint in (hint for row in HINTS.get(context, ()) for hint in row):
        keys = hint.joined.join(filter(None, map(keymap.first, hint.actions)))
        if keys:
            lines.append(((f" {fit(keys, 16)}", "key"), (f" {cut(hint.label, width - 18)}", "text")))
    lines.append(((cut(" What follows tells of the review screen.", width), "dim"),))
    return [*lines, BLANK]


def _signs(told: Sequence[tuple[str, str]], column: int, width: int) -> list[Line]:
    """Signs and what they mean, wrapped beside them."""
    return [
        ((f" {fit('' if number else sign, column)} ", "text+bold"), (row, "text"))
        for sign, said in told
        for number, row in enumerate(wrap_words(said, max(width - column - 3, 20)))
    ]


def _text(row: str, *, first: bool) -> Line:
    return ((f" {'-' if first else ' '} {row}", "unsourced"),)


def _kinds(name: str) -> list[str]:
    from factcheck.model import KINDS_OF_VERDICT

    return [
        KIND_WORDS[kind] for verdict, kinds in KINDS_OF_VERDICT.items() if verdict == name for kind in kinds
    ]


def _keys(keymap: Keymap, action: str) -> str:
    keys = keymap.keys(action)
    if len(keys) > 4:
        return f"{shown(keys[0])}-{shown(keys[-1])}"
    return " ".join(shown(key) for key in keys)

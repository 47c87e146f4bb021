"""The one table of what the app can do: footer, help, palette and keymaps are made from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Action:
    """``keys`` are characters or Textual key names; the first is the one that is shown."""

    id: str
    keys: tuple[str, ...]
    label: str
    group: str
    help: str


ACTIONS: tuple[Action, ...] = (
    Action("verdict.supported", ("s",), "supported", "Verdict", "Independent articles back this claim"),
    Action("verdict.conflicting", ("c",), "conflicting", "Verdict",
           "Another article or origin contradicts it"),
    Action("verdict.unsourced", ("u",), "unsourced", "Verdict", "Nobody backs it and nobody is named"),
    Action("verdict.not-a-claim", ("x",), "no claim", "Verdict",
           "Nothing here can be checked: the candidate is set aside, and counted so for its rules"),
    Action("verdict.left-open", ("d",), "leave open", "Verdict",
           "Seen, no verdict: single source, cut off, forecast"),
    Action("verdict.accept", ("a",), "accept", "Verdict",
           "Set what is suggested, with its kind and evidence; where no verdict is, it is left open"),
    Action("verdict.clear", ("backspace",), "clear", "Verdict", "Take the verdict off this claim"),
    Action("verdict.repeat", (".",), "repeat", "Verdict", "Set the last verdict again"),
    Action("verdict.kind", ("w",), "kind", "Verdict", "Cycle the kind of the verdict set here or set last"),
    Action("same.supported", ("S",), "supported, same value", "Same value",
           "Supported, for every mention of the same value by the same origin"),
    Action("same.conflicting", ("C",), "conflicting, same value", "Same value",
           "Conflicting, for every mention of the same value by the same origin"),
    Action("same.unsourced", ("U",), "unsourced, same value", "Same value",
           "Unsourced, for every mention of the same value by the same origin"),
    Action("same.not-a-claim", ("X",), "no claim, same value", "Same value",
           "No claim, for every mention of the same value by the same origin"),
    Action("fact.accept", ("A",), "accept the whole fact", "Same value",
           "Set what is suggested on every unjudged claim of this fact; where no verdict is, left open"),
    Action("evidence.toggle", ("e",), "evidence", "Notes",
           "Link or unlink the mention pointed at (») as evidence"),
    Action("evidence.add", ("E",), "other evidence", "Notes",
           "Evidence that is no claim: URL | archive link | day seen | “quote”, or A5: words"),
    Action("note.write", ("i",), "note", "Notes",
           "Write a note: Enter saves, Esc keeps a draft; begun with ? it is on the list “to ask” (f)"),
    Action("note.write-last", (",",), "note what was judged", "Notes",
           "Write a note on the claim judged last, from wherever one stands now"),
    Action("quote.copy", ("y",), "copy quote", "Notes", "Copy the quote with its cite"),
    Action("act.undo", ("z",), "undo", "Notes", "Take the last act back and return to its claim"),
    Action("act.redo", ("Z", "ctrl+r"), "redo", "Notes", "Do again what was taken back"),
    Action("fact.tie", ("t",), "same fact", "Claims",
           "The mention or the hit pointed at tells the same fact as the claim in hand"),
    Action("fact.part", ("T",), "not the same", "Claims", "The mention pointed at tells another fact"),
    Action("claim.speaker", ("I",), "said by", "Claims",
           "Say who says the claim in hand, or in the cell of the matrix; an empty line: nobody is named"),
    Action("words.add", ("W",), "add words", "Claims",
           "Add words to the comparison's vocabulary: axed = cut; after t, the word that was missing"),
    Action("claim.mark", ("v",), "mark by hand", "Claims",
           "Make a claim of the words selected with the mouse, or of the search hit in sight"),
    Action("claim.trim", ("<",), "trim", "Claims", "Take the last word off the claim in hand"),
    Action("claim.extend", (">",), "extend", "Claims", "Add the next word to the claim in hand"),
    Action("rule.make", ("P",), "make a rule", "Claims",
           "Propose a pattern from the claim in hand; Enter makes it a rule of this session"),
    Action("claim.next", ("j", "down"), "next claim", "Move", "Next claim"),
    Action("claim.previous", ("k", "up"), "previous claim", "Move", "Previous claim"),
    Action("fact.next", ("J", "shift+down"), "next fact", "Move", "Next fact"),
    Action("fact.previous", ("K", "shift+up"), "previous fact", "Move", "Previous fact"),
    Action("claim.first", ("g", "home"), "first", "Move", "First claim"),
    Action("claim.last", ("G", "end"), "last", "Move", "Last claim"),
    Action("mention.next", ("l", "right", "]"), "next mention", "Move",
           "Look at the next mention of this fact, in its article"),
    Action("mention.previous", ("h", "left", "["), "previous mention", "Move",
           "Look at the previous mention of this fact"),
    Action("mention.enter", ("enter",), "go there", "Move", "Take the mention pointed at in hand"),
    Action("article.show", ("1", "2", "3", "4", "5", "6", "7", "8", "9"), "article", "Move",
           "Show an article by its number, at its mention of this fact; on the report screen, write one"),
    Action("pane.focus", ("tab",), "other pane", "Move",
           "The pane that pages; on a narrow screen: the text alone, full height"),
    Action("pane.focus-back", ("shift+tab",), "pane before", "Move", "The pane before"),
    Action("pane.pin", ("L",), "pin", "Move",
           "Keep the article of this pane in it while the other panes follow the fact; again to let it go"),
    Action("text.fold", ("-",), "fold", "Move",
           "Fold what is no text of the article (menus, notices, repeated paragraphs), or show it"),
    Action("page.down", ("space", "pagedown"), "page down", "Move", "Page down, without moving the claim"),
    Action("page.up", ("b", "pageup"), "page up", "Move", "Page up, without moving the claim"),
    Action("half.down", ("ctrl+d",), "half page down", "Move", "Half a page down"),
    Action("half.up", ("ctrl+u",), "half page up", "Move", "Half a page up"),
    Action("card.whole", ("Y",), "why", "Look",
           "All that the card has to say, and what comparing again changed, until the next key"),
    Action("search.open", ("/", "ctrl+f"), "search", "Look", "Search all articles"),
    Action("search.next", ("n",), "next hit", "Look", "Next hit of the search"),
    Action("search.previous", ("N",), "previous hit", "Look", "Previous hit of the search"),
    Action("queue.filter", ("f",), "filter", "Look",
           "Show only some claims: a verdict, suggestion, rule, article, reviewer, notes, to ask, orphans"),
    Action("queue.order", ("o",), "order", "Look",
           "Disputed facts first, as the texts run, most worth a check, fewest origins"),
    Action("queue.advance", ("O",), "move on", "Look", "Whether a verdict moves on to the next open claim"),
    Action("screen.matrix", ("m",), "matrix", "Screens", "Facts against articles"),
    Action("screen.rules", ("r",), "rules", "Screens",
           "Rule files and rules: what each finds, switch, edit; read again when saved"),
    Action("screen.report", ("p",), "report", "Screens", "Write a report, sign it off"),
    Action("screen.moved", ("M",), "moved text", "Screens",
           "Verdicts on text that has changed: confirm or refuse where they stand now; orphans"),
    Action("screen.history", ("H",), "history", "Screens", "All acts: when, who, what; undo"),
    Action("screen.versions", ("V",), "versions", "Screens", "What changed between versions of an article"),
    Action("screen.second", ("D",), "second review", "Screens",
           "Where reviewers differ, and the session's verdict on it"),
    Action("history.undo-to", ("B",), "undo to here", "Screens",
           "In the history (H) only: take back all your acts after the one chosen, on the lines marked B"),
    Action("review.reveal", ("R",), "reveal", "Screens",
           "In the second review (D) only: show others' verdicts to whoever works blind; press it twice"),
    Action("report.sign", ("F",), "sign off", "Screens",
           "On the report screen (p) only: sign the report off"),
    Action("screen.help", ("?", "f1"), "help", "Screens", "All keys and signs"),
    Action("app.palette", (":", "ctrl+p"), "palette", "Screens",
           "Find an action by its name, or choose a theme"),
    Action("app.saved", ("ctrl+s",), "saved", "Screens",
           "Says that all is saved: every act is on disk at once; in the editor of rules it saves"),
    Action("app.suspend", ("ctrl+z",), "suspend", "Screens", "Back to the shell; fg returns"),
    Action("app.copy", ("ctrl+c",), "copy", "Screens", "Copy the selected text"),
    Action("app.close", ("escape",), "close", "Screens",
           "Close a bar or a search; a half-written note is kept"),
    Action("app.back", ("q",), "back, leave", "Screens",
           "Back; on the review screen out of a search, then out of a filter, then leave: all is saved"),
)  # fmt: skip

BY_ID = {action.id: action for action in ACTIONS}
ELSEWHERE = {
    "review.reveal": "screen.second",
    "report.sign": "screen.report",
    "history.undo-to": "screen.history",
}
"""Actions of one screen alone, and what opens it."""


@dataclass(frozen=True, slots=True)
class Hint:
    """One entry of the footer: the first keys of some actions and one word for all of them."""

    actions: tuple[str, ...]
    label: str
    joined: str = "/"


def _one(action: str, label: str | None = None) -> Hint:
    return Hint((action,), label or BY_ID[action].label)


_SAME = Hint(("same.supported", "same.conflicting", "same.unsourced"), "same value", " ")
_CLAIM = Hint(("claim.next", "claim.previous"), "claim")
_FACT = Hint(("fact.next", "fact.previous"), "fact")
_MENTION = Hint(("mention.previous", "mention.next"), "mention")
_NEXT = Hint(("claim.next", "claim.previous"), "choose")
_CHANGE = Hint(("search.next", "search.previous"), "change")
_HITS = Hint(("search.next", "search.previous"), "hit")
_PAGE = Hint(("page.down", "page.up"), "page")
_VERDICTS = tuple(
    _one(f"verdict.{name}")
    for name in ("supported", "conflicting", "unsourced", "not-a-claim", "left-open", "accept")
)
_VERDICT = Hint(tuple(hint.actions[0] for hint in _VERDICTS[:4]), "verdict", " ")
_LEAVE = _one("app.back", "leave")
_UNDO = Hint(("act.undo", "act.redo"), "undo")
_HELP = _one("screen.help")
_BACK = (_one("app.back", "back"), _HELP)
_LOOKS = (_one("screen.matrix"), _one("queue.filter"), _one("search.open"))

_ON_CELLS = (
    Hint(("mention.previous", "claim.next", "claim.previous", "mention.next"), "move", ""),
    _one("queue.order"), _one("queue.filter"), _one("quote.copy"), _one("claim.speaker"), _UNDO, *_BACK,
)  # fmt: skip

HINTS: dict[str, tuple[tuple[Hint, ...], tuple[Hint, ...]]] = {
    "review": (
        (*_VERDICTS, _SAME, _one("note.write"), _one("evidence.toggle")),
        (_CLAIM, _FACT, _MENTION, _PAGE, *_LOOKS, _UNDO, _one("screen.report"), _LEAVE,
         _one("queue.order"), _one("screen.rules"), _one("screen.second"), _one("screen.history"),
         _one("note.write-last", "note the last"), _one("evidence.add"), _one("pane.pin"),
         _one("text.fold"), _HELP),
    ),
    "review narrow": (
        (
            _VERDICT,
            _one("verdict.left-open"), _one("verdict.accept"), Hint(_SAME.actions, "same", " "),
            _one("note.write"), _one("evidence.toggle", "link"), _one("card.whole"),
        ),
        (_CLAIM, _one("mention.next", "mention"), _one("page.down", "page"), _one("screen.matrix"),
         _one("search.open", "find"), _one("act.undo"), _LEAVE, _HELP),
    ),
    "review low": (
        (),
        (_VERDICT, _one("verdict.accept"), _one("note.write"), _one("card.whole"), _CLAIM,
         _one("mention.next", "mention"), _one("verdict.left-open"), _one("act.undo"), _HELP),
    ),
    "search": (
        (_HITS, _one("mention.enter", "to its claim"), _one("search.open", "search again"),
         _one("fact.tie"), _one("claim.mark"), _one("app.close", "end search")),
        (_CLAIM, _MENTION, _PAGE, _HELP),
    ),
    "search no claim": (
        (_HITS, _one("search.open", "search again"), _one("claim.mark", "make it a claim"),
         _one("app.close", "end search")),
        (_CLAIM, _MENTION, _PAGE, _HELP),
    ),
    "matrix": ((_one("mention.enter", "go there"), *_VERDICTS, _SAME, _one("verdict.kind")), _ON_CELLS),
    "matrix narrow": (
        (_one("mention.enter", "go there"), _VERDICT, *_VERDICTS[4:], Hint(_SAME.actions, "same", " "),
         _one("verdict.kind")),
        _ON_CELLS,
    ),
    "rules": (
        (_one("mention.enter", "its claims"), _one("verdict.not-a-claim", "switch"),
         _one("same.not-a-claim", "use the pack"), _one("evidence.toggle", "edit"),
         _one("evidence.add", "in $EDITOR")),
        (_NEXT, Hint(("fact.next", "fact.previous"), "file"), _one("queue.order"), _UNDO, *_BACK),
    ),
    "filter": ((_NEXT, _one("mention.enter", "show only these"), _PAGE, *_BACK), ()),
    "report": (
        (_one("mention.enter", "write it"), _one("queue.order", "open it"),
         Hint(("article.show",), "to 4 write at once"), _NEXT, _one("report.sign")),
        (_one("page.down", "look at it"), _one("queue.filter", "what is in it"),
         _one("note.write", "where to"), *_BACK),
    ),
    "preview": ((_PAGE, _one("queue.filter", "what is in it"), *_BACK), ()),
    "moved": (
        (_one("mention.enter", "it stands there now"), _one("verdict.not-a-claim", "refuse"), _NEXT, _UNDO,
         _one("screen.versions"), _HELP, _one("app.back", "back")),
        (),
    ),
    "moved orphan": ((_NEXT, _UNDO, _one("screen.versions"), *_BACK), ()),
    "history": (
        (_NEXT, _one("mention.enter", "to its claim"), _UNDO, _one("history.undo-to"), _PAGE,
         _HELP, _one("app.back", "back")),
        (),
    ),
    "versions": (
        (_CHANGE, Hint(("claim.next", "claim.previous"), "line"), _PAGE,
         Hint(("mention.previous", "mention.next"), "version"), *_BACK),
        (),
    ),
    "second": (
        (Hint(tuple(hint.actions[0] for hint in _VERDICTS[:5]), "adjudicate", " "),
         _one("verdict.kind"), _one("verdict.clear", "withdraw"), _one("claim.speaker")),
        (_NEXT, _one("mention.enter", "to its claim"), _UNDO, *_BACK),
    ),
    "second blind": ((_one("review.reveal"), *_BACK), ()),
    "prompt": ((Hint(("mention.enter",), "take it"), _one("app.close", "back")), ()),
    "note": ((Hint(("mention.enter",), "save"), _one("app.close", "a draft, and back")), ()),
    "help": ((Hint(("claim.next", "claim.previous"), "line"), _PAGE, _one("app.back", "back")), ()),
}  # fmt: skip


def labels_on(context: str) -> Mapping[str, str]:
    """What the footer of a screen calls actions, where they mean something else there than in a review."""
    if context == "review":
        return {}
    hints = (hint for row in HINTS.get(context, ()) for hint in row if len(hint.actions) == 1)
    named = {hint.actions[0]: hint.label for hint in hints}
    return {id_: label for id_, label in named.items() if label != BY_ID[id_].label}

"""What the log says comes to: verdicts, notes, undo and redo, per reviewer and in any order of arrival."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import KINDS_OF_VERDICT, Anchor, Event, Mark, VerdictName
from factcheck.review.drafts import adjudicated, draft, spoken, tied
from factcheck.review.events import Acts
from factcheck.review.memory import MemoryLog
from factcheck.review.state import State, replay

CLAIMS = ("c1", "c2", "c3", "c4")
VERDICTS: tuple[VerdictName, ...] = tuple(KINDS_OF_VERDICT)


def anchor_of(claim: str) -> Anchor:
    return Anchor("f" * 64, 0, len(claim), claim, "", "")


class Room:
    """One log and one state, at which several reviewers sit."""

    def __init__(self) -> None:
        self.log = MemoryLog()
        self.state = State()

    def acts(self, reviewer: str) -> Acts:
        return Acts(self.log, self.state, reviewer, anchor_of)


def values(marks: tuple[Mark, ...]) -> set[tuple[object, ...]]:
    """Marks by what was decided, whenever that was."""
    return {(mark.claim, mark.reviewer, mark.verdict, mark.kind, mark.note, mark.evidence) for mark in marks}


def everything(state: State) -> tuple[object, ...]:
    """All that undo can take back."""
    return state.all_marks(), state.adjudicated(), state.in_force("tie", "span", "carry", "speaker")


# --- acts, drawn by hypothesis -------------------------------------------------------------

some_claims = st.lists(st.sampled_from(CLAIMS), min_size=1, max_size=3)
judging = st.tuples(st.just("judge"), some_claims, st.sampled_from(VERDICTS), st.sampled_from(CLAIMS))
clearing = st.tuples(st.just("clear"), some_claims)
noting = st.tuples(st.just("note"), st.sampled_from(CLAIMS), st.sampled_from(["", "ask", "which day?"]))
switching = st.tuples(st.just("switch"))
pairs = st.tuples(st.sampled_from(CLAIMS), st.sampled_from(CLAIMS)).filter(lambda pair: pair[0] != pair[1])
moving = st.tuples(st.sampled_from(["span", "carry"]), pairs)
tying = st.tuples(st.just("tie"), pairs, st.booleans())
adjudicating = st.tuples(st.just("adjudicate"), st.sampled_from(CLAIMS), st.sampled_from([*VERDICTS, None]))
speaking = st.tuples(
    st.just("speak"), st.sampled_from(CLAIMS), st.sampled_from(["", "Ida Roth", "coastguard"])
)
an_act = st.one_of(judging, clearing, noting, switching, moving, tying, adjudicating, speaking)
turning = st.tuples(st.sampled_from(["undo", "redo"]))
anything = st.one_of(an_act, turning)


def perform(acts: Acts, act: tuple[object, ...]) -> bool:
    match act:
        case ("judge", list(claims), verdict, evidence):
            kinds = KINDS_OF_VERDICT[verdict]  # type: ignore[index]
            return bool(acts.judge(claims, verdict, kinds[0] if kinds else None, [evidence]))  # type: ignore[arg-type,list-item]
        case ("clear", list(claims)):
            return bool(acts.clear(claims))
        case ("note", str(claim), str(text)):
            return bool(acts.note(claim, text))
        case ("switch",):
            return bool(acts.switch_rule("off toll"))
        case ("span" | "carry" as kind, (str(claim), str(target))):
            moved = draft(acts.reviewer, kind, claim=claim, target=target, anchor=anchor_of(target))
            return bool(acts.do([moved]))
        case ("tie", (str(a), str(b)), bool(same)):
            return bool(acts.do([tied(acts.reviewer, a, b, same=same)]))
        case ("adjudicate", str(claim), verdict):
            said = adjudicated(acts.reviewer, acts.state, claim, anchor_of(claim), verdict)  # type: ignore[arg-type]
            return bool(acts.do([said]))
        case ("speak", str(claim), str(name)):
            return bool(acts.do([spoken(acts.reviewer, acts.state, claim, anchor_of(claim), name)]))
        case ("undo",):
            return bool(acts.undo())
        case ("redo",):
            return bool(acts.redo())
    raise AssertionError(act)


@given(st.lists(an_act, max_size=25))
def test_undoing_everything_is_the_beginning_and_redoing_everything_the_end(
    drawn: list[tuple[object, ...]],
) -> None:
    room = Room()
    acts = room.acts("ada")
    states = [everything(room.state)]
    for act in drawn:
        if perform(acts, act):
            states.append(everything(room.state))
    for expected in reversed(states[:-1]):
        assert acts.undo()
        assert everything(room.state) == expected
    assert not acts.undo()
    assert room.state.undoable("ada") is None
    for expected in states[1:]:
        assert acts.redo()
        assert everything(room.state) == expected
    assert not acts.redo()


@given(st.lists(st.tuples(st.sampled_from(["ada", "bo", "cy"]), anything), max_size=40), st.integers())
def test_the_state_does_not_depend_on_when_events_arrive(
    drawn: list[tuple[str, tuple[object, ...]]], seed: int
) -> None:
    room = Room()
    for reviewer, act in drawn:
        perform(room.acts(reviewer), act)
    events = list(room.log.events())
    assert everything(replay(events)) == everything(room.state)
    Random(seed).shuffle(events)
    late = State()
    for event in events + events[:3]:
        late.apply(event)
    assert everything(late) == everything(room.state)
    assert list(late.history) == list(room.log.events())
    for reviewer in ("ada", "bo", "cy"):
        assert late.undoable(reviewer) == room.state.undoable(reviewer)
        assert late.redoable(reviewer) == room.state.redoable(reviewer)


@given(st.lists(st.tuples(st.sampled_from(["ada", "bo"]), anything), max_size=40))
def test_reviewers_do_not_touch_each_other(drawn: list[tuple[str, tuple[object, ...]]]) -> None:
    together, alone = Room(), Room()
    for reviewer, act in drawn:
        perform(together.acts(reviewer), act)
        if reviewer == "ada":
            perform(alone.acts("ada"), act)
    mine = tuple(mark for mark in together.state.all_marks() if mark.reviewer == "ada")
    assert values(mine) == values(alone.state.all_marks())


@given(st.lists(anything, max_size=30), an_act)
def test_a_new_act_empties_redo(drawn: list[tuple[object, ...]], last: tuple[object, ...]) -> None:
    room = Room()
    acts = room.acts("ada")
    for act in drawn:
        perform(acts, act)
    if perform(acts, last):
        assert room.state.redoable("ada") is None
        before = room.state.all_marks()
        assert not acts.redo()
        assert room.state.all_marks() == before


@given(st.lists(st.tuples(st.sampled_from(["ada", "bo"]), anything), max_size=30))
@settings(max_examples=50)
def test_apply_names_every_claim_whose_mark_changes(drawn: list[tuple[str, tuple[object, ...]]]) -> None:
    room = Room()
    for reviewer, act in drawn:
        perform(room.acts(reviewer), act)
    state = State()
    for event in room.log.events():
        before = state.all_marks()
        touched = state.apply(event)
        changed = {mark.claim for mark in set(before) ^ set(state.all_marks())}
        assert changed <= touched


# --- cases by hand -------------------------------------------------------------------------


def event(number: int, kind: str, **more: object) -> Event:
    made = Event(f"e{number}", f"{number:018d}", "", "ada", kind, f"b{number}")  # type: ignore[arg-type]
    return replace(made, **more)  # type: ignore[arg-type]


def test_an_empty_log_knows_nobody() -> None:
    state = replay([])
    assert state.mark("ada", "c1") is None
    assert dict(state.marks("ada")) == {}
    assert state.all_marks() == ()
    assert state.reviewers() == ()
    assert state.undoable("ada") is None
    assert state.redoable("ada") is None
    assert list(state.history) == []


def test_a_note_survives_its_verdict_and_an_empty_one_is_none() -> None:
    room = Room()
    acts = room.acts("ada")
    acts.judge(["c1"], "conflicting", "sources", ["c2"])
    acts.note("c1", "ask the coastguard")
    acts.judge(["c1"], "supported", "origins")
    mark = room.state.mark("ada", "c1")
    assert mark is not None
    assert (mark.verdict, mark.kind, mark.note, mark.evidence) == (
        "supported",
        "origins",
        "ask the coastguard",
        (),
    )
    acts.clear(["c1"])
    mark = room.state.mark("ada", "c1")
    assert mark is not None
    assert (mark.verdict, mark.kind, mark.note) == (None, None, "ask the coastguard")
    acts.note("c1", "")
    assert room.state.mark("ada", "c1") is None


def test_of_two_terminals_that_undo_at_once_the_second_changes_nothing() -> None:
    first = event(1, "verdict", claim="c1", verdict="supported")
    second = event(2, "verdict", claim="c1", verdict="unsourced")
    both = [event(number, "undo", target="b2") for number in (3, 4)]
    state = replay([first, second, *both])
    mark = state.mark("ada", "c1")
    assert mark is not None
    assert mark.verdict == "supported"
    assert state.undoable("ada") == "b1"


def test_undo_of_an_act_below_the_last_leaves_the_last() -> None:
    first = event(1, "verdict", claim="c1", verdict="supported")
    second = event(2, "verdict", claim="c1", verdict="unsourced")
    state = replay([first, second, event(3, "undo", target="b1")])
    mark = state.mark("ada", "c1")
    assert mark is not None
    assert mark.verdict == "unsourced"
    state.apply(event(4, "redo", target="b1"))
    assert state.mark("ada", "c1") == mark


def test_nobody_undoes_what_another_did() -> None:
    theirs = replace(event(1, "verdict", claim="c1", verdict="supported"), reviewer="bo")
    state = replay([theirs, event(2, "undo", target="b1")])
    assert state.mark("bo", "c1") is not None


def test_an_import_is_not_an_act() -> None:
    state = replay([event(1, "verdict", claim="c1", verdict="supported"), event(2, "import", detail="file")])
    assert state.undoable("ada") == "b1"


def test_marks_of_a_claim_are_those_of_everybody() -> None:
    room = Room()
    room.acts("bo").judge(["c1"], "supported")
    room.acts("ada").judge(["c1"], "unsourced", "nobody")
    assert [(mark.reviewer, mark.verdict) for mark in room.state.marks_of("c1")] == [
        ("ada", "unsourced"),
        ("bo", "supported"),
    ]
    assert room.state.reviewers() == ("ada", "bo")
    assert set(room.state.marks("bo")) == {"c1"}

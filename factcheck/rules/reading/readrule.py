"""One rule: from its node to a Rule, or to problems that set it aside."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from factcheck.model import RuleInfo
from factcheck.rules.phrases.meaning import refs_in
from factcheck.rules.phrases.message import named
from factcheck.rules.reading.extending import merged
from factcheck.rules.reading.fields import Reader, offset_place
from factcheck.rules.reading.patterns import PatternReader
from factcheck.rules.reading.requiring import read_requirement
from factcheck.rules.reading.schema import DEFAULTS, EXAMPLE, EXAMPLES, HOLDS, NORMALISES, RULE, SLOT
from factcheck.rules.ruleset import Example, Manner, Rule, Slot
from factcheck.rules.source.events import Scalar
from factcheck.rules.source.places import nearest, shown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from factcheck.model import RuleKind, RuleStatus
    from factcheck.rules.reading.extending import Entry, Pairs
    from factcheck.rules.reading.patterns import Words
    from factcheck.rules.ruleset import Case, Pattern, Requirement, Scope
    from factcheck.rules.source.events import Node
    from factcheck.rules.source.places import Place

MAX_PATTERNS = 200


def read_defaults(reader: Reader, node: Node) -> Pairs:
    """The good defaults of a file; a bad one is reported once and not handed to the rules."""
    good: Pairs = {}
    for name, pair in (reader.table(node, DEFAULTS, "set of defaults") or {}).items():
        before = len(reader.problems)
        key = DEFAULTS[name]
        if key.shape == "number":
            reader.weight(pair[1])
        elif key.shape == "words":
            reader.words(pair[1], f"'{name}'")
        else:
            reader.choice(pair[1], name, key)
        if len(reader.problems) == before:
            good[name] = pair
    return good


class RuleReader:
    """Reads one rule. The problems of ``reader`` set it aside, those of ``mild`` do not."""

    def __init__(self, reader: Reader, words: Words, pack: str) -> None:
        self.reader = reader
        self.mild = Reader(reader.source, reader.others)
        self.words = words
        self.pack = pack
        self.pairs: Pairs = {}

    def read(self, layers: Sequence[Entry]) -> Rule | None:
        """The rule that the layers make, see ``extending``."""
        pairs = merged(layers, self.reader)
        if pairs is None:
            return None
        self.pairs = pairs
        rule = self._made(layers[-1].node)
        return None if self.reader.problems else rule

    def _made(self, node: Node) -> Rule | None:
        name = self._id()
        title = self._text("title")
        info = RuleInfo(
            id=name,
            title=title,
            kind=cast("RuleKind", self._choice("kind", "other")),
            weight=self._weight(),
            colour=self._choice("colour", "grey"),
            pack=self.pack,
            status=cast("RuleStatus", self._choice("status", "stable")),
            message=self._text("message"),
        )
        case = cast("Case", self._choice("case", "ignore"))
        scope = cast("Scope", self._choice("scope", "sentence"))
        manner = Manner(case == "exact", self._yes("whole_word"), self._yes("fold_quotes"))
        patterns = self._patterns("patterns", manner)
        if "patterns" in self.pairs and not patterns and not self.reader.problems:
            self.reader.complain(self.pairs["patterns"][0].place, "the rule has no patterns",
                                 "it could never match", "write a phrase in the line below")  # fmt: skip
        self._message(info.message, patterns)
        return Rule(
            info=info,
            patterns=patterns,
            place=self.pairs["id"][1].place if "id" in self.pairs else node.place,
            exclude=self._patterns("exclude", manner),
            requires=self._requires(scope, manner),
            slots=self._slots(patterns),
            scope=scope,
            case=case,
            lang=self.words.lang,
            extends=self._text("extends"),
            examples=self._examples(patterns, node),
            description=self._text("description"),
            tags=self._words("tags"),
            references=self._words("references"),
            false_positives=self._words("false_positives"),
        )

    # --- plain values ---

    def _id(self) -> str:
        said = self._text("id")
        parts = said.split(".")
        fine = (
            len(parts) == 2
            and len(said) <= 80
            and all(
                p and p[0].isalpha() and all(c in "abcdefghijklmnopqrstuvwxyz0123456789-_" for c in p)
                for p in parts
            )
        )
        if said and not fine:
            self.reader.complain(self.pairs["id"][1].place, f"{shown(said)} is no id of a rule",
                                 "an id is family.name in small letters, digits, - and _",
                                 "write for example casualties.count")  # fmt: skip
        return said

    def _text(self, name: str) -> str:
        if name not in self.pairs:
            return ""
        return self.reader.text(self.pairs[name][1], f"'{name}'") or ""

    def _choice(self, name: str, default: str) -> str:
        if name not in self.pairs:
            return default
        return self.reader.choice(self.pairs[name][1], name, RULE[name]) or default

    def _weight(self) -> float:
        if "weight" not in self.pairs:
            return 0.5
        return self.reader.weight(self.pairs["weight"][1]) or 0.0

    def _yes(self, name: str) -> bool:
        return self._choice(name, "true") == "true"

    def _words(self, name: str) -> tuple[str, ...]:
        if name not in self.pairs:
            return ()
        return tuple(word.text for word in self.reader.words(self.pairs[name][1], f"'{name}'"))

    # --- patterns and slots ---

    def _patterns(self, name: str, manner: Manner) -> tuple[Pattern, ...]:
        if name not in self.pairs:
            return ()
        nodes = self.reader.items(self.pairs[name][1], f"'{name}'")
        if len(nodes) > MAX_PATTERNS:
            self.reader.complain(nodes[MAX_PATTERNS].place, f"the rule has {len(nodes):,} patterns",
                                 f"at most {MAX_PATTERNS} are read", "split the rule")  # fmt: skip
            return ()
        patterns = PatternReader(self.reader, self.words, manner)
        return tuple(one for one in (patterns.read(node) for node in nodes) if one is not None)

    def _requires(self, scope: Scope, manner: Manner) -> tuple[Requirement, ...]:
        if "requires" not in self.pairs:
            return ()
        nodes = self.reader.items(self.pairs["requires"][1], "'requires'")[:MAX_PATTERNS]
        patterns = PatternReader(self.reader, self.words, manner)
        return tuple(one for node in nodes if (one := read_requirement(node, scope, patterns)) is not None)

    def _message(self, message: str, patterns: tuple[Pattern, ...]) -> None:
        """What a message quotes must be a slot of a pattern."""
        known = {slot for pattern in patterns for slot in pattern.slots}
        for at, slot in named(message):
            node = self.pairs["message"][1]
            if slot not in known and not self.reader.problems and isinstance(node, Scalar):
                place = offset_place(self.reader.source_of(node.place), node, at)
                self.reader.complain(place, f"no pattern has the slot {shown(slot)}",
                                     "nothing could stand there in the message",
                                     nearest(slot, known) or "delete it")  # fmt: skip

    def _slots(self, patterns: tuple[Pattern, ...]) -> tuple[Slot, ...]:
        if "slots" not in self.pairs:
            return ()
        known = {slot for pattern in patterns for slot in pattern.slots}
        found: list[Slot] = []
        for key, value in self.reader.named(self.pairs["slots"][1], "slots"):
            if key.text not in known and not self.reader.problems:
                self.reader.complain(key.place, f"no pattern has the slot {shown(key.text)}",
                                     "it would always be empty", nearest(key.text, known))  # fmt: skip
            pairs = self.reader.table(value, SLOT, "slot")
            if pairs and "type" in pairs:
                holds = self.reader.choice(pairs["type"][1], "type", SLOT["type"]) or ""
                self._fitting(key.text, holds, pairs["type"][1].place, patterns)
                found.append(Slot(key.text, holds, self._normalised(pairs, holds)))
        return tuple(found)

    def _normalised(self, pairs: Pairs, holds: str) -> str:
        """As what the words of a slot are read; a form that its type cannot have is complained of."""
        if "normalise" not in pairs:
            return "none"
        node = pairs["normalise"][1]
        form = self.reader.choice(node, "normalise", SLOT["normalise"]) or "none"
        if holds and holds not in NORMALISES.get(form, (holds,)):
            fits = [name for name, types in NORMALISES.items() if holds in types]
            self.reader.complain(node.place, f"a slot of type {holds} cannot be read as a {form}",
                                 "its words would never be one",
                                 f"write {' or '.join([*fits, 'none'])}")  # fmt: skip
        return form

    def _fitting(self, slot: str, named: str, place: Place, patterns: tuple[Pattern, ...]) -> None:
        """A slot that a built-in name fills cannot be of any type."""
        for pattern in patterns if named else ():
            for ref in refs_in(pattern.text) if not pattern.is_regex else ():
                wrong = [name for name in ref.names if named not in HOLDS.get(name, (named,))]
                if ref.slot == slot and wrong:
                    self.reader.complain(place, f"the slot {shown(slot)} cannot be of type {named}",
                                         f"in a pattern it is what {{{wrong[0]}}} finds",
                                         f"write {' or '.join(HOLDS[wrong[0]])}")  # fmt: skip
                    return

    # --- examples ---

    def _examples(self, patterns: tuple[Pattern, ...], node: Node) -> tuple[Example, ...]:
        if "examples" not in self.pairs:
            self.mild.complain(node.place, "the rule has no examples", "nothing shows that it works",
                               "add 'examples:' with match and no_match")  # fmt: skip
            return ()
        key, value = self.pairs["examples"]
        pairs = self.reader.table(value, EXAMPLES, "set of examples") or {}
        known = {slot for pattern in patterns for slot in pattern.slots}
        found: list[Example] = []
        for name, expect in (("match", "match"), ("no_match", "no match"), ("todo", "todo")):
            if name in pairs:
                for item in self.reader.sentences(pairs[name][1], f"'{name}'"):
                    one = self._example(item, cast("Literal['match', 'no match', 'todo']", expect), known)
                    if one is not None:
                        found.append(one)
        if not any(one.expect == "match" for one in found) and not self.reader.problems:
            self.mild.complain(
                key.place,
                "no example says what the rule must find",
                "nothing shows that it works",
                "add a sentence below 'match:'",
            )
        return tuple(found)

    def _example(
        self, node: Node, expect: Literal["match", "no match", "todo"], known: set[str]
    ) -> Example | None:
        if isinstance(node, Scalar):
            text = self.reader.text(node, "an example")
            return None if text is None else Example(expect, _one_line(text), node.place)
        pairs = self.reader.table(node, EXAMPLE, "example")
        if pairs is None or "text" not in pairs:
            return None
        text = self.reader.text(pairs["text"][1], "'text'")
        slots = self._example_slots(pairs, known)
        count = self.reader.count(pairs["count"][1]) if "count" in pairs else None
        if expect == "no match" and (slots or count is not None):
            self.reader.complain(node.place, "an example of no_match is only a text",
                                 "slots and count would be ignored", "delete them")  # fmt: skip
        return None if text is None else Example(expect, _one_line(text), node.place, slots, count)

    def _example_slots(self, pairs: Pairs, known: set[str]) -> tuple[tuple[str, str], ...]:
        found: list[tuple[str, str]] = []
        for key, value in self.reader.named(pairs["slots"][1], "slots") if "slots" in pairs else []:
            said = self.reader.text(value, f"the slot '{key.text}'")
            if key.text not in known and not self.reader.problems:
                self.reader.complain(key.place, f"no pattern has the slot {shown(key.text)}",
                                     "the example could never pass", nearest(key.text, known))  # fmt: skip
            if said is not None:
                found.append((key.text, said))
        return tuple(found)


def _one_line(text: str) -> str:
    """An example on one line, as the text of a paragraph is."""
    return " ".join(text.split()) if "\n" in text else text

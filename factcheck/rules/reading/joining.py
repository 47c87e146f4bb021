"""All rule files together: who owns a name, what extends whom, and which rules are good."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.problems import Problem
from factcheck.rules.reading.extending import Chains, Home, entry_of
from factcheck.rules.reading.fields import Reader
from factcheck.rules.reading.patterns import Words
from factcheck.rules.reading.readrule import RuleReader
from factcheck.rules.reading.requiring import Demands
from factcheck.rules.reading.sharing import Sharing
from factcheck.rules.reading.shelf import in_shipped_pack
from factcheck.rules.source.places import nearest, shown

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from factcheck.rules.reading.extending import Entry, Pairs
    from factcheck.rules.reading.vocab import Written
    from factcheck.rules.ruleset import Rule, Vocabulary
    from factcheck.rules.source.events import Node
    from factcheck.rules.source.places import Place, Source

MAX_RULES = 5_000
"""Rules of a file."""
MAX_PATTERNS = 20_000
MAX_SIGNS = 30_000_000
"""Patterns of all files, and the signs of their expressions: more would take too long, or too much memory."""
MAX_TOLD = 1_000
"""Problems of rules that are listed."""


@dataclass(slots=True)
class RuleFile:
    """One rule file: read, but its patterns not yet expanded."""

    path: Path
    source: Source
    pack: str = ""
    lang: str = "en"
    rules: list[Node] = field(default_factory=list)
    defaults: Pairs = field(default_factory=dict)
    vocabularies: list[Written] = field(default_factory=list)
    set_aside: frozenset[str] = frozenset()
    """Vocabularies that have a mistake."""

    def home(self) -> Home:
        return Home(self.source, self.pack, self.lang, self.defaults)


class Joining:
    """Makes the rules of several files. ``problems`` cost a rule or a vocabulary, ``advice`` does not.

    ``sound`` False: something of the files could not be read.
    """

    def __init__(self, files: Sequence[RuleFile], *, sound: bool = True) -> None:
        self.files = files
        self.sound = sound
        self.sources: Mapping[str, Source] = {file.source.path: file.source for file in files}
        sharing = Sharing((file.source, file.vocabularies) for file in files)
        self.vocabularies = sharing.vocabularies()
        self.set_aside = sharing.set_aside.union(*(file.set_aside for file in files))
        self.own = sharing.own
        self.problems: list[Problem] = sharing.problems
        self.advice: list[Problem] = sharing.advice
        self._told: set[Problem] = set()

    def doubles(self) -> list[Vocabulary]:
        """The lists that only the rules of their own file mean, see ``Sharing.own``."""
        return [one for lists in self.own.values() for one in lists.values()]

    def _say(self, source: Source, place: Place, what: str, why: str, mend: str) -> None:
        self.problems.append(source.problem(place, what, why, mend))

    def rules(self) -> list[Rule]:
        """The rules in which nothing is wrong, in the order of the files."""
        spoken = {
            file.lang: Words(self.vocabularies, file.lang, self.set_aside).seen_from(self.own)
            for file in self.files
        }
        every = [one for words in spoken.values() for one in words.all()]
        entries: list[Entry] = []
        for file in self.files:
            home = file.home()
            if len(file.rules) > MAX_RULES:
                self._say(file.source, file.rules[MAX_RULES].place, f"the file has {len(file.rules):,} rules",
                          f"the first {MAX_RULES:,} are read", "split the file")  # fmt: skip
            entries += [entry_of(home, node) for node in file.rules[:MAX_RULES]]
        chains = Chains(entries)
        found: dict[str, Rule] = {}
        for entry in entries:
            if self._too_much(every, entry):
                break
            self._rule(entry, chains, spoken, found)
        if self.sound and not self.problems:  # else what uses a list may be what was set aside
            self._unused(frozenset(name for words in every for name in words.used))
            self._stateless()
        return self._supplied(found)

    def _too_much(self, spoken: Collection[Words], entry: Entry) -> bool:
        """Whether the patterns read so far are as many as fit: ``extends`` and aliases can multiply them."""
        patterns, signs = sum(words.patterns for words in spoken), sum(words.signs for words in spoken)
        if patterns <= MAX_PATTERNS and signs <= MAX_SIGNS:
            return False
        self._say(entry.home.source, entry.node.place, "the patterns of all files are too many or too long",
                  f"{MAX_PATTERNS:,} patterns, or {MAX_SIGNS:,} signs of them unfolded, are read",
                  "name fewer files, or long vocabularies fewer times")  # fmt: skip
        return True

    def _rule(
        self, entry: Entry, chains: Chains, spoken: Mapping[str, Words], found: dict[str, Rule]
    ) -> None:
        reader = Reader(entry.home.source, self.sources)
        if entry.in_place:
            assert entry.extends is not None
            if entry.extends.text not in chains.owners:
                chains.unknown(reader, entry.extends)
                self._tell(reader.problems)
            return
        owner = entry if entry.id is None else chains.owners[entry.id.text]
        if owner is not entry and entry.id is not None and owner.id is not None:
            reader.complain(entry.id.place, f"the id {shown(entry.id.text)} stands twice",
                            f"it stands already in {owner.id.place}",
                            "give this rule another id, or change the first with 'extends'")  # fmt: skip
            self._tell(reader.problems)
            return
        layers = chains.layers(entry, reader)
        if layers is None:
            self._tell(reader.problems)
            return
        rule = self._read(layers, spoken)
        if rule is None and len(layers) > 1:
            # A change that is not good leaves the rule as it was.
            plain = tuple(layer for layer in layers if not layer.in_place)
            rule = self._read(plain, spoken) if len(plain) < len(layers) else None
        if rule is not None:
            found[rule.id] = rule

    def _read(self, layers: tuple[Entry, ...], spoken: Mapping[str, Words]) -> Rule | None:
        home, last = layers[0].home, layers[-1]
        own = next(layer for layer in reversed(layers) if not layer.in_place)
        reading = RuleReader(Reader(last.home.source, self.sources), spoken[home.lang], own.home.pack)
        rule = reading.read(layers)
        if rule is not None:
            self.advice.extend(reading.mild.problems)
        elif (
            not self._tell(reading.reader.problems)
            and own.extends is not None
            and not any(layer.in_place for layer in layers)
        ):
            # What it builds on has the mistake, and was told of; without a change of it, it may be good.
            self._say(own.home.source, own.extends.place, f"{shown(own.extends.text)} was set aside",
                      "it has a mistake itself", "mend that first")  # fmt: skip
        return rule

    def _tell(self, problems: Sequence[Problem]) -> bool:
        """Keep the problems that were not told yet; whether there were any."""
        new = [problem for problem in problems if problem not in self._told]
        self._told.update(new)
        if new and len(self.problems) > MAX_TOLD:
            last = Problem(new[0].path, "there are more problems after these", "they are not listed")
            self.problems += [] if self.problems[-1].what == last.what else [last]
        else:
            self.problems.extend(new)
        return bool(new)

    def _supplied(self, found: dict[str, Rule]) -> list[Rule]:
        """The rules that have what they require."""
        readers = {path: Reader(source) for path, source in self.sources.items()}
        demands = Demands(found, lambda place: readers[place.path])
        good = [rule for rule in found.values() if demands.good(rule.id)]
        for reader in readers.values():
            self._tell(reader.problems)
        return good

    def _stateless(self) -> None:
        """Names of states that no vocabulary is: they stand in a pack that was not named, or nowhere."""
        every = (*self.vocabularies.values(), *self.doubles())
        states = {one.title or one.name for one in every if one.role == "state"}
        for file in self.files:
            for one in file.vocabularies:
                for name in (*one.opposite, *one.ends):
                    if name.text not in states:
                        mend = in_shipped_pack("", name.text) or nearest(name.text, states)
                        self.advice.append(
                            file.source.problem(name.place, f"no state is called {shown(name.text)}",
                                                "nothing will be held against it", mend)
                        )  # fmt: skip

    def _unused(self, used: frozenset[str]) -> None:
        built = {name.text for file in self.files for one in file.vocabularies for name in one.named()}
        for file in self.files:
            for one in file.vocabularies:
                made = self.vocabularies.get(one.name)
                if made is not None and made.role is None and one.name not in used | built:
                    self.advice.append(
                        file.source.problem(one.place, f"no pattern uses the vocabulary {shown(one.name)}",
                                            "its words do nothing", "use it, give it a role, or delete it")
                    )  # fmt: skip

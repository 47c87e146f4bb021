"""Loads rule packs: every file is read, every error of all of them is kept, what is good lives."""

from __future__ import annotations

from dataclasses import replace
from fnmatch import fnmatchcase
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from factcheck.memory import no_search_for_cycles
from factcheck.problems import Problem, printable
from factcheck.rules.reading.fields import Reader
from factcheck.rules.reading.joining import Joining, RuleFile
from factcheck.rules.reading.readrule import read_defaults
from factcheck.rules.reading.schema import TOP
from factcheck.rules.reading.vocab import ListFiles, lexicon_of, read_vocabularies
from factcheck.rules.ruleset import RuleSet
from factcheck.rules.source.events import MAX_BYTES
from factcheck.rules.source.places import Source, nearest, shown
from factcheck.rules.source.repair import read_repairing

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from factcheck.rules.ruleset import Rule, Vocabulary
    from factcheck.rules.source.events import Node

K = TypeVar("K")
V = TypeVar("V")
SUFFIXES = (".yaml", ".yml")
_SESSION = "session.yaml"


class _Loader:
    def __init__(self, texts: Mapping[Path, str] | None = None) -> None:
        self.texts = texts or {}
        self.problems: list[Problem] = []
        self.advice: list[Problem] = []
        self.digests: set[bytes] = set()
        self.read: dict[Path, bytes] = {}
        """The files that were read, word lists among them, each with the SHA-256 of its bytes."""
        self.lists: set[Path] = set()
        self.packs: list[str] = []
        self.vocabularies: list[Vocabulary] = []

    @no_search_for_cycles()
    def load(self, paths: Sequence[Path]) -> list[Rule]:
        files = [file for path in self._files(paths) if (file := self._once(path)) is not None]
        self.packs = [file.pack for file in files]
        together = Joining(files, sound=not self.problems)
        rules = together.rules()
        self.vocabularies = [*together.vocabularies.values(), *together.doubles()]
        self.problems.extend(together.problems)
        self.advice.extend(together.advice)
        return rules

    def still_holds(self, paths: Sequence[Path]) -> bool:
        """Whether the same files are meant, and hold what was read."""
        meant = _Loader()._files(paths)
        if set(meant) != self.read.keys() - self.lists:
            return False
        try:
            return all(sha256(path.read_bytes()).digest() == digest for path, digest in self.read.items())
        except OSError:
            return False

    # --- files ---

    def _files(self, paths: Sequence[Path]) -> list[Path]:
        """The rule files meant, each once; a folder means the rule files in it."""
        found: dict[Path, Path] = {}
        for path in paths:
            for one in self._meant(Path(path)):
                found.setdefault(one.resolve(), one)
        return list(found.values())

    def _meant(self, path: Path) -> list[Path]:
        try:
            if not path.is_dir():
                return [path]
            inside = sorted(one for one in path.iterdir() if one.suffix in SUFFIXES and one.is_file())
        except (OSError, ValueError, RuntimeError) as error:
            self.problems.append(Problem(printable(str(path)), "cannot be read", printable(str(error))))
            return []
        if not inside:
            self.problems.append(Problem(printable(str(path)), "no rule files are in this folder",
                                         "a rule file ends in .yaml", "name another folder"))  # fmt: skip
        return inside

    def _once(self, path: Path) -> RuleFile | None:
        """One file, if it is good as it was read for other packs or before another file was edited."""
        known = None if path in self.texts else _FILES.pop(path, None)
        if known is None or not known[0].still_holds([path]):
            loader = _Loader(self.texts)
            known = loader, loader._file(path)
        loader, file = known
        if path not in self.texts and not loader.problems:
            _keep(_FILES, path, known, _FILES_KEPT)
        self.problems += loader.problems
        self.digests |= loader.digests
        self.read |= loader.read
        self.lists |= loader.lists
        return file

    def _file(self, path: Path) -> RuleFile | None:
        shown_path = printable(str(path))
        text = self._text(path, shown_path)
        if text is None:
            return None
        source = Source(shown_path, tuple(text.splitlines()))
        root, problems = read_repairing(text, source)
        self.problems.extend(problems)
        if root is None:
            if not problems:
                self.problems.append(Problem(shown_path, "the file holds no rules", "it is empty",
                                             "begin with 'version: 1'"))  # fmt: skip
            return None
        return self._top(RuleFile(path, source), root)

    def _text(self, path: Path, shown_path: str) -> str | None:
        if path in self.texts:
            return self.texts[path]
        try:
            if path.exists() and not path.is_file():
                self.problems.append(Problem(shown_path, "this is no file", "", "name a .yaml file"))
                return None
            with path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
        except FileNotFoundError:
            self.problems.append(Problem(shown_path, "there is no such rule file", "", "mend the name"))
            return None
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or str(error)
            self.problems.append(Problem(shown_path, "the rule file cannot be read", printable(why)))
            return None
        if len(data) > MAX_BYTES:
            self.problems.append(Problem(shown_path, f"the rule file is larger than {MAX_BYTES // 10**6} MB",
                                         "it is not read", "move long word lists to list files"))  # fmt: skip
            return None
        self.read[path] = sha256(data).digest()
        self.digests.add(self.read[path])
        return self._decoded(data, shown_path)

    def _decoded(self, data: bytes, shown_path: str) -> str | None:
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            col = (
                len(data[data.rfind(b"\n", 0, error.start) + 1 : error.start].decode("utf-8", "replace")) + 1
            )
            self.problems.append(
                Problem(
                    shown_path,
                    f"the byte 0x{data[error.start]:02X} is no UTF-8",
                    "rule files are UTF-8",
                    "save it as UTF-8",
                    line=line,
                    col=col,
                )
            )
            return None

    def _top(self, file: RuleFile, root: Node) -> RuleFile | None:
        reader = Reader(file.source)
        pairs = reader.table(root, TOP, "rule file")
        if pairs is None:
            self.problems.extend(reader.problems)
            return None
        for name in ("version", "lang"):
            if name in pairs and reader.choice(pairs[name][1], name, TOP[name]) is None:
                self.problems.extend(reader.problems)
                return None
        if "lang" in pairs:
            file.lang = reader.choice(pairs["lang"][1], "lang", TOP["lang"]) or "en"
        for name in ("title", "description"):
            if name in pairs:
                reader.text(pairs[name][1], f"'{name}'")
        file.pack = (reader.text(pairs["pack"][1], "'pack'") if "pack" in pairs else None) or file.path.stem
        lists = ListFiles()
        if "vocabularies" in pairs:
            node = pairs["vocabularies"][1]
            file.vocabularies, file.set_aside = read_vocabularies(reader, node, file.path.parent, lists)
        self.digests.update(sha256(b"list" + data).digest() for data in lists.data.values())
        self.read.update((one, sha256(data).digest()) for one, data in lists.data.items())
        self.lists.update(lists.data)
        if "defaults" in pairs:
            file.defaults = read_defaults(reader, pairs["defaults"][1])
        if "rules" in pairs:
            file.rules = reader.items(pairs["rules"][1], "'rules'")
        if "rules" not in pairs and "vocabularies" not in pairs:
            reader.complain(root.place, "the file holds neither rules nor vocabularies", "it does nothing",
                            "add 'rules:'")  # fmt: skip
        self.problems.extend(reader.problems)
        return file


def load_rules(
    paths: Sequence[Path],
    *,
    off: Collection[str] = (),
    weights: Mapping[str, float] | None = None,
    texts: Mapping[Path, str] | None = None,
) -> RuleSet:
    """The rules of these files and folders. Never raises for bad content: see ``RuleSet.problems``.

    ``off`` holds rule ids or globs ("superlative.*"), ``weights`` new weights by id or glob. ``texts``
    are read in place of files: a file as it stands in an editor, not saved yet.
    """
    if texts:
        loader = _Loader(texts)
        rules = loader.load(list(map(Path, paths)))
    else:
        loader, rules = _loaded(tuple(Path(path) for path in paths))
    problems = list(loader.problems)
    weighted = [_weighted(rule, weights or {}) for rule in rules]
    problems.extend(_unknown("off", off, rules))
    problems.extend(_unknown("weight", weights or (), rules))
    live = tuple(rule for rule in weighted if not _named(rule, off))
    return RuleSet(
        rules=live,
        lexicon=lexicon_of(loader.vocabularies),
        problems=tuple(problems),
        sha256=sha256(b"".join(sorted(loader.digests))).hexdigest(),
        packs=tuple(dict.fromkeys(loader.packs)),
        advice=tuple(loader.advice),
        switched_off=tuple(rule for rule in weighted if _named(rule, off)),
        vocabularies=tuple(loader.vocabularies),
    )


_READ: dict[tuple[Path, ...], tuple[_Loader, list[Rule]]] = {}
_FILES: dict[Path, tuple[_Loader, RuleFile | None]] = {}
_KEPT, _FILES_KEPT = 8, 24
"""How many sets of packs, and how many files, are kept as they were read."""


def _keep(known: dict[K, V], key: K, made: V, most: int) -> None:
    """As the last that was used; the others go first."""
    while len(known) >= most:
        known.pop(next(iter(list(known))), None)
    known[key] = made


def _loaded(paths: tuple[Path, ...]) -> tuple[_Loader, list[Rule]]:
    """The packs as they were read last, unless a byte of theirs has changed: reading them takes a second."""
    known = _READ.pop(paths, None)
    if known is None or not known[0].still_holds(paths):
        loader = _Loader()
        known = (loader, loader.load(paths))
    if not known[0].problems:  # a file that was not there may be, the next time
        _keep(_READ, paths, known, _KEPT)
    return known


def _named(rule: Rule, globs: Collection[str]) -> bool:
    return any(fnmatchcase(rule.id, glob) for glob in globs)


def _weighted(rule: Rule, weights: Mapping[str, float]) -> Rule:
    for glob, weight in weights.items():
        if fnmatchcase(rule.id, glob):
            rule = replace(rule, info=replace(rule.info, weight=min(1.0, max(0.0, weight))))
    return rule


def _unknown(key: str, globs: Collection[str], rules: Sequence[Rule]) -> list[Problem]:
    """Switches that name no rule: someone believes to have switched something."""
    return [
        Problem(_SESSION, f"{key}: no rule is called {shown(glob)}", "it changes nothing",
                nearest(glob, [rule.id for rule in rules]))
        for glob in globs
        if not any(fnmatchcase(rule.id, glob) for rule in rules)
    ]  # fmt: skip

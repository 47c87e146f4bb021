"""A session's rules at work: listed with what they found, switched, edited, made from a claim."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.problems import BadInput, Problem
from factcheck.resources import shipped
from factcheck.review.switches import last_place, switched
from factcheck.review.switches import used as put_to_use
from factcheck.scanning import session_rules
from factcheck.session.files import write_atomic
from factcheck.wording.words import count

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from factcheck.model import Claim, Event, RuleInfo
    from factcheck.reloading import Reloading
    from factcheck.review.desk import Desk
    from factcheck.review.rulebook import FileRow
    from factcheck.rules import Engine, RuleSet
    from factcheck.workspace import Workspace


class RuleWork:
    """What the rules screen does. Whatever it writes is seen and read again by the watch on the files."""

    def __init__(self, workspace: Workspace, desk: Desk, reloading: Reloading) -> None:
        self._folder = workspace.folder
        self._workspace = workspace
        self._desk = desk
        self._reloading = reloading
        self._made: list[str] = []

    @property
    def ready(self) -> bool:
        """Whether the rules have been read."""
        return self._reloading.ruleset is not None

    def prepare(self) -> None:
        """Read the rules: a second or two, unless another thread has."""
        self._reloading.prime()

    def book(self) -> tuple[FileRow, ...]:
        """The files in use, in their order, then what could be used: the session's own, shipped packs."""
        from factcheck.review.rulebook import FileRow, file_row

        ruleset = self._ruleset()
        used = {name: str(path) for name, path in self._files().items()}
        claims = self._workspace.analysis.claims
        marks = self._desk.state.all_marks()
        rows = [
            file_row(
                path,
                name,
                own=self.is_own(path),
                ruleset=ruleset,
                claims=claims,
                marks=marks,
                kept=self._reloading.kept,
            )
            for name, path in used.items()
        ]
        home = self._folder.path
        own = {str(path.relative_to(home)): path for path in sorted(home.glob("rules/*.yaml"))}
        packs = {path.stem: path for path in sorted(shipped("rules").glob("*.yaml"))}
        rest = [
            FileRow(str(path), name, own=self.is_own(str(path)), used=False)
            for name, path in (own | packs).items()
            if name not in used
        ]
        return (*rows, *rest)

    def _files(self) -> dict[str, Path]:
        """The files that session.yaml names and that are there, by the name it gives them."""
        paths, _ = self._folder.rule_paths()
        known = {path: path.stem for path in shipped("rules").glob("*.yaml")}
        home = self._folder.path
        return {known.get(path) or str(path.relative_to(home)): path for path in paths}

    def _ruleset(self) -> RuleSet:
        self._reloading.prime()
        return self._reloading.ruleset or session_rules(self._folder)

    # --- switching ------------------------------------------------------------------------

    def switch(self, rule: str, *, on: bool) -> str:
        """Switch a rule for this session: in session.yaml, and in the log, where z takes it back."""
        self._writable()
        if not self._folder.switch_rule(rule, on):
            return f"{rule} is {'on' if on else 'off'} already"
        self._log(switched(self._desk.reviewer, rule, on=on), lambda: self._folder.switch_rule(rule, not on))
        return f"{rule} is {'on' if on else 'off'}; z takes it back"

    def use(self, name: str, *, used: bool) -> str:
        """Use a shipped pack or a file of the session, at its place of before, or not; z takes it back."""
        self._writable()
        said = f"{name} is {'used' if used else 'not used any more'}"
        back = last_place(self._desk.state.history, name) if used else None
        place = self._folder.use_pack(name, used=used, place=back)
        if place is None:
            return f"{said} already"
        self._log(
            put_to_use(self._desk.reviewer, name, place, on=used),
            lambda: self._folder.use_pack(name, used=not used, place=place),
        )
        return f"{said}: session.yaml says so; z takes it back"

    def _log(self, act: Event, back: Callable[[], object]) -> None:
        """Put a change of session.yaml in the log; what cannot stand there is not changed either."""
        try:
            self._desk.perform([act])
        except BadInput:
            back()
            raise

    def _writable(self) -> None:
        if self._desk.read_only:
            raise BadInput(Problem(str(self._folder.path), "is read-only", "", "copy the session first"))

    # --- editing --------------------------------------------------------------------------

    def is_own(self, path: str) -> bool:
        """Whether a file belongs to the session; shipped packs are only looked at."""
        return Path(path).resolve().is_relative_to(self._folder.path.resolve())

    def text(self, path: str) -> str:
        """The text of a rule file. Raises BadInput."""
        try:
            return Path(path).read_bytes().decode("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            why = getattr(error, "strerror", None) or "it is not UTF-8"
            raise BadInput(Problem(path, "cannot be read", why)) from error

    def check(self, path: str, text: str) -> tuple[Problem, ...]:
        """What would be wrong with the file if this were its text; the other files stand as they are."""
        from factcheck.rules import load_rules

        paths = [*self._files().values()]
        found = load_rules(paths, texts={Path(path): text})
        return tuple(problem for problem in found.problems if problem.path == path)

    def save(self, path: str, text: str) -> None:
        """Write a rule file of the session. Raises BadInput."""
        if not self.is_own(path):
            why = "it comes with the program, and would be lost with its next version"
            raise BadInput(
                Problem(path, "is not edited", why, "x switches a rule off here; P makes one of your own")
            )
        try:
            write_atomic(Path(path), text.encode())
        except OSError as error:
            raise BadInput(Problem(path, "cannot be written", error.strerror or str(error))) from error

    # --- a rule from a claim --------------------------------------------------------------

    def propose(self, claim: Claim) -> str:
        """A pattern that finds a claim and what is said like it; empty where none can be proposed."""
        from factcheck.rules.trying.proposal import propose

        return propose(claim.text, claim.start, claim.values, self._ruleset())

    def make(self, pattern: str, claim: Claim) -> str:
        """Make a rule of a pattern, with the claim as its example; the line that answers.

        Raises BadInput where the pattern cannot be read, or does not find the claim.
        """
        from factcheck.rules.trying.typed import typed_engine, typed_rule

        ruleset = self._ruleset()
        engine = typed_engine(pattern, ruleset)
        if not engine.hits(claim.text, 0, len(claim.text)):
            raise BadInput(
                Problem("PATTERN", "does not find the claim it was made from", pattern[:80], "mend it")
            )
        hits, claims = self._finds(engine, typed_rule(pattern, ruleset).infos())
        made = self._folder.add_rule(pattern, claim.text)
        self._made.append(made)
        idle = "" if claims else ", though with nothing in it that can be checked: no claim comes of it"
        return f"{made}, with {count(claims or hits, 'hit')} here{idle}, is in rules/own.yaml; r shows it"

    def _finds(self, engine: Engine, infos: Mapping[str, RuleInfo]) -> tuple[int, int]:
        """The hits of an engine in the articles, and the claims that come of them."""
        from factcheck.extract.spans import spans
        from factcheck.rules.running.read import hits_in
        from factcheck.segment import segment

        rows = [
            (len(found), len(spans(article.text, sentence, found, (), infos, article.lang)))
            for article in self._workspace.analysis.articles
            for sentence, found in hits_in(engine, article, segment(article))
        ]
        return sum(hits for hits, _ in rows), sum(claims for _, claims in rows)

    def log_made(self) -> None:
        """Put the rules that were made in the log, as switched on: z switches them off."""
        for rule in self._made:
            self._desk.perform([switched(self._desk.reviewer, rule, on=True)])
        self._made.clear()

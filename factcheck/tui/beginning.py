"""A new session, question by question: its articles, what they lack, who reviews, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from factcheck.wording.words import count, flat, short

if TYPE_CHECKING:
    from factcheck.tui.library import Found, Shelf

LISTED = 8
"""Files that are named while more are added: the line to type into must stay in sight."""
WORDS = {
    "paths": "New session: a file, a folder or a pattern (notes/*.txt); "
    "Tab completes, Enter adds, Enter alone goes on",
    "source": "Who published it; Enter alone where it is not known",
    "published": "The day it was published (2025-03-05); Enter alone where it is not known",
    "reviewer": "Your name, as reports shall show it; Enter alone: they say “reviewer 1”",
    "folder": "The folder of the new session",
}


@dataclass(slots=True)
class Question:
    """``article`` is the one that a source or a day is asked of; ``answer`` is what was said last."""

    key: Literal["paths", "source", "published", "reviewer", "folder"]
    article: Found | None = None
    answer: str = ""


class Beginning:
    """The questions and what was answered; any of them can be gone back to."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self.found: dict[str, Found] = {}
        self._questions = [Question("paths")]
        self._at = 0
        self._doubted = ""
        self.complete = False

    @property
    def asked(self) -> Question:
        return self._questions[self._at]

    @property
    def words(self) -> str:
        """The question, and what it is about."""
        key, article = self.asked.key, self.asked.article
        if article is not None:
            source = self.said_of(article)[0] if key == "published" else ""
            of = f"{flat(article.path)}, “{flat(article.title)}”{', ' + source if source else ''}"
            return f"{of}\n{WORDS[key]}:"
        if key == "reviewer":
            return f"{WORDS[key]}:"
        listed = [f"  {short(each.path, 60)}" for each in self.found.values()]
        if key == "folder":
            listed = [
                f"{line}   {self._told(each)}" for line, each in zip(listed, self.found.values(), strict=True)
            ]
        if len(listed) > LISTED:
            listed = [f"  {count(len(listed) - LISTED, 'other')}, and", *listed[-LISTED:]]
        return "\n".join([f"{WORDS[key]}:", *listed])

    def said_of(self, article: Found) -> tuple[str, str]:
        """Source and day of an article, as it says itself or as was answered; empty where not known."""
        said = {each.key: each.answer for each in self._questions if each.article is article}
        source, day = said.get("source") or article.source, said.get("published") or article.published
        return flat(source), flat(day or "")

    def _told(self, article: Found) -> str:
        source, day = self.said_of(article)
        return f"{source or 'source not known'}, {day or 'no date'}"

    def said(self) -> dict[str, dict[str, str]]:
        """What was answered of articles: path -> source, published."""
        found: dict[str, dict[str, str]] = {}
        for each in self._questions:
            if each.article is not None and each.answer:
                found.setdefault(each.article.path, {})[each.key] = each.answer
        return found

    def answer_to(self, key: str) -> str:
        return next(each.answer for each in self._questions if each.key == key)

    def back(self) -> bool:
        """Go back to the question before; False where there is none."""
        if self._at == 0:
            return False
        self._at -= 1
        return True

    def take(self, text: str) -> str:
        """Take an answer and go on; what to say of it. One that will not do is asked for again."""
        asked = self.asked
        if asked.key == "paths":
            return self._add(text)
        if asked.key == "published" and text:
            day = self._shelf.date_of(text)
            if day is None:
                return f"“{text[:40]}” is no date: write 2025-03-05, or nothing where it is not known"
            text = day
        if asked.key == "folder" and (wrong := self._doubt(text)):
            return wrong
        asked.answer = text
        self.complete = asked.key == "folder"
        self._at += not self.complete
        return f"noted of {flat(asked.article.path)}: {text}" if asked.article is not None and text else ""

    def _doubt(self, folder: str) -> str:
        """What speaks against a folder: nothing is typed, or, until it is typed twice, a day is."""
        if not folder:
            return "the session needs a folder: name one"
        if folder != self._doubted and self._shelf.date_of(folder) is not None:
            self._doubted = folder
            return f"“{folder}” is a date: Enter again names the folder so, Esc goes back a question"
        return ""

    def _add(self, text: str) -> str:
        if text:
            found, wrong = self._shelf.find(text)
            self.found.update((each.path, each) for each in found)
            self.asked.answer = "" if found else text
            return wrong or f"{count(len(self.found), 'article')} so far"
        if not self.found:
            return "no article yet: name a file or a folder"
        before = {(each.key, each.article.path): each.answer for each in self._questions if each.article}
        lacking: list[Question] = []
        for each in self.found.values():
            if not each.source:
                lacking.append(Question("source", each, before.get(("source", each.path), "")))
            if not each.published:
                lacking.append(Question("published", each, before.get(("published", each.path), "")))
        named, folder = self._shelf.reviewer, self._shelf.propose(list(self.found))
        self._questions[1:] = [*lacking, Question("reviewer", None, named), Question("folder", None, folder)]
        self._at = 1
        return ""

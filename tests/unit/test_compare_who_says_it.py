"""How many voices stand behind one fact: two short articles each, counted as a careful reader would."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.compare import compare
from factcheck.extract import extract
from factcheck.model import Article, Claim, Comparison, Group
from factcheck.resources import shipped
from factcheck.rules import Engine, RuleSet, compile_rules, load_rules
from factcheck.segment import segment
from factcheck.values import ValueReader

CASES = yaml.safe_load((Path(__file__).parent / "who_says_it.yaml").read_text(encoding="utf-8"))


@cache
def tools() -> tuple[RuleSet, Engine]:
    rules = load_rules([shipped("rules")])
    return rules, compile_rules(rules)


def article(number: int, source: str, text: str, url: str | None = None) -> Article:
    digest = sha256(text.encode()).hexdigest()
    name = f"a{number}"
    return Article(name, f"{name}.txt", "", source, text, digest, digest, url, published="2026-05-05")


def read(*articles: Article) -> tuple[list[Claim], Comparison]:
    rules, engine = tools()
    sentences = {one.id: segment(one) for one in articles}
    reader = ValueReader(rules.lexicon)
    for one in articles:
        reader.learn(one, sentences[one.id])
    infos = {rule.info.id: rule.info for rule in rules.rules}
    claims = [c for one in articles for c in extract(one, sentences[one.id], engine, reader, infos)]
    return claims, compare(articles, sentences, claims, rules.lexicon)


def gathered(fact: tuple[str, ...], *articles: Article) -> tuple[Group, list[Claim], Comparison]:
    """The group that holds a claim of each article with the fact's words, its claims, and what was found."""
    claims, found = read(*articles)
    told = [
        {c.id for c in claims if c.article == one.id and words in c.text}
        for one, words in zip(articles, fact, strict=True)
    ]
    assert all(told), [c.text for c in claims]
    (group,) = (g for g in found.groups if all(set(g.claims) & ids for ids in told))
    return group, [c for c in claims if any(c.id in ids for ids in told)], found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_origins_and_voices(case: dict[str, Any]) -> None:
    both = [article(n, case[side]["source"], case[side]["text"]) for n, side in enumerate("ab", 1)]
    group, _, _ = gathered(tuple(case["fact"]), *both)
    assert len(group.origins) == case["origins"], group.origins
    assert case.get("voices") in (None, group.independent)


FIRE = "A fire in a warehouse in Korvel killed 14 people on Monday, the fire service said."


@pytest.mark.parametrize(
    ("source", "url", "cited"),
    [
        ("The Norvik Press Agency", None, "the Norvik Press Agency reported"),
        ("reuters-2", None, "Reuters reported"),
        ("bbc.co.uk", None, "the BBC reported"),
        ("front page", "https://www.reuters.com/world/1", "Reuters said"),
        ("Harbour Evening Post", None, "the Post reported"),
    ],
)
def test_an_outlet_is_known_by_its_name_its_initials_its_file_and_its_site(
    source: str, url: str | None, cited: str
) -> None:
    a = article(1, source, FIRE, url)
    b = article(
        2, "Valley News", f"Fourteen people were killed in the fire in a warehouse in Korvel, {cited}."
    )
    group, claims, found = gathered(("killed 14", "Fourteen people"), a, b)
    assert (group.origins, group.independent) == (("fire service",), 1)
    suggested = {s.claim: s for s in found.suggestions}
    assert all(suggested[c.id].verdict is None for c in claims)
    assert all("no second voice" in suggested[c.id].why for c in claims)


def test_a_file_called_agency_is_not_whatever_agency_is_spoken_of() -> None:
    a = article(1, "agency", FIRE)
    b = article(
        2, "Valley News", "Fourteen people were killed in the fire in Korvel, the rescue agency said."
    )
    group, _, _ = gathered(("killed 14", "Fourteen people"), a, b)
    assert (len(group.origins), group.independent) == (2, 2)


def test_a_paper_that_asks_somebody_else_too_is_a_voice_of_its_own() -> None:
    a = article(1, "Reuters", FIRE)
    b = article(
        2,
        "Valley News",
        "Fourteen people were killed in the fire in Korvel, Reuters reported."
        "\n\nThe fire in Korvel killed 14 people, police told this newspaper.",
    )
    group, _, _ = gathered(("killed 14", "Fourteen people"), a, b)
    assert (set(group.origins), group.independent) == ({"fire service", "police"}, 2)


def test_a_credit_for_an_agency_links_the_two_articles() -> None:
    a = article(1, "Imra News Agency", "The storm cut power to 20,000 households in Velden.")
    b = article(2, "Valley News", "VELDEN, 4 May (INA) - Crews repaired the roofs of 40 schools on Monday.")
    _, found = read(a, b)
    assert [(link.of, link.to, link.kind) for link in found.links] == [("a2", "a1", "copies")]
    assert found.links[0].why == "its text is credited to INA"


def test_a_figure_before_the_name_has_no_source_where_it_is_another_figure() -> None:
    a = article(
        1,
        "Harbour Post",
        "The maker has 90 days to replace 62,000 heaters.\n\n"
        "The consumer group HomeSafe put the number of heaters at 85,000.",
    )
    _, found = read(a)
    named = {s.origin for s in found.suggestions}
    assert named == {None, "HomeSafe"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Some 40 divers were sent to the wreck, the navy said, and it took them nine hours to free it.",
            "navy",
        ),
        (
            "Some 40 divers were sent to the wreck, the navy said on Monday, and four ships were damaged.",
            "navy",
        ),
        ("The navy sent 40 divers to the wreck, and it took them nine hours to free it.", None),
    ],
)
def test_who_is_set_in_before_an_and_says_both(text: str, speaker: str | None) -> None:
    last = read(article(1, "Brod Post", text))[0][-1]
    assert (last.attribution.origin if last.attribution else None) == speaker

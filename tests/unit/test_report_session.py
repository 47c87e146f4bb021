"""What a report says of adjudication, of claims no rule gives, of what moved, and of outside evidence."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import Any

from lxml import html as lxml_html  # type: ignore[import-untyped]

from factcheck.model import Analysis, Anchor, Claim, Evidence, Furniture, Mark, Version, claim_id
from factcheck.report import Report, export_json, to_csv, to_html, to_json, to_markdown
from factcheck.report.summary import summary
from factcheck.review.anchoring.anchors import make_anchor
from tests.factories import digest, story
from tests.unit.report_world import LOST, event, marks, report, told

AT = "2026-03-05T10:00:00Z"


def shown(text: str) -> str:
    return " ".join(lxml_html.document_fromstring(text).text_content().split())


def lines(found: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(to_csv(found), newline="")))


def ruling(claim: str, **rest: Any) -> dict[str, Mark]:
    known: dict[str, Any] = {"verdict": "conflicting", "kind": "sources", "note": "both are named", "at": AT}
    return {claim: Mark(claim, "cleo", **known | rest)}


# --- adjudication ---------------------------------------------------------------------------


def test_the_adjudicated_verdict_is_the_sessions_and_the_reviewers_stay_beside_it() -> None:
    analysis = story()
    sailed = analysis.claims[6].id
    assert report().mention(sailed).state == "unresolved"  # type: ignore[union-attr]
    found = told(analysis, marks(analysis), adjudicated=ruling(sailed))
    mention = found.mention(sailed)
    assert mention is not None
    assert mention.state == "conflicting"
    assert [(row.reviewer, row.headline) for row in mention.decided] == [
        ("cleo", "adjudicated by cleo: conflicting, sources disagree"),
        ("r1", "supported, one origin"),
        ("r2", "conflicting, sources disagree"),
    ]
    assert next(f for f in found.facts if f.label == "When the Aurora sailed").words == (
        "conflicting, sources disagree"
    )
    assert summary(found).unresolved == ()


def test_the_kind_of_an_adjudicated_fact_is_the_adjudicators() -> None:
    analysis = story()
    worst = analysis.claims[-3].id
    judged = [Mark(worst, name, "unsourced", "nobody", at=AT) for name in ("r1", "r2")]
    found = told(analysis, judged, adjudicated=ruling(worst, verdict="unsourced", kind="vague"))
    assert next(f for f in found.facts if f.mentions[0].claim == worst).kind == "vague"


def test_every_format_lists_the_adjudication_and_each_own_verdict() -> None:
    analysis = story()
    sailed = analysis.claims[6].id
    found = told(analysis, marks(analysis), adjudicated=ruling(sailed))
    text = to_markdown(found)
    assert "**adjudicated by cleo: conflicting, sources disagree**" in text
    assert "**supported, one origin** by r1" in text
    page = shown(to_html(found))
    assert "adjudicated by cleo: conflicting, sources disagree" in page
    assert "both are named" in page
    own = [line for line in lines(found) if line["claim"] == sailed]
    assert [(line["reviewer"], line["verdict"], line["adjudicated"]) for line in own] == [
        ("r1", "supported", "conflicting"),
        ("r2", "conflicting", "conflicting"),
    ]
    assert {(line["state"], line["adjudicated_by"], line["adjudicated_kind"]) for line in own} == {
        ("conflicting", "cleo", "sources")
    }
    claim = next(c for c in export_json(found)["claims"] if c["id"] == sailed)
    assert (claim["adjudicated"]["verdict"], claim["adjudicated"]["reviewer"]) == ("conflicting", "cleo")
    assert [v["verdict"] for v in claim["verdicts"]] == ["supported", "conflicting"]
    assert all(c["adjudicated"] is None for c in export_json(found)["claims"] if c["id"] != sailed)


def test_a_filter_goes_by_the_sessions_verdict() -> None:
    analysis = story()
    sailed = analysis.claims[6].id
    given = {"adjudicated": ruling(sailed), "only": ["conflicting"]}
    found = told(analysis, marks(analysis), **given)
    assert sailed in {claim.id for claim in found.analysis.claims}
    given["only"] = ["unresolved"]
    assert told(analysis, marks(analysis), **given).analysis.claims == ()


def test_a_claim_that_only_the_adjudicator_judged_has_a_line_of_its_own() -> None:
    analysis = story()
    rust = analysis.claims[-1].id
    found = told(analysis, [], adjudicated=ruling(rust))
    (line,) = (line for line in lines(found) if line["claim"] == rust)
    assert (line["reviewer"], line["state"], line["adjudicated_note"]) == (
        "",
        "conflicting",
        "both are named",
    )
    assert found.disputes[0].judged


def test_an_adjudication_whose_text_is_gone_is_listed_with_the_orphans() -> None:
    found = told(story(), [], adjudicated=ruling("gone", anchor=LOST))
    (orphan,) = found.orphans
    assert (orphan.quote, orphan.verdicts) == ("lost words", ())
    assert export_json(found)["orphans"][0]["adjudicated"]["verdict"] == "conflicting"
    assert "adjudicated by cleo" in to_markdown(found)
    assert [line["adjudicated"] for line in lines(found) if line["orphan"]] == ["conflicting"]


# --- how a claim came to be one, and what became of its sentence ----------------------------


def _by_hand() -> Analysis:
    analysis = story()
    first, second, *rest = analysis.claims
    return replace(analysis, claims=(replace(first, how="hand"), replace(second, how="kept"), *rest))


def test_claims_that_no_rule_gives_say_how_they_came_to_be() -> None:
    analysis = _by_hand()
    found = told(analysis, [])
    page, text = shown(to_html(found)), to_markdown(found)
    for words in ("marked by hand", "kept, no rule"):
        assert words in page
        assert words in text
    assert [claim["how"] for claim in export_json(found)["claims"]][:3] == ["hand", "kept", "rule"]
    by_claim = {line["claim"]: line["how"] for line in lines(found)}
    assert [by_claim[claim.id] for claim in analysis.claims[:3]] == ["hand", "kept", "rule"]
    assert "kept, no rule" not in shown(to_html(told(story(), [])))


def test_a_verdict_on_a_sentence_that_reads_otherwise_is_called_stale_everywhere() -> None:
    analysis = story()
    judged = [Mark(analysis.claims[-3].id, "r1", "unsourced", "nobody", at=AT, stale=True)]
    found = told(analysis, judged)
    said = "stale: the sentence reads otherwise in this version"
    assert said in to_markdown(found)
    assert said in shown(to_html(found))
    assert [line["stale"] for line in lines(found) if line["reviewer"]] == ["yes"]
    verdicts = [v for claim in export_json(found)["claims"] for v in claim["verdicts"]]
    assert [verdict["stale"] for verdict in verdicts] == [True]
    fresh = told(analysis, [replace(judged[0], stale=False)])
    assert said not in to_markdown(fresh)
    assert [line["stale"] for line in lines(fresh) if line["reviewer"]] == [""]


def test_the_same_verdict_is_told_apart_where_only_one_of_two_is_stale() -> None:
    analysis = story()
    judged = [Mark(claim.id, "r1", "conflicting", "sources", at=AT) for claim in analysis.claims[:2]]
    blocks = told(analysis, [judged[0], replace(judged[1], stale=True)]).disputes[0].verdicts
    assert [(block.cites, block.verdict.stale) for block in blocks] == [(("A2",), False), (("B2a",), True)]


# --- evidence -------------------------------------------------------------------------------


def test_evidence_whose_text_is_gone_is_said_on_the_verdict_and_kept() -> None:
    analysis = story()
    anchor = Anchor("0" * 64, 3, 13, "lost words", "", "")
    judged = [Mark(analysis.claims[-3].id, "r1", "unsourced", None, "", (Evidence(anchor=anchor),), AT)]
    found = told(analysis, judged)
    (row,) = found.mention(analysis.claims[-3].id).verdicts  # type: ignore[union-attr]
    assert row.remarks == ("evidence lost",)
    assert row.evidence[0].quote == "lost words"
    for text in (to_markdown(found), shown(to_html(found))):
        assert "evidence lost" in text
        assert "lost words" in text
    assert found.outside == ()


def test_evidence_that_stands_in_an_article_is_not_lost() -> None:
    analysis = story()
    span = make_anchor(analysis.articles[1], 5, 20)
    judged = [Mark(analysis.claims[-3].id, "r1", "unsourced", None, "", (Evidence(anchor=span),), AT)]
    (row,) = told(analysis, judged).mention(analysis.claims[-3].id).verdicts  # type: ignore[union-attr]
    assert row.remarks == ()
    assert row.evidence[0].cite == "B1"


def _outside() -> Report:
    analysis = story()
    log = Evidence(url="https://example.org/log", archived="https://archive.example/log", seen="2026-03-05")
    page = Evidence(url="javascript:alert(1)", text="the ship's <b>log</b>")
    quote = Evidence(text="told us by telephone", seen="2026-03-04")
    judged = [
        Mark(analysis.claims[0].id, "r1", "supported", None, "", (log, quote), AT),
        Mark(analysis.claims[6].id, "r2", "conflicting", "sources", "", (log, page), AT),
        Mark("gone", "r2", "supported", None, "", (log,), AT, anchor=LOST),
    ]
    return told(analysis, judged)


def test_outside_evidence_is_one_list_with_what_it_backs() -> None:
    found = _outside().outside
    assert [(each.evidence.url, each.evidence.quote) for each in found] == [
        ("https://example.org/log", ""),
        ("javascript:alert(1)", "the ship's <b>log</b>"),
        (None, "told us by telephone"),
    ]
    assert [(cite, row.reviewer) for cite, row in found[0].backs] == [("A3a", "r2"), ("A2", "r1"), ("", "r2")]


def test_outside_evidence_stands_in_every_format_and_only_web_addresses_are_links() -> None:
    found = _outside()
    tree = lxml_html.document_fromstring(to_html(found))
    section = tree.get_element_by_id("outside").getparent()
    assert "told us by telephone" in section.text_content()
    assert "seen 2026-03-05" in " ".join(section.text_content().split())
    links = {a.get("href") for a in section.iter("a") if not a.get("href").startswith("#")}
    assert links == {"https://example.org/log", "https://archive.example/log"}
    assert "javascript:" not in {a.get("href").partition("alert")[0] for a in tree.iter("a")}
    text = to_markdown(found)
    part = text[text.index("\n## Outside evidence\n") :]
    assert "archived https\\://archive.example/log" in part
    assert "\\<b\\>log\\</b\\>" in part
    first = next(line for line in lines(found) if line["reviewer"] == "r1")
    assert (
        "at https://example.org/log archived https://archive.example/log seen 2026-03-05" in first["outside"]
    )
    listed = json.loads(to_json(found))["outside"]
    assert [each["url"] for each in listed] == ["https://example.org/log", "javascript:alert(1)", None]
    assert listed[0]["backs"][2] == {"cite": None, "reviewer": "r2", "verdict": "supported", "kind": None}


# --- texts ----------------------------------------------------------------------------------


def _interrupted() -> Analysis:
    """The first article's record sentence with a share button in its middle."""
    analysis = story()
    first = analysis.articles[0]
    text = first.text.replace("worst accident on", "worst accident SHARE THIS on")
    at = text.index("SHARE THIS")
    article = replace(
        first, text=text, text_sha256=digest(text), furniture=(Furniture(at, at + 10, "share buttons"),)
    )
    start = text.index("the worst accident")
    end = text.index(" in twenty years")
    claim = Claim(
        claim_id(article.text_sha256, start, end), "a1", start, end, text[start:end], (start, end), (), 0.5
    )
    return replace(analysis, articles=(article, *analysis.articles[1:]), claims=(claim,))


def test_a_quote_that_furniture_interrupts_is_shown_with_a_gap() -> None:
    found = told(_interrupted(), [])
    gap = "the worst accident [...] on this route"
    (mention,) = found.facts[0].mentions
    assert mention.quote == gap
    assert next(line["quote"] for line in lines(found)) == gap
    assert "SHARE THIS" not in to_markdown(found)
    mark = lxml_html.document_fromstring(to_html(found)).get_element_by_id(f"c-{mention.claim}")
    assert mark.text_content() == gap
    claim, article = export_json(found)["claims"][0], export_json(found)["articles"][0]
    assert claim["text"] == article["text"][claim["start"] : claim["end"]]
    assert "SHARE THIS" in claim["text"]


def test_an_orphan_names_its_article_where_that_is_known_and_not_withheld() -> None:
    analysis = story()
    secret = replace(analysis.articles[1], redact=True, path="articles/insider.txt")
    analysis = replace(analysis, articles=(analysis.articles[0], secret, *analysis.articles[2:]))
    anchors = [replace(LOST, text_sha256=sign * 64) for sign in "123"]
    judged = [Mark(f"gone{n}", "r1", "supported", at=AT, anchor=a) for n, a in enumerate(anchors)]
    versions = [
        Version(sign * 64, sign * 64, f"articles/{name}.txt", AT, f"text {sign}")
        for sign, name in (("1", "old"), ("2", "insider"))
    ]
    acts = [event(n, f"gone{n}", "supported", anchor=anchor) for n, anchor in enumerate(anchors)]
    found = told(analysis, judged, events=acts, versions=versions, proposed={"gone0"})
    assert [orphan.path for orphan in found.orphans] == ["articles/old.txt", "a2", ""]
    assert [orphan.proposed for orphan in found.orphans] == [True, False, False]
    assert "insider" not in to_json(found) + to_html(found) + to_markdown(found) + to_csv(found)
    assert "articles/old.txt" in to_markdown(found)
    assert "nobody has confirmed it" in shown(to_html(found))
    assert [o["article"] for o in export_json(found)["orphans"]] == ["articles/old.txt", "a2", None]
    earlier = export_json(found)["versions"]
    assert [(each["article"], each["text"]) for each in earlier] == [(None, "text 1"), ("a2", "text 2")]

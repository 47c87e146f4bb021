"""The sign-off of a report: what makes it stale, what does not, and how reports say it."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest

from factcheck.model import Event, SessionInfo, Signature
from factcheck.report import Report, export_json, to_csv, to_html, to_json, to_markdown
from factcheck.report.signing import digest, digest_of, label, lines, minute
from factcheck.report.summary import summary
from factcheck.report.words import is_draft
from tests.factories import story
from tests.unit.report_world import INFO, event, marks, report

SHA = "ab" * 32
ANNA = Signature("anna", "2025-01-02T10:11:12.345Z", SHA, 13, 10, 3)
BEN = Signature("ben", "2025-01-03T08:00:00Z", "cd" * 32, 13, 13, 0, stale=True, note="second look")


def signed(*signatures: Signature, shows: str = "all") -> SessionInfo:
    return replace(INFO, signatures=signatures, filter=shows)


# --- what is signed -------------------------------------------------------------------------


def test_the_digest_is_of_the_exported_json_and_a_reader_can_compute_it_again() -> None:
    found = digest(report())
    assert len(found) == 64
    assert int(found, 16)
    assert digest_of(json.loads(to_json(report()))) == found


def test_the_digest_is_the_sha_256_of_canonical_json() -> None:
    export = json.loads(to_json(report(info=signed(ANNA))))
    assert export["claims"], "there is something in its lists"
    del export["factcheck"]
    for name in ("exported_at", "reviewers", "draft", "signatures"):
        del export["session"][name]
    export["events"] = [each for each in export["events"] if each["type"] != "sign"]
    canonical = json.dumps(export, sort_keys=True, separators=(",", ":"))
    assert digest(report(info=signed(ANNA))) == sha256(canonical.encode()).hexdigest()


def test_a_later_export_another_version_and_the_signatures_change_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = digest(report())
    info = replace(INFO, exported_at="2030-01-01T00:00:00Z", signatures=(ANNA, BEN), reviewers=("anna",))
    assert digest(report(info=info)) == before
    monkeypatch.setattr("factcheck.report.json_.__version__", "99.0")
    assert export_json(report())["factcheck"] == "99.0"
    assert digest(report()) == before


@pytest.mark.parametrize("kind", ["sign", "blind", "reveal", "import", "merge"])
def test_events_that_decide_nothing_do_not_change_the_digest(kind: Any) -> None:
    act = event(1, story().claims[0].id, "conflicting")
    other = Event("e9", "000009", "2026-03-05T11:00:00Z", "anna", kind, "b9", detail="x")
    assert digest(report(events=[act, other])) == digest(report(events=[act]))


def _changed() -> list[Report]:
    """The report with one thing changed at a time."""
    analysis = story()
    judged = marks(analysis)
    first = analysis.claims[0]
    article = replace(analysis.articles[0], title="Another title")
    suggestion = replace(analysis.comparison.suggestions[0], why="another reason")
    comparison = replace(analysis.comparison, suggestions=(suggestion, *analysis.comparison.suggestions[1:]))
    undo = Event("e2", "000002", "2026-03-05T11:00:00Z", "r1", "undo", "b2", target="b1")
    return [
        report(analysis, judged[1:]),
        report(analysis, [replace(judged[0], note="asked"), *judged[1:]]),
        report(analysis, [replace(judged[0], evidence=()), *judged[1:]]),
        report(analysis, [replace(judged[0], stale=True), *judged[1:]]),
        report(analysis, judged[:-1]),
        report(replace(analysis, rules_sha256="e" * 64), judged),
        report(replace(analysis, packs=("core", "conflict")), judged),
        report(replace(analysis, articles=(article, *analysis.articles[1:])), judged),
        report(replace(analysis, claims=(replace(first, how="kept"), *analysis.claims[1:])), judged),
        report(replace(analysis, comparison=comparison), judged),
        report(analysis, judged, replace(INFO, title="Another story")),
        report(analysis, judged, events=[event(1, first.id, "conflicting")]),
        report(analysis, judged, events=[event(1, first.id, "conflicting"), undo]),
    ]


def test_whatever_a_reader_could_see_changed_makes_another_digest() -> None:
    found = [digest(report()), *map(digest, _changed())]
    assert len(set(found)) == len(found)


# --- how it is said -------------------------------------------------------------------------


def test_an_unsigned_report_is_a_draft() -> None:
    assert lines(INFO) == ("DRAFT, not signed off",)
    assert is_draft(INFO)


def test_a_signature_that_holds_says_who_when_and_what_is_open() -> None:
    assert lines(signed(ANNA)) == (
        "Signed off by anna, 2025-01-02 10:11 UTC; 10 of 13 claims judged, 3 without a verdict; "
        "report SHA-256 abababababab…",
    )
    assert not is_draft(signed(ANNA))


def test_a_report_that_changed_since_is_a_draft_again() -> None:
    assert lines(signed(BEN)) == ("DRAFT: signed off by ben on 2025-01-03 08:00 UTC, changed since",)
    assert is_draft(signed(BEN))


def test_of_several_signers_each_has_a_line_and_one_that_holds_is_enough() -> None:
    assert lines(signed(ANNA, BEN)) == (
        "Signed off by anna, 2025-01-02 10:11 UTC; 10 of 13 claims judged, 3 without a verdict; "
        "report SHA-256 abababababab…",
        "Signed off before by ben on 2025-01-03 08:00 UTC, changed since",
    )
    assert not is_draft(signed(ANNA, BEN))


def test_who_signs_again_is_named_once_with_the_newest_signature() -> None:
    again = replace(ANNA, at="2025-01-05T09:00:00Z", judged=13, left=0, open=4)
    (line,) = lines(signed(replace(ANNA, stale=True), again))
    assert line.startswith(
        "Signed off by anna, 2025-01-05 09:00 UTC; 9 of 13 claims judged, 4 left open, 0 without a"
    )


def test_a_filtered_report_is_always_called_partial() -> None:
    assert lines(signed(shows="conflicting")) == ("DRAFT, not signed off", "PARTIAL, shows only: conflicting")
    assert lines(signed(ANNA, shows="one reviewer alone"))[1] == (
        "PARTIAL, shows only: one reviewer alone; the signature is for the whole"
    )
    assert [label(info) for info in (INFO, signed(ANNA), signed(ANNA, shows="open"), signed(shows="x"))] == [
        "draft", "signed", "signed, partial", "draft, partial",
    ]  # fmt: skip


def test_a_time_that_is_none_stays_as_it_is() -> None:
    assert minute("2025-01-02T10:11:12+00:00") == "2025-01-02 10:11 UTC"
    assert minute("2025-01-02T10:11:12+02:00") == "2025-01-02T10:11:12+02:00"
    assert minute("yesterday\n# Owned") == "yesterday # Owned"


def test_html_and_markdown_begin_with_it() -> None:
    text = to_markdown(report())
    assert text.startswith("# The ferry Aurora\n\n**DRAFT, not signed off**\n")
    page = to_html(report())
    assert '<span class="stamp draft">DRAFT</span>' in page
    info = signed(ANNA, BEN, shows="conflicting")
    page, text = to_html(report(info=info)), to_markdown(report(info=info))
    assert '<span class="stamp signed">SIGNED, PARTIAL</span>' in page
    for line in lines(info):
        assert line in page
    assert page.index("Signed off by anna") < page.index("<main>")
    assert "\n**Signed off before by ben on 2025-01-03 08:00 UTC, changed since**\\\n" in text
    assert f"report SHA-256 {SHA}" in text
    assert "second look; the report has changed since" in text
    assert "DRAFT" not in page + text


def test_a_signers_name_is_only_text() -> None:
    evil = replace(ANNA, reviewer="<img src=x>\n# Owned", note="<script>", at="\x1b[31m", sha256="x\n# Owned")
    page, text = to_html(report(info=signed(evil))), to_markdown(report(info=signed(evil)))
    assert "<img" not in page
    assert "<script" not in page
    assert "\n# Owned" not in text
    assert "\x1b" not in page + text


def test_the_standing_line_follows_the_signature() -> None:
    assert summary(report()).standing.startswith(
        "Checked by r1, r2: 4 of 6 facts judged, 0 left open, 2 without"
    )
    assert "; signed off. " in summary(report(info=signed(ANNA))).standing
    assert "; signed off, and changed since. " in summary(report(info=signed(BEN))).standing


def test_json_and_csv_say_it_too() -> None:
    session = export_json(report(info=signed(ANNA, BEN)))["session"]
    assert session["draft"] is False
    assert session["signatures"][1] == {
        "reviewer": "ben",
        "at": "2025-01-03T08:00:00Z",
        "sha256": "cd" * 32,
        "claims": 13,
        "judged": 13,
        "left": 0,
        "stale": True,
        "note": "second look",
        "open": None,
    }
    assert export_json(report())["session"]["draft"] is True
    rows = csv.DictReader(io.StringIO(to_csv(report(info=signed(ANNA, shows="open"))), newline=""))
    assert {row["sign_off"] for row in rows} == {"signed, partial"}

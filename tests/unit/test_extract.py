"""Claims: which words of a sentence become one, who says them, how they are put, how high they score."""

from __future__ import annotations

from time import process_time

import pytest

from benchmarks.truth import SEEDS
from factcheck.extract import extract
from factcheck.extract.clauses import clauses
from factcheck.extract.idle import says_nothing
from factcheck.ingest import read_bytes
from factcheck.model import Claim, Quantity, Quote, Sentence, claim_id
from tests.unit.extract_world import _tools, claims_of


def only(text: str) -> Claim:
    (claim,) = claims_of(text)
    return claim


# --- which words --------------------------------------------------------------------------------

WIRE = [
    # a flood
    (
        "Three people drowned and 14 were still missing on Tuesday, the mayor of Ostrel said.",
        ["Three people drowned", "14 were still missing on Tuesday"],
    ),
    (
        "Water levels rose by 2.6 metres overnight, according to the flood office.",
        ["Water levels rose by 2.6 metres overnight"],
    ),
    (
        "About 1,200 households were without power, while the operator spoke of fewer than 900.",
        ["About 1,200 households were without power", "the operator spoke of fewer than 900"],
    ),
    (
        "Rescue teams evacuated two nursing homes before dawn.",
        ["Rescue teams evacuated two nursing homes before dawn"],
    ),
    ("The Orla river burst its banks.", ["The Orla river burst its banks"]),
    # the stop of an abbreviation is part of it, the one of a figure or a sentence is not
    (
        "The fire broke out shortly after 2 a.m. and was put out by noon.",
        ["The fire broke out shortly after 2 a.m.", "was put out by noon"],
    ),
    ("Prices rose by 2.1.", ["Prices rose by 2.1"]),
    (
        "Torrential rain swept the coast on Sunday, flooding hundreds of homes, emergency services said.",
        ["Torrential rain swept the coast on Sunday, flooding hundreds of homes"],
    ),
    (
        "The bridge, built in 1931, collapsed because of rusted bolts, engineers found.",
        ["The bridge, built in 1931, collapsed because of rusted bolts"],
    ),
    ("It was not clear who opened the sluice.", ["It was not clear who opened the sluice"]),
    # a company
    (
        "Brellan Foods said on Thursday that its profit fell 12 per cent to 48 million euros.",
        ["its profit fell 12 per cent to 48 million euros"],
    ),
    (
        "The company plans to close two of its five plants and cut 640 jobs by June.",
        ["The company plans to close two of its five plants", "cut 640 jobs by June"],
    ),
    (
        "Chief executive Marta Lind called the year “the hardest in our history”.",
        ["Chief executive Marta Lind called the year “the hardest in our history”"],
    ),
    (
        "Nordfield shares fell nearly 6% in early trading, while Castan jumped by a fifth.",
        ["Nordfield shares fell nearly 6% in early trading", "Castan jumped by a fifth"],
    ),
    ("The board denies that the sale failed because of a leak.", ["the sale failed because of a leak"]),
    (
        "Prices have doubled in two years, the statistics office says, and wages have fallen.",
        ["Prices have doubled in two years", "wages have fallen"],
    ),
    ("“We lost everything,” said Jon Abel, a farmer from Mellin.", ["“We lost everything,”"]),
    # an election
    (
        "The Harvest Party won 61 of the 120 seats, with 98 per cent of ballots counted.",
        ["The Harvest Party won 61 of the 120 seats", "98 per cent of ballots counted"],
    ),
    (
        "Turnout was 57 per cent, the lowest since 1990, the electoral commission reported.",
        ["Turnout was 57 per cent, the lowest since 1990"],
    ),
    (
        "Pavel Renn refused to concede, saying observers had seen stuffed ballot boxes in four districts.",
        ["Pavel Renn refused to concede", "observers had seen stuffed ballot boxes in four districts"],
    ),
    (
        "International observers described the vote as calm but flawed.",
        ["International observers described the vote as calm but flawed"],
    ),
    ("The court will hear the complaint on Monday.", ["The court will hear the complaint on Monday"]),
    (
        "Police put the crowd at 20,000, but organisers said more than 50,000 had marched.",
        ["Police put the crowd at 20,000", "more than 50,000 had marched"],
    ),
    # a border clash
    (
        "Border guards opened fire on a truck near the Velm crossing, killing two drivers.",
        ["Border guards opened fire on a truck near the Velm crossing, killing two drivers"],
    ),
    ("Arvania denied that its soldiers had crossed the line.", ["its soldiers had crossed the line"]),
    (
        "Up to 4,000 villagers could be moved if the shelling goes on, the governor warned.",
        ["Up to 4,000 villagers could be moved if the shelling goes on"],
    ),
    (
        "Both sides agreed to a 48-hour truce brokered by Norway, though shots were heard at dawn.",
        ["Both sides agreed to a 48-hour truce brokered by Norway", "shots were heard at dawn"],
    ),
    (
        "She added that one of the captured officers had been treated in a field hospital.",
        ["one of the captured officers had been treated in a field hospital"],
    ),
    (
        "The ministry counted 40 wounded since May, whereas a rebel reported “several dozen” casualties.",
        ["The ministry counted 40 wounded since May", "a rebel reported “several dozen” casualties"],
    ),
    (
        "Meanwhile, the army is preparing for a withdrawal and is said to be moving tanks to the river.",
        ["the army is preparing for a withdrawal", "is said to be moving tanks to the river"],
    ),
    ("The announcement came on Wednesday.", ["The announcement came on Wednesday"]),
    (
        "As the guns fell silent, engineers repaired the pumping station, the Red Cross said.",
        ["engineers repaired the pumping station"],
    ),
]  # fmt: skip


WIRE += [
    # asides and tails with commas of their own
    (
        "Among the dead is a guard who, according to Saint Brede Hospital, died of his wounds on Friday.",
        ["Among the dead is a guard who, according to Saint Brede Hospital, died of his wounds on Friday"],
    ),
    (
        "Lind, the harbour chief, said on Friday that 40 workers had been rescued.",
        ["40 workers had been rescued"],
    ),
    (
        "Rebel troops opened fire first, Major Ivo Marn, a spokesman for the army, told reporters.",
        ["Rebel troops opened fire first"],
    ),
    (
        "Some 900 people fled, according to the charity Warm Hands, which expects the number to reach 3,000.",
        ["Some 900 people fled", "expects the number to reach 3,000"],
    ),
    (
        "The blaze began on 4 May and was put out nine hours later.",
        ["The blaze began on 4 May", "was put out nine hours later"],
    ),
    # what ordinary events were missing
    ("He declared two days of mourning.", ["He declared two days of mourning"]),
    ("The abbey has offered to host talks.", ["The abbey has offered to host talks"]),
    ("Its mandate runs out in May.", ["Its mandate runs out in May"]),
    ("A panel is to establish who was to blame.", ["A panel is to establish who was to blame"]),
    ("Neither town has ever published its accounts.", ["Neither town has ever published its accounts"]),
    ("Both armies used mortars.", ["Both armies used mortars"]),
]


@pytest.mark.parametrize(("text", "wanted"), WIRE, ids=[text[:40] for text, _ in WIRE])
def test_a_claim_is_the_clause_that_can_be_judged_alone(text: str, wanted: list[str]) -> None:
    assert [claim.text for claim in claims_of(text)] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Officials did not respond to requests for comment.",
        "Requests for comment have been sent to both ministries.",
        "Further details about the death were not released.",
        "The spokesman said in a statement.",
        "What comes next for the town?",
        "He smiled and waved at the crowd.",
        "It remains to be seen whether the truce will hold.",
        "This figure underlines the heavy toll of the war.",
        "News of the arrest came days after the minister said that nobody was hurt.",
    ],
)
def test_what_nobody_would_check_is_no_claim_of_its_own(text: str) -> None:
    assert [claim.text for claim in claims_of(text)] in ([], ["nobody was hurt"])


def test_headings_are_not_scanned_and_captions_score_low() -> None:
    body = "Four sailors died off Cape Lorn on Monday."
    article = read_bytes(body.encode(), path="story.txt", id="a1")
    engine, reader, infos = _tools()

    def found(kind: str) -> tuple[Claim, ...]:
        sentence = Sentence(0, len(body), 1, kind)  # type: ignore[arg-type]
        return extract(article, [sentence], engine, reader, infos)  # type: ignore[arg-type]

    assert found("heading") == ()
    (caption,), (plain,) = found("caption"), found("body")
    assert caption.caption
    assert not plain.caption
    assert caption.score < plain.score / 2


def test_offsets_quotes_and_ids_belong_together() -> None:
    text = "The port is closed. About 300 dockers walked out on Friday, the union said."
    article = read_bytes(text.encode(), path="story.txt", id="a1")
    claims = claims_of(text)
    assert claims
    for claim in claims:
        assert article.text[claim.start : claim.end] == claim.text
        assert claim.sentence[0] <= claim.start < claim.end <= claim.sentence[1]
        assert claim.id == claim_id(article.text_sha256, claim.start, claim.end)
        assert claim.text[0].isalnum()
        assert claim.text[-1].isalnum()
        assert claim.rules
        assert "quantity" in claim.kinds or claim.score > 0


def test_a_quotation_keeps_both_its_marks_and_its_value() -> None:
    claim = only('"The pump was switched off at noon, and nobody was told," the inspector said on Tuesday.')
    assert claim.text == '"The pump was switched off at noon, and nobody was told,"'
    assert any(isinstance(value, Quote) for value in claim.values)


# --- values, voices, predicates ----------------------------------------------------------------


def test_values_inside_are_the_claims_and_the_rest_is_context() -> None:
    (claim,) = claims_of("On Tuesday the governor of Velm said that 36 houses had been destroyed.")
    assert [value.text for value in claim.values if isinstance(value, Quantity)] == ["36"]
    assert any(value.kind == "date" for value in claim.context)
    assert all(value.kind != "date" for value in claim.values)


def test_context_holds_nothing_of_another_claim() -> None:
    first, second = claims_of("The ministry counted 40 wounded, while the rebels reported 12 dead.")
    assert [value.text for value in first.values if isinstance(value, Quantity)] == ["40"]
    assert [value.text for value in second.values if isinstance(value, Quantity)] == ["12"]
    assert not any(isinstance(value, Quantity) for value in (*first.context, *second.context))


def test_each_claim_has_its_own_claimant() -> None:
    first, second = claims_of(
        "Prosecutors said that 40 guests had been robbed, but the hotel insisted that only three were."
    )
    assert first.attribution is not None
    assert second.attribution is not None
    assert "rosecutors" in first.attribution.text
    assert "hotel" in second.attribution.text


def test_a_quotation_that_goes_on_keeps_its_speaker() -> None:
    claims = claims_of('"Two pumps failed at midnight," Elsa Brandt said. "The third was destroyed by fire."')
    assert [claim.attribution is not None and claim.attribution.text for claim in claims] == [
        "Elsa Brandt"
    ] * 2


def test_what_the_paper_says_itself_has_no_claimant() -> None:
    assert only("The company closed its oldest brewery in March.").attribution is None


def test_predicates_stand_in_their_order() -> None:
    claim = only("A pilot captured in the marshes has died of his wounds.")
    assert claim.predicates == ("capture", "die", "wound")


# --- hostile and idle text ------------------------------------------------------------------------


def test_hostile_text_takes_no_time() -> None:
    before = process_time()
    for scrap in ("a, said ", "as the ", "“, ", ", and was ", "told told ", "x" * 50 + ", while was "):
        text = (scrap * 5000)[:5000]
        clauses(text, 0, len(text))
    assert process_time() - before < 5


def test_idle_words() -> None:
    assert says_nothing("Further details were not available")
    assert says_nothing("the embassy did not respond to a request for comment")
    assert says_nothing("The ministry would neither confirm nor deny the report")
    assert says_nothing("It was a night that few in the town will forget")
    assert says_nothing("this is one of them")
    assert not says_nothing("This is one of the largest fines of the year")
    assert not says_nothing("The embassy closed in May")


# --- the seeds ---------------------------------------------------------------------------------------


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed articles are not beside this checkout")
def test_no_claim_of_the_seeds_begins_or_ends_badly() -> None:
    for path in sorted(SEEDS.glob("*.txt")):
        for claim in claims_of(path.read_text()):
            assert claim.text == claim.text.strip(" ,;:\n")
            assert not claim.text.lower().startswith(("and ", "but ", "that ", "while "))
            assert claim.text.count("“") == claim.text.count("”"), claim.text

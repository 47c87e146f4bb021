"""The words that attribute: verbs of saying, "according to", nouns like "statement", vague passives."""

from __future__ import annotations

from typing import Literal, NamedTuple

from factcheck.values.wordlists import words

Strength = Literal["say", "hold", "tell", "put", "count", "object"]
Form = Literal["base", "third", "past", "ing"]


class Cue(NamedTuple):
    """A form of a reporting verb.

    say: any subject will do. hold: only a subject who can be asked. tell: its object is the listener.
    put: needs a count and "at N" or "to N" behind. count: a body that gives a figure of its own.
    object: what is reported may be a noun phrase.
    """

    verb: str
    form: Form
    strength: Strength


_VERBS: dict[Strength, str] = {
    "say": "say state announce claim assert declare insist argue add reiterate explain remark comment"
    " warn reveal disclose maintain allege contend testify joke quip opine tweet caution stress emphasize"
    " emphasise clarify respond reply recount recall boast complain lament concede retort elaborate",
    "tell": "tell inform notify brief assure",
    "hold": "report confirm deny estimate assess indicate note mention observe suggest believe"
    " acknowledge admit repeat predict forecast expect conclude speculate fear think hope promise vow"
    " pledge threaten propose show determine calculate project guess reckon recognize recognise"
    " suspect imply signal hint consider write agree doubt anticipate point stipulate find",
    "object": "accuse quote blame describe call label cite verify corroborate echo highlight underline"
    " underscore dismiss reject condemn criticize criticise denounce dispute refute praise hail"
    " outline characterize characterise express voice dub brand portray attribute urge reaffirm"
    " affirm demand",
    "put": "put raise lower revise update give",
    "count": "record measure register count",
}
_IRREGULAR: dict[str, tuple[str, str]] = {
    "say": ("said", "saying"),
    "tell": ("told", "telling"),
    "think": ("thought", "thinking"),
    "show": ("showed", "showing"),
    "find": ("found", "finding"),
    "write": ("wrote", "writing"),
    "put": ("put", "putting"),
    "forecast": ("forecast", "forecasting"),
    "admit": ("admitted", "admitting"),
    "quip": ("quipped", "quipping"),
    "give": ("gave", "giving"),
}


def forms_of(verb: str) -> tuple[str, str, str, str]:
    """base, third person, past, -ing."""
    y = verb.endswith("y") and verb[-2] not in "aeiou"
    third = verb[:-1] + "ies" if y else verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    if verb in _IRREGULAR:
        past, ing = _IRREGULAR[verb]
        return verb, third, past, ing
    if verb.endswith("e"):
        return verb, third, verb + "d", verb[:-1] + "ing"
    if y:
        return verb, third, verb[:-1] + "ied", verb + "ing"
    return verb, third, verb + "ed", verb + "ing"


def _table() -> dict[str, Cue]:
    table: dict[str, Cue] = {}
    for strength, row in _VERBS.items():
        for verb in row.split():
            base, third, past, ing = forms_of(verb)
            for word, form in ((base, "base"), (third, "third"), (ing, "ing"), (past, "past")):
                table[word] = Cue(verb, form, strength)  # type: ignore[arg-type]
    for word, verb in (
        ("labelled", "label"),
        ("labelling", "label"),
        ("signalled", "signal"),
        ("signalling", "signal"),
    ):
        table[word] = Cue(verb, "ing" if word.endswith("ing") else "past", "object")
    table["spoke"], table["speaks"] = Cue("speak", "past", "put"), Cue("speak", "third", "put")
    table["shown"] = Cue("show", "past", "hold")
    return table


VERBS = _table()
"""Every form of every reporting verb."""
WORD_GIVEN = words("promised vowed pledged")
"""With "to" and a verb behind they give the subject's word for what it will do."""

NOUN_LIKE = words(
    "claims reports states estimates notes remarks comments calls counts lists records posts"
    " projects doubts questions fears hopes thinks reads details documents puts sets places"
    " terms brands labels cites signals claim report state estimate note remark comment call"
    " count list record post project doubt question fear hope detail document place term brand"
    " label set signal stress voice voices question demands demand findings finding writing"
    " showing meaning hearing understanding reading saying warnings pledges pledge promise"
    " promises vows threat threats predicts forecast forecasts shows show judge judges quotes"
    " quote"
)
"""Forms that are nouns as often as verbs: the word before has to be a subject."""

REPORT_NOUNS = words(
    "comments claim claims statement statements announcement announcements report"
    " reports remark remarks assertion assertions allegation allegations accusation accusations"
    " estimate estimates estimation estimations assessment assessments confirmation admission"
    " warning warnings revelation revelations declaration disclosure testimony figure figures"
    " data toll tally count information intelligence evidence findings analysis study survey"
    " poll documents document briefing update news account accounts release bulletin dispatch"
    " projection projections forecast forecasts prediction predictions letter message video"
    " footage images post tweet speech rumours rumors speculation suggestions suggestion"
    " concerns fears reporting numbers statistics records research"
)
"""What a source gives: "reports from X", "X's comments", "a figure given by X"."""

SAYING_NOUNS = REPORT_NOUNS - words(
    "data toll tally count information intelligence evidence documents document video"
    " footage images news study survey poll analysis records numbers figures figure concerns"
    " fears research findings"
)

PASSIVES = words(
    "reported believed said thought feared rumoured rumored alleged understood presumed"
    " estimated claimed suspected assumed deemed"
)
"""Behind a form of "to be": somebody says so, and nobody is named."""

ADVERBS_OF_HEARSAY = frozenset({"reportedly", "allegedly", "purportedly", "supposedly"})

OWN_FIGURES = words("figure estimate count tally toll version")
"""What a claimant stands by: "its figure of six"."""

BE = words("is are was were be been being 's 're")
HAVE = words("has have had 've 'd having")
MODALS = words("would will could may might should must shall cannot 'll ll wo")
NEGATIONS = words(
    "not never n't neither nor no without hardly cannot nobody don't didn't doesn't hasn't haven't"
    " hadn't won't wouldn't can't couldn't isn't aren't wasn't weren't refused declined failed"
)  # fmt: skip
ADVERBS = words(
    "also later further since previously earlier now once again already just first then even"
    " still initially repeatedly recently publicly officially openly separately additionally"
    " today yesterday only similarly consistently long ever quickly both all meanwhile thus"
    " therefore so far too always often subsequently"
)

PEOPLE = words(
    "person people official officials spokesman spokeswoman spokesperson spokespeople spokesmen source"
    " sources lawmaker lawmakers minister ministers president commander commanders general"
    " officer officers diplomat diplomats witness witnesses analyst analysts expert experts"
    " critic critics observer observers resident residents ambassador governor mayor politician"
    " politicians leader leaders chief head director chairman chairwoman chair secretary senator deputy envoy"
    " aide aides adviser advisers advisor advisors prosecutor prosecutors investigator"
    " investigators police doctor doctors medic medics survivor survivors relative relatives"
    " neighbour neighbours neighbor neighbors researcher researchers scientist scientists"
    " economist economists historian journalist journalists reporter reporters correspondent"
    " correspondents activist activists campaigner campaigners lawyer lawyers judge court"
    " rescuer rescuers firefighter firefighters authorities authority representative"
    " representatives member members professor chancellor premier king pope bishop coach manager"
    " executive executives economist author authors regulator regulators coordinator organizer"
    " organiser organizers organisers teacher veteran veterans rebel rebels militant militants"
    " negotiator negotiators mediator mediators inspector inspectors auditor auditors nurse"
    " nurses paramedic paramedics seismologist forecaster forecasters specialist specialists"
    " daughter son wife husband mother father brother sister widow"
)
BODIES = words(
    "agency agencies ministry ministries army military government governments intelligence"
    " service services department council committee commission company companies firm group"
    " groups organisation organization organisations organizations navy force forces command"
    " administration parliament union union's office bureau bank institute university newspaper"
    " newspapers media outlet outlets broadcaster website channel network alliance allies party"
    " opposition embassy kremlin pentagon palace presidency cabinet board team monitor watchdog"
    " charity think-tank hospital police coastguard mission regime nations countries television tv radio"
    " staff club centre center foundation court tribunal authority"
    " station operator airline federation association academy chamber brigade unions hospitals monitors"
    " guard coastguard insurer lender retailer manufacturer publisher contractor developer carmaker shipyard"
    " maker producer giant chain supplier brewer builder chipmaker drugmaker museum clinic gallery prison"
    " theatre theater zoo library"
)
CLAIMANTS = PEOPLE | BODIES
PRONOUNS = words("he she they it")
VAGUE_HEADS = words(
    "official officials source sources critic critics observer observers analyst analysts"
    " expert experts some many others most few witness witnesses media outlets authorities"
    " resident residents locals activists rumours rumors experts commentators insiders people"
    " person report reports evidence speculation outlet researchers scientists diplomat"
    " diplomats survivors relatives aides investigators news estimates accounts footage images"
    " documents several another one someone doctors doctor medics nurses workers employees neighbours"
    " neighbors villagers passengers parents students traders investor investors investigator witness"
    " resident expert analyst worker nurse employee neighbour neighbor villager passenger"
    " daughter son wife husband mother father brother sister widow cousin"
) | (REPORT_NOUNS - frozenset({"intelligence"}))
"""Heads that name nobody who could be asked, unless a place, person or institution stands with them."""

INFERENCES = words(
    "emphasize emphasise stress signal highlight underline underscore show portray find imply"
    " mean reflect note demand express voice think hope consider write agree doubt stipulate"
    " propose"
)
"""Verbs whose -ing form is the writer's own remark more often than a claimant's: ", signalling a shift"."""

PLAIN_VERBS = words(
    "came went made took got gave began became left met ran fell rose led held kept brought"
    " sent spoke grew hit lost won paid built cut stood sat struck died lived killed wounded"
    " injured captured attacked launched fired followed included remained appeared happened"
    " occurred arrived returned visited ordered agreed signed used moved started ended opened"
    " closed fled shot seized destroyed damaged rejected approved passed voted called asked"
    " tried wanted comes goes makes takes gets gives begins becomes leads holds keeps brings"
    " spoke does say tell"
)
"""Common verbs in forms that are no nouns: a noun phrase ends before them."""

NEED_THAT = words("find show write agree think determine hint signal consider hope stipulate reckon repeat")
"""Verbs that report only with "that" behind them."""

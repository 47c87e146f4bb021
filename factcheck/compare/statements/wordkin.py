"""Words that tell the same, words that tell the contrary, and words so common that they tell little.

Small lists of general English, by stem. They know nothing of any subject; a session's own words are in
its lexicon.
"""

from __future__ import annotations

from factcheck.compare.facts.similarity import fold, stem

_KIN = """
    film movie picture cinema
    actor actress act perform performer star role cast play
    write writer author wrote written screenplay
    locate situate headquarter base
    country nation state
    die death dead kill killed slain fatal
    begin start launch debut premiere commence began begun
    receive award earn given
    win won winner victory triumph
    create found establish founder creator founded founding formed
    build built construct construction
    book novel memoir
    sing singer vocalist sang song single music musician musical
    born birth
    marry wedding wife husband spouse wed marriage married
    child children son daughter kid
    company firm business corporation
    buy bought acquire purchase
    sell sold sale
    city town municipality
    large big huge
    television tv series show program programme sitcom
    large largest biggest
    football soccer
    lawyer attorney
    scientist researcher
    doctor physician
    injure wound hurt
    attack assault raid strike
    say claim state assert
    help aid assist support
    rise rose increase grow grew climb
    fall fell drop decline decrease
    kind type sort genre
    air broadcast aired
    release publish issue
    teach taught teacher professor lecturer
    lead led leader head
    live lived reside resident residence
    play player athlete
    direct director filmmaker
    produce producer production
    compose composer
    paint painter painting
    invent inventor invention
    own owner belong
    make made manufacture
    job career occupation profession work employ
    money fund financial cash
    sea ocean marine
    fight fought battle war combat
    army military troop soldier
    agree agreement deal accord
    allow permit
    need require necessary
    contain include consist comprise
    use utilize
    food diet eat ate
    car automobile vehicle
    ill sick illness disease
    american america us usa
    british britain uk england english
    french france
    german germany
    dutch netherlands
    spanish spain
    greek greece
    swiss switzerland
    danish denmark
    turkish turkey
    welsh wales
    irish ireland
    chinese china
    filipino philippines
    polish poland
    thai thailand
    swedish sweden
    finnish finland
"""
_CONTRARY = """
    rise fall
    increase decrease
    grow shrink
    win lose
    won lost
    open close
    begin end
    start finish
    accept reject
    accept refuse
    confirm deny
    admit deny
    support oppose
    approve reject
    allow ban
    permit forbid
    guilty innocent
    convict acquit
    alive dead
    live die
    survive die
    succeed fail
    success failure
    hire fire
    enter leave
    arrive depart
    join quit
    first last
    first second
    first third
    early late
    large small
    largest smallest
    big small
    high low
    highest lowest
    long short
    longest shortest
    oldest youngest
    old young
    hot cold
    warm cool
    dry wet
    rich poor
    strong weak
    male female
    man woman
    father mother
    brother sister
    husband wife
    actor actress
    son daughter
    boy girl
    king queen
    public private
    legal illegal
    lawful unlawful
    above below
    before after
    inside outside
    north south
    east west
    northern southern
    eastern western
    major minor
    majority minority
    positive negative
    better worse
    best worst
    buy sell
    add remove
    love hate
    praise criticize
    attack defend
    advance retreat
    gain lose
    more fewer
    more less
    most least
    maximum minimum
    married single
    married unmarried
    related unrelated
    fictional real
    true false
    same different
    always never
    fast slow
    heavy light
    safe dangerous
    healthy sick
    free captive
    release detain
    peace war
    friend enemy
    ally enemy
    victory defeat
    profit loss
    asset liability
    temporary permanent
    partial complete
    renewable nonrenewable
    popular unpopular
    possible impossible
    able unable
    known unknown
    amateur professional
    ancient modern
    rural urban
    import export
    left right
"""
_COMMON = """
    people person thing way time year day week month part place world number group kind case one two three
    many several various different certain general name call known know become make made take give get go come
    see look seem appear think feel find found want need use work long good new old great big small first
    second other another include contain involve relate refer associate play role person like also often
    usually typically generally commonly main major important significant total currently present current
    available able possible form type end begin start hold set put keep let help show provide serve receive
    member example fact area side point high low well popular famous notable sometimes always around
    particular special common best known variety
"""


def _stem(word: str) -> str:
    return stem(fold(word))


def _groups(table: str) -> list[list[str]]:
    return [[_stem(word) for word in line.split()] for line in table.strip().splitlines()]


def _kin() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, group in enumerate(_groups(_KIN)):
        for one in group:
            found.setdefault(one, set()).add(number)
    return {one: frozenset(numbers) for one, numbers in found.items()}


KIN = _kin()
"""Stem to the numbers of the rows it stands in; two stems of one row tell much the same."""
CONTRARY = frozenset(frozenset(pair) for pair in _groups(_CONTRARY) if len(set(pair)) == 2)
"""Pairs of stems of which one denies the other."""
COMMON = frozenset(_stem(word) for word in _COMMON.split())
"""Stems that stand in any text."""


def akin(a: str, b: str) -> bool:
    """Whether two different stems tell much the same."""
    return not KIN.get(a, frozenset()).isdisjoint(KIN.get(b, frozenset()))


def contrary(a: str, b: str) -> bool:
    """Whether one of two stems denies the other, by the list or by its first letters (``un``, ``non``)."""
    if frozenset((a, b)) in CONTRARY:
        return True
    short, long = sorted((a, b), key=len)
    return len(short) >= 4 and any(long == front + short for front in ("un", "non", "dis", "im", "ir"))

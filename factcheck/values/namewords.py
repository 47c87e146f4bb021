"""Word lists for reading names: titles, words of institutions and places, words that begin sentences."""

from factcheck.values.wordlists import words

TITLES = words(
    "president prime minister premier chancellor gen general lt lieutenant col colonel maj"
    " major capt captain sgt sergeant cmdr commander adm admiral brig brigadier marshal mr mrs"
    " ms miss dr sir dame king queen prince princess emperor sultan sheikh emir lord lady sen"
    " senator rep representative congressman congresswoman gov governor mayor secretary"
    " ambassador envoy spokesman spokeswoman spokesperson lawmaker politician chairman"
    " chairwoman chair chief director head professor prof pope bishop archbishop cardinal"
    " patriarch imam ayatollah rabbi judge justice attorney inspector superintendent deputy vice"
    " foreign defence defense interior finance state former ex acting leader dictator analyst"
    " expert researcher historian economist journalist reporter correspondent coach speaker"
    " commissioner coordinator captain-general cpl corporal pvt private detective officer"
    " constable prosecutor private lieutenant-general firefighter"
)
"""Words that may stand before a person's name and are no part of it."""

OFFICES = words(
    "president minister premier chancellor spokesman spokeswoman spokesperson ambassador envoy governor"
    " senator commissioner chairman chairwoman lawmaker colonel lieutenant captain admiral commander"
    " director leader"
)
"""Titles that part a run of capitals: what stands before them is no part of the person's name."""

PERSON_TITLES = TITLES - words("state foreign defence defense interior finance former ex acting head chair")
"""Those that make the name behind them a person's."""


INSTITUTIONS = words(
    "ministry department agency service army navy force forces party council committee"
    " commission bank court university institute organisation organization association union"
    " federation bureau office staff house parliament congress senate assembly police guard"
    " guards corps command directorate inc corp ltd plc llc group company corporation foundation"
    " centre center fund authority administration cabinet academy college school hospital"
    " headquarters chiefs board institution league alliance coalition movement front network"
    " tribunal secretariat watchdog intelligence security brigade battalion division regiment"
    " airlines airways television radio broadcasting news times post herald tribune journal"
    " telegraph guardian observer gazette press media monitor society mission observatory initiative"
    " programme program taskforce crescent clinic museum gallery theatre theater zoo library"
)
COMPANY_TAILS = words(
    "group holdings holding plc inc corp corporation ltd limited llc company co ag line lines shipping"
    " airlines airways motors pharma industries technologies systems electric mutual insurance bank stores"
    " foods energy partners capital brothers"
)
"""Last words of the names of companies, left out where the name is met again."""
HOUSES = words("clinic museum hospital gallery theatre theater zoo library institute")
"""Last words of the names of houses, left out likewise."""
PLACES = words(
    "city river island islands sea province region county oblast district street road avenue"
    " square mountain mountains valley bridge lake bay strait peninsula desert airport port"
    " village town state republic kingdom gulf ocean coast park border beach canal cape hills"
    " strip bank"
)
MAP_WORDS = words("lake mount fort port cape isle")
"""Words with which the names of places begin."""
MEDIA = words(
    "afp reuters ap yonhap xinhua tass ria interfax bbc cnn cbs nbc abc npr dpa ansa efe kyodo"
    " anadolu bloomberg axios politico sky itv dw rt ukrinform unian afr nhk kbs mbc ytn ntv voa"
    " ifx belta pti"
)
MEDIA_WORDS = words(
    "newspaper newspapers daily broadcaster outlet outlets media magazine tabloid website"
    " channel newswire times post herald tribune journal telegraph guardian gazette news press"
    " television tv radio independent insider chronicle standard"
)

IN_PLACES = words("in at near around across outside inside towards toward throughout")
PARTICLES = words("de al el bin ibn van von der den la le da dos du di del abu ben ter y zu ul")
LINKS = frozenset({"of", "for", "and", "the", "&"})
COMPOUND_TAILS = words(
    "based led backed held controlled made born style wide language occupied friendly aligned"
    " run owned sponsored era level speaking funded trained supplied installed only bound"
    " related linked mediated brokered proof old wing range scale type like free specific elect"
    " in off up"
)

OPENERS = words(
    "a about above according accordingly additionally after afterwards again against all almost"
    " along already also although am amid among an and another any anyone are around as aside at"
    " be because been before behind being below besides between beyond both but by can could"
    " despite did do does due during each earlier either elsewhere even every everyone few"
    " finally first following for former fortunately from further furthermore given had has have"
    " having he hence her here his how however i if in including indeed initially inside instead"
    " into is it its just last late later latest less like likewise looking many may meanwhile"
    " more moreover most much my near nearly neither never nevertheless next no nobody none"
    " nonetheless nor not nothing notably now of off officially often on once one only onto or"
    " other others otherwise our out outside over overall part per perhaps please previously"
    " rather read recently reportedly second separately several she shortly should similarly"
    " since so some someone something soon still subsequently such than that the their them then"
    " there therefore these they thirdly this those though through throughout thus to today"
    " together tomorrow tonight too toward towards two three four five six seven eight nine ten"
    " under unfortunately unless unlike until up upon us very via was we were what when whenever"
    " where whereas whether which while who whoever whose why will with within without would yes"
    " yesterday yet you your update updated breaking watch photo image video hundreds thousands"
    " dozens scores millions officials authorities reports sources experts critics analysts"
    " residents witnesses new old early mid"
)
"""Words that open a sentence with a capital and are no names."""

"""The words by which page furniture is known: lists and patterns, no logic.

Precision first: each pattern asks for the shape of a button, a notice or a credit, not for a word
that a news sentence may also use. Patterns are for whole lines unless their name says otherwise.
"""

from __future__ import annotations

import re

from factcheck.ingest.agencies import AGENCY
from factcheck.ingest.datelines import FULL_DATE
from factcheck.ingest.wordlists import phrase_set, word_set

NETWORKS = phrase_set(
    """share|tweet|pin|email|e-mail|print|facebook|twitter|whatsapp|telegram|reddit|linkedin|messenger
    pinterest|tumblr|instagram|youtube|viber|flipboard|threads|bluesky|mastodon|rss|copy|link|vk|weibo"""
)
SHARING = NETWORKS | phrase_set(
    """pin it|copy link|copy url|link copied|save|bookmark|x|x (twitter)|share this|share this article
    share this story|share this post|share article|share story|share via email|gift this article
    share on facebook|share on twitter|share on x|share on whatsapp|share on linkedin|share on telegram
    share on reddit|follow|like this|like loading|be the first to like this"""
)
ADVERTISING = phrase_set(
    """advertisement|advertising|sponsored|sponsored content|promoted|ad|ads by google|paid content
    story continues below|story continues below advertisement|article continues below|report this ad
    article continues below advertisement|article continues after advertisement"""
)
COMMENTING = phrase_set(
    """view comments|post comment|post a comment|add a comment|leave a comment|leave a reply|write a comment
    join the conversation|reply|report abuse|cancel reply|required fields are marked|post navigation
    your email address will not be published
    your email address will not be published. required fields are marked
    save my name, email, and website in this browser for the next time i comment"""
)
BUTTONS = phrase_set(
    """follow us|subscribe|subscribe now|sign in|sign up|log in|login|register|menu|search|close|open menu
    skip to content|skip to main content|back to top|home|next|previous|next article|previous article
    next post|previous post|loading|loading...|show more|load more|see more|view more|more|translate
    continue reading|keep reading|read more|read more...|read on|read full story|read the full story
    read full article|view original|listen to this article|font size|text size|decrease font size
    increase font size|download|embed|cancel|accept|accept all|accept all cookies|accept cookies|reject
    reject all|decline|got it|cookie settings|cookie policy|manage cookies|manage preferences|privacy policy
    terms of use|terms of service|terms and conditions|contact us|about us|powered by wordpress|donate
    donate now"""
)
FIELDS = phrase_set("name|website|email|comment|url|your name|your email|subject|message")
"""Labels of a comment form: they count in its company only."""
REACTIONS = phrase_set(
    """like|dislike|love|angry|sad|funny|pray|haha|wow|care|lol|cry|happy|excited|sleepy|surprised|upvote
    downvote|clap|cute|omg|wtf|fail|geeky|thumbs up|thumbs down"""
)
"""Single words that are buttons only in company."""

COUNT = re.compile(
    r"(?:(?:\d[\d.,]{0,9}\s?[km]?|no|one)\s+(?:comments?|repl(?:y|ies)|shares?|likes?|views?|reactions?|reads?|"
    r"votes?|retweets?|followers?|responses?)(?:\s+(?:yet|so far))?|"
    r"\d[\d.,]{0,9}\s?[km]?\s+(?:people|others|readers|users|friends)\s+(?:likes?d?|loved?|shared?|recommend(?:ed)?|"
    r"(?:are\s+)?reading|are\s+watching|viewed)\s+(?:this|it)(?:\s\w+)?|"
    r"(?:comments?|repl(?:y|ies)|shares?|likes?|views?|reactions?|responses?)\s?[:(]?\s?\d[\d.,]{0,9}\s?[km]?\)?|"
    r"comments?(?:\s+(?:are\s+)?(?:closed|off|disabled))?|be the first to comment|post views:?\s?[\d.,]{1,9}|"
    r"\d{1,3}[\s-]?min(?:ute)?s?\s+read|reading time:?\s?\d.{0,12})\.?",
    re.IGNORECASE,
)
RELATED = re.compile(
    r"(?P<label>related|recommended|read\s+(?:also|more|next)|see\s+also|also\s+read|"
    r"watch(?:\s+(?:also|now|live))?|"
    r"listen(?:\s+now)?|don[’']t\s+miss|up\s+next|next\s+up|more\s+on\s+this(?:\s+(?:story|topic))?|must\s+read|"
    r"(?:previous|next)\s+(?:post|article|story)|"
    r"you\s+(?:may|might)\s+(?:also\s+)?(?:like|enjoy|be\s+interested\s+in)|most\s+(?:read|popular|viewed|shared)(?:\s+(?:news|stories|articles|posts))?|"
    r"trending(?:\s+now)?|editor[’']?s[’']?\s+picks?|in\s+case\s+you\s+missed\s+it|further\s+reading|"
    r"(?:what|people|others|readers)\s+(?:\w+\s+){0,3}?(?:also\s+read|(?:are\s+)?reading|to\s+read(?:\s+next)?)|"
    r"recommended\s+for\s+you|(?:more|news|stories)\s+from\s+(?:our\s+(?:archives?|partners)|around\s+the\s+web)|"
    r"(?:from\s+(?:our|the)\s+archives?|from\s+our\s+partners|around\s+the\s+web)|"
    r"(?:related|recommended|similar|suggested)\s+(?:internet\s+|web\s+)?(?:articles?|stor(?:y|ies)|news|posts?|content|topics?|reading|coverage|links?|"
    r"headlines?))(?=\s*(?:[:|»›→]|$))"
    r"|(?:popular|latest|more|recent|other|(?:today[’']s\s+)?top|sponsored|promoted)\s+"
    r"(?:articles?|stor(?:y|ies)|news|posts?|headlines?|coverage|picks)|in\s+pictures|latest|popular|in\s+other\s+news|"
    r"(?:also|elsewhere)\s+(?:in\s+the\s+news|on\s+(?:this|our)\s+(?:web)?site)|editor[’']?s[’']?\s+choice",
    re.IGNORECASE,
)
"""A pointer to other articles; only one with a ``label`` may have a title after it, behind a colon."""
OPEN_HEAD = re.compile(r"(?:More|Latest|Popular|Also|Recent|Elsewhere)\s(?:from|on|in|about)\s[\w’' -]{2,40}")
"""The head of a list of other articles, if titles follow it: "More from World" may also head a section."""
SECTION_POINTER = re.compile(
    r"(?:More|Latest|Also|Elsewhere|News)\s(?:from|in)\s(?:the\s)?[\w’' -]{2,30}:\s\S.{8,160}(?<![.!])"
)
"""Such a head with the title behind it."""
TRAILING_POINTER = re.compile(
    r"(?<=[.!?…\"”’)\]])\s+[(\[]?(?:read more|continue reading|read full (?:story|article)|read on|"
    r"learn more|click here(?: to read more)?|view original)[\s.…»›>→)\]]{0,6}$",
    re.IGNORECASE,
)
LINK = re.compile(r"(?:https?://|www\.|(?:pic\.twitter\.com|t\.co|bit\.ly)/)\S+", re.IGNORECASE)
COPYRIGHT = re.compile(
    r"(?:(?:©|copyright\s+(?:©|\(c\)|(?:19|20)\d\d|by\s))\s?.{0,200}|(?:\(c\)|.{1,60}\s©)\s?(?:19|20)\d\d.{0,100}"
    r"|.{0,120}\ball\s+rights\s+reserved\b.{0,120}"
    r"|(?:this|the)\s+(?:material|content)\s+may\s+not\s+be\s+(?:published|reproduced|copied).{0,200}"
    r"|(?:company|registration|vat|charity)\s(?:no\.?|number)\s?:?\s?\d[\d\s]{3,12}|issn\s?:?\s?\d{4}-?\d{3}[\dx])",
    re.IGNORECASE,
)
# No sign of a joint may stand inside a name: two ways to read a line of hyphens are millions.
_JOINT = r"(?:\s?[/|]\s?|\s(?:via|for|on|for\sthe|of\sthe|[—–-])\s)"
_NAME = r"[A-Z][\w.’'-]{0,30}"
PHOTO_CREDIT = re.compile(
    r"[(\[]?(?:(?i:photo(?:graph)?s?|images?|pictures?|pics?|illustration|video|graphic|screengrab|screenshot|credits?)"
    rf"(?i:\scredits?|\sby|\ssource|\scopyright|\scourtesy(?:\sof)?)?(?:\s?[:/|©]|(?<=e),)\s?"
    rf"{_NAME}(?:(?:\s|{_JOINT}){_NAME}){{0,6}}"
    r"|(?i:(?:file|stock|archive|handout|illustrative|representational)\s(?:photo|image|picture)s?)"
    rf"|(?i:photo(?:graph)?s?|images?|pictures?|illustration)\s(?i:credit|by|courtesy(?:\sof)?)\s{_NAME}"
    rf"(?:(?:\s|{_JOINT}){_NAME}){{0,6}}"
    rf"|(?:{_NAME}\s){{0,4}}{_NAME}{_JOINT}{AGENCY}(?:{_JOINT}{_NAME}(?:\s{_NAME}){{0,3}})?"
    rf"|©?\s?{AGENCY}(?:{_JOINT}{_NAME}(?:\s{_NAME}){{0,3}})?)[)\]]?\.?"
)
CREDIT_VERBS = re.compile(
    r"[(\[]?(?:(?:Additional|Further) )?"
    r"(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Tt]ranslation|Edited|Translated|Compiled) by:? (?=[A-Z])"
    r"|Sources?\s?:\s(?=[A-Z])"
)
CONTRIBUTED = re.compile(
    r"(?:[A-Z][\w.’'-]{0,30},?\s|and\s|the\s|in\s|of\s|with\s){1,16}(?:also\s)?contributed\s(?:reporting\s)?to\sthis\s"
    r"(?:report|story|article)(?:\s(?:from|in)\s[A-Z]\w+)?\.?"
)
"""Who else wrote it: names and small words, and the one verb."""
CREDIT_SMALL_WORDS = word_set(
    """additional further reporting writing editing translation by and in at for from of the de van von news
    agencies"""
)
TAGS = re.compile(
    r"(?:tags?|categories|filed\s+under|keywords|posted\s+in)\s?:\s?.{1,200}|tags|"
    r"(?:posted|filed)\s(?:in|under)\s(?-i:[A-Z])\w+(?:,?\s(?-i:[A-Z])\w+){0,4}"
    r"|(?:related\s+)?topics\s?:\s?.{0,200}[^.!?]|(?:#\w{2,40}[\s,]{0,3}){1,20}",
    re.IGNORECASE,
)
COOKIE_SIGNS = (
    re.compile(r"\bcookies?\b", re.IGNORECASE),
    re.compile(r"\byour?\b", re.IGNORECASE),
    re.compile(
        r"\b(?:we|our|(?-i:us)|this (?:web)?site|continu(?:e|ing) to (?:use|browse))\b", re.IGNORECASE
    ),
)
"""A sentence of a cookie notice shows all of them."""
NOTICE_WORD = re.compile(r"cookie|privacy|consent|agree|accept|partners", re.IGNORECASE)
"""A text without any of these holds no notice; saves the closer look."""
NOTICE = re.compile(
    r"(?:\bwe (?:value|respect|care about) your privacy\b|\byour privacy (?:choices|settings)\b"
    r"|\bby (?:continuing|using|browsing|clicking)\b.{0,60}\byou\s+(?:consent|agree|accept)\b"
    r"|\bmanage (?:your )?(?:cookie|consent|privacy) (?:settings|preferences)\b"
    r"|\bwe and our (?:\d+ )?partners\b)",
    re.IGNORECASE,
)
DATED_TITLE = re.compile(rf"{FULL_DATE}\s?(?:[|•·–—-]\s?)?(?=[^\s.,;:!?)])", re.IGNORECASE)
"""A full date and, stuck to it or not, the beginning of something else."""
BREADCRUMB = re.compile(r"[\w&’'-]+(?: [\w&’'-]+){0,4}(?: ?[>›»] ?[\w&’'-]+(?: [\w&’'-]+){0,5}){2,6}")

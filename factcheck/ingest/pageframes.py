"""The frames of sentences in which a page speaks: calls, questions to the reader, notices.

The table is written to be read: a line a frame (one further in goes on the line before), for a whole sentence
without its end signs. ``~`` stands for any words or none (up to 120 code points), ``{name}`` for a
vocabulary, the rest is as in regular expressions.
"""

from __future__ import annotations

import re

from factcheck.ingest.datelines import FULL_DATE

_WORDS = {
    # What comes to a reader of the page.
    "letter": r"(news ?letters?|mailing list|in-?box|e-?mails?|(e-?mail |news |push |breaking )*alerts"
    r"|notifications?|updates|(daily|weekly|morning|evening|weekend) (briefing|digest|bulletin|edition"
    r"|round-?up|podcast|quiz|news)|((our|telegram|whatsapp|youtube|viber) )(\S+ ){0,2}?(channel|feed"
    r"|community|app|podcasts?|list|page|group|bot))",
    # What a reader is let into.
    "access": r"((unlimited|full|digital|instant|premium|complete|all|exclusive|print"
    r"|free) (digital )?(access|content|subscription|trial|membership|account|articles|features)|ad-free"
    r"|free trial|(your|an?|my) (free )?(account|profile|subscription|membership))",
    "piece": r"((this|the|our) ((full|whole|entire|original|complete|rest of the|rest of this) )?(article"
    r"|story|page|post|content|video|episode|podcast|newsletter|interview|transcript|gallery|thread|ad))",
    "this": r"(this|the|our) (article|story|page|post|report|item|piece|live blog|blog|site|website|video)",
    "networks": r"({network}((\s?[,|/·•&]\s?| and | or |, and | ){network}){0,9})",
    # Networks are names: "find them on the web and on paper" names none.
    "network": r"(?-i:Facebook|Twitter|X \(Twitter\)|X|Instagram|Telegram|WhatsApp|YouTube|LinkedIn"
    r"|Threads|TikTok|Bluesky|Mastodon|Reddit|Pinterest|Tumblr|Messenger|Flipboard|Snapchat|Viber|VK|Weibo"
    r"|Discord|Spotify|Signal|Apple (News|Podcasts)|Google (News|Podcasts|Discover)|SMS|[Ss]ocial [Mm]edia"
    r"|[Ee]-?mail|Print|Copy [Ll]ink|Link)",
    "whom": r"[^,;:]{1,60}?",
    "here": r"(here|now|below|online|today|offline|later|for (free|later)|as an? gift"
    r"|with (your )?friends)",
    "us": r"(us|me|the (author|newsroom|editors?|reporter|writer|news ?desk|team))",
    "sent": r"(tips?|letters?|stor(y|ies)|photos?|videos?|pictures?|news|questions?|corrections?|feedback"
    r"|comments?|thoughts?|views?|opinions?|experiences?|information)",
    "rules": r"(polic(y|ies)|terms|notice|guidelines|standards|principles|code of \w+|rules|statement)",
    "legal": r"((privacy|cookies?|terms|legal|contact|about|accessibility|imprint|advertise|careers"
    r"|sitemap|site map|help|faqs?|rss|corrections|home|search|log ?in)( (us|policy|notice|settings"
    r"|statement|choices|cent(er|re)|of (use|service|sale)|(and|&) conditions|with us))?)",
    "date": FULL_DATE,
}
_FRAMES = {
    "subscribe line": r"""
        (sign up|subscribe) to (?-i:[A-Z])\w+( (?-i:[A-Z])\w+){0,4}
        our (\w+ ){0,2}(newsletter|e-?mail|briefing|podcast) (breaks|brings|gives|delivers|rounds up|tells|
            sends|takes) ~
        (catch|get|read|follow) (all )?(the |our )?(latest|breaking|top) (\w+ ){0,2}(news|stories|updates|
            headlines|coverage) ~
        stay (informed|connected|tuned|up to date|updated|in the know) ~
        (never|don[’']t) miss (an?|another) (story|update|post|episode|beat) ~
        be the first to (know|comment|like this|reply|react)
        (already|don[’']t) have an account ~
        (like|enjoy|love) what you(([’']re)? (reading|see|read|hear))\? ~
        enjoying {this}\? ~
        (do|would) you (want|like) to (automatically )?(post|share|receive|get|save|subscribe|read|
            hear) ~your ~\?
        (type|enter|add) your e-?mail ~
        your e-?mail( address)?
        notify me of (new|follow-?up) (posts|comments) ~
        (hi|hey|hello)( there)?, it[’']s \w+, ~
        subscribe( (to|now|today|here|for|and|via|with|on|from|free|at|or) ~)?
        (sign ?-?up|register|enrol|opt in):? (now|today|here|free|to|for|with|via|and|the|our|
            your) ~({letter}|{access}) ~
        (sign ?-?up|register|enrol):? (now |today |here |free )?to (read|comment|watch|unlock|continue|
            listen) ~
        (sign up|register) (now|today|here|for free)( to (keep|access|view|see|receive|get|enjoy|follow) ~)?
        (join|get|receive|try|start|enjoy|unlock|buy|gift|renew|activate|create|manage|
            open) ~{access}( ({here}|to|or|for|with|and|at|from|on) ~)?
        (join|get|receive|delivered|stay up to date|never miss) ~{letter}( (in|to|for|with|and|every|
            straight|delivered|on|from|by) ~)?
        (follow|like|join|find|connect with|add|catch|stay connected|keep up) {whom} (on|via|
            through) {networks}
        (join|follow|like) us( (on|at|for|in|today|now|here|and) ~)?
        (become|be) an? (\w+ ){0,2}(member|friend|subscriber|supporter|patron)( of (the|our) \w+)?( (today|
            now|here|for|from) ~)?
        (already|not yet|not|are you|existing) (an? )?(subscriber|member|registered|subscribed)s?\? ~
        (log|sign) ?in( (to|or|here|now|with|below) ~)?
        (want|like|keen) to (read|see) more ~\?
        this (article|story|content|page|video) is (only )?(for|available to|
            reserved for) (our )?(\w+ )?(subscribers|members) ~
        you ~(free articles?|articles? (left|remaining)) ~
        to (continue|keep|finish) reading,? ~
        (no spam|(unsubscribe|cancel) (at )?any ?time) ~
        (support|fund|help us|help fund|help keep|contribute to) (?!for )~(our|independent|local|quality|
            free|public[ -]interest|nonprofit|trusted) (journalism|reporting|newsroom|news|work|mission|
            media) ~
        (donate|contribute|support us) (now|today|here|monthly|to us|via \w+|with \w+) ~
        (download|install|get|open) (our|the) (\w+ ){0,3}app ~
        (open|view|read|continue) (this )?in (the |our )?app
        get the ~(letter|news|headlines|briefing|stories|best of \w+) ~(every|each) (day|week|month|morning|
            evening|weekday)
        (see|find|read) more of our (\w+ ){0,2}(coverage|stories|reporting) ~
        follow (our|(the )?\S+[’']s) (\w+ ){0,3}(coverage|live ?blog|blog|reporting|updates) ~
        (follow|read|see|find|watch|check|listen to) ~(on|in|at) our (\w+ ){0,3}(page|site|website|app|blog|
            channel|hub|section|podcast)
        if you (like|liked|enjoy|enjoyed|value|love|found) (this|our|the) ~, (please|consider|buy|support|
            subscribe|share|join|become|donate|sign|follow|help|you (may|might)) ~
        (buy (me|us) a coffee|support (us|me) on \w+|\d{1,2} free articles? (left|remaining)) ~
        (allow|turn on|enable|get|manage) (push |browser |desktop )?notifications ~
        add ~as an? (preferred|favourite|favorite) source on google ~
        (members|subscribers|premium)( only| content)
    """,
    "share button": r"""
        (share|give|gift|save|print|e-?mail|bookmark) (full |this )?(article|story)
        share or comment on this (article|story) ~
        (add|remove) (this )?bookmark
        (share|save|print|e-?mail|bookmark|gift|send|copy|forward|recommend|like|hide) {piece}( {here}| (on|
            via|by|to|with) ~)?
        (link copied|copied)( to (the )?clipboard)?
        (share|save|follow|print|post|send)( {piece}| this| it| us)?( on| via| with| by)?\s?[:|
            –—-]?\s?{networks}
    """,
    "rights line": r"""
        (purchase|acquire|buy|get|request) licensing rights
        (re-?use|republish|reprint|reproduce|license|cite) ({piece}|our \w+|this \w+)( ({here}|for|under|
            with|in) ~)?
        (order|request|buy) (reprints?|permissions?) ~
        (reprints?|rights|licensing) (and|&) (permissions?|licensing)
        no part of this (article|page|site|publication|material) may ~
        (the )?(views|opinions) (and \w+ )?expressed (here|in this|on this|by (the )?(authors?|writers?|
            contributors?|columnists?)) ~
        (\w+ ){1,5}is not responsible for the content of external ~
    """,
    "page feedback": r"""
        (give|send|leave|your) (us )?feedback ~
        (was|is|did you (find|like|enjoy)|do you (find|like)|how (useful|helpful|interesting) (was|
            is)) {this}( (helpful|useful|interesting|informative|clear))?( to you)?\? ~
        was this (helpful|useful|interesting|informative)( to you)?\? ~
        (yes\s?[|/·•]\s?no|rate (this|our) \w+)
        (spot(ted)?|found|noticed|see|report) (an?|any) (error|mistake|typo|inaccuracy)( (in|on|
            with) {this})?\??
        report (an? )?(correction|problem|issue|bug)( (in|on|with) {this})?
        (take|play|try) (our|today[’']s|this week[’']s) (\w+ )?(quiz|poll|survey|crossword|puzzle|sudoku) ~
        (vote in|take part in|answer|fill in|enter) (our|the) (\w+ )?(poll|survey|questionnaire|competition|
            prize draw|giveaway) ~
        win (an?|one of|two|your) (\w+ ){0,3}(weekend|trip|holiday|break|tickets?|voucher|prize|hamper|stay|
            dinner|copy|subscription) ~
        (thanks|thank you) for (your feedback|reading|subscribing|registering|signing up|visiting|
            watching) ~
    """,
    "comment form": r"""
        (share|say|tell us) what you think ~
        (the )?comments (below )?(have|are) (not )?(been )?moderated ~
        (have your say|what do you think\?|join the (conversation|discussion|debate)|comment below|
            start the conversation) ~
        (leave|post|add|write) (a|your) (comment|reply|review)( (below|here|now|on|in) ~)?
        (show|view|see|load|hide|read|sort|report) (all )?(the )?(\d[\d.,]* )?(comments?|replies)( by ~)?
        (share|tell us|give us|send us|leave) your (\w+ ){0,2}{sent}( ({here}|in|with|on|via|by|at|to|from|
            of) ~)?
        (tell us|let us know)( (what you think|in the comments|your (thoughts|views|story)) ~)?
        (comments|replies) (on {this} )?are (now |currently )?(moderated|closed|disabled) ~
        (please (log|sign) ?in|you must be (logged|signed) ?in) to ~
    """,
    "contact line": r"""
        (do|can) you (have|share) (more |any |some )?information about this (story|article|topic)\? ~
        you can (also )?(reach|contact|e-?mail|message|follow) ~(signal|e-?mail|phone|twitter|bluesky|
            instagram|@|here)\b ~
        (\w+ ){0,3}(tips|letters|comments|feedback|questions|corrections) ~(sent|e-?mailed|directed|
            submitted) to ~@~
        send us (an? )?(\w+ ){0,2}(message|e-?mail|letter)
        (contact|e-?mail|reach|message|call|text|write to|get in touch with) {us}( (at|on|by|via|with|for|
            to|if) ~)?
        (have|got|do you have) (you )?(an?|any|some) (\w+ ){0,2}(tip|story|question|news|correction|photo|
            comment|suggestion|idea)s? ~\?
        (send|submit) ({us}|an?|your) (an? |your )?(\w+ ){0,2}{sent}( (to|by|via|at|on|in) ~)?
        get in touch( with us)?( (at|on|by|via) ~)?
        (e-?mail|contact|write to|twitter|x|tips?) ?:? ~@\w~
        (call|e-?mail|contact|write to|text|ring|message|tell|ask|whatsapp) our (\w+ ){0,2}(desk|newsroom|
            team|editors?|reporters?|hotline) ~
        [\w.+-]{1,40}@[\w-]{1,40}\.[\w.]{2,20}|@\w{2,30}
    """,
    "button": r"""
        (continue|keep|resume) reading ~
        (read|see|learn|find out|discover|view|show|hear|explore) more( (about|on|from|in|at|by|here|
            stories|news|like this) ~)?
        (read|watch|listen to|hear|see|view|download|open|play|discuss|translate|skip) {piece}( {here}| (in|
            on|at) ~)?
        (click|tap|swipe|scroll) (here|below|on the|to|down|for|play|through) ~
        (back|return|skip|jump) to (the )?(top|home ?page|home|(main )?content|navigation|start|menu|
            comments)
        (refresh|reload) (the |this )?(page|browser) ~
        (see|view|read|show|browse) (all|more) (posts|articles|stories|news|topics|updates|results)?( (by|
            from|about|in) ~)?
        (about|follow|more by|more from|meet) the (author|writer|reporter)s?
        (choose|change|select|switch) (your )?(edition|region|language|country|text size|font size)
        (view|read|see) (this )?(page |article |story )?in (english|french|german|spanish|arabic|russian|
            chinese|ukrainian)
    """,
    "player": r"""
        (view|enlarge|expand|zoom|download) (this |the )?(image|photo|picture|map|graphic|chart)( (in|
            to) full ?screen)?
        (toggle|hide|show) (image )?captions?
        (this|your|the) (video|audio|browser|player|content) (can ?not|can[’']t|could not) be (played|
            displayed|loaded) ~
        (this|your|the) (video|audio|browser|player|content) (does|is) (not|no longer) (support|available|
            supported) ~
        to (play|view|watch) this (video|content|audio) ~
        ((un)?mute|play( (video|audio|now|again))?|pause)
        (image|photo|slide|picture) \d{1,3} of \d{1,3}
        (hide|show|view|expand|open|close|toggle) (captions?|gallery|full ?screen|transcript|sidebar|
            navigation|menu)
        listen( to this \w+)?\s?[(·|–-]?\s?\d{1,2}(:\d\d|\s?min(ute)?s?)\)?
    """,
    "advertisement": r"""
        (\S+ )?thanks our sponsors|become an? (\S+ )?sponsor
        (skip|close|hide) (the )?(ads?|advertisement)|(video )?ad(vertisement)? feedback|
            after newsletter promotion|advertise with us
        (story|article|content) continues (below|after) ~
        scroll (down )?(to continue|for more) ~
        advertisement\s?[-–—|:]\s?~
        paid for by ~|sponsored by ~
        (we|the \w+) (may )?(earn|receive) (an? )?(affiliate )?commission ~
        {this} contains affiliate links ~
        (partner|branded|promoted) content|ad ?choices|why this ad\?
    """,
    "note on the page": r"""
        a version of this (article|story|piece) (appears|appeared|was published|first ran|also ran) ~
        (permalink|short ?link)\b ~
        {this} (has been|was last|was|is being|will be) (\w+ )?(updated|refreshed)( (regularly|frequently|
            throughout the day|(on |at )?{date}~))?
        (this is )?an? (breaking|developing) (news )?story
        this is an? (breaking|developing) (news )?story(, | and |; | – | - |: )(it |we )?(will|check|more|
            please) ~
        more (to follow|to come|details? soon|details? to follow|soon)( shortly)?
        (please )?check back( later| soon| here)?( for ~)?
        this (article|story) is (more than|over) \d{1,2} (month|year)s? old
        (powered|designed|hosted|built) by (?-i:[A-Z])\w+( (?-i:[A-Z])\w+)?
        (quotes|data|prices)( are)? delayed (by )?(at least )?\d{1,2} minutes ~
    """,
    "cookie notice": r"""
        (privacy|cookie) (notice|policy): ~
        (this|our) site uses akismet ~
        learn how your ~data ~
        (i|you) agree to the terms ~
        save my name ~
        (this|our) (web ?)?(site|page|portal) (also )?uses? (\S+ ){0,4}cookies ~
        (please )?enable (javascript|cookies) ~
        we (also )?use (\S+ ){0,4}cookies (to|on|for|and|in) ~
        (read|see|view|review|check|visit|for more( \w+)?,? (see|read)) our (\w+ (and )?){0,4}{rules} ~
        (by|when) (signing|submitting|registering|subscribing|creating|continuing|clicking|using|providing|
            entering) ~(you|i) (also )?(agree|accept|consent|confirm|acknowledge) ~
        this (site|form|page) is protected by (re)?captcha ~
        your privacy (matters|is important to us|choices|settings) ~
        (change|withdraw|manage|update) your (\w+ )?(choices?|consent|cookies?|preferences|settings) ~
        (accept|reject|allow|decline|manage) (all |only |necessary |essential |non-essential )*cookies
        do not sell (or share )?my (personal )?(information|data) ~
    """,
    "menu": r"""
        (you are here:? ?)?home( ?[/»›>|] ?\w+( \w+){0,3}){1,6}|you are here:? ~
        list (\d+ )?of \d+ ~|end of list|skip (next|past|this|the) section ~
        (older|newer) (posts|articles|stories|entries)
        {legal}(\s?[|·•/,]\s?{legal}){1,12}
    """,
}


def _compiled(frame: str) -> re.Pattern[str]:
    for name, words in _WORDS.items():
        frame = frame.replace("{" + name + "}", f"({words})")
    frame = frame.replace(" ~", r"(?!\w).{0,120}?").replace("~", ".{0,120}?")
    frame = frame.replace(" ?", r"\s?").replace(" ", r"\s+")
    return re.compile(frame, re.IGNORECASE)


FRAMES = [
    (why, _compiled(frame.strip()))
    for why, frames in _FRAMES.items()
    for frame in frames.replace("\n            ", "").strip().splitlines()
]
"""Why a sentence is the page speaking, and the frame that says so; the first that fits counts."""

"""What a page says to its reader, of itself or its makers is furniture; reports in the same words are not."""

from __future__ import annotations

import pytest

from factcheck.ingest import read_bytes
from factcheck.ingest.reasons import reason

FURNITURE = {
    "subscribe line": """
        Subscribe to the Gull for one crown a week
        Register now for unlimited access
        Register now to keep reading
        Sign up for breaking news alerts
        Sign up to read this article
        Get breaking news alerts on your phone
        Get the Gull's politics letter every morning
        Join our WhatsApp channel for updates
        Follow the Norland Gull on Facebook and Instagram
        Follow the Gull’s health coverage
        Start your free trial
        Already a subscriber? Log in
        To continue reading, please subscribe.
        Support independent reporting. Become a friend of the Gull.
        If you like this blog, buy me a coffee
        Download our free app
        Stay informed with the latest headlines
        Our morning email breaks down the key stories of the day
        Like what you read?
        Type your email…""",
    "share button": """
        Share this story: Facebook | X | Email
        Share: Facebook X Email
        Share this article with friends
        Email this article
        Link copied to clipboard""",
    "rights line": """
        Reuse this content
        Republish our articles for free, online or in print
        Order reprints
        Acquire licensing rights, opens new tab
        The views expressed in this article are the author's own.
        The BBC is not responsible for the content of external sites.""",
    "page feedback": """
        Was this helpful?
        Was this article helpful? Yes | No
        Did you find this page useful?
        Spotted a mistake? Let us know
        Take our weekly quiz
        Win a weekend for two by the sea
        Thanks for reading!
        Give feedback""",
    "comment form": """
        Have your say in the comments
        What do you think? Let us know in the comments.
        Send us your photos from the storm
        Show 14 comments
        You must be logged in to post a comment""",
    "contact line": """
        Got a story? Call the Gull
        Have a correction? Email our standards desk.
        Contact the author at jo@gull.example
        newsdesk@gull.example
        Story tips can be sent to jo@gull.example""",
    "button": """
        Read more about the harbour here
        Click here to see the pictures
        Back to top
        See all posts by Jo Bloggs""",
    "player": """
        This video can not be played
        To play this video you need to enable JavaScript in your browser.
        Image 1 of 5
        View image in fullscreen
        Listen to this article (5 min)""",
    "advertisement": """
        Story continues below
        Advertisement - scroll to continue
        We may earn a commission from links on this page.""",
    "note on the page": """
        This article has been updated.
        This article was last updated on 3 May 2024
        This is a developing story and will be updated.
        More to follow""",
    "cookie notice": """
        This website uses cookies
        This website uses cookies. Read our privacy policy to find out more.
        By signing up, you agree to our terms of use and privacy policy.
        Reject non-essential cookies""",
    "menu": """
        Privacy Policy | Terms of Use | Contact
        Home / World / Norland
        You are here: Home""",
    "pointer to other articles": """
        You may also like: The ten safest harbours
        You might also be interested in
        In case you missed it: Why the wall fell
        More from the Gull: Harbour baths to open in May""",
    "comment count": "4 people like this",
    "copyright line": "© 2026 The Daily Gull",
    "photo credit": """
        Image source, Getty Images
        Photo: Jo Bloggs for The Gull
        File photo""",
    "credits": """
        Topics: harbours, storms
        #harbour #storm
        Source: AFP
        Edited by: Jo Bloggs
        Jo Bloggs in Norland contributed to this report.""",
    "date line": """
        Published 3 hours ago
        First published: Mar 04, 2025 22:15 IST""",
    "byline": """
        By our staff and agencies, 15 October 2025
        By Jo Bloggs and staff
        From our correspondent in Norland, with agency material
        Jo Bloggs, harbour editor · 6 May 2026
        Gull reporters, with material from Northline""",
}
REPORTING = """
    Share prices fell on Friday.
    Subscribe TV said on Monday that it would close.
    Read more than 1,000 pages of the report and you find no name.
    Register offices closed on Monday.
    Register for the vote by Friday
    Sign up rates for the army have doubled.
    Sign up for the vaccine at the town hall
    The website uses cookies that broke the law, the court found.
    This website was shut down by the police on Monday.
    Join the army or pay, men in the village were ordered.
    Advertisement revenue fell by a third.
    Updates to the law will come into force in May.
    This article of the constitution was changed in 2019.
    This story ends in a prison in Norland.
    The article was updated three times before the trial, which is unusual.
    This article was corrected on 3 May: the ship carried 40 people, not 400.
    An earlier version of this article said that the fine was 63 crowns.
    Like us, the ministers were kept in the dark.
    Support for independent media was cut by 4 million crowns.
    Back in Norland, independent media were silent.
    Donate blood now, the hospital urged residents.
    Leave your views at the door, the judge ordered.
    By using this drug you accept the risk, the leaflet warned.
    Contact with the crew was lost at 6.12 a.m.
    Comments are not expected before Friday.
    More details emerged on Friday.
    Click farms were raised in four towns.
    Report an error in the count, and the commission must answer within a week.
    Get out of the town, residents were warned.
    Become a member of the union and you lose your job, workers fear.
    Was the page forged? Two experts think so.
    Do you have information about the missing girl? Police ask witnesses to call 112.
    Image 1 of 5 shows the boat, the court heard.
    This is a developing country.
    Email accounts of 3,000 officials were hacked.
    Find the bodies first, relatives demand on Facebook.
    Terms of the ceasefire were not made public.
    "Follow us on Facebook"
    Win a seat, lose the house: the party's bet
    Powered by diesel
    Editor in Chief Resigns
    Political editor leaves paper
    Jo Bloggs, editor of the Gull, was arrested
    Newspaper staff on strike
    News agency reports
    Home to 3,000 people, the village is empty now
    Stay in the cellar, residents were told
    Sources close to the minister deny it.
    Source of the fire was a faulty battery.
    The paper contributed to the fund.
    Letters sent to the mayor were never opened.
    Posted to the border, the soldiers froze.
    Published accounts show a loss of 4 million crowns.
"""
BODY = "The harbour wall of Norland will be torn down before the winter, the mayor said on Friday."


def lines(block: str) -> list[str]:
    return [line.strip() for line in block.strip().splitlines()]


def marked(text: str) -> list[tuple[str, str]]:
    article = read_bytes(text.encode(), path="gull.txt", id="a1")
    return [(article.text[part.start : part.end], part.why) for part in article.furniture]


@pytest.mark.parametrize(
    ("why", "line"), [(why, line) for why in FURNITURE for line in lines(FURNITURE[why])]
)
def test_the_page_speaks(why: str, line: str) -> None:
    assert reason(line) == why


@pytest.mark.parametrize("line", lines(REPORTING))
def test_reporting_in_the_same_words_is_text(line: str) -> None:
    assert reason(line) is None


def test_a_line_is_furniture_only_if_all_of_it_is() -> None:
    assert marked(f"{BODY}\nThis article has been updated. Nine people were killed, not eleven.") == []


def test_questions_in_a_list_of_titles_are_titles() -> None:
    listed = ["Is the new ferry line too crowded?", "Summer fair to open with a concert"]
    text = "\n".join([BODY, "You might also be interested in", *listed])
    assert marked(text) == [
        ("You might also be interested in", "pointer to other articles"),
        *((title, "post list") for title in listed),
    ]
    assert marked("\n".join([BODY, *listed])) == []


def test_an_open_heading_heads_a_list_where_titles_follow_it() -> None:
    assert marked(f"{BODY}\nMore from Norland\nMayor opens a new bridge over the canal") == [
        ("More from Norland", "pointer to other articles"),
        ("Mayor opens a new bridge over the canal", "post list"),
    ]
    assert marked(f"{BODY}\nMore from Norland\n{BODY.replace('wall', 'gate')}") == []


def test_the_headline_is_no_byline() -> None:
    headline = "Norland editors, with agencies"
    assert marked(f"{headline}\n{BODY}") == []
    assert marked(f"The wall goes\n{headline}\n{BODY}") == [(headline, "byline")]


def test_a_line_of_many_calls_costs_little() -> None:
    line = "get " + "e-mail alerts " * 16 + "every"
    assert reason(line) is None or len(line) < 240
    assert reason("Subscribe to our newsletter. " * 400) is None

"""Which nouns stand for a company, and which names can be one."""

from __future__ import annotations

from factcheck.values.namewords import COMPANY_TAILS, INSTITUTIONS, MEDIA, MEDIA_WORDS
from factcheck.values.wordlists import words

_NOUNS = words(
    "company firm group manufacturer giant producer operator retailer insurer lender airline carrier"
    " developer contractor publisher brewer chain corporation supplier builder conglomerate shipyard"
)
ANY_COMPANY = words("company firm group corporation conglomerate giant")
"""Nouns that any company may be called by; "the insurer" is one of its trade only."""

_TRADES = {
    "lender": words("bank bankers"),
    "insurer": words("insurance assurance mutual"),
    "airline": words("airlines airways air"),
    "carrier": words("airline airlines airways air"),
    "automaker": words("motors"),
    "carmaker": words("motors"),
    "brewer": words("brewery breweries"),
    "retailer": words("stores"),
}
"""What a company of a trade may have at the end of its name."""


def trades(name: str) -> list[str]:
    """The nouns that a name speaks for by its last word: Helm Insurance is an insurer."""
    tail = name.split()[-1].lower() if " " in name else ""
    return [noun for noun, tails in _TRADES.items() if tail in tails]


def trade(noun: str) -> bool:
    """The noun of a company: firm, insurer, carmaker."""
    made = noun.endswith(("maker", "builder")) and noun not in ("peacemaker", "lawmaker")
    return noun in _NOUNS or made


def company_name(name: str) -> bool:
    """The name itself says that it is a company's: Helm Holdings."""
    return " " in name and name.split()[-1].lower().strip(".") in COMPANY_TAILS


def may_be_company(name: str) -> bool:
    """Nothing in the name says that it is a ministry, a union, a paper or a string of initials."""
    parts = name.lower().split()
    if company_name(name):
        return True
    told = (INSTITUTIONS | MEDIA | MEDIA_WORDS) - COMPANY_TAILS
    return bool(parts) and not told & set(parts) and not (name.isupper() and " " not in name)

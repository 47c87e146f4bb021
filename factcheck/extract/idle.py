"""Stretches that a rule may hit and nobody would check."""

from __future__ import annotations

import re

_BEGINS = re.compile(
    r"(?:further|more|additional|other|no\s+(?:further|other|more))\s+(?:details?|information|requests?|comments?)\b"
    r"|(?:a\s+|further\s+)?requests?\s+for\s+(?:comment|interview|information)"
    r"|(?:this|that|these|those|the|such)\s+(?:figures?|numbers?|news|developments?|moves?|announcements?|decisions?"
    r"|incidents?|events?|data|statements?|trends?)\s+"
    r"(?:underscores?|underlines?|highlights?|illustrates?|reflects?|marks?|signals?|shows?\s+how|demonstrates?)\b"
    r"|(?:thus\s+|thereby\s+|further\s+)?(?:highlighting|underscoring|underlining|signall?ing|emphasi[sz]ing"
    r"|reflecting|illustrating|showcasing)\s"
    r"|(?:how|whether|why)\s.{3,120}\s(?:remains\s+(?:to\s+be\s+seen|open|unclear)|is\s+(?:anybody|anyone|another|not\s+clear|unclear))"
    r"|it\s+remains\s+to\s+be\s+seen|(?:only\s+)?time\s+will\s+tell|the\s+(?:real\s+|big\s+)?question\s+(?:is|remains)"
    r"|(?:it|they|this|that|these|those)\s+can\s+be\s+(?:just\s+)?(?:as|so|very|quite)\s"
    r"|(?:it|this|that)\s+will\s+(?:\w+ly\s+)?not\s+be\s+the\s+last\b"
    r"|(?:for\s+)?(?:more|full)\s+(?:on\s+this|coverage|stories)\b",
    re.IGNORECASE,
)
_HOLDS = re.compile(
    r"\b(?:could\s+not\s+(?:immediately\s+)?be\s+reached|did\s+not\s+(?:immediately\s+)?(?:respond|reply)|declined\s+to"
    r"\s+(?:comment|say)|(?:has|have)\s+(?:been\s+)?(?:asked|contacted)\s+for\s+comment|requests?\s+for\s+comment"
    r"|(?:would|could|did|will|can)\s+(?:neither|not)\s+confirm\s+n?or\s+deny"
    r"|\b(?:calls?|messages?|e-?mails?)\b.{0,60}\b(?:went|were|was)\s+(?:un\w+ed|not\s+(?:returned|answered))"
    r"|(?:did|would|could)\s+not\s+(?:immediately\s+)?say\s+(?:how|why|when|where|whether|who|what)"
    r"|g(?:ave|ives?)\s+an?(?:other)?\s+(?:(?:much|far|slightly)\s+)?(?:higher|lower|different)?\s*(?:figure|number)s?(?=\W*$)"
    r"|(?:rarely|seldom|hardly\s+ever|never\s+before)\b.{0,60}\bsuch"
    r"|that\s+(?:nobody|no\s+one|few|many)\b.{0,40}\bwill\s+(?:ever\s+|soon\s+)?(?:forget|remember)"
    r"|not\s+(?:immediately\s+)?available\s+for\s+comment|was\s+not\s+disclosed\s+by"
    r"|(?:not|neither|nor)\b.{0,60}\b(?:independently\s+)(?:be\s+)?(?:verif|confirm|check)\w+)\b",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"(?:this|that|it|these|those|they)\s+(?:is|was|are|were)\s+(?:far\s+|much\s+|way\s+)?too\s+\w+\W*$"
    r"|(?:this|that|it|these|those|they|he|she)\s+(?:is|was|are|were)\s+(?:\w+ly\s+|just\s+)?(?:one|two|some|none|all|many"
    r"|most|part)\s+of\s+(?:them|these|those|it|us)\W*$",
    re.IGNORECASE,
)
"""Without the words before it nobody knows what it says."""
_ARRIVES = re.compile(
    r"(?<!\bto )\b(?:comes?|came|follow(?:s|ed))"
    r"(?:\s+(?:just\s+|only\s+)?(?:\w+\s+)?(?:hours?|days?|weeks?|months?|shortly|soon))?$",
    re.IGNORECASE,
)


def says_nothing(claim: str) -> bool:
    """Whether the words only ask for comment, promise details, comment on, point or lead over to the news."""
    return (
        _BEGINS.match(claim) is not None
        or _POINTS.match(claim) is not None
        or _HOLDS.search(claim) is not None
        or _ARRIVES.search(claim) is not None
    )

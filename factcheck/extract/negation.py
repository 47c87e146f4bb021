"""Frames that take back what they lead to: "do not believe that", "no evidence that", "never said that".

The claim behind such words is cut off them where it can be read alone, and nobody asserts it.
"""

from __future__ import annotations

import re

_NOT = r"(?:\bnot|n['’]t|\bnever|\bcannot|\bno\s+longer)\s+(?!only)(?:\w+ly\s+|yet\s+|been\s+|be\s+){0,2}"
_DENYING = re.compile(
    rf"{_NOT}(?:believe[sd]?|expect(?:s|ed)?|thinks?|thought|accept(?:s|ed)?|agree[sd]?|suspect(?:s|ed)?|convinced"
    r"|persuaded|true\s+that|correct\s+that|the\s+case\s+that)\b"
    r"|\b(?:den(?:y|ies|ied|ying)|refut(?:es?|ed|ing)|reject(?:s|ed)?|disput(?:es?|ed))\b"
    r"|\bno\s+(?:\w+\s+)?(?:evidence|proof|signs?|indications?)\b|\b(?:untrue|false|wrong)\s+that\b"
    r"|\b(?:no\s+(?:\w+\s+)?(?:reason|grounds|cause)|nothing)\s+to\s+(?:believe|think|suspect|assume|suggest|indicate|show)\b"
    r"|\b(?:nobody|no\s+\w+)\s+(?:ha(?:s|ve)\s+(?:yet\s+|ever\s+)?)?(?:claim(?:s|ed)?|says?|said|confirm(?:s|ed)"
    r"|believe[sd]?|thinks?|thought|suggest(?:s|ed)|allege[sd]?)\b"
)
DOUBTED = (
    r"(?<!\bno\s)(?<!\bnot\s)(?<!n['’]t\s)(?<!\bnever\s)(?<!\blittle\s)(?<!\bwithout\s)(?<!\ba\s)"
    r"\bdoubt(?:s|ed)?\s+that\b"
)
""" "Doubted that"; not "there is no doubt that"."""
_DOUBTING = re.compile(DOUBTED)
_OPEN = re.compile(
    rf"{_NOT}(?:den(?:y|ied)|disputed?|rul(?:e|ed|ing)\s+out|excluded?|say|said|stated?|claim|claimed|confirm"
    r"|confirmed|suggest|suggested|alleged?)\s+(?:the\s+possibility\s+)?that\b"
)
_HEAD = 60
"""Code points at the head of a claim in which its frame stands, where the claim keeps it."""


def denies(lead: str) -> bool:
    """Whether the words before a claim, in lower case, deny it, or say that nobody found or believes it."""
    return _DENYING.search(lead) is not None or _DOUBTING.search(lead) is not None


def leaves_open(lead: str, claim: str) -> bool:
    """Whether what is told is neither said nor denied: "did not say that", "do not rule out that"."""
    return _OPEN.search(lead) is not None or _OPEN.search(claim[:_HEAD]) is not None

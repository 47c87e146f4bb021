"""What a readable paragraph is by its shape: body, heading or caption."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.ingest.agencies import AGENCY, REPORTED
from factcheck.ingest.shape import (
    ends_cut,
    ends_open,
    ends_sentence,
    heading_mark,
    is_list_item,
    is_title_case,
    is_title_like,
    words,
)

if TYPE_CHECKING:
    from factcheck.model import SentenceKind

LONGEST_LOOKED_AT = 600
"""Code points."""
LONGEST_HEADING = 16
"""Words."""
LONGEST_CAPTION = 70
"""Words; captions of news pictures run to three sentences."""

_PICTURE = (
    r"(?:(?:photo|photograph|image|picture|screenshot|screen ?grab|still|frame|illustration|map|graphic"
    r"|footage|video)s?(?:\s(?:image|grab|photo|picture|frame|still)s?)?)"
)
_KIND = (
    r"(?:(?:file|undated|handout|satellite|aerial|still|combination|composite|archive|archival|pool|drone|video"
    r"|stock|recent|black-and-white)\s){0,3}"
)
# "A photo purportedly showing ...": the picture and a participle. A verb after it makes a sentence of it.
_SHOWING = re.compile(
    rf"(?:an?|this|the|these)?\s?{_KIND}{_PICTURE}\s(?:\w{{2,20}}ly\s)?(?:showing|shows?|depicting|depicts|"
    r"taken|released|provided|posted|published|distributed|obtained|made available)\b",
    re.IGNORECASE,
)
_MARKED = re.compile(
    rf"(?:\(?{_KIND}{_PICTURE}\)?\s?[:|—–]|in\s(?:this|an?)\s{_KIND}{_PICTURE}\b|"
    r"(?:file|pictured|above|below)\s?[:—–-]\s|file photo\b|\(file photo)",
    re.IGNORECASE,
)
_CREDITED = re.compile(
    r"\((?:(?:file\s)?(?:photo|image|picture|photograph|illustration|credit)s?\s?(?:by|credit|courtesy|:)[^()]{1,100}"
    rf"|file(?:\sphoto)?|ap photo[^()]{{0,80}}|[^()]{{0,60}}/\s?{AGENCY})\)\.?$|\bap photo/"
    r"|[.!?]\s\(?(?:photo|photograph|image|picture|credit)s?\s?(?:by|:|credit|©|/)[^.!?]{1,60}$"
    r"|\b(?:via|/)\s?(?:getty images|ap|reuters|afp)\b[)\s]{0,2}$",
    re.IGNORECASE,
)
_CREDIT_SIGNS = ("(", "/", "photo", "image", "picture", "credit", "via")
"""Whatever _CREDITED finds holds one of these; plain text is spared the closer look."""
_SIDE = r"(?:left|right|centre|center)"
_SEEN = re.compile(
    r"\b(?:is|are)\s(?:seen|pictured)\s(?!as\b|to\b|by\b|like\b)|\bpictured\s(?:here|in|at|on|with)\b"
    rf"|\((?:far\s)?{_SIDE}\)|[A-Z][\w’'-]+,\s(?:far\s)?{_SIDE},(?!\s{_SIDE}\b)"
)
_SEEN_SIGNS = ("seen", "pictured", "left", "right", "centre", "center")
"""The same for _SEEN."""
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|said|says|told|reported|announced|confirmed|caused|sparked|prompted|went|drew"
    r"|raised|led)\b",
    re.IGNORECASE,
)


def kind_of(paragraph: str, *, first: bool, last: bool) -> SentenceKind:
    """The kind of a readable paragraph; ``first`` and ``last`` say where it stands among them."""
    if len(paragraph) > LONGEST_LOOKED_AT:
        return "body"
    if heading_mark(paragraph):
        return "heading"
    if is_caption(paragraph, first=first):
        return "caption"
    return "heading" if _is_heading(paragraph, first=first, last=last) else "body"


def is_caption(paragraph: str, *, first: bool = False) -> bool:
    """Describes a picture and reports nothing else."""
    if len(paragraph) > LONGEST_LOOKED_AT:
        return False
    small = paragraph.lower()
    if (_has(small, _CREDIT_SIGNS) and _CREDITED.search(paragraph)) or _MARKED.match(paragraph):
        return len(words(paragraph)) <= LONGEST_CAPTION
    match = _SHOWING.match(paragraph)
    if match is not None:
        return _VERB.search(paragraph, match.end()) is None and len(words(paragraph)) <= LONGEST_CAPTION
    if not _has(small, _SEEN_SIGNS) or _SEEN.search(paragraph) is None or REPORTED.search(paragraph):
        return False
    return len(words(paragraph)) <= (40 if first else 30)


def _has(small: str, signs: tuple[str, ...]) -> bool:
    return any(sign in small for sign in signs)


def _is_heading(paragraph: str, *, first: bool, last: bool) -> bool:
    if not is_title_like(paragraph) or is_list_item(paragraph) or ends_open(paragraph):
        return False
    count = len(words(paragraph))
    if ends_sentence(paragraph):
        # A question may be a heading; alone it may as well be text. Only the headline is sure.
        return first and count <= LONGEST_HEADING and not last
    if last:
        # Nothing follows it: an unfinished sentence, unless it is as short or as large as a heading.
        return count <= 4 or (is_title_case(paragraph) and count <= LONGEST_HEADING)
    return (
        count <= LONGEST_HEADING
        and (first or count <= 12 or is_title_case(paragraph))
        and ends_cut(paragraph)
    )

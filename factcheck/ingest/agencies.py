"""The names of news and picture agencies, and the verbs by which a report names who said it."""

from __future__ import annotations

import re

AGENCY = (
    r"(?:AFP|AP|AP Photo|Reuters|REUTERS|EPA(?:-EFE)?|EFE|UPI|TASS|Tass|Xinhua|Yonhap|Ukrinform|AAP|PA|"
    r"dpa|DPA|ANSA|Anadolu(?: Agency)?|KCNA|"
    r"Kyodo(?: News)?|Bloomberg|Shutterstock|Alamy|iStock|Unsplash|Pixabay|NurPhoto|"
    r"ZUMA(?: Press)?|Getty(?: Images)?|Associated Press|Agence France-Presse|Press Association|"
    r"Wikimedia(?: Commons)?|Handout)"
)
REPORTED = re.compile(r"\b(?:said|says|told|wrote|reported|announced|according to)\b")
"""Somebody is said to have said it: a sentence about such a line, not the line."""

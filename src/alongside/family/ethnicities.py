"""The groups by which the Department for Education's censuses record ethnicity, in our words."""

from __future__ import annotations

from alongside.people.models import THREE_ANSWERS

#: From a census's code to its words.
GROUPS: dict[str, str] = {
    "WBRI": "White British",
    "WIRI": "White Irish",
    "WIRT": "Traveller of Irish heritage",
    "WROM": "Gypsy or Roma",
    "WOTH": "Another White background",
    "MWBC": "White and Black Caribbean",
    "MWBA": "White and Black African",
    "MWAS": "White and Asian",
    "MOTH": "Another mixed background",
    "AIND": "Indian",
    "APKN": "Pakistani",
    "ABAN": "Bangladeshi",
    "AOTH": "Another Asian background",
    "BCRB": "Black Caribbean",
    "BAFR": "Black African",
    "BOTH": "Another Black background",
    "CHNE": "Chinese",
    "OOTH": "Another ethnic group",
}


def in_words(ethnicity: str) -> str:
    """A recorded ethnicity as people say it; one of the three answers in words too."""
    return GROUPS.get(ethnicity) or dict(THREE_ANSWERS).get(ethnicity, ethnicity)

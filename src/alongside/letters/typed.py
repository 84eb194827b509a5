"""Words as people type them, and where they stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

PROTECTED, ADDRESS, POSTCODE, TELEPHONE, EMAIL = "protected", "address", "postcode", "telephone", "email"

DIGITS = {
    "zero": "0", "oh": "0", "nought": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
    "seven": "7", "eight": "8", "nine": "9",
}  # fmt: skip
NUMBERS = DIGITS | {
    "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16",
    "seventeen": "17", "eighteen": "18", "nineteen": "19", "twenty": "20", "thirty": "30", "forty": "40",
    "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90",
}  # fmt: skip
#: Kinds of road as they are written, by the word they stand for.
ROADS = {
    "street": "street", "st": "street", "str": "street", "road": "road", "rd": "road", "avenue": "avenue",
    "ave": "avenue", "av": "avenue", "lane": "lane", "ln": "lane", "crescent": "crescent", "cres": "crescent",
    "cresc": "crescent", "terrace": "terrace", "ter": "terrace", "terr": "terrace", "gardens": "gardens",
    "gdns": "gardens", "mews": "mews", "close": "close", "cl": "close", "clo": "close", "drive": "drive",
    "dr": "drive", "court": "court", "ct": "court", "place": "place", "pl": "place", "square": "square",
    "sq": "square", "grove": "grove", "gr": "grove", "way": "way", "walk": "walk", "row": "row", "rise": "rise",
    "view": "view", "hill": "hill", "green": "green", "park": "park", "quay": "quay", "parade": "parade",
    "house": "house", "cottages": "cottages", "cottage": "cottage", "buildings": "buildings", "wharf": "wharf",
}  # fmt: skip
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Found:
    """Where something stands: ``text[start:end]``. what: one of the kinds above. key: of what is known, if it is."""

    what: str
    start: int
    end: int
    key: str = ""


@dataclass(frozen=True, slots=True)
class Token:
    """One word: how it is compared, and where it stands."""

    word: str
    start: int
    end: int
    capital: bool


def tokens_of(text: str) -> Iterator[Token]:
    """The words of a text, in order."""
    for found in WORD.finditer(text):
        word = found.group()
        yield Token(plain(word), found.start(), found.end(), word[:1].isupper() or word[:1].isdigit())


def plain(word: str) -> str:
    """A word as it is compared: small letters, without accents and apostrophes."""
    bare = "".join(one for one in unicodedata.normalize("NFKD", word) if not unicodedata.combining(one))
    return bare.casefold().replace("’", "").replace("'", "")


def number_at(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """The number that begins here and how many words it takes: “14”, “14b”, “fourteen”, “twenty-three”."""
    word = tokens[at].word
    if re.fullmatch(r"\d{1,4}[a-z]?", word):
        return word, 1
    if word not in NUMBERS:
        return "", 0
    value = NUMBERS[word]
    after = tokens[at + 1].word if at + 1 < len(tokens) else ""
    if len(value) == 2 and value[1] == "0" and value != "10" and after in DIGITS and DIGITS[after] != "0":
        return str(int(value) + int(DIGITS[after])), 2
    return value, 1


def road_of(word: str) -> str:
    """The kind of road that a word stands for; the word itself where it stands for none."""
    return ROADS.get(word, word)

"""What somebody typed into the search box: words of a name, a number, a date of birth, a place. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from alongside.people.folding import closed_up, fold
from alongside.people.telephones import as_contact

LONGEST, MOST_WORDS, SHORTEST_WORD = 100, 6, 2
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"\b(?P<year>\d{4})[-/. ](?P<month>\d{1,2})[-/. ](?P<day>\d{1,2})\b")
_ENGLISH = re.compile(
    r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[-/. ]*(?:(?<=[-/. ])(?P<month>\d{1,2})(?=[-/. ])|"
    r"(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)[-/., ]*(?P<year>\d{4}|\d{2})\b",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"\b(?P<day>\d{2})(?P<month>\d{2})(?P<year>(?:19|20)\d{2})\b")
_HOUSE = re.compile(r"\d+[a-z]? [a-z]")
_POSTCODE = re.compile(r"\b([a-z]{1,2}\d[a-z\d]?)\s*(\d[a-z]{2})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Terms:
    """What was typed, taken apart. Everything given must fit a child for the child to be found.

    words: of a name, folded. born: a day found in it. code: the whole as one number or reference,
    closed up, in capitals. digits: its digits, where there is nothing else. postcode: closed up. place: a
    house number and street, folded. contact: the whole as a telephone number or e-mail address, however it is
    written; it is then no name and no day.
    """

    typed: str
    words: tuple[str, ...] = ()
    born: date | None = None
    code: str = ""
    digits: str = ""
    postcode: str = ""
    place: str = ""
    contact: str = ""

    @property
    def too_short(self) -> bool:
        """Nothing in it is long enough to look for."""
        return not (self.born or self.postcode or len(self.code) >= SHORTEST_WORD)


def printable(typed: str) -> str:
    """The text without characters that show nothing, which no name holds and a database may refuse."""
    return "".join(one for one in typed if one.isprintable() or one.isspace())


def read(typed: str, today: date) -> Terms:
    """Take apart what was typed. Years of two digits are in the past."""
    text = " ".join(printable(typed).split())[:LONGEST]
    if contact := as_contact(text):
        code = re.sub(r"\s", "", text).upper()
        return Terms(typed=text, code=code, digits=contact if contact.isdigit() else "", contact=contact)
    born, rest = _a_day(text, today)
    postcode = _POSTCODE.search(text)
    folded = fold(rest)
    words = tuple(folded.split()[:MOST_WORDS])
    return Terms(
        typed=text,
        words=words if any(len(word) >= SHORTEST_WORD for word in words) else (),
        born=born,
        code=re.sub(r"\s", "", text).upper(),
        digits=re.sub(r"[\s-]", "", text) if re.fullmatch(r"[\d\s-]+", text) else "",
        postcode=closed_up(postcode[0]) if postcode else "",
        place=folded if not born and _HOUSE.match(folded) else "",
    )


def _a_day(text: str, today: date) -> tuple[date | None, str]:
    """The first day written in the text, and the text without it."""
    for found in _days(text):
        parts = found.groupdict()
        name = (parts.get("name") or "")[:3].lower()
        month = _MONTHS.index(name) + 1 if name else int(parts["month"])
        try:
            day = date(_year(parts["year"], today), month, int(parts["day"]))
        except ValueError:
            continue
        return day, f"{text[: found.start()]} {text[found.end() :]}"
    return None, text


def _days(text: str) -> Iterator[re.Match[str]]:
    for pattern in (_ISO, _ENGLISH, _CLOSED):
        yield from pattern.finditer(text)


def _year(written: str, today: date) -> int:
    if len(written) == 4:
        return int(written)
    year = today.year // 100 * 100 + int(written)
    return year if year <= today.year + 1 else year - 100

"""Finding addresses and numbers in what people write: those known to this record, and whatever looks like one.

Pure words in, places out. What is known is found however it is typed: in capitals, with the letters of a postcode
apart, over two lines, with “Rd” for “Road”, with a number in words. What is not known is found by its looks, which
is a warning and no more: somebody who reads decides.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

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
#: These mean a road in a sentence, however they are written. The others mean much else besides.
PLAINLY_ROADS = {"street", "road", "avenue", "lane", "crescent", "terrace", "gardens", "mews"}
#: Words between a number and a kind of road that make it no address.
SENTENCES = """
a about after again all am an and another any are as at be because been before both but by can children close come
could day days did do does down each every few first five for four friend friends from full get go going had has have
he her here him his hour hours house houses how i if in into is it its last left like little long lot main many may me
metres mile miles minute minutes mins month months more most much my near new next no not of off old on one only or
other others our out over own park people please pm quiet right same school see seven she side six so some spare still
such table tables ten than that the their them then there these they this those three time times to together too two
under until up us very was way we week weeks were what when where which while who will with would year years yards
yesterday you young your mr mrs miss ms dr sgt pc
"""
ORDINARY = frozenset(SENTENCES.split())
#: What may stand between the words of an address. The end of a sentence may not.
TOGETHER = re.compile(r"[\s(),/-]*")
CLOSE = re.compile(r"[\s-]*")
GAP = re.compile(r"[\s,'’/-]*")
#: Ordinary words that many roads are named with all the same: “New Road”.
NAMED = frozenset({"old", "new", "main", "long", "park", "school", "church", "high", "station"})
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
EMAIL_LOOKS = re.compile(
    r"[\w.+-]+[ \t]?(?:@|\(at\)|\[at\])[ \t]?[\w-]+(?:(?:\.|[ \t]?(?:\(dot\)|\[dot\]|\bdot\b)[ \t]?)\w{2,})+"
    # In words both have to be there: “at once. What” is the end of a sentence and the beginning of another.
    r"|[\w.+-]+[ \t]at[ \t][\w-]+(?:[ \t]dot[ \t]\w{2,})+",
    re.IGNORECASE,
)
#: A postcode of the United Kingdom, closed up.
POSTCODE_LOOKS = re.compile(
    r"(?:GIR0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKPS-UW]|[A-HK-Y]\d[ABEHMNPRV-Y])\d[ABD-HJLNP-UW-Z]{2})"
)


@dataclass(frozen=True, slots=True)
class Known:
    """An address or number of somebody on this record. key: of the home or the contact detail. whose: in words."""

    key: str
    lines: str = ""
    postcode: str = ""
    number: str = ""
    protected: bool = True


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


def find(text: str, known: Sequence[Known] = ()) -> list[Found]:
    """Every address and number in a text, in order; what is known first where two overlap."""
    tokens = list(_tokens(text))
    every = {one for each in known for one in _known_in(text, tokens, each)}
    found = [one for one in every if not any(_within(one, other) for other in every)]
    for one in [
        *_postcodes(text, tokens),
        *_streets(text, tokens),
        *_telephones(text, tokens),
        *_emails(text),
    ]:
        if not any(one.start < other.end and other.start < one.end for other in found):
            found.append(one)
    return sorted(found, key=lambda one: (one.start, -one.end))


def _within(one: Found, other: Found) -> bool:
    """Whether one of them is a part of the other, longer one, of the same home or number."""
    longer = other.end - other.start > one.end - one.start
    return longer and one.key == other.key and other.start <= one.start and one.end <= other.end


def stops(found: Iterable[Found]) -> list[Found]:
    """Those that are protected, and stop a letter until somebody releases them."""
    return [one for one in found if one.what == PROTECTED]


def _tokens(text: str) -> Iterator[Token]:
    for found in WORD.finditer(text):
        word = found.group()
        yield Token(_plain(word), found.start(), found.end(), word[:1].isupper() or word[:1].isdigit())


def _plain(word: str) -> str:
    bare = "".join(one for one in unicodedata.normalize("NFKD", word) if not unicodedata.combining(one))
    return bare.casefold().replace("’", "").replace("'", "")


def _number_at(tokens: Sequence[Token], at: int) -> tuple[str, int]:
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


def _known_in(text: str, tokens: Sequence[Token], known: Known) -> Iterator[Found]:
    what = PROTECTED if known.protected else ADDRESS
    if known.postcode:
        for start, end in _closed_up(tokens, _close(known.postcode), digits_in_words=True):
            yield Found(what, start, end, known.key)
    for line in known.lines.splitlines():
        for wanted in _ways_of(line):
            for start, end in _run_of(tokens, wanted):
                yield Found(what, start, end, known.key)
    if known.number:
        yield from _known_number(text, tokens, known, what)


def _known_number(text: str, tokens: Sequence[Token], known: Known, what: str) -> Iterator[Found]:
    if "@" in known.number:
        name, _, domain = known.number.casefold().partition("@")
        at, dot = r"\s*(?:@|\(at\)|\[at\]|\bat\b)\s*", r"\s*(?:\.|\(dot\)|\[dot\]|\bdot\b)\s*"
        looks = at.join(
            dot.join(r"\s*".join(map(re.escape, part)) for part in half.split(".")) for half in (name, domain)
        )
        for found in re.finditer(looks, text, re.IGNORECASE):
            yield Found(what, found.start(), found.end(), known.key)
        return
    digits = re.sub(r"\D", "", known.number)
    national = digits[1:] if digits.startswith("0") else digits.removeprefix("44")
    for start, end in _closed_up(
        tokens, national, digits_in_words=True, may_follow=("0", "44", "0044", "440", "00440")
    ):
        yield Found(what, start, end, known.key)


def _close(words: str) -> str:
    return "".join(_plain(one) for one in WORD.findall(words))


@lru_cache(maxsize=1024)
def _ways_of(line: str) -> tuple[tuple[str, ...], ...]:
    """A line of an address as it may be typed: with its number; and the road by itself, where it has a name."""
    words = [_plain(one) for one in WORD.findall(line)]
    words = [
        *words[:-1],
        *(_road(one) for one in words[-1:]),
    ]  # “St” at the end is a street, and before that a saint.
    while words and words[0] in ("flat", "apartment", "apt", "room", "unit"):
        words = words[2:]
    if not words:
        return ()
    numbered = bool(re.fullmatch(r"\d{1,4}[a-z]?", words[0]))
    road = words[1:] if numbered else words
    if numbered and road:
        return (tuple(words), tuple(road)) if _names_a_road(road) else (tuple(words),)
    # A town or a county is no secret; a house that is known by its name is.
    return (tuple(words),) if _names_a_road(road) else ()


def _names_a_road(words: Sequence[str]) -> bool:
    return len(words) > 1 and words[-1] in ROADS.values()


def _road(word: str) -> str:
    return ROADS.get(word, word)


def _run_of(tokens: Sequence[Token], wanted: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where these words stand in a row; closed up, apart or abbreviated, and a number in words."""
    target = "".join(wanted)
    for at in range(len(tokens)):
        built, here = "", at
        while here < len(tokens) and len(built) < len(target):
            number, took = _number_at(tokens, here) if not built else ("", 0)
            if number and target.startswith(number):
                built, here = built + number, here + took
                continue
            word = tokens[here].word
            rest = target[len(built) :]
            full = _road(word)
            if rest.startswith(full) and (len(full) == len(rest) or full == word):
                built += full
            elif rest.startswith(word):
                built += word
            else:
                break
            here += 1
        if built == target:
            yield tokens[at].start, tokens[here - 1].end


def _closed_up(
    tokens: Sequence[Token], target: str, *, digits_in_words: bool, may_follow: tuple[str, ...] = ()
) -> Iterator[tuple[int, int]]:
    """Where these letters and digits stand in a row, however they are spaced; digits may be words, “double” too."""
    for at in range(len(tokens)):
        built, here, double = "", at, 1
        while here < len(tokens) and len(built) <= len(target) + 6:
            word = tokens[here].word
            if digits_in_words and word in ("double", "treble", "triple"):
                double = 2 if word == "double" else 3
            else:
                built += (DIGITS.get(word, word) if digits_in_words else word) * double
                double = 1
            here += 1
            if built == target or any(built == before + target for before in may_follow):
                yield tokens[at].start, tokens[here - 1].end
                break
            wanted = (target, *(before + target for before in may_follow))
            if not any(one.startswith(built) for one in wanted):
                break


def _postcodes(text: str, tokens: Sequence[Token]) -> Iterator[Found]:
    """What looks like a postcode: in one word, in two, or letter by letter."""
    at = 0
    while at < len(tokens):
        for took in (1, 2, 3, 4, 5, 6, 7):
            some = tokens[at : at + took]
            if len(some) < took:
                break
            words = [DIGITS.get(one.word, one.word) for one in some]
            closed = "".join(words).upper()
            if len(closed) > 7 or not all(CLOSE.fullmatch(text[a.end : b.start]) for a, b in pairwise(some)):
                break
            # Words of a sentence close up to a postcode by chance: either two parts, or every part is short.
            typed = took <= 2 or all(len(one) <= 2 for one in words)
            if (
                typed
                and POSTCODE_LOOKS.fullmatch(closed)
                and any(one[:1].isdigit() or len(one) > 2 for one in words)
            ):
                yield Found(POSTCODE, some[0].start, some[-1].end)
                at += took - 1
                break
        at += 1


def _streets(text: str, tokens: Sequence[Token]) -> Iterator[Found]:
    """A number, a name of one to three words, and a kind of road."""
    for at in range(len(tokens)):
        number, took = _number_at(tokens, at)
        if not number:
            continue
        for length in (1, 2, 3):
            end = at + took + length
            if end >= len(tokens):
                break
            name, road = tokens[at + took : end], tokens[end]
            if not all(GAP.fullmatch(text[a.end : b.start]) for a, b in pairwise(tokens[at : end + 1])):
                break
            kind = ROADS.get(road.word)
            if kind is None:
                continue
            capitals = all(one.capital for one in (*name, road))
            ordinary = [one for one in name if one.word in ORDINARY or one.word.isdigit()]
            unlikely = [one for one in ordinary if one.word not in NAMED]
            if (unlikely and not capitals) or (ordinary == name and unlikely):
                break
            if capitals or road.word not in ("st", "av", "ter", "gr", "dr", "pl", "ct", "cl"):
                yield Found(ADDRESS, tokens[at].start, road.end)
                break


def _telephones(text: str, tokens: Sequence[Token]) -> Iterator[Found]:
    """Digits in a row that ring somebody: ten or eleven from a nought, or more with the country's own."""
    at = 0
    while at < len(tokens):
        built, here, double, spelled = "", at, 1, False
        while here < len(tokens):
            word = tokens[here].word
            if here > at and not TOGETHER.fullmatch(text[tokens[here - 1].end : tokens[here].start]):
                break
            if word in ("double", "treble", "triple") and built:
                double = 2 if word == "double" else 3
            elif word.isdigit() or word in DIGITS:
                built += DIGITS.get(word, word) * double
                double, spelled = 1, spelled or word in DIGITS
            else:
                break
            here += 1
        national = re.sub(r"^(0044|44)0?", "0", built) if len(built) > 11 else built
        if re.fullmatch(r"0[1-9]\d{8,9}", national):
            yield Found(TELEPHONE, tokens[at].start, tokens[here - 1].end)
        at = max(here, at + 1)


def _emails(text: str) -> Iterator[Found]:
    for found in EMAIL_LOOKS.finditer(text):
        yield Found(EMAIL, found.start(), found.end())

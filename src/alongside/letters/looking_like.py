"""What looks like an address or a number, though nobody on record has it: a warning, and no more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from alongside.letters.typed import (
    ADDRESS,
    DIGITS,
    EMAIL,
    POSTCODE,
    ROADS,
    TELEPHONE,
    Found,
    Token,
    number_at,
)

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


def postcodes(text: str, tokens: Sequence[Token]) -> Iterator[Found]:
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


def streets(text: str, tokens: Sequence[Token]) -> Iterator[Found]:
    """A number, a name of one to three words, and a kind of road."""
    for at in range(len(tokens)):
        number, took = number_at(tokens, at)
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


def telephones(text: str, tokens: Sequence[Token]) -> Iterator[Found]:
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


def emails(text: str) -> Iterator[Found]:
    """What looks like an e-mail address, with its signs or in words."""
    for found in EMAIL_LOOKS.finditer(text):
        yield Found(EMAIL, found.start(), found.end())

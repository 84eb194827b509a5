"""Finding addresses and numbers in what people write: those known to this record, and whatever looks like one.

Pure words in, places out. What is known is found however it is typed: in capitals, with the letters of a postcode
apart, over two lines, with “Rd” for “Road”, with a number in words. What is not known is found by its looks, which
is a warning and no more: somebody who reads decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from alongside.letters.looking_like import emails, postcodes, streets, telephones
from alongside.letters.typed import (
    ADDRESS,
    DIGITS,
    PROTECTED,
    ROADS,
    WORD,
    Found,
    Token,
    number_at,
    plain,
    road_of,
    tokens_of,
)


@dataclass(frozen=True, slots=True)
class Known:
    """An address or number of somebody on this record. key: of the home or the contact detail. whose: in words."""

    key: str
    lines: str = ""
    postcode: str = ""
    number: str = ""
    protected: bool = True


def find(text: str, known: Sequence[Known] = ()) -> list[Found]:
    """Every address and number in a text, in order; what is known first where two overlap."""
    tokens = list(tokens_of(text))
    every = {one for each in known for one in _known_in(text, tokens, each)}
    found = [one for one in every if not any(_within(one, other) for other in every)]
    for one in [
        *postcodes(text, tokens),
        *streets(text, tokens),
        *telephones(text, tokens),
        *emails(text),
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


def _known_in(text: str, tokens: Sequence[Token], known: Known) -> Iterator[Found]:
    what = PROTECTED if known.protected else ADDRESS
    if known.postcode:
        for start, end in _closed_up(tokens, _close(known.postcode), digits_in_words=True):
            yield Found(what, start, end, known.key)
    for wanted in {
        way for line in known.lines.splitlines() for part in _parts_of(line) for way in _ways_of(part)
    }:
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
    return "".join(plain(one) for one in WORD.findall(words))


#: Parts of towns are named with these too: without a number they end no road's name in the middle of a line.
NAME_PLACES = {"green", "hill", "park", "quay", "wharf"}


def _parts_of(line: str) -> Iterator[str]:
    """A line as it stands, and its parts: many type a whole home on one line, and nobody writes all of it in a note."""
    yield line
    parts = re.split(r"[,;]", line)
    if len(parts) > 1:
        yield from parts
    for part in parts:
        words = [plain(one) for one in WORD.findall(part)]
        numbered = bool(words) and words[0][0].isdigit()
        # “14 Mill Road Wrenmouth” up to its road; of “14 Park View Road Wrenmouth” the whole name, not “14 Park View”.
        for at in range(2 if numbered else 1, len(words) - 1):
            ends = words[at] in ROADS and words[at + 1] not in ROADS
            if ends and (numbered or words[at] not in NAME_PLACES):
                yield " ".join(words[: at + 1])


@lru_cache(maxsize=1024)
def _ways_of(line: str) -> tuple[tuple[str, ...], ...]:
    """A line of an address as it may be typed: with its number; and the road by itself, where it has a name."""
    words = [plain(one) for one in WORD.findall(line)]
    words = [
        *words[:-1],
        *(road_of(one) for one in words[-1:]),
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


def _run_of(tokens: Sequence[Token], wanted: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where these words stand in a row; closed up, apart or abbreviated, and a number in words."""
    target = "".join(wanted)
    for at in range(len(tokens)):
        built, here = "", at
        while here < len(tokens) and len(built) < len(target):
            number, took = number_at(tokens, here) if not built else ("", 0)
            if number and target.startswith(number):
                built, here = built + number, here + took
                continue
            word = tokens[here].word
            rest = target[len(built) :]
            full = road_of(word)
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

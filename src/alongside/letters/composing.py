"""A letter put together for its reader: its words, what was left out, and what its sender must look at first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from alongside.letters import protecting
from alongside.letters.for_reader import shown_to
from alongside.letters.models import Audience, Letter, SignedLetter
from alongside.letters.paper import Paper
from alongside.letters.readers import Reader, Record
from alongside.letters.reading import read_record
from alongside.letters.typed import PROTECTED
from alongside.letters.which import BY_ID, LetterKind
from alongside.letters.wording import TITLE, Block, block_from, brought_along, fill
from alongside.ui.words import day_long

NOT_SIGNED = "Not signed: for you to read, not to send"
#: Languages by their names, as codes that a screen reader speaks by. Any other is read as it is spelled.
CODES = {
    "english": "en", "polish": "pl", "romanian": "ro", "ukrainian": "uk", "russian": "ru", "bulgarian": "bg",
    "lithuanian": "lt", "portuguese": "pt", "spanish": "es", "french": "fr", "german": "de", "italian": "it",
    "greek": "el", "turkish": "tr", "albanian": "sq", "hungarian": "hu", "slovak": "sk", "czech": "cs", "welsh": "cy",
    "vietnamese": "vi", "somali": "so", "urdu": "ur", "arabic": "ar", "bengali": "bn", "punjabi": "pa", "panjabi": "pa",
    "gujarati": "gu", "hindi": "hi", "tamil": "ta", "persian": "fa", "farsi": "fa", "pashto": "ps", "kurdish": "ku",
    "chinese": "zh", "tigrinya": "ti", "amharic": "am", "dari": "fa",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Marked:
    """A place in a letter that its sender must look at. block: which. what: a kind of ``protecting``, or "child"."""

    block: int
    what: str
    words: str
    start: int
    end: int
    key: str = ""
    released: bool = False

    @property
    def stops(self) -> bool:
        return self.what == PROTECTED and not self.released


@dataclass(frozen=True, slots=True)
class Composed:
    """A letter as its reader would get it, and what stands in its way."""

    title: str
    blocks: tuple[Block, ...]
    left_out: tuple[tuple[str, str], ...]
    marked: tuple[Marked, ...]
    missing: tuple[str, ...]
    version: int

    @property
    def stopped(self) -> list[Marked]:
        """Protected homes and numbers that nobody released to this reader."""
        return [one for one in self.marked if one.stops]

    @property
    def children(self) -> list[Marked]:
        """Names of other children."""
        return [one for one in self.marked if one.what == "child"]

    def pieces(self, block: int) -> list[tuple[str, Marked | None]]:
        """A block's words cut at what is marked, for a page that shows the places."""
        words, at, pieces = self.blocks[block].words, 0, []
        for one in sorted((one for one in self.marked if one.block == block), key=lambda one: one.start):
            if one.start >= at:
                pieces += [(words[at : one.start], None), (words[one.start : one.end], one)]
                at = one.end
        return [piece for piece in [*pieces, (words[at:], None)] if piece[0]]


def compose(letter: Letter, record: Record | None = None) -> Composed:
    """The letter as it stands now, for this reader and no other."""
    kind, reader = BY_ID[letter.kind], reader_of(letter)
    record = record or read_record(letter.case, letter.case.child)
    shown = shown_to(kind, letter.case, reader, letter.about, record)
    words, version = words_for(kind, reader.audience, record)
    values = {**shown.fields, **{box.key: str(letter.said.get(box.key, "")).strip() for box in kind.boxes}}
    blocks = tuple(fill(words, values))
    title = next((one.words for one in blocks if one.kind == TITLE), kind.title)
    missing = tuple(box.label for box in kind.boxes if box.must and not values[box.key])
    marked = tuple(look(blocks, record, reader.key))
    left_out = (*shown.left_out, *_not_there_yet(kind, letter, values))
    return Composed(title, blocks, left_out, marked, missing, version)


def _not_there_yet(kind: LetterKind, letter: Letter, values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What a letter would hold and nobody has written yet."""
    if kind.id == "plan" and letter.audience == Audience.CHILD and not values["promises"]:
        yield (
            "The plan in the child’s own words",
            "Nobody has written it yet: it stands here once somebody does.",
        )


def reader_of(letter: Letter) -> Reader:
    return Reader(
        Audience(letter.audience), letter.to_name, person_key=letter.person_id, agency_key=letter.agency_id
    )


def words_for(kind: LetterKind, audience: str, record: Record) -> tuple[str, int]:
    """The words of a kind for an audience in an area, and which version they are; 0 is what comes along."""
    return record.words.get((kind.id, audience)) or (brought_along(kind.id, audience), 0)


def look(blocks: Iterable[Block], record: Record, recipient: str) -> Iterator[Marked]:
    """Every address and number in a document about this child, and every name of another child.

    The document is looked at as a whole: an address goes on from one paragraph or line to the next.
    """
    released, places, text = record.released_to(recipient), [], ""
    for block in blocks:
        places.append((len(text), len(text) + len(block.words)))
        text += block.words + "\n"
    for one in protecting.find(text, record.known):
        yield from _in_blocks(text, places, one.what, one.start, one.end, one.key, one.key in released)
    for name in record.other_children:
        # By the whole name, or by the first of the names standing alone.
        written = rf"\b(?:{re.escape(name)}|{re.escape(name.split()[0])})\b"
        for found in re.finditer(written, text, re.IGNORECASE):
            yield from _in_blocks(text, places, "child", found.start(), found.end())


def _in_blocks(
    text: str,
    places: list[tuple[int, int]],
    what: str,
    start: int,
    end: int,
    key: str = "",
    released: bool = False,
) -> Iterator[Marked]:
    for number, (begins, ends) in enumerate(places):
        first, last = max(start, begins), min(end, ends)
        if first < last:
            yield Marked(number, what, text[first:last], first - begins, last - begins, key, released)


def paper_of(
    letter: Letter, composed: Composed | None, signed: SignedLetter | None, *, large: bool, now: datetime
) -> Paper:
    """The sheet: from what was signed where it is signed, in its translation where there is one."""
    if signed is None:
        assert composed is not None
        return Paper(
            title=composed.title, blocks=composed.blocks, area=letter.area.name, stamp=NOT_SIGNED, large=large,
            day=day_long(now.date()), footer=f"{letter.area.name} · {number_of(letter)}",
        )  # fmt: skip
    blocks = tuple(block_from(one) for one in signed.blocks)
    return Paper(
        title=signed.title, blocks=blocks, area=letter.area.name, author=signed.signed_by.name, large=large,
        day=day_long(signed.signed_on), footer=f"{letter.area.name} · {number_of(letter)}",
    )  # fmt: skip


def paper_in_translation(signed: SignedLetter, *, large: bool) -> Paper:
    """The sheet in the reader's language, as the translator wrote it."""
    letter, translation = signed.letter, signed.translation
    code = CODES.get(translation.language.casefold(), "und")
    first, *others = [one.strip() for one in translation.words.splitlines() if one.strip()]
    blocks = (Block(TITLE, first.removeprefix("# ")), *(_line(one) for one in others))
    return Paper(
        title=first.removeprefix("# "), blocks=blocks, area=letter.area.name, author=signed.signed_by.name,
        day=day_long(signed.signed_on), footer=f"{letter.area.name} · {number_of(letter)}", lang=code, large=large,
    )  # fmt: skip


def _line(words: str) -> Block:
    for mark, kind in (("## ", "heading"), ("- ", "item")):
        if words.startswith(mark):
            return Block(kind, words.removeprefix(mark))
    return Block("text", words)


def number_of(letter: Letter) -> str:
    """What stands at the foot of the letter and on its envelope: the same, so that nobody puts one in the other."""
    return letter.pk.hex[-8:].upper()

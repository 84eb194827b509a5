"""The briefing as slides: real titles, and in the notes what each slide rests on. The same bytes each time.

A change has a slide of its own; lists are cut so that a room can read them. Nothing but titles and text: whoever shows
them can change every word.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import PP_ALIGN
from pptx.util import Inches, Pt

from alongside.briefings.sheet import Block, Entry, Part, Point, Points, Sheet, Words
from alongside.letters.word import LONG_AGO, again_in_order

TEAL, INK = RGBColor(0x0B, 0x4F, 0x57), RGBColor(0x0B, 0x0C, 0x0C)
WIDE, HIGH, SIDE = 13.333, 7.5, 0.7
#: As much of a list as one slide holds: lines, and letters.
LINES, SHORT_LINES, LETTERS = 5, 10, 620
#: The largest type, in points, that so many letters leave room for.
SIZES = ((220, 28), (400, 25), (640, 22), (800, 20), (1_000, 18))
SMALLEST = 16

Lines: TypeAlias = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide. lines: lead and words; notes: what is said and where it is said, for whoever speaks."""

    title: str
    lines: Lines
    notes: tuple[str, ...] = field(default=())


def slides(sheet: Sheet) -> Iterator[Slide]:
    """What a document becomes, after its title."""
    yield Slide(
        "How far this can be relied on",
        tuple(("", one) for one in sheet.caution),
        ("; ".join(map(": ".join, sheet.facts)),),
    )
    for part in sheet.parts:
        for block in part.blocks:
            yield from _of(part, block)


def _of(part: Part, block: Block) -> Iterator[Slide]:
    if isinstance(block, Entry):
        rests = (f"{part.heading}. {', '.join(block.marks).capitalize()}.", f"Said in: {block.cites}.")
        touched = (
            (f"Rules it touches: {'; '.join(title for _, title in block.rules)}.",) if block.rules else ()
        )
        first, second = _halves(block.lines)
        yield Slide(block.title, first, (*rests, *touched))
        if second:
            yield Slide(f"{block.title}: what it means", second, rests)
    elif isinstance(block, Points):
        groups = list(_cut(block.points, SHORT_LINES if block.short else LINES))
        for n, group in enumerate(groups, 1):
            of = f" ({n} of {len(groups)})" if len(groups) > 1 else ""
            yield Slide(f"{part.heading}{of}", tuple((one.lead, one.words) for one in group),
                        tuple(f"{place}. {one.cites}." for place, one in enumerate(group, 1) if one.cites))  # fmt: skip
    elif isinstance(block, Words) and not block.quiet:
        if len(block.words) <= LETTERS:
            yield Slide(part.heading, (("", block.words),))
        else:
            yield from _of(part, Points(tuple(Point(one) for one in block.words.split("; ")), short=True))


def _halves(lines: Lines) -> tuple[Lines, Lines]:
    """What was and is, and on a slide of its own what it means, where one slide cannot hold both."""
    if sum(len(words) for _, words in lines) <= LETTERS or len(lines) < 2:
        return lines, ()
    return lines[:-1], lines[-1:]


def _cut(points: tuple[Point, ...], lines: int) -> Iterator[list[Point]]:
    group: list[Point] = []
    for point in points:
        letters = sum(len(one.words) for one in group) + len(point.words)
        if group and (len(group) == lines or letters > LETTERS):
            yield group
            group = []
        group.append(point)
    if group:
        yield group


def made(sheet: Sheet) -> bytes:
    """The file."""
    deck = Presentation()
    _widen(deck)
    first = deck.slides.add_slide(deck.slide_layouts[0])
    _write(first.shapes.title.text_frame, sheet.title, 40, bold=True)
    _lines(first.placeholders[1].text_frame, sheet.facts, 18)
    first.notes_slide.notes_text_frame.text = "\n".join(sheet.caution)
    for one in slides(sheet):
        shown = deck.slides.add_slide(deck.slide_layouts[1])
        _write(shown.shapes.title.text_frame, one.title, 32 if len(one.title) < 60 else 26, bold=True)
        _lines(shown.placeholders[1].text_frame, one.lines, _size(one))
        shown.notes_slide.notes_text_frame.text = "\n".join(one.notes)
    _sign(deck, sheet)
    kept = io.BytesIO()
    deck.save(kept)
    return again_in_order(kept.getvalue())


def _size(slide: Slide) -> int:
    letters = sum(len(lead) + len(words) + 40 for lead, words in slide.lines)
    return next((size for room, size in SIZES if letters <= room), SMALLEST)


def _widen(deck: Any) -> None:
    """The library's own pattern is for old square screens."""
    deck.slide_width, deck.slide_height = Inches(WIDE), Inches(HIGH)
    places = {"title": (0.45, 1.15), "body": (1.75, 5.2)}
    for pattern in (deck.slide_master, deck.slide_layouts[1]):
        for holder in pattern.placeholders:
            kind = {0: "title", 1: "body"}.get(holder.placeholder_format.idx)
            if kind:
                top, high = places[kind]
                holder.left, holder.top, holder.width, holder.height = (
                    Inches(SIDE), Inches(top), Inches(WIDE - 2 * SIDE), Inches(high),
                )  # fmt: skip
    for holder in deck.slide_layouts[0].placeholders:
        top, high = {0: (1.6, 2.0), 1: (3.9, 2.6)}.get(holder.placeholder_format.idx, (6.9, 0.4))
        holder.left, holder.top = Inches(SIDE), Inches(top)
        holder.width, holder.height = Inches(WIDE - 2 * SIDE), Inches(high)


def _write(frame: Any, words: str, size: int, *, bold: bool = False) -> None:
    frame.text = ""
    frame.paragraphs[0].alignment = PP_ALIGN.LEFT
    _run(frame.paragraphs[0], words, size, bold=bold, colour=TEAL)


def _lines(frame: Any, lines: Lines, size: int) -> None:
    frame.word_wrap = True
    for n, (lead, words) in enumerate(lines):
        paragraph = frame.paragraphs[0] if n == 0 else frame.add_paragraph()
        paragraph.space_after = Pt(size * 0.5)
        paragraph.alignment = PP_ALIGN.LEFT
        if lead:
            _run(paragraph, f"{lead}. ", size, bold=True, colour=TEAL)
        _run(paragraph, words, size, bold=False, colour=INK)


def _run(paragraph: Any, words: str, size: int, *, bold: bool, colour: RGBColor) -> None:
    run = paragraph.add_run()
    run.text = words
    run.font.size, run.font.bold, run.font.name, run.font.color.rgb = Pt(size), bold, "Arial", colour
    run.font._element.set("lang", "en-GB")


def _sign(deck: Any, sheet: Sheet) -> None:
    properties = deck.core_properties
    properties.title, properties.author, properties.last_modified_by = sheet.title, "", ""
    properties.comments, properties.keywords, properties.revision = "", "", 1
    properties.created = properties.modified = LONG_AGO
    properties.language = "en-GB"

"""A document as a Word file: real headings, lists and tables, its language said, the same bytes each time."""

from __future__ import annotations

import io
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from alongside.briefings.pdf import FOOT
from alongside.briefings.sheet import Block, Entry, Points, Sheet, Table, Words
from alongside.letters.word import LONG_AGO, again_in_order

TEAL, QUIET = RGBColor(0x0B, 0x4F, 0x57), RGBColor(0x48, 0x49, 0x49)
SIZES = (("Normal", 10.5), ("Heading 1", 18), ("Heading 2", 14), ("Heading 3", 11.5), ("List Bullet", 10.5))


def made(sheet: Sheet) -> bytes:
    """The file."""
    document = Document()
    _dress(document, sheet)
    _heading(document, sheet.title, 1)
    for name, words in sheet.facts:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{name}: ").bold = True
        paragraph.add_run(words)
    for words in sheet.caution:
        document.add_paragraph().add_run(words).italic = True
    for part in sheet.parts:
        _heading(document, part.heading, 2).paragraph_format.page_break_before = part.apart or None
        for block in part.blocks:
            _add(document, block)
    kept = io.BytesIO()
    document.save(kept)
    return again_in_order(kept.getvalue())


def _dress(document: Any, sheet: Sheet) -> None:
    for name, size in SIZES:
        style = document.styles[name]
        style.font.name, style.font.size = "Arial", Pt(size)
        style.paragraph_format.space_after = Pt(4)
        if name.startswith("Heading"):
            style.font.color.rgb = TEAL
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            style.element.rPr.rFonts.attrib.pop(qn(f"w:{theme}"), None)
    for language in document.styles.element.find(qn("w:docDefaults")).iter(qn("w:lang")):
        for name in ("val", "eastAsia", "bidi"):
            language.set(qn(f"w:{name}"), "en-GB")
    section = document.sections[0]
    section.page_width, section.page_height = (Cm(29.7), Cm(21)) if sheet.wide else (Cm(21), Cm(29.7))
    section.orientation = WD_ORIENT.LANDSCAPE if sheet.wide else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(1.9)
    section.footer.paragraphs[0].text = FOOT
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = sheet.title, "", ""
    properties.comments, properties.keywords, properties.revision = "", "", 1
    properties.created = properties.modified = LONG_AGO
    properties.language = "en-GB"


def _heading(document: Any, words: str, level: int) -> Any:
    paragraph = _styled(document, f"Heading{level}")
    paragraph.add_run(words)
    return paragraph


def _styled(document: Any, style_id: str) -> Any:
    """A paragraph in a style by its id: by its name the library looks through all styles each time."""
    paragraph = document.add_paragraph()
    paragraph._p.style = style_id
    return paragraph


def _add(document: Any, block: Block) -> None:
    if isinstance(block, Words):
        document.add_paragraph(block.words)
    elif isinstance(block, Points):
        for point in block.points:
            paragraph = _styled(document, "ListBullet")
            if point.lead:
                paragraph.add_run(f"{point.lead} ").bold = True
            paragraph.add_run(point.words)
            if point.cites:
                _quietly(paragraph, f" {point.cites}.")
    elif isinstance(block, Entry):
        _entry(document, block)
    else:
        _table(document, block)


def _entry(document: Any, entry: Entry) -> None:
    _heading(document, entry.title, 3)
    for name, words in entry.lines:
        paragraph = document.add_paragraph()
        if name:
            paragraph.add_run(f"{name}. ").bold = True
        paragraph.add_run(words)
    if foot := ". ".join(filter(None, (", ".join(entry.marks), entry.cites))):
        _quietly(document.add_paragraph(), f"{foot}.")


def _quietly(paragraph: Any, words: str) -> None:
    run = paragraph.add_run(words)
    run.font.size, run.font.color.rgb = Pt(9), QUIET


def _table(document: Any, table: Table) -> None:
    grid = document.add_table(rows=1, cols=len(table.columns), style="Table Grid")
    for cell, name in zip(grid.rows[0].cells, table.columns, strict=True):
        cell.paragraphs[0].add_run(name).bold = True
    # The first row is said to be a heading, and repeats on each page.
    heading = OxmlElement("w:tblHeader")
    heading.set(qn("w:val"), "true")
    grid.rows[0]._tr.get_or_add_trPr().append(heading)
    for row in table.rows:
        for cell, words in zip(grid.add_row().cells, row, strict=True):
            cell.text = words
    section = document.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    widths = [int(room * share / sum(table.widths)) for share in table.widths]
    for row in grid.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width

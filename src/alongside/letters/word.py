"""A letter as a Word file: real headings and lists, its language said, the same bytes each time.

Built from nothing, so that there is nothing in it but what is on the page: no comment, no earlier version, no
author of a machine, no hidden text.
"""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt
from lxml import etree

from alongside.letters.paper import Paper
from alongside.letters.wording import HEADING, ITEM, TITLE

STYLES = {TITLE: "Heading 1", HEADING: "Heading 2", ITEM: "List Bullet"}
LONG_AGO = datetime(1980, 1, 1, tzinfo=UTC)
#: What python-docx brings along in its template and no letter needs.
NOT_NEEDED = ("docProps/thumbnail.jpeg",)


def made(paper: Paper) -> bytes:
    """The file."""
    document = Document()
    for name, size in (("Normal", 16 if paper.large else 12), ("Heading 1", 23 if paper.large else 18),
                       ("Heading 2", 18 if paper.large else 14), ("List Bullet", 16 if paper.large else 12)):  # fmt: skip
        style = document.styles[name]
        style.font.name, style.font.size = "Arial", Pt(size)
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            style.element.rPr.rFonts.attrib.pop(qn(f"w:{theme}"), None)
    _say_language(document, "en-GB" if paper.lang == "en" else paper.lang)
    if paper.stamp:
        document.add_paragraph().add_run(paper.stamp).bold = True
    document.add_paragraph("\n".join(one for one in (paper.area, paper.day) if one))
    for block in paper.blocks:
        document.add_paragraph(block.words, style=STYLES.get(block.kind))
    document.sections[0].footer.paragraphs[0].text = paper.footer
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = paper.title, paper.author, ""
    properties.comments, properties.keywords, properties.revision = "", "", 1
    properties.created = properties.modified = LONG_AGO
    properties.language = "en-GB" if paper.lang == "en" else paper.lang
    kept = io.BytesIO()
    document.save(kept)
    return again_in_order(kept.getvalue())


def _say_language(document: object, code: str) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))  # type: ignore[attr-defined]
    for language in defaults.iter(qn("w:lang")):
        for name in ("val", "eastAsia", "bidi"):
            language.set(qn(f"w:{name}"), code)


def again_in_order(file: bytes) -> bytes:
    """The parts of an Office file again, without what no paper needs, all of one day: so two makings are alike to the byte."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as old, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name in NOT_NEEDED:
                continue
            content = old.read(name)
            if name == "_rels/.rels":
                content = _without_thumbnail(content)
            part = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            new.writestr(part, content, compress_type=zipfile.ZIP_DEFLATED)
    return kept.getvalue()


def _without_thumbnail(relations: bytes) -> bytes:
    root = etree.fromstring(relations)
    for one in list(root):
        if one.get("Target", "").endswith("thumbnail.jpeg"):
            root.remove(one)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

"""A document as PDF: tagged for screen readers (PDF/UA-1), the same bytes each time, its typeface inside it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import typst

from alongside.briefings.sheet import Block, Entry, Points, Sheet, Table, Words

HERE = Path(__file__).resolve().parent
FONTS = HERE.parent / "ui" / "static" / "vendor" / "fonts"
FOOT = "Made with Alongside. In other words than the guidance’s; the text itself is the authority."


def made(*sheets: Sheet) -> bytes:
    """The file: each document from a new page."""
    result = typst.compile(
        str(HERE / "sheet.typ"), root=str(HERE), font_paths=[str(FONTS)], ignore_system_fonts=True, format="pdf",
        pdf_standards=["ua-1"], timestamp=0, sys_inputs={"sheets": json.dumps([_plain(one) for one in sheets])},
    )  # fmt: skip
    assert isinstance(result, bytes)
    return result


def _plain(sheet: Sheet) -> dict[str, Any]:
    return {
        "title": sheet.title, "facts": sheet.facts, "caution": sheet.caution, "pages": sheet.pages, "wide": sheet.wide,
        "columns": sheet.columns, "poster": sheet.poster, "foot": FOOT,
        "parts": [
            {"heading": part.heading, "apart": part.apart, "blocks": [_block(one) for one in part.blocks]}
            for part in sheet.parts
        ],
    }  # fmt: skip


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Words):
        return {"kind": "words", "words": block.words, "quiet": block.quiet}
    if isinstance(block, Points):
        return {"kind": "points",
                "points": [{"lead": one.lead, "words": one.words, "cites": one.cites} for one in block.points]}  # fmt: skip
    if isinstance(block, Entry):
        return {
            "kind": "entry",
            "title": block.title,
            "lines": block.lines,
            "marks": block.marks,
            "cites": block.cites,
        }
    assert isinstance(block, Table)
    return {
        "kind": "table",
        "columns": block.columns,
        "rows": block.rows,
        "widths": block.widths,
        "tall": block.tall,
    }

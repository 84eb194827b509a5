"""Reading documents as people read them, whichever form they come in."""

from __future__ import annotations

import io
import re
from datetime import date

from docx import Document
from docx.oxml.ns import qn
from lxml import html
from pypdf import PdfReader

from alongside.briefings.pdf import FOOT
from alongside.guidance.actors import AUDIENCES
from alongside.guidance.editions import EDITIONS

DAY = date(2026, 11, 23)
ORDER = [one.id for one in EDITIONS]
PAIRS = [(before, after) for n, before in enumerate(ORDER) for after in ORDER[n + 1 :]]
READERS = [*AUDIENCES, ""]


def plain(words: str) -> str:
    """The letters and figures alone: lines are broken elsewhere in each form."""
    return re.sub(r"[\W_]+", "", words).casefold()


def words_in_pdf(content: bytes) -> str:
    """Without the line at the foot of each page, which may stand in the middle of a sentence."""
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]
    return "\n".join(re.sub(rf"{re.escape(FOOT)}\s*\d+ / \d+", "", one) for one in pages)


def words_in_word(content: bytes) -> str:
    body = Document(io.BytesIO(content)).element.body
    return "\n".join("".join(one.itertext(qn("w:t"))) for one in body.iter(qn("w:p")))


def words_on_page(content: bytes) -> str:
    (main,) = html.fromstring(content.decode()).xpath("//main")
    return main.text_content()

"""A letter as PDF: tagged for screen readers (PDF/UA-1), the same bytes each time, its typeface inside it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import typst

from alongside.letters.paper import Paper

HERE = Path(__file__).resolve().parent
FONTS = HERE.parent / "ui" / "static" / "vendor" / "fonts"
#: The last letter of each script that the typeface has: Latin with its additions, Greek, Cyrillic, and marks.
SET_IN = ((0x0000, 0x052F), (0x1E00, 0x1FFF), (0x2000, 0x22FF), (0x2500, 0x25FF), (0xFB00, 0xFB06))


class CannotBeSet(Exception):
    """The letter is in a script that the typeface lacks: Word, whose reader's machine has one, can show it."""


def made(paper: Paper) -> bytes:
    """The file. Raises CannotBeSet for words in a script that the typeface does not have."""
    if not can_be_set(paper.every_word()):
        raise CannotBeSet(paper.title)
    data = {
        "title": paper.title, "author": paper.author, "lang": paper.lang, "region": "GB" if paper.lang == "en" else None,
        "rtl": paper.right_to_left, "large": paper.large, "footer": paper.footer, "stamp": paper.stamp, "area": paper.area,
        "day": paper.day, "blocks": [{"kind": one.kind, "words": one.words} for one in paper.blocks],
    }  # fmt: skip
    result = typst.compile(
        str(HERE / "paper.typ"), root=str(HERE), font_paths=_fonts(), ignore_system_fonts=True, format="pdf",
        pdf_standards=["ua-1"], timestamp=0, sys_inputs={"letter": json.dumps(data)},
    )  # fmt: skip
    assert isinstance(result, bytes)
    return result


def can_be_set(words: Iterable[str]) -> bool:
    """Whether the typeface has a letter for every one in these words."""
    return all(any(low <= ord(one) <= high for low, high in SET_IN) for text in words for one in text)


@cache
def _fonts() -> list[str]:
    return [str(FONTS)]

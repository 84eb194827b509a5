"""What was done about every paragraph of the texts: a rule, a page, or why neither. One file a chapter, in ``covered/``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

#: Chapters of Working Together 2023 with their first and last paragraph; 0 is the introduction.
PARAGRAPHS_2023 = {
    0: (1, 9),
    1: (10, 33),
    2: (34, 113),
    3: (114, 219),
    4: (220, 317),
    5: (318, 375),
    6: (376, 403),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One paragraph or page of one edition, and what answers it.

    ``rules`` are ids of rules that cite it; ``page`` names a page of the software that shows
    it; ``not_encoded`` says why nothing, or not all of it, is a rule. At least one is given.
    ``chapter`` is the edition's own number, 0 for the introduction, appendices and glossary.
    """

    edition: str
    at: str
    about: str
    rules: tuple[str, ...] = ()
    page: str = ""
    not_encoded: str = ""
    chapter: int = 0

    def __post_init__(self) -> None:
        if not (self.rules or self.page or self.not_encoded):
            raise ValueError(
                f"The register in covered/ says nothing about {self.edition}, {self.at}. "
                "Give its rules, its page, or why it is not encoded."
            )


@cache
def load() -> tuple[Entry, ...]:
    """Every entry, edition by edition and chapter by chapter, in the text's order.

    Raises ValueError naming an entry that answers nothing.
    """
    found = sorted(files(__package__).joinpath("covered").iterdir(), key=lambda one: one.name)
    return tuple(
        Entry(
            edition=edition,
            at=entry["at"],
            about=entry["about"],
            rules=tuple(entry.get("rules", ())),
            page=entry.get("page", ""),
            not_encoded=entry.get("not_encoded", ""),
            chapter=int(chapter),
        )
        for file in found
        if file.name.endswith(".toml")
        for edition, _, chapter in [file.name.removesuffix(".toml").partition("-chapter-")]
        for entry in tomllib.loads(file.read_text(encoding="utf-8"))["entry"]
    )


@dataclass(frozen=True, slots=True)
class Counted:
    """How much of one edition is accounted for. ``missing`` are paragraphs nobody has said anything about.

    ``paragraphs`` is None where nobody here knows how many the edition numbers; nothing can then be missing.
    """

    edition: str
    paragraphs: int | None
    encoded: int
    not_encoded: Mapping[str, str]
    missing: tuple[str, ...]


#: The last numbered paragraph of an edition, where it is known.
LAST_PARAGRAPH: Mapping[str, int] = {"WT2023": max(end for _, end in PARAGRAPHS_2023.values())}


def counted(entries: Iterable[Entry] | None = None, edition: str = "WT2023") -> Counted:
    """One edition, paragraph by paragraph: encoded, not encoded and why, missing."""
    numbered = {
        entry.at: entry
        for entry in (load() if entries is None else entries)
        if entry.edition == edition and entry.at.startswith("paragraph ")
    }
    last = LAST_PARAGRAPH.get(edition)
    return Counted(
        edition=edition,
        paragraphs=last,
        encoded=sum(1 for entry in numbered.values() if entry.rules or entry.page),
        not_encoded={at: one.not_encoded for at, one in numbered.items() if not (one.rules or one.page)},
        missing=tuple(
            place for n in range(1, (last or 0) + 1) if (place := f"paragraph {n}") not in numbered
        ),
    )

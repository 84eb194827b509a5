"""What was done about every paragraph of the text: a rule, a page, or why neither."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Entry:
    """One paragraph or page of one edition, and what answers it.

    ``rules`` are ids of rules that cite it; ``page`` names a page of the software that shows
    it; ``not_encoded`` says why nothing, or not all of it, is a rule. At least one is given.
    """

    edition: str
    at: str
    about: str
    rules: tuple[str, ...] = ()
    page: str = ""
    not_encoded: str = ""

    def __post_init__(self) -> None:
        if not (self.rules or self.page or self.not_encoded):
            raise ValueError(
                f"coverage.toml says nothing about {self.edition}, {self.at}. "
                "Give its rules, its page, or why it is not encoded."
            )


@cache
def load() -> tuple[Entry, ...]:
    """Every entry, in the text's order. Raises ValueError naming an entry that answers nothing."""
    register = tomllib.loads(files(__package__).joinpath("coverage.toml").read_text(encoding="utf-8"))
    return tuple(
        Entry(
            edition=edition,
            at=entry["at"],
            about=entry["about"],
            rules=tuple(entry.get("rules", ())),
            page=entry.get("page", ""),
            not_encoded=entry.get("not_encoded", ""),
        )
        for edition, entries in register.items()
        for entry in entries
    )

"""What a timeline is narrowed to. It lives in the address, so that a colleague can open the same view."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest

from alongside.chronology import kinds
from alongside.chronology.kinds import KINDS
from alongside.chronology.models import EntryQuerySet
from alongside.ui.frames import Link

#: Groups of kinds: key, what the chip says, and how the ids of its kinds begin.
GROUPS = (
    ("referrals", "Referrals", ("referral-", "referrer-")),
    ("seen", "Seeing the child", ("child-seen", "child-not-seen")),
    ("assessment", "Assessment", ("assessment-", "over-run-")),
    ("child-in-need", "Child in need", ("child-in-need-",)),
    ("immediate", "Immediate protection", ("police-", "protection-", "child-assessment-order-", "immediate-")),
    (
        "protection", "Child protection",
        ("strategy-", "section-47-", "initial-", "transfer-in-", "review-conference-", "conference-", "core-group-",
         "plan-", "child-protection-", "move-"),
    ),
    ("people", "People and agencies", ("lead-", "chair-", "agency-", "danger-", "details-")),
)  # fmt: skip
OTHER = ("other", "Everything else")


def kinds_in(group: str) -> list[str]:
    """The ids of the kinds in a group; those in no group are in “Everything else”."""
    starts = next((starts for key, _, starts in GROUPS if key == group), None)
    if starts is not None:
        return [kind for kind in KINDS if kind.startswith(starts)]
    every = tuple(start for _, _, starts in GROUPS for start in starts)
    return [kind for kind in KINDS if not kind.startswith(every)]


@dataclass(frozen=True, slots=True)
class Filters:
    """kind: a key of ``GROUPS``. major: only what is shown large. seen: only where the child was seen."""

    kind: str = ""
    major: bool = False
    seen: bool = False
    year: int | None = None

    @classmethod
    def of(cls, request: HttpRequest) -> Filters:
        """What the address asks for; what it cannot mean is left out."""
        asked = request.GET
        year = asked.get("year", "")
        known = {key for key, *_ in (*GROUPS, OTHER)}
        return cls(
            kind=asked.get("kind", "") if asked.get("kind") in known else "",
            major=asked.get("major") == "yes",
            seen=asked.get("seen") == "yes",
            year=int(year) if year.isascii() and year.isdigit() and 1900 <= int(year) <= 2100 else None,
        )

    @property
    def leave_something_out(self) -> bool:
        return bool(self.kind or self.major or self.seen)

    @property
    def any(self) -> bool:
        return self != Filters()

    def narrow(self, entries: EntryQuerySet) -> EntryQuerySet:
        if self.kind:
            entries = entries.filter(kind__in=kinds_in(self.kind))
        if self.major:
            entries = entries.filter(kind__in=[kind.id for kind in KINDS.values() if kind.major])
        if self.seen:
            entries = entries.filter(kind=kinds.CHILD_SEEN.id)
        if self.year:
            entries = entries.filter(
                happened_on__gte=date(self.year, 1, 1), happened_on__lte=date(self.year, 12, 31)
            )
        return entries

    def query(self, **more: str) -> str:
        """These filters as the end of an address: "?kind=seen&year=2025", or nothing."""
        said = {
            "kind": self.kind,
            "major": "yes" * self.major,
            "seen": "yes" * self.seen,
            "year": str(self.year or ""),
        }
        pairs = [(key, value) for key, value in (said | more).items() if value]
        return f"?{urlencode(pairs)}" if pairs else ""

    def chips(self, path: str, years: list[int]) -> list[tuple[str, list[Link]]]:
        """The chips: one that is on takes itself off again."""
        groups = [self._chip(path, label, "kind", key, "") for key, label, *_ in (*GROUPS, OTHER)]
        show = [
            self._chip(path, "Main events only", "major", True, False),
            self._chip(path, "Child seen", "seen", True, False),
        ]
        found = [("Kind", groups), ("Show", show)]
        if len(years) > 1 or self.year:
            shown = sorted({*years, *([self.year] if self.year else [])}, reverse=True)
            found.append(("Year", [self._chip(path, str(year), "year", year, None) for year in shown]))
        return found

    def _chip(self, path: str, text: str, name: str, value: Any, nothing: Any) -> Link:
        on = getattr(self, name) == value
        changed = replace(self, **{name: nothing if on else value})
        return Link(text, path + changed.query(), current=on)

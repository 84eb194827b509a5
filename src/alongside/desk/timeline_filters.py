"""What a timeline is narrowed to. It lives in the address, so that a colleague can open the same view."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.dateparse import parse_datetime

from alongside.agencies.models import Practitioner
from alongside.analysis.models import EntryTag, Significance
from alongside.analysis.reading import readable
from alongside.chronology import kinds
from alongside.chronology.kinds import KINDS
from alongside.chronology.models import EntryQuerySet

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
SEEN, ALONE, ANY = "yes", "alone", "any"
HEADINGS = dict(Significance.For.choices)
#: An agency's own part of the entries: those of its practitioners, and those that name it as who told.
Parts = Mapping[UUID, Q]


def kinds_in(group: str) -> list[str]:
    """The ids of the kinds in a group; those in no group are in “Everything else”."""
    starts = next((starts for key, _, starts in GROUPS if key == group), None)
    if starts is not None:
        return [kind for kind in KINDS if kind.startswith(starts)]
    every = tuple(start for _, _, starts in GROUPS for start in starts)
    return [kind for kind in KINDS if not kind.startswith(every)]


@dataclass(frozen=True, slots=True)
class Filters:
    """kind: a key of ``GROUPS``. major: only what is shown large. seen: only where the child was seen, or alone.

    agency: only what comes from it; by: from one practitioner. significant: only what somebody said matters, for
    one heading or any. tag: only what carries it. words: only what holds all of these words. child: of a family's
    children only the one with this reference. since: only what was recorded after a moment, whenever it happened.
    """

    kind: str = ""
    major: bool = False
    seen: str = ""
    year: int | None = None
    agency: UUID | None = None
    by: UUID | None = None
    significant: str = ""
    tag: str = ""
    words: str = ""
    child: str = ""
    since: datetime | None = None

    @classmethod
    def of(cls, request: HttpRequest) -> Filters:
        """What the address asks for; what it cannot mean is left out."""
        asked = request.GET
        year, known = asked.get("year", ""), {key for key, *_ in (*GROUPS, OTHER)}
        return cls(
            kind=_among(asked.get("kind", ""), known),
            major=asked.get("major") == "yes",
            seen=_among(asked.get("seen", ""), {SEEN, ALONE}),
            year=int(year) if year.isascii() and year.isdigit() and 1900 <= int(year) <= 2100 else None,
            agency=_key(asked.get("agency", "")),
            by=_key(asked.get("by", "")),
            significant=_among(asked.get("significant", ""), {ANY, *HEADINGS}),
            tag=asked.get("tag", "")[:60],
            words=" ".join(asked.get("words", "").split())[:100],
            child=asked.get("child", "")[:40],
            since=_moment(asked.get("since", "")),
        )

    @property
    def leave_something_out(self) -> bool:
        """Whether a silence would be one of the filters' own making. A year leaves nothing out of itself."""
        return replace(self, year=None) != Filters()

    @property
    def any(self) -> bool:
        return self != Filters()

    def narrow(self, entries: EntryQuerySet, me: Practitioner, parts: Parts) -> EntryQuerySet:
        """Only the entries asked for. parts: what comes from each agency."""
        if self.kind:
            entries = entries.filter(kind__in=kinds_in(self.kind))
        if self.major:
            entries = entries.filter(kind__in=[kind.id for kind in KINDS.values() if kind.major])
        if self.seen:
            entries = entries.filter(kind=kinds.CHILD_SEEN.id)
        if self.seen == ALONE:
            entries = entries.filter(details__alone="yes")
        if self.year:
            entries = entries.filter(
                happened_on__gte=date(self.year, 1, 1), happened_on__lte=date(self.year, 12, 31)
            )
        if self.agency:
            entries = entries.filter(parts.get(self.agency, Q(pk__in=[])))
        if self.by:
            entries = entries.filter(recorded_by=self.by)
        if self.since:
            entries = entries.filter(recorded_at__gt=self.since)
        if self.significant:
            entries = entries.filter(pk__in=_marked(self.significant, me))
        if self.tag:
            tagged = EntryTag.objects.filter(taken_back_at=None, key=self.tag.casefold())
            entries = entries.filter(pk__in=readable(tagged, me).values("entry"))
        return entries.filter(pk__in=holding(entries, self.words)) if self.words else entries

    def query(self, **more: str) -> str:
        """These filters as the end of an address: "?kind=seen&year=2025", or nothing."""
        pairs = [(key, value) for key, value in (self.said() | more).items() if value]
        return f"?{urlencode(pairs)}" if pairs else ""

    def said(self, without: str = "") -> dict[str, str]:
        """What each filter says in an address, but the one left out."""
        said = {
            "kind": self.kind,
            "major": "yes" * self.major,
            "seen": self.seen,
            "year": str(self.year or ""),
            "agency": str(self.agency or ""),
            "by": str(self.by or ""),
            "significant": self.significant,
            "tag": self.tag,
            "words": self.words,
            "child": self.child,
            "since": self.since.isoformat() if self.since else "",
        }
        return {key: value for key, value in said.items() if value and key != without}


def _marked(heading: str, me: Practitioner) -> QuerySet[Any]:
    said = Significance.objects.filter(taken_back_at=None)
    if heading != ANY:
        said = said.filter(significant_for=heading)
    return readable(said, me).values("entry")


def holding(entries: EntryQuerySet, words: str) -> list[UUID]:
    """The keys of those entries whose title or sentence holds every word, as it is read. One query."""
    wanted = words.casefold().split()
    found = []
    for key, kind_id, details in entries.values_list("pk", "kind", "details"):
        kind = KINDS.get(kind_id)
        told = f"{kind.title} {kind.words(details)}".casefold() if kind else kind_id
        if all(word in told for word in wanted):
            found.append(key)
    return found


def _among(said: str, known: set[str]) -> str:
    return said if said in known else ""


def _moment(said: str) -> datetime | None:
    """A moment with its offset from UTC; anything else is left out."""
    try:
        moment = parse_datetime(said)
    except ValueError:
        return None
    return moment if moment and moment.tzinfo else None


def _key(said: str) -> UUID | None:
    try:
        return UUID(said)
    except ValueError:
        return None

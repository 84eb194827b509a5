"""What a census return says, as plain values. Nothing here touches the database.

Field names are ours; ``elements.py`` says which element fills which field. All dates are days, and
``line`` is the line of the file a thing begins on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """About the return. ``made_at`` is as written, with no time zone unless the file gave one."""

    year: int
    reference_date: date
    authority: str
    software: str | None = None
    release: str | None = None
    serial: str | None = None
    made_at: datetime | None = None

    @property
    def period(self) -> tuple[date, date]:
        """First and last day of the collection period, both included."""
        return date(self.year - 1, 4, 1), self.reference_date

    @property
    def collection(self) -> str:
        """The collection's name by both its years, such as "2025/26"."""
        return f"{self.year - 1}/{self.year % 100:02d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifiers:
    """Who the child is. ``sex`` is M, F or U."""

    child_id: str
    sex: str
    upn: str | None = None
    former_upn: str | None = None
    upn_unknown: str | None = None
    born_on: date | None = None
    expected_on: date | None = None
    died_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Characteristics:
    """Codes of the census for ethnicity and disability."""

    ethnicity: str
    disabilities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """One assessment. It is open while it has no day of authorisation."""

    line: int
    started_on: date
    review_on: date | None = None
    authorised_on: date | None = None
    factors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildInNeedPlan:
    """One child in need plan."""

    line: int
    started_on: date
    ended_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Enquiry:
    """One section 47 enquiry, dated from the strategy discussion that began it."""

    line: int
    started_on: date
    conference_not_required: bool
    conference_target_on: date | None = None
    conference_on: date | None = None

    @property
    def is_open(self) -> bool:
        """No conference held, and none ruled out."""
        return self.conference_on is None and not self.conference_not_required


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildProtectionPlan:
    """One child protection plan with the days of its review conferences, in the order given."""

    line: int
    started_on: date
    initial_category: str
    latest_category: str
    previous_plans: int
    ended_on: date | None = None
    reviews: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """One episode: a referral and what followed until closure.

    ``conference_on`` is a conference with no section 47 enquiry in this episode, such as a
    transfer-in conference.
    """

    line: int
    referred_on: date
    source: str
    no_further_action: bool
    primary_need: str | None = None
    closed_on: date | None = None
    closure_reason: str | None = None
    conference_on: date | None = None
    assessments: tuple[Assessment, ...] = ()
    child_in_need_plans: tuple[ChildInNeedPlan, ...] = ()
    enquiries: tuple[Enquiry, ...] = ()
    child_protection_plans: tuple[ChildProtectionPlan, ...] = ()

    @property
    def is_open(self) -> bool:
        """Open, and the referral led to something."""
        return self.closed_on is None and not self.no_further_action

    def conferences(self) -> Iterator[date]:
        """The days of all initial conferences of the episode."""
        if self.conference_on:
            yield self.conference_on
        for enquiry in self.enquiries:
            if enquiry.conference_on:
                yield enquiry.conference_on


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadChild:
    """One child of the return, with at least one episode."""

    line: int
    identifiers: Identifiers
    characteristics: Characteristics
    episodes: tuple[Episode, ...]

"""What a booking already knows of a conference that is now recorded."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from alongside.conferences.models import Attendance, Booking, BookingChild, ConferenceReport, Invitation, Kind
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.plans.lists import Line, Lines, listed
from alongside.plans.models import CoreGroupMember

Report = Attendance.Report


def booked(child: Person, kind: Kind) -> tuple[QuerySet[Any], ...]:
    """Conferences of this kind to come about the child, with their invitations and reports, as lists.

    A booking's line: name the place, at when, owner the chair. The others name the booking in ``report``.
    """
    about = BookingChild.objects.filter(case__child=child, case__closed_on=None).values("booking")
    bookings = Booking.objects.to_come().filter(pk__in=about, kind=kind)
    of_them = {"booking__in": bookings.values("pk")}
    of_plan = CoreGroupMember.objects.filter(plan__child=child, plan__ended_on=None, to_on=None)
    members = (listed("in-core-group", of_plan, name="name", part="part", owner="agency", key="id"),)
    return (
        *(members if kind == Kind.REVIEW else ()),
        listed("booking", bookings, name="place", at="starts_at", owner="chair", key="id"),
        listed("invited", Invitation.objects.filter(**of_them), name="name", part="part", owner="agency",
               state="report_wanted", report="booking", key="id"),
        listed("received", ConferenceReport.objects.filter(**of_them), owner="agency", on="received_on",
               report="booking", key="id"),
    )  # fmt: skip


def next_booked(lines: Lines) -> Line | None:
    """The soonest of the bookings, if there is one."""
    return min(lines.get("booking", []), key=lambda line: str(line.at), default=None)


def prefilled(booking: Line | None, lines: Lines) -> dict[str, Any] | None:
    """What to begin the record with: the day, the place, the chair, and everyone invited.

    Without a booking, the core group, where there is one; None where nothing is known.
    """
    if booking is None or booking.at is None:
        members = [
            {"name": one.name, "part": one.part, "agency": str(one.owner or "")}
            for one in lines.get("in-core-group", [])
        ]
        return {"attendance": members} if members else None
    came = {line.owner: line for line in lines.get("received", []) if _is_of(line, booking.key)}
    invited = [line for line in lines.get("invited", []) if _is_of(line, booking.key)]
    return {
        "held_on": day_of(booking.at),
        "place": booking.name,
        "chair": str(booking.owner or ""),
        "attendance": [_row(line, came.get(line.owner) if line.owner else None) for line in invited],
    }


def _row(invited: Line, report: Line | None) -> dict[str, Any]:
    wanted = invited.state in ("1", "true")
    state = Report.RECEIVED.value if report else "" if wanted else Report.NOT_ASKED.value
    return {
        "name": invited.name, "part": invited.part, "agency": str(invited.owner or ""), "report": state,
        "report_received_on": report.on if report else None,
    }  # fmt: skip


def _is_of(line: Line, booking: UUID) -> bool:
    return line.report.replace("-", "") == booking.hex

"""What a booking already knows of a conference that is now recorded."""

from __future__ import annotations

from typing import Any

from alongside.conferences.models import Attendance, Booking, BookingChild, Kind
from alongside.people.models import Person

Report = Attendance.Report


def open_booking(child: Person, kind: Kind) -> Booking | None:
    """The next conference of this kind that is booked about the child, with its invitations and reports."""
    about = BookingChild.objects.filter(case__child=child, case__closed_on=None).values("booking")
    return (
        Booking.objects.to_come()
        .filter(pk__in=about, kind=kind)
        .prefetch_related("invitations__agency", "reports")
        .first()
    )


def prefilled(booking: Booking | None) -> dict[str, Any] | None:
    """What to begin the record with: the day, the place, the chair, and everyone invited; None without a booking."""
    if booking is None:
        return None
    came = {report.agency_id: report for report in booking.reports.all()}
    rows = []
    for one in booking.invitations.all():
        report = came.get(one.agency_id) if one.agency_id else None
        state = Report.RECEIVED if report else Report.NOT_ASKED if not one.report_wanted else ""
        rows.append(
            {
                "name": one.name, "part": one.part, "agency": str(one.agency_id or ""), "report": str(state),
                "report_received_on": report.received_on if report else None,
            }
        )  # fmt: skip
    return {
        "held_on": booking.day,
        "place": booking.place,
        "chair": str(booking.chair_id or ""),
        "attendance": rows,
    }

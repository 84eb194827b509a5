"""Child protection conferences: booked, prepared for, held, and what each decided for each child."""

from alongside.conferences.models.arranged import (
    BeforeBirth,
    ConsideredAtReview,
    EnoughThere,
    KeptAway,
    PapersGiven,
    Quorum,
)
from alongside.conferences.models.booking import Booking, BookingChild, Invitation
from alongside.conferences.models.conference import Attendance, Conference, ConferenceDecision, Dissent, Kind
from alongside.conferences.models.move import MoveNotice
from alongside.conferences.models.report import ConferenceReport, ReportAddendum

__all__ = [
    "Attendance",
    "BeforeBirth",
    "Booking",
    "BookingChild",
    "Conference",
    "ConferenceDecision",
    "ConferenceReport",
    "ConsideredAtReview",
    "Dissent",
    "EnoughThere",
    "Invitation",
    "KeptAway",
    "Kind",
    "MoveNotice",
    "PapersGiven",
    "Quorum",
    "ReportAddendum",
]  # fmt: skip

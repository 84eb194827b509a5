"""What conferences, plans and other schools ask of an agency."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast, JSONObject

from alongside.access.policies import KEEP_SCHOOL_RECORDS, SEE_PART
from alongside.agencies.models import Agency, Practitioner
from alongside.chronology.asked import Ask, Asked
from alongside.conferences.models import Booking, BookingChild, ConferenceReport, Invitation, Kind
from alongside.facts import Fact, listed_as
from alongside.family_help.models import ChildInNeedPlanAction
from alongside.moments import day_of
from alongside.partners.models import ActionAnswer, FileTransfer
from alongside.plans.models import Action
from alongside.ui.jinja import reverse_for


def as_text(**fields: str) -> Cast:
    """Several fields in one column, as JSON."""
    return Cast(JSONObject(**fields), TextField())


def _invited(me: Practitioner) -> QuerySet[Invitation]:
    """Invitations to this practitioner or their agency, to conferences to come."""
    theirs = Q(agency__in=me.scope.partner_agencies) | Q(practitioner=me)
    return Invitation.objects.filter(theirs, booking__in=Booking.objects.to_come().values("pk"))


def _of_children(me: Practitioner, invitations: QuerySet[Invitation], what: str) -> QuerySet[Any]:
    """Each such conference once for each child the reader may know of. key: the booking's."""
    about = BookingChild.objects.filter(booking__in=invitations.values("booking"))
    return listed_as(
        what, SEE_PART.filter_through("case__child", about, me), name="case__child__called",
        role="case__child__reference", detail="booking__kind", at="booking__starts_at", key="booking",
    )  # fmt: skip


def unanswered(me: Practitioner, today: date) -> QuerySet[Any]:
    """Conferences to which an invitation waits for an answer."""
    return _of_children(me, _invited(me).filter(answer=""), "invitation")


def reports_wanted(me: Practitioner, today: date) -> QuerySet[Any]:
    """Conferences that want a report from the reader's agency and have none."""
    sent = ConferenceReport.objects.filter(agency__in=me.scope.partner_agencies).values("booking")
    return _of_children(me, _invited(me).filter(report_wanted=True).exclude(booking__in=sent), "report")


def _conference(row: Fact) -> str:
    return Kind(row.detail).label.lower()


def _invitation(row: Fact) -> Ask:
    assert row.at is not None
    return Ask(
        what=f"Say whether you come to the {_conference(row)}", about=row.name, at=row.at, on=day_of(row.at), button="Answer",
        href=reverse_for("partners:invitation", row.role, row.key),
    )  # fmt: skip


def _report(row: Fact) -> Ask:
    assert row.at is not None
    return Ask(
        what=f"Write your report to the {_conference(row)}", about=row.name, at=row.at, on=day_of(row.at),
        why="The family should have it before they meet, where that is right.", button="Write",
        href=reverse_for("partners:report", row.role, row.key),
    )  # fmt: skip


def _cannot(of: str, me: Practitioner) -> QuerySet[Any]:
    """Actions that the agency said it cannot do: those wait for the lead practitioner."""
    mine = ActionAnswer.objects.filter(agency__in=me.scope.partner_agencies)
    cannot = mine.filter(answer=ActionAnswer.Answer.CANNOT)
    return cannot.exclude(**{of: None}).values(of)


def protection_actions(me: Practitioner, today: date) -> QuerySet[Any]:
    """Actions of the reader's agencies in open child protection plans."""
    mine = Action.objects.filter(
        agency__in=me.scope.partner_agencies, done_on=None, dropped_on=None, need__plan__ended_on=None
    ).exclude(pk__in=_cannot("protection_action", me))
    return listed_as(
        "protection-action", SEE_PART.filter_through("need__plan__case__child", mine, me),
        name="need__plan__case__child__called", role="need__plan__case__child__reference", detail="what",
        to_on="by_when", key="pk",
    )  # fmt: skip


def in_need_actions(me: Practitioner, today: date) -> QuerySet[Any]:
    """Actions of the reader's agencies in open child-in-need plans."""
    mine = ChildInNeedPlanAction.objects.filter(
        agency__in=me.scope.partner_agencies, done_on=None, need__plan__ending=None
    ).exclude(pk__in=_cannot("in_need_action", me))
    return listed_as(
        "in-need-action", SEE_PART.filter_through("need__plan__case__child", mine, me),
        name="need__plan__case__child__called", role="need__plan__case__child__reference", detail="what",
        to_on="by_when", key="pk",
    )  # fmt: skip


def _action(plan: str) -> Any:
    return lambda row: Ask(
        what=row.detail, about=row.name, on=row.to_on, why=f"Your agency promised this in the {plan}.",
        button="Answer", href=reverse_for("partners:action", row.role, row.key),
    )  # fmt: skip


def files_to_receive(me: Practitioner, today: date) -> QuerySet[Any]:
    """Files that another school sent and the reader's school has not said it received."""
    schools = KEEP_SCHOOL_RECORDS.filter(Agency.objects.all(), me).values("pk")
    waiting = FileTransfer.objects.filter(receiver__in=schools, received_at=None)
    return listed_as("file", waiting, name="child_name", role="sender__name", at="sent_at", key="pk")


def _file(row: Fact) -> Ask:
    return Ask(
        what=f"Say that the safeguarding file from {row.role} has come", about=row.name, button="Open",
        href=reverse_for("partners:file", row.key),
    )  # fmt: skip


ASKED = (
    Asked(what="invitation", rows=unanswered, told=_invitation),
    Asked(what="report", rows=reports_wanted, told=_report),
    Asked(what="protection-action", rows=protection_actions, told=_action("child protection plan")),
    Asked(what="in-need-action", rows=in_need_actions, told=_action("child-in-need plan")),
    Asked(what="file", rows=files_to_receive, told=_file),
)


def said_in(detail: str) -> dict[str, Any]:
    """What ``as_text`` put in one column."""
    said: dict[str, Any] = json.loads(detail or "{}")
    return said

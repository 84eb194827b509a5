"""Another agency's request for a conference, and the answer to it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Agency, Practitioner
from alongside.cases.episodes import involve, open_case
from alongside.chronology.days import refuse_impossible_day
from alongside.chronology.kinds import CONFERENCE_REQUEST_ANSWERED, CONFERENCE_REQUESTED
from alongside.chronology.shortfalls import expected_but_absent, record_shortfall
from alongside.deadlines.projection import refresh
from alongside.keeping import check, keep
from alongside.notices.services import notify
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.section47.expected import DECIDED_BY
from alongside.section47.models import (
    AnswerToRequest,
    EnquiryConclusion,
    RequestForConference,
    Section47Enquiry,
)

CONFERENCE = EnquiryConclusion.Outcome.CONFERENCE


@transaction.atomic
def request_conference(
    *,
    by: Practitioner,
    child: Person,
    requested_on: date,
    agency: Agency,
    practitioner: str,
    reasons: str,
    now: datetime,
) -> RequestForConference:
    """Record that an agency, seriously concerned for a child, asks for a child protection conference.

    practitioner: the name of who asks. Raises Refusal while the same agency waits for an answer, and for a
    day that cannot be. Working Together 2023, page 91.
    """
    child = policies.REQUEST_CONFERENCE.lock(child, by)
    case = open_case(child)
    refuse_impossible_day(requested_on, what="This request", field="requested_on", case=case, now=now)
    waiting = RequestForConference.objects.filter(case=case, agency=agency, answer=None).first()
    if waiting:
        raise Refusal(
            f"{agency} has already asked for a conference.",
            f"Its request of {waiting.requested_on:%-d %B %Y} is waiting for an answer.",
            "Answer that request, or ask the lead practitioner for the answer.",
        )
    request = RequestForConference(
        area_id=case.area_id, case=case, requested_on=requested_on, agency=agency, practitioner=practitioner,
        reasons=reasons, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(request, exclude=("entry",))
    request.entry = CONFERENCE_REQUESTED.record(
        case, on=requested_on, by=by, now=now, agency=f"{agency} ({practitioner})", reasons=reasons
    )
    keep(request)
    if agency.sector != Agency.Sector.CHILDRENS_SOCIAL_CARE:
        involve(case, agency, why="Asked for a child protection conference", on=requested_on)
    refresh(case)
    return request


@transaction.atomic
def answer_request_for_conference(
    *,
    by: Practitioner,
    request: RequestForConference,
    answered_on: date,
    decision: str,
    reasons: str,
    decided_by: Practitioner,
    now: datetime,
) -> AnswerToRequest:
    """Answer an agency's request: a conference is convened, or not, and why.

    Where it is not, the agency may turn to the safeguarding partners' way of settling differences, as a
    last resort. Raises Refusal for a request already answered and for a day that cannot be.
    Working Together 2023, page 91.
    """
    policies.RECORD_SECTION_47.lock(request.case.child, by)
    request = RequestForConference.objects.select_for_update().get(pk=request.pk)
    case = request.case
    _refuse_impossible_answer(request, answered_on, now)
    answer = AnswerToRequest(
        area_id=case.area_id, case=case, answered_on=answered_on, decision=decision, reasons=reasons,
        decided_by=decided_by, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(answer, exclude=("entry",))
    answer.entry = CONFERENCE_REQUEST_ANSWERED.record(
        case, on=answered_on, by=by, now=now, decided=str(decision), outcome=answer.get_decision_display(),
        agency=str(request.agency), reasons=reasons, **_discussion_that_began(request),
    )  # fmt: skip
    keep(answer)
    request.answer = answer
    keep(request, update_fields=("answer",))
    _tell_who_asked(request, answer, now)
    standing = decided_by.standing_on(answered_on)
    record_shortfall(answer.entry, DECIDED_BY, expected_but_absent(DECIDED_BY, standing, answered_on))
    refresh(case)
    return answer


def _tell_who_asked(request: RequestForConference, answer: AnswerToRequest, now: datetime) -> None:
    """Whoever asked by themselves, for an agency of their own, is told that there is an answer."""
    asked_by = request.recorded_by
    if request.agency_id in asked_by.scope.partner_agencies:
        notify(
            to=asked_by, child=request.case.child, now=now, link=f"/children/{request.case.child.reference}/our-part/",
            words=f"Your request for a conference is answered: {answer.get_decision_display()[:1].lower()}{answer.get_decision_display()[1:]}. "
            "Read why on your agency’s part.",
        )  # fmt: skip


def _discussion_that_began(request: RequestForConference) -> dict[str, Any]:
    # A conference agreed after the enquiries ended without one is still counted from their beginning.
    enquiries = Section47Enquiry.objects.filter(case_id=request.case_id).exclude(conclusion=None)
    enquiry = enquiries.exclude(conclusion__outcome=CONFERENCE).order_by("-started_on").first()
    return {"enquiries_began_on": enquiry.started_on.isoformat()} if enquiry else {}


def _refuse_impossible_answer(request: RequestForConference, day: date, now: datetime) -> None:
    if request.answer_id:
        raise Refusal(
            "This request has already been answered.",
            f"{request.agency} was answered on {request.answer.answered_on:%-d %B %Y}.",  # type: ignore[union-attr]
            "Read the answer on the page of the enquiries. A new request can be made at any time.",
        )
    refuse_impossible_day(day, what="This answer", field="answered_on", case=request.case, now=now)
    if day < request.requested_on:
        raise Refusal(
            "This answer is before the request.",
            f"You entered {day:%-d %B %Y}, and the conference was asked for on "
            f"{request.requested_on:%-d %B %Y}.",
            "Enter the day the agency was answered.",
            field="answered_on",
        )

"""What of the work under section 47 still stands, for whoever wants to close a case."""

from __future__ import annotations

from alongside.cases.models import Case
from alongside.moments import day_of
from alongside.section47.models import (
    ChildAssessmentOrder,
    EmergencyProtectionOrder,
    PoliceProtection,
    RequestForConference,
    Section47Enquiry,
)


def open_work(case: Case) -> list[str]:
    """Sentences for what must be finished before the case can close; empty when nothing is open."""
    return [*_protection(case), *_orders(case), *_enquiries(case)]


def _protection(case: Case) -> list[str]:
    found = PoliceProtection.objects.filter(case=case, ending=None)
    return [
        f"The child has been in police protection since {day_of(one.begun_at):%-d %B %Y}, and its end is not recorded."
        for one in found
    ]


def _orders(case: Case) -> list[str]:
    protection = EmergencyProtectionOrder.objects.filter(case=case, ending=None).select_related("extension")
    assessment = ChildAssessmentOrder.objects.filter(case=case, ending=None)
    return [
        *(
            f"An emergency protection order runs to {one.last_day:%-d %B %Y}, and its end is not recorded."
            for one in protection
        ),
        *(
            f"A child assessment order runs to {one.expires_on:%-d %B %Y}, and its end is not recorded."
            for one in assessment
        ),
    ]


def _enquiries(case: Case) -> list[str]:
    enquiries = Section47Enquiry.objects.filter(case=case, conclusion=None)
    requests = RequestForConference.objects.filter(case=case, answer=None).select_related("agency")
    return [
        *(
            f"The section 47 enquiries that began on {one.started_on:%-d %B %Y} have not been concluded."
            for one in enquiries
        ),
        *(
            f"{one.agency} asked for a conference on {one.requested_on:%-d %B %Y} and has no answer."
            for one in requests
        ),
    ]

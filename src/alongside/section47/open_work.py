"""What of the work under section 47 still stands, for whoever wants to close a case."""

from __future__ import annotations

from django.db.models.functions import Coalesce

from alongside.cases.models import Case
from alongside.chronology.left_open import LeftOpen, day_in_words, sentences
from alongside.section47.models import (
    ChildAssessmentOrder,
    EmergencyProtectionOrder,
    Exclusion,
    PoliceProtection,
    RecoveryOrder,
    RequestForConference,
    Section47Enquiry,
)

OPEN = (
    LeftOpen(
        "police-protection",
        lambda case: PoliceProtection.objects.filter(case=case, ending=None),
        {"at": "begun_at"},
        lambda one: (
            f"The child has been in police protection since {day_in_words(one)}, and its end is not recorded."
        ),
    ),
    LeftOpen(
        "protection-order",
        lambda case: EmergencyProtectionOrder.objects.filter(case=case, ending=None),
        # As ``EmergencyProtectionOrder.last_day``.
        {"from_on": Coalesce("extension__expires_on", "expires_on")},
        lambda one: (
            f"An emergency protection order runs to {day_in_words(one)}, and its end is not recorded."
        ),
    ),
    LeftOpen(
        "assessment-order",
        lambda case: ChildAssessmentOrder.objects.filter(case=case, ending=None),
        {"from_on": "expires_on"},
        lambda one: f"A child assessment order runs to {day_in_words(one)}, and its end is not recorded.",
    ),
    LeftOpen(
        "exclusion",
        lambda case: Exclusion.objects.filter(case=case, ending=None),
        {"from_on": "begun_on", "name": "who"},
        lambda one: (
            f"{one.name} has had to stay away since {day_in_words(one)}, and the end of that is not recorded."
        ),
    ),
    LeftOpen(
        "recovery-order",
        lambda case: RecoveryOrder.objects.filter(case=case, ending=None),
        {"from_on": "made_on"},
        lambda one: f"The recovery order of {day_in_words(one)} has not ended.",
    ),
    LeftOpen(
        "enquiry",
        lambda case: Section47Enquiry.objects.filter(case=case, conclusion=None),
        {"from_on": "started_on"},
        lambda one: f"The section 47 enquiries that began on {day_in_words(one)} have not been concluded.",
    ),
    LeftOpen(
        "request",
        lambda case: RequestForConference.objects.filter(case=case, answer=None),
        {"name": "agency__name", "from_on": "requested_on"},
        lambda one: f"{one.name} asked for a conference on {day_in_words(one)} and has no answer.",
    ),
)


def open_work(case: Case) -> list[str]:
    """Sentences for what must be finished before the case can close; empty when nothing is open."""
    return [words for _, words in sentences(OPEN, case)]

"""What a page of the child offers about seeing, assessing and helping them, as things move on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.urls import reverse

from alongside.agencies.models import Practitioner
from alongside.assessments.models import Assessment
from alongside.assessments.offers import OFFERS as ASSESSING
from alongside.chronology.offers import Offer
from alongside.chronology.states import States, states
from alongside.family_help.offers import OFFERS as HELPING
from alongside.family_help.services import PlanAgreed, start_plan
from alongside.people.models import Person
from alongside.visits.offers import OFFERS as SEEING
from tests.cast import NOW, TODAY

DAY = date(2025, 4, 17)
EVERY = (*SEEING, *ASSESSING, *HELPING)


#: Nothing is offered for somebody whose eighteenth birthday nobody can reckon.
YOUNG = Person(called="Amara Okoye")


def labels(states: States) -> list[str]:
    """What is offered, most pressing first, but for what is always there."""
    apt = sorted(
        (offer for offer in EVERY if offer.when(states) and offer.of(YOUNG) and offer.rank < 60),
        key=lambda offer: offer.rank,
    )
    return [offer.label for offer in apt if not offer.label.startswith("Record")]


@pytest.mark.parametrize(
    ("states", "first", "why"),
    [
        (
            States(referral_decided="section-17-assessment"),
            ["Start the assessment", "Start a child-in-need plan"],
            "the referral was decided",
        ),
        (
            States(referral_decided="section-17-assessment", assessment_since=DAY),
            ["Write the assessment", "Send the assessment for approval", "Start a child-in-need plan"],
            "it is being written; help does not wait for the end",
        ),
        (
            States(assessment_since=DAY, assessment_for_approval_since=DAY),
            ["Approve the assessment", "Return the assessment for more work", "Start a child-in-need plan"],
            "it waits for approval",
        ),
        (
            States(
                referral_decided="section-17-assessment", assessed_on=DAY, child_in_need_plan_wanted_since=DAY
            ),
            ["Start the child-in-need plan"],
            "it decided on a plan, and is not begun again",
        ),
        (
            States(assessed_on=DAY, child_in_need_plan_since=DAY),
            ["Review the child-in-need plan", "Change the child-in-need plan"],
            "there is a plan",
        ),
        (States(plan_since=DAY), [], "a child protection plan is another app's"),
        (States(closed_on=DAY), [], "the case is closed"),
    ],
)
def test_what_makes_sense_is_offered_most_pressing_first(states: States, first: list[str], why: str) -> None:
    assert labels(states) == first, why


@pytest.mark.parametrize("offer", EVERY, ids=lambda offer: offer.label)
def test_every_offer_leads_to_a_page(offer: Offer) -> None:
    assert reverse(offer.url_name, args=("WREN-AMARA2",)).startswith("/children/WREN-AMARA2/")


def test_what_an_assessment_decides_is_wanted_until_it_is_there(
    assessment: Assessment, approve: Callable[..., object], dana: Practitioner, amara: Person
) -> None:
    approve()
    wanted = states(assessment.case.chronology.standing().in_order())
    plan = PlanAgreed(aims="Enough to eat", family_agreed="not-asked")
    start_plan(by=dana, child=amara, started_on=TODAY, plan=plan, now=NOW)
    there = states(assessment.case.chronology.standing().in_order())

    assert (wanted.assessed_on, wanted.child_in_need_plan_wanted_since) == (TODAY, TODAY)
    assert (there.child_in_need_plan_since, there.child_in_need_plan_wanted_since) == (TODAY, None)

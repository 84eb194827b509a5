"""Making a referral: one child or several, and what is refused because it cannot be true."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from alongside.agencies.models import Area, Practitioner
from alongside.cases.models import Case
from alongside.chronology.models import Shortfall
from alongside.deadlines.models import Deadline
from alongside.people.models import Person, Relationship
from alongside.referrals.models import Referral
from alongside.referrals.services import ReferralGiven, ReferredChild, Said, make_referral
from alongside.refusals import Refusal
from tests.cast import NOW

CONCERN = Said(kind="concern", words="He is often hungry.", said_by="Helen Marsh")
GIVEN = ReferralGiven(
    received_at=NOW, referrer_kind="practitioner", referrer_name="Helen Marsh", statements=[CONCERN],
    family_asked="agreed",
)  # fmt: skip
AMARA = ReferredChild(given="Amara", family="Okoye", born_on=date(2020, 9, 3), sex="F")
BEN = ReferredChild(given="Ben", family="Okoye", born_on=date(2014, 2, 11), sex="M")


def test_siblings_are_referred_in_one_go_each_with_a_case_and_clocks(
    wrenmouth: Area, helen: Practitioner
) -> None:
    made = make_referral(
        by=helen,
        area=wrenmouth,
        children=[AMARA, BEN],
        given=replace(GIVEN, referrer=helen, siblings=True),
        now=NOW,
    )

    assert [referral.case.child.called for referral in made] == ["Amara Okoye", "Ben Okoye"]
    assert len({referral.submission for referral in made}) == 1
    assert Relationship.objects.get().kind == Relationship.Kind.SIBLING
    due = {d.rule_id: d.due_on for d in Deadline.objects.filter(case=made[0].case)}
    assert due == {
        "referral.acknowledgement": date(2025, 4, 22),
        "referral.decision": date(2025, 4, 22),
        "assessment.completion": date(2025, 6, 25),
    }


@pytest.mark.parametrize(
    ("child", "called"),
    [
        (ReferredChild(family="Okoye", expected_on=date(2025, 8, 1)), "Baby Okoye (not yet named)"),
        (ReferredChild(), "Child (name not known)"),
        (ReferredChild(given="Jo"), "Jo"),
    ],
)
def test_a_child_who_is_unborn_or_unnamed_can_be_referred(
    wrenmouth: Area, helen: Practitioner, child: ReferredChild, called: str
) -> None:
    made = make_referral(by=helen, area=wrenmouth, children=[child], given=GIVEN, now=NOW)

    assert made[0].case.child.called == called


@pytest.mark.parametrize(
    ("children", "given", "said"),
    [
        (
            [], GIVEN,
            ("This referral names no child. A referral is about at least one child. "
            "Enter what you know of the child; a name or a date of birth is not needed."),
        ),
        (
            [AMARA], replace(GIVEN, received_at=NOW + timedelta(days=1)),
            ("This referral was received in the future. You entered 18 April 2025, and today is 17 April 2025. "
            "Enter the day and time at which it was received."),
        ),
        (
            [replace(AMARA, born_on=date(2025, 8, 1))], GIVEN,
            ("Amara Okoye has a date of birth in the future. You entered 1 August 2025, and today is 17 April 2025. "
            "For a child who is not born yet, enter the expected date of birth."),
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_true_is_refused_and_nothing_is_kept(
    wrenmouth: Area, helen: Practitioner, children: list[ReferredChild], given: ReferralGiven, said: str
) -> None:
    with pytest.raises(Refusal) as refused:
        make_referral(by=helen, area=wrenmouth, children=children, given=given, now=NOW)

    assert str(refused.value) == said
    assert not Person.objects.exists()
    assert not Case.objects.exists()


def test_sending_the_same_form_twice_makes_one_referral(wrenmouth: Area, helen: Practitioner) -> None:
    first = make_referral(by=helen, area=wrenmouth, children=[AMARA], given=GIVEN, now=NOW)
    again = make_referral(by=helen, area=wrenmouth, children=[AMARA], given=GIVEN, now=NOW)

    assert [r.pk for r in again] == [r.pk for r in first]
    assert Referral.objects.count() == 1


def test_what_the_guidance_expects_and_is_missing_is_kept_as_a_shortfall_and_bars_nothing(
    wrenmouth: Area, helen: Practitioner
) -> None:
    make_referral(by=helen, area=wrenmouth, children=[AMARA], given=GIVEN, now=NOW)

    words = Shortfall.objects.get(rule_id="referral.content").words
    assert "The child's developmental needs" in words
    assert "What the concern is" not in words


def test_a_practitioner_of_another_area_cannot_refer_here(wrenmouth: Area, stranger: Practitioner) -> None:
    with pytest.raises(PermissionDenied):
        make_referral(by=stranger, area=wrenmouth, children=[AMARA], given=GIVEN, now=NOW)


def test_a_second_referral_about_a_child_with_an_open_case_joins_that_case(
    case: Case, dana: Practitioner
) -> None:
    again = ReferredChild(known=case.child)
    made = make_referral(by=dana, area=case.area, children=[again], given=GIVEN, now=NOW)

    assert made[0].case == case

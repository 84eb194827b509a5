"""Protecting a child at once by other means, and the authority elsewhere that has a part in it."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from alongside.agencies.models import Agency, Practitioner
from alongside.cases.models import Case
from alongside.chronology.kinds import KINDS
from alongside.chronology.models import Shortfall
from alongside.chronology.states import states
from alongside.deadlines.models import Deadline
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.section47 import services
from alongside.section47.models import ImmediateAction, OtherAuthority
from alongside.section47.said import Considered
from tests.section47.scenes import SECTION_17, discuss, noon

DAY = date(2025, 4, 17)


def act(by: Practitioner, child: Person, *, alone: bool = True, on: date = DAY) -> ImmediateAction:
    return services.record_immediate_action(
        by=by, child=child, acted_on=on, acted_by="local-authority", alone=alone, way="agreed-move",
        what="Her mother agreed that she goes to Nan's today.",
        considered=Considered(child_seen="At school.", legal_advice="Taken."), now=noon(DAY),
    )  # fmt: skip


def test_acting_alone_calls_for_a_strategy_discussion(case: Case, amara: Person, maya: Practitioner) -> None:
    action = act(maya, amara)

    assert action.entry is not None
    assert KINDS[action.entry.kind].words(action.entry.details) == (
        "The local authority acted at once: The child moved to a safe place, with a parent's agreement. Her mother "
        "agreed that she goes to Nan's today."
    )
    assert states(case.chronology.in_order()).strategy_discussion_wanted_since == DAY
    assert Deadline.objects.get(case=case).rule_id == "emergency.strategy-discussion-after"
    assert [one.words for one in Shortfall.objects.all()] == [
        (
            "What the record of immediate protection sets out: Other children in the household and in the alleged "
            "perpetrator's not recorded."
        ),
    ]


def test_planned_action_follows_a_discussion_and_calls_for_none(
    case: Case, amara: Person, dana: Practitioner, council: Agency, police: Agency, hospital: Agency
) -> None:
    discuss(dana, amara, DAY, council, police, hospital, decision=SECTION_17)
    act(dana, amara, alone=False)

    assert states(case.chronology.in_order()).strategy_discussion_wanted_since is None
    assert not Deadline.objects.outstanding().filter(rule_id="emergency.strategy-discussion-after").exists()


def test_only_the_future_is_refused(case: Case, amara: Person, dana: Practitioner) -> None:
    act(dana, amara, on=date(2025, 3, 31))

    with pytest.raises(Refusal) as refused:
        act(dana, amara, on=date(2025, 4, 18))
    assert str(refused.value) == (
        "This action is in the future. You entered 18 April 2025, and today is 17 April 2025. Enter the day it "
        "happened, or come back once it has."
    )


def consult(by: Practitioner, child: Person, accepted: date | None = None, on: date = DAY) -> OtherAuthority:
    return services.record_other_authority(
        by=by, child=child, authority="Farholme", consulted_on=on, words="They have a plan for her.",
        accepted_in_writing_on=accepted, now=noon(date(2025, 4, 22)),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("accepted", "told"),
    [
        (None, "Farholme was consulted. They have a plan for her."),
        (
            date(2025, 4, 22),
            "Farholme accepted responsibility in writing on 22 April 2025. They have a plan for her.",
        ),
    ],
)
def test_the_authority_elsewhere_is_consulted_and_may_accept_in_writing(
    accepted: date | None, told: str, case: Case, amara: Person, dana: Practitioner
) -> None:
    contact = consult(dana, amara, accepted)

    assert contact.entry is not None
    assert KINDS[contact.entry.kind].words(contact.entry.details) == told


def test_it_cannot_accept_before_it_is_asked_nor_tomorrow(
    case: Case, amara: Person, dana: Practitioner
) -> None:
    with pytest.raises(ValidationError, match="It accepted before it was consulted"):
        consult(dana, amara, date(2025, 4, 16))
    with pytest.raises(Refusal, match="This acceptance is in the future"):
        consult(dana, amara, date(2025, 4, 23))
    with pytest.raises(Refusal, match="This contact is in the future"):
        consult(dana, amara, on=date(2025, 4, 23))
